package store

import (
	"encoding/binary"

	"github.com/walrus-go/walrus"
)

// The first byte of a key names its table. Integers are big-endian, so that a scan runs in order.
const (
	tableIdentity   = 'a' // () → deployment the store belongs to
	tableInfo       = 'b' // blob → plan.Info
	tableCursor     = 'c' // () → position in the event log
	tableEpoch      = 'e' // () → epoch handled last
	tableIntent     = 'i' // blob → work due for it
	tableMetadata   = 'm' // blob → metadata
	tableObject     = 'o' // object → plan.Object
	tableQuarantine = 'q' // key of a sliver row → the row that failed its checksum
	tableSliver     = 's' // shard, axis, blob → small sliver
	tableIndex      = 'x' // blob, axis, shard → where the sliver is
)

func blobKey(table byte, id walrus.BlobID) []byte { return append([]byte{table}, id[:]...) }

func objectKey(id walrus.ObjectID) []byte { return append([]byte{tableObject}, id[:]...) }

func sliverKey(shard walrus.ShardIndex, axis walrus.Axis, id walrus.BlobID) []byte {
	k := binary.BigEndian.AppendUint16([]byte{tableSliver}, uint16(shard))
	return append(append(k, byte(axis)), id[:]...)
}

func indexKey(id walrus.BlobID, axis walrus.Axis, shard walrus.ShardIndex) []byte {
	k := append(blobKey(tableIndex, id), byte(axis))
	return binary.BigEndian.AppendUint16(k, uint16(shard))
}

const indexKeyLen = 1 + 32 + 1 + 2

// parseIndexKey is the inverse of indexKey.
func parseIndexKey(k []byte) (id walrus.BlobID, p Place, ok bool) {
	if len(k) != indexKeyLen || k[0] != tableIndex || k[33] > 1 {
		return id, p, false
	}
	copy(id[:], k[1:33])
	return id, Place{walrus.ShardIndex(binary.BigEndian.Uint16(k[34:])), walrus.Axis(k[33])}, true
}

// after returns the smallest key above all keys with the prefix.
func after(prefix []byte) []byte {
	end := append([]byte(nil), prefix...)
	for i := len(end) - 1; i >= 0; i-- {
		if end[i]++; end[i] != 0 {
			return end[:i+1]
		}
	}
	return nil
}
