package main

import (
	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	"github.com/mmcloughlin/avo/reg"
)

const symbolsSignature = "func(dst, src *byte, stride, count, groups, tail, perGroup int)"

// symbols writes packAVX512 and unpackAVX512, which move symbols between where they lie and a row of units. Whole groups are
// copied; the halves of a tail are moved by masked loads and stores, so that nothing beside them is touched.
func symbols(pack bool) {
	name, doc := "unpackAVX512", "is the inverse of packAVX512; src is the row."
	if pack {
		name, doc = "packAVX512", "copies symbols, stride bytes apart, to a row: whole groups one after the other, then tails, perGroup to a group."
	}
	TEXT(name, NOSPLIT, symbolsSignature)
	Pragma("noescape")
	Doc(name + " " + doc)
	symbol, row := Load(Param("src"), GP64()), Load(Param("dst"), GP64())
	if !pack {
		symbol, row = row, symbol
	}
	stride, count := Load(Param("stride"), GP64()), Load(Param("count"), GP64())
	groups, half := Load(Param("groups"), GP64()), Load(Param("tail"), GP64())
	perGroup := Load(Param("perGroup"), GP64())
	SHRQ(Imm(1), half)
	mask, bits := K(), GP32()
	MOVL(I32(-1), bits)
	BZHIL(half.(reg.GPVirtual).As32(), bits, bits)
	KMOVD(bits, mask)
	// The first group of tails follows the whole groups.
	tails, slot, left := GP64(), GP64(), GP64()
	MOVQ(groups, tails)
	IMULQ(count, tails)
	SHLQ(Imm(6), tails)
	ADDQ(row, tails)
	XORQ(slot, slot)
	at, zero, z := GP64(), ZMM(), ZMM()
	place, low, high := GP64(), YMM(), YMM()
	if pack {
		VPXORQ(zero, zero, zero)
	}

	Label("symbol")
	MOVQ(symbol, at)
	MOVQ(groups, left)
	TESTQ(left, left)
	JZ(LabelRef("tail"))
	Label("group")
	if pack {
		VMOVDQU64(Mem{Base: at}, z)
		VMOVDQU64(z, Mem{Base: row})
	} else {
		VMOVDQU64(Mem{Base: row}, z)
		VMOVDQU64(z, Mem{Base: at})
	}
	ADDQ(Imm(64), at)
	ADDQ(Imm(64), row)
	DECQ(left)
	JNZ(LabelRef("group"))

	Label("tail")
	TESTQ(half, half)
	JZ(LabelRef("next"))
	TESTQ(slot, slot)
	JNZ(LabelRef("begun"))
	MOVQ(tails, place)
	ADDQ(Imm(64), tails)
	MOVQ(perGroup, slot)
	if pack {
		VMOVDQU64(zero, Mem{Base: place})
	}
	Label("begun")
	first, second := Mem{Base: at}, Mem{Base: at, Index: half, Scale: 1}
	if pack {
		VMOVDQU8_Z(first, mask, low)
		VMOVDQU8_Z(second, mask, high)
		VMOVDQU8(low, mask, Mem{Base: place})
		VMOVDQU8(high, mask, Mem{Base: place, Disp: 32})
	} else {
		VMOVDQU8_Z(Mem{Base: place}, mask, low)
		VMOVDQU8_Z(Mem{Base: place, Disp: 32}, mask, high)
		VMOVDQU8(low, mask, first)
		VMOVDQU8(high, mask, second)
	}
	ADDQ(half, place)
	DECQ(slot)

	Label("next")
	ADDQ(stride, symbol)
	DECQ(count)
	JNZ(LabelRef("symbol"))
	VZEROUPPER()
	RET()
}
