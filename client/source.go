package client

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"sync"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/redstuff"
)

// source hands out the slivers of a blob that is being stored.
type source interface {
	metadata() *redstuff.VerifiedMetadata
	// sliver returns a sliver, waiting until it is encoded.
	sliver(ctx context.Context, axis walrus.Axis, index walrus.SliverIndex) (*walrus.Sliver, error)
	// close ends the encoding and frees what the source holds.
	close() error
}

// encode makes a source of the blob: in memory, or for a blob whose slivers do not fit into EncodeMemory by way of
// a temporary file, while they are uploaded.
func (c *Client) encode(ctx context.Context, v *view, r io.ReaderAt, size int64, opts StoreOptions) (source, error) {
	if _, err := v.state.NShards.SymbolSize(uint64(size)); err != nil {
		return nil, err
	}
	report(opts.Progress, Progress{PhaseEncode, 0, size})
	defer report(opts.Progress, Progress{PhaseEncode, size, size})
	if size > c.cfg.EncodeMemory/encodingExpansion {
		return newStream(ctx, v.code, r, size, c.cfg.EncodeMemory/encodingExpansion)
	}
	blob := make([]byte, size)
	if n, err := r.ReadAt(blob, 0); n < len(blob) {
		return nil, fmt.Errorf("read the blob: %d of %d bytes: %w", n, size, err)
	}
	encoded, err := v.code.Encode(ctx, blob, redstuff.Options{})
	if err != nil {
		return nil, fmt.Errorf("encode the blob: %w", err)
	}
	return inMemory{encoded}, nil
}

// encodingExpansion is how many times its size a blob takes while it is encoded in memory.
const encodingExpansion = 6

// inMemory is a blob that is encoded.
type inMemory struct{ encoded *redstuff.Encoded }

func (m inMemory) metadata() *redstuff.VerifiedMetadata { return m.encoded.Metadata }

func (m inMemory) sliver(_ context.Context, axis walrus.Axis, index walrus.SliverIndex) (*walrus.Sliver, error) {
	return m.encoded.Sliver(axis, index), nil
}

func (m inMemory) close() error { return nil }

// stream is a blob whose metadata are known and whose slivers are encoded a second time, into a temporary file, while the
// first of them are on their way already.
type stream struct {
	md    *redstuff.VerifiedMetadata
	file  *os.File // primary slivers, then secondary ones, each at its place
	stop  context.CancelFunc
	ended chan struct{} // closed when the encoding is over

	mu    sync.Mutex // guards what follows
	ready [2][]int64 // bytes there are of each sliver
	grown chan struct{}
	err   error // of the encoding
}

func newStream(ctx context.Context, code *redstuff.Code, r io.ReaderAt, size, memory int64) (*stream, error) {
	md, err := code.MetadataFrom(ctx, r, size, redstuff.Options{Memory: memory})
	if err != nil {
		return nil, fmt.Errorf("encode the blob: %w", err)
	}
	file, err := os.CreateTemp("", "walrus-slivers-*")
	if err != nil {
		return nil, fmt.Errorf("encode the blob: %w", err)
	}
	if err := os.Remove(file.Name()); err != nil { // it vanishes with the process
		return nil, errors.Join(fmt.Errorf("encode the blob: %w", err), file.Close())
	}
	n := int(md.NShards())
	encoding, stop := context.WithCancel(ctx)
	s := &stream{md: md, file: file, stop: stop, ended: make(chan struct{}), ready: [2][]int64{make([]int64, n), make([]int64, n)}, grown: make(chan struct{})}
	go func() { // waited for by close
		defer close(s.ended)
		again, err := code.EncodeFrom(encoding, r, size, s.take, redstuff.Options{Memory: memory})
		if err == nil && again.ID() != md.ID() {
			err = errors.New("the blob changed while it was read")
		}
		if err != nil {
			s.mu.Lock()
			defer s.mu.Unlock()
			s.err = fmt.Errorf("encode the blob: %w", err)
			close(s.grown)
		}
	}()
	return s, nil
}

// take is the encoder's sink.
func (s *stream) take(axis walrus.Axis, index walrus.SliverIndex, offset int64, p []byte) error {
	if _, err := s.file.WriteAt(p, s.offset(axis, index)+offset); err != nil {
		return fmt.Errorf("write temporary slivers: %w", err)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.ready[axis][index] = offset + int64(len(p))
	if s.ready[axis][index] == int64(s.md.SliverSize(axis)) {
		close(s.grown)
		s.grown = make(chan struct{})
	}
	return nil
}

func (s *stream) offset(axis walrus.Axis, index walrus.SliverIndex) int64 {
	at := int64(index) * int64(s.md.SliverSize(axis))
	if axis == walrus.Secondary {
		at += int64(s.md.NShards()) * int64(s.md.SliverSize(walrus.Primary))
	}
	return at
}

func (s *stream) metadata() *redstuff.VerifiedMetadata { return s.md }

func (s *stream) sliver(ctx context.Context, axis walrus.Axis, index walrus.SliverIndex) (*walrus.Sliver, error) {
	size := s.md.SliverSize(axis)
	if err := s.await(ctx, axis, index, int64(size)); err != nil {
		return nil, err
	}
	data := make([]byte, size)
	if _, err := s.file.ReadAt(data, s.offset(axis, index)); err != nil {
		return nil, fmt.Errorf("read temporary slivers: %w", err)
	}
	return &walrus.Sliver{Axis: axis, Index: index, SymbolSize: s.md.SymbolSize(), Data: data}, nil
}

func (s *stream) await(ctx context.Context, axis walrus.Axis, index walrus.SliverIndex, size int64) error {
	for {
		s.mu.Lock()
		ready, grown, err := s.ready[axis][index], s.grown, s.err
		s.mu.Unlock()
		switch {
		case ready == size:
			return nil
		case err != nil:
			return err
		}
		select {
		case <-ctx.Done():
			return context.Cause(ctx)
		case <-grown:
		}
	}
}

func (s *stream) close() error {
	s.stop()
	<-s.ended
	return s.file.Close()
}

// readiness orders slivers as a stream makes them: source rows, columns, parity rows.
func readiness(axis walrus.Axis, index walrus.SliverIndex, n walrus.ShardCount) int {
	switch {
	case axis == walrus.Secondary:
		return int(n) + int(index)
	case int(index) < n.PrimarySymbols():
		return int(index)
	}
	return 2*int(n) + int(index)
}
