package node

import (
	"context"
	"errors"
	"sync/atomic"
	"testing"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
	"github.com/walrus-go/walrus/nodeapi"
	"github.com/walrus-go/walrus/nodeapi/nodeapitest"
	"github.com/walrus-go/walrus/redstuff"
)

var blobSeed atomic.Uint64

// await waits until the node has handled what the chain last did.
func (c *cluster) await(i int) {
	c.t.Helper()
	if err := c.nodes[i].AwaitBlock(context.Background(), c.last); err != nil {
		c.t.Fatal(err)
	}
}

// emit makes a block with an event.
func (c *cluster) emit(ev chain.Event) {
	c.t.Helper()
	if err := c.chain.Emit(ev); err != nil {
		c.t.Fatal(err)
	}
	c.last = c.head()
}

func (c *cluster) head() uint64 {
	s, err := c.chain.State(context.Background())
	if err != nil {
		c.t.Fatal(err)
	}
	return s.Block.Number
}

// newBlob returns an encoded blob of a size of its own.
func (c *cluster) newBlob() *blob {
	seed := blobSeed.Add(1)
	return c.encode(randomBytes(seed, int(1000+seed*13%2000)))
}

func (c *cluster) toyBlob(b *blob) nodeapitest.Blob {
	t := nodeapitest.Blob{ID: b.id(), Metadata: b.md.Metadata()}
	for i := range walrus.SliverPairIndex(c.n) {
		t.Pairs = append(t.Pairs, walrus.SliverPair{
			Primary: b.slivers(walrus.Primary, i.Sliver(walrus.Primary, c.n)), Secondary: b.slivers(walrus.Secondary, i.Sliver(walrus.Secondary, c.n)),
		})
	}
	return t
}

// harness lets the conformance suite judge node 0 of a cluster.
func harness(t *testing.T) (*cluster, nodeapitest.Harness) {
	c := newCluster(t, 10, 3)
	c.startAll()
	t.Cleanup(c.stopAll)
	c.await(0)
	known := map[walrus.BlobID]*blob{}
	n := c.nodes[0]
	return c, nodeapitest.Harness{
		Service: n, NShards: c.n, Shards: n.now().shards(),
		NewBlob: func(*testing.T) nodeapitest.Blob {
			b := c.newBlob()
			known[b.id()] = b
			return c.toyBlob(b)
		},
		Register: func(_ *testing.T, toy nodeapitest.Blob, deletable bool) walrus.Persistence {
			b := known[toy.ID]
			c.register(b, deletable, 5)
			c.await(0)
			return b.p
		},
		Block: func(_ *testing.T, id walrus.BlobID) { n.blocked.Store(&map[walrus.BlobID]bool{id: true}) },
		Invalidate: func(t *testing.T, id walrus.BlobID) {
			c.emit(chain.InvalidBlobID{Epoch: 1, BlobID: id})
			c.await(0)
		},
		Inconsistent: func(t *testing.T) (walrus.BlobID, walrus.Axis, *walrus.InconsistencyProof) {
			b, axis, proof := c.dishonest()
			c.register(b, false, 5)
			c.await(0)
			if _, err := n.PutMetadata(t.Context(), b.id(), b.md.Metadata(), false); err != nil {
				t.Fatal(err)
			}
			return b.id(), axis, proof
		},
		VerifySymbol: func(m *walrus.Metadata, s *walrus.GeneralRecoverySymbol) error {
			id, err := redstuff.BlobID(m)
			if err != nil {
				return err
			}
			md, err := redstuff.VerifyMetadata(id, m, c.n)
			if err != nil {
				return err
			}
			_, err = c.code.VerifySymbol(md, s.Recovers, s.Target, s, true)
			return err
		},
		VerifySigned: func(m *walrus.SignedMessage) error {
			return c.keys[0].PublicKey().Verify(m.Message, m.Signature)
		},
	}
}

// dishonest returns a blob whose secondary slivers belong to another blob of the same length than its primary ones,
// and a proof of that.
func (c *cluster) dishonest() (*blob, walrus.Axis, *walrus.InconsistencyProof) {
	c.t.Helper()
	seed := blobSeed.Add(2)
	parts := [2]*blob{c.encode(randomBytes(seed, 3000)), c.encode(randomBytes(seed+1, 3000))}
	m := &walrus.Metadata{EncodingType: walrus.RS2, UnencodedLength: 3000, Hashes: make([]walrus.SliverPairHashes, c.n)}
	for i := range m.Hashes {
		m.Hashes[i] = walrus.SliverPairHashes{
			Primary: parts[0].md.Metadata().Hashes[i].Primary, Secondary: parts[1].md.Metadata().Hashes[i].Secondary,
		}
	}
	id, err := redstuff.BlobID(m)
	if err != nil {
		c.t.Fatal(err)
	}
	md, err := redstuff.VerifyMetadata(id, m, c.n)
	if err != nil {
		c.t.Fatal(err)
	}
	b := &blob{md: md, slivers: func(axis walrus.Axis, i walrus.SliverIndex) *walrus.Sliver { return parts[axis].slivers(axis, i) }}
	var symbols []walrus.RecoverySymbol
	for i := range walrus.SliverIndex(c.n.SliverSymbols(walrus.Secondary)) {
		x, err := c.code.Expand(md, b.slivers(walrus.Primary, i))
		if err != nil {
			c.t.Fatal(err)
		}
		symbols = append(symbols, x.Symbol(2))
	}
	return b, walrus.Secondary, &walrus.InconsistencyProof{Target: 2, Symbols: symbols}
}

func TestService(t *testing.T) {
	nodeapitest.Run(t, func(t *testing.T) nodeapitest.Harness {
		_, h := harness(t)
		return h
	})
}

func TestServiceOverHTTPS(t *testing.T) {
	nodeapitest.Run(t, func(t *testing.T) nodeapitest.Harness {
		_, h := harness(t)
		h.Service = nodeapitest.Remote(t, h.Service, h.NShards)
		return h
	})
}

func reasonOf(err error) nodeapi.Reason {
	var e *nodeapi.Error
	if errors.As(err, &e) {
		return e.Reason
	}
	return ""
}
