package redstuff

import (
	"encoding/binary"
	"fmt"

	"golang.org/x/crypto/blake2b"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/redstuff/internal/lanehash"
)

// VerifiedMetadata are metadata that were proved to hash to their blob ID. Immutable.
type VerifiedMetadata struct {
	id         walrus.BlobID
	root       [hashSize]byte
	n          walrus.ShardCount
	symbolSize int
	metadata   *walrus.Metadata
}

// ID returns the blob ID.
func (m *VerifiedMetadata) ID() walrus.BlobID { return m.id }

// Metadata returns the metadata themselves, which must not be modified.
func (m *VerifiedMetadata) Metadata() *walrus.Metadata { return m.metadata }

// NShards returns the number of shards that the blob is encoded for.
func (m *VerifiedMetadata) NShards() walrus.ShardCount { return m.n }

// SymbolSize returns the size of every symbol in bytes, even, 2…65534.
func (m *VerifiedMetadata) SymbolSize() int { return m.symbolSize }

// RootHash returns the Merkle root over the sliver pairs.
func (m *VerifiedMetadata) RootHash() [32]byte { return m.root }

// UnencodedLength returns the length of the blob in bytes.
func (m *VerifiedMetadata) UnencodedLength() uint64 { return m.metadata.UnencodedLength }

// SliverSize returns the length in bytes of every sliver of the axis.
func (m *VerifiedMetadata) SliverSize(axis walrus.Axis) int {
	return m.n.SliverSymbols(axis) * m.symbolSize
}

// sliverHash returns the hash that a sliver must have. An empty node matches nothing.
func (m *VerifiedMetadata) sliverHash(axis walrus.Axis, index walrus.SliverIndex) walrus.MerkleNode {
	return m.metadata.SliverHash(axis, index)
}

// VerifyMetadata proves that m are the metadata of blob id in a network with n shards (encoding.md §5.4). It returns
// ErrUnsupportedEncoding for an encoding type other than RS2, ErrInvalidShardCount for an n that cannot be, and
// ErrInvalidMetadata when the number of hashes, the length or the ID do not fit. m must not be modified afterwards.
//
// Metadata bytes are not unique for an ID: an empty entry hashes like 32 zero bytes. No sliver matches such an entry.
func VerifyMetadata(id walrus.BlobID, m *walrus.Metadata, n walrus.ShardCount) (*VerifiedMetadata, error) {
	v, err := newVerifiedMetadata(m, n)
	if err != nil {
		return nil, fmt.Errorf("verify metadata of blob %v: %w", id, err)
	}
	if v.id != id {
		return nil, fmt.Errorf("verify metadata of blob %v: %w: they hash to %v", id, walrus.ErrInvalidMetadata, v.id)
	}
	return v, nil
}

// BlobID returns the ID that m hash to, taking the number of shards from the number of entries. Errors are those of
// VerifyMetadata.
func BlobID(m *walrus.Metadata) (walrus.BlobID, error) {
	if len(m.Hashes) > int(walrus.MaxShards) {
		return walrus.BlobID{}, fmt.Errorf("%w: %d entries", walrus.ErrInvalidMetadata, len(m.Hashes))
	}
	v, err := newVerifiedMetadata(m, walrus.ShardCount(len(m.Hashes)))
	if err != nil {
		return walrus.BlobID{}, fmt.Errorf("compute blob ID: %w", err)
	}
	return v.id, nil
}

func newVerifiedMetadata(m *walrus.Metadata, n walrus.ShardCount) (*VerifiedMetadata, error) {
	if m.EncodingType != walrus.RS2 {
		return nil, fmt.Errorf("%w %d", walrus.ErrUnsupportedEncoding, m.EncodingType)
	}
	if err := n.Validate(); err != nil {
		return nil, err
	}
	if len(m.Hashes) != int(n) {
		return nil, fmt.Errorf("%w: %d entries for %d shards", walrus.ErrInvalidMetadata, len(m.Hashes), n)
	}
	size, err := n.SymbolSize(m.UnencodedLength)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", walrus.ErrInvalidMetadata, err)
	}
	root := blobRoot(m)
	return &VerifiedMetadata{
		id: blobID(m.EncodingType, m.UnencodedLength, root), root: root, n: n, symbolSize: size, metadata: m,
	}, nil
}

// blobRoot returns the Merkle root over the pairs of sliver hashes (encoding.md §5.2).
func blobRoot(m *walrus.Metadata) [hashSize]byte {
	shape := newTreeShape(len(m.Hashes))
	pairs := make([]byte, 0, 2*hashSize*len(m.Hashes))
	for _, h := range m.Hashes {
		p, s := h.Primary.Bytes(), h.Secondary.Bytes()
		pairs = append(append(pairs, p[:]...), s[:]...)
	}
	nodes := make([]byte, shape.bytes())
	lanehash.Leaves(nodes, pairs, 2*hashSize, len(m.Hashes), 2*hashSize)
	return shape.build(nodes)
}

// blobID hashes encoding type, length and root hash (encoding.md §5.3).
func blobID(t walrus.EncodingType, length uint64, root [hashSize]byte) walrus.BlobID {
	b := binary.LittleEndian.AppendUint64([]byte{byte(t)}, length)
	return blake2b.Sum256(append(b, root[:]...))
}
