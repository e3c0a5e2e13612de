package devchain

import (
	"sync"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
)

// TestFloodDuringASlowBlock fills the pool while a block is being made: the pool blocks on whoever does not take its
// events, and the next block waits for the pool.
func TestFloodDuringASlowBlock(t *testing.T) {
	slow(t)
	accounts := testAccounts(20)
	c := testConfig(t.TempDir(), accounts)
	c.GasLimit = 120_000_000
	c.BlockTime = 10 * time.Millisecond
	c.syncing = func(sync func() error) error {
		time.Sleep(200 * time.Millisecond)
		return sync()
	}
	chain := mustOpen(t, c)
	client := dial(t, chain.URL())
	const each = 40
	var senders sync.WaitGroup
	for _, a := range accounts {
		senders.Go(func() {
			for range each {
				tx := a.sign(&common.Address{1}, nil, 1e12)
				if err := client.SendTransaction(t.Context(), tx); err != nil {
					t.Error(err)
					return
				}
				a.nonce++
			}
		})
	}
	senders.Wait()
	for deadline := time.Now().Add(20 * time.Second); ; time.Sleep(20 * time.Millisecond) {
		mined := uint64(0)
		for _, a := range accounts {
			nonce, err := client.NonceAt(t.Context(), a.addr, nil)
			if err != nil {
				t.Fatal(err)
			}
			mined += nonce
		}
		if mined == uint64(len(accounts)*each) {
			return
		}
		if time.Now().After(deadline) {
			t.Fatalf("%d of %d transactions were mined", mined, len(accounts)*each)
		}
	}
}
