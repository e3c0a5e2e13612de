package rules

import (
	"errors"
	"fmt"

	"github.com/walrus-go/walrus"
)

// ErrInvalidPlacement: shard counts and previous owners that do not fit together.
var ErrInvalidPlacement = errors.New("invalid placement")

// Share is the number of shards that a node is to own.
type Share struct {
	Node   walrus.NodeIndex
	Shards int
}

// Place returns the owner of each shard for the given shares, which ascend by node (B5, step 3). old holds the owners
// of the ending epoch by shard, or nothing before the first. One pass in ascending order: a shard stays with its owner
// while that one has not kept all it may; otherwise it goes to the receiver whose turn it is. Receivers are the growing nodes
// in ascending order, each filled up before the next. The number of shards that move is the least possible. The error
// wraps ErrInvalidPlacement.
func Place(n walrus.ShardCount, old []walrus.NodeIndex, shares []Share) ([]walrus.NodeIndex, error) {
	nodes, err := checkShares(n, old, shares)
	if err != nil {
		return nil, err
	}
	for _, owner := range old {
		if b := nodes[owner]; b != nil {
			b.had++
		}
	}
	receivers := make([]*balance, 0, len(shares))
	for _, s := range shares {
		b := nodes[s.Node]
		b.keeps, b.lacks = min(b.had, s.Shards), max(0, s.Shards-b.had)
		if b.lacks > 0 {
			receivers = append(receivers, b)
		}
	}
	owners := make([]walrus.NodeIndex, n)
	for s := range owners {
		if len(old) > 0 {
			if b := nodes[old[s]]; b != nil && b.keeps > 0 {
				b.keeps--
				owners[s] = b.node
				continue
			}
		}
		r := receivers[0] // there is one: what nodes lack is what others may not keep
		owners[s] = r.node
		if r.lacks--; r.lacks == 0 {
			receivers = receivers[1:]
		}
	}
	return owners, nil
}

type balance struct {
	node              walrus.NodeIndex
	had, keeps, lacks int
}

func checkShares(n walrus.ShardCount, old []walrus.NodeIndex, shares []Share) (map[walrus.NodeIndex]*balance, error) {
	if err := n.Validate(); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrInvalidPlacement, err)
	}
	if len(old) != 0 && len(old) != int(n) {
		return nil, fmt.Errorf("%w: %d previous owners of %d shards", ErrInvalidPlacement, len(old), n)
	}
	nodes := make(map[walrus.NodeIndex]*balance, len(shares))
	sum := 0
	for i, s := range shares {
		if i > 0 && s.Node <= shares[i-1].Node {
			return nil, fmt.Errorf("%w: node %d does not follow node %d", ErrInvalidPlacement, s.Node, shares[i-1].Node)
		}
		if s.Shards < 0 || s.Shards > int(n) {
			return nil, fmt.Errorf("%w: node %d is to own %d shards", ErrInvalidPlacement, s.Node, s.Shards)
		}
		sum += s.Shards
		nodes[s.Node] = &balance{node: s.Node}
	}
	if sum != int(n) {
		return nil, fmt.Errorf("%w: shares add up to %d, not to %d shards", ErrInvalidPlacement, sum, n)
	}
	return nodes, nil
}

// Moved returns the shards whose owner differs, ascending. Before the first epoch, with no old owners, none moves.
func Moved(old, owners []walrus.NodeIndex) []walrus.ShardIndex {
	var moved []walrus.ShardIndex
	for s := range min(len(old), len(owners)) {
		if old[s] != owners[s] {
			moved = append(moved, walrus.ShardIndex(s))
		}
	}
	return moved
}
