package bls

import (
	"fmt"

	curve "github.com/consensys/gnark-crypto/ecc/bls12-381"

	"github.com/walrus-go/walrus"
)

// KeySet holds the parsed keys of one committee, so that verifying a certificate costs one pairing check and one
// addition for each signer or non-signer, whichever are fewer.
type KeySet struct {
	committee *walrus.Committee
	keys      []PublicKey // by position
	total     curve.G1Jac
}

// NewKeySet parses all keys of the committee. A key that is not valid gives walrus.ErrInvalidCommittee, with the node
// named.
func NewKeySet(c *walrus.Committee) (*KeySet, error) {
	s := &KeySet{committee: c, keys: make([]PublicKey, len(c.Members))}
	for i := range c.Members {
		k, err := ParsePublicKey(c.Members[i].PublicKey)
		if err != nil {
			return nil, fmt.Errorf("%w: node %d: %w", walrus.ErrInvalidCommittee, c.Members[i].Node, err)
		}
		s.keys[i] = k
		s.total.AddMixed(&k.p)
	}
	return s, nil
}

// Committee returns the committee whose keys these are.
func (s *KeySet) Committee() *walrus.Committee { return s.committee }

// Key returns the key of the member at the position.
func (s *KeySet) Key(position int) PublicKey { return s.keys[position] }

// VerifyCertificate proves that members with a quorum of the shards signed the certificate's message, and returns
// their weight in shards. What the message says, its header's epoch included, is the caller's business.
//
// It returns walrus.ErrInvalidMessage for a bitmap not in its strict form, walrus.ErrNoQuorum for too little
// weight, walrus.ErrInvalidSignature for a signature that does not verify under the signers' keys.
func (s *KeySet) VerifyCertificate(cert *walrus.Certificate) (weight int, err error) {
	positions, err := cert.Signers.Positions(len(s.keys))
	if err != nil {
		return 0, fmt.Errorf("verify certificate: %w", err)
	}
	weight = s.committee.Weight(positions)
	if n := s.committee.NShards; !n.IsQuorum(weight) {
		return 0, fmt.Errorf("verify certificate: %w: %d of %d shards, want %d", walrus.ErrNoQuorum, weight, n, n.Quorum())
	}
	key, err := s.aggregate(positions)
	if err != nil {
		return 0, fmt.Errorf("verify certificate: %w: signers' keys: %w", walrus.ErrInvalidSignature, err)
	}
	if err := key.Verify(cert.Message, cert.Signature); err != nil {
		return 0, fmt.Errorf("verify certificate: %w", err)
	}
	return weight, nil
}

// aggregate sums the keys at the positions, which ascend.
func (s *KeySet) aggregate(positions []int) (PublicKey, error) {
	var sum curve.G1Jac
	if 2*len(positions) <= len(s.keys) {
		for _, p := range positions {
			sum.AddMixed(&s.keys[p].p)
		}
	} else {
		var absent curve.G1Jac
		for p := range s.keys {
			if len(positions) > 0 && positions[0] == p {
				positions = positions[1:]
				continue
			}
			absent.AddMixed(&s.keys[p].p)
		}
		sum.Set(&s.total).SubAssign(&absent)
	}
	var p curve.G1Affine
	return nonZeroKey(*p.FromJacobian(&sum))
}

// VerifyCertificate is KeySet.VerifyCertificate for a committee that is used once.
func VerifyCertificate(c *walrus.Committee, cert *walrus.Certificate) (weight int, err error) {
	s, err := NewKeySet(c)
	if err != nil {
		return 0, err
	}
	return s.VerifyCertificate(cert)
}
