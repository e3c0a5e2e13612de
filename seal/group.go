package seal

import (
	"fmt"
	"math/big"

	curve "github.com/consensys/gnark-crypto/ecc/bls12-381"
	"github.com/consensys/gnark-crypto/ecc/bls12-381/fp"
	"github.com/consensys/gnark-crypto/ecc/bls12-381/fr"
)

// The hash to G1 is the standard suite with its default tag; uses are told apart by a prefix of the message
// (access-control.md A.2).
var hashTag = []byte("BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_")

const (
	identityPrefix   = "SUI-SEAL-IBE-BLS12381-00"
	possessionPrefix = "SUI-SEAL-IBE-BLS12381-POP-00"
	maskPrefix       = "SUI-SEAL-IBE-BLS12381-H2-00"
	derivePrefix     = "SUI-SEAL-IBE-BLS12381-H3-00"
)

const (
	scalarSize = fr.Bytes
	g1Size     = curve.SizeOfG1AffineCompressed
	g2Size     = curve.SizeOfG2AffineCompressed
)

var g1, negG1, g2, negG2 = func() (p, np curve.G1Affine, q, nq curve.G2Affine) {
	_, _, p, q = curve.Generators()
	np.Neg(&p)
	nq.Neg(&q)
	return p, np, q, nq
}()

func hashToG1(parts ...[]byte) curve.G1Affine {
	var msg []byte
	for _, p := range parts {
		msg = append(msg, p...)
	}
	p, err := curve.HashToG1(msg, hashTag)
	if err != nil {
		panic(fmt.Sprintf("seal: hash to curve with a constant tag: %v", err)) // only a tag over 255 bytes fails
	}
	return p
}

// identityPoint returns H1 of a full identity.
func identityPoint(id []byte) curve.G1Affine { return hashToG1([]byte(identityPrefix), id) }

// parseG1 reads a compressed point, checked to be in the subgroup and not the identity.
func parseG1(what string, b []byte) (p curve.G1Affine, err error) {
	if len(b) != g1Size {
		return p, fmt.Errorf("%w: %s of %d bytes, want %d", ErrInvalidKey, what, len(b), g1Size)
	}
	if _, err := p.SetBytes(b); err != nil {
		return p, fmt.Errorf("%w: %s: %w", ErrInvalidKey, what, err)
	}
	if p.IsInfinity() {
		return p, fmt.Errorf("%w: %s is the identity", ErrInvalidKey, what)
	}
	return p, nil
}

// parseG2 is parseG1 for the other group.
func parseG2(what string, b []byte) (p curve.G2Affine, err error) {
	if len(b) != g2Size {
		return p, fmt.Errorf("%w: %s of %d bytes, want %d", ErrInvalidKey, what, len(b), g2Size)
	}
	if _, err := p.SetBytes(b); err != nil {
		return p, fmt.Errorf("%w: %s: %w", ErrInvalidKey, what, err)
	}
	if p.IsInfinity() {
		return p, fmt.Errorf("%w: %s is the identity", ErrInvalidKey, what)
	}
	return p, nil
}

// parseScalar reads a big-endian number below the group order. The error does not quote it.
func parseScalar(what string, b []byte) (s fr.Element, err error) {
	if len(b) != scalarSize {
		return s, fmt.Errorf("%w: %s of %d bytes, want %d", ErrInvalidKey, what, len(b), scalarSize)
	}
	if err := s.SetBytesCanonical(b); err != nil {
		return s, fmt.Errorf("%w: %s is not below the group order", ErrInvalidKey, what)
	}
	return s, nil
}

// randomScalar returns a scalar other than zero.
func randomScalar() (s fr.Element) {
	for s.IsZero() {
		s.MustSetRandom()
	}
	return s
}

func bigInt(s *fr.Element) *big.Int { return s.BigInt(new(big.Int)) }

// split returns random a and b with a + b = s. A long-lived secret s never meets a curve point itself, since the
// arithmetic underneath does not promise constant time.
func split(s *fr.Element) (a, b *big.Int) {
	var x, y fr.Element
	x.MustSetRandom()
	y.Sub(s, &x)
	return bigInt(&x), bigInt(&y)
}

// splitMulG1 returns s·p for a long-lived secret s.
func splitMulG1(p *curve.G1Affine, s *fr.Element) curve.G1Affine {
	a, b := split(s)
	var x, y curve.G1Affine
	x.ScalarMultiplication(p, a)
	y.ScalarMultiplication(p, b)
	return *x.Add(&x, &y)
}

// splitMulG2 returns s times the generator of G2 for a long-lived secret s.
func splitMulG2(s *fr.Element) curve.G2Affine {
	a, b := split(s)
	var x, y curve.G2Affine
	x.ScalarMultiplicationBase(a)
	y.ScalarMultiplicationBase(b)
	return *x.Add(&x, &y)
}

func mulG1(p *curve.G1Affine, s *fr.Element) (r curve.G1Affine) {
	r.ScalarMultiplication(p, bigInt(s))
	return r
}

func mulG2(s *fr.Element) (r curve.G2Affine) {
	r.ScalarMultiplicationBase(bigInt(s))
	return r
}

// pairs reports whether e(p1, q1) · e(p2, q2) = 1.
func pairs(p1 *curve.G1Affine, q1 *curve.G2Affine, p2 *curve.G1Affine, q2 *curve.G2Affine) bool {
	ok, err := curve.PairingCheck([]curve.G1Affine{*p1, *p2}, []curve.G2Affine{*q1, *q2})
	return err == nil && ok
}

// gtSize is the length of an element of the target group in bytes.
const gtSize = 12 * fp.Bytes

// pair returns e(p, q) as bytes: the coefficients of w⁰…w⁵, each x ‖ y for x + y·u, big-endian.
func pair(p *curve.G1Affine, q *curve.G2Affine) (b [gtSize]byte) {
	e, err := curve.Pair([]curve.G1Affine{*p}, []curve.G2Affine{*q})
	if err != nil {
		panic(fmt.Sprintf("seal: pairing of one pair: %v", err)) // only lists of unequal length fail
	}
	for i, c := range []*curve.E2{&e.C0.B0, &e.C1.B0, &e.C0.B1, &e.C1.B1, &e.C0.B2, &e.C1.B2} {
		x, y := c.A0.Bytes(), c.A1.Bytes()
		copy(b[2*i*fp.Bytes:], x[:])
		copy(b[(2*i+1)*fp.Bytes:], y[:])
	}
	return b
}
