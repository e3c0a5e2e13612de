package nodeapi_test

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"net"
	"net/http"
	"testing"
	"time"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/nodeapi"
)

func parseLeaf(t testing.TB, conf *tls.Config) *x509.Certificate {
	t.Helper()
	leaf, err := x509.ParseCertificate(conf.Certificates[0].Certificate[0])
	if err != nil {
		t.Fatal(err)
	}
	return leaf
}

// serving is a server whose Serve was called.
type serving struct {
	client *nodeapi.Client
	stop   context.CancelFunc
	done   chan error
}

func serve(t *testing.T, s nodeapi.Service, drain time.Duration) serving {
	t.Helper()
	secret, err := nodeapi.GenerateNetworkKey()
	if err != nil {
		t.Fatal(err)
	}
	conf, err := nodeapi.ServerTLS(secret, "127.0.0.1")
	if err != nil {
		t.Fatal(err)
	}
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() { done <- nodeapi.Serve(ctx, ln, nodeapi.NewServer(newHandler(s), conf, nil), drain) }()
	return serving{dial(t, ln.Addr().String(), nodeapi.NetworkKeyOf(&secret.PublicKey)), stop, done}
}

func TestDrain(t *testing.T) {
	s := newStuck()
	srv := serve(t, s, 10*time.Second)
	result := make(chan error, 1)
	go func() { _, err := srv.client.Health(t.Context(), false); result <- err }()
	<-s.started
	srv.stop()
	for refused := false; !refused; { // once draining has begun, nobody is let in
		conn, err := net.Dial("tcp", srv.client.Address())
		if refused = err != nil; !refused {
			conn.Close()
		}
	}
	close(s.release)
	if err := <-result; err != nil {
		t.Errorf("request that was running at the stop: %v", err)
	}
	if err := <-srv.done; err != nil {
		t.Errorf("Serve: %v", err)
	}
}

func TestDrainEnds(t *testing.T) {
	s := newStuck()
	srv := serve(t, s, 20*time.Millisecond)
	result := make(chan error, 1)
	go func() { _, err := srv.client.Health(t.Context(), false); result <- err }()
	<-s.started
	srv.stop()
	if err := <-result; err == nil {
		t.Error("request outlived the drain")
	}
	select {
	case err := <-srv.done:
		t.Errorf("Serve returned %v although a call was running", err)
	case <-time.After(50 * time.Millisecond):
	}
	close(s.release)
	if err := <-srv.done; err != nil {
		t.Errorf("Serve: %v", err)
	}
}

func TestServeReportsListener(t *testing.T) {
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ln.Close()
	secret, _ := nodeapi.GenerateNetworkKey()
	conf, err := nodeapi.ServerTLS(secret, "127.0.0.1")
	if err != nil {
		t.Fatal(err)
	}
	err = nodeapi.Serve(t.Context(), ln, nodeapi.NewServer(http.NotFoundHandler(), conf, nil), time.Second)
	if !errors.Is(err, net.ErrClosed) {
		t.Errorf("Serve on a closed listener: %v", err)
	}
}

func TestServerLimits(t *testing.T) {
	srv := nodeapi.NewServer(http.NotFoundHandler(), nil, nil)
	if srv.ReadHeaderTimeout != 10*time.Second || srv.HTTP2.MaxConcurrentStreams != 1000 || srv.IdleTimeout == 0 {
		t.Errorf("limits %v, %d, %v", srv.ReadHeaderTimeout, srv.HTTP2.MaxConcurrentStreams, srv.IdleTimeout)
	}
}

func TestDialRefusesBadShardCount(t *testing.T) {
	defer func() {
		if err, _ := recover().(error); !errors.Is(err, walrus.ErrInvalidShardCount) {
			t.Errorf("panic with %v", err)
		}
	}()
	nodeapi.Dial("127.0.0.1:1", walrus.NetworkKey{}, nodeapi.ClientOptions{})
}
