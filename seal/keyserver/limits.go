package keyserver

import (
	"math"
	"net"
	"net/http"
	"net/netip"
	"strings"
	"time"

	"golang.org/x/time/rate"
)

// Rate is a token bucket: so many requests a second in the long run, and so many at once.
type Rate struct {
	PerSecond float64 `yaml:"per_second"`
	Burst     int     `yaml:"burst"`
}

// Limits bound what the server does for whom.
type Limits struct {
	InFlight  int  // requests for keys at a time
	Source    Rate // of a source address (of a /64 for IPv6)
	User      Rate // of a user whose own key signed
	Namespace Rate
	APIKey    Rate
	// Wallet bounds the requests of a source address whose wallet signature only the chain can judge, as each costs a
	// question to the chain, whoever it claims to be from.
	Wallet Rate
	// Buckets bounds the number of buckets of each kind. Of more, those used least begin anew.
	Buckets int
}

// DefaultLimits are generous for people and narrow for machines.
func DefaultLimits() Limits {
	return Limits{
		InFlight: 256, Buckets: 1 << 16,
		Source: Rate{50, 100}, User: Rate{20, 60}, Namespace: Rate{500, 1000}, APIKey: Rate{200, 400}, Wallet: Rate{5, 20},
	}
}

// buckets holds a token bucket for each key.
type buckets struct {
	name    string // in messages and metrics
	rate    Rate
	byKey   *lru[string, *rate.Limiter]
	now     func() time.Time
	refused func(name string)
}

func newBuckets(name string, r Rate, limit int, now func() time.Time, refused func(string)) *buckets {
	// A bucket that was left alone until it is full again may as well be forgotten.
	idle := time.Minute
	if r.PerSecond > 0 {
		idle += time.Duration(math.Min(float64(r.Burst)/r.PerSecond, 3600) * float64(time.Second))
	}
	return &buckets{name: name, rate: r, now: now, refused: refused, byKey: newLRU[string, *rate.Limiter](limit, idle, true, now)}
}

// take takes a token from the bucket of a key, or says when there will be one.
func (b *buckets) take(key string) error {
	l := b.byKey.getOrPut(key, func() *rate.Limiter { return rate.NewLimiter(rate.Limit(b.rate.PerSecond), b.rate.Burst) })
	at := b.now()
	r := l.ReserveN(at, 1)
	wait := time.Minute // of a bucket that never fills
	if r.OK() {
		if wait = r.DelayFrom(at); wait == 0 {
			return nil
		}
		r.CancelAt(at)
	}
	b.refused(b.name)
	return fail(RateLimited, "too many requests of this %s", b.name).after(wait)
}

// sourceOf returns the source address of a request. header, if not empty, names the header in which a trusted proxy
// puts it, as the last of a list.
func sourceOf(r *http.Request, header string) string {
	text, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		text = r.RemoteAddr
	}
	if header != "" {
		list := r.Header.Values(header)
		if len(list) > 0 {
			last := list[len(list)-1]
			text = strings.TrimSpace(last[strings.LastIndexByte(last, ',')+1:])
		}
	}
	a, err := netip.ParseAddr(text)
	if err != nil {
		return "unknown"
	}
	if a = a.Unmap().WithZone(""); a.Is6() {
		p, err := a.Prefix(64)
		if err != nil {
			return "unknown"
		}
		return p.String()
	}
	return a.String()
}
