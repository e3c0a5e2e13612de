package seal

import (
	"errors"
	"fmt"
	"io"
)

// streamReader decrypts a stream front to back. It reads one byte beyond each record to see whether it is the last.
type streamReader struct {
	src    io.Reader
	keys   *streamKeys
	left   int64 // plaintext bytes to come if the length is known, UnknownLength otherwise
	record int64
	sealed []byte // one record and one byte
	ahead  int    // bytes of sealed read already: 0 or 1
	buffer []byte // holds plain
	plain  []byte // decrypted, not yet returned
	err    error  // returned once plain is used up
}

func newStreamReader(src io.Reader, h StreamHeader, key DataKey) (*streamReader, error) {
	if h.Padded() {
		return nil, fmt.Errorf("%w: a padded stream can only be read with random access", ErrInvalidStream)
	}
	keys, err := openStreamKeys(h, key)
	if err != nil {
		return nil, err
	}
	size := h.RecordSize()
	return &streamReader{
		src: src, keys: keys, left: h.Length(),
		sealed: make([]byte, size+tagSize+1), buffer: make([]byte, 0, size),
	}, nil
}

// Read returns authenticated plaintext only, and io.EOF only after the record that ends the stream and the end of the
// source.
func (r *streamReader) Read(p []byte) (int, error) {
	for len(r.plain) == 0 && r.err == nil {
		r.plain, r.err = r.next()
	}
	if len(r.plain) == 0 {
		return 0, r.err
	}
	n := copy(p, r.plain)
	r.plain = r.plain[n:]
	return n, nil
}

// WriteTo implements io.WriterTo, which saves io.Copy a copy.
func (r *streamReader) WriteTo(w io.Writer) (written int64, err error) {
	for {
		if len(r.plain) > 0 {
			n, err := w.Write(r.plain)
			written += int64(n)
			r.plain = r.plain[n:]
			if err != nil {
				return written, fmt.Errorf("write decrypted stream: %w", err)
			}
		}
		if errors.Is(r.err, io.EOF) {
			return written, nil
		}
		if r.err != nil {
			return written, r.err
		}
		r.plain, r.err = r.next()
	}
}

// next decrypts one record; with the last one it returns io.EOF.
func (r *streamReader) next() ([]byte, error) {
	n, err := io.ReadFull(r.src, r.sealed[r.ahead:])
	n += r.ahead
	last := errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF)
	switch {
	case err != nil && !last:
		return nil, fmt.Errorf("read record %d of encrypted stream: %w", r.record, err)
	case n < tagSize:
		return nil, fmt.Errorf("%w: it ends early", ErrInvalidStream)
	case !last:
		n--
	case n == tagSize && r.record > 0:
		return nil, fmt.Errorf("%w: its last record is empty", ErrInvalidStream)
	}
	plain, err := r.keys.open(r.buffer[:0], r.sealed[:n], r.record, last)
	if err != nil {
		return nil, err
	}
	if err := r.count(len(plain), last); err != nil {
		return nil, err
	}
	if last {
		return plain, io.EOF
	}
	r.sealed[0], r.ahead = r.sealed[n], 1
	r.record++
	return plain, nil
}

// count holds the records to the length in the header.
func (r *streamReader) count(n int, last bool) error {
	if r.left == UnknownLength {
		return nil
	}
	r.left -= int64(n)
	if r.left < 0 || last && r.left != 0 {
		return fmt.Errorf("%w: its records do not add up to the length in its header", ErrInvalidStream)
	}
	return nil
}
