package node

import (
	"context"
	"errors"
	"fmt"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
	"github.com/walrus-go/walrus/internal/obs"
	"github.com/walrus-go/walrus/node/plan"
	"github.com/walrus-go/walrus/node/store"
)

const eventBatch = 256

// follow applies the chain's log from the stored cursor on. Only a log that does not contain the cursor, storage that
// cannot be written and keys that are not ours end it.
func (n *Node) follow(ctx context.Context) error {
	wait := time.Duration(0)
	for {
		cursor, err := n.store.Cursor()
		if err != nil {
			return fmt.Errorf("read event cursor: %w", err)
		}
		elements, next, err := n.deps.Log.Next(ctx, cursor, eventBatch)
		switch {
		case ctx.Err() != nil:
			return nil
		case errors.Is(err, chain.ErrCursorMismatch):
			return fmt.Errorf("event log: %w", err)
		case err != nil:
			n.metrics.logErrors.Inc()
			n.log.Warn("event log does not answer", obs.Err, err)
			wait = min(max(2*wait, 100*time.Millisecond), 10*time.Second)
			if sleep(ctx, wait) != nil {
				return nil
			}
			continue
		}
		wait = 0
		if err := n.handle(ctx, elements, next); err != nil {
			if ctx.Err() != nil {
				return nil
			}
			return err
		}
	}
}

// handle applies a run of events and reacts to them in order.
func (n *Node) handle(ctx context.Context, elements []chain.Element, next chain.Cursor) error {
	applied, err := n.store.Apply(elements, next)
	if err != nil {
		return fmt.Errorf("apply events up to %v: %w", next, err)
	}
	var flushes errgroup.Group
	flushes.SetLimit(4)
	for _, a := range applied {
		n.metrics.event(a.Element.Event)
		if a.Anomaly != nil {
			n.metrics.anomalies.Inc()
			n.log.Error("event contradicts the bookkeeping", "event", a.Element.ID.String(), "index", a.Element.Index, obs.Err, a.Anomaly)
		}
		if a.Reaction == plan.Wake {
			flushes.Go(func() error { n.flushRegistered(a.Blob); return nil })
			continue
		}
		if err := n.react(ctx, a); err != nil {
			return errors.Join(err, flushes.Wait())
		}
	}
	flushes.Wait()
	n.progress.Store(&next)
	n.block.Store(next.Block)
	close(*n.moved.Swap(newSignal()))
	return nil
}

func newSignal() *chan struct{} {
	c := make(chan struct{})
	return &c
}

// AwaitBlock waits until the events of a block, and all before, were applied and reacted to. The block must be one with
// an event of the log: others leave no trace in it.
func (n *Node) AwaitBlock(ctx context.Context, number uint64) error {
	for {
		moved := *n.moved.Load()
		if at := n.progress.Load(); at.Block > number || at.Block == number && at.AtBoundary() {
			return nil
		}
		select {
		case <-moved:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

func (n *Node) react(ctx context.Context, a store.Applied) error {
	switch a.Reaction {
	case plan.Heal:
		n.deferHealing(a.Element)
		n.healer.Wake(a.Blob)
	case plan.Retire:
		n.healer.Cancel(a.Blob)
	case plan.Erase:
		n.forget(a.Blob)
		n.healer.Cancel(a.Blob)
	case plan.Begin:
		ev := a.Element.Event.(chain.EpochChangeStart)
		return n.begin(ctx, ev.Epoch)
	}
	return nil
}

// begin enters an epoch. Blobs certified before are wanted on shards that the node did not have.
func (n *Node) begin(ctx context.Context, epoch walrus.Epoch) error {
	before := n.now()
	if err := n.enter(ctx, epoch); err != nil {
		return fmt.Errorf("begin epoch %d: %w", epoch, err)
	}
	n.healer.WakeAll()
	for _, s := range n.now().shards() {
		if !before.owns(s) {
			return n.wantIncomplete(ctx)
		}
	}
	return nil
}

// wantIncomplete makes a sync intent for each certified blob that the node does not hold completely: after it gained
// shards, and once after each start, which also finds what a restored old disk lacks (storage-node.md §29.1).
func (n *Node) wantIncomplete(ctx context.Context) error {
	const batch = 1024
	for from := (walrus.BlobID{}); ; {
		var ids []walrus.BlobID
		seen, epoch := 0, n.now().epoch
		last := from
		err := n.store.Infos(from, func(id walrus.BlobID, i plan.Info) bool {
			if i.CertifiedAt(epoch) {
				ids = append(ids, id)
			}
			seen, last = seen+1, id
			return seen < batch
		})
		for _, id := range ids {
			complete, completeErr := n.healer.Complete(id)
			if err = errors.Join(err, completeErr, ctx.Err()); err != nil {
				return err
			}
			if !complete {
				err = n.store.Want(id)
				n.healer.Wake(id)
			}
		}
		if err != nil || seen < batch {
			return err
		}
		from = next(last)
	}
}

// next returns the ID that follows; after the last comes the last.
func next(id walrus.BlobID) walrus.BlobID {
	after := id
	for i := len(after) - 1; i >= 0; i-- {
		if after[i]++; after[i] != 0 {
			return after
		}
	}
	return id
}

// flushRegistered moves what was uploaded ahead of a registration to the disk and wakes who waits for it.
func (n *Node) flushRegistered(id walrus.BlobID) {
	if err := n.flush(id); err != nil {
		n.log.Error("pending data were not stored", obs.Blob, id, obs.Err, err)
	}
	n.waiters.wake(id)
}

// deferHealing keeps the healer from a blob whose upload is probably under way: its certification is fresh, and came to
// the chain after this process had started, so that clients could reach it (storage-node.md §13.2).
func (n *Node) deferHealing(el chain.Element) {
	ev, ok := el.Event.(chain.BlobCertified)
	d := n.config.Deferral
	if !ok || ev.IsExtension || !d.Enabled || el.Block.Number <= n.startBlock {
		return
	}
	age := time.Since(el.Block.Time)
	if age > secs(d.MaxAgeSecs) {
		return
	}
	if ok, err := n.healer.Complete(ev.BlobID); ok || err != nil {
		return // an error shows again when healing is tried
	}
	wait := secs(d.MaxSecs)
	if info, err := n.store.Info(ev.BlobID); err == nil && info.PermanentTotal.Count+info.DeletableTotal.Count > 0 {
		switch {
		case info.Size <= 100<<20:
			wait = secs(d.SmallSecs)
		case info.Size <= 4<<30:
			wait = secs(d.LargeSecs)
		}
	}
	n.healer.Defer(ev.BlobID, time.Now().Add(min(wait, secs(d.MaxSecs)-age)))
}
