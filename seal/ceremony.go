package seal

import (
	"crypto/sha3"
	"errors"
	"fmt"

	curve "github.com/consensys/gnark-crypto/ecc/bls12-381"
	"github.com/consensys/gnark-crypto/ecc/bls12-381/fr"
)

// MaxCommittee is the largest number of members of a key server committee.
const MaxCommittee = 255

// ErrInvalidDealing: a dealing that is not what the ceremony asks for. Its dealer is to blame, and the ceremony cannot
// be completed with it.
var ErrInvalidDealing = errors.New("invalid dealing")

// Ceremony is how a committee comes to share a master key that nobody ever holds, or passes it on to a new committee
// with the public key unchanged (access-control.md A.10). It is pure: all messages travel by a channel of the caller's
// that shows the same to all members, the registry.
//
//  1. Every dealer publishes Deal: all members for a new key, exactly the old threshold of old members in a rotation.
//  2. Every member opens each dealing. If one is invalid or its share does not fit, the ceremony ends: Open returns a
//     complaint, and Judge tells everybody who lied.
//  3. Every member computes Finish and proposes the outcome, which all must agree on.
type Ceremony struct {
	ID        [32]byte // binds the messages to this ceremony; never used twice
	Threshold int      // of the committee to be, at least 2
	Members   []MemberKeys
	Rotation  *Rotation // nil for a new key
}

// MemberKeys are the public halves of a member's [MemberKey].
type MemberKeys struct {
	Encryption   EncryptionKey
	Verification VerificationKey
}

// Rotation describes the committee that passes its key on.
type Rotation struct {
	PublicKey PublicKey
	Dealers   map[PartyID]PublicKey // as many as its threshold, with their partial public keys; IDs of that committee
}

// Validate returns an error unless the ceremony can take place.
func (c *Ceremony) Validate() error {
	n := len(c.Members)
	if c.Threshold < 2 || c.Threshold > n || n > MaxCommittee {
		return fmt.Errorf("%w: threshold %d of %d members, want 2 to %d", ErrInvalidDealing, c.Threshold, n, MaxCommittee)
	}
	for i := range c.Members {
		m := &c.Members[i]
		if m.Encryption.p.IsInfinity() || m.Verification.p.IsInfinity() || m.Verification.Matches(m.Encryption) != nil {
			return fmt.Errorf("%w: keys of member %d do not belong together", ErrInvalidKey, i)
		}
	}
	if r := c.Rotation; r != nil {
		if len(r.Dealers) == 0 || combinePublic(r.Dealers) != r.PublicKey {
			return fmt.Errorf("%w: the old committee's %d partial keys do not lead to its public key", ErrInvalidDealing, len(r.Dealers))
		}
	}
	return nil
}

// Dealers returns whose dealings the ceremony needs.
func (c *Ceremony) Dealers() []PartyID {
	if c.Rotation != nil {
		return sortedParties(c.Rotation.Dealers)
	}
	dealers := make([]PartyID, len(c.Members))
	for i := range dealers {
		dealers[i] = PartyID(i)
	}
	return dealers
}

// weights returns by how much each dealer's contribution counts: once for a new key, by its Lagrange coefficient in
// a rotation, where the contributions are shares.
func (c *Ceremony) weights() []fr.Element {
	dealers := c.Dealers()
	if c.Rotation != nil {
		return lagrange(dealers)
	}
	weights := make([]fr.Element, len(dealers))
	for i := range weights {
		weights[i].SetOne()
	}
	return weights
}

// Outcome is what a ceremony leads to. All but Share is the same for all members.
type Outcome struct {
	PublicKey PublicKey
	Partial   []PublicKey // by party
	Digest    [32]byte    // of all dealings
	Share     MasterKey   // derives the member's partial keys
}

// Finish combines the dealings of all dealers, and the shares that this member opened in them. In a rotation the public
// key stays, because Verify holds each dealer to his old partial key, and Validate these to the public key.
func (c *Ceremony) Finish(me PartyID, dealings map[PartyID]*Dealing, shares map[PartyID]DealtShare) (*Outcome, error) {
	if err := c.Validate(); err != nil {
		return nil, err
	}
	dealers, weights := c.Dealers(), c.weights()
	sum := make([]curve.G2Affine, c.Threshold)
	var share fr.Element
	digest := sha3.New256()
	for i, dealer := range dealers {
		d, s := dealings[dealer], shares[dealer]
		if d == nil || s.s == nil {
			return nil, fmt.Errorf("%w: none of party %d", ErrInvalidDealing, dealer)
		}
		if err := c.Verify(d); err != nil {
			return nil, err
		}
		for k := range sum {
			p := new(curve.G2Affine).ScalarMultiplication(&d.commitments[k], bigInt(&weights[i]))
			sum[k].Add(&sum[k], p)
		}
		var part fr.Element
		share.Add(&share, part.Mul(s.s(), &weights[i]))
		digest.Write(d.Bytes())
	}
	out := &Outcome{PublicKey: PublicKey{sum[0]}, Digest: [32]byte(digest.Sum(nil))}
	for p := range c.Members {
		out.Partial = append(out.Partial, PublicKey{evaluate(sum, PartyID(p))})
	}
	if err := c.complete(out, me, &share); err != nil {
		return nil, err
	}
	return out, nil
}

// complete checks the outcome and adds the member's share.
func (c *Ceremony) complete(out *Outcome, me PartyID, share *fr.Element) (err error) {
	if int(me) >= len(out.Partial) {
		return fmt.Errorf("%w: party %d of %d", ErrInvalidDealing, me, len(out.Partial))
	}
	if out.PublicKey.p.IsInfinity() {
		return fmt.Errorf("%w: they lead to no public key", ErrInvalidDealing)
	}
	b := share.Bytes()
	if out.Share, err = newMasterKey(b[:]); err != nil {
		return err
	}
	if out.Share.PublicKey() != out.Partial[me] {
		return fmt.Errorf("%w: the shares do not lead to the partial public key of party %d", ErrInvalidDealing, me)
	}
	return nil
}

// evaluate returns the value, in the exponent, of the committed polynomial at the party's point.
func evaluate(commitments []curve.G2Affine, p PartyID) (v curve.G2Affine) {
	x := p.point()
	for k := len(commitments) - 1; k >= 0; k-- {
		v.ScalarMultiplication(&v, bigInt(&x))
		v.Add(&v, &commitments[k])
	}
	return v
}

// combinePublic interpolates partial public keys at zero.
func combinePublic(partial map[PartyID]PublicKey) (k PublicKey) {
	parties := sortedParties(partial)
	for i, w := range lagrange(parties) {
		p := partial[parties[i]].p
		p.ScalarMultiplication(&p, bigInt(&w))
		k.p.Add(&k.p, &p)
	}
	return k
}
