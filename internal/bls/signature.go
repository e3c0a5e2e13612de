package bls

import (
	"fmt"

	curve "github.com/consensys/gnark-crypto/ecc/bls12-381"
	"github.com/consensys/gnark-crypto/ecc/bls12-381/fp"

	"github.com/walrus-go/walrus"
)

// Signature is a point of G2, of the right subgroup and not the identity. That it signs something is not yet proved.
type Signature struct{ p curve.G2Affine }

// ParseSignature proves the compressed form to be such a point, or returns walrus.ErrInvalidSignature.
func ParseSignature(sig walrus.Signature) (Signature, error) {
	var p curve.G2Affine
	if _, err := p.SetBytes(sig[:]); err != nil {
		return Signature{}, fmt.Errorf("%w: %w", walrus.ErrInvalidSignature, err)
	}
	return nonZeroSignature(p)
}

// ParseSignatureEIP2537 reads the form of Signature.EIP2537 with the same checks.
func ParseSignatureEIP2537(b [256]byte) (Signature, error) {
	var p curve.G2Affine
	for i, e := range []*fp.Element{&p.X.A0, &p.X.A1, &p.Y.A0, &p.Y.A1} {
		if err := readField(e, b[64*i:64*(i+1)]); err != nil {
			return Signature{}, fmt.Errorf("%w: %w", walrus.ErrInvalidSignature, err)
		}
	}
	if !p.IsInSubGroup() {
		return Signature{}, fmt.Errorf("%w: not a point of the subgroup", walrus.ErrInvalidSignature)
	}
	return nonZeroSignature(p)
}

func nonZeroSignature(p curve.G2Affine) (Signature, error) {
	if p.IsInfinity() {
		return Signature{}, fmt.Errorf("%w: identity", walrus.ErrInvalidSignature)
	}
	return Signature{p}, nil
}

// Bytes returns the compressed form.
func (s Signature) Bytes() walrus.Signature { return s.p.Bytes() }

// EIP2537 returns the form that the EVM precompiles take: x.c0 ‖ x.c1 ‖ y.c0 ‖ y.c1, each 16 zero bytes and 48
// bytes, big-endian. The compressed form has c1 first.
func (s Signature) EIP2537() (b [256]byte) {
	for i, e := range []*fp.Element{&s.p.X.A0, &s.p.X.A1, &s.p.Y.A0, &s.p.Y.A1} {
		putField(b[64*i:64*(i+1)], e)
	}
	return b
}

// AggregateSignatures returns the sum of signatures, which verifies under the sum of their keys if all are over one
// message. None, an unparsable one, or a sum that is the identity gives walrus.ErrInvalidSignature.
func AggregateSignatures(sigs []walrus.Signature) (walrus.Signature, error) {
	var sum curve.G2Jac
	for i := range sigs {
		s, err := ParseSignature(sigs[i])
		if err != nil {
			return walrus.Signature{}, fmt.Errorf("signature %d of %d: %w", i, len(sigs), err)
		}
		sum.AddMixed(&s.p)
	}
	var p curve.G2Affine
	s, err := nonZeroSignature(*p.FromJacobian(&sum))
	if err != nil {
		return walrus.Signature{}, fmt.Errorf("aggregate of %d: %w", len(sigs), err)
	}
	return s.Bytes(), nil
}

// putField writes e into 64 bytes.
func putField(dst []byte, e *fp.Element) { b := e.Bytes(); copy(dst[16:], b[:]) }

// readField reads what putField writes.
func readField(e *fp.Element, b []byte) error {
	if [16]byte(b) != [16]byte{} {
		return fmt.Errorf("coordinate does not start with 16 zero bytes")
	}
	return e.SetBytesCanonical(b[16:])
}
