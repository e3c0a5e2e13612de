package chaintest

import (
	"bufio"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// AnvilKey is the secret of the account that every anvil holds native coin for; it is public.
const AnvilKey = "ac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80"

// Prague is the argument of Anvil for the oldest rules that the contracts run under.
const Prague = "--hardfork=prague"

// Anvil starts an anvil, the second implementation of the EVM that everything has to run on, for the length of a test, and
// returns where it listens. The account of AnvilKey holds native coin there. Where it is not installed the test is
// skipped.
func Anvil(t testing.TB, args ...string) (url string) {
	t.Helper()
	if testing.Short() {
		t.Skip("starts another process")
	}
	ctx, cancel := context.WithCancel(context.Background())
	cmd := exec.CommandContext(ctx, findAnvil(t), append([]string{"--port", "0", "--gas-limit", "60000000"}, args...)...)
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		cancel()
		t.Fatalf("start anvil: %v", err)
	}
	listening := make(chan string, 1)
	drained := make(chan struct{})
	t.Cleanup(func() {
		cancel()
		<-drained
		_ = cmd.Wait() // it was killed, which is an error
	})
	go func() { // anvil must not block on a full pipe
		defer close(drained)
		defer close(listening)
		for lines := bufio.NewScanner(out); lines.Scan(); {
			if address, ok := strings.CutPrefix(lines.Text(), "Listening on "); ok {
				listening <- "http://" + address
			}
		}
	}()
	url, ok := <-listening
	if !ok {
		t.Fatal("anvil ended before it listened")
	}
	return url
}

// findAnvil looks for the binary that npm installs with the tools of the contracts.
func findAnvil(t testing.TB) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for ; ; dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			break
		}
		if dir == filepath.Dir(dir) {
			t.Fatal("the test runs outside of the module")
		}
	}
	found, err := filepath.Glob(filepath.Join(dir, "contracts", "node_modules", "@foundry-rs", "anvil-*", "bin", "anvil"))
	if err != nil || len(found) == 0 {
		t.Skip("anvil is not installed: run npm ci in contracts")
	}
	return found[0]
}
