package evm

import (
	"context"
	"errors"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/google/go-cmp/cmp"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
	"github.com/walrus-go/walrus/chain/chaintest"
)

// TestLogOverReorganisations reads the log while blocks are added and replaced at random, never deeper than what counts
// as final. What was read is in the end what the chain holds.
func TestLogOverReorganisations(t *testing.T) {
	a := openAnvil(t, "--hardfork", "prague")
	const depth = 8
	d := anvilNetwork(t, a, "depth:8")
	w := openTestWallet(t, d.client, d.newKey(t, 1000*walrus.WAL, ether(10)), WalletOptions{ResendAfter: time.Minute})
	approveMining(t, a, w)
	a.mine(t, depth+1)                  // the deployment and the funds are final
	a.call(t, "evm_setAutomine", false) // anvil loses its way when it reorganises while it makes a block
	random := rand.New(rand.NewPCG(1, 2))
	var got []chain.Element
	var at chain.Cursor
	read := func(patience time.Duration) {
		ctx, cancel := context.WithTimeout(t.Context(), patience)
		defer cancel()
		page, next, err := dial(t, d.network, testOptions()).Next(ctx, at, 1+random.IntN(7))
		if err != nil && !errors.Is(err, context.DeadlineExceeded) {
			t.Fatalf("log after %v: %v", at, err)
		}
		got, at = append(got, page...), next
	}
	results := make(chan error, 100)
	sent := 0
	for i := range 60 {
		switch random.IntN(3) {
		case 0:
			r := chaintest.NewRegistration(string(rune('A'+i)), 9, true, 2)
			go func() {
				_, _, err := w.Register(context.Background(), r)
				results <- err
			}()
			sent++
		case 1:
			a.mine(t, 1+random.IntN(4))
		case 2:
			a.reorg(t, 1+random.IntN(depth-2))
		}
		read(100 * time.Millisecond)
	}
	for range sent {
		mineUntil(t, a, results, 2)
	}
	a.mine(t, depth+1)
	for {
		before := len(got)
		read(2 * time.Second)
		if len(got) == before {
			break
		}
	}
	want := wholeLog(t, d)
	if diff := cmp.Diff(want[:min(len(want), len(got))], got); diff != "" {
		t.Fatal(diff)
	}
	registered := 0
	blobs := make(map[walrus.BlobID]chain.Element)
	for _, e := range got {
		if r, ok := e.Event.(chain.BlobRegistered); ok {
			registered++
			if other, again := blobs[r.BlobID]; again {
				t.Errorf("blob %v was registered by %v in block %d and by %v in block %d, objects %v and %v", r.BlobID,
					other.ID, other.Block.Number, e.ID, e.Block.Number, other.Event.(chain.BlobRegistered).Object, r.Object)
			}
			blobs[r.BlobID] = e
		}
	}
	if registered != sent || sent == 0 {
		t.Fatalf("%d registrations in the log, %d were made", registered, sent)
	}
}

// approveMining lets a wallet approve while somebody makes the blocks that it waits for.
func approveMining(t *testing.T, a *anvil, w *Wallet) {
	t.Helper()
	done := make(chan error, 1)
	go func() { done <- w.Approve(context.Background()) }()
	mineUntil(t, a, done, 1)
}

// wholeLog reads the final part of the log of a chain at rest.
func wholeLog(t *testing.T, d *deployed) (all []chain.Element) {
	t.Helper()
	var at chain.Cursor
	for {
		ctx, cancel := context.WithTimeout(t.Context(), 2*time.Second)
		page, next, err := d.client.Next(ctx, at, 1000)
		cancel()
		if errors.Is(err, context.DeadlineExceeded) {
			return all
		}
		if err != nil {
			t.Fatal(err)
		}
		all, at = append(all, page...), next
	}
}

// TestReorganisedCursorIsFatal replaces a block that was taken for final: the log says so and skips nothing.
func TestReorganisedCursorIsFatal(t *testing.T) {
	a := openAnvil(t, "--hardfork", "prague")
	d := anvilNetwork(t, a, chain.FinalityLatest)
	w := openTestWallet(t, d.client, d.newKey(t, 1000*walrus.WAL, ether(10)), WalletOptions{})
	if _, _, err := w.Register(t.Context(), chaintest.NewRegistration("gone", 9, true, 2)); err != nil {
		t.Fatal(err)
	}
	elements, at, err := d.client.Next(t.Context(), chain.Cursor{}, 1000)
	if err != nil || len(elements) == 0 {
		t.Fatalf("%d elements, %v", len(elements), err)
	}
	a.reorg(t, 2)
	ctx, cancel := context.WithTimeout(t.Context(), 5*time.Second)
	defer cancel()
	if page, _, err := d.client.Next(ctx, at, 1); !errors.Is(err, chain.ErrCursorMismatch) {
		t.Fatalf("%d elements, %v; want ErrCursorMismatch", len(page), err)
	}
}

// TestChainChangesWithinStep replaces a block between two calls of one step of the log: what is returned belongs to
// one chain.
func TestChainChangesWithinStep(t *testing.T) {
	a := openAnvil(t, "--hardfork", "prague")
	for _, method := range []string{"eth_getLogs", `[{"jsonrpc`} { // before the logs, and between them and the blocks
		t.Run(method, func(t *testing.T) {
			d := anvilNetwork(t, a, chain.FinalityLatest)
			w := openTestWallet(t, d.client, d.newKey(t, 1000*walrus.WAL, ether(10)), WalletOptions{ResendAfter: time.Hour})
			a.mine(t, 3)
			if _, _, err := w.Register(t.Context(), chaintest.NewRegistration("gone", 9, true, 2)); err != nil {
				t.Fatal(err)
			}
			p := newProxy(t, d.chain.url)
			n := d.network
			n.RPCURLs = []string{p.URL}
			c := dial(t, n, testOptions())
			done := false
			p.setFault(func(body string) fault {
				if !done && strings.Contains(body, method) {
					done = true
					a.reorg(t, 2)
				}
				return pass
			})
			elements, _, err := c.Next(t.Context(), chain.Cursor{}, 1000)
			if err != nil || !done {
				t.Fatalf("struck: %v, error %v", done, err)
			}
			for _, e := range elements {
				if _, ok := e.Event.(chain.BlobRegistered); ok {
					t.Errorf("an event of the block that is gone: %+v", e)
				}
				if h := blockAt(t, c, e.Block.Number); h != e.Block {
					t.Errorf("element of %+v, the chain has %+v", e.Block, h)
				}
			}
		})
	}
}

func blockAt(t *testing.T, c *Client, number uint64) (b chain.Block) {
	t.Helper()
	err := c.pool.do(t.Context(), func(ctx context.Context, e *conn) error {
		h, err := e.header(ctx, hexutil.EncodeUint64(number))
		if err == nil {
			b = h.block()
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// TestBlocksReadWithoutElementsAreNotForgotten replaces blocks that a waiting call has read and found empty by others
// that hold an event.
func TestBlocksReadWithoutElementsAreNotForgotten(t *testing.T) {
	a := openAnvil(t, "--hardfork", "prague")
	d := anvilNetwork(t, a, chain.FinalityLatest)
	w := openTestWallet(t, d.client, d.newKey(t, 1000*walrus.WAL, ether(10)), WalletOptions{})
	if err := w.Approve(t.Context()); err != nil {
		t.Fatal(err)
	}
	_, at, err := d.client.Next(t.Context(), chain.Cursor{}, 1000)
	if err != nil {
		t.Fatal(err)
	}
	a.mine(t, 4)
	p := newProxy(t, d.chain.url)
	n := d.network
	n.RPCURLs = []string{p.URL}
	c := dial(t, n, testOptions())
	read := make(chan struct{}, 1000)
	p.setFault(func(body string) fault {
		if strings.Contains(body, `"latest"`) {
			read <- struct{}{}
		}
		return pass
	})
	type result struct {
		page []chain.Element
		err  error
	}
	results := make(chan result, 1)
	go func() {
		page, _, err := c.Next(t.Context(), at, 1)
		results <- result{page, err}
	}()
	for range 3 { // by the third look at the head the four blocks were read
		<-read
	}
	a.call(t, "anvil_rollback", 3)
	r := chaintest.NewRegistration("late", 9, true, 2)
	if _, _, err := w.Register(t.Context(), r); err != nil {
		t.Fatal(err)
	}
	a.mine(t, 5)
	got := <-results
	if got.err != nil || len(got.page) != 1 {
		t.Fatalf("%d elements, %v", len(got.page), got.err)
	}
	if e, ok := got.page[0].Event.(chain.BlobRegistered); !ok || e.BlobID != r.BlobID {
		t.Fatalf("the next element is %+v", got.page[0])
	}
}
