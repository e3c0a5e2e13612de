package evm

import (
	"context"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
)

// RevertError is a revert that no contract of the deployment has a name for.
type RevertError struct {
	Data []byte // as the contract returned it
	text string
}

func (e *RevertError) Error() string { return e.text }

// Transact calls a contract from the wallet and returns when the transaction is included as deep as the wallet asks for. If
// the contract reverts, nothing is sent, unless it changed its mind only when the transaction was included; the error is
// then one of package chain if the deployment knows it, and otherwise holds a RevertError.
func (w *Wallet) Transact(ctx context.Context, to walrus.Address, data []byte) (chain.Receipt, error) {
	mined, err := w.transact(ctx, common.Address(to), data)
	if err != nil {
		return chain.Receipt{}, fmt.Errorf("call contract %v: %w", to, err)
	}
	return w.receipt(mined), nil
}

// Create makes a contract from creation code, its arguments appended, and returns its address. It waits and fails as
// Transact does.
func (w *Wallet) Create(ctx context.Context, code []byte) (walrus.Address, chain.Receipt, error) {
	mined, err := w.create(ctx, code)
	if err != nil {
		return walrus.Address{}, chain.Receipt{}, fmt.Errorf("create contract: %w", err)
	}
	return walrus.Address(mined.ContractAddress), w.receipt(mined), nil
}

func (w *Wallet) create(ctx context.Context, code []byte) (*types.Receipt, error) {
	gas, err := w.sender.estimate(ctx, nil, nil, code)
	if err != nil {
		return nil, err
	}
	_, wait, err := w.sender.submit(ctx, &request{data: code, gas: gas})
	if err != nil {
		return nil, err
	}
	mined, err := wait(ctx)
	if err != nil {
		return nil, err
	}
	return mined, w.sender.reverted(ctx, mined, nil, nil, code)
}

// View asks a contract at the newest block. Errors are those of Transact.
func (w *Wallet) View(ctx context.Context, to walrus.Address, data []byte) (result []byte, err error) {
	err = w.client.pool.do(ctx, func(ctx context.Context, e *conn) error {
		v := &view{to: common.Address(to), data: data}
		if err := e.call(ctx, "latest", v); err != nil {
			return err
		}
		result = v.result
		return v.err
	})
	if err != nil {
		return nil, fmt.Errorf("ask contract %v: %w", to, err)
	}
	return result, nil
}
