package gf16

import (
	"fmt"
	"math/bits"
	"sync"
)

//go:generate go -C ../../../tools/asmgen run ./gf16 -out ../../redstuff/internal/gf16/gf16_amd64.s -stubs ../../redstuff/internal/gf16/gf16_stubs_amd64.go -pkg gf16
//go:generate go -C ../../../tools/asmgen run ./gf16arm64 -out ../../redstuff/internal/gf16/gf16_arm64.s -stubs ../../redstuff/internal/gf16/gf16_stubs_arm64.go -pkg gf16

// butterflies runs one, two or three adjacent layers (radix 2, 4 or 8) of a transform over consecutive blocks.
//
// A block is radix spans of span bytes: the span of row r, r+dist, … with span = dist*unit, since rows of a layer
// that share their constants are adjacent. src and dst begin at the first block and hold blocks*radix*span
// bytes; they are the same memory or do not overlap. q is the index of the first block counted from evaluation
// point 0, so that layer l of R reads the constants constants[(q+i)<<(R-1-l) …] for block i (see engine.multipliers).
type butterflies func(dst, src []byte, span, blocks int, constants []uint64, q int)

// engine is one implementation of the field kernels. All engines compute the same bytes.
type engine struct {
	name  string
	words int // of a constant

	// setImages writes the constant of a multiplier given its products with 1, 2, 4 … 1<<15.
	setImages func(dst []uint64, images *[16]uint16)

	// ifft and fft are indexed by log2(radix); radix 2 is always there, larger ones up to maxRadix.
	ifft, fft [4]butterflies
	maxRadix  int // log2

	// mul sets dst to the product of src with a constant. Lengths are equal multiples of 64.
	mul func(dst, src []byte, constant []uint64)

	// add adds src to dst. Lengths are equal multiples of 64.
	add func(dst, src []byte)

	// derive8, if there is one, replaces rows 0 … 7 of work: row p becomes the sum of itself, of rows p+1, p+2 and p+4 as
	// far as p lacks that bit, and of row p+d for each bit d of distances, which are multiples of 8.
	derive8 func(work []byte, unit, distances int)

	// pack and unpack, if there are any, are Code.Pack and Code.Unpack on slices of the exact lengths.
	pack, unpack func(p *Packing, dst, src []byte, stride int)

	basis func() []uint64
}

// withBasis completes an engine by its lazily built table of multiples of nibbles: entry 16*i+v is the constant of v<<4i.
func withBasis(e engine) *engine {
	e.basis = sync.OnceValue(func() []uint64 {
		f := tables()
		table := make([]uint64, 64*e.words)
		for i := range 64 {
			c := uint16(i%16) << (4 * (i / 16))
			var images [16]uint16
			for bit := range images {
				images[bit] = f.mul(c, 1<<bit)
			}
			e.setImages(table[i*e.words:][:e.words], &images)
		}
		return table
	})
	return &e
}

// setConstant writes the constant of multiplier c. Packed constants are linear in c, so four of the basis add up.
func (e *engine) setConstant(dst []uint64, c uint16) {
	basis, w := e.basis(), e.words
	b0 := basis[int(c&15)*w:][:w]
	b1 := basis[(16+int(c>>4&15))*w:][:w]
	b2 := basis[(32+int(c>>8&15))*w:][:w]
	b3 := basis[(48+int(c>>12))*w:][:w]
	for i := range dst[:w] {
		dst[i] = b0[i] ^ b1[i] ^ b2[i] ^ b3[i]
	}
}

// multipliers returns the constants of the even multipliers 0, 2 … 2*(count-1).
//
// A layer of distance 2^m uses λ = (b+D)>>m for the block at b, which is even since b and D are multiples of 2^(m+1)
// (encoding.md 2.3). So entry λ/2 = (b+D)>>(m+1) suffices, which is the index of the block counted from point 0.
func (e *engine) multipliers(count int) []uint64 {
	constants := make([]uint64, count*e.words)
	for i := range count {
		e.setConstant(constants[i*e.words:][:e.words], uint16(2*i))
	}
	return constants
}

// engines lists what this CPU can run, the fastest first; the portable one is last and always there.
var engines = append(fastEngines(), portable)

// active is used by codes made from here on.
var active = engines[0]

// Paths names the kernel sets that this CPU can run, fastest first. The last is always "portable".
func Paths() []string {
	names := make([]string, len(engines))
	for i, e := range engines {
		names[i] = e.name
	}
	return names
}

// Use makes NewCode choose the named kernel set; codes that exist keep theirs. It is for tests that run every path,
// and must not run at the same time as NewCode.
func Use(path string) error {
	for _, e := range engines {
		if e.name == path {
			active = e
			return nil
		}
	}
	return fmt.Errorf("use field kernels %q: this CPU has %v", path, Paths())
}

func bitLen(x int) int { return bits.Len(uint(x)) }
