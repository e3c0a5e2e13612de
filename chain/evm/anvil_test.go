package evm

import (
	"bufio"
	"context"
	"fmt"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/rpc"

	"github.com/walrus-go/walrus/chain"
	"github.com/walrus-go/walrus/chain/chaintest"
)

// anvilKey is the first of the accounts that anvil endows.
const anvilKey = "ac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80"

// anvil is a process of the other EVM implementation that tests run on.
type anvil struct {
	testChain
	rpc *rpc.Client
}

// openAnvil starts anvil, or skips the test where it is not installed (npm ci in contracts).
func openAnvil(t *testing.T, args ...string) *anvil {
	t.Helper()
	if testing.Short() {
		t.Skip("starts another process")
	}
	found, err := filepath.Glob("../../contracts/node_modules/@foundry-rs/anvil-*/bin/anvil")
	if err != nil || len(found) == 0 {
		t.Skip("anvil is not installed: run npm ci in contracts")
	}
	ctx, cancel := context.WithCancel(context.Background())
	args = append([]string{"--port", "0", "--gas-limit", "60000000"}, args...)
	cmd := exec.CommandContext(ctx, found[0], args...)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		cancel()
		cmd.Wait() // it was killed, which is an error
	})
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		if address, ok := strings.CutPrefix(lines.Text(), "Listening on "); ok {
			go func() {
				for lines.Scan() { // anvil must not block on a full pipe
				}
			}()
			return dialAnvil(t, "http://"+address)
		}
	}
	t.Fatalf("anvil did not start: %v", lines.Err())
	return nil
}

func dialAnvil(t *testing.T, url string) *anvil {
	t.Helper()
	key, err := ParseKey(anvilKey)
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
