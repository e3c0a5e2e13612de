package client

import (
	"context"
	"fmt"
	"time"

	"github.com/cenkalti/backoff/v5"
)

// retry calls do until it succeeds, refuses for good, or has used up its tries. Each attempt gets RequestTimeout.
func retry[T any](ctx context.Context, c *Config, do func(context.Context) (T, error)) (T, error) {
	attempt := func() (T, error) {
		one, cancel := context.WithTimeoutCause(ctx, c.RequestTimeout, errSlow(c.RequestTimeout))
		defer cancel()
		v, err := do(one)
		switch {
		case err == nil:
			return v, nil
		case ctx.Err() != nil:
			return v, backoff.Permanent(context.Cause(ctx))
		case one.Err() != nil:
			return v, backoff.Permanent(context.Cause(one))
		case refusal(err):
			return v, backoff.Permanent(err)
		}
		return v, err
	}
	wait := backoff.NewExponentialBackOff()
	wait.InitialInterval, wait.MaxInterval, wait.Multiplier = c.Retry.Min, c.Retry.Max, 2
	return backoff.Retry(ctx, attempt, backoff.WithBackOff(wait), backoff.WithMaxTries(c.Retry.Tries))
}

func errSlow(d time.Duration) error { return fmt.Errorf("no answer within %v", d) }
