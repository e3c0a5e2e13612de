package testnet

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strconv"

	"github.com/prometheus/client_golang/prometheus"

	"github.com/walrus-go/walrus/internal/obs"
)

// MetricsURL returns where the figures, health and profiles of this process are.
func (n *Network) MetricsURL() string { return "http://" + loopback(n.settings.Ports.Metrics) }

// startDebug serves one listener for all parts. Figures of nodes carry the label "node".
func (n *Network) startDebug() error {
	l, err := listen("metrics", n.settings.Ports.Metrics)
	if err != nil {
		return err
	}
	server := obs.NewDebugServer(obs.DebugHandler(prometheus.Gatherers{n.registry, n.figures}, n.ready))
	n.running.Go(func() {
		if err := server.Serve(l); !errors.Is(err, http.ErrServerClosed) {
			n.fail("metrics", err)
		}
	})
	n.onClose(server.Close)
	return nil
}

// ready tells why the network cannot serve: a node that is down counts only when too many are.
func (n *Network) ready(ctx context.Context) error {
	if !n.complete.Load() {
		return errors.New("the network is starting")
	}
	if _, err := n.reader.State(ctx); err != nil {
		return err
	}
	var down []error
	working := 0
	for _, m := range n.Nodes {
		if m.Elsewhere {
			working++
			continue
		}
		inner := m.Running()
		if inner == nil {
			down = append(down, fmt.Errorf("node %d does not run", m.Index))
			continue
		}
		if err := inner.Ready(ctx); err != nil {
			down = append(down, fmt.Errorf("node %d: %w", m.Index, err))
			continue
		}
		working++
	}
	if 3*working < 2*len(n.Nodes) {
		return errors.Join(down...)
	}
	return nil
}

// observe adds the figures of a node to those of the process, until forget is called.
func (n *Network) observe(m *Node, figures prometheus.Collector) (forget func(), err error) {
	labelled := prometheus.WrapCollectorWith(prometheus.Labels{"node": strconv.Itoa(int(m.Index))}, figures)
	if err := n.figures.Register(labelled); err != nil {
		return nil, fmt.Errorf("observe node %d: %w", m.Index, err)
	}
	return func() { n.figures.Unregister(labelled) }, nil
}
