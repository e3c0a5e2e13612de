package redstuff

import (
	"context"
	"errors"
	"slices"
	"testing"

	"github.com/walrus-go/walrus"
)

func TestNewShardCounts(t *testing.T) {
	for _, n := range []walrus.ShardCount{0, 1, 2, 3, 49156, 65535} {
		if _, err := New(n); !errors.Is(err, walrus.ErrInvalidShardCount) {
			t.Errorf("n=%d: %v", n, err)
		}
	}
	seen := map[*Code]bool{}
	for _, n := range []int{4, 5, 6, 7, 8, 9, 4} {
		seen[mustCode(t, n)] = true
	}
	if len(seen) != 7 || len(codes.recent) != maxCodes || mustCode(t, 4) != mustCode(t, 4) {
		t.Errorf("%d codes made, %d kept", len(seen), len(codes.recent))
	}
}

func TestLargestShardCount(t *testing.T) {
	if testing.Short() {
		t.Skip("tables for 49155 shards take a while")
	}
	c, err := newCode(walrus.MaxShards)
	if err != nil {
		t.Fatal(err)
	}
	// One sliver only: a whole encoding would hash 2.4 billion symbols.
	sc, size := c.pool.acquire(), 2
	data := content("sliver", c.n.SliverSymbols(walrus.Primary)*size)
	parity := make([]byte, c.n.MaxFaulty()*size)
	root := c.expand(sc, walrus.Primary, data, size, parity, make([]byte, c.tree.bytes()))
	leaves := slices.Concat(slices.Collect(slices.Chunk(data, size)), slices.Collect(slices.Chunk(parity, size)))
	if root != slowRoot(leaves) {
		t.Error("root differs from the slow one")
	}
}

func TestVerifyMetadata(t *testing.T) {
	c := mustCode(t, 7)
	e := mustEncode(t, c, goldenBlob(100), Options{})
	id := e.Metadata.ID()
	good := func() *walrus.Metadata {
		m := *e.Metadata.Metadata()
		m.Hashes = slices.Clone(m.Hashes)
		return &m
	}
	v, err := VerifyMetadata(id, good(), 7)
	if err != nil || v.ID() != id || v.RootHash() != e.Metadata.RootHash() || v.SymbolSize() != 8 || v.NShards() != 7 ||
		v.UnencodedLength() != 100 || v.SliverSize(walrus.Primary) != 40 || v.SliverSize(walrus.Secondary) != 24 {
		t.Fatalf("good metadata: %+v %v", v, err)
	}
	if got, err := BlobID(good()); err != nil || got != id {
		t.Errorf("blob ID %v: %v", got, err)
	}
	for name, tc := range map[string]struct {
		change func(m *walrus.Metadata)
		n      walrus.ShardCount
		want   error
	}{
		"length + 1":      {func(m *walrus.Metadata) { m.UnencodedLength++ }, 7, walrus.ErrInvalidMetadata},
		"length beyond":   {func(m *walrus.Metadata) { m.UnencodedLength = 983011 }, 7, walrus.ErrInvalidMetadata},
		"length 2^63":     {func(m *walrus.Metadata) { m.UnencodedLength = 1 << 63 }, 7, walrus.ErrInvalidMetadata},
		"length 2^64-1":   {func(m *walrus.Metadata) { m.UnencodedLength = 1<<64 - 1 }, 7, walrus.ErrInvalidMetadata},
		"hash changed":    {func(m *walrus.Metadata) { m.Hashes[3].Primary = walrus.DigestNode([32]byte{}) }, 7, walrus.ErrInvalidMetadata},
		"entry missing":   {func(m *walrus.Metadata) { m.Hashes = m.Hashes[:6] }, 7, walrus.ErrInvalidMetadata},
		"entry too many":  {func(m *walrus.Metadata) { m.Hashes = append(m.Hashes, m.Hashes[0]) }, 7, walrus.ErrInvalidMetadata},
		"no entries":      {func(m *walrus.Metadata) { m.Hashes = nil }, 7, walrus.ErrInvalidMetadata},
		"retired type":    {func(m *walrus.Metadata) { m.EncodingType = 0 }, 7, walrus.ErrUnsupportedEncoding},
		"unknown type":    {func(m *walrus.Metadata) { m.EncodingType = 2 }, 7, walrus.ErrUnsupportedEncoding},
		"3 shards":        {func(m *walrus.Metadata) { m.Hashes = m.Hashes[:3] }, 3, walrus.ErrInvalidShardCount},
		"0 shards":        {func(m *walrus.Metadata) { m.Hashes = nil }, 0, walrus.ErrInvalidShardCount},
		"too many shards": {func(m *walrus.Metadata) { m.Hashes = make([]walrus.SliverPairHashes, 49156) }, 49156, walrus.ErrInvalidShardCount},
	} {
		m := good()
		tc.change(m)
		if _, err := VerifyMetadata(id, m, tc.n); !errors.Is(err, tc.want) {
			t.Errorf("%s: %v, want %v", name, err, tc.want)
		}
	}
	for _, entries := range []int{0, 3, 49156, 70000} {
		if _, err := BlobID(&walrus.Metadata{EncodingType: walrus.RS2, Hashes: make([]walrus.SliverPairHashes, entries)}); err == nil {
			t.Errorf("blob ID of %d entries", entries)
		}
	}
}

// TestEmptyEntry: an empty node in the metadata leads to the same blob ID as 32 zero bytes; no sliver or symbol matches it.
func TestEmptyEntry(t *testing.T) {
	c := mustCode(t, 7)
	e := mustEncode(t, c, goldenBlob(100), Options{})
	m := *e.Metadata.Metadata()
	m.Hashes = slices.Clone(m.Hashes)
	m.Hashes[0].Primary = walrus.MerkleNode{}
	empty, err := BlobID(&m)
	if err != nil {
		t.Fatal(err)
	}
	md, err := VerifyMetadata(empty, &m, 7)
	if err != nil {
		t.Fatal(err)
	}
	m2 := m
	m2.Hashes = slices.Clone(m.Hashes)
	m2.Hashes[0].Primary = walrus.DigestNode([32]byte{})
	if id, err := BlobID(&m2); err != nil || id != empty {
		t.Errorf("zero digest: %v %v", id, err)
	}
	if _, err := c.VerifySliver(md, e.Sliver(walrus.Primary, 0)); !errors.Is(err, walrus.ErrInvalidSliver) {
		t.Errorf("sliver: %v", err)
	}
	x, err := c.Expand(e.Metadata, e.Sliver(walrus.Primary, 0))
	if err != nil {
		t.Fatal(err)
	}
	s := x.General(1)
	if _, err := c.VerifySymbol(md, walrus.Secondary, 1, &s, true); !errors.Is(err, walrus.ErrInvalidSymbol) {
		t.Errorf("symbol: %v", err)
	}
}

func TestVerifySliverRefuses(t *testing.T) {
	c := mustCode(t, 7)
	e := mustEncode(t, c, goldenBlob(100), Options{})
	for name, tc := range map[string]struct {
		change func(s *walrus.Sliver)
		want   error
	}{
		"bit flipped":     {func(s *walrus.Sliver) { s.Data[7] ^= 1 }, walrus.ErrInvalidSliver},
		"last bit":        {func(s *walrus.Sliver) { s.Data[len(s.Data)-1] ^= 0x80 }, walrus.ErrInvalidSliver},
		"another index":   {func(s *walrus.Sliver) { s.Index++ }, walrus.ErrInvalidSliver},
		"index n":         {func(s *walrus.Sliver) { s.Index = 7 }, walrus.ErrIndexOutOfRange},
		"index 65535":     {func(s *walrus.Sliver) { s.Index = 65535 }, walrus.ErrIndexOutOfRange},
		"the other axis":  {func(s *walrus.Sliver) { s.Axis = s.Axis.Other() }, walrus.ErrInvalidSliver},
		"no axis":         {func(s *walrus.Sliver) { s.Axis = 2 }, walrus.ErrIndexOutOfRange},
		"a symbol less":   {func(s *walrus.Sliver) { s.Data = s.Data[8:] }, walrus.ErrInvalidSliver},
		"a symbol more":   {func(s *walrus.Sliver) { s.Data = append(s.Data, make([]byte, 8)...) }, walrus.ErrInvalidSliver},
		"no data":         {func(s *walrus.Sliver) { s.Data = nil }, walrus.ErrInvalidSliver},
		"size 4":          {func(s *walrus.Sliver) { s.SymbolSize = 4 }, walrus.ErrInvalidSliver},
		"size 0":          {func(s *walrus.Sliver) { s.SymbolSize = 0 }, walrus.ErrInvalidSliver},
		"size 1, shorter": {func(s *walrus.Sliver) { s.SymbolSize, s.Data = 1, s.Data[:len(s.Data)/8] }, walrus.ErrInvalidSliver},
	} {
		for _, axis := range []walrus.Axis{walrus.Primary, walrus.Secondary} {
			s := *e.Sliver(axis, 2)
			s.Data = slices.Clone(s.Data)
			tc.change(&s)
			if _, err := c.VerifySliver(e.Metadata, &s); !errors.Is(err, tc.want) {
				t.Errorf("%v, %s: verify: %v, want %v", axis, name, err, tc.want)
			}
			if _, err := c.Expand(e.Metadata, &s); !errors.Is(err, tc.want) {
				t.Errorf("%v, %s: expand: %v, want %v", axis, name, err, tc.want)
			}
		}
	}
	if _, err := mustCode(t, 10).VerifySliver(e.Metadata, e.Sliver(walrus.Primary, 0)); !errors.Is(err, walrus.ErrInvalidMetadata) {
		t.Errorf("code for other shards: %v", err)
	}
}

// TestTreeAgainstSlow compares trees, and proofs of every leaf, with the definition.
func TestTreeAgainstSlow(t *testing.T) {
	for count := 1; count <= 70; count++ {
		leaves := slices.Collect(slices.Chunk(content("leaves", 6*count), 6))
		shape := newTreeShape(count)
		nodes := make([]byte, shape.bytes())
		for i, leaf := range leaves {
			copy(nodes[i*hashSize:], leafHash(leaf))
		}
		root := shape.build(nodes)
		if root != slowRoot(leaves) {
			t.Fatalf("%d leaves: root differs", count)
		}
		n := walrus.ShardCount(count)
		for i, leaf := range leaves {
			proof := shape.proof(nodes, i)
			node := walrus.DigestNode(root)
			bad := map[string]bool{
				"good":       !verifyProof(node, leaf, proof, i, n),
				"longer":     verifyProof(node, leaf, append(slices.Clone(proof), walrus.MerkleNode{}), i, n),
				"leaf":       verifyProof(node, leaf[1:], proof, i, n),
				"next place": verifyProof(node, leaf, proof, i+1, n),
				"place n":    verifyProof(node, leaf, proof, count, n),
				"place -1":   verifyProof(node, leaf, proof, -1, n),
				"empty root": verifyProof(walrus.MerkleNode{}, leaf, proof, i, n),
			}
			if len(proof) > 0 {
				bad["shorter"] = verifyProof(node, leaf, proof[1:], i, n)
				flipped := slices.Clone(proof)
				b := flipped[0].Bytes()
				b[31] ^= 1
				flipped[0] = walrus.DigestNode(b)
				bad["flipped"] = verifyProof(node, leaf, flipped, i, n)
			}
			for name, is := range bad {
				if is {
					t.Fatalf("%d leaves, leaf %d: proof %q misjudged", count, i, name)
				}
			}
		}
	}
}

// TestShortPath builds by hand a root under which an inner node passes as a leaf at a shorter depth: upstream's bound on the
// path would accept it.
func TestShortPath(t *testing.T) {
	leaf := []byte("shallow")
	sibling := slowHash(0, []byte("sibling"))
	root := walrus.DigestNode(slowHash(1, leafHash(leaf), sibling[:]))
	if verifyProof(root, leaf, walrus.MerkleProof{walrus.DigestNode(sibling)}, 0, 7) {
		t.Error("a path of length 1 verifies for 7 leaves")
	}
	if !verifyProof(root, leaf, walrus.MerkleProof{walrus.DigestNode(sibling)}, 0, 2) {
		t.Error("the same path does not verify for 2 leaves")
	}
}

func TestCancel(t *testing.T) {
	c := mustCode(t, 10)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := c.Encode(ctx, []byte("x"), Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("encode: %v", err)
	}
	e := mustEncode(t, c, goldenBlob(100), Options{})
	for _, axis := range []walrus.Axis{walrus.Primary, walrus.Secondary} {
		d := c.NewDecoder(e.Metadata, axis)
		for i := range 7 {
			if _, err := d.Add(e.VerifiedSliver(axis, walrus.SliverIndex(9-i))); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := d.Decode(ctx, Default, Options{}); !errors.Is(err, context.Canceled) {
			t.Errorf("decode: %v", err)
		}
	}
}
