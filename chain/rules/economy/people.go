package economy

import (
	"errors"
	"fmt"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain/rules"
)

// delegator has all its stake with one node, and moves it when others yield more.
type delegator struct {
	purse    walrus.Frost
	node     *node // nil while it has no position
	position rules.Position
}

func (w *world) newDelegator() error {
	d := &delegator{purse: walrus.Frost(5_000+w.r.IntN(100_000)) * walrus.WAL}
	w.delegators = append(w.delegators, d)
	if w.r.IntN(10) == 0 {
		return nil // comes later
	}
	return w.delegate(d, w.nodes[w.r.IntN(len(w.nodes))])
}

func (w *world) delegate(d *delegator, n *node) error {
	position, err := n.pool.Stake(w.standing(n), d.purse)
	if errors.Is(err, rules.ErrImpaired) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("delegate to node %d: %w", n.index, err)
	}
	d.node, d.position, d.purse = n, position, 0
	return nil
}

// rethink lets a delegator look around about once in eight epochs, and take out at once what it asked for.
func (w *world) rethink(d *delegator) error {
	if w.progress.Phase == rules.Syncing {
		return nil
	}
	if d.node != nil && d.position.Withdraw != 0 && d.position.Withdraw <= w.progress.Epoch {
		paid, err := d.node.pool.Withdraw(w.standing(d.node), d.position)
		if err != nil {
			return fmt.Errorf("withdraw from node %d: %w", d.node.index, err)
		}
		*d = delegator{purse: paid}
		return w.delegate(d, w.best(6))
	}
	if uint64(w.r.IntN(1000))*w.config.EpochHours*8 >= 1000 {
		return nil
	}
	switch {
	case d.node == nil:
		return w.delegate(d, w.best(6))
	case d.position.Withdraw != 0 || d.position.Activation > w.progress.Epoch:
		return nil
	}
	if other := w.best(3); d.node.yield < other.yield-abs(other.yield)/20 {
		return w.leave(d)
	}
	return nil
}

// leave asks for a withdrawal, or withdraws at once from a node that is in no committee.
func (w *world) leave(d *delegator) error {
	position, err := d.node.pool.RequestWithdraw(w.standing(d.node), d.position)
	if err == nil {
		d.position = position
		return nil
	}
	if !errors.Is(err, rules.ErrWithdrawDirectly) {
		return fmt.Errorf("leave node %d: %w", d.node.index, err)
	}
	paid, err := d.node.pool.Withdraw(w.standing(d.node), d.position)
	if err != nil {
		return fmt.Errorf("leave node %d: %w", d.node.index, err)
	}
	*d = delegator{purse: paid}
	return nil
}

// best returns the node with the highest yield of some that a delegator happens to look at.
func (w *world) best(looks int) *node {
	best := w.nodes[w.r.IntN(len(w.nodes))]
	for range looks - 1 {
		if n := w.nodes[w.r.IntN(len(w.nodes))]; n.yield > best.yield {
			best = n
		}
	}
	return best
}

func abs(x int64) int64 { return max(x, -x) }

// user buys storage: a steady one a little all the time, for long; a bursty one seldom, much, and for short.
type user struct {
	purse    walrus.Frost
	isBursty bool
}

func (w *world) newUser(isBursty bool) {
	w.users = append(w.users, &user{purse: walrus.Frost(400_000+w.r.IntN(400_000)) * walrus.WAL, isBursty: isBursty})
}

// buy lets a user perhaps store a blob or many: the less, the dearer it is. It buys nothing when its money or the system's
// capacity is not enough.
func (w *world) buy(u *user) error {
	often, share, epochs := w.config.EpochHours*2, uint64(1600), 20+w.r.IntN(33)
	if u.isBursty {
		often, share, epochs = w.config.EpochHours*70, 9, 4+w.r.IntN(8)
	}
	if w.r.Uint64N(often) != 0 || w.storage.Price == 0 {
		return nil
	}
	system := w.config.NodeBytes * uint64(w.config.Nodes)
	bytes := system / share / 100 * (50 + w.r.Uint64N(100))
	if !u.isBursty {
		bytes = bytes / uint64(w.storage.Price) * uint64(w.config.FirstPrice)
	}
	end := w.ledger.Epoch + walrus.Epoch(epochs)
	quote, err := walrus.Prices{Storage: w.storage.Price, Write: w.write.Price}.Cost(bytes, uint32(epochs))
	if err != nil || quote > u.purse || bytes == 0 {
		return nil // nobody could pay it
	}
	cost, err := w.ledger.Reserve(bytes, w.ledger.Epoch, end, w.storage.Price)
	if errors.Is(err, rules.ErrNoCapacity) {
		return nil
	}
	if err != nil {
		return err
	}
	fee := walrus.Frost(walrus.StorageUnits(bytes)) * w.write.Price
	if cost+fee != quote {
		return fmt.Errorf("quoted %v, paid %v", quote, cost+fee)
	}
	u.purse -= quote
	w.sales += quote
	w.paidByUsers += quote
	return w.ledger.Deposit(fee)
}
