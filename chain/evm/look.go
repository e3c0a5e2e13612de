package evm

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/rpc"
)

// sight is what one pass saw of the pending transactions.
type sight struct {
	head     uint64
	final    uint64
	used     uint64                       // lowest nonce that the newest block leaves free
	receipts map[*outgoing]*types.Receipt // found
	unknown  map[*outgoing]bool           // not known: the endpoint could not tell
	dropped  map[*outgoing]bool           // waits for a block, and the endpoint has forgotten it
	lowest   *outgoing                    // the next to be included: raising the fee of a later one is of no use
}

// look sees what became of the pending transactions and does what follows. Failures of endpoints change nothing; the
// next look comes.
func (s *sender) look(ctx context.Context) {
	var v sight
	err := s.pool.do(ctx, func(ctx context.Context, e *conn) (err error) {
		v, err = s.see(ctx, e)
		return err
	})
	if err != nil {
		return
	}
	for _, o := range s.pending {
		if o.nonce >= v.used {
			v.lowest = o
			break
		}
	}
	rest := s.pending[:0]
	for _, o := range s.pending {
		if !s.settle(ctx, o, &v) {
			rest = append(rest, o)
		}
	}
	clear(s.pending[len(rest):])
	s.pending = rest
}

// see asks one endpoint for everything.
func (s *sender) see(ctx context.Context, e *conn) (v sight, err error) {
	v.used, err = e.eth.NonceAt(ctx, s.key.address(), nil)
	if err := e.check(err); err != nil {
		return v, err
	}
	var receipts, lookups []rpc.BatchElem
	var mined, waiting []*outgoing
	for _, o := range s.pending {
		if o.nonce >= v.used && o.seen == nil {
			lookups = append(lookups, rpc.BatchElem{Method: "eth_getTransactionByHash", Args: []any{o.last().Hash()}, Result: new(json.RawMessage)})
			waiting = append(waiting, o)
			continue
		}
		for _, tx := range o.variants {
			receipts = append(receipts, rpc.BatchElem{Method: "eth_getTransactionReceipt", Args: []any{tx.Hash()}, Result: new(*types.Receipt)})
			mined = append(mined, o)
		}
	}
	batch := append(receipts, lookups...)
	if err := e.batch(ctx, batch); err != nil {
		return v, err
	}
	v.receipts, v.unknown, v.dropped = make(map[*outgoing]*types.Receipt), make(map[*outgoing]bool), make(map[*outgoing]bool)
	for i, o := range mined {
		if batch[i].Error != nil { // such as "transaction indexing is in progress"
			v.unknown[o] = true
		} else if r := *batch[i].Result.(**types.Receipt); r != nil {
			v.receipts[o] = r
		}
	}
	for i, o := range waiting {
		found := batch[len(receipts)+i]
		v.dropped[o] = found.Error == nil && string(*found.Result.(*json.RawMessage)) == "null"
	}
	if v.head, v.final, err = s.heads(ctx, e); err != nil {
		return v, err
	}
	return v, nil
}

// heads returns the newest and the newest final block.
func (s *sender) heads(ctx context.Context, e *conn) (head, final uint64, err error) {
	h, err := e.header(ctx, "latest")
	if err != nil {
		return 0, 0, err
	}
	final, err = finalHead(ctx, e, s.options.finality)
	return h.number(), final, err
}

// settle does what follows from a sight for one transaction, and reports whether that was the last of it.
func (s *sender) settle(ctx context.Context, o *outgoing, v *sight) (over bool) {
	receipt := v.receipts[o]
	switch {
	case receipt != nil:
		return s.included(o, receipt, v)
	case v.unknown[o]:
		return false
	case o.nonce >= v.used:
		reorganised, age := o.seen != nil, time.Since(o.sent)
		o.seen, o.missing = nil, time.Time{}
		switch {
		case age >= s.options.resend:
			s.resend(ctx, o, o == v.lowest && !o.sent.IsZero())
		case reorganised || v.dropped[o] && age >= min(s.options.resend, time.Second):
			s.resend(ctx, o, false)
		}
		return false
	}
	o.seen = nil
	if o.missing.IsZero() {
		o.missing = time.Now()
	}
	if time.Since(o.missing) < s.options.foreign {
		return false
	}
	o.tell(outcome{err: fmt.Errorf("transaction %v: %w", o.last().Hash(), errForeignNonce)})
	s.forget(o)
	return true
}

// included tells the outcome once enough blocks lie on a transaction, and ends its care once it is final.
func (s *sender) included(o *outgoing, r *types.Receipt, v *sight) (over bool) {
	if o.seen == nil {
		s.wake()
	}
	o.seen, o.missing = r, time.Time{}
	block := r.BlockNumber.Uint64()
	if v.head >= block+s.options.confirmations {
		o.tell(outcome{receipt: r})
	}
	if v.final < block || o.request != nil {
		return false
	}
	s.forget(o)
	return true
}

// forget removes a transaction from the journal.
func (s *sender) forget(o *outgoing) {
	if err := s.journal.done(o.nonce); err != nil {
		s.options.notify(fmt.Sprintf("wallet %v: %v", s.key.Address(), err))
	}
}

// resend sends a transaction again, with fees raised by an eighth or to the present level, whichever is more, if
// raise is set and the cap of the wallet's owner allows it.
func (s *sender) resend(ctx context.Context, o *outgoing, raise bool) {
	o.sent = time.Now()
	if raise {
		raised, err := s.raise(ctx, o.last())
		if err == nil && raised != nil {
			err = s.send(ctx, raised)
			if !errors.Is(err, errRefused) {
				o.variants = append(o.variants, raised)
			}
		}
		if err != nil {
			s.complain(o, "raise its fee", err)
		}
		if raised != nil && err == nil || errors.Is(err, errForeignNonce) {
			return
		}
	}
	if err := s.send(ctx, o.last()); err != nil {
		s.complain(o, "send it again", err)
	}
}

// complain tells what could not be done for a transaction. It is tried again.
func (s *sender) complain(o *outgoing, what string, err error) {
	if !errors.Is(err, errForeignNonce) { // it was included meanwhile
		s.options.notify(fmt.Sprintf("wallet %v, transaction %v: %s: %v", s.key.Address(), o.last().Hash(), what, err))
	}
}

// raise returns the transaction with higher fees, signed and journalled; nil when the cap is reached.
func (s *sender) raise(ctx context.Context, tx *types.Transaction) (raised *types.Transaction, err error) {
	var tip, base *big.Int
	err = s.pool.do(ctx, func(ctx context.Context, e *conn) (err error) {
		tip, base, err = s.prices(ctx, e)
		return err
	})
	if err != nil {
		return nil, err
	}
	tip = greater(tip, eighthMore(tx.GasTipCap()))
	cap := greater(new(big.Int).Add(tip, new(big.Int).Lsh(base, 1)), eighthMore(tx.GasFeeCap()))
	if s.options.maxFee != nil && cap.Cmp(s.options.maxFee) > 0 {
		if eighthMore(tx.GasFeeCap()).Cmp(s.options.maxFee) > 0 {
			return nil, nil
		}
		cap = s.options.maxFee
		tip = lesser(tip, cap)
	}
	return s.sign(tx.Nonce(), tx.To(), tx.Value(), tx.Data(), tx.Gas(), tip, cap)
}

// eighthMore returns x + ⌈x/8⌉, more than the 10 % that nodes ask of a replacement.
func eighthMore(x *big.Int) *big.Int {
	more := new(big.Int).Add(x, big.NewInt(7))
	more.Rsh(more, 3)
	return more.Add(more, x)
}

func greater(a, b *big.Int) *big.Int {
	if a.Cmp(b) > 0 {
		return a
	}
	return b
}

// reverted returns nil for a receipt of status 1, and otherwise what the contract had against the transaction, found out
// by calling it again as of the block before.
func (s *sender) reverted(ctx context.Context, r *types.Receipt, to *common.Address, value *big.Int, data []byte) error {
	if r.Status == types.ReceiptStatusSuccessful {
		return nil
	}
	var reason error
	err := s.pool.do(ctx, func(ctx context.Context, e *conn) error {
		msg := ethereum.CallMsg{From: s.key.address(), To: to, Value: value, Data: data}
		_, reason = e.eth.CallContract(ctx, msg, new(big.Int).Sub(r.BlockNumber, big.NewInt(1)))
		if errorIsSilence(e.check(reason)) {
			return e.check(reason)
		}
		return nil
	})
	if err != nil || reason == nil {
		return fmt.Errorf("transaction %v failed in block %v", r.TxHash, r.BlockNumber)
	}
	return fmt.Errorf("transaction %v failed in block %v: %w", r.TxHash, r.BlockNumber, decodeRevert(reason))
}
