package nodeapitest

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"sync/atomic"

	"github.com/walrus-go/walrus"
)

// ToyRules are rules without an erasure code: the blob ID is the SHA-256 of the metadata, a sliver's hash that of its
// bytes, a symbol's proof that of its data, and a signature repeats the hash of its message. They are quick and
// prove nothing; tests of real encodings bring their own.
func ToyRules(n walrus.ShardCount) Rules {
	return Rules{
		VerifyMetadata: func(id walrus.BlobID, md *walrus.Metadata) error {
			if len(md.Hashes) != int(n) || md.UnencodedLength > n.MaxBlobSize() || toyID(md) != id {
				return walrus.ErrInvalidMetadata
			}
			return nil
		},
		VerifySliver: func(md *walrus.Metadata, _ walrus.SliverPairIndex, s *walrus.Sliver) error {
			if len(s.Data) != n.SliverSymbols(s.Axis)*s.SymbolSize || toySliverHash(s) != md.SliverHash(s.Axis, s.Index) {
				return walrus.ErrInvalidSliver
			}
			return nil
		},
		Symbol: func(s *walrus.Sliver, i walrus.SliverIndex) ([]byte, walrus.MerkleProof) {
			data := bytes.Repeat([]byte{byte(i)}, s.SymbolSize)
			if int(i) < len(s.Data)/s.SymbolSize {
				data = s.Symbol(int(i))
			}
			return data, walrus.MerkleProof{walrus.DigestNode(sha256.Sum256(data)), {}}
		},
		VerifyProof: func(_ *walrus.Metadata, _ walrus.Axis, p *walrus.InconsistencyProof) error {
			if len(p.Symbols) == 0 {
				return errors.New("proof without symbols")
			}
			return nil
		},
		Sign: func(message []byte) (s walrus.Signature) {
			h := sha256.Sum256(message)
			copy(s[:], bytes.Repeat(h[:], 3))
			return s
		},
	}
}

func toyID(md *walrus.Metadata) walrus.BlobID { return sha256.Sum256(md.AppendBCS(nil)) }

func toySliverHash(s *walrus.Sliver) walrus.MerkleNode {
	return walrus.DigestNode(sha256.Sum256(s.AppendTaggedBCS(nil)))
}

// ToyBlob returns the blob of ToyRules that the number stands for, with symbols of the given size.
func ToyBlob(n walrus.ShardCount, number uint64, symbolSize int) Blob {
	b := Blob{Metadata: &walrus.Metadata{EncodingType: walrus.RS2, UnencodedLength: number % 1000}}
	for pair := range walrus.SliverPairIndex(n) {
		p := walrus.SliverPair{
			Primary:   toySliver(n, number, walrus.Primary, pair, symbolSize),
			Secondary: toySliver(n, number, walrus.Secondary, pair, symbolSize),
		}
		b.Pairs = append(b.Pairs, p)
		b.Metadata.Hashes = append(b.Metadata.Hashes, walrus.SliverPairHashes{
			Primary: toySliverHash(p.Primary), Secondary: toySliverHash(p.Secondary),
		})
	}
	b.ID = toyID(b.Metadata)
	return b
}

func toySliver(n walrus.ShardCount, number uint64, axis walrus.Axis, pair walrus.SliverPairIndex, symbolSize int) *walrus.Sliver {
	seed := binary.BigEndian.AppendUint16(binary.BigEndian.AppendUint64([]byte{byte(axis)}, number), uint16(pair))
	h := sha256.Sum256(seed)
	size := n.SliverSymbols(axis) * symbolSize
	return &walrus.Sliver{
		Axis: axis, Index: pair.Sliver(axis, n), SymbolSize: symbolSize,
		Data: bytes.Repeat(h[:], size/len(h)+1)[:size],
	}
}

var toyNumber atomic.Uint64

// NewToyBlob returns a blob of ToyRules that was not returned before, with small symbols.
func NewToyBlob(n walrus.ShardCount) Blob { return ToyBlob(n, toyNumber.Add(1), 6) }
