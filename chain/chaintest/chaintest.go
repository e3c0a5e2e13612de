// Package chaintest has an in-memory chain, for tests and simulation, and the conformance suite that it and package evm
// both pass.
//
// The one idea: a [Chain] is the contracts as one Go value. Its rules are those of the Solidity sources, in their
// order, so what a test finds out about prices, epochs, certificates and refusals holds on a real chain. Each
// transaction makes one block, at once, and each block is final. Methods on top of the chain interfaces make it do
// what tests need: blocks and epochs on demand, calls that fail, an endpoint that is down ([Chain.FailNext],
// [Chain.LoseNext], [Chain.SetDown]).
//
// All methods are safe for concurrent use. Nothing here starts a goroutine; time is the wall clock, or the fake
// one under testing/synctest.
package chaintest

import (
	"fmt"
	"sync"
	"time"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
	"github.com/walrus-go/walrus/internal/bls"
)

// ChainID is the chain id of every in-memory chain.
const ChainID = 31415926

// Chain is a chain with one deployment. It implements chain.Reader and chain.Log; NewWallet makes accounts.
type Chain struct {
	chainID   uint64
	contracts map[string]walrus.Address
	genesis   chain.Genesis

	mu         sync.Mutex
	grown      chan struct{} // closed and replaced with each block
	clock      func() time.Time
	blocks     []chain.Block // by number
	log        []entry       // by index
	pending    []chain.Event // events of the block being made
	txs        uint64        // counter behind transaction hashes
	nodes      []walrus.Member
	committees map[walrus.Epoch]*bls.KeySet
	epoch      walrus.Epoch
	since      time.Time
	prices     walrus.Prices
	total      uint64
	used       map[walrus.Epoch]uint64
	blobs      map[walrus.ObjectID]*record
	order      []walrus.ObjectID // of registration
	accounts   map[walrus.Address]*account
	hooks      hooks
}

var (
	_ chain.Reader = (*Chain)(nil)
	_ chain.Log    = (*Chain)(nil)
)

// account is what an address holds.
type account struct {
	wal walrus.Frost
	gas uint64 // in gwei
}

// New returns a chain on which the genesis was carried out: epoch 1 has begun. It checks what the contracts
// check and returns chain.ErrInvalidGenesis or chain.ErrNodeRefused.
func New(g chain.Genesis) (*Chain, error) {
	if err := g.Validate(); err != nil {
		return nil, err
	}
	c := &Chain{
		chainID:    ChainID,
		contracts:  make(map[string]walrus.Address),
		genesis:    g,
		grown:      make(chan struct{}),
		clock:      time.Now,
		committees: make(map[walrus.Epoch]*bls.KeySet),
		prices:     g.Prices,
		total:      g.CapacityBytes,
		used:       make(map[walrus.Epoch]uint64),
		blobs:      make(map[walrus.ObjectID]*record),
		accounts:   make(map[walrus.Address]*account),
		hooks:      newHooks(),
	}
	for _, name := range []string{chain.TokenContract, chain.RegistryContract, chain.EpochsContract, chain.SystemContract} {
		c.contracts[name] = address("contract", g.Name, name)
	}
	c.addBlock() // block 0
	c.addBlock() // the deployment
	for i := range g.Nodes {
		if err := c.registerNode(&g.Nodes[i]); err != nil {
			return nil, fmt.Errorf("register node %d: %w", i+1, err)
		}
	}
	c.addBlock()
	if err := c.beginEpoch(g.Weights()); err != nil {
		return nil, err
	}
	c.addBlock()
	return c, nil
}
