package clienttest

import (
	"context"
	"sync"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
	"github.com/walrus-go/walrus/chain/chaintest"
	"github.com/walrus-go/walrus/internal/bls"
	"github.com/walrus-go/walrus/nodeapi"
	"github.com/walrus-go/walrus/redstuff"
)

// Node is a storage node without disk and network: it keeps what it is given and signs once it has all.
type Node struct {
	nodeapi.Service // nil: what clients do not call
	chain           *chaintest.Chain
	code            *redstuff.Code
	key             bls.SecretKey
	index           walrus.NodeIndex

	mu       sync.Mutex
	metadata map[walrus.BlobID]*redstuff.VerifiedMetadata
	slivers  map[sliverKey]*walrus.Sliver
	puts     int
}

type sliverKey struct {
	id   walrus.BlobID
	pair walrus.SliverPairIndex
	axis walrus.Axis
}

func (m *Node) Metadata(_ context.Context, id walrus.BlobID) (*walrus.Metadata, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if md := m.metadata[id]; md != nil {
		return md.Metadata(), nil
	}
	return nil, nodeapi.ErrorFor(walrus.ErrMetadataNotFound)
}

func (m *Node) PutMetadata(_ context.Context, id walrus.BlobID, md *walrus.Metadata, _ bool) (nodeapi.Stored, error) {
	v, err := redstuff.VerifyMetadata(id, md, m.code.NShards())
	if err != nil {
		return 0, nodeapi.ErrorFor(err)
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.puts++
	if m.metadata[id] != nil {
		return nodeapi.AlreadyStored, nil
	}
	m.metadata[id] = v
	return nodeapi.NewlyStored, nil
}

func (m *Node) Sliver(_ context.Context, id walrus.BlobID, pair walrus.SliverPairIndex, axis walrus.Axis) (*walrus.Sliver, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if s := m.slivers[sliverKey{id, pair, axis}]; s != nil {
		return s, nil
	}
	return nil, nodeapi.ErrorFor(walrus.ErrSliverNotFound)
}

func (m *Node) HasSliver(_ context.Context, id walrus.BlobID, pair walrus.SliverPairIndex, axis walrus.Axis) (nodeapi.Presence, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.slivers[sliverKey{id, pair, axis}] != nil {
		return nodeapi.InStore, nil
	}
	return nodeapi.Nonexistent, nil
}

func (m *Node) PutSliver(_ context.Context, id walrus.BlobID, pair walrus.SliverPairIndex, s *walrus.Sliver, _ bool) (nodeapi.Stored, error) {
	m.mu.Lock()
	md := m.metadata[id]
	m.mu.Unlock()
	if md == nil {
		return 0, nodeapi.ErrorFor(walrus.ErrMetadataNotFound)
	}
	if _, err := m.code.VerifySliver(md, s); err != nil {
		return 0, nodeapi.ErrorFor(err)
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.puts++
	m.slivers[sliverKey{id, pair, s.Axis}] = s
	return nodeapi.NewlyStored, nil
}

func (m *Node) Confirmation(ctx context.Context, id walrus.BlobID, p walrus.Persistence, _ nodeapi.Wait) (*walrus.SignedMessage, error) {
	state, err := m.chain.State(ctx)
	if err != nil {
		return nil, err
	}
	committee, err := m.chain.Committee(ctx, state.Epoch)
	if err != nil {
		return nil, err
	}
	position, _ := committee.Find(m.index)
	for _, shard := range committee.Members[position].Shards {
		for _, axis := range []walrus.Axis{walrus.Primary, walrus.Secondary} {
			if have, _ := m.HasSliver(ctx, id, shard.Pair(id, state.NShards), axis); have != nodeapi.InStore {
				return nil, nodeapi.ErrorFor(walrus.ErrMissingSlivers)
			}
		}
	}
	message := walrus.Confirmation{Epoch: state.Epoch, Blob: id, Persistence: p}.Bytes()
	return &walrus.SignedMessage{Message: message, Signature: m.key.Sign(message)}, nil
}

func (m *Node) BlobStatus(ctx context.Context, id walrus.BlobID) (nodeapi.BlobStatus, error) {
	elements, _, err := m.chain.Next(ctx, chain.Cursor{}, 1<<20)
	if err != nil {
		return nodeapi.BlobStatus{}, err
	}
	var status nodeapi.BlobStatus
	for _, e := range elements {
		switch event := e.Event.(type) {
		case chain.BlobRegistered:
			if event.BlobID == id && status.Kind == nodeapi.StatusNonexistent {
				status.Kind = nodeapi.StatusDeletable
			}
		case chain.BlobCertified:
			if event.BlobID == id && !event.Deletable {
				status = nodeapi.BlobStatus{Kind: nodeapi.StatusPermanent, Event: e.ID, Certified: true, EndEpoch: event.EndEpoch}
			}
		case chain.InvalidBlobID:
			if event.BlobID == id {
				return nodeapi.BlobStatus{Kind: nodeapi.StatusInvalid, Event: e.ID}, nil
			}
		}
	}
	return status, nil
}
