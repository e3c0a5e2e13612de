package evm

import (
	"context"
	"errors"
	"math/big"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
	"github.com/walrus-go/walrus/chain/chaintest"
)

// gate is a hook between journal and network that tests change.
type gate struct {
	mu   sync.Mutex
	hook func(*types.Transaction) error
}

func (g *gate) set(hook func(*types.Transaction) error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.hook = hook
}

func (g *gate) pass(tx *types.Transaction) error {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.hook == nil {
		return nil
	}
	return g.hook(tx)
}

// TestJournalledTransactionIsSentAfterRestart dies between journal and network: the next process sends what was signed.
func TestJournalledTransactionIsSentAfterRestart(t *testing.T) {
	d := testNetwork(t, 4, 10)
	key := d.newKey(t, 10*walrus.WAL, ether(1))
	dir := t.TempDir()
	var g gate
	w, err := OpenWallet(t.Context(), d.client, key, WalletOptions{Journal: dir, beforeSend: g.pass})
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Approve(t.Context()); err != nil {
		t.Fatal(err)
	}
	signed := make(chan common.Hash, 10)
	g.set(func(tx *types.Transaction) error {
		signed <- tx.Hash()
		return errors.New("the process dies here")
	})
	r := chaintest.NewRegistration("journalled", 9, true, 2)
	failed := make(chan error, 1)
	go func() {
		_, _, err := w.Register(context.Background(), r)
		failed <- err
	}()
	first := <-signed
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := <-failed; !errors.Is(err, ErrWalletClosed) {
		t.Fatalf("the call ended with %v, want ErrWalletClosed", err)
	}
	if blobs, err := d.client.BlobsOf(t.Context(), key.Address()); err != nil || len(blobs) != 0 {
		t.Fatalf("before the restart: %d blobs, %v", len(blobs), err)
	}

	again := openTestWallet(t, d.client, key, WalletOptions{Journal: dir})
	if _, _, err := again.Register(t.Context(), chaintest.NewRegistration("after", 9, true, 2)); err != nil {
		t.Fatal(err)
	}
	blobs, err := d.client.BlobsOf(t.Context(), key.Address())
	if err != nil || len(blobs) != 2 || blobs[0].ID != r.BlobID {
		t.Fatalf("after the restart: %+v, %v", blobs, err)
	}
	if receipt, err := ethReceipt(t, d.client, first); err != nil || receipt.Status != 1 {
		t.Fatalf("the journalled transaction: %+v, %v", receipt, err)
	}
}

func ethReceipt(t *testing.T, c *Client, hash common.Hash) (r *types.Receipt, err error) {
	t.Helper()
	err = c.pool.do(t.Context(), func(ctx context.Context, e *conn) (err error) {
		r, err = e.eth.TransactionReceipt(ctx, hash)
		return err
	})
	return r, err
}

func TestWalletInUse(t *testing.T) {
	d := testNetwork(t, 4, 10)
	key := d.newKey(t, walrus.WAL, ether(1))
	dir := t.TempDir()
	w, err := OpenWallet(t.Context(), d.client, key, WalletOptions{Journal: dir})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := OpenWallet(t.Context(), d.client, key, WalletOptions{Journal: dir}); !errors.Is(err, ErrWalletInUse) {
		t.Fatalf("a second wallet: %v, want ErrWalletInUse", err)
	}
	closed := make(chan error, 1)
	time.AfterFunc(200*time.Millisecond, func() { closed <- w.Close() })
	openTestWallet(t, d.client, key, WalletOptions{Journal: dir, LockWait: time.Minute})
	if err := <-closed; err != nil {
		t.Fatal(err)
	}
}

// TestNonceUsedElsewhere uses one key in two wallets: each finds a nonce that is free.
func TestNonceUsedElsewhere(t *testing.T) {
	d := testNetwork(t, 4, 10)
	key := d.newKey(t, 100*walrus.WAL, ether(1))
	a := openTestWallet(t, d.client, key, WalletOptions{})
	b := openTestWallet(t, d.client, key, WalletOptions{})
	for i := range 3 {
		for _, w := range []*Wallet{a, b} {
			if _, _, err := w.Register(t.Context(), chaintest.NewRegistration(string(rune('a'+i)), 9, true, 2)); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// TestForeignTransactionTakesTheNonce: what was signed can never be included, which is told and not waited for.
func TestForeignTransactionTakesTheNonce(t *testing.T) {
	d := testNetwork(t, 4, 10)
	key := d.newKey(t, 100*walrus.WAL, ether(1))
	var g gate
	a := openTestWallet(t, d.client, key, WalletOptions{Journal: t.TempDir(), foreign: 200 * time.Millisecond, beforeSend: g.pass})
	b := openTestWallet(t, d.client, key, WalletOptions{})
	if err := a.Approve(t.Context()); err != nil {
		t.Fatal(err)
	}
	held := make(chan struct{}, 100)
	g.set(func(*types.Transaction) error {
		held <- struct{}{}
		return errors.New("the network is away")
	})
	failed := make(chan error, 1)
	go func() {
		_, _, err := a.Register(context.Background(), chaintest.NewRegistration("held", 9, true, 2))
		failed <- err
	}()
	<-held
	if _, _, err := b.Register(t.Context(), chaintest.NewRegistration("faster", 9, true, 2)); err != nil {
		t.Fatal(err)
	}
	if err := <-failed; !errors.Is(err, errForeignNonce) {
		t.Fatalf("the call ended with %v", err)
	}
	g.set(nil)
	if _, _, err := a.Register(t.Context(), chaintest.NewRegistration("again", 9, true, 2)); err != nil {
		t.Fatal(err)
	}
}

// TestFeeIsRaised lets transactions wait for their block: they are sent again, the first with more fee each time, and
// one variant of each is included.
func TestFeeIsRaised(t *testing.T) {
	a := openAnvil(t, "--hardfork", "prague")
	d := anvilNetwork(t, a, chain.FinalityLatest)
	var g gate
	w := openTestWallet(t, d.client, d.newKey(t, 100*walrus.WAL, ether(1)), WalletOptions{
		ResendAfter: 200 * time.Millisecond, Journal: t.TempDir(), beforeSend: g.pass,
	})
	if err := w.Approve(t.Context()); err != nil {
		t.Fatal(err)
	}
	a.call(t, "evm_setAutomine", false)
	var mu sync.Mutex
	sent := make(map[uint64][]*types.Transaction)
	enough := make(chan struct{})
	var once sync.Once
	g.set(func(tx *types.Transaction) error {
		mu.Lock()
		defer mu.Unlock()
		of := sent[tx.Nonce()]
		if len(of) == 0 || of[len(of)-1].Hash() != tx.Hash() {
			sent[tx.Nonce()] = append(of, tx)
		}
		if len(sent[tx.Nonce()]) >= 3 {
			once.Do(func() { close(enough) })
		}
		return nil
	})
	done := make(chan error, 2)
	for _, seed := range []string{"one", "two"} {
		go func() {
			_, _, err := w.Register(context.Background(), chaintest.NewRegistration(seed, 9, true, 2))
			done <- err
		}()
	}
	select {
	case <-enough:
	case <-time.After(20 * time.Second):
		t.Fatal("no transaction was sent three times")
	}
	a.call(t, "evm_setAutomine", true)
	a.call(t, "anvil_mine", "0x1")
	for range 2 {
		if err := <-done; err != nil {
			t.Fatal(err)
		}
	}
	mu.Lock()
	defer mu.Unlock()
	for nonce, variants := range sent {
		for i := 1; i < len(variants); i++ {
			old, raised := variants[i-1], variants[i]
			if !tenPercentMore(old.GasFeeCap(), raised.GasFeeCap()) || !tenPercentMore(old.GasTipCap(), raised.GasTipCap()) {
				t.Errorf("nonce %d: fee %v tip %v is followed by fee %v tip %v", nonce, old.GasFeeCap(), old.GasTipCap(), raised.GasFeeCap(), raised.GasTipCap())
			}
		}
	}
}

func tenPercentMore(a, b *big.Int) bool {
	return new(big.Int).Mul(b, big.NewInt(10)).Cmp(new(big.Int).Mul(a, big.NewInt(11))) >= 0
}

func TestMaxFee(t *testing.T) {
	a := openAnvil(t, "--hardfork", "prague")
	d := anvilNetwork(t, a, chain.FinalityLatest)
	var g gate
	w := openTestWallet(t, d.client, d.newKey(t, 100*walrus.WAL, ether(1)), WalletOptions{
		ResendAfter: 50 * time.Millisecond, MaxFeeGwei: 3, beforeSend: g.pass,
	})
	a.call(t, "evm_setAutomine", false)
	var mu sync.Mutex
	var caps []*big.Int
	g.set(func(tx *types.Transaction) error {
		mu.Lock()
		defer mu.Unlock()
		caps = append(caps, tx.GasFeeCap())
		return nil
	})
	ctx, cancel := context.WithTimeout(t.Context(), time.Second)
	defer cancel()
	if err := w.Approve(ctx); !errors.Is(err, context.DeadlineExceeded) || !strings.Contains(err.Error(), "may still be included") {
		t.Fatalf("without blocks: %v", err)
	}
	mu.Lock()
	defer mu.Unlock()
	if len(caps) < 2 {
		t.Fatalf("sent %d times", len(caps))
	}
	for _, c := range caps {
		if c.Cmp(big.NewInt(3e9)) > 0 {
			t.Fatalf("offered %v wei for a gas, at most 3 gwei are allowed", c)
		}
	}
}

// anvilNetwork deploys a small network on anvil.
func anvilNetwork(t *testing.T, a *anvil, f chain.Finality) *deployed {
	t.Helper()
	g, _, err := chaintest.NewGenesis(t.Name(), 10, 4)
	if err != nil {
		t.Fatal(err)
	}
	d, err := deployOn(t, &a.testChain, g)
	if err != nil {
		t.Fatal(err)
	}
	d.network.Finality = f
	d.client = dial(t, d.network, testOptions())
	return d
}

// TestReorganisedTransactionsAreSentAgain drops blocks with transactions of a wallet: all are included again, and the
// calls return only when enough blocks lie on them.
func TestReorganisedTransactionsAreSentAgain(t *testing.T) {
	a := openAnvil(t, "--hardfork", "prague")
	d := anvilNetwork(t, a, "depth:6")
	w := openTestWallet(t, d.client, d.newKey(t, 100*walrus.WAL, ether(1)), WalletOptions{Confirmations: 3, Journal: t.TempDir()})
	approved := make(chan error, 1)
	go func() { approved <- w.Approve(context.Background()) }()
	mineUntil(t, a, approved, 1)
	type result struct {
		id  walrus.ObjectID
		err error
	}
	results := make(chan result, 3)
	for _, seed := range []string{"one", "two", "three"} {
		go func() {
			_, id, err := w.Register(context.Background(), chaintest.NewRegistration(seed, 9, true, 2))
			results <- result{id, err}
		}()
	}
	waitNonce(t, d.client, w, 4)
	a.reorg(t, 3)
	if n := nonceOf(t, d.client, w); n == 4 {
		t.Fatal("the reorganisation dropped nothing")
	}
	waitNonce(t, d.client, w, 4)
	select {
	case r := <-results:
		t.Fatalf("a call returned %v, %v before three blocks lay on it", r.id, r.err)
	case <-time.After(200 * time.Millisecond):
	}
	a.call(t, "anvil_mine", "0x3")
	for range 3 {
		r := <-results
		if r.err != nil {
			t.Fatal(r.err)
		}
		if _, err := d.client.Blob(t.Context(), r.id); err != nil {
			t.Fatal(err)
		}
	}
	a.reorg(t, 5) // the calls have returned; the transactions are not final yet
	if n := nonceOf(t, d.client, w); n == 4 {
		t.Fatal("the second reorganisation dropped nothing")
	}
	waitNonce(t, d.client, w, 4)
	a.call(t, "anvil_mine", "0x8")
	deadline := time.Now().Add(5 * time.Second)
	for !journalIsEmpty(t, w.sender.journal.path) {
		if time.Now().After(deadline) {
			t.Fatal("the journal still holds transactions that are final")
		}
		time.Sleep(20 * time.Millisecond)
	}
}

// journalIsEmpty reports whether a journal on disk has no live transaction.
func journalIsEmpty(t *testing.T, path string) bool {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var j journal
	j.chainID, j.account = 31337, common.Address{}
	copy(j.account[:], b[13:33])
	if _, err := j.parse(b); err != nil {
		t.Fatal(err)
	}
	return len(j.live) == 0
}

// mineUntil makes blocks until a call returned.
func mineUntil(t *testing.T, a *anvil, done <-chan error, step int) {
	t.Helper()
	for {
		select {
		case err := <-done:
			if err != nil {
				t.Fatal(err)
			}
			return
		case <-time.After(50 * time.Millisecond):
			a.mine(t, step)
		}
	}
}

func nonceOf(t *testing.T, c *Client, w *Wallet) (n uint64) {
	t.Helper()
	err := c.pool.do(t.Context(), func(ctx context.Context, e *conn) (err error) {
		n, err = e.eth.NonceAt(ctx, w.sender.key.address(), nil)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func waitNonce(t *testing.T, c *Client, w *Wallet, want uint64) {
	t.Helper()
	for deadline := time.Now().Add(10 * time.Second); nonceOf(t, c, w) < want; {
		if time.Now().After(deadline) {
			t.Fatalf("the account is at nonce %d, want %d", nonceOf(t, c, w), want)
		}
		time.Sleep(20 * time.Millisecond)
	}
}

func TestApprovals(t *testing.T) {
	d := testNetwork(t, 4, 10)
	const price = 120_000 // one unit, one epoch
	for rule, want := range map[Approval]struct {
		notices int
		left    *big.Int
	}{
		ApprovalUnlimited: {1, unlimited},
		ApprovalExact:     {2, tokenWei(walrus.WAL - price)},
	} {
		t.Run(string(rule), func(t *testing.T) {
			var notices []string
			w := openTestWallet(t, d.client, d.newKey(t, 100*walrus.WAL, ether(1)), WalletOptions{
				Approval: rule, Notify: func(s string) { notices = append(notices, s) },
			})
			for _, seed := range []string{"a", "b"} {
				r := chaintest.NewRegistration(seed, 9, true, 2)
				r.MaxCost = walrus.WAL
				receipt, _, err := w.Register(t.Context(), r)
				if err != nil || receipt.Cost != price {
					t.Fatalf("receipt %+v, %v", receipt, err)
				}
				own, err := ethReceipt(t, d.client, common.Hash(receipt.Tx))
				if err != nil {
					t.Fatal(err)
				}
				approval := receipt.GasUsed - own.GasUsed // between the base cost and that of a fresh storage slot
				if needed := seed == "a" || rule == ApprovalExact; needed != (approval > 21_000 && approval < 60_000) {
					t.Errorf("registration %s used %d gas, reported are %d", seed, own.GasUsed, receipt.GasUsed)
				}
			}
			if len(notices) != want.notices || !strings.Contains(notices[0], d.client.system.String()) {
				t.Errorf("notices %q, want %d that name the contract", notices, want.notices)
			}
			left, _, err := w.allowance(t.Context())
			if err != nil || left.Cmp(want.left) != 0 {
				t.Errorf("allowance left %v, %v; want %v", left, err, want.left)
			}
		})
	}
	if _, err := OpenWallet(t.Context(), d.client, d.chain.faucet, WalletOptions{Approval: "all"}); err == nil {
		t.Error("an unknown rule was accepted")
	}
}

func TestKeyFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "wallet.json")
	key, err := CreateKey(path, "open sesame", ScryptLight)
	if err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Fatalf("mode %v, %v", info.Mode(), err)
	}
	again, err := LoadKey(path, "open sesame")
	if err != nil || again.Address() != key.Address() {
		t.Fatalf("loaded %v, %v; want %v", again, err, key)
	}
	if _, err := LoadKey(path, "open barley"); !errors.Is(err, ErrWrongPassword) {
		t.Fatalf("wrong password: %v", err)
	}
	if _, err := CreateKey(path, "x", ScryptLight); !errors.Is(err, os.ErrExist) {
		t.Fatalf("a second key in the same file: %v", err)
	}
	if third, err := LoadKey(path, "open sesame"); err != nil || third.Address() != key.Address() {
		t.Fatalf("the first key is gone: %v", err)
	}
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil || !slices.ContainsFunc(entries, func(e os.DirEntry) bool { return e.Name() == "wallet.json" }) || len(entries) != 1 {
		t.Fatalf("directory holds %v, %v", entries, err)
	}
}

// TestAnswerOfSendIsLost lets endpoints take transactions and not say so: each is included once.
func TestAnswerOfSendIsLost(t *testing.T) {
	for name, f := range map[string]fault{"error": lie, "no answer": cutHalf} {
		t.Run(name, func(t *testing.T) {
			d := testNetwork(t, 4, 10)
			a, b := newProxy(t, d.chain.url), newProxy(t, d.chain.url)
			n := d.network
			n.RPCURLs = []string{a.URL, b.URL}
			key := d.newKey(t, 1000*walrus.WAL, ether(10))
			struck := 0
			for _, p := range []*proxy{a, b} {
				p.setFault(func(body string) fault {
					if strings.Contains(body, "eth_sendRawTransaction") {
						struck++
						return f
					}
					return pass
				})
			}
			w := openTestWallet(t, dial(t, n, testOptions()), key, WalletOptions{})
			for _, seed := range []string{"a", "b", "c"} {
				if _, _, err := w.Register(t.Context(), chaintest.NewRegistration(seed, 9, true, 2)); err != nil {
					t.Fatal(err)
				}
			}
			if blobs, err := d.client.BlobsOf(t.Context(), key.Address()); err != nil || len(blobs) != 3 {
				t.Fatalf("%d blobs, %v", len(blobs), err)
			}
			if n := nonceOf(t, d.client, w); n != 4 || struck < 4 {
				t.Fatalf("%d transactions, want 4; %d answers were lost", n, struck)
			}
		})
	}
}

// TestBlobsFollowTheirOwner transfers an object.
func TestBlobsFollowTheirOwner(t *testing.T) {
	d := testNetwork(t, 4, 10)
	from := openTestWallet(t, d.client, d.newKey(t, 1000*walrus.WAL, ether(10)), WalletOptions{})
	to := common.Address{7}
	var ids []walrus.ObjectID
	for _, seed := range []string{"stays", "goes"} {
		_, id, err := from.Register(t.Context(), chaintest.NewRegistration(seed, 9, true, 2))
		if err != nil {
			t.Fatal(err)
		}
		ids = append(ids, id)
	}
	token := new(big.Int).SetBytes(ids[1][:])
	if _, err := from.transact(t.Context(), d.client.system, systemABI.PackTransferFrom(from.sender.key.address(), to, token)); err != nil {
		t.Fatal(err)
	}
	for owner, want := range map[walrus.Address]walrus.ObjectID{from.Address(): ids[0], walrus.Address(to): ids[1]} {
		if blobs, err := d.client.BlobsOf(t.Context(), owner); err != nil || len(blobs) != 1 || blobs[0].Object != want {
			t.Errorf("blobs of %v: %+v, %v; want %v", owner, blobs, err, want)
		}
	}
}
