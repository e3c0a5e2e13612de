package nodeapi_test

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/nodeapi"
	"github.com/walrus-go/walrus/nodeapi/nodeapitest"
)

// One random program runs on a node at hand and on one far away; whatever it sees must be the same.
func TestRemoteIsLikeDirect(t *testing.T) {
	far := &swap{}
	c := nodeapitest.Remote(t, far, shards)
	rapid.Check(t, func(rt *rapid.T) {
		direct, remote := toyNode(), toyNode()
		far.Service = remote
		blobs := []nodeapitest.Blob{nodeapitest.ToyBlob(shards, 1, 2), nodeapitest.ToyBlob(shards, 2, 6)}
		for range rapid.IntRange(1, 25).Draw(rt, "length") {
			b := rapid.SampledFrom(blobs).Draw(rt, "blob")
			if rapid.IntRange(0, 5).Draw(rt, "event") == 0 {
				for _, node := range []*nodeapitest.Node{direct, remote} {
					node.Register(b.ID, walrus.Permanent)
				}
				continue
			}
			op := anyOperation(rt, b)
			want, wantErr := op.do(t.Context(), direct)
			got, gotErr := op.do(t.Context(), c)
			if diff := cmp.Diff(want, got, cmp.AllowUnexported(walrus.MerkleNode{})); diff != "" || describe(wantErr) != describe(gotErr) {
				rt.Fatalf("%s: at hand %v %v, far away %v %v\n%s", op.name, want, wantErr, got, gotErr, diff)
			}
		}
	})
}

// swap is a node that can be exchanged between requests.
type swap struct{ nodeapi.Service }

func describe(err error) string {
	var e *nodeapi.Error
	switch {
	case err == nil:
		return ""
	case errors.As(err, &e):
		return fmt.Sprintf("%s %s %s %v", e.Reason, e.Domain, e.Message, e.Metadata)
	}
	return "other: " + err.Error()
}

type operation struct {
	name string
	do   func(context.Context, nodeapi.Service) (any, error)
}

func anyOperation(t *rapid.T, b nodeapitest.Blob) operation {
	pair := walrus.SliverPairIndex(rapid.IntRange(0, int(shards)).Draw(t, "pair"))
	from := b.Pairs[rapid.IntRange(0, int(shards)-1).Draw(t, "from")]
	axis := walrus.Axis(rapid.IntRange(0, 1).Draw(t, "axis"))
	pending := rapid.Bool().Draw(t, "pending")
	md := *b.Metadata
	if rapid.IntRange(0, 3).Draw(t, "spoil") == 0 {
		md.UnencodedLength++
	} else if int(pair) < len(b.Pairs) && rapid.Bool().Draw(t, "match") {
		from = b.Pairs[pair]
	}
	all := []operation{
		{"metadata", func(ctx context.Context, s nodeapi.Service) (any, error) { return s.Metadata(ctx, b.ID) }},
		{"put metadata", func(ctx context.Context, s nodeapi.Service) (any, error) {
			return s.PutMetadata(ctx, b.ID, &md, pending)
		}},
		{"has metadata", func(ctx context.Context, s nodeapi.Service) (any, error) { return s.HasMetadata(ctx, b.ID) }},
		{"sliver", func(ctx context.Context, s nodeapi.Service) (any, error) { return s.Sliver(ctx, b.ID, pair, axis) }},
		{"put sliver", func(ctx context.Context, s nodeapi.Service) (any, error) {
			return s.PutSliver(ctx, b.ID, pair, from.Sliver(axis), pending)
		}},
		{"has sliver", func(ctx context.Context, s nodeapi.Service) (any, error) { return s.HasSliver(ctx, b.ID, pair, axis) }},
		{"confirmation", func(ctx context.Context, s nodeapi.Service) (any, error) {
			p := walrus.Permanent
			if pending {
				p = walrus.Deletable(walrus.ObjectID{1})
			}
			return s.Confirmation(ctx, b.ID, p, nodeapi.Wait{})
		}},
		{"symbols by ID", func(ctx context.Context, s nodeapi.Service) (any, error) {
			q := nodeapi.SymbolQuery{IDs: []walrus.SymbolID{
				{Primary: walrus.SliverIndex(pair), Secondary: 0}, {Primary: walrus.SliverIndex(pair), Secondary: 3},
			}}
			if pending {
				q.ProofAxis = &axis
			}
			return s.RecoverySymbols(ctx, b.ID, q)
		}},
		{"symbols by target", func(ctx context.Context, s nodeapi.Service) (any, error) {
			return s.RecoverySymbols(ctx, b.ID, nodeapi.SymbolQuery{Target: &nodeapi.TargetSliver{Index: walrus.SliverIndex(pair), Axis: axis}})
		}},
		{"attest", func(ctx context.Context, s nodeapi.Service) (any, error) {
			return s.AttestInconsistency(ctx, b.ID, axis, &walrus.InconsistencyProof{Target: walrus.SliverIndex(pair)})
		}},
		{"status", func(ctx context.Context, s nodeapi.Service) (any, error) { return s.BlobStatus(ctx, b.ID) }},
		{"health", func(ctx context.Context, s nodeapi.Service) (any, error) { return s.Health(ctx, pending) }},
	}
	return rapid.SampledFrom(all).Draw(t, "operation")
}
