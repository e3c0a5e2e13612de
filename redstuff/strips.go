package redstuff

import (
	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/redstuff/internal/lanehash"
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

// code extends the k source rows of strip t into n-k parity rows and hashes all of them. Rows have no gaps between them, so
// that hashing them fills all lanes whatever the width.
func (s *strips) code(sc *scratch, t int, source, parity []byte) {
	c, size := s.c, s.lay.size
	first, w := s.columns(t)
	sc.leaves = grow(&sc.leaves, int(c.n)*w*hashSize)
	lanehash.Leaves(sc.leaves, source, size, c.k*w, size)
	sc.encode(c.axes[walrus.Primary], &s.lay, w, evenly(parity, w*size), size, evenly(source, w*size), size)
	lanehash.Leaves(sc.leaves[c.k*w*hashSize:], parity, size, (int(c.n)-c.k)*w, size)

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

// run encodes strip t. Rows lie far apart in the blob and in the slivers, so each is touched once, in one run: symbols are
// gathered, worked on in scratch memory without gaps, and copied to the slivers at the end.
func (s memoryStrips) run(sc *scratch, t int) error {
	first, w := s.columns(t)
	pitch := w * s.lay.size
	source := grow(&sc.cells, s.c.k*pitch)
	parity := grow(&sc.extra, (int(s.c.n)-s.c.k)*pitch)
	s.gather(source, first, w)
	s.code(sc, t, source, parity)
	s.emitSecondary(source, first, w)
	s.emitParity(parity, first, w)
	return nil
}

// gather copies the k source rows of a strip together, out of the blob and the row parity.
func (s memoryStrips) gather(dst []byte, first, w int) {
	cols, size := s.c.cols, s.lay.size
	extLen := s.c.n.MaxFaulty() * size
	inBlob := min(max(cols-first, 0), w) * size
	for r := range s.c.k {
		row := dst[r*w*size:][:w*size]
		if inBlob > 0 {
			copy(row[:inBlob], s.e.matrix.from(r)[first*size:])
		}
		copy(row[inBlob:], s.e.ext[r*extLen+max(first-cols, 0)*size:])
	}
}

// emitParity copies the symbols of a strip's parity rows that belong to primary slivers.
func (s memoryStrips) emitParity(parity []byte, first, w int) {
	if s.e.parity == nil || first >= s.c.cols {
		return
	}
	size := s.lay.size
	length := min(w, s.c.cols-first) * size
	for r := range int(s.c.n) - s.c.k {
		copy(s.e.parity[(r*s.c.cols+first)*size:], parity[r*w*size:][:length])
	}
}

// emitSecondary copies the columns of a strip into the secondary slivers.
func (s memoryStrips) emitSecondary(source []byte, first, w int) {
	if s.e.secondary == nil {
		return
	}
	size, length := s.lay.size, s.c.k*s.lay.size
	out := s.e.secondary[first*length : (first+w)*length]
	for i := range w {
		transpose(out[i*length:][:length], source[i*size:], size, w*size)
	}
}

// transpose copies the symbols that lie pitch bytes apart to dst, one after the other.
func transpose(dst, src []byte, size, pitch int) {
	for at := 0; len(dst) > 0; at += pitch {
		dst = dst[copy(dst[:size], src[at:]):]
	}
}
