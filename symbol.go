package walrus

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/walrus-go/walrus/internal/bcs"
)

// SymbolID names a cell of the expanded message matrix by the two slivers that cross in it.
// Its text form is "primary-secondary".
type SymbolID struct {
	Primary, Secondary SliverIndex
}

// ParseSymbolID parses the text form.
func ParseSymbolID(s string) (SymbolID, error) {
	p, q, _ := strings.Cut(s, "-")
	row, err1 := strconv.ParseUint(p, 10, 16)
	column, err2 := strconv.ParseUint(q, 10, 16)
	if err1 != nil || err2 != nil {
		return SymbolID{}, fmt.Errorf("%w: %q is not a symbol ID of the form primary-secondary", ErrInvalidID, clip(s))
	}
	return SymbolID{SliverIndex(row), SliverIndex(column)}, nil
}

// String returns the text form.
func (id SymbolID) String() string { return fmt.Sprintf("%d-%d", id.Primary, id.Secondary) }

// Sliver returns the index of the sliver of the axis that holds the cell.
func (id SymbolID) Sliver(axis Axis) SliverIndex {
	if axis == Primary {
		return id.Primary
	}
	return id.Secondary
}

// MerkleProof is the path from a leaf to the root: siblings, leaf level first.
type MerkleProof []MerkleNode

func (p MerkleProof) appendBCS(b []byte) []byte {
	b = bcs.AppendULEB(b, uint32(len(p)))
	for _, node := range p {
		b = node.appendBCS(b)
	}
	return b
}

func readMerkleProof(r *bcs.Reader) MerkleProof {
	p := make(MerkleProof, r.Len(MaxShards.MerkleDepth(), 1))
	for i := range p {
		p[i] = readMerkleNode(r)
	}
	return p
}

// DecodingSymbol is a symbol for recovering a sliver; Index is the sliver that it was read from, on the axis
// orthogonal to the sliver that it recovers (encoding.md §6.1).
type DecodingSymbol struct {
	Index SliverIndex
	Data  []byte
}

func (s DecodingSymbol) appendBCS(b []byte) []byte {
	return bcs.AppendBytes(bcs.AppendU16(b, uint16(s.Index)), s.Data)
}

// AppendBCS appends the canonical form.
func (s DecodingSymbol) AppendBCS(b []byte) []byte { return s.appendBCS(b) }

func readDecodingSymbol(r *bcs.Reader) DecodingSymbol {
	return DecodingSymbol{SliverIndex(r.U16()), r.Bytes(MaxSymbolSize)}
}

// RecoverySymbol is a decoding symbol with the Merkle proof of its place in the sliver it was read from.
type RecoverySymbol struct {
	DecodingSymbol
	Proof MerkleProof
}

// AppendBCS appends the canonical form.
func (s RecoverySymbol) AppendBCS(b []byte) []byte {
	return s.Proof.appendBCS(s.DecodingSymbol.appendBCS(b))
}

func readRecoverySymbol(r *bcs.Reader) RecoverySymbol {
	return RecoverySymbol{readDecodingSymbol(r), readMerkleProof(r)}
}

// GeneralRecoverySymbol is a recovery symbol that names both slivers of its cell: Recovers is the axis of the sliver
// Target that it is meant for; its Index is the source sliver on the other axis, whose hash the proof leads to.
type GeneralRecoverySymbol struct {
	Recovers Axis
	RecoverySymbol
	Target SliverIndex
}

// ID returns the cell that the symbol lies in.
func (s *GeneralRecoverySymbol) ID() SymbolID {
	if s.Recovers == Primary {
		return SymbolID{s.Target, s.Index}
	}
	return SymbolID{s.Index, s.Target}
}

// AppendBCS appends the canonical form: variant ‖ DecodingSymbol ‖ target u16 ‖ proof.
func (s *GeneralRecoverySymbol) AppendBCS(b []byte) []byte {
	b = s.DecodingSymbol.appendBCS(append(b, byte(s.Recovers)))
	return s.Proof.appendBCS(bcs.AppendU16(b, uint16(s.Target)))
}

func readGeneralRecoverySymbol(r *bcs.Reader) (s GeneralRecoverySymbol) {
	s.Recovers = Axis(r.Variant(2))
	s.DecodingSymbol = readDecodingSymbol(r)
	s.Target = SliverIndex(r.U16())
	s.Proof = readMerkleProof(r)
	return s
}

// AppendRecoverySymbols appends a vector of general recovery symbols, the answer of a node.
func AppendRecoverySymbols(b []byte, symbols []GeneralRecoverySymbol) []byte {
	b = bcs.AppendULEB(b, uint32(len(symbols)))
	for i := range symbols {
		b = symbols[i].AppendBCS(b)
	}
	return b
}

// ParseRecoverySymbols parses a vector of at most limit general recovery symbols. Symbol data alias b.
func ParseRecoverySymbols(b []byte, limit int) ([]GeneralRecoverySymbol, error) {
	r := bcs.NewReader(b)
	symbols := make([]GeneralRecoverySymbol, r.Len(limit, 7))
	for i := range symbols {
		symbols[i] = readGeneralRecoverySymbol(r)
	}
	if err := r.Close(); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrInvalidSymbol, err)
	}
	return symbols, nil
}

// InconsistencyProof shows that the sliver Target of some axis cannot hash to its metadata entry: enough proven
// symbols of orthogonal slivers to rebuild it (encoding.md §6.2). The axis is carried beside it.
type InconsistencyProof struct {
	Target  SliverIndex
	Symbols []RecoverySymbol
}

// AppendBCS appends the canonical form.
func (p *InconsistencyProof) AppendBCS(b []byte) []byte {
	b = bcs.AppendULEB(bcs.AppendU16(b, uint16(p.Target)), uint32(len(p.Symbols)))
	for _, s := range p.Symbols {
		b = s.AppendBCS(b)
	}
	return b
}

// ParseInconsistencyProof parses a proof with at most n symbols. Symbol data alias b.
func ParseInconsistencyProof(b []byte, n ShardCount) (*InconsistencyProof, error) {
	r := bcs.NewReader(b)
	p := &InconsistencyProof{Target: SliverIndex(r.U16())}
	p.Symbols = make([]RecoverySymbol, r.Len(int(n), 4))
	for i := range p.Symbols {
		p.Symbols[i] = readRecoverySymbol(r)
	}
	if err := r.Close(); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrInvalidProof, err)
	}
	return p, nil
}

// MaxInconsistencyProofBCS returns the longest canonical form of a proof in a network with n shards.
func MaxInconsistencyProofBCS(n ShardCount) int {
	return 8 + n.SecondarySymbols()*(MaxSymbolSize+33*n.MerkleDepth()+8)
}
