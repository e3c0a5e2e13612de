package quilt

import (
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"slices"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/internal/bcs"
)

// PatchID names a range of columns of a quilt. Its text form is unpadded base64url of
// quilt ID 32 ‖ 01 ‖ start u16 ‖ end u16, 50 characters.
type PatchID struct {
	Quilt      walrus.BlobID
	Start, End uint16
}

const patchIDSize = 37

// Internal returns the 5 bytes that follow the quilt ID: 01 ‖ start u16 ‖ end u16.
func (p PatchID) Internal() [5]byte {
	var b [5]byte
	b[0] = version
	binary.LittleEndian.PutUint16(b[1:], p.Start)
	binary.LittleEndian.PutUint16(b[3:], p.End)
	return b
}

// String returns the text form.
func (p PatchID) String() string {
	internal := p.Internal()
	return base64.RawURLEncoding.EncodeToString(append(slices.Clone(p.Quilt[:]), internal[:]...))
}

// ParsePatchID parses the text form; it returns walrus.ErrInvalidID.
func ParsePatchID(s string) (PatchID, error) {
	b, err := base64.RawURLEncoding.Strict().DecodeString(s)
	if err != nil || len(b) != patchIDSize || len(s) != 50 { // the decoder skips line ends
		return PatchID{}, fmt.Errorf("%w: %q is not a quilt patch ID of 50 base64url characters", walrus.ErrInvalidID, s[:min(len(s), 90)])
	}
	return NewPatchID(walrus.BlobID(b[:32]), [5]byte(b[32:]))
}

// NewPatchID makes a patch ID of a quilt ID and the internal form; it returns walrus.ErrInvalidID.
func NewPatchID(quilt walrus.BlobID, internal [5]byte) (PatchID, error) {
	p := PatchID{quilt, binary.LittleEndian.Uint16(internal[1:]), binary.LittleEndian.Uint16(internal[3:])}
	if internal[0] != version || p.Start >= p.End {
		return PatchID{}, fmt.Errorf("%w: quilt patch %x", walrus.ErrInvalidID, internal)
	}
	return p, nil
}

// MarshalText returns the text form.
func (p PatchID) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// UnmarshalText parses the text form.
func (p *PatchID) UnmarshalText(text []byte) (err error) {
	*p, err = ParsePatchID(string(text))
	return err
}

// ReadPatch reads the patch that starts at the first of the given columns and does not go beyond the last. It returns
// ErrMalformed when there is none. The result does not alias columns. Identifier and tags are those of the
// patch's own header; whoever has the index should compare, see Matches.
func ReadPatch(n walrus.ShardCount, symbolSize int, columns [][]byte) (*Blob, error) {
	g, err := newGeometry(n, symbolSize)
	if err != nil {
		return nil, fmt.Errorf("read quilt patch: %w", err)
	}
	b, err := g.readPatch(columns)
	if err != nil {
		return nil, fmt.Errorf("read quilt patch: %w", err)
	}
	return b, nil
}

func (g geometry) readPatch(columns [][]byte) (*Blob, error) {
	if len(columns) > g.columns {
		return nil, fmt.Errorf("%w: %d columns of %d", ErrMalformed, len(columns), g.columns)
	}
	head, err := g.join(columns, headerSize)
	if err != nil {
		return nil, err
	}
	length := int(binary.LittleEndian.Uint32(head[1:]))
	if head[0] != version || head[5] > maskTags {
		return nil, fmt.Errorf("%w: patch header %x", ErrMalformed, head)
	}
	stream, err := g.join(columns, headerSize+length)
	if err != nil {
		return nil, err
	}
	r := bcs.NewReader(stream[headerSize:])
	b := &Blob{}
	field(r, func(r *bcs.Reader) { b.Identifier = r.String(maxIdentifier) })
	if head[5] == maskTags {
		field(r, func(r *bcs.Reader) { b.Tags = readTags(r) })
		if r.Err() == nil && b.Tags == nil {
			r.Fail(fmt.Errorf("%w: empty tags", bcs.ErrNonCanonical))
		}
	}
	b.Data = r.Fixed(r.Remaining())
	if err := r.Close(); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrMalformed, err)
	}
	return b, nil
}

// field reads a field that is preceded by its size and takes it up exactly.
func field(r *bcs.Reader, read func(*bcs.Reader)) {
	inner := bcs.NewReader(r.Fixed(int(r.U16())))
	read(inner)
	if err := inner.Close(); err != nil {
		r.Fail(err)
	}
}

// Matches returns ErrMalformed unless identifier and tags of a patch's header are those of its index entry.
func (p Patch) Matches(b *Blob) error {
	same := p.Identifier == b.Identifier && len(p.Tags) == len(b.Tags)
	for key, value := range p.Tags {
		other, ok := b.Tags[key]
		same = same && ok && value == other
	}
	if !same {
		return fmt.Errorf("%w: index and patch header of %q differ", ErrMalformed, p.Identifier)
	}
	return nil
}
