package seal

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"sync"
)

// Stream is an opened stream: random access to the plaintext, every byte of which is authenticated before it is
// returned, at its place and in its stream. A range costs the records that it touches. Safe for concurrent use.
type Stream struct {
	src  io.ReaderAt // starts with the header
	keys *streamKeys
	layout
	size int64 // of the plaintext without padding

	buffers sync.Pool // of *[]byte, for sealed records

	mu     sync.Mutex
	cached int64  // guarded by mu; the record in plain, if that is not nil
	plain  []byte // guarded by mu, contents too
}

// newStream opens the stream in src, of sealed bytes in all, header included. sealed is negative when the caller does
// not know it.
func newStream(src io.ReaderAt, sealed int64, h StreamHeader, key DataKey) (*Stream, error) {
	keys, err := openStreamKeys(h, key)
	if err != nil {
		return nil, err
	}
	s := &Stream{src: src, keys: keys}
	length := h.Length()
	if length == UnknownLength {
		if length, err = lengthFromSize(h, sealed); err != nil {
			return nil, err
		}
	}
	s.layout = newLayout(h, length)
	if want := s.sealedSize(); sealed >= 0 && sealed != want {
		return nil, fmt.Errorf("%w: %d bytes, want %d", ErrInvalidStream, sealed, want)
	}
	if h.Length() == UnknownLength { // the length is what the source says until the last record proves it
		if _, err := s.readPart(nil, s.records-1, 0); err != nil {
			return nil, err
		}
	}
	s.size = length
	if h.Padded() {
		if err := s.readPadding(); err != nil {
			return nil, err
		}
	}
	return s, nil
}

// readPadding learns the length of the plaintext from its last 8 bytes.
func (s *Stream) readPadding() error {
	var b [8]byte
	if s.length < 8 {
		return fmt.Errorf("%w: padded to %d bytes", ErrInvalidStream, s.length)
	}
	if _, err := s.ReadAt(b[:], s.length-8); err != nil {
		return err
	}
	n := binary.LittleEndian.Uint64(b[:])
	if n > uint64(s.length-8) || paddedLength(int64(n)) != s.length {
		return fmt.Errorf("%w: %d bytes do not pad to %d", ErrInvalidStream, n, s.length)
	}
	s.size = int64(n)
	return nil
}

// Size returns the length of the plaintext in bytes.
func (s *Stream) Size() int64 { return s.size }

// Header returns the header of the stream.
func (s *Stream) Header() StreamHeader { return s.keys.header }

// fetchSize is how much of the source one call asks for, unless one record is more.
const fetchSize = 1 << 20

// ReadAt implements io.ReaderAt on the plaintext. Changed data give ErrDecryption.
func (s *Stream) ReadAt(p []byte, off int64) (n int, err error) {
	if off < 0 {
		return 0, fmt.Errorf("read encrypted stream: negative offset")
	}
	if off >= s.size {
		return 0, io.EOF
	}
	if int64(len(p)) > s.size-off {
		p, err = p[:s.size-off], io.EOF
	}
	for n < len(p) {
		m, err := s.readSome(p[n:], off+int64(n))
		n += m
		if err != nil {
			return n, err
		}
	}
	return n, err
}

// readSome fills at least one byte of p: whole records straight into p if off is at the start of one and p holds it,
// part of one record otherwise.
func (s *Stream) readSome(p []byte, off int64) (int, error) {
	first := off / s.record
	start := first * s.record
	if off != start || int64(len(p)) < s.layout.plain(first) {
		return s.readPart(p, first, off-start)
	}
	count := min(max(1, fetchSize/s.record), s.records-first)
	for count > 1 && (count-1)*s.record+s.layout.plain(first+count-1) > int64(len(p)) {
		count--
	}
	return s.readRecords(p, first, count)
}

// readRecords decrypts count records from first on into p, which holds them.
func (s *Stream) readRecords(p []byte, first, count int64) (n int, err error) {
	buffer, err := s.fetch(first, count)
	if err != nil {
		return 0, err
	}
	defer s.buffers.Put(buffer)
	sealed := *buffer
	for i := first; i < first+count; i++ {
		size := s.layout.plain(i)
		plain, err := s.keys.open(p[n:n:n+int(size)], sealed[:size+tagSize], i, s.last(i))
		if err != nil {
			return n, err
		}
		n, sealed = n+len(plain), sealed[size+tagSize:]
	}
	return n, nil
}

// readPart copies what record i holds from skip on into p. It keeps the record, for those who read in small steps.
func (s *Stream) readPart(p []byte, i, skip int64) (n int, err error) {
	s.mu.Lock()
	if s.plain != nil && s.cached == i {
		defer s.mu.Unlock()
		return copy(p, s.plain[skip:]), nil
	}
	spare := s.plain // not in the cache while it is overwritten
	s.plain = nil
	s.mu.Unlock()

	buffer, err := s.fetch(i, 1)
	if err != nil {
		return 0, err
	}
	defer s.buffers.Put(buffer)
	if spare == nil {
		spare = make([]byte, 0, min(s.record, s.length))
	}
	plain, err := s.keys.open(spare[:0], *buffer, i, s.last(i))
	if err != nil {
		return 0, err
	}
	n = copy(p, plain[skip:])
	s.mu.Lock()
	s.cached, s.plain = i, plain
	s.mu.Unlock()
	return n, nil
}

// fetch reads the sealed bytes of count records into a buffer of the pool.
func (s *Stream) fetch(first, count int64) (*[]byte, error) {
	end := first + count - 1
	size := int(s.offset(end) + s.layout.plain(end) + tagSize - s.offset(first))
	b, ok := s.buffers.Get().(*[]byte)
	if !ok || cap(*b) < size {
		b = new(make([]byte, size))
	}
	*b = (*b)[:size]
	if n, err := s.src.ReadAt(*b, s.offset(first)); n < size {
		s.buffers.Put(b)
		if errors.Is(err, io.EOF) {
			err = fmt.Errorf("%w: it ends early", ErrInvalidStream)
		}
		return nil, fmt.Errorf("read record %d of encrypted stream: %w", first, err)
	}
	return b, nil
}
