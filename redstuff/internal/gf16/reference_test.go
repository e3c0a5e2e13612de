package gf16

import "math/rand/v2"

// The reference code evaluates the interpolating polynomials of encoding.md 2.5 point by point, with logarithms and
// nothing else: no transform, no kernel. Elements and points are Cantor coordinates.

func (f *field) inverse(x uint16) uint16 { return f.exp[modulus-f.log[x]] }

// interpolateAt returns the value at point z of the polynomial of degree below window with value values[i] at point
// base+i, and zero at the other points of the window. z is outside the window.
func (f *field) interpolateAt(z int, base, window int, values, weights []uint16) uint16 {
	vanishing := uint16(1)
	for i := range window {
		vanishing = f.mul(vanishing, uint16(z^(base+i)))
	}
	var sum uint16
	for i, v := range values {
		sum ^= f.mul(f.mul(v, weights[i]), f.inverse(uint16(z^(base+i))))
	}
	return f.mul(sum, vanishing)
}

// weights returns the barycentric weights of a window. They depend on its size alone, as its points are a coset.
func (f *field) weights(window int) []uint16 {
	product := uint16(1)
	for j := 1; j < window; j++ {
		product = f.mul(product, uint16(j))
	}
	w := make([]uint16, window)
	for i := range w {
		w[i] = f.inverse(product)
	}
	return w
}

// referenceParity encodes one element of each source symbol.
func referenceParity(source []uint16, parity int) []uint16 {
	f, o := tables(), len(source)
	out := make([]uint16, parity)
	if high := pow2(o) > pow2(parity) || pow2(o) == pow2(parity) && o <= parity; high {
		m := pow2(parity)
		weights := f.weights(m)
		for at := 0; at < o; at += m {
			values := source[at:min(at+m, o)]
			for j := range out {
				out[j] ^= f.interpolateAt(j, m+at, m, values, weights)
			}
		}
		return out
	}
	m := pow2(o)
	weights := f.weights(m)
	for j := range out {
		out[j] = f.interpolateAt(m+j, 0, m, source, weights)
	}
	return out
}

// element reads element e of a row.
func element(row []byte, e int) uint16 {
	at := e/32*64 + e%32
	return uint16(row[at]) | uint16(row[at+32])<<8
}

// randomRows returns count rows of unit bytes.
func randomRows(rng *rand.Rand, count, unit int) []byte {
	b := make([]byte, count*unit)
	fillRandom(rng, b)
	return b
}

func fillRandom(rng *rand.Rand, b []byte) {
	for i := range b {
		b[i] = byte(rng.Uint32())
	}
}

// dirty returns scratch memory that is not zero.
func dirty(n int) []byte {
	b := make([]byte, n)
	for i := range b {
		b[i] = 0xA5
	}
	return b
}
