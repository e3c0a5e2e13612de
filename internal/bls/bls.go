// Package bls signs, verifies and aggregates with BLS12-381: public keys in G1, signatures in G2, the basic scheme
// (encoding.md §8).
//
// The one idea: a [PublicKey] or [Signature] of this package is a point that was proved to be on the curve, in the
// prime-order subgroup, and not the identity. The byte forms of the root package prove nothing; only the Parse
// functions turn one into the other, so no verification can forget these checks. Rogue keys are stopped where keys are
// registered, by proof of possession; aggregation here relies on that.
//
// A [SecretKey] multiplies by shares that are fresh in each call, never by the key itself (design: scalar splitting),
// because the curve arithmetic underneath does not promise constant time.
//
// All values are immutable and safe to share.
package bls

import (
	"fmt"
	"math/big"

	curve "github.com/consensys/gnark-crypto/ecc/bls12-381"
	"github.com/consensys/gnark-crypto/ecc/bls12-381/fr"
)

// dst is the domain separation tag of hashing to the curve.
var dst = []byte("BLS_SIG_BLS12381G2_XMD:SHA-256_SSWU_RO_NUL_")

// negG1 is the negated generator of G1, one side of every pairing equation.
var negG1 = func() curve.G1Affine {
	_, _, g1, _ := curve.Generators()
	return *g1.Neg(&g1)
}()

// hash maps a message to G2.
func hash(msg []byte) curve.G2Affine {
	p, err := curve.HashToG2(msg, dst)
	if err != nil {
		panic(fmt.Sprintf("bls: hash to curve with a constant tag: %v", err)) // only a tag over 255 bytes fails
	}
	return p
}

// split returns random a and b with a + b = s.
func split(s *fr.Element) (a, b *big.Int) {
	var x, y fr.Element
	x.MustSetRandom()
	y.Sub(s, &x)
	return x.BigInt(new(big.Int)), y.BigInt(new(big.Int))
}
