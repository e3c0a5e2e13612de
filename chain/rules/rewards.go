package rules

import (
	"errors"
	"fmt"
	"math/big"

	"github.com/walrus-go/walrus"
)

// DefaultBurn and MaxBurn bound the part of each epoch's pot that is burned, in basis points (A19).
const (
	DefaultBurn uint16 = 300
	MaxBurn     uint16 = 1000
)

// ErrInvalidRewards: service records that do not describe a committee.
var ErrInvalidRewards = errors.New("invalid service records")

// Service is what a member did for its reward in an epoch.
type Service struct {
	Weight int    // shards
	Denied uint64 // certified size of its deny list, bytes
	Failed bool   // it has no certificate of passing; false where challenges are off (C1)
}

// Distribution says where the pot of an epoch went. Burned, Forfeited, the sum of Rewards and Carried add up to it.
type Distribution struct {
	Burned    walrus.Frost   // the fixed part, taken first
	Forfeited walrus.Frost   // burned half of what members that failed would have earned
	Rewards   []walrus.Frost // by member
	Carried   walrus.Frost   // into the pot of the next epoch
}

// Distribute divides the pot of an epoch in which used bytes were sold (A8.4, B6). A member earns in proportion to what it stored,
// weight·(used - denied). Members that failed their challenges earn nothing: half of their part is burned, half
// carried, none goes to those who judged them. If fewer than a quorum passed, the round is void and all passed (C1).
// Rounding leaves fewer FROST to carry than there are members. The error wraps ErrInvalidRewards.
func Distribute(n walrus.ShardCount, pot walrus.Frost, burn uint16, used uint64, members []Service) (Distribution, error) {
	weight, passed := 0, 0
	for _, m := range members {
		if m.Weight < 1 || m.Weight > int(n) {
			return Distribution{}, fmt.Errorf("%w: a member with %d shards", ErrInvalidRewards, m.Weight)
		}
		weight += m.Weight
		if !m.Failed {
			passed += m.Weight
		}
	}
	if weight != int(n) || burn > MaxBurn {
		return Distribution{}, fmt.Errorf("%w: %d of %d shards, burn of %d basis points", ErrInvalidRewards, weight, n, burn)
	}
	d := Distribution{Burned: share(pot, burn), Rewards: make([]walrus.Frost, len(members))}
	d.Carried = pot - d.Burned
	earned := portions(d.Carried, used, members)
	for i, m := range members {
		if m.Failed && n.IsQuorum(passed) {
			d.Forfeited += earned[i] / 2
			d.Carried -= earned[i] / 2
			continue
		}
		d.Rewards[i] = earned[i]
		d.Carried -= earned[i]
	}
	return d, nil
}

// portions returns ⌊pot·stored/Σ stored⌋ for each member. Stored bytes times shares pass 64 bits, so with the pot the
// product passes 128.
func portions(pot walrus.Frost, used uint64, members []Service) []walrus.Frost {
	stored := make([]*big.Int, len(members))
	sum := new(big.Int)
	for i, m := range members {
		stored[i] = new(big.Int).SetUint64(used - min(m.Denied, used))
		stored[i].Mul(stored[i], big.NewInt(int64(m.Weight)))
		sum.Add(sum, stored[i])
	}
	out := make([]walrus.Frost, len(members))
	if sum.Sign() == 0 {
		return out
	}
	total := new(big.Int).SetUint64(uint64(pot))
	for i := range members {
		out[i] = walrus.Frost(stored[i].Div(stored[i].Mul(stored[i], total), sum).Uint64())
	}
	return out
}
