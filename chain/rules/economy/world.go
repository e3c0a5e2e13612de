package economy

import (
	"fmt"
	"math/rand/v2"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain/rules"
)

const maxEpochsAhead = 53

// world is the state of a run.
type world struct {
	config   Config
	r        *rand.Rand
	now      uint64 // seconds
	table    rules.Timetable
	progress rules.Progress
	ledger   *rules.Ledger
	storage  rules.DampedPrice // for a storage unit and epoch
	write    rules.DampedPrice // for a storage unit

	nodes      []*node
	delegators []*delegator
	users      []*user

	owners                           []walrus.NodeIndex // of the present epoch, by shard
	nextOwners                       []walrus.NodeIndex // once selected
	nextCapacity                     uint64
	capacityVotes, nextCapacityVotes [2]uint64
	moved                            int // when the present epoch began
	sales                            walrus.Frost
	distribution                     rules.Distribution // of the ended epoch
	distributedTo                    []*node
	result                           *Result
	burned, fines                    walrus.Frost
	paidByUsers                      walrus.Frost
	paidToPools                      walrus.Frost
	forfeitedTotal                   walrus.Frost
}

func newWorld(c Config) (*world, error) {
	if err := c.Validate(); err != nil {
		return nil, err
	}
	w := &world{config: c, r: rand.New(rand.NewPCG(c.Seed, 0)), result: &Result{Config: c}}
	if err := w.populate(); err != nil {
		return nil, fmt.Errorf("populate: %w", err)
	}
	return w, nil
}

// populate makes everybody, and lets epoch 0 pass, in which stake arrives and nothing can be bought.
func (w *world) populate() error {
	w.table = rules.Timetable{Epoch: w.config.EpochHours * 3600}
	w.ledger = rules.NewLedger(maxEpochsAhead)
	w.progress = rules.Progress{Phase: rules.Done, Settled: true}
	w.storage = rules.NewDampedPrice(w.config.FirstPrice, 0)
	w.write = rules.NewDampedPrice(w.config.FirstPrice/5, 0)
	for i := range w.config.Nodes {
		n, err := w.newNode(i)
		if err != nil {
			return err
		}
		w.nodes = append(w.nodes, n)
	}
	for range w.config.Delegators {
		if err := w.newDelegator(); err != nil {
			return err
		}
	}
	for i := range w.config.SteadyUsers + w.config.BurstyUsers {
		w.newUser(i >= w.config.SteadyUsers)
	}
	for _, n := range w.nodes {
		stake, _ := n.pool.Held()
		w.result.Total.Initial += stake
	}
	for _, d := range w.delegators {
		w.result.Total.Initial += d.purse
	}
	for _, u := range w.users {
		w.result.Total.Initial += u.purse
	}
	return nil
}

// hour does what is due, lets people act, and turns the clock by an hour.
func (w *world) hour() error {
	for {
		step, due := w.due()
		if !due {
			break
		}
		if err := w.take(step); err != nil {
			return fmt.Errorf("step %d: %w", step, err)
		}
		if w.isOver() {
			return w.audit()
		}
	}
	if w.ledger.Epoch > 0 {
		w.updatePrices()
		for _, u := range w.users {
			if err := w.buy(u); err != nil {
				return err
			}
		}
	}
	for _, d := range w.delegators {
		if err := w.rethink(d); err != nil {
			return err
		}
	}
	w.now += 3600
	return nil
}

// isOver reports whether the last epoch has ended and its rewards are credited.
func (w *world) isOver() bool { return int(w.ledger.Epoch) > w.config.Epochs && w.progress.Settled }

// due returns the step that keepers take next; shards take an hour to move, and no step fails or is late.
func (w *world) due() (rules.Step, bool) {
	for _, d := range w.table.Steps(w.progress) {
		switch d.Step {
		case rules.ForceDone, rules.AbortSelection:
			continue
		case rules.SyncDone:
			d.At = w.progress.Since + 3600
		}
		if d.At <= w.now {
			return d.Step, true
		}
	}
	return 0, false
}

func (w *world) take(step rules.Step) error {
	switch step {
	case rules.Settle:
		return w.settle()
	case rules.SyncDone:
		w.progress.Phase, w.progress.Since = rules.Done, w.now
		w.vote()
	case rules.OpenSelection:
		w.progress.Phase, w.progress.Selection = rules.Selecting, rules.ProposeApportionment
		w.progress.Opened = w.now
	case rules.ProposeApportionment:
		return w.selectCommittee()
	case rules.CommitCommittee:
		w.progress.Phase = rules.ParametersSelected
		for _, n := range w.nodes {
			n.pool.Unblock()
			n.purse += n.pool.CollectCommission()
		}
	case rules.StartEpochChange:
		return w.changeEpoch()
	}
	return nil
}

// standing is how the present looks from the pool of a node.
func (w *world) standing(n *node) rules.Standing {
	return rules.Standing{
		Epoch: w.progress.Epoch, Phase: w.progress.Phase,
		InPrevious: n.previous > 0, InCurrent: n.shards > 0, InNext: n.next > 0, Frozen: true,
	}
}

// audit counts all tokens.
func (w *world) audit() error {
	supply := w.ledger.Held() + w.undistributed()
	for _, n := range w.nodes {
		stake, commission := n.pool.Held()
		supply += stake + commission + n.purse
	}
	for _, d := range w.delegators {
		supply += d.purse
	}
	for _, u := range w.users {
		supply += u.purse
	}
	gone := w.burned + w.forfeitedTotal + w.fines
	if supply+gone != w.result.Total.Initial {
		return fmt.Errorf("%d FROST are there and %d burned, of %d", supply, gone, w.result.Total.Initial)
	}
	w.result.Total.Supply = supply
	return nil
}
