package sync

import (
	"context"
	"time"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/node/store"
)

// pass is a walk through the work list in the order of blob IDs. It stops where there is no room for more work and goes on
// when there is. It belongs to Run.
type pass struct {
	h        *Healer
	from     walrus.BlobID
	done     bool
	blocked  bool      // stopped for want of room
	earliest time.Time // when the next intent known is due; zero for none
}

func (p *pass) restart() { *p = pass{h: p.h} }

// look considers one intent at once.
func (p *pass) look(ctx context.Context, id walrus.BlobID) {
	it, found, err := p.h.Store.Intent(id)
	if err != nil || !found {
		p.blocked = false
		return // an unreadable list is reported by proceed
	}
	started, when := p.h.start(ctx, it)
	p.blocked = !started
	p.done = p.done && started
	p.sooner(when)
}

// proceed walks on until there is no room or no intent left.
func (p *pass) proceed(ctx context.Context) error {
	if p.done || p.blocked && !p.h.hasRoom() {
		return nil
	}
	p.blocked = false
	err := p.h.Store.Intents(p.from, func(it store.Intent) bool {
		started, when := p.h.start(ctx, it)
		if !started {
			p.from, p.blocked = it.Blob, true
			return false
		}
		p.sooner(when)
		return true
	})
	if err == nil && !p.blocked {
		p.done, p.from = true, walrus.BlobID{}
	}
	return err
}

func (p *pass) sooner(when time.Time) {
	if !when.IsZero() && (p.earliest.IsZero() || when.Before(p.earliest)) {
		p.earliest = when
	}
}

const (
	longestIdle  = time.Minute // look at everything so often in any case
	shortestIdle = 20 * time.Millisecond
)

// idle returns how long nothing is to be done unless something is woken. For want of room nothing is, until a job ends.
func (p *pass) idle() time.Duration {
	if p.blocked || p.earliest.IsZero() {
		return longestIdle
	}
	return min(max(time.Until(p.earliest), shortestIdle), longestIdle)
}

func (h *Healer) hasRoom() bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	return len(h.running) < h.Limits.Blobs
}
