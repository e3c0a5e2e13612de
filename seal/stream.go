package seal

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/hkdf"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/binary"
	"fmt"
	"sync"

	"golang.org/x/crypto/chacha20poly1305"
)

// Suite names the authenticated cipher of a stream.
type Suite uint8

// The suites, with the values that they have in a header.
const (
	AESStream    Suite = 1 // AES-256-GCM
	ChaChaStream Suite = 2 // ChaCha20-Poly1305, for machines without AES instructions
)

// UnknownLength stands for the length of a stream that is not known before its end.
const UnknownLength int64 = -1

const (
	streamMagic      = "SCS\x01"
	streamHeaderSize = 64
	minRecordLog2    = 12
	maxRecordLog2    = 24
	maxStreamLength  = 1 << 62
	tagSize          = 16
	segmentRecords   = 1 << 20 // records under one key
	flagLength       = 1
	flagPadded       = 2
)

// StreamHeader is the first 64 bytes of an encrypted stream. It is well-formed; which key it belongs to is proved when
// the stream is opened. Values compare with ==.
type StreamHeader struct{ b [streamHeaderSize]byte }

// ParseStreamHeader reads 64 bytes, or returns ErrInvalidStream.
func ParseStreamHeader(b []byte) (StreamHeader, error) {
	if len(b) != streamHeaderSize {
		return StreamHeader{}, fmt.Errorf("%w: header of %d bytes, want %d", ErrInvalidStream, len(b), streamHeaderSize)
	}
	h := StreamHeader{[streamHeaderSize]byte(b)}
	switch {
	case string(b[:4]) != streamMagic:
		return StreamHeader{}, fmt.Errorf("%w: it does not start with %q", ErrInvalidStream, streamMagic)
	case h.Suite() != AESStream && h.Suite() != ChaChaStream:
		return StreamHeader{}, fmt.Errorf("%w: unknown suite %d", ErrInvalidStream, h.Suite())
	case b[5] < minRecordLog2 || b[5] > maxRecordLog2:
		return StreamHeader{}, fmt.Errorf("%w: records of 2^%d bytes, want 2^%d to 2^%d", ErrInvalidStream, b[5], minRecordLog2, maxRecordLog2)
	case b[6] > flagLength|flagPadded || b[7] != 0:
		return StreamHeader{}, fmt.Errorf("%w: unknown flags %#x %#x", ErrInvalidStream, b[6], b[7])
	case h.rawLength() > maxStreamLength || b[6]&flagLength == 0 && h.rawLength() != 0:
		return StreamHeader{}, fmt.Errorf("%w: length %d", ErrInvalidStream, h.rawLength())
	}
	return h, nil
}

// Bytes returns the 64 bytes.
func (h StreamHeader) Bytes() []byte { return h.b[:] }

// Suite returns the cipher.
func (h StreamHeader) Suite() Suite { return Suite(h.b[4]) }

// RecordSize returns the number of plaintext bytes in every record but the last.
func (h StreamHeader) RecordSize() int { return 1 << h.b[5] }

// Padded reports whether the end of the plaintext is padding and a length.
func (h StreamHeader) Padded() bool { return h.b[6]&flagPadded != 0 }

func (h StreamHeader) rawLength() uint64 { return binary.LittleEndian.Uint64(h.b[8:]) }

// Length returns the number of plaintext bytes, padding included, or UnknownLength.
func (h StreamHeader) Length() int64 {
	if h.b[6]&flagLength == 0 {
		return UnknownLength
	}
	return int64(h.rawLength())
}

// SlotAAD returns what a slot of the stream authenticates: SHA-256 of the header.
func (h StreamHeader) SlotAAD() []byte { sum := sha256.Sum256(h.b[:]); return sum[:] }

// newStreamHeader lays out all but the commitment.
func newStreamHeader(length int64, opts StreamOptions, salt [16]byte) StreamHeader {
	var h StreamHeader
	copy(h.b[:], streamMagic)
	h.b[4], h.b[5] = byte(opts.Suite), byte(opts.RecordLog2)
	if length != UnknownLength {
		h.b[6] |= flagLength
		binary.LittleEndian.PutUint64(h.b[8:], uint64(length))
	}
	if opts.Pad {
		h.b[6] |= flagPadded
	}
	copy(h.b[16:], salt[:])
	return h
}

func newSalt() (salt [16]byte) {
	rand.Read(salt[:])
	return salt
}

// layout says where the records of a stream lie. Offsets count from the header's first byte.
type layout struct {
	record  int64 // plaintext bytes of a full record
	length  int64 // of the plaintext, padding included
	records int64
}

func newLayout(h StreamHeader, length int64) layout {
	record := int64(h.RecordSize())
	return layout{record, length, max(1, (length+record-1)/record)}
}

// sealedSize returns the length of the stream with header.
func (l *layout) sealedSize() int64 { return streamHeaderSize + l.length + l.records*tagSize }

func (l *layout) offset(i int64) int64 { return streamHeaderSize + i*(l.record+tagSize) }

func (l *layout) last(i int64) bool { return i == l.records-1 }

// plain returns the plaintext bytes in record i.
func (l *layout) plain(i int64) int64 {
	if l.last(i) {
		return l.length - i*l.record
	}
	return l.record
}

// lengthFromSize returns the plaintext length of a stream of unknown length that takes size bytes with its header, if
// any stream does: the layout of that length takes as many.
func lengthFromSize(h StreamHeader, size int64) (int64, error) {
	body, sealed := size-streamHeaderSize, int64(h.RecordSize())+tagSize
	if body < tagSize {
		return 0, fmt.Errorf("%w: %d bytes, which hold no record", ErrInvalidStream, size)
	}
	return body - (body+sealed-1)/sealed*tagSize, nil
}

// streamKeys derives the keys of a stream. Safe for concurrent use.
type streamKeys struct {
	header StreamHeader
	prk    []byte

	mu      sync.Mutex
	current *segment // guarded by mu; the one used last
}

// segment seals and opens 2^20 records.
type segment struct {
	cipher.AEAD
	number uint32
	prefix [7]byte
}

// newStreamKeys fills in the commitment of a header for the key.
func newStreamKeys(h StreamHeader, k DataKey) (*streamKeys, error) {
	prk, err := hkdf.Extract(sha256.New, k.k()[:], h.b[16:32])
	if err != nil {
		return nil, fmt.Errorf("derive stream keys: %w", err)
	}
	commitment, err := hkdf.Expand(sha256.New, prk, "blob-stream v1 commit"+string(h.b[:32]), 32)
	if err != nil {
		return nil, fmt.Errorf("derive stream keys: %w", err)
	}
	copy(h.b[32:], commitment)
	return &streamKeys{header: h, prk: prk}, nil
}

// openStreamKeys proves by the commitment that the header is of a stream under the key, none of its fields changed.
func openStreamKeys(h StreamHeader, k DataKey) (*streamKeys, error) {
	keys, err := newStreamKeys(h, k)
	if err != nil {
		return nil, err
	}
	if subtle.ConstantTimeCompare(keys.header.b[:], h.b[:]) != 1 {
		return nil, fmt.Errorf("open stream: %w", ErrDecryption)
	}
	return keys, nil
}

// segment returns the cipher for record i.
func (k *streamKeys) segment(i int64) (*segment, error) {
	number := uint32(i / segmentRecords)
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.current != nil && k.current.number == number {
		return k.current, nil
	}
	info := append([]byte("blob-stream v1 segment"), k.header.b[32:]...)
	okm, err := hkdf.Expand(sha256.New, k.prk, string(binary.BigEndian.AppendUint32(info, number)), 32+7)
	if err != nil {
		return nil, fmt.Errorf("derive key of segment %d: %w", number, err)
	}
	aead, err := k.header.Suite().aead(okm[:32])
	if err != nil {
		return nil, err
	}
	k.current = &segment{aead, number, [7]byte(okm[32:])}
	return k.current, nil
}

func (s Suite) aead(key []byte) (cipher.AEAD, error) {
	if s == ChaChaStream {
		return chacha20poly1305.New(key)
	}
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, err
	}
	return cipher.NewGCM(block)
}

// nonce of a record: the segment's prefix, the record's number in the segment, and whether the stream ends with it.
func (s *segment) nonce(i int64, last bool) (n [12]byte) {
	copy(n[:], s.prefix[:])
	binary.BigEndian.PutUint32(n[7:], uint32(i%segmentRecords))
	if last {
		n[11] = 1
	}
	return n
}

// seal appends record i to dst.
func (k *streamKeys) seal(dst, plain []byte, i int64, last bool) ([]byte, error) {
	s, err := k.segment(i)
	if err != nil {
		return nil, err
	}
	n := s.nonce(i, last)
	return s.Seal(dst, n[:], plain, nil), nil
}

// open appends the plaintext of record i to dst, or returns ErrDecryption.
func (k *streamKeys) open(dst, sealed []byte, i int64, last bool) ([]byte, error) {
	s, err := k.segment(i)
	if err != nil {
		return nil, err
	}
	n := s.nonce(i, last)
	plain, err := s.Open(dst, n[:], sealed, nil)
	if err != nil {
		return nil, fmt.Errorf("record %d of the stream: %w", i, ErrDecryption)
	}
	return plain, nil
}
