package main

import (
	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	"github.com/mmcloughlin/avo/reg"

	"github.com/walrus-go/walrus/tools/asmgen/blake2b"
)

// Sixteen registers hold the state and sixteen the message: no spills, no temporaries.
var (
	state512   = z[:16]
	message512 = z[16:]
)

var z = []reg.VecPhysical{
	reg.Z0, reg.Z1, reg.Z2, reg.Z3, reg.Z4, reg.Z5, reg.Z6, reg.Z7,
	reg.Z8, reg.Z9, reg.Z10, reg.Z11, reg.Z12, reg.Z13, reg.Z14, reg.Z15,
	reg.Z16, reg.Z17, reg.Z18, reg.Z19, reg.Z20, reg.Z21, reg.Z22, reg.Z23,
	reg.Z24, reg.Z25, reg.Z26, reg.Z27, reg.Z28, reg.Z29, reg.Z30, reg.Z31,
}

// leaves512 loads each row at one byte before the symbol, with a mask that drops that byte and everything past the end:
// the prefix 0x00 costs nothing, and masked bytes are not accessed.
func leaves512(c constants) {
	function("leaves8AVX512", leavesSignature, "hashes up to 8 symbols of size bytes, stride bytes apart, to dst, 32 bytes apart.")
	chain := AllocLocal(8 * 64) // the state between blocks
	src, stride, lanes := Load(Param("src"), GP64()), Load(Param("stride"), GP64()), Load(Param("lanes"), GP64())
	row := make([]reg.Register, 8)
	zero := zeroed()
	walk := walkLanes(lanes, stride, zero)
	for i := range row {
		row[i] = GP64()
		if i == 0 {
			LEAQ(Mem{Base: src, Disp: -1}, row[0])
		} else {
			walk.next(i, row[i-1], row[i])
		}
	}
	for i := range 8 {
		VPBROADCASTQ(c.start.Offset(8*i), z[i])
		VMOVDQU64(z[i], chain.Offset(64*i))
	}
	left := Load(Param("size"), GP64()) // bytes of the message not yet hashed
	INCQ(left)
	hashed := GP64() // offset of the block
	XORQ(hashed, hashed)
	clip := GP64() // all but the prefix
	MOVQ(I32(-2), clip)

	Label("block")
	rowMask := func(n reg.Register, k reg.Register, first bool) {
		m := GP64()
		MOVQ(I32(-1), m)
		BZHIQ(n, m, m)
		if first {
			ANDQ(clip, m)
		}
		KMOVQ(m, k)
	}
	limit, n := GP64(), GP64()
	MOVQ(U32(64), limit)
	MOVQ(left, n)
	CMPQ(n, limit)
	CMOVQGT(limit, n)
	rowMask(n, reg.K1, true)
	none := zeroed()
	MOVQ(left, n)
	SUBQ(limit, n)
	CMOVQLT(none, n)
	CMPQ(n, limit)
	CMOVQGT(limit, n)
	rowMask(n, reg.K2, false)
	for half, k := range []reg.Register{reg.K1, reg.K2} {
		for i := range 8 {
			VMOVDQU8_Z(Mem{Base: row[i], Index: hashed, Scale: 1, Disp: 64 * half}, k, z[i])
		}
		transpose512(z[0:8], z[8:16], message512[8*half:][:8])
	}
	for i := range 8 {
		VMOVDQU64(chain.Offset(64*i), state512[i])
		VPBROADCASTQ(c.iv.Offset(8*i), state512[8+i])
	}
	// The counter is the bytes hashed so far, this block's included; the last block is flagged.
	counter := GP64()
	MOVQ(left, n)
	MOVQ(U32(128), limit)
	CMPQ(n, limit)
	CMOVQGT(limit, n)
	LEAQ(Mem{Base: hashed, Index: n, Scale: 1}, counter)
	// A whole message register is not free, so the counter is added through memory.
	counterWord := AllocLocal(8)
	MOVQ(counter, counterWord)
	VPXORQ_BCST(counterWord, state512[12], state512[12])
	CMPQ(left, limit)
	JG(LabelRef("rounds"))
	VPTERNLOGQ(Imm(0x55), state512[14], state512[14], state512[14])
	CMPQ(left, Imm(8*shortWords))
	JLE(LabelRef("short"))
	Label("rounds")
	rounds512(16, false)
	for i := range 8 {
		VPTERNLOGQ(Imm(0x96), chain.Offset(64*i), state512[8+i], state512[i])
	}
	ADDQ(limit, hashed)
	SUBQ(limit, left)
	JLE(LabelRef("done"))
	for i := range 8 {
		VMOVDQU64(state512[i], chain.Offset(64*i))
	}
	MOVQ(I32(-1), clip)
	JMP(LabelRef("block"))

	Label("short")
	rounds512(shortWords, true)
	for i := range 4 {
		VPTERNLOGQ(Imm(0x96), chain.Offset(64*i), state512[8+i], state512[i])
	}

	Label("done")
	dst, apart := Load(Param("dst"), GP64()), GP64()
	MOVQ(U32(32), apart)
	storeDigests512(c, dst, apart)
	VZEROUPPER()
	RET()
}

// inner512 hashes 65 bytes: the message has nine words that are not zero, and one block.
func inner512(c constants) {
	function("inner8AVX512", innerSignature, "hashes up to 8 pairs of nodes.")
	lanes := Load(Param("lanes"), GP64())
	left, right := Load(Param("left"), GP64()), Load(Param("right"), GP64())
	zero := zeroed()
	walkLeft := walkLanes(lanes, Load(Param("leftStride"), GP64()), zero)
	walkRight := walkLanes(lanes, Load(Param("rightStride"), GP64()), zero)
	for i := range 8 {
		if i > 0 {
			walkLeft.next(i, left, left)
			walkRight.next(i, right, right)
		}
		VMOVDQU(Mem{Base: left}, z[i].AsY())
		VINSERTI64X4(Imm(1), Mem{Base: right}, z[i], z[i])
	}
	m := message512
	transpose512(z[0:8], z[8:16], m[:8])
	// Make room for the prefix: shift all words by a byte.
	VPSRLQ(Imm(56), m[7], m[8])
	for i := 7; i > 0; i-- {
		VPSLLQ(Imm(8), m[i], m[i])
		VPSRLQ(Imm(56), m[i-1], z[i])
		VPORQ(z[i], m[i], m[i])
	}
	VPSLLQ(Imm(8), m[0], m[0])
	VPORQ_BCST(c.one, m[0], m[0])
	for i := range 8 {
		VPBROADCASTQ(c.start.Offset(8*i), state512[i])
		VPBROADCASTQ(c.finalIV.Offset(8*i), state512[8+i])
	}
	rounds512(9, true)
	for i := range 4 {
		VPXORQ(state512[8+i], state512[i], state512[i])
		VPXORQ_BCST(c.start.Offset(8*i), state512[i], state512[i])
	}
	storeDigests512(c, Load(Param("dst"), GP64()), Load(Param("dstStride"), GP64()))
	VZEROUPPER()
	RET()
}

// rounds512 does the twelve rounds; message words from nonzero on are zero. If digest is set, what does not reach the first
// four words of the result is left out.
func rounds512(nonzero int, digest bool) {
	for r := range blake2b.Sigma {
		halfRound512(blake2b.Columns, blake2b.Sigma[r][:8], nonzero, false)
		halfRound512(blake2b.Diagonals, blake2b.Sigma[r][8:], nonzero, digest && r == len(blake2b.Sigma)-1)
	}
}

// halfRound512 does four mixes in step: none waits for another.
func halfRound512(mixes [4][4]int, words []int, nonzero int, last bool) {
	v, m := state512, message512
	const a, b, c, d = 0, 1, 2, 3
	each := func(f func(g [4]int)) {
		for _, g := range mixes {
			f(g)
		}
	}
	add := func(second int) {
		for i, g := range mixes {
			if w := words[2*i+second]; w < nonzero {
				VPADDQ(m[w], v[g[a]], v[g[a]])
			}
		}
		each(func(g [4]int) { VPADDQ(v[g[b]], v[g[a]], v[g[a]]) })
	}
	turn := func(x, by int, n uint64) {
		each(func(g [4]int) { VPXORQ(v[g[by]], v[g[x]], v[g[x]]) })
		each(func(g [4]int) { VPRORQ(Imm(n), v[g[x]], v[g[x]]) })
	}
	add(0)
	turn(d, a, 32)
	each(func(g [4]int) { VPADDQ(v[g[d]], v[g[c]], v[g[c]]) })
	turn(b, c, 24)
	add(1)
	turn(d, a, 16)
	each(func(g [4]int) { VPADDQ(v[g[d]], v[g[c]], v[g[c]]) })
	if !last {
		turn(b, c, 63)
	}
}

// transpose512 turns eight rows of eight words into eight columns. It overwrites rows and spare.
func transpose512(rows, spare, columns []reg.VecPhysical) {
	for i := 0; i < 8; i += 2 {
		VPUNPCKLQDQ(rows[i+1], rows[i], spare[i])
		VPUNPCKHQDQ(rows[i+1], rows[i], spare[i+1])
	}
	// spare[i] holds columns 0 2 4 6 of rows i and i+1, spare[i+1] columns 1 3 5 7.
	for odd := range 2 {
		for i := 0; i < 8; i += 4 {
			VSHUFI64X2(Imm(0x88), spare[i+2+odd], spare[i+odd], rows[i+odd])   // columns 0 4
			VSHUFI64X2(Imm(0xDD), spare[i+2+odd], spare[i+odd], rows[i+2+odd]) // columns 2 6
		}
	}
	for odd := range 2 {
		VSHUFI64X2(Imm(0x88), rows[4+odd], rows[odd], columns[odd])
		VSHUFI64X2(Imm(0xDD), rows[4+odd], rows[odd], columns[4+odd])
		VSHUFI64X2(Imm(0x88), rows[6+odd], rows[2+odd], columns[2+odd])
		VSHUFI64X2(Imm(0xDD), rows[6+odd], rows[2+odd], columns[6+odd])
	}
}

// storeDigests512 writes the first four words of the state of each lane. Its last argument is the stride.
func storeDigests512(c constants, dst, stride reg.Register) {
	v := state512
	VPUNPCKLQDQ(v[1], v[0], v[4]) // words 0 1 of lanes 0 2 4 6
	VPUNPCKHQDQ(v[1], v[0], v[5]) // of lanes 1 3 5 7
	VPUNPCKLQDQ(v[3], v[2], v[6]) // words 2 3
	VPUNPCKHQDQ(v[3], v[2], v[7])
	pairs := [4]reg.VecPhysical{v[8], v[9], v[10], v[11]} // lanes 0|2, 1|3, 4|6, 5|7
	for i, p := range pairs {
		VMOVDQU64(c.interleave.Offset(64*(i/2)), p)
		VPERMI2Q(v[6+i%2], v[4+i%2], p)
	}
	lanes := Load(Param("lanes"), GP64())
	walk := walkLanes(lanes, stride, zeroed())
	for lane := range 8 {
		if lane > 0 {
			walk.next(lane, dst, dst)
		}
		p := pairs[lane/4*2+lane%2]
		if lane%4 < 2 {
			VMOVDQU(p.AsY(), Mem{Base: dst})
		} else {
			VEXTRACTI64X4(Imm(1), p, Mem{Base: dst})
		}
	}
}
