package quilt

import (
	"encoding/binary"
	"fmt"
	"sort"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/internal/bcs"
)

// Index lists the patches of a quilt in the order of their columns.
type Index struct {
	Columns int // of the index itself, which are the first ones
	Patches []Patch
}

// Patch is an entry of the index.
type Patch struct {
	Identifier string
	Tags       map[string]string // nil when there are none
	Start, End uint16            // columns, which are secondary sliver indices; End is exclusive
}

// ID returns the patch's ID in the quilt.
func (p Patch) ID(quilt walrus.BlobID) PatchID { return PatchID{quilt, p.Start, p.End} }

// Find returns the patch with the identifier, or ErrPatchNotFound.
func (x *Index) Find(identifier string) (Patch, error) {
	for _, p := range x.Patches {
		if p.Identifier == identifier {
			return p, nil
		}
	}
	return Patch{}, fmt.Errorf("%w: %q", ErrPatchNotFound, identifier)
}

// At returns the patch with exactly the columns [start, end), or ErrPatchNotFound.
func (x *Index) At(start, end uint16) (Patch, error) {
	i := sort.Search(len(x.Patches), func(i int) bool { return x.Patches[i].Start >= start })
	if i < len(x.Patches) && x.Patches[i].Start == start && x.Patches[i].End == end {
		return x.Patches[i], nil
	}
	return Patch{}, fmt.Errorf("%w: columns %d to %d", ErrPatchNotFound, start, end)
}

// AppendBCS appends the canonical form, QuiltIndexV1: ULEB(count) ‖ (end u16 ‖ identifier ‖ tags)….
func (x *Index) AppendBCS(b []byte) []byte {
	b = bcs.AppendULEB(b, uint32(len(x.Patches)))
	for _, p := range x.Patches {
		b = bcs.AppendString(bcs.AppendU16(b, p.End), p.Identifier)
		b, _ = appendTags(b, p.Tags) // only strings that are not UTF-8 fail, and no index holds any
	}
	return b
}

// IndexColumns returns how many columns the index takes, given the first column of a quilt: what a reader must fetch
// before ParseIndex. It returns ErrMalformed when that is no quilt of n shards with the symbol size.
func IndexColumns(n walrus.ShardCount, symbolSize int, first []byte) (int, error) {
	g, err := newGeometry(n, symbolSize)
	if err != nil {
		return 0, fmt.Errorf("read quilt index: %w", err)
	}
	length, err := g.indexLength(first)
	if err != nil {
		return 0, fmt.Errorf("read quilt index: %w", err)
	}
	return g.span(indexPrefix + length), nil
}

// indexLength reads and checks the length of the canonical index.
func (g geometry) indexLength(first []byte) (int, error) {
	if len(first) != g.columnSize() {
		return 0, fmt.Errorf("%w: column of %d bytes, want %d", ErrMalformed, len(first), g.columnSize())
	}
	if len(first) < indexPrefix || first[0] != version {
		return 0, fmt.Errorf("%w: it does not begin with version %d", ErrMalformed, version)
	}
	length := int(binary.LittleEndian.Uint32(first[1:]))
	if length > maxIndexColumns*g.columnSize()-indexPrefix || g.span(indexPrefix+length) > g.columns {
		return 0, fmt.Errorf("%w: index of %d bytes", ErrMalformed, length)
	}
	return length, nil
}

// ParseIndex parses the index of a quilt from its first columns, of which there must be at least IndexColumns. It is
// strict: canonical BCS, end columns that ascend and lie in the matrix, no identifier twice; otherwise ErrMalformed.
// Identifiers are the writer's and may hold anything, path separators included.
func ParseIndex(n walrus.ShardCount, symbolSize int, columns [][]byte) (*Index, error) {
	g, err := newGeometry(n, symbolSize)
	if err != nil {
		return nil, fmt.Errorf("read quilt index: %w", err)
	}
	x, err := g.parseIndex(columns)
	if err != nil {
		return nil, fmt.Errorf("read quilt index: %w", err)
	}
	return x, nil
}

func (g geometry) parseIndex(columns [][]byte) (*Index, error) {
	if len(columns) == 0 {
		return nil, fmt.Errorf("%w: no columns", ErrMalformed)
	}
	length, err := g.indexLength(columns[0])
	if err != nil {
		return nil, err
	}
	span := g.span(indexPrefix + length)
	if len(columns) < span {
		return nil, fmt.Errorf("%w: %d columns of an index that takes %d", ErrMalformed, len(columns), span)
	}
	stream, err := g.join(columns[:span], indexPrefix+length)
	if err != nil {
		return nil, err
	}
	x := &Index{Columns: span}
	r := bcs.NewReader(stream[indexPrefix:])
	x.Patches = make([]Patch, r.Len(g.columns, 4))
	for i, at := 0, span; i < len(x.Patches); i++ {
		p := &x.Patches[i]
		p.Start, p.End = uint16(at), r.U16()
		p.Identifier = r.String(maxIdentifier)
		p.Tags = readTags(r)
		if r.Err() == nil && (int(p.End) <= at || int(p.End) > g.columns) {
			r.Fail(fmt.Errorf("patch %d ends at column %d, starts at %d of %d", i, p.End, at, g.columns))
		}
		at = int(p.End)
	}
	if err := r.Close(); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrMalformed, err)
	}
	return x, x.distinct()
}

// distinct returns ErrMalformed if an identifier occurs twice.
func (x *Index) distinct() error {
	seen := make(map[string]bool, len(x.Patches))
	for _, p := range x.Patches {
		if seen[p.Identifier] {
			return fmt.Errorf("%w: identifier %q occurs twice", ErrMalformed, p.Identifier)
		}
		seen[p.Identifier] = true
	}
	return nil
}

// join returns the first size bytes of the columns' stream, or ErrMalformed if there are fewer.
func (g geometry) join(columns [][]byte, size int) ([]byte, error) {
	if size > len(columns)*g.columnSize() {
		return nil, fmt.Errorf("%w: %d bytes in %d columns", ErrMalformed, size, len(columns))
	}
	out := make([]byte, 0, size)
	for i, c := range columns {
		if len(c) != g.columnSize() {
			return nil, fmt.Errorf("%w: column %d has %d bytes, want %d", ErrMalformed, i, len(c), g.columnSize())
		}
		out = append(out, c[:min(len(c), size-len(out))]...)
	}
	return out, nil
}
