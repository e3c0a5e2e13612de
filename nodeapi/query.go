package nodeapi

import (
	"cmp"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"time"

	"github.com/walrus-go/walrus"
)

// query reads the path and query of a request and remembers its first error, which the action asks for once.
type query struct {
	r      *http.Request
	values url.Values
	err    error
}

// parseQuery parses the query, in which only the given keys may occur, each once except "id".
func parseQuery(r *http.Request, keys ...string) *query {
	q := &query{r: r}
	q.values, q.err = url.ParseQuery(r.URL.RawQuery)
	if q.err != nil {
		q.err = Errorf(MalformedRequest, "query does not parse: %v", q.err)
		return q
	}
	for key, values := range q.values {
		switch {
		case !slices.Contains(keys, key):
			q.fail("query key %.40q is unknown here", key)
		case len(values) > 1 && key != "id":
			q.fail("query key %q is given %d times", key, len(values))
		}
	}
	return q
}

func (q *query) fail(format string, args ...any) { q.failWith(MalformedRequest, format, args...) }

func (q *query) failWith(reason Reason, format string, args ...any) {
	if q.err == nil {
		q.err = Errorf(reason, format, args...)
	}
}

func (q *query) failOn(err error) {
	if err != nil {
		q.fail("%w", err)
	}
}

func (q *query) blob() walrus.BlobID {
	id, err := walrus.ParseBlobID(q.r.PathValue("id"))
	q.failOn(err)
	return id
}

func (q *query) object() walrus.ObjectID {
	id, err := walrus.ParseObjectID(q.r.PathValue("object"))
	q.failOn(err)
	return id
}

func (q *query) pair() walrus.SliverPairIndex {
	return walrus.SliverPairIndex(q.index("sliver pair index", q.r.PathValue("pair")))
}

func (q *query) axis() walrus.Axis {
	axis, err := walrus.ParseAxis(q.r.PathValue("axis"))
	q.failOn(err)
	return axis
}

func (q *query) index(what, text string) uint16 {
	n, err := strconv.ParseUint(text, 10, 16)
	if err != nil {
		q.fail("%s %.40q is not a number below 65536", what, text)
	}
	return uint16(n)
}

// boolean returns the value of the key, false when it is absent.
func (q *query) boolean(key string) bool {
	switch text := q.values.Get(key); {
	case !q.values.Has(key), text == "false":
		return false
	case text == "true":
		return true
	default:
		q.fail("%s is %.40q, want true or false", key, text)
		return false
	}
}

// millis returns the value of the key in milliseconds, at most an hour.
func (q *query) millis(key string) time.Duration {
	if !q.values.Has(key) {
		return 0
	}
	n, err := strconv.ParseUint(q.values.Get(key), 10, 64)
	if err != nil {
		q.fail("%s is %.40q, want a number of milliseconds", key, q.values.Get(key))
	}
	return min(time.Duration(min(n, 3_600_000))*time.Millisecond, time.Hour)
}

// symbols returns the selection of recovery symbols: IDs, sorted and each once, or a target (storage-node.md §5.9).
func (q *query) symbols(n walrus.ShardCount) SymbolQuery {
	var s SymbolQuery
	if q.values.Has("proofAxis") {
		axis, err := walrus.ParseAxis(q.values.Get("proofAxis"))
		q.failOn(err)
		s.ProofAxis = &axis
	}
	hasIDs := q.values.Has("id")
	hasIndex, hasType := q.values.Has("targetSliver"), q.values.Has("targetType")
	switch {
	case hasIDs && (hasIndex || hasType), hasIndex != hasType:
		q.failWith(InvalidFilter, "give either id, or targetSliver and targetType")
	case hasIDs:
		s.IDs = q.symbolIDs(n)
	case hasIndex:
		axis, err := walrus.ParseAxis(q.values.Get("targetType"))
		q.failOn(err)
		s.Target = &TargetSliver{walrus.SliverIndex(q.index("targetSliver", q.values.Get("targetSliver"))), axis}
	default:
		q.failWith(NoSymbolsSpecified, "no symbols asked for")
	}
	return s
}

// symbolIDs returns the IDs asked for. One node can have at most 2n cells towards one sliver, so more are refused.
func (q *query) symbolIDs(n walrus.ShardCount) []walrus.SymbolID {
	texts := q.values["id"]
	if len(texts) > 2*int(n) {
		q.failWith(InvalidFilter, "%d symbols asked for, at most %d", len(texts), 2*int(n))
		return nil
	}
	ids := make([]walrus.SymbolID, len(texts))
	for i, text := range texts {
		id, err := walrus.ParseSymbolID(text)
		q.failOn(err)
		ids[i] = id
	}
	slices.SortFunc(ids, func(a, b walrus.SymbolID) int {
		return cmp.Or(cmp.Compare(a.Primary, b.Primary), cmp.Compare(a.Secondary, b.Secondary))
	})
	return slices.Compact(ids)
}
