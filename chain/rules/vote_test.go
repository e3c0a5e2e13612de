package rules

import (
	"errors"
	"math"
	"math/big"
	"testing"

	"github.com/walrus-go/walrus"
	"pgregory.net/rapid"
)

// TestVoteVectors are the percentile vectors of D2.
func TestVoteVectors(t *testing.T) {
	var prices, capacities []Vote
	for i := range uint64(10) {
		prices = append(prices, Vote{1000 * (i + 1), 100})
		capacities = append(capacities, Vote{1000 * (i + 1), 100}) // ten nodes: the system is ten times as large
	}
	if got := PriceVote(1000, prices); got != 7000 {
		t.Errorf("price %d, want 7000", got)
	}
	if got := CapacityVote(1000, capacities); got != 40_000 {
		t.Errorf("capacity %d, want 40000", got)
	}
	var uneven []Vote
	for i, w := range []int{5, 5, 4, 6, 3, 7, 4, 6, 1, 9} {
		uneven = append(uneven, Vote{uint64(i + 1), w})
	}
	if got := PriceVote(50, uneven); got != 7 {
		t.Errorf("price of uneven weights %d, want 7", got)
	}
}

func TestVotesWithoutQuorum(t *testing.T) {
	for _, votes := range [][]Vote{nil, {{1, 666}}} {
		if got := PriceVote(1000, votes); got != NoPrice {
			t.Errorf("price %d", got)
		}
		if got := CapacityVote(1000, votes); got != 0 {
			t.Errorf("capacity %d", got)
		}
		if err := VerifyPriceVote(1000, votes, NoPrice); !errors.Is(err, ErrWrongVoteResult) {
			t.Errorf("price without quorum verifies: %v", err)
		}
		if err := VerifyCapacityVote(1000, votes, 0); !errors.Is(err, ErrWrongVoteResult) {
			t.Errorf("capacity without quorum verifies: %v", err)
		}
	}
	if got := TotalCapacity(5, 7); got != 7 {
		t.Errorf("capacity of 5 with 7 sold: %d", got)
	}
}

func drawVotes(t *rapid.T, n walrus.ShardCount) (votes []Vote) {
	value := rapid.OneOf(rapid.Uint64Range(0, 4), rapid.Uint64Range(0, 1e6), rapid.Uint64())
	for _, s := range drawShares(t, n, "voters") {
		votes = append(votes, Vote{value.Draw(t, "vote"), s.Shards})
	}
	return votes
}

// TestVotesByDefinition compares with the definitions of A5: the least, or largest, vote with a quorum on its side.
func TestVotesByDefinition(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := drawShards(t)
		votes := drawVotes(t, n)
		price, capacity := uint64(math.MaxUint64), uint64(0)
		scaled := func(v Vote) uint64 {
			c := new(big.Int).SetUint64(v.Value)
			c.Div(c.Mul(c, big.NewInt(int64(n))), big.NewInt(int64(v.Weight)))
			if !c.IsUint64() {
				return math.MaxUint64
			}
			return c.Uint64()
		}
		for _, v := range votes {
			if v.Weight == 0 {
				continue
			}
			upTo, atLeast := 0, 0
			for _, w := range votes {
				if w.Value <= v.Value {
					upTo += w.Weight
				}
				if w.Weight > 0 && scaled(w) >= scaled(v) {
					atLeast += w.Weight
				}
			}
			if n.IsQuorum(upTo) {
				price = min(price, v.Value)
			}
			if n.IsQuorum(atLeast) {
				capacity = max(capacity, scaled(v))
			}
		}
		if got := PriceVote(n, votes); uint64(got) != price {
			t.Fatalf("price %d, want %d", got, price)
		}
		if got := CapacityVote(n, votes); got != capacity {
			t.Fatalf("capacity %d, want %d", got, capacity)
		}
		var prices, capacities []uint64
		for _, v := range votes {
			if prices = append(prices, v.Value); v.Weight > 0 {
				capacities = append(capacities, scaled(v))
			}
		}
		checkOnlyAccepted(t, prices, price, func(p uint64) error { return VerifyPriceVote(n, votes, walrus.Frost(p)) })
		checkOnlyAccepted(t, capacities, capacity, func(c uint64) error { return VerifyCapacityVote(n, votes, c) })
	})
}

func checkOnlyAccepted(t *rapid.T, candidates []uint64, right uint64, verify func(uint64) error) {
	if err := verify(right); err != nil {
		t.Fatal(err)
	}
	for _, wrong := range []uint64{right - 1, right + 1, 0, math.MaxUint64} {
		if wrong != right && verify(wrong) == nil {
			t.Fatalf("%d verifies instead of %d", wrong, right)
		}
	}
	for _, c := range candidates {
		if c != right && verify(c) == nil {
			t.Fatalf("%d verifies instead of %d", c, right)
		}
	}
}

// TestMinorityCannotMovePrice: less than a third neither raises a price above the others' highest vote nor lowers it
// below their lowest (B11, 20).
func TestMinorityCannotMovePrice(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := drawShards(t)
		votes := drawVotes(t, n)
		attackers, low, high := 0, uint64(math.MaxUint64), uint64(0)
		for i, v := range votes {
			if attackers+v.Weight <= n.MaxFaulty() && rapid.Bool().Draw(t, "lies") {
				attackers += v.Weight
				votes[i].Value = rapid.SampledFrom([]uint64{0, math.MaxUint64}).Draw(t, "lie")
			} else if v.Weight > 0 {
				low, high = min(low, v.Value), max(high, v.Value)
			}
		}
		if p := uint64(PriceVote(n, votes)); p < low || p > high {
			t.Fatalf("%d of %d shards moved the price to %d, honest votes are %d to %d", attackers, n, p, low, high)
		}
	})
}

func BenchmarkPriceVote(b *testing.B) {
	votes := make([]Vote, 150)
	for i := range votes {
		votes[i] = Vote{uint64(i * 7919 % 1009), 6}
	}
	votes[0].Weight += 100
	for b.Loop() {
		PriceVote(1000, votes)
	}
}
