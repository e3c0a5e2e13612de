package gf16

import (
	"math/rand/v2"
	"slices"
	"testing"
	"time"
)

// best returns the shortest of several runs of each function, taken in turns, so that other load on the machine hits all
// of them alike.
func best(turns int, fs ...func()) []time.Duration {
	shortest := make([]time.Duration, len(fs))
	for turn := range turns {
		for i, f := range fs {
			begin := time.Now()
			f()
			if d := time.Since(begin); turn == 0 || d < shortest[i] {
				shortest[i] = d
			}
		}
	}
	return shortest
}

// holdRatio warns if slow/fast is below a bound and fails if it is below half of it (performance.md 2).
func holdRatio(t *testing.T, what string, slow, fast time.Duration, bound float64) {
	t.Helper()
	ratio := float64(slow) / float64(fast)
	t.Logf("%s: %.1f ×, bound %.1f ×", what, ratio, bound)
	if ratio < bound/2 {
		t.Errorf("%s: %v against %v is %.1f ×, less than half of %.1f ×", what, fast, slow, ratio, bound)
	} else if ratio < bound {
		t.Logf("warning: %s misses its bound", what)
	}
}

func TestSpeed(t *testing.T) {
	if testing.Short() {
		t.Skip("timing")
	}
	const unit = 1024
	bounds := map[string]struct{ portable, leopardHigh, leopardLow float64 }{
		"avx512": {20, 1.0, 0.5},
		"avx2":   {10, 0.5, 0.25},
	}
	rng := rand.New(rand.NewPCG(1, 1))
	for _, path := range Paths() {
		bound, ok := bounds[path]
		if !ok {
			t.Logf("no bounds for %s", path)
			continue
		}
		encode := func(path string, o, r int) func() {
			usePath(t, path)
			c := mustCode(t, o, r)
			source, parity := randomRows(rng, o, unit), make([]byte, r*unit)
			work := make([]byte, c.EncodeWork(unit))
			return func() { c.Encode(parity, source, work, unit) }
		}
		oracle, shards := leopard(t, randomRows(rng, 667, unit), 667, 333, unit)
		baseline := func() {
			if err := oracle.Encode(shards); err != nil {
				t.Fatal(err)
			}
		}
		d := best(15, encode(path, 667, 333), encode(path, 334, 666), baseline)
		// Source bytes in the same time: the low-rate code has half as many.
		holdRatio(t, path+" 667→1000 against Leopard 667+333", d[2], d[0], bound.leopardHigh)
		holdRatio(t, path+" 334→1000 against Leopard 667+333", d[2]*334/667, d[1], bound.leopardLow)
		slow := best(3, encode("portable", 667, 333))
		holdRatio(t, path+" 667→1000 against portable", slow[0], d[0], bound.portable)
	}
	if !slices.Contains(Paths(), "portable") {
		t.Error("no portable path")
	}
}
