package redstuff

import "github.com/walrus-go/walrus/redstuff/internal/lanehash"

// stripWidth is the number of columns in a strip: the lanes of the widest hash kernel.
const stripWidth = 8

// maxStrip is the size of all n rows of a strip above which strips are made narrower: about what a second-level cache holds.
const maxStrip = 4 << 20

// width returns the number of columns of a strip, a power of two so that strips are whole subtrees of the rows' trees.
// Strips are narrower if there are few columns and workers to feed, or if symbols are so big that a wide strip fits no
// cache at all.
func (c *Code) width(size, workers int) int {
	w := stripWidth
	for w > 1 && (workers > 1 && int(c.n)/w < 4*workers || int(c.n)*w*size > maxStrip) {
		w /= 2
	}
	return w
}

// inStrip returns the levels of a row's tree that lie inside a strip.
func (c *Code) inStrip(width int) int {
	levels := 0
	for 1<<levels < width && levels < c.tree.depth() {
		levels++
	}
	return levels
}

// rowNodes reduces the leaf hashes of a strip, n rows of w, to one node for each row.
func (c *Code) rowNodes(sc *scratch, dst []byte, w, levels int) {
	n, from := int(c.n), sc.leaves
	if levels == 0 {
		copy(dst, from)
		return
	}
	for l := range levels {
		next := (w + 1) / 2
		to := dst
		if l < levels-1 {
			to = grow(&sc.nodes[l&1], n*next*hashSize)
		}
		if w&1 == 0 {
			lanehash.Inner(to, hashSize, from, 2*hashSize, from[hashSize:], 2*hashSize, n*next)
		} else {
			c.oddRowLevel(to, from, w)
		}
		from, w = to, next
	}
}

// oddRowLevel is one level of rowNodes for an odd number of nodes in each row, the last of which meets an empty node.
func (c *Code) oddRowLevel(to, from []byte, w int) {
	n, next := int(c.n), (w+1)/2
	for p := range next {
		left := from[2*p*hashSize:]
		right, stride := emptyNode[:], 0
		if 2*p+1 < w {
			right, stride = left[hashSize:], w*hashSize
		}
		lanehash.Inner(to[p*hashSize:], next*hashSize, left, w*hashSize, right, stride, n)
	}
}

// columnRoots computes the roots of the w column trees over the leaf hashes of a strip.
func (c *Code) columnRoots(sc *scratch, roots []byte, w int) {
	from, pitch := sc.leaves, w*hashSize
	for count, l := int(c.n), 0; count > 1; l++ {
		next := (count + 1) / 2
		to := grow(&sc.nodes[l&1], next*pitch)
		if next == 1 {
			to = roots
		}
		columnLevel(to, from, w, count)
		from, count = to, next
	}
}

// columnLevel computes one level of w trees whose nodes lie row by row. Lanes go across the trees or along them,
// whichever fills more of them.
func columnLevel(to, from []byte, w, count int) {
	pitch, pairs := w*hashSize, count/2
	if w*((pairs+7)/8) < pairs*((w+7)/8) {
		for i := range w {
			at := i * hashSize
			lanehash.Inner(to[at:], pitch, from[at:], 2*pitch, from[pitch+at:], 2*pitch, pairs)
		}
	} else {
		for p := range pairs {
			lanehash.Inner(to[p*pitch:], hashSize, from[2*p*pitch:], hashSize, from[(2*p+1)*pitch:], hashSize, w)
		}
	}
	if count&1 == 1 {
		lanehash.Inner(to[pairs*pitch:], hashSize, from[2*pairs*pitch:], hashSize, emptyNode[:], 0, w)
	}
}
