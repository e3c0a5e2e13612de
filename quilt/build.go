package quilt

import (
	"fmt"
	"math"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/internal/bcs"
)

// Quilt is a finished quilt: store Data like any blob.
type Quilt struct {
	Data       []byte // k·K·SymbolSize bytes
	SymbolSize int    // of the blob that Data encode to
	Index      *Index
}

// Build makes a quilt of the blobs for a network with n shards. The order of blobs does not matter: patches are sorted by
// identifier. It returns ErrInvalidInput for no blobs, more than K-1, an identifier that is invalid or occurs twice, tags
// that are too long, or more bytes than a blob can hold.
func Build(n walrus.ShardCount, blobs []Blob) (*Quilt, error) {
	q, err := build(n, sorted(blobs))
	if err != nil {
		return nil, fmt.Errorf("build quilt: %w", err)
	}
	return q, nil
}

func build(n walrus.ShardCount, blobs []Blob) (*Quilt, error) {
	if err := n.Validate(); err != nil {
		return nil, err
	}
	index := &Index{Patches: make([]Patch, len(blobs))}
	headers := make([][]byte, len(blobs))
	for i, b := range blobs {
		if i > 0 && b.Identifier == blobs[i-1].Identifier {
			return nil, fmt.Errorf("%w: identifier %q occurs twice", ErrInvalidInput, b.Identifier)
		}
		var err error
		if headers[i], err = header(b); err != nil {
			return nil, err
		}
		index.Patches[i] = Patch{Identifier: b.Identifier, Tags: b.Tags}
	}
	if len(blobs) == 0 {
		return nil, fmt.Errorf("%w: no blobs", ErrInvalidInput)
	}
	sizes := []int{indexPrefix + len(index.AppendBCS(nil))}
	for i, h := range headers {
		sizes = append(sizes, len(h)+len(blobs[i].Data))
	}
	size, err := symbolSize(sizes, n.SecondarySymbols(), n.PrimarySymbols(), maxIndexColumns)
	if err != nil {
		return nil, err
	}
	g, err := newGeometry(n, size)
	if err != nil {
		return nil, err
	}
	q := &Quilt{SymbolSize: size, Index: index, Data: make([]byte, g.columns*g.columnSize())}
	q.layOut(g, sizes)
	encoded := index.AppendBCS(nil)
	g.put(q.Data, 0, bcs.AppendU32([]byte{version}, uint32(len(encoded))), encoded)
	for i, b := range blobs {
		g.put(q.Data, int(index.Patches[i].Start), headers[i], b.Data)
	}
	return q, nil
}

// layOut gives the index and each patch its columns.
func (q *Quilt) layOut(g geometry, sizes []int) {
	at := g.span(sizes[0])
	q.Index.Columns = at
	for i := range q.Index.Patches {
		p := &q.Index.Patches[i]
		p.Start = uint16(at)
		at += g.span(sizes[i+1])
		p.End = uint16(at)
	}
}

// header returns what stands before the bytes of a blob in its patch.
func header(b Blob) ([]byte, error) {
	if err := ValidateIdentifier(b.Identifier); err != nil {
		return nil, err
	}
	mask := byte(0)
	identifier := bcs.AppendString(nil, b.Identifier)
	fields := append(bcs.AppendU16(nil, uint16(len(identifier))), identifier...)
	if len(b.Tags) > 0 {
		tags, err := appendTags(nil, b.Tags)
		if err != nil {
			return nil, fmt.Errorf("blob %q: %w", b.Identifier, err)
		}
		if len(tags) > maxTags {
			return nil, fmt.Errorf("%w: tags of blob %q take %d bytes, at most %d", ErrInvalidInput, b.Identifier, len(tags), maxTags)
		}
		mask = maskTags
		fields = append(bcs.AppendU16(fields, uint16(len(tags))), tags...)
	}
	length := uint64(len(fields)) + uint64(len(b.Data))
	if length > math.MaxUint32 {
		return nil, fmt.Errorf("%w: blob %q has %d bytes, at most 2^32 with its header", ErrInvalidInput, b.Identifier, len(b.Data))
	}
	head := append(bcs.AppendU32([]byte{version}, uint32(length)), mask)
	return append(head, fields...), nil
}
