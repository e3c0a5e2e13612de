package redstuff

import (
	"context"
	"fmt"

	"github.com/walrus-go/walrus"
)

// Encoded is a blob's encoding in memory: about four times the blob's size beside the blob itself, which the first
// k primary slivers alias.
type Encoded struct {
	// Metadata commit to all slivers.
	Metadata *VerifiedMetadata

	code      *Code
	matrix    matrix
	ext       []byte // rows 0…k-1 of columns K…n-1, needed while encoding
	parity    []byte // primary slivers k…n-1
	secondary []byte // all secondary slivers
}

// Pair returns a sliver pair; i must be below n. The slivers alias the blob given to Encode and the Encoded.
func (e *Encoded) Pair(i walrus.SliverPairIndex) walrus.SliverPair {
	n := e.code.n
	return walrus.SliverPair{
		Primary:   e.Sliver(walrus.Primary, i.Sliver(walrus.Primary, n)),
		Secondary: e.Sliver(walrus.Secondary, i.Sliver(walrus.Secondary, n)),
	}
}

// Sliver returns a sliver; index must be below n. It aliases the blob given to Encode or the Encoded.
func (e *Encoded) Sliver(axis walrus.Axis, index walrus.SliverIndex) *walrus.Sliver {
	s := &walrus.Sliver{Axis: axis, Index: index, SymbolSize: e.Metadata.symbolSize}
	i, size := int(index), e.Metadata.SliverSize(axis)
	switch {
	case axis == walrus.Secondary:
		s.Data = e.secondary[i*size : (i+1)*size : (i+1)*size]
	case i < e.code.k:
		s.Data = e.matrix.row(i)
	default:
		i -= e.code.k
		s.Data = e.parity[i*size : (i+1)*size : (i+1)*size]
	}
	return s
}

// VerifiedSliver returns a sliver in the form that enters a Decoder. It is proved by construction.
func (e *Encoded) VerifiedSliver(axis walrus.Axis, index walrus.SliverIndex) *VerifiedSliver {
	return &VerifiedSliver{blob: e.Metadata.id, sliver: e.Sliver(axis, index)}
}

// Encode computes all sliver pairs and the metadata of blob in memory (encoding.md §3–§5). The result aliases blob, which
// must not change while it is in use. It returns ErrBlobTooLarge, or the context's error.
func (c *Code) Encode(ctx context.Context, blob []byte, opts Options) (*Encoded, error) {
	size, err := c.n.SymbolSize(uint64(len(blob)))
	if err != nil {
		return nil, fmt.Errorf("encode: %w", err)
	}
	e := opts.Reuse
	if e == nil {
		e = &Encoded{}
	}
	e.Metadata, e.code = nil, c
	e.matrix = c.matrix(blob, size, e.matrix.rest)
	n, f := int(c.n), c.n.MaxFaulty()
	e.ext = grow(&e.ext, c.k*f*size)
	e.parity = grow(&e.parity, (n-c.k)*c.cols*size)
	e.secondary = grow(&e.secondary, n*c.k*size)
	if e.Metadata, err = c.encode(ctx, e, opts.workers()); err != nil {
		return nil, fmt.Errorf("encode: %w", err)
	}
	return e, nil
}

// Metadata computes the metadata of blob, and so its ID, keeping no slivers; it takes half the blob's size in memory.
// Errors are those of Encode.
func (c *Code) Metadata(ctx context.Context, blob []byte, opts Options) (*VerifiedMetadata, error) {
	size, err := c.n.SymbolSize(uint64(len(blob)))
	if err != nil {
		return nil, fmt.Errorf("compute metadata: %w", err)
	}
	e := &Encoded{code: c, matrix: c.matrix(blob, size, nil), ext: make([]byte, c.k*c.n.MaxFaulty()*size)}
	md, err := c.encode(ctx, e, opts.workers())
	if err != nil {
		return nil, fmt.Errorf("compute metadata: %w", err)
	}
	return md, nil
}

// encode runs the three stages: rows, strips of columns, trees. Slivers are kept in the buffers of e that are there.
func (c *Code) encode(ctx context.Context, e *Encoded, workers int) (*VerifiedMetadata, error) {
	if err := c.extendRows(ctx, e, workers); err != nil {
		return nil, err
	}
	s := c.newStrips(e.matrix.size, c.width(e.matrix.size, workers))
	if err := c.pool.parallel(ctx, workers, s.count, memoryStrips{s, e}.run); err != nil {
		return nil, err
	}
	return s.metadata(uint64(len(e.matrix.blob)))
}

// extendRows computes the parity symbols of the k rows into ext.
func (c *Code) extendRows(ctx context.Context, e *Encoded, workers int) error {
	m, f := &e.matrix, c.n.MaxFaulty()
	lay := newLayout(m.size, c.limit)
	batch := max(min(lay.batch(), c.k/(2*workers)), 1)
	spans := m.spans(c.k, batch)
	extLen := f * m.size
	return c.pool.parallel(ctx, workers, len(spans), func(sc *scratch, task int) error {
		first, count := spans[task].first, spans[task].count
		src, dst := m.from(first), e.ext[first*extLen:]
		sc.encode(c.axes[walrus.Secondary], &lay, count, evenly(dst, m.size), extLen, evenly(src, m.size), m.rowLen)
		return nil
	})
}

// metadata assembles verified metadata from the roots of all rows and of all columns.
func (c *Code) metadata(length uint64, rows, columns []byte) (*VerifiedMetadata, error) {
	m := &walrus.Metadata{EncodingType: walrus.RS2, UnencodedLength: length, Hashes: make([]walrus.SliverPairHashes, c.n)}
	node := func(roots []byte, i walrus.SliverIndex) walrus.MerkleNode {
		return walrus.DigestNode([hashSize]byte(roots[int(i)*hashSize:]))
	}
	for i := range m.Hashes {
		pair := walrus.SliverPairIndex(i)
		m.Hashes[i].Primary = node(rows, pair.Sliver(walrus.Primary, c.n))
		m.Hashes[i].Secondary = node(columns, pair.Sliver(walrus.Secondary, c.n))
	}
	return newVerifiedMetadata(m, c.n)
}
