package redstuff

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
)

// Spill is temporary storage for what does not fit into memory. Ranges are written before they are read, by several
// goroutines at once. Close discards it.
type Spill interface {
	io.ReaderAt
	io.WriterAt
	io.Closer
}

// spillFile is a temporary file without a name, so that nothing is left however the process ends. Where an open file
// cannot be unlinked, Close removes it.
type spillFile struct {
	*os.File
}

func openSpill() (Spill, error) {
	f, err := os.CreateTemp("", "redstuff-*")
	if err != nil {
		return nil, fmt.Errorf("open temporary file: %w", err)
	}
	_ = os.Remove(f.Name()) // Close tries again
	return spillFile{f}, nil
}

// Close closes and, if that was not possible before, removes the file.
func (f spillFile) Close() error {
	err := f.File.Close()
	if rest := os.Remove(f.Name()); rest != nil && !errors.Is(rest, fs.ErrNotExist) {
		err = errors.Join(err, rest)
	}
	return err
}

func (o Options) spill() (Spill, error) {
	if o.Spill != nil {
		return o.Spill()
	}
	return openSpill()
}

const defaultMemory = 144 << 20

func (o Options) memory() int64 {
	if o.Memory > 0 {
		return o.Memory
	}
	return defaultMemory
}

// readFull fills p from offset at. Bytes beyond size read as zero; fewer than size bytes in r are an error.
func readFull(r io.ReaderAt, p []byte, at, size int64) error {
	want := p[:max(min(size-at, int64(len(p))), 0)]
	clear(p[len(want):])
	if len(want) == 0 {
		return nil
	}
	n, err := r.ReadAt(want, at)
	if n == len(want) {
		return nil
	}
	if err == nil || errors.Is(err, io.EOF) {
		err = io.ErrUnexpectedEOF
	}
	return fmt.Errorf("read %d bytes at %d: %w", len(want), at, err)
}
