package evm

import (
	"encoding/binary"
	"fmt"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/internal/bls"
)

// The layout of a committee's two code blobs (evm-profile.md §2, control-plane.md B4), numbers big-endian:
//
//	keys    00 | total key x 48 y 48 | for each member: x 48 | y 48 | weight u16
//	shards  00 | for each member: node index u32 | for each shard: position of its owner u8
const (
	keysHeader = 1 + 96
	keysMember = 96 + 2
)

// parseTable reads the committee of an epoch out of its code blobs and checks all that can be checked: lengths, keys
// that are valid points, members in ascending order, weights that sum to n and agree with the shards, and a total
// key that is the sum of the keys. Members have no names and addresses yet. It fails with
// walrus.ErrInvalidCommittee.
func parseTable(epoch walrus.Epoch, n walrus.ShardCount, keys, shards []byte) (*walrus.Committee, error) {
	bad := func(format string, args ...any) (*walrus.Committee, error) {
		return nil, fmt.Errorf("%w: epoch %d: %s", walrus.ErrInvalidCommittee, epoch, fmt.Sprintf(format, args...))
	}
	if len(keys) < keysHeader+keysMember || keys[0] != 0 || (len(keys)-keysHeader)%keysMember != 0 {
		return bad("table of keys has %d bytes", len(keys))
	}
	m := (len(keys) - keysHeader) / keysMember
	if m > walrus.MaxMembers {
		return bad("%d members, at most %d", m, walrus.MaxMembers)
	}
	if len(shards) != 1+4*m+int(n) || shards[0] != 0 {
		return bad("table of shards has %d bytes for %d members and %d shards", len(shards), m, n)
	}
	members := make([]walrus.Member, m)
	points := make([]bls.PublicKey, m)
	for i := range members {
		key, err := bls.ParseXY([96]byte(keys[keysHeader+keysMember*i:]))
		if err != nil {
			return bad("member %d: %v", i, err)
		}
		points[i] = key
		members[i] = walrus.Member{Node: walrus.NodeIndex(binary.BigEndian.Uint32(shards[1+4*i:])), PublicKey: key.Bytes()}
	}
	for s, owner := range shards[1+4*m:] {
		if int(owner) >= m {
			return bad("shard %d belongs to member %d of %d", s, owner, m)
		}
		members[owner].Shards = append(members[owner].Shards, walrus.ShardIndex(s))
	}
	for i := range members {
		weight := binary.BigEndian.Uint16(keys[keysHeader+keysMember*i+96:])
		if members[i].Weight() != int(weight) {
			return bad("member %d has %d shards and weight %d", i, members[i].Weight(), weight)
		}
		if weight == 0 || members[i].Node == 0 {
			return bad("member %d is node %d with %d shards", i, members[i].Node, weight)
		}
	}
	total, err := bls.AggregateKeys(points)
	if err != nil {
		return bad("total key: %v", err)
	}
	if total.XY() != [96]byte(keys[1:]) {
		return bad("total key is not the sum of the members' keys")
	}
	return walrus.NewCommittee(epoch, n, members)
}
