package rules

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"math/bits"
	"slices"

	"github.com/walrus-go/walrus"
)

// ErrWrongVoteResult: a proposed outcome that the votes do not give.
var ErrWrongVoteResult = errors.New("not the outcome of these votes")

// Vote is a member's vote on a price or on the capacity, with its weight in shards. Votes of weight 0 count nothing.
type Vote struct {
	Value  uint64 // FROST, or bytes of the whole node
	Weight int
}

// NoPrice is the price when no quorum of votes exists, as before the first committee: nobody can pay it.
const NoPrice walrus.Frost = math.MaxUint64

// PriceVote returns the least vote that a quorum of the weight is content with: two thirds by weight asked for no
// more (A5). A third can neither push it above the highest vote of the others nor pull it below their lowest.
func PriceVote(n walrus.ShardCount, votes []Vote) walrus.Frost {
	sorted := slices.Clone(votes)
	slices.SortFunc(sorted, func(a, b Vote) int { return cmp.Compare(a.Value, b.Value) })
	weight := 0
	for _, v := range sorted {
		if weight += v.Weight; n.IsQuorum(weight) {
			return walrus.Frost(v.Value)
		}
	}
	return NoPrice
}

// VerifyPriceVote accepts exactly what PriceVote returns for votes with a quorum, in one pass as the contract does (B6).
func VerifyPriceVote(n walrus.ShardCount, votes []Vote, price walrus.Frost) error {
	below, upTo := 0, 0
	for _, v := range votes {
		if v.Value < uint64(price) {
			below += v.Weight
		}
		if v.Value <= uint64(price) {
			upTo += v.Weight
		}
	}
	if !n.IsQuorum(upTo) || n.IsQuorum(below) {
		return fmt.Errorf("%w: %d of %d shards ask for up to %d FROST, %d for less", ErrWrongVoteResult, upTo, n, uint64(price), below)
	}
	return nil
}

// ScaledCapacity returns the size of the whole system, encoded bytes, at which a node of the given weight is full:
// capacity·n/weight, at most 2^64-1 (A5).
func ScaledCapacity(n walrus.ShardCount, v Vote) uint64 {
	hi, lo := bits.Mul64(v.Value, uint64(n))
	if v.Weight <= 0 || hi >= uint64(v.Weight) {
		return math.MaxUint64
	}
	q, _ := bits.Div64(hi, lo, uint64(v.Weight))
	return q
}

// CapacityVote returns the largest system that a quorum of the weight says it can hold, in encoded bytes, from votes on
// the capacity of each node; 0 without a quorum (A5).
func CapacityVote(n walrus.ShardCount, votes []Vote) uint64 {
	scaled := make([]Vote, 0, len(votes))
	for _, v := range votes {
		if v.Weight > 0 {
			scaled = append(scaled, Vote{ScaledCapacity(n, v), v.Weight})
		}
	}
	slices.SortFunc(scaled, func(a, b Vote) int { return cmp.Compare(b.Value, a.Value) })
	weight := 0
	for _, v := range scaled {
		if weight += v.Weight; n.IsQuorum(weight) {
			return v.Value
		}
	}
	return 0
}

// VerifyCapacityVote accepts exactly what CapacityVote returns for votes with a quorum, by two sums as the contract
// does (B5, step 4).
func VerifyCapacityVote(n walrus.ShardCount, votes []Vote, capacity uint64) error {
	above, atLeast := 0, 0
	for _, v := range votes {
		if v.Weight <= 0 {
			continue
		}
		c := ScaledCapacity(n, v)
		if c > capacity {
			above += v.Weight
		}
		if c >= capacity {
			atLeast += v.Weight
		}
	}
	if !n.IsQuorum(atLeast) || n.IsQuorum(above) {
		return fmt.Errorf("%w: %d of %d shards can hold %d bytes, %d more", ErrWrongVoteResult, atLeast, n, capacity, above)
	}
	return nil
}

// TotalCapacity returns the capacity of an epoch: what was voted, but never less than what is sold (A5, A8.3).
func TotalCapacity(voted, used uint64) uint64 { return max(voted, used) }
