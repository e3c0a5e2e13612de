package gf16

import (
	"fmt"
	"math/rand/v2"
	"testing"
)

// benchPaths runs f for every kernel set of this CPU.
func benchPaths(b *testing.B, name string, f func(b *testing.B)) {
	for _, path := range Paths() {
		b.Run(name+"/cpu="+path, func(b *testing.B) {
			usePath(b, path)
			b.ReportAllocs()
			f(b)
		})
	}
}

// BenchmarkButterfly reports the bytes of the multiplied operand, as performance.md 3.3 does: half the bytes of the rows for
// every layer.
func BenchmarkButterfly(b *testing.B) {
	for _, op := range []string{"ifft", "fft"} {
		for radix := 1; radix <= 3; radix++ {
			benchPaths(b, fmt.Sprintf("op=%s%d", op, 1<<radix), func(b *testing.B) {
				if radix > active.maxRadix {
					b.Skipf("%s has no such kernel", active.name)
				}
				kernel := active.ifft[radix]
				if op == "fft" {
					kernel = active.fft[radix]
				}
				const span, blocks = 1024, 2
				constants := active.multipliers(32)
				x := randomRows(rand.New(rand.NewPCG(1, 1)), blocks<<radix, span)
				b.SetBytes(int64(len(x) / 2 * radix))
				for b.Loop() {
					kernel(x, x, span, blocks, constants, 1)
				}
			})
		}
	}
}

func BenchmarkAxisEncode(b *testing.B) {
	rng := rand.New(rand.NewPCG(2, 2))
	for _, shape := range [][2]int{{334, 1000}, {667, 1000}, {34, 100}, {67, 100}, {4, 10}, {7, 10}} {
		k, n := shape[0], shape[1]
		for _, unit := range []int{64, 256, 512, 1024, 4096} {
			source, parity := randomRows(rng, k, unit), make([]byte, (n-k)*unit)
			name := fmt.Sprintf("n=%d/k=%d/unit=%d", n, k, unit)
			benchPaths(b, name, func(b *testing.B) {
				c := mustCode(b, k, n-k)
				work := make([]byte, c.EncodeWork(unit))
				b.SetBytes(int64(len(source)))
				for b.Loop() {
					c.Encode(parity, source, work, unit)
				}
			})
			if k == 667 {
				b.Run(name+"/cpu=leopard", func(b *testing.B) { benchLeopardEncode(b, source, k, n-k, unit) })
			}
		}
	}
}

func benchLeopardEncode(b *testing.B, source []byte, o, r, unit int) {
	oracle, shards := leopard(b, source, o, r, unit)
	b.ReportAllocs()
	b.SetBytes(int64(len(source)))
	for b.Loop() {
		if err := oracle.Encode(shards); err != nil {
			b.Fatal(err)
		}
	}
}

func benchLeopardDecode(b *testing.B, source []byte, o, r, unit int) {
	oracle, shards := leopard(b, source, o, r, unit)
	if err := oracle.Encode(shards); err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	b.SetBytes(int64(len(source)))
	for b.Loop() {
		for i := range r {
			shards[i] = shards[i][:0]
		}
		if err := oracle.ReconstructData(shards); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkAxisDecode takes the worst case: parity first. cpu=leopard rebuilds the same shards, planning included.
func BenchmarkAxisDecode(b *testing.B) {
	rng := rand.New(rand.NewPCG(3, 3))
	for _, shape := range [][2]int{{334, 1000}, {667, 1000}, {34, 100}, {4, 10}} {
		k, n := shape[0], shape[1]
		var present []int
		for i := n - 1; len(present) < k; i-- {
			present = append(present, i)
		}
		for _, unit := range []int{64, 256, 1024} {
			received := randomRows(rng, k, unit)
			benchPaths(b, fmt.Sprintf("n=%d/k=%d/unit=%d", n, k, unit), func(b *testing.B) {
				p, err := mustCode(b, k, n-k).Plan(present)
				if err != nil {
					b.Fatal(err)
				}
				work, missing := make([]byte, p.DecodeWork(unit)), make([]byte, len(p.Missing())*unit)
				b.SetBytes(int64(k * unit))
				for b.Loop() {
					p.Decode(missing, received, work, unit)
				}
			})
			if k == 667 {
				b.Run(fmt.Sprintf("n=%d/k=%d/unit=%d/cpu=leopard", n, k, unit), func(b *testing.B) {
					benchLeopardDecode(b, received, k, n-k, unit)
				})
			}
		}
	}
}

func BenchmarkPlan(b *testing.B) {
	rng := rand.New(rand.NewPCG(4, 4))
	for _, shape := range [][2]int{{334, 1000}, {667, 1000}, {34, 100}, {4, 10}} {
		k, n := shape[0], shape[1]
		benchPaths(b, fmt.Sprintf("n=%d/k=%d", n, k), func(b *testing.B) {
			c, present := mustCode(b, k, n-k), rng.Perm(n)[:k]
			for b.Loop() {
				if _, err := c.Plan(present); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkNewCode(b *testing.B) {
	tables()
	benchPaths(b, "n=1000/k=667", func(b *testing.B) {
		for b.Loop() {
			mustCode(b, 667, 333)
		}
	})
}
