package seal

import (
	"crypto/subtle"
	"fmt"

	"github.com/consensys/gnark-crypto/ecc/bls12-381/fr"

	"github.com/walrus-go/walrus/seal/internal/shamir"
)

// Keys are derived keys for one identity, by key server.
type Keys map[ServerID]DerivedKey

// PublicKeys are the public keys of key servers.
type PublicKeys map[ServerID]PublicKey

// Decrypt opens the object with keys for its identity that hold at least its threshold of shares, and checks with the
// public keys of all its servers that any other such set gives the same result.
//
// Errors: ErrTooFewKeys; ErrUnknownServer without some server's public key; a ServerError with ErrWrongKey that names
// a server whose key is wrong; ErrInconsistent when the maker of the object is to blame; ErrDecryption.
func (o *Object) Decrypt(keys Keys, servers PublicKeys) ([]byte, error) {
	k, err := o.DataKey(keys, servers)
	if err != nil {
		return nil, err
	}
	return o.Open(k)
}

// DecryptUnchecked is Decrypt without the public keys: an object by a malicious maker may open with these keys and not
// with others. It suits readers who trust the maker.
func (o *Object) DecryptUnchecked(keys Keys) ([]byte, error) {
	poly, _, err := o.combine(keys)
	if err != nil {
		return nil, err
	}
	return o.Open(newDataKey(o.derive(poly.base, tagData)))
}

// DataKey is Decrypt up to the key that opens the data.
func (o *Object) DataKey(keys Keys, servers PublicKeys) (DataKey, error) {
	for i := range o.shares {
		if _, known := servers[o.shares[i].server]; !known {
			return DataKey{}, &ServerError{o.shares[i].server, ErrUnknownServer}
		}
	}
	poly, randomness, err := o.combine(keys)
	if err == nil {
		err = o.checkConsistency(poly, randomness, servers)
	}
	if err != nil {
		if wrong := o.blame(keys, servers); wrong != nil {
			return DataKey{}, wrong
		}
		return DataKey{}, err
	}
	return newDataKey(o.derive(poly.base, tagData)), nil
}

// polynomial is fixed by threshold shares; base is its value at zero.
type polynomial struct {
	shares []shamir.Share
	base   [32]byte
}

// check returns ErrInconsistent if a share is not on the polynomial.
func (p *polynomial) check(shares []shamir.Share) error {
	for _, s := range shares {
		if want := shamir.Interpolate(p.shares, s.Index); subtle.ConstantTimeCompare(want[:], s.Value[:]) != 1 {
			return fmt.Errorf("%w: share %d does not fit %d others", ErrInconsistent, s.Index, len(p.shares))
		}
	}
	return nil
}

// combine returns the polynomial and the randomness of the object's maker. It interpolates through exactly threshold
// shares; any further ones must lie on the same polynomial.
func (o *Object) combine(keys Keys) (*polynomial, *fr.Element, error) {
	point := identityPoint(o.identity.Bytes())
	shares := o.unmask(&point, func(id ServerID) ([gtSize]byte, bool) {
		k, have := keys[id]
		if !have {
			return [gtSize]byte{}, false
		}
		return pair(&k.p, &o.nonce), true
	})
	if len(shares) < o.threshold {
		return nil, nil, fmt.Errorf("%w: %d of %d shares", ErrTooFewKeys, len(shares), o.threshold)
	}
	poly := &polynomial{shares[:o.threshold], shamir.Interpolate(shares[:o.threshold], 0)}
	randomness, err := o.openRandomness(poly.base)
	if err == nil {
		err = poly.check(shares[o.threshold:])
	}
	return poly, randomness, err
}

// openRandomness returns the randomness, proved to be the maker's by the nonce. This binds shares, servers and threshold.
func (o *Object) openRandomness(base [32]byte) (*fr.Element, error) {
	b := xor32(o.randomness, o.derive(base, tagRandomness))
	r, err := parseScalar("randomness", b[:])
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrInconsistent, err)
	}
	if nonce := mulG2(&r); !nonce.Equal(&o.nonce) {
		return nil, fmt.Errorf("%w: the shares do not lead to its nonce", ErrInconsistent)
	}
	return &r, nil
}

// checkConsistency recomputes every share from the maker's randomness and requires all on one polynomial.
func (o *Object) checkConsistency(poly *polynomial, r *fr.Element, servers PublicKeys) error {
	point := identityPoint(o.identity.Bytes())
	p := mulG1(&point, r)
	return poly.check(o.unmask(&point, func(id ServerID) ([gtSize]byte, bool) {
		k := servers[id]
		return pair(&p, &k.p), true
	}))
}

// blame returns a ServerError for the first server whose derived key is wrong, or nil if all are right.
func (o *Object) blame(keys Keys, servers PublicKeys) error {
	for i := range o.shares {
		id := o.shares[i].server
		if k, have := keys[id]; have {
			if err := servers[id].VerifyDerived(o.identity, k); err != nil {
				return &ServerError{id, err}
			}
		}
	}
	return nil
}
