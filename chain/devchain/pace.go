package devchain

import "time"

// reason says why a block is made.
type reason int

const (
	nothing      reason = iota
	transactions        // a transaction waits
	heartbeat           // the newest block is old
	cooling             // the base fee is still high from load that has passed
)

// pace holds the rules of block time (chain.md §3.2, §3.4). It decides and does nothing.
type pace struct {
	blockTime, slack, heartbeat time.Duration
}

// moment is what the decision depends on.
type moment struct {
	clock   time.Time     // chain clock
	head    time.Time     // timestamp of the newest block
	idle    time.Duration // since this process made its last block, or started, whatever the clock did
	pending int           // transactions that could be executed
	hot     bool          // the base fee is above that of the first block
}

// step is the least distance of timestamps, in seconds.
func (p pace) step() uint64 { return uint64(max(p.blockTime, time.Second) / time.Second) }

// timestamp is that of a block made at the given time.
func (p pace) timestamp(clock time.Time, head uint64) uint64 {
	return max(uint64(max(clock.Unix(), 0)), head+p.step())
}

// next returns the next reason for a block and how long it has to wait; a wait of zero or less means that the block
// is due. Without a reason, the wait is how long nothing can happen but a new transaction.
func (p pace) next(m moment) (reason, time.Duration) {
	switch {
	case m.pending > 0:
		return transactions, p.spaced(m, p.slack)
	case m.hot:
		return cooling, p.spaced(m, 0)
	case p.heartbeat > 0:
		return heartbeat, p.heartbeat - m.age()
	}
	return nothing, time.Minute
}

// stale reports whether the newest block is so old that even an empty one is wanted.
func (p pace) stale(m moment) bool { return p.heartbeat > 0 && m.age() >= p.heartbeat }

// age of the newest block, by the clock or by this process, whichever says more.
func (m moment) age() time.Duration { return max(m.clock.Sub(m.head), m.idle) }

// spaced waits until the next timestamp is at most slack ahead of the clock. The wait never exceeds one block time
// after the last block, so a clock that was set back cannot stop the chain.
func (p pace) spaced(m moment, slack time.Duration) time.Duration {
	if p.blockTime < time.Second {
		return p.blockTime - m.idle
	}
	lead := m.head.Add(p.blockTime).Add(-slack).Sub(m.clock)
	return min(lead, p.blockTime-m.idle)
}
