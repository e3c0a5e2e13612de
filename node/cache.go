package node

import (
	"container/list"
	"context"
	"sync"
)

// flightCache keeps values that are costly to make, up to a bound in bytes, the least recently used go first. Callers that
// want the same value at the same time wait for one of them to make it.
type flightCache[K comparable, V any] struct {
	limit int64

	mu      sync.Mutex // guards what is below
	entries map[K]*list.Element
	order   *list.List // of *cached, most recently used first
	flights map[K]chan struct{}
	bytes   int64
}

type cached[K comparable, V any] struct {
	key   K
	value V
	bytes int64
}

func newFlightCache[K comparable, V any](limit int64) *flightCache[K, V] {
	return &flightCache[K, V]{limit: limit, entries: map[K]*list.Element{}, order: list.New(), flights: map[K]chan struct{}{}}
}

// get returns the value of the key, made by load if it is not there. A value larger than the bound is returned and not
// kept. An error is that of the caller's own load, or of its context.
func (c *flightCache[K, V]) get(ctx context.Context, key K, load func(context.Context) (V, int64, error)) (V, error) {
	for {
		c.mu.Lock()
		if e := c.entries[key]; e != nil {
			c.order.MoveToFront(e)
			v := e.Value.(*cached[K, V]).value
			c.mu.Unlock()
			return v, nil
		}
		flight := c.flights[key]
		if flight == nil {
			flight = make(chan struct{})
			c.flights[key] = flight
			c.mu.Unlock()
			return c.load(ctx, key, flight, load)
		}
		c.mu.Unlock()
		select {
		case <-flight: // look again: it may have failed
		case <-ctx.Done():
			return *new(V), ctx.Err()
		}
	}
}

func (c *flightCache[K, V]) load(ctx context.Context, key K, flight chan struct{}, load func(context.Context) (V, int64, error)) (V, error) {
	var (
		value V
		bytes int64
		err   error
		ok    bool
	)
	defer func() {
		c.mu.Lock()
		defer c.mu.Unlock()
		current := c.flights[key] == flight // not removed meanwhile
		if current {
			delete(c.flights, key)
		}
		close(flight)
		if ok && current && bytes <= c.limit {
			c.entries[key] = c.order.PushFront(&cached[K, V]{key, value, bytes})
			c.bytes += bytes
			c.shrink()
		}
	}()
	value, bytes, err = load(ctx)
	ok = err == nil
	return value, err
}

// shrink drops the oldest entries until the bound holds. The caller holds mu.
func (c *flightCache[K, V]) shrink() {
	for c.bytes > c.limit {
		c.drop(c.order.Back())
	}
}

func (c *flightCache[K, V]) drop(e *list.Element) {
	v := c.order.Remove(e).(*cached[K, V])
	delete(c.entries, v.key)
	c.bytes -= v.bytes
}

// remove drops the entries whose key matches; a value that is being made for such a key will not be kept.
func (c *flightCache[K, V]) remove(match func(K) bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for e := c.order.Front(); e != nil; {
		next := e.Next()
		if match(e.Value.(*cached[K, V]).key) {
			c.drop(e)
		}
		e = next
	}
	for k := range c.flights {
		if match(k) {
			delete(c.flights, k)
		}
	}
}

// size returns the bytes kept.
func (c *flightCache[K, V]) size() int64 {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.bytes
}
