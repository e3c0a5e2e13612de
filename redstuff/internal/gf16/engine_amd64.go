//go:build amd64 && !noasm

package gf16

import "golang.org/x/sys/cpu"

func fastEngines() []*engine {
	var out []*engine
	if x := cpu.X86; x.HasAVX512F && x.HasAVX512BW && x.HasAVX512DQ && x.HasAVX512VL && x.HasAVX512GFNI && x.HasBMI2 {
		out = append(out, avx512)
	}
	if cpu.X86.HasAVX2 {
		out = append(out, avx2)
	}
	return out
}

var avx512 = withBasis(engine{
	name:      "avx512",
	words:     4,
	setImages: packMatrices,
	ifft:      [4]butterflies{1: fused(1, 4, ifft2AVX512), 2: fused(2, 4, ifft4AVX512), 3: fused(3, 4, ifft8AVX512)},
	fft:       [4]butterflies{1: fused(1, 4, fft2AVX512), 2: fused(2, 4, fft4AVX512), 3: fused(3, 4, fft8AVX512)},
	maxRadix:  3,
	mul:       func(dst, src []byte, c []uint64) { multiply(dst, src, c[:4], mulAVX512) },
	add:       func(dst, src []byte) { add(dst, src, addAVX512) },
	derive8:   func(work []byte, unit, distances int) { derive8(work, unit, distances, derive8AVX512) },
	pack: func(p *Packing, dst, src []byte, stride int) {
		packAVX512(&dst[0], &src[0], stride, p.count, p.groups, p.tail, p.perGroup)
	},
	unpack: func(p *Packing, dst, src []byte, stride int) {
		unpackAVX512(&dst[0], &src[0], stride, p.count, p.groups, p.tail, p.perGroup)
	},
})

var avx2 = withBasis(engine{
	name:      "avx2",
	words:     16,
	setImages: packShuffles,
	ifft:      [4]butterflies{1: fused(1, 16, ifft2AVX2), 2: fused(2, 16, ifft4AVX2)},
	fft:       [4]butterflies{1: fused(1, 16, fft2AVX2), 2: fused(2, 16, fft4AVX2)},
	maxRadix:  2,
	mul:       func(dst, src []byte, c []uint64) { multiply(dst, src, c[:16], mulAVX2) },
	add:       func(dst, src []byte) { add(dst, src, addAVX2) },
	derive8:   func(work []byte, unit, distances int) { derive8(work, unit, distances, derive8AVX2) },
})

// packMatrices writes the four 8×8 bit matrices A, D, B, C of the avx512 kernels. In the instruction's form, byte
// 7-i of a matrix selects the input bits that add up to output bit i.
func packMatrices(dst []uint64, images *[16]uint16) {
	matrix := func(in, out int) (m uint64) {
		for i := range 8 {
			for j := range 8 {
				m |= uint64(images[in+j]>>(out+i)&1) << (8*(7-i) + j)
			}
		}
		return m
	}
	dst[0], dst[1] = matrix(0, 0), matrix(8, 8)
	dst[2], dst[3] = matrix(8, 0), matrix(0, 8)
}
