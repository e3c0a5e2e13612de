package devchain

import (
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/eth"
	"github.com/ethereum/go-ethereum/node"
)

// Chain is a running chain. It must be closed.
type Chain struct {
	id    uint64
	addr  string
	stack *node.Node
	eth   *eth.Ethereum
	rpc   *server

	// mu serialises block making and guards last.
	mu       sync.Mutex
	producer *producer
	last     time.Time // when this process made its last block

	loop   sync.WaitGroup
	watch  sync.WaitGroup // closes rpc when done is closed, and sets rpcErr
	rpcErr error
	stop   chan struct{} // closed by Close

	ended    sync.Once
	done     chan struct{}
	err      error // set before done is closed
	closing  sync.Once
	closeErr error
}

// Block describes a block that was made.
type Block struct {
	Number       uint64
	Hash         [32]byte
	Time         time.Time
	Transactions int
}

// URL is where the chain answers JSON-RPC over HTTP: http://127.0.0.1:PORT.
func (c *Chain) URL() string { return "http://" + c.addr }

// WebSocketURL is where the chain answers JSON-RPC over WebSocket, on the same port.
func (c *Chain) WebSocketURL() string { return "ws://" + c.addr }

// ChainID is the id that transactions are signed for.
func (c *Chain) ChainID() uint64 { return c.id }

// Done is closed when the chain makes no more blocks: it failed, or it was closed. Err says which.
func (c *Chain) Done() <-chan struct{} { return c.done }

// Err returns nil as long as the chain runs, ErrClosed after Close, and otherwise what ended it. In that last case the
// port is closed too, and the process should end: only a start from the disk says where the chain stands.
func (c *Chain) Err() error {
	select {
	case <-c.done:
		return c.err
	default:
		return nil
	}
}

// Commit makes a block at once, even an empty one, and returns when it can be seen. Its timestamp is the clock's or
// the least that may follow, however far that is ahead of the clock.
func (c *Chain) Commit() (Block, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if err := c.Err(); err != nil {
		return Block{}, err
	}
	if _, err := c.moment(); err != nil { // settles the pool
		return Block{}, err
	}
	b, err := c.makeBlock(true)
	if err != nil {
		return Block{}, err
	}
	return Block{
		Number:       b.NumberU64(),
		Hash:         b.Hash(),
		Time:         time.Unix(int64(b.Time()), 0),
		Transactions: len(b.Transactions()),
	}, nil
}

// fail ends the chain and with it the port. What was announced stays true; nothing else may be said.
func (c *Chain) fail(err error) {
	c.end(fmt.Errorf("devchain stopped: %w", err))
}

// end records the first reason to stop.
func (c *Chain) end(err error) {
	c.ended.Do(func() {
		c.err = err
		close(c.done)
	})
}

// Close stops block making, frees the port and closes the database. Transactions that no block holds are lost. It
// returns the same to every caller.
func (c *Chain) Close() error {
	c.closing.Do(func() {
		close(c.stop)
		c.loop.Wait()
		c.mu.Lock() // a Commit that is under way
		c.end(ErrClosed)
		c.mu.Unlock()
		c.watch.Wait()
		c.closeErr = errors.Join(c.rpcErr, c.stack.Close())
		if c.producer.mark != nil {
			c.closeErr = errors.Join(c.closeErr, c.producer.mark.close())
		}
	})
	return c.closeErr
}
