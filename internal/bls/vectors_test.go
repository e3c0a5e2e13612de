package bls

import (
	"encoding/hex"
	"encoding/json"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/walrus-go/walrus"
)

type vectorFile struct {
	DST         string
	Epoch       uint32
	BlobIDHex   hexBytes
	ObjectIDHex hexBytes
	AccountHex  hexBytes `json:"suiAddressHex"`
	Keys        []keyVector
	LiteralKeys []keyVector
	Messages    map[string]struct {
		MessageHex hexBytes
		Signatures []hexBytes
	}
	Certificates []struct {
		Signers               []int
		MessageHex            hexBytes
		AggregateSignatureHex hexBytes
		CommitteeSize         int
		SignersBitmapHex      hexBytes
		RustCertificateBcsHex hexBytes
		SdkCertificateBcsHex  hexBytes
	}
	Bitmaps []struct {
		Signers       []int
		CommitteeSize int
		BitmapHex     hexBytes
	}
}

type keyVector struct {
	SecretKeyHex        hexBytes
	PublicKeyHex        hexBytes
	TaggedKeyPairBase64 string
}

type hexBytes []byte

func (h *hexBytes) UnmarshalText(text []byte) (err error) {
	*h, err = hex.DecodeString(string(text))
	return err
}

func official(t testing.TB) *vectorFile {
	t.Helper()
	b, err := os.ReadFile("testdata/official/bls.json")
	if err != nil {
		t.Fatal(err)
	}
	v := new(vectorFile)
	if err := json.Unmarshal(b, v); err != nil {
		t.Fatal(err)
	}
	if len(v.Keys) != 5 || len(v.Messages) != 5 || len(v.Certificates) != 3 || len(v.Bitmaps) != 4 || len(v.LiteralKeys) != 2 {
		t.Fatal("the vector file does not hold what it should")
	}
	return v
}

// officialKeys returns the secret keys of the vectors.
func officialKeys(t testing.TB) []SecretKey {
	t.Helper()
	var keys []SecretKey
	for _, v := range official(t).Keys {
		k, err := ParseSecretKey(v.SecretKeyHex)
		if err != nil {
			t.Fatal(err)
		}
		keys = append(keys, k)
	}
	return keys
}

func TestOfficialKeys(t *testing.T) {
	v := official(t)
	if v.DST != string(dst) {
		t.Errorf("domain separation tag is %q, want %q", dst, v.DST)
	}
	for _, kv := range append(v.Keys, v.LiteralKeys...) {
		k, err := ParseSecretKey(kv.SecretKeyHex)
		if err != nil {
			t.Fatal(err)
		}
		pub := k.PublicKey().Bytes()
		if kv.PublicKeyHex != nil && string(pub[:]) != string(kv.PublicKeyHex) {
			t.Errorf("public key %x, want %x", pub, kv.PublicKeyHex)
		}
		if p, err := ParsePublicKey(pub); err != nil || p != k.PublicKey() {
			t.Errorf("parse own public key: %v", err)
		}
		if kv.TaggedKeyPairBase64 == "" {
			continue
		}
		if got := string(k.EncodeKeyFile()); got != kv.TaggedKeyPairBase64 {
			t.Error("key file form differs")
		}
		back, err := ParseKeyFile([]byte(kv.TaggedKeyPairBase64 + "\n"))
		if err != nil || back.PublicKey() != k.PublicKey() {
			t.Errorf("parse key file: %v", err)
		}
	}
}

func TestOfficialSignatures(t *testing.T) {
	keys := officialKeys(t)
	for name, m := range official(t).Messages {
		for i, want := range m.Signatures {
			sig := keys[i].Sign(m.MessageHex)
			if string(sig[:]) != string(want) {
				t.Errorf("%s: signature of key %d is %x, want %x", name, i, sig, want)
			}
			if err := keys[i].PublicKey().Verify(m.MessageHex, walrus.Signature(want)); err != nil {
				t.Errorf("%s: key %d: %v", name, i, err)
			}
		}
	}
}

// TestOfficialMessages checks that the signed bytes of the vectors are those of the root package's types.
func TestOfficialMessages(t *testing.T) {
	v := official(t)
	epoch, blob := walrus.Epoch(v.Epoch), walrus.BlobID(v.BlobIDHex)
	built := map[string][]byte{
		"storageConfirmationPermanent": walrus.Confirmation{Epoch: epoch, Blob: blob}.Bytes(),
		"storageConfirmationDeletable": walrus.Confirmation{Epoch: epoch, Blob: blob,
			Persistence: walrus.Deletable(walrus.ObjectID(v.ObjectIDHex))}.Bytes(),
		"invalidBlobId": walrus.InvalidBlob{Epoch: epoch, Blob: blob}.Bytes(),
		"proofOfPossession": walrus.ProofOfPossession{Epoch: epoch, Account: [32]byte(v.AccountHex),
			Key: walrus.PublicKey(v.Keys[0].PublicKeyHex)}.Bytes(),
		"syncShard": walrus.SyncShardRequest{HeaderEpoch: epoch, Shard: 5, Axis: walrus.Secondary, Start: blob,
			Count: 100, Epoch: 22}.Bytes(),
	}
	for name, m := range v.Messages {
		if diff := cmp.Diff([]byte(m.MessageHex), built[name]); diff != "" {
			t.Errorf("%s (-vector +built):\n%s", name, diff)
		}
	}
}

func TestOfficialCertificates(t *testing.T) {
	keys := officialKeys(t)
	for _, c := range official(t).Certificates {
		var sigs []walrus.Signature
		var pubs []PublicKey
		for _, i := range c.Signers {
			sigs = append(sigs, keys[i].Sign(c.MessageHex))
			pubs = append(pubs, keys[i].PublicKey())
		}
		sum, err := AggregateSignatures(sigs)
		if err != nil || string(sum[:]) != string(c.AggregateSignatureHex) {
			t.Fatalf("aggregate of %v: %x, %v", c.Signers, sum, err)
		}
		key, err := AggregateKeys(pubs)
		if err != nil {
			t.Fatal(err)
		}
		if err := key.Verify(c.MessageHex, sum); err != nil {
			t.Error(err)
		}
		checkCertificateForms(t, c.CommitteeSize, &walrus.Certificate{
			Signers: walrus.Signers(c.SignersBitmapHex), Message: c.MessageHex, Signature: sum,
		}, c.Signers, c.RustCertificateBcsHex, c.SdkCertificateBcsHex)
	}
}

func checkCertificateForms(t *testing.T, members int, cert *walrus.Certificate, signers []int, list, sdk []byte) {
	t.Helper()
	if diff := cmp.Diff(cert.Signers, walrus.NewSigners(members, signers)); diff != "" {
		t.Error(diff)
	}
	if got, err := cert.AppendListBCS(nil, members); err != nil || string(got) != string(list) {
		t.Errorf("list form %x, %v, want %x", got, err, list)
	}
	back, err := walrus.ParseCertificateList(list, members)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(cert, back); diff != "" {
		t.Error(diff)
	}
	if _, err := walrus.ParseCertificateList(sdk, members); err == nil {
		t.Error("the form with a counted signature was taken for the one without")
	}
}

func TestOfficialBitmaps(t *testing.T) {
	for _, v := range official(t).Bitmaps {
		if diff := cmp.Diff(walrus.Signers(v.BitmapHex), walrus.NewSigners(v.CommitteeSize, v.Signers)); diff != "" {
			t.Error(diff)
		}
		got, err := walrus.Signers(v.BitmapHex).Positions(v.CommitteeSize)
		if err != nil || len(got) != len(v.Signers) {
			t.Errorf("positions of %x: %v, %v", []byte(v.BitmapHex), got, err)
		}
		for i := range got {
			if got[i] != v.Signers[i] {
				t.Errorf("positions of %x: %v, want %v", []byte(v.BitmapHex), got, v.Signers)
			}
		}
	}
}
