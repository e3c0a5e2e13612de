package httpx

import (
	"bytes"
	"context"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/walrus-go/walrus"
)

const testDomain = "daemon.walrus.space"

var testTable = NewTable(testDomain,
	Row{Reason: "BLOB_NOT_FOUND", Status: NotFound, Sentinel: walrus.ErrBlobNotFound},
	Row{Reason: "BLOB_UNAVAILABLE", Status: Unavailable, Sentinel: walrus.ErrUnavailable},
)

func TestTableOfAnotherDomain(t *testing.T) {
	e := testTable.For(walrus.ErrBlobNotFound)
	if e.Domain != testDomain || e.Code() != 404 {
		t.Errorf("%+v", e)
	}
	if e := testTable.For(walrus.ErrUnavailable); e.Reason != "BLOB_UNAVAILABLE" {
		t.Errorf("the table's own row does not come first: %+v", e)
	}
	if e := testTable.For(ErrNoBudget); e.Code() != 503 {
		t.Errorf("no budget: %+v", e)
	}
	if e := testTable.For(errors.New("x")); e.Domain != GlobalDomain || e.Reason != ReasonInternal {
		t.Errorf("internal: %+v", e)
	}
}

func TestReadAll(t *testing.T) {
	data := bytes.Repeat([]byte("walrus"), 700_000) // 4.2 MB
	for _, c := range []struct {
		name            string
		declared, limit int64
		err             error
	}{
		{"declared", int64(len(data)), 5 << 20, nil},
		{"declared at the limit", int64(len(data)), int64(len(data)), nil},
		{"unknown", -1, 5 << 20, nil},
		{"unknown at the limit", -1, int64(len(data)), nil},
		{"declared above the limit", int64(len(data)), int64(len(data)) - 1, ErrBodyTooLarge},
		{"unknown above the limit", -1, int64(len(data)) - 1, ErrBodyTooLarge},
		{"more than declared", 100, 5 << 20, ErrBodyTooLarge},
		{"nothing allowed", -1, 0, ErrBodyTooLarge},
	} {
		for _, r := range []io.Reader{bytes.NewReader(data), iotest.HalfReader(bytes.NewReader(data)), iotest.DataErrReader(bytes.NewReader(data))} {
			got, err := ReadAll(r, c.declared, c.limit)
			if !errors.Is(err, c.err) || err == nil && !bytes.Equal(got, data) {
				t.Errorf("%s: %d bytes, %v, want %v", c.name, len(got), err, c.err)
			}
			if err == nil && c.declared >= 0 && cap(got) != len(data) {
				t.Errorf("%s: %d bytes of memory for %d", c.name, cap(got), len(data))
			}
		}
	}
	if got, err := ReadAll(strings.NewReader(""), 0, 10); err != nil || len(got) != 0 {
		t.Errorf("empty: %v, %v", got, err)
	}
	boom := errors.New("boom")
	if _, err := ReadAll(iotest.ErrReader(boom), -1, 10); !errors.Is(err, boom) {
		t.Errorf("broken reader: %v", err)
	}
}

func TestMemoryFollowsBytes(t *testing.T) {
	const declared = 1 << 30
	b := NewBudget(1 << 40)
	r := io.MultiReader(bytes.NewReader(make([]byte, 3<<20)), iotest.ErrReader(io.ErrUnexpectedEOF))
	_, taken, err := readAll(r, declared, declared, b)
	if err == nil || taken > 8<<20 {
		t.Errorf("%d bytes of memory taken for 3 MiB that arrived of 1 GiB declared (%v)", taken, err)
	}
	b.give(taken)
	if b.Used() != 0 {
		t.Errorf("%d bytes are still counted", b.Used())
	}
}

func TestBudget(t *testing.T) {
	b := NewBudget(2 << 20)
	r := func(n int) *http.Request { return httptest.NewRequest("PUT", "/", bytes.NewReader(make([]byte, n))) }
	_, release, err := ReadBody(httptest.NewRecorder(), r(1<<20), 4<<20, b)
	if err != nil {
		t.Fatal(err)
	}
	_, release2, err := ReadBody(httptest.NewRecorder(), r(3<<20), 4<<20, b)
	if !errors.Is(err, ErrNoBudget) || !errors.Is(err, walrus.ErrUnavailable) {
		t.Errorf("above the budget: %v", err)
	}
	release2()
	if b.Used() != 1<<20 {
		t.Errorf("%d bytes counted, want those of the first body", b.Used())
	}
	release()
	_, release, err = ReadBody(httptest.NewRecorder(), r(2<<20), 4<<20, b)
	if err != nil {
		t.Errorf("budget was not given back: %v", err)
	}
	release()
}

// A body that comes too slowly is cut off, and the connection of a request that took its time is not.
func TestSlowBody(t *testing.T) {
	result := make(chan error, 1)
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		control := http.NewResponseController(w)
		control.SetReadDeadline(time.Now().Add(20 * time.Millisecond)) // stands for the deadline of ReadBody
		_, _, err := readAll(r.Body, r.ContentLength, 100, nil)
		result <- bodyError(err)
	}))
	defer srv.Close()
	pr, pw := io.Pipe()
	defer pw.Close()
	req, _ := http.NewRequest("PUT", srv.URL, pr)
	req.ContentLength = 10
	go func() {
		if resp, err := http.DefaultClient.Do(req); err == nil {
			resp.Body.Close()
		}
	}()
	if err := <-result; !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("slow body: %v", err)
	}
}

func TestRequestIDs(t *testing.T) {
	var seen string
	h := RequestIDs(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { seen = RequestID(r.Context()) }))
	for given, keep := range map[string]bool{
		"abc-1.2_Z": true, "": false, "a b": false, "x\n": false, strings.Repeat("a", 64): true, strings.Repeat("a", 65): false, "<b>": false,
	} {
		r := httptest.NewRequest("GET", "/", nil)
		r.Header[RequestIDHeader] = []string{given}
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if (seen == given) != keep || !isRequestID(seen) || w.Header().Get(RequestIDHeader) != seen {
			t.Errorf("%q became %q", given, seen)
		}
	}
}

func TestLimiter(t *testing.T) {
	l := NewLimiter(1)
	inside, release := make(chan struct{}), make(chan struct{})
	refusal := testTable.Errorf(ReasonTooManyRequests, "busy").WithRetryAfter(1500 * time.Millisecond)
	h := l.Middleware(refusal)(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {
		inside <- struct{}{}
		<-release
	}))
	done := make(chan struct{})
	go func() { h.ServeHTTP(httptest.NewRecorder(), httptest.NewRequest("GET", "/", nil)); close(done) }()
	<-inside
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest("GET", "/", nil))
	if w.Code != 429 || w.Header().Get("Retry-After") != "2" || !strings.Contains(w.Body.String(), `"reason":"TOO_MANY_REQUESTS"`) {
		t.Errorf("refused with %d %v %s", w.Code, w.Header(), w.Body)
	}
	close(release)
	<-done
	if !l.TryAcquire() {
		t.Error("the slot was not given back")
	}
}

func TestCallSurvivesPanic(t *testing.T) {
	var seen any
	c := NewCalls(1, func(_ context.Context, p any) { seen = p })
	_, err := Call(t.Context(), c, func(context.Context) (int, error) { panic("boom") })
	if err == nil || seen != "boom" || testTable.For(err).Reason != ReasonInternal {
		t.Errorf("panic became %v, told %v", err, seen)
	}
	if err := c.Wait(t.Context()); err != nil {
		t.Error(err)
	}
	if v, err := Call(t.Context(), c, func(context.Context) (int, error) { return 7, nil }); v != 7 || err != nil {
		t.Errorf("call after a panic: %v, %v", v, err)
	}
}

func TestAccesses(t *testing.T) {
	var got []Access
	observe := func(*http.Request) func(Access) { return func(a Access) { got = append(got, a) } }
	mux := http.NewServeMux()
	mux.HandleFunc("GET /a/{x}", func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(202)
		io.WriteString(w, "four")
	})
	mux.HandleFunc("GET /panic", func(http.ResponseWriter, *http.Request) { panic("boom") })
	mux.HandleFunc("GET /none", func(http.ResponseWriter, *http.Request) {})
	h := Chain(mux, RequestIDs, Accesses(observe), Recover(testTable, slog.New(slog.DiscardHandler)))
	for _, path := range []string{"/a/1", "/panic", "/none", "/nowhere"} {
		h.ServeHTTP(httptest.NewRecorder(), httptest.NewRequest("GET", path, nil))
	}
	want := []Access{{Route: "GET /a/{x}", Code: 202, Bytes: 4}, {Route: "GET /panic", Code: 500}, {Route: "GET /none"}, {Code: 404}}
	for i, w := range want {
		if i >= len(got) || got[i].Route != w.Route || got[i].Code != w.Code || w.Bytes != 0 && got[i].Bytes != w.Bytes || got[i].Duration <= 0 {
			t.Errorf("access %d of %+v, want %+v", i, got, w)
		}
	}
}

func TestPanicAfterFirstByteCutsConnection(t *testing.T) {
	var log bytes.Buffer
	h := Recover(testTable, slog.New(slog.NewTextHandler(&log, nil)))(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		io.WriteString(w, "partial")
		http.NewResponseController(w).Flush() // of unknown length: only the end of the connection tells
		panic("boom")
	}))
	srv := httptest.NewServer(h)
	srv.Config.ErrorLog = slog.NewLogLogger(slog.DiscardHandler, slog.LevelError)
	defer srv.Close()
	resp, err := http.Get(srv.URL)
	if err == nil {
		_, err = io.ReadAll(resp.Body)
		resp.Body.Close()
	}
	if err == nil {
		t.Error("an answer cut by a panic looked whole")
	}
	srv.Close()
	if !strings.Contains(log.String(), "boom") || !strings.Contains(log.String(), "stack=") {
		t.Errorf("log: %s", &log)
	}
}

func TestWriteErrorAfterBrokenPeer(t *testing.T) {
	err := Write(brokenWriter{httptest.NewRecorder()}, 200, ContentTypeBinary, []byte("x"))
	if !errors.Is(err, ErrAnswered) || !errors.Is(err, io.ErrClosedPipe) {
		t.Errorf("broken peer: %v", err)
	}
	if err := WriteSuccess(httptest.NewRecorder(), 200, make(chan int)); err == nil || errors.Is(err, ErrAnswered) {
		t.Errorf("data that do not encode: %v", err)
	}
}

type brokenWriter struct{ *httptest.ResponseRecorder }

func (brokenWriter) Write([]byte) (int, error) { return 0, io.ErrClosedPipe }

func TestRetryAfter(t *testing.T) {
	for text, want := range map[string]time.Duration{
		"": 0, "0": 0, "7": 7 * time.Second, "3600": time.Hour, "3601": 0, "-1": 0, "1.5": 0, "99999999999999999999": 0, "Wed, 25 Nov 2026 10:00:00 GMT": 0,
	} {
		if got := ParseRetryAfter(text); got != want {
			t.Errorf("%q is %v, want %v", text, got, want)
		}
	}
}

func FuzzParseError(f *testing.F) {
	good, _ := testTable.Errorf("BLOB_NOT_FOUND", "no such blob").WithMetadata("a", "b").MarshalJSON()
	f.Add(404, good)
	f.Add(500, []byte(`{"error":{"status":"INTERNAL","code":500,"message":"\u001b","details":[{"@type":"DebugInfo","detail":"TraceID: 7"}]}}`))
	f.Fuzz(func(t *testing.T, code int, body []byte) {
		e, err := testTable.Parse(code, body)
		if err != nil {
			return
		}
		if e.Code() != code || e.Reason == "" || len(e.Message) > 4*maxMessage {
			t.Fatalf("accepted as %+v", e)
		}
		again, err := e.MarshalJSON()
		if err != nil {
			t.Fatal(err)
		}
		if e2, err := testTable.Parse(code, again); err != nil || e2.Reason != e.Reason || e2.Message != e.Message {
			t.Fatalf("%s was read again as %+v, %v", again, e2, err)
		}
	})
}
