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

	"github.com/walrus-go/walrus/tools/asmgen/blake2b"
)

// shortWords is the number of message words of a last block for which there is a copy of the rounds that leaves
// out the additions of zero: a quarter of all additions, a tenth of all operations.
const shortWords = 4

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
	start, final := blake2b.IV, blake2b.IV
	start[0] ^= blake2b.Parameters
	final[4] ^= 65
	final[6] = ^final[6]
	c.start = words("start", start[:]...)
	c.iv = words("iv", blake2b.IV[:]...)
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
