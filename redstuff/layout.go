package redstuff

import "github.com/walrus-go/walrus/redstuff/internal/gf16"

const groupSize = 64

// layout says how vectors of equally long symbols become units for the one-dimensional code (performance.md 5.2, 5.3).
// A unit holds at most limit 64-byte groups, so that all rows of a code word and its work area stay in the cache: small
// symbols share a unit, big ones are cut between groups and coded part by part.
type layout struct {
	size   int // bytes of a symbol
	groups int // whole groups of a symbol
	tail   int // bytes after them
	limit  int
}

func newLayout(size, limit int) layout {
	return layout{size: size, groups: size / groupSize, tail: size % groupSize, limit: limit}
}

// unitGroups returns the limit for n shards: source, parity and work rows of a unit, about 2n, in 1 MiB.
func unitGroups(n int) int { return min(max(1<<20/(2*n*groupSize), 4), 64) }

// piece is what one unit holds: of count symbols from first on the same groups, and maybe the tails.
type piece struct {
	first, count int
	from, groups int
	tails        bool
}

// unit returns the bytes of a row that holds the piece.
func (l *layout) unit(p piece) int {
	u := p.count * p.groups * groupSize
	if p.tails {
		u += gf16.PackedSize(l.tail, p.count)
	}
	return u
}

// batch returns how many symbols fit into a unit whole, at least 1.
func (l *layout) batch() int {
	if l.tail == 0 {
		return max(l.limit/l.groups, 1)
	}
	per := gf16.TailsPerGroup(l.tail)
	if l.groups == 0 {
		return l.limit * per
	}
	m := max(l.limit/l.groups, 1)
	for m > 1 && m*l.groups+(m+per-1)/per > l.limit {
		m--
	}
	return m
}

// appendPieces appends the pieces that cover a vector of count symbols.
func (l *layout) appendPieces(out []piece, count int) []piece {
	if l.groups <= l.limit {
		batch := l.batch()
		for first := 0; first < count; first += batch {
			out = append(out, piece{first, min(batch, count-first), 0, l.groups, l.tail > 0})
		}
		return out
	}
	for i := range count {
		for from := 0; from < l.groups; from += l.limit {
			out = append(out, piece{i, 1, from, min(l.limit, l.groups-from), false})
		}
	}
	if l.tail > 0 {
		batch := l.limit * gf16.TailsPerGroup(l.tail)
		for first := 0; first < count; first += batch {
			out = append(out, piece{first, min(batch, count-first), 0, 0, true})
		}
	}
	return out
}

// pack writes the piece of the vector whose i-th symbol is at src[i*stride:] to a unit.
func (l *layout) pack(unit, src []byte, stride int, p piece) {
	size := p.groups * groupSize
	if size > 0 {
		at := p.first*stride + p.from*groupSize
		for range p.count {
			copy(unit[:size], src[at:])
			unit, at = unit[size:], at+stride
		}
	}
	if p.tails {
		gf16.PackTails(unit, src[p.first*stride+l.groups*groupSize:], l.tail, p.count, stride)
	}
}

// unpack is the inverse of pack.
func (l *layout) unpack(dst []byte, stride int, unit []byte, p piece) {
	size := p.groups * groupSize
	if size > 0 {
		at := p.first*stride + p.from*groupSize
		for range p.count {
			copy(dst[at:at+size], unit)
			unit, at = unit[size:], at+stride
		}
	}
	if p.tails {
		gf16.UnpackTails(dst[p.first*stride+l.groups*groupSize:], unit, l.tail, p.count, stride)
	}
}
