package devchain

import (
	"fmt"
	"net"
	"time"

	"github.com/ethereum/go-ethereum/node"
)

// indexWait bounds how long Open waits until receipts can be looked up.
const indexWait = time.Minute

// Open starts the chain of the directory, or makes one, and returns when it answers. The errors that a user can do
// something about are ErrPortTaken, ErrLocked, ErrOtherChain and ErrDamaged; each names the port or path.
func Open(c Config) (*Chain, error) {
	if err := c.Validate(); err != nil {
		return nil, err
	}
	if c.Clock == nil {
		c.Clock = time.Now
	}
	captureLog(c.Log)
	listener, err := listen(c.Port)
	if err != nil {
		return nil, err
	}
	chain, err := openOn(listener, &c)
	if err != nil {
		listener.Close()
		return nil, err
	}
	return chain, nil
}

func openOn(listener net.Listener, c *Config) (*Chain, error) {
	stack, err := openStack(c)
	if err != nil {
		return nil, err
	}
	fresh, err := probe(stack, c)
	if err != nil {
		stack.Close()
		return nil, err
	}
	chain, err := assemble(stack, c, fresh)
	if err != nil {
		stack.Close()
		return nil, err
	}
	chain.addr = listener.Addr().String()
	if err := chain.start(listener, c, fresh); err != nil {
		chain.Close()
		return nil, err
	}
	return chain, nil
}

// assemble opens the database and brings its head up to the last durable block. The node does not run yet.
func assemble(stack *node.Node, c *Config, fresh bool) (_ *Chain, err error) {
	p := &producer{
		pace: pace{blockTime: c.BlockTime, slack: c.Slack, heartbeat: c.Heartbeat},
		now:  c.Clock,
		sync: func() error { return nil },
	}
	if c.Dir != "" {
		if p.mark, err = openHeight(c.Dir); err != nil {
			return nil, damaged(c.Dir, err)
		}
		defer func() {
			if err != nil {
				p.mark.close()
			}
		}()
	}
	if p.eth, err = openNode(stack, c, fresh); err != nil {
		return nil, err
	}
	if c.Dir != "" {
		p.sync = p.eth.ChainDb().SyncKeyValue
	}
	if sync := p.sync; c.syncing != nil {
		p.sync = func() error { return c.syncing(sync) }
	}
	var s *server
	if err = p.takeOver(); err == nil {
		s, err = newServer(p.eth)
	}
	if err != nil { // the library stops what runs only if the node was started
		p.eth.TxPool().Close()
		p.eth.BlockChain().Stop()
		return nil, damaged(c.Dir, err)
	}
	return &Chain{
		id:       c.ChainID,
		stack:    stack,
		eth:      p.eth,
		rpc:      s,
		producer: p,
		last:     time.Now(),
		stop:     make(chan struct{}),
		done:     make(chan struct{}),
	}, nil
}

// start runs the node, makes the first block of a new chain, and opens the port when everything can be answered.
func (c *Chain) start(listener net.Listener, config *Config, fresh bool) error {
	c.watch.Go(func() {
		<-c.done
		c.rpcErr = c.rpc.close()
	})
	c.eth.SetSynced() // else the pool takes no transactions
	if err := c.stack.Start(); err != nil {
		return fmt.Errorf("start the node: %w", err)
	}
	blocks := c.eth.BlockChain()
	if blocks.CurrentBlock().Number.Sign() == 0 {
		// Until there is a block, receipts are answered by "transaction indexing is in progress".
		if _, err := c.Commit(); err != nil {
			return fmt.Errorf("make the first block: %w", err)
		}
	}
	if err := c.awaitIndex(); err != nil {
		return err
	}
	if fresh && config.Dir != "" {
		m := marker{Version: markerVersion, ChainID: c.id, Genesis: blocks.Genesis().Hash()}
		if err := m.write(config.Dir); err != nil {
			return fmt.Errorf("write %s in %q: %w", markerFile, config.Dir, err)
		}
	}
	c.rpc.serve(listener, c.fail)
	if !config.Manual {
		c.loop.Go(c.run)
	}
	return nil
}

// awaitIndex waits until every receipt can be found by its transaction.
func (c *Chain) awaitIndex() error {
	tick := time.NewTicker(5 * time.Millisecond)
	defer tick.Stop()
	for deadline := time.Now().Add(indexWait); time.Now().Before(deadline); <-tick.C {
		if c.eth.APIBackend.TxIndexDone() {
			return nil
		}
	}
	return fmt.Errorf("the index of transactions is not ready after %v", indexWait)
}
