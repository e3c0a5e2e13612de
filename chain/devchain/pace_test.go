package devchain

import (
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestPace(t *testing.T) {
	second := pace{blockTime: time.Second, slack: 3 * time.Second, heartbeat: 30 * time.Second}
	slow := pace{blockTime: 12 * time.Second, slack: 3 * time.Second}
	fast := pace{blockTime: 20 * time.Millisecond}
	at := time.Unix(1000, 0)
	for _, c := range []struct {
		name string
		pace pace
		m    moment
		why  reason
		wait time.Duration
	}{
		{"lone transaction", second, moment{clock: at, head: at.Add(-20 * time.Second), idle: 20 * time.Second, pending: 1}, transactions, -22 * time.Second},
		{"no lead", second, moment{clock: at, head: at, pending: 1}, transactions, -2 * time.Second},
		{"lead within slack", second, moment{clock: at, head: at.Add(2 * time.Second), pending: 1}, transactions, 0},
		{"lead at slack", second, moment{clock: at, head: at.Add(3 * time.Second), pending: 1}, transactions, time.Second},
		{"clock set back", second, moment{clock: at, head: at.Add(time.Hour), idle: 300 * time.Millisecond, pending: 1}, transactions, 700 * time.Millisecond},
		{"clock set back, second over", second, moment{clock: at, head: at.Add(time.Hour), idle: time.Second, pending: 1}, transactions, 0},
		{"idle", second, moment{clock: at, head: at.Add(-10 * time.Second), idle: 10 * time.Second}, heartbeat, 20 * time.Second},
		{"idle for long", second, moment{clock: at, head: at.Add(-31 * time.Second)}, heartbeat, -time.Second},
		{"idle, clock set back", second, moment{clock: at, head: at.Add(time.Hour), idle: 31 * time.Second}, heartbeat, -time.Second},
		{"hot and idle", second, moment{clock: at, head: at, hot: true}, cooling, time.Second},
		{"hot, with a transaction", second, moment{clock: at, head: at, hot: true, pending: 1}, transactions, -2 * time.Second},
		{"slow, again", slow, moment{clock: at, head: at, pending: 1}, transactions, 9 * time.Second},
		{"fast, again", fast, moment{clock: at, head: at.Add(time.Hour), idle: 5 * time.Millisecond, pending: 1}, transactions, 15 * time.Millisecond},
		{"no heartbeat", slow, moment{clock: at, head: at}, nothing, time.Minute},
	} {
		t.Run(c.name, func(t *testing.T) {
			if why, wait := c.pace.next(c.m); why != c.why || wait != c.wait {
				t.Errorf("reason %v in %v, want %v in %v", why, wait, c.why, c.wait)
			}
		})
	}
}

// TestPaceBoundsTheLead runs the rules against any load, with a clock that only goes on: timestamps increase, never
// lead by more than the slack, and no transaction waits longer than the lead takes to shrink.
func TestPaceBoundsTheLead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := pace{
			blockTime: time.Duration(rapid.IntRange(1, 4).Draw(t, "block time")) * time.Second,
			slack:     time.Duration(rapid.IntRange(0, 5000).Draw(t, "slack ms")) * time.Millisecond,
			heartbeat: 30 * time.Second,
		}
		clock := time.Unix(1_000_000, int64(rapid.IntRange(0, 999).Draw(t, "start ms"))*1e6)
		head, last := uint64(clock.Unix()), clock
		for range rapid.IntRange(1, 60).Draw(t, "transactions") {
			clock = clock.Add(time.Duration(rapid.IntRange(0, 3000).Draw(t, "pause ms")) * time.Millisecond)
			m := moment{clock: clock, head: time.Unix(int64(head), 0), idle: clock.Sub(last), pending: 1}
			_, wait := p.next(m)
			if wait > p.blockTime {
				t.Fatalf("a transaction waits %v", wait)
			}
			clock = clock.Add(max(wait, 0))
			stamp := p.timestamp(clock, head)
			if stamp < head+p.step() {
				t.Fatalf("timestamp %d follows %d", stamp, head)
			}
			if lead := time.Unix(int64(stamp), 0).Sub(clock); lead > p.slack && lead > 0 {
				t.Fatalf("timestamp leads by %v, slack is %v", lead, p.slack)
			}
			head, last = stamp, clock
		}
	})
}
