//go:build amd64 && !noasm

package lanehash

import "golang.org/x/sys/cpu"

func fastEngines() []*engine {
	var out []*engine
	x := cpu.X86
	if x.HasAVX512F && x.HasAVX512BW && x.HasAVX512DQ && x.HasAVX512VL && x.HasBMI2 {
		out = append(out, &engine{name: "avx512", leaves: leavesAVX512, inner: innerAVX512})
	}
	if x.HasAVX2 {
		out = append(out, &engine{name: "avx2", leaves: leavesAVX2, inner: innerAVX2})
	}
	return out
}

func leavesAVX512(dst, src []byte, size, count, stride int) {
	if size == 0 {
		portableLeaves(dst, src, size, count, stride)
		return
	}
	for i := 0; i < count; i += 8 {
		lanes := min(8, count-i)
		if lanes == 1 {
			portableLeaves(dst[i*Size:], src[i*stride:], size, 1, 0)
			return
		}
		leaves8AVX512(&dst[i*Size], &src[i*stride], size, stride, lanes)
	}
}

func innerAVX512(dst []byte, dstStride int, left []byte, leftStride int, right []byte, rightStride, count int) {
	for i := 0; i < count; i += 8 {
		lanes := min(8, count-i)
		d, l, r := dst[i*dstStride:], left[i*leftStride:], right[i*rightStride:]
		if lanes == 1 {
			portableInner(d, dstStride, l, leftStride, r, rightStride, 1)
			return
		}
		inner8AVX512(&d[0], dstStride, &l[0], leftStride, &r[0], rightStride, lanes)
	}
}

// minimalRow is the bytes that leaves4AVX2 reads of a symbol, however short.
const minimalRow = 32

func leavesAVX2(dst, src []byte, size, count, stride int) {
	if size == 0 {
		portableLeaves(dst, src, size, count, stride)
		return
	}
	for i := 0; i < count; i += 4 {
		lanes := min(4, count-i)
		switch {
		case lanes == 1:
			portableLeaves(dst[i*Size:], src[i*stride:], size, 1, 0)
		case size < minimalRow && (i+lanes-1)*stride+minimalRow > len(src):
			var rows [4 * minimalRow]byte
			for lane := range lanes {
				copy(rows[lane*minimalRow:], src[(i+lane)*stride:][:size])
			}
			leaves4AVX2(&dst[i*Size], &rows[0], size, minimalRow, lanes)
		default:
			leaves4AVX2(&dst[i*Size], &src[i*stride], size, stride, lanes)
		}
	}
}

func innerAVX2(dst []byte, dstStride int, left []byte, leftStride int, right []byte, rightStride, count int) {
	for i := 0; i < count; i += 4 {
		lanes := min(4, count-i)
		d, l, r := dst[i*dstStride:], left[i*leftStride:], right[i*rightStride:]
		if lanes == 1 {
			portableInner(d, dstStride, l, leftStride, r, rightStride, 1)
			return
		}
		inner4AVX2(&d[0], dstStride, &l[0], leftStride, &r[0], rightStride, lanes)
	}
}
