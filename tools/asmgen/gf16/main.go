// Command gf16 writes the amd64 kernels of redstuff/internal/gf16: butterflies of one to three fused layers, products
// and sums of rows. Run it by go generate in that package.
//
// # Shape of a butterfly kernel
//
// A block is 2^radix spans; span r of the block begins r*span bytes after span 0. For each 64-byte group the 2^radix
// vectors are loaded, all layers are done in registers, and the vectors are stored once. The constants of layer l
// are consecutive in memory, 2^(radix-1-l) of them for a block.
package main

import (
	"fmt"

	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	"github.com/mmcloughlin/avo/reg"
)

const group = 64

func main() {
	ConstraintExpr("amd64,!noasm")
	for _, k := range []kernels{avx512{}, avx2{}} {
		for radix := 1; radix <= k.maxRadix(); radix++ {
			butterflies(k, radix, false)
			butterflies(k, radix, true)
		}
		multiply(k)
		sum(k)
		derive(k)
	}
	symbols(true)
	symbols(false)
	Generate()
}

// element is the 64 bytes of a group in registers.
type element []reg.VecVirtual

// kernels is what differs between instruction sets.
type kernels interface {
	suffix() string
	maxRadix() int
	constantBytes() int
	// prepare loads what stays in registers for the whole function.
	prepare() any
	// constant makes the constant at the address usable for a block.
	constant(state any, at Mem) any
	load(at Mem) element
	store(x element, at Mem)
	xor(x, y element)                            // y ^= x
	addProduct(state any, x, y element, c any)   // x ^= c*y
	product(state any, y element, c any) element // c*y
	addMemory(x element, at Mem)                 // x ^= memory
	// vector is one register of a group, of which derive has eight; vectorSize is its bytes.
	vector() element
	vectorSize() int
	loadVector(at Mem, x element)
	addVector(at Mem, x element)
	storeVector(x element, at Mem)
}

func butterflies(k kernels, radix int, forward bool) {
	name := "ifft"
	if forward {
		name = "fft"
	}
	TEXT(fmt.Sprintf("%s%d%s", name, 1<<radix, k.suffix()), NOSPLIT, "func(dst, src *byte, span, blocks int, c0, c1, c2 *uint64)")
	Pragma("noescape")
	Doc(fmt.Sprintf("%s%d%s runs adjacent layers, %d in number; see butterflies. c0, c1 and c2 point to the first constant of each layer.",
		name, 1<<radix, k.suffix(), radix))
	rows := 1 << radix
	dst := newRows(Load(Param("dst"), GP64()), radix)
	src := newRows(Load(Param("src"), GP64()), radix)
	span, blocks := Load(Param("span"), GP64()), Load(Param("blocks"), GP64())
	var pointers []reg.Register
	for l := range radix {
		pointers = append(pointers, Load(Param(fmt.Sprintf("c%d", l)), GP64()))
	}
	span3 := GP64()
	if radix > 1 {
		LEAQ(Mem{Base: span, Index: span, Scale: 2}, span3)
	}
	state := k.prepare()

	Label("block")
	dst.begin(span)
	src.begin(span)
	constants := make([][]any, radix)
	for l := range radix {
		for i := range rows >> (l + 1) {
			constants[l] = append(constants[l], k.constant(state, Mem{Base: pointers[l], Disp: i * k.constantBytes()}))
		}
	}
	left := GP64()
	MOVQ(span, left)

	Label("group")
	x := make([]element, rows)
	for r := range rows {
		x[r] = k.load(src.at(r, span, span3))
	}
	for i := range radix {
		l := i
		if forward {
			l = radix - 1 - i
		}
		for r := range rows {
			if r>>l&1 == 1 {
				continue
			}
			low, high, c := x[r], x[r|1<<l], constants[l][r>>(l+1)]
			if forward {
				k.addProduct(state, low, high, c)
				k.xor(low, high)
			} else {
				k.xor(low, high)
				k.addProduct(state, low, high, c)
			}
		}
	}
	for r := range rows {
		k.store(x[r], dst.at(r, span, span3))
	}
	dst.advance(group)
	src.advance(group)
	SUBQ(Imm(group), left)
	JNZ(LabelRef("group"))

	dst.end(span, span3)
	src.end(span, span3)
	for l, p := range pointers {
		ADDQ(U32(k.constantBytes()*rows>>(l+1)), p)
	}
	DECQ(blocks)
	JNZ(LabelRef("block"))
	VZEROUPPER()
	RET()
}

// rowPointers addresses the same group of up to eight spans.
type rowPointers struct {
	radix        int
	first, fifth reg.Register
}

func newRows(base reg.Register, radix int) rowPointers {
	r := rowPointers{radix: radix, first: base}
	if radix == 3 {
		r.fifth = GP64()
	}
	return r
}

func (p rowPointers) begin(span reg.Register) {
	if p.radix == 3 {
		LEAQ(Mem{Base: p.first, Index: span, Scale: 4}, p.fifth)
	}
}

func (p rowPointers) at(row int, span, span3 reg.Register) Mem {
	base := p.first
	if row >= 4 {
		base = p.fifth
	}
	switch row % 4 {
	case 1:
		return Mem{Base: base, Index: span, Scale: 1}
	case 2:
		return Mem{Base: base, Index: span, Scale: 2}
	case 3:
		return Mem{Base: base, Index: span3, Scale: 1}
	}
	return Mem{Base: base}
}

func (p rowPointers) advance(n uint64) {
	ADDQ(Imm(n), p.first)
	if p.radix == 3 {
		ADDQ(Imm(n), p.fifth)
	}
}

// end moves from the end of the first span to the next block.
func (p rowPointers) end(span, span3 reg.Register) {
	switch p.radix {
	case 1:
		ADDQ(span, p.first)
	case 2:
		ADDQ(span3, p.first)
	case 3:
		LEAQ(Mem{Base: p.fifth, Index: span3, Scale: 1}, p.first)
	}
}

// derive keeps eight rows in registers, adds up what they exchange, and adds the eight rows at each distance 2^j.
func derive(k kernels) {
	TEXT("derive8"+k.suffix(), NOSPLIT, "func(work *byte, unit, distances int)")
	Pragma("noescape")
	Doc("derive8"+k.suffix()+" replaces rows 0 … 7 of work: row p becomes the sum of itself, of rows p+1, p+2 and p+4 as far",
		"as p lacks that bit, and of row p+d for each bit d of distances, which are multiples of 8. Rows are unit bytes, a",
		"positive multiple of 64.")
	work, unit, distances := newRows(Load(Param("work"), GP64()), 3), Load(Param("unit"), GP64()), Load(Param("distances"), GP64())
	unit3, left := GP64(), GP64()
	LEAQ(Mem{Base: unit, Index: unit, Scale: 2}, unit3)
	MOVQ(unit, left)
	work.begin(unit)
	far := newRows(GP64(), 3)

	Label("column")
	x := make([]element, 8)
	for r := range x {
		x[r] = k.vector()
		k.loadVector(work.at(r, unit, unit3), x[r])
	}
	for r := range x {
		for bit := 1; bit < 8; bit <<= 1 {
			if r&bit == 0 {
				k.xor(x[r|bit], x[r])
			}
		}
	}
	rest := GP64()
	MOVQ(distances, rest)
	Label("distance")
	TESTQ(rest, rest)
	JZ(LabelRef("store"))
	bit := GP64()
	MOVQ(rest, bit)
	NEGQ(bit)
	ANDQ(rest, bit)
	XORQ(bit, rest)
	IMULQ(unit, bit)
	LEAQ(Mem{Base: work.first, Index: bit, Scale: 1}, far.first)
	far.begin(unit)
	for r := range x {
		k.addVector(far.at(r, unit, unit3), x[r])
	}
	JMP(LabelRef("distance"))

	Label("store")
	for r := range x {
		k.storeVector(x[r], work.at(r, unit, unit3))
	}
	work.advance(uint64(k.vectorSize()))
	SUBQ(Imm(uint64(k.vectorSize())), left)
	JNZ(LabelRef("column"))
	VZEROUPPER()
	RET()
}

func multiply(k kernels) {
	TEXT("mul"+k.suffix(), NOSPLIT, "func(dst, src *byte, n int, c *uint64)")
	Pragma("noescape")
	Doc("mul" + k.suffix() + " sets dst to the product of src, n bytes, n a positive multiple of 64.")
	dst, src := Load(Param("dst"), GP64()), Load(Param("src"), GP64())
	n, c := Load(Param("n"), GP64()), Load(Param("c"), GP64())
	state := k.prepare()
	constant := k.constant(state, Mem{Base: c})
	Label("group")
	k.store(k.product(state, k.load(Mem{Base: src}), constant), Mem{Base: dst})
	ADDQ(Imm(group), src)
	ADDQ(Imm(group), dst)
	SUBQ(Imm(group), n)
	JNZ(LabelRef("group"))
	VZEROUPPER()
	RET()
}

func sum(k kernels) {
	TEXT("add"+k.suffix(), NOSPLIT, "func(dst, src *byte, n int)")
	Pragma("noescape")
	Doc("add" + k.suffix() + " adds src to dst, n bytes, n a positive multiple of 64.")
	dst, src, n := Load(Param("dst"), GP64()), Load(Param("src"), GP64()), Load(Param("n"), GP64())
	Label("group")
	x := k.load(Mem{Base: src})
	k.addMemory(x, Mem{Base: dst})
	k.store(x, Mem{Base: dst})
	ADDQ(Imm(group), src)
	ADDQ(Imm(group), dst)
	SUBQ(Imm(group), n)
	JNZ(LabelRef("group"))
	VZEROUPPER()
	RET()
}
