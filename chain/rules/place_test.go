package rules

import (
	"errors"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/walrus-go/walrus"
	"pgregory.net/rapid"
)

// TestPlaceVector is D3.
func TestPlaceVector(t *testing.T) {
	old := []walrus.NodeIndex{1, 1, 1, 1, 2, 2, 2, 3, 3, 3}
	got, err := Place(10, old, []Share{{1, 2}, {3, 4}, {4, 4}})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]walrus.NodeIndex{1, 1, 3, 4, 4, 4, 4, 3, 3, 3}, got); diff != "" {
		t.Errorf("owners (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]walrus.ShardIndex{2, 3, 4, 5, 6}, Moved(old, got)); diff != "" {
		t.Errorf("moved (-want +got):\n%s", diff)
	}
}

func TestFirstPlacementIsRanges(t *testing.T) {
	got, err := Place(10, nil, []Share{{1, 4}, {3, 0}, {4, 3}, {7, 3}})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]walrus.NodeIndex{1, 1, 1, 1, 4, 4, 4, 7, 7, 7}, got); diff != "" {
		t.Error(diff)
	}
	if moved := Moved(nil, got); len(moved) != 0 {
		t.Errorf("%v moved from nowhere", moved)
	}
}

func drawShares(t *rapid.T, n walrus.ShardCount, label string) (shares []Share) {
	nodes := rapid.SliceOfNDistinct(rapid.IntRange(1, 30), 1, 20, rapid.ID).Draw(t, label)
	slices.Sort(nodes)
	left := int(n)
	for i, node := range nodes {
		k := left
		if i < len(nodes)-1 {
			k = rapid.IntRange(0, left).Draw(t, "shards")
		}
		shares = append(shares, Share{walrus.NodeIndex(node), k})
		left -= k
	}
	return shares
}

func count(owners []walrus.NodeIndex) map[walrus.NodeIndex]int {
	out := map[walrus.NodeIndex]int{}
	for _, o := range owners {
		out[o]++
	}
	return out
}

// TestPlaceMovesTheLeast checks a chain of epochs: each node owns its share, keeps the first shards it had as far as
// that goes, and receivers get theirs in order.
func TestPlaceMovesTheLeast(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := drawShards(t)
		var old []walrus.NodeIndex
		for range 4 {
			shares := drawShares(t, n, "nodes")
			owners, err := Place(n, old, shares)
			if err != nil {
				t.Fatal(err)
			}
			had, has := count(old), count(owners)
			surplus, want := 0, map[walrus.NodeIndex]int{}
			for _, s := range shares {
				if want[s.Node] = s.Shards; has[s.Node] != s.Shards {
					t.Fatalf("node %d owns %d shards, want %d", s.Node, has[s.Node], s.Shards)
				}
			}
			for node, k := range had {
				surplus += max(0, k-want[node])
			}
			if moved := len(Moved(old, owners)); moved != surplus {
				t.Fatalf("%d shards moved, %d had to", moved, surplus)
			}
			checkPlaceOrder(t, old, owners, want)
			old = owners
		}
	})
}

func checkPlaceOrder(t *rapid.T, old, owners []walrus.NodeIndex, want map[walrus.NodeIndex]int) {
	kept := map[walrus.NodeIndex]int{}
	last := walrus.NodeIndex(0)
	for s, owner := range owners {
		if len(old) > 0 && owner == old[s] {
			kept[owner]++
			continue
		}
		if owner < last {
			t.Fatalf("shard %d goes to node %d after node %d received", s, owner, last)
		}
		last = owner
		if len(old) > 0 && kept[old[s]] < min(want[old[s]], count(old)[old[s]]) {
			t.Fatalf("shard %d left node %d, which kept only %d before", s, old[s], kept[old[s]])
		}
	}
}

func TestInvalidPlacement(t *testing.T) {
	for name, tc := range map[string]struct {
		n      walrus.ShardCount
		old    []walrus.NodeIndex
		shares []Share
	}{
		"no shards":      {0, nil, nil},
		"old too short":  {4, []walrus.NodeIndex{1}, []Share{{1, 4}}},
		"sum too small":  {4, nil, []Share{{1, 3}}},
		"sum too large":  {4, nil, []Share{{1, 3}, {2, 2}}},
		"negative":       {4, nil, []Share{{1, -1}, {2, 5}}},
		"huge":           {4, nil, []Share{{1, 1 << 62}, {2, 1 << 62}}},
		"out of order":   {4, nil, []Share{{2, 2}, {1, 2}}},
		"the same twice": {4, nil, []Share{{2, 2}, {2, 2}}},
	} {
		if got, err := Place(tc.n, tc.old, tc.shares); !errors.Is(err, ErrInvalidPlacement) {
			t.Errorf("%s: %v, %v", name, got, err)
		}
	}
}

func BenchmarkPlace(b *testing.B) {
	shares := func(nodes int) (out []Share) {
		stakes := bigStakes(nodes)
		r := rand.New(rand.NewPCG(2, uint64(nodes)))
		for i := range stakes {
			stakes[i].Amount += walrus.Frost(r.Uint64N(uint64(stakes[i].Amount)))
		}
		shards, err := Apportion(1000, stakes)
		if err != nil {
			b.Fatal(err)
		}
		for i, k := range shards {
			out = append(out, Share{stakes[i].Node, k})
		}
		return out
	}
	old, err := Place(1000, nil, shares(140))
	if err != nil {
		b.Fatal(err)
	}
	next := shares(150)
	for b.Loop() {
		if _, err := Place(1000, old, next); err != nil {
			b.Fatal(err)
		}
	}
}
