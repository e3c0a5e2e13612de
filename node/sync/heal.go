package sync

import (
	"context"
	"errors"
	"fmt"

	"golang.org/x/sync/errgroup"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/node/store"
	"github.com/walrus-go/walrus/redstuff"
)

// Reasons to try again later.
var (
	errNoGoal   = errors.New("the node is in no committee")
	errDiskFull = errors.New("the disk is too full for healing")
	errNoPeer   = errors.New("no peer could help")
)

func (h *Healer) do(ctx context.Context, it store.Intent) error {
	if it.Kind == store.EraseBlob {
		if err := h.Store.Erase(it.Blob); err != nil {
			return err
		}
		if h.Erased != nil {
			h.Erased(it.Blob)
		}
		return nil
	}
	for {
		goal := h.Goal()
		if goal == nil {
			return errNoGoal
		}
		if err := h.heal(ctx, goal, it.Blob); err != nil || h.Goal() == goal {
			return err
		}
	}
}

// heal makes the blob complete for the goal. It returns nil when there is nothing left to do, and an error when something
// is still missing.
func (h *Healer) heal(ctx context.Context, goal *Goal, id walrus.BlobID) error {
	info, err := h.Store.Info(id)
	if err != nil || !info.CertifiedAt(goal.Epoch) {
		return err
	}
	complete, err := h.complete(goal, id)
	if err != nil || complete {
		return err
	}
	if h.MayWrite != nil && !h.MayWrite() {
		return errDiskFull
	}
	md, err := h.metadata(ctx, goal, id)
	if err != nil {
		return fmt.Errorf("metadata: %w", err)
	}
	// Secondary slivers first: holders that suffice for all of them may not suffice for a primary one until
	// secondary ones are healed everywhere (encoding.md §6.2).
	for _, axis := range []walrus.Axis{walrus.Secondary, walrus.Primary} {
		err = errors.Join(err, h.healAxis(ctx, goal, md, axis))
		var found *foundInconsistent
		if errors.As(err, &found) {
			return h.prove(ctx, goal, md, found)
		}
	}
	return errors.Join(err, h.Store.Sync())
}

// Complete reports whether the node holds all that its present goal asks of the blob.
func (h *Healer) Complete(id walrus.BlobID) (bool, error) {
	goal := h.Goal()
	if goal == nil {
		return false, nil
	}
	return h.complete(goal, id)
}

// complete reports whether metadata and all slivers are there.
func (h *Healer) complete(goal *Goal, id walrus.BlobID) (bool, error) {
	ok, err := h.Store.HasMetadata(id)
	if err != nil || !ok {
		return false, err
	}
	for _, axis := range []walrus.Axis{walrus.Primary, walrus.Secondary} {
		missing, err := h.missing(goal, id, axis)
		if err != nil || len(missing) > 0 {
			return false, err
		}
	}
	return true, nil
}

// missing returns the node's shards whose sliver of the axis is not held.
func (h *Healer) missing(goal *Goal, id walrus.BlobID, axis walrus.Axis) ([]walrus.ShardIndex, error) {
	held, err := h.Store.Held(id)
	if err != nil {
		return nil, err
	}
	var missing []walrus.ShardIndex
	for _, shard := range goal.shards() {
		if !held[store.Place{Shard: shard, Axis: axis}] {
			missing = append(missing, shard)
		}
	}
	return missing, nil
}

func (h *Healer) healAxis(ctx context.Context, goal *Goal, md *redstuff.VerifiedMetadata, axis walrus.Axis) error {
	missing, err := h.missing(goal, md.ID(), axis)
	if err != nil {
		return err
	}
	var g errgroup.Group
	g.SetLimit(h.Limits.SliversPerBlob)
	errs := make([]error, len(missing))
	for i, shard := range missing {
		g.Go(func() error {
			errs[i] = h.healSliver(ctx, goal, md, axis, shard)
			return nil
		})
	}
	g.Wait()
	return errors.Join(errs...)
}

// healSliver rebuilds one sliver and stores it.
func (h *Healer) healSliver(ctx context.Context, goal *Goal, md *redstuff.VerifiedMetadata, axis walrus.Axis, shard walrus.ShardIndex) error {
	n := h.Code.NShards()
	target := shard.Pair(md.ID(), n).Sliver(axis, n)
	weight := min(h.Limits.Memory, 3*int64(n)*int64(md.SymbolSize()))
	if err := h.memory.Acquire(ctx, weight); err != nil {
		return err
	}
	defer h.memory.Release(weight)
	symbols, err := h.gather(ctx, goal, md, axis, target)
	if err != nil {
		return fmt.Errorf("%v sliver %d: %w", axis, target, err)
	}
	if err := h.cpu.Acquire(ctx, 1); err != nil {
		return err
	}
	sliver, proof, err := h.Code.RecoverSliver(md, axis, target, symbols)
	h.cpu.Release(1)
	if proof != nil {
		return &foundInconsistent{axis, proof}
	}
	if err != nil {
		return fmt.Errorf("%v sliver %d: %w", axis, target, err)
	}
	if err := h.Store.PutSliver(md.ID(), shard, sliver.Sliver()); err != nil {
		return err
	}
	h.stats.slivers.Add(1)
	return nil
}

// metadata returns the metadata of the blob, from the store or from a peer.
func (h *Healer) metadata(ctx context.Context, goal *Goal, id walrus.BlobID) (*redstuff.VerifiedMetadata, error) {
	m, err := h.Store.Metadata(id)
	if err == nil {
		return redstuff.VerifyMetadata(id, m, h.Code.NShards())
	}
	if !errors.Is(err, walrus.ErrMetadataNotFound) {
		return nil, err
	}
	failures := []error{errNoPeer}
	for _, member := range h.order(goal) {
		if member == goal.Self {
			continue
		}
		v, err := h.askMetadata(ctx, &goal.Committee.Members[member], id)
		if err == nil {
			return v, h.Store.PutMetadata(id, v.Metadata())
		}
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		failures = append(failures, err)
	}
	return nil, errors.Join(failures...)
}

func (h *Healer) askMetadata(ctx context.Context, m *walrus.Member, id walrus.BlobID) (*redstuff.VerifiedMetadata, error) {
	ctx, cancel := context.WithTimeout(ctx, h.Limits.MetadataWait)
	defer cancel()
	answer, err := h.Peer(m).Metadata(ctx, id)
	if err != nil {
		if !errors.Is(err, walrus.ErrMetadataNotFound) {
			h.shun(m.Node)
		}
		return nil, fmt.Errorf("node %d: %w", m.Node, err)
	}
	h.stats.bytes.Add(uint64(len(id) + len(answer.AppendBCS(nil))))
	v, err := redstuff.VerifyMetadata(id, answer, h.Code.NShards())
	if err != nil {
		h.lied(m.Node)
		return nil, fmt.Errorf("node %d lied: %w", m.Node, err)
	}
	return v, nil
}
