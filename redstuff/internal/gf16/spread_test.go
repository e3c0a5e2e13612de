package gf16

import (
	"bytes"
	"math/rand/v2"
	"testing"
)

func TestSpreadSixBytes(t *testing.T) {
	dst := dirty(64)
	Spread(dst, []byte{1, 2, 3, 4, 5, 6})
	want := make([]byte, 64)
	copy(want, []byte{1, 2, 3})
	copy(want[32:], []byte{4, 5, 6})
	if !bytes.Equal(dst, want) {
		t.Errorf("got %v", dst)
	}
}

func TestSpreadGather(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 1))
	for size := 0; size <= 1200; size += 2 {
		symbol := randomRows(rng, 1, size)
		rows := dirty(SpreadSize(size))
		Spread(rows, symbol)
		// Element by element, as encoding.md 2.2 defines it.
		for e := range len(rows) / 2 {
			var want uint16
			if c, i := e/32*64, e%32; c+64 <= size {
				want = uint16(symbol[c+i]) | uint16(symbol[c+32+i])<<8
			} else if half := (size - c) / 2; i < half {
				want = uint16(symbol[c+i]) | uint16(symbol[c+half+i])<<8
			}
			if got := element(rows, e); got != want {
				t.Fatalf("size %d: element %d is %#x, want %#x", size, e, got, want)
			}
		}
		back := dirty(size)
		Gather(back, rows)
		if !bytes.Equal(back, symbol) {
			t.Fatalf("size %d: gathered symbol differs", size)
		}
	}
}

// TestPackedTails encodes symbols packed and one by one.
func TestPackedTails(t *testing.T) {
	eachPath(t, func(t *testing.T) {
		rng := rand.New(rand.NewPCG(2, 2))
		const o, r = 5, 7
		c := mustCode(t, o, r)
		for size := 2; size < 200; size += 2 {
			for _, count := range []int{1, 2, 8, 33} {
				stride := size + 3
				p := NewPacking(count, size/64, size%64)
				unit := p.Unit()
				symbols := randomRows(rng, o, count*stride)
				source, parity := dirty(o*unit), dirty(r*unit)
				for i := range o {
					c.Pack(&p, source[i*unit:], symbols[i*count*stride:], stride)
				}
				c.Encode(parity, source, dirty(c.EncodeWork(unit)), unit)
				got := make([]byte, r*count*stride)
				for j := range r {
					c.Unpack(&p, got[j*count*stride:], parity[j*unit:], stride)
				}
				want := make([]byte, len(got))
				whole := SpreadSize(size)
				for k := range count {
					single, out := make([]byte, o*whole), make([]byte, r*whole)
					for i := range o {
						Spread(single[i*whole:][:whole], symbols[(i*count+k)*stride:][:size])
					}
					c.Encode(out, single, dirty(c.EncodeWork(whole)), whole)
					for j := range r {
						Gather(want[(j*count+k)*stride:][:size], out[j*whole:])
					}
				}
				if !bytes.Equal(got, want) {
					t.Fatalf("symbols of %d, %d of them: packed parity differs", size, count)
				}
			}
		}
	})
}

// TestPackClears checks that elements of no tail are zero, whatever was there before.
func TestPackClears(t *testing.T) {
	eachPath(t, func(t *testing.T) {
		c := mustCode(t, 5, 7)
		for size := 2; size < 200; size += 2 {
			const count = 7
			p := NewPacking(count, size/64, size%64)
			dst := dirty(p.Unit())
			c.Pack(&p, dst, bytes.Repeat([]byte{0xFF}, size*count), size)
			ones, zeros := bytes.Count(dst, []byte{0xFF}), bytes.Count(dst, []byte{0})
			if ones != size*count || zeros != len(dst)-ones {
				t.Errorf("symbols of %d: %d bytes of them and %d zeros among %d", size, ones, zeros, len(dst))
			}
		}
	})
}
