package seal

import (
	"fmt"

	"github.com/decred/dcrd/dcrec/secp256k1/v4"
	"github.com/decred/dcrd/dcrec/secp256k1/v4/ecdsa"

	"github.com/walrus-go/walrus"
)

// RecoverSigner returns the account whose key made the signature r ‖ s ‖ v over the digest. Only 65 bytes, s in the lower
// half of its range and v of 0, 1, 27 or 28 are taken, so that nobody can turn one signature into another.
func RecoverSigner(digest [32]byte, sig []byte) (walrus.Address, error) {
	if len(sig) != 65 {
		return walrus.Address{}, fmt.Errorf("%w: signature of %d bytes, want 65", ErrInvalidSession, len(sig))
	}
	v := sig[64]
	if v >= 27 {
		v -= 27
	}
	if v > 1 {
		return walrus.Address{}, fmt.Errorf("%w: signature with v = %d", ErrInvalidSession, sig[64])
	}
	var s secp256k1.ModNScalar
	if overflow := s.SetByteSlice(sig[32:64]); overflow || s.IsOverHalfOrder() {
		return walrus.Address{}, fmt.Errorf("%w: signature with s in the upper half", ErrInvalidSession)
	}
	compact := append([]byte{27 + v}, sig[:64]...)
	key, _, err := ecdsa.RecoverCompact(compact, digest[:])
	if err != nil {
		return walrus.Address{}, fmt.Errorf("%w: %w", ErrInvalidSession, err)
	}
	sum := keccak256(key.SerializeUncompressed()[1:])
	return walrus.Address(sum[12:]), nil
}
