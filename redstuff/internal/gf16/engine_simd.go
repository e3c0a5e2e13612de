//go:build (amd64 || arm64) && !noasm

package gf16

// fused adapts an assembly kernel, which takes pointers and trusts them, to the slices of butterflies, which are checked
// here once for the whole run of blocks.
func fused(radix, words int, kernel func(dst, src *byte, span, blocks int, c0, c1, c2 *uint64)) butterflies {
	return func(dst, src []byte, span, blocks int, constants []uint64, q int) {
		if blocks <= 0 || span <= 0 {
			return
		}
		n := blocks * span << radix
		dst, src = dst[:n], src[:n]
		constants = constants[:((q+blocks)<<(radix-1))*words]
		// The finest layer is that of the smallest distance and has the most constants.
		first := func(layer int) *uint64 { return &constants[(q<<max(radix-1-layer, 0))*words] }
		kernel(&dst[0], &src[0], span, blocks, first(0), first(1), first(2))
	}
}

func multiply(dst, src []byte, constant []uint64, kernel func(dst, src *byte, n int, c *uint64)) {
	if len(src) == 0 {
		return
	}
	dst = dst[:len(src)]
	kernel(&dst[0], &src[0], len(src), &constant[0])
}

func add(dst, src []byte, kernel func(dst, src *byte, n int)) {
	if len(src) == 0 {
		return
	}
	dst = dst[:len(src)]
	kernel(&dst[0], &src[0], len(src))
}

func derive8(work []byte, unit, distances int, kernel func(work *byte, unit, distances int)) {
	if unit <= 0 {
		return
	}
	// The farthest row read is 7 + the highest distance.
	work = work[:(7+1+topBit(distances))*unit]
	kernel(&work[0], unit, distances)
}

func topBit(x int) int {
	if x == 0 {
		return 0
	}
	return 1 << (bitLen(x) - 1)
}

// packShuffles writes the tables of byte-shuffle kernels: for each nibble of the operand, 16 low bytes of the products,
// then their 16 high bytes.
func packShuffles(dst []uint64, images *[16]uint16) {
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
		at, shift := 4*nibble+value/8, 8*(value%8)
		dst[at] |= uint64(product&0xFF) << shift
		dst[at+2] |= uint64(product>>8) << shift
	}
}
