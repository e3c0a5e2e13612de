package gf16

import "math/bits"

// Decode computes the missing source rows. received holds Source() rows of unit bytes in the order of the indices given
// to Code.Plan; missing gets one row for each of Missing(); work is scratch of at least DecodeWork(unit) bytes, whose
// contents do not matter. The three must not overlap. Present source rows are not copied: the caller has them.
// It panics if unit is not a positive multiple of 64 or a buffer is too short; longer buffers are fine.
func (p *Plan) Decode(missing, received, work []byte, unit int) {
	checkUnit(unit)
	if len(p.missing) == 0 {
		return
	}
	c := p.code
	received = rows(received, c.source, unit, "received")
	missing = rows(missing, len(p.missing), unit, "missing")
	work = rows(work, c.points, unit, "work")
	p.scatter(work, received, unit)
	for _, pass := range p.inverse {
		pass.run(&c.kernels.ifft, work, work, unit, c.constants)
	}
	c.kernels.derive(work, p.derived, c.points, unit)
	for _, pass := range p.forward {
		pass.run(&c.kernels.fft, work, work, unit, c.constants)
	}
	w := c.kernels.words
	for row, index := range p.missing {
		at := c.position(index) * unit
		c.kernels.mul(missing[row*unit:][:unit], work[at:][:unit], p.unscale[row*w:][:w])
	}
}

// scatter puts each received row, times its locator value, at its position, and zeros everywhere else.
func (p *Plan) scatter(work, received []byte, unit int) {
	w := p.code.kernels.words
	for at, row := range p.received {
		dst := work[at*unit:][:unit]
		if row < 0 {
			clear(dst)
			continue
		}
		p.code.kernels.mul(dst, received[int(row)*unit:][:unit], p.scale[int(row)*w:][:w])
	}
}

// derive replaces the first count of n rows of coefficients by those of the formal derivative: rows p+2^j for the zero
// bits j of p are added to row p (encoding.md 2.6 step 4). That row p itself stays in the sum does no harm, since the word
// vanishes at the points that are read afterwards. Rows are taken in ascending order, so that none is used after it changed.
func (e *engine) derive(work []byte, count, n, unit int) {
	if e.derive8 != nil && count >= 8 {
		for p := 0; p < count; p += 8 {
			e.derive8(work[p*unit:], unit, (n-1)&^7&^p)
		}
		return
	}
	for i := 1; i < n; i++ {
		w := i & -i
		from := i - w
		if from >= count {
			continue
		}
		size := min(w, count-from) * unit
		to := work[from*unit:][:size]
		e.add(to, work[i*unit:][:size])
	}
}

// locator returns for each point p of the code the exponent of the product of (p xor q) over all erased q ≠ p, up to a
// common constant (encoding.md 2.6 step 2). The sum over q is a dyadic convolution: a Walsh transform turns it into
// products.
func (c *Code) locator(erased func(at int) bool) []uint16 {
	n := c.points
	sums := make([]int64, n)
	for at := range sums {
		if erased(at) {
			sums[at] = 1
		}
	}
	walsh(sums)
	for i, s := range sums {
		sums[i] = reduce(s) * int64(c.logWalsh[i]) % modulus
	}
	walsh(sums)
	scale := int64(1) << (16 - (bits.Len(uint(n)) - 1)) // 1/n modulo 65535
	exponents := make([]uint16, n)
	for i, s := range sums {
		exponents[i] = uint16(reduce(s) * scale % modulus)
	}
	return exponents
}

// logWalsh returns the Walsh transform of the first n logarithms, with 0 for the logarithm of 0, modulo 65535.
func logWalsh(n int) []uint16 {
	f := tables()
	sums := make([]int64, n)
	for i := 1; i < n; i++ {
		sums[i] = int64(f.log[i])
	}
	walsh(sums)
	out := make([]uint16, n)
	for i, s := range sums {
		out[i] = uint16(reduce(s))
	}
	return out
}

// walsh transforms in place, without normalising. With at most 2^16 entries below 2^16 in size nothing overflows.
func walsh(x []int64) {
	for d := 1; d < len(x); d *= 2 {
		for b := 0; b < len(x); b += 2 * d {
			low, high := x[b:b+d], x[b+d:b+2*d]
			for i, u := range low {
				v := high[i]
				low[i], high[i] = u+v, u-v
			}
		}
	}
}

// reduce returns the representative of s modulo 65535 in 0 … 65534.
func reduce(s int64) int64 {
	s %= modulus
	if s < 0 {
		s += modulus
	}
	return s
}
