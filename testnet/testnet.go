// Package testnet runs a whole network in one process: an EVM chain with the contracts, storage nodes each with its own
// disk directory, keys, port and TLS, an aggregator and a publisher. Tests, benchmarks, "walrus quickstart" and "walrus
// devnet" use it.
//
// The one idea: everything is real. Nodes and clients meet only over HTTPS on loopback and over the chain's JSON-RPC;
// what a test gets on top is a handle on each part, to stop, wipe or corrupt it. [Run] gives a test a network and
// takes it down again.
//
// A network lives in one directory and can be started there again, also after the process was killed. Each step of a
// start asks the chain whether it is done, so a start that was cut off goes on where it ended.
package testnet

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"runtime/debug"
	"sync"
	"sync/atomic"

	"github.com/prometheus/client_golang/prometheus"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
	"github.com/walrus-go/walrus/chain/devchain"
	"github.com/walrus-go/walrus/chain/evm"
	"github.com/walrus-go/walrus/client"
	"github.com/walrus-go/walrus/internal/obs"
	"github.com/walrus-go/walrus/nodeapi"
)

// Network is a network that runs. Its steps are StartChain, Deploy, StartNodes and StartGateways, in this order; Start does
// them all.
type Network struct {
	cfg       Config
	dir       directory
	temporary bool
	lock      *os.File
	settings  settings
	log       *slog.Logger
	password  string
	keys      map[string]evm.Key     // by name of the wallet
	wallets   map[string]*evm.Wallet // those that are open

	embedded *devchain.Chain // nil on an external chain
	rpcURL   string
	network  chain.Network
	reader   *evm.Client

	// Nodes are the storage nodes; Nodes[i] is node i+1.
	Nodes []*Node
	// Client pays from the wallet "client" until HandOver.
	Client   *client.Client
	gateways *gateways

	registry *prometheus.Registry // figures of the process and the gateways
	figures  *prometheus.Registry // figures of the nodes, which have one label more
	complete atomic.Bool          // everything has started

	failures chan error // of parts that should run on
	closers  []func() error
	running  sync.WaitGroup
}

// Start starts a network and returns when all of it answers. ctx bounds the start only; Close ends the network.
func Start(ctx context.Context, cfg Config) (*Network, error) {
	n, err := New(cfg)
	if err != nil {
		return nil, err
	}
	for _, step := range []func(context.Context) error{n.StartChain, n.Deploy, n.StartNodes, n.StartGateways} {
		if err := step(ctx); err != nil {
			return nil, errors.Join(err, n.Close())
		}
	}
	return n, nil
}

// New prepares a network in its directory and starts nothing. It makes the garbage collector of the process run at half
// the usual distance, unless GOGC is set: the garbage of a dozen daemons meets here, and the process is to stay within
// six times the largest blob under way.
func New(cfg Config) (*Network, error) {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(50)
	}
	if err := cfg.Validate(); err != nil {
		return nil, fmt.Errorf("invalid network configuration: %w", err)
	}
	n := &Network{
		cfg: cfg, dir: directory(cfg.Dir), log: cfg.Log, keys: map[string]evm.Key{}, wallets: map[string]*evm.Wallet{},
		registry: obs.NewRegistry(), figures: prometheus.NewRegistry(), failures: make(chan error, 8),
	}
	if cfg.Dir == "" {
		dir, err := os.MkdirTemp("", "walrus-")
		if err != nil {
			return nil, fmt.Errorf("make temporary directory: %w", err)
		}
		n.dir, n.temporary = directory(dir), true
	}
	if err := n.prepare(); err != nil {
		return nil, errors.Join(err, n.Close())
	}
	return n, nil
}

func (n *Network) prepare() (err error) {
	if n.lock, err = n.dir.open(); err != nil {
		return err
	}
	n.onClose(n.lock.Close)
	if n.settings, err = n.dir.loadSettings(&n.cfg); err != nil {
		return err
	}
	return n.loadWallets()
}

// Dir returns the directory of the network.
func (n *Network) Dir() string { return string(n.dir) }

// Temporary reports whether Close removes the directory.
func (n *Network) Temporary() bool { return n.temporary }

// Keep makes Close leave the directory.
func (n *Network) Keep() { n.temporary = false }

// Description returns where the network is: what clients load.
func (n *Network) Description() chain.Network { return n.network }

// Chain returns a reader of the chain.
func (n *Network) Chain() *evm.Client { return n.reader }

// RPCURL returns the JSON-RPC endpoint of the chain.
func (n *Network) RPCURL() string { return n.rpcURL }

// ClientConfig returns the path of the client configuration.
func (n *Network) ClientConfig() string { return n.dir.client() }

// Failed is sent the error of a part that ended by itself; the network should then be closed.
func (n *Network) Failed() <-chan error { return n.failures }

func (n *Network) fail(what string, err error) {
	n.log.Error("part of the network failed", "part", what, "err", err)
	select {
	case n.failures <- fmt.Errorf("%s: %w", what, err):
	default: // somebody was told already
	}
}

// onClose registers what Close has to do, last first.
func (n *Network) onClose(f func() error) { n.closers = append(n.closers, f) }

// Close stops everything, in the reverse order of its start, and waits for it. It removes a temporary directory.
func (n *Network) Close() error {
	var errs []error
	for len(n.closers) > 0 {
		last := len(n.closers) - 1
		f := n.closers[last]
		n.closers = n.closers[:last]
		errs = append(errs, f())
	}
	n.running.Wait()
	if n.temporary {
		errs = append(errs, os.RemoveAll(string(n.dir)))
	}
	return errors.Join(errs...)
}

// NewClient returns a client with its own configuration and connections, closed with the network. wallet names the
// wallet that pays: "client", or empty for a client that only reads.
func (n *Network) NewClient(cfg client.Config, wallet string) (*client.Client, error) {
	deps := client.Deps{Chain: n.reader, Dial: dial}
	if wallet != "" {
		w, err := n.openWallet(wallet)
		if err != nil {
			return nil, err
		}
		deps.Wallet = w
	}
	c, err := client.New(cfg, deps)
	if err != nil {
		return nil, err
	}
	n.onClose(func() error {
		c.Close()
		return nil
	})
	return c, nil
}

func dial(m *walrus.Member, shards walrus.ShardCount) nodeapi.Service {
	return nodeapi.Dial(m.NetworkAddress, m.NetworkKey, nodeapi.ClientOptions{NShards: shards})
}
