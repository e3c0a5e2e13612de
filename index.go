package walrus

import "fmt"

// ShardIndex numbers a shard, 0 ≤ index < n.
type ShardIndex uint16

// SliverPairIndex numbers a sliver pair of a blob, 0 ≤ index < n.
type SliverPairIndex uint16

// SliverIndex numbers the slivers of one axis: the row of a primary sliver or the column of a secondary sliver in
// the expanded message matrix.
type SliverIndex uint16

// NodeIndex numbers the storage nodes of a registry from 1.
type NodeIndex uint32

// Axis tells rows from columns: primary slivers are rows of the expanded matrix, secondary slivers are columns.
type Axis uint8

// The two axes, with their BCS variant numbers.
const (
	Primary   Axis = 0
	Secondary Axis = 1
)

// Other returns the orthogonal axis.
func (a Axis) Other() Axis { return a ^ 1 }

// String returns "primary" or "secondary".
func (a Axis) String() string {
	if a == Primary {
		return "primary"
	}
	return "secondary"
}

// ParseAxis parses "primary" or "secondary".
func ParseAxis(s string) (Axis, error) {
	switch s {
	case "primary":
		return Primary, nil
	case "secondary":
		return Secondary, nil
	}
	return 0, fmt.Errorf("%w: sliver type %q, want primary or secondary", ErrInvalidID, clip(s))
}

// MarshalText returns the text form.
func (a Axis) MarshalText() ([]byte, error) { return []byte(a.String()), nil }

// UnmarshalText parses the text form.
func (a *Axis) UnmarshalText(text []byte) (err error) {
	*a, err = ParseAxis(string(text))
	return err
}

// ShardOffset returns the rotation between pairs and shards of a blob: its ID as a big-endian number, modulo n
// (encoding.md §4.1).
func ShardOffset(id BlobID, n ShardCount) int {
	acc := 0
	for _, b := range id {
		acc = (acc<<8 | int(b)) % int(n)
	}
	return acc
}

// Shard returns the shard that holds the pair of the blob.
func (p SliverPairIndex) Shard(id BlobID, n ShardCount) ShardIndex {
	return ShardIndex((int(p) + ShardOffset(id, n)) % int(n))
}

// Pair returns the pair of the blob that the shard holds.
func (s ShardIndex) Pair(id BlobID, n ShardCount) SliverPairIndex {
	return SliverPairIndex((int(n) + int(s) - ShardOffset(id, n)) % int(n))
}

// Sliver returns the index of the pair's sliver on the axis: i for primary, n-1-i for secondary.
func (p SliverPairIndex) Sliver(axis Axis, n ShardCount) SliverIndex {
	if axis == Primary {
		return SliverIndex(p)
	}
	return SliverIndex(int(n) - 1 - int(p))
}

// Pair returns the pair that the sliver of the axis belongs to.
func (s SliverIndex) Pair(axis Axis, n ShardCount) SliverPairIndex {
	if axis == Primary {
		return SliverPairIndex(s)
	}
	return SliverPairIndex(int(n) - 1 - int(s))
}
