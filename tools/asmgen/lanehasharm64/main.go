// Command lanehasharm64 writes the NEON kernels of redstuff/internal/lanehash: the BLAKE2b compression function on two
// messages, once with plain NEON and once with the xor-and-rotate instruction of the SHA3 extension. Run it by go
// generate in that package.
//
// A register holds one word of both lanes. The message is zipped into the frame and added from there.
package main

import (
	"fmt"

	"github.com/walrus-go/walrus/tools/asmgen/arm64"
	"github.com/walrus-go/walrus/tools/asmgen/blake2b"
)

const (
	message  = arm64.V(16) // four words in flight
	spare    = arm64.V(20)
	rotate24 = arm64.V(30)
	rotate16 = arm64.V(31)
)

func main() {
	f := arm64.New("tools/asmgen/lanehasharm64")
	var doubled []uint64
	for _, w := range blake2b.IV {
		doubled = append(doubled, w, w)
	}
	f.Bytes("iv", doubled...)
	f.Bytes("rotates", 0x0201000706050403, 0x0a09080f0e0d0c0b, 0x0100070605040302, 0x09080f0e0d0c0b0a)
	compress(f, "compress2NEON", false)
	compress(f, "compress2SHA3", true)
	f.Write()
}

// kernel is a function being written. Rotation by 63 leaves its result in another register, so the generator keeps track
// of where each state word is.
type kernel struct {
	*arm64.File
	sha3  bool
	state [16]arm64.V
	spare arm64.V
}

// Registers: R0 state, R1 and R2 messages, R3 blocks, R4 counter, R5 final, R6 message words, R7 scratch.
func compress(f *arm64.File, name string, sha3 bool) {
	f.Function(name, "state *[16]uint64, m0, m1 *byte, blocks int, counter, final uint64", 256, 48,
		"hashes blocks of 128 bytes of two messages into their interleaved states. counter is the bytes hashed "+
			"with the first block, final the flag word of all blocks.")
	for i, p := range []string{"state+0", "m0+8", "m1+16", "blocks+24", "counter+32", "final+40"} {
		f.Op("MOVD", p+"(FP)", fmt.Sprintf("R%d", i))
	}
	f.Op("MOVD", "$message-256(SP)", "R6")
	f.Op("MOVD", "$rotates<>(SB)", "R7")
	f.Op("VLD1", "(R7)", arm64.List(rotate24, 2))

	k := &kernel{File: f, sha3: sha3, spare: spare}
	for i := range k.state {
		k.state[i] = arm64.V(i)
	}
	f.Label("block")
	k.loadMessage()
	k.loadState()
	for _, words := range blake2b.Sigma {
		k.halfRound(blake2b.Columns, words[:8])
		k.halfRound(blake2b.Diagonals, words[8:])
	}
	for i := range 8 {
		low, high := k.state[i], k.state[8+i]
		at := fmt.Sprintf("%d(R0)", 16*i)
		f.Op("VEOR", high.B16(), low.B16(), low.B16())
		f.Op("FMOVQ", at, message.Q())
		f.Op("VEOR", message.B16(), low.B16(), low.B16())
		f.Op("FMOVQ", low.Q(), at)
	}
	f.Op("ADD", "$128", "R4")
	f.Op("SUBS", "$1", "R3", "R3")
	f.Op("BNE", "block")
	f.Op("RET")
}

// loadMessage zips a block of both messages into the frame.
func (k *kernel) loadMessage() {
	k.Op("MOVD", "R6", "R7")
	for range 2 {
		k.Op("VLD1.P", "64(R1)", arm64.List(0, 4))
		k.Op("VLD1.P", "64(R2)", arm64.List(4, 4))
		for i := range arm64.V(4) {
			k.Op("VZIP1", (4 + i).D2(), i.D2(), (8 + 2*i).D2())
			k.Op("VZIP2", (4 + i).D2(), i.D2(), (9 + 2*i).D2())
		}
		k.Op("VST1.P", arm64.List(8, 4), "64(R7)")
		k.Op("VST1.P", arm64.List(12, 4), "64(R7)")
	}
}

// loadState sets up the sixteen words, in whatever registers the last block left them.
func (k *kernel) loadState() {
	k.Op("MOVD", "$iv<>(SB)", "R7")
	for i := range 8 {
		k.Op("FMOVQ", fmt.Sprintf("%d(R0)", 16*i), k.state[i].Q())
		k.Op("FMOVQ", fmt.Sprintf("%d(R7)", 16*i), k.state[8+i].Q())
	}
	k.Op("VDUP", "R4", message.D2())
	k.Op("VEOR", message.B16(), k.state[12].B16(), k.state[12].B16())
	k.Op("VDUP", "R5", message.D2())
	k.Op("VEOR", message.B16(), k.state[14].B16(), k.state[14].B16())
}

func (k *kernel) halfRound(mixes [4][4]int, words []int) {
	const a, b, c, d = 0, 1, 2, 3
	sum := func(x, y int) {
		for _, g := range mixes {
			k.Op("VADD", k.state[g[y]].D2(), k.state[g[x]].D2(), k.state[g[x]].D2())
		}
	}
	addMessage := func(second int) {
		for i := range mixes {
			k.Op("FMOVQ", fmt.Sprintf("%d(R6)", 16*words[2*i+second]), (message + arm64.V(i)).Q())
		}
		for i, g := range mixes {
			k.Op("VADD", (message + arm64.V(i)).D2(), k.state[g[a]].D2(), k.state[g[a]].D2())
		}
	}
	turn := func(x, by, n int) {
		for _, g := range mixes {
			k.xorRotate(g[x], g[by], n)
		}
	}
	for second, n := range [2][2]int{{32, 24}, {16, 63}} {
		addMessage(second)
		sum(a, b)
		turn(d, a, n[0])
		sum(c, d)
		turn(b, c, n[1])
	}
}

// xorRotate xors word by into word x and rotates it right by n.
func (k *kernel) xorRotate(x, by, n int) {
	r, s := k.state[x], k.state[by]
	if k.sha3 {
		k.Op("VXAR", fmt.Sprintf("$%d", n), s.D2(), r.D2(), r.D2())
		return
	}
	k.Op("VEOR", s.B16(), r.B16(), r.B16())
	switch n {
	case 32:
		k.Op("VREV64", r.S4(), r.S4())
	case 24:
		k.Op("VTBL", rotate24.B16(), arm64.List(r, 1), r.B16())
	case 16:
		k.Op("VTBL", rotate16.B16(), arm64.List(r, 1), r.B16())
	default:
		t := k.spare
		k.Op("VADD", r.D2(), r.D2(), t.D2())
		k.Op("VSRI", "$63", r.D2(), t.D2())
		k.state[x], k.spare = t, r
	}
}
