package bls

import (
	"testing"

	"github.com/walrus-go/walrus"
)

// FuzzParse: whatever parses is exactly the form of what it parsed to.
func FuzzParse(f *testing.F) {
	k := keyOfSeed(f, 1)
	sig, err := ParseSignature(k.Sign(nil))
	if err != nil {
		f.Fatal(err)
	}
	key, wire, xy, form := k.PublicKey().Bytes(), sig.Bytes(), k.PublicKey().XY(), sig.EIP2537()
	for _, b := range [][]byte{key[:], wire[:], xy[:], form[:], k.EncodeKeyFile()} {
		f.Add(b)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		if k, err := ParseKeyFile(b); err == nil {
			if again, err := ParseKeyFile(k.EncodeKeyFile()); err != nil || again.PublicKey() != k.PublicKey() {
				t.Errorf("key file %q: %v", b, err)
			}
		}
		var padded [256]byte
		copy(padded[:], b)
		if k, err := ParsePublicKey(walrus.PublicKey(padded[:48])); err == nil && k.Bytes() != walrus.PublicKey(padded[:48]) {
			t.Errorf("key %x is encoded again as %x", padded[:48], k.Bytes())
		}
		if k, err := ParseXY([96]byte(padded[:96])); err == nil && k.XY() != [96]byte(padded[:96]) {
			t.Errorf("key %x is encoded again as %x", padded[:96], k.XY())
		}
		if s, err := ParseSignature(walrus.Signature(padded[:96])); err == nil && s.Bytes() != walrus.Signature(padded[:96]) {
			t.Errorf("signature %x is encoded again as %x", padded[:96], s.Bytes())
		}
		if s, err := ParseSignatureEIP2537(padded); err == nil && s.EIP2537() != padded {
			t.Errorf("signature %x is encoded again as %x", padded, s.EIP2537())
		}
	})
}
