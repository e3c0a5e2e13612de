package nodeapi

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"time"
)

// The limits of the listener (storage-node.md §3.2). Receive windows are for one connection of a fast peer far away.
const (
	headerTimeout  = 10 * time.Second // of handshake and header
	idleTimeout    = 2 * time.Minute
	maxStreams     = 1000
	connWindow     = 4<<20 - 1
	streamWindow   = 1 << 20
	maxHeaderBytes = 256 << 10
	abortTime      = 5 * time.Second // for calls to notice that their context ended
)

// NewServer returns the HTTP server of a node with the deadlines and limits of the protocol. log gets what the
// server says about broken connections, at debug level; nil discards it.
func NewServer(h http.Handler, conf *tls.Config, log *slog.Logger) *http.Server {
	if log == nil {
		log = slog.New(slog.DiscardHandler)
	}
	return &http.Server{
		Handler:           h,
		TLSConfig:         conf,
		ReadHeaderTimeout: headerTimeout,
		IdleTimeout:       idleTimeout,
		MaxHeaderBytes:    maxHeaderBytes,
		ErrorLog:          slog.NewLogLogger(log.Handler(), slog.LevelDebug),
		HTTP2: &http.HTTP2Config{
			MaxConcurrentStreams:          maxStreams,
			MaxReceiveBufferPerConnection: connWindow,
			MaxReceiveBufferPerStream:     streamWindow,
			SendPingTimeout:               30 * time.Second,
			PingTimeout:                   15 * time.Second,
		},
	}
}

// waiter is a handler whose work can outlive its requests.
type waiter interface {
	Wait(context.Context) error
}

// Serve serves TLS on ln until ctx ends, then stops accepting and gives running requests up to drain to finish;
// after that their connections close and with them their contexts end. It returns once every request is over and the calls of a
// [Handler] have ended, nil if ctx was the reason. A call that ignores its context for five seconds is left behind and
// reported as an error. ln is closed.
func Serve(ctx context.Context, ln net.Listener, srv *http.Server, drain time.Duration) error {
	after := context.WithoutCancel(ctx)
	stopped := make(chan error, 1)
	go func() { stopped <- srv.ServeTLS(ln, "", "") }()
	select {
	case err := <-stopped:
		return fmt.Errorf("serve on %v: %w", ln.Addr(), err)
	case <-ctx.Done():
	}
	draining, cancel := context.WithTimeout(after, drain)
	defer cancel()
	err := srv.Shutdown(draining)
	if errors.Is(err, context.DeadlineExceeded) {
		err = nil // what ran over the time is cut off
	}
	err = errors.Join(err, srv.Close())
	if err2 := <-stopped; !errors.Is(err2, http.ErrServerClosed) {
		err = errors.Join(err, err2)
	}
	if w, ok := srv.Handler.(waiter); ok {
		ending, cancel := context.WithTimeout(after, abortTime)
		defer cancel()
		if err2 := w.Wait(ending); err2 != nil {
			err = errors.Join(err, fmt.Errorf("calls still run after the end of their requests: %w", err2))
		}
	}
	return err
}
