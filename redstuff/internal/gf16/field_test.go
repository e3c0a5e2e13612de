package gf16

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"testing"
)

func TestTables(t *testing.T) {
	f := tables()
	sum := func(table *[65536]uint16) string {
		var b []byte
		for _, v := range table {
			b = binary.LittleEndian.AppendUint16(b, v)
		}
		h := sha256.Sum256(b)
		return hex.EncodeToString(h[:])
	}
	if got, want := sum(&f.log), "c7eafc7e425f44aa8c3cf82dee5f4b3e50a710844082c0f1adcd4b95d4330c1f"; got != want {
		t.Errorf("log table hashes to %s, want %s", got, want)
	}
	if got, want := sum(&f.exp), "2016ee0982f33f3b6d46fc5731540a073e73b2e7d093ba82e1998364d9dafcd5"; got != want {
		t.Errorf("exp table hashes to %s, want %s", got, want)
	}
}

func TestProducts(t *testing.T) {
	f := tables()
	for _, c := range []struct{ x, y, want uint16 }{
		{0, 7, 0}, {7, 0, 0}, {1, 0xFFFF, 0xFFFF}, {2, 2, 3}, {2, 3, 1}, {0x1234, 0xABCD, 0x43C1},
	} {
		if got := f.mul(c.x, c.y); got != c.want {
			t.Errorf("%#x · %#x = %#x, want %#x", c.x, c.y, got, c.want)
		}
	}
}

// TestConstants compares every element's product with every bit, through packed constants, with the reference.
func TestConstants(t *testing.T) {
	eachPath(t, func(t *testing.T) {
		f := tables()
		src, dst := make([]byte, 64), make([]byte, 64)
		for bit := range 16 {
			at := bit / 8 * 32
			src[bit+at] = 1 << (bit % 8)
		}
		constant := make([]uint64, active.words)
		for c := range 65536 {
			active.setConstant(constant, uint16(c))
			active.mul(dst, src, constant)
			for bit := range 16 {
				if got, want := element(dst, bit), f.mul(uint16(c), 1<<bit); got != want {
					t.Fatalf("%#x · %#x = %#x, want %#x", c, 1<<bit, got, want)
				}
			}
		}
	})
}
