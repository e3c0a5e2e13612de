package evm

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"slices"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/walrus-go/walrus/chain"
)

// ErrWalletClosed: the wallet was closed while a call waited.
var ErrWalletClosed = errors.New("wallet is closed")

// errForeignNonce: the nonce of a transaction was used by one that this wallet did not sign.
var errForeignNonce = errors.New("another transaction took the nonce: is the key used elsewhere?")

// sender is the one goroutine that owns the nonces of an account (chain.md §8): it signs, journals, sends, sends
// again with a higher fee, and tells the outcome when enough blocks lie on a transaction. All fields below done
// belong to the goroutine.
type sender struct {
	pool    *pool
	chainID uint64
	key     Key
	options senderOptions
	journal *journal
	wake    func() // called when a transaction was included

	atRest uint64 // the nonce that the chain reaches when all transactions of the journal are included

	requests chan *request
	stop     context.CancelFunc
	done     chan struct{}

	next    uint64      // lowest nonce never used
	pending []*outgoing // by nonce, ascending
}

type senderOptions struct {
	finality      chain.Finality
	confirmations uint64
	maxFee        *big.Int // wei for a gas; nil = no cap
	poll          time.Duration
	resend        time.Duration
	foreign       time.Duration // how long a used nonce may be without a receipt
	notify        func(string)

	// beforeSend is called between journal and network; tests make it fail.
	beforeSend func(*types.Transaction) error
}

// request asks for a transaction.
type request struct {
	to    *common.Address // nil makes a contract
	data  []byte
	value *big.Int
	gas   uint64

	accepted chan accepted // capacity 1
	outcome  chan outcome  // capacity 1
}

// accepted tells that a transaction was signed and sent, or why not.
type accepted struct {
	nonce uint64
	hash  common.Hash
	err   error
}

// outcome tells what became of a transaction.
type outcome struct {
	receipt *types.Receipt
	err     error
}

// outgoing is a transaction that is not final.
type outgoing struct {
	nonce    uint64
	variants []*types.Transaction // with rising fees, oldest first
	sent     time.Time            // last time
	seen     *types.Receipt       // at the last look
	missing  time.Time            // since when the nonce is used and no receipt to be had
	request  *request             // nil when nobody waits any more, or after a restart
}

// openSender starts the goroutine. Transactions of the journal are taken up again.
func openSender(ctx context.Context, p *pool, chainID uint64, key Key, journalDir string, opts senderOptions, wake func()) (*sender, error) {
	j, err := openJournal(journalDir, chainID, key.address())
	if err != nil {
		return nil, err
	}
	s := &sender{
		pool: p, chainID: chainID, key: key, options: opts, journal: j, wake: wake,
		requests: make(chan *request), done: make(chan struct{}),
	}
	if err := s.takeUp(ctx); err != nil {
		return nil, errors.Join(err, j.close())
	}
	runCtx, stop := context.WithCancel(context.WithoutCancel(ctx))
	s.stop = stop
	go s.run(runCtx)
	return s, nil
}

// takeUp sets the next nonce and makes the journal's transactions pending. Those that can never be included, because
// nonces below them are free, belong to a chain that is gone.
func (s *sender) takeUp(ctx context.Context) error {
	var free uint64
	err := s.pool.do(ctx, func(ctx context.Context, e *conn) (err error) {
		free, err = e.eth.PendingNonceAt(ctx, s.key.address())
		return e.check(err)
	})
	if err != nil {
		return fmt.Errorf("nonce of wallet %v: %w", s.key.Address(), err)
	}
	s.next = free
	for _, nonce := range s.journal.nonces() {
		if nonce > s.next {
			s.options.notify(fmt.Sprintf("wallet %v: dropping a transaction with nonce %d, the chain is at %d", s.key.Address(), nonce, free))
			if err := s.journal.done(nonce); err != nil {
				return err
			}
			continue
		}
		s.next = max(s.next, nonce+1)
		s.pending = append(s.pending, &outgoing{nonce: nonce, variants: slices.Clone(s.journal.live[nonce])})
	}
	s.atRest = s.next
	return nil
}

// close stops the goroutine; who waits gets ErrWalletClosed. Transactions stay in the journal.
func (s *sender) close() error {
	s.stop()
	<-s.done
	return s.journal.close()
}

// submit signs and sends a transaction. It returns its nonce, and a function that waits for the outcome: a receipt of
// status 1 or 0. When ctx ends first the transaction may still be included.
func (s *sender) submit(ctx context.Context, r *request) (nonce uint64, wait func(context.Context) (*types.Receipt, error), err error) {
	r.accepted, r.outcome = make(chan accepted, 1), make(chan outcome, 1)
	select {
	case s.requests <- r:
	case <-ctx.Done():
		return 0, nil, ctx.Err()
	case <-s.done:
		return 0, nil, ErrWalletClosed
	}
	a := <-r.accepted // comes soon: the goroutine bounds every call
	if a.err != nil {
		return 0, nil, a.err
	}
	return a.nonce, func(ctx context.Context) (*types.Receipt, error) {
		select {
		case o := <-r.outcome:
			return o.receipt, o.err
		case <-ctx.Done():
			return nil, fmt.Errorf("transaction %v was sent and may still be included: %w", a.hash, ctx.Err())
		}
	}, nil
}

// firstLook is how soon a transaction is looked for; the pause grows from there to senderOptions.poll.
const firstLook = 10 * time.Millisecond

func (s *sender) run(ctx context.Context) {
	defer close(s.done)
	defer s.abandon()
	pause := firstLook
	timer := time.NewTimer(0)
	defer timer.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case r := <-s.requests:
			s.accept(ctx, r)
			pause = firstLook
		case <-timer.C:
			if len(s.pending) > 0 {
				s.look(ctx)
			}
			pause = min(pause*3/2, s.options.poll)
		}
		if len(s.pending) > 0 {
			timer.Reset(pause)
		}
	}
}

// abandon answers everybody who waits when the goroutine ends.
func (s *sender) abandon() {
	for _, o := range s.pending {
		o.tell(outcome{err: fmt.Errorf("transaction %v was sent and may still be included: %w", o.last().Hash(), ErrWalletClosed)})
	}
}

func (o *outgoing) last() *types.Transaction { return o.variants[len(o.variants)-1] }

// tell gives the outcome to who waits for it, once.
func (o *outgoing) tell(out outcome) {
	if o.request != nil {
		o.request.outcome <- out
		o.request = nil
	}
}

// accept carries out a request up to the first sending.
func (s *sender) accept(ctx context.Context, r *request) {
	o, err := s.first(ctx, r)
	if err != nil {
		r.accepted <- accepted{err: err}
		return
	}
	o.request = r
	s.pending = append(s.pending, o)
	r.accepted <- accepted{nonce: o.nonce, hash: o.last().Hash()}
}

// first signs a transaction and sends it. One that an endpoint refuses is forgotten, and its nonce used again.
func (s *sender) first(ctx context.Context, r *request) (*outgoing, error) {
	for range 5 {
		fees, err := s.fees(ctx, r)
		if err != nil {
			return nil, err
		}
		nonce := s.next
		if len(s.pending) == 0 {
			nonce = max(nonce, fees.nonce) // the key may have been used elsewhere
		}
		tx, err := s.sign(nonce, r.to, r.value, r.data, r.gas, fees.tip, fees.cap)
		if err != nil {
			return nil, err
		}
		o := &outgoing{nonce: nonce, variants: []*types.Transaction{tx}, sent: time.Now()}
		err = s.sendFirst(ctx, tx)
		if !errors.Is(err, errRefused) {
			s.next = nonce + 1 // sent, or perhaps sent: it is sent again until its fate is known
			return o, nil
		}
		if err2 := s.journal.done(nonce); err2 != nil {
			return nil, errors.Join(err, err2)
		}
		if !errors.Is(err, errForeignNonce) {
			return nil, err
		}
		s.next = nonce + 1
	}
	return nil, fmt.Errorf("send from wallet %v: %w", s.key.Address(), errForeignNonce)
}

// sendFirst sends, and sends again for a moment while it is refused for no reason that the chain's state shows: the pool of an
// endpoint follows its chain a little later.
func (s *sender) sendFirst(ctx context.Context, tx *types.Transaction) (err error) {
	for pause := 2 * firstLook; pause < time.Second; pause *= 2 {
		err = s.send(ctx, tx)
		if !errors.Is(err, errRefused) || errors.Is(err, errForeignNonce) || errors.Is(err, chain.ErrNoGasCoin) {
			return err
		}
		if sleep(ctx, pause) != nil {
			return err
		}
	}
	return err
}

// sign makes a transaction and records it in the journal.
func (s *sender) sign(nonce uint64, to *common.Address, value *big.Int, data []byte, gas uint64, tip, cap *big.Int) (*types.Transaction, error) {
	tx, err := s.key.sign(&types.DynamicFeeTx{
		ChainID: bigUint(s.chainID), Nonce: nonce, To: to, Value: value, Data: data, Gas: gas, GasTipCap: tip, GasFeeCap: cap,
	})
	if err != nil {
		return nil, fmt.Errorf("sign transaction: %w", err)
	}
	return tx, s.journal.signed(tx)
}
