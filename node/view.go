package node

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
	"github.com/walrus-go/walrus/internal/bls"
	"github.com/walrus-go/walrus/internal/obs"
	heal "github.com/walrus-go/walrus/node/sync"
)

// view is what the node knows of the epoch it handled last. Immutable.
type view struct {
	epoch walrus.Epoch // 0 before the first
	owned []bool       // by shard
	// goal is nil while the node is not in the committee.
	goal *heal.Goal
}

// now returns the present view, never nil.
func (n *Node) now() *view {
	if v := n.view.Load(); v != nil {
		return v
	}
	return &view{}
}

func (v *view) owns(shard walrus.ShardIndex) bool { return int(shard) < len(v.owned) && v.owned[shard] }

// shards returns the node's shards, ascending.
func (v *view) shards() []walrus.ShardIndex {
	if v.goal == nil {
		return nil
	}
	return v.goal.Committee.Members[v.goal.Self].Shards
}

func (n *Node) goal() *heal.Goal { return n.now().goal }

// enter makes the epoch the one that the node works for. It waits for the chain to tell the committee.
func (n *Node) enter(ctx context.Context, epoch walrus.Epoch) error {
	c, err := n.committee(ctx, epoch)
	if err != nil {
		return err
	}
	self, err := n.find(c)
	if err != nil {
		return err
	}
	v := &view{epoch: epoch, owned: make([]bool, n.n)}
	if self >= 0 {
		keys, err := bls.NewKeySet(c)
		if err != nil {
			return fmt.Errorf("committee of epoch %d: %w", epoch, err)
		}
		v.goal = &heal.Goal{Epoch: epoch, Committee: c, Keys: keys, Self: self}
		for _, s := range c.Members[self].Shards {
			v.owned[s] = true
		}
	}
	n.view.Store(v)
	n.log.Info("epoch handled", obs.Epoch, epoch, "shards", len(v.shards()), "members", len(c.Members))
	return nil
}

// committee asks the chain until it answers; an endpoint may lag behind the log.
func (n *Node) committee(ctx context.Context, epoch walrus.Epoch) (*walrus.Committee, error) {
	for wait := 100 * time.Millisecond; ; wait = min(2*wait, 10*time.Second) {
		c, err := n.deps.Reader.Committee(ctx, epoch)
		if err == nil {
			if c.NShards != n.n || c.Epoch != epoch {
				return nil, fmt.Errorf("%w: committee of epoch %d with %d shards, want %d with %d", walrus.ErrInvalidCommittee, c.Epoch, c.NShards, epoch, n.n)
			}
			return c, nil
		}
		if errors.Is(err, walrus.ErrInvalidCommittee) {
			return nil, err
		}
		n.log.Warn("committee is not to be had", obs.Epoch, epoch, obs.Err, err)
		if err := sleep(ctx, wait); err != nil {
			return nil, err
		}
	}
}

// resume restores the view of the epoch handled before a restart.
func (n *Node) resume(ctx context.Context) error {
	cursor, err := n.store.Cursor()
	if err != nil {
		return err
	}
	n.progress.Store(&cursor)
	n.block.Store(cursor.Block)
	e, err := n.store.Epoch()
	if err != nil || e.Number == 0 {
		return err
	}
	c, err := n.deps.Reader.Committee(ctx, e.Number)
	if errors.Is(err, chain.ErrNoCommittee) {
		return fmt.Errorf("%w: storage has handled epoch %d", chain.ErrCursorMismatch, e.Number)
	}
	if err != nil {
		return fmt.Errorf("ask the chain for the committee of epoch %d: %w", e.Number, err)
	}
	return n.enter(ctx, c.Epoch)
}

func sleep(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-t.C:
		return nil
	}
}
