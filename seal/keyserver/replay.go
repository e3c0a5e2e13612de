package keyserver

import (
	"crypto/sha256"
	"sync"
	"time"

	"github.com/walrus-go/walrus/seal"
)

// replays remembers which requests were answered with keys, for as long as their sessions hold. It is a courtesy to
// operators, not what secrecy rests on: an answer can be read with the ephemeral key alone, so a replay gives nothing
// to whoever replays. A request that got no keys may be sent again.
type replays struct {
	mu    sync.Mutex
	seen  map[[32]byte]time.Time // guarded by mu: when it may be forgotten
	order [][32]byte             // guarded by mu: a ring, the oldest at next once it is full
	next  int                    // guarded by mu
	limit int
}

func newReplays(limit int) *replays {
	return &replays{seen: make(map[[32]byte]time.Time), limit: max(1, limit)}
}

// requestKey names a request by what its session key signed.
func requestKey(session [32]byte, request, ephemeral []byte) [32]byte {
	h := sha256.New()
	h.Write(session[:])
	h.Write(ephemeral) // of one length
	h.Write(request)
	return [32]byte(h.Sum(nil))
}

func (s *replays) contains(key [32]byte, at time.Time) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	until, ok := s.seen[key]
	return ok && at.Before(until)
}

// add reports whether the key was not there. Above the limit the oldest key leaves.
func (s *replays) add(key [32]byte, at, until time.Time) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if old, ok := s.seen[key]; ok {
		s.seen[key] = until
		return !at.Before(old)
	}
	if len(s.order) < s.limit {
		s.order = append(s.order, key)
	} else {
		delete(s.seen, s.order[s.next])
		s.order[s.next] = key
		s.next = (s.next + 1) % s.limit
	}
	s.seen[key] = until
	return true
}

// replayed is the refusal.
func replayed() error {
	return fail(ReplayedRequest, "this very request was answered before; make a fresh ephemeral key for each")
}

// maxSkew is how long beyond its end a session may be taken (access-control.md B.3).
const maxSkew = 30 * time.Second

// checkTime judges the lifetime of a session, with a reason for each way to fail.
func checkTime(a *seal.Authorization, now time.Time, maxTTL uint32) error {
	err := a.CheckTime(now, maxTTL)
	if err == nil {
		return nil
	}
	reason := ReasonExpired
	switch created := time.UnixMilli(int64(a.Created)); {
	case a.TTL > maxTTL:
		reason = ReasonLifetime
	case created.After(now):
		reason = ReasonFuture
	}
	return fail(InvalidCertificate, "%w", err).because(reason)
}
