package gf16

import "crypto/subtle"

// portable needs nothing but Go. A constant is four tables of 16 products, one for each nibble of the operand,
// four products to a word.
var portable = withBasis(engine{
	name:     "portable",
	words:    16,
	pack:     packNibbles,
	ifft:     [4]butterflies{1: portableIFFT2, 2: portableIFFT4},
	fft:      [4]butterflies{1: portableFFT2, 2: portableFFT4},
	maxRadix: 2,
	mul:      portableMul,
	add:      func(dst, src []byte) { subtle.XORBytes(dst, dst, src) },
})

func packNibbles(dst []uint64, images *[16]uint16) {
	for i := range dst[:16] {
		dst[i] = 0
	}
	for i := range 64 {
		nibble, value := i/16, i%16
		var product uint16
		for bit := range 4 {
			if value>>bit&1 == 1 {
				product ^= images[4*nibble+bit]
			}
		}
		dst[i/4] |= uint64(product) << (16 * (i % 4))
	}
}

// nibbleTable is the unpacked form of a portable constant.
type nibbleTable [4][16]uint16

func (t *nibbleTable) unpack(constants []uint64, index int) {
	words := constants[16*index:][:16]
	for i, w := range words {
		row := &t[i/4]
		at := i % 4 * 4
		row[at], row[at+1], row[at+2], row[at+3] = uint16(w), uint16(w>>16), uint16(w>>32), uint16(w>>48)
	}
}

// times returns the product with the element of the given low and high byte.
func (t *nibbleTable) times(low, high byte) uint16 {
	return t[0][low&15] ^ t[1][low>>4] ^ t[2][high&15] ^ t[3][high>>4]
}

func portableMul(dst, src []byte, constant []uint64) {
	var t nibbleTable
	t.unpack(constant, 0)
	for len(src) >= 64 {
		d, s := (*[64]byte)(dst), (*[64]byte)(src)
		for i := range 32 {
			p := t.times(s[i], s[i+32])
			d[i], d[i+32] = byte(p), byte(p>>8)
		}
		dst, src = dst[64:], src[64:]
	}
}

// inverseButterfly does y ^= x; x ^= t*y on spans, from (sx, sy) to (dx, dy).
func inverseButterfly(dx, dy, sx, sy []byte, t *nibbleTable) {
	for len(sx) >= 64 {
		x, y := (*[64]byte)(sx), (*[64]byte)(sy)
		ox, oy := (*[64]byte)(dx), (*[64]byte)(dy)
		for i := range 32 {
			low, high := y[i]^x[i], y[i+32]^x[i+32]
			p := t.times(low, high)
			ox[i], ox[i+32] = x[i]^byte(p), x[i+32]^byte(p>>8)
			oy[i], oy[i+32] = low, high
		}
		dx, dy, sx, sy = dx[64:], dy[64:], sx[64:], sy[64:]
	}
}

// forwardButterfly does x ^= t*y; y ^= x on spans, from (sx, sy) to (dx, dy).
func forwardButterfly(dx, dy, sx, sy []byte, t *nibbleTable) {
	for len(sx) >= 64 {
		x, y := (*[64]byte)(sx), (*[64]byte)(sy)
		ox, oy := (*[64]byte)(dx), (*[64]byte)(dy)
		for i := range 32 {
			low, high := y[i], y[i+32]
			p := t.times(low, high)
			xl, xh := x[i]^byte(p), x[i+32]^byte(p>>8)
			ox[i], ox[i+32] = xl, xh
			oy[i], oy[i+32] = low^xl, high^xh
		}
		dx, dy, sx, sy = dx[64:], dy[64:], sx[64:], sy[64:]
	}
}

func portableIFFT2(dst, src []byte, span, blocks int, constants []uint64, q int) {
	var t nibbleTable
	for i := range blocks {
		d, s := dst[2*i*span:], src[2*i*span:]
		t.unpack(constants, q+i)
		inverseButterfly(d[:span], d[span:2*span], s[:span], s[span:2*span], &t)
	}
}

func portableFFT2(dst, src []byte, span, blocks int, constants []uint64, q int) {
	var t nibbleTable
	for i := range blocks {
		d, s := dst[2*i*span:], src[2*i*span:]
		t.unpack(constants, q+i)
		forwardButterfly(d[:span], d[span:2*span], s[:span], s[span:2*span], &t)
	}
}

// portableIFFT4 runs the two layers block by block, so that the second finds its operands in cache.
func portableIFFT4(dst, src []byte, span, blocks int, constants []uint64, q int) {
	for i := range blocks {
		d, s := dst[4*i*span:][:4*span], src[4*i*span:][:4*span]
		portableIFFT2(d, s, span, 2, constants, 2*(q+i))
		portableIFFT2(d, d, 2*span, 1, constants, q+i)
	}
}

// portableFFT4 is the forward counterpart of portableIFFT4.
func portableFFT4(dst, src []byte, span, blocks int, constants []uint64, q int) {
	for i := range blocks {
		d, s := dst[4*i*span:][:4*span], src[4*i*span:][:4*span]
		portableFFT2(d, s, 2*span, 1, constants, q+i)
		portableFFT2(d, d, span, 2, constants, 2*(q+i))
	}
}
