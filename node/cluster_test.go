package node

import (
	"context"
	"crypto/ecdsa"
	"errors"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"os"
	"sync"
	"testing"

	"go.uber.org/goleak"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
	"github.com/walrus-go/walrus/chain/chaintest"
	"github.com/walrus-go/walrus/internal/bls"
	"github.com/walrus-go/walrus/node/store"
	"github.com/walrus-go/walrus/nodeapi"
	"github.com/walrus-go/walrus/redstuff"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// cluster is a chain and nodes in memory that reach each other by function calls.
type cluster struct {
	t      testing.TB
	chain  *chaintest.Chain
	n      walrus.ShardCount
	keys   []bls.SecretKey
	tls    []*ecdsa.PrivateKey
	code   *redstuff.Code
	wallet *chaintest.Wallet
	disks  []store.FS
	stops  []func()

	mu    sync.Mutex // guards nodes and liars against links; the test itself writes them and reads without it
	nodes []*Node    // nil while down
	liars map[int]func(nodeapi.Service) nodeapi.Service

	config func(*Config)
	submit func(context.Context, walrus.BlobID, *walrus.Certificate) error
	log    *slog.Logger
	last   uint64 // newest block with an event
}

func newCluster(t testing.TB, n walrus.ShardCount, nodes int) *cluster {
	t.Helper()
	g, keys, err := chaintest.NewGenesis(t.Name(), n, nodes)
	c := &cluster{t: t, n: n, keys: keys, liars: map[int]func(nodeapi.Service) nodeapi.Service{}, log: slog.New(slog.DiscardHandler)}
	if testing.Verbose() && os.Getenv("NODE_LOG") != "" {
		c.log = slog.New(slog.NewTextHandler(t.Output(), nil))
	}
	for i := range nodes {
		key, keyErr := nodeapi.GenerateNetworkKey()
		err = errors.Join(err, keyErr)
		g.Nodes[i].NetworkKey = nodeapi.NetworkKeyOf(&key.PublicKey)
		c.tls = append(c.tls, key)
		c.disks = append(c.disks, store.Memory())
	}
	if err != nil {
		t.Fatal(err)
	}
	if c.chain, err = chaintest.New(g); err != nil {
		t.Fatal(err)
	}
	if c.code, err = redstuff.New(n); err != nil {
		t.Fatal(err)
	}
	c.last = c.head()
	c.wallet = c.chain.NewWallet("client", 1000*walrus.WAL, 1_000_000_000)
	c.nodes, c.stops = make([]*Node, nodes), make([]func(), nodes)
	return c
}

func (c *cluster) deps(i int) (Config, Deps) {
	conf := Default()
	conf.Node, conf.ProtocolKeyPair, conf.PublicHost = walrus.NodeIndex(i+1), "", "127.0.0.1"
	if c.config != nil {
		c.config(&conf)
	}
	return conf, Deps{
		Reader: c.chain, Log: c.chain, ProtocolKey: c.keys[i], NetworkKey: c.tls[i], FS: c.disks[i], Logger: c.log, Submit: c.submit,
		Dial: func(m *walrus.Member) nodeapi.Service { return &link{c: c, to: int(m.Node) - 1} },
	}
}

// start starts node i without ports.
func (c *cluster) start(i int) *Node {
	c.t.Helper()
	conf, deps := c.deps(i)
	n, err := New(context.Background(), conf, deps)
	if err != nil {
		c.t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- n.group().Run(ctx) }()
	c.set(i, n)
	c.stops[i] = func() {
		c.set(i, nil)
		c.stops[i] = nil
		cancel()
		if err := errors.Join(<-done, n.Close()); err != nil {
			c.t.Errorf("node %d: %v", i, err)
		}
	}
	return n
}

func (c *cluster) set(i int, n *Node) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.nodes[i] = n
}

// lie makes peers see what lie makes of node i.
func (c *cluster) lie(i int, lie func(nodeapi.Service) nodeapi.Service) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.liars[i] = lie
}

func (c *cluster) startAll() {
	for i := range c.nodes {
		c.start(i)
	}
}

// stopAll stops all nodes; it has to be called before a test ends.
func (c *cluster) stopAll() {
	for _, stop := range c.stops {
		if stop != nil {
			stop()
		}
	}
}

// link is a node's way to another. It finds the node that runs at the time of the call.
type link struct {
	nodeapi.Service // nil: methods not below are not used among nodes
	c               *cluster
	to              int
}

func (l *link) service() (nodeapi.Service, error) {
	l.c.mu.Lock()
	defer l.c.mu.Unlock()
	n := l.c.nodes[l.to]
	if n == nil {
		return nil, fmt.Errorf("node %d is down: %w", l.to+1, walrus.ErrUnavailable)
	}
	if lie := l.c.liars[l.to]; lie != nil {
		return lie(n), nil
	}
	return n, nil
}

func (l *link) Metadata(ctx context.Context, id walrus.BlobID) (*walrus.Metadata, error) {
	s, err := l.service()
	if err != nil {
		return nil, err
	}
	return s.Metadata(ctx, id)
}

func (l *link) RecoverySymbols(ctx context.Context, id walrus.BlobID, q nodeapi.SymbolQuery) ([]walrus.GeneralRecoverySymbol, error) {
	s, err := l.service()
	if err != nil {
		return nil, err
	}
	return s.RecoverySymbols(ctx, id, q)
}

func (l *link) AttestInconsistency(ctx context.Context, id walrus.BlobID, axis walrus.Axis, p *walrus.InconsistencyProof) (*walrus.SignedMessage, error) {
	s, err := l.service()
	if err != nil {
		return nil, err
	}
	return s.AttestInconsistency(ctx, id, axis, p)
}

// blob is a registered blob and what a client knows of it.
type blob struct {
	md      *redstuff.VerifiedMetadata
	slivers func(axis walrus.Axis, i walrus.SliverIndex) *walrus.Sliver
	object  walrus.ObjectID
	p       walrus.Persistence
}

func (b *blob) id() walrus.BlobID { return b.md.ID() }

func randomBytes(seed uint64, n int) []byte {
	r := rand.NewChaCha8([32]byte{byte(seed), byte(seed >> 8), byte(seed >> 16)})
	b := make([]byte, n)
	r.Read(b)
	return b
}

// encode encodes a blob without registering it.
func (c *cluster) encode(data []byte) *blob {
	c.t.Helper()
	e, err := c.code.Encode(context.Background(), data, redstuff.Options{})
	if err != nil {
		c.t.Fatal(err)
	}
	return &blob{md: e.Metadata, slivers: e.Sliver}
}

// register registers the blob on chain.
func (c *cluster) register(b *blob, deletable bool, end walrus.Epoch) {
	c.t.Helper()
	receipt, object, err := c.wallet.Register(context.Background(), chain.Registration{
		BlobID: b.id(), RootHash: b.md.RootHash(), Size: b.md.UnencodedLength(), EncodingType: walrus.RS2,
		Deletable: deletable, EndEpoch: end, MaxCost: 100 * walrus.WAL,
	})
	if err != nil {
		c.t.Fatal(err)
	}
	b.object, c.last = object, receipt.Block
	if deletable {
		b.p = walrus.Deletable(object)
	}
}

// upload gives node i its slivers.
func (c *cluster) upload(b *blob, i int) {
	c.t.Helper()
	n := c.nodes[i]
	if _, err := n.PutMetadata(context.Background(), b.id(), b.md.Metadata(), false); err != nil {
		c.t.Fatalf("node %d: %v", i, err)
	}
	for _, shard := range n.now().shards() {
		pair := shard.Pair(b.id(), c.n)
		for _, axis := range axes {
			if _, err := n.PutSliver(context.Background(), b.id(), pair, b.slivers(axis, pair.Sliver(axis, c.n)), false); err != nil {
				c.t.Fatalf("node %d: %v", i, err)
			}
		}
	}
}

var axes = []walrus.Axis{walrus.Primary, walrus.Secondary}

// certify certifies with the keys of enough nodes; certifiers need not hold anything.
func (c *cluster) certify(b *blob) {
	c.t.Helper()
	var positions []int
	for i := range c.keys {
		positions = append(positions, i)
	}
	message := walrus.Confirmation{Epoch: 1, Blob: b.id(), Persistence: b.p}.Bytes()
	cert, err := chaintest.Certify(c.keys, positions, message)
	if err == nil {
		var receipt chain.Receipt
		receipt, err = c.wallet.Certify(context.Background(), b.object, cert)
		c.last = receipt.Block
	}
	if err != nil {
		c.t.Fatal(err)
	}
}

// lacks returns how many slivers of the blob a node does not hold, and checks those that it does.
func (c *cluster) lacks(b *blob, i int) int {
	c.t.Helper()
	missing := 0
	for _, shard := range c.nodes[i].now().shards() {
		for _, axis := range axes {
			got, err := c.nodes[i].store.Sliver(b.id(), store.Place{Shard: shard, Axis: axis})
			if errors.Is(err, walrus.ErrSliverNotFound) {
				missing++
				continue
			}
			want := b.slivers(axis, shard.Pair(b.id(), c.n).Sliver(axis, c.n))
			if err != nil || string(got.Data) != string(want.Data) || got.Index != want.Index || got.SymbolSize != want.SymbolSize {
				c.t.Errorf("node %d, shard %d %v: another sliver, %v", i, shard, axis, err)
			}
		}
	}
	return missing
}

// flip changes one bit in the file of a sliver.
func (c *cluster) flip(i int, shard walrus.ShardIndex, axis walrus.Axis, id walrus.BlobID) string {
	c.t.Helper()
	path := fmt.Sprintf("db/slivers/%d/%v/%x", shard, axis, id[:])
	f, err := c.disks[i].OpenReadWrite(path, "test")
	if err != nil {
		c.t.Fatal(err)
	}
	b := make([]byte, 1)
	_, err = f.ReadAt(b, 1000)
	b[0] ^= 8
	_, err2 := f.WriteAt(b, 1000)
	if err := errors.Join(err, err2, f.Close()); err != nil {
		c.t.Fatal(err)
	}
	return path
}
