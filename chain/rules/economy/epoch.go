package economy

import (
	"fmt"
	"math"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain/rules"
)

// selectCommittee divides the shards by stake, places them, and fixes the capacity of the next epoch.
func (w *world) selectCommittee() error {
	var stakes []rules.Stake
	var nodes []*node
	for _, n := range w.nodes {
		if stake := n.pool.StakeAt(w.progress.Epoch + 1); stake > 0 {
			stakes = append(stakes, rules.Stake{Node: n.index, Amount: stake})
			nodes = append(nodes, n)
		}
		n.next = 0
	}
	shards, err := rules.Apportion(w.config.Shards, stakes)
	if err != nil {
		return err
	}
	if err := rules.VerifyApportionment(w.config.Shards, stakes, shards); err != nil {
		return err
	}
	var shares []rules.Share
	var votes []rules.Vote
	w.nextCapacityVotes = [2]uint64{math.MaxUint64, 0}
	for i, n := range nodes {
		n.next = shards[i]
		shares = append(shares, rules.Share{Node: n.index, Shards: shards[i]})
		vote := rules.Vote{Value: w.capacityVote(n), Weight: shards[i]}
		votes = append(votes, vote)
		if c := rules.ScaledCapacity(w.config.Shards, vote); n.next > 0 && !n.isLiar {
			w.nextCapacityVotes[0], w.nextCapacityVotes[1] = min(w.nextCapacityVotes[0], c), max(w.nextCapacityVotes[1], c)
		}
	}
	if w.nextOwners, err = rules.Place(w.config.Shards, w.owners, shares); err != nil {
		return err
	}
	w.nextCapacity = rules.CapacityVote(w.config.Shards, votes)
	w.progress.Selection = rules.CommitCommittee
	return nil
}

// changeEpoch ends the epoch: its pot is divided, the next committee takes over.
func (w *world) changeEpoch() error {
	ended := Epoch{Capacity: w.ledger.Total, CapacityVotes: w.capacityVotes, Sales: w.sales, Moved: w.moved, LastHour: len(w.result.Hours) - 1}
	w.capacityVotes = w.nextCapacityVotes
	for _, n := range w.nodes {
		_, active := n.pool.At()
		n.stake, n.gain = active.Wal, 0
		ended.Shards = append(ended.Shards, n.shards)
		ended.Stakes = append(ended.Stakes, active.Wal)
	}
	w.sales = 0
	account := w.ledger.Advance(w.nextCapacity)
	ended.Used, ended.Pot = account.Used, account.Pot
	if err := w.distribute(account); err != nil {
		return err
	}
	ended.Distribution, ended.Members = w.distribution, len(w.distributedTo)
	if w.progress.Epoch > 0 {
		w.result.Epochs = append(w.result.Epochs, ended)
	}
	w.moved = len(rules.Moved(w.owners, w.nextOwners))
	w.owners = w.nextOwners
	for _, n := range w.nodes {
		n.previous, n.shards, n.next = n.shards, n.next, 0
	}
	w.progress = rules.Progress{Epoch: w.progress.Epoch + 1, Phase: rules.Syncing, Since: w.now}
	return nil
}

// distribute divides the pot among the members. The lazy node fails its challenges often, and the second failure in a
// row costs it stake.
func (w *world) distribute(account rules.Account) error {
	w.distributedTo = nil
	var services []rules.Service
	for _, n := range w.nodes {
		if n.shards == 0 {
			continue
		}
		n.failedBefore = n.failed
		n.failed = n.isLazy && w.r.IntN(100) < w.config.LazyFailures
		n.penalty = 0
		if n.failed {
			n.record.Failures++
			if n.failedBefore && w.config.Slashing {
				n.penalty = w.config.Fine
			}
		}
		services = append(services, rules.Service{Weight: n.shards, Failed: n.failed})
		w.distributedTo = append(w.distributedTo, n)
	}
	w.distribution = rules.Distribution{Carried: account.Pot}
	if len(services) == 0 { // epoch 0
		return nil
	}
	d, err := rules.Distribute(w.config.Shards, account.Pot, w.config.Burn, account.Used, services)
	if err != nil {
		return err
	}
	w.distribution = d
	w.burned += d.Burned
	w.forfeitedTotal += d.Forfeited
	return nil
}

// undistributed returns what was divided and is not credited yet.
func (w *world) undistributed() walrus.Frost {
	if w.progress.Settled {
		return 0
	}
	sum := w.distribution.Carried
	for _, r := range w.distribution.Rewards {
		sum += r
	}
	return sum
}

// settle credits the pools of the ended epoch's members and of newcomers, and carries the rest.
func (w *world) settle() error {
	if err := w.audit(); err != nil {
		return err
	}
	for i, n := range w.distributedTo {
		if err := w.credit(n, w.distribution.Rewards[i], n.penalty); err != nil {
			return err
		}
	}
	for _, n := range w.nodes {
		if n.shards > 0 && n.previous == 0 {
			if err := w.credit(n, 0, 0); err != nil {
				return err
			}
		}
	}
	if err := w.ledger.Deposit(w.distribution.Carried); err != nil {
		return err
	}
	w.progress.Settled = true
	if last := len(w.result.Epochs) - 1; last >= 0 {
		for _, n := range w.nodes {
			w.result.Epochs[last].Gains = append(w.result.Epochs[last].Gains, n.gain)
		}
	}
	return w.audit()
}

func (w *world) credit(n *node, reward walrus.Frost, penalty uint16) error {
	before, _ := n.pool.Held()
	c, err := n.pool.Advance(w.progress.Epoch, reward, penalty)
	if err != nil {
		return fmt.Errorf("node %d: %w", n.index, err)
	}
	after, _ := n.pool.Held()
	n.gain = int64(after) - int64(before)
	n.record.Fined += c.Burned
	w.fines += c.Burned
	w.paidToPools += reward
	if n.stake > 0 {
		n.yield += (n.gain*1000/int64(n.stake/1_000_000+1) - n.yield) / 5
	}
	return nil
}
