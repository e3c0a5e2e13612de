package node

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"
)

func TestFlightCache(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := newFlightCache[int, int](10)
		loads := 0
		gate := make(chan struct{})
		load := func(context.Context) (int, int64, error) {
			loads++
			<-gate
			return 7, 4, nil
		}
		results := make(chan int, 5)
		for range 5 {
			go func() {
				v, err := c.get(t.Context(), 1, load)
				if err != nil {
					t.Error(err)
				}
				results <- v
			}()
		}
		synctest.Wait()
		// One of those who wait gives up without disturbing the rest.
		gone, cancel := context.WithCancel(t.Context())
		cancel()
		if _, err := c.get(gone, 1, load); !errors.Is(err, context.Canceled) {
			t.Error(err)
		}
		close(gate)
		for range 5 {
			if v := <-results; v != 7 {
				t.Error(v)
			}
		}
		if loads != 1 {
			t.Errorf("%d loads for five callers", loads)
		}

		quick := func(v int, bytes int64, err error) func(context.Context) (int, int64, error) {
			return func(context.Context) (int, int64, error) { loads++; return v, bytes, err }
		}
		if _, err := c.get(t.Context(), 2, quick(0, 1, errors.New("no"))); err == nil {
			t.Error("an error was swallowed")
		}
		for key := 2; key < 5; key++ {
			if v, err := c.get(t.Context(), key, quick(key, 4, nil)); v != key || err != nil {
				t.Error(v, err)
			}
		}
		if c.size() > 10 {
			t.Errorf("%d bytes kept, the bound is 10", c.size())
		}
		if v, err := c.get(t.Context(), 9, quick(9, 11, nil)); v != 9 || err != nil || c.size() > 10 {
			t.Errorf("value above the bound: %d, %v, %d bytes", v, err, c.size())
		}
		before := loads
		c.get(t.Context(), 4, quick(4, 4, nil))
		if loads != before {
			t.Error("the newest entry was not kept")
		}
		c.get(t.Context(), 1, quick(1, 4, nil))
		if loads != before+1 {
			t.Error("the oldest entry was kept")
		}
		c.remove(func(k int) bool { return k == 1 })
		c.get(t.Context(), 1, quick(1, 4, nil))
		if loads != before+2 {
			t.Error("a removed entry was kept")
		}
	})
}

// TestFlightRemoved: a value that was removed while it was being made is not kept.
func TestFlightRemoved(t *testing.T) {
	c := newFlightCache[int, int](10)
	_, err := c.get(t.Context(), 1, func(context.Context) (int, int64, error) {
		c.remove(func(int) bool { return true })
		return 1, 1, nil
	})
	if err != nil || c.size() != 0 {
		t.Errorf("%v, %d bytes kept", err, c.size())
	}
}
