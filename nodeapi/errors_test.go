package nodeapi

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/walrus-go/walrus"
)

// The table of storage-node.md §5, with the statuses of §4, as clients know it.
var wire = []struct {
	reason   Reason
	code     int
	domain   string
	sentinel error
}{
	{"METADATA_NOT_FOUND", 404, Domain, walrus.ErrMetadataNotFound},
	{"FORBIDDEN_BLOB", 451, Domain, walrus.ErrBlobForbidden},
	{"INVALID_BLOB", 400, Domain, walrus.ErrBlobInvalid},
	{"NOT_REGISTERED", 400, Domain, walrus.ErrNotRegistered},
	{"CACHE_SATURATED", 400, Domain, walrus.ErrUnavailable},
	{"INVALID_METADATA", 400, Domain, walrus.ErrInvalidMetadata},
	{"UNSUPPORTED_ENCODING_TYPE", 400, Domain, walrus.ErrUnsupportedEncoding},
	{"INVALID_CONTENT_TYPE", 400, Domain, nil},
	{"SLIVER_NOT_FOUND", 404, Domain, walrus.ErrSliverNotFound},
	{"INDEX_OUT_OF_RANGE", 400, Domain, walrus.ErrIndexOutOfRange},
	{"SHARD_NOT_ASSIGNED", 400, Domain, walrus.ErrShardNotAssigned},
	{"SLIVER_INDEX_MISMATCH", 400, Domain, walrus.ErrInvalidSliver},
	{"INVALID_SLIVER", 400, Domain, walrus.ErrInvalidSliver},
	{"SLIVER_TOO_LARGE", 400, Domain, walrus.ErrInvalidSliver},
	{"MISSING_SLIVERS", 400, Domain, walrus.ErrMissingSlivers},
	{"NO_SYMBOLS_SPECIFIED", 400, Domain, nil},
	{"INVALID_FILTER", 400, Domain, nil},
	{"SYMBOL_NOT_PRESENT_AT_SHARDS", 400, Domain, walrus.ErrShardNotAssigned},
	{"INVALID_PROOF", 400, Domain, walrus.ErrInvalidProof},
	{"NO_TARGET_SLIVERS_SPECIFIED", 400, Domain, nil},
	{"RECOVERY_SYMBOL_OUT_OF_RANGE", 400, Domain, walrus.ErrIndexOutOfRange},
	{"REQUEST_UNAUTHORIZED", 403, Domain, nil},
	{"MESSAGE_VERIFICATION_FAILED", 400, Domain, walrus.ErrInvalidSignature},
	{"INVALID_EPOCH", 400, Domain, nil},
	{"SLIVER_COUNT_EXCEEDS_LIMIT", 400, Domain, nil},
	{"UNAVAILABLE", 503, "global", walrus.ErrUnavailable},
	{"INTERNAL_ERROR", 500, "global", nil},
	{"DEADLINE_EXCEEDED", 504, "global", context.DeadlineExceeded},
	{"TOO_MANY_REQUESTS", 429, "global", walrus.ErrUnavailable},
	{"MALFORMED_REQUEST", 400, "global", nil},
	{"ROUTE_NOT_FOUND", 404, "global", nil},
	{"METHOD_NOT_ALLOWED", 405, "global", nil},
	{"BODY_TOO_LARGE", 413, "global", nil},
}

func TestTable(t *testing.T) {
	known := map[Reason]bool{}
	for _, row := range wire {
		known[row.reason] = true
		sent := Errorf(row.reason, "text of %d", 7)
		if sent.Code() != row.code || sent.Domain != row.domain || sent.Reason != row.reason {
			t.Errorf("%s is %d %s %s, want %d %s", row.reason, sent.Code(), sent.Domain, sent.Reason, row.code, row.domain)
		}
		body, err := json.Marshal(sent)
		if err != nil {
			t.Fatal(err)
		}
		got, err := table.Parse(row.code, body)
		if err != nil {
			t.Errorf("%s: %v", body, err)
			continue
		}
		if got.Reason != row.reason || got.Status != sent.Status || got.Domain != sent.Domain || got.Message != sent.Message {
			t.Errorf("%s came back as %+v", body, got)
		}
		for _, e := range []error{sent, got, fmt.Errorf("wrapped: %w", got)} {
			if row.sentinel != nil && !errors.Is(e, row.sentinel) {
				t.Errorf("%s: %v is not %v", row.reason, e, row.sentinel)
			}
			for _, other := range wire {
				if other.sentinel != nil && other.sentinel != row.sentinel && errors.Is(e, other.sentinel) {
					t.Errorf("%s is also %v", row.reason, other.sentinel)
				}
			}
		}
	}
	for _, reason := range table.Reasons() {
		if !known[reason] {
			t.Errorf("reason %s is not in this test", reason)
		}
	}
}

func TestErrorFor(t *testing.T) {
	secret := errors.New("open /var/lib/walrus: permission denied")
	for _, c := range []struct {
		err  error
		want Reason
	}{
		{walrus.ErrNotRegistered, NotRegistered},
		{fmt.Errorf("store: %w", walrus.ErrInvalidSliver), InvalidSliver},
		{fmt.Errorf("verify: %w", walrus.ErrInvalidMetadata), InvalidMetadata},
		{walrus.ErrBlobInvalid, InvalidBlob},
		{walrus.ErrUnavailable, TemporarilyUnavailable},
		{walrus.ErrIndexOutOfRange, IndexOutOfRange},
		{walrus.ErrShardNotAssigned, ShardNotAssigned},
		{context.DeadlineExceeded, DeadlineExceeded},
		{context.Canceled, TemporarilyUnavailable},
		{fmt.Errorf("put: %w", Errorf(CacheSaturated, "full")), CacheSaturated},
		{secret, InternalError},
		{Errorf("NO_SUCH_REASON", "x: %w", secret), InternalError},
	} {
		got := ErrorFor(c.err)
		if got.Reason != c.want {
			t.Errorf("%v became %s, want %s", c.err, got.Reason, c.want)
		}
	}
	e := ErrorFor(secret)
	if body, _ := json.Marshal(e); !errors.Is(e, secret) || !json.Valid(body) || bytes.Contains(body, []byte("permission")) {
		t.Errorf("internal error tells %s", body)
	}
	if ErrorFor(nil) != nil {
		t.Error("ErrorFor(nil) is not nil")
	}
}

func TestErrorEnvelope(t *testing.T) {
	e := Errorf(ShardNotAssigned, "shard 7 is not ours").WithMetadata("shard", "7")
	e.TraceID = "abc"
	got, err := json.Marshal(e)
	want := `{"error":{"status":"FAILED_PRECONDITION","code":400,"message":"shard 7 is not ours","details":[` +
		`{"@type":"ErrorInfo","reason":"SHARD_NOT_ASSIGNED","domain":"storage.walrus.space","metadata":{"shard":"7"}},` +
		`{"@type":"DebugInfo","stackEntries":[],"detail":"TraceID: abc"}]}}`
	if err != nil || string(got) != want {
		t.Errorf("wrote %s, %v\nwant %s", got, err, want)
	}
	got, err = json.Marshal(Errorf(NotRegistered, "no"))
	want = `{"error":{"status":"FAILED_PRECONDITION","code":400,"message":"no","details":[` +
		`{"@type":"ErrorInfo","reason":"NOT_REGISTERED","domain":"storage.walrus.space","metadata":{}}]}}`
	if err != nil || string(got) != want {
		t.Errorf("wrote %s, %v\nwant %s", got, err, want)
	}
}

func TestErrorBodiesRefused(t *testing.T) {
	info := `{"@type":"ErrorInfo","reason":"X","domain":"d","metadata":{}}`
	for name, c := range map[string]struct {
		code int
		body string
	}{
		"not JSON":         {400, "<html>"},
		"empty":            {400, "{}"},
		"other status":     {404, `{"error":{"status":"FAILED_PRECONDITION","code":400,"message":"","details":[` + info + `]}}`},
		"pair":             {404, `{"error":{"status":"FAILED_PRECONDITION","code":404,"message":"","details":[` + info + `]}}`},
		"code in the body": {400, `{"error":{"status":"FAILED_PRECONDITION","code":404,"message":"","details":[` + info + `]}}`},
		"unknown word":     {500, `{"error":{"status":"ODD","code":500,"message":"","details":[` + info + `]}}`},
		"no details":       {400, `{"error":{"status":"FAILED_PRECONDITION","code":400,"message":"","details":[]}}`},
		"no reason":        {400, `{"error":{"status":"FAILED_PRECONDITION","code":400,"message":"","details":[{"@type":"ErrorInfo"}]}}`},
		"types":            {400, `{"error":{"status":1,"code":"400","message":[],"details":{}}}`},
		"trailing":         {400, `{"error":{"status":"FAILED_PRECONDITION","code":400,"message":"","details":[` + info + `]}} {}`},
	} {
		if e, err := table.Parse(c.code, []byte(c.body)); err == nil {
			t.Errorf("%s: accepted as %+v", name, e)
		}
	}
	long := make([]byte, 5000)
	for i := range long {
		long[i] = 'x'
	}
	body, _ := json.Marshal(Errorf(NotRegistered, "evil \x1b[31m\n%s", long))
	e, err := table.Parse(400, body)
	if err != nil || len(e.Message) > 1100 || strings.ContainsAny(e.Message, "\x1b\n") {
		t.Errorf("message kept as %.60q… of %d bytes, %v", e.Message, len(e.Message), err)
	}
}
