package node

import (
	"context"
	"errors"
	"fmt"

	"golang.org/x/sync/semaphore"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/node/store"
	"github.com/walrus-go/walrus/nodeapi"
	"github.com/walrus-go/walrus/redstuff"
)

// PutMetadata implements nodeapi.Service (storage-node.md §10.1).
func (n *Node) PutMetadata(ctx context.Context, id walrus.BlobID, md *walrus.Metadata, pending bool) (nodeapi.Stored, error) {
	info, err := n.store.Info(id)
	if err != nil {
		return 0, err
	}
	if info.IsInvalid() {
		return 0, nodeapi.Errorf(nodeapi.InvalidBlob, "blob %v is marked invalid", id)
	}
	held, err := n.store.HasMetadata(id)
	if err != nil {
		return 0, err
	}
	if held || n.pending.metadata(id) != nil {
		return nodeapi.AlreadyStored, nil
	}
	if md.EncodingType != walrus.RS2 {
		return 0, nodeapi.Errorf(nodeapi.UnsupportedEncodingType, "encoding type %d", md.EncodingType)
	}
	if err := n.acceptsWrites(); err != nil {
		return 0, err
	}
	verified, err := onCPU(ctx, n.cpu, func() (*redstuff.VerifiedMetadata, error) { return redstuff.VerifyMetadata(id, md, n.n) })
	if errors.Is(err, walrus.ErrInvalidMetadata) {
		return 0, nodeapi.Errorf(nodeapi.InvalidMetadata, "%w", err)
	}
	if err != nil {
		return 0, err
	}
	if info.RegisteredAt(n.now().epoch) {
		if err := n.storeMetadata(verified); err != nil {
			return 0, err
		}
		return outcome(pending), nil
	}
	if !pending {
		return 0, notRegistered(id)
	}
	if err := n.pending.putMetadata(verified); err != nil {
		return 0, nodeapi.Errorf(nodeapi.CacheSaturated, "%w", err)
	}
	return nodeapi.Buffered, n.flushIfRegistered(id)
}

// PutSliver implements nodeapi.Service (§10.2). Unlike the official node it looks at the registration even when the
// metadata are stored, so that slivers of an expired blob are not taken.
func (n *Node) PutSliver(ctx context.Context, id walrus.BlobID, pair walrus.SliverPairIndex, s *walrus.Sliver, pending bool) (nodeapi.Stored, error) {
	if err := n.checkPair(pair); err != nil {
		return 0, err
	}
	if want := pair.Sliver(s.Axis, n.n); s.Index != want {
		return 0, nodeapi.Errorf(nodeapi.SliverIndexMismatch, "sliver %d is not the %v sliver of pair %d, which is %d", s.Index, s.Axis, pair, want)
	}
	registered, err := n.registered(id)
	if err != nil {
		return 0, err
	}
	if !registered && !pending {
		return 0, notRegistered(id)
	}
	md, err := n.anyMetadata(ctx, id)
	if err != nil {
		return 0, err
	}
	shard, err := n.ownShard(id, pair)
	if err != nil {
		return 0, err
	}
	held, err := n.store.HasSliver(id, store.Place{Shard: shard, Axis: s.Axis})
	if err != nil {
		return 0, err
	}
	at := pairAxis{pair, s.Axis}
	if held || n.pending.hasSliver(id, at) {
		return nodeapi.AlreadyStored, nil
	}
	if err := n.acceptsWrites(); err != nil {
		return 0, err
	}
	verified, err := onCPU(ctx, n.cpu, func() (*redstuff.VerifiedSliver, error) { return n.code.VerifySliver(md, s) })
	if errors.Is(err, walrus.ErrInvalidSliver) || errors.Is(err, walrus.ErrIndexOutOfRange) {
		return 0, nodeapi.Errorf(nodeapi.InvalidSliver, "%w", err)
	}
	if err != nil {
		return 0, err
	}
	if registered {
		if err := n.storeSliver(shard, verified); err != nil {
			return 0, err
		}
		return outcome(pending), nil
	}
	if err := n.pending.putSliver(md, at, s); err != nil {
		return 0, nodeapi.Errorf(nodeapi.CacheSaturated, "%w", err)
	}
	return nodeapi.Buffered, n.flushIfRegistered(id)
}

// outcome is the answer to a PUT that was stored: a caller who asked for pending hears 202 in any case.
func outcome(pending bool) nodeapi.Stored {
	if pending {
		return nodeapi.Buffered
	}
	return nodeapi.NewlyStored
}

func notRegistered(id walrus.BlobID) error {
	return nodeapi.Errorf(nodeapi.NotRegistered, "blob %v is not registered", id)
}

// onCPU runs verify when a processor is free for it.
func onCPU[T any](ctx context.Context, pool *semaphore.Weighted, verify func() (T, error)) (T, error) {
	if err := pool.Acquire(ctx, 1); err != nil {
		return *new(T), err
	}
	defer pool.Release(1)
	return verify()
}

// registered reports whether the blob is registered at the node's epoch.
func (n *Node) registered(id walrus.BlobID) (bool, error) {
	info, err := n.store.Info(id)
	return info.RegisteredAt(n.now().epoch), err
}

// checkPair refuses a pair that no blob has.
func (n *Node) checkPair(pair walrus.SliverPairIndex) error {
	if int(pair) >= int(n.n) {
		return nodeapi.Errorf(nodeapi.IndexOutOfRange, "pair %d, there are %d", pair, n.n)
	}
	return nil
}

// ownShard returns the shard of the pair if it is the node's.
func (n *Node) ownShard(id walrus.BlobID, pair walrus.SliverPairIndex) (walrus.ShardIndex, error) {
	shard := pair.Shard(id, n.n)
	if !n.now().owns(shard) {
		return 0, nodeapi.Errorf(nodeapi.ShardNotAssigned, "pair %d of blob %v is on shard %d, which is not this node's", pair, id, shard)
	}
	return shard, nil
}

// anyMetadata returns the metadata from the disk or the pending cache.
func (n *Node) anyMetadata(ctx context.Context, id walrus.BlobID) (*redstuff.VerifiedMetadata, error) {
	md, err := n.verifiedMetadata(ctx, id)
	if errors.Is(err, walrus.ErrMetadataNotFound) {
		if md := n.pending.metadata(id); md != nil {
			return md, nil
		}
		// A flush may have moved them in between.
		md, err = n.verifiedMetadata(ctx, id)
	}
	return md, err
}

// verifiedMetadata returns stored metadata.
func (n *Node) verifiedMetadata(ctx context.Context, id walrus.BlobID) (*redstuff.VerifiedMetadata, error) {
	return n.metadata.get(ctx, id, func(context.Context) (*redstuff.VerifiedMetadata, int64, error) {
		m, err := n.store.Metadata(id)
		if errors.Is(err, walrus.ErrMetadataNotFound) {
			n.healIfCorrupt(id, err)
			return nil, 0, nodeapi.Errorf(nodeapi.MetadataNotFound, "%w", err)
		}
		if err != nil {
			return nil, 0, err
		}
		v, err := redstuff.VerifyMetadata(id, m, n.n)
		if err != nil {
			return nil, 0, fmt.Errorf("stored metadata: %w", err)
		}
		return v, 512 + 80*int64(len(m.Hashes)), nil
	})
}

func (n *Node) storeMetadata(md *redstuff.VerifiedMetadata) error {
	if err := n.store.PutMetadata(md.ID(), md.Metadata()); err != nil {
		return err
	}
	n.metrics.metadataStored.Inc()
	n.metrics.blobBytes.Observe(float64(md.UnencodedLength()))
	return nil
}

func (n *Node) storeSliver(shard walrus.ShardIndex, v *redstuff.VerifiedSliver) error {
	s := v.Sliver()
	if err := n.store.PutSliver(v.Blob(), shard, s); err != nil {
		return err
	}
	n.metrics.sliversStored.WithLabelValues(s.Axis.String()).Inc()
	return nil
}

// flushIfRegistered flushes when the registration arrived while something was being buffered.
func (n *Node) flushIfRegistered(id walrus.BlobID) error {
	registered, err := n.registered(id)
	if err != nil || !registered {
		return err
	}
	return n.flush(id)
}

// flush moves what is buffered of a registered blob to the disk: metadata first, then slivers of shards that are still
// the node's. They were verified before they were buffered.
func (n *Node) flush(id walrus.BlobID) error {
	md, slivers := n.pending.snapshot(id)
	if md == nil {
		return nil
	}
	if registered, err := n.registered(id); err != nil || !registered {
		return err
	}
	held, err := n.store.HasMetadata(id)
	if err == nil && !held {
		err = n.storeMetadata(md)
	}
	if err != nil {
		return err
	}
	for at, s := range slivers {
		shard, err := n.ownShard(id, at.pair)
		if err != nil {
			continue
		}
		if err := n.store.PutSliver(id, shard, s); err != nil {
			return err
		}
		n.metrics.sliversStored.WithLabelValues(s.Axis.String()).Inc()
	}
	n.pending.stored(id, slivers)
	return nil
}
