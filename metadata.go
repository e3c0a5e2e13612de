package walrus

import (
	"fmt"

	"github.com/walrus-go/walrus/internal/bcs"
)

// MerkleNode is a node of a Merkle tree: a digest, or the empty node that fills up an odd level. The empty node
// hashes like 32 zero bytes but is another value. The zero MerkleNode is the empty node; compare with ==.
type MerkleNode struct {
	digest [32]byte
	set    bool
}

// DigestNode returns the node that holds digest.
func DigestNode(digest [32]byte) MerkleNode { return MerkleNode{digest, true} }

// IsEmpty reports whether m is the empty node.
func (m MerkleNode) IsEmpty() bool { return !m.set }

// Bytes returns what is hashed for m: the digest, or 32 zero bytes.
func (m MerkleNode) Bytes() [32]byte { return m.digest }

func (m MerkleNode) appendBCS(b []byte) []byte {
	if !m.set {
		return append(b, 0)
	}
	return append(append(b, 1), m.digest[:]...)
}

func readMerkleNode(r *bcs.Reader) (m MerkleNode) {
	if r.Variant(2) == 1 {
		r.Into(m.digest[:])
		m.set = true
	}
	return m
}

// SliverPairHashes are the hashes of the two slivers of a pair.
type SliverPairHashes struct {
	Primary, Secondary MerkleNode
}

// Sliver returns the hash of the pair's sliver on the axis.
func (h SliverPairHashes) Sliver(axis Axis) MerkleNode {
	if axis == Primary {
		return h.Primary
	}
	return h.Secondary
}

// Metadata describe an encoded blob: what a reader needs to verify any of its slivers (encoding.md §5.4). They are
// unverified; redstuff.VerifyMetadata binds them to a blob ID.
type Metadata struct {
	EncodingType    EncodingType
	UnencodedLength uint64
	Hashes          []SliverPairHashes // in pair order, one for each shard
}

// SliverHash returns the hash of a sliver; index must be below len(m.Hashes).
func (m *Metadata) SliverHash(axis Axis, index SliverIndex) MerkleNode {
	return m.Hashes[index.Pair(axis, ShardCount(len(m.Hashes)))].Sliver(axis)
}

// AppendBCS appends the canonical form, BlobMetadata.
func (m *Metadata) AppendBCS(b []byte) []byte {
	b = append(b, 0)
	b = bcs.AppendULEB(b, uint32(m.EncodingType))
	b = bcs.AppendU64(b, m.UnencodedLength)
	b = bcs.AppendULEB(b, uint32(len(m.Hashes)))
	for _, h := range m.Hashes {
		b = h.Secondary.appendBCS(h.Primary.appendBCS(b))
	}
	return b
}

// MaxMetadataBCS returns the length of the canonical form of metadata for n shards, the longest there is.
func MaxMetadataBCS(n ShardCount) int { return 10 + bcs.ULEBLen(uint32(n)) + 66*int(n) }

// ParseMetadata parses the canonical form, BlobMetadata. It returns ErrUnsupportedEncoding for the retired
// encoding and ErrInvalidMetadata for anything else that is not well formed.
func ParseMetadata(b []byte) (*Metadata, error) {
	r := bcs.NewReader(b)
	m := readMetadata(r)
	if err := r.Close(); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrInvalidMetadata, err)
	}
	if m.EncodingType != RS2 {
		return nil, fmt.Errorf("%w %d in metadata", ErrUnsupportedEncoding, m.EncodingType)
	}
	return m, nil
}

func readMetadata(r *bcs.Reader) *Metadata {
	r.Variant(1)
	m := &Metadata{EncodingType: EncodingType(r.Variant(2)), UnencodedLength: r.U64()}
	m.Hashes = make([]SliverPairHashes, r.Len(int(MaxShards), 2))
	for i := range m.Hashes {
		m.Hashes[i] = SliverPairHashes{readMerkleNode(r), readMerkleNode(r)}
	}
	return m
}

// AppendMetadataWithID appends BlobMetadataWithId: the blob ID and the canonical form of m.
func AppendMetadataWithID(b []byte, id BlobID, m *Metadata) []byte {
	return m.AppendBCS(append(b, id[:]...))
}

// ParseMetadataWithID parses BlobMetadataWithId. The ID found is a claim of the sender.
func ParseMetadataWithID(b []byte) (BlobID, *Metadata, error) {
	var id BlobID
	if len(b) < len(id) {
		return id, nil, fmt.Errorf("%w: %w", ErrInvalidMetadata, bcs.ErrTruncated)
	}
	copy(id[:], b)
	m, err := ParseMetadata(b[len(id):])
	return id, m, err
}
