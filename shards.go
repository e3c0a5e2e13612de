package walrus

import (
	"fmt"
	"math/bits"
)

// ShardCount is n, the number of shards of a network, fixed at its genesis. It determines the code and all
// thresholds. Methods other than Validate expect a valid count.
type ShardCount uint16

// Limits of this file.
const (
	MinShards           ShardCount = 4
	MaxShards           ShardCount = 49155 // beyond, the code's field is too small (encoding.md §2.4)
	MaxSymbolSize                  = 65534
	BytesPerStorageUnit            = 1 << 20
)

// Validate returns ErrInvalidShardCount unless MinShards ≤ n ≤ MaxShards.
func (n ShardCount) Validate() error {
	if n < MinShards || n > MaxShards {
		return fmt.Errorf("%w: %d, want %d to %d", ErrInvalidShardCount, n, MinShards, MaxShards)
	}
	return nil
}

// MaxFaulty returns f = ⌊(n-1)/3⌋, the number of shards that may be lost, lie or stall.
func (n ShardCount) MaxFaulty() int { return (int(n) - 1) / 3 }

// PrimarySymbols returns k = n-2f: rows of the message matrix, symbols of a secondary sliver, and the number of
// primary slivers that rebuild a blob.
func (n ShardCount) PrimarySymbols() int { return int(n) - 2*n.MaxFaulty() }

// SecondarySymbols returns K = n-f: columns of the message matrix, symbols of a primary sliver, and the number of
// secondary slivers that rebuild a blob.
func (n ShardCount) SecondarySymbols() int { return int(n) - n.MaxFaulty() }

// SourceSymbols returns the number of source symbols of the code that yields slivers of the axis.
func (n ShardCount) SourceSymbols(axis Axis) int {
	if axis == Primary {
		return n.PrimarySymbols()
	}
	return n.SecondarySymbols()
}

// SliverSymbols returns the number of symbols in a sliver of the axis: K for primary, k for secondary.
func (n ShardCount) SliverSymbols(axis Axis) int { return n.SourceSymbols(axis.Other()) }

// IsQuorum reports whether weight shards are enough for a certificate: 3·weight ≥ 2n+1.
func (n ShardCount) IsQuorum(weight int) bool { return 3*weight >= 2*int(n)+1 }

// Quorum returns the smallest weight for which IsQuorum holds.
func (n ShardCount) Quorum() int { return 2*int(n)/3 + 1 }

// HasHonest reports whether weight shards contain at least one correct one by the contract's rule: 3·weight ≥ n+1.
func (n ShardCount) HasHonest(weight int) bool { return 3*weight >= int(n)+1 }

// SymbolSize returns the symbol size in bytes of a blob of length bytes, or ErrBlobTooLarge naming the limit.
func (n ShardCount) SymbolSize(length uint64) (int, error) {
	if length > n.MaxBlobSize() {
		return 0, fmt.Errorf("%w: %d bytes, the limit with %d shards is %d", ErrBlobTooLarge, length, n, n.MaxBlobSize())
	}
	cells := uint64(n.PrimarySymbols() * n.SecondarySymbols())
	size := (max(length, 1) + cells - 1) / cells
	return int(size + size&1), nil
}

// MaxBlobSize returns the largest blob that can be encoded, in bytes: k·K·65534.
func (n ShardCount) MaxBlobSize() uint64 {
	return uint64(n.PrimarySymbols()) * uint64(n.SecondarySymbols()) * MaxSymbolSize
}

// MaxSliverSize returns the largest sliver in bytes, a primary one of the largest blob.
func (n ShardCount) MaxSliverSize() int { return n.SecondarySymbols() * MaxSymbolSize }

// EncodedLength returns what a blob of length bytes is billed as (encoding.md §5.5): all slivers, and metadata on
// every shard.
func (n ShardCount) EncodedLength(length uint64) (uint64, error) {
	size, err := n.SymbolSize(length)
	if err != nil {
		return 0, err
	}
	perShard := uint64(n.PrimarySymbols()+n.SecondarySymbols())*uint64(size) + n.MetadataLength()
	return uint64(n) * perShard, nil
}

// MetadataLength returns the accounting figure 64n+32 for the metadata on one shard; it is not their BCS length.
func (n ShardCount) MetadataLength() uint64 { return 64*uint64(n) + 32 }

// MerkleDepth returns the length of every Merkle proof over n leaves: ⌈log2 n⌉.
func (n ShardCount) MerkleDepth() int { return bits.Len(uint(n) - 1) }

// StorageUnits returns the number of storage units of 1 MiB that bytes take, rounded up.
func StorageUnits(bytes uint64) uint64 {
	units := bytes / BytesPerStorageUnit
	if bytes%BytesPerStorageUnit != 0 {
		units++
	}
	return units
}
