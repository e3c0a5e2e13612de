package main

import (
	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	"github.com/mmcloughlin/avo/reg"
)

// avx2 holds a group in two registers, low bytes and high bytes. A constant is eight tables of 16 bytes: for each of the
// four nibbles of an element the low and the high bytes of the products. Tables are read from memory at each use, as
// the registers are needed for the rows of two layers.
type avx2 struct{}

func (avx2) suffix() string     { return "AVX2" }
func (avx2) maxRadix() int      { return 2 }
func (avx2) constantBytes() int { return 128 }

func (avx2) prepare() any {
	mask, bits := YMM(), GP32()
	MOVL(U32(0x0F0F0F0F), bits)
	VMOVD(bits, mask.AsX())
	VPBROADCASTD(mask.AsX(), mask)
	return mask
}

func (avx2) constant(_ any, at Mem) any { return at }

func (avx2) load(at Mem) element {
	x := element{YMM(), YMM()}
	VMOVDQU(at, x[0])
	VMOVDQU(at.Offset(32), x[1])
	return x
}

func (avx2) store(x element, at Mem) {
	VMOVDQU(x[0], at)
	VMOVDQU(x[1], at.Offset(32))
}

func (avx2) xor(x, y element) {
	for i := range x {
		VPXOR(x[i], y[i], y[i])
	}
}

func (avx2) addMemory(x element, at Mem) {
	VPXOR(at, x[0], x[0])
	VPXOR(at.Offset(32), x[1], x[1])
}

// nibbles returns the two nibbles of each byte.
func nibbles(mask, bytes reg.VecVirtual) [2]reg.VecVirtual {
	low, high := YMM(), YMM()
	VPAND(mask, bytes, low)
	VPSRLW(Imm(4), bytes, high)
	VPAND(mask, high, high)
	return [2]reg.VecVirtual{low, high}
}

func (avx2) addProduct(state any, x, y element, c any) {
	at := c.(Mem)
	for half, bytes := range y {
		for i, n := range nibbles(state.(reg.VecVirtual), bytes) {
			for out := range x {
				t := YMM()
				VBROADCASTI128(at.Offset((2*half+i)*32+out*16), t)
				VPSHUFB(n, t, t)
				VPXOR(t, x[out], x[out])
			}
		}
	}
}

func (k avx2) product(state any, y element, c any) element {
	x := element{YMM(), YMM()}
	VPXOR(x[0], x[0], x[0])
	VPXOR(x[1], x[1], x[1])
	k.addProduct(state, x, y, c)
	return x
}

func (avx2) vector() element { return element{YMM()} }
func (avx2) vectorSize() int { return 32 }

func (avx2) loadVector(at Mem, x element)  { VMOVDQU(at, x[0]) }
func (avx2) addVector(at Mem, x element)   { VPXOR(at, x[0], x[0]) }
func (avx2) storeVector(x element, at Mem) { VMOVDQU(x[0], at) }
