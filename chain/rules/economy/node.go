package economy

import (
	"math"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain/rules"
)

// node is an operator with its pool.
type node struct {
	index    walrus.NodeIndex
	pool     *rules.Pool
	purse    walrus.Frost // collected commission
	cost     walrus.Frost // what a storage unit costs it for an epoch; it never asks for less
	ask      walrus.Frost // its honest price
	capacity uint64
	isLazy   bool
	isLiar   bool

	previous, shards, next int // shards in the previous, present and next committee
	failed, failedBefore   bool
	penalty                uint16
	yield                  int64 // smoothed gain of its delegators for 10^9 FROST and epoch, for all to see
	gain                   int64 // of the epoch that ended
	stake                  walrus.Frost
	record                 Node
}

func (w *world) newNode(i int) (*node, error) {
	commission := uint16(200 + w.r.IntN(600))
	pool, err := rules.NewPool(0, rules.Done, commission, w.config.Slashing)
	if err != nil {
		return nil, err
	}
	n := &node{
		index: walrus.NodeIndex(i + 1), pool: pool,
		cost:     w.config.FirstPrice * walrus.Frost(50+w.r.IntN(40)) / 100,
		capacity: w.config.NodeBytes / 100 * uint64(80+w.r.IntN(40)),
		isLazy:   i == w.config.Lazy, isLiar: i == w.config.Liar,
		record: Node{Commission: commission},
	}
	n.ask = max(n.cost, w.config.FirstPrice*walrus.Frost(90+w.r.IntN(20))/100)
	own := walrus.Frost(100_000+w.r.IntN(300_000)) * walrus.WAL // the operator's, and it stays
	_, err = pool.Stake(rules.Standing{Phase: rules.Done}, own)
	return n, err
}

// vote lets every node adapt to how full the system is. Above 85 % it asks for more, and adds disks if it is among
// those that hold the system back; below 70 % it asks for less, down to its cost. A shock makes all dearer at once.
func (w *world) vote() {
	used, total := w.ledger.Account(w.ledger.Epoch).Used, w.ledger.Total
	for _, n := range w.nodes {
		if int(w.progress.Epoch) == w.config.ShockEpoch {
			n.cost += n.cost * walrus.Frost(w.config.ShockPercent) / 100
			n.ask += n.ask * walrus.Frost(w.config.ShockPercent) / 100
		}
		switch step := max(1, n.ask*walrus.Frost(5+w.r.IntN(10))/1000); {
		case used > total/100*85:
			n.ask += step
			if n.shards > 0 && rules.ScaledCapacity(w.config.Shards, rules.Vote{Value: n.capacity, Weight: n.shards}) <= total {
				n.capacity += n.capacity / 50
			}
		case used < total/100*70:
			n.ask = max(n.cost, n.ask-step)
		}
	}
}

// priceVote returns the vote of a node on the storage price. The liar asks for everything and nothing by turns.
func (w *world) priceVote(n *node) walrus.Frost {
	if n.isLiar {
		return extreme(w.ledger.Epoch)
	}
	return n.ask
}

func (w *world) capacityVote(n *node) uint64 {
	if n.isLiar {
		return uint64(extreme(w.ledger.Epoch))
	}
	return n.capacity
}

func extreme(e walrus.Epoch) walrus.Frost {
	if e%2 == 0 {
		return 0
	}
	return math.MaxUint64
}

// updatePrices counts the votes and moves the prices as far as they may.
func (w *world) updatePrices() {
	var storage, write []rules.Vote
	h := Hour{Time: w.now, LowVote: rules.NoPrice}
	for _, n := range w.nodes {
		vote := w.priceVote(n)
		if n.shards > 0 && !n.isLiar {
			h.LowVote, h.HighVote = min(h.LowVote, vote), max(h.HighVote, vote)
		}
		storage = append(storage, rules.Vote{Value: uint64(vote), Weight: n.shards})
		write = append(write, rules.Vote{Value: uint64(vote / 5), Weight: n.shards})
	}
	h.Target = rules.PriceVote(w.config.Shards, storage)
	w.storage = w.storage.Update(h.Target, w.now)
	w.write = w.write.Update(rules.PriceVote(w.config.Shards, write), w.now)
	h.Price, h.Pending = w.storage.Price, w.storage.Pending
	w.result.Hours = append(w.result.Hours, h)
}
