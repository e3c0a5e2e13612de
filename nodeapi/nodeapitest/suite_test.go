package nodeapitest_test

import (
	"testing"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/nodeapi"
	"github.com/walrus-go/walrus/nodeapi/nodeapitest"
)

const shards walrus.ShardCount = 7

func toyNode() *nodeapitest.Node {
	return &nodeapitest.Node{
		NShards: shards, Shards: []walrus.ShardIndex{1, 4}, Epoch: 3, Key: walrus.PublicKey{9}, Rules: nodeapitest.ToyRules(shards),
	}
}

func harness(node *nodeapitest.Node, s nodeapi.Service) nodeapitest.Harness {
	h := nodeapitest.Harness{
		Service: s, NShards: node.NShards, Shards: node.Shards,
		NewBlob: func(*testing.T) nodeapitest.Blob { return nodeapitest.NewToyBlob(shards) },
		Register: func(_ *testing.T, b nodeapitest.Blob, deletable bool) walrus.Persistence {
			p := walrus.Permanent
			if deletable {
				p = walrus.Deletable(walrus.ObjectID(b.ID))
			}
			node.Register(b.ID, p)
			return p
		},
		Block:      func(_ *testing.T, id walrus.BlobID) { node.Block(id) },
		Invalidate: func(_ *testing.T, id walrus.BlobID) { node.Invalidate(id) },
	}
	h.Inconsistent = func(t *testing.T) (walrus.BlobID, walrus.Axis, *walrus.InconsistencyProof) {
		b := h.NewBlob(t)
		h.Register(t, b, false)
		if _, err := s.PutMetadata(t.Context(), b.ID, b.Metadata, false); err != nil {
			t.Fatal(err)
		}
		symbol := walrus.RecoverySymbol{DecodingSymbol: walrus.DecodingSymbol{Index: 2, Data: []byte{1, 2}}}
		return b.ID, walrus.Secondary, &walrus.InconsistencyProof{Target: 5, Symbols: []walrus.RecoverySymbol{symbol}}
	}
	return h
}

func TestDirect(t *testing.T) {
	nodeapitest.Run(t, func(*testing.T) nodeapitest.Harness {
		node := toyNode()
		return harness(node, node)
	})
}

func TestRemote(t *testing.T) {
	nodeapitest.Run(t, func(t *testing.T) nodeapitest.Harness {
		node := toyNode()
		return harness(node, nodeapitest.Remote(t, node, shards))
	})
}

// Two hops must change nothing either: a client is a Service like any other.
func TestRelayed(t *testing.T) {
	nodeapitest.Run(t, func(t *testing.T) nodeapitest.Harness {
		node := toyNode()
		return harness(node, nodeapitest.Remote(t, nodeapitest.Remote(t, node, shards), shards))
	})
}
