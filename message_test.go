package walrus

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"errors"
	"os"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

type blsVectors struct {
	Epoch         Epoch
	BlobIDHex     string `json:"blobIdHex"`
	ObjectIDHex   string `json:"objectIdHex"`
	SuiAddressHex string
	SyncShard     struct {
		ShardIndex  ShardIndex
		SliverType  Axis
		SliverCount uint64
		Epoch       Epoch
	}
	Keys     []struct{ PublicKeyHex string }
	Messages map[string]struct{ MessageHex string }

	Certificates []struct {
		Signers                                     []int
		MessageHex, AggregateSignatureHex           string
		CommitteeSize                               int
		SignersBitmapHex                            string
		RustCertificateBcsHex, SdkCertificateBcsHex string
	}
	Bitmaps []struct {
		Signers       []int
		CommitteeSize int
		BitmapHex     string
	}
}

func loadBLS(t testing.TB) *blsVectors {
	t.Helper()
	b, err := os.ReadFile("internal/bls/testdata/official/bls.json")
	if err != nil {
		t.Fatal(err)
	}
	v := &blsVectors{}
	if err := json.Unmarshal(b, v); err != nil {
		t.Fatal(err)
	}
	if len(v.Messages) != 5 || len(v.Certificates) == 0 || len(v.Bitmaps) == 0 {
		t.Fatal("vectors are missing")
	}
	return v
}

func unhex(t testing.TB, s string) []byte {
	t.Helper()
	b, err := hex.DecodeString(s)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// message is what all signed messages have in common.
type message interface{ Bytes() []byte }

// parsers are all parsers of signed messages.
var parsers = map[string]func([]byte) (message, error){
	"confirmation":        func(b []byte) (message, error) { return ParseConfirmation(b) },
	"invalid blob":        func(b []byte) (message, error) { return ParseInvalidBlob(b) },
	"proof of possession": func(b []byte) (message, error) { return ParseProofOfPossession(b) },
	"sync shard":          func(b []byte) (message, error) { return ParseSyncShardRequest(b) },
}

// TestOfficialMessages: every message has the official bytes, parses back, and no other parser takes it; none takes it
// with any one header byte changed, shortened or lengthened.
func TestOfficialMessages(t *testing.T) {
	v := loadBLS(t)
	blob := BlobID(unhex(t, v.BlobIDHex))
	for name, tc := range map[string]struct {
		message message
		parser  string
		length  int
	}{
		"storageConfirmationPermanent": {Confirmation{v.Epoch, blob, Permanent}, "confirmation", 40},
		"storageConfirmationDeletable": {Confirmation{v.Epoch, blob, Deletable(ObjectID(unhex(t, v.ObjectIDHex)))}, "confirmation", 72},
		"invalidBlobId":                {InvalidBlob{v.Epoch, blob}, "invalid blob", 39},
		"proofOfPossession": {
			ProofOfPossession{v.Epoch, [32]byte(unhex(t, v.SuiAddressHex)), PublicKey(unhex(t, v.Keys[0].PublicKeyHex))},
			"proof of possession", 87,
		},
		"syncShard": {
			SyncShardRequest{v.Epoch, v.SyncShard.ShardIndex, v.SyncShard.SliverType, blob, v.SyncShard.SliverCount, v.SyncShard.Epoch},
			"sync shard", 55,
		},
	} {
		t.Run(name, func(t *testing.T) {
			want := unhex(t, v.Messages[name].MessageHex)
			if got := tc.message.Bytes(); !bytes.Equal(got, want) || len(got) != tc.length {
				t.Fatalf("%x, want %x", got, want)
			}
			for parser, parse := range parsers {
				got, err := parse(want)
				if parser == tc.parser {
					if err != nil || got != tc.message {
						t.Errorf("%v: %v", got, err)
					}
				} else if !errors.Is(err, ErrInvalidMessage) {
					t.Errorf("parsed as %s: %v", parser, err)
				}
			}
			parse := parsers[tc.parser]
			bad := [][]byte{nil, want[:len(want)-1], append(slices.Clone(want), 0)}
			for i := range 3 {
				changed := slices.Clone(want)
				changed[i] ^= 1
				bad = append(bad, changed)
			}
			for _, b := range bad {
				if _, err := parse(b); !errors.Is(err, ErrInvalidMessage) {
					t.Errorf("%x: %v", b, err)
				}
			}
			signed := &SignedMessage{Message: want, Signature: Signature{1, 2, 3}}
			back, err := ParseSignedMessage(signed.AppendBCS(nil))
			if err != nil || !cmp.Equal(back, signed) {
				t.Errorf("signed: %v %v", back, err)
			}
			if _, err := ParseSignedMessage(signed.AppendBCS(nil)[:len(want)+96]); !errors.Is(err, ErrInvalidMessage) {
				t.Errorf("signed, cut: %v", err)
			}
		})
	}
	long := &SignedMessage{Message: make([]byte, 4097)}
	if _, err := ParseSignedMessage(long.AppendBCS(nil)); !errors.Is(err, ErrInvalidMessage) {
		t.Errorf("message of 4097 bytes: %v", err)
	}
}

// TestMessageVariants: bytes that name a variant have one form each.
func TestMessageVariants(t *testing.T) {
	confirmation := Confirmation{Epoch: 1, Persistence: Deletable(ObjectID{7})}.Bytes()
	confirmation[39] = 2
	if _, err := ParseConfirmation(confirmation); !errors.Is(err, ErrInvalidMessage) {
		t.Errorf("persistence 2: %v", err)
	}
	for _, at := range []int{7, 10} { // version and axis
		sync := SyncShardRequest{}.Bytes()
		sync[at] = 2
		if _, err := ParseSyncShardRequest(sync); !errors.Is(err, ErrInvalidMessage) {
			t.Errorf("byte %d: %v", at, err)
		}
	}
}

func TestOfficialCertificates(t *testing.T) {
	v := loadBLS(t)
	for _, c := range v.Certificates {
		want := unhex(t, c.RustCertificateBcsHex)
		cert := &Certificate{
			Signers: NewSigners(c.CommitteeSize, c.Signers), Message: unhex(t, c.MessageHex),
			Signature: Signature(unhex(t, c.AggregateSignatureHex)),
		}
		if hex.EncodeToString(cert.Signers) != c.SignersBitmapHex {
			t.Errorf("bitmap %x, want %s", cert.Signers, c.SignersBitmapHex)
		}
		got, err := cert.AppendListBCS(nil, c.CommitteeSize)
		if err != nil || !bytes.Equal(got, want) {
			t.Errorf("list form %x: %v", got, err)
		}
		back, err := ParseCertificateList(want, c.CommitteeSize)
		if err != nil || !cmp.Equal(back, cert) {
			t.Errorf("%v: %v", back, err)
		}
		// The resume format of the SDK has a length before the signature; it must not pass as this one.
		if _, err := ParseCertificateList(unhex(t, c.SdkCertificateBcsHex), c.CommitteeSize); !errors.Is(err, ErrInvalidMessage) {
			t.Errorf("SDK form: %v", err)
		}
		if _, err := ParseCertificateList(want, c.Signers[len(c.Signers)-1]); !errors.Is(err, ErrInvalidMessage) {
			t.Errorf("signer out of range: %v", err)
		}
		if len(c.Signers) > 1 {
			twice := slices.Clone(want)
			copy(twice[1:3], twice[3:5])
			if _, err := ParseCertificateList(twice, c.CommitteeSize); !errors.Is(err, ErrInvalidMessage) {
				t.Errorf("signer twice: %v", err)
			}
		}
	}
	for _, b := range v.Bitmaps {
		if got := NewSigners(b.CommitteeSize, b.Signers); hex.EncodeToString(got) != b.BitmapHex {
			t.Errorf("bitmap %x, want %s", got, b.BitmapHex)
		}
		got, err := Signers(unhex(t, b.BitmapHex)).Positions(b.CommitteeSize)
		if err != nil || !slices.Equal(got, b.Signers) {
			t.Errorf("%s: %v %v", b.BitmapHex, got, err)
		}
	}
}

func TestSigners(t *testing.T) {
	for name, tc := range map[string]struct {
		bitmap  Signers
		members int
		want    []int
	}{
		"none":    {nil, 9, nil},
		"shorter": {Signers{0x80}, 9, []int{7}},
		"exact":   {Signers{0x01, 0x01}, 9, []int{0, 8}},
	} {
		if got, err := tc.bitmap.Positions(tc.members); err != nil || !slices.Equal(got, tc.want) {
			t.Errorf("%s: %v %v", name, got, err)
		}
	}
	for name, tc := range map[string]struct {
		bitmap  Signers
		members int
	}{"too long": {Signers{0, 0, 0}, 9}, "bit beyond": {Signers{0, 2}, 9}, "no members": {Signers{0}, 0}} {
		if got, err := tc.bitmap.Positions(tc.members); !errors.Is(err, ErrInvalidMessage) {
			t.Errorf("%s: %v %v", name, got, err)
		}
	}
}

func TestCommittee(t *testing.T) {
	members := func() []Member {
		return []Member{{Node: 2, Shards: []ShardIndex{0, 3}}, {Node: 5, Shards: []ShardIndex{1}}, {Node: 9, Shards: []ShardIndex{2}}}
	}
	c, err := NewCommittee(3, 4, members())
	if err != nil {
		t.Fatal(err)
	}
	for shard, want := range []int{0, 1, 2, 0} {
		if got := c.Owner(ShardIndex(shard)); got != want {
			t.Errorf("shard %d belongs to %d, want %d", shard, got, want)
		}
	}
	if at, ok := c.Find(5); at != 1 || !ok {
		t.Errorf("node 5 at %d: %v", at, ok)
	}
	if _, ok := c.Find(6); ok {
		t.Error("node 6 found")
	}
	if c.Weight([]int{0, 2}) != 3 || c.Weight(nil) != 0 {
		t.Error("weights are wrong")
	}
	for name, change := range map[string]func(m []Member) (ShardCount, []Member){
		"no members":    func([]Member) (ShardCount, []Member) { return 4, nil },
		"3 shards":      func(m []Member) (ShardCount, []Member) { return 3, m },
		"missing shard": func(m []Member) (ShardCount, []Member) { return 5, m },
		"out of range":  func(m []Member) (ShardCount, []Member) { m[0].Shards[1] = 4; return 4, m },
		"owned twice":   func(m []Member) (ShardCount, []Member) { m[0].Shards[1] = 1; return 4, m },
		"repeated":      func(m []Member) (ShardCount, []Member) { m[0].Shards[1] = 0; return 4, m },
		"unsorted":      func(m []Member) (ShardCount, []Member) { m[0].Shards = []ShardIndex{3, 0}; return 4, m },
		"nodes unsorted": func(m []Member) (ShardCount, []Member) {
			m[1].Node = 1
			return 4, m
		},
		"node twice":       func(m []Member) (ShardCount, []Member) { m[1].Node = 2; return 4, m },
		"too many members": func([]Member) (ShardCount, []Member) { return 1000, make([]Member, MaxMembers+1) },
	} {
		n, m := change(members())
		if _, err := NewCommittee(3, n, m); !errors.Is(err, ErrInvalidCommittee) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
