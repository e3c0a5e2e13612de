package redstuff

import (
	"context"
	"testing"

	"github.com/walrus-go/walrus"
)

// unitsOf returns how many units f codes on a code of its own with one worker.
func unitsOf(c *Code, f func()) int {
	count := func() (units int) {
		for _, sc := range c.pool.idle {
			units += sc.units
		}
		return units
	}
	before := count()
	f()
	return count() - before
}

// TestSystematicReadIsACopy: with all source slivers decoding does no field arithmetic, and the default check after
// decoding from verified primary slivers 0…k-1 adds none.
func TestSystematicReadIsACopy(t *testing.T) {
	for _, n := range []int{7, 100} {
		c, err := newCode(walrus.ShardCount(n))
		if err != nil {
			t.Fatal(err)
		}
		e := mustEncode(t, c, goldenBlob(30000), Options{Workers: 1})
		decoder := func(axis walrus.Axis, first int) *Decoder {
			d := c.NewDecoder(e.Metadata, axis)
			for i := range c.n.SourceSymbols(axis) {
				if _, err := d.Add(e.VerifiedSliver(axis, walrus.SliverIndex(first+i))); err != nil {
					t.Fatal(err)
				}
			}
			return d
		}
		for _, tc := range []struct {
			name  string
			d     *Decoder
			check Check
			free  bool
		}{
			{"primary, default", decoder(walrus.Primary, 0), Default, true},
			{"primary, skip", decoder(walrus.Primary, 0), Skip, true},
			{"secondary, skip", decoder(walrus.Secondary, 0), Skip, true},
			{"secondary, default", decoder(walrus.Secondary, 0), Default, false},
			{"primary, strict", decoder(walrus.Primary, 0), Strict, false},
			{"primary but one, default", decoder(walrus.Primary, 1), Default, false},
		} {
			units := unitsOf(c, func() {
				if _, err := tc.d.Decode(t.Context(), tc.check, Options{Workers: 1}); err != nil {
					t.Fatal(err)
				}
			})
			if (units == 0) != tc.free {
				t.Errorf("n=%d, %s: %d units coded", n, tc.name, units)
			}
		}
	}
}

// TestAllocations: encoding, verification and decoding allocate per blob, not per strip, row or sliver symbol.
func TestAllocations(t *testing.T) {
	allocations := func(n, length int, f func(c *Code, e *Encoded)) float64 {
		c := mustCode(t, n)
		e := mustEncode(t, c, goldenBlob(length), Options{Workers: 1})
		f(c, e)
		return testing.AllocsPerRun(3, func() { f(c, e) })
	}
	for name, tc := range map[string]struct {
		most float64
		f    func(c *Code, e *Encoded)
	}{
		"encode": {60, func(c *Code, e *Encoded) {
			mustEncode(t, c, e.matrix.blob, Options{Workers: 1, Reuse: e})
		}},
		"metadata": {60, func(c *Code, e *Encoded) {
			if _, err := c.Metadata(context.Background(), e.matrix.blob, Options{Workers: 1}); err != nil {
				t.Fatal(err)
			}
		}},
		"verify": {4, func(c *Code, e *Encoded) {
			if _, err := c.VerifySliver(e.Metadata, e.Sliver(walrus.Primary, 1)); err != nil {
				t.Fatal(err)
			}
		}},
	} {
		few, many := allocations(31, 30000, tc.f), allocations(300, 400000, tc.f)
		if many > tc.most || few > tc.most {
			t.Errorf("%s: %v allocations with 31 shards, %v with 300, want at most %v", name, few, many, tc.most)
		}
	}
}
