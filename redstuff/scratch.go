package redstuff

import (
	"sync"

	"github.com/walrus-go/walrus/redstuff/internal/gf16"
)

// scratch is the work area of one worker.
type scratch struct {
	source, parity, work []byte // rows of units
	pieces               []piece
	packing              gf16.Packing // of the piece in work
	leaves               []byte       // hashes of a strip, row by row
	nodes                [2][]byte    // levels of trees over a strip
	tree                 []byte       // one tree over n leaves
	cells                []byte       // symbols of a strip: source rows
	extra                []byte       // symbols of a strip or row: parity
	units                int          // coded so far
}

// idleScratch keeps work areas between calls. A mutex guards it, not a channel: a Code outlives the bubbles of
// testing/synctest, which a channel must not.
type idleScratch struct {
	mu    sync.Mutex
	areas []*scratch
}

// pool keeps work areas that are not in use. It is a list under a lock rather than a channel, so that a shared Code also
// works inside testing/synctest bubbles.
type pool struct {
	most int // work areas to keep
	keep int // bytes of a strip buffer to keep

	mu   sync.Mutex
	idle []*scratch
}

// A Code keeps a few work areas between calls, some megabytes each for 1000 shards.
const (
	maxIdle = 8
	maxKeep = 8 << 20
)

func (p *pool) acquire() *scratch {
	p.mu.Lock()
	defer p.mu.Unlock()
	last := len(p.idle) - 1
	if last < 0 {
		return &scratch{}
	}
	sc := p.idle[last]
	p.idle = p.idle[:last]
	return sc
}

func (p *pool) release(sc *scratch) {
	for _, b := range []*[]byte{&sc.cells, &sc.extra} {
		if cap(*b) > p.keep {
			*b = nil
		}
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.idle) < p.most {
		p.idle = append(p.idle, sc)
	}
}

// grow returns a slice of size bytes in *b, with any contents.
func grow(b *[]byte, size int) []byte {
	if cap(*b) < size {
		*b = make([]byte, size)
	}
	return (*b)[:size]
}

// rows are rows of symbols: either pitch bytes apart in one buffer, of which those from split on lie in another; or all
// over, from the same offset of each entry of a list. It is a plain value because one is made for each strip.
type rows struct {
	head, rest []byte
	split      int
	pitch      int
	list       [][]byte
	offset     int
}

// evenly returns rows that lie pitch bytes apart in one buffer.
func evenly(b []byte, pitch int) rows { return rows{rest: b, pitch: pitch} }

// scattered returns rows that begin at the offset of each entry of a list.
func scattered(list [][]byte, offset int) rows { return rows{list: list, offset: offset} }

// at returns the memory from the start of row r on.
func (s *rows) at(r int) []byte {
	if s.list != nil {
		return s.list[r][s.offset:]
	}
	if r < s.split {
		return s.head[r*s.pitch:]
	}
	return s.rest[(r-s.split)*s.pitch:]
}

// encode computes the parity rows of count code words, of which the i-th consists of the i-th symbols of all rows.
func (sc *scratch) encode(code *gf16.Code, l *layout, count int, dst rows, dstStride int, src rows, srcStride int) {
	sc.pieces = l.appendPieces(sc.pieces[:0], count)
	for _, p := range sc.pieces {
		sc.packing = l.packing(p)
		unit, srcAt, dstAt := sc.packing.Unit(), p.at(srcStride), p.at(dstStride)
		sc.units++
		source := grow(&sc.source, code.Source()*unit)
		parity := grow(&sc.parity, code.Parity()*unit)
		for r := range code.Source() {
			code.Pack(&sc.packing, source[r*unit:], src.at(r)[srcAt:], srcStride)
		}
		code.Encode(parity, source, grow(&sc.work, code.EncodeWork(unit)), unit)
		for r := range code.Parity() {
			code.Unpack(&sc.packing, dst.at(r)[dstAt:], parity[r*unit:], dstStride)
		}
	}
}

// decode computes the missing source rows of count code words from the received rows, in the order of the plan, and does
// nothing if none is missing. dst
// is asked for the index of a source row, not for its place among the missing ones.
func (sc *scratch) decode(code *gf16.Code, plan *gf16.Plan, l *layout, count int, dst rows, dstStride int, src rows, srcStride int) {
	missing := plan.Missing()
	if len(missing) == 0 {
		return
	}
	sc.pieces = l.appendPieces(sc.pieces[:0], count)
	for _, p := range sc.pieces {
		sc.packing = l.packing(p)
		unit, srcAt, dstAt := sc.packing.Unit(), p.at(srcStride), p.at(dstStride)
		sc.units++
		received := grow(&sc.source, code.Source()*unit)
		decoded := grow(&sc.parity, len(missing)*unit)
		for r := range code.Source() {
			code.Pack(&sc.packing, received[r*unit:], src.at(r)[srcAt:], srcStride)
		}
		plan.Decode(decoded, received, grow(&sc.work, plan.DecodeWork(unit)), unit)
		for r, index := range missing {
			code.Unpack(&sc.packing, dst.at(index)[dstAt:], decoded[r*unit:], dstStride)
		}
	}
}
