package nodeapi_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/goccy/go-yaml"
	"github.com/google/go-cmp/cmp"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/nodeapi"
	"github.com/walrus-go/walrus/nodeapi/nodeapitest"
)

const shards walrus.ShardCount = 7

func toyNode() *nodeapitest.Node {
	return &nodeapitest.Node{
		NShards: shards, Shards: []walrus.ShardIndex{1, 4}, Epoch: 3, Rules: nodeapitest.ToyRules(shards),
	}
}

// toy returns a node that holds a permanent blob, and a pair of the blob that is the node's.
func toy(t testing.TB) (*nodeapitest.Node, nodeapitest.Blob, walrus.SliverPairIndex) {
	node, b := toyNode(), nodeapitest.NewToyBlob(shards)
	node.Register(b.ID, walrus.Permanent)
	if _, err := node.PutMetadata(t.Context(), b.ID, b.Metadata, false); err != nil {
		t.Fatal(err)
	}
	for _, shard := range node.Shards {
		pair := shard.Pair(b.ID, shards)
		for _, axis := range []walrus.Axis{walrus.Primary, walrus.Secondary} {
			if _, err := node.PutSliver(t.Context(), b.ID, pair, b.Pairs[pair].Sliver(axis), false); err != nil {
				t.Fatal(err)
			}
		}
	}
	return node, b, node.Shards[0].Pair(b.ID, shards)
}

func ask(h http.Handler, method, target string, body []byte, header ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, target, bytes.NewReader(body))
	if body == nil {
		r.Body, r.ContentLength = http.NoBody, 0
	}
	for i := 0; i < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

// reasonOf returns the reason in an error answer after checking its shape.
func reasonOf(t *testing.T, w *httptest.ResponseRecorder) string {
	t.Helper()
	var v struct {
		Error struct {
			Status  string
			Code    int
			Details []map[string]any
		}
	}
	if err := json.Unmarshal(w.Body.Bytes(), &v); err != nil || v.Error.Code != w.Code || len(v.Error.Details) == 0 {
		t.Errorf("answer %d %q is not an error envelope: %v", w.Code, w.Body, err)
		return ""
	}
	if got := w.Header().Get("Content-Type"); got != "application/json" {
		t.Errorf("error has content type %q", got)
	}
	reason, _ := v.Error.Details[0]["reason"].(string)
	return reason
}

func newHandler(s nodeapi.Service) *nodeapi.Handler {
	return nodeapi.NewHandler(s, nodeapi.Options{NShards: shards})
}

func TestRequestsRefused(t *testing.T) {
	node, b, pair := toy(t)
	h := newHandler(node)
	blob, sliver := "/v1/blobs/"+b.ID.String(), "/v1/blobs/"+b.ID.String()+"/slivers/"+itoa(int(pair))+"/primary"
	object := "/confirmation/deletable/0x" + strings.Repeat("ab", 32)
	for _, c := range []struct {
		method, target string
		code           int
		reason         string
	}{
		{"GET", "/", 404, "ROUTE_NOT_FOUND"},
		{"GET", "/v1", 404, "ROUTE_NOT_FOUND"},
		{"GET", "/v1/blobs", 404, "ROUTE_NOT_FOUND"},
		{"GET", blob, 404, "ROUTE_NOT_FOUND"},
		{"GET", blob + "/metadata/", 404, "ROUTE_NOT_FOUND"},
		{"DELETE", sliver, 405, "METHOD_NOT_ALLOWED"},
		{"POST", blob + "/metadata", 405, "METHOD_NOT_ALLOWED"},
		{"PUT", "/v1/health", 405, "METHOD_NOT_ALLOWED"},
		{"GET", blob + "/inconsistencyProof/primary", 405, "METHOD_NOT_ALLOWED"},
		{"GET", "/v1/blobs/short/metadata", 400, "MALFORMED_REQUEST"},
		{"GET", blob[:len(blob)-1] + "=/metadata", 400, "MALFORMED_REQUEST"},
		{"GET", blob + "A/metadata", 400, "MALFORMED_REQUEST"},
		{"GET", "/v1/blobs/..%2f..%2f/metadata", 400, "MALFORMED_REQUEST"},
		{"GET", blob + "/slivers/x/primary", 400, "MALFORMED_REQUEST"},
		{"GET", blob + "/slivers/-1/primary", 400, "MALFORMED_REQUEST"},
		{"GET", blob + "/slivers/65536/primary", 400, "MALFORMED_REQUEST"},
		{"GET", blob + "/slivers/1/Primary", 400, "MALFORMED_REQUEST"},
		{"GET", blob + "/slivers/7/primary", 400, "INDEX_OUT_OF_RANGE"},
		{"GET", sliver + "?pending=true", 400, "MALFORMED_REQUEST"},
		{"PUT", sliver + "?pending=yes", 400, "MALFORMED_REQUEST"},
		{"PUT", sliver + "?pending=true&pending=true", 400, "MALFORMED_REQUEST"},
		{"PUT", sliver + "?Pending=true", 400, "MALFORMED_REQUEST"},
		{"PUT", blob + "/metadata?%zz=1", 400, "MALFORMED_REQUEST"},
		{"PUT", blob + "/metadata?a;b", 400, "MALFORMED_REQUEST"},
		{"GET", blob + "/status?x=1", 400, "MALFORMED_REQUEST"},
		{"GET", "/v1/health?detailed=1", 400, "MALFORMED_REQUEST"},
		{"GET", blob + "/confirmation/permanent?wait_millis=-1", 400, "MALFORMED_REQUEST"},
		{"GET", blob + "/confirmation/permanent?wait_for_registration=", 400, "MALFORMED_REQUEST"},
		{"GET", blob + object + "0", 400, "MALFORMED_REQUEST"},
		{"GET", blob + object, 400, "NOT_REGISTERED"},
		{"GET", blob + "/recoverySymbols", 400, "NO_SYMBOLS_SPECIFIED"},
		{"GET", blob + "/recoverySymbols?proofAxis=primary", 400, "NO_SYMBOLS_SPECIFIED"},
		{"GET", blob + "/recoverySymbols?id=1-2&targetSliver=1&targetType=primary", 400, "INVALID_FILTER"},
		{"GET", blob + "/recoverySymbols?targetSliver=1", 400, "INVALID_FILTER"},
		{"GET", blob + "/recoverySymbols?targetType=primary", 400, "INVALID_FILTER"},
		{"GET", blob + "/recoverySymbols?id=1", 400, "MALFORMED_REQUEST"},
		{"GET", blob + "/recoverySymbols?id=1-2-3", 400, "MALFORMED_REQUEST"},
		{"GET", blob + "/recoverySymbols?id=1-70000", 400, "MALFORMED_REQUEST"},
		{"GET", blob + "/recoverySymbols?id=7-0", 400, "INDEX_OUT_OF_RANGE"},
		{"GET", blob + "/recoverySymbols?proofAxis=x&id=1-1", 400, "MALFORMED_REQUEST"},
		{"GET", blob + "/recoverySymbols?" + strings.Repeat("id=1-1&", 15), 400, "INVALID_FILTER"},
	} {
		w := ask(h, c.method, c.target, nil)
		if reason := reasonOf(t, w); w.Code != c.code || reason != c.reason {
			t.Errorf("%s %s: %d %s, want %d %s", c.method, c.target, w.Code, reason, c.code, c.reason)
		}
	}
	if allow := ask(h, "DELETE", sliver, nil).Header().Get("Allow"); allow != "GET, PUT, HEAD, OPTIONS" {
		t.Errorf("Allow: %q", allow)
	}
}

func itoa(i int) string { return string(rune('0' + i)) }

func TestBodiesRefused(t *testing.T) {
	node, b, pair := toy(t)
	h := newHandler(node)
	blob := "/v1/blobs/" + b.ID.String()
	metadata, sliver := blob+"/metadata", blob+"/slivers/"+itoa(int(pair))+"/primary"
	good := b.Metadata.AppendBCS(nil)
	retired := bytes.Clone(good)
	retired[1] = 0 // encoding type
	tooLong := make([]byte, walrus.MaxMetadataBCS(shards)+1)
	const octets = "application/octet-stream"
	for _, c := range []struct {
		name, method, target string
		body                 []byte
		contentType          string
		code                 int
		reason               string
	}{
		{"content type", "PUT", metadata, good, "text/plain", 400, "INVALID_CONTENT_TYPE"},
		{"content type that does not parse", "PUT", metadata, good, "a/", 400, "INVALID_CONTENT_TYPE"},
		{"empty", "PUT", metadata, nil, octets, 400, "INVALID_CONTENT_TYPE"},
		{"trailing", "PUT", metadata, append(bytes.Clone(good), 0), octets, 413, "BODY_TOO_LARGE"},
		{"truncated", "PUT", metadata, good[:len(good)-1], octets, 400, "INVALID_CONTENT_TYPE"},
		{"retired encoding", "PUT", metadata, retired, octets, 400, "UNSUPPORTED_ENCODING_TYPE"},
		{"too long", "PUT", metadata, tooLong, octets, 413, "BODY_TOO_LARGE"},
		{"sliver empty", "PUT", sliver, nil, octets, 400, "INVALID_CONTENT_TYPE"},
		{"sliver length beyond body", "PUT", sliver, []byte{0xff, 0xff, 0xff, 0x7f, 1, 0, 0, 0}, "", 400, "INVALID_CONTENT_TYPE"},
		{"sliver symbol size zero", "PUT", sliver, []byte{1, 7, 0, 0, 0, 0}, "", 400, "INVALID_CONTENT_TYPE"},
		{"proof count beyond body", "POST", blob + "/inconsistencyProof/primary", []byte{0, 0, 5}, "", 400, "INVALID_CONTENT_TYPE"},
		{"proof for unknown blob", "POST", "/v1/blobs/" + walrus.BlobID{}.String() + "/inconsistencyProof/primary", []byte{0, 0, 0}, "", 400, "METADATA_NOT_FOUND"},
	} {
		header := []string{"Content-Type", c.contentType}
		if c.contentType == "" {
			header = nil
		}
		w := ask(h, c.method, c.target, c.body, header...)
		if reason := reasonOf(t, w); w.Code != c.code || reason != c.reason {
			t.Errorf("%s: %d %s, want %d %s", c.name, w.Code, reason, c.code, c.reason)
		}
	}
	if n := h.BodyBytes(); n != 0 {
		t.Errorf("%d bytes of body memory were not given back", n)
	}
	// Lenient where the official service is: slivers under any content type, parameters allowed.
	body := b.Pairs[pair].Primary.AppendBCS(nil)
	if w := ask(h, "PUT", sliver, body, "Content-Type", "text/plain"); w.Code != 200 {
		t.Errorf("sliver as text: %d %s", w.Code, w.Body)
	}
	if w := ask(h, "PUT", metadata, good, "Content-Type", octets+"; charset=binary"); w.Code != 200 {
		t.Errorf("metadata with a parameter: %d %s", w.Code, w.Body)
	}
}

func TestUnsupportedEncodingIsNotMalformed(t *testing.T) {
	// Covered above by reason; here the sentinel across the wire.
	node, b, _ := toy(t)
	c := nodeapitest.Remote(t, node, shards)
	md := *b.Metadata
	md.EncodingType = 0
	if _, err := c.PutMetadata(t.Context(), b.ID, &md, false); !errors.Is(err, walrus.ErrUnsupportedEncoding) {
		t.Errorf("retired encoding: %v", err)
	}
}

func TestExactAnswers(t *testing.T) {
	node, b, pair := toy(t)
	h := newHandler(node)
	blob := "/v1/blobs/" + b.ID.String()
	sliver := blob + "/slivers/" + itoa(int(pair)) + "/secondary"
	const js, octets = "application/json", "application/octet-stream"
	for _, c := range []struct {
		target, contentType, body string
	}{
		{blob + "/metadata", octets, string(walrus.AppendMetadataWithID(nil, b.ID, b.Metadata))},
		{blob + "/metadata?pending=true", octets, string(walrus.AppendMetadataWithID(nil, b.ID, b.Metadata))},
		{blob + "/metadata/status", js, `{"success":{"code":200,"data":"stored"}}`},
		{sliver, octets, string(b.Pairs[pair].Secondary.AppendBCS(nil))},
		{sliver + "/status", js, `{"success":{"code":200,"data":"stored"}}`},
		{"/v1/blobs/" + walrus.BlobID{}.String() + "/status", js, `{"success":{"code":200,"data":"nonexistent"}}`},
	} {
		w := ask(h, "GET", c.target, nil)
		if w.Code != 200 || w.Header().Get("Content-Type") != c.contentType || w.Body.String() != c.body {
			t.Errorf("GET %s: %d %s %.200q", c.target, w.Code, w.Header().Get("Content-Type"), w.Body)
		}
		if w.Header().Get("X-Request-Id") == "" || w.Header().Get("Access-Control-Allow-Origin") != "*" {
			t.Errorf("GET %s lacks headers: %v", c.target, w.Header())
		}
	}
	w := ask(h, "GET", blob+"/confirmation/permanent", nil)
	m, err := node.Confirmation(t.Context(), b.ID, walrus.Permanent, nodeapi.Wait{})
	if err != nil {
		t.Fatal(err)
	}
	message, _ := json.Marshal(m.Message)
	signature, _ := json.Marshal(m.Signature[:])
	want := `{"success":{"code":200,"data":{"signed":{"serializedMessage":` + string(message) + `,"signature":` + string(signature) + `}}}}`
	if w.Body.String() != want {
		t.Errorf("confirmation %s, want %s", w.Body, want)
	}
}

// asked is a node that remembers what it was asked for.
type asked struct {
	nodeapi.Service
	query nodeapi.SymbolQuery
	wait  nodeapi.Wait
}

func (a *asked) RecoverySymbols(_ context.Context, _ walrus.BlobID, q nodeapi.SymbolQuery) ([]walrus.GeneralRecoverySymbol, error) {
	a.query = q
	return nil, walrus.ErrSliverNotFound
}

func (a *asked) Confirmation(_ context.Context, _ walrus.BlobID, _ walrus.Persistence, w nodeapi.Wait) (*walrus.SignedMessage, error) {
	a.wait = w
	return nil, walrus.ErrNotRegistered
}

func TestQueries(t *testing.T) {
	a := &asked{}
	h := newHandler(a)
	blob := "/v1/blobs/" + walrus.BlobID{}.String()
	secondary := walrus.Secondary
	for query, want := range map[string]nodeapi.SymbolQuery{
		"id=5-6&id=1-2&id=1-1&id=5-6": {IDs: []walrus.SymbolID{{Primary: 1, Secondary: 1}, {Primary: 1, Secondary: 2}, {Primary: 5, Secondary: 6}}},
		"targetSliver=3&targetType=secondary&proofAxis=secondary": {
			Target: &nodeapi.TargetSliver{Index: 3, Axis: walrus.Secondary}, ProofAxis: &secondary,
		},
	} {
		ask(h, "GET", blob+"/recoverySymbols?"+query, nil)
		if diff := cmp.Diff(want, a.query); diff != "" {
			t.Errorf("%s: %s", query, diff)
		}
	}
	for query, want := range map[string]nodeapi.Wait{
		"":                                 {},
		"wait_millis=7":                    {AtMost: 7 * time.Millisecond},
		"wait_for_registration=true":       {ForRegistration: true},
		"wait_millis=18446744073709551615": {AtMost: time.Hour},
	} {
		ask(h, "GET", blob+"/confirmation/permanent?"+query, nil)
		if a.wait != want {
			t.Errorf("%q was taken as %+v", query, a.wait)
		}
	}
}

func TestPutStatuses(t *testing.T) {
	node := toyNode()
	h := newHandler(node)
	pending, registered := nodeapitest.NewToyBlob(shards), nodeapitest.NewToyBlob(shards)
	node.Register(registered.ID, walrus.Permanent)
	for _, c := range []struct {
		b     nodeapitest.Blob
		query string
		code  int
	}{
		{registered, "", 201}, {registered, "", 200}, {registered, "?pending=false", 200},
		{pending, "?pending=true", 202}, {pending, "?pending=true", 200},
	} {
		w := ask(h, "PUT", "/v1/blobs/"+c.b.ID.String()+"/metadata"+c.query, c.b.Metadata.AppendBCS(nil))
		var v struct {
			Success struct {
				Code int
				Data string
			}
		}
		if err := json.Unmarshal(w.Body.Bytes(), &v); err != nil || w.Code != c.code || v.Success.Code != c.code || v.Success.Data == "" {
			t.Errorf("put with %q: %d %s, want %d", c.query, w.Code, w.Body, c.code)
		}
	}
}

func TestHead(t *testing.T) {
	node, b, pair := toy(t)
	srv := httptest.NewServer(newHandler(node))
	defer srv.Close()
	path := "/v1/blobs/" + b.ID.String() + "/slivers/" + itoa(int(pair)) + "/primary"
	resp, err := http.Head(srv.URL + path)
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
	if want := int64(b.Pairs[pair].Primary.SizeBCS()); resp.StatusCode != 200 || resp.ContentLength != want {
		t.Errorf("HEAD: %d, length %d, want %d", resp.StatusCode, resp.ContentLength, want)
	}
}

func TestPreflight(t *testing.T) {
	node, b, _ := toy(t)
	for _, path := range []string{"/v1/blobs/" + b.ID.String() + "/metadata", "/v1/nowhere"} {
		w := ask(newHandler(node), "OPTIONS", path, nil, "Origin", "https://a.example",
			"Access-Control-Request-Method", "PUT", "Access-Control-Request-Headers", "authorization,x-a")
		h := w.Header()
		if w.Code != 204 || h.Get("Access-Control-Allow-Origin") != "*" || h.Get("Access-Control-Allow-Headers") != "authorization,x-a" ||
			!strings.Contains(h.Get("Access-Control-Allow-Methods"), "PUT") {
			t.Errorf("preflight: %d %v", w.Code, h)
		}
	}
}

// stuck is a node whose health check takes until release is closed and does not look at its context.
type stuck struct {
	nodeapi.Service
	started chan struct{} // receives at the start of each call
	release chan struct{}
	running atomic.Int32
}

func newStuck() *stuck { return &stuck{started: make(chan struct{}, 10), release: make(chan struct{})} }

func (s *stuck) call() {
	s.running.Add(1)
	defer s.running.Add(-1)
	s.started <- struct{}{}
	<-s.release
}

func (s *stuck) Health(context.Context, bool) (nodeapi.Health, error) {
	s.call()
	return nodeapi.Health{}, nil
}

func (s *stuck) RecoverySymbols(context.Context, walrus.BlobID, nodeapi.SymbolQuery) ([]walrus.GeneralRecoverySymbol, error) {
	s.call()
	return nil, walrus.ErrSliverNotFound
}

func TestReturnsWithItsContext(t *testing.T) {
	s := newStuck()
	h := nodeapi.NewHandler(s, nodeapi.Options{NShards: shards, MaxCalls: 2})
	start := time.Now()
	for range 2 {
		ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
		defer cancel()
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequest("GET", "/v1/health", nil).WithContext(ctx))
		if reasonOf(t, w) != "DEADLINE_EXCEEDED" {
			t.Errorf("answer %d %s", w.Code, w.Body)
		}
	}
	if d := time.Since(start); d > 2*time.Second {
		t.Errorf("the handler stayed for %v", d)
	}
	if n := s.running.Load(); n != 2 {
		t.Fatalf("%d calls are running, want the two left behind", n)
	}
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest("GET", "/v1/health", nil).WithContext(ended))
	if reasonOf(t, w) != "UNAVAILABLE" || len(s.started) != 2 {
		t.Errorf("request that was over before it began: %d, %d calls started", w.Code, len(s.started))
	}
	w = ask(h, "GET", "/v1/health", nil)
	if reasonOf(t, w) != "UNAVAILABLE" || w.Code != 503 || w.Header().Get("Retry-After") != "1" {
		t.Errorf("above MaxCalls: %d %v %s", w.Code, w.Header(), w.Body)
	}
	waiting, cancel2 := context.WithTimeout(t.Context(), 20*time.Millisecond)
	defer cancel2()
	if err := h.Wait(waiting); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("Wait returned %v while calls were running", err)
	}
	close(s.release)
	if err := h.Wait(t.Context()); err != nil || s.running.Load() != 0 {
		t.Errorf("Wait returned %v with %d calls running", err, s.running.Load())
	}
}

func TestSymbolLimiter(t *testing.T) {
	s := newStuck()
	h := nodeapi.NewHandler(s, nodeapi.Options{NShards: shards, MaxSymbolRequests: 1})
	target := "/v1/blobs/" + walrus.BlobID{}.String() + "/recoverySymbols?id=1-1"
	first := make(chan *httptest.ResponseRecorder)
	go func() { first <- ask(h, "GET", target, nil) }()
	<-s.started
	if w := ask(h, "GET", target, nil); w.Code != 503 || reasonOf(t, w) != "UNAVAILABLE" {
		t.Errorf("second request: %d %s", w.Code, w.Body)
	}
	close(s.release)
	if w := <-first; w.Code != 404 {
		t.Errorf("first request: %d %s", w.Code, w.Body)
	}
	if w := ask(h, "GET", target, nil); w.Code != 404 {
		t.Errorf("third request: %d %s", w.Code, w.Body)
	}
}

// broken is a node that panics and fails in ways that must not reach clients.
type broken struct{ nodeapi.Service }

func (broken) Health(context.Context, bool) (nodeapi.Health, error) { panic("secret of health") }

func (broken) BlobStatus(context.Context, walrus.BlobID) (nodeapi.BlobStatus, error) {
	return nodeapi.BlobStatus{}, errors.New("secret of status")
}

func (broken) Metadata(context.Context, walrus.BlobID) (*walrus.Metadata, error) { return nil, nil }

func TestInternalErrors(t *testing.T) {
	var log bytes.Buffer
	h := nodeapi.NewHandler(broken{}, nodeapi.Options{NShards: shards, Log: slog.New(slog.NewTextHandler(&log, nil))})
	blob := "/v1/blobs/" + walrus.BlobID{}.String()
	for target, logged := range map[string]string{
		"/v1/health": "secret of health", blob + "/status": "secret of status", blob + "/metadata": "nil pointer",
	} {
		log.Reset()
		w := ask(h, "GET", target, nil, "X-Request-Id", "request-7")
		if w.Code != 500 || reasonOf(t, w) != "INTERNAL_ERROR" || strings.Contains(w.Body.String(), "secret") {
			t.Errorf("%s: %d %s", target, w.Code, w.Body)
		}
		if !strings.Contains(w.Body.String(), "TraceID: request-7") {
			t.Errorf("%s: no trace ID in %s", target, w.Body)
		}
		if !strings.Contains(log.String(), logged) {
			t.Errorf("%s: log lacks %q: %s", target, logged, &log)
		}
	}
}

func TestBodyBudget(t *testing.T) {
	node, b, _ := toy(t)
	h := nodeapi.NewHandler(node, nodeapi.Options{NShards: shards, MaxBodyBytes: 100})
	w := ask(h, "PUT", "/v1/blobs/"+b.ID.String()+"/metadata", b.Metadata.AppendBCS(nil))
	if w.Code != 503 || reasonOf(t, w) != "UNAVAILABLE" || h.BodyBytes() != 0 {
		t.Errorf("%d %s, %d bytes taken", w.Code, w.Body, h.BodyBytes())
	}
}

func TestOpenAPIRoutesAreServed(t *testing.T) {
	var doc struct {
		Paths map[string]map[string]any
	}
	if err := yaml.Unmarshal(nodeapi.OpenAPI, &doc); err != nil {
		t.Fatal(err)
	}
	node, b, pair := toy(t)
	h := newHandler(node)
	fill := strings.NewReplacer("{id}", b.ID.String(), "{pair}", itoa(int(pair)), "{axis}", "primary",
		"{object}", "0x"+strings.Repeat("ab", 32))
	described := 0
	for path, methods := range doc.Paths {
		for method := range methods {
			if method == "parameters" {
				continue
			}
			described++
			w := ask(h, strings.ToUpper(method), fill.Replace(path), nil)
			if w.Code == 404 || w.Code == 405 || w.Code >= 500 {
				t.Errorf("%s %s is described and answered with %d %s", method, path, w.Code, w.Body)
			}
		}
	}
	if described != nodeapi.RouteCount(h) {
		t.Errorf("%d of %d routes are described", described, nodeapi.RouteCount(h))
	}
	for _, target := range []string{"/v1/api", "/v1/api/openapi.yaml"} {
		if w := ask(h, "GET", target, nil); w.Code != 200 || !strings.Contains(w.Body.String(), "openapi: 3.1.0") {
			t.Errorf("GET %s: %d", target, w.Code)
		}
	}
}

func TestChunkedBody(t *testing.T) {
	node, b, pair := toy(t)
	node.Drop(b.ID, pair, walrus.Primary)
	srv := httptest.NewServer(newHandler(node))
	defer srv.Close()
	url := srv.URL + "/v1/blobs/" + b.ID.String() + "/slivers/" + itoa(int(pair)) + "/primary"
	body := io.MultiReader(bytes.NewReader(b.Pairs[pair].Primary.AppendBCS(nil))) // of unknown length
	r, err := http.NewRequest("PUT", url, body)
	if err != nil {
		t.Fatal(err)
	}
	resp, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
	if resp.StatusCode != 201 {
		t.Errorf("body of unknown length: %d", resp.StatusCode)
	}
}
