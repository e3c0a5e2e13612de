package chaintest

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"time"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
)

// entry is an element of the log with its position in its block, from 1.
type entry struct {
	chain.Element
	taken uint32
}

// emit adds an event to the block being made. c.mu is held.
func (c *Chain) emit(events ...chain.Event) { c.pending = append(c.pending, events...) }

// addBlock closes the block being made, whose events all belong to the last transaction, and wakes who waits for
// it. c.mu is held.
func (c *Chain) addBlock() chain.Block {
	b := chain.Block{Number: uint64(len(c.blocks)), Time: c.clock().Truncate(time.Second)}
	var parent [32]byte
	if len(c.blocks) > 0 {
		last := c.blocks[len(c.blocks)-1]
		parent = last.Hash
		if b.Time.Before(last.Time) {
			b.Time = last.Time
		}
	}
	b.Hash = digest("block", c.genesis.Name, fmt.Sprint(b.Number, b.Time.Unix()), string(parent[:]), string(c.txHash().String()))
	c.blocks = append(c.blocks, b)
	c.appendLog(b)
	close(c.grown)
	c.grown = make(chan struct{})
	return b
}

// appendLog gives the block's events, and the boundary that it may have, their indices.
func (c *Chain) appendLog(b chain.Block) {
	var taken uint32
	add := func(id walrus.EventID, e chain.Event) {
		taken++
		c.log = append(c.log, entry{chain.Element{Index: uint64(len(c.log)), Block: b, ID: id, Event: e}, taken})
	}
	for i, e := range c.pending {
		add(walrus.EventID{Tx: c.txHash(), LogIndex: uint64(i)}, e)
	}
	c.pending = nil
	if taken > 0 || b.Number > 0 && b.Number%chain.BoundaryInterval == 0 {
		add(walrus.EventID{}, nil)
	}
}

// txHash returns the hash of the last transaction.
func (c *Chain) txHash() walrus.TxHash { return digest("tx", c.genesis.Name, fmt.Sprint(c.txs)) }

// head returns the newest block.
func (c *Chain) head() chain.Block { return c.blocks[len(c.blocks)-1] }

// digest hashes parts in a way that no two lists of parts share.
func digest(parts ...string) [32]byte {
	h := sha256.New()
	var n [8]byte
	for _, p := range parts {
		binary.BigEndian.PutUint64(n[:], uint64(len(p)))
		h.Write(n[:])
		h.Write([]byte(p))
	}
	return [32]byte(h.Sum(nil))
}

func address(parts ...string) (a walrus.Address) {
	sum := digest(parts...)
	copy(a[:], sum[:])
	return a
}
