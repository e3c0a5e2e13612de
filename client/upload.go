package client

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"
	"golang.org/x/sync/semaphore"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/nodeapi"
)

var errTail = errors.New("stopped after a quorum")

// upload sends the slivers of one blob to one committee and collects its confirmations.
type upload struct {
	c        *Client
	v        *view
	src      source
	progress func(Progress)

	mu     sync.Mutex // guards what follows
	done   map[int]bool
	weight int // of done
	causes map[int]error
}

// slivers sends everything to the nodes that skip does not hold, until all are done, or a quorum is done and
// its tail window is over (client.md §6.3, 6.4). It fails only with ctx: what a lack of weight means is for
// the confirmations to say.
func (u *upload) slivers(ctx context.Context, skip map[int]bool) error {
	u.done, u.causes, u.weight = map[int]bool{}, map[int]error{}, 0
	for p := range skip {
		u.done[p] = true
		u.weight += u.v.committee.Members[p].Weight()
	}
	tail, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	flight := semaphore.NewWeighted(u.c.cfg.BytesInFlight)
	start := time.Now()
	var nodes sync.WaitGroup
	for _, p := range rand.Perm(len(u.v.nodes)) {
		if skip[p] {
			continue
		}
		nodes.Go(func() {
			err := u.node(tail, p, flight)
			if u.finished(p, err) {
				wait := time.Duration(u.c.cfg.TailFactor*float64(time.Since(start))) + u.c.cfg.TailBase
				t := time.AfterFunc(wait, func() { stop(errTail) })
				context.AfterFunc(tail, func() { t.Stop() })
			}
		})
	}
	nodes.Wait()
	return context.Cause(ctx)
}

// finished notes the outcome of a node and reports whether this one made the quorum.
func (u *upload) finished(position int, err error) bool {
	u.mu.Lock()
	defer u.mu.Unlock()
	if err != nil {
		u.causes[position] = err
		return false
	}
	n := u.v.state.NShards
	before := u.weight
	u.done[position] = true
	u.weight += u.v.committee.Members[position].Weight()
	report(u.progress, Progress{PhaseUpload, int64(u.weight), int64(n)})
	return !n.IsQuorum(before) && n.IsQuorum(u.weight)
}

// transfer is a sliver that a node is to get.
type transfer struct {
	pair  walrus.SliverPairIndex
	axis  walrus.Axis
	index walrus.SliverIndex
}

// transfers returns the slivers of a node in the order in which they become ready.
func (u *upload) transfers(position int) []transfer {
	n := u.v.state.NShards
	var all []transfer
	for _, shard := range u.v.committee.Members[position].Shards {
		pair := shard.Pair(u.src.metadata().ID(), n)
		for _, axis := range []walrus.Axis{walrus.Primary, walrus.Secondary} {
			all = append(all, transfer{pair, axis, pair.Sliver(axis, n)})
		}
	}
	slices.SortFunc(all, func(a, b transfer) int { return readiness(a.axis, a.index, n) - readiness(b.axis, b.index, n) })
	return all
}

// node sends metadata and all slivers of one node.
func (u *upload) node(ctx context.Context, position int, flight *semaphore.Weighted) error {
	service, md := u.v.nodes[position], u.src.metadata()
	stored, err := retry(ctx, &u.c.cfg, func(ctx context.Context) (nodeapi.Stored, error) {
		return service.PutMetadata(ctx, md.ID(), md.Metadata(), false)
	})
	if err != nil {
		return fmt.Errorf("put metadata: %w", err)
	}
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(u.c.cfg.NodeConnections)
	for _, p := range u.transfers(position) {
		if ctx.Err() != nil {
			break
		}
		group.Go(func() error {
			if err := u.sliver(ctx, service, p, stored == nodeapi.AlreadyStored, flight); err != nil {
				return fmt.Errorf("put %v sliver of pair %d: %w", p.axis, p.pair, err)
			}
			return nil
		})
	}
	return group.Wait()
}

// sliver sends one sliver, unless it is long and the node, when asked, has it.
func (u *upload) sliver(ctx context.Context, service nodeapi.Service, p transfer, ask bool, flight *semaphore.Weighted) error {
	md := u.src.metadata()
	if ask && md.SliverSize(p.axis) >= u.c.cfg.StatusCheckMinimum {
		presence, err := service.HasSliver(ctx, md.ID(), p.pair, p.axis)
		if err == nil && presence != nodeapi.Nonexistent {
			return nil
		}
	}
	size := min(int64(md.SliverSize(p.axis)), u.c.cfg.BytesInFlight)
	if err := flight.Acquire(ctx, size); err != nil {
		return context.Cause(ctx)
	}
	defer flight.Release(size)
	s, err := u.src.sliver(ctx, p.axis, p.index)
	if err != nil {
		return err
	}
	_, err = retry(ctx, &u.c.cfg, func(ctx context.Context) (nodeapi.Stored, error) {
		return service.PutSliver(ctx, md.ID(), p.pair, s, false)
	})
	return err
}
