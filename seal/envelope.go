package seal

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
)

// The preamble of a self-contained file: "SCE" 01 ‖ u32 count ‖ (u32 length ‖ slot)…, little-endian.
const (
	preambleMagic = "SCE\x01"
	maxSlots      = 64
	maxSlotSize   = 64 << 10
)

// EncryptStream starts a stream under a random key, as NewStreamWriter does, and returns one slot for each of the
// recipients: an object that holds the key. Whoever opens one of the slots reads the stream; access later changes by
// replacing slots (NewSlot), never the stream. Unless they are embedded, store the slots where they can be replaced.
func EncryptStream(dst io.Writer, length int64, opts StreamOptions, to ...Recipients) (io.WriteCloser, []*Object, error) {
	if len(to) == 0 || len(to) > maxSlots {
		return nil, nil, fmt.Errorf("%w: %d slots, want 1 to %d", ErrInvalidRecipients, len(to), maxSlots)
	}
	key := NewDataKey()
	w, err := newStreamWriter(dst, key, length, opts, newSalt())
	if err != nil {
		return nil, nil, fmt.Errorf("start encrypted stream: %w", err)
	}
	var slots []*Object
	for _, r := range to {
		s, err := NewSlot(key, w.keys.header, r)
		if err != nil {
			return nil, nil, err
		}
		slots = append(slots, s)
	}
	var start []byte
	if opts.Embed {
		start = appendPreamble(nil, slots)
	}
	if _, err := dst.Write(append(start, w.keys.header.Bytes()...)); err != nil {
		return nil, nil, fmt.Errorf("start encrypted stream: %w", err)
	}
	return w, slots, nil
}

// NewSlot encrypts the key of the stream with the header to recipients.
func NewSlot(key DataKey, h StreamHeader, to Recipients) (*Object, error) {
	slot, _, err := Encrypt(to, AES256GCM, key.Bytes(), h.SlotAAD())
	if err != nil {
		return nil, fmt.Errorf("seal stream key: %w", err)
	}
	return slot, nil
}

// Unlock finds the key of a stream, given its header and the slots embedded in front of it.
type Unlock func(h StreamHeader, embedded []*Object) (DataKey, error)

// WithKey returns an Unlock for a key at hand.
func WithKey(key DataKey) Unlock {
	return func(StreamHeader, []*Object) (DataKey, error) { return key, nil }
}

// isSlotOf reports whether the object says that it holds the key of the stream with the header.
func isSlotOf(o *Object, h StreamHeader) bool {
	return o.mode == AES256GCM && bytes.Equal(o.aad, h.SlotAAD())
}

// OpenStream opens the stream in src, which holds size bytes; a size below zero means that it is not known, which will
// do for streams of known length. It reads the header, the slots if there are any, and where the length is not in the
// header, or padding hides it, the end.
func OpenStream(src io.ReaderAt, size int64, unlock Unlock) (*Stream, error) {
	start := bufio.NewReaderSize(io.NewSectionReader(src, 0, maxStreamLength), 4<<10) // few calls, if src is remote
	slots, preamble, h, err := readStart(start)
	if err != nil {
		return nil, err
	}
	key, err := unlock(h, slots)
	if err != nil {
		return nil, fmt.Errorf("unlock stream: %w", err)
	}
	if size >= 0 {
		size = max(0, size-preamble)
	}
	return newStream(&shifted{src, preamble}, size, h, key)
}

// DecryptStream reads a stream front to back from src, whose end must be the stream's end. What the reader returns is
// authenticated; only its io.EOF says that nothing is missing.
func DecryptStream(src io.Reader, unlock Unlock) (io.Reader, error) {
	slots, _, h, err := readStart(src)
	if err != nil {
		return nil, err
	}
	key, err := unlock(h, slots)
	if err != nil {
		return nil, fmt.Errorf("unlock stream: %w", err)
	}
	return newStreamReader(src, h, key)
}

// shifted is a ReaderAt without its first bytes.
type shifted struct {
	src io.ReaderAt
	by  int64
}

func (s *shifted) ReadAt(p []byte, off int64) (int, error) { return s.src.ReadAt(p, off+s.by) }

func appendPreamble(b []byte, slots []*Object) []byte {
	b = binary.LittleEndian.AppendUint32(append(b, preambleMagic...), uint32(len(slots)))
	for _, s := range slots {
		o := s.Bytes()
		b = append(binary.LittleEndian.AppendUint32(b, uint32(len(o))), o...)
	}
	return b
}

// readStart reads preamble and header.
func readStart(r io.Reader) (slots []*Object, preamble int64, h StreamHeader, err error) {
	var b [streamHeaderSize]byte
	have := 0
	if _, err := io.ReadFull(r, b[:len(preambleMagic)]); err != nil {
		return nil, 0, h, fmt.Errorf("%w: read its start: %w", ErrInvalidStream, err)
	}
	if string(b[:len(preambleMagic)]) == preambleMagic {
		if slots, preamble, err = readSlots(r); err != nil {
			return nil, 0, h, err
		}
	} else {
		have = len(preambleMagic)
	}
	if _, err := io.ReadFull(r, b[have:]); err != nil {
		return nil, 0, h, fmt.Errorf("%w: read its header: %w", ErrInvalidStream, err)
	}
	h, err = ParseStreamHeader(b[:])
	return slots, preamble, h, err
}

// readSlots reads the preamble after its magic bytes.
func readSlots(r io.Reader) (slots []*Object, preamble int64, err error) {
	count, err := readCount(r, "slots", maxSlots)
	if err != nil {
		return nil, 0, err
	}
	preamble = int64(len(preambleMagic) + 4)
	for range count {
		n, err := readCount(r, "bytes of a slot", maxSlotSize)
		if err != nil {
			return nil, 0, err
		}
		b := make([]byte, n)
		if _, err := io.ReadFull(r, b); err != nil {
			return nil, 0, fmt.Errorf("%w: read slot: %w", ErrInvalidStream, err)
		}
		o, err := ParseObject(b)
		if err != nil {
			return nil, 0, fmt.Errorf("%w: slot %d: %w", ErrInvalidStream, len(slots), err)
		}
		slots, preamble = append(slots, o), preamble+4+int64(n)
	}
	return slots, preamble, nil
}

func readCount(r io.Reader, what string, limit uint32) (uint32, error) {
	var b [4]byte
	if _, err := io.ReadFull(r, b[:]); err != nil {
		return 0, fmt.Errorf("%w: read number of %s: %w", ErrInvalidStream, what, err)
	}
	n := binary.LittleEndian.Uint32(b[:])
	if n == 0 || n > limit {
		return 0, fmt.Errorf("%w: %d %s, want 1 to %d", ErrInvalidStream, n, what, limit)
	}
	return n, nil
}
