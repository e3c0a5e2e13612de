// Command gf16arm64 writes the NEON kernels of redstuff/internal/gf16: butterflies of one or two fused layers, products
// and sums of rows, by table look-up on nibbles. Run it by go generate in that package.
//
// A group is four registers: two of low bytes, two of high bytes. Two layers keep four groups in V0 … V15; the eight tables
// of the constant in use are in V16 … V23, the nibbles of an operand in V24 … V27.
package main

import (
	"fmt"

	"github.com/walrus-go/walrus/tools/asmgen/arm64"
)

const (
	tables  = arm64.V(16)
	nibble  = arm64.V(24)
	product = arm64.V(28) // and 29
	mask    = arm64.V(31)
)

func main() {
	f := arm64.New("tools/asmgen/gf16arm64")
	for radix := 1; radix <= 2; radix++ {
		butterflies(f, radix, false)
		butterflies(f, radix, true)
	}
	multiply(f)
	sum(f)
	f.Write()
}

// Registers: R0 dst, R1 src, R2 span, R3 blocks, R4 and R5 constants of the layers, R6 bytes left of the span, R7 scratch,
// R8 … R11 source rows, R12 … R15 destination rows.
func butterflies(f *arm64.File, radix int, forward bool) {
	name := "ifft"
	if forward {
		name = "fft"
	}
	name = fmt.Sprintf("%s%dNEON", name, 1<<radix)
	f.Function(name, "dst, src *byte, span, blocks int, c0, c1, c2 *uint64", 0, 56,
		fmt.Sprintf("runs adjacent layers, %d in number; see butterflies. c0, c1 and c2 point to the first constant of each layer.", radix))
	for i, p := range []string{"dst+0", "src+8", "span+16", "blocks+24", "c0+32", "c1+40"}[:4+radix] {
		f.Op("MOVD", p+"(FP)", fmt.Sprintf("R%d", i))
	}
	f.Op("VMOVI", "$15", mask.B16())
	rows := 1 << radix
	source := func(r int) string { return fmt.Sprintf("R%d", 8+r) }
	target := func(r int) string { return fmt.Sprintf("R%d", 12+r) }

	f.Label("block")
	f.Op("MOVD", "R1", source(0))
	f.Op("MOVD", "R0", target(0))
	for r := 1; r < rows; r++ {
		f.Op("ADD", "R2", source(r-1), source(r))
		f.Op("ADD", "R2", target(r-1), target(r))
	}
	f.Op("MOVD", "R2", "R6")

	f.Label("group")
	for r := range rows {
		f.Op("VLD1.P", "64("+source(r)+")", arm64.List(row(r), 4))
	}
	for i := range radix {
		layer := i
		if forward {
			layer = radix - 1 - i
		}
		loaded := -1
		for r := range rows {
			if r>>layer&1 == 1 {
				continue
			}
			if c := r >> (layer + 1); c != loaded {
				loadTables(f, fmt.Sprintf("R%d", 4+layer), 128*c)
				loaded = c
			}
			low, high := row(r), row(r|1<<layer)
			if forward {
				addProduct(f, low, high)
				xor(f, low, high)
			} else {
				xor(f, low, high)
				addProduct(f, low, high)
			}
		}
	}
	for r := range rows {
		f.Op("VST1.P", arm64.List(row(r), 4), "64("+target(r)+")")
	}
	f.Op("SUBS", "$64", "R6", "R6")
	f.Op("BNE", "group")

	f.Op("MOVD", source(rows-1), "R1")
	f.Op("MOVD", target(rows-1), "R0")
	for layer := range radix {
		f.Op("ADD", fmt.Sprintf("$%d", 128*rows>>(layer+1)), fmt.Sprintf("R%d", 4+layer))
	}
	f.Op("SUBS", "$1", "R3", "R3")
	f.Op("BNE", "block")
	f.Op("RET")
}

func row(r int) arm64.V { return arm64.V(4 * r) }

func loadTables(f *arm64.File, base string, offset int) {
	f.Op("ADD", fmt.Sprintf("$%d", offset), base, "R7")
	f.Op("VLD1.P", "64(R7)", arm64.List(tables, 4))
	f.Op("VLD1", "(R7)", arm64.List(tables+4, 4))
}

// xor does y ^= x on groups.
func xor(f *arm64.File, x, y arm64.V) {
	for i := range arm64.V(4) {
		f.Op("VEOR", (x + i).B16(), (y + i).B16(), (y + i).B16())
	}
}

// addProduct does x ^= c*y on groups, with the tables of c loaded.
func addProduct(f *arm64.File, x, y arm64.V) {
	for part := range arm64.V(2) {
		low, high := y+part, y+2+part
		f.Op("VAND", mask.B16(), low.B16(), nibble.B16())
		f.Op("VUSHR", "$4", low.B16(), (nibble + 1).B16())
		f.Op("VAND", mask.B16(), high.B16(), (nibble + 2).B16())
		f.Op("VUSHR", "$4", high.B16(), (nibble + 3).B16())
		for n := range arm64.V(4) {
			for half := range arm64.V(2) {
				t, to := product+half, x+2*half+part
				f.Op("VTBL", (nibble + n).B16(), arm64.List(tables+2*n+half, 1), t.B16())
				f.Op("VEOR", t.B16(), to.B16(), to.B16())
			}
		}
	}
}

func multiply(f *arm64.File) {
	f.Function("mulNEON", "dst, src *byte, n int, c *uint64", 0, 32,
		"sets dst to the product of src, n bytes, n a positive multiple of 64.")
	for i, p := range []string{"dst+0", "src+8", "n+16", "c+24"} {
		f.Op("MOVD", p+"(FP)", fmt.Sprintf("R%d", i))
	}
	f.Op("VMOVI", "$15", mask.B16())
	loadTables(f, "R3", 0)
	f.Label("group")
	f.Op("VLD1.P", "64(R1)", arm64.List(row(1), 4))
	for i := range arm64.V(4) {
		f.Op("VEOR", (row(0) + i).B16(), (row(0) + i).B16(), (row(0) + i).B16())
	}
	addProduct(f, row(0), row(1))
	f.Op("VST1.P", arm64.List(row(0), 4), "64(R0)")
	f.Op("SUBS", "$64", "R2", "R2")
	f.Op("BNE", "group")
	f.Op("RET")
}

func sum(f *arm64.File) {
	f.Function("addNEON", "dst, src *byte, n int", 0, 24, "adds src to dst, n bytes, n a positive multiple of 64.")
	for i, p := range []string{"dst+0", "src+8", "n+16"} {
		f.Op("MOVD", p+"(FP)", fmt.Sprintf("R%d", i))
	}
	f.Label("group")
	f.Op("VLD1.P", "64(R1)", arm64.List(row(0), 4))
	f.Op("VLD1", "(R0)", arm64.List(row(1), 4))
	xor(f, row(0), row(1))
	f.Op("VST1.P", arm64.List(row(1), 4), "64(R0)")
	f.Op("SUBS", "$64", "R2", "R2")
	f.Op("BNE", "group")
	f.Op("RET")
}
