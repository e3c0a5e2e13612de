package evm

import (
	"context"
	"errors"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/walrus-go/walrus/chain"
)

// errRefused: no endpoint took a transaction, and none can have it.
var errRefused = errors.New("transaction was refused")

// send hands a signed transaction to an endpoint. What an endpoint says is not believed by its text: after an
// error the transaction is looked up. Nil means that the endpoint has it; errRefused that it does not and will not
// take it; any other error that this is not known.
func (s *sender) send(ctx context.Context, tx *types.Transaction) error {
	if hook := s.options.beforeSend; hook != nil {
		if err := hook(tx); err != nil {
			return err
		}
	}
	return s.pool.do(ctx, func(ctx context.Context, e *conn) error {
		err := e.check(e.eth.SendTransaction(ctx, tx))
		if err == nil || errorIsSilence(err) {
			return err
		}
		if _, _, found := e.eth.TransactionByHash(ctx, tx.Hash()); found == nil {
			return nil // already known
		} else if !errors.Is(found, ethereum.NotFound) {
			return &noAnswer{e.url, found}
		}
		return s.refusal(ctx, e, tx, err)
	})
}

// refusal finds out why an endpoint refused a transaction that it does not have.
func (s *sender) refusal(ctx context.Context, e *conn, tx *types.Transaction, reason error) error {
	used, err := e.eth.NonceAt(ctx, s.key.address(), nil)
	if err := e.check(err); err != nil {
		return err
	}
	if used > tx.Nonce() {
		return fmt.Errorf("%w: %w", errRefused, errForeignNonce)
	}
	balance, err := e.eth.BalanceAt(ctx, s.key.address(), nil)
	if err := e.check(err); err != nil {
		return err
	}
	if balance.Cmp(tx.Cost()) < 0 {
		return fmt.Errorf("%w: %w", errRefused, s.noGas(balance, tx.Cost()))
	}
	return fmt.Errorf("%w: %w", errRefused, reason)
}

func (s *sender) noGas(has, needs *big.Int) error {
	return fmt.Errorf("%w: wallet %v has %v wei, needs %v", chain.ErrNoGasCoin, s.key.Address(), has, needs)
}

// fees are what a transaction offers for a gas, and the nonce that the endpoint would give it.
type fees struct {
	tip, cap *big.Int
	nonce    uint64
}

// fees looks up the present fees: a cap of twice the base fee, less where the wallet has not so much or the
// configured cap is lower. It returns chain.ErrNoGasCoin when the wallet cannot pay for the gas.
func (s *sender) fees(ctx context.Context, r *request) (f fees, err error) {
	err = s.pool.do(ctx, func(ctx context.Context, e *conn) error {
		var base *big.Int
		if f.tip, base, err = s.prices(ctx, e); err != nil {
			return err
		}
		least := new(big.Int).Add(base, f.tip)
		f.cap = new(big.Int).Add(least, base)
		balance, err := e.eth.BalanceAt(ctx, s.key.address(), nil)
		if err := e.check(err); err != nil {
			return err
		}
		if f.nonce, err = e.eth.PendingNonceAt(ctx, s.key.address()); err != nil {
			return e.check(err)
		}
		return s.afford(&f, least, balance, r)
	})
	return f, err
}

// afford lowers the cap to what the wallet has, besides what it offered for transactions that are not included yet,
// and to what its owner allows.
func (s *sender) afford(f *fees, least, balance *big.Int, r *request) error {
	bound := new(big.Int)
	if r.value != nil {
		bound.Set(r.value)
	}
	for _, o := range s.pending {
		if o.seen == nil {
			bound.Add(bound, o.last().Cost())
		}
	}
	payable := new(big.Int).Sub(balance, bound)
	payable.Div(payable, bigUint(max(r.gas, 1)))
	if payable.Cmp(least) < 0 {
		needs := new(big.Int).Mul(least, bigUint(r.gas))
		return s.noGas(balance, needs.Add(needs, bound))
	}
	f.cap = lesser(f.cap, payable)
	if s.options.maxFee != nil {
		f.cap = lesser(f.cap, s.options.maxFee)
	}
	f.tip = lesser(f.tip, f.cap)
	return nil
}

func lesser(a, b *big.Int) *big.Int {
	if a.Cmp(b) < 0 {
		return a
	}
	return b
}

// prices returns the tip that an endpoint suggests and the base fee of the newest block.
func (s *sender) prices(ctx context.Context, e *conn) (tip, base *big.Int, err error) {
	head, err := e.header(ctx, "latest")
	if err != nil {
		return nil, nil, err
	}
	tip, err = e.eth.SuggestGasTipCap(ctx)
	if err := e.check(err); err != nil {
		return nil, nil, err
	}
	if tip.Sign() <= 0 {
		tip = big.NewInt(1)
	}
	return tip, head.baseFee(), nil
}

// maxGas is the most gas that one transaction may have from Osaka on (EIP-7825).
const maxGas = 1 << 24

// estimate returns the gas of a call with a reserve of 20 %, or what the contract says against it.
func (s *sender) estimate(ctx context.Context, to *common.Address, value *big.Int, data []byte) (gas uint64, err error) {
	err = s.pool.do(ctx, func(ctx context.Context, e *conn) error {
		msg := ethereum.CallMsg{From: s.key.address(), To: to, Value: value, Data: data}
		gas, err = e.eth.EstimateGas(ctx, msg)
		return e.check(err)
	})
	if err != nil {
		return 0, decodeRevert(err)
	}
	if gas > maxGas {
		return 0, fmt.Errorf("transaction needs %d gas, at most %d fit", gas, maxGas)
	}
	return min(gas+gas/5, maxGas), nil
}
