package gf16

import (
	"crypto/subtle"
	"encoding/binary"
)

// portable needs nothing but Go. A constant is four tables of 16 products, one for each nibble of the operand,
// four products to a word.
var portable = withBasis(engine{
	name:      "portable",
	words:     16,
	setImages: packNibbles,
	ifft:      [4]butterflies{1: portableIFFT2, 2: portableIFFT4},
	fft:       [4]butterflies{1: portableFFT2, 2: portableFFT4},
	maxRadix:  2,
	mul:       portableMul,
	add:       func(dst, src []byte) { subtle.XORBytes(dst, dst, src) },
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

// nibbles and octets are a portable constant spread out for use: the products with each nibble, or each byte, of an
// element. A product is kept as low byte + high byte<<32, so that those of four elements add up, each shifted by 8
// more, to four low bytes below four high bytes.
type (
	nibbles [4][16]uint64
	octets  [2][256]uint64
)

func (t *nibbles) times(low, high uint32) uint64 {
	return t[0][low&15] ^ t[1][low>>4&15] ^ t[2][high&15] ^ t[3][high>>4&15]
}

func (t *octets) times(low, high uint32) uint64 { return t[0][byte(low)] ^ t[1][byte(high)] }

// multiplier holds both forms of one constant.
type multiplier struct {
	nibbles nibbles
	octets  octets
}

// octetSpan is the span from which tables by byte are worth building.
const octetSpan = 512

// set prepares the constant at an index for a span.
func (m *multiplier) set(constants []uint64, index, span int) {
	for i, w := range constants[16*index:][:16] {
		row := m.nibbles[i/4][i%4*4:][:4]
		for j := range row {
			row[j] = w&0xFF | w>>8&0xFF<<32
			w >>= 16
		}
	}
	if span < octetSpan {
		return
	}
	for half := range m.octets {
		low, high := &m.nibbles[2*half], &m.nibbles[2*half+1]
		for i, h := range high {
			row := (*[16]uint64)(m.octets[half][16*i:])
			for j, l := range low {
				row[j] = h ^ l
			}
		}
	}
}

var le = binary.LittleEndian

func portableMul(dst, src []byte, constant []uint64) {
	var m multiplier
	m.set(constant, 0, 0)
	t := &m.nibbles
	for len(src) >= 64 {
		d, s := (*[64]byte)(dst), (*[64]byte)(src)
		for i := 0; i < 32; i += 4 {
			l, h := le.Uint32(s[i:]), le.Uint32(s[i+32:])
			p := t.times(l, h) ^ t.times(l>>8, h>>8)<<8 ^ t.times(l>>16, h>>16)<<16 ^ t.times(l>>24, h>>24)<<24
			le.PutUint32(d[i:], uint32(p))
			le.PutUint32(d[i+32:], uint32(p>>32))
		}
		dst, src = dst[64:], src[64:]
	}
}

// The butterflies below differ in the table alone: the compiler inlines a method of a known type only.

// inverse does y ^= x; x ^= c*y on spans, from (sx, sy) to (dx, dy).
func (t *nibbles) inverse(dx, dy, sx, sy []byte) {
	for len(sx) >= 64 {
		x, y := (*[64]byte)(sx), (*[64]byte)(sy)
		ox, oy := (*[64]byte)(dx), (*[64]byte)(dy)
		for i := 0; i < 32; i += 4 {
			xl, xh := le.Uint32(x[i:]), le.Uint32(x[i+32:])
			yl, yh := le.Uint32(y[i:])^xl, le.Uint32(y[i+32:])^xh
			p := t.times(yl, yh) ^ t.times(yl>>8, yh>>8)<<8 ^ t.times(yl>>16, yh>>16)<<16 ^ t.times(yl>>24, yh>>24)<<24
			le.PutUint32(ox[i:], xl^uint32(p))
			le.PutUint32(ox[i+32:], xh^uint32(p>>32))
			le.PutUint32(oy[i:], yl)
			le.PutUint32(oy[i+32:], yh)
		}
		dx, dy, sx, sy = dx[64:], dy[64:], sx[64:], sy[64:]
	}
}

func (t *octets) inverse(dx, dy, sx, sy []byte) {
	for len(sx) >= 64 {
		x, y := (*[64]byte)(sx), (*[64]byte)(sy)
		ox, oy := (*[64]byte)(dx), (*[64]byte)(dy)
		for i := 0; i < 32; i += 4 {
			xl, xh := le.Uint32(x[i:]), le.Uint32(x[i+32:])
			yl, yh := le.Uint32(y[i:])^xl, le.Uint32(y[i+32:])^xh
			p := t.times(yl, yh) ^ t.times(yl>>8, yh>>8)<<8 ^ t.times(yl>>16, yh>>16)<<16 ^ t.times(yl>>24, yh>>24)<<24
			le.PutUint32(ox[i:], xl^uint32(p))
			le.PutUint32(ox[i+32:], xh^uint32(p>>32))
			le.PutUint32(oy[i:], yl)
			le.PutUint32(oy[i+32:], yh)
		}
		dx, dy, sx, sy = dx[64:], dy[64:], sx[64:], sy[64:]
	}
}

// forward does x ^= c*y; y ^= x on spans, from (sx, sy) to (dx, dy).
func (t *nibbles) forward(dx, dy, sx, sy []byte) {
	for len(sx) >= 64 {
		x, y := (*[64]byte)(sx), (*[64]byte)(sy)
		ox, oy := (*[64]byte)(dx), (*[64]byte)(dy)
		for i := 0; i < 32; i += 4 {
			yl, yh := le.Uint32(y[i:]), le.Uint32(y[i+32:])
			p := t.times(yl, yh) ^ t.times(yl>>8, yh>>8)<<8 ^ t.times(yl>>16, yh>>16)<<16 ^ t.times(yl>>24, yh>>24)<<24
			xl, xh := le.Uint32(x[i:])^uint32(p), le.Uint32(x[i+32:])^uint32(p>>32)
			le.PutUint32(ox[i:], xl)
			le.PutUint32(ox[i+32:], xh)
			le.PutUint32(oy[i:], yl^xl)
			le.PutUint32(oy[i+32:], yh^xh)
		}
		dx, dy, sx, sy = dx[64:], dy[64:], sx[64:], sy[64:]
	}
}

func (t *octets) forward(dx, dy, sx, sy []byte) {
	for len(sx) >= 64 {
		x, y := (*[64]byte)(sx), (*[64]byte)(sy)
		ox, oy := (*[64]byte)(dx), (*[64]byte)(dy)
		for i := 0; i < 32; i += 4 {
			yl, yh := le.Uint32(y[i:]), le.Uint32(y[i+32:])
			p := t.times(yl, yh) ^ t.times(yl>>8, yh>>8)<<8 ^ t.times(yl>>16, yh>>16)<<16 ^ t.times(yl>>24, yh>>24)<<24
			xl, xh := le.Uint32(x[i:])^uint32(p), le.Uint32(x[i+32:])^uint32(p>>32)
			le.PutUint32(ox[i:], xl)
			le.PutUint32(ox[i+32:], xh)
			le.PutUint32(oy[i:], yl^xl)
			le.PutUint32(oy[i+32:], yh^xh)
		}
		dx, dy, sx, sy = dx[64:], dy[64:], sx[64:], sy[64:]
	}
}

// inverseLayer runs one layer over consecutive blocks.
func (m *multiplier) inverseLayer(dst, src []byte, span, blocks int, constants []uint64, q int) {
	for i := range blocks {
		d, s := dst[2*i*span:], src[2*i*span:]
		m.set(constants, q+i, span)
		if span < octetSpan {
			m.nibbles.inverse(d[:span], d[span:2*span], s[:span], s[span:2*span])
		} else {
			m.octets.inverse(d[:span], d[span:2*span], s[:span], s[span:2*span])
		}
	}
}

func (m *multiplier) forwardLayer(dst, src []byte, span, blocks int, constants []uint64, q int) {
	for i := range blocks {
		d, s := dst[2*i*span:], src[2*i*span:]
		m.set(constants, q+i, span)
		if span < octetSpan {
			m.nibbles.forward(d[:span], d[span:2*span], s[:span], s[span:2*span])
		} else {
			m.octets.forward(d[:span], d[span:2*span], s[:span], s[span:2*span])
		}
	}
}

func portableIFFT2(dst, src []byte, span, blocks int, constants []uint64, q int) {
	var m multiplier
	m.inverseLayer(dst, src, span, blocks, constants, q)
}

func portableFFT2(dst, src []byte, span, blocks int, constants []uint64, q int) {
	var m multiplier
	m.forwardLayer(dst, src, span, blocks, constants, q)
}

// portableIFFT4 runs its two layers block by block, so that the second finds its operands in cache.
func portableIFFT4(dst, src []byte, span, blocks int, constants []uint64, q int) {
	var m multiplier
	for i := range blocks {
		d, s := dst[4*i*span:][:4*span], src[4*i*span:][:4*span]
		m.inverseLayer(d, s, span, 2, constants, 2*(q+i))
		m.inverseLayer(d, d, 2*span, 1, constants, q+i)
	}
}

// portableFFT4 is the forward counterpart of portableIFFT4.
func portableFFT4(dst, src []byte, span, blocks int, constants []uint64, q int) {
	var m multiplier
	for i := range blocks {
		d, s := dst[4*i*span:][:4*span], src[4*i*span:][:4*span]
		m.forwardLayer(d, s, 2*span, 1, constants, q+i)
		m.forwardLayer(d, d, span, 2, constants, 2*(q+i))
	}
}
