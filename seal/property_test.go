package seal

import (
	"bytes"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"math/big"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/consensys/gnark-crypto/ecc/bls12-381/fr"
	"pgregory.net/rapid"

	"github.com/walrus-go/walrus/seal/internal/shamir"
)

// TestSubsetsAgree draws objects by honest and malicious makers: under the consistency check sets of enough keys
// give the same result, be it the data or a refusal.
func TestSubsetsAgree(t *testing.T) {
	s := newTestServers(4)
	public := make(PublicKeys)
	for _, server := range s.list {
		public[server.ID] = server.Key
	}
	opened, refused := 0, 0
	check := func(t *rapid.T) {
		n := rapid.IntRange(1, 4).Draw(t, "shares")
		to := Recipients{NewIdentity(Namespace{3}, nil), nil, rapid.IntRange(1, n).Draw(t, "threshold")}
		for i := range n {
			to.Servers = append(to.Servers, s.list[rapid.IntRange(0, 3).Draw(t, fmt.Sprint("server of share ", i))])
		}
		made := secrets{base: [32]byte{5}, randomness: randomScalar()}
		var err error
		if made.shares, err = shamir.Split(made.base, to.Threshold, n); err != nil {
			t.Fatal(err)
		}
		malice := rapid.SampledFrom([]string{"none", "share", "degree"}).Draw(t, "malice")
		switch {
		case malice == "share":
			made.shares[rapid.IntRange(0, n-1).Draw(t, "share")].Value[3] ^= 1
		case malice == "degree" && to.Threshold < n:
			if made.shares, err = shamir.Split(made.base, to.Threshold+1, n); err != nil {
				t.Fatal(err)
			}
		default:
			malice = "none"
		}
		o, _, err := encrypt(to, AES256GCM, []byte("data"), nil, &made)
		if err != nil {
			t.Fatal(err)
		}
		for _, set := range rapid.SliceOfNDistinct(rapid.IntRange(1, 15), 4, 4, rapid.ID[int]).Draw(t, "sets of servers") {
			keys, shares := make(Keys), 0
			for i, server := range s.list {
				if set>>i&1 == 1 {
					keys[server.ID] = s.master[server.ID].Derive(to.Identity)
					for _, r := range to.Servers {
						if r.ID == server.ID {
							shares++
						}
					}
				}
			}
			data, err := o.Decrypt(keys, public)
			switch {
			case shares < to.Threshold:
				if !errors.Is(err, ErrTooFewKeys) {
					t.Fatalf("%d shares of %d: %v", shares, to.Threshold, err)
				}
			case malice == "none":
				if opened++; err != nil || string(data) != "data" {
					t.Fatalf("honest object: %q, %v", data, err)
				}
			default:
				if refused++; !errors.Is(err, ErrInconsistent) {
					t.Fatalf("malicious object: %q, %v", data, err)
				}
			}
		}
	}
	rapid.Check(t, check)
	if opened == 0 || refused == 0 {
		t.Errorf("%d opened, %d refused: the test did not see both", opened, refused)
	}
}

// TestFewerKeysTellNothing: whoever holds one key of two has one share, and for each base key there is a second share
// that fits it.
func TestFewerKeysTellNothing(t *testing.T) {
	s := newTestServers(2)
	o := s.encrypt(t, 2, "secret")
	keys := Keys{s.list[0].ID: s.master[s.list[0].ID].Derive(o.Identity())}
	if _, err := o.DecryptUnchecked(keys); !errors.Is(err, ErrTooFewKeys) {
		t.Fatalf("one key of two: %v", err)
	}
	point := identityPoint(o.identity.Bytes())
	known := o.unmask(&point, func(id ServerID) ([gtSize]byte, bool) {
		k, have := keys[id]
		return pair(&k.p, &o.nonce), have
	})
	if len(known) != 1 {
		t.Fatalf("%d shares from one key", len(known))
	}
	for guess := range 256 {
		base := [32]byte{byte(guess), 1, 2}
		second := shamir.Share{Index: 2, Value: shamir.Interpolate([]shamir.Share{known[0], {Index: 0, Value: base}}, 2)}
		if shamir.Interpolate([]shamir.Share{known[0], second}, 0) != base {
			t.Fatalf("no second share makes the base key %x", base)
		}
	}
}

func TestSplitScalar(t *testing.T) {
	s := *new(fr.Element).SetUint64(5)
	a, b := split(&s)
	c, _ := split(&s)
	if a.Cmp(c) == 0 || a.Cmp(big.NewInt(5)) == 0 {
		t.Error("the shares are not random")
	}
	if sum := a.Add(a, b); sum.Mod(sum, fr.Modulus()).Uint64() != 5 {
		t.Error("the shares do not add up")
	}
}

func TestEncryptIsRandom(t *testing.T) {
	s := newTestServers(3)
	to := Recipients{Identity{Inner: []byte("x")}, s.list, 2}
	a, ka, err := Encrypt(to, AES256GCM, []byte("data"), nil)
	if err != nil {
		t.Fatal(err)
	}
	b, kb, err := Encrypt(to, AES256GCM, []byte("data"), nil)
	if err != nil {
		t.Fatal(err)
	}
	if a.nonce == b.nonce || bytes.Equal(a.blob, b.blob) || a.shares[0].value == b.shares[0].value || bytes.Equal(ka.Bytes(), kb.Bytes()) {
		t.Error("something repeats")
	}
	if bytes.Equal(NewIdentity(Namespace{}, nil).Inner, NewIdentity(Namespace{}, nil).Inner) {
		t.Error("identities repeat")
	}
}

func TestEncryptRefuses(t *testing.T) {
	s := newTestServers(2)
	id := Identity{}
	for name, to := range map[string]Recipients{
		"no servers":      {id, nil, 1},
		"threshold zero":  {id, s.list, 0},
		"threshold three": {id, s.list, 3},
		"255 shares":      {id, slices.Repeat(s.list[:1], 255), 2},
		"no public key":   {id, []Server{{ID: ServerID{1}}}, 1},
		"two public keys": {id, []Server{{ServerID{1}, s.list[0].Key}, {ServerID{1}, s.list[1].Key}}, 1},
		"long inner ID":   {Identity{Inner: make([]byte, 513)}, s.list, 1},
	} {
		if _, _, err := Encrypt(to, AES256GCM, nil, nil); !errors.Is(err, ErrInvalidRecipients) {
			t.Errorf("%s: %v", name, err)
		}
	}
	to := Recipients{id, s.list, 1}
	if _, _, err := Encrypt(to, Plain, []byte("x"), nil); !errors.Is(err, ErrInvalidRecipients) {
		t.Errorf("plain mode with data: %v", err)
	}
	if _, _, err := Encrypt(to, 3, nil, nil); !errors.Is(err, ErrInvalidRecipients) {
		t.Errorf("unknown mode: %v", err)
	}
}

// TestSecretsDoNotPrint looks for secrets in everything that commonly prints a value.
func TestSecretsDoNotPrint(t *testing.T) {
	master, data, ephemeral := GenerateMasterKey(), NewDataKey(), NewEphemeralKey()
	scalar, e := master.s().Bytes(), ephemeral.s().Bytes()
	session := newTestSession(t, EIP712)
	derived := master.Derive(Identity{})
	seed, err := ParseSeed(hex.EncodeToString(scalar[:]))
	if err != nil {
		t.Fatal(err)
	}
	type holder struct {
		Master  MasterKey
		master  MasterKey
		data    DataKey
		e       EphemeralKey
		session *Session
		seed    Seed
	}
	h := holder{master, master, data, ephemeral, session, seed}
	var out bytes.Buffer
	for _, x := range []any{master, data, ephemeral, session, derived, seed, h, &h, []MasterKey{master}} {
		fmt.Fprintf(&out, "%v %+v %#v %s %x %d %q\n", x, x, x, x, x, x, x)
		slog.New(slog.NewTextHandler(&out, nil)).Info("key", "key", x)
	}
	for _, x := range []any{master, data, ephemeral, session, derived, h} {
		if err := json.NewEncoder(&out).Encode(x); err != nil {
			t.Fatal(err)
		}
	}
	text := strings.ToLower(out.String())
	point := derived.Bytes()
	for name, secret := range map[string][]byte{
		"master key": scalar[:], "data key": data.Bytes(), "ephemeral key": e[:], "session key": session.key().Seed(), "derived key": point[:],
	} {
		for _, form := range []string{
			fmt.Sprintf("%x", secret[1:9]), base64.StdEncoding.EncodeToString(secret[:6]), strings.Trim(fmt.Sprint(secret[:6]), "[]"),
			new(big.Int).SetBytes(secret).String(),
		} {
			if strings.Contains(text, strings.ToLower(form)) {
				t.Errorf("%s is in the output as %s", name, form)
			}
		}
	}
	if words := *master.s(); strings.Contains(text, fmt.Sprint(words[1])) {
		t.Error("the words of the master key are in the output")
	}
}

// TestStreamMemory: writing and reading take memory for a few records, whatever the length.
func TestStreamMemory(t *testing.T) {
	const size = 256 << 20
	key := NewDataKey()
	r, w := io.Pipe()
	done := make(chan error, 1)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	go func() {
		sw, _, err := NewStreamWriter(w, key, UnknownLength, StreamOptions{})
		if err == nil {
			_, err = io.CopyBuffer(sw, io.LimitReader(zeros{}, size), make([]byte, 32<<10))
		}
		if err == nil {
			err = sw.Close()
		}
		w.CloseWithError(err)
		done <- err
	}()
	plain, err := DecryptStream(r, WithKey(key))
	if err != nil {
		t.Fatal(err)
	}
	n, err := io.Copy(io.Discard, plain)
	if err != nil || n != size {
		t.Fatalf("%d bytes, %v", n, err)
	}
	if err := <-done; err != nil {
		t.Fatal(err)
	}
	runtime.ReadMemStats(&after)
	if allocated := after.TotalAlloc - before.TotalAlloc; allocated > 2<<20 {
		t.Errorf("%d bytes allocated for a stream of %d", allocated, size)
	}
}

type zeros struct{}

func (zeros) Read(p []byte) (int, error) { clear(p); return len(p), nil }
