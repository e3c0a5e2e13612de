// Command lanehash writes the amd64 kernels of redstuff/internal/lanehash: BLAKE2b-256 of eight (AVX-512) or four (AVX2)
// messages, as leaves and as inner nodes. Run it by go generate in that package.
//
// # Shape of a kernel
//
// A vector register holds one word of the state, or one word of the message, of all lanes. Message rows are loaded
// per lane and transposed. Kernels take a base address and a stride for each operand and the number of lanes in use: lanes
// beyond it repeat the last one, address and result alike, so that nothing outside the operands is touched.
package main

import (
	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	"github.com/mmcloughlin/avo/reg"
)

var iv = [8]uint64{
	0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b, 0xa54ff53a5f1d36f1,
	0x510e527fade682d1, 0x9b05688c2b3e6c1f, 0x1f83d9abfb41bd6b, 0x5be0cd19137e2179,
}

// parameters is the first word of the BLAKE2b parameter block: 32 bytes of digest, no key, fanout and depth 1.
const parameters = 0x01010020

var sigma = [12][16]int{
	{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15},
	{14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3},
	{11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4},
	{7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8},
	{9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13},
	{2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9},
	{12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11},
	{13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10},
	{6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5},
	{10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0},
	{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15},
	{14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3},
}

// The four mixes of a half round, as indices of the state.
var (
	columns   = [4][4]int{{0, 4, 8, 12}, {1, 5, 9, 13}, {2, 6, 10, 14}, {3, 7, 11, 15}}
	diagonals = [4][4]int{{0, 5, 10, 15}, {1, 6, 11, 12}, {2, 7, 8, 13}, {3, 4, 9, 14}}
)

func main() {
	ConstraintExpr("amd64,!noasm")
	data := tables()
	leaves512(data)
	inner512(data)
	leaves256(data)
	inner256(data)
	Generate()
}

// constants are tables in read-only memory.
type constants struct {
	start      Mem // 8 words: initial state
	iv         Mem // 8 words
	finalIV    Mem // words 8 … 15 of the working state of an inner node: 65 bytes, last block
	one        Mem
	interleave Mem // two indices of 8 words for VPERMI2Q, see storeDigests512
	rotate24   Mem // byte shuffles of 32 bytes
	rotate16   Mem
	take       Mem // 32 × 0xFF, 32 × 0
	slide      Mem // 16 × 0x80, 0 … 15, 16 × 0x80
}

func tables() constants {
	var c constants
	words := func(name string, values ...uint64) Mem {
		m := GLOBL(name, RODATA|NOPTR)
		for i, v := range values {
			DATA(8*i, U64(v))
		}
		return m
	}
	start, final := iv, iv
	start[0] ^= parameters
	final[4] ^= 65
	final[6] = ^final[6]
	c.start = words("start", start[:]...)
	c.iv = words("iv", iv[:]...)
	c.finalIV = words("final_iv", final[:]...)
	c.one = words("one", 1)
	c.interleave = words("interleave", 0, 1, 8, 9, 2, 3, 10, 11, 4, 5, 12, 13, 6, 7, 14, 15)
	rotate := func(n uint64) []uint64 {
		var out []uint64
		for half := range uint64(4) {
			var w uint64
			for i := range uint64(8) {
				w |= ((i+n)%8 + 8*(half%2)) << (8 * i)
			}
			out = append(out, w)
		}
		return out
	}
	c.rotate24 = words("rotate24", rotate(3)...)
	c.rotate16 = words("rotate16", rotate(2)...)
	const all = 0xffffffffffffffff
	c.take = words("take", all, all, all, all, 0, 0, 0, 0)
	const none = 0x8080808080808080
	c.slide = words("slide", none, none, 0x0706050403020100, 0x0f0e0d0c0b0a0908, none, none)
	return c
}

// lanePointers walks over the lanes of an operand: each call of next moves on by the stride while lanes are in use.
type lanePointers struct {
	lanes, step, zero reg.Register
}

func walkLanes(lanes, stride, zero reg.Register) lanePointers {
	step := GP64()
	MOVQ(stride, step)
	return lanePointers{lanes, step, zero}
}

// next sets to to the address of lane i ≥ 1, given from of lane i-1; they may be the same register.
func (p lanePointers) next(i int, from, to reg.Register) {
	CMPQ(p.lanes, Imm(uint64(i)))
	CMOVQLE(p.zero, p.step)
	if from == to {
		ADDQ(p.step, to)
		return
	}
	LEAQ(Mem{Base: from, Index: p.step, Scale: 1}, to)
}

func zeroed() reg.Register {
	z := GP64()
	XORQ(z, z)
	return z
}

const leavesSignature = "func(dst, src *byte, size, stride, lanes int)"

const innerSignature = "func(dst *byte, dstStride int, left *byte, leftStride int, right *byte, rightStride, lanes int)"

func function(name, sig, doc string) {
	TEXT(name, 0, sig)
	Pragma("noescape")
	Doc(name + " " + doc)
}
