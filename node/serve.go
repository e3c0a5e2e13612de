package node

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"

	"github.com/walrus-go/walrus/internal/obs"
	"github.com/walrus-go/walrus/nodeapi"
)

// listeners are the node's open ports.
type listeners struct {
	n          *Node
	api, debug net.Listener // debug may be nil
}

// listen opens what the dependencies did not bring.
func (n *Node) listen() (*listeners, error) {
	l := &listeners{n, n.deps.Listener, n.deps.DebugListener}
	var err error
	if l.api == nil {
		if l.api, err = net.Listen("tcp", n.config.RESTAPIAddress); err != nil {
			return nil, fmt.Errorf("rest_api_address: %w", err)
		}
	}
	if l.debug == nil && n.config.MetricsAddress != "" {
		if l.debug, err = net.Listen("tcp", n.config.MetricsAddress); err != nil {
			return nil, errors.Join(fmt.Errorf("metrics_address: %w", err), l.api.Close())
		}
	}
	return l, nil
}

// serveAPI serves the node API over TLS with the network key until ctx ends.
func (l *listeners) serveAPI(ctx context.Context) error {
	conf, err := nodeapi.ServerTLS(l.n.deps.NetworkKey, l.n.config.PublicHost)
	if err != nil {
		return errors.Join(err, l.api.Close())
	}
	return nodeapi.Serve(ctx, l.api, nodeapi.NewServer(l.n.handler, conf, l.n.log), secs(l.n.config.ShutdownSecs))
}

// serveDebug serves metrics, health and profiles until ctx ends.
func (l *listeners) serveDebug(ctx context.Context) error {
	if l.debug == nil {
		return nil
	}
	srv := obs.NewDebugServer(obs.DebugHandler(l.n.deps.Registry, l.n.Ready))
	stop := context.AfterFunc(ctx, func() { srv.Close() })
	defer stop()
	if err := srv.Serve(l.debug); !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("metrics listener: %w", err)
	}
	return nil
}
