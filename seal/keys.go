package seal

import (
	"crypto/hkdf"
	"crypto/sha3"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"io"
	"math/big"
	"strings"

	curve "github.com/consensys/gnark-crypto/ecc/bls12-381"
	"github.com/consensys/gnark-crypto/ecc/bls12-381/fr"
)

// MasterKey is the secret of a key server, from which it derives the key of any identity. Formatting it prints a fixed
// text; [MasterKey.Export] gives it away. A master key serves one kind of namespace only. The zero value is unusable.
type MasterKey struct {
	s func() *fr.Element // a function, so that no way of printing a struct that holds a key goes on into it
}

// GenerateMasterKey returns a random key.
func GenerateMasterKey() MasterKey {
	s := randomScalar()
	return MasterKey{func() *fr.Element { return &s }}
}

// ParseMasterKey reads the form of MasterKey.Export, with or without 0x.
func ParseMasterKey(text string) (MasterKey, error) {
	b, err := hex.DecodeString(strings.TrimPrefix(strings.TrimSpace(text), "0x"))
	if err != nil {
		return MasterKey{}, fmt.Errorf("%w: master key is not hexadecimal", ErrInvalidKey)
	}
	return newMasterKey(b)
}

func newMasterKey(b []byte) (MasterKey, error) {
	s, err := parseScalar("master key", b)
	if err != nil {
		return MasterKey{}, err
	}
	if s.IsZero() {
		return MasterKey{}, fmt.Errorf("%w: master key is zero", ErrInvalidKey)
	}
	return MasterKey{func() *fr.Element { return &s }}, nil
}

// Export returns the secret, a scalar of 32 bytes, big-endian, as 64 hexadecimal digits. Objects encrypted under the
// key stay valid wherever it is imported with ParseMasterKey.
func (k MasterKey) Export() string {
	b := k.s().Bytes()
	return hex.EncodeToString(b[:])
}

// PublicKey returns the public half.
func (k MasterKey) PublicKey() PublicKey { return PublicKey{splitMulG2(k.s())} }

// Derive returns the key of an identity.
func (k MasterKey) Derive(id Identity) DerivedKey {
	p := identityPoint(id.Bytes())
	return DerivedKey{splitMulG1(&p, k.s())}
}

// ProvePossession returns the proof that whoever serves server holds the master key.
func (k MasterKey) ProvePossession(server ServerID) [48]byte {
	p := possessionPoint(k.PublicKey(), server)
	q := splitMulG1(&p, k.s())
	return q.Bytes()
}

func possessionPoint(k PublicKey, server ServerID) curve.G1Affine {
	pk := k.p.Bytes()
	return hashToG1([]byte(possessionPrefix), pk[:], server[:])
}

// String returns a fixed text.
func (k MasterKey) String() string { return "seal master key" }

// Format prints the fixed text, whatever the verb.
func (k MasterKey) Format(s fmt.State, _ rune) { io.WriteString(s, k.String()) }

// Seed is the secret of an operator who serves many clients with a master key each. Formatting it prints a fixed text.
type Seed struct{ b func() *[32]byte }

// ParseSeed reads 64 hexadecimal digits, with or without 0x.
func ParseSeed(text string) (Seed, error) {
	b, err := hex.DecodeString(strings.TrimPrefix(strings.TrimSpace(text), "0x"))
	if err != nil || len(b) != 32 {
		return Seed{}, fmt.Errorf("%w: a seed is 64 hexadecimal digits", ErrInvalidKey)
	}
	return Seed{func() *[32]byte { return (*[32]byte)(b) }}, nil
}

// Derive returns the master key of a client: HKDF-SHA3-256 of the seed with the index as information, 64 bytes taken
// as a number modulo the group order. A client may take his key elsewhere with [MasterKey.Export]; his index must not be
// given to another then.
func (s Seed) Derive(index uint64) (MasterKey, error) {
	okm, err := s.expand(index)
	if err != nil {
		return MasterKey{}, fmt.Errorf("derive master key %d: %w", index, err)
	}
	var wide big.Int
	b := wide.SetBytes(okm).Mod(&wide, fr.Modulus()).FillBytes(make([]byte, scalarSize))
	return newMasterKey(b)
}

func (s Seed) expand(index uint64) ([]byte, error) {
	info := string(binary.BigEndian.AppendUint64(nil, index))
	return hkdf.Key(func() *sha3.SHA3 { return sha3.New256() }, s.b()[:], nil, info, 64)
}

// Format prints a fixed text, whatever the verb.
func (s Seed) Format(f fmt.State, _ rune) { io.WriteString(f, "seal seed") }

// PublicKey is what one encrypts to: the public half of a key server's master key. It is a point of the right subgroup
// and not the identity. Values compare with ==.
type PublicKey struct{ p curve.G2Affine }

// ParsePublicKey reads the 96 bytes of PublicKey.Bytes.
func ParsePublicKey(b []byte) (PublicKey, error) {
	p, err := parseG2("public key", b)
	return PublicKey{p}, err
}

// Bytes returns the compressed point.
func (k PublicKey) Bytes() [96]byte { return k.p.Bytes() }

// String returns 0x and 192 hexadecimal digits.
func (k PublicKey) String() string { b := k.Bytes(); return formatHex(b[:]) }

// VerifyDerived returns ErrWrongKey unless d is the key that the server derives for the identity.
func (k PublicKey) VerifyDerived(id Identity, d DerivedKey) error {
	p := identityPoint(id.Bytes())
	if k.p.IsInfinity() || d.p.IsInfinity() || !pairs(&d.p, &negG2, &p, &k.p) {
		return ErrWrongKey
	}
	return nil
}

// VerifyPossession returns ErrInvalidKey unless proof is the proof of possession for server by this key's owner.
func (k PublicKey) VerifyPossession(server ServerID, proof []byte) error {
	q, err := parseG1("proof of possession", proof)
	if err != nil {
		return err
	}
	p := possessionPoint(k, server)
	if k.p.IsInfinity() || !pairs(&q, &negG2, &p, &k.p) {
		return fmt.Errorf("%w: proof of possession of server %s does not verify", ErrInvalidKey, server)
	}
	return nil
}

// DerivedKey opens what was encrypted under one identity to one key server, for ever. Formatting it prints a
// fixed text.
type DerivedKey struct{ p curve.G1Affine }

// ParseDerivedKey reads the 48 bytes of DerivedKey.Bytes. Only PublicKey.VerifyDerived says whose key it is.
func ParseDerivedKey(b []byte) (DerivedKey, error) {
	p, err := parseG1("derived key", b)
	return DerivedKey{p}, err
}

// Bytes returns the compressed point. It is a secret.
func (d DerivedKey) Bytes() [48]byte { return d.p.Bytes() }

// Format prints a fixed text, whatever the verb.
func (d DerivedKey) Format(f fmt.State, _ rune) { io.WriteString(f, "seal derived key") }
