package devchain

import (
	"bytes"
	"math/big"
	"testing"

	"github.com/consensys/gnark-crypto/ecc/bls12-381"
	"github.com/consensys/gnark-crypto/ecc/bls12-381/fp"
	"github.com/consensys/gnark-crypto/ecc/bls12-381/fr"
	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
)

// pairingCheck is the precompile of EIP-2537 that multiplies pairings and compares with one.
var pairingCheck = common.BytesToAddress([]byte{0x0f})

// field encodes a base field element as EIP-2537 does: 64 bytes, big-endian.
func field(e fp.Element) []byte {
	b := e.Bytes()
	return append(make([]byte, 16), b[:]...)
}

func encodeG1(p bls12381.G1Affine) []byte { return append(field(p.X), field(p.Y)...) }

func encodeG2(p bls12381.G2Affine) []byte {
	return bytes.Join([][]byte{field(p.X.A0), field(p.X.A1), field(p.Y.A0), field(p.Y.A1)}, nil)
}

// TestPairingPrecompile checks what a certificate rests on: e(-G1, signature)·e(key, H(message)) = 1, with key,
// signature and hash made by the library that the nodes sign with.
func TestPairingPrecompile(t *testing.T) {
	chain := mustOpen(t, testConfig("", nil))
	client := dial(t, chain.URL())
	_, _, g1, _ := bls12381.Generators()
	secret, _ := new(big.Int).SetString("52435875175126190479447740508185965837690552500527637822603658699938581184", 10)
	message, err := bls12381.HashToG2([]byte("available"), []byte("BLS_SIG_BLS12381G2_XMD:SHA-256_SSWU_RO_NUL_"))
	if err != nil {
		t.Fatal(err)
	}
	var key, minusG1 bls12381.G1Affine
	var signature, forged bls12381.G2Affine
	key.ScalarMultiplication(&g1, secret)
	minusG1.Neg(&g1)
	signature.ScalarMultiplication(&message, secret)
	forged.ScalarMultiplication(&message, new(big.Int).Add(secret, big.NewInt(1)))
	if secret.Cmp(fr.Modulus()) >= 0 {
		t.Fatal("secret is not reduced")
	}
	for _, c := range []struct {
		name      string
		signature bls12381.G2Affine
		want      uint64
	}{{"signature", signature, 1}, {"forged", forged, 0}} {
		input := bytes.Join([][]byte{encodeG1(minusG1), encodeG2(c.signature), encodeG1(key), encodeG2(message)}, nil)
		answer, err := client.CallContract(t.Context(), ethereum.CallMsg{To: &pairingCheck, Data: input}, nil)
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		if !bytes.Equal(answer, word(c.want)) {
			t.Errorf("%s: answer %x, want %d", c.name, answer, c.want)
		}
	}
	off := encodeG1(key)
	off[127] ^= 1 // not on the curve
	input := bytes.Join([][]byte{off, encodeG2(message)}, nil)
	if answer, err := client.CallContract(t.Context(), ethereum.CallMsg{To: &pairingCheck, Data: input}, nil); err == nil {
		t.Errorf("a point off the curve was answered by %x", answer)
	}
}
