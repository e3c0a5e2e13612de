package httpx

import (
	"context"
	"fmt"
	"net/http"

	"golang.org/x/sync/semaphore"

	"github.com/walrus-go/walrus"
)

// ErrBusy is returned by Call when too many calls are running. It is a walrus.ErrUnavailable.
var ErrBusy = fmt.Errorf("too many requests are being worked on: %w", walrus.ErrUnavailable)

// Limiter bounds how much goes on at the same time. It never queues: what does not fit is refused at once.
type Limiter struct {
	slots *semaphore.Weighted
	max   int64
}

// NewLimiter returns a limiter for at most max at a time.
func NewLimiter(max int) *Limiter { return &Limiter{semaphore.NewWeighted(int64(max)), int64(max)} }

// TryAcquire takes a slot and reports whether there was one.
func (l *Limiter) TryAcquire() bool { return l.slots.TryAcquire(1) }

// Release gives a slot back.
func (l *Limiter) Release() { l.slots.Release(1) }

// Middleware answers requests above the limit with refusal, for instance a 429 or 503 that says when to try again.
func (l *Limiter) Middleware(refusal *Error) Middleware {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if !l.TryAcquire() {
				_ = WriteError(w, r, refusal) // an error means that the peer is gone
				return
			}
			defer l.Release()
			next.ServeHTTP(w, r)
		})
	}
}

// Calls runs work that may outlive the request it was started for, so that a handler can return as soon as its
// context ends, as HTTP/2 servers need (storage-node.md §3.2), while the number of running calls stays bounded.
type Calls struct {
	limiter *Limiter
	onPanic func(ctx context.Context, value any)
}

// NewCalls returns Calls for at most max at a time. onPanic, if not nil, is told of a panic in a call, on the
// stack of the panic; the call then ends with an error.
func NewCalls(max int, onPanic func(ctx context.Context, value any)) *Calls {
	return &Calls{NewLimiter(max), onPanic}
}

// Wait returns when no call is running, or with the error of ctx. Calls must not be started meanwhile.
func (c *Calls) Wait(ctx context.Context) error {
	if err := c.limiter.slots.Acquire(ctx, c.limiter.max); err != nil {
		return err
	}
	c.limiter.slots.Release(c.limiter.max)
	return nil
}

// Call runs f and returns what it returns, or the error of ctx as soon as that ends; f is then left to finish by
// itself, which [Calls.Wait] waits for. f gets ctx. When too many calls are running the error is ErrBusy.
func Call[T any](ctx context.Context, c *Calls, f func(context.Context) (T, error)) (T, error) {
	type result struct {
		value T
		err   error
	}
	if err := ctx.Err(); err != nil {
		return *new(T), err
	}
	if !c.limiter.TryAcquire() {
		return *new(T), ErrBusy
	}
	done := make(chan result, 1)
	go func() {
		defer c.limiter.Release()
		var r result
		defer func() {
			if p := recover(); p != nil {
				if c.onPanic != nil {
					c.onPanic(ctx, p)
				}
				r = result{err: fmt.Errorf("panic: %v", p)}
			}
			done <- r
		}()
		r.value, r.err = f(ctx)
	}()
	select {
	case r := <-done:
		return r.value, r.err
	case <-ctx.Done():
		return *new(T), ctx.Err()
	}
}
