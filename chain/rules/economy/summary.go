package economy

import (
	"math/big"
	"slices"

	"github.com/walrus-go/walrus"
)

// summarize fills in the totals once the last epoch has ended.
func (w *world) summarize() {
	t := &w.result.Total
	t.Payments, t.Rewards = w.paidByUsers, w.paidToPools
	t.Burned, t.Forfeited, t.Fines = w.burned, w.forfeitedTotal, w.fines
	t.Unearned = w.ledger.Held()
	for i, n := range w.nodes {
		yields := w.result.yield(i)
		n.record.Yield = yields[len(yields)-1]
		w.result.Nodes = append(w.result.Nodes, n.record)
	}
}

// isHonest reports whether a node is neither the lazy one nor the liar.
func (r *Result) isHonest(node int) bool { return node != r.Config.Lazy && node != r.Config.Liar }

// HonestYields returns the lowest, the median and the highest yield of the honest nodes, for 10^9 FROST and epoch.
func (r *Result) HonestYields() (low, median, high int64) {
	var yields []int64
	for i, n := range r.Nodes {
		if r.isHonest(i) {
			yields = append(yields, n.Yield)
		}
	}
	if len(yields) == 0 {
		return 0, 0, 0
	}
	slices.Sort(yields)
	return yields[0], yields[len(yields)/2], yields[len(yields)-1]
}

// paid returns what an epoch paid to nodes and their delegators.
func (e Epoch) paid() (sum int64) {
	for _, r := range e.Distribution.Rewards {
		sum += int64(r)
	}
	return sum
}

func (r *Result) epochs(value func(Epoch) int64) []int64 {
	values := make([]int64, len(r.Epochs))
	for i, e := range r.Epochs {
		values[i] = value(e)
	}
	return values
}

// lastHours returns a value of the last hour of each epoch.
func (r *Result) lastHours(value func(Hour) walrus.Frost) []int64 {
	values := make([]int64, 0, len(r.Epochs))
	for _, e := range r.Epochs {
		values = append(values, int64(value(r.Hours[e.LastHour])))
	}
	return values
}

// shards returns the shards of a node by epoch; nothing for a node that is not there.
func (r *Result) shards(node int) []int64 {
	if node < 0 {
		return nil
	}
	return r.epochs(func(e Epoch) int64 { return int64(e.Shards[node]) })
}

func (r *Result) medianShards(e Epoch) int64 {
	var shards []int64
	for i, k := range e.Shards {
		if r.isHonest(i) {
			shards = append(shards, int64(k))
		}
	}
	return median(shards)
}

// yields returns the median of what some nodes yielded from the start to each epoch, for 10^9 FROST and epoch.
func (r *Result) yields(counts func(node int) bool) []int64 {
	var lines [][]int64
	for i := range r.Nodes {
		if counts(i) {
			lines = append(lines, r.yield(i))
		}
	}
	if len(lines) == 0 {
		return nil
	}
	values := make([]int64, len(r.Epochs))
	for e := range values {
		var at []int64
		for _, l := range lines {
			at = append(at, l[e])
		}
		values[e] = median(at)
	}
	return values
}

// yield returns what a node's delegators gained from the start to each epoch, for 10^9 FROST staked for one.
func (r *Result) yield(node int) []int64 {
	gain, stake, q := new(big.Int), new(big.Int), new(big.Int)
	values := make([]int64, len(r.Epochs))
	for i, e := range r.Epochs {
		gain.Add(gain, q.SetInt64(e.Gains[node]))
		stake.Add(stake, q.SetUint64(uint64(e.Stakes[node])))
		if stake.Sign() > 0 {
			values[i] = q.Quo(q.Mul(gain, big.NewInt(int64(walrus.WAL))), stake).Int64()
		}
	}
	return values
}

func median(values []int64) int64 {
	if len(values) == 0 {
		return 0
	}
	slices.Sort(values)
	return values[len(values)/2]
}
