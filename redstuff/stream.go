package redstuff

import (
	"context"
	"fmt"
	"io"

	"github.com/walrus-go/walrus"
)

// Sink takes the slivers of a blob that is encoded as a stream: the bytes p of a sliver from offset on. The bytes of
// each sliver come in ascending order and without gaps, from one call at a time; p is valid only during the call. An
// error ends the encoding.
//
// Primary slivers 0…k-1 come first, each whole; then secondary slivers come whole, in order, between the growing ends of
// primary slivers k…n-1, which are complete only at the end.
type Sink func(axis walrus.Axis, index walrus.SliverIndex, offset int64, p []byte) error

// MetadataFrom computes the metadata of the blob in the first size bytes of r, reading them twice and holding no
// more than Options.Memory and some MB at any time. Besides the errors of Encode it returns those of r and of the
// temporary storage, and io.ErrUnexpectedEOF when r is shorter.
//
// r must not change meanwhile: the result would commit to slivers that do not fit together.
func (c *Code) MetadataFrom(ctx context.Context, r io.ReaderAt, size int64, opts Options) (*VerifiedMetadata, error) {
	md, err := c.stream(ctx, r, size, nil, opts)
	if err != nil {
		return nil, fmt.Errorf("compute metadata: %w", err)
	}
	return md, nil
}

// EncodeFrom is MetadataFrom that hands all slivers to sink on the way. Metadata come last, so a caller that needs them
// first calls MetadataFrom before; it should compare the two blob IDs to notice a blob that has changed.
func (c *Code) EncodeFrom(ctx context.Context, r io.ReaderAt, size int64, sink Sink, opts Options) (*VerifiedMetadata, error) {
	md, err := c.stream(ctx, r, size, sink, opts)
	if err != nil {
		return nil, fmt.Errorf("encode: %w", err)
	}
	return md, nil
}

func (c *Code) stream(ctx context.Context, r io.ReaderAt, size int64, sink Sink, opts Options) (md *VerifiedMetadata, err error) {
	if size < 0 {
		return nil, fmt.Errorf("blob of %d bytes", size)
	}
	symbol, err := c.n.SymbolSize(uint64(size))
	if err != nil {
		return nil, err
	}
	n, k := int64(c.n), int64(c.k)
	need := (k*int64(c.cols) + k*int64(c.n.MaxFaulty())) * int64(symbol)
	if sink != nil {
		need += n * (k + int64(c.cols)) * int64(symbol)
	}
	if need <= opts.memory() {
		return c.streamInMemory(ctx, r, size, sink, opts)
	}
	ext, err := opts.spill()
	if err != nil {
		return nil, err
	}
	defer func() {
		if rest := ext.Close(); err == nil && rest != nil {
			md, err = nil, fmt.Errorf("close temporary storage: %w", rest)
		}
	}()
	s := c.newStreamer(r, size, symbol, ext, sink, opts)
	if err := s.extendRows(ctx); err != nil {
		return nil, err
	}
	if err := s.codeStrips(ctx); err != nil {
		return nil, err
	}
	return s.strips.metadata(uint64(size))
}

// streamInMemory is for blobs that fit.
func (c *Code) streamInMemory(ctx context.Context, r io.ReaderAt, size int64, sink Sink, opts Options) (*VerifiedMetadata, error) {
	blob := make([]byte, size)
	if err := readFull(r, blob, 0, size); err != nil {
		return nil, err
	}
	if sink == nil {
		return c.Metadata(ctx, blob, opts)
	}
	e, err := c.Encode(ctx, blob, opts)
	if err != nil {
		return nil, err
	}
	give := func(axis walrus.Axis, from, end int) error {
		for i := from; i < end; i++ {
			index := walrus.SliverIndex(i)
			if err := sink(axis, index, 0, e.Sliver(axis, index).Data); err != nil {
				return fmt.Errorf("hand over %v sliver %d: %w", axis, i, err)
			}
		}
		return nil
	}
	if err := give(walrus.Primary, 0, c.k); err != nil {
		return nil, err
	}
	if err := give(walrus.Secondary, 0, int(c.n)); err != nil {
		return nil, err
	}
	if err := give(walrus.Primary, c.k, int(c.n)); err != nil {
		return nil, err
	}
	return e.Metadata, nil
}
