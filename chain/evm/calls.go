package evm

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/walrus-go/walrus/chain"
)

// maxBatch is how many calls go into one request.
const maxBatch = 100

// header is what is read of a block. Hashes are taken from the endpoint: chains whose headers have more fields
// than go-ethereum knows would be hashed wrongly here.
type header struct {
	Number  *hexutil.Uint64 `json:"number"`
	Hash    *common.Hash    `json:"hash"`
	Time    hexutil.Uint64  `json:"timestamp"`
	BaseFee *hexutil.Big    `json:"baseFeePerGas"`
}

func (h *header) number() uint64 { return uint64(*h.Number) }

func (h *header) block() chain.Block {
	return chain.Block{Number: h.number(), Hash: *h.Hash, Time: time.Unix(int64(h.Time), 0).UTC()}
}

func (h *header) baseFee() *big.Int {
	if h.BaseFee == nil {
		return new(big.Int)
	}
	return h.BaseFee.ToInt()
}

// header returns the block of a number or tag; ethereum.NotFound when there is none.
func (c *conn) header(ctx context.Context, at string) (*header, error) {
	var h *header
	if err := c.check(c.rpc.CallContext(ctx, &h, "eth_getBlockByNumber", at, false)); err != nil {
		return nil, err
	}
	return checkHeader(h)
}

func checkHeader(h *header) (*header, error) {
	if h == nil || h.Number == nil || h.Hash == nil {
		return nil, ethereum.NotFound
	}
	return h, nil
}

// headers returns the blocks of the numbers, in order.
func (c *conn) headers(ctx context.Context, numbers []uint64) ([]*header, error) {
	found := make([]*header, len(numbers))
	batch := make([]rpc.BatchElem, len(numbers))
	for i, n := range numbers {
		batch[i] = rpc.BatchElem{Method: "eth_getBlockByNumber", Args: []any{hexutil.EncodeUint64(n), false}, Result: &found[i]}
	}
	if err := c.batch(ctx, batch); err != nil {
		return nil, err
	}
	for i, n := range numbers {
		h, err := checkHeader(found[i])
		if err == nil && h.number() != n {
			err = fmt.Errorf("asked for block %d, got %d", n, h.number())
		}
		if err := errors.Join(batch[i].Error, err); err != nil {
			return nil, fmt.Errorf("block %d: %w", n, err)
		}
	}
	return found, nil
}

// batch sends calls in as few requests as allowed. The error of a single call is in its element.
func (c *conn) batch(ctx context.Context, calls []rpc.BatchElem) error {
	for len(calls) > 0 {
		n := min(len(calls), maxBatch)
		if err := c.check(c.rpc.BatchCallContext(ctx, calls[:n])); err != nil {
			return err
		}
		calls = calls[n:]
	}
	return nil
}

// view is a call of a contract that changes nothing.
type view struct {
	to     common.Address
	data   []byte
	result hexutil.Bytes
	err    error // of this call alone: a revert
}

// call makes views at one block: a tag, or a block hash. It fails if one could not be made; reverts are in
// the views.
func (c *conn) call(ctx context.Context, at any, views ...*view) error {
	batch := make([]rpc.BatchElem, len(views))
	for i, v := range views {
		v.result, v.err = nil, nil
		args := map[string]any{"to": v.to, "input": hexutil.Bytes(v.data)}
		batch[i] = rpc.BatchElem{Method: "eth_call", Args: []any{args, at}, Result: &v.result}
	}
	if err := c.batch(ctx, batch); err != nil {
		return err
	}
	for i, v := range views {
		err := batch[i].Error
		if err == nil {
			continue
		}
		if _, reverted := revertData(err); !reverted {
			return fmt.Errorf("call %v: %w", v.to, c.check(err))
		}
		v.err = decodeRevert(err)
	}
	return nil
}

// atBlock names a block by its hash in a call.
func atBlock(hash common.Hash) any {
	return map[string]any{"blockHash": hash}
}

func bigUint(n uint64) *big.Int { return new(big.Int).SetUint64(n) }
