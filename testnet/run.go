package testnet

import (
	"context"
	"log/slog"
	"testing"
	"time"

	"github.com/walrus-go/walrus/node"
)

// TestConfig returns a small network for tests: free ports in a temporary directory, blocks at once, healing that does
// not wait for uploads.
func TestConfig() Config {
	c := Default()
	c.AutoPorts, c.BlockTime = true, 20*time.Millisecond
	c.Configure = func(n *node.Config) {
		n.Deferral.Enabled = false
		n.ShutdownSecs = 2
		n.Chain.PollingMillis = 50
	}
	return c
}

// Run gives a test a network and takes it down afterwards. A part that failed by itself, or a stop that did not go well,
// fails the test. With -v everything that the network says is logged.
func Run(t testing.TB, cfg Config, test func(ctx context.Context, n *Network)) {
	t.Helper()
	if testing.Verbose() {
		cfg.Log = slog.New(slog.NewTextHandler(t.Output(), &slog.HandlerOptions{Level: slog.LevelInfo}))
	}
	ctx, cancel := context.WithTimeout(t.Context(), 3*time.Minute)
	defer cancel()
	n, err := Start(ctx, cfg)
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := n.Close(); err != nil {
			t.Error(err)
		}
		select {
		case err := <-n.Failed():
			t.Error(err)
		default:
		}
	}()
	test(ctx, n)
}
