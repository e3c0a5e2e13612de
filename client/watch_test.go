package client

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"testing/synctest"
	"time"

	"github.com/walrus-go/walrus/chain"
)

// flakyChain answers or not.
type flakyChain struct {
	chain.Reader
	down func() bool
}

func (f flakyChain) State(context.Context) (chain.State, error) {
	if f.down() {
		return chain.State{}, fmt.Errorf("%w: http://127.0.0.1:1", chain.ErrChainUnavailable)
	}
	return chain.State{}, nil
}

func TestWatchChain(t *testing.T) {
	for _, row := range []struct {
		name string
		down func(time.Duration) bool
		ends time.Duration // 0: never
	}{
		{"up", func(time.Duration) bool { return false }, 0},
		{"down", func(time.Duration) bool { return true }, 22 * time.Second},
		{"away for a while", func(at time.Duration) bool { return at > 5*time.Second && at < 24*time.Second }, 0},
		{"down later", func(at time.Duration) bool { return at > 59*time.Second }, 80 * time.Second},
	} {
		t.Run(row.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				begin := time.Now()
				ctx, stop := watchChain(t.Context(), flakyChain{down: func() bool { return row.down(time.Since(begin)) }})
				defer stop()
				select {
				case <-ctx.Done():
					took := time.Since(begin)
					if row.ends == 0 || took < row.ends || took > row.ends+2*watchEvery {
						t.Errorf("the context ended after %v, want %v", took, row.ends)
					}
					if err := causeOf(ctx, ctx.Err()); !errors.Is(err, chain.ErrChainUnavailable) {
						t.Errorf("cause: %v", err)
					}
				case <-time.After(5 * time.Minute):
					if row.ends != 0 {
						t.Errorf("the context did not end")
					}
				}
			})
		})
	}
	ctx, cancel := context.WithCancel(t.Context())
	watched, stop := watchChain(ctx, flakyChain{down: func() bool { return false }})
	cancel()
	if err := causeOf(watched, context.Canceled); !errors.Is(err, context.Canceled) {
		t.Errorf("after ctrl-C: %v", err)
	}
	stop()
}
