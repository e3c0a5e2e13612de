package evm

import (
	"context"
	"fmt"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/rpc"

	"github.com/walrus-go/walrus/chain"
	"github.com/walrus-go/walrus/chain/chaintest"
)

// anvil is a process of the other EVM implementation that tests run on.
type anvil struct {
	testChain
	rpc *rpc.Client
}

// openAnvil starts anvil, or skips the test where it is not installed (npm ci in contracts).
func openAnvil(t *testing.T, args ...string) *anvil {
	t.Helper()
	return dialAnvil(t, chaintest.Anvil(t, args...))
}

func dialAnvil(t *testing.T, url string) *anvil {
	t.Helper()
	key, err := ParseKey(chaintest.AnvilKey)
	if err != nil {
		t.Fatal(err)
	}
	client, err := rpc.Dial(url)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(client.Close)
	a := &anvil{rpc: client}
	a.testChain = testChain{url: url, faucet: key, mine: func(t *testing.T, blocks int) {
		a.call(t, "anvil_mine", fmt.Sprintf("0x%x", blocks))
	}}
	return a
}

// call makes a call of anvil's own.
func (a *anvil) call(t *testing.T, method string, args ...any) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
	defer cancel()
	if err := a.rpc.CallContext(ctx, nil, method, args...); err != nil {
		t.Fatalf("%s: %v", method, err)
	}
}

// reorg replaces the last blocks by empty ones. Anvil sometimes fails to, and then does not answer for a block any more,
// which no client can settle: the test is skipped.
func (a *anvil) reorg(t *testing.T, blocks int) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	if err := a.rpc.CallContext(ctx, nil, "anvil_reorg", blocks, []any{}); err != nil {
		t.Skipf("anvil failed to replace its last %d blocks: %v", blocks, err)
	}
}

// TestConformanceAnvil runs the suite on anvil.
func TestConformanceAnvil(t *testing.T) {
	a := openAnvil(t, "--hardfork", "prague")
	chaintest.Run(t, func(t *testing.T, g chain.Genesis) (*chaintest.Harness, error) {
		d, err := deployOn(t, &a.testChain, g)
		if err != nil {
			return nil, err
		}
		return d.harness(), nil
	})
}
