package redstuff

import (
	"fmt"

	"github.com/walrus-go/walrus"
)

// ExpandedSliver is a verified sliver with all n symbols of its row or column and their Merkle tree: built once, it
// serves any number of recovery symbols. Immutable. It holds about n·s + 64·n bytes.
type ExpandedSliver struct {
	code   *Code
	sliver *VerifiedSliver
	parity []byte // symbols beyond the sliver's own
	nodes  []byte
}

// Expand verifies the sliver like VerifySliver, with the same errors, and keeps what it computes on the way.
func (c *Code) Expand(md *VerifiedMetadata, s *walrus.Sliver) (*ExpandedSliver, error) {
	if err := c.checkSliver(md, s); err != nil {
		return nil, fmt.Errorf("expand %v sliver %d of blob %v: %w", s.Axis, s.Index, md.id, err)
	}
	e := &ExpandedSliver{
		code: c, sliver: &VerifiedSliver{blob: md.id, sliver: s},
		parity: make([]byte, c.axes[s.Axis.Other()].Parity()*md.symbolSize), nodes: make([]byte, c.tree.bytes()),
	}
	sc := c.pool.acquire()
	defer c.pool.release(sc)
	root := c.expand(sc, s.Axis, s.Data, md.symbolSize, e.parity, e.nodes)
	if walrus.DigestNode(root) != md.sliverHash(s.Axis, s.Index) {
		return nil, fmt.Errorf("expand %v sliver %d of blob %v: %w: its hash is not in the metadata",
			s.Axis, s.Index, md.id, walrus.ErrInvalidSliver)
	}
	return e, nil
}

// Sliver returns the verified sliver.
func (e *ExpandedSliver) Sliver() *VerifiedSliver { return e.sliver }

// Symbol returns the symbol that the sliver shares with sliver target of the other axis, which it helps to recover, and
// the proof against the sliver's own hash. target must be below n. The data alias the sliver.
func (e *ExpandedSliver) Symbol(target walrus.SliverIndex) walrus.RecoverySymbol {
	return walrus.RecoverySymbol{
		DecodingSymbol: walrus.DecodingSymbol{Index: e.sliver.sliver.Index, Data: e.data(target)},
		Proof:          e.code.tree.proof(e.nodes, int(target)),
	}
}

// General is Symbol in the form that names both slivers.
func (e *ExpandedSliver) General(target walrus.SliverIndex) walrus.GeneralRecoverySymbol {
	return walrus.GeneralRecoverySymbol{
		Recovers: e.sliver.sliver.Axis.Other(), RecoverySymbol: e.Symbol(target), Target: target,
	}
}

func (e *ExpandedSliver) data(target walrus.SliverIndex) []byte {
	s := e.sliver.sliver
	i, from := int(target), s.Data
	if at := i * s.SymbolSize; at >= len(from) {
		i, from = i-len(from)/s.SymbolSize, e.parity
	}
	return from[i*s.SymbolSize : (i+1)*s.SymbolSize : (i+1)*s.SymbolSize]
}
