package sync

import (
	"context"
	"errors"
	"log/slog"
	"math/rand/v2"
	"sync"
	"time"

	"golang.org/x/sync/semaphore"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/internal/bls"
	"github.com/walrus-go/walrus/internal/obs"
	"github.com/walrus-go/walrus/node/store"
	"github.com/walrus-go/walrus/nodeapi"
	"github.com/walrus-go/walrus/redstuff"
)

// Goal is what the node is to hold: the slivers of its shards, of all blobs certified at the epoch.
type Goal struct {
	Epoch     walrus.Epoch
	Committee *walrus.Committee
	Keys      *bls.KeySet // of the committee
	Self      int         // position of the node in it
}

// shards returns the node's shards.
func (g *Goal) shards() []walrus.ShardIndex { return g.Committee.Members[g.Self].Shards }

// Config is what a Healer works with. All fields without a default named are needed.
type Config struct {
	Store *store.Store
	Code  *redstuff.Code
	// Goal returns the present goal, the same pointer while it does not change; nil while the node is in no committee.
	Goal func() *Goal
	// Peer returns the service of a member of the committee, the node itself included.
	Peer func(m *walrus.Member) nodeapi.Service
	// MayWrite reports whether the disk has room for healing; nil means always.
	MayWrite func() bool
	// Erased is told of a blob whose data were removed; may be nil.
	Erased func(walrus.BlobID)
	// Submit records on chain that a blob is inconsistent. While it is nil, certificates of inconsistency are made,
	// logged and made again with the next try.
	Submit func(context.Context, walrus.BlobID, *walrus.Certificate) error
	Log    *slog.Logger

	Limits Limits
}

// Limits bound what a Healer does at the same time and how long it waits.
type Limits struct {
	Blobs          int           // blobs at once
	Memory         int64         // bytes for symbols and decoding
	CPU            int           // verifications and decodings at once
	SymbolTimeout  time.Duration // of one request for symbols
	HedgeAfter     time.Duration // ask one more peer when none has answered for so long
	MetadataWait   time.Duration // of one request for metadata
	AttestTimeout  time.Duration // of one request for an attestation
	RetryMin       time.Duration // first wait after a failure
	RetryMax       time.Duration // longest
	ShunFor        time.Duration // how long a peer that failed is asked last
	MaxDeferrals   int           // blobs whose healing waits for their upload
	ProveAtOnce    int           // requests for attestations at once
	SliversPerBlob int           // slivers of one blob at once
}

// DefaultLimits returns the limits of storage-node.md §21, on a machine with cpus processors.
func DefaultLimits(cpus int) Limits {
	return Limits{
		Blobs: 10, Memory: 512 << 20, CPU: max(1, cpus/2),
		SymbolTimeout: 45 * time.Second, HedgeAfter: 2 * time.Second,
		MetadataWait: 5 * time.Second, AttestTimeout: 300 * time.Second,
		RetryMin: time.Second, RetryMax: time.Hour, ShunFor: 30 * time.Second,
		MaxDeferrals: 4096, ProveAtOnce: 8, SliversPerBlob: 8,
	}
}

// Healer is the owner of the work list.
type Healer struct {
	Config
	memory *semaphore.Weighted
	cpu    *semaphore.Weighted
	stats  counters

	hot  chan walrus.BlobID // intents to look at now
	full chan struct{}      // look at all of them

	mu       sync.Mutex // guards what is below
	running  map[walrus.BlobID]context.CancelCauseFunc
	deferred map[walrus.BlobID]time.Time
	shunned  map[walrus.NodeIndex]time.Time
	jobs     sync.WaitGroup
}

// New returns a Healer that does nothing before Run.
func New(c Config) *Healer {
	return &Healer{
		Config:   c,
		memory:   semaphore.NewWeighted(c.Limits.Memory),
		cpu:      semaphore.NewWeighted(int64(c.Limits.CPU)),
		hot:      make(chan walrus.BlobID, 1024),
		full:     make(chan struct{}, 1),
		running:  map[walrus.BlobID]context.CancelCauseFunc{},
		deferred: map[walrus.BlobID]time.Time{},
		shunned:  map[walrus.NodeIndex]time.Time{},
	}
}

// Wake says that the intent of a blob is new or has changed.
func (h *Healer) Wake(id walrus.BlobID) {
	select {
	case h.hot <- id:
	default:
		h.WakeAll()
	}
}

// WakeAll says that any intent may be new, or that the goal has changed.
func (h *Healer) WakeAll() {
	select {
	case h.full <- struct{}{}:
	default:
	}
}

// Defer keeps the blob from being healed before the given time: its upload is probably still on the way (§13.2). It is
// to be called before Wake; where healing has begun already it comes too late. A restart forgets it. Either costs
// traffic and nothing else.
func (h *Healer) Defer(id walrus.BlobID, until time.Time) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if len(h.deferred) < h.Limits.MaxDeferrals {
		h.deferred[id] = until
	}
}

var errCancelled = errors.New("healing is not wanted any more")

// Cancel stops healing the blob, because it was deleted or marked invalid.
func (h *Healer) Cancel(id walrus.BlobID) {
	h.mu.Lock()
	cancel := h.running[id]
	delete(h.deferred, id)
	h.mu.Unlock()
	if cancel != nil {
		cancel(errCancelled)
	}
	h.Wake(id)
}

// Run works on the list until ctx ends, then stops what runs and returns nil.
func (h *Healer) Run(ctx context.Context) error {
	defer h.jobs.Wait()
	scan := &pass{h: h}
	timer := time.NewTimer(0)
	defer timer.Stop()
	for {
		select {
		case <-ctx.Done():
			return nil
		case id := <-h.hot:
			scan.look(ctx, id)
		case <-h.full:
			scan.restart()
		case <-timer.C:
			scan.restart()
		}
		if err := scan.proceed(ctx); err != nil {
			h.Log.Error("work list cannot be read", obs.Err, err)
			scan.sooner(time.Now().Add(h.Limits.RetryMin))
		}
		timer.Reset(scan.idle())
	}
}

// start begins work on an intent, and reports false when there is no room for it. when is the time to look again for an
// intent that is not due.
func (h *Healer) start(ctx context.Context, it store.Intent) (started bool, when time.Time) {
	h.mu.Lock()
	defer h.mu.Unlock()
	now := time.Now()
	until, wait := h.deferred[it.Blob]
	switch {
	case h.running[it.Blob] != nil:
		return true, time.Time{} // its end looks again
	case it.Kind == store.HealBlob && h.Goal() == nil:
		return true, time.Time{} // the goal's coming looks again
	case it.Kind == store.HealBlob && wait && until.After(now):
		return true, until
	case it.Next.After(now):
		return true, it.Next
	case len(h.running) >= h.Limits.Blobs:
		return false, time.Time{}
	}
	delete(h.deferred, it.Blob)
	job, cancel := context.WithCancelCause(ctx)
	h.running[it.Blob] = cancel
	h.jobs.Go(func() {
		h.work(job, it)
		cancel(nil)
		h.mu.Lock()
		delete(h.running, it.Blob)
		h.mu.Unlock()
		h.Wake(it.Blob) // another intent may have replaced this one
	})
	return true, time.Time{}
}

// work does what an intent asks for and settles the intent.
func (h *Healer) work(ctx context.Context, it store.Intent) {
	begin := time.Now()
	err := h.do(ctx, it)
	if ctx.Err() != nil {
		return // cancelled: the intent is gone, replaced, or for the next start
	}
	if err == nil {
		if err = h.Store.Finish(it); err == nil {
			return
		}
	}
	next := it
	next.Attempts++
	next.Next = begin.Add(h.backoff(it.Attempts)).Truncate(time.Millisecond)
	h.stats.failures.Add(1)
	h.Log.Warn("blob is not healed", obs.Blob, it.Blob, "attempt", next.Attempts, "next", next.Next, obs.Err, err)
	if err := h.Store.Postpone(it, next); err != nil {
		h.Log.Error("next try was not recorded", obs.Blob, it.Blob, obs.Err, err)
	}
}

// backoff doubles from RetryMin to RetryMax, with up to a quarter more at random.
func (h *Healer) backoff(attempts uint32) time.Duration {
	d := h.Limits.RetryMax
	if attempts < 30 {
		d = min(d, h.Limits.RetryMin<<attempts)
	}
	return d + rand.N(d/4+1)
}
