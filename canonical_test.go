package walrus

import (
	"bytes"
	"errors"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func drawNode(t *rapid.T) MerkleNode {
	var b [32]byte
	drawBytes(t, b[:])
	if rapid.Bool().Draw(t, "empty") {
		return MerkleNode{}
	}
	return DigestNode(b)
}

func drawSymbol(t *rapid.T) RecoverySymbol {
	proof := make(MerkleProof, rapid.IntRange(0, 5).Draw(t, "depth"))
	for i := range proof {
		proof[i] = drawNode(t)
	}
	return RecoverySymbol{
		DecodingSymbol{SliverIndex(rapid.Uint16().Draw(t, "index")), rapid.SliceOfN(rapid.Byte(), 0, 20).Draw(t, "data")}, proof,
	}
}

// sameValue compares values whose empty slices may be nil.
func sameValue(a, b any) bool {
	return cmp.Equal(a, b, cmp.Comparer(func(x, y []byte) bool { return bytes.Equal(x, y) }), cmp.AllowUnexported(MerkleNode{}))
}

// canonical checks that a form parses to the same value, and that no prefix of it nor anything longer parses.
func canonical[T any](t *rapid.T, name string, value T, form []byte, parse func([]byte) (T, error)) {
	back, err := parse(form)
	if err != nil || !sameValue(back, value) {
		t.Fatalf("%s: %v parses to %v: %v", name, value, back, err)
	}
	cut := rapid.IntRange(0, len(form)-1).Draw(t, "cut")
	if _, err := parse(form[:cut]); err == nil {
		t.Fatalf("%s: the first %d of %d bytes parse", name, cut, len(form))
	}
	if _, err := parse(append(slices.Clone(form), 0)); err == nil {
		t.Fatalf("%s: a trailing byte is ignored", name)
	}
}

func TestCanonicalForms(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := &Metadata{EncodingType: RS2, UnencodedLength: rapid.Uint64().Draw(t, "length")}
		m.Hashes = make([]SliverPairHashes, rapid.IntRange(0, 9).Draw(t, "n"))
		for i := range m.Hashes {
			m.Hashes[i] = SliverPairHashes{drawNode(t), drawNode(t)}
		}
		canonical(t, "metadata", m, m.AppendBCS(nil), ParseMetadata)
		id := BlobID{1, 2, 3}
		canonical(t, "metadata with ID", m, AppendMetadataWithID(nil, id, m), func(b []byte) (*Metadata, error) {
			got, m, err := ParseMetadataWithID(b)
			if err == nil && got != id {
				t.Fatalf("ID %v", got)
			}
			return m, err
		})

		size := rapid.IntRange(1, 9).Draw(t, "size")
		s := &Sliver{
			Axis: Axis(rapid.IntRange(0, 1).Draw(t, "axis")), Index: SliverIndex(rapid.Uint16().Draw(t, "index")), SymbolSize: size,
			Data: rapid.SliceOfN(rapid.Byte(), 3*size, 3*size).Draw(t, "data"),
		}
		form := s.AppendBCS(nil)
		canonical(t, "sliver", s, form, func(b []byte) (*Sliver, error) { return ParseSliver(s.Axis, b) })
		canonical(t, "tagged sliver", s, s.AppendTaggedBCS(nil), ParseTaggedSliver)
		streamed := s.AppendSuffixBCS(append(s.AppendPrefixBCS(nil), s.Data...))
		if !bytes.Equal(streamed, form) || s.SizeBCS() != len(form) || !bytes.Equal(s.Symbol(1), s.Data[size:2*size]) {
			t.Fatal("forms of a sliver differ")
		}

		p := &InconsistencyProof{Target: SliverIndex(rapid.Uint16().Draw(t, "target")), Symbols: []RecoverySymbol{drawSymbol(t), drawSymbol(t)}}
		canonical(t, "proof", p, p.AppendBCS(nil), func(b []byte) (*InconsistencyProof, error) { return ParseInconsistencyProof(b, 4) })

		symbols := []GeneralRecoverySymbol{
			{Axis(rapid.IntRange(0, 1).Draw(t, "axis")), drawSymbol(t), SliverIndex(rapid.Uint16().Draw(t, "target"))},
			{Secondary, drawSymbol(t), 7},
		}
		canonical(t, "symbols", symbols, AppendRecoverySymbols(nil, symbols), func(b []byte) ([]GeneralRecoverySymbol, error) {
			return ParseRecoverySymbols(b, 2)
		})
		if _, err := ParseRecoverySymbols(AppendRecoverySymbols(nil, symbols), 1); !errors.Is(err, ErrInvalidSymbol) {
			t.Fatalf("more symbols than the limit: %v", err)
		}
		cell := symbols[0].ID()
		if cell.Sliver(symbols[0].Recovers) != symbols[0].Target || cell.Sliver(symbols[0].Recovers.Other()) != symbols[0].Index {
			t.Fatalf("cell %v of %+v", cell, symbols[0])
		}
	})
}

func TestNonCanonical(t *testing.T) {
	hash := append([]byte{1}, make([]byte, 32)...)
	metadata := func(parts ...[]byte) []byte { return slices.Concat(parts...) }
	head := []byte{0, 1, 5, 0, 0, 0, 0, 0, 0, 0}
	good := metadata(head, []byte{1}, hash, []byte{0})
	if _, err := ParseMetadata(good); err != nil {
		t.Fatal(err)
	}
	for name, tc := range map[string]struct {
		form []byte
		want error
	}{
		"version 1":           {append([]byte{1}, good[1:]...), ErrInvalidMetadata},
		"encoding type 0":     {append([]byte{0, 0}, good[2:]...), ErrUnsupportedEncoding},
		"encoding type 2":     {append([]byte{0, 2}, good[2:]...), ErrInvalidMetadata},
		"long form of a type": {append([]byte{0, 0x81, 0}, good[2:]...), ErrInvalidMetadata},
		"long form of 1":      {metadata(head, []byte{0x81, 0x00}, hash, []byte{0}), ErrInvalidMetadata},
		"node tag 2":          {metadata(head, []byte{1}, hash, []byte{2}), ErrInvalidMetadata},
		"count 2^32":          {metadata(head, []byte{0x80, 0x80, 0x80, 0x80, 0x10}, hash), ErrInvalidMetadata},
		"count above limit":   {metadata(head, []byte{0x84, 0x80, 0x03}, make([]byte, 2*49156)), ErrInvalidMetadata},
		"count above input":   {metadata(head, []byte{100}, hash), ErrInvalidMetadata},
	} {
		if _, err := ParseMetadata(tc.form); !errors.Is(err, tc.want) {
			t.Errorf("%s: %v, want %v", name, err, tc.want)
		}
	}
	for name, form := range map[string][]byte{
		"symbol size 0":       {2, 1, 2, 0, 0, 0, 0},
		"part of a symbol":    {3, 1, 2, 3, 2, 0, 0, 0},
		"length above input":  {9, 1, 2, 2, 0, 0, 0},
		"length 2^32-1":       {0xff, 0xff, 0xff, 0xff, 0x0f, 1, 2, 2, 0, 0, 0},
		"long form of length": {0x82, 0, 1, 2, 2, 0, 0, 0},
		"empty":               {},
	} {
		if _, err := ParseSliver(Primary, form); !errors.Is(err, ErrInvalidSliver) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := ParseTaggedSliver([]byte{2, 2, 1, 2, 2, 0, 0, 0}); !errors.Is(err, ErrInvalidSliver) {
		t.Errorf("axis 2: %v", err)
	}
	deep := RecoverySymbol{Proof: make(MerkleProof, MaxShards.MerkleDepth()+1)}
	if _, err := ParseInconsistencyProof((&InconsistencyProof{Symbols: []RecoverySymbol{deep}}).AppendBCS(nil), 4); !errors.Is(err, ErrInvalidProof) {
		t.Errorf("path of 17 nodes: %v", err)
	}
	if _, err := ParseInconsistencyProof([]byte{0, 0, 5}, 4); !errors.Is(err, ErrInvalidProof) {
		t.Errorf("5 symbols for 4 shards: %v", err)
	}
}

// TestBounds: the named bounds on lengths are those of the longest forms.
func TestBounds(t *testing.T) {
	const n = ShardCount(10)
	m := &Metadata{EncodingType: RS2, Hashes: make([]SliverPairHashes, n)}
	for i := range m.Hashes {
		m.Hashes[i] = SliverPairHashes{DigestNode([32]byte{}), DigestNode([32]byte{})}
	}
	if got := len(m.AppendBCS(nil)); got != MaxMetadataBCS(n) {
		t.Errorf("metadata of %d bytes, bound %d", got, MaxMetadataBCS(n))
	}
	s := &Sliver{SymbolSize: MaxSymbolSize, Data: make([]byte, n.MaxSliverSize())}
	if s.SizeBCS() > MaxSliverBCS(n) || s.SizeBCS() < MaxSliverBCS(n)-5 {
		t.Errorf("sliver of %d bytes, bound %d", s.SizeBCS(), MaxSliverBCS(n))
	}
	p := &InconsistencyProof{}
	for range n.SecondarySymbols() {
		proof := make(MerkleProof, n.MerkleDepth())
		for i := range proof {
			proof[i] = DigestNode([32]byte{})
		}
		p.Symbols = append(p.Symbols, RecoverySymbol{DecodingSymbol{0, make([]byte, MaxSymbolSize)}, proof})
	}
	if got := len(p.AppendBCS(nil)); got > MaxInconsistencyProofBCS(n) || got < MaxInconsistencyProofBCS(n)-100 {
		t.Errorf("proof of %d bytes, bound %d", got, MaxInconsistencyProofBCS(n))
	}
	pair := SliverPair{&Sliver{Axis: Primary}, &Sliver{Axis: Secondary}}
	if pair.Sliver(Primary) != pair.Primary || pair.Sliver(Secondary) != pair.Secondary {
		t.Error("slivers of a pair are mixed up")
	}
}
