package client

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"sync"
	"time"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/redstuff"
)

// metadata asks random nodes, MetadataRequests at a time; the first answer that hashes to the blob ID wins. When nodes
// with a quorum of the shards say not found or blocked, that is the answer.
func (c *Client) metadata(ctx context.Context, v *view, id walrus.BlobID) (*redstuff.VerifiedMetadata, error) {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	type answer struct {
		position int
		md       *redstuff.VerifiedMetadata
		err      error
	}
	order := rand.Perm(len(v.nodes))
	answers := make(chan answer, len(order)) // so that nobody waits when the first good one wins
	var nodes sync.WaitGroup
	defer nodes.Wait()
	defer stop()
	next := 0
	ask := func() {
		if next < len(order) {
			p := order[next]
			next++
			nodes.Go(func() {
				md, err := c.metadataFrom(ctx, v, p, id)
				answers <- answer{p, md, err}
			})
		}
	}
	for range c.cfg.MetadataRequests {
		ask()
	}
	tally := tally{v: v}
	hedge := time.NewTicker(c.cfg.HedgeAfter)
	defer hedge.Stop()
	for len(tally.causes) < len(order) {
		select {
		case <-hedge.C:
			ask()
		case <-ctx.Done():
			return nil, context.Cause(ctx)
		case a := <-answers:
			if a.err == nil {
				return a.md, nil
			}
			if err := tally.add(a.position, a.err); err != nil {
				return nil, fmt.Errorf("blob %v: %w", id, err)
			}
			ask()
		}
	}
	return nil, &WeightError{ErrNoMetadata, "metadata", 0, 1, "valid answers", tally.causes}
}

func (c *Client) metadataFrom(ctx context.Context, v *view, position int, id walrus.BlobID) (*redstuff.VerifiedMetadata, error) {
	return retry(ctx, &c.cfg, func(ctx context.Context) (*redstuff.VerifiedMetadata, error) {
		md, err := v.nodes[position].Metadata(ctx, id)
		if err != nil {
			return nil, err
		}
		return redstuff.VerifyMetadata(id, md, v.state.NShards)
	})
}

// tally adds up what nodes say that do not serve a blob.
type tally struct {
	v                 *view
	notFound, blocked int
	causes            []NodeError
}

// add returns the common answer once nodes with a quorum of the shards give it.
func (t *tally) add(position int, err error) error {
	t.causes = append(t.causes, t.v.nodeError(position, err))
	weight := t.v.committee.Members[position].Weight()
	switch {
	case errors.Is(err, walrus.ErrMetadataNotFound), errors.Is(err, walrus.ErrSliverNotFound):
		t.notFound += weight
	case errors.Is(err, walrus.ErrBlobForbidden):
		t.blocked += weight
	}
	switch {
	case !t.v.state.NShards.IsQuorum(t.notFound + t.blocked):
		return nil
	case t.blocked > t.notFound:
		return walrus.ErrBlobForbidden
	}
	return walrus.ErrBlobNotFound
}

// request is one sliver to be fetched, with the attempts already made.
type request struct {
	shard   walrus.ShardIndex
	tries   uint
	settled bool
}

// fetch feeds the assembly with verified primary slivers until it has enough. Source slivers come first: they need
// no decoding. What fails goes to the end of the queue, so that a slow or dead node delays nobody.
func (b *Blob) fetch(ctx context.Context, slivers assembly) error {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	f := &fetcher{b: b, slivers: slivers, queue: b.order(), failed: map[int]error{}, stop: stop}
	f.more.L = &f.mu
	for range b.parallelism() {
		f.workers.Go(func() { f.work(ctx) })
	}
	defer context.AfterFunc(ctx, f.wake)()
	f.workers.Wait()
	if f.enough {
		return nil
	}
	if err := context.Cause(ctx); err != nil {
		return err
	}
	return f.short()
}

// order returns all shards, in random order, those with source slivers first.
func (b *Blob) order() []*request {
	n := b.v.state.NShards
	queue := make([]*request, 0, n)
	for _, s := range rand.Perm(int(n)) {
		queue = append(queue, &request{shard: walrus.ShardIndex(s)})
	}
	isParity := func(r *request) int {
		if int(r.shard.Pair(b.md.ID(), n)) < n.PrimarySymbols() {
			return 0
		}
		return 1
	}
	slices.SortStableFunc(queue, func(x, y *request) int { return isParity(x) - isParity(y) })
	return queue
}

func (b *Blob) parallelism() int {
	n := b.v.state.NShards
	size := int64(n.SliverSymbols(walrus.Primary)) * int64(b.md.SymbolSize())
	return int(min(int64(n.PrimarySymbols()), max(b.c.cfg.BytesInFlight/size, 1)))
}

// fetcher is the state that the workers of one fetch share.
type fetcher struct {
	b       *Blob
	slivers assembly
	stop    context.CancelCauseFunc
	workers sync.WaitGroup

	mu      sync.Mutex // guards what follows
	more    sync.Cond  // the queue grew, or a request ended
	queue   []*request
	pending int // requests under way
	got     int
	enough  bool
	failed  map[int]error // last cause by position
}

func (f *fetcher) wake() {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.more.Broadcast()
}

// work takes requests until there are enough slivers, or nothing is left that could change that.
func (f *fetcher) work(ctx context.Context) {
	for {
		r, ok := f.take(ctx)
		if !ok {
			return
		}
		hedge := time.AfterFunc(f.b.c.cfg.HedgeAfter, func() { f.hedge(ctx, r) })
		s, err := f.b.sliver(ctx, r.shard)
		hedge.Stop()
		f.settle(ctx, r, s, err)
	}
}

// hedge adds a worker in place of the one that has waited long for r. That one has not ended, for r is not settled.
func (f *fetcher) hedge(ctx context.Context, r *request) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if !r.settled {
		f.workers.Go(func() { f.work(ctx) })
	}
}

func (f *fetcher) take(ctx context.Context) (*request, bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	for !f.enough && ctx.Err() == nil && len(f.queue) == 0 && f.pending > 0 {
		f.more.Wait()
	}
	if f.enough || ctx.Err() != nil || len(f.queue) == 0 {
		return nil, false
	}
	r := f.queue[0]
	f.queue = f.queue[1:]
	f.pending++
	r.settled = false
	return r, true
}

func (f *fetcher) settle(ctx context.Context, r *request, s *redstuff.VerifiedSliver, err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	defer f.more.Broadcast()
	f.pending--
	r.settled = true
	if f.enough || ctx.Err() != nil {
		return
	}
	if err == nil {
		var enough bool
		if enough, err = f.slivers.add(s); err == nil {
			f.got++
			report(f.b.opts.Progress, Progress{PhaseSlivers, int64(f.got), int64(f.b.v.state.NShards.PrimarySymbols())})
			if enough {
				f.enough = true
				f.stop(errEnough)
			}
			return
		}
	}
	f.failed[f.b.v.committee.Owner(r.shard)] = err
	if r.tries++; r.tries < f.b.c.cfg.Retry.Tries && !refusal(err) {
		f.queue = append(f.queue, r)
	}
}

func (f *fetcher) short() error {
	e := &WeightError{Err: ErrNotEnoughSlivers, Phase: "slivers", Got: f.got, Need: f.b.v.state.NShards.PrimarySymbols(), Unit: "slivers"}
	t := tally{v: f.b.v}
	for p, err := range f.failed {
		if verdict := t.add(p, err); verdict != nil {
			return fmt.Errorf("blob %v: %w", f.b.md.ID(), verdict)
		}
	}
	e.Causes = t.causes
	return e
}

// sliver fetches and verifies the primary sliver of a shard.
func (b *Blob) sliver(ctx context.Context, shard walrus.ShardIndex) (*redstuff.VerifiedSliver, error) {
	ctx, cancel := context.WithTimeoutCause(ctx, b.c.cfg.RequestTimeout, errSlow(b.c.cfg.RequestTimeout))
	defer cancel()
	pair := shard.Pair(b.md.ID(), b.v.state.NShards)
	s, err := b.v.nodes[b.v.committee.Owner(shard)].Sliver(ctx, b.md.ID(), pair, walrus.Primary)
	if err != nil {
		if ctx.Err() != nil {
			err = context.Cause(ctx)
		}
		return nil, err
	}
	if want := pair.Sliver(walrus.Primary, b.v.state.NShards); s.Index != want || s.Axis != walrus.Primary {
		return nil, fmt.Errorf("%w: got %v sliver %d, want primary %d", walrus.ErrInvalidSliver, s.Axis, s.Index, want)
	}
	return b.v.code.VerifySliver(b.md, s)
}
