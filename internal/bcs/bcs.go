// Package bcs reads and writes the subset of Binary Canonical Serialization that the Walrus formats use
// (encoding.md §6): little-endian integers, ULEB128 lengths and variants, fixed and counted byte strings.
//
// The one idea: a [Reader] remembers its first error, so a decoder reads field after field and asks once, with
// [Reader.Close], whether all of it was there, canonical, and nothing was left over. Every length is checked
// against a limit named by the caller and against the bytes that remain before anything is allocated.
//
// Writing is appending: the Append functions extend a byte slice and cannot fail. A Reader is not safe for
// concurrent use.
package bcs

import (
	"encoding/binary"
	"errors"
	"fmt"
	"unicode/utf8"
)

// Errors wrapped by the error of [Reader.Close].
var (
	ErrTruncated    = errors.New("input ends early")
	ErrTrailing     = errors.New("bytes left over")
	ErrNonCanonical = errors.New("non-canonical form")
	ErrTooLong      = errors.New("length above the limit")
	ErrVariant      = errors.New("unknown variant")
)

// Reader decodes one value from a byte slice. After an error all further reads return zero values.
type Reader struct {
	rest  []byte
	total int
	err   error
}

// NewReader returns a Reader over b. Byte strings that it returns alias b.
func NewReader(b []byte) *Reader { return &Reader{rest: b, total: len(b)} }

// Err returns the first error met.
func (r *Reader) Err() error { return r.err }

// Close returns the first error met, or ErrTrailing when bytes are left over.
func (r *Reader) Close() error {
	if r.err == nil && len(r.rest) != 0 {
		r.Fail(ErrTrailing)
	}
	return r.err
}

// Fail records err, with the position reached, unless an error is recorded already.
func (r *Reader) Fail(err error) {
	if r.err == nil {
		r.err = fmt.Errorf("bcs at byte %d of %d: %w", r.total-len(r.rest), r.total, err)
	}
}

// Remaining returns the number of bytes not yet read.
func (r *Reader) Remaining() int { return len(r.rest) }

// Fixed returns the next n bytes, aliasing the input, or nil after an error.
func (r *Reader) Fixed(n int) []byte {
	if r.err != nil {
		return nil
	}
	if n < 0 || n > len(r.rest) {
		r.Fail(ErrTruncated)
		return nil
	}
	b := r.rest[:n:n]
	r.rest = r.rest[n:]
	return b
}

// Into fills dst with the next bytes.
func (r *Reader) Into(dst []byte) { copy(dst, r.Fixed(len(dst))) }

// U8 reads one byte.
func (r *Reader) U8() uint8 {
	if b := r.Fixed(1); b != nil {
		return b[0]
	}
	return 0
}

// U16 reads a little-endian 16-bit integer.
func (r *Reader) U16() uint16 {
	if b := r.Fixed(2); b != nil {
		return binary.LittleEndian.Uint16(b)
	}
	return 0
}

// U32 reads a little-endian 32-bit integer.
func (r *Reader) U32() uint32 {
	if b := r.Fixed(4); b != nil {
		return binary.LittleEndian.Uint32(b)
	}
	return 0
}

// U64 reads a little-endian 64-bit integer.
func (r *Reader) U64() uint64 {
	if b := r.Fixed(8); b != nil {
		return binary.LittleEndian.Uint64(b)
	}
	return 0
}

// ULEB reads an unsigned LEB128 number below 2^32 in its shortest form.
func (r *Reader) ULEB() uint32 {
	var v uint64
	for shift := 0; shift < 35; shift += 7 {
		b := r.U8()
		if r.err != nil {
			return 0
		}
		v |= uint64(b&0x7f) << shift
		if b&0x80 != 0 {
			continue
		}
		if b == 0 && shift > 0 || v > 1<<32-1 {
			break
		}
		return uint32(v)
	}
	r.Fail(ErrNonCanonical)
	return 0
}

// Len reads the count of a vector whose items take at least itemSize bytes each. It fails with ErrTooLong above
// limit, and with ErrTruncated when the input cannot hold that many items, so the result is safe to allocate for.
func (r *Reader) Len(limit, itemSize int) int {
	n := int(r.ULEB())
	switch {
	case r.err != nil:
		return 0
	case n > limit:
		r.Fail(fmt.Errorf("%w: %d items, at most %d", ErrTooLong, n, limit))
		return 0
	case itemSize > 0 && n > len(r.rest)/itemSize:
		r.Fail(ErrTruncated)
		return 0
	}
	return n
}

// Bytes reads a counted byte string of at most limit bytes, aliasing the input.
func (r *Reader) Bytes(limit int) []byte { return r.Fixed(r.Len(limit, 1)) }

// String reads a counted UTF-8 string of at most limit bytes.
func (r *Reader) String(limit int) string {
	b := r.Bytes(limit)
	if !utf8.Valid(b) {
		r.Fail(fmt.Errorf("%w: string is not UTF-8", ErrNonCanonical))
		return ""
	}
	return string(b)
}

// Variant reads an enum tag below count.
func (r *Reader) Variant(count uint32) uint32 {
	v := r.ULEB()
	if r.err == nil && v >= count {
		r.Fail(fmt.Errorf("%w %d", ErrVariant, v))
		return 0
	}
	return v
}

// AppendU16 appends v, little-endian.
func AppendU16(b []byte, v uint16) []byte { return binary.LittleEndian.AppendUint16(b, v) }

// AppendU32 appends v, little-endian.
func AppendU32(b []byte, v uint32) []byte { return binary.LittleEndian.AppendUint32(b, v) }

// AppendU64 appends v, little-endian.
func AppendU64(b []byte, v uint64) []byte { return binary.LittleEndian.AppendUint64(b, v) }

// AppendULEB appends v as unsigned LEB128.
func AppendULEB(b []byte, v uint32) []byte {
	for v >= 0x80 {
		b = append(b, byte(v)|0x80)
		v >>= 7
	}
	return append(b, byte(v))
}

// AppendBytes appends the length of v and v.
func AppendBytes(b, v []byte) []byte { return append(AppendULEB(b, uint32(len(v))), v...) }

// AppendString appends the length of v in bytes and v.
func AppendString(b []byte, v string) []byte { return append(AppendULEB(b, uint32(len(v))), v...) }

// ULEBLen returns the number of bytes that AppendULEB writes for v.
func ULEBLen(v uint32) int {
	n := 1
	for ; v >= 0x80; v >>= 7 {
		n++
	}
	return n
}
