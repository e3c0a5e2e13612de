package nodeapitest

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"time"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/nodeapi"
)

// Node is a storage node in memory. It keeps the order of checks of the protocol (storage-node.md §10–12) and leaves
// the mathematics to Rules. The zero values of its fields but NShards and Rules will do.
type Node struct {
	NShards walrus.ShardCount
	Shards  []walrus.ShardIndex // owned
	Epoch   walrus.Epoch
	Key     walrus.PublicKey // for Health
	Rules   Rules

	mu    sync.Mutex // guards what is below
	blobs map[walrus.BlobID]*entry
}

// Rules are the mathematics of a network.
type Rules struct {
	VerifyMetadata func(id walrus.BlobID, md *walrus.Metadata) error
	VerifySliver   func(md *walrus.Metadata, pair walrus.SliverPairIndex, s *walrus.Sliver) error
	// Symbol returns the i-th of the n symbols of the expanded sliver, with its proof.
	Symbol      func(s *walrus.Sliver, i walrus.SliverIndex) ([]byte, walrus.MerkleProof)
	VerifyProof func(md *walrus.Metadata, axis walrus.Axis, p *walrus.InconsistencyProof) error
	Sign        func(message []byte) walrus.Signature
}

type entry struct {
	permanent  bool
	deletable  map[walrus.ObjectID]bool
	blocked    bool
	invalid    bool
	event      walrus.EventID
	metadata   *walrus.Metadata // stored, or buffered while not registered
	slivers    map[place]*walrus.Sliver
	registered chan struct{} // closed when it happens
}

type place struct {
	pair walrus.SliverPairIndex
	axis walrus.Axis
}

func (e *entry) isRegistered() bool { return (e.permanent || len(e.deletable) > 0) && !e.invalid }

// entry returns the entry of the blob, making it if there is none. The caller holds n.mu.
func (n *Node) entry(id walrus.BlobID) *entry {
	if n.blobs == nil {
		n.blobs = make(map[walrus.BlobID]*entry)
	}
	if n.blobs[id] == nil {
		n.blobs[id] = &entry{
			deletable:  make(map[walrus.ObjectID]bool),
			slivers:    make(map[place]*walrus.Sliver),
			registered: make(chan struct{}),
		}
	}
	return n.blobs[id]
}

// Register makes the node know a registration.
func (n *Node) Register(id walrus.BlobID, p walrus.Persistence) {
	n.mu.Lock()
	defer n.mu.Unlock()
	e := n.entry(id)
	if !e.permanent && len(e.deletable) == 0 {
		close(e.registered)
	}
	if p.Deletable {
		e.deletable[p.Object] = true
	} else {
		e.permanent = true
	}
	e.event = walrus.EventID{Tx: walrus.TxHash(id), LogIndex: 1}
}

// Block puts the blob on the block list.
func (n *Node) Block(id walrus.BlobID) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.entry(id).blocked = true
}

// Invalidate marks the blob invalid.
func (n *Node) Invalidate(id walrus.BlobID) {
	n.mu.Lock()
	defer n.mu.Unlock()
	e := n.entry(id)
	e.invalid, e.event = true, walrus.EventID{Tx: walrus.TxHash(id), LogIndex: 2}
	e.metadata = nil
	clear(e.slivers)
}

// Drop forgets a sliver, as a broken disk does.
func (n *Node) Drop(id walrus.BlobID, pair walrus.SliverPairIndex, axis walrus.Axis) {
	n.mu.Lock()
	defer n.mu.Unlock()
	delete(n.entry(id).slivers, place{pair, axis})
}

// Metadata implements nodeapi.Service.
func (n *Node) Metadata(_ context.Context, id walrus.BlobID) (*walrus.Metadata, error) {
	n.mu.Lock()
	defer n.mu.Unlock()
	e := n.entry(id)
	switch {
	case e.blocked:
		return nil, nodeapi.Errorf(nodeapi.ForbiddenBlob, "blob %v is blocked", id)
	case !e.isRegistered() || e.metadata == nil:
		return nil, nodeapi.Errorf(nodeapi.MetadataNotFound, "no metadata of blob %v", id)
	}
	return e.metadata, nil
}

// PutMetadata implements nodeapi.Service.
func (n *Node) PutMetadata(_ context.Context, id walrus.BlobID, md *walrus.Metadata, pending bool) (nodeapi.Stored, error) {
	n.mu.Lock()
	defer n.mu.Unlock()
	e := n.entry(id)
	switch {
	case e.invalid:
		return 0, nodeapi.Errorf(nodeapi.InvalidBlob, "blob %v is marked invalid", id)
	case e.metadata != nil:
		return nodeapi.AlreadyStored, nil
	case md.EncodingType != walrus.RS2:
		return 0, nodeapi.Errorf(nodeapi.UnsupportedEncodingType, "encoding type %d", md.EncodingType)
	}
	if err := n.Rules.VerifyMetadata(id, md); err != nil {
		return 0, nodeapi.Errorf(nodeapi.InvalidMetadata, "metadata of blob %v: %w", id, err)
	}
	if !e.isRegistered() && !pending {
		return 0, nodeapi.Errorf(nodeapi.NotRegistered, "blob %v is not registered", id)
	}
	e.metadata = md
	if pending {
		return nodeapi.Buffered, nil
	}
	return nodeapi.NewlyStored, nil
}

// HasMetadata implements nodeapi.Service.
func (n *Node) HasMetadata(_ context.Context, id walrus.BlobID) (nodeapi.Presence, error) {
	n.mu.Lock()
	defer n.mu.Unlock()
	if e := n.entry(id); !e.isRegistered() || e.metadata == nil {
		return nodeapi.Nonexistent, nil
	}
	return nodeapi.InStore, nil
}

// checkPair returns why the node has nothing to do with the pair of the blob.
func (n *Node) checkPair(id walrus.BlobID, pair walrus.SliverPairIndex) error {
	if int(pair) >= int(n.NShards) {
		return nodeapi.Errorf(nodeapi.IndexOutOfRange, "pair %d of %d", pair, n.NShards)
	}
	if shard := pair.Shard(id, n.NShards); !slices.Contains(n.Shards, shard) {
		return nodeapi.Errorf(nodeapi.ShardNotAssigned, "shard %d is not ours", shard)
	}
	return nil
}

// Sliver implements nodeapi.Service.
func (n *Node) Sliver(_ context.Context, id walrus.BlobID, pair walrus.SliverPairIndex, axis walrus.Axis) (*walrus.Sliver, error) {
	n.mu.Lock()
	defer n.mu.Unlock()
	e := n.entry(id)
	if e.blocked {
		return nil, nodeapi.Errorf(nodeapi.ForbiddenBlob, "blob %v is blocked", id)
	}
	if err := n.checkPair(id, pair); err != nil {
		return nil, err
	}
	s := e.slivers[place{pair, axis}]
	if s == nil || !e.isRegistered() {
		return nil, nodeapi.Errorf(nodeapi.SliverNotFound, "no %v sliver of pair %d of blob %v", axis, pair, id)
	}
	return s, nil
}

// PutSliver implements nodeapi.Service.
func (n *Node) PutSliver(_ context.Context, id walrus.BlobID, pair walrus.SliverPairIndex, s *walrus.Sliver, pending bool) (nodeapi.Stored, error) {
	n.mu.Lock()
	defer n.mu.Unlock()
	e := n.entry(id)
	if int(pair) >= int(n.NShards) {
		return 0, nodeapi.Errorf(nodeapi.IndexOutOfRange, "pair %d of %d", pair, n.NShards)
	}
	if s.Index != pair.Sliver(s.Axis, n.NShards) {
		return 0, nodeapi.Errorf(nodeapi.SliverIndexMismatch, "sliver %d is not of pair %d", s.Index, pair)
	}
	if !e.isRegistered() && !pending {
		return 0, nodeapi.Errorf(nodeapi.NotRegistered, "blob %v is not registered", id)
	}
	if e.metadata == nil {
		return 0, nodeapi.Errorf(nodeapi.MetadataNotFound, "no metadata of blob %v", id)
	}
	if err := n.checkPair(id, pair); err != nil {
		return 0, err
	}
	at := place{pair, s.Axis}
	if e.slivers[at] != nil {
		return nodeapi.AlreadyStored, nil
	}
	if err := n.Rules.VerifySliver(e.metadata, pair, s); err != nil {
		return 0, nodeapi.Errorf(nodeapi.InvalidSliver, "%v sliver %d of blob %v: %w", s.Axis, s.Index, id, err)
	}
	e.slivers[at] = s
	if pending {
		return nodeapi.Buffered, nil
	}
	return nodeapi.NewlyStored, nil
}

// HasSliver implements nodeapi.Service.
func (n *Node) HasSliver(_ context.Context, id walrus.BlobID, pair walrus.SliverPairIndex, axis walrus.Axis) (nodeapi.Presence, error) {
	n.mu.Lock()
	defer n.mu.Unlock()
	if err := n.checkPair(id, pair); err != nil {
		return "", err
	}
	e := n.entry(id)
	switch {
	case e.slivers[place{pair, axis}] == nil:
		return nodeapi.Nonexistent, nil
	case !e.isRegistered():
		return nodeapi.InBuffer, nil
	}
	return nodeapi.InStore, nil
}

// Confirmation implements nodeapi.Service.
func (n *Node) Confirmation(ctx context.Context, id walrus.BlobID, p walrus.Persistence, wait nodeapi.Wait) (*walrus.SignedMessage, error) {
	n.mu.Lock()
	e := n.entry(id)
	worthWaiting := wait.ForRegistration && !e.isRegistered() && e.metadata != nil
	n.mu.Unlock()
	if worthWaiting {
		timer := time.NewTimer(min(wait.AtMost, 5*time.Second))
		defer timer.Stop()
		select {
		case <-e.registered:
		case <-timer.C:
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
	n.mu.Lock()
	defer n.mu.Unlock()
	if !e.isRegistered() || p.Deletable && !e.deletable[p.Object] {
		return nil, nodeapi.Errorf(nodeapi.NotRegistered, "blob %v is not registered", id)
	}
	for _, shard := range n.Shards {
		pair := shard.Pair(id, n.NShards)
		if e.metadata == nil || e.slivers[place{pair, walrus.Primary}] == nil || e.slivers[place{pair, walrus.Secondary}] == nil {
			return nil, nodeapi.Errorf(nodeapi.MissingSlivers, "slivers of pair %d of blob %v are missing", pair, id)
		}
	}
	return n.sign(walrus.Confirmation{Epoch: n.Epoch, Blob: id, Persistence: p}.Bytes()), nil
}

func (n *Node) sign(message []byte) *walrus.SignedMessage {
	return &walrus.SignedMessage{Message: message, Signature: n.Rules.Sign(message)}
}

// AttestInconsistency implements nodeapi.Service.
func (n *Node) AttestInconsistency(_ context.Context, id walrus.BlobID, axis walrus.Axis, p *walrus.InconsistencyProof) (*walrus.SignedMessage, error) {
	n.mu.Lock()
	defer n.mu.Unlock()
	e := n.entry(id)
	if !e.isRegistered() || e.metadata == nil {
		return nil, nodeapi.Errorf(nodeapi.MetadataNotFound, "no metadata of blob %v", id)
	}
	if err := n.Rules.VerifyProof(e.metadata, axis, p); err != nil {
		return nil, nodeapi.Errorf(nodeapi.InvalidProof, "proof for blob %v: %w", id, err)
	}
	return n.sign(walrus.InvalidBlob{Epoch: n.Epoch, Blob: id}.Bytes()), nil
}

// BlobStatus implements nodeapi.Service.
func (n *Node) BlobStatus(_ context.Context, id walrus.BlobID) (nodeapi.BlobStatus, error) {
	n.mu.Lock()
	defer n.mu.Unlock()
	e := n.entry(id)
	counts := nodeapi.DeletableCounts{Total: uint32(len(e.deletable))}
	switch {
	case e.invalid:
		return nodeapi.BlobStatus{Kind: nodeapi.StatusInvalid, Event: e.event}, nil
	case e.permanent:
		return nodeapi.BlobStatus{Kind: nodeapi.StatusPermanent, Event: e.event, EndEpoch: n.Epoch + 2, Deletable: counts}, nil
	case len(e.deletable) > 0:
		return nodeapi.BlobStatus{Kind: nodeapi.StatusDeletable, Deletable: counts}, nil
	}
	return nodeapi.BlobStatus{}, nil
}

// Health implements nodeapi.Service.
func (n *Node) Health(_ context.Context, detailed bool) (nodeapi.Health, error) {
	h := nodeapi.Health{
		Uptime:     90*time.Second + 5,
		Epoch:      n.Epoch,
		PublicKey:  n.Key,
		NodeStatus: nodeapi.NodeActive,
		ShardSummary: nodeapi.ShardSummary{
			Owned:       uint64(len(n.Shards)),
			OwnedStatus: nodeapi.ShardStatusCounts{Ready: uint64(len(n.Shards))},
		},
	}
	if detailed {
		h.ShardDetail = &nodeapi.ShardDetail{Owned: []nodeapi.ShardHealth{}, Other: []nodeapi.ShardHealth{}}
		for _, s := range n.Shards {
			h.ShardDetail.Owned = append(h.ShardDetail.Owned, nodeapi.ShardHealth{Shard: s, Status: nodeapi.ShardReady})
		}
	}
	return h, nil
}

// String names the node in logs.
func (n *Node) String() string { return fmt.Sprintf("in-memory node with %d shards", len(n.Shards)) }

var _ nodeapi.Service = (*Node)(nil)
