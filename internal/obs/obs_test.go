package obs

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/prometheus/client_golang/prometheus/testutil"

	"github.com/walrus-go/walrus/internal/httpx"
)

func TestLogger(t *testing.T) {
	ctx := httpx.WithRequestID(t.Context(), "r-1")
	var b bytes.Buffer
	log := NewLogger(&b, JSON, slog.LevelInfo).With(Node, "n").WithGroup("g")
	log.InfoContext(ctx, "stored", Blob, "b")
	log.DebugContext(ctx, "not shown")
	var line map[string]any
	if err := json.Unmarshal(b.Bytes(), &line); err != nil {
		t.Fatalf("%q: %v", b.String(), err)
	}
	group, _ := line["g"].(map[string]any)
	if line["msg"] != "stored" || line[Node] != "n" || group[Blob] != "b" || group[Request] != "r-1" {
		t.Errorf("line %v", line)
	}
	b.Reset()
	NewLogger(&b, Text, slog.LevelInfo).Info("stored", Shard, 7)
	if got := b.String(); !strings.Contains(got, "msg=stored shard=7\n") || strings.Contains(got, Request) {
		t.Errorf("text line %q", got)
	}
	b.Reset()
	NewLogger(&b, Auto, slog.LevelInfo).Info("stored")
	if !json.Valid(b.Bytes()) {
		t.Errorf("auto off a terminal wrote %q", b.String())
	}
}

func TestFormat(t *testing.T) {
	var f Format
	for text, ok := range map[string]bool{"auto": true, "TEXT": true, "json": true, "": false, "xml": false} {
		if err := f.UnmarshalText([]byte(text)); (err == nil) != ok {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestDebugHandler(t *testing.T) {
	reg := NewRegistry()
	var notReady error
	h := DebugHandler(reg, func(context.Context) error { return notReady })
	get := func(path string) *httptest.ResponseRecorder {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequest("GET", path, nil))
		return w
	}
	for path, want := range map[string]string{
		"/metrics": "go_goroutines", "/healthz": "ok", "/readyz": "ok", "/debug/pprof/": "goroutine", "/debug/pprof/heap?debug=1": "heap profile",
	} {
		if w := get(path); w.Code != 200 || !strings.Contains(w.Body.String(), want) {
			t.Errorf("%s: %d %.200s", path, w.Code, w.Body)
		}
	}
	notReady = errors.New("catching up")
	if w := get("/readyz"); w.Code != 503 || !strings.Contains(w.Body.String(), "catching up") {
		t.Errorf("not ready: %d %s", w.Code, w.Body)
	}
	if w := get("/healthz"); w.Code != 200 {
		t.Errorf("alive but not ready: %d", w.Code)
	}
	if w := get("/"); w.Code != 404 {
		t.Errorf("root: %d", w.Code)
	}
}

func TestHTTPMetrics(t *testing.T) {
	reg := NewRegistry()
	mux := http.NewServeMux()
	mux.HandleFunc("GET /a/{x}", func(w http.ResponseWriter, _ *http.Request) { w.Write([]byte("hello")) })
	h := httpx.Chain(mux, httpx.RequestIDs, httpx.Accesses(HTTPMetrics(reg, "api")))
	for _, r := range []struct{ method, path string }{{"GET", "/a/1"}, {"GET", "/a/2"}, {"BREW", "/b"}} {
		h.ServeHTTP(httptest.NewRecorder(), httptest.NewRequest(r.method, r.path, nil))
	}
	want := `
# HELP walrus_http_server_requests_total Requests answered; status 0 means that nothing was sent.
# TYPE walrus_http_server_requests_total counter
walrus_http_server_requests_total{method="GET",route="GET /a/{x}",server="api",status="200"} 2
walrus_http_server_requests_total{method="other",route="",server="api",status="404"} 1
# HELP walrus_http_server_response_bytes_total Bytes of the bodies of answers.
# TYPE walrus_http_server_response_bytes_total counter
walrus_http_server_response_bytes_total{route="",server="api"} 19
walrus_http_server_response_bytes_total{route="GET /a/{x}",server="api"} 10
# HELP walrus_http_server_requests_in_flight Requests being answered.
# TYPE walrus_http_server_requests_in_flight gauge
walrus_http_server_requests_in_flight{server="api"} 0
`
	names := []string{"walrus_http_server_requests_total", "walrus_http_server_response_bytes_total", "walrus_http_server_requests_in_flight"}
	if err := testutil.GatherAndCompare(reg, strings.NewReader(want), names...); err != nil {
		t.Error(err)
	}
	HTTPMetrics(NewRegistry(), "api") // another daemon in this process
	HTTPMetrics(reg, "admin")         // another server of this daemon
}
