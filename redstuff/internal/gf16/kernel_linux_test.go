package gf16

import (
	"bytes"
	"crypto/subtle"
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/walrus-go/walrus/redstuff/internal/guard"
)

// layersByHand runs the layers of a kernel on rows of span bytes with nothing but field.mul.
func layersByHand(x []byte, radix, span, blocks, q int, forward bool) {
	f := tables()
	size := span << radix
	for block := range blocks {
		rows := x[block*size:][:size]
		for i := range radix {
			layer := i
			if forward {
				layer = radix - 1 - i
			}
			for r := range 1 << radix {
				if r>>layer&1 == 1 {
					continue
				}
				lambda := uint16(2 * ((q+block)<<(radix-1-layer) + r>>(layer+1)))
				a, b := rows[r*span:][:span], rows[(r|1<<layer)*span:][:span]
				for e := range span / 2 {
					u, v := element(a, e), element(b, e)
					if forward {
						u ^= f.mul(lambda, v)
						v ^= u
					} else {
						v ^= u
						u ^= f.mul(lambda, v)
					}
					setElement(a, e, u)
					setElement(b, e, v)
				}
			}
		}
	}
}

func setElement(row []byte, e int, v uint16) {
	at := e/32*64 + e%32
	row[at], row[at+32] = byte(v), byte(v>>8)
}

// placements calls f with n bytes of guarded memory at every alignment: ending 0 … 63 bytes before a page that faults,
// and starting right after one.
func placements(pages guard.Pages, n int, f func(b []byte)) {
	for gap := range 64 {
		f(pages.Last(n, gap))
	}
	f(pages.First(n))
}

// TestButterfliesGuarded runs every kernel for all spans up to 1216 bytes at all alignments, in place and from one buffer
// to another, in memory whose surroundings fault.
func TestButterfliesGuarded(t *testing.T) {
	const most = 1216
	step := 64
	if testing.Short() {
		step = 4 * 64
	}
	eachPath(t, func(t *testing.T) {
		rng := rand.New(rand.NewPCG(1, 1))
		constants := active.multipliers(64)
		in, out := guard.New(t, 8*3*most+64), guard.New(t, 8*3*most+64)
		for radix := 1; radix <= active.maxRadix; radix++ {
			for _, forward := range []bool{false, true} {
				kernel := active.ifft[radix]
				if forward {
					kernel = active.fft[radix]
				}
				for span := 64; span <= most; span += step {
					blocks, q := 1+span/64%3, span/64%12
					name := fmt.Sprintf("radix %d, forward %v, span %d, %d blocks from %d", 1<<radix, forward, span, blocks, q)
					x := randomRows(rng, blocks<<radix, span)
					want := bytes.Clone(x)
					layersByHand(want, radix, span, blocks, q, forward)
					gap := 0
					placements(in, len(x), func(src []byte) {
						copy(src, x)
						dst := out.Last(len(x), gap)
						gap = (gap + 7) % 64
						kernel(dst, src, span, blocks, constants, q)
						if !bytes.Equal(dst, want) || !bytes.Equal(src, x) {
							t.Fatalf("%s: wrong from buffer to buffer", name)
						}
						kernel(src, src, span, blocks, constants, q)
						if !bytes.Equal(src, want) {
							t.Fatalf("%s: wrong in place", name)
						}
					})
				}
				kernel(nil, nil, 64, 0, constants, 0)
			}
		}
	})
}

// TestRowKernelsGuarded does the same for products and sums.
func TestRowKernelsGuarded(t *testing.T) {
	eachPath(t, func(t *testing.T) {
		f, rng := tables(), rand.New(rand.NewPCG(2, 2))
		constant := make([]uint64, active.words)
		in, out := guard.New(t, 1300), guard.New(t, 1300)
		for size := 0; size <= 1216; size += 64 {
			x, y := randomRows(rng, 1, size), randomRows(rng, 1, size)
			c := uint16(rng.Uint32())
			active.setConstant(constant, c)
			product, sum := make([]byte, size), make([]byte, size)
			for e := range size / 2 {
				setElement(product, e, f.mul(c, element(x, e)))
				setElement(sum, e, element(x, e)^element(y, e))
			}
			gap := 0
			placements(in, size, func(src []byte) {
				copy(src, x)
				dst := out.Last(size, gap)
				gap = (gap + 7) % 64
				active.mul(dst, src, constant)
				if !bytes.Equal(dst, product) {
					t.Fatalf("product of %d bytes with %#x is wrong", size, c)
				}
				copy(dst, y)
				active.add(dst, src)
				if !bytes.Equal(dst, sum) {
					t.Fatalf("sum of %d bytes is wrong", size)
				}
			})
		}
	})
}

// TestDeriveGuarded compares the derivative of each path with its definition, row by row: row p plus the rows p+2^j for
// the zero bits j of p.
func TestDeriveGuarded(t *testing.T) {
	eachPath(t, func(t *testing.T) {
		rng := rand.New(rand.NewPCG(3, 3))
		pages := guard.New(t, 128*320+64)
		for n := 1; n <= 128; n *= 2 {
			for count := 1; count <= n; count *= 2 {
				for _, unit := range []int{64, 128, 320} {
					x := randomRows(rng, n, unit)
					want := bytes.Clone(x)
					for p := range count {
						for bit := 1; bit < n; bit <<= 1 {
							if p&bit == 0 {
								subtle.XORBytes(want[p*unit:], want[p*unit:][:unit], x[(p|bit)*unit:][:unit])
							}
						}
					}
					for _, gap := range []int{0, 1, 33, 63} {
						work := pages.Last(len(x), gap)
						copy(work, x)
						active.derive(work, count, n, unit)
						if !bytes.Equal(work, want) {
							t.Fatalf("%d of %d rows of %d bytes: wrong derivative", count, n, unit)
						}
					}
				}
			}
		}
	})
}

// TestPackGuarded moves symbols of all sizes to rows and back in memory whose surroundings fault, and compares each path
// with the portable one. Bytes between symbols stay as they are.
func TestPackGuarded(t *testing.T) {
	portable := &Code{kernels: engines[len(engines)-1]}
	eachPath(t, func(t *testing.T) {
		c := &Code{kernels: active}
		rng := rand.New(rand.NewPCG(4, 4))
		in, out := guard.New(t, 4096), guard.New(t, 4096)
		for size := 2; size <= 260; size += 2 {
			for _, count := range []int{1, 3, 8} {
				stride := size + rng.IntN(3)
				n := (count-1)*stride + size
				symbols := randomRows(rng, 1, n)
				p := NewPacking(count, size/64, size%64)
				want := dirty(p.Unit())
				portable.Pack(&p, want, symbols, stride)
				gap := 0
				placements(in, n, func(src []byte) {
					copy(src, symbols)
					row := out.Last(len(want), gap)
					gap = (gap + 7) % 64
					c.Pack(&p, row, src, stride)
					if !bytes.Equal(row, want) {
						t.Fatalf("%d symbols of %d bytes, %d apart: wrong row", count, size, stride)
					}
					for i := range src {
						src[i] = 0xA5
					}
					back := bytes.Clone(src)
					portable.Unpack(&p, back, want, stride)
					c.Unpack(&p, src, row, stride)
					if !bytes.Equal(src, back) {
						t.Fatalf("%d symbols of %d bytes, %d apart: wrong symbols", count, size, stride)
					}
				})
			}
		}
	})
}
