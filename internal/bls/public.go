package bls

import (
	"errors"
	"fmt"

	curve "github.com/consensys/gnark-crypto/ecc/bls12-381"

	"github.com/walrus-go/walrus"
)

// ErrInvalidPublicKey: bytes that are not a point of the right subgroup other than the identity.
var ErrInvalidPublicKey = errors.New("invalid BLS public key")

// PublicKey is a point of G1, of the right subgroup and not the identity. The zero value verifies nothing.
type PublicKey struct{ p curve.G1Affine }

// ParsePublicKey proves the compressed form to be a public key, or returns ErrInvalidPublicKey.
func ParsePublicKey(k walrus.PublicKey) (PublicKey, error) { return parsePoint(k[:]) }

// ParseXY reads the uncompressed form that the contracts store: x ‖ y, 48 bytes each, big-endian.
func ParseXY(b [96]byte) (PublicKey, error) {
	if b[0]&0xe0 != 0 {
		return PublicKey{}, fmt.Errorf("%w: coordinate not below the field's order", ErrInvalidPublicKey)
	}
	return parsePoint(b[:])
}

// parsePoint reads a point whose flag bits say as many bytes as b has.
func parsePoint(b []byte) (PublicKey, error) {
	var p curve.G1Affine
	if _, err := p.SetBytes(b); err != nil {
		return PublicKey{}, fmt.Errorf("%w: %w", ErrInvalidPublicKey, err)
	}
	return nonZeroKey(p)
}

func nonZeroKey(p curve.G1Affine) (PublicKey, error) {
	if p.IsInfinity() {
		return PublicKey{}, fmt.Errorf("%w: identity", ErrInvalidPublicKey)
	}
	return PublicKey{p}, nil
}

// Bytes returns the compressed form.
func (k PublicKey) Bytes() walrus.PublicKey { return k.p.Bytes() }

// XY returns the form of ParseXY.
func (k PublicKey) XY() [96]byte { return k.p.RawBytes() }

// EIP2537 returns the form that the EVM precompiles take: x ‖ y, each 16 zero bytes and 48 bytes, big-endian.
func (k PublicKey) EIP2537() (b [128]byte) {
	putField(b[:64], &k.p.X)
	putField(b[64:], &k.p.Y)
	return b
}

// Verify returns nil if sig is the key's signature over msg, and walrus.ErrInvalidSignature otherwise.
func (k PublicKey) Verify(msg []byte, sig walrus.Signature) error {
	s, err := ParseSignature(sig)
	if err != nil {
		return err
	}
	return k.verify(msg, s)
}

func (k PublicKey) verify(msg []byte, sig Signature) error {
	if k.p.IsInfinity() {
		return fmt.Errorf("%w: no public key", walrus.ErrInvalidSignature)
	}
	ok, err := curve.PairingCheck([]curve.G1Affine{negG1, k.p}, []curve.G2Affine{sig.p, hash(msg)})
	if err != nil || !ok {
		name := k.Bytes()
		return fmt.Errorf("%w: over %d bytes by key %x…", walrus.ErrInvalidSignature, len(msg), name[:6])
	}
	return nil
}

// AggregateKeys returns the key under which the sum of the keys' signatures over one message verifies. No keys, or
// keys that add up to the identity, give ErrInvalidPublicKey.
func AggregateKeys(keys []PublicKey) (PublicKey, error) {
	var sum curve.G1Jac
	for i := range keys {
		sum.AddMixed(&keys[i].p)
	}
	var p curve.G1Affine
	return nonZeroKey(*p.FromJacobian(&sum))
}
