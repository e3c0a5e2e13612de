package node

import (
	"context"
	"errors"
	"time"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/node/store"
	"github.com/walrus-go/walrus/nodeapi"
)

// Confirmation implements nodeapi.Service (storage-node.md §11). What the signature covers is on stable storage before it
// is made (P10).
func (n *Node) Confirmation(ctx context.Context, id walrus.BlobID, p walrus.Persistence, wait nodeapi.Wait) (*walrus.SignedMessage, error) {
	m, err := n.confirm(id, p)
	if !errors.Is(err, walrus.ErrNotRegistered) || !wait.ForRegistration || !n.pending.has(id) {
		return m, err
	}
	longest := time.Duration(n.config.RESTServer.LongPollMillis) * time.Millisecond
	if longest = min(longest, wait.AtMost); longest <= 0 {
		return nil, err
	}
	registered, leave, ok := n.waiters.join(id)
	if !ok {
		return nil, err
	}
	defer leave()
	// The registration may have come before the wait began.
	if m, err = n.confirm(id, p); !errors.Is(err, walrus.ErrNotRegistered) {
		return m, err
	}
	timer := time.NewTimer(longest)
	defer timer.Stop()
	select {
	case <-registered:
	case <-timer.C:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	return n.confirm(id, p)
}

func (n *Node) confirm(id walrus.BlobID, p walrus.Persistence) (*walrus.SignedMessage, error) {
	v := n.now()
	info, err := n.store.Info(id)
	if err != nil {
		return nil, err
	}
	if !info.RegisteredAt(v.epoch) {
		return nil, notRegistered(id)
	}
	if v.goal == nil {
		return nil, nodeapi.Errorf(nodeapi.TemporarilyUnavailable, "this node is not in the committee of epoch %d", v.epoch)
	}
	if err := n.flush(id); err != nil {
		return nil, err
	}
	if err := n.checkComplete(v, id); err != nil {
		return nil, err
	}
	if err := n.checkObject(v, id, p); err != nil {
		return nil, err
	}
	if err := n.store.Sync(); err != nil {
		return nil, err
	}
	n.metrics.confirmations.Inc()
	return n.sign(walrus.Confirmation{Epoch: v.epoch, Blob: id, Persistence: p}.Bytes()), nil
}

// checkComplete checks that metadata and both slivers of every shard of the node are held.
func (n *Node) checkComplete(v *view, id walrus.BlobID) error {
	ok, err := n.store.HasMetadata(id)
	if err != nil {
		return err
	}
	if !ok {
		return nodeapi.Errorf(nodeapi.MissingSlivers, "metadata of blob %v are missing", id)
	}
	held, err := n.store.Held(id)
	if err != nil {
		return err
	}
	missing := 0
	for _, shard := range v.shards() {
		for _, axis := range []walrus.Axis{walrus.Primary, walrus.Secondary} {
			if !held[store.Place{Shard: shard, Axis: axis}] {
				missing++
			}
		}
	}
	if missing > 0 {
		return nodeapi.Errorf(nodeapi.MissingSlivers, "%d of %d slivers of blob %v are missing", missing, 2*len(v.shards()), id)
	}
	return nil
}

// checkObject checks that a deletable confirmation names a live registration of the blob.
func (n *Node) checkObject(v *view, id walrus.BlobID, p walrus.Persistence) error {
	if !p.Deletable {
		return nil
	}
	o, err := n.store.Object(p.Object)
	if err != nil {
		return err
	}
	if !o.Exists() || o.Blob != id || !o.Deletable || !o.Live(v.epoch) {
		return nodeapi.Errorf(nodeapi.NotRegistered, "object %v is not a live deletable registration of blob %v", p.Object, id)
	}
	return nil
}

func (n *Node) sign(message []byte) *walrus.SignedMessage {
	return &walrus.SignedMessage{Message: message, Signature: n.deps.ProtocolKey.Sign(message)}
}

// AttestInconsistency implements nodeapi.Service (§13.5). It changes nothing here: data go when the chain says so.
func (n *Node) AttestInconsistency(ctx context.Context, id walrus.BlobID, axis walrus.Axis, p *walrus.InconsistencyProof) (*walrus.SignedMessage, error) {
	v := n.now()
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
	if v.goal == nil {
		return nil, nodeapi.Errorf(nodeapi.TemporarilyUnavailable, "this node is not in the committee of epoch %d", v.epoch)
	}
	_, err = onCPU(ctx, n.low, func() (struct{}, error) {
		return struct{}{}, n.code.VerifyInconsistency(md, axis, p)
	})
	if errors.Is(err, walrus.ErrInvalidProof) {
		return nil, nodeapi.Errorf(nodeapi.InvalidProof, "%w", err)
	}
	if err != nil {
		return nil, err
	}
	n.metrics.attestations.Inc()
	return n.sign(walrus.InvalidBlob{Epoch: v.epoch, Blob: id}.Bytes()), nil
}
