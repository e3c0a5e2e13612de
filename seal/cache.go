package seal

import (
	"container/list"
	"sync"
	"time"
)

// What NewKeyCache takes for zero.
const (
	DefaultCacheKeys = 1000
	DefaultCacheTTL  = 15 * time.Minute
)

// KeyCache remembers derived keys for a while: at most a number of them, the one not used for longest leaving first. Only
// keys that were verified go in. Safe for concurrent use.
type KeyCache struct {
	limit int
	ttl   time.Duration

	mu      sync.Mutex
	order   *list.List                // guarded by mu; of *cachedKey, used last in front
	entries map[cacheID]*list.Element // guarded by mu
}

type cacheID struct {
	server ServerID
	id     string // full identity
}

type cachedKey struct {
	cacheID
	key     DerivedKey
	expires time.Time
}

// NewKeyCache returns a cache of at most limit keys, each for at most ttl; zero stands for the default.
func NewKeyCache(limit int, ttl time.Duration) *KeyCache {
	if limit <= 0 {
		limit = DefaultCacheKeys
	}
	if ttl <= 0 {
		ttl = DefaultCacheTTL
	}
	return &KeyCache{limit: limit, ttl: ttl, order: list.New(), entries: make(map[cacheID]*list.Element)}
}

// get returns the key if it is there. A nil cache holds nothing.
func (c *KeyCache) get(server ServerID, id Identity) (DerivedKey, bool) {
	if c == nil {
		return DerivedKey{}, false
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	e := c.entries[cacheID{server, string(id.Bytes())}]
	if e == nil {
		return DerivedKey{}, false
	}
	k := e.Value.(*cachedKey)
	if !time.Now().Before(k.expires) {
		c.remove(e)
		return DerivedKey{}, false
	}
	c.order.MoveToFront(e)
	return k.key, true
}

func (c *KeyCache) put(server ServerID, id Identity, key DerivedKey) {
	if c == nil {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	at := cacheID{server, string(id.Bytes())}
	if e := c.entries[at]; e != nil {
		c.remove(e)
	}
	c.entries[at] = c.order.PushFront(&cachedKey{at, key, time.Now().Add(c.ttl)})
	for c.order.Len() > c.limit {
		c.remove(c.order.Back())
	}
}

// remove takes an entry out and overwrites its key; c.mu is held.
func (c *KeyCache) remove(e *list.Element) {
	k := c.order.Remove(e).(*cachedKey)
	delete(c.entries, k.cacheID)
	k.key = DerivedKey{}
}

// Len returns the number of keys, expired ones included.
func (c *KeyCache) Len() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.order.Len()
}

// Wipe forgets all keys.
func (c *KeyCache) Wipe() {
	c.mu.Lock()
	defer c.mu.Unlock()
	for e := c.order.Front(); e != nil; e = c.order.Front() {
		c.remove(e)
	}
}
