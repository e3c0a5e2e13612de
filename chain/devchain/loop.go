package devchain

import (
	"fmt"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"
)

// retryWait is the pause after a look at the pool that brought no block: its transactions cannot be executed at any
// base fee. A transaction that arrives ends the pause.
const retryWait = time.Second

// run makes blocks until stop is closed or one cannot be made.
func (c *Chain) run() {
	wake, unsubscribe := c.watchPool()
	defer unsubscribe()
	timer := time.NewTimer(0) // a transaction may have come before the subscription
	defer timer.Stop()
	for {
		select {
		case <-c.stop:
			return
		case <-wake:
		case <-timer.C:
		}
		wait, err := c.turn()
		if err != nil {
			c.fail(err)
			return
		}
		timer.Reset(wait)
	}
}

// watchPool returns a channel that holds a token when transactions became executable. The pool's own channel is
// always drained: the pool blocks on it, and each block waits for the pool.
func (c *Chain) watchPool() (wake chan struct{}, unsubscribe func()) {
	wake = make(chan struct{}, 1)
	events := make(chan core.NewTxsEvent, 64)
	subscription := c.eth.TxPool().SubscribeTransactions(events, true)
	quit := make(chan struct{})
	var drain sync.WaitGroup
	drain.Go(func() {
		for {
			select {
			case <-events:
			case <-quit:
				return
			}
			select {
			case wake <- struct{}{}:
			default:
			}
		}
	})
	return wake, func() {
		subscription.Unsubscribe()
		close(quit)
		drain.Wait()
	}
}

// turn makes a block if one is due and returns how long to sleep.
func (c *Chain) turn() (time.Duration, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	m, err := c.moment()
	if err != nil {
		return 0, err
	}
	why, wait := c.producer.pace.next(m)
	if wait > 0 {
		return wait, nil
	}
	block, err := c.makeBlock(why != transactions || c.producer.pace.stale(m))
	if err != nil {
		return 0, err
	}
	if block == nil {
		return retryWait, nil
	}
	return 0, nil // look again: the block may have left transactions behind
}

// moment asks the clock, the head and the pool. The caller holds c.mu.
func (c *Chain) moment() (moment, error) {
	if err := c.eth.TxPool().Sync(); err != nil { // else it still counts what the last block executed
		return moment{}, fmt.Errorf("bring the pool up to the head: %w", err)
	}
	head := c.eth.BlockChain().CurrentBlock()
	pending, _ := c.eth.TxPool().Stats()
	return moment{
		clock:   c.producer.now(),
		head:    time.Unix(int64(head.Time), 0),
		idle:    time.Since(c.last),
		pending: pending,
		hot:     head.BaseFee.Uint64() > params.InitialBaseFee,
	}, nil
}

// makeBlock makes a block, unless the chain has ended; an error ends it. The caller holds c.mu, so nothing is made
// after an error.
func (c *Chain) makeBlock(empty bool) (*types.Block, error) {
	if err := c.Err(); err != nil {
		return nil, err
	}
	block, err := c.producer.produce(empty)
	if err != nil {
		c.fail(err)
		return nil, err
	}
	if block != nil {
		c.last = time.Now()
	}
	return block, nil
}
