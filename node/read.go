package node

import (
	"context"
	"errors"
	"time"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/node/plan"
	"github.com/walrus-go/walrus/node/store"
	"github.com/walrus-go/walrus/nodeapi"
)

// checkBlocked refuses blobs of the block list.
func (n *Node) checkBlocked(id walrus.BlobID) error {
	if (*n.blocked.Load())[id] {
		return nodeapi.Errorf(nodeapi.ForbiddenBlob, "blob %v is blocked by this node", id)
	}
	return nil
}

// healIfCorrupt wakes the healer when the store has just moved something damaged aside.
func (n *Node) healIfCorrupt(id walrus.BlobID, err error) {
	if errors.Is(err, store.ErrCorrupt) {
		n.log.Error("stored data are corrupt, healing", "blob", id, "err", err)
		n.healer.Wake(id)
	}
}

// Metadata implements nodeapi.Service.
func (n *Node) Metadata(ctx context.Context, id walrus.BlobID) (*walrus.Metadata, error) {
	if err := n.checkBlocked(id); err != nil {
		return nil, err
	}
	registered, err := n.registered(id)
	if err != nil {
		return nil, err
	}
	if !registered {
		return nil, nodeapi.Errorf(nodeapi.MetadataNotFound, "no metadata of blob %v", id)
	}
	md, err := n.verifiedMetadata(ctx, id)
	if err != nil {
		return nil, err
	}
	return md.Metadata(), nil
}

// HasMetadata implements nodeapi.Service.
func (n *Node) HasMetadata(_ context.Context, id walrus.BlobID) (nodeapi.Presence, error) {
	registered, err := n.registered(id)
	if err != nil || !registered {
		return nodeapi.Nonexistent, err
	}
	held, err := n.store.HasMetadata(id)
	if err != nil || !held {
		return nodeapi.Nonexistent, err
	}
	return nodeapi.InStore, nil
}

// Sliver implements nodeapi.Service. What is returned passed its checksum; the caller verifies it against metadata.
func (n *Node) Sliver(_ context.Context, id walrus.BlobID, pair walrus.SliverPairIndex, axis walrus.Axis) (*walrus.Sliver, error) {
	if err := n.checkBlocked(id); err != nil {
		return nil, err
	}
	if err := n.checkPair(pair); err != nil {
		return nil, err
	}
	shard, err := n.ownShard(id, pair)
	if err != nil {
		return nil, err
	}
	registered, err := n.registered(id)
	if err != nil {
		return nil, err
	}
	if !registered {
		return nil, nodeapi.Errorf(nodeapi.SliverNotFound, "no %v sliver of pair %d of blob %v", axis, pair, id)
	}
	s, err := n.readSliver(id, store.Place{Shard: shard, Axis: axis})
	if err != nil {
		return nil, err
	}
	n.metrics.sliversRead.WithLabelValues(axis.String()).Inc()
	return s, nil
}

// readSliver reads from the store.
func (n *Node) readSliver(id walrus.BlobID, at store.Place) (*walrus.Sliver, error) {
	s, err := n.store.Sliver(id, at)
	if errors.Is(err, walrus.ErrSliverNotFound) {
		n.healIfCorrupt(id, err)
		return nil, nodeapi.Errorf(nodeapi.SliverNotFound, "no %v sliver of blob %v on shard %d", at.Axis, id, at.Shard)
	}
	return s, err
}

// HasSliver implements nodeapi.Service.
func (n *Node) HasSliver(_ context.Context, id walrus.BlobID, pair walrus.SliverPairIndex, axis walrus.Axis) (nodeapi.Presence, error) {
	if err := n.checkPair(pair); err != nil {
		return "", err
	}
	shard, err := n.ownShard(id, pair)
	if err != nil {
		return "", err
	}
	registered, err := n.registered(id)
	if err != nil {
		return "", err
	}
	held, err := n.store.HasSliver(id, store.Place{Shard: shard, Axis: axis})
	switch {
	case err != nil:
		return "", err
	case held && registered:
		return nodeapi.InStore, nil
	case n.pending.hasSliver(id, pairAxis{pair, axis}):
		return nodeapi.InBuffer, nil
	}
	return nodeapi.Nonexistent, nil
}

// BlobStatus implements nodeapi.Service.
func (n *Node) BlobStatus(_ context.Context, id walrus.BlobID) (nodeapi.BlobStatus, error) {
	info, err := n.store.Info(id)
	if err != nil {
		return nodeapi.BlobStatus{}, err
	}
	return status(info, n.now().epoch), nil
}

// status is what bookkeeping says about a blob at an epoch.
func status(i plan.Info, e walrus.Epoch) nodeapi.BlobStatus {
	if i.IsInvalid() {
		return nodeapi.BlobStatus{Kind: nodeapi.StatusInvalid, Event: i.Invalid}
	}
	var s nodeapi.BlobStatus
	if i.DeletableTotal.End > e {
		s.Kind = nodeapi.StatusDeletable
		s.Deletable.Total = i.DeletableTotal.Count
		if i.DeletableCertified.End > e {
			s.Deletable.Certified = i.DeletableCertified.Count
		}
	}
	if i.PermanentTotal.End > e {
		strongest := i.PermanentTotal
		if i.PermanentCertified.End > e {
			strongest, s.Certified = i.PermanentCertified, true
		}
		s.Kind, s.EndEpoch, s.Event = nodeapi.StatusPermanent, strongest.End, strongest.Event
	}
	if s.Kind != nodeapi.StatusNonexistent && i.CertifiedAt(e) {
		s.InitialCertifiedEpoch = nodeapi.SomeEpoch(i.InitialCertified)
	}
	return s
}

// Health implements nodeapi.Service.
func (n *Node) Health(_ context.Context, detailed bool) (nodeapi.Health, error) {
	v, cursor, block := n.now(), n.progress.Load(), n.block.Load()
	h := nodeapi.Health{
		Uptime:        max(time.Since(n.started), 1),
		Epoch:         v.epoch,
		PublicKey:     n.deps.ProtocolKey.PublicKey().Bytes(),
		NodeStatus:    nodeapi.NodeActive,
		EventProgress: nodeapi.EventProgress{Persisted: cursor.NextIndex},
		ShardSummary: nodeapi.ShardSummary{
			Owned: uint64(len(v.shards())), OwnedStatus: nodeapi.ShardStatusCounts{Ready: uint64(len(v.shards()))},
		},
		LatestBlock: &block,
	}
	if v.goal == nil {
		h.NodeStatus = nodeapi.NodeStandby
	}
	if cursor.NextIndex > 0 {
		last := cursor.NextIndex - 1
		h.EventProgress.HighestFinished = &last
	}
	if detailed {
		h.ShardDetail = &nodeapi.ShardDetail{}
		for _, s := range v.shards() {
			h.ShardDetail.Owned = append(h.ShardDetail.Owned, nodeapi.ShardHealth{Shard: s, Status: nodeapi.ShardReady})
		}
	}
	return h, nil
}

// Ready returns why the node cannot serve, or nil.
func (n *Node) Ready(context.Context) error {
	if err := n.store.Failure(); err != nil {
		return err
	}
	if n.now().epoch == 0 {
		return errors.New("no epoch has begun")
	}
	return nil
}
