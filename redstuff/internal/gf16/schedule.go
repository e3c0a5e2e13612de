package gf16

// pass is one call of a kernel: blocks consecutive blocks of radix*dist rows, the first at row start of the window.
type pass struct {
	radix  int // log2
	dist   int // rows
	start  int // row of the first block
	blocks int
	q      int // index of the first block, counted from evaluation point 0
}

// rows returns how many rows one block covers.
func (p pass) rows() int { return p.dist << p.radix }

// run applies the pass to a window; dst and src begin at row 0 of the window.
func (p pass) run(kernels *[4]butterflies, dst, src []byte, unit int, constants []uint64) {
	at := p.start * unit
	kernels[p.radix](dst[at:], src[at:], p.dist*unit, p.blocks, constants, p.q)
}

// rowSet tells which rows of a window matter, as counts of such rows below each position.
type rowSet []int32

// firstRows returns the set of the first count rows of a window.
func firstRows(window, count int) rowSet {
	s := make(rowSet, window+1)
	for i := range window {
		s[i+1] = int32(min(i+1, count))
	}
	return s
}

// any reports whether a row of [from, to) is in the set.
func (s rowSet) any(from, to int) bool { return s[to] > s[from] }

// layers splits the log2(window) layers of a transform into passes of at most maxRadix layers, small distances first.
// The remainder is taken where it is cheapest: pairs rather than a triple and a single.
func layers(window, maxRadix int) []pass {
	left := bitLen(window) - 1
	var out []pass
	for dist := 1; left > 0; {
		radix := min(left, maxRadix)
		if left == maxRadix+1 && maxRadix > 2 {
			radix = maxRadix - 1
		}
		out = append(out, pass{radix: radix, dist: dist})
		dist <<= radix
		left -= radix
	}
	return out
}

// inverseSchedule lists the passes of IFFT(window, point) of encoding.md 2.3, leaving out the blocks in which all rows
// are zero: rows outside live must hold zeros.
func inverseSchedule(window, point int, live rowSet, maxRadix int) []pass {
	var out []pass
	for _, layer := range layers(window, maxRadix) {
		out = appendRuns(out, layer, window, point, live)
	}
	return out
}

// forwardSchedule lists the passes of FFT(window, point), leaving out the blocks whose results are not needed.
func forwardSchedule(window, point int, needed rowSet, maxRadix int) []pass {
	var out []pass
	all := layers(window, maxRadix)
	for i := len(all) - 1; i >= 0; i-- {
		out = appendRuns(out, all[i], window, point, needed)
	}
	return out
}

// appendRuns appends a pass for every run of adjacent blocks that have a row in the set.
func appendRuns(out []pass, layer pass, window, point int, set rowSet) []pass {
	size := layer.rows()
	for b := 0; b < window; {
		end := b
		for end < window && set.any(end, end+size) {
			end += size
		}
		if end > b {
			run := layer
			run.start, run.blocks, run.q = b, (end-b)/size, (b+point)/size
			out = append(out, run)
		}
		b = end + size
	}
	return out
}
