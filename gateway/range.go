package gateway

import (
	"net/http"
	"net/url"
	"strconv"
	"strings"
)

// part is the part of a blob that a request asks for.
type part struct {
	start, length int64
	partial       bool
}

// requestedRange reads the Range header for a blob of size bytes: a closed, open or suffix range, clamped to the
// blob as RFC 9110 §14 says. No header, another unit, or a header that does not parse mean the whole blob; several
// ranges and a range that lies outside are refused.
func requestedRange(r *http.Request, size int64) (part, error) {
	whole := part{0, size, false}
	spec, ok := strings.CutPrefix(r.Header.Get("Range"), "bytes=")
	if !ok {
		return whole, nil
	}
	if strings.Contains(spec, ",") {
		return part{}, table.Errorf(reasonRange, "several ranges in one request are not supported")
	}
	first, last, ok := strings.Cut(strings.TrimSpace(spec), "-")
	if !ok {
		return whole, nil
	}
	start, length, ok := resolveRange(first, last, size)
	if !ok {
		return whole, nil
	}
	if length <= 0 {
		return part{}, table.Errorf(reasonRange, "range %s lies outside of the blob's %d bytes", spec, size)
	}
	return part{start, length, true}, nil
}

// resolveRange returns the bytes that "first-last" means; length ≤ 0 when it lies outside, !ok when it is not a range.
func resolveRange(first, last string, size int64) (start, length int64, ok bool) {
	if first == "" {
		n, err := strconv.ParseUint(last, 10, 63)
		n = min(n, uint64(size))
		return size - int64(n), int64(n), err == nil
	}
	from, err := strconv.ParseUint(first, 10, 63)
	if err != nil {
		return 0, 0, false
	}
	to := uint64(size) - 1
	if last != "" {
		end, err := strconv.ParseUint(last, 10, 63)
		if err != nil || end < from {
			return 0, 0, false
		}
		to = min(to, end)
	}
	if from >= uint64(size) {
		return 0, 0, true
	}
	return int64(from), int64(to-from) + 1, true
}

// boolParameter reads an optional query parameter: true or false; present without a value means true.
func boolParameter(q url.Values, name string) (bool, error) {
	if !q.Has(name) {
		return false, nil
	}
	switch v := q.Get(name); v {
	case "", "true":
		return true, nil
	case "false":
		return false, nil
	default:
		return false, table.Errorf(reasonMalformed, "parameter %s is %.20q, want true or false", name, v)
	}
}
