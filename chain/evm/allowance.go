package evm

import (
	"context"
	"errors"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/core/types"

	"github.com/walrus-go/walrus/chain"
)

// unlimited is the allowance that a transfer does not use up.
var unlimited = new(big.Int).Sub(new(big.Int).Lsh(big.NewInt(1), 256), big.NewInt(1))

// Approve lets the System contract take tokens without limit, unless it may do so already.
func (w *Wallet) Approve(ctx context.Context) error {
	w.approving.Lock()
	defer w.approving.Unlock()
	allowance, _, err := w.allowance(ctx)
	if err != nil || allowance.Cmp(unlimited) == 0 {
		return err
	}
	_, err = w.approve(ctx, unlimited)
	return err
}

// allow sees to it that the System contract may take the maximum cost of a registration. It returns the receipt of
// an approval that had to be sent, and a function to call when the registration is through: exact approvals are
// used one at a time.
func (w *Wallet) allow(ctx context.Context, r chain.Registration) (approval *types.Receipt, release func(), err error) {
	w.approving.Lock()
	free := true
	defer func() {
		if free {
			w.approving.Unlock()
		}
	}()
	allowance, balance, err := w.allowance(ctx)
	if err != nil {
		return nil, nil, err
	}
	most := tokenWei(r.MaxCost)
	exact := w.options.Approval == ApprovalExact
	if allowance.Cmp(most) < 0 || exact && allowance.Cmp(most) != 0 {
		if err := w.worthwhile(ctx, r, balance); err != nil {
			return nil, nil, err
		}
		amount := unlimited
		if exact {
			amount = most
		}
		if approval, err = w.approve(ctx, amount); err != nil {
			return nil, nil, err
		}
	}
	if exact {
		free = false
		return approval, w.approving.Unlock, nil
	}
	return approval, func() {}, nil
}

// allowance returns what the System contract may take and what the wallet has, in the token's smallest unit.
func (w *Wallet) allowance(ctx context.Context) (allowance, balance *big.Int, err error) {
	c, owner := w.client, w.sender.key.address()
	err = c.pool.do(ctx, func(ctx context.Context, e *conn) error {
		a := &view{to: c.token, data: tokenABI.PackAllowance(owner, c.system)}
		b := &view{to: c.token, data: tokenABI.PackBalanceOf(owner)}
		if err := e.call(ctx, "latest", a, b); err != nil {
			return err
		}
		var err1, err2 error
		allowance, err1 = tokenABI.UnpackAllowance(a.result)
		balance, err2 = tokenABI.UnpackBalanceOf(b.result)
		return errors.Join(a.err, b.err, err1, err2)
	})
	if err != nil {
		return nil, nil, fmt.Errorf("allowance of wallet %v: %w", w.Address(), err)
	}
	return allowance, balance, nil
}

// worthwhile spares the gas of an approval for a registration that could not be paid. The contract has the last word.
func (w *Wallet) worthwhile(ctx context.Context, r chain.Registration, balance *big.Int) error {
	s, err := w.client.State(ctx)
	if err != nil {
		return err
	}
	encoded, err := s.NShards.EncodedLength(r.Size)
	if err != nil {
		return err
	}
	if r.EndEpoch <= s.Epoch || uint64(r.EndEpoch) > uint64(s.Epoch)+uint64(s.MaxEpochsAhead) {
		return fmt.Errorf("%w: end epoch %d in epoch %d, at most %d ahead", chain.ErrEpochs, r.EndEpoch, s.Epoch, s.MaxEpochsAhead)
	}
	cost, err := s.Prices.Cost(encoded, uint32(r.EndEpoch-s.Epoch))
	if err != nil || cost > r.MaxCost {
		return fmt.Errorf("%w: %v, at most %v", chain.ErrPriceChanged, cost, r.MaxCost)
	}
	if balance.Cmp(tokenWei(cost)) < 0 {
		return insufficient(w.Address(), balance, tokenWei(cost))
	}
	return nil
}

// approve sends an approval. w.approving is held.
func (w *Wallet) approve(ctx context.Context, amount *big.Int) (*types.Receipt, error) {
	text := "without limit"
	if amount != unlimited {
		text = "up to " + frost(amount).String()
	}
	w.options.Notify(fmt.Sprintf("wallet %v: allowing the storage contract %v to take WAL %s", w.Address(), w.client.system, text))
	data, err := tokenABI.TryPackApprove(w.client.system, amount)
	if err != nil {
		return nil, err
	}
	r, err := w.transact(ctx, w.client.token, data)
	if err != nil {
		return nil, fmt.Errorf("approve payments from wallet %v: %w", w.Address(), err)
	}
	return r, nil
}
