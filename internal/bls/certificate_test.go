package bls

import (
	"errors"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/walrus-go/walrus"
)

// committeeOf returns a committee of as many members as weights, with keys of keyOfSeed.
func committeeOf(t testing.TB, weights ...int) (*walrus.Committee, []SecretKey) {
	t.Helper()
	var members []walrus.Member
	var keys []SecretKey
	next := walrus.ShardIndex(0)
	for i, w := range weights {
		k := keyOfSeed(t, byte(i))
		m := walrus.Member{Node: walrus.NodeIndex(i + 1), PublicKey: k.PublicKey().Bytes()}
		for range w {
			m.Shards = append(m.Shards, next)
			next++
		}
		members, keys = append(members, m), append(keys, k)
	}
	c, err := walrus.NewCommittee(3, walrus.ShardCount(next), members)
	if err != nil {
		t.Fatal(err)
	}
	return c, keys
}

func certify(t testing.TB, keys []SecretKey, msg []byte, signers ...int) *walrus.Certificate {
	t.Helper()
	var sigs []walrus.Signature
	for _, i := range signers {
		sigs = append(sigs, keys[i].Sign(msg))
	}
	sum, err := AggregateSignatures(sigs)
	if err != nil {
		t.Fatal(err)
	}
	return &walrus.Certificate{Signers: walrus.NewSigners(len(keys), signers), Message: msg, Signature: sum}
}

// TestCertificate draws committees and signers and compares the verdict with the quorum rule.
func TestCertificate(t *testing.T) {
	msg := walrus.Confirmation{Epoch: 3}.Bytes()
	rapid.Check(t, func(rt *rapid.T) {
		weights := rapid.SliceOfN(rapid.IntRange(1, 5), 4, 12).Draw(rt, "weights")
		c, keys := committeeOf(t, weights...)
		signers := rapid.SliceOfNDistinct(rapid.IntRange(0, len(keys)-1), 1, len(keys), rapid.ID[int]).Draw(rt, "signers")
		slices.Sort(signers)
		want := 0
		for _, i := range signers {
			want += weights[i]
		}
		weight, err := VerifyCertificate(c, certify(t, keys, msg, signers...))
		if 3*want < 2*int(c.NShards)+1 {
			if !errors.Is(err, walrus.ErrNoQuorum) || weight != 0 {
				rt.Fatalf("%d of %d shards: %d, %v", want, c.NShards, weight, err)
			}
			return
		}
		if err != nil || weight != want {
			rt.Fatalf("%d of %d shards: %d, %v", want, c.NShards, weight, err)
		}
	})
}

func TestCertificateRefuses(t *testing.T) {
	c, keys := committeeOf(t, 1, 1, 1, 1, 6)
	set, err := NewKeySet(c)
	if err != nil {
		t.Fatal(err)
	}
	msg := walrus.Confirmation{Epoch: 3}.Bytes()
	valid := func() *walrus.Certificate { return certify(t, keys, msg, 0, 2, 4) }
	if w, err := set.VerifyCertificate(valid()); err != nil || w != 8 {
		t.Fatalf("valid certificate: %d, %v", w, err)
	}
	cases := []struct {
		name  string
		want  error
		spoil func(*walrus.Certificate)
	}{
		{"stray bit", walrus.ErrInvalidMessage, func(c *walrus.Certificate) { c.Signers[0] |= 1 << 5 }},
		{"long bitmap", walrus.ErrInvalidMessage, func(c *walrus.Certificate) { c.Signers = append(c.Signers, 0) }},
		{"no signers", walrus.ErrNoQuorum, func(c *walrus.Certificate) { c.Signers = nil }},
		{"a signer more", walrus.ErrInvalidSignature, func(c *walrus.Certificate) { c.Signers[0] |= 2 }},
		{"a signer less", walrus.ErrInvalidSignature, func(c *walrus.Certificate) { c.Signers[0] &^= 1 }},
		{"other epoch", walrus.ErrInvalidSignature, func(c *walrus.Certificate) { c.Message = walrus.Confirmation{Epoch: 4}.Bytes() }},
		{"other blob", walrus.ErrInvalidSignature, func(c *walrus.Certificate) {
			c.Message = walrus.Confirmation{Epoch: 3, Blob: walrus.BlobID{1}}.Bytes()
		}},
		{"identity signature", walrus.ErrInvalidSignature, func(c *walrus.Certificate) { c.Signature = walrus.Signature{0xc0} }},
		{"signature outside the subgroup", walrus.ErrInvalidSignature, func(c *walrus.Certificate) { c.Signature = outsideG2().Bytes() }},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			cert := valid()
			tc.spoil(cert)
			if w, err := set.VerifyCertificate(cert); !errors.Is(err, tc.want) || w != 0 {
				t.Errorf("got %d, %v, want %v", w, err, tc.want)
			}
		})
	}
}

// TestRepeatedSigner: a light member that signs often satisfies the pairing over a sum that counts it often; no form
// of a certificate lets it be weighed more than once.
func TestRepeatedSigner(t *testing.T) {
	c, keys := committeeOf(t, 1, 1, 1, 1, 1, 1, 1)
	msg := walrus.Confirmation{Epoch: 3}.Bytes()
	cert := certify(t, keys, msg, 0, 0, 0, 0, 0)
	if key, err := AggregateKeys(slices.Repeat([]PublicKey{keys[0].PublicKey()}, 5)); err != nil || key.Verify(msg, cert.Signature) != nil {
		t.Fatalf("five times one key: %v", err)
	}
	if w, err := VerifyCertificate(c, cert); !errors.Is(err, walrus.ErrNoQuorum) {
		t.Errorf("bitmap form: %d, %v", w, err)
	}
	list := append([]byte{5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, byte(len(msg))}, msg...)
	if _, err := walrus.ParseCertificateList(append(list, cert.Signature[:]...), 7); !errors.Is(err, walrus.ErrInvalidMessage) {
		t.Errorf("list form: %v", err)
	}
}

// TestCancellingKeys: signers whose keys add up to the identity prove nothing, by either way of summing.
func TestCancellingKeys(t *testing.T) {
	c, keys := committeeOf(t, 3, 3, 1)
	negative := c.Members[0].PublicKey
	negative[0] ^= 0x20
	c.Members[1].PublicKey = negative
	msg := walrus.Confirmation{Epoch: 3}.Bytes()
	for _, sig := range []walrus.Signature{{0xc0}, keys[0].Sign(msg)} {
		cert := &walrus.Certificate{Signers: walrus.Signers{3}, Message: msg, Signature: sig}
		if w, err := VerifyCertificate(c, cert); !errors.Is(err, walrus.ErrInvalidSignature) {
			t.Errorf("got %d, %v", w, err)
		}
	}
}

func TestKeySetRefuses(t *testing.T) {
	for name, key := range map[string]walrus.PublicKey{
		"identity": {0xc0}, "outside the subgroup": outsideG1().Bytes(), "zero": {},
	} {
		c, _ := committeeOf(t, 1, 1, 1, 1)
		c.Members[2].PublicKey = key
		if _, err := NewKeySet(c); !errors.Is(err, walrus.ErrInvalidCommittee) || !errors.Is(err, ErrInvalidPublicKey) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func BenchmarkVerifyCertificate(b *testing.B) {
	weights := slices.Repeat([]int{10}, 100)
	c, keys := committeeOf(b, weights...)
	set, err := NewKeySet(c)
	if err != nil {
		b.Fatal(err)
	}
	var signers []int
	for i := range 67 {
		signers = append(signers, i)
	}
	cert := certify(b, keys, walrus.Confirmation{Epoch: 3}.Bytes(), signers...)
	for b.Loop() {
		if _, err := set.VerifyCertificate(cert); err != nil {
			b.Fatal(err)
		}
	}
}
