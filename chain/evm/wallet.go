package evm

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
	"github.com/walrus-go/walrus/internal/bls"
)

// Approval is how many tokens a wallet lets the System contract take (evm-profile.md §4).
type Approval string

// The rules: once without limit, or before each registration just its maximum.
const (
	ApprovalUnlimited Approval = "unlimited"
	ApprovalExact     Approval = "exact"
)

// WalletOptions are the settings of a wallet. The zero value asks for the defaults.
type WalletOptions struct {
	Approval Approval // empty = unlimited
	// MaxFeeGwei caps the price of a gas; 0 = no cap.
	MaxFeeGwei uint64
	// Confirmations is how many blocks have to lie on a transaction; 0 = the network's default: none where
	// finality is latest, else 2.
	Confirmations uint64
	// Journal is the directory where signed transactions are kept until they are final. Empty = none: a transaction
	// under way is then forgotten when the process ends.
	Journal string
	// LockWait is how long to wait for another process that has the journal open; 0 = not at all (ErrWalletInUse).
	LockWait time.Duration
	// Notify is told in words what a user wants to know: approvals, transactions sent again. It must return soon.
	Notify func(string)
	// ResendAfter is how long a transaction waits for its block before it is sent again; 0 = 15 s.
	ResendAfter time.Duration

	foreign    time.Duration                  // see senderOptions; 0 = one minute
	beforeSend func(*types.Transaction) error // see senderOptions
}

// Validate reports a setting that is none.
func (o *WalletOptions) Validate() error {
	if o.Approval != "" && o.Approval != ApprovalUnlimited && o.Approval != ApprovalExact {
		return fmt.Errorf("approval %q is neither unlimited nor exact", string(o.Approval))
	}
	return nil
}

// Wallet is an account that pays for storage. It implements chain.Wallet.
type Wallet struct {
	client  *Client
	options WalletOptions
	sender  *sender

	approving sync.Mutex // held while an allowance is checked and raised
}

var _ chain.Wallet = (*Wallet)(nil)

// OpenWallet opens an account. Transactions that an earlier process left in the journal are taken up. The client stays
// the caller's, and must be closed after the wallet.
func OpenWallet(ctx context.Context, c *Client, key Key, opts WalletOptions) (*Wallet, error) {
	if err := opts.Validate(); err != nil {
		return nil, err
	}
	if opts.Notify == nil {
		opts.Notify = func(string) {}
	}
	s, err := openSender(ctx, c.pool, c.network.ChainID, key, opts.Journal, opts.sender(c), c.Wake)
	for end := time.Now().Add(opts.LockWait); errors.Is(err, ErrWalletInUse) && time.Now().Before(end); {
		if err := sleep(ctx, 50*time.Millisecond); err != nil {
			return nil, err
		}
		s, err = openSender(ctx, c.pool, c.network.ChainID, key, opts.Journal, opts.sender(c), c.Wake)
	}
	if err != nil {
		return nil, fmt.Errorf("open wallet %v: %w", key.Address(), err)
	}
	return &Wallet{client: c, options: opts, sender: s}, nil
}

// sender returns the settings of the goroutine behind a wallet.
func (o *WalletOptions) sender(c *Client) senderOptions {
	s := senderOptions{
		finality: c.network.Finality, confirmations: o.Confirmations, poll: c.options.PollInterval,
		resend: o.ResendAfter, foreign: o.foreign, notify: o.Notify, beforeSend: o.beforeSend,
	}
	if s.foreign <= 0 {
		s.foreign = time.Minute
	}
	if s.confirmations == 0 && s.finality != chain.FinalityLatest {
		s.confirmations = 2
	}
	if s.resend <= 0 {
		s.resend = 15 * time.Second
	}
	if o.MaxFeeGwei > 0 {
		s.maxFee = new(big.Int).Mul(bigUint(o.MaxFeeGwei), weiPerGwei)
	}
	return s
}

// weiPerGwei is the worth of one gwei in the smallest unit of the native coin.
var weiPerGwei = big.NewInt(1_000_000_000)

// Close stops the wallet; calls that wait get ErrWalletClosed. Transactions under way stay in the journal.
func (w *Wallet) Close() error { return w.sender.close() }

// Address implements chain.Wallet.
func (w *Wallet) Address() walrus.Address { return w.sender.key.Address() }

// Balances implements chain.Wallet.
func (w *Wallet) Balances(ctx context.Context) (b chain.Balances, err error) {
	err = w.client.pool.do(ctx, func(ctx context.Context, e *conn) error {
		v := &view{to: w.client.token, data: tokenABI.PackBalanceOf(w.sender.key.address())}
		if err := e.call(ctx, "latest", v); err != nil {
			return err
		}
		wal, err := tokenABI.UnpackBalanceOf(v.result)
		if err := errors.Join(v.err, err); err != nil {
			return err
		}
		gas, err := e.eth.BalanceAt(ctx, w.sender.key.address(), nil)
		b = chain.Balances{WAL: frost(wal), GasWei: gas}
		return e.check(err)
	})
	if err != nil {
		return chain.Balances{}, fmt.Errorf("balances of wallet %v: %w", w.Address(), err)
	}
	return b, nil
}

// Register implements chain.Wallet. Before the first registration it lets the System contract take tokens; the gas of
// that is part of the receipt.
func (w *Wallet) Register(ctx context.Context, r chain.Registration) (chain.Receipt, walrus.ObjectID, error) {
	receipt, id, err := w.register(ctx, r)
	if errors.Is(err, walrus.ErrBlobTooLarge) {
		if _, limit := w.client.shards().SymbolSize(r.Size); limit != nil {
			err = limit
		}
	}
	if err != nil {
		return chain.Receipt{}, walrus.ObjectID{}, fmt.Errorf("register blob %v: %w", r.BlobID, err)
	}
	return receipt, id, nil
}

func (w *Wallet) register(ctx context.Context, r chain.Registration) (chain.Receipt, walrus.ObjectID, error) {
	if r.Owner.IsZero() {
		r.Owner = w.Address()
	}
	approval, release, err := w.allow(ctx, r)
	if err != nil {
		return chain.Receipt{}, walrus.ObjectID{}, err
	}
	defer release()
	data, err := systemABI.TryPackReserveAndRegister(r.BlobID, r.RootHash, r.Size, uint8(r.EncodingType), r.Deletable,
		uint32(r.EndEpoch), uint64(r.MaxCost), common.Address(r.Owner))
	if err != nil {
		return chain.Receipt{}, walrus.ObjectID{}, err
	}
	mined, err := w.transact(ctx, w.client.system, data)
	if err != nil {
		return chain.Receipt{}, walrus.ObjectID{}, err
	}
	id, err := w.registered(mined, r.BlobID)
	receipt := w.receipt(mined)
	if approval != nil {
		receipt.GasUsed += approval.GasUsed
		receipt.GasCostWei.Add(receipt.GasCostWei, gasCost(approval))
	}
	return receipt, id, err
}

// registered returns the object that a transaction registered for a blob.
func (w *Wallet) registered(mined *types.Receipt, blob walrus.BlobID) (walrus.ObjectID, error) {
	for _, l := range mined.Logs {
		if l.Address != w.client.system || len(l.Topics) == 0 || l.Topics[0] != blobRegisteredTopic {
			continue
		}
		event, err := decodeEvent(l)
		if err != nil {
			return walrus.ObjectID{}, err
		}
		if e := event.(chain.BlobRegistered); e.BlobID == blob {
			return e.Object, nil
		}
	}
	return walrus.ObjectID{}, fmt.Errorf("transaction %v has no event BlobRegistered of the blob", mined.TxHash)
}

// Certify implements chain.Wallet.
func (w *Wallet) Certify(ctx context.Context, object walrus.ObjectID, cert *walrus.Certificate) (chain.Receipt, error) {
	receipt, err := w.certify(ctx, object, cert)
	if err != nil {
		return chain.Receipt{}, fmt.Errorf("certify object %v: %w", object, err)
	}
	return receipt, nil
}

func (w *Wallet) certify(ctx context.Context, object walrus.ObjectID, cert *walrus.Certificate) (chain.Receipt, error) {
	signature, err := bls.ParseSignature(cert.Signature)
	if err != nil {
		return chain.Receipt{}, fmt.Errorf("%w: %w", chain.ErrCertificationFailed, err)
	}
	point := signature.EIP2537()
	data, err := systemABI.TryPackCertify(object, cert.Signers, point[:], cert.Message)
	if err != nil {
		return chain.Receipt{}, err
	}
	mined, err := w.transact(ctx, w.client.system, data)
	if err != nil {
		return chain.Receipt{}, err
	}
	return w.receipt(mined), nil
}

// transact calls a contract and waits until the transaction is included as deep as asked for. What the contract has
// against it is found out before anything is sent.
func (w *Wallet) transact(ctx context.Context, to common.Address, data []byte) (*types.Receipt, error) {
	_, wait, err := w.start(ctx, to, nil, data)
	if err != nil {
		return nil, err
	}
	return wait(ctx)
}

// start sends a transaction and returns what waits for it.
func (w *Wallet) start(ctx context.Context, to common.Address, value *big.Int, data []byte) (nonce uint64, wait func(context.Context) (*types.Receipt, error), err error) {
	gas, err := w.sender.estimate(ctx, &to, value, data)
	if err != nil {
		return 0, nil, err
	}
	nonce, sent, err := w.sender.submit(ctx, &request{to: &to, data: data, value: value, gas: gas})
	if err != nil {
		return 0, nil, err
	}
	return nonce, func(ctx context.Context) (*types.Receipt, error) {
		r, err := sent(ctx)
		if err != nil {
			return nil, err
		}
		return r, w.sender.reverted(ctx, r, &to, value, data)
	}, nil
}

// receipt turns a receipt of the chain into that of the interface: cost is what went from the wallet to System.
func (w *Wallet) receipt(mined *types.Receipt) chain.Receipt {
	cost := new(big.Int)
	for _, l := range mined.Logs {
		if l.Address != w.client.token || len(l.Topics) == 0 || l.Topics[0] != transferTopic {
			continue
		}
		t, err := tokenABI.UnpackTransferEvent(l)
		if err == nil && t.From == w.sender.key.address() && t.To == w.client.system {
			cost.Add(cost, t.Value)
		}
	}
	return chain.Receipt{
		Tx: walrus.TxHash(mined.TxHash), Block: mined.BlockNumber.Uint64(), Cost: frost(cost),
		GasUsed: mined.GasUsed, GasCostWei: gasCost(mined),
	}
}

func gasCost(r *types.Receipt) *big.Int {
	if r.EffectiveGasPrice == nil {
		return new(big.Int)
	}
	return new(big.Int).Mul(r.EffectiveGasPrice, bigUint(r.GasUsed))
}

// shards returns the number of shards of the network.
func (c *Client) shards() walrus.ShardCount {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.nShards
}
