package lanehash

import (
	"math/rand/v2"
	"testing"
	"time"

	"golang.org/x/crypto/blake2b"
)

// TestSpeed compares the lanes with single hashes of the same messages: best of many runs, taken in turns. A missed bound
// of performance.md 2 is a warning, less than half of it a failure.
func TestSpeed(t *testing.T) {
	if testing.Short() {
		t.Skip("timing")
	}
	bounds := map[string]struct{ leaf, inner float64 }{"avx512": {4, 4.5}, "avx2": {2.5, 2.5}}
	src := random(rand.New(rand.NewPCG(1, 1)), 8*153+1)
	dst := make([]byte, 8*Size)
	single := func(size int) func() {
		return func() {
			for i := range 8 {
				sum := blake2b.Sum256(src[i*(size-1):][:size])
				copy(dst[i*Size:], sum[:])
			}
		}
	}
	for _, path := range Paths() {
		bound, ok := bounds[path]
		if !ok {
			t.Logf("no bounds for %s", path)
			continue
		}
		usePath(t, path)
		compare := func(what string, bound float64, lanes, single func()) {
			fast, slow := best(lanes), best(single)
			for range 20 {
				fast, slow = min(fast, best(lanes)), min(slow, best(single))
			}
			ratio := float64(slow) / float64(fast)
			t.Logf("%s %s: %.2f ×, bound %.1f ×", path, what, ratio, bound)
			if ratio < bound/2 {
				t.Errorf("%s %s: %v against %v is %.2f ×, less than half of %.1f ×", path, what, fast, slow, ratio, bound)
			} else if ratio < bound {
				t.Logf("warning: %s %s misses its bound", path, what)
			}
		}
		compare("leaves of 152 bytes", bound.leaf, func() { Leaves(dst, src, 152, 8, 152) }, single(153))
		compare("inner nodes", bound.inner, func() { Inner(dst, Size, src, 64, src[32:], 64, 8) }, single(65))
	}
}

// best returns the shortest of a few runs of many calls.
func best(f func()) time.Duration {
	var shortest time.Duration
	for turn := range 3 {
		begin := time.Now()
		for range 100 {
			f()
		}
		if d := time.Since(begin); turn == 0 || d < shortest {
			shortest = d
		}
	}
	return shortest
}
