package nodeapi_test

import (
	"context"
	"crypto/tls"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"go.uber.org/goleak"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/nodeapi"
	"github.com/walrus-go/walrus/nodeapi/nodeapitest"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// listen serves h with TLS until the test ends.
func listen(t testing.TB, h http.Handler) (address string, key walrus.NetworkKey) {
	t.Helper()
	secret, err := nodeapi.GenerateNetworkKey()
	if err != nil {
		t.Fatal(err)
	}
	conf, err := nodeapi.ServerTLS(secret, "node.example")
	if err != nil {
		t.Fatal(err)
	}
	srv := httptest.NewUnstartedServer(h)
	srv.TLS, srv.EnableHTTP2 = conf, true
	srv.Config.ErrorLog = slog.NewLogLogger(slog.DiscardHandler, slog.LevelError)
	srv.StartTLS()
	t.Cleanup(srv.Close)
	return srv.Listener.Addr().String(), nodeapi.NetworkKeyOf(&secret.PublicKey)
}

func dial(t testing.TB, address string, key walrus.NetworkKey) *nodeapi.Client {
	t.Helper()
	c := nodeapi.Dial(address, key, nodeapi.ClientOptions{NShards: shards})
	t.Cleanup(c.CloseIdleConnections)
	return c
}

// liar returns a client of a server that gives every request the same answer.
func liar(t testing.TB, answer http.HandlerFunc) *nodeapi.Client {
	t.Helper()
	address, key := listen(t, answer)
	return dial(t, address, key)
}

func TestHTTP2(t *testing.T) {
	var proto atomic.Value
	c := liar(t, func(w http.ResponseWriter, r *http.Request) {
		proto.Store(r.Proto + " " + r.TLS.NegotiatedProtocol + " " + strconv.Itoa(int(r.TLS.Version)))
		w.WriteHeader(404)
	})
	if _, err := c.BlobStatus(t.Context(), walrus.BlobID{}); err == nil {
		t.Error("no error for an empty 404")
	}
	if got := proto.Load(); got != "HTTP/2.0 h2 "+strconv.Itoa(tls.VersionTLS13) {
		t.Errorf("request came by %v", got)
	}
}

func TestWrongKey(t *testing.T) {
	address, key := listen(t, http.NotFoundHandler())
	other := key
	other[32] ^= 1
	for _, want := range []walrus.NetworkKey{other, {}} {
		_, err := dial(t, address, want).BlobStatus(t.Context(), walrus.BlobID{})
		var mismatch *nodeapi.KeyMismatchError
		if !errors.As(err, &mismatch) || mismatch.Want != want || mismatch.Got != key {
			t.Errorf("dialing with a wrong key: %v", err)
		}
	}
}

func TestOtherKindOfKeyRefused(t *testing.T) {
	srv := httptest.NewTLSServer(http.NotFoundHandler()) // an RSA certificate
	defer srv.Close()
	srv.Config.ErrorLog = slog.NewLogLogger(slog.DiscardHandler, slog.LevelError)
	for _, want := range []walrus.NetworkKey{{}, {0: 2}} {
		_, err := dial(t, srv.Listener.Addr().String(), want).BlobStatus(t.Context(), walrus.BlobID{})
		var mismatch *nodeapi.KeyMismatchError
		if !errors.As(err, &mismatch) || mismatch.Got != (walrus.NetworkKey{}) {
			t.Errorf("dialing a server with an RSA key: %v", err)
		}
	}
}

func TestServerRefusesOldTLS(t *testing.T) {
	address, _ := listen(t, http.NotFoundHandler())
	conn, err := tls.Dial("tcp", address, &tls.Config{InsecureSkipVerify: true, MaxVersion: tls.VersionTLS12})
	if err == nil {
		conn.Close()
		t.Error("TLS 1.2 was accepted")
	}
}

func TestCertificateNames(t *testing.T) {
	key, err := nodeapi.GenerateNetworkKey()
	if err != nil {
		t.Fatal(err)
	}
	for _, host := range []string{"node.example", "192.0.2.7", "2001:db8::7"} {
		conf, err := nodeapi.ServerTLS(key, host)
		if err != nil {
			t.Errorf("%s: %v", host, err)
			continue
		}
		leaf := parseLeaf(t, conf)
		if err := leaf.VerifyHostname(host); err != nil || leaf.IsCA || leaf.NotAfter.Before(time.Now().AddDate(50, 0, 0)) {
			t.Errorf("%s: %v, CA %v, until %v", host, err, leaf.IsCA, leaf.NotAfter)
		}
	}
}

// call is one method of a client with plain arguments.
type call struct {
	name string
	do   func(ctx context.Context, c *nodeapi.Client) error
}

func calls(b nodeapitest.Blob) []call {
	s := b.Pairs[0].Primary
	return []call{
		{"Metadata", func(ctx context.Context, c *nodeapi.Client) error { _, err := c.Metadata(ctx, b.ID); return err }},
		{"PutMetadata", func(ctx context.Context, c *nodeapi.Client) error {
			_, err := c.PutMetadata(ctx, b.ID, b.Metadata, false)
			return err
		}},
		{"HasMetadata", func(ctx context.Context, c *nodeapi.Client) error { _, err := c.HasMetadata(ctx, b.ID); return err }},
		{"Sliver", func(ctx context.Context, c *nodeapi.Client) error {
			_, err := c.Sliver(ctx, b.ID, 0, walrus.Primary)
			return err
		}},
		{"PutSliver", func(ctx context.Context, c *nodeapi.Client) error {
			_, err := c.PutSliver(ctx, b.ID, 0, s, true)
			return err
		}},
		{"HasSliver", func(ctx context.Context, c *nodeapi.Client) error {
			_, err := c.HasSliver(ctx, b.ID, 0, walrus.Primary)
			return err
		}},
		{"Confirmation", func(ctx context.Context, c *nodeapi.Client) error {
			_, err := c.Confirmation(ctx, b.ID, walrus.Permanent, nodeapi.Wait{})
			return err
		}},
		{"RecoverySymbols", func(ctx context.Context, c *nodeapi.Client) error {
			_, err := c.RecoverySymbols(ctx, b.ID, nodeapi.SymbolQuery{IDs: []walrus.SymbolID{{Primary: 1, Secondary: 2}}})
			return err
		}},
		{"AttestInconsistency", func(ctx context.Context, c *nodeapi.Client) error {
			_, err := c.AttestInconsistency(ctx, b.ID, walrus.Primary, &walrus.InconsistencyProof{})
			return err
		}},
		{"BlobStatus", func(ctx context.Context, c *nodeapi.Client) error { _, err := c.BlobStatus(ctx, b.ID); return err }},
		{"Health", func(ctx context.Context, c *nodeapi.Client) error { _, err := c.Health(ctx, true); return err }},
	}
}

// Each answer is wrong for every method; none may be believed, hang, or take much memory.
func TestAnswersOfLiars(t *testing.T) {
	const js, octets = "application/json", "application/octet-stream"
	b := nodeapitest.NewToyBlob(shards)
	send := func(code int, contentType, body string) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", contentType)
			w.WriteHeader(code)
			io.WriteString(w, body)
		}
	}
	endless := func(code int, contentType string) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", contentType)
			w.WriteHeader(code)
			block := []byte(strings.Repeat(" ", 64<<10))
			for r.Context().Err() == nil {
				if _, err := w.Write(block); err != nil {
					return
				}
			}
		}
	}
	for name, answer := range map[string]http.HandlerFunc{
		"nothing":           func(http.ResponseWriter, *http.Request) {},
		"empty JSON":        send(200, js, ""),
		"empty binary":      send(200, octets, ""),
		"HTML":              send(200, "text/html", "<p>captive portal"),
		"sliver as text":    send(200, "text/plain", string(b.Pairs[0].Primary.AppendBCS(nil))),
		"no content":        send(204, js, ""),
		"not JSON":          send(200, js, "{"),
		"no envelope":       send(200, js, `"stored"`),
		"null data":         send(200, js, `{"success":{"code":200,"data":null}}`),
		"code in envelope":  send(200, js, `{"success":{"code":201,"data":"stored"}}`),
		"odd data":          send(200, js, `{"success":{"code":200,"data":[1,2]}}`),
		"error under 200":   send(200, js, `{"error":{"status":"NOT_FOUND","code":404,"message":"","details":[]}}`),
		"success under 404": send(404, js, `{"success":{"code":404,"data":"stored"}}`),
		"redirect":          func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "https://127.0.0.1:1/", 302) },
		"odd status":        send(299, js, `{"success":{"code":299,"data":"stored"}}`),
		"binary trash":      send(200, octets, "\xff\xff\xff\xff\x0f"),
		"endless JSON":      endless(200, js),
		"endless binary":    endless(200, octets),
		"endless error":     endless(500, js),
		"long declared": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", octets)
			w.Header().Set("Content-Length", "9000000000000000000")
			w.WriteHeader(200)
		},
		"encoded": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Encoding", "gzip")
			w.Header().Set("Content-Type", octets)
			w.Write(b.Pairs[0].Primary.AppendBCS(nil)) // what Sliver would take
		},
	} {
		t.Run(name, func(t *testing.T) {
			c := liar(t, answer)
			for _, call := range calls(b) {
				ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
				err := call.do(ctx, c)
				cancel()
				var bad *nodeapi.ResponseError
				var e *nodeapi.Error
				if !errors.As(err, &bad) || errors.As(err, &e) || errors.Is(err, context.DeadlineExceeded) {
					t.Errorf("%s: %v, want a *ResponseError", call.name, err)
				}
			}
		})
	}
}

func TestCutAnswer(t *testing.T) {
	c := liar(t, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/octet-stream")
		w.Header().Set("Content-Length", "100")
		w.Write([]byte("x"))
		w.(http.Flusher).Flush()
		panic(http.ErrAbortHandler)
	})
	_, err := c.Sliver(t.Context(), walrus.BlobID{}, 0, walrus.Primary)
	var bad *nodeapi.ResponseError
	if err == nil || errors.As(err, &bad) || errors.Is(err, walrus.ErrInvalidSliver) {
		t.Errorf("cut answer: %v, want an error of the network", err)
	}
}

// Answers that are well formed and belong to something else.
func TestAnswersToOtherQuestions(t *testing.T) {
	b, other := nodeapitest.NewToyBlob(shards), nodeapitest.NewToyBlob(shards)
	binary := func(body []byte) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "application/octet-stream")
			w.Write(body)
		}
	}
	ctx := t.Context()
	_, err := liar(t, binary(walrus.AppendMetadataWithID(nil, other.ID, b.Metadata))).Metadata(ctx, b.ID)
	if !errors.Is(err, walrus.ErrInvalidMetadata) {
		t.Errorf("metadata under another ID: %v", err)
	}
	_, err = liar(t, binary(b.Pairs[1].Primary.AppendBCS(nil))).Sliver(ctx, b.ID, 0, walrus.Primary)
	if !errors.Is(err, walrus.ErrInvalidSliver) {
		t.Errorf("sliver of another index: %v", err)
	}
	good := b.Pairs[1].Primary.AppendBCS(nil)
	if _, err = liar(t, binary(good)).SliverUpTo(ctx, b.ID, 1, walrus.Primary, len(good)); err != nil {
		t.Errorf("sliver of the size expected: %v", err)
	}
	if _, err = liar(t, binary(good)).SliverUpTo(ctx, b.ID, 1, walrus.Primary, len(good)-1); err == nil {
		t.Error("sliver above the size expected was taken")
	}
	symbol := walrus.GeneralRecoverySymbol{
		Recovers: walrus.Primary, Target: 3,
		RecoverySymbol: walrus.RecoverySymbol{DecodingSymbol: walrus.DecodingSymbol{Index: 4, Data: []byte{1, 2}}},
	}
	list := []walrus.GeneralRecoverySymbol{symbol}
	c := liar(t, binary(walrus.AppendRecoverySymbols(nil, list)))
	for _, q := range []nodeapi.SymbolQuery{
		{IDs: []walrus.SymbolID{{Primary: 4, Secondary: 3}}},
		{Target: &nodeapi.TargetSliver{Index: 3, Axis: walrus.Secondary}},
		{Target: &nodeapi.TargetSliver{Index: 3, Axis: walrus.Primary}, SymbolSize: 4},
	} {
		if got, err := c.RecoverySymbols(ctx, b.ID, q); !errors.Is(err, walrus.ErrInvalidSymbol) {
			t.Errorf("%+v was answered with %v, %v", q, got, err)
		}
	}
	if got, err := c.RecoverySymbols(ctx, b.ID, nodeapi.SymbolQuery{Target: &nodeapi.TargetSliver{Index: 3}, SymbolSize: 2}); err != nil || len(got) != 1 {
		t.Errorf("right symbol: %v, %v", got, err)
	}
	twice := append(list, symbol)
	c = liar(t, binary(walrus.AppendRecoverySymbols(nil, twice)))
	if got, err := c.RecoverySymbols(ctx, b.ID, nodeapi.SymbolQuery{IDs: []walrus.SymbolID{symbol.ID()}}); err == nil {
		t.Errorf("more symbols than asked for: %v", got)
	}
	c = liar(t, binary([]byte{0}))
	if got, err := c.RecoverySymbols(ctx, b.ID, nodeapi.SymbolQuery{Target: &nodeapi.TargetSliver{}}); err == nil {
		t.Errorf("no symbols: %v", got)
	}
}

func TestSignedMessagesRefused(t *testing.T) {
	base64 := func(n int) string { b, _ := json.Marshal(make([]byte, n)); return string(b) }
	for name, c := range map[string]struct {
		message, signature string
		ok                 bool
	}{
		"good":            {base64(40), base64(96), true},
		"no message":      {`""`, base64(96), false},
		"long message":    {base64(4097), base64(96), false},
		"no signature":    {base64(40), `""`, false},
		"short signature": {base64(40), base64(95), false},
		"long signature":  {base64(40), base64(97), false},
		"null":            {"null", "null", false},
		"not base64":      {`"*"`, base64(96), false},
	} {
		signed := `{"serializedMessage":` + c.message + `,"signature":` + c.signature + `}`
		client := liar(t, func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", "application/json")
			if r.Method == http.MethodPost {
				io.WriteString(w, `{"success":{"code":200,"data":`+signed+`}}`)
			} else {
				io.WriteString(w, `{"success":{"code":200,"data":{"signed":`+signed+`}}}`)
			}
		})
		_, err := client.Confirmation(t.Context(), walrus.BlobID{}, walrus.Permanent, nodeapi.Wait{})
		_, err2 := client.AttestInconsistency(t.Context(), walrus.BlobID{}, walrus.Primary, &walrus.InconsistencyProof{})
		for _, err := range []error{err, err2} {
			var bad *nodeapi.ResponseError
			if (err == nil) != c.ok || err != nil && !errors.As(err, &bad) {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
}

func TestErrorOfNode(t *testing.T) {
	sent := nodeapi.Errorf(nodeapi.TemporarilyUnavailable, "busy").WithMetadata("queue", "7")
	body, err := json.Marshal(sent)
	if err != nil {
		t.Fatal(err)
	}
	c := liar(t, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json; charset=utf-8")
		w.Header().Set("Retry-After", "3")
		w.WriteHeader(503)
		w.Write(body)
	})
	for _, call := range calls(nodeapitest.NewToyBlob(shards)) {
		err := call.do(t.Context(), c)
		var e *nodeapi.Error
		if !errors.As(err, &e) || !errors.Is(err, walrus.ErrUnavailable) {
			t.Errorf("%s: %v", call.name, err)
			continue
		}
		if e.Code() != 503 || e.Message != "busy" || e.Metadata["queue"] != "7" || e.RetryAfter != 3*time.Second {
			t.Errorf("%s: %+v", call.name, e)
		}
		if !strings.Contains(err.Error(), c.Address()) {
			t.Errorf("error does not name the node: %v", err)
		}
	}
}

func TestProxyIsUnavailable(t *testing.T) {
	for code, want := range map[int]bool{429: true, 502: true, 503: true, 504: true, 500: false, 404: false, 403: false} {
		c := liar(t, func(w http.ResponseWriter, _ *http.Request) { http.Error(w, "proxy", code) })
		_, err := c.BlobStatus(t.Context(), walrus.BlobID{})
		if errors.Is(err, walrus.ErrUnavailable) != want {
			t.Errorf("plain %d is unavailable: %v, want %v (%v)", code, !want, want, err)
		}
	}
}

func TestCancelledCall(t *testing.T) {
	entered := make(chan struct{}, 1)
	c := liar(t, func(w http.ResponseWriter, r *http.Request) {
		entered <- struct{}{}
		<-r.Context().Done()
	})
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() { _, err := c.BlobStatus(ctx, walrus.BlobID{}); done <- err }()
	<-entered
	cancel()
	if err := <-done; !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled call: %v", err)
	}
}

func TestInFlightLimit(t *testing.T) {
	entered, release := make(chan struct{}, 10), make(chan struct{})
	address, key := listen(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		entered <- struct{}{}
		<-release
	}))
	c := nodeapi.Dial(address, key, nodeapi.ClientOptions{NShards: shards, MaxInFlight: 1})
	t.Cleanup(c.CloseIdleConnections)
	done := make(chan error, 1)
	go func() { _, err := c.BlobStatus(t.Context(), walrus.BlobID{}); done <- err }()
	<-entered
	ctx, cancel := context.WithTimeout(t.Context(), 30*time.Millisecond)
	defer cancel()
	if _, err := c.BlobStatus(ctx, walrus.BlobID{}); !errors.Is(err, context.DeadlineExceeded) || len(entered) != 0 {
		t.Errorf("second request: %v, %d reached the server", err, len(entered))
	}
	close(release)
	<-done
}

func TestConnectTimeout(t *testing.T) {
	ln, err := net.Listen("tcp", "127.0.0.1:0") // takes connections and says nothing
	if err != nil {
		t.Fatal(err)
	}
	defer ln.Close()
	c := nodeapi.Dial(ln.Addr().String(), walrus.NetworkKey{2}, nodeapi.ClientOptions{NShards: shards, ConnectTimeout: 50 * time.Millisecond})
	defer c.CloseIdleConnections()
	start := time.Now()
	if _, err := c.BlobStatus(t.Context(), walrus.BlobID{}); err == nil || time.Since(start) > 5*time.Second {
		t.Errorf("silent server: %v after %v", err, time.Since(start))
	}
}

func TestManyCancelledStreams(t *testing.T) {
	node, b, pair := toy(t)
	slow := &slowNode{Node: node}
	c := nodeapitest.Remote(t, slow, shards)
	if _, err := c.Sliver(t.Context(), b.ID, pair, walrus.Primary); err != nil {
		t.Fatal(err)
	}
	for round := range 20 {
		ctx, cancel := context.WithTimeout(t.Context(), 5*time.Millisecond)
		errs := make(chan error, 200)
		for range cap(errs) {
			go func() { _, err := c.BlobStatus(ctx, b.ID); errs <- err }()
		}
		for range cap(errs) {
			if err := <-errs; !errors.Is(err, context.DeadlineExceeded) {
				t.Errorf("round %d: %v", round, err)
			}
		}
		cancel()
		if _, err := c.Sliver(t.Context(), b.ID, pair, walrus.Primary); err != nil {
			t.Fatalf("round %d: the connection was hurt: %v", round, err)
		}
	}
}

// slowNode takes its time for a status, but looks at its context.
type slowNode struct{ *nodeapitest.Node }

func (s *slowNode) BlobStatus(ctx context.Context, id walrus.BlobID) (nodeapi.BlobStatus, error) {
	select {
	case <-time.After(3 * time.Second):
		return nodeapi.BlobStatus{}, nil
	case <-ctx.Done():
		return nodeapi.BlobStatus{}, fmt.Errorf("status of %v: %w", id, ctx.Err())
	}
}

func TestLargeSliver(t *testing.T) {
	node := toyNode()
	b := nodeapitest.ToyBlob(shards, 1<<40, walrus.MaxSymbolSize) // the largest there is
	node.Register(b.ID, walrus.Permanent)
	c := nodeapitest.Remote(t, node, shards)
	if _, err := c.PutMetadata(t.Context(), b.ID, b.Metadata, false); err != nil {
		t.Fatal(err)
	}
	pair := node.Shards[0].Pair(b.ID, shards)
	want := b.Pairs[pair].Primary
	if stored, err := c.PutSliver(t.Context(), b.ID, pair, want, false); err != nil || stored != nodeapi.NewlyStored {
		t.Fatalf("put: %v, %v", stored, err)
	}
	got, err := c.Sliver(t.Context(), b.ID, pair, walrus.Primary)
	if err != nil || string(got.Data) != string(want.Data) || got.SymbolSize != want.SymbolSize {
		t.Errorf("largest sliver: %v", err)
	}
	over := &walrus.Sliver{Index: want.Index, SymbolSize: 1, Data: make([]byte, shards.MaxSliverSize()+200)}
	_, err = c.PutSliver(t.Context(), b.ID, pair, over, false)
	var e *nodeapi.Error
	if !errors.As(err, &e) || e.Reason != nodeapi.BodyTooLarge || e.Code() != 413 {
		t.Errorf("sliver above the limit: %v", err)
	}
}
