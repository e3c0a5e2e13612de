package gf16

import (
	"bytes"
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/klauspost/reedsolomon"
)

func mustCode(tb testing.TB, source, parity int) *Code {
	tb.Helper()
	c, err := NewCode(source, parity)
	if err != nil {
		tb.Fatal(err)
	}
	return c
}

func TestNewCodeRefusesBadShapes(t *testing.T) {
	for _, shape := range [][2]int{
		{0, 1}, {1, 0}, {-1, 4}, {4, -1}, {0, 0}, {65536, 1}, {1, 65536}, {32769, 32768}, {math.MaxInt, 1}, {1, math.MaxInt}, {math.MinInt, math.MinInt},
		{32768, 32769}, {49155, 16385}, {16385, 49151}, {49151, 16385}, {20000, 40000},
	} {
		if c, err := NewCode(shape[0], shape[1]); err == nil {
			t.Errorf("NewCode(%d, %d) = code of %d symbols, want an error", shape[0], shape[1], c.Total())
		}
	}
	for _, shape := range [][2]int{{1, 1}, {32768, 32768}, {65535, 1}, {1, 65535}, {49152, 16384}} {
		if _, err := NewCode(shape[0], shape[1]); err != nil {
			t.Errorf("NewCode(%d, %d): %v", shape[0], shape[1], err)
		}
	}
}

// shapes returns source and parity counts: all small ones, those of both Walrus axes, and odd ones.
func shapes(short bool) [][2]int {
	var out [][2]int
	for o := 1; o <= 18; o++ {
		for r := 1; r <= 18; r++ {
			out = append(out, [2]int{o, r})
		}
	}
	for _, n := range []int{10, 13, 31, 64, 100, 300, 1000} {
		f := (n - 1) / 3
		out = append(out, [2]int{n - 2*f, 2 * f}, [2]int{n - f, f})
	}
	out = append(out, [2]int{1, 100}, [2]int{100, 1}, [2]int{63, 129}, [2]int{129, 63})
	if !short {
		out = append(out, [2]int{2000, 300}, [2]int{300, 2000})
	}
	return out
}

func TestEncodeAgainstPolynomials(t *testing.T) {
	eachPath(t, func(t *testing.T) {
		rng := rand.New(rand.NewPCG(1, 2))
		for _, shape := range shapes(testing.Short()) {
			o, r := shape[0], shape[1]
			c := mustCode(t, o, r)
			const unit = 128
			source, parity := randomRows(rng, o, unit), dirty(r*unit)
			c.Encode(parity, source, dirty(c.EncodeWork(unit)), unit)
			for _, e := range []int{0, 31, 40} {
				column := make([]uint16, o)
				for i := range column {
					column[i] = element(source[i*unit:], e)
				}
				for j, want := range referenceParity(column, r) {
					if got := element(parity[j*unit:], e); got != want {
						t.Fatalf("%d+%d: element %d of parity %d is %#x, want %#x", o, r, e, j, got, want)
					}
				}
			}
		}
	})
}

// TestEncodeAgainstLeopard compares with an independent implementation, which knows the high-rate engine only.
func TestEncodeAgainstLeopard(t *testing.T) {
	eachPath(t, func(t *testing.T) {
		rng := rand.New(rand.NewPCG(3, 4))
		for _, shape := range [][2]int{{667, 333}, {67, 33}, {7, 3}, {4, 4}, {129, 64}, {5, 1}} {
			o, r := shape[0], shape[1]
			for _, unit := range []int{64, 192, 1024} {
				c := mustCode(t, o, r)
				source, parity := randomRows(rng, o, unit), dirty(r*unit)
				c.Encode(parity, source, dirty(c.EncodeWork(unit)), unit)
				if !bytes.Equal(parity, leopardParity(t, source, o, r, unit)) {
					t.Errorf("%d+%d, %d bytes: parity differs", o, r, unit)
				}
			}
		}
	})
}

func leopardParity(tb testing.TB, source []byte, o, r, unit int) []byte {
	tb.Helper()
	oracle, shards := leopard(tb, source, o, r, unit)
	if err := oracle.Encode(shards); err != nil {
		tb.Fatal(err)
	}
	return bytes.Join(shards[o:], nil)
}

func leopard(tb testing.TB, source []byte, o, r, unit int) (reedsolomon.Encoder, [][]byte) {
	tb.Helper()
	oracle, err := reedsolomon.New(o, r, reedsolomon.WithLeopardGF16(true), reedsolomon.WithMaxGoroutines(1))
	if err != nil {
		tb.Fatal(err)
	}
	shards := make([][]byte, o+r)
	for i := range shards {
		shards[i] = make([]byte, unit)
		if i < o {
			copy(shards[i], source[i*unit:])
		}
	}
	return oracle, shards
}

// word returns a random code word and its code.
func word(tb testing.TB, rng *rand.Rand, o, r, unit int) (*Code, []byte) {
	tb.Helper()
	c := mustCode(tb, o, r)
	all := randomRows(rng, o+r, unit)
	c.Encode(all[o*unit:], all[:o*unit], make([]byte, c.EncodeWork(unit)), unit)
	return c, all
}

// checkDecode decodes from the given symbols and compares what was missing.
func checkDecode(t *testing.T, c *Code, all []byte, present []int, unit int) {
	t.Helper()
	p, err := c.Plan(present)
	if err != nil {
		t.Fatal(err)
	}
	received := make([]byte, 0, c.Source()*unit)
	for _, i := range present {
		received = append(received, all[i*unit:][:unit]...)
	}
	missing := dirty(len(p.Missing()) * unit)
	p.Decode(missing, received, dirty(p.DecodeWork(unit)), unit)
	seen := make(map[int]bool)
	for _, i := range present {
		seen[i] = true
	}
	for row, i := range p.Missing() {
		if seen[i] {
			t.Fatalf("source %d is listed as missing", i)
		}
		seen[i] = true
		if !bytes.Equal(missing[row*unit:][:unit], all[i*unit:][:unit]) {
			t.Fatalf("%d+%d: source %d from symbols %v is wrong", c.Source(), c.Parity(), i, present)
		}
	}
	for i := range c.Source() {
		if !seen[i] {
			t.Fatalf("source %d is neither present nor missing", i)
		}
	}
}

func TestDecode(t *testing.T) {
	eachPath(t, func(t *testing.T) {
		rng := rand.New(rand.NewPCG(5, 6))
		for _, shape := range shapes(testing.Short()) {
			o, r := shape[0], shape[1]
			c, all := word(t, rng, o, r, 64)
			for range 4 {
				checkDecode(t, c, all, rng.Perm(o + r)[:o], 64)
			}
			// The worst case: as few source symbols as possible.
			var present []int
			for i := o + r - 1; len(present) < o; i-- {
				present = append(present, i)
			}
			checkDecode(t, c, all, present, 64)
			// The mildest: one missing.
			present = rng.Perm(o)
			present[0] = o + rng.IntN(r)
			checkDecode(t, c, all, present, 64)
		}
	})
}

func TestDecodeUnits(t *testing.T) {
	eachPath(t, func(t *testing.T) {
		rng := rand.New(rand.NewPCG(7, 8))
		for _, unit := range []int{64, 128, 192, 320, 1024} {
			c, all := word(t, rng, 34, 66, unit)
			checkDecode(t, c, all, rng.Perm(100)[:34], unit)
			c, all = word(t, rng, 67, 33, unit)
			checkDecode(t, c, all, rng.Perm(100)[:67], unit)
		}
	})
}

func TestPlanRefuses(t *testing.T) {
	c := mustCode(t, 4, 6)
	for name, present := range map[string][]int{
		"none": nil, "too few": {0, 1, 2}, "too many": {0, 1, 2, 3, 4}, "twice": {0, 1, 2, 2},
		"negative": {0, 1, 2, -1}, "beyond": {0, 1, 2, 10},
	} {
		if _, err := c.Plan(present); err == nil {
			t.Errorf("%s: plan from %v, want an error", name, present)
		}
	}
	p, err := c.Plan([]int{3, 1, 0, 2})
	if err != nil {
		t.Fatal(err)
	}
	if len(p.Missing()) != 0 || p.DecodeWork(64) != 0 {
		t.Errorf("all present: missing %v, work %d", p.Missing(), p.DecodeWork(64))
	}
	p.Decode(nil, nil, nil, 64) // nothing is missing: no buffer is looked at
}

func TestNoAllocations(t *testing.T) {
	eachPath(t, func(t *testing.T) {
		const unit = 64
		rng := rand.New(rand.NewPCG(9, 10))
		for _, shape := range [][2]int{{34, 66}, {67, 33}} {
			c, all := word(t, rng, shape[0], shape[1], unit)
			work := make([]byte, c.EncodeWork(unit))
			split := c.Source() * unit
			if n := testing.AllocsPerRun(10, func() { c.Encode(all[split:], all[:split], work, unit) }); n != 0 {
				t.Errorf("%v: Encode allocates %v times", shape, n)
			}
			p, err := c.Plan(rng.Perm(c.Total())[:c.Source()])
			if err != nil {
				t.Fatal(err)
			}
			work = make([]byte, p.DecodeWork(unit))
			missing := make([]byte, len(p.Missing())*unit)
			if n := testing.AllocsPerRun(10, func() { p.Decode(missing, all[:split], work, unit) }); n != 0 {
				t.Errorf("%v: Decode allocates %v times", shape, n)
			}
		}
	})
}

// TestBuffersAreChecked holds Encode and Decode to their contract: a short buffer panics before anything is written.
func TestBuffersAreChecked(t *testing.T) {
	const unit = 64
	c := mustCode(t, 4, 6)
	p, err := c.Plan([]int{6, 7, 8, 9})
	if err != nil {
		t.Fatal(err)
	}
	b := func(n int) []byte { return make([]byte, n) }
	for name, f := range map[string]func(){
		"unit":          func() { c.Encode(b(6000), b(6000), b(6000), 63) },
		"zero unit":     func() { c.Encode(b(6000), b(6000), b(6000), 0) },
		"source":        func() { c.Encode(b(6*unit), b(4*unit-1), b(c.EncodeWork(unit)), unit) },
		"parity":        func() { c.Encode(b(6*unit-1), b(4*unit), b(c.EncodeWork(unit)), unit) },
		"work":          func() { c.Encode(b(6*unit), b(4*unit), b(c.EncodeWork(unit)-1), unit) },
		"decode unit":   func() { p.Decode(b(6000), b(6000), b(6000), 96) },
		"received":      func() { p.Decode(b(4*unit), b(4*unit-1), b(p.DecodeWork(unit)), unit) },
		"missing":       func() { p.Decode(b(4*unit-1), b(4*unit), b(p.DecodeWork(unit)), unit) },
		"decoding work": func() { p.Decode(b(4*unit), b(4*unit), b(p.DecodeWork(unit)-1), unit) },
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s: no panic", name)
				}
			}()
			f()
		}()
	}
}

func ExampleCode() {
	code, err := NewCode(4, 6)
	if err != nil {
		panic(err)
	}
	const unit = 64
	all := make([]byte, code.Total()*unit)
	source, parity := all[:4*unit], all[4*unit:]
	Spread(source, []byte("symbol of 20 bytes.."))
	code.Encode(parity, source, make([]byte, code.EncodeWork(unit)), unit)

	plan, err := code.Plan([]int{6, 7, 8, 9}) // parity only
	if err != nil {
		panic(err)
	}
	decoded := make([]byte, len(plan.Missing())*unit)
	plan.Decode(decoded, all[6*unit:], make([]byte, plan.DecodeWork(unit)), unit)
	symbol := make([]byte, 20)
	Gather(symbol, decoded)
	fmt.Printf("%v %s\n", plan.Missing(), symbol)
	// Output: [0 1 2 3] symbol of 20 bytes..
}
