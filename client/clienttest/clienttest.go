// Package clienttest has a network in memory for tests of package client and of what stands on it: the in-memory chain,
// and storage nodes that keep and serve what they are given, or misbehave.
//
// The one idea: nodes are plain values of nodeapi.Service and no goroutine or clock hides anywhere, so tests run under
// testing/synctest. What the nodes do not do (bookkeeping, disks, healing) is for package testnet, where all is real.
package clienttest

import (
	"bytes"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
	"github.com/walrus-go/walrus/chain/chaintest"
	"github.com/walrus-go/walrus/client"
	"github.com/walrus-go/walrus/nodeapi"
	"github.com/walrus-go/walrus/nodeapi/nodeapitest"
	"github.com/walrus-go/walrus/redstuff"
)

// Shards and Nodes of the network: f = 10, four shards for the first node and three for each other.
const (
	Shards walrus.ShardCount = 31
	Nodes                    = 10
)

// Network is a network in memory.
type Network struct {
	Chain  *chaintest.Chain
	Wallet chain.Wallet
	Nodes  []*Node // by node index - 1

	t      testing.TB
	faulty map[walrus.NodeIndex]nodeapi.Service
}

// New returns a network whose wallet holds 1000 WAL.
func New(t testing.TB) *Network {
	t.Helper()
	genesis, keys, err := chaintest.NewGenesis("client", Shards, Nodes)
	if err != nil {
		t.Fatal(err)
	}
	c, err := chaintest.New(genesis)
	if err != nil {
		t.Fatal(err)
	}
	code, err := redstuff.New(Shards)
	if err != nil {
		t.Fatal(err)
	}
	n := &Network{t: t, Chain: c, Wallet: c.NewWallet("client", 1000*walrus.WAL, 1e9), faulty: map[walrus.NodeIndex]nodeapi.Service{}}
	for i, key := range keys {
		n.Nodes = append(n.Nodes, &Node{
			chain: c, code: code, key: key, index: walrus.NodeIndex(i + 1),
			metadata: map[walrus.BlobID]*redstuff.VerifiedMetadata{}, slivers: map[sliverKey]*walrus.Sliver{},
		})
	}
	return n
}

// Replace puts a service in the place of node i, counted from 0, for clients made from here on.
func (n *Network) Replace(i int, s nodeapi.Service) { n.faulty[n.Nodes[i].index] = s }

// Misbehave makes the nodes at the given positions, counted from 0, faulty.
func (n *Network) Misbehave(fault Fault, positions ...int) {
	for _, i := range positions {
		n.Replace(i, fault(n.Nodes[i]))
	}
}

// Heal ends all misbehaviour, for clients made from here on.
func (n *Network) Heal() { clear(n.faulty) }

// Client returns a client of the network. change, if not nil, adapts its configuration.
func (n *Network) Client(change func(*client.Config)) *client.Client {
	n.t.Helper()
	cfg := client.Default()
	cfg.RequestTimeout = 20 * time.Second
	if change != nil {
		change(&cfg)
	}
	c, err := client.New(cfg, client.Deps{Chain: n.Chain, Wallet: n.Wallet, Dial: func(m *walrus.Member, _ walrus.ShardCount) nodeapi.Service {
		if s := n.faulty[m.Node]; s != nil {
			return s
		}
		return n.Nodes[m.Node-1]
	}})
	if err != nil {
		n.t.Fatal(err)
	}
	return c
}

// Blob returns size bytes that depend on the size alone.
func Blob(size int) []byte {
	b := make([]byte, size)
	_, _ = rand.NewChaCha8([32]byte{byte(size), byte(size >> 8), byte(size >> 16)}).Read(b) // never fails
	return b
}

// Store stores a blob with a client of its own.
func (n *Network) Store(blob []byte, opts client.StoreOptions) (*client.StoreResult, error) {
	n.t.Helper()
	return n.Client(nil).Store(n.t.Context(), bytes.NewReader(blob), int64(len(blob)), opts)
}

// MustStore is Store for a store that has to work.
func (n *Network) MustStore(blob []byte, opts client.StoreOptions) *client.StoreResult {
	n.t.Helper()
	r, err := n.Store(blob, opts)
	if err != nil {
		n.t.Fatal(err)
	}
	return r
}

// Fault makes a node misbehave.
type Fault func(*Node) nodeapi.Service

// Faults are the ways of misbehaving, by name.
var Faults = map[string]Fault{
	"down":            func(*Node) nodeapi.Service { return nodeapitest.Down{} },
	"stall":           func(*Node) nodeapi.Service { return nodeapitest.Stall{} },
	"wrong sliver":    func(m *Node) nodeapi.Service { return nodeapitest.WrongSliver{Service: m} },
	"other sliver":    func(m *Node) nodeapi.Service { return nodeapitest.OtherSliver{Service: m} },
	"wrong metadata":  func(m *Node) nodeapi.Service { return nodeapitest.WrongMetadata{Service: m} },
	"wrong signature": func(m *Node) nodeapi.Service { return nodeapitest.WrongSignature{Service: m, Key: m.key} },
	"other epoch":     func(m *Node) nodeapi.Service { return nodeapitest.OtherEpoch{Service: m, Key: m.key} },
}
