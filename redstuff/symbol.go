package redstuff

import (
	"fmt"

	"github.com/walrus-go/walrus"
)

// VerifySymbol proves that a symbol from a peer is one from which sliver target of the axis can be recovered, and returns
// it in the form that RecoverSliver takes (encoding.md §6.1).
//
// A symbol serves if it was read from a sliver of the other axis, at the place of target. Unless provable is set, one
// that was read from the wanted sliver itself serves too; it has no proof against its own orthogonal sliver, so
// the result's Proof is nil and a recovery that uses it cannot prove an inconsistency.
//
// It returns ErrIndexOutOfRange for an index at or above n, ErrInvalidSymbol otherwise.
func (c *Code) VerifySymbol(
	md *VerifiedMetadata, axis walrus.Axis, target walrus.SliverIndex, s *walrus.GeneralRecoverySymbol, provable bool,
) (walrus.RecoverySymbol, error) {
	symbol, err := c.verifySymbol(md, axis, target, s, provable)
	if err != nil {
		return walrus.RecoverySymbol{}, fmt.Errorf("verify symbol %v for %v sliver %d of blob %v: %w",
			s.ID(), axis, target, md.id, err)
	}
	return symbol, nil
}

func (c *Code) verifySymbol(
	md *VerifiedMetadata, axis walrus.Axis, target walrus.SliverIndex, s *walrus.GeneralRecoverySymbol, provable bool,
) (walrus.RecoverySymbol, error) {
	if err := c.check(md); err != nil {
		return walrus.RecoverySymbol{}, err
	}
	for _, index := range []walrus.SliverIndex{target, s.Index, s.Target} {
		if err := c.checkIndex(axis, index); err != nil {
			return walrus.RecoverySymbol{}, err
		}
	}
	direct := s.Recovers == axis && s.Target == target
	swapped := s.Recovers == axis.Other() && s.Index == target && !provable
	if !direct && !swapped {
		return walrus.RecoverySymbol{}, fmt.Errorf("%w: it recovers another sliver", walrus.ErrInvalidSymbol)
	}
	if err := c.checkSymbol(md, s.Recovers.Other(), s.Target, &s.RecoverySymbol); err != nil {
		return walrus.RecoverySymbol{}, err
	}
	if direct {
		return s.RecoverySymbol, nil
	}
	return walrus.RecoverySymbol{DecodingSymbol: walrus.DecodingSymbol{Index: s.Target, Data: s.Data}}, nil
}

// checkSymbol proves that s is symbol place of the sliver s.Index of the axis source. Both indices are below n.
func (c *Code) checkSymbol(md *VerifiedMetadata, source walrus.Axis, place walrus.SliverIndex, s *walrus.RecoverySymbol) error {
	if len(s.Data) != md.symbolSize {
		return fmt.Errorf("%w: %d bytes, want %d", walrus.ErrInvalidSymbol, len(s.Data), md.symbolSize)
	}
	if !verifyProof(md.sliverHash(source, s.Index), s.Data, s.Proof, int(place), c.n) {
		return fmt.Errorf("%w: its proof does not lead to the hash of %v sliver %d", walrus.ErrInvalidSymbol, source, s.Index)
	}
	return nil
}
