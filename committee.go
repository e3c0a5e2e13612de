package walrus

import (
	"fmt"
	"slices"
)

// Member is a storage node in a committee.
type Member struct {
	Node           NodeIndex
	ID             NodeID
	Name           string
	Operator       Address
	NetworkAddress string // host:port
	NetworkKey     NetworkKey
	PublicKey      PublicKey
	Shards         []ShardIndex // ascending; their number is the member's weight
}

// Weight returns the number of shards of the member, its voting power.
func (m *Member) Weight() int { return len(m.Shards) }

// Committee is the set of nodes that own the shards during one epoch. A member's position in Members is its bit in
// every signers bitmap of the epoch. Immutable after NewCommittee.
type Committee struct {
	Epoch   Epoch
	NShards ShardCount
	Members []Member // ascending by Node
	owner   []uint8  // shard → position in Members
}

// MaxMembers is the largest committee: its table fits the code of one contract (control-plane.md B4).
const MaxMembers = 249

// NewCommittee checks that members ascend by node index and that each shard has exactly one owner, and
// returns ErrInvalidCommittee otherwise. It takes ownership of members.
func NewCommittee(epoch Epoch, n ShardCount, members []Member) (*Committee, error) {
	if err := n.Validate(); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrInvalidCommittee, err)
	}
	if len(members) == 0 || len(members) > MaxMembers {
		return nil, fmt.Errorf("%w: %d members, want 1 to %d", ErrInvalidCommittee, len(members), MaxMembers)
	}
	c := &Committee{Epoch: epoch, NShards: n, Members: members, owner: make([]uint8, n)}
	owned := make([]bool, n)
	total := 0
	for i := range members {
		m := &members[i]
		if i > 0 && m.Node <= members[i-1].Node {
			return nil, fmt.Errorf("%w: node %d does not follow node %d", ErrInvalidCommittee, m.Node, members[i-1].Node)
		}
		if !slices.IsSorted(m.Shards) {
			return nil, fmt.Errorf("%w: shards of node %d do not ascend", ErrInvalidCommittee, m.Node)
		}
		for _, s := range m.Shards {
			if int(s) >= int(n) || owned[s] {
				return nil, fmt.Errorf("%w: shard %d of node %d is out of range or taken", ErrInvalidCommittee, s, m.Node)
			}
			owned[s], c.owner[s] = true, uint8(i)
		}
		total += len(m.Shards)
	}
	if total != int(n) {
		return nil, fmt.Errorf("%w: %d of %d shards have an owner", ErrInvalidCommittee, total, n)
	}
	return c, nil
}

// Owner returns the position of the member that owns the shard, which must be below NShards.
func (c *Committee) Owner(shard ShardIndex) int { return int(c.owner[shard]) }

// Find returns the position of the node.
func (c *Committee) Find(node NodeIndex) (position int, found bool) {
	return slices.BinarySearchFunc(c.Members, node, func(m Member, node NodeIndex) int { return int(m.Node) - int(node) })
}

// Weight returns the number of shards of the members at the given distinct positions.
func (c *Committee) Weight(positions []int) int {
	w := 0
	for _, p := range positions {
		w += c.Members[p].Weight()
	}
	return w
}
