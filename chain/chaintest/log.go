package chaintest

import (
	"context"
	"fmt"

	"github.com/walrus-go/walrus/chain"
)

// Next implements chain.Log.
func (c *Chain) Next(ctx context.Context, after chain.Cursor, max int) ([]chain.Element, chain.Cursor, error) {
	if max < 1 {
		return nil, after, fmt.Errorf("read the log: at most %d elements asked for", max)
	}
	for {
		elements, next, grown, err := c.take(ctx, after, max)
		if err != nil || len(elements) > 0 {
			return elements, next, err
		}
		select {
		case <-grown:
		case <-ctx.Done():
			return nil, after, ctx.Err()
		}
	}
}

// take returns what is there, and the channel that is closed with the next block.
func (c *Chain) take(ctx context.Context, after chain.Cursor, max int) (elements []chain.Element, next chain.Cursor, grown chan struct{}, err error) {
	err = c.call(ctx, "Next", func() error {
		grown = c.grown
		if !c.contains(after) {
			return fmt.Errorf("%w: %v", chain.ErrCursorMismatch, after)
		}
		rest := c.log[after.NextIndex:]
		rest = rest[:min(max, len(rest))]
		next = after
		for _, e := range rest {
			elements = append(elements, e.Element)
			next = chain.After(e.Element, e.taken)
		}
		return nil
	})
	if err != nil {
		return nil, after, grown, err
	}
	return elements, next, grown, nil
}

// contains reports whether the cursor stands behind an element of the log.
func (c *Chain) contains(at chain.Cursor) bool {
	if at.IsZero() {
		return true
	}
	if at.NextIndex == 0 || at.NextIndex > uint64(len(c.log)) {
		return false
	}
	e := c.log[at.NextIndex-1]
	return at == chain.After(e.Element, e.taken)
}
