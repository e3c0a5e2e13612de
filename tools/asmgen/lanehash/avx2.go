package main

import (
	"fmt"

	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	"github.com/mmcloughlin/avo/reg"

	"github.com/walrus-go/walrus/tools/asmgen/blake2b"
)

// All sixteen registers hold the state; the message lies in memory.
var y = []reg.VecPhysical{
	reg.Y0, reg.Y1, reg.Y2, reg.Y3, reg.Y4, reg.Y5, reg.Y6, reg.Y7,
	reg.Y8, reg.Y9, reg.Y10, reg.Y11, reg.Y12, reg.Y13, reg.Y14, reg.Y15,
}

// frame256 is the stack of a kernel.
type frame256 struct {
	constants
	message Mem // 16 words of 4 lanes
	spill   Mem // a state word, while its register serves as temporary
}

func newFrame256(c constants) frame256 {
	return frame256{c, AllocLocal(16 * 32), AllocLocal(32)}
}

func (f frame256) word(i int) Mem { return f.message.Offset(32 * i) }

// leaves256 never reads outside the symbols. The first row is loaded at the symbol and moved up by a byte, the last one is
// loaded so that it ends with the symbol and moved down. A symbol below 32 bytes has no room for the latter: it is
// loaded with what follows it, which is masked out.
func leaves256(c constants) {
	function("leaves4AVX2", leavesSignature, "hashes up to 4 symbols of size bytes, stride bytes apart, to dst, 32 bytes apart. "+
		"If size is below 32, 32 bytes must be readable at each symbol.")
	f := newFrame256(c)
	chain := AllocLocal(8 * 32)
	src, stride, lanes := Load(Param("src"), GP64()), Load(Param("stride"), GP64()), Load(Param("lanes"), GP64())
	row := make([]reg.Register, 4) // of the message, prefix included, at the current block
	walk := walkLanes(lanes, stride, zeroed())
	for i := range row {
		row[i] = GP64()
		if i == 0 {
			LEAQ(Mem{Base: src, Disp: -1}, row[0])
		} else {
			walk.next(i, row[i-1], row[i])
		}
	}
	for i := range 8 {
		VPBROADCASTQ(c.start.Offset(8*i), y[i])
		VMOVDQU(y[i], chain.Offset(32*i))
	}
	left := Load(Param("size"), GP64()) // bytes of the message not yet hashed
	INCQ(left)
	hashed := GP64() // bytes hashed
	XORQ(hashed, hashed)

	// The mask takes min(size, 32) bytes of the first row.
	take, table := GP64(), GP64()
	MOVQ(U32(33), take)
	CMPQ(left, take)
	CMOVQLT(left, take)
	NEGQ(take)
	LEAQ(c.take, table)
	VMOVDQU(Mem{Base: table, Index: take, Scale: 1, Disp: 33}, y[5])
	for i, r := range row {
		VPAND(Mem{Base: r, Disp: 1}, y[5], y[i])
		VPERM2I128(Imm(0x08), y[i], y[i], y[4]) // 0, low half
		VPALIGNR(Imm(15), y[4], y[i], y[i])
	}
	JMP(LabelRef("first"))

	Label("block")
	for q := range 4 {
		f.loadQuarter(q, row, left)
	}
	for i := range 8 {
		VMOVDQU(chain.Offset(32*i), y[i])
		VPBROADCASTQ(c.iv.Offset(8*i), y[8+i])
	}
	length, n, word := GP64(), GP64(), GP64()
	MOVQ(U32(128), length)
	MOVQ(left, n)
	CMPQ(n, length)
	CMOVQGT(length, n)
	ADDQ(n, hashed)
	MOVQ(c.iv.Offset(8*4), word)
	XORQ(hashed, word)
	VMOVQ(word, y[12].AsX())
	VPBROADCASTQ(y[12].AsX(), y[12])
	CMPQ(left, length)
	JG(LabelRef("rounds"))
	VPBROADCASTQ(c.finalIV.Offset(8*6), y[14])
	CMPQ(left, Imm(8*shortWords))
	JLE(LabelRef("short"))
	Label("rounds")
	f.rounds(16, false)
	for i := range 8 {
		VPXOR(y[8+i], y[i], y[i])
		VPXOR(chain.Offset(32*i), y[i], y[i])
	}
	SUBQ(length, left)
	JLE(LabelRef("done"))
	for i := range 8 {
		VMOVDQU(y[i], chain.Offset(32*i))
	}
	for _, r := range row {
		ADDQ(length, r)
	}
	JMP(LabelRef("block"))

	Label("short")
	f.rounds(shortWords, true)
	for i := range 4 {
		VPXOR(y[8+i], y[i], y[i])
		VPXOR(chain.Offset(32*i), y[i], y[i])
	}

	Label("done")
	dst, apart := Load(Param("dst"), GP64()), GP64()
	MOVQ(U32(32), apart)
	storeDigests256(dst, apart)
	VZEROUPPER()
	RET()
}

// loadQuarter fetches 32 bytes of each lane, zero past the end, and stores them as four words.
func (f frame256) loadQuarter(q int, row []reg.Register, left reg.Register) {
	label := func(s string) string { return fmt.Sprintf("%s%d", s, q) }
	ref := func(s string) LabelRef { return LabelRef(label(s)) }
	CMPQ(left, U32(32*(q+1)))
	JGE(ref("whole"))
	CMPQ(left, U32(32*q))
	JG(ref("tail"))
	VPXOR(y[0], y[0], y[0])
	for i := range 4 {
		VMOVDQU(y[0], f.word(4*q+i))
	}
	JMP(ref("next"))

	Label(label("tail"))
	shift, table := GP64(), GP64()
	MOVQ(U32(32*(q+1)), shift)
	SUBQ(left, shift) // 1 … 31
	LEAQ(f.slide, table)
	for i, r := range row {
		VMOVDQU(Mem{Base: r, Index: left, Scale: 1, Disp: -32}, y[i])
		VPERM2I128(Imm(0x81), y[i], y[i], y[4+i]) // high half, 0
	}
	CMPQ(shift, Imm(16))
	JL(ref("short"))
	VBROADCASTI128(Mem{Base: table, Index: shift, Scale: 1}, y[8])
	for i := range 4 {
		VPSHUFB(y[8], y[4+i], y[i])
	}
	JMP(ref("transpose"))
	Label(label("short"))
	VBROADCASTI128(Mem{Base: table, Index: shift, Scale: 1, Disp: 16}, y[8])
	VBROADCASTI128(Mem{Base: table, Index: shift, Scale: 1}, y[9])
	for i := range 4 {
		VPSHUFB(y[8], y[i], y[i])
		VPSHUFB(y[9], y[4+i], y[4+i])
		VPOR(y[4+i], y[i], y[i])
	}
	JMP(ref("transpose"))

	Label(label("whole"))
	for i, r := range row {
		VMOVDQU(Mem{Base: r, Disp: 32 * q}, y[i])
	}
	Label(label("transpose"))
	if q == 0 {
		Label("first")
	}
	transpose256(y[0:4], y[4:8], y[8:12])
	for i := range 4 {
		VMOVDQU(y[8+i], f.word(4*q+i))
	}
	Label(label("next"))
}

// inner256 hashes 65 bytes: nine words that are not zero, and one block.
func inner256(c constants) {
	function("inner4AVX2", innerSignature, "hashes up to 4 pairs of nodes.")
	f := newFrame256(c)
	lanes := Load(Param("lanes"), GP64())
	left, right := Load(Param("left"), GP64()), Load(Param("right"), GP64())
	zero := zeroed()
	walkLeft := walkLanes(lanes, Load(Param("leftStride"), GP64()), zero)
	walkRight := walkLanes(lanes, Load(Param("rightStride"), GP64()), zero)
	for i := range 4 {
		if i > 0 {
			walkLeft.next(i, left, left)
			walkRight.next(i, right, right)
		}
		VMOVDQU(Mem{Base: left}, y[i])
		VMOVDQU(Mem{Base: right}, y[4+i])
	}
	transpose256(y[0:4], y[8:12], y[12:16])
	transpose256(y[4:8], y[0:4], y[8:12])
	w := append(append([]reg.VecPhysical{}, y[12:16]...), y[8:12]...)
	// Make room for the prefix: shift all words by a byte.
	VPBROADCASTQ(c.one, y[0])
	for i := range 9 {
		if i < 8 {
			VPSLLQ(Imm(8), w[i], y[1])
			VPOR(y[0], y[1], y[0])
		}
		VMOVDQU(y[0], f.word(i))
		if i < 8 {
			VPSRLQ(Imm(56), w[i], y[0])
		}
	}
	for i := range 8 {
		VPBROADCASTQ(c.start.Offset(8*i), y[i])
		VPBROADCASTQ(c.finalIV.Offset(8*i), y[8+i])
	}
	f.rounds(9, true)
	for i := range 4 {
		VPXOR(y[8+i], y[i], y[i])
		VPBROADCASTQ(c.start.Offset(8*i), y[8+i])
		VPXOR(y[8+i], y[i], y[i])
	}
	storeDigests256(Load(Param("dst"), GP64()), Load(Param("dstStride"), GP64()))
	VZEROUPPER()
	RET()
}

// rounds does the twelve rounds; see rounds512.
func (f frame256) rounds(nonzero int, digest bool) {
	for r := range blake2b.Sigma {
		f.halfRound(blake2b.Columns, blake2b.Sigma[r][:8], nonzero, false)
		f.halfRound(blake2b.Diagonals, blake2b.Sigma[r][8:], nonzero, digest && r == len(blake2b.Sigma)-1)
	}
}

func (f frame256) halfRound(mixes [4][4]int, words []int, nonzero int, last bool) {
	const a, b, c, d = 0, 1, 2, 3
	each := func(op func(g [4]int)) {
		for _, g := range mixes {
			op(g)
		}
	}
	add := func(second int) {
		for i, g := range mixes {
			if w := words[2*i+second]; w < nonzero {
				VPADDQ(f.word(w), y[g[a]], y[g[a]])
			}
		}
		each(func(g [4]int) { VPADDQ(y[g[b]], y[g[a]], y[g[a]]) })
	}
	xor := func(x, by int) { each(func(g [4]int) { VPXOR(y[g[by]], y[g[x]], y[g[x]]) }) }
	sum := func() { each(func(g [4]int) { VPADDQ(y[g[d]], y[g[c]], y[g[c]]) }) }

	add(0)
	xor(d, a)
	each(func(g [4]int) { VPSHUFD(Imm(0xB1), y[g[d]], y[g[d]]) })
	sum()
	xor(b, c)
	each(func(g [4]int) { VPSHUFB(f.rotate24, y[g[b]], y[g[b]]) })
	add(1)
	xor(d, a)
	each(func(g [4]int) { VPSHUFB(f.rotate16, y[g[d]], y[g[d]]) })
	sum()
	if last {
		return
	}
	xor(b, c)
	// Rotation by 63 needs a temporary: the first mix's a is done with and makes room.
	t := y[mixes[0][a]]
	VMOVDQU(t, f.spill)
	each(func(g [4]int) {
		VPADDQ(y[g[b]], y[g[b]], t)
		VPSRLQ(Imm(63), y[g[b]], y[g[b]])
		VPXOR(t, y[g[b]], y[g[b]])
	})
	VMOVDQU(f.spill, t)
}

// transpose256 turns four rows of four words into four columns. It overwrites spare.
func transpose256(rows, spare, columns []reg.VecPhysical) {
	for i := 0; i < 4; i += 2 {
		VPUNPCKLQDQ(rows[i+1], rows[i], spare[i])
		VPUNPCKHQDQ(rows[i+1], rows[i], spare[i+1])
	}
	for odd := range 2 {
		VPERM2I128(Imm(0x20), spare[2+odd], spare[odd], columns[odd])
		VPERM2I128(Imm(0x31), spare[2+odd], spare[odd], columns[2+odd])
	}
}

// storeDigests256 writes the first four words of the state of each lane.
func storeDigests256(dst, stride reg.Register) {
	transpose256(y[0:4], y[4:8], y[8:12])
	lanes := Load(Param("lanes"), GP64())
	walk := walkLanes(lanes, stride, zeroed())
	for lane := range 4 {
		if lane > 0 {
			walk.next(lane, dst, dst)
		}
		VMOVDQU(y[8+lane], Mem{Base: dst})
	}
}
