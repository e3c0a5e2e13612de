package gf16

import "fmt"

// EncodeWork returns the bytes of scratch memory that Encode needs for rows of unit bytes.
func (c *Code) EncodeWork(unit int) int { return 2 * c.window * unit }

// Encode computes the parity rows. source holds Source() rows of unit bytes, contiguous; parity receives Parity() rows;
// work is scratch of at least EncodeWork(unit) bytes, whose contents do not matter. The three must not overlap.
// It panics if unit is not a positive multiple of 64 or a buffer is too short; longer buffers are fine.
func (c *Code) Encode(parity, source, work []byte, unit int) {
	checkUnit(unit)
	source = rows(source, c.source, unit, "source")
	parity = rows(parity, c.parity, unit, "parity")
	work = rows(work, 2*c.window, unit, "work")
	first, second := work[:c.window*unit], work[c.window*unit:]
	if c.high {
		c.encodeHigh(parity, source, first, second, unit)
	} else {
		c.encodeLow(parity, source, first, second, unit)
	}
}

func (c *Code) encodeHigh(parity, source, acc, window []byte, unit int) {
	c.load(acc, source, 0, unit)
	for i := 1; i < len(c.spread); i++ {
		c.load(window, source, i, unit)
		c.kernels.add(acc, window)
	}
	c.store(parity, acc, window, 0, unit)
}

func (c *Code) encodeLow(parity, source, coefficients, window []byte, unit int) {
	c.load(coefficients, source, 0, unit)
	for i := range c.collect {
		c.store(parity, coefficients, window, i, unit)
	}
}

// load sets dst to the IFFT of the i-th window of source rows, padded with zero rows.
func (c *Code) load(dst, source []byte, i, unit int) {
	source = source[i*c.window*unit:]
	source = source[:min(len(source), len(dst))]
	passes := c.spread[i]
	if len(passes) == 0 {
		copy(dst, source)
		return
	}
	// The first pass moves whole blocks from source to dst; a last partial block is padded in place.
	first := passes[0]
	block := first.rows() * unit
	first.blocks = len(source) / block
	whole := first.blocks * block
	first.run(&c.kernels.ifft, dst, source, unit, c.constants)
	copy(dst[whole:], source[whole:])
	clear(dst[len(source):])
	if whole < len(source) {
		rest := passes[0]
		rest.start, rest.q, rest.blocks = whole/unit, rest.q+first.blocks, 1
		rest.run(&c.kernels.ifft, dst, dst, unit, c.constants)
	}
	for _, p := range passes[1:] {
		p.run(&c.kernels.ifft, dst, dst, unit, c.constants)
	}
}

// store writes the i-th window of parity rows: the FFT of the coefficients, which stay as they are unless window is
// the same memory.
func (c *Code) store(parity, coefficients, window []byte, i, unit int) {
	parity = parity[i*c.window*unit:]
	parity = parity[:min(len(parity), c.window*unit)]
	passes := c.collect[i]
	if len(passes) == 0 {
		copy(parity, coefficients)
		return
	}
	from := coefficients
	last := passes[len(passes)-1]
	for _, p := range passes[:len(passes)-1] {
		p.run(&c.kernels.fft, window, from, unit, c.constants)
		from = window
	}
	// The last pass moves whole blocks from window to parity; of a last partial block, some rows are wanted.
	block := last.rows() * unit
	rest := last
	last.blocks = len(parity) / block
	whole := last.blocks * block
	last.run(&c.kernels.fft, parity, from, unit, c.constants)
	if whole < len(parity) {
		rest.start, rest.q, rest.blocks = whole/unit, rest.q+last.blocks, 1
		rest.run(&c.kernels.fft, window, from, unit, c.constants)
		copy(parity[whole:], window[whole:])
	}
}

func checkUnit(unit int) {
	if unit <= 0 || unit%64 != 0 {
		panic(fmt.Sprintf("gf16: unit of %d bytes is not a positive multiple of 64", unit))
	}
}

// rows returns the first count rows of a buffer of the caller.
func rows(b []byte, count, unit int, name string) []byte {
	if len(b)/unit < count {
		panic(fmt.Sprintf("gf16: %s has %d bytes, want %d rows of %d", name, len(b), count, unit))
	}
	return b[:count*unit]
}
