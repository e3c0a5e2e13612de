package testnet

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"time"

	"github.com/walrus-go/walrus/client"
	"github.com/walrus-go/walrus/gateway"
	"github.com/walrus-go/walrus/internal/obs"
)

const (
	drainTime     = 5 * time.Second
	headerTimeout = 10 * time.Second
)

// gateways are the aggregator and publisher of a network.
type gateways struct {
	aggregator, publisher string // URLs
}

// AggregatorURL returns where blobs are read over HTTP.
func (n *Network) AggregatorURL() string { return n.gateways.aggregator }

// PublisherURL returns where blobs are stored over HTTP.
func (n *Network) PublisherURL() string { return n.gateways.publisher }

// StartGateways starts aggregator and publisher, and the listener for metrics, and makes Client.
func (n *Network) StartGateways(ctx context.Context) error {
	var err error
	if n.Client, err = n.NewClient(client.Default(), clientWallet); err != nil {
		return err
	}
	reading, err := n.NewClient(client.Default(), "")
	if err != nil {
		return err
	}
	writing, err := n.NewClient(client.Default(), publisherWallet)
	if err != nil {
		return err
	}
	read := gateway.DefaultAggregator()
	read.Log, read.Observe = n.log, obs.HTTPMetrics(n.registry, "aggregator")
	write := gateway.DefaultPublisher()
	write.Log, write.Observe, write.MaxBodySize = n.log, obs.HTTPMetrics(n.registry, "publisher"), int64(n.settings.Shards.MaxBlobSize())
	g := &gateways{}
	if g.aggregator, err = n.serve("aggregator", n.settings.Ports.Aggregator, gateway.NewAggregator(reading, read)); err != nil {
		return err
	}
	if g.publisher, err = n.serve("publisher", n.settings.Ports.Publisher, gateway.NewPublisher(writing, write)); err != nil {
		return err
	}
	n.gateways = g
	n.complete.Store(true)
	return n.startDebug()
}

// serve answers plain HTTP on a port of the network until it is closed.
func (n *Network) serve(what string, port int, h http.Handler) (url string, err error) {
	l, err := listen(what, port)
	if err != nil {
		return "", err
	}
	server := &http.Server{Handler: h, ReadHeaderTimeout: headerTimeout}
	n.running.Go(func() {
		if err := server.Serve(l); !errors.Is(err, http.ErrServerClosed) {
			n.fail(what, err)
		}
	})
	n.onClose(func() error { return stopServer(what, server) })
	return "http://" + l.Addr().(*net.TCPAddr).String(), nil
}

// stopServer lets running requests finish for a while, then cuts them off.
func stopServer(what string, server *http.Server) error {
	ctx, cancel := context.WithTimeout(context.Background(), drainTime)
	defer cancel()
	err := server.Shutdown(ctx)
	if errors.Is(err, context.DeadlineExceeded) {
		err = server.Close()
	}
	if err != nil {
		return fmt.Errorf("stop %s: %w", what, err)
	}
	return nil
}
