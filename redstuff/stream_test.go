package redstuff

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"testing"

	"github.com/walrus-go/walrus"
)

// collector is a sink that keeps slivers and fails the test if their bytes do not come in order.
type collector struct {
	t       *testing.T
	slivers [2]map[walrus.SliverIndex][]byte
}

func newCollector(t *testing.T) *collector {
	return &collector{t, [2]map[walrus.SliverIndex][]byte{{}, {}}}
}

func (c *collector) take(axis walrus.Axis, index walrus.SliverIndex, offset int64, p []byte) error {
	have := c.slivers[axis][index]
	if int64(len(have)) != offset || len(p) == 0 {
		c.t.Errorf("%v sliver %d: %d bytes at %d, have %d", axis, index, len(p), offset, len(have))
	}
	c.slivers[axis][index] = append(have, p...)
	return nil
}

func (c *collector) equal(e *Encoded) {
	c.t.Helper()
	for axis := range walrus.Axis(2) {
		for i := range walrus.SliverIndex(e.code.n) {
			if !bytes.Equal(c.slivers[axis][i], e.Sliver(axis, i).Data) {
				c.t.Fatalf("%v sliver %d differs", axis, i)
			}
		}
	}
}

// memorySpill is temporary storage that counts and can fail.
type memorySpill struct {
	mu         sync.Mutex
	data       []byte
	closed     bool
	writes     int
	failWrite  int // fail that write, from 1
	failRead   bool
	closeError error
}

var errDisk = errors.New("disk trouble")

func (m *memorySpill) WriteAt(p []byte, at int64) (int, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.writes++; m.writes == m.failWrite {
		return 0, errDisk
	}
	if need := int(at) + len(p); need > len(m.data) {
		m.data = append(m.data, make([]byte, need-len(m.data))...)
	}
	return copy(m.data[at:], p), nil
}

func (m *memorySpill) ReadAt(p []byte, at int64) (int, error) {
	if m.failRead {
		return 0, errDisk
	}
	return bytes.NewReader(m.data).ReadAt(p, at)
}

func (m *memorySpill) Close() error {
	m.closed = true
	return m.closeError
}

// TestStream: the streaming form gives the slivers and metadata of the form in memory, for any bound on memory.
func TestStream(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	for _, n := range []int{4, 7, 10, 13, 31, 100, 301} {
		c := mustCode(t, n)
		for _, length := range []int{0, 1, 999, 70001, 300000} {
			blob := goldenBlob(length)
			if uint64(length) > c.n.MaxBlobSize() {
				continue
			}
			e := mustEncode(t, c, blob, Options{})
			for _, memory := range []int64{1, 100_000, 1_000_000, 1 << 30} {
				for _, workers := range []int{1, 3} {
					t.Run(fmt.Sprintf("n=%d/blob=%d/memory=%d/workers=%d", n, length, memory, workers), func(t *testing.T) {
						opts := Options{Workers: workers, Memory: memory}
						md, err := c.MetadataFrom(t.Context(), bytes.NewReader(blob), int64(length), opts)
						if err != nil || md.ID() != e.Metadata.ID() {
							t.Fatalf("metadata: %v", err)
						}
						got := newCollector(t)
						md, err = c.EncodeFrom(t.Context(), bytes.NewReader(blob), int64(length), got.take, opts)
						if err != nil || md.ID() != e.Metadata.ID() {
							t.Fatalf("encode: %v", err)
						}
						got.equal(e)
					})
				}
			}
		}
	}
	noFiles(t)
}

func noFiles(t *testing.T) {
	t.Helper()
	left, err := filepath.Glob(filepath.Join(os.TempDir(), "redstuff-*"))
	if err != nil || len(left) > 0 {
		t.Errorf("files left: %v %v", left, err)
	}
}

// TestSpillFile: the temporary file has no name that a killed process could leave.
func TestSpillFile(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("open files cannot be unlinked")
	}
	t.Setenv("TMPDIR", t.TempDir())
	s, err := openSpill()
	if err != nil {
		t.Fatal(err)
	}
	noFiles(t)
	if err := s.Close(); err != nil {
		t.Error(err)
	}
	t.Setenv("TMPDIR", filepath.Join(t.TempDir(), "missing"))
	if _, err := openSpill(); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("missing directory: %v", err)
	}
}

// TestStreamErrors: every error of reader, storage, sink and context ends the encoding, is reported, and leaves nothing.
func TestStreamErrors(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	c := mustCode(t, 31)
	const length = 100_000
	blob := goldenBlob(length)
	calls := 0
	failing := func(at int) Sink {
		calls = 0
		return func(walrus.Axis, walrus.SliverIndex, int64, []byte) error {
			if calls++; calls == at {
				return errDisk
			}
			return nil
		}
	}
	sinkCalls := func() int {
		if _, err := c.EncodeFrom(t.Context(), bytes.NewReader(blob), length, failing(0), Options{Memory: 1}); err != nil {
			t.Fatal(err)
		}
		return calls
	}()
	var spill *memorySpill
	opts := func(workers int, s *memorySpill) Options {
		spill = s
		return Options{Workers: workers, Memory: 1, Spill: func() (Spill, error) { return spill, nil }}
	}
	for _, workers := range []int{1, 4} {
		for name, run := range map[string]func() error{
			"first write": func() error {
				_, err := c.MetadataFrom(t.Context(), bytes.NewReader(blob), length, opts(workers, &memorySpill{failWrite: 1}))
				return err
			},
			"later write": func() error {
				_, err := c.MetadataFrom(t.Context(), bytes.NewReader(blob), length, opts(1, &memorySpill{failWrite: 3}))
				return err
			},
			"read": func() error {
				_, err := c.MetadataFrom(t.Context(), bytes.NewReader(blob), length, opts(1, &memorySpill{failRead: true}))
				return err
			},
			"close": func() error {
				_, err := c.MetadataFrom(t.Context(), bytes.NewReader(blob), length, opts(1, &memorySpill{closeError: errDisk}))
				return err
			},
			"write, with a sink waiting": func() error {
				_, err := c.EncodeFrom(t.Context(), bytes.NewReader(blob), length, failing(0), opts(workers, &memorySpill{failWrite: 2}))
				return err
			},
			"open": func() error {
				o := Options{Memory: 1, Spill: func() (Spill, error) { return nil, errDisk }}
				_, err := c.MetadataFrom(t.Context(), bytes.NewReader(blob), length, o)
				spill = &memorySpill{closed: true} // none was opened
				return err
			},
		} {
			if err := run(); !errors.Is(err, errDisk) || !spill.closed {
				t.Errorf("%s, %d workers: %v, closed %v", name, workers, err, spill.closed)
			}
		}
		for at := 1; at <= sinkCalls; at += 1 + sinkCalls/50 {
			for _, memory := range []int64{1, 1 << 30} {
				o := Options{Workers: workers, Memory: memory}
				if _, err := c.EncodeFrom(t.Context(), bytes.NewReader(blob), length, failing(at), o); memory == 1 && !errors.Is(err, errDisk) {
					t.Fatalf("sink call %d of %d, %d workers: %v", at, sinkCalls, workers, err)
				}
			}
		}
		for _, memory := range []int64{1, 1 << 30} {
			o := Options{Workers: workers, Memory: memory}
			_, err := c.MetadataFrom(t.Context(), bytes.NewReader(blob[:length-1]), length, o)
			if !errors.Is(err, io.ErrUnexpectedEOF) {
				t.Errorf("short reader: %v", err)
			}
			ctx, cancel := context.WithCancel(t.Context())
			seen := 0
			_, err = c.EncodeFrom(ctx, bytes.NewReader(blob), length, func(walrus.Axis, walrus.SliverIndex, int64, []byte) error {
				if seen++; seen == 20 {
					cancel()
				}
				return nil
			}, o)
			if memory == 1 && !errors.Is(err, context.Canceled) {
				t.Errorf("cancelled, %d workers: %v", workers, err)
			}
			cancel()
		}
	}
	if _, err := c.MetadataFrom(t.Context(), bytes.NewReader(nil), -1, Options{}); err == nil {
		t.Error("negative size accepted")
	}
	if _, err := c.MetadataFrom(t.Context(), bytes.NewReader(nil), 1<<62, Options{}); !errors.Is(err, walrus.ErrBlobTooLarge) {
		t.Errorf("huge size: %v", err)
	}
	noFiles(t)
}
