package bls

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"io"

	curve "github.com/consensys/gnark-crypto/ecc/bls12-381"
	"github.com/consensys/gnark-crypto/ecc/bls12-381/fr"

	"github.com/walrus-go/walrus"
)

// ErrInvalidSecretKey: bytes that are not a secret key. Errors never quote the bytes.
var ErrInvalidSecretKey = errors.New("invalid BLS secret key")

// keyFileFlag marks a BLS12-381 key in a key file.
const keyFileFlag = 0x04

// SecretKey signs. Its zero value is unusable. Formatting it in any way prints a fixed text; keys cannot be compared
// with ==.
type SecretKey struct {
	k func() *secret // a function, so that no way of printing a struct that holds a key goes on into it
}

type secret struct {
	scalar fr.Element
	public PublicKey
}

// Generate returns a key made of 48 bytes of rand, which must be a cryptographic source.
func Generate(rand io.Reader) (SecretKey, error) {
	var wide [48]byte // 129 bits more than the group order: the bias of the reduction is negligible
	if _, err := io.ReadFull(rand, wide[:]); err != nil {
		return SecretKey{}, fmt.Errorf("generate BLS key: %w", err)
	}
	var s fr.Element
	s.SetBytes(wide[:])
	return newSecretKey(s)
}

// ParseSecretKey reads a scalar of 32 bytes, big-endian, above zero and below the group order.
func ParseSecretKey(b []byte) (SecretKey, error) {
	var s fr.Element
	if len(b) != fr.Bytes {
		return SecretKey{}, fmt.Errorf("%w: %d bytes, want %d", ErrInvalidSecretKey, len(b), fr.Bytes)
	}
	if err := s.SetBytesCanonical(b); err != nil {
		return SecretKey{}, fmt.Errorf("%w: not below the group order", ErrInvalidSecretKey)
	}
	return newSecretKey(s)
}

// ParseKeyFile reads the key file form: standard base64 of 0x04 and the 32 bytes of ParseSecretKey. White space
// around it is ignored.
func ParseKeyFile(text []byte) (SecretKey, error) {
	b, err := base64.StdEncoding.Strict().DecodeString(string(bytes.TrimSpace(text)))
	if err != nil || len(b) != 1+fr.Bytes {
		return SecretKey{}, fmt.Errorf("%w: a key file holds %d bytes in base64", ErrInvalidSecretKey, 1+fr.Bytes)
	}
	if b[0] != keyFileFlag {
		return SecretKey{}, fmt.Errorf("%w: key file of kind %#04x, want %#04x", ErrInvalidSecretKey, b[0], keyFileFlag)
	}
	return ParseSecretKey(b[1:])
}

func newSecretKey(s fr.Element) (SecretKey, error) {
	if s.IsZero() {
		return SecretKey{}, fmt.Errorf("%w: zero", ErrInvalidSecretKey)
	}
	a, b := split(&s)
	var p, q curve.G1Affine
	p.ScalarMultiplicationBase(a)
	q.ScalarMultiplicationBase(b)
	k := &secret{scalar: s, public: PublicKey{*p.Add(&p, &q)}}
	return SecretKey{func() *secret { return k }}, nil
}

// EncodeKeyFile returns the key file form, without a newline. The result is the secret.
func (k SecretKey) EncodeKeyFile() []byte {
	scalar := k.k().scalar.Bytes()
	b := append([]byte{keyFileFlag}, scalar[:]...)
	return base64.StdEncoding.AppendEncode(nil, b)
}

// PublicKey returns the public half.
func (k SecretKey) PublicKey() PublicKey { return k.k().public }

// Sign returns the signature over msg, which is the same in each call.
func (k SecretKey) Sign(msg []byte) walrus.Signature {
	h := hash(msg)
	a, b := split(&k.k().scalar)
	var p, q curve.G2Affine
	p.ScalarMultiplication(&h, a)
	q.ScalarMultiplication(&h, b)
	return p.Add(&p, &q).Bytes()
}

// String returns a fixed text.
func (k SecretKey) String() string { return "BLS secret key" }

// Format prints the fixed text, whatever the verb.
func (k SecretKey) Format(s fmt.State, _ rune) { io.WriteString(s, k.String()) }
