package chain

import (
	"errors"
	"fmt"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/internal/bcs"
)

// BoundaryInterval is the distance of the boundaries that a log has whether or not anything happened: each block
// whose number is a multiple of it ends with one, as does each block with an event of the log. So positions are a
// function of the chain alone (evm-profile.md §3).
const BoundaryInterval = 256

// ErrInvalidCursor: bytes that are not the binary form of a cursor.
var ErrInvalidCursor = errors.New("invalid event cursor")

const (
	cursorVersion = 1
	cursorLen     = 1 + 8 + 8 + 32 + 4 + 32 + 8
)

// IsZero reports whether c is the start of the log.
func (c Cursor) IsZero() bool { return c == Cursor{} }

// AtBoundary reports whether the element before c closed its block.
func (c Cursor) AtBoundary() bool { return c.Last == walrus.EventID{} }

// String returns the position in words, for messages.
func (c Cursor) String() string {
	if c.IsZero() {
		return "start of the log"
	}
	return fmt.Sprintf("index %d, after %d elements of block %d %x…", c.NextIndex, c.Taken, c.Block, c.BlockHash[:6])
}

// After returns the cursor behind e, whose position within its block is taken elements from 1.
func After(e Element, taken uint32) Cursor {
	return Cursor{NextIndex: e.Index + 1, Block: e.Block.Number, BlockHash: e.Block.Hash, Taken: taken, Last: e.ID}
}

// validate checks what holds for each cursor behind an element.
func (c Cursor) validate() error {
	switch {
	case c.IsZero():
		return nil
	case c.Taken == 0 || c.NextIndex < uint64(c.Taken):
		return fmt.Errorf("%w: %d of %d elements in the last block", ErrInvalidCursor, c.Taken, c.NextIndex)
	case c.BlockHash == [32]byte{}:
		return fmt.Errorf("%w: no block hash", ErrInvalidCursor)
	case c.AtBoundary() && c.Taken == 1 && c.Block%BoundaryInterval != 0:
		return fmt.Errorf("%w: block %d has no boundary without an event", ErrInvalidCursor, c.Block)
	}
	return nil
}

// MarshalBinary returns the 93 bytes
//
//	version 1 u8 | next index u64 | block u64 | block hash 32 | taken u32 | last transaction 32 | last log index u64
//
// with little-endian numbers; the last two are zero behind a boundary.
func (c Cursor) MarshalBinary() ([]byte, error) {
	if err := c.validate(); err != nil {
		return nil, err
	}
	b := append(make([]byte, 0, cursorLen), cursorVersion)
	b = bcs.AppendU64(bcs.AppendU64(b, c.NextIndex), c.Block)
	b = bcs.AppendU32(append(b, c.BlockHash[:]...), c.Taken)
	return bcs.AppendU64(append(b, c.Last.Tx[:]...), c.Last.LogIndex), nil
}

// UnmarshalBinary parses what MarshalBinary returns and nothing else; it fails with ErrInvalidCursor.
func (c *Cursor) UnmarshalBinary(b []byte) error {
	r := bcs.NewReader(b)
	if v := r.U8(); r.Err() == nil && v != cursorVersion {
		return fmt.Errorf("%w: version %d, want %d", ErrInvalidCursor, v, cursorVersion)
	}
	var v Cursor
	v.NextIndex, v.Block = r.U64(), r.U64()
	r.Into(v.BlockHash[:])
	v.Taken = r.U32()
	r.Into(v.Last.Tx[:])
	v.Last.LogIndex = r.U64()
	if err := r.Close(); err != nil {
		return fmt.Errorf("%w: %w", ErrInvalidCursor, err)
	}
	if err := v.validate(); err != nil {
		return err
	}
	*c = v
	return nil
}
