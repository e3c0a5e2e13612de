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

// piece is what one unit holds: of count symbols from first on the groups from…from+groups-1, and maybe the tails, which
// follow the last group.
type piece struct {
	first, count int
	from, groups int
	tails        bool
}

// packing returns the form of the unit that holds the piece.
func (l *layout) packing(p piece) gf16.Packing {
	if !p.tails {
		return gf16.NewPacking(p.count, p.groups, 0)
	}
	return gf16.NewPacking(p.count, p.groups, l.tail)
}

// batch returns how many symbols share a unit, at least 1: as many as fit, or fewer if these waste less of their groups.
func (l *layout) batch() int {
	if l.tail == 0 {
		return max(l.limit/l.groups, 1)
	}
	per := gf16.TailsPerGroup(l.tail)
	if l.groups == 0 {
		return l.limit * per
	}
	best, bestUnit := 1, l.groups+1
	for m := 2; ; m++ {
		unit := m*l.groups + (m+per-1)/per
		if unit > l.limit {
			return best
		}
		if m*bestUnit >= best*unit {
			best, bestUnit = m, unit
		}
	}
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
			out = append(out, piece{first, min(batch, count-first), l.groups, 0, true})
		}
	}
	return out
}

// at returns where the piece begins in a vector of symbols, stride bytes apart.
func (p piece) at(stride int) int { return p.first*stride + p.from*groupSize }
