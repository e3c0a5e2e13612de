package testnet

import (
	"context"
	"crypto/ecdsa"
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"github.com/goccy/go-yaml"
	"github.com/prometheus/client_golang/prometheus"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
	"github.com/walrus-go/walrus/internal/bls"
	"github.com/walrus-go/walrus/node"
	"github.com/walrus-go/walrus/nodeapi"
)

// Node is a storage node of the network. Its methods are for one goroutine at a time.
type Node struct {
	Index walrus.NodeIndex
	Dir   string // holds node.yaml, the keys and the database
	// Elsewhere: another process runs the node, and Start does nothing.
	Elsewhere bool

	network *Network
	key     bls.SecretKey
	tls     *ecdsa.PrivateKey
	port    int

	mu      sync.Mutex // guards what follows
	running *runningNode
	fault   func(nodeapi.Service, bls.SecretKey) nodeapi.Service
}

// runningNode is a node between Start and Stop.
type runningNode struct {
	node   *node.Node
	forget func() // its figures
	stop   context.CancelFunc
	done   chan struct{} // closed when Run has returned
	err    error         // of Run, before done is closed
}

// Address returns host:port.
func (n *Node) Address() string { return loopback(n.port) }

// URL returns where the node's API is.
func (n *Node) URL() string { return "https://" + n.Address() + "/v1" }

// Service returns a connection to the node, as clients and peers have it.
func (n *Node) Service() *nodeapi.Client {
	return nodeapi.Dial(n.Address(), nodeapi.NetworkKeyOf(&n.tls.PublicKey), nodeapi.ClientOptions{NShards: n.network.settings.Shards})
}

// Key returns the node's signing key.
func (n *Node) Key() bls.SecretKey { return n.key }

// Running returns the node while it runs, nil otherwise.
func (n *Node) Running() *node.Node {
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.running == nil {
		return nil
	}
	return n.running.node
}

// makeNodes reads the keys and configurations of all nodes, or makes those that are missing.
func (n *Network) makeNodes() error {
	for i := range n.settings.Nodes {
		m := &Node{Index: walrus.NodeIndex(i + 1), Dir: n.dir.node(i + 1), network: n, port: n.settings.Ports.Nodes[i]}
		m.Elsewhere = slices.Contains(n.cfg.Elsewhere, i+1)
		if err := m.prepare(); err != nil {
			return damaged(fmt.Errorf("prepare node %d: %w", m.Index, err))
		}
		n.Nodes = append(n.Nodes, m)
	}
	return nil
}

func (n *Node) prepare() error {
	if err := os.MkdirAll(n.Dir, 0o700); err != nil {
		return err
	}
	if err := n.loadProtocolKey(); err != nil {
		return err
	}
	if err := n.loadNetworkKey(); err != nil {
		return err
	}
	if _, err := os.Stat(n.configFile()); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	b, err := yaml.MarshalWithOptions(n.newConfig(), yaml.IndentSequence(true))
	if err != nil {
		return err
	}
	return os.WriteFile(n.configFile(), b, 0o600)
}

func (n *Node) loadProtocolKey() error {
	path := filepath.Join(n.Dir, "protocol.key")
	b, err := os.ReadFile(path)
	if err == nil {
		if n.key, err = bls.ParseKeyFile(b); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		return nil
	}
	if !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if n.key, err = bls.Generate(rand.Reader); err != nil {
		return err
	}
	return os.WriteFile(path, n.key.EncodeKeyFile(), 0o600)
}

func (n *Node) loadNetworkKey() (err error) {
	path := filepath.Join(n.Dir, "network.key")
	if n.tls, err = nodeapi.ReadNetworkKey(path); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if n.tls, err = nodeapi.GenerateNetworkKey(); err != nil {
		return err
	}
	return nodeapi.WriteNetworkKey(path, n.tls)
}

func (n *Node) configFile() string { return filepath.Join(n.Dir, "node.yaml") }

func (n *Node) newConfig() node.Config {
	c := node.Default()
	c.Name, c.Node = fmt.Sprintf("node-%d", n.Index), n.Index
	c.PublicHost, c.PublicPort = "127.0.0.1", uint16(n.port)
	c.RESTAPIAddress, c.MetricsAddress = n.Address(), ""
	c.Chain.Network = "../../network.yaml"
	c.Chain.Wallet = node.WalletConfig{
		Path: "../../wallets/" + nodeWallet(int(n.Index)) + ".json", PasswordFile: "../../wallets/password",
	}
	return c
}

func (n *Node) genesis() chain.GenesisNode {
	return chain.GenesisNode{
		Name: fmt.Sprintf("node-%d", n.Index), Operator: n.network.keys[nodeWallet(int(n.Index))].Address(),
		NetworkAddress: n.Address(), NetworkKey: nodeapi.NetworkKeyOf(&n.tls.PublicKey), PublicKey: n.key.PublicKey().Bytes(),
		Prove: func(m walrus.ProofOfPossession) (walrus.Signature, error) { return n.key.Sign(m.Bytes()), nil },
	}
}

// StartNodes starts all nodes that are not Elsewhere and returns when they answer.
func (n *Network) StartNodes(ctx context.Context) error {
	n.onClose(func() error { return ForAll(n.Nodes, (*Node).Stop) })
	return ForAll(n.Nodes, func(m *Node) error { return m.Start(ctx) })
}

// ForAll calls do for all nodes at once and returns when all calls have ended, with all errors.
func ForAll(nodes []*Node, do func(*Node) error) error {
	errs := make([]error, len(nodes))
	var calls sync.WaitGroup
	for i, m := range nodes {
		calls.Go(func() { errs[i] = do(m) })
	}
	calls.Wait()
	return errors.Join(errs...)
}

// Start starts a node that does not run, and returns when it answers.
func (n *Node) Start(ctx context.Context) error {
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.running != nil || n.Elsewhere {
		return nil
	}
	r, err := n.open(ctx)
	if err != nil {
		return fmt.Errorf("start node %d: %w", n.Index, err)
	}
	n.running = r
	return n.awaitHealth(ctx, r)
}

func (n *Node) open(ctx context.Context) (*runningNode, error) {
	cfg, err := node.LoadConfig(n.configFile())
	if err != nil {
		return nil, damaged(err)
	}
	if change := n.network.cfg.Configure; change != nil {
		change(&cfg)
	}
	l, err := listen(cfg.Name, n.port)
	if err != nil {
		return nil, err
	}
	figures := prometheus.NewRegistry()
	inner, err := node.New(ctx, cfg, node.Deps{
		Reader: n.network.reader, Log: n.network.reader, ProtocolKey: n.key, NetworkKey: n.tls, Listener: l,
		Wrap: n.wrap, Logger: n.network.log.With("node", int(n.Index)), Registry: figures,
	})
	if err != nil {
		if ctx.Err() == nil && !errors.Is(err, chain.ErrChainUnavailable) {
			err = damaged(err)
		}
		return nil, errors.Join(err, l.Close())
	}
	forget, err := n.network.observe(n, figures)
	if err != nil {
		return nil, errors.Join(err, inner.Close(), l.Close())
	}
	running, stop := context.WithCancel(context.Background())
	r := &runningNode{node: inner, forget: forget, stop: stop, done: make(chan struct{})}
	go func() { // waited for by Stop
		defer close(r.done)
		r.err = errors.Join(inner.Run(running), inner.Close())
		if running.Err() == nil {
			n.network.fail(cfg.Name, r.err)
		}
	}()
	return r, nil
}

// awaitHealth asks for the node's health until it answers.
func (n *Node) awaitHealth(ctx context.Context, r *runningNode) error {
	service := n.Service()
	defer service.CloseIdleConnections()
	ctx, cancel := context.WithTimeout(ctx, startTime)
	defer cancel()
	for {
		_, err := service.Health(ctx, false)
		if err == nil {
			return nil
		}
		select {
		case <-r.done:
			return fmt.Errorf("start node %d: %w", n.Index, r.err)
		case <-ctx.Done():
			return fmt.Errorf("start node %d: no answer: %w", n.Index, err)
		case <-time.After(20 * time.Millisecond):
		}
	}
}

const startTime = 30 * time.Second

// Stop stops the node and returns when everything of it has ended. Stopping a stopped node does nothing.
func (n *Node) Stop() error {
	n.mu.Lock()
	defer n.mu.Unlock()
	r := n.running
	if r == nil {
		return nil
	}
	n.running = nil
	r.stop()
	<-r.done
	r.forget()
	if r.err != nil {
		return fmt.Errorf("stop node %d: %w", n.Index, r.err)
	}
	return nil
}

// Wipe deletes the database of a node, which must not run: all slivers, metadata and bookkeeping. Keys stay.
func (n *Node) Wipe() error {
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.running != nil {
		return fmt.Errorf("wipe node %d: it is running", n.Index)
	}
	if err := os.RemoveAll(filepath.Join(n.Dir, "db")); err != nil {
		return fmt.Errorf("wipe node %d: %w", n.Index, err)
	}
	return nil
}

// Misbehave puts a fault in front of what the node serves from its next start on; nil ends it. The fault is given the
// honest service and the node's signing key.
func (n *Node) Misbehave(fault func(honest nodeapi.Service, key bls.SecretKey) nodeapi.Service) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.fault = fault
}

// wrap is called while n.mu is held by Start.
func (n *Node) wrap(honest nodeapi.Service) nodeapi.Service {
	if n.fault != nil {
		return n.fault(honest, n.key)
	}
	return honest
}
