package seal

import (
	"context"
	"fmt"
	"sync"
	"time"
)

// fetch collects derived keys for one object.
type fetch struct {
	*Client
	o       *Object
	servers PublicKeys       // of all servers of the object
	weight  map[ServerID]int // shares of each server
	keys    Keys             // verified
	waiting []ServerID       // not asked yet
	shares  int              // that keys open
	asked   int              // shares of servers asked and not answered
	failed  []*ServerError
}

type answer struct {
	server ServerID
	key    DerivedKey
	err    error
}

func (f *fetch) run(ctx context.Context) error {
	if err := f.prepare(ctx); err != nil {
		return err
	}
	if f.shares >= f.o.threshold {
		return nil
	}
	ctx, cancel := context.WithCancel(ctx)
	var wg sync.WaitGroup
	defer wg.Wait() // after cancel
	defer cancel()
	answers := make(chan answer, len(f.waiting))
	ask := func() {
		id := f.waiting[0]
		f.waiting, f.asked = f.waiting[1:], f.asked+f.weight[id]
		wg.Go(func() {
			k, err := f.Source.DeriveKey(ctx, id, f.o.Identity())
			if err == nil {
				err = f.servers[id].VerifyDerived(f.o.identity, k)
			}
			answers <- answer{id, k, err}
		})
	}
	f.askUntil(ask, f.o.threshold-f.shares)
	f.askUntil(ask, f.asked+1) // one server more
	hedge := time.NewTimer(hedgeDelay)
	defer hedge.Stop()
	for f.shares < f.o.threshold {
		f.askUntil(ask, f.o.threshold-f.shares)
		if f.shares+f.asked < f.o.threshold {
			return &FetchError{f.shares, f.o.threshold, f.failed}
		}
		select {
		case a := <-answers:
			f.take(a)
		case <-hedge.C:
			f.askUntil(ask, f.asked+1)
			hedge.Reset(hedgeDelay)
		case <-ctx.Done():
			return fmt.Errorf("%w: %w", ctx.Err(), &FetchError{f.shares, f.o.threshold, f.failed})
		}
	}
	return nil
}

// askUntil asks servers while fewer than shares are on their way and there are any left.
func (f *fetch) askUntil(ask func(), shares int) {
	for f.asked < shares && len(f.waiting) > 0 {
		ask()
	}
}

// prepare looks up the servers, and the keys in the cache.
func (f *fetch) prepare(ctx context.Context) error {
	for i := range f.o.shares {
		id := f.o.shares[i].server
		if f.weight[id]++; f.weight[id] > 1 {
			continue
		}
		k, err := f.Directory.PublicKey(ctx, id)
		if err != nil {
			return &ServerError{id, err}
		}
		f.servers[id] = k
		if d, cached := f.Cache.get(id, f.o.identity); cached {
			f.keys[id] = d
		} else {
			f.waiting = append(f.waiting, id)
		}
	}
	for id := range f.keys {
		f.shares += f.weight[id]
	}
	return nil
}

func (f *fetch) take(a answer) {
	f.asked -= f.weight[a.server]
	if a.err != nil {
		e := &ServerError{a.server, a.err}
		f.failed = append(f.failed, e)
		if f.ServerFailed != nil {
			f.ServerFailed(e)
		}
		return
	}
	f.keys[a.server] = a.key
	f.shares += f.weight[a.server]
	f.Cache.put(a.server, f.o.identity, a.key)
}
