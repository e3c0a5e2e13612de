//go:build cgo

package bls

import (
	"bytes"
	"testing"

	blst "github.com/supranational/blst/bindings/go"

	"github.com/walrus-go/walrus"
)

// TestAgainstBlst compares keys, signatures and verdicts with an independent implementation.
func TestAgainstBlst(t *testing.T) {
	msgs := [][]byte{nil, {0}, walrus.Confirmation{Epoch: 9}.Bytes(), bytes.Repeat([]byte("long "), 1000)}
	var pubs []*blst.P1Affine
	var sigs []*blst.P2Affine
	var own []walrus.Signature
	for seed := range byte(8) {
		k := keyOfSeed(t, seed)
		scalar := k.k().scalar.Bytes()
		other := new(blst.SecretKey).Deserialize(scalar[:])
		pub := new(blst.P1Affine).From(other)
		if got := k.PublicKey().Bytes(); !bytes.Equal(got[:], pub.Compress()) {
			t.Fatalf("public keys differ: %x", got)
		}
		if xy := k.PublicKey().XY(); !bytes.Equal(xy[:], pub.Serialize()) {
			t.Fatalf("uncompressed public keys differ: %x", xy)
		}
		for _, msg := range msgs {
			sig, theirs := k.Sign(msg), new(blst.P2Affine).Sign(other, msg, dst)
			if !bytes.Equal(sig[:], theirs.Compress()) {
				t.Fatalf("signatures over %d bytes differ", len(msg))
			}
			if err := k.PublicKey().Verify(msg, walrus.Signature(theirs.Compress())); err != nil {
				t.Fatal(err)
			}
			if !new(blst.P2Affine).VerifyCompressed(sig[:], true, pub.Compress(), true, msg, dst) {
				t.Fatal("blst refuses our signature")
			}
		}
		sig := k.Sign(msgs[2])
		pubs, sigs, own = append(pubs, pub), append(sigs, new(blst.P2Affine).Uncompress(sig[:])), append(own, sig)
	}
	sum := new(blst.P2Aggregate)
	if !sum.Aggregate(sigs, true) {
		t.Fatal("blst refuses our signatures")
	}
	ours, err := AggregateSignatures(own)
	if err != nil || !bytes.Equal(ours[:], sum.ToAffine().Compress()) {
		t.Fatalf("aggregates differ: %v", err)
	}
	if !sum.ToAffine().FastAggregateVerify(true, pubs, msgs[2], dst) {
		t.Fatal("blst refuses our aggregate")
	}
}

// TestBlstRefusesAlike feeds both implementations the same broken points.
func TestBlstRefusesAlike(t *testing.T) {
	for name, b := range map[string]walrus.PublicKey{"identity": {0xc0}, "outside the subgroup": outsideG1().Bytes()} {
		p := new(blst.P1Affine).Uncompress(b[:])
		if p == nil {
			t.Fatalf("%s: not a point of the curve for blst", name)
		}
		if _, err := ParsePublicKey(b); (err == nil) != p.KeyValidate() {
			t.Errorf("key, %s: %v, blst %v", name, err, p.KeyValidate())
		}
	}
	for name, b := range map[string]walrus.Signature{"identity": {0xc0}, "outside the subgroup": outsideG2().Bytes()} {
		p := new(blst.P2Affine).Uncompress(b[:])
		if p == nil {
			t.Fatalf("%s: not a point of the curve for blst", name)
		}
		if _, err := ParseSignature(b); (err == nil) != p.SigValidate(true) {
			t.Errorf("signature, %s: %v, blst %v", name, err, p.SigValidate(true))
		}
	}
}

func BenchmarkBlstSign(b *testing.B) {
	k, msg := keyOfSeed(b, 1), walrus.Confirmation{}.Bytes()
	scalar := k.k().scalar.Bytes()
	other := new(blst.SecretKey).Deserialize(scalar[:])
	for b.Loop() {
		new(blst.P2Affine).Sign(other, msg, dst).Compress()
	}
}

func BenchmarkBlstVerify(b *testing.B) {
	k, msg := keyOfSeed(b, 1), walrus.Confirmation{}.Bytes()
	sig, pub := k.Sign(msg), k.PublicKey().Bytes()
	for b.Loop() {
		if !new(blst.P2Affine).VerifyCompressed(sig[:], true, pub[:], false, msg, dst) {
			b.Fatal("refused")
		}
	}
}
