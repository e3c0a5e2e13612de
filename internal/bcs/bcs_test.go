package bcs

import (
	"bytes"
	"errors"
	"testing"
)

func TestULEB(t *testing.T) {
	for _, v := range []uint32{0, 1, 127, 128, 300, 16383, 16384, 1 << 21, 1<<28 - 1, 1 << 28, 1<<32 - 1} {
		b := AppendULEB(nil, v)
		if len(b) != ULEBLen(v) {
			t.Errorf("ULEBLen(%d) = %d, wrote %d bytes", v, ULEBLen(v), len(b))
		}
		r := NewReader(b)
		if got := r.ULEB(); got != v || r.Close() != nil {
			t.Errorf("ULEB(%x) = %d, %v, want %d", b, got, r.Close(), v)
		}
	}
}

func TestRefused(t *testing.T) {
	for _, c := range []struct {
		name string
		in   []byte
		read func(*Reader)
		want error
	}{
		{"long form of zero", []byte{0x80, 0x00}, func(r *Reader) { r.ULEB() }, ErrNonCanonical},
		{"33 bits", []byte{0xff, 0xff, 0xff, 0xff, 0x1f}, func(r *Reader) { r.ULEB() }, ErrNonCanonical},
		{"six bytes", []byte{0x80, 0x80, 0x80, 0x80, 0x80, 0x01}, func(r *Reader) { r.ULEB() }, ErrNonCanonical},
		{"open ULEB", []byte{0x80}, func(r *Reader) { r.ULEB() }, ErrTruncated},
		{"short integer", []byte{1, 2, 3}, func(r *Reader) { r.U32() }, ErrTruncated},
		{"trailing", []byte{1, 2}, func(r *Reader) { r.U8() }, ErrTrailing},
		{"long bytes", []byte{3, 1, 2, 3}, func(r *Reader) { r.Bytes(2) }, ErrTooLong},
		{"missing items", []byte{3, 1, 2}, func(r *Reader) { r.Len(10, 2) }, ErrTruncated},
		{"variant", []byte{2}, func(r *Reader) { r.Variant(2) }, ErrVariant},
		{"bad UTF-8", []byte{1, 0xff}, func(r *Reader) { _ = r.String(9) }, ErrNonCanonical},
	} {
		r := NewReader(c.in)
		c.read(r)
		if err := r.Close(); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", c.name, err, c.want)
		}
	}
}

func TestRoundTrip(t *testing.T) {
	b := append(AppendString(AppendBytes(AppendU64(AppendU32(AppendU16([]byte{7}, 0x1234), 0xdeadbeef), 1<<63), []byte{1, 2}), "ä"), 1)
	r := NewReader(b)
	if r.U8() != 7 || r.U16() != 0x1234 || r.U32() != 0xdeadbeef || r.U64() != 1<<63 ||
		!bytes.Equal(r.Bytes(2), []byte{1, 2}) || r.String(2) != "ä" || r.Variant(2) != 1 {
		t.Error("values changed")
	}
	if err := r.Close(); err != nil {
		t.Error(err)
	}
}

func TestFirstErrorStays(t *testing.T) {
	r := NewReader([]byte{1})
	r.U16()
	first := r.Err()
	if r.U8() != 0 || r.Fixed(1) != nil || r.Close() != first {
		t.Error("reads went on after an error")
	}
}

func FuzzULEB(f *testing.F) {
	f.Add([]byte{0x80, 0x01})
	f.Fuzz(func(t *testing.T, in []byte) {
		r := NewReader(in)
		v := r.ULEB()
		if r.Err() != nil {
			return
		}
		if used := in[:len(in)-r.Remaining()]; !bytes.Equal(used, AppendULEB(nil, v)) {
			t.Fatalf("%x was read as %d, which is written %x", used, v, AppendULEB(nil, v))
		}
	})
}
