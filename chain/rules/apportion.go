package rules

import (
	"errors"
	"fmt"

	"github.com/walrus-go/walrus"
)

// ErrInvalidStakes: stakes that no committee can be made of.
var ErrInvalidStakes = errors.New("invalid stakes")

// ErrWrongApportionment: shard counts that are not the D'Hondt result.
var ErrWrongApportionment = errors.New("not the apportionment of these stakes")

// Stake is an entry of the active set.
type Stake struct {
	Node   walrus.NodeIndex
	Amount walrus.Frost // above 0
}

// ShardCap returns the most shards that one of so many candidates may get (A7.2): a tenth from twenty nodes on, twice
// the even share below. It is at least 1, without which twenty nodes could not share fewer than ten shards.
func ShardCap(n walrus.ShardCount, nodes int) int {
	switch {
	case nodes < 1:
		return 0
	case nodes >= 20:
		return max(1, int(n)/10)
	}
	return min(int(n), (2*int(n)+nodes-1)/nodes)
}

// Apportion returns the number of shards of each entry: the highest-averages method of D'Hondt with a cap (A7.2).
// Entries are in ascending order of their nodes; equal quotients go to the lower node (B5). Entries with 0 shards are
// not in the committee. The error wraps ErrInvalidStakes.
func Apportion(n walrus.ShardCount, stakes []Stake) ([]int, error) {
	total, err := checkStakes(n, stakes)
	if err != nil {
		return nil, err
	}
	limit := ShardCap(n, len(stakes))
	shards := make([]int, len(stakes))
	left := int(n)
	quotient := uint64(total)/(uint64(n)+1) + 1 // above this, every unit of stake has surely won its shard
	for i, s := range stakes {
		shards[i] = int(min(uint64(s.Amount)/quotient, uint64(limit)))
		left -= shards[i]
	}
	for ; left > 0; left-- {
		shards[nextWinner(stakes, shards, limit)]++
	}
	return shards, nil
}

// nextWinner returns the entry below the cap with the largest stake/(shards+1), the first of equals.
func nextWinner(stakes []Stake, shards []int, limit int) int {
	best := -1
	for i := range stakes {
		if shards[i] < limit && (best < 0 || compareQuotients(stakes, i, shards[i]+1, best, shards[best]+1) > 0) {
			best = i
		}
	}
	return best
}

// compareQuotients compares stakes[i]/k with stakes[j]/m.
func compareQuotients(stakes []Stake, i, k, j, m int) int {
	return compareProducts(uint64(stakes[i].Amount), uint64(m), uint64(stakes[j].Amount), uint64(k))
}

// VerifyApportionment accepts exactly what Apportion returns, in one pass as the contract does (A7.2): the counts add
// up, none passes the cap, and the worst shard given away beats the best one that was not. The error wraps
// ErrInvalidStakes or ErrWrongApportionment.
func VerifyApportionment(n walrus.ShardCount, stakes []Stake, shards []int) error {
	if _, err := checkStakes(n, stakes); err != nil {
		return err
	}
	if len(shards) != len(stakes) {
		return fmt.Errorf("%w: %d counts for %d nodes", ErrWrongApportionment, len(shards), len(stakes))
	}
	limit := ShardCap(n, len(stakes))
	sum, worst, best := 0, -1, -1
	for i, k := range shards {
		if k < 0 || k > limit {
			return fmt.Errorf("%w: node %d has %d shards, the cap is %d", ErrWrongApportionment, stakes[i].Node, k, limit)
		}
		sum += k
		// Of equal quotients the last is the worst winner and the first is the best loser.
		if k > 0 && (worst < 0 || compareQuotients(stakes, i, k, worst, shards[worst]) <= 0) {
			worst = i
		}
		if k < limit && (best < 0 || compareQuotients(stakes, i, k+1, best, shards[best]+1) > 0) {
			best = i
		}
	}
	if sum != int(n) {
		return fmt.Errorf("%w: counts add up to %d, not to %d shards", ErrWrongApportionment, sum, n)
	}
	if best < 0 {
		return nil
	}
	if c := compareQuotients(stakes, worst, shards[worst], best, shards[best]+1); c < 0 || c == 0 && worst > best {
		return fmt.Errorf("%w: a shard of node %d is due to node %d", ErrWrongApportionment, stakes[worst].Node, stakes[best].Node)
	}
	return nil
}

func checkStakes(n walrus.ShardCount, stakes []Stake) (total walrus.Frost, err error) {
	if err := n.Validate(); err != nil {
		return 0, fmt.Errorf("%w: %w", ErrInvalidStakes, err)
	}
	if len(stakes) == 0 || len(stakes) > walrus.MaxMembers {
		return 0, fmt.Errorf("%w: %d nodes, want 1 to %d", ErrInvalidStakes, len(stakes), walrus.MaxMembers)
	}
	for i, s := range stakes {
		if i > 0 && s.Node <= stakes[i-1].Node {
			return 0, fmt.Errorf("%w: node %d does not follow node %d", ErrInvalidStakes, s.Node, stakes[i-1].Node)
		}
		if s.Amount == 0 {
			return 0, fmt.Errorf("%w: node %d has none", ErrInvalidStakes, s.Node)
		}
		var fits bool
		if total, fits = add(total, s.Amount); !fits {
			return 0, fmt.Errorf("%w: they pass 2^64 FROST", ErrInvalidStakes)
		}
	}
	return total, nil
}
