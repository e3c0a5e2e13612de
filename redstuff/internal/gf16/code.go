// Package gf16 is the one-dimensional erasure code: systematic Leopard Reed–Solomon over GF(2^16), byte-exact with
// encoding.md section 2.
//
// # The idea
//
// A code word is a polynomial evaluated at consecutive points, and additive Fourier transforms between
// coefficients and evaluations take n log n row operations. A transform is a list of passes, fixed by the shape alone; a
// pass is one call of a kernel over long runs of memory. Everything but the kernels is the same on every CPU.
//
// # Rows
//
// The code works on rows of unit bytes, unit a positive multiple of 64. A row is a sequence of 64-byte groups, each 32
// field elements: their 32 low bytes, then their 32 high bytes. Every element position is coded by itself, so a row may
// be a symbol, a part of one cut between groups, or several symbols side by side. [Spread] and [Gather] convert
// symbols of any even size, [Code.Pack] and [Code.Unpack] put the odd ends of several symbols into common groups.
// Encoding is fastest when its work area, 1024 rows for 1000 symbols, stays within half of the second-level cache: cut longer
// rows into units of 256 to 1024 bytes.
//
// # Concurrency
//
// A [Code] and a [Plan] never change: any number of goroutines may use one, each with its own work area.
// Encode and Decode do not allocate.
package gf16

import "fmt"

// maxPoints is the number of evaluation points: the elements of the field.
const maxPoints = 65536

// Code is a systematic code with a fixed number of source and parity symbols (encoding.md 2.4–2.6).
type Code struct {
	source, parity int
	high           bool // high-rate engine
	window         int  // M: rows of an encoding transform
	points         int  // N: rows of the decoding transforms
	kernels        *engine
	constants      []uint64 // multipliers, see engine.multipliers
	spread         [][]pass // IFFT of each window of source rows
	collect        [][]pass // FFT of each window of parity rows
	logWalsh       []uint16 // Walsh transform of log*, first points entries
}

// NewCode returns the code for the given numbers of symbols. It fails if either is below 1 or if
// min(pow2(source), pow2(parity)) + max(source, parity) exceeds 65536.
// For 1000 symbols it takes about 0.1 ms and 150 KiB, the first code of a process 1 ms more: keep and share it.
// The code uses the kernels in use now, see Use.
func NewCode(source, parity int) (*Code, error) {
	if source < 1 || parity < 1 || source > maxPoints || parity > maxPoints ||
		min(pow2(source), pow2(parity))+max(source, parity) > maxPoints {
		return nil, fmt.Errorf("make code of %d source and %d parity symbols: unsupported shape", source, parity)
	}
	c := &Code{source: source, parity: parity, kernels: active}
	c.high = pow2(source) > pow2(parity) || pow2(source) == pow2(parity) && source <= parity
	long := parity
	if c.high {
		c.window, long = pow2(parity), source
	} else {
		c.window = pow2(source)
	}
	c.points = pow2(c.window + long)
	used := max(c.points, c.window*(1+ceilDiv(long, c.window)))
	c.constants = c.kernels.multipliers(used / 2)
	c.logWalsh = logWalsh(c.points)
	c.schedule()
	return c, nil
}

// schedule lists the passes of the encoder (encoding.md 2.5).
func (c *Code) schedule() {
	m, radix := c.window, c.kernels.maxRadix
	inverse := func(point, rows int) {
		c.spread = append(c.spread, inverseSchedule(m, point, firstRows(m, rows), radix))
	}
	forward := func(point, rows int) {
		c.collect = append(c.collect, forwardSchedule(m, point, firstRows(m, rows), radix))
	}
	if c.high {
		for at := 0; at < c.source; at += m {
			inverse(at+m, min(m, c.source-at))
		}
		forward(0, c.parity)
		return
	}
	inverse(0, c.source)
	for at := 0; at < c.parity; at += m {
		forward(at+m, min(m, c.parity-at))
	}
}

// Source returns the number of source symbols, which are symbols 0 … Source()-1 of a code word.
func (c *Code) Source() int { return c.source }

// Parity returns the number of parity symbols, which follow the source symbols.
func (c *Code) Parity() int { return c.parity }

// Total returns Source()+Parity().
func (c *Code) Total() int { return c.source + c.parity }

func pow2(x int) int {
	if x <= 1 {
		return 1
	}
	return 1 << bitLen(x-1)
}

func ceilDiv(a, b int) int { return (a + b - 1) / b }
