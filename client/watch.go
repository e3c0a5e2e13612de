package client

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/walrus-go/walrus/chain"
)

// How a store that waits for the chain notices that the chain has gone.
const (
	watchEvery    = 2 * time.Second
	watchPatience = 20 * time.Second
)

// watchChain returns a context that ends when the chain has not answered for a while: a transaction that was sent is
// waited for without a bound of its own. The caller calls stop, which waits for the watching to end.
func watchChain(ctx context.Context, r chain.Reader) (watched context.Context, stop func()) {
	watched, cancel := context.WithCancelCause(ctx)
	done := make(chan struct{})
	go func() {
		defer close(done)
		answered := time.Now()
		for {
			select {
			case <-watched.Done():
				return
			case <-time.After(watchEvery):
			}
			_, err := r.State(watched)
			switch {
			case !errors.Is(err, chain.ErrChainUnavailable):
				answered = time.Now()
			case time.Since(answered) > watchPatience:
				cancel(fmt.Errorf("given up after %v (the same store takes it up again): %w", watchPatience, err))
				return
			}
		}
	}()
	return watched, func() {
		cancel(nil)
		<-done
	}
}

// causeOf returns why a context ended early, if it was not the caller who ended it; otherwise err.
func causeOf(ctx context.Context, err error) error {
	if cause := context.Cause(ctx); err != nil && cause != nil && !errors.Is(cause, context.Canceled) {
		return cause
	}
	return err
}
