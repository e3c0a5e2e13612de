package seal

import (
	"bytes"
	"errors"
	"testing"

	"github.com/consensys/gnark-crypto/ecc/bls12-381/fr"
)

func ephemeralOf(s fr.Element) EphemeralKey { return EphemeralKey{func() *fr.Element { return &s }} }

func wrappedOf(t testing.TB, halves []hexBytes) WrappedKey {
	t.Helper()
	w, err := ParseWrappedKey(halves[0], halves[1])
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func TestOfficialElGamal(t *testing.T) {
	var f struct {
		V struct {
			Secret       hexBytes   `json:"secret_key"`
			Public       hexBytes   `json:"public_key_g1"`
			Verification hexBytes   `json:"verification_key_g2"`
			Randomness   hexBytes   `json:"randomness"`
			Plaintext    hexBytes   `json:"plaintext_usk"`
			Ciphertext   []hexBytes `json:"ciphertext"`
		} `json:"elgamal"`
	}
	vectors(t, "ibe.json", &f)
	k, r := ephemeralOf(scalarOf(t, f.V.Secret)), scalarOf(t, f.V.Randomness)
	if e, v := k.Encryption().Bytes(), k.Verification().Bytes(); !bytes.Equal(e[:], f.V.Public) || !bytes.Equal(v[:], f.V.Verification) {
		t.Error("public halves differ")
	}
	if err := k.Verification().Matches(k.Encryption()); err != nil {
		t.Error(err)
	}
	plain, want := derivedOf(t, f.V.Plaintext), wrappedOf(t, f.V.Ciphertext)
	if w := k.Encryption().wrap(plain, &r); w != want {
		t.Error("wrapped key differs")
	}
	if d, err := k.Unwrap(want); err != nil || d != plain {
		t.Errorf("unwrapped another key, %v", err)
	}
	if a, b := k.Encryption().Wrap(plain), k.Encryption().Wrap(plain); a == b {
		t.Error("wrapped twice alike")
	}
}

type committeeVector struct {
	Threshold int
	FullID    hexBytes `json:"full_id"`
	Master    hexBytes `json:"master_key"`
	Public    hexBytes `json:"master_public_key"`
	Ephemeral hexBytes `json:"ephemeral_secret_key"`
	Members   []struct {
		Party     PartyID    `json:"party_id"`
		Share     hexBytes   `json:"master_share"`
		Partial   hexBytes   `json:"partial_pk"`
		Derived   hexBytes   `json:"partial_usk"`
		R         hexBytes   `json:"elgamal_r"`
		Encrypted []hexBytes `json:"encrypted"`
	}
	Aggregations []struct {
		Parties    []PartyID  `json:"party_ids"`
		Aggregated []hexBytes `json:"aggregated"`
		Derived    hexBytes   `json:"usk"`
	}
}

func officialCommittee(t testing.TB) *committeeVector {
	t.Helper()
	var f struct{ Committee committeeVector }
	vectors(t, "ibe.json", &f)
	if len(f.Committee.Members) != 5 || len(f.Committee.Aggregations) != 3 {
		t.Fatal("the vector file does not hold what it should")
	}
	return &f.Committee
}

func TestOfficialCommittee(t *testing.T) {
	f := officialCommittee(t)
	id, ephemeral := identityOf(t, f.FullID), ephemeralOf(scalarOf(t, f.Ephemeral))
	wrapped := make(map[PartyID]WrappedKey)
	for i, m := range f.Members {
		share, partial, r := masterOf(t, m.Share), publicOf(t, m.Partial), scalarOf(t, m.R)
		if share.PublicKey() != partial || share.Derive(id) != derivedOf(t, m.Derived) {
			t.Errorf("party %d: keys differ", m.Party)
		}
		w := ephemeral.Encryption().wrap(share.Derive(id), &r)
		if w != wrappedOf(t, m.Encrypted) {
			t.Errorf("party %d: wrapped key differs", m.Party)
		}
		if err := ephemeral.Verification().VerifyPartial(w, id, partial); err != nil {
			t.Errorf("party %d: %v", m.Party, err)
		}
		other := publicOf(t, f.Members[(i+1)%5].Partial)
		if err := ephemeral.Verification().VerifyPartial(w, id, other); !errors.Is(err, ErrWrongKey) {
			t.Errorf("party %d under another's key: %v", m.Party, err)
		}
		if err := NewEphemeralKey().Verification().VerifyPartial(w, id, partial); !errors.Is(err, ErrWrongKey) {
			t.Errorf("party %d for another request: %v", m.Party, err)
		}
		wrapped[m.Party] = w
	}
	for _, a := range f.Aggregations {
		parts := make(map[PartyID]WrappedKey)
		for _, p := range a.Parties {
			parts[p] = wrapped[p]
		}
		w, err := CombineWrapped(parts)
		if err != nil || w != wrappedOf(t, a.Aggregated) {
			t.Errorf("parties %v: combined key differs, %v", a.Parties, err)
		}
		d, err := ephemeral.Unwrap(w)
		if err != nil || d != derivedOf(t, a.Derived) || publicOf(t, f.Public).VerifyDerived(id, d) != nil {
			t.Errorf("parties %v: unwrapped another key, %v", a.Parties, err)
		}
	}
	few := map[PartyID]WrappedKey{0: wrapped[0], 1: wrapped[1]}
	w, err := CombineWrapped(few)
	if err != nil {
		t.Fatal(err)
	}
	if d, err := ephemeral.Unwrap(w); err == nil && publicOf(t, f.Public).VerifyDerived(id, d) == nil {
		t.Error("two members of a committee of threshold three derive its keys")
	}
	if _, err := CombineWrapped(nil); !errors.Is(err, ErrInvalidKey) {
		t.Errorf("no parts: %v", err)
	}
}
