package redstuff

import (
	"github.com/walrus-go/walrus"
)

// strips is the second stage of encoding: adjacent columns together are extended and hashed while they are in the cache
// (performance.md 5.1). It is shared by workers, each with strips of its own.
type strips struct {
	c      *Code
	lay    layout
	width  int
	levels int // of the rows' trees inside a strip
	count  int
	roots  []byte // of all column trees
	forest *forest
}

func (c *Code) newStrips(size, width int) *strips {
	count := (int(c.n) + width - 1) / width
	return &strips{
		c: c, lay: newLayout(size, c.limit), width: width, levels: c.inStrip(width), count: count,
		roots: make([]byte, int(c.n)*hashSize), forest: newForest(int(c.n), count),
	}
}

// columns returns the first column of strip t and their number.
func (s *strips) columns(t int) (first, w int) {
	first = t * s.width
	return first, min(s.width, int(s.c.n)-first)
}

// code extends the k source rows of strip t into the n-k rows dst and hashes all of them.
func (s *strips) code(sc *scratch, t int, src rows, srcGapless bool, dst rows, dstGapless bool) {
	c, size := s.c, s.lay.size
	first, w := s.columns(t)
	sc.leaves = grow(&sc.leaves, int(c.n)*w*hashSize)
	hashRows(sc.leaves, size, w, c.k, src, srcGapless)
	sc.encode(c.axes[walrus.Primary], &s.lay, w, dst, size, src, size)
	hashRows(sc.leaves[c.k*w*hashSize:], size, w, int(c.n)-c.k, dst, dstGapless)

	c.columnRoots(sc, s.roots[first*hashSize:], w)
	nodes := s.forest.take()
	c.rowNodes(sc, nodes, w, s.levels)
	s.forest.add(t, nodes)
}

// metadata returns the metadata when all strips are coded.
func (s *strips) metadata(length uint64) (*VerifiedMetadata, error) {
	return s.c.metadata(length, s.forest.root, s.roots)
}

// memoryStrips are strips of a blob in memory.
type memoryStrips struct {
	*strips
	e *Encoded
}

// run encodes strip t.
func (s memoryStrips) run(sc *scratch, t int) error {
	first, w := s.columns(t)
	src, gapless := s.source(sc, first, w)
	s.emitSecondary(src, first, w)
	dst, direct := s.parity(sc, first, w)
	s.code(sc, t, src, gapless, dst, !direct)
	if !direct {
		s.emitParity(dst, first, w)
	}
	return nil
}

// source returns the k source rows of a strip. A full strip inside the blob is read in place; one that is narrow or
// crosses the border of blob and row parity is copied together, without gaps, so that its leaves fill the lanes.
func (s memoryStrips) source(sc *scratch, first, w int) (src rows, gapless bool) {
	m, size := &s.e.matrix, s.lay.size
	k, cols, extLen := s.c.k, s.c.cols, s.c.n.MaxFaulty()*s.lay.size
	inBlob := min(max(cols-first, 0), w) * size
	if w == stripWidth && inBlob == w*size {
		return m.rows(first), false
	}
	if w == stripWidth && inBlob == 0 {
		return evenly(s.e.ext[(first-cols)*size:], extLen), false
	}
	buffer := grow(&sc.cells, k*w*size)
	for r := range k {
		dst := buffer[r*w*size:][:w*size]
		if inBlob > 0 {
			copy(dst[:inBlob], m.from(r)[first*size:])
		}
		copy(dst[inBlob:], s.e.ext[r*extLen+max(first-cols, 0)*size:])
	}
	return evenly(buffer, w*size), true
}

// parity returns where the n-k parity rows of a strip go: directly into the primary slivers if a full strip lies
// inside them, else into scratch memory without gaps.
func (s memoryStrips) parity(sc *scratch, first, w int) (dst rows, direct bool) {
	size := s.lay.size
	if s.e.parity != nil && w == stripWidth && first+w <= s.c.cols {
		return evenly(s.e.parity[first*size:], s.c.cols*size), true
	}
	return evenly(grow(&sc.extra, (int(s.c.n)-s.c.k)*w*size), w*size), false
}

// emitParity copies the symbols that belong to primary slivers.
func (s memoryStrips) emitParity(src rows, first, w int) {
	if s.e.parity == nil || first >= s.c.cols {
		return
	}
	size := s.lay.size
	length := min(w, s.c.cols-first) * size
	for r := range int(s.c.n) - s.c.k {
		copy(s.e.parity[(r*s.c.cols+first)*size:], src.at(r)[:length])
	}
}

// emitSecondary copies the w columns of a strip into the secondary slivers.
func (s memoryStrips) emitSecondary(src rows, first, w int) {
	if s.e.secondary == nil {
		return
	}
	size := s.lay.size
	length := s.c.k * size
	out := s.e.secondary[first*length : (first+w)*length]
	for r := range s.c.k {
		row := src.at(r)
		for i := range w {
			copy(out[i*length+r*size:][:size], row[i*size:])
		}
	}
}
