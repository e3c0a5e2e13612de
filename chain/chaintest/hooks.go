package chaintest

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
)

// hooks are the faults that tests asked for.
type hooks struct {
	down  bool
	fail  map[string][]error // by method: fail before any effect
	lose  map[string][]error // by method: fail after the effect
	calls map[string]int
}

func newHooks() hooks {
	return hooks{fail: make(map[string][]error), lose: make(map[string][]error), calls: make(map[string]int)}
}

// call runs the body of an interface method under the lock, unless the context ended or a fault was asked for.
func (c *Chain) call(ctx context.Context, method string, do func() error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.hooks.calls[method]++
	if c.hooks.down {
		return fmt.Errorf("%w: in-memory chain is down", chain.ErrChainUnavailable)
	}
	if err := pop(c.hooks.fail, method); err != nil {
		return err
	}
	if err := do(); err != nil {
		return err
	}
	return pop(c.hooks.lose, method)
}

// pop takes the oldest error of a method; nil when there is none.
func pop(queue map[string][]error, method string) error {
	errs := queue[method]
	if len(errs) == 0 {
		return nil
	}
	queue[method] = errs[1:]
	return errs[0]
}

// FailNext makes the next call of a method, as in "Register", fail with err before it has any effect. Several
// errors are used up in order.
func (c *Chain) FailNext(method string, err error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.hooks.fail[method] = append(c.hooks.fail[method], err)
}

// LoseNext makes the next call of a method that would succeed fail with err although it took effect, as when the
// answer of an endpoint is lost.
func (c *Chain) LoseNext(method string, err error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.hooks.lose[method] = append(c.hooks.lose[method], err)
}

// SetDown makes every call fail with chain.ErrChainUnavailable, or ends that.
func (c *Chain) SetDown(down bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.hooks.down = down
	close(c.grown) // who waits in Next is to notice
	c.grown = make(chan struct{})
}

// Calls returns how often a method was called.
func (c *Chain) Calls(method string) int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.hooks.calls[method]
}

// SetClock replaces the clock that gives blocks their time. A block is never older than the one before it.
func (c *Chain) SetClock(now func() time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.clock = now
}

// AdvanceBlock makes n blocks without transactions and returns the number of the last.
func (c *Chain) AdvanceBlock(n int) uint64 {
	c.mu.Lock()
	defer c.mu.Unlock()
	for range n {
		c.addBlock()
	}
	return c.head().Number
}

// AdvanceEpoch begins the next epoch, with weights[i] shards for node i+1, or with the shares of the genesis when
// weights is nil, and makes its block.
func (c *Chain) AdvanceEpoch(weights []int) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if weights == nil {
		weights = c.genesis.Weights()
	}
	if len(weights) > len(c.nodes) {
		return fmt.Errorf("weights of %d nodes, %d are registered", len(weights), len(c.nodes))
	}
	if err := c.beginEpoch(weights); err != nil {
		return err
	}
	c.addBlock()
	return nil
}

// SetPrices changes the prices from here on.
func (c *Chain) SetPrices(p walrus.Prices) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.prices = p
	c.txs++
	c.emit(chain.OtherEvent{Name: "PricesUpdated"})
	c.addBlock()
}

// SetNode changes where a node answers.
func (c *Chain) SetNode(node walrus.NodeIndex, networkAddress string, key walrus.NetworkKey) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if node == 0 || int(node) > len(c.nodes) {
		return fmt.Errorf("set address of node %d: %d nodes are registered", node, len(c.nodes))
	}
	n := &c.nodes[node-1]
	n.NetworkAddress, n.NetworkKey = networkAddress, key
	c.addBlock()
	return nil
}

// Emit makes a block with the given events, whatever they say about the state. It is meant for events that no
// wallet can cause, such as chain.InvalidBlobID.
func (c *Chain) Emit(events ...chain.Event) error {
	if len(events) == 0 {
		return errors.New("no events to emit")
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.txs++
	c.emit(events...)
	c.addBlock()
	return nil
}

// Delete removes a deletable blob that has not expired, as its owner would.
func (c *Chain) Delete(object walrus.ObjectID) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	b := c.blobs[object]
	switch {
	case b == nil:
		return fmt.Errorf("%w: %v", chain.ErrNoSuchObject, object)
	case !b.Deletable:
		return fmt.Errorf("%w: %v", chain.ErrNotDeletable, object)
	case c.epoch >= b.EndEpoch:
		return fmt.Errorf("%w: %v", chain.ErrBlobExpired, object)
	}
	delete(c.blobs, object)
	c.txs++
	c.emit(chain.BlobDeleted{Epoch: c.epoch, BlobID: b.ID, Object: object, EndEpoch: b.EndEpoch, WasCertified: b.CertifiedEpoch != 0})
	c.addBlock()
	return nil
}
