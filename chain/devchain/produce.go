package devchain

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"time"

	"github.com/ethereum/go-ethereum/beacon/engine"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/eth"
	"github.com/ethereum/go-ethereum/miner"
)

// intentKey names, in the chain's database, the hash of the last block that was synced. The block may or may not
// have been announced.
var intentKey = []byte("devchain-intended-head")

// buildTimeout bounds the building of a block. The library stops filling a block after two seconds; only a state
// that cannot be read keeps it from delivering.
const buildTimeout = 15 * time.Second

// feeRecipient collects the tips. Nobody has its key.
var feeRecipient = common.Address{0xfe}

// producer makes the blocks of a node, one at a time; the caller serialises.
type producer struct {
	eth  *eth.Ethereum
	pace pace
	now  func() time.Time
	sync func() error
	mark *heightMark // nil in memory
}

// produce makes the next block and returns it; see the package comment for the order of steps. Unless empty is set it
// returns nil when the block would hold nothing and would not help a waiting transaction either. After an error
// nothing more may be made: the caller cannot know what is on the disk.
func (p *producer) produce(empty bool) (*types.Block, error) {
	block, err := p.build()
	if err != nil {
		return nil, fmt.Errorf("build block: %w", err)
	}
	if len(block.Transactions()) == 0 && !empty && !p.helpsUnderpriced() {
		return nil, nil
	}
	if err := p.store(block); err != nil {
		return nil, fmt.Errorf("store block %d: %w", block.NumberU64(), err)
	}
	if err := p.announce(block); err != nil {
		return nil, fmt.Errorf("announce block %d: %w", block.NumberU64(), err)
	}
	return block, nil
}

// build assembles a block on the head from what the pool offers.
func (p *producer) build() (*types.Block, error) {
	parent := p.eth.BlockChain().CurrentBlock()
	var random common.Hash
	rand.Read(random[:])
	payload, err := p.eth.Miner().BuildPayload(context.Background(), &miner.BuildPayloadArgs{
		Parent:       parent.Hash(),
		Timestamp:    p.pace.timestamp(p.now(), parent.Time),
		FeeRecipient: feeRecipient,
		Random:       random,
		Withdrawals:  types.Withdrawals{},
		BeaconRoot:   &common.Hash{},
		Version:      engine.PayloadV3,
	}, false)
	if err != nil {
		return nil, err
	}
	defer payload.Resolve() // ends the library's rebuilding
	// ResolveFull would wait for ever when the state cannot be read, so look instead.
	tick := time.NewTicker(200 * time.Microsecond)
	defer tick.Stop()
	for deadline := time.Now().Add(buildTimeout); time.Now().Before(deadline); <-tick.C {
		if block, _, _, _ := payload.FullBlockAndReceipts(); block != nil {
			return block, nil
		}
	}
	return nil, fmt.Errorf("nothing was built on block %d within %v", parent.Number, buildTimeout)
}

// baseFeeFloor is where the base fee stops falling: an eighth of less is nothing.
const baseFeeFloor = 7

// helpsUnderpriced reports whether an empty block brings a waiting transaction closer to execution: the base fee
// falls only with blocks, and a fee cap may lie below it.
func (p *producer) helpsUnderpriced() bool {
	pending, _ := p.eth.TxPool().Stats()
	return pending > 0 && p.eth.BlockChain().CurrentBlock().BaseFee.Uint64() > baseFeeFloor
}

// store executes the block and makes it, its receipts, its state and the intent to make it the head durable. Nothing
// of it can be seen yet.
func (p *producer) store(block *types.Block) error {
	if _, err := p.eth.BlockChain().InsertBlockWithoutSetHead(context.Background(), block, false); err != nil {
		return err
	}
	if err := p.eth.ChainDb().Put(intentKey, block.Hash().Bytes()); err != nil {
		return fmt.Errorf("note the intended head: %w", err)
	}
	if err := p.sync(); err != nil {
		return fmt.Errorf("sync: %w", err)
	}
	if p.mark != nil {
		if err := p.mark.raise(block.NumberU64()); err != nil {
			return fmt.Errorf("raise the height mark: %w", err)
		}
	}
	return nil
}

// announce makes the block the head: from here on JSON-RPC, subscriptions and the pool see it.
func (p *producer) announce(block *types.Block) error {
	chain := p.eth.BlockChain()
	if _, err := chain.SetCanonical(block); err != nil {
		return err
	}
	chain.SetSafe(block.Header())
	chain.SetFinalized(block.Header())
	return nil
}

// takeOver announces the last synced block if the process died before its announcement reached the disk. It must run
// before anybody can ask.
func (p *producer) takeOver() error {
	chain := p.eth.BlockChain()
	known, err := p.eth.ChainDb().Has(intentKey)
	if err != nil {
		return fmt.Errorf("look for the intended head: %w", err)
	}
	block := chain.GetBlockByHash(chain.CurrentBlock().Hash())
	if known {
		raw, err := p.eth.ChainDb().Get(intentKey)
		if err != nil {
			return fmt.Errorf("read the intended head: %w", err)
		}
		if block = chain.GetBlockByHash(common.BytesToHash(raw)); block == nil {
			return fmt.Errorf("the intended head %x is missing", raw)
		}
		if chain.GetReceiptsByHash(block.Hash()) == nil || !chain.HasState(block.Root()) {
			return fmt.Errorf("receipts or state of block %d are missing", block.NumberU64())
		}
	}
	if block == nil {
		return errors.New("the head is missing")
	}
	if block.Hash() != chain.CurrentBlock().Hash() {
		return p.announce(block)
	}
	chain.SetSafe(block.Header())
	chain.SetFinalized(block.Header())
	return nil
}
