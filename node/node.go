package node

import (
	"context"
	"crypto/ecdsa"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"runtime"
	"sync/atomic"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"golang.org/x/sync/semaphore"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
	"github.com/walrus-go/walrus/internal/bls"
	"github.com/walrus-go/walrus/internal/lifecycle"
	"github.com/walrus-go/walrus/internal/obs"
	"github.com/walrus-go/walrus/node/store"
	heal "github.com/walrus-go/walrus/node/sync"
	"github.com/walrus-go/walrus/nodeapi"
	"github.com/walrus-go/walrus/redstuff"
)

// Deps is what a Node works with beside its configuration. Reader, Log and the two keys are needed.
type Deps struct {
	Reader chain.Reader
	Log    chain.Log

	ProtocolKey bls.SecretKey
	NetworkKey  *ecdsa.PrivateKey

	// Dial returns the service of another member; nil: HTTPS pinned to the member's network key.
	Dial func(m *walrus.Member) nodeapi.Service
	// Submit records on chain that a blob is inconsistent; nil while the chain seam has no such call.
	Submit func(context.Context, walrus.BlobID, *walrus.Certificate) error
	// Wrap puts something in front of what the node serves, for tests of what liars can do; nil: nothing.
	Wrap func(nodeapi.Service) nodeapi.Service
	// FS is where storage_path lies; nil: the disk.
	FS store.FS
	// Listener takes requests; nil: one on rest_api_address. Run closes it.
	Listener net.Listener
	// DebugListener serves metrics and health; nil: one on metrics_address if that is set. Run closes it.
	DebugListener net.Listener

	Logger   *slog.Logger         // nil: discard
	Registry *prometheus.Registry // nil: one of the node's own
}

// Node is a storage node.
type Node struct {
	config     Config
	deps       Deps
	log        *slog.Logger
	identity   string
	n          walrus.ShardCount
	code       *redstuff.Code
	store      *store.Store
	started    time.Time
	startBlock uint64 // newest block when the node was made

	view     atomic.Pointer[view]
	progress atomic.Pointer[chain.Cursor]
	block    atomic.Uint64
	moved    atomic.Pointer[chan struct{}] // closed and replaced when progress moves
	full     atomic.Int32                  // diskLevel

	metadata *flightCache[walrus.BlobID, *redstuff.VerifiedMetadata]
	expanded *flightCache[sliverID, *redstuff.ExpandedSliver]
	pending  *pending
	waiters  *waiters
	blocked  atomic.Pointer[map[walrus.BlobID]bool]
	cpu      *semaphore.Weighted // verification of uploads
	low      *semaphore.Weighted // expansion for symbols, attestations
	symbols  chan struct{}       // running requests for symbols
	peers    *peers
	healer   *heal.Healer
	metrics  *metrics
	handler  *nodeapi.Handler
}

// New opens the store and checks that keys, chain and directory belong together. It reads the chain, so that must
// answer. The caller runs the node with Run and closes it with Close, also when Run was never called.
func New(ctx context.Context, c Config, d Deps) (*Node, error) {
	if d.Logger == nil {
		d.Logger = slog.New(slog.DiscardHandler)
	}
	if d.Registry == nil {
		d.Registry = prometheus.NewRegistry()
	}
	n := &Node{config: c, deps: d, log: d.Logger, started: time.Now()}
	n.moved.Store(newSignal())
	info, err := d.Reader.Info(ctx)
	if err != nil {
		return nil, fmt.Errorf("ask the chain which deployment this is: %w", err)
	}
	state, err := d.Reader.State(ctx)
	if err != nil {
		return nil, fmt.Errorf("ask the chain for its state: %w", err)
	}
	n.n, n.startBlock = state.NShards, state.Block.Number
	if n.code, err = redstuff.New(n.n); err != nil {
		return nil, err
	}
	n.identity = deployment(info)
	if err := claimKey(c.ProtocolKeyPair, n.identity); err != nil {
		return nil, err
	}
	if err := n.checkCurrent(ctx, state.Epoch); err != nil {
		return nil, err
	}
	n.store, err = store.Open(store.Options{
		FS: d.FS, Dir: c.StoragePath, Identity: n.storeIdentity(), NShards: n.n,
		Log: func(msg string) { n.log.Error("storage", obs.Err, msg) },
	})
	if err != nil {
		return nil, err
	}
	n.build()
	if err := n.resume(ctx); err != nil {
		return nil, errors.Join(err, n.store.Close())
	}
	return n, nil
}

// build makes the parts that live in memory.
func (n *Node) build() {
	c, cpus := n.config, runtime.GOMAXPROCS(0)
	n.metrics = newMetrics(n.deps.Registry)
	n.metadata = newFlightCache[walrus.BlobID, *redstuff.VerifiedMetadata](64 << 20)
	n.expanded = newFlightCache[sliverID, *redstuff.ExpandedSliver](c.RESTServer.SymbolCacheBytes)
	n.pending = newPending(c.PendingMeta, c.PendingSlivers)
	n.waiters = newWaiters(c.RESTServer.LongPolls)
	n.blocked.Store(&map[walrus.BlobID]bool{})
	n.cpu = semaphore.NewWeighted(int64(cpus))
	n.low = semaphore.NewWeighted(int64(max(1, cpus/2)))
	n.symbols = make(chan struct{}, c.RESTServer.MaxSymbolRequests)
	n.peers = newPeers(n)
	var service nodeapi.Service = n
	if n.deps.Wrap != nil {
		service = n.deps.Wrap(n)
	}
	n.handler = nodeapi.NewHandler(service, nodeapi.Options{
		NShards: n.n, Log: n.log, Observe: obs.HTTPMetrics(n.deps.Registry, "node"),
		MaxSymbolRequests: c.RESTServer.MaxSymbolRequests, MaxBodyBytes: c.RESTServer.MaxBodyBytes,
	})
	limits := heal.DefaultLimits(cpus)
	r := c.Recovery
	limits.Blobs, limits.Memory = r.Blobs, r.MemoryBytes
	limits.RetryMin, limits.RetryMax = secs(r.RetryMinSecs), secs(r.RetryMaxSecs)
	limits.MetadataWait, limits.SymbolTimeout = secs(r.MetadataSecs), secs(r.SliverSecs)
	limits.AttestTimeout = secs(r.InvaliditySecs)
	n.healer = heal.New(heal.Config{
		Store: n.store, Code: n.code, Goal: n.goal, Peer: n.peers.service, MayWrite: n.mayWrite,
		Erased: n.forget, Submit: n.deps.Submit, Log: n.log, Limits: limits,
	})
	n.metrics.observe(n)
}

// Run works until ctx ends, then drains running requests and returns; nil if ctx was the reason.
func (n *Node) Run(ctx context.Context) error {
	listeners, err := n.listen()
	if err != nil {
		return err
	}
	g := n.group()
	g.Add(lifecycle.Item{Name: "api", Run: listeners.serveAPI})
	g.Add(lifecycle.Item{Name: "debug", Run: listeners.serveDebug})
	return g.Run(ctx)
}

// group returns the parts that need no port.
func (n *Node) group() *lifecycle.Group {
	g := &lifecycle.Group{Log: n.log}
	g.Add(lifecycle.Item{Name: "store", Run: n.watchStore})
	g.Add(lifecycle.Item{Name: "disk", Run: n.watchDisk})
	g.Add(lifecycle.Item{Name: "healer", Run: n.healer.Run})
	g.Add(lifecycle.Item{Name: "audit", Run: n.audit})
	g.Add(lifecycle.Item{Name: "follower", Run: n.follow})
	g.Add(lifecycle.Item{Name: "blocklist", Run: n.watchBlocklist})
	return g
}

// Close closes the store. The node must not be running.
func (n *Node) Close() error {
	n.peers.close()
	return n.store.Close()
}

// watchStore ends the node when its log cannot be written: nothing could be stored or signed any more.
func (n *Node) watchStore(ctx context.Context) error {
	select {
	case <-ctx.Done():
		return nil
	case <-n.store.Failed():
		return n.store.Failure()
	}
}

// audit compares, once after each start, index and directories, then what is certified and what is held.
func (n *Node) audit(ctx context.Context) error {
	begin := time.Now()
	report, err := n.store.Audit(ctx)
	if err == nil {
		n.log.Info("storage audited", "checked", report.Checked, "missing", report.Missing, "orphans", report.Orphans, obs.Dur, time.Since(begin))
		n.healer.WakeAll()
		err = n.wantIncomplete(ctx)
	}
	if err != nil && ctx.Err() == nil {
		n.log.Error("storage audit ended early", obs.Err, err)
	}
	return nil
}

// forget drops what caches hold of a blob.
func (n *Node) forget(id walrus.BlobID) {
	n.metadata.remove(func(k walrus.BlobID) bool { return k == id })
	n.expanded.remove(func(k sliverID) bool { return k.blob == id })
	n.pending.drop(id)
}

// HealStats are figures about healing since the node was made.
type HealStats struct {
	Slivers uint64 // rebuilt
	Bytes   uint64 // bodies received from other nodes to do so
}

// HealStats returns figures about healing.
func (n *Node) HealStats() HealStats {
	s := n.healer.Stats()
	return HealStats{s.Slivers, s.Bytes}
}

// Outstanding returns the number of blobs that the node has still to look after: certified blobs whose data it may lack,
// and invalid ones whose data it may hold.
func (n *Node) Outstanding() (int, error) {
	count := 0
	err := n.store.Intents(walrus.BlobID{}, func(store.Intent) bool {
		count++
		return true
	})
	return count, err
}

// Handler returns the node's HTTP API, for servers other than Run's.
func (n *Node) Handler() *nodeapi.Handler { return n.handler }
