package access

import (
	"context"
	"errors"
	"fmt"
	"path"
	"reflect"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
	"github.com/walrus-go/walrus/chain/evm"
)

// Account deploys, calls and asks contracts; evm.Wallet is one.
type Account interface {
	Address() walrus.Address
	View(ctx context.Context, to walrus.Address, data []byte) ([]byte, error)
	Transact(ctx context.Context, to walrus.Address, data []byte) (chain.Receipt, error)
	Create(ctx context.Context, code []byte) (walrus.Address, chain.Receipt, error)
}

var _ Account = (*evm.Wallet)(nil)

// ErrContract: a contract refused a call. That the sender is not the owner is chain.ErrNotOwner, and a price above the
// agreed maximum chain.ErrPriceChanged.
var ErrContract = errors.New("the contract refused")

// contract is one contract as an account calls it.
type contract struct {
	account Account
	address walrus.Address
	unpack  func([]byte) (any, error) // of its errors
}

// Address returns where the contract is.
func (c *contract) Address() walrus.Address { return c.address }

// do sends a call and waits until it is included.
func (c *contract) do(ctx context.Context, what string, data []byte) error {
	if _, err := c.account.Transact(ctx, c.address, data); err != nil {
		return fmt.Errorf("%s: %w", what, c.meaning(err))
	}
	return nil
}

// view asks the contract and has the answer decoded.
func view1[T any](ctx context.Context, c *contract, what string, data []byte, unpack func([]byte) (T, error)) (v T, err error) {
	b, err := c.account.View(ctx, c.address, data)
	if err == nil {
		v, err = unpack(b)
	}
	if err != nil {
		var none T
		return none, fmt.Errorf("%s: %w", what, c.meaning(err))
	}
	return v, nil
}

// meaning names a revert by the contract's ABI.
func (c *contract) meaning(err error) error {
	var r *evm.RevertError
	if !errors.As(err, &r) {
		return err
	}
	e, unpackErr := c.unpack(r.Data)
	if unpackErr != nil {
		return fmt.Errorf("%w: %w", ErrContract, err)
	}
	v := reflect.Indirect(reflect.ValueOf(e))
	name := v.Type().Name()[len(path.Base(v.Type().PkgPath())):] // the bindings put the contract's name in front
	switch {
	case name == "NotOwner":
		return chain.ErrNotOwner
	case name == "CostAboveMax":
		return fmt.Errorf("%w: %+v", chain.ErrPriceChanged, v.Interface())
	case v.NumField() == 0:
		return fmt.Errorf("%w: %s", ErrContract, name)
	}
	return fmt.Errorf("%w: %s%+v", ErrContract, name, v.Interface())
}
