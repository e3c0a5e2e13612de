package nodeapi_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"runtime"
	"strings"
	"testing"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/nodeapi"
)

// FuzzRequest: any request is answered, with an envelope if it fails, and never as an internal error.
func FuzzRequest(f *testing.F) {
	node, b, pair := toy(f)
	h := newHandler(node)
	blob := "/v1/blobs/" + b.ID.String()
	sliver := blob + "/slivers/" + itoa(int(pair)) + "/primary"
	for _, seed := range []struct {
		method, path, query string
		body                []byte
	}{
		{"GET", blob + "/metadata", "", nil},
		{"PUT", blob + "/metadata", "pending=true", b.Metadata.AppendBCS(nil)},
		{"PUT", sliver, "pending=false", b.Pairs[pair].Primary.AppendBCS(nil)},
		{"GET", sliver + "/status", "", nil},
		{"GET", blob + "/recoverySymbols", "id=1-2&id=2-1&proofAxis=primary", nil},
		{"GET", blob + "/recoverySymbols", "targetSliver=3&targetType=secondary", nil},
		{"GET", blob + "/confirmation/deletable/0x" + strings.Repeat("0a", 32), "wait_for_registration=true&wait_millis=1", nil},
		{"GET", blob + "/confirmation/permanent", "wait_millis=18446744073709551615", nil},
		{"POST", blob + "/inconsistencyProof/secondary", "", []byte{1, 0, 1, 2, 0, 2, 7, 7, 1, 0}},
		{"GET", "/v1/health", "detailed=true", nil},
		{"HEAD", "/v1/api", "", nil},
		{"OPTIONS", "/v1//../%2e", "%zz", nil},
	} {
		f.Add(seed.method, seed.path, seed.query, seed.body)
	}
	f.Fuzz(func(t *testing.T, method, path, query string, body []byte) {
		if len(query) > 1<<10 || strings.Contains(query, "wait_") && len(query) > 60 {
			t.Skip("long polls would only take time")
		}
		r, err := http.NewRequest(method, "http://node.example/", bytes.NewReader(body))
		if err != nil {
			t.Skip("not a method")
		}
		r.URL.Path, r.URL.RawQuery, r.RequestURI = path, query, path
		ctx, cancel := context.WithTimeout(t.Context(), 1e9)
		defer cancel()
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r.WithContext(ctx))
		if w.Code == 500 {
			t.Fatalf("%s %q ?%q: %s", method, path, query, w.Body)
		}
		if w.Code >= 400 {
			reasonOf(t, w)
		}
		if h.BodyBytes() != 0 {
			t.Fatal("body memory was not given back")
		}
	})
}

// canned gives every request the same answer, without a network.
type canned struct {
	code        int
	contentType string
	declared    int64
	body        []byte
}

func (c canned) RoundTrip(r *http.Request) (*http.Response, error) {
	if r.Body != nil {
		io.Copy(io.Discard, r.Body)
		r.Body.Close()
	}
	return &http.Response{
		StatusCode: c.code, Header: http.Header{"Content-Type": {c.contentType}},
		ContentLength: c.declared, Body: io.NopCloser(bytes.NewReader(c.body)), Request: r,
	}, nil
}

// FuzzResponse: no answer makes a client panic or take memory that the answer does not pay for, and what is
// believed is what the answer says when it is written again.
func FuzzResponse(f *testing.F) {
	node, b, pair := toy(f)
	h := newHandler(node)
	blob := "/v1/blobs/" + b.ID.String()
	for i, target := range []string{
		blob + "/metadata", blob + "/metadata/status", blob + "/slivers/" + itoa(int(pair)) + "/primary",
		blob + "/confirmation/permanent", blob + "/recoverySymbols?targetSliver=1&targetType=primary", blob + "/status",
		"/v1/health?detailed=true", "/v1/nowhere",
	} {
		w := ask(h, "GET", target, nil)
		f.Add(uint8(i), uint16(w.Code), w.Header().Get("Content-Type"), int64(w.Body.Len()), w.Body.Bytes())
	}
	f.Add(uint8(0), uint16(200), "application/octet-stream", int64(1<<40), []byte{0xff})
	f.Add(uint8(4), uint16(200), "application/octet-stream", int64(-1), []byte{0x0e})
	methods := calls(b)
	f.Fuzz(func(t *testing.T, method uint8, code uint16, contentType string, declared int64, body []byte) {
		c := nodeapi.Dial("node.example:1", walrus.NetworkKey{}, nodeapi.ClientOptions{NShards: shards})
		nodeapi.SetTransport(c, canned{int(code), contentType, declared, body})
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		err := methods[int(method)%len(methods)].do(t.Context(), c)
		runtime.ReadMemStats(&after)
		if got := after.TotalAlloc - before.TotalAlloc; got > 3<<20+uint64(100*len(body)) {
			t.Fatalf("%d bytes allocated for an answer of %d", got, len(body))
		}
		var e *nodeapi.Error
		if errors.As(err, &e) && e.Code() != int(code) {
			t.Fatalf("error with status %d from an answer with %d", e.Code(), code)
		}
		if err == nil && code != 200 && code != 201 && code != 202 {
			t.Fatalf("%s believed an answer with status %d", methods[int(method)%len(methods)].name, code)
		}
	})
}

func FuzzBlobStatus(f *testing.F) {
	f.Add([]byte(`"nonexistent"`))
	f.Add([]byte(`{"deletable":{"initialCertifiedEpoch":null,"deletableCounts":{"count_deletable_total":1,"count_deletable_certified":0}}}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		var s, again nodeapi.BlobStatus
		if json.Unmarshal(text, &s) != nil {
			return
		}
		back, err := json.Marshal(s)
		if err != nil || json.Unmarshal(back, &again) != nil || again != s {
			t.Fatalf("%q became %+v, %s, %+v (%v)", text, s, back, again, err)
		}
	})
}

func FuzzHealth(f *testing.F) {
	text, err := json.Marshal(nodeapi.Health{ShardDetail: &nodeapi.ShardDetail{}})
	if err != nil {
		f.Fatal(err)
	}
	f.Add(text)
	f.Fuzz(func(t *testing.T, text []byte) {
		var h nodeapi.Health
		if json.Unmarshal(text, &h) != nil {
			return
		}
		first, err := json.Marshal(h)
		var again nodeapi.Health
		if err != nil || json.Unmarshal(first, &again) != nil {
			t.Fatalf("%q became %s, which does not parse (%v)", text, first, err)
		}
		if second, _ := json.Marshal(again); !bytes.Equal(first, second) {
			t.Fatalf("%s became %s", first, second)
		}
	})
}
