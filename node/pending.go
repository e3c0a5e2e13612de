package node

import (
	"errors"
	"sync"
	"time"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/redstuff"
)

// errSaturated: the caches for uploads ahead of their registration are full.
var errSaturated = errors.New("the cache for unregistered blobs is full")

// pending holds verified metadata and slivers of blobs whose registration has not been seen, for a short time
// (storage-node.md §10.3). It is bounded in entries and bytes; what is too old counts as gone and is removed by a later
// insertion.
type pending struct {
	meta, sliver PendingConfig

	mu      sync.Mutex // guards what is below
	blobs   map[walrus.BlobID]*pendingBlob
	metas   int
	slivers int
	bytes   int64
}

type pendingBlob struct {
	md      *redstuff.VerifiedMetadata
	slivers map[pairAxis]*walrus.Sliver
	touched time.Time
}

type pairAxis struct {
	pair walrus.SliverPairIndex
	axis walrus.Axis
}

func newPending(meta, sliver PendingConfig) *pending {
	return &pending{meta: meta, sliver: sliver, blobs: map[walrus.BlobID]*pendingBlob{}}
}

// live returns the blob's entry unless its metadata are too old. The caller holds mu.
func (p *pending) live(id walrus.BlobID) *pendingBlob {
	b := p.blobs[id]
	if b == nil || time.Since(b.touched) > secs(p.meta.TTLSecs) {
		return nil
	}
	return b
}

// metadata returns buffered metadata, or nil.
func (p *pending) metadata(id walrus.BlobID) *redstuff.VerifiedMetadata {
	p.mu.Lock()
	defer p.mu.Unlock()
	if b := p.live(id); b != nil {
		return b.md
	}
	return nil
}

// hasSliver reports whether the sliver is buffered.
func (p *pending) hasSliver(id walrus.BlobID, at pairAxis) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	b := p.live(id)
	return b != nil && b.slivers[at] != nil && time.Since(b.touched) <= secs(p.sliver.TTLSecs)
}

// has reports whether anything of the blob is buffered.
func (p *pending) has(id walrus.BlobID) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.live(id) != nil
}

// putMetadata buffers metadata, or returns errSaturated.
func (p *pending) putMetadata(md *redstuff.VerifiedMetadata) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if b := p.live(md.ID()); b != nil {
		b.touched = time.Now()
		return nil
	}
	p.evict()
	if p.metas >= p.meta.Entries || p.meta.TTLSecs == 0 {
		return errSaturated
	}
	p.blobs[md.ID()] = &pendingBlob{md: md, slivers: map[pairAxis]*walrus.Sliver{}, touched: time.Now()}
	p.metas++
	return nil
}

// putSliver buffers a sliver of a blob whose metadata are md, buffered or stored, or returns errSaturated.
func (p *pending) putSliver(md *redstuff.VerifiedMetadata, at pairAxis, s *walrus.Sliver) error {
	size := int64(len(s.Data))
	p.mu.Lock()
	defer p.mu.Unlock()
	b := p.live(md.ID())
	if b != nil && b.slivers[at] != nil {
		return nil
	}
	p.evict()
	full := p.slivers >= p.sliver.Entries || p.bytes+size > p.sliver.Bytes || size > p.sliver.ItemBytes
	if full || p.sliver.TTLSecs == 0 || b == nil && p.metas >= p.meta.Entries {
		return errSaturated
	}
	if b == nil {
		b = &pendingBlob{md: md, slivers: map[pairAxis]*walrus.Sliver{}}
		p.blobs[md.ID()] = b
		p.metas++
	}
	b.slivers[at], b.touched = s, time.Now()
	p.slivers++
	p.bytes += size
	return nil
}

// evict drops what is too old. The caller holds mu.
func (p *pending) evict() {
	for id, b := range p.blobs {
		if p.live(id) == nil {
			p.remove(id, b)
		}
	}
}

func (p *pending) remove(id walrus.BlobID, b *pendingBlob) {
	for at, s := range b.slivers {
		p.removeSliver(b, at, s)
	}
	delete(p.blobs, id)
	p.metas--
}

func (p *pending) removeSliver(b *pendingBlob, at pairAxis, s *walrus.Sliver) {
	delete(b.slivers, at)
	p.slivers--
	p.bytes -= int64(len(s.Data))
}

// drop forgets a blob.
func (p *pending) drop(id walrus.BlobID) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if b := p.blobs[id]; b != nil {
		p.remove(id, b)
	}
}

// snapshot returns what is buffered of a blob; md is nil when there is nothing.
func (p *pending) snapshot(id walrus.BlobID) (md *redstuff.VerifiedMetadata, slivers map[pairAxis]*walrus.Sliver) {
	p.mu.Lock()
	defer p.mu.Unlock()
	b := p.live(id)
	if b == nil {
		return nil, nil
	}
	slivers = make(map[pairAxis]*walrus.Sliver, len(b.slivers))
	for at, s := range b.slivers {
		slivers[at] = s
	}
	return b.md, slivers
}

// stored removes what a snapshot held, because it is on disk; what came in between stays.
func (p *pending) stored(id walrus.BlobID, slivers map[pairAxis]*walrus.Sliver) {
	p.mu.Lock()
	defer p.mu.Unlock()
	b := p.blobs[id]
	if b == nil {
		return
	}
	for at := range slivers {
		if s := b.slivers[at]; s != nil {
			p.removeSliver(b, at, s)
		}
	}
	if len(b.slivers) == 0 {
		p.remove(id, b)
	}
}

// sizes returns entries and bytes held.
func (p *pending) sizes() (blobs, slivers int, bytes int64) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.metas, p.slivers, p.bytes
}

// waiters are requests that wait for a registration.
type waiters struct {
	limit int

	mu    sync.Mutex // guards what is below
	count int
	chans map[walrus.BlobID]*waiter
}

type waiter struct {
	registered chan struct{}
	users      int
}

func newWaiters(limit int) *waiters {
	return &waiters{limit: limit, chans: map[walrus.BlobID]*waiter{}}
}

// join returns a channel that is closed when the blob is registered, and a function to be called when the wait is
// over; ok is false when too many wait already.
func (w *waiters) join(id walrus.BlobID) (registered <-chan struct{}, leave func(), ok bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.count >= w.limit {
		return nil, nil, false
	}
	one := w.chans[id]
	if one == nil {
		one = &waiter{registered: make(chan struct{})}
		w.chans[id] = one
	}
	w.count++
	one.users++
	return one.registered, func() { w.leave(id, one) }, true
}

func (w *waiters) leave(id walrus.BlobID, one *waiter) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.count--
	if one.users--; one.users == 0 && w.chans[id] == one {
		delete(w.chans, id)
	}
}

// wake wakes all that wait for the blob.
func (w *waiters) wake(id walrus.BlobID) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if one := w.chans[id]; one != nil {
		close(one.registered)
		delete(w.chans, id)
	}
}
