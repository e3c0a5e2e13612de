package sync

import "sync/atomic"

type counters struct{ slivers, bytes, failures, lies, inconsistent atomic.Uint64 }

// Stats are counts since New.
type Stats struct {
	Slivers      uint64 // rebuilt and stored
	Bytes        uint64 // bodies received from other nodes for that: metadata and symbols
	Failures     uint64 // tries that left something missing
	Lies         uint64 // answers that did not verify
	Inconsistent uint64 // tries that ended in a proof of inconsistency
	Running      int    // blobs being worked on
}

// Stats returns counts since New.
func (h *Healer) Stats() Stats {
	h.mu.Lock()
	running := len(h.running)
	h.mu.Unlock()
	c := &h.stats
	return Stats{c.slivers.Load(), c.bytes.Load(), c.failures.Load(), c.lies.Load(), c.inconsistent.Load(), running}
}
