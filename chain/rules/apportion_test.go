package rules

import (
	"errors"
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/walrus-go/walrus"
	"pgregory.net/rapid"
)

// stakesOf returns stakes of nodes 1, 2, ….
func stakesOf(amounts ...uint64) []Stake {
	out := make([]Stake, len(amounts))
	for i, a := range amounts {
		out[i] = Stake{walrus.NodeIndex(i + 1), walrus.Frost(a)}
	}
	return out
}

func repeat(values ...uint64) (out []uint64) { // value, times, value, times …
	for i := 0; i < len(values); i += 2 {
		out = append(out, slices.Repeat(values[i:i+1], int(values[i+1]))...)
	}
	return out
}

// TestApportionVectors are the vectors of D2.
func TestApportionVectors(t *testing.T) {
	rising := make([]uint64, 20)
	for i := range rising {
		rising[i] = 1000 + uint64(i)
	}
	for _, tc := range []struct {
		name   string
		stakes []uint64
		n      walrus.ShardCount
		limit  int
		want   []uint64
	}{
		{"4 2 1", []uint64{4000, 2000, 1000}, 10, 7, []uint64{6, 3, 1}},
		{"equal, a tie", repeat(1000, 3), 10, 7, []uint64{4, 3, 3}},
		{"equal", repeat(1000, 3), 6, 4, []uint64{2, 2, 2}},
		{"capped", repeat(5000, 1, 100, 24), 100, 10, repeat(10, 1, 4, 18, 3, 6)},
		{"rising", rising, 100, 10, repeat(5, 20)},
		{"alone", []uint64{1}, 1000, 1000, []uint64{1000}},
		{"more nodes than shards", repeat(7, 25), 4, 1, repeat(1, 4, 0, 21)},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if got := ShardCap(tc.n, len(tc.stakes)); got != tc.limit {
				t.Errorf("cap %d, want %d", got, tc.limit)
			}
			got, err := Apportion(tc.n, stakesOf(tc.stakes...))
			if err != nil {
				t.Fatal(err)
			}
			for i, k := range tc.want {
				if got[i] != int(k) {
					t.Fatalf("shards %v, want %v", got, tc.want)
				}
			}
		})
	}
}

// twin is D'Hondt by definition: of all quotients stake/1 … stake/cap, the n largest.
func twin(n walrus.ShardCount, stakes []Stake) []int {
	type quotient struct {
		q    *big.Rat
		node int
	}
	var all []quotient
	for i, s := range stakes {
		for k := 1; k <= ShardCap(n, len(stakes)); k++ {
			all = append(all, quotient{new(big.Rat).SetFrac(new(big.Int).SetUint64(uint64(s.Amount)), big.NewInt(int64(k))), i})
		}
	}
	slices.SortStableFunc(all, func(a, b quotient) int { return b.q.Cmp(a.q) })
	shards := make([]int, len(stakes))
	for _, q := range all[:n] {
		shards[q.node]++
	}
	return shards
}

func drawStakes(t *rapid.T) []Stake {
	amount := rapid.OneOf(rapid.Uint64Range(1, 5), rapid.Uint64Range(1, 1000), rapid.Uint64Range(1, uint64(MaxSupply)/64))
	return stakesOf(rapid.SliceOfN(amount, 1, 40).Draw(t, "stakes")...)
}

func drawShards(t *rapid.T) walrus.ShardCount {
	return walrus.ShardCount(rapid.IntRange(int(walrus.MinShards), 120).Draw(t, "n"))
}

func TestApportionIsDHondt(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, stakes := drawShards(t), drawStakes(t)
		got, err := Apportion(n, stakes)
		if err != nil {
			t.Fatal(err)
		}
		if want := twin(n, stakes); !slices.Equal(got, want) {
			t.Fatalf("shards %v, want %v", got, want)
		}
		sum := 0
		for _, k := range got {
			if sum += k; k > ShardCap(n, len(stakes)) {
				t.Fatalf("%v passes the cap %d", got, ShardCap(n, len(stakes)))
			}
		}
		if sum != int(n) {
			t.Fatalf("%v adds up to %d, not %d", got, sum, n)
		}
		if err := VerifyApportionment(n, stakes, got); err != nil {
			t.Fatal(err)
		}
	})
}

// TestVerifyRejectsPerturbations moves one shard between every two nodes, and drops or adds one.
func TestVerifyRejectsPerturbations(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, stakes := drawShards(t), drawStakes(t)
		right, err := Apportion(n, stakes)
		if err != nil {
			t.Fatal(err)
		}
		reject := func(i, j int) {
			wrong := slices.Clone(right)
			if i >= 0 {
				wrong[i]--
			}
			if j >= 0 {
				wrong[j]++
			}
			if err := VerifyApportionment(n, stakes, wrong); !errors.Is(err, ErrWrongApportionment) {
				t.Fatalf("%v instead of %v: %v", wrong, right, err)
			}
		}
		for i := -1; i < len(stakes); i++ {
			for j := -1; j < len(stakes); j++ {
				if i != j {
					reject(i, j)
				}
			}
		}
		if err := VerifyApportionment(n, stakes, right[1:]); !errors.Is(err, ErrWrongApportionment) {
			t.Fatalf("a count is missing: %v", err)
		}
	})
}

// TestVerifyAcceptsOnlyOne tries every division of few shards.
func TestVerifyAcceptsOnlyOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := walrus.ShardCount(rapid.IntRange(4, 9).Draw(t, "n"))
		stakes := stakesOf(rapid.SliceOfN(rapid.Uint64Range(1, 12), 1, 4).Draw(t, "stakes")...)
		right, err := Apportion(n, stakes)
		if err != nil {
			t.Fatal(err)
		}
		shards := make([]int, len(stakes))
		var try func(i, left int)
		try = func(i, left int) {
			if i < len(shards)-1 {
				for shards[i] = 0; shards[i] <= left; shards[i]++ {
					try(i+1, left-shards[i])
				}
				return
			}
			shards[i] = left
			if err := VerifyApportionment(n, stakes, shards); (err == nil) != slices.Equal(shards, right) {
				t.Fatalf("%v, right is %v: %v", shards, right, err)
			}
		}
		try(0, int(n))
	})
}

func TestMoreStakeNeverFewerShards(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, stakes := drawShards(t), drawStakes(t)
		before, err := Apportion(n, stakes)
		if err != nil {
			t.Fatal(err)
		}
		i := rapid.IntRange(0, len(stakes)-1).Draw(t, "i")
		stakes[i].Amount += walrus.Frost(rapid.Uint64Range(1, 1e9).Draw(t, "more"))
		after, err := Apportion(n, stakes)
		if err != nil {
			t.Fatal(err)
		}
		if after[i] < before[i] {
			t.Fatalf("node %d: %d shards, then %d with more stake", stakes[i].Node, before[i], after[i])
		}
	})
}

func TestInvalidStakes(t *testing.T) {
	for name, tc := range map[string]struct {
		n      walrus.ShardCount
		stakes []Stake
	}{
		"no nodes":       {10, nil},
		"too many nodes": {1000, stakesOf(repeat(1, walrus.MaxMembers+1)...)},
		"three shards":   {3, stakesOf(1)},
		"no stake":       {10, stakesOf(1, 0)},
		"out of order":   {10, []Stake{{2, 1}, {1, 1}}},
		"node twice":     {10, []Stake{{2, 1}, {2, 1}}},
		"overflow":       {10, stakesOf(1<<63, 1<<63)},
	} {
		if got, err := Apportion(tc.n, tc.stakes); !errors.Is(err, ErrInvalidStakes) {
			t.Errorf("%s: %v, %v", name, got, err)
		}
		if err := VerifyApportionment(tc.n, tc.stakes, make([]int, len(tc.stakes))); !errors.Is(err, ErrInvalidStakes) {
			t.Errorf("%s: verify: %v", name, err)
		}
	}
}

// bigStakes are those of a large network: a few giants, many small nodes.
func bigStakes(nodes int) []Stake {
	r := rand.New(rand.NewPCG(1, uint64(nodes)))
	stakes := make([]Stake, nodes)
	for i := range stakes {
		stakes[i] = Stake{walrus.NodeIndex(i + 1), walrus.Frost(1+r.Uint64N(1e7))*walrus.WAL + walrus.Frost(r.Uint64N(1e9))}
		if i%29 == 0 {
			stakes[i].Amount *= 20
		}
	}
	return stakes
}

func TestLargestCommittee(t *testing.T) {
	for _, nodes := range []int{150, walrus.MaxMembers} {
		stakes := bigStakes(nodes)
		got, err := Apportion(1000, stakes)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(twin(1000, stakes), got); diff != "" {
			t.Errorf("%d nodes (-want +got):\n%s", nodes, diff)
		}
	}
}

func BenchmarkApportion(b *testing.B) {
	stakes := bigStakes(150)
	for b.Loop() {
		if _, err := Apportion(1000, stakes); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkVerifyApportionment(b *testing.B) {
	stakes := bigStakes(150)
	shards, err := Apportion(1000, stakes)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if err := VerifyApportionment(1000, stakes, shards); err != nil {
			b.Fatal(err)
		}
	}
}
