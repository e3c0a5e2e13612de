package main

import (
	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	"github.com/mmcloughlin/avo/reg"
)

// avx512 holds a group in one register: low bytes in the lower half, high bytes in the upper half. A constant is four
// 8×8 bit matrices A, D, B, C: low = A·low + B·high, high = C·low + D·high. So the product is [A|D]·y + [B|C]·swap(y).
type avx512 struct{}

func (avx512) suffix() string     { return "AVX512" }
func (avx512) maxRadix() int      { return 3 }
func (avx512) constantBytes() int { return 32 }

func (avx512) prepare() any {
	upper, bits := K(), GP32()
	MOVL(U32(0xF0), bits)
	KMOVB(bits, upper)
	return upper
}

type matrices struct{ straight, crossed reg.VecVirtual }

func (avx512) constant(state any, at Mem) any {
	upper := state.(reg.OpmaskVirtual)
	m := matrices{ZMM(), ZMM()}
	VPBROADCASTQ(at, m.straight)
	VPBROADCASTQ(at.Offset(8), upper, m.straight)
	VPBROADCASTQ(at.Offset(16), m.crossed)
	VPBROADCASTQ(at.Offset(24), upper, m.crossed)
	return m
}

func (avx512) load(at Mem) element {
	x := ZMM()
	VMOVDQU64(at, x)
	return element{x}
}

func (avx512) store(x element, at Mem) { VMOVDQU64(x[0], at) }

func (avx512) xor(x, y element) { VPXORQ(x[0], y[0], y[0]) }

func (avx512) addMemory(x element, at Mem) { VPXORQ(at, x[0], x[0]) }

func (k avx512) terms(y element, c any) (a, b reg.VecVirtual) {
	m := c.(matrices)
	a, b = ZMM(), ZMM()
	VSHUFI64X2(Imm(0x4E), y[0], y[0], b)
	VGF2P8AFFINEQB(Imm(0), m.straight, y[0], a)
	VGF2P8AFFINEQB(Imm(0), m.crossed, b, b)
	return a, b
}

func (k avx512) addProduct(_ any, x, y element, c any) {
	a, b := k.terms(y, c)
	VPTERNLOGQ(Imm(0x96), a, b, x[0])
}

func (k avx512) product(_ any, y element, c any) element {
	a, b := k.terms(y, c)
	VPXORQ(a, b, b)
	return element{b}
}

func (avx512) vector() element { return element{ZMM()} }
func (avx512) vectorSize() int { return 64 }

func (avx512) loadVector(at Mem, x element)  { VMOVDQU64(at, x[0]) }
func (avx512) addVector(at Mem, x element)   { VPXORQ(at, x[0], x[0]) }
func (avx512) storeVector(x element, at Mem) { VMOVDQU64(x[0], at) }
