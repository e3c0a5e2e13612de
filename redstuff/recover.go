package redstuff

import (
	"fmt"

	"github.com/walrus-go/walrus"
)

// RecoverSliver rebuilds a sliver from symbols of slivers of the other axis (encoding.md §6.2): the first K (primary) or
// k (secondary) symbols with distinct indices count, which VerifySymbol should have accepted. Outcomes:
//
//   - the verified sliver;
//   - ErrIndexOutOfRange or ErrInvalidSymbol: a symbol that cannot be one, or too few;
//   - ErrInconsistent and a proof: all symbols are proven and yet the sliver does not hash to its entry, so the blob
//     was encoded inconsistently. The proofs are checked again, so the proof holds whatever the caller verified;
//   - ErrInconsistent without a proof: likewise, but some symbol has no proof; nothing follows about the blob if
//     that symbol was not verified.
func (c *Code) RecoverSliver(
	md *VerifiedMetadata, axis walrus.Axis, target walrus.SliverIndex, symbols []walrus.RecoverySymbol,
) (*VerifiedSliver, *walrus.InconsistencyProof, error) {
	sliver, proof, err := c.recoverSliver(md, axis, target, symbols)
	if err != nil {
		return nil, proof, fmt.Errorf("recover %v sliver %d of blob %v: %w", axis, target, md.id, err)
	}
	return sliver, nil, nil
}

func (c *Code) recoverSliver(
	md *VerifiedMetadata, axis walrus.Axis, target walrus.SliverIndex, symbols []walrus.RecoverySymbol,
) (*VerifiedSliver, *walrus.InconsistencyProof, error) {
	if err := c.check(md); err != nil {
		return nil, nil, err
	}
	if err := c.checkIndex(axis, target); err != nil {
		return nil, nil, err
	}
	used, err := c.selectSymbols(md, axis, symbols)
	if err != nil {
		return nil, nil, err
	}
	data, root, err := c.decodeSliver(md, axis, used)
	if err != nil {
		return nil, nil, err
	}
	if walrus.DigestNode(root) == md.sliverHash(axis, target) {
		sliver := &walrus.Sliver{Axis: axis, Index: target, SymbolSize: md.symbolSize, Data: data}
		return &VerifiedSliver{blob: md.id, sliver: sliver}, nil, nil
	}
	proof := &walrus.InconsistencyProof{Target: target, Symbols: used}
	for i := range used {
		if used[i].Proof == nil {
			return nil, nil, fmt.Errorf("%w: the sliver rebuilt does not have its hash", walrus.ErrInconsistent)
		}
		if err := c.checkSymbol(md, axis.Other(), target, &used[i]); err != nil {
			return nil, nil, err
		}
	}
	return nil, proof, fmt.Errorf("%w: the sliver rebuilt does not have its hash", walrus.ErrInconsistent)
}

// selectSymbols returns the first symbols with distinct indices, as many as decode a sliver.
func (c *Code) selectSymbols(md *VerifiedMetadata, axis walrus.Axis, symbols []walrus.RecoverySymbol) ([]walrus.RecoverySymbol, error) {
	want := c.n.SliverSymbols(axis)
	seen := make([]bool, c.n)
	used := make([]walrus.RecoverySymbol, 0, min(want, len(symbols)))
	for _, s := range symbols {
		if err := c.checkIndex(axis.Other(), s.Index); err != nil {
			return nil, err
		}
		if len(s.Data) != md.symbolSize {
			return nil, fmt.Errorf("%w: %d bytes, want %d", walrus.ErrInvalidSymbol, len(s.Data), md.symbolSize)
		}
		if seen[s.Index] {
			continue
		}
		seen[s.Index] = true
		if used = append(used, s); len(used) == want {
			return used, nil
		}
	}
	return nil, fmt.Errorf("%w: %d symbols of distinct slivers, want %d", walrus.ErrInvalidSymbol, len(used), want)
}

// decodeSliver decodes exactly enough symbols with distinct indices, and hashes the sliver that they make.
func (c *Code) decodeSliver(md *VerifiedMetadata, axis walrus.Axis, symbols []walrus.RecoverySymbol) (data []byte, root [hashSize]byte, err error) {
	code, size := c.axes[axis.Other()], md.symbolSize
	present := make([]int, len(symbols))
	for i := range symbols {
		present[i] = int(symbols[i].Index)
	}
	plan, err := code.Plan(present)
	if err != nil {
		return nil, root, fmt.Errorf("%w: %w", walrus.ErrInvalidSymbol, err)
	}
	data = make([]byte, md.SliverSize(axis))
	for i, index := range present {
		if index < code.Source() {
			copy(data[index*size:], symbols[i].Data)
		}
	}
	sc := c.pool.acquire()
	defer c.pool.release(sc)
	lay := newLayout(size, c.limit)
	received := make([][]byte, len(symbols))
	for i := range symbols {
		received[i] = symbols[i].Data
	}
	sc.decode(code, plan, &lay, 1, evenly(data, size), size, scattered(received, 0), size)
	parity := grow(&sc.extra, code.Parity()*size)
	return data, c.expand(sc, axis, data, size, parity, grow(&sc.tree, c.tree.bytes())), nil
}

// VerifyInconsistency returns nil if and only if the proof shows that the blob was encoded inconsistently: symbols that
// are proven parts of their slivers decode to a sliver of the axis with another hash than its entry in the metadata
// (encoding.md §6.2). An honestly encoded blob has no valid proof. Otherwise it returns ErrInvalidProof.
func (c *Code) VerifyInconsistency(md *VerifiedMetadata, axis walrus.Axis, proof *walrus.InconsistencyProof) error {
	if err := c.verifyInconsistency(md, axis, proof); err != nil {
		return fmt.Errorf("verify inconsistency of %v sliver %d of blob %v: %w: %w",
			axis, proof.Target, md.id, walrus.ErrInvalidProof, err)
	}
	return nil
}

func (c *Code) verifyInconsistency(md *VerifiedMetadata, axis walrus.Axis, proof *walrus.InconsistencyProof) error {
	if err := c.check(md); err != nil {
		return err
	}
	if err := c.checkIndex(axis, proof.Target); err != nil {
		return err
	}
	if want := c.n.SliverSymbols(axis); len(proof.Symbols) != want {
		return fmt.Errorf("%d symbols, want exactly %d", len(proof.Symbols), want)
	}
	seen := make([]bool, c.n)
	for i := range proof.Symbols {
		s := &proof.Symbols[i]
		if err := c.checkIndex(axis.Other(), s.Index); err != nil {
			return err
		}
		if seen[s.Index] {
			return fmt.Errorf("two symbols of sliver %d", s.Index)
		}
		seen[s.Index] = true
		if err := c.checkSymbol(md, axis.Other(), proof.Target, s); err != nil {
			return err
		}
	}
	_, root, err := c.decodeSliver(md, axis, proof.Symbols)
	if err != nil {
		return err
	}
	if walrus.DigestNode(root) == md.sliverHash(axis, proof.Target) {
		return fmt.Errorf("the sliver rebuilt has the hash of its entry")
	}
	return nil
}
