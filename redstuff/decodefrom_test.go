package redstuff

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"sync"
	"testing"

	"github.com/walrus-go/walrus"
)

// memoryOutput is an output that can fail.
type memoryOutput struct {
	mu        sync.Mutex
	data      []byte
	failWrite bool
	failRead  bool
}

func (m *memoryOutput) WriteAt(p []byte, at int64) (int, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.failWrite {
		return 0, errDisk
	}
	if need := int(at) + len(p); need > len(m.data) {
		m.data = append(m.data, make([]byte, need-len(m.data))...)
	}
	return copy(m.data[at:], p), nil
}

func (m *memoryOutput) ReadAt(p []byte, at int64) (int, error) {
	if m.failRead {
		return 0, errDisk
	}
	return bytes.NewReader(m.data).ReadAt(p, at)
}

func stored(slivers []*walrus.Sliver, from []int) (out []StoredSliver) {
	for _, i := range from {
		out = append(out, StoredSliver{walrus.SliverIndex(i), bytes.NewReader(slivers[i].Data)})
	}
	return out
}

func allSlivers(e *Encoded, axis walrus.Axis) (out []*walrus.Sliver) {
	for i := range walrus.SliverIndex(e.code.n) {
		out = append(out, e.Sliver(axis, i))
	}
	return out
}

// TestDecodeFrom: the streaming form gives the blob, for any bound on memory.
func TestDecodeFrom(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	for _, n := range []int{4, 7, 10, 31, 100, 301} {
		c := mustCode(t, n)
		for _, length := range []int{0, 1, 999, 70001} {
			blob := goldenBlob(length)
			e := mustEncode(t, c, blob, Options{})
			for axis := range walrus.Axis(2) {
				for _, how := range []string{"source", "parity first", "random"} {
					for _, memory := range []int64{1, 100_000, 0} {
						name := fmt.Sprintf("n=%d/blob=%d/%v/%s/memory=%d", n, length, axis, how, memory)
						t.Run(name, func(t *testing.T) {
							seed := rand.Uint64()
							from := loss(rand.New(rand.NewPCG(seed, 0)), c.n, axis, how)
							slivers := stored(allSlivers(e, axis), append(from[:1:1], from...))
							for _, check := range []Check{Skip, Default, Strict} {
								out := &memoryOutput{}
								err := c.DecodeFrom(t.Context(), e.Metadata, axis, slivers, out, check, Options{Workers: 3, Memory: memory})
								if err != nil || !bytes.Equal(out.data, blob) {
									t.Fatalf("check %v, seed %d: %v", check, seed, err)
								}
							}
						})
					}
				}
			}
		}
	}
	noFiles(t)
}

// TestDecodeFromDishonest: the streaming form judges like the one in memory.
func TestDecodeFromDishonest(t *testing.T) {
	c := mustCode(t, 7)
	a, b := mustEncode(t, c, goldenBlob(100), Options{}), mustEncode(t, c, content("another", 100), Options{})
	for _, odd := range []walrus.SliverIndex{0, 3} {
		d := newDishonest(t, c, 100, func(axis walrus.Axis, i walrus.SliverIndex) *Encoded {
			if axis == walrus.Primary && i == odd {
				return b
			}
			return a
		})
		for axis := range walrus.Axis(2) {
			for _, from := range subsets(7, c.n.SourceSymbols(axis)) {
				for _, check := range []Check{Skip, Default, Strict} {
					want, wantErr := d.decode(t, axis, from, check)
					out := &memoryOutput{}
					err := c.DecodeFrom(t.Context(), d.md, axis, stored(d.slivers[axis], from), out, check, Options{Memory: 1})
					if errors.Is(err, walrus.ErrInconsistent) != errors.Is(wantErr, walrus.ErrInconsistent) ||
						err == nil && !bytes.Equal(out.data, want) {
						t.Fatalf("%v %v, check %v: %v, in memory %v", axis, from, check, err, wantErr)
					}
				}
			}
		}
	}
}

func TestDecodeFromErrors(t *testing.T) {
	c := mustCode(t, 10)
	e := mustEncode(t, c, goldenBlob(5000), Options{})
	for axis := range walrus.Axis(2) {
		from := loss(nil, c.n, axis, "parity first")
		good := stored(allSlivers(e, axis), from)
		short := stored(allSlivers(e, axis), from)
		short[1].Data = io.NewSectionReader(short[1].Data, 0, int64(e.Metadata.SliverSize(axis)-1))
		beyond := stored(allSlivers(e, axis), from)
		beyond[0].Index = 10
		cancelled, cancel := context.WithCancel(t.Context())
		cancel()
		for name, tc := range map[string]struct {
			ctx     context.Context
			slivers []StoredSliver
			out     *memoryOutput
			want    error
		}{
			"too few":      {t.Context(), good[1:], &memoryOutput{}, walrus.ErrUnavailable},
			"short sliver": {t.Context(), short, &memoryOutput{}, io.ErrUnexpectedEOF},
			"index n":      {t.Context(), beyond, &memoryOutput{}, walrus.ErrIndexOutOfRange},
			"write":        {t.Context(), good, &memoryOutput{failWrite: true}, errDisk},
			"read":         {t.Context(), good, &memoryOutput{failRead: true}, errDisk},
			"cancelled":    {cancelled, good, &memoryOutput{}, context.Canceled},
		} {
			if err := c.DecodeFrom(tc.ctx, e.Metadata, axis, tc.slivers, tc.out, Default, Options{Memory: 1}); !errors.Is(err, tc.want) {
				t.Errorf("%v, %s: %v, want %v", axis, name, err, tc.want)
			}
		}
		if err := mustCode(t, 7).DecodeFrom(t.Context(), e.Metadata, axis, good, &memoryOutput{}, Skip, Options{}); !errors.Is(err, walrus.ErrInvalidMetadata) {
			t.Errorf("code for other shards: %v", err)
		}
	}
}
