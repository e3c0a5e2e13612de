package keyserver

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"golang.org/x/crypto/blake2b"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/internal/bcs"
	"github.com/walrus-go/walrus/seal"
)

func masterKey(t testing.TB, text string) seal.MasterKey {
	t.Helper()
	k, err := seal.ParseMasterKey(text)
	if err != nil {
		t.Fatal(err)
	}
	return k
}

// The proof of possession of ibe.json, byte for byte as the handler sends it.
func TestVectorPossession(t *testing.T) {
	var v struct {
		Master     string `json:"master_key"`
		Possession struct {
			Service string `json:"service_id"`
			Base64  string `json:"pop_base64"`
		} `json:"proof_of_possession"`
	}
	vectors(t, "ibe.json", &v)
	id, err := seal.ParseServerID(v.Possession.Service)
	if err != nil {
		t.Fatal(err)
	}
	ts := newTestServer(t, func(o *Options) { o.Keyring = seal.NewOpenKeyring(id, masterKey(t, v.Master)) })
	w := ts.do("GET", "/v1/service?service_id="+v.Possession.Service, nil)
	want := `{"service_id":"` + v.Possession.Service + `","pop":"` + v.Possession.Base64 + `",`
	if !strings.HasPrefix(w.Body.String(), want) || w.Code != 200 {
		t.Errorf("status %d: %s\nwant %s…", w.Code, w.Body, want)
	}
}

// Extraction and the members' partial keys of ibe.json: what the handler wraps, to the ephemeral key of the vectors, is
// what the official client derived.
func TestVectorDerivedKeys(t *testing.T) {
	var v struct {
		Master  string `json:"master_key"`
		Extract []struct {
			ID  string `json:"full_id"`
			Key string `json:"usk"`
		} `json:"extract"`
		Committee struct {
			ID      string `json:"full_id"`
			Members []struct {
				Share   string `json:"master_share"`
				Partial string `json:"partial_pk"`
				Key     string `json:"partial_usk"`
			} `json:"members"`
		} `json:"committee"`
	}
	vectors(t, "ibe.json", &v)
	if len(v.Extract) == 0 || len(v.Committee.Members) != 5 {
		t.Fatal("vectors are not there")
	}
	for _, x := range v.Extract {
		if got := officialFetch(t, masterKey(t, v.Master), x.ID, nil); got != x.Key {
			t.Errorf("key of %s: %s, want %s", x.ID, got, x.Key)
		}
	}
	for i, m := range v.Committee.Members {
		if got := officialFetch(t, masterKey(t, m.Share), v.Committee.ID, nil); got != m.Key {
			t.Errorf("partial key of member %d: %s, want %s", i, got, m.Key)
		}
	}
}

// officialStub approves, and names one identity whatever the transaction says.
type officialStub struct {
	id   seal.Identity
	user [32]byte
}

func (s *officialStub) Identities(context.Context, []byte) ([]seal.Identity, error) {
	return []seal.Identity{s.id}, nil
}

func (s *officialStub) Approve(_ context.Context, user [32]byte, _ []byte) error {
	s.user = user
	return nil
}

type sessionVectors struct {
	Request struct {
		Transaction string `json:"ptb_bytes"`
		Wire        struct {
			Headers map[string]string `json:"headers"`
			Body    json.RawMessage   `json:"body"`
		} `json:"wire"`
		Key    string `json:"enc_key_pk_g1"`
		Verify string `json:"enc_verification_key_g2"`
	} `json:"request"`
	User struct {
		Seed    string `json:"secret_seed"`
		Address string `json:"address"`
	} `json:"user"`
	Response struct {
		Master string          `json:"master_key"`
		ID     string          `json:"full_id"`
		Wire   json.RawMessage `json:"wire"`
		Key    string          `json:"decrypted_usk"`
	} `json:"response"`
}

// officialServer serves identities of one namespace of the official system.
func officialServer(t testing.TB, master seal.MasterKey, id seal.Identity) (*testServer, *officialStub) {
	t.Helper()
	stub := &officialStub{id: id}
	ring, err := seal.NewKeyring(mustSeed(t), []seal.KeyClient{{
		Name: "official", Kind: seal.ImportedKind, Imported: master, Server: seal.ServerID{1}, Namespaces: []seal.Namespace{id.Namespace},
	}})
	if err != nil {
		t.Fatal(err)
	}
	return newTestServer(t, func(o *Options) {
		o.Mode, o.Keyring, o.Official = PermissionedMode, ring, stub
	}), stub
}

func mustSeed(t testing.TB) seal.Seed {
	t.Helper()
	s, err := seal.ParseSeed(strings.Repeat("01", 32))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// officialBody writes a request in the official form: the ephemeral key and the user of session.json, and a session that
// he authorized for a package.
func officialBody(t *testing.T, v *sessionVectors, pkg seal.Namespace, transaction []byte) []byte {
	t.Helper()
	session := ed25519.NewKeyFromSeed(bytes.Repeat([]byte{4}, 32))
	m := seal.PersonalMessage{Package: pkg.String(), SessionKey: [32]byte(session.Public().(ed25519.PublicKey)), Created: 1767225600000, TTL: 10}
	user := ed25519.NewKeyFromSeed(unhex(t, v.User.Seed))
	digest := blake2b.Sum256(bcs.AppendString([]byte{3, 0, 0}, m.Text()))
	wallet := append(append([]byte{0}, ed25519.Sign(user, digest[:])...), user.Public().(ed25519.PublicKey)...)
	enc, verify := unhex(t, v.Request.Key), unhex(t, v.Request.Verify)
	signed := bcs.AppendBytes(bcs.AppendBytes(bcs.AppendBytes(nil, transaction), enc), verify)
	b, err := json.Marshal(map[string]any{
		"ptb": transaction, "enc_key": enc, "enc_verification_key": verify, "request_signature": ed25519.Sign(session, signed),
		"certificate": map[string]any{"user": v.User.Address, "session_vk": m.SessionKey[:], "creation_time": m.Created, "ttl_min": m.TTL, "signature": wallet},
	})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// officialFetch sends a request in the official form to a server with the master key and returns the derived key that
// the answer was verified, with no secret, to wrap. A nil body stands for that of officialBody.
func officialFetch(t *testing.T, master seal.MasterKey, fullID string, body []byte) string {
	t.Helper()
	var v sessionVectors
	vectors(t, "session.json", &v)
	id, err := seal.ParseIdentity(unhex(t, fullID))
	if err != nil {
		t.Fatal(err)
	}
	if body == nil {
		body = officialBody(t, &v, id.Namespace, []byte{0})
	}
	ts, stub := officialServer(t, master, id)
	var headers []string
	for k, h := range v.Request.Wire.Headers {
		headers = append(headers, k, h)
	}
	w := ts.do("POST", "/v1/fetch_key", body, headers...)
	if w.Code != 200 {
		t.Fatalf("status %d: %s", w.Code, w.Body)
	}
	if got := "0x" + hex.EncodeToString(stub.user[:]); got != v.User.Address {
		t.Errorf("policy was asked about %s, want %s", got, v.User.Address)
	}
	var r seal.FetchResponse
	if err := json.Unmarshal(w.Body.Bytes(), &r); err != nil {
		t.Fatal(err)
	}
	verify, err := seal.ParseVerificationKey(unhex(t, v.Request.Verify))
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Keys) != 1 || !r.Keys[0].Identity.Equal(id) {
		t.Fatalf("answer is about %v", r.Keys)
	}
	if err := verify.VerifyPartial(r.Keys[0].Key, id, master.PublicKey()); err != nil {
		t.Errorf("answer does not wrap the derived key: %v", err)
	}
	b := master.Derive(id).Bytes()
	return hex.EncodeToString(b[:])
}

// The request and the response of session.json.
func TestVectorSession(t *testing.T) {
	var v sessionVectors
	vectors(t, "session.json", &v)
	if got := officialFetch(t, masterKey(t, v.Response.Master), v.Response.ID, v.Request.Wire.Body); got != v.Response.Key {
		t.Errorf("derived key %s, want %s", got, v.Response.Key)
	}
	// The response that the official client accepted, read and written again by what the handler writes with.
	var r seal.FetchResponse
	if err := json.Unmarshal(v.Response.Wire, &r); err != nil {
		t.Fatal(err)
	}
	got, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	var want bytes.Buffer
	if err := json.Compact(&want, v.Response.Wire); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want.Bytes()) {
		t.Errorf("response %s\nwant     %s", got, want.Bytes())
	}
}

func TestVectorSessionRefused(t *testing.T) {
	var v sessionVectors
	vectors(t, "session.json", &v)
	id, err := seal.ParseIdentity(unhex(t, v.Response.ID))
	if err != nil {
		t.Fatal(err)
	}
	other := seal.Identity{Namespace: seal.Namespace{5}, Inner: id.Inner}
	flip := func(old, new string) func(string) string {
		return func(s string) string {
			if !strings.Contains(s, old) {
				t.Fatalf("%q is not in the body", old)
			}
			return strings.Replace(s, old, new, 1)
		}
	}
	for name, c := range map[string]struct {
		body func(string) string
		id   seal.Identity
		at   time.Duration
		code Code
		why  Reason
	}{
		"another transaction":   {body: flip(`"AAEBAQ=="`, `"AAEBAA=="`), code: InvalidSessionSignature},
		"another ephemeral key": {body: flip(`"hsv3`, `"l/Gn`), code: InvalidParameter},
		"another lifetime":      {body: flip(`"ttl_min": 10`, `"ttl_min": 11`), code: InvalidSignature},
		"lifetime of 16 bits":   {body: flip(`"ttl_min": 10`, `"ttl_min": 65535`), code: InvalidCertificate, why: ReasonLifetime},
		"another user":          {body: flip(`"0x2b`, `"0x2c`), code: InvalidSignature},
		"a name":                {body: flip(`"ttl_min": 10`, `"mvr_name": "@a/b", "ttl_min": 10`), code: InvalidParameter},
		"another package":       {id: other, code: InvalidSignature},
		"expired":               {at: 11 * time.Minute, code: InvalidCertificate, why: ReasonExpired},
		"from the future":       {at: -time.Minute, code: InvalidCertificate, why: ReasonFuture},
		"an EVM namespace":      {id: seal.Identity{Namespace: testNamespace}, code: UnsupportedNamespace, why: ReasonNotServed},
	} {
		t.Run(name, func(t *testing.T) {
			if c.id.Namespace == (seal.Namespace{}) {
				c.id = id
			}
			ts, _ := officialServer(t, masterKey(t, v.Response.Master), c.id)
			ts.now = time.UnixMilli(1767225600000).Add(c.at)
			body := string(v.Request.Wire.Body)
			if c.body != nil {
				body = c.body(body)
			}
			_, e := ts.fetchBody(t, []byte(body))
			if e == nil || e.Code != c.code || e.Reason != c.why {
				t.Errorf("got %v (%v), want %s (%s)", e, e.Reason, c.code, c.why)
			}
		})
	}
	// Servers without a judge for the official system do not know its form.
	if _, e := newTestServer(t, nil).fetchBody(t, v.Request.Wire.Body); e == nil || e.Code != InvalidPolicyRequest {
		t.Errorf("got %v", e)
	}
}

// Both authorizations of evm_session.json, as ethers signs them, are accepted and asked about as they are.
func TestVectorEVMSession(t *testing.T) {
	type signed struct {
		Digest    string `json:"digest"`
		Signature string `json:"signature_rsv"`
	}
	var v struct {
		Cases []struct {
			Chain      uint64         `json:"chain_id,string"`
			Policy     walrus.Address `json:"policy"`
			User       walrus.Address `json:"user"`
			Namespace  string         `json:"namespace"`
			SessionKey string         `json:"session_public_key"`
			Created    uint64         `json:"created_at_ms"`
			TTL        uint32         `json:"ttl_seconds"`
			Purpose    string         `json:"purpose"`
			EIP712     signed         `json:"eip712"`
			EIP191     signed         `json:"eip191"`
		} `json:"cases"`
	}
	vectors(t, "evm_session.json", &v)
	var sessions struct {
		Session struct {
			Seed string `json:"seed"`
		} `json:"session_key"`
	}
	vectors(t, "session.json", &sessions)
	if len(v.Cases) == 0 {
		t.Fatal("no cases")
	}
	for _, c := range v.Cases {
		for scheme, s := range map[string]signed{"eip712": c.EIP712, "eip191": c.EIP191} {
			ts := newTestServer(t, func(o *Options) { o.ChainID = c.Chain })
			p := seal.PolicyRequest{Kind: seal.PolicyNamespace, ChainID: c.Chain, Policy: c.Policy, Calls: []seal.PolicyCall{{Inner: []byte("x")}}}
			body := wireRequest(t, unhex(t, sessions.Session.Seed), p, map[string]any{
				"user": c.User, "session_vk": unhex(t, c.SessionKey), "creation_time": c.Created, "ttl_s": c.TTL, "scheme": scheme,
				"purpose": c.Purpose, "signature": "0x" + s.Signature,
			})
			r, e := ts.fetchBody(t, body)
			if e != nil {
				t.Errorf("chain %d, %s: %v", c.Chain, scheme, e)
				continue
			}
			q := ts.chain.asked[0]
			if hex.EncodeToString(q.Digest[:]) != s.Digest || q.User != c.User || q.Policy != c.Policy {
				t.Errorf("chain %d, %s: the chain was asked %+v", c.Chain, scheme, q)
			}
			if n := r.Keys[0].Identity.Namespace; hex.EncodeToString(n[:]) != c.Namespace {
				t.Errorf("key is of namespace %s, want %s", n, c.Namespace)
			}
		}
	}
}

func base64Of(b []byte) string { return base64.StdEncoding.EncodeToString(b) }
