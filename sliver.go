package walrus

import (
	"fmt"

	"github.com/walrus-go/walrus/internal/bcs"
)

// Sliver is one row (primary) or column (secondary) of the expanded message matrix: the symbols that a shard
// stores. It is unverified; redstuff.VerifySliver binds it to metadata.
type Sliver struct {
	Axis       Axis
	Index      SliverIndex
	SymbolSize int    // bytes of one symbol, 1…65535 after parsing
	Data       []byte // a whole number of symbols
}

// Symbol returns the i-th stored symbol, aliasing Data.
func (s *Sliver) Symbol(i int) []byte {
	return s.Data[i*s.SymbolSize : (i+1)*s.SymbolSize : (i+1)*s.SymbolSize]
}

// AppendBCS appends SliverData, which does not name the axis: Symbols ‖ index u16 (encoding.md §6).
func (s *Sliver) AppendBCS(b []byte) []byte {
	b = bcs.AppendBytes(b, s.Data)
	b = bcs.AppendU16(b, uint16(s.SymbolSize))
	return bcs.AppendU16(b, uint16(s.Index))
}

// AppendPrefixBCS appends what stands before Data in SliverData, for writers that stream the data after it.
func (s *Sliver) AppendPrefixBCS(b []byte) []byte { return bcs.AppendULEB(b, uint32(len(s.Data))) }

// AppendSuffixBCS appends what stands after Data in SliverData.
func (s *Sliver) AppendSuffixBCS(b []byte) []byte {
	return bcs.AppendU16(bcs.AppendU16(b, uint16(s.SymbolSize)), uint16(s.Index))
}

// SizeBCS returns the length of SliverData.
func (s *Sliver) SizeBCS() int { return bcs.ULEBLen(uint32(len(s.Data))) + len(s.Data) + 4 }

// MaxSliverBCS returns the longest SliverData of a network with n shards.
func MaxSliverBCS(n ShardCount) int { return n.MaxSliverSize() + 9 }

// ParseSliver parses SliverData as a sliver of the axis. The sliver's data alias b.
func ParseSliver(axis Axis, b []byte) (*Sliver, error) {
	r := bcs.NewReader(b)
	s := readSliver(r, axis)
	if err := r.Close(); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrInvalidSliver, err)
	}
	return s, nil
}

func readSliver(r *bcs.Reader, axis Axis) *Sliver {
	s := &Sliver{Axis: axis, Data: r.Bytes(MaxShards.MaxSliverSize())}
	s.SymbolSize = int(r.U16())
	s.Index = SliverIndex(r.U16())
	if r.Err() == nil && (s.SymbolSize == 0 || len(s.Data)%s.SymbolSize != 0) {
		r.Fail(fmt.Errorf("%d bytes are not a whole number of %d-byte symbols", len(s.Data), s.SymbolSize))
	}
	return s
}

// AppendTaggedBCS appends Sliver: the axis as an enum variant, then SliverData.
func (s *Sliver) AppendTaggedBCS(b []byte) []byte { return s.AppendBCS(append(b, byte(s.Axis))) }

// ParseTaggedSliver parses Sliver, the form that names its axis. The sliver's data alias b.
func ParseTaggedSliver(b []byte) (*Sliver, error) {
	r := bcs.NewReader(b)
	s := readSliver(r, Axis(r.Variant(2)))
	if err := r.Close(); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrInvalidSliver, err)
	}
	return s, nil
}

// SliverPair is what a client sends for one shard.
type SliverPair struct {
	Primary, Secondary *Sliver
}

// Sliver returns the pair's sliver on the axis.
func (p SliverPair) Sliver(axis Axis) *Sliver {
	if axis == Primary {
		return p.Primary
	}
	return p.Secondary
}
