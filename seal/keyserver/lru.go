package keyserver

import (
	"container/list"
	"sync"
	"time"
)

// lru remembers up to a number of values, each for a while after it was put or, if sliding, used; the one not used for
// longest leaves first. Unlike a cache with a janitor it needs no goroutine, so nobody has to stop it.
type lru[K comparable, V any] struct {
	mu      sync.Mutex
	entries map[K]*list.Element // guarded by mu
	order   *list.List          // guarded by mu: of entry, the one used last in front
	limit   int
	ttl     time.Duration // 0 = for ever
	sliding bool
	now     func() time.Time
}

type entry[K comparable, V any] struct {
	key   K
	value V
	until time.Time
}

func newLRU[K comparable, V any](limit int, ttl time.Duration, sliding bool, now func() time.Time) *lru[K, V] {
	return &lru[K, V]{entries: make(map[K]*list.Element), order: list.New(), limit: max(1, limit), ttl: ttl, sliding: sliding, now: now}
}

func (c *lru[K, V]) get(key K) (V, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.lookup(key)
}

func (c *lru[K, V]) put(key K, value V) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.store(key, value)
}

// getOrPut returns the value of a key, which is made if it is not there.
func (c *lru[K, V]) getOrPut(key K, make func() V) V {
	c.mu.Lock()
	defer c.mu.Unlock()
	v, ok := c.lookup(key)
	if !ok {
		v = make()
		c.store(key, v)
	}
	return v
}

func (c *lru[K, V]) lookup(key K) (v V, ok bool) {
	e, ok := c.entries[key]
	if !ok {
		return v, false
	}
	x := e.Value.(*entry[K, V])
	if c.ttl > 0 && !c.now().Before(x.until) {
		c.order.Remove(e)
		delete(c.entries, key)
		return v, false
	}
	if c.sliding {
		x.until = c.now().Add(c.ttl)
	}
	c.order.MoveToFront(e)
	return x.value, true
}

func (c *lru[K, V]) store(key K, value V) {
	x := &entry[K, V]{key, value, c.now().Add(c.ttl)}
	if e, ok := c.entries[key]; ok {
		e.Value = x
		c.order.MoveToFront(e)
		return
	}
	c.entries[key] = c.order.PushFront(x)
	if c.order.Len() > c.limit {
		last := c.order.Back()
		delete(c.entries, last.Value.(*entry[K, V]).key)
		c.order.Remove(last)
	}
}

func (c *lru[K, V]) clear() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.entries = make(map[K]*list.Element)
	c.order.Init()
}
