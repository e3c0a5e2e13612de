//go:build arm64 && !noasm

package gf16

// fastEngines needs no detection: Go asks for NEON on arm64.
func fastEngines() []*engine { return []*engine{neon} }

var neon = withBasis(engine{
	name:      "neon",
	words:     16,
	setImages: packShuffles,
	ifft:      [4]butterflies{1: fused(1, 16, ifft2NEON), 2: fused(2, 16, ifft4NEON)},
	fft:       [4]butterflies{1: fused(1, 16, fft2NEON), 2: fused(2, 16, fft4NEON)},
	maxRadix:  2,
	mul:       func(dst, src []byte, c []uint64) { multiply(dst, src, c[:16], mulNEON) },
	add:       func(dst, src []byte) { add(dst, src, addNEON) },
})
