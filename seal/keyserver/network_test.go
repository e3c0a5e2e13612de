package keyserver_test

import (
	"bytes"
	"context"
	"encoding/hex"
	"encoding/json"
	"errors"
	"net/http"
	"net/http/httptest"
	"os"
	"testing"
	"time"

	"github.com/decred/dcrd/dcrec/secp256k1/v4"
	"github.com/decred/dcrd/dcrec/secp256k1/v4/ecdsa"
	"golang.org/x/crypto/sha3"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
	"github.com/walrus-go/walrus/seal"
	"github.com/walrus-go/walrus/seal/keyserver"
	"github.com/walrus-go/walrus/seal/keyserver/keyclient"
)

const netChain = 271828

var (
	netPolicy    = walrus.Address{3, 19: 4}
	netNamespace = seal.NewPolicyNamespace(netChain, netPolicy)
)

// list is an evaluator with an allow list.
type list map[walrus.Address]bool

func (l list) Evaluate(_ context.Context, q keyserver.Question) (keyserver.Verdict, error) {
	v := keyserver.Verdict{Blocks: []chain.Block{{Number: 1}}}
	signer, err := seal.RecoverSigner(q.Digest, q.Signature)
	for range q.Calls {
		switch {
		case err != nil || signer != q.User:
			v.Denied = append(v.Denied, keyserver.ErrSignature)
		case !l[q.User]:
			v.Denied = append(v.Denied, keyserver.ErrRefused)
		default:
			v.Denied = append(v.Denied, nil)
		}
	}
	return v, nil
}

func (list) CodeHash(context.Context, walrus.Address) ([32]byte, error) { return [32]byte{1}, nil }

func newUser(t *testing.T) (*seal.Session, walrus.Address) {
	t.Helper()
	key, err := secp256k1.GeneratePrivateKey()
	if err != nil {
		t.Fatal(err)
	}
	h := sha3.NewLegacyKeccak256()
	h.Write(key.PubKey().SerializeUncompressed()[1:])
	user := walrus.Address(h.Sum(nil)[12:])
	a := seal.Authorization{User: user, ChainID: netChain, Policy: netPolicy, Namespace: netNamespace, Created: uint64(time.Now().UnixMilli()), TTL: 600}
	s, err := seal.NewSession(a, seal.EIP712, func(a seal.Authorization) ([]byte, error) {
		d := a.TypedDataDigest()
		c := ecdsa.SignCompact(key, d[:], false)
		return append(c[1:], c[0]), nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return s, user
}

func start(t *testing.T, o keyserver.Options) *httptest.Server {
	t.Helper()
	o.ChainID, o.Limits = netChain, keyserver.DefaultLimits()
	s, err := keyserver.New(o)
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(s)
	t.Cleanup(server.Close)
	if o.Committee != nil {
		ctx, cancel := context.WithCancel(t.Context())
		ended := make(chan error, 1)
		go func() { ended <- s.Watch(ctx) }()
		t.Cleanup(func() {
			cancel()
			if err := <-ended; err != nil {
				t.Error(err)
			}
		})
		for s.Ready(t.Context()) != nil {
			time.Sleep(time.Millisecond) // Watch looks at once
		}
	}
	return server
}

// netServers starts open key servers and returns what a maker and a reader know of them.
func netServers(t *testing.T, n int, allowed list) (to seal.Recipients, at map[seal.ServerID]keyclient.Server, public seal.PublicKeys) {
	t.Helper()
	at, public = make(map[seal.ServerID]keyclient.Server), make(seal.PublicKeys)
	for i := range n {
		k := seal.GenerateMasterKey()
		id := seal.NewServerID(netChain, walrus.Address{9}, uint64(i+1))
		server := start(t, keyserver.Options{Mode: keyserver.OpenMode, Keyring: seal.NewOpenKeyring(id, k), Evaluator: allowed})
		at[id], public[id] = keyclient.Server{Endpoint: keyclient.Endpoint{URL: server.URL}}, k.PublicKey()
		to.Servers = append(to.Servers, seal.Server{ID: id, Key: k.PublicKey()})
	}
	to.Identity = seal.NewIdentity(netNamespace, []byte("resource"))
	return to, at, public
}

var netText = []byte("what only members read")

// With threshold t of n real servers, t that approve open an object and t-1 do not, whichever they are.
func TestThresholdOverHTTP(t *testing.T) {
	session, user := newUser(t)
	to, at, public := netServers(t, 4, list{user: true})
	to.Threshold = 3
	o, _, err := seal.Encrypt(to, seal.AES256GCM, netText, nil)
	if err != nil {
		t.Fatal(err)
	}
	for set := range 1 << 4 {
		some := make(map[seal.ServerID]keyclient.Server)
		for i, s := range to.Servers {
			if set>>i&1 == 1 {
				some[s.ID] = at[s.ID]
			}
		}
		c := &seal.Client{Source: &keyclient.Source{Servers: some, Session: session, Version: "1.0.0"}, Directory: public}
		got, err := c.Decrypt(t.Context(), o)
		if len(some) >= 3 && (err != nil || !bytes.Equal(got, netText)) {
			t.Errorf("%d servers: %q, %v", len(some), got, err)
		}
		if len(some) < 3 && (got != nil || !errors.Is(err, seal.ErrTooFewKeys)) {
			t.Errorf("%d servers: %q, %v", len(some), got, err)
		}
	}
}

func TestRefusedOverHTTP(t *testing.T) {
	session, user := newUser(t)
	allowed := list{user: false}
	to, at, public := netServers(t, 3, allowed)
	to.Threshold = 2
	o, _, err := seal.Encrypt(to, seal.HMAC256CTR, netText, nil)
	if err != nil {
		t.Fatal(err)
	}
	c := &seal.Client{Source: &keyclient.Source{Servers: at, Session: session, Version: "1.0.0"}, Directory: public}
	if got, err := c.Decrypt(t.Context(), o); !errors.Is(err, seal.ErrRefused) || got != nil {
		t.Errorf("%q, %v", got, err)
	}
}

// A server that gives another key than its own is named, and does not keep others from opening the object.
func TestMaliciousServerIsNamed(t *testing.T) {
	session, user := newUser(t)
	to, at, public := netServers(t, 3, list{user: true})
	to.Threshold = 2
	o, _, err := seal.Encrypt(to, seal.AES256GCM, netText, nil)
	if err != nil {
		t.Fatal(err)
	}
	liar := to.Servers[1].ID
	evil := start(t, keyserver.Options{Mode: keyserver.OpenMode, Keyring: seal.NewOpenKeyring(liar, seal.GenerateMasterKey()), Evaluator: list{user: true}})
	at[liar] = keyclient.Server{Endpoint: keyclient.Endpoint{URL: evil.URL}}
	source := &keyclient.Source{Servers: at, Session: session, Version: "1.0.0"}
	for _, s := range to.Servers {
		err := source.VerifyServer(t.Context(), s.ID, s.Key)
		if (s.ID == liar) != errors.Is(err, seal.ErrInvalidKey) {
			t.Errorf("possession of %s: %v", s.ID, err)
		}
	}
	delete(at, to.Servers[2].ID) // so that the liar's key would be needed
	_, err = (&seal.Client{Source: source, Directory: public}).Decrypt(t.Context(), o)
	var named bool
	var fetch *seal.FetchError
	if errors.As(err, &fetch) {
		for _, s := range fetch.Servers {
			named = named || (s.Server == liar && errors.Is(s, seal.ErrWrongKey))
		}
	}
	if !named {
		t.Errorf("the liar is not named: %v", err)
	}
}

// A server sees requests; passing one on to another server gives it nothing, and changing it breaks it.
func TestRequestPassedOn(t *testing.T) {
	session, user := newUser(t)
	to, at, _ := netServers(t, 1, list{user: true})
	k, evil := seal.NewEphemeralKey(), seal.NewEphemeralKey()
	r, err := session.Request(seal.PolicyRequest{Kind: seal.PolicyNamespace, ChainID: netChain, Policy: netPolicy, Calls: []seal.PolicyCall{{Inner: to.Identity.Inner}}}, k)
	if err != nil {
		t.Fatal(err)
	}
	post := func() (int, []byte) {
		body, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		q, err := http.NewRequestWithContext(t.Context(), "POST", at[to.Servers[0].ID].URL+"/v1/fetch_key", bytes.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		q.Header.Set(keyserver.SDKVersionHeader, "1.0.0")
		w, err := http.DefaultClient.Do(q)
		if err != nil {
			t.Fatal(err)
		}
		defer w.Body.Close()
		var b bytes.Buffer
		if _, err := b.ReadFrom(w.Body); err != nil {
			t.Fatal(err)
		}
		return w.StatusCode, b.Bytes()
	}
	status, body := post()
	var answer seal.FetchResponse
	if err := json.Unmarshal(body, &answer); status != 200 || err != nil {
		t.Fatalf("%d %v", status, err)
	}
	ids := []seal.Identity{to.Identity}
	if stolen, err := answer.Unwrap(evil, ids); err == nil && to.Servers[0].Key.VerifyDerived(to.Identity, stolen[0]) == nil {
		t.Error("another ephemeral key opens the answer")
	}
	r.EncryptionKey, r.VerificationKey = evil.Encryption().Bytes(), evil.Verification().Bytes()
	status, body = post()
	if e := keyserver.ParseError(status, body, ""); e.Code != keyserver.InvalidSessionSignature {
		t.Errorf("with another ephemeral key: %v", e)
	}
}

// The committee of ibe.json, 3 of 5, as real servers: three members make the key of the whole committee, two do not, and
// a member with a wrong share is named.
func TestCommitteeOverHTTP(t *testing.T) {
	var v struct {
		Committee struct {
			Master  string `json:"master_public_key"`
			Members []struct {
				Share   string `json:"master_share"`
				Partial string `json:"partial_pk"`
			} `json:"members"`
		} `json:"committee"`
	}
	b, err := os.ReadFile("../testdata/official/ibe.json")
	if err == nil {
		err = json.Unmarshal(b, &v)
	}
	if err != nil {
		t.Fatal(err)
	}
	session, user := newUser(t)
	id := seal.NewServerID(netChain, walrus.Address{9}, 77)
	entry := keyclient.Server{Threshold: 3}
	for i, m := range v.Committee.Members {
		share, err := seal.ParseMasterKey(m.Share)
		if err != nil {
			t.Fatal(err)
		}
		server := start(t, keyserver.Options{Mode: keyserver.CommitteeMode, Evaluator: list{user: true}, Committee: &keyserver.Committee{
			Server: id, Shares: map[uint32]seal.MasterKey{4: share}, Version: func(context.Context) (uint32, error) { return 4, nil },
		}})
		partial, err := seal.ParsePublicKey(mustHex(t, m.Partial))
		if err != nil {
			t.Fatal(err)
		}
		entry.Members = append(entry.Members, keyclient.Member{Endpoint: keyclient.Endpoint{URL: server.URL}, Party: seal.PartyID(i), Partial: partial})
	}
	master, err := seal.ParsePublicKey(mustHex(t, v.Committee.Master))
	if err != nil {
		t.Fatal(err)
	}
	public := seal.PublicKeys{id: master}
	to := seal.Recipients{Identity: seal.NewIdentity(netNamespace, []byte("r")), Servers: []seal.Server{{ID: id, Key: master}}, Threshold: 1}
	o, _, err := seal.Encrypt(to, seal.AES256GCM, netText, nil)
	if err != nil {
		t.Fatal(err)
	}
	decrypt := func(e keyclient.Server) ([]byte, error) {
		source := &keyclient.Source{Servers: map[seal.ServerID]keyclient.Server{id: e}, Session: session, Version: "1.0.0"}
		return (&seal.Client{Source: source, Directory: public}).Decrypt(t.Context(), o)
	}
	if got, err := decrypt(entry); err != nil || !bytes.Equal(got, netText) {
		t.Errorf("five members: %q, %v", got, err)
	}
	two := entry
	two.Members = entry.Members[:2]
	if _, err := decrypt(two); !errors.Is(err, seal.ErrTooFewKeys) {
		t.Errorf("two members: %v", err)
	}
	swapped := entry
	swapped.Members = append([]keyclient.Member{}, entry.Members[:3]...)
	swapped.Members[1].URL = entry.Members[4].URL
	_, err = decrypt(swapped)
	var member *keyclient.MemberError
	if !errors.As(err, &member) || member.Party != 1 || !errors.Is(member, seal.ErrWrongKey) {
		t.Errorf("member with another share: %v", err)
	}
}

func mustHex(t *testing.T, s string) []byte {
	t.Helper()
	b, err := hex.DecodeString(s)
	if err != nil {
		t.Fatal(err)
	}
	return b
}
