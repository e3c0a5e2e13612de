package chaintest

import (
	"context"
	"fmt"
	"math/big"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
)

// Fees of the in-memory chain: 1 gwei for a gas.
const (
	registerGas = 130_000
	certifyGas  = 240_000
)

// Wallet is an account of a Chain.
type Wallet struct {
	chain   *Chain
	address walrus.Address
}

var _ chain.Wallet = (*Wallet)(nil)

// NewWallet returns the account of that name, and adds to what it holds: tokens, and native coin in gwei. Asked again
// with nothing to add it is the same account, as after a restart.
func (c *Chain) NewWallet(name string, wal walrus.Frost, gasGwei uint64) *Wallet {
	w := &Wallet{c, address("account", name)}
	c.mu.Lock()
	defer c.mu.Unlock()
	a := c.accounts[w.address]
	if a == nil {
		a = new(account)
		c.accounts[w.address] = a
	}
	a.wal += wal
	a.gas += gasGwei
	return w
}

// Address implements chain.Wallet.
func (w *Wallet) Address() walrus.Address { return w.address }

// Balances implements chain.Wallet.
func (w *Wallet) Balances(ctx context.Context) (b chain.Balances, err error) {
	return b, w.chain.call(ctx, "Balances", func() error {
		a := w.chain.accounts[w.address]
		b = chain.Balances{WAL: a.wal, GasWei: gwei(a.gas)}
		return nil
	})
}

// Register implements chain.Wallet.
func (w *Wallet) Register(ctx context.Context, r chain.Registration) (receipt chain.Receipt, id walrus.ObjectID, err error) {
	err = w.chain.call(ctx, "Register", func() error {
		c := w.chain
		if r.Owner.IsZero() {
			r.Owner = w.address
		}
		cost, commit, err := c.register(r)
		if err != nil {
			return err
		}
		a := c.accounts[w.address]
		if a.wal < cost {
			return fmt.Errorf("%w: wallet %v has %v, needs %v", chain.ErrNoPaymentCoin, w.address, a.wal, cost)
		}
		receipt, err = c.transact(w.address, registerGas, func() error {
			a.wal -= cost
			id = commit()
			return nil
		})
		receipt.Cost = cost
		return err
	})
	if err != nil {
		return chain.Receipt{}, walrus.ObjectID{}, fmt.Errorf("register blob %v: %w", r.BlobID, err)
	}
	return receipt, id, nil
}

// Certify implements chain.Wallet.
func (w *Wallet) Certify(ctx context.Context, object walrus.ObjectID, cert *walrus.Certificate) (receipt chain.Receipt, err error) {
	err = w.chain.call(ctx, "Certify", func() (err error) {
		receipt, err = w.chain.transact(w.address, certifyGas, func() error {
			_, err := w.chain.certify(object, cert)
			return err
		})
		return err
	})
	if err != nil {
		return chain.Receipt{}, fmt.Errorf("certify object %v: %w", object, err)
	}
	return receipt, nil
}

// transact runs one transaction in a block of its own and charges the gas. A transaction that fails is never sent,
// so it makes no block and costs nothing. c.mu is held.
func (c *Chain) transact(from walrus.Address, gas uint64, do func() error) (chain.Receipt, error) {
	a := c.accounts[from]
	if a.gas < gas {
		return chain.Receipt{}, fmt.Errorf("%w: wallet %v has %d gwei, needs %d", chain.ErrNoGasCoin, from, a.gas, gas)
	}
	c.txs++
	if err := do(); err != nil {
		c.txs--
		return chain.Receipt{}, err
	}
	a.gas -= gas
	return chain.Receipt{Tx: c.txHash(), Block: c.addBlock().Number, GasUsed: gas, GasCostWei: gwei(gas)}, nil
}

func gwei(n uint64) *big.Int { return new(big.Int).Mul(new(big.Int).SetUint64(n), big.NewInt(1e9)) }
