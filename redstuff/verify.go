package redstuff

import (
	"fmt"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/redstuff/internal/lanehash"
)

// VerifiedSliver is a sliver that was proved to hash to its entry in the metadata of one blob. Immutable.
type VerifiedSliver struct {
	blob   walrus.BlobID
	sliver *walrus.Sliver
}

// Sliver returns the sliver itself, which must not be modified.
func (s *VerifiedSliver) Sliver() *walrus.Sliver { return s.sliver }

// Blob returns the ID of the blob that the sliver belongs to.
func (s *VerifiedSliver) Blob() walrus.BlobID { return s.blob }

// VerifySliver proves that s belongs to the blob (encoding.md §6.2): it extends the sliver to n symbols and compares their
// Merkle root with the metadata. It returns ErrIndexOutOfRange or ErrInvalidSliver. s must not be modified afterwards.
func (c *Code) VerifySliver(md *VerifiedMetadata, s *walrus.Sliver) (*VerifiedSliver, error) {
	if err := c.checkSliver(md, s); err != nil {
		return nil, fmt.Errorf("verify %v sliver %d of blob %v: %w", s.Axis, s.Index, md.id, err)
	}
	sc := c.pool.acquire()
	defer c.pool.release(sc)
	parity := grow(&sc.extra, c.axes[s.Axis.Other()].Parity()*md.symbolSize)
	root := c.expand(sc, s.Axis, s.Data, md.symbolSize, parity, grow(&sc.tree, c.tree.bytes()))
	if walrus.DigestNode(root) != md.sliverHash(s.Axis, s.Index) {
		return nil, fmt.Errorf("verify %v sliver %d of blob %v: %w: its hash is not in the metadata",
			s.Axis, s.Index, md.id, walrus.ErrInvalidSliver)
	}
	return &VerifiedSliver{blob: md.id, sliver: s}, nil
}

// checkSliver checks everything about a sliver but its hash.
func (c *Code) checkSliver(md *VerifiedMetadata, s *walrus.Sliver) error {
	if err := c.check(md); err != nil {
		return err
	}
	if err := c.checkIndex(s.Axis, s.Index); err != nil {
		return err
	}
	if s.SymbolSize != md.symbolSize || len(s.Data) != md.SliverSize(s.Axis) {
		return fmt.Errorf("%w: %d bytes in symbols of %d, want %d in symbols of %d",
			walrus.ErrInvalidSliver, len(s.Data), s.SymbolSize, md.SliverSize(s.Axis), md.symbolSize)
	}
	return nil
}

func (c *Code) checkIndex(axis walrus.Axis, index walrus.SliverIndex) error {
	if axis > walrus.Secondary {
		return fmt.Errorf("%w: axis %d", walrus.ErrIndexOutOfRange, axis)
	}
	if int(index) >= int(c.n) {
		return fmt.Errorf("%w: sliver %d of %d", walrus.ErrIndexOutOfRange, index, c.n)
	}
	return nil
}

// expand extends the sliver data of an axis to n symbols and hashes them: parity receives the symbols beyond the
// sliver, nodes the whole tree.
func (c *Code) expand(sc *scratch, axis walrus.Axis, data []byte, size int, parity, nodes []byte) (root [hashSize]byte) {
	code := c.axes[axis.Other()]
	lay := newLayout(size, c.limit)
	sc.encode(code, &lay, 1, evenly(parity, size), size, evenly(data, size), size)
	lanehash.Leaves(nodes, data, size, code.Source(), size)
	lanehash.Leaves(nodes[code.Source()*hashSize:], parity, size, code.Parity(), size)
	return c.tree.build(nodes)
}
