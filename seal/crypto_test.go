package seal

import (
	"bytes"
	"encoding/hex"
	"errors"
	"math/big"
	"strconv"
	"testing"

	curve "github.com/consensys/gnark-crypto/ecc/bls12-381"
	"github.com/consensys/gnark-crypto/ecc/bls12-381/fp"
	"github.com/consensys/gnark-crypto/ecc/bls12-381/fr"
)

// bigIntAboveOrder returns s plus the group order, 32 bytes.
func bigIntAboveOrder(t *testing.T, s []byte) []byte {
	t.Helper()
	n := new(big.Int).SetBytes(s)
	n.Add(n, fr.Modulus())
	if n.BitLen() > 256 {
		t.Fatal("does not fit")
	}
	return n.FillBytes(make([]byte, 32))
}

func TestOfficialGroups(t *testing.T) {
	var f struct {
		Hash []struct{ ID, G1 hexBytes } `json:"hash_to_g1"`
		Mul  []struct {
			Scalar hexBytes `json:"scalar_be"`
			G1, G2 hexBytes
		} `json:"scalar_mul"`
		Pairings []struct {
			P  string `json:"p_scalar"`
			Q  string `json:"q_scalar"`
			GT hexBytes
		}
		KDF []struct {
			GT, Nonce, Out hexBytes
			FullID         hexBytes `json:"full_id"`
			Server         ServerID `json:"key_server"`
			Index          byte
		}
	}
	vectors(t, "groups.json", &f)
	if len(f.Hash) == 0 || len(f.Mul) == 0 || len(f.Pairings) == 0 || len(f.KDF) == 0 {
		t.Fatal("the vector file does not hold what it should")
	}
	for _, v := range f.Hash {
		if p := identityPoint(v.ID); !bytes.Equal(p.Marshal(), rawG1(t, v.G1)) {
			t.Errorf("identity %x: %x", v.ID, p.Bytes())
		}
	}
	for _, v := range f.Mul {
		s := scalarOf(t, v.Scalar)
		for _, p := range []curve.G1Affine{splitMulG1(&g1, &s), mulG1(&g1, &s)} {
			if b := p.Bytes(); !bytes.Equal(b[:], v.G1) {
				t.Errorf("%x · g1 = %x", v.Scalar, b)
			}
		}
		for _, q := range []curve.G2Affine{splitMulG2(&s), mulG2(&s)} {
			if b := q.Bytes(); !bytes.Equal(b[:], v.G2) {
				t.Errorf("%x · g2 = %x", v.Scalar, b)
			}
		}
	}
	for _, v := range f.Pairings {
		var p curve.G1Affine
		var q curve.G2Affine
		p.ScalarMultiplicationBase(bigOf(t, v.P))
		q.ScalarMultiplicationBase(bigOf(t, v.Q))
		if gt := pair(&p, &q); !bytes.Equal(gt[:], v.GT) {
			t.Errorf("pairing of %s and %s differs", v.P, v.Q)
		}
	}
	for _, v := range f.KDF {
		point := identityPoint(v.FullID)
		id := point.Bytes()
		if m := mask((*[gtSize]byte)(v.GT), (*[g2Size]byte)(v.Nonce), &id, v.Server, v.Index); !bytes.Equal(m[:], v.Out) {
			t.Errorf("mask for index %d differs", v.Index)
		}
	}
}

func rawG1(t *testing.T, compressed []byte) []byte {
	t.Helper()
	p, err := parseG1("test point", compressed)
	if err != nil {
		t.Fatal(err)
	}
	return p.Marshal()
}

func bigOf(t *testing.T, s string) *big.Int {
	t.Helper()
	n, ok := new(big.Int).SetString(s, 10)
	if !ok {
		n, ok = new(big.Int).SetString(s, 16)
	}
	if !ok {
		t.Fatalf("%q is not a number", s)
	}
	return n
}

func TestOfficialDeriveKey(t *testing.T) {
	var f struct {
		Vectors []struct {
			Base          hexBytes `json:"base_key"`
			Threshold     int
			Shares        []hexBytes `json:"encrypted_shares"`
			Servers       []ServerID `json:"key_servers"`
			RandomnessKey hexBytes   `json:"randomness_key"`
			DataKey       hexBytes   `json:"dem_key"`
		}
	}
	vectors(t, "derive_key.json", &f)
	if len(f.Vectors) != 3 {
		t.Fatal("the vector file does not hold what it should")
	}
	for _, v := range f.Vectors {
		o := &Object{threshold: v.Threshold}
		for i := range v.Shares {
			o.shares = append(o.shares, encryptedShare{server: v.Servers[i], value: [32]byte(v.Shares[i])})
		}
		if got := o.derive([32]byte(v.Base), tagRandomness); !bytes.Equal(got[:], v.RandomnessKey) {
			t.Errorf("%d of %d: randomness key %x", v.Threshold, len(v.Shares), got)
		}
		if got := o.derive([32]byte(v.Base), tagData); !bytes.Equal(got[:], v.DataKey) {
			t.Errorf("%d of %d: data key %x", v.Threshold, len(v.Shares), got)
		}
	}
}

func TestOfficialMasterKeys(t *testing.T) {
	var f struct {
		Vectors []struct {
			Seed   string
			OKM    hexBytes
			Index  string
			Master string   `json:"master_key"`
			Public hexBytes `json:"public_key"`
		}
	}
	vectors(t, "master_key.json", &f)
	if len(f.Vectors) != 6 {
		t.Fatal("the vector file does not hold what it should")
	}
	for _, v := range f.Vectors {
		index, err := strconv.ParseUint(v.Index, 10, 64)
		if err != nil {
			t.Fatal(err)
		}
		seed, err := ParseSeed(v.Seed)
		if err != nil {
			t.Fatal(err)
		}
		okm, err := seed.expand(index)
		if err != nil || !bytes.Equal(okm, v.OKM) {
			t.Errorf("index %d: okm %x, %v", index, okm, err)
		}
		k, err := seed.Derive(index)
		if err != nil || k.Export() != v.Master {
			t.Errorf("index %d: master key differs, %v", index, err)
		}
		imported, err := ParseMasterKey("0x" + v.Master + "\n")
		if err != nil {
			t.Fatal(err)
		}
		for _, k := range []MasterKey{k, imported} {
			if b := k.PublicKey().Bytes(); !bytes.Equal(b[:], v.Public) {
				t.Errorf("index %d: public key %x", index, b)
			}
		}
	}
}

func TestOfficialData(t *testing.T) {
	type vector struct{ Key, AAD, Plaintext, Blob, MAC hexBytes }
	var f struct {
		AES  struct{ Vectors []vector } `json:"aes_256_gcm"`
		HMAC struct{ Vectors []vector } `json:"hmac_256_ctr"`
	}
	vectors(t, "dem.json", &f)
	if len(f.AES.Vectors) != 8 || len(f.HMAC.Vectors) != 8 {
		t.Fatal("the vector file does not hold what it should")
	}
	check := func(mode Mode, v vector) {
		k := newDataKey([32]byte(v.Key))
		o := &Object{mode: mode, aad: v.AAD}
		if err := o.encryptData(k, v.Plaintext); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(o.blob, v.Blob) || mode == HMAC256CTR && !bytes.Equal(o.mac[:], v.MAC) {
			t.Errorf("%v of %d bytes: %x", mode, len(v.Plaintext), o.blob)
		}
		if data, err := o.Open(k); err != nil || !bytes.Equal(data, v.Plaintext) {
			t.Errorf("%v of %d bytes: opened %x, %v", mode, len(v.Plaintext), data, err)
		}
		for name, spoil := range map[string]func(o *Object){
			"aad":         func(o *Object) { o.aad = append(o.aad, 0) },
			"longer blob": func(o *Object) { o.blob = append(o.blob, 0) },
			"key":         func(*Object) { k = newDataKey([32]byte{1}) },
		} {
			spoilt, right := *o, k
			spoil(&spoilt)
			if _, err := spoilt.Open(k); !errors.Is(err, ErrDecryption) {
				t.Errorf("%v of %d bytes, other %s: %v", mode, len(v.Plaintext), name, err)
			}
			k = right
		}
	}
	for i := range f.AES.Vectors {
		check(AES256GCM, f.AES.Vectors[i])
		check(HMAC256CTR, f.HMAC.Vectors[i])
	}
}

func TestOfficialExtract(t *testing.T) {
	var f struct {
		Master  hexBytes `json:"master_key"`
		Public  hexBytes `json:"public_key"`
		Other   hexBytes `json:"other_public_key"`
		Extract []struct {
			FullID hexBytes `json:"full_id"`
			USK    hexBytes
		}
		Verify []struct {
			FullID hexBytes `json:"full_id"`
			Public hexBytes `json:"public_key"`
			USK    hexBytes
		}
		Possession struct {
			Service ServerID `json:"service_id"`
			Proof   hexBytes `json:"pop"`
		} `json:"proof_of_possession"`
	}
	vectors(t, "ibe.json", &f)
	if len(f.Extract) == 0 || len(f.Verify) == 0 {
		t.Fatal("the vector file does not hold what it should")
	}
	k, public, other := masterOf(t, f.Master), publicOf(t, f.Public), publicOf(t, f.Other)
	if k.PublicKey() != public {
		t.Error("public key differs")
	}
	for _, v := range f.Extract {
		id := identityOf(t, v.FullID)
		d := k.Derive(id)
		if b := d.Bytes(); !bytes.Equal(b[:], v.USK) {
			t.Errorf("derived key of %s is %x", id, b)
		}
		if err := public.VerifyDerived(id, d); err != nil {
			t.Error(err)
		}
		if err := other.VerifyDerived(id, d); !errors.Is(err, ErrWrongKey) {
			t.Errorf("another server's key: %v", err)
		}
		id.Inner = append(id.Inner, 0)
		if err := public.VerifyDerived(id, d); !errors.Is(err, ErrWrongKey) {
			t.Errorf("another identity's key: %v", err)
		}
	}
	if err := (PublicKey{}).VerifyDerived(Identity{}, DerivedKey{}); !errors.Is(err, ErrWrongKey) {
		t.Errorf("no key under no key: %v", err)
	}
	for _, v := range f.Verify {
		if err := publicOf(t, v.Public).VerifyDerived(identityOf(t, v.FullID), derivedOf(t, v.USK)); err != nil {
			t.Error(err)
		}
	}
	proof := k.ProvePossession(f.Possession.Service)
	if !bytes.Equal(proof[:], f.Possession.Proof) {
		t.Errorf("proof of possession %x", proof)
	}
	if err := public.VerifyPossession(f.Possession.Service, proof[:]); err != nil {
		t.Error(err)
	}
	if err := public.VerifyPossession(ServerID{1}, proof[:]); !errors.Is(err, ErrInvalidKey) {
		t.Errorf("proof for another server: %v", err)
	}
	if err := other.VerifyPossession(f.Possession.Service, proof[:]); !errors.Is(err, ErrInvalidKey) {
		t.Errorf("proof by another server: %v", err)
	}
}

func TestParseRefuses(t *testing.T) {
	var x fp.Element
	var u curve.E2
	j1 := curve.GeneratePointNotInG1(*x.SetUint64(11))
	u.A0.SetUint64(11)
	j2 := curve.GeneratePointNotInG2(u)
	outside1, outside2 := new(curve.G1Affine).FromJacobian(&j1).Bytes(), new(curve.G2Affine).FromJacobian(&j2).Bytes()
	for name, b := range map[string][]byte{
		"outside the subgroup": outside1[:], "identity": append([]byte{0xc0}, make([]byte, 47)...), "empty": nil,
		"long": make([]byte, 96), "uncompressed": g1.Marshal(),
	} {
		if _, err := ParseDerivedKey(b); !errors.Is(err, ErrInvalidKey) {
			t.Errorf("derived key, %s: %v", name, err)
		}
	}
	for name, b := range map[string][]byte{
		"outside the subgroup": outside2[:], "identity": append([]byte{0xc0}, make([]byte, 95)...), "empty": nil,
		"uncompressed": g2.Marshal(),
	} {
		if _, err := ParsePublicKey(b); !errors.Is(err, ErrInvalidKey) {
			t.Errorf("public key, %s: %v", name, err)
		}
	}
	for name, text := range map[string]string{
		"zero": hex.EncodeToString(make([]byte, 32)), "order": hex.EncodeToString(fr.Modulus().Bytes()), "short": "01", "not hex": "zz",
	} {
		if _, err := ParseMasterKey(text); !errors.Is(err, ErrInvalidKey) {
			t.Errorf("master key, %s: %v", name, err)
		}
		if _, err := ParseSeed(text[:len(text)/2]); !errors.Is(err, ErrInvalidKey) {
			t.Errorf("seed, %s: %v", name, err)
		}
	}
}
