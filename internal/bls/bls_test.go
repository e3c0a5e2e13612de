package bls

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"math/big"
	"strings"
	"testing"

	curve "github.com/consensys/gnark-crypto/ecc/bls12-381"
	"github.com/consensys/gnark-crypto/ecc/bls12-381/fp"
	"github.com/consensys/gnark-crypto/ecc/bls12-381/fr"
	"pgregory.net/rapid"

	"github.com/walrus-go/walrus"
)

// keyOfSeed returns a key that is the same in each run.
func keyOfSeed(t testing.TB, seed byte) SecretKey {
	t.Helper()
	k, err := Generate(bytes.NewReader(bytes.Repeat([]byte{seed + 1}, 48)))
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func TestSignVerify(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		k, err := ParseSecretKey(append([]byte{0}, rapid.SliceOfN(rapid.Byte(), 31, 31).Draw(t, "scalar")...))
		if err != nil {
			t.Skip("zero scalar")
		}
		msg := rapid.SliceOf(rapid.Byte()).Draw(t, "message")
		sig := k.Sign(msg)
		if again := k.Sign(msg); again != sig {
			t.Fatal("two signatures over one message differ")
		}
		if err := k.PublicKey().Verify(msg, sig); err != nil {
			t.Fatal(err)
		}
		if err := k.PublicKey().Verify(append(msg, 0), sig); !errors.Is(err, walrus.ErrInvalidSignature) {
			t.Fatalf("longer message: %v", err)
		}
	})
}

func TestSplit(t *testing.T) {
	var s fr.Element
	s.SetUint64(5)
	a, b := split(&s)
	c, _ := split(&s)
	if a.Cmp(c) == 0 {
		t.Error("two calls gave the same share")
	}
	if sum := a.Add(a, b); sum.Mod(sum, fr.Modulus()).Uint64() != 5 {
		t.Error("the shares do not add up")
	}
}

func TestVerifyRefuses(t *testing.T) {
	k := keyOfSeed(t, 1)
	other := keyOfSeed(t, 2)
	msg := walrus.InvalidBlob{Epoch: 7}.Bytes()
	good := k.Sign(msg)
	if err := k.PublicKey().Verify(msg, good); err != nil {
		t.Fatal(err)
	}
	cases := []struct {
		name string
		key  PublicKey
		msg  []byte
		sig  walrus.Signature
	}{
		{"other key", other.PublicKey(), msg, good},
		{"other epoch", k.PublicKey(), walrus.InvalidBlob{Epoch: 8}.Bytes(), good},
		{"other type", k.PublicKey(), walrus.Confirmation{Epoch: 7}.Bytes(), good},
		{"identity signature", k.PublicKey(), msg, walrus.Signature{0xc0}},
		{"identity key and signature", PublicKey{}, msg, walrus.Signature{0xc0}},
		{"zero key", PublicKey{}, msg, good},
		{"all zero", k.PublicKey(), msg, walrus.Signature{}},
		{"signature outside the subgroup", k.PublicKey(), msg, outsideG2().Bytes()},
		{"sign flag flipped", k.PublicKey(), msg, flip(good, 0x20)},
		{"no compression flag", k.PublicKey(), msg, flip(good, 0x80)},
		{"infinity flag set", k.PublicKey(), msg, flip(good, 0x40)},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if err := c.key.Verify(c.msg, c.sig); !errors.Is(err, walrus.ErrInvalidSignature) {
				t.Errorf("got %v", err)
			}
		})
	}
}

func flip(sig walrus.Signature, mask byte) walrus.Signature { sig[0] ^= mask; return sig }

func outsideG1() *curve.G1Affine {
	var u fp.Element
	p := curve.GeneratePointNotInG1(*u.SetUint64(11))
	return new(curve.G1Affine).FromJacobian(&p)
}

func outsideG2() *curve.G2Affine {
	var u curve.E2
	u.A0.SetUint64(11)
	p := curve.GeneratePointNotInG2(u)
	return new(curve.G2Affine).FromJacobian(&p)
}

func TestParsePublicKeyRefuses(t *testing.T) {
	good := keyOfSeed(t, 1).PublicKey()
	notOnCurve := good.XY()
	notOnCurve[95] ^= 1
	aboveField := [96]byte(good.XY())
	for i, b := range fp.Modulus().Bytes() {
		aboveField[i] = b
	}
	compressed := good.XY()
	compressed[0] |= 0x80
	for name, b := range map[string][96]byte{
		"identity": {}, "flagged identity": {0x40}, "outside the subgroup": outsideG1().RawBytes(),
		"not on the curve": notOnCurve, "x not below p": aboveField, "compression flag": compressed,
		"compressed identity": {0xc0},
	} {
		if _, err := ParseXY(b); !errors.Is(err, ErrInvalidPublicKey) {
			t.Errorf("x ‖ y, %s: %v", name, err)
		}
	}
	uncompressed := good.Bytes()
	uncompressed[0] &^= 0x80
	tooLarge := walrus.PublicKey(append([]byte{0x80 | 0x1f}, bytes.Repeat([]byte{0xff}, 47)...))
	for name, b := range map[string]walrus.PublicKey{
		"identity": {0xc0}, "identity with stray bit": {0xc0, 1}, "outside the subgroup": outsideG1().Bytes(),
		"zero": {}, "uncompressed": uncompressed, "x not below p": tooLarge,
	} {
		if _, err := ParsePublicKey(b); !errors.Is(err, ErrInvalidPublicKey) {
			t.Errorf("compressed, %s: %v", name, err)
		}
	}
}

func TestForms(t *testing.T) {
	k := keyOfSeed(t, 3)
	pub := k.PublicKey()
	if back, err := ParseXY(pub.XY()); err != nil || back != pub {
		t.Errorf("x ‖ y: %v", err)
	}
	xy, eip := pub.XY(), pub.EIP2537()
	if !bytes.Equal(eip[16:64], xy[:48]) || !bytes.Equal(eip[80:], xy[48:]) || [16]byte(eip[:16]) != [16]byte{} {
		t.Error("EIP-2537 form of the key is not padded x ‖ y")
	}
	sig, err := ParseSignature(k.Sign(nil))
	if err != nil {
		t.Fatal(err)
	}
	form, wire := sig.EIP2537(), sig.Bytes()
	wire[0] &= 0x1f
	if !bytes.Equal(form[16:64], wire[48:]) || !bytes.Equal(form[80:128], wire[:48]) {
		t.Error("EIP-2537 form of the signature does not have c0 first")
	}
	if back, err := ParseSignatureEIP2537(form); err != nil || back != sig {
		t.Errorf("EIP-2537 signature: %v", err)
	}
}

func TestParseSignatureEIP2537Refuses(t *testing.T) {
	sig, err := ParseSignature(keyOfSeed(t, 3).Sign(nil))
	if err != nil {
		t.Fatal(err)
	}
	padded, wrong, swapped := sig.EIP2537(), sig.EIP2537(), sig.EIP2537()
	padded[64] = 1
	wrong[255] ^= 1
	copy(swapped[:64], sig.p.X.A1.Marshal())
	outside := Signature{*outsideG2()}.EIP2537()
	for name, b := range map[string][256]byte{
		"identity": {}, "padding": padded, "not on the curve": wrong, "swapped": swapped, "outside the subgroup": outside,
	} {
		if _, err := ParseSignatureEIP2537(b); !errors.Is(err, walrus.ErrInvalidSignature) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestParseSecretKeyRefuses(t *testing.T) {
	zero := make([]byte, 32)
	for name, b := range map[string][]byte{
		"empty": nil, "short": zero[:31], "long": make([]byte, 33), "zero": zero, "order": fr.Modulus().Bytes(),
	} {
		if _, err := ParseSecretKey(b); !errors.Is(err, ErrInvalidSecretKey) {
			t.Errorf("scalar, %s: %v", name, err)
		}
	}
	one := append(zero[:31:31], 1)
	file := func(flag byte, scalar []byte) string {
		return base64.StdEncoding.EncodeToString(append([]byte{flag}, scalar...))
	}
	for name, text := range map[string]string{
		"empty": "", "other kind": file(2, one), "short": file(4, one[1:]), "not base64": "!" + file(4, one)[1:],
		"zero": file(4, zero), "two keys": file(4, one) + "\n" + file(4, one),
	} {
		if _, err := ParseKeyFile([]byte(text)); !errors.Is(err, ErrInvalidSecretKey) {
			t.Errorf("key file, %s: %v", name, err)
		}
	}
	if _, err := Generate(strings.NewReader("short")); err == nil {
		t.Error("generated a key from too few bytes")
	}
}

// TestSecretKeyDoesNotPrint looks for the scalar in everything that commonly prints a value.
func TestSecretKeyDoesNotPrint(t *testing.T) {
	k := keyOfSeed(t, 4)
	scalar := k.k().scalar.Bytes()
	type config struct {
		Key    SecretKey
		hidden SecretKey
	}
	v := config{k, k}
	var out bytes.Buffer
	for _, x := range []any{k, &k, v, &v, []SecretKey{k}} {
		fmt.Fprintf(&out, "%v %+v %#v %s %x %d %q\n", x, x, x, x, x, x, x)
		slog.New(slog.NewTextHandler(&out, nil)).Info("key", "key", x)
		slog.New(slog.NewJSONHandler(&out, nil)).Info("key", "key", x)
		if err := json.NewEncoder(&out).Encode(x); err != nil {
			t.Fatal(err)
		}
	}
	text := strings.ToLower(out.String())
	words := k.k().scalar // the Montgomery words, as %d and %x would show them
	for _, secret := range []string{
		fmt.Sprintf("%x", scalar[:8]), new(big.Int).SetBytes(scalar[:]).String(), base64.StdEncoding.EncodeToString(scalar[:6]),
		fmt.Sprint(words[1]), fmt.Sprintf("%x", words[1]),
	} {
		if strings.Contains(text, strings.ToLower(secret)) {
			t.Errorf("%s is in the output:\n%s", secret, text)
		}
	}
}

func TestAggregateRefuses(t *testing.T) {
	if _, err := AggregateKeys(nil); !errors.Is(err, ErrInvalidPublicKey) {
		t.Errorf("no keys: %v", err)
	}
	if _, err := AggregateSignatures(nil); !errors.Is(err, walrus.ErrInvalidSignature) {
		t.Errorf("no signatures: %v", err)
	}
	k := keyOfSeed(t, 5)
	pub := k.PublicKey()
	negative := PublicKey{*new(curve.G1Affine).Neg(&pub.p)}
	if _, err := AggregateKeys([]PublicKey{k.PublicKey(), negative}); !errors.Is(err, ErrInvalidPublicKey) {
		t.Errorf("keys that cancel: %v", err)
	}
	sig := k.Sign(nil)
	if _, err := AggregateSignatures([]walrus.Signature{sig, flip(sig, 0x20)}); !errors.Is(err, walrus.ErrInvalidSignature) {
		t.Errorf("signatures that cancel: %v", err)
	}
	if _, err := AggregateSignatures([]walrus.Signature{sig, {0xc0}}); err == nil || !strings.Contains(err.Error(), "signature 1 of 2") {
		t.Errorf("identity among signatures: %v", err)
	}
}

func BenchmarkSign(b *testing.B) {
	k, msg := keyOfSeed(b, 1), walrus.Confirmation{}.Bytes()
	for b.Loop() {
		k.Sign(msg)
	}
}

func BenchmarkVerify(b *testing.B) {
	k, msg := keyOfSeed(b, 1), walrus.Confirmation{}.Bytes()
	sig, pub := k.Sign(msg), k.PublicKey()
	for b.Loop() {
		if err := pub.Verify(msg, sig); err != nil {
			b.Fatal(err)
		}
	}
}
