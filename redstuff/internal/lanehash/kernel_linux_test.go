package lanehash

import (
	"bytes"
	"math/rand/v2"
	"testing"

	"github.com/walrus-go/walrus/redstuff/internal/guard"
)

// placements calls f with n bytes of guarded memory at every alignment: ending 0 … 63 bytes before a page that faults,
// and starting right after one.
func placements(pages guard.Pages, n int, f func(b []byte)) {
	for gap := range 64 {
		f(pages.Last(n, gap))
	}
	f(pages.First(n))
}

// TestLeavesGuarded runs every path for all sizes at all alignments, in memory whose surroundings fault.
func TestLeavesGuarded(t *testing.T) {
	step := 1
	if testing.Short() {
		step = 13
	}
	eachPath(t, func(t *testing.T) {
		rng := rand.New(rand.NewPCG(1, 1))
		in, out := guard.New(t, 9*1300), guard.New(t, 9*Size+64)
		for size := 0; size <= 1200; size += step {
			count := 2 + size%8
			symbols := random(rng, size*count)
			var want []byte
			for i := range count {
				h := wantLeaf(symbols[i*size:][:size])
				want = append(want, h[:]...)
			}
			placements(in, len(symbols), func(src []byte) {
				copy(src, symbols)
				dst := out.Last(len(want), len(src)%64)
				Leaves(dst, src, size, count, size)
				if !bytes.Equal(dst, want) {
					t.Fatalf("size %d, count %d: wrong hashes", size, count)
				}
			})
		}
	})
}

// TestInnerGuarded does the same for inner nodes, all counts.
func TestInnerGuarded(t *testing.T) {
	eachPath(t, func(t *testing.T) {
		rng := rand.New(rand.NewPCG(2, 2))
		in, out := guard.New(t, 20*64), guard.New(t, 20*Size+64)
		for count := 1; count < 18; count++ {
			nodes := random(rng, count*64)
			var want []byte
			for i := range count {
				h := wantInner(nodes[i*64:][:32], nodes[i*64+32:][:32])
				want = append(want, h[:]...)
			}
			gap := 0
			placements(in, len(nodes), func(src []byte) {
				copy(src, nodes)
				dst := out.Last(len(want), gap)
				gap = (gap + 7) % 64
				Inner(dst, Size, src, 64, src[32:], 64, count)
				if !bytes.Equal(dst, want) {
					t.Fatalf("count %d: wrong hashes", count)
				}
			})
		}
	})
}
