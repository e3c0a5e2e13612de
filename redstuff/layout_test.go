package redstuff

import (
	"bytes"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// TestLayout: the pieces of a vector hold every byte once, in units that are not too large, and unpack to what was packed.
func TestLayout(t *testing.T) {
	code := mustCode(t, 4).axes[0]
	rapid.Check(t, func(t *rapid.T) {
		size := 2 * rapid.OneOf(rapid.IntRange(1, 200), rapid.IntRange(1, 5000)).Draw(t, "half size")
		l := newLayout(size, rapid.IntRange(4, 64).Draw(t, "limit"))
		count := rapid.IntRange(1, 20).Draw(t, "count")
		stride := size + rapid.SampledFrom([]int{0, 2, 10}).Draw(t, "gap")
		src := content("layout", (count-1)*stride+size)
		dst := make([]byte, len(src))
		for _, p := range l.appendPieces(nil, count) {
			packing := l.packing(p)
			unit := make([]byte, packing.Unit())
			// A symbol of exactly the limit with a tail takes a group more.
			if len(unit)%groupSize != 0 || len(unit) > (l.limit+1)*groupSize || p.count > 1 && len(unit) > l.limit*groupSize {
				t.Fatalf("%+v: unit of %d groups, limit %d", p, len(unit)/groupSize, l.limit)
			}
			code.Pack(&packing, unit, src[p.at(stride):], stride)
			code.Unpack(&packing, dst[p.at(stride):], unit, stride)
		}
		for i := range count {
			if !bytes.Equal(dst[i*stride:][:size], src[i*stride:][:size]) {
				t.Fatalf("symbol %d differs", i)
			}
		}
		if b := l.batch(); b < 1 || len(l.appendPieces(nil, b)) != 1 && l.groups <= l.limit {
			t.Fatalf("batch of %d symbols is not one piece", b)
		}
	})
}

func TestWithout(t *testing.T) {
	spans := []span{{0, 5}, {5, 3}}
	done := []bool{false, false, true, false, false, true, true, false}
	if got, want := without(spans, done), []span{{0, 2}, {3, 2}, {7, 1}}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if got := without(spans, make([]bool, 8)); !slices.Equal(got, spans) {
		t.Errorf("got %v, want %v", got, spans)
	}
}
