package evm

import (
	"context"
	"errors"
	"math/rand/v2"
	"testing"
	"time"

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
	a.mine(t, depth+1) // the deployment and the funds are final
	random := rand.New(rand.NewPCG(1, 2))
	var got []chain.Element
	var at chain.Cursor
	read := func() {
		ctx, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond)
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
			a.call(t, "anvil_reorg", 1+random.IntN(depth-2), []any{})
		}
		read()
	}
	for range sent {
		mineUntil(t, a, results, 2)
	}
	a.mine(t, depth+1)
	for {
		before := len(got)
		read()
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
		ctx, cancel := context.WithTimeout(t.Context(), 300*time.Millisecond)
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
	a.call(t, "anvil_reorg", 2, []any{})
	ctx, cancel := context.WithTimeout(t.Context(), 5*time.Second)
	defer cancel()
	if page, _, err := d.client.Next(ctx, at, 1); !errors.Is(err, chain.ErrCursorMismatch) {
		t.Fatalf("%d elements, %v; want ErrCursorMismatch", len(page), err)
	}
}
