package access

import (
	"encoding/hex"
	"encoding/json"
	"errors"
	"os"
	"testing"

	"github.com/ethereum/go-ethereum/crypto"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
)

// officialKeys returns public keys of key servers that the official implementation derived.
func officialKeys(t *testing.T) (keys []Point) {
	t.Helper()
	b, err := os.ReadFile("../../../seal/testdata/official/master_key.json")
	if err != nil {
		t.Fatal(err)
	}
	var file struct {
		Vectors []struct {
			PublicKey string `json:"public_key"`
		}
	}
	if err := json.Unmarshal(b, &file); err != nil {
		t.Fatal(err)
	}
	for _, v := range file.Vectors {
		compressed, err := hex.DecodeString(v.PublicKey)
		if err != nil {
			t.Fatal(err)
		}
		p, err := ParsePoint(compressed)
		if err != nil {
			t.Fatal(err)
		}
		if hex.EncodeToString(p.Compressed[:]) != v.PublicKey {
			t.Fatalf("%x, want %s", p.Compressed, v.PublicKey)
		}
		keys = append(keys, p)
	}
	if len(keys) < 4 {
		t.Fatalf("%d keys", len(keys))
	}
	return keys
}

func TestKeyServers(t *testing.T) {
	keys := officialKeys(t)
	onEachChain(t, func(t *testing.T, w *world) {
		other := w.person(t)
		a, err := DeployKeyServers(t.Context(), w.bank)
		if err != nil {
			t.Fatal(err)
		}
		mine, theirs := OpenKeyServers(w.bank, a), OpenKeyServers(other, a)
		for i, key := range keys {
			serial, err := mine.Register(t.Context(), "server", "https://keys.example", key)
			if err != nil || serial != uint64(i+1) {
				t.Fatalf("serial %d, %v", serial, err)
			}
			s, err := mine.Server(t.Context(), serial)
			if err != nil {
				t.Fatal(err)
			}
			if s.PublicKey != key.Compressed || s.Owner != w.bank.Address() || s.URL != "https://keys.example" || s.Version != 0 {
				t.Errorf("entry %+v", s)
			}
			if want := serverID(w.network.ChainID, a, serial); s.ID != want {
				t.Errorf("id %x, want %x", s.ID, want)
			}
		}
		bad := keys[0]
		bad.EIP2537[255] ^= 1
		if _, err := mine.Register(t.Context(), "server", "https://keys.example", bad); !errors.Is(err, ErrContract) {
			t.Errorf("point off the curve: %v, want ErrContract", err)
		}
		if err := theirs.SetURL(t.Context(), 1, "https://other"); !errors.Is(err, chain.ErrNotOwner) {
			t.Errorf("URL of another's: %v, want ErrNotOwner", err)
		}
		if err := errors.Join(mine.Retire(t.Context(), 1, true), mine.Offer(t.Context(), 1, other.Address()), theirs.Accept(t.Context(), 1),
			theirs.SetURL(t.Context(), 1, "https://other")); err != nil {
			t.Fatal(err)
		}
		s, err := mine.Server(t.Context(), 1)
		if err != nil || s.Owner != other.Address() || s.URL != "https://other" || !s.Retired || s.PublicKey != keys[0].Compressed {
			t.Errorf("after the transfer: %+v, %v", s, err)
		}
		if _, err := mine.Server(t.Context(), 99); !errors.Is(err, ErrContract) {
			t.Errorf("no server: %v, want ErrContract", err)
		}
		testCommittee(t, mine, theirs, keys)
	})
}

func testCommittee(t *testing.T, mine, theirs *KeyServers, keys []Point) {
	members := []Member{{Name: "a", URL: "https://a", PartyID: 0}, {Name: "b", URL: "https://b", PartyID: 1}}
	serial, err := mine.RegisterCommittee(t.Context(), "committee", keys[0], 2, members, keys[1:3])
	if err != nil {
		t.Fatal(err)
	}
	members = append(members, Member{Name: "c", URL: "https://c", PartyID: 5})
	if err := theirs.SetCommittee(t.Context(), serial, 2, members, keys[1:4]); !errors.Is(err, chain.ErrNotOwner) {
		t.Errorf("committee of another: %v, want ErrNotOwner", err)
	}
	if err := mine.SetCommittee(t.Context(), serial, 3, members, keys[1:4]); err != nil {
		t.Fatal(err)
	}
	s, err := mine.Server(t.Context(), serial)
	if err != nil || s.Version != 2 || s.Threshold != 3 || len(s.Members) != 3 || s.PublicKey != keys[0].Compressed {
		t.Fatalf("committee %+v, %v", s, err)
	}
	if m := s.Members[2]; m.PartyID != 5 || m.PartialKey != keys[3].Compressed || m.URL != "https://c" {
		t.Errorf("member %+v", m)
	}
	if _, err := mine.RegisterCommittee(t.Context(), "committee", keys[0], 1, members, keys[1:4]); !errors.Is(err, ErrContract) {
		t.Errorf("threshold of 1: %v, want ErrContract", err)
	}
	if _, err := mine.RegisterCommittee(t.Context(), "committee", keys[0], 2, members, keys[1:3]); err == nil {
		t.Error("a member without a key was taken")
	}
}

// serverID is seal.NewServerID, which this package may not import.
func serverID(chainID uint64, registry walrus.Address, serial uint64) [32]byte {
	number := func(n uint64) []byte {
		return leftPad([]byte{byte(n >> 24), byte(n >> 16), byte(n >> 8), byte(n)})[24:]
	}
	return [32]byte(crypto.Keccak256([]byte("KS1"), number(chainID), registry[:], number(serial)))
}
