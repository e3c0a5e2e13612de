package quilt

import (
	"bytes"
	"fmt"
	"slices"
	"unicode/utf8"

	"github.com/walrus-go/walrus/internal/bcs"
)

// compareKeys orders the keys of a canonical map by their serialised bytes, so that the length prefix counts first.
func compareKeys(a, b string) int {
	return bytes.Compare(bcs.AppendString(nil, a), bcs.AppendString(nil, b))
}

// appendTags appends the canonical form of a tags map: ULEB(count) ‖ (key ‖ value)….
func appendTags(b []byte, tags map[string]string) ([]byte, error) {
	keys := make([]string, 0, len(tags))
	for key, value := range tags {
		if !utf8.ValidString(key) || !utf8.ValidString(value) {
			return nil, fmt.Errorf("%w: tag %q: %q is not UTF-8", ErrInvalidInput, key, value)
		}
		keys = append(keys, key)
	}
	slices.SortFunc(keys, compareKeys)
	b = bcs.AppendULEB(b, uint32(len(keys)))
	for _, key := range keys {
		b = bcs.AppendString(bcs.AppendString(b, key), tags[key])
	}
	return b, nil
}

// readTags reads a tags map; it must be in canonical order. An empty map is nil.
func readTags(r *bcs.Reader) map[string]string {
	count := r.Len(r.Remaining(), 2)
	if count == 0 {
		return nil
	}
	tags := make(map[string]string, min(count, 64))
	last := ""
	for i := range count {
		key := r.String(r.Remaining())
		value := r.String(r.Remaining())
		if r.Err() != nil {
			return nil
		}
		if i > 0 && compareKeys(last, key) >= 0 {
			r.Fail(fmt.Errorf("%w: tag %q does not follow %q", bcs.ErrNonCanonical, key, last))
			return nil
		}
		tags[key], last = value, key
	}
	return tags
}
