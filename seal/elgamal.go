package seal

import (
	"fmt"
	"io"

	curve "github.com/consensys/gnark-crypto/ecc/bls12-381"
	"github.com/consensys/gnark-crypto/ecc/bls12-381/fr"
)

// EphemeralKey is what a client makes for one request, so that the derived keys come back encrypted to it. Since it is
// signed with the request, a malicious server cannot pass the request on to others and read their answers.
type EphemeralKey struct{ s func() *fr.Element }

// NewEphemeralKey returns a random key.
func NewEphemeralKey() EphemeralKey {
	s := randomScalar()
	return EphemeralKey{func() *fr.Element { return &s }}
}

// Encryption returns the half that servers encrypt to.
func (k EphemeralKey) Encryption() EncryptionKey { return EncryptionKey{mulG1(&g1, k.s())} }

// Verification returns the half with which an aggregator checks what servers encrypted.
func (k EphemeralKey) Verification() VerificationKey { return VerificationKey{mulG2(k.s())} }

// Unwrap decrypts. Only PublicKey.VerifyDerived says whether the result is the right key.
func (k EphemeralKey) Unwrap(w WrappedKey) (DerivedKey, error) {
	mask := mulG1(&w.c0, k.s())
	var p curve.G1Affine
	if p.Sub(&w.c1, &mask); p.IsInfinity() {
		return DerivedKey{}, fmt.Errorf("%w: wrapped key holds the identity", ErrInvalidKey)
	}
	return DerivedKey{p}, nil
}

// Format prints a fixed text, whatever the verb.
func (k EphemeralKey) Format(f fmt.State, _ rune) { io.WriteString(f, "seal ephemeral key") }

// EncryptionKey is the public half of an EphemeralKey that servers encrypt to.
type EncryptionKey struct{ p curve.G1Affine }

// ParseEncryptionKey reads the 48 bytes of EncryptionKey.Bytes.
func ParseEncryptionKey(b []byte) (EncryptionKey, error) {
	p, err := parseG1("encryption key", b)
	return EncryptionKey{p}, err
}

// Bytes returns the compressed point.
func (k EncryptionKey) Bytes() [48]byte { return k.p.Bytes() }

// Wrap encrypts a derived key.
func (k EncryptionKey) Wrap(d DerivedKey) WrappedKey {
	s := randomScalar()
	return k.wrap(d, &s)
}

func (k EncryptionKey) wrap(d DerivedKey, s *fr.Element) WrappedKey {
	w := WrappedKey{c0: mulG1(&g1, s), c1: mulG1(&k.p, s)}
	w.c1.Add(&w.c1, &d.p)
	return w
}

// VerificationKey is the other public half of an EphemeralKey.
type VerificationKey struct{ p curve.G2Affine }

// ParseVerificationKey reads the 96 bytes of VerificationKey.Bytes.
func ParseVerificationKey(b []byte) (VerificationKey, error) {
	p, err := parseG2("verification key", b)
	return VerificationKey{p}, err
}

// Bytes returns the compressed point.
func (k VerificationKey) Bytes() [96]byte { return k.p.Bytes() }

// Matches returns ErrInvalidKey unless both are halves of one ephemeral key.
func (k VerificationKey) Matches(e EncryptionKey) error {
	if !pairs(&e.p, &negG2, &g1, &k.p) {
		return fmt.Errorf("%w: encryption key and verification key do not belong together", ErrInvalidKey)
	}
	return nil
}

// WrappedKey is a derived key encrypted to an ephemeral key: C0 = s·g1, C1 = s·key + derived key.
type WrappedKey struct{ c0, c1 curve.G1Affine }

// ParseWrappedKey reads the compressed points, 48 bytes each.
func ParseWrappedKey(c0, c1 []byte) (w WrappedKey, err error) {
	if w.c0, err = parseG1("first half of a wrapped key", c0); err != nil {
		return WrappedKey{}, err
	}
	if w.c1, err = parseG1("second half of a wrapped key", c1); err != nil {
		return WrappedKey{}, err
	}
	return w, nil
}

// Bytes returns the compressed points.
func (w WrappedKey) Bytes() (c0, c1 [48]byte) { return w.c0.Bytes(), w.c1.Bytes() }
