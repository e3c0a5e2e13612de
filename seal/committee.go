package seal

import (
	"fmt"
	"slices"

	curve "github.com/consensys/gnark-crypto/ecc/bls12-381"
	"github.com/consensys/gnark-crypto/ecc/bls12-381/fr"
)

// PartyID numbers the members of a key server committee from zero. The member's share of the master key is the value
// of the committee's polynomial at PartyID + 1.
type PartyID uint16

func (p PartyID) point() (x fr.Element) {
	x.SetUint64(uint64(p) + 1)
	return x
}

// lagrange returns the coefficients with which values at the parties' points add up to the value at zero. The parties
// must be distinct.
func lagrange(parties []PartyID) []fr.Element {
	coefficients := make([]fr.Element, len(parties))
	for i, p := range parties {
		num, den := fr.One(), fr.One()
		x := p.point()
		for j, q := range parties {
			if j == i {
				continue
			}
			y := q.point()
			num.Mul(&num, &y)
			y.Sub(&y, &x)
			den.Mul(&den, &y)
		}
		coefficients[i].Div(&num, &den)
	}
	return coefficients
}

// VerifyPartial returns ErrWrongKey unless w wraps, for the ephemeral key of v, what the committee member with the
// partial public key derives for the identity. It needs no secret.
func (v VerificationKey) VerifyPartial(w WrappedKey, id Identity, partial PublicKey) error {
	p := identityPoint(id.Bytes())
	ok, err := curve.PairingCheck([]curve.G1Affine{w.c1, w.c0, p}, []curve.G2Affine{negG2, v.p, partial.p})
	if err != nil || !ok || partial.p.IsInfinity() {
		return ErrWrongKey
	}
	return nil
}

// CombineWrapped returns what the committee's master key would have derived, wrapped for the same ephemeral key as the
// parts, which must be as many as the committee's threshold and verified each. It needs no secret.
func CombineWrapped(parts map[PartyID]WrappedKey) (WrappedKey, error) {
	parties := sortedParties(parts)
	var c0, c1 curve.G1Jac
	for i, c := range lagrange(parties) {
		w := parts[parties[i]]
		x, y := mulG1(&w.c0, &c), mulG1(&w.c1, &c)
		c0.AddMixed(&x)
		c1.AddMixed(&y)
	}
	var w WrappedKey
	w.c0.FromJacobian(&c0)
	w.c1.FromJacobian(&c1)
	if w.c0.IsInfinity() || w.c1.IsInfinity() {
		return WrappedKey{}, fmt.Errorf("%w: %d partial keys add up to the identity", ErrInvalidKey, len(parts))
	}
	return w, nil
}

func sortedParties[V any](m map[PartyID]V) []PartyID {
	parties := make([]PartyID, 0, len(m))
	for p := range m {
		parties = append(parties, p)
	}
	slices.Sort(parties)
	return parties
}
