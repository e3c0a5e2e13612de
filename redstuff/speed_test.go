package redstuff

import (
	"testing"
	"time"

	"github.com/walrus-go/walrus/redstuff/internal/lanehash"
)

// TestSpeed holds the encoder to its floor: hashing is most of the work, so all of it must not take much longer than its
// hash blocks alone (performance.md 2). Both are measured in turns and the best of each counts. A miss is a
// warning; one by more than a factor of two fails, since then the machine is not the reason.
func TestSpeed(t *testing.T) {
	if testing.Short() {
		t.Skip("measures for seconds")
	}
	if lanehash.Paths()[0] == "portable" {
		t.Skip("no kernels for this processor")
	}
	const bound = 1.9
	c := mustCode(t, 1000)
	blob := xorshift(32 << 20)
	opts := Options{Workers: 1}
	opts.Reuse = mustEncode(t, c, blob, opts)
	size := opts.Reuse.Metadata.SymbolSize()
	best := func(least *time.Duration, f func()) {
		start := processTime()
		f()
		*least = min(*least, processTime()-start)
	}
	encode, hash := time.Hour, time.Hour
	for range 5 {
		best(&encode, func() { mustEncode(t, c, blob, opts) })
		best(&hash, func() { floorHash(c, size) })
	}
	ratio := float64(encode) / float64(hash)
	t.Logf("encode %v, its hash blocks alone %v, ratio %.2f", encode, hash, ratio)
	if ratio > 2*bound {
		t.Errorf("ratio %.2f, bound %.2f", ratio, bound)
	} else if ratio > bound {
		t.Logf("warning: ratio %.2f is above %.2f", ratio, bound)
	}
}
