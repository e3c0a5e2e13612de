package seal

import (
	"encoding/hex"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/consensys/gnark-crypto/ecc/bls12-381/fr"

	"github.com/walrus-go/walrus/seal/internal/shamir"
)

// hexBytes reads hexadecimal digits, with or without 0x.
type hexBytes []byte

func (h *hexBytes) UnmarshalText(text []byte) (err error) {
	*h, err = hex.DecodeString(strings.TrimPrefix(string(text), "0x"))
	return err
}

// vectors reads a file of the official implementation's values.
func vectors(t testing.TB, name string, into any) {
	t.Helper()
	b, err := os.ReadFile("testdata/official/" + name)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b, into); err != nil {
		t.Fatal(err)
	}
}

func scalarOf(t testing.TB, b []byte) fr.Element {
	t.Helper()
	s, err := parseScalar("test scalar", b)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func masterOf(t testing.TB, b []byte) MasterKey {
	t.Helper()
	k, err := newMasterKey(b)
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func derivedOf(t testing.TB, b []byte) DerivedKey {
	t.Helper()
	d, err := ParseDerivedKey(b)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func publicOf(t testing.TB, b []byte) PublicKey {
	t.Helper()
	k, err := ParsePublicKey(b)
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func identityOf(t testing.TB, full []byte) Identity {
	t.Helper()
	id, err := ParseIdentity(full)
	if err != nil {
		t.Fatal(err)
	}
	return id
}

type objectFile struct {
	Objects  []objectVector
	Negative []struct {
		Name        string
		BasedOn     string `json:"based_on"`
		Bytes       hexBytes
		OnlyChecked bool       `json:"refused_only_by_consistency_check"`
		OpensWith   []ServerID `json:"opens_with_servers"`
		Plaintext   hexBytes
	}
}

type objectVector struct {
	Name   string
	Bytes  hexBytes
	Parsed struct {
		Namespace hexBytes `json:"package_id"`
		Inner     hexBytes `json:"id"`
		Services  []struct {
			Server ServerID `json:"key_server"`
			Index  byte
		}
		Threshold  int
		Nonce      hexBytes
		Shares     []hexBytes `json:"encrypted_shares"`
		Randomness hexBytes   `json:"encrypted_randomness"`
		Ciphertext struct {
			Kind           string
			Blob, AAD, MAC *hexBytes
		}
	}
	Secrets struct {
		MasterKeys map[ServerID]hexBytes `json:"master_keys"`
		PublicKeys map[ServerID]hexBytes `json:"public_keys"`
		FullID     hexBytes              `json:"full_id"`
		Point      hexBytes              `json:"gid"`
		Derived    map[ServerID]hexBytes `json:"user_secret_keys"`
		Shares     []struct {
			Index byte
			Share hexBytes
		}
		Base          hexBytes `json:"base_key"`
		Randomness    hexBytes `json:"randomness_be"`
		RandomnessKey hexBytes `json:"randomness_key"`
		DataKey       hexBytes `json:"dem_key"`
	}
	Plaintext hexBytes
}

func officialObjects(t testing.TB) *objectFile {
	t.Helper()
	f := new(objectFile)
	vectors(t, "encrypted_objects.json", f)
	if len(f.Objects) != 10 || len(f.Negative) != 11 {
		t.Fatal("the vector file does not hold what it should")
	}
	return f
}

// find returns the vector of the name.
func (f *objectFile) find(t testing.TB, name string) *objectVector {
	t.Helper()
	for i := range f.Objects {
		if f.Objects[i].Name == name {
			return &f.Objects[i]
		}
	}
	t.Fatalf("no vector %q", name)
	return nil
}

// keys returns the derived keys of the servers, of all if none are named.
func (v *objectVector) keys(t testing.TB, only ...ServerID) Keys {
	t.Helper()
	keys := make(Keys)
	for id, b := range v.Secrets.Derived {
		keys[id] = derivedOf(t, b)
	}
	return keep(keys, only)
}

func keep(keys Keys, only []ServerID) Keys {
	if only == nil {
		return keys
	}
	kept := make(Keys)
	for _, id := range only {
		kept[id] = keys[id]
	}
	return kept
}

func (v *objectVector) publicKeys(t testing.TB) PublicKeys {
	t.Helper()
	keys := make(PublicKeys)
	for id, b := range v.Secrets.PublicKeys {
		keys[id] = publicOf(t, b)
	}
	return keys
}

// recipients returns whom the object of the vector is encrypted to.
func (v *objectVector) recipients(t testing.TB) Recipients {
	t.Helper()
	to := Recipients{Identity: identityOf(t, v.Secrets.FullID), Threshold: v.Parsed.Threshold}
	keys := v.publicKeys(t)
	for _, s := range v.Parsed.Services {
		to.Servers = append(to.Servers, Server{s.Server, keys[s.Server]})
	}
	return to
}

// secrets returns the randomness that the maker of the vector used.
func (v *objectVector) secrets(t testing.TB) *secrets {
	t.Helper()
	s := &secrets{base: [32]byte(v.Secrets.Base), randomness: scalarOf(t, v.Secrets.Randomness)}
	for _, share := range v.Secrets.Shares {
		s.shares = append(s.shares, shamir.Share{Index: share.Index, Value: [32]byte(share.Share)})
	}
	return s
}

func (v *objectVector) aad() []byte {
	if v.Parsed.Ciphertext.AAD == nil {
		return nil
	}
	return append([]byte{}, *v.Parsed.Ciphertext.AAD...)
}

var modeNames = map[string]Mode{"Aes256Gcm": AES256GCM, "Hmac256Ctr": HMAC256CTR, "Plain": Plain}
