package quilt

import (
	"fmt"

	"github.com/walrus-go/walrus"
)

// Reader reads patches out of a whole quilt in memory.
type Reader struct {
	geometry
	n     walrus.ShardCount
	data  []byte
	index *Index
}

// Open reads the index of a whole quilt, the bytes of a decoded blob. It returns ErrMalformed unless they are one for n
// shards. The Reader keeps data.
func Open(n walrus.ShardCount, data []byte) (*Reader, error) {
	if err := n.Validate(); err != nil {
		return nil, fmt.Errorf("open quilt: %w", err)
	}
	size, err := n.SymbolSize(uint64(len(data)))
	if err != nil {
		return nil, fmt.Errorf("open quilt: %w", err)
	}
	g, err := newGeometry(n, size)
	if err != nil {
		return nil, fmt.Errorf("open quilt: %w", err)
	}
	if len(data) != g.columns*g.columnSize() {
		return nil, fmt.Errorf("open quilt: %w: %d bytes do not fill the matrix of %d shards", ErrMalformed, len(data), n)
	}
	columns := g.take(data, 0, min(maxIndexColumns, g.columns))
	index, err := g.parseIndex(columns)
	if err != nil {
		return nil, fmt.Errorf("open quilt: %w", err)
	}
	return &Reader{geometry: g, n: n, data: data, index: index}, nil
}

// Index returns the index.
func (r *Reader) Index() *Index { return r.index }

// Read reads a patch of the index and checks that its header says the same as the index.
func (r *Reader) Read(p Patch) (*Blob, error) {
	b, err := r.ReadColumns(p.Start, p.End)
	if err != nil {
		return nil, err
	}
	if err := p.Matches(b); err != nil {
		return nil, fmt.Errorf("read quilt patch: %w", err)
	}
	return b, nil
}

// ReadColumns reads the patch in columns [start, end), which need not be listed in the index.
func (r *Reader) ReadColumns(start, end uint16) (*Blob, error) {
	if start >= end || int(end) > r.columns {
		return nil, fmt.Errorf("read quilt patch: %w: columns %d to %d of %d", ErrPatchNotFound, start, end, r.columns)
	}
	b, err := r.readPatch(r.take(r.data, int(start), int(end)))
	if err != nil {
		return nil, fmt.Errorf("read quilt patch: %w", err)
	}
	return b, nil
}
