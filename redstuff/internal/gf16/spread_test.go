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

// TestPackedTails encodes tails packed and one by one.
func TestPackedTails(t *testing.T) {
	rng := rand.New(rand.NewPCG(2, 2))
	const o, r = 5, 7
	c := mustCode(t, o, r)
	for tail := 2; tail < 64; tail += 2 {
		for _, count := range []int{1, 2, 8, 33} {
			stride := tail + 3
			unit := PackedSize(tail, count)
			symbols := randomRows(rng, o, count*stride)
			source, parity := dirty(o*unit), dirty(r*unit)
			for i := range o {
				PackTails(source[i*unit:][:unit], symbols[i*count*stride:], tail, count, stride)
			}
			c.Encode(parity, source, dirty(c.EncodeWork(unit)), unit)
			got := make([]byte, r*count*stride)
			for j := range r {
				UnpackTails(got[j*count*stride:], parity[j*unit:][:unit], tail, count, stride)
			}
			want := make([]byte, len(got))
			for k := range count {
				single, out := make([]byte, o*64), make([]byte, r*64)
				for i := range o {
					Spread(single[i*64:][:64], symbols[(i*count+k)*stride:][:tail])
				}
				c.Encode(out, single, dirty(c.EncodeWork(64)), 64)
				for j := range r {
					Gather(want[(j*count+k)*stride:][:tail], out[j*64:])
				}
			}
			if !bytes.Equal(got, want) {
				t.Fatalf("tail of %d, %d of them: packed parity differs", tail, count)
			}
		}
	}
}

// TestPackTailsClears checks that elements of no tail are zero, whatever was there before.
func TestPackTailsClears(t *testing.T) {
	for tail := 2; tail < 64; tail += 2 {
		const count = 7
		dst := dirty(PackedSize(tail, count))
		PackTails(dst, bytes.Repeat([]byte{0xFF}, tail*count), tail, count, tail)
		ones, zeros := bytes.Count(dst, []byte{0xFF}), bytes.Count(dst, []byte{0})
		if ones != tail*count || zeros != len(dst)-ones {
			t.Errorf("tail of %d: %d bytes of symbols and %d zeros among %d", tail, ones, zeros, len(dst))
		}
	}
}
