package store

import (
	"fmt"
	"hash/crc32"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/internal/bcs"
)

// A stored sliver, as a file or as a row, is its data followed by a trailer of 52 bytes, little-endian:
//
//	format version u8 | axis u8 | shard u16 | sliver index u16 | symbol size u16 | blob ID 32 | data length u64
//	| CRC-32C of all bytes before u32
//
// The trailer names its place, so that a file under a wrong name is found out like a flipped bit.
const (
	trailerLen     = 52
	trailerVersion = 1
)

// Place names a sliver of a blob: the shard it belongs to and its axis.
type Place struct {
	Shard walrus.ShardIndex
	Axis  walrus.Axis
}

// String returns "shard 7 primary".
func (p Place) String() string { return fmt.Sprintf("shard %d %v", p.Shard, p.Axis) }

// trailer returns the trailer of a sliver.
func trailer(id walrus.BlobID, p Place, s *walrus.Sliver) []byte {
	b := make([]byte, 0, trailerLen)
	b = append(b, trailerVersion, byte(p.Axis))
	b = bcs.AppendU16(b, uint16(p.Shard))
	b = bcs.AppendU16(bcs.AppendU16(b, uint16(s.Index)), uint16(s.SymbolSize))
	b = bcs.AppendU64(append(b, id[:]...), uint64(len(s.Data)))
	sum := crc32.Update(crc32.Checksum(s.Data, castagnoli), castagnoli, b)
	return bcs.AppendU32(b, sum)
}

// parseStored checks a stored sliver and returns it; its data alias b.
func parseStored(id walrus.BlobID, p Place, b []byte) (*walrus.Sliver, error) {
	if len(b) < trailerLen {
		return nil, fmt.Errorf("%w: sliver of %d bytes", ErrCorrupt, len(b))
	}
	data := b[: len(b)-trailerLen : len(b)-trailerLen]
	r := bcs.NewReader(b[len(data):])
	version, axis, shard := r.U8(), walrus.Axis(r.U8()), walrus.ShardIndex(r.U16())
	s := &walrus.Sliver{Axis: p.Axis, Index: walrus.SliverIndex(r.U16()), SymbolSize: int(r.U16()), Data: data}
	var blob walrus.BlobID
	r.Into(blob[:])
	length, sum := r.U64(), r.U32()
	switch {
	case crc32.Checksum(b[:len(b)-4], castagnoli) != sum:
		return nil, fmt.Errorf("%w: checksum of sliver", ErrCorrupt)
	case version != trailerVersion:
		return nil, fmt.Errorf("%w: sliver format %d, want %d", ErrCorrupt, version, trailerVersion)
	case blob != id || shard != p.Shard || axis != p.Axis || length != uint64(len(data)):
		return nil, fmt.Errorf("%w: sliver of blob %v shard %d %v, %d bytes", ErrCorrupt, blob, shard, axis, length)
	case s.SymbolSize == 0 || len(data)%s.SymbolSize != 0:
		return nil, fmt.Errorf("%w: %d bytes of %d-byte symbols", ErrCorrupt, len(data), s.SymbolSize)
	}
	return s, nil
}
