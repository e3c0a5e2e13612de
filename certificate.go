package walrus

import (
	"fmt"
	"math/bits"
	"slices"

	"github.com/walrus-go/walrus/internal/bcs"
)

// Signers is a bitmap over the positions of a committee: bit i mod 8, counted from the least significant, of byte
// i/8. Missing bytes are non-signers (encoding.md §8).
type Signers []byte

// NewSigners returns the bitmap of the given positions for a committee of members nodes, ⌈members/8⌉ bytes.
func NewSigners(members int, positions []int) Signers {
	s := make(Signers, (members+7)/8)
	for _, p := range positions {
		s[p/8] |= 1 << (p % 8)
	}
	return s
}

// Positions returns the positions set, ascending. A bitmap longer than ⌈members/8⌉ bytes or with a bit at or
// beyond members is refused, so that each set of signers of a given length has one form.
func (s Signers) Positions(members int) ([]int, error) {
	if len(s) > (members+7)/8 {
		return nil, fmt.Errorf("%w: bitmap of %d bytes for %d members", ErrInvalidMessage, len(s), members)
	}
	var positions []int
	for i, b := range s {
		for ; b != 0; b &= b - 1 {
			p := 8*i + bits.TrailingZeros8(b)
			if p >= members {
				return nil, fmt.Errorf("%w: bitmap names position %d of %d members", ErrInvalidMessage, p, members)
			}
			positions = append(positions, p)
		}
	}
	return positions, nil
}

// Certificate is a message signed by many members: one aggregate signature and who is in it. It is unverified;
// bls.VerifyCertificate proves it.
type Certificate struct {
	Signers   Signers
	Message   []byte
	Signature Signature
}

// AppendListBCS appends the form that lists signers by position, which upload relays hand out:
// ULEB(count) ‖ u16… ‖ ULEB(len) ‖ message ‖ signature.
func (c *Certificate) AppendListBCS(b []byte, members int) ([]byte, error) {
	positions, err := c.Signers.Positions(members)
	if err != nil {
		return nil, err
	}
	b = bcs.AppendULEB(b, uint32(len(positions)))
	for _, p := range positions {
		b = bcs.AppendU16(b, uint16(p))
	}
	return append(bcs.AppendBytes(b, c.Message), c.Signature[:]...), nil
}

// ParseCertificateList parses the form of AppendListBCS. Positions that repeat or are out of range are refused.
func ParseCertificateList(b []byte, members int) (*Certificate, error) {
	r := bcs.NewReader(b)
	positions := make([]int, r.Len(members, 2))
	for i := range positions {
		positions[i] = int(r.U16())
	}
	c := &Certificate{Message: slices.Clone(r.Bytes(4096))}
	r.Into(c.Signature[:])
	if err := r.Close(); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrInvalidMessage, err)
	}
	seen := make([]bool, members)
	for _, p := range positions {
		if p >= members || seen[p] {
			return nil, fmt.Errorf("%w: signer %d repeats or is beyond %d members", ErrInvalidMessage, p, members)
		}
		seen[p] = true
	}
	c.Signers = NewSigners(members, positions)
	return c, nil
}
