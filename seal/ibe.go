package seal

import (
	"crypto/sha3"
	"crypto/subtle"

	curve "github.com/consensys/gnark-crypto/ecc/bls12-381"

	"github.com/walrus-go/walrus/seal/internal/shamir"
)

// unmask decrypts the shares of those servers for which value returns the pairing value that hides them: e(r·H1(id), mpk)
// to the maker of the object, e(usk, nonce) to the holder of the derived key. point is H1(id). Encrypting is the same.
func (o *Object) unmask(point *curve.G1Affine, value func(ServerID) ([gtSize]byte, bool)) []shamir.Share {
	nonce, id := o.nonce.Bytes(), point.Bytes()
	values := make(map[ServerID]*[gtSize]byte) // nil for a server without
	var shares []shamir.Share
	for i := range o.shares {
		s := &o.shares[i]
		gt, computed := values[s.server]
		if !computed {
			if v, ok := value(s.server); ok {
				gt = &v
			}
			values[s.server] = gt
		}
		if gt != nil {
			m := mask(gt, &nonce, &id, s.server, s.index)
			shares = append(shares, shamir.Share{Index: s.index, Value: xor32(s.value, m)})
		}
	}
	return shares
}

// mask returns H2 of a pairing value. The index in it lets one server hold several shares.
func mask(gt *[gtSize]byte, nonce *[g2Size]byte, point *[g1Size]byte, server ServerID, index byte) [32]byte {
	h := sha3.New256()
	h.Write([]byte(maskPrefix))
	h.Write(gt[:])
	h.Write(nonce[:])
	h.Write(point[:])
	h.Write(server[:])
	h.Write([]byte{index})
	return [32]byte(h.Sum(nil))
}

func xor32(a, b [32]byte) (c [32]byte) {
	subtle.XORBytes(c[:], a[:], b[:])
	return c
}
