package gf16

import (
	"bytes"
	"math/rand/v2"
	"testing"
)

// FuzzEncode encodes with every path, compares them byte for byte, and one element of each parity symbol with the
// reference.
func FuzzEncode(f *testing.F) {
	f.Add(uint16(334), uint16(666), uint8(1), uint64(1))
	f.Add(uint16(67), uint16(33), uint8(3), uint64(2))
	f.Add(uint16(1), uint16(1), uint8(2), uint64(3))
	f.Fuzz(func(t *testing.T, o, r uint16, groups uint8, seed uint64) {
		if o > 700 || r > 700 || groups == 0 || groups > 8 {
			t.Skip("too much work")
		}
		if o == 0 || r == 0 {
			if _, err := NewCode(int(o), int(r)); err == nil {
				t.Fatalf("NewCode(%d, %d) succeeded", o, r)
			}
			return
		}
		rng := rand.New(rand.NewPCG(seed, 0))
		unit := 64 * int(groups)
		source := randomRows(rng, int(o), unit)
		want := encodeReferenceElement(source, int(o), int(r), unit, int(seed%uint64(unit/2)))
		var first []byte
		for _, path := range Paths() {
			usePath(t, path)
			c := mustCode(t, int(o), int(r))
			parity := dirty(int(r) * unit)
			c.Encode(parity, source, dirty(c.EncodeWork(unit)), unit)
			if first == nil {
				first = parity
			}
			if !bytes.Equal(parity, first) {
				t.Fatalf("%s differs from %s", path, Paths()[0])
			}
		}
		for j, w := range want {
			if got := element(first[j*unit:], int(seed%uint64(unit/2))); got != w {
				t.Fatalf("parity %d is %#x, want %#x", j, got, w)
			}
		}
	})
}

func encodeReferenceElement(source []byte, o, r, unit, e int) []uint16 {
	column := make([]uint16, o)
	for i := range column {
		column[i] = element(source[i*unit:], e)
	}
	return referenceParity(column, r)
}

// FuzzDecode encodes, loses symbols and decodes with every path.
func FuzzDecode(f *testing.F) {
	f.Add(uint16(334), uint16(666), uint8(1), uint64(1))
	f.Add(uint16(67), uint16(33), uint8(3), uint64(2))
	f.Add(uint16(4), uint16(6), uint8(2), uint64(3))
	f.Fuzz(func(t *testing.T, o, r uint16, groups uint8, seed uint64) {
		if o == 0 || r == 0 || o > 700 || r > 700 || groups == 0 || groups > 8 {
			t.Skip("bad shape or too much work")
		}
		rng := rand.New(rand.NewPCG(seed, 1))
		present := rng.Perm(int(o) + int(r))[:o]
		for _, path := range Paths() {
			usePath(t, path)
			c, all := word(t, rng, int(o), int(r), 64*int(groups))
			checkDecode(t, c, all, present, 64*int(groups))
		}
	})
}

// FuzzPlan gives arbitrary index lists to the planner: it accepts exactly the lists of Source() distinct valid indices.
func FuzzPlan(f *testing.F) {
	f.Add([]byte{0, 1, 2, 3})
	f.Add([]byte{9, 8, 7, 6})
	f.Add([]byte{0, 0, 1, 10})
	c := mustCode(f, 4, 6)
	f.Fuzz(func(t *testing.T, list []byte) {
		present, distinct := make([]int, len(list)), make(map[int]bool)
		valid := len(list) == 4
		for i, b := range list {
			present[i] = int(int8(b))
			valid = valid && present[i] >= 0 && present[i] < 10 && !distinct[present[i]]
			distinct[present[i]] = true
		}
		p, err := c.Plan(present)
		if (err == nil) != valid {
			t.Fatalf("Plan(%v): %v, want success %v", present, err, valid)
		}
		if err == nil {
			for _, i := range p.Missing() {
				if distinct[i] {
					t.Fatalf("Plan(%v): %d is missing", present, i)
				}
			}
		}
	})
}
