package main

import (
	"context"
	"crypto/ecdsa"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"os"
	"time"

	"github.com/spf13/cobra"

	"github.com/walrus-go/walrus/chain"
	"github.com/walrus-go/walrus/chain/evm"
	"github.com/walrus-go/walrus/internal/bls"
	"github.com/walrus-go/walrus/internal/lifecycle"
	"github.com/walrus-go/walrus/internal/obs"
	"github.com/walrus-go/walrus/node"
	"github.com/walrus-go/walrus/nodeapi"
)

func (a *app) newNodeCommand() *cobra.Command {
	var log logFlags
	var check bool
	c := &cobra.Command{
		Use:   "node --config FILE",
		Short: "Run a storage node",
		Long: `Run one storage node from its configuration file (node.yaml). Keys, chain and storage directory must belong together;
what does not is named before anything is served. Prints its address and then "ready" when the node answers.

/metrics, /healthz, /readyz and /debug/pprof are on metrics_address of the file. Ctrl-C or SIGTERM stops the node:
running requests have rest_graceful_shutdown_period_secs to finish. Nothing that was confirmed is lost by kill -9.

With --check-config the node is not started: the configuration is printed with all defaults, and the key files and
the network file are read.

Exit codes: 0 stopped, or the configuration is good; 1 it is not, or the node failed.`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if a.config == "" {
				return errors.New("name the node's configuration with --config FILE")
			}
			p, err := loadNode(a.config)
			if err != nil {
				return err
			}
			if check {
				return a.print(map[string]string{"config": p.config.String()}, func(w io.Writer) { fmt.Fprint(w, p.config.String()) })
			}
			logger, err := log.logger(a)
			if err != nil {
				return err
			}
			return a.runNode(c.Context(), p, logger)
		},
	}
	c.Flags().BoolVar(&check, "check-config", false, "only check the configuration and print it")
	log.add(c.Flags())
	return c
}

// nodeParts is what a node's configuration names.
type nodeParts struct {
	config  node.Config
	network *chain.Network
	key     bls.SecretKey
	tls     *ecdsa.PrivateKey
}

func loadNode(path string) (*nodeParts, error) {
	p := &nodeParts{}
	var err error
	if p.config, err = node.LoadConfig(path); err != nil {
		return nil, err
	}
	if p.network, err = chain.LoadNetwork(p.config.Chain.Network); err != nil {
		return nil, fmt.Errorf("%s: chain.network: %w", path, err)
	}
	if urls := p.config.Chain.RPCURLs; len(urls) > 0 {
		p.network.RPCURLs = urls
	}
	b, err := os.ReadFile(p.config.ProtocolKeyPair)
	if err != nil {
		return nil, fmt.Errorf("%s: protocol_key_pair: %w", path, err)
	}
	if p.key, err = bls.ParseKeyFile(b); err != nil {
		return nil, fmt.Errorf("%s: protocol_key_pair: %s: %w", path, p.config.ProtocolKeyPair, err)
	}
	if p.tls, err = nodeapi.ReadNetworkKey(p.config.NetworkKeyPair); err != nil {
		return nil, fmt.Errorf("%s: network_key_pair: %w", path, err)
	}
	return p, nil
}

func (a *app) runNode(ctx context.Context, p *nodeParts, log *slog.Logger) (err error) {
	if a.rpcURL != "" {
		p.network.RPCURLs = []string{a.rpcURL}
	}
	reader, err := evm.Dial(ctx, *p.network, evm.Options{PollInterval: time.Duration(p.config.Chain.PollingMillis) * time.Millisecond})
	if err != nil {
		return err
	}
	defer reader.Close()
	deps := node.Deps{Reader: reader, Log: reader, ProtocolKey: p.key, NetworkKey: p.tls, Logger: log, Registry: obs.NewRegistry()}
	if deps.Listener, err = listen("rest_api_address", p.config.RESTAPIAddress); err != nil {
		return err
	}
	if p.config.MetricsAddress != "" {
		if deps.DebugListener, err = listen("metrics_address", p.config.MetricsAddress); err != nil {
			return errors.Join(err, deps.Listener.Close())
		}
	}
	n, err := node.New(ctx, p.config, deps)
	if err != nil {
		return errors.Join(err, closeListeners(deps.Listener, deps.DebugListener))
	}
	defer closing(&err, "node", n)
	g := &lifecycle.Group{Log: log}
	g.Add(lifecycle.Item{Name: "node", Run: n.Run})
	g.Add(lifecycle.Item{Name: "ready", Run: func(ctx context.Context) error { return a.nodeReady(ctx, p, deps) }})
	return g.Run(ctx)
}

func closeListeners(all ...net.Listener) error {
	var errs []error
	for _, l := range all {
		if l != nil {
			errs = append(errs, l.Close())
		}
	}
	return errors.Join(errs...)
}

// nodeReady prints the node's addresses when it answers over HTTPS.
func (a *app) nodeReady(ctx context.Context, p *nodeParts, deps node.Deps) error {
	own := deps.Listener.Addr().(*net.TCPAddr)
	host := own.IP.String()
	if own.IP.IsUnspecified() {
		host = "localhost"
	}
	address := net.JoinHostPort(host, fmt.Sprint(own.Port))
	state, err := deps.Reader.State(ctx)
	if err != nil {
		return err
	}
	service := nodeapi.Dial(address, nodeapi.NetworkKeyOf(&p.tls.PublicKey), nodeapi.ClientOptions{NShards: state.NShards})
	defer service.CloseIdleConnections()
	for {
		if _, err := service.Health(ctx, false); err == nil {
			break
		}
		select {
		case <-ctx.Done():
			return nil
		case <-time.After(50 * time.Millisecond):
		}
	}
	out := readyOutput{Ready: true, Address: "https://" + address + "/v1"}
	if deps.DebugListener != nil {
		out.Metrics = "http://" + deps.DebugListener.Addr().String() + "/metrics"
	}
	return a.ready(out)
}
