package seal

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math/bits"
)

// StreamOptions are the choices of a stream's maker. The zero value is right for most.
type StreamOptions struct {
	// Suite is AESStream if zero.
	Suite Suite
	// RecordLog2 sets records of 2^RecordLog2 bytes, 12 to 24: what a reader fetches for one byte, and what both
	// hold in memory. If zero it is 16, or 20 for streams known to be over 1 GiB.
	RecordLog2 int
	// Pad hides the length among all that pad to the same size, at most 12 % larger. Reading needs random access then.
	Pad bool
	// Embed writes the slots in front of the stream, for a self-contained file. They cannot be replaced later.
	Embed bool
}

func (o *StreamOptions) complete(length int64) error {
	if o.Suite == 0 {
		o.Suite = AESStream
	}
	if o.RecordLog2 == 0 {
		o.RecordLog2 = 16
		if length > 1<<30 {
			o.RecordLog2 = 20
		}
	}
	switch {
	case o.Suite != AESStream && o.Suite != ChaChaStream:
		return fmt.Errorf("unknown stream suite %d", o.Suite)
	case o.RecordLog2 < minRecordLog2 || o.RecordLog2 > maxRecordLog2:
		return fmt.Errorf("stream records of 2^%d bytes, want 2^%d to 2^%d", o.RecordLog2, minRecordLog2, maxRecordLog2)
	case length < UnknownLength || length > maxStreamLength/2:
		return fmt.Errorf("stream of %d bytes, at most %d", length, int64(maxStreamLength/2))
	}
	return nil
}

// NewStreamWriter writes the header of a stream under a key of the caller's, and returns a writer that encrypts what
// is written to it. length is the number of bytes that will be written, or UnknownLength; a known one lets readers open
// any range at once.
//
// Close completes the stream and does not close dst. A stream without its end, or after any error, is refused by
// every reader. The writer holds one record in memory; it is not safe for concurrent use.
func NewStreamWriter(dst io.Writer, key DataKey, length int64, opts StreamOptions) (io.WriteCloser, StreamHeader, error) {
	w, err := newStreamWriter(dst, key, length, opts, newSalt())
	if err != nil {
		return nil, StreamHeader{}, fmt.Errorf("start encrypted stream: %w", err)
	}
	if _, err := dst.Write(w.keys.header.Bytes()); err != nil {
		return nil, StreamHeader{}, fmt.Errorf("start encrypted stream: %w", err)
	}
	return w, w.keys.header, nil
}

func newStreamWriter(dst io.Writer, key DataKey, length int64, opts StreamOptions, salt [16]byte) (*streamWriter, error) {
	if err := opts.complete(length); err != nil {
		return nil, err
	}
	total := length
	if opts.Pad && length != UnknownLength {
		total = paddedLength(length)
	}
	keys, err := newStreamKeys(newStreamHeader(total, opts, salt), key)
	if err != nil {
		return nil, err
	}
	size := keys.header.RecordSize()
	return &streamWriter{
		dst: dst, keys: keys, want: length,
		plain: make([]byte, 0, size), sealed: make([]byte, 0, size+tagSize),
	}, nil
}

// streamWriter holds back the record that may be the last until it knows.
type streamWriter struct {
	dst     io.Writer
	keys    *streamKeys
	want    int64 // bytes to be written by the user, or UnknownLength
	written int64 // by the user
	record  int64
	plain   []byte // of the record that is not complete, or complete and maybe the last
	sealed  []byte
	err     error // of an earlier call, returned by all later ones
}

var errStreamClosed = errors.New("encrypted stream is closed")

// Write encrypts p. Writing more than the length announced is an error.
func (w *streamWriter) Write(p []byte) (n int, err error) {
	if w.err != nil {
		return 0, w.err
	}
	if limit := w.limit(); int64(len(p)) > limit-w.written {
		w.err = fmt.Errorf("write encrypted stream: more than %d bytes", limit)
		return 0, w.err
	}
	n, w.err = w.add(p)
	w.written += int64(n)
	return n, w.err
}

func (w *streamWriter) limit() int64 {
	if w.want == UnknownLength {
		return maxStreamLength / 2
	}
	return w.want
}

// add encrypts full records that are followed by something, without copying where it can.
func (w *streamWriter) add(p []byte) (n int, err error) {
	for len(p) > 0 {
		size := cap(w.plain)
		switch {
		case len(w.plain) == size:
			err = w.flush(w.plain, false)
			w.plain = w.plain[:0]
		case len(w.plain) == 0 && len(p) > size:
			err = w.flush(p[:size], false)
			p, n = p[size:], n+size
		default:
			m := min(len(p), size-len(w.plain))
			w.plain = append(w.plain, p[:m]...)
			p, n = p[m:], n+m
		}
		if err != nil {
			return n, err
		}
	}
	return n, nil
}

func (w *streamWriter) flush(plain []byte, last bool) error {
	sealed, err := w.keys.seal(w.sealed[:0], plain, w.record, last)
	if err != nil {
		return err
	}
	if _, err := w.dst.Write(sealed); err != nil {
		return fmt.Errorf("write encrypted stream: %w", err)
	}
	w.record++
	return nil
}

// Close pads if asked to, and writes the last record.
func (w *streamWriter) Close() error {
	if w.err != nil {
		return w.err
	}
	if w.want != UnknownLength && w.written != w.want {
		w.err = fmt.Errorf("close encrypted stream: %d bytes written, %d announced", w.written, w.want)
		return w.err
	}
	if w.keys.header.Padded() {
		if w.err = w.pad(); w.err != nil {
			return w.err
		}
	}
	if w.err = w.flush(w.plain, true); w.err != nil {
		return w.err
	}
	w.err = errStreamClosed
	return nil
}

// pad adds zeros and, as the last 8 bytes, the length before them.
func (w *streamWriter) pad() error {
	var zeros [4096]byte
	for left := paddedLength(w.written) - w.written - 8; left > 0; {
		n, err := w.add(zeros[:min(left, int64(len(zeros)))])
		if err != nil {
			return err
		}
		left -= int64(n)
	}
	_, err := w.add(binary.LittleEndian.AppendUint64(nil, uint64(w.written)))
	return err
}

// paddedLength returns the Padmé size of n bytes and 8 more: of its binary form only the first bits, as many as the
// exponent has binary digits, differ from zero.
func paddedLength(n int64) int64 {
	size := uint64(n) + 8
	exponent := bits.Len64(size) - 1
	mask := uint64(1)<<(exponent-bits.Len(uint(exponent))) - 1
	return int64((size + mask) &^ mask)
}
