package seal

import (
	"crypto/rand"
	"crypto/sha3"
	"fmt"
	"slices"

	"github.com/consensys/gnark-crypto/ecc/bls12-381/fr"

	"github.com/walrus-go/walrus/seal/internal/shamir"
)

// Server is a key server as a maker of objects knows it.
type Server struct {
	ID  ServerID
	Key PublicKey
}

// Recipients say who may open an object: those for whom the policy of the identity's namespace approves, at Threshold of
// the shares that the servers hold. A server listed several times holds as many shares.
type Recipients struct {
	Identity  Identity
	Servers   []Server
	Threshold int
}

func (to *Recipients) validate() error {
	if n := len(to.Servers); to.Threshold < 1 || to.Threshold > n || n > shamir.MaxShares {
		return fmt.Errorf("%w: threshold %d of %d shares, at most %d", ErrInvalidRecipients, to.Threshold, n, shamir.MaxShares)
	}
	if n := len(to.Identity.Inner); n > MaxInnerID {
		return fmt.Errorf("%w: inner ID of %d bytes, at most %d", ErrInvalidRecipients, n, MaxInnerID)
	}
	keys := make(map[ServerID]PublicKey)
	for _, s := range to.Servers {
		if s.Key.p.IsInfinity() {
			return fmt.Errorf("%w: server %s has no public key", ErrInvalidRecipients, s.ID)
		}
		if k, known := keys[s.ID]; known && k != s.Key {
			return fmt.Errorf("%w: server %s has two public keys", ErrInvalidRecipients, s.ID)
		}
		keys[s.ID] = s.Key
	}
	return nil
}

// Encrypt encrypts data, whole in memory, and authenticates aad with them; nil means no aad. It needs no key server.
// The data key opens the object without any key server: keep it as a backup, or forget it.
//
// What is larger than about 1 MiB belongs in a stream ([EncryptStream]).
func Encrypt(to Recipients, mode Mode, data, aad []byte) (*Object, DataKey, error) {
	if err := to.validate(); err != nil {
		return nil, DataKey{}, err
	}
	if len(data) > maxObjectBlob-64 || len(aad) > maxObjectAAD {
		return nil, DataKey{}, fmt.Errorf("%w: %d bytes of data with %d of aad", ErrInvalidRecipients, len(data), len(aad))
	}
	var s secrets
	rand.Read(s.base[:])
	s.randomness = randomScalar()
	var err error
	if s.shares, err = shamir.Split(s.base, to.Threshold, len(to.Servers)); err != nil {
		return nil, DataKey{}, err
	}
	return encrypt(to, mode, data, aad, &s)
}

// secrets is all randomness of one object.
type secrets struct {
	base       [32]byte
	shares     []shamir.Share
	randomness fr.Element
}

func encrypt(to Recipients, mode Mode, data, aad []byte, s *secrets) (*Object, DataKey, error) {
	o := &Object{
		identity:  Identity{to.Identity.Namespace, slices.Clone(to.Identity.Inner)},
		threshold: to.Threshold,
		nonce:     mulG2(&s.randomness),
		mode:      mode,
		aad:       slices.Clone(aad),
	}
	for i, server := range to.Servers {
		o.shares = append(o.shares, encryptedShare{server.ID, s.shares[i].Index, s.shares[i].Value})
	}
	o.mask(to.Servers, &s.randomness)
	o.randomness = xor32(s.randomness.Bytes(), o.derive(s.base, tagRandomness))
	k := newDataKey(o.derive(s.base, tagData))
	if err := o.encryptData(k, data); err != nil {
		return nil, DataKey{}, err
	}
	return o, k, nil
}

// mask encrypts the shares, which are in clear before.
func (o *Object) mask(servers []Server, r *fr.Element) {
	keys := make(PublicKeys)
	for _, s := range servers {
		keys[s.ID] = s.Key
	}
	point := identityPoint(o.identity.Bytes())
	p := mulG1(&point, r)
	masked := o.unmask(&point, func(id ServerID) ([gtSize]byte, bool) {
		k := keys[id]
		return pair(&p, &k.p), true
	})
	for i := range o.shares {
		o.shares[i].value = masked[i].Value
	}
}

// The two keys derived from a base key.
const (
	tagRandomness = 0
	tagData       = 1
)

// derive returns a key that is bound to the base key, the threshold, all encrypted shares and all servers.
func (o *Object) derive(base [32]byte, tag byte) [32]byte {
	h := sha3.New256()
	h.Write([]byte(derivePrefix))
	h.Write(base[:])
	h.Write([]byte{tag, byte(o.threshold)})
	for i := range o.shares {
		h.Write(o.shares[i].value[:])
	}
	for i := range o.shares {
		h.Write(o.shares[i].server[:])
	}
	return [32]byte(h.Sum(nil))
}
