package keyserver

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
	"github.com/walrus-go/walrus/internal/bcs"
	"github.com/walrus-go/walrus/seal"
)

// wireRequest writes and signs a request without the help of package seal's client side.
func wireRequest(t testing.TB, seed []byte, p seal.PolicyRequest, certificate map[string]any) []byte {
	t.Helper()
	request, err := p.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	k := seal.NewEphemeralKey()
	enc, verify := k.Encryption().Bytes(), k.Verification().Bytes()
	signed := bcs.AppendBytes(bcs.AppendBytes(bcs.AppendBytes(nil, request), enc[:]), verify[:])
	body, err := json.Marshal(map[string]any{
		"policy_request": base64Of(request), "enc_key": base64Of(enc[:]), "enc_verification_key": base64Of(verify[:]),
		"request_signature": base64Of(ed25519.Sign(ed25519.NewKeyFromSeed(seed), signed)), "certificate": certificate,
	})
	if err != nil {
		t.Fatal(err)
	}
	return body
}

func TestFetchKey(t *testing.T) {
	ts := newTestServer(t, nil)
	r, k, e := ts.ask(t, "one", "two")
	if e != nil {
		t.Fatal(e)
	}
	ids := []seal.Identity{{Namespace: testNamespace, Inner: []byte("one")}, {Namespace: testNamespace, Inner: []byte("two")}}
	keys, err := r.Unwrap(k, ids)
	if err != nil {
		t.Fatal(err)
	}
	for i, key := range keys {
		if err := ts.master.PublicKey().VerifyDerived(ids[i], key); err != nil {
			t.Errorf("key %d: %v", i, err)
		}
	}
	q := ts.chain.asked[0]
	if len(ts.chain.asked) != 1 || q.Policy != testPolicy || q.ChainID != testChain || len(q.Calls) != 2 || q.Class.Freshness != Both || q.CodeHash != nil {
		t.Errorf("the chain was asked %+v", ts.chain.asked)
	}
}

// Every way to be refused has a code and a reason of its own, and the chain is not asked before its turn.
func TestRefusals(t *testing.T) {
	user := newWallet(t, someSecret)
	stranger := newWallet(t, strings.Repeat("02", 32))
	start := time.UnixMilli(1767225600000).Add(time.Minute)
	at := func(d time.Duration) *seal.Session {
		return user.session(t, start.Add(d), testNamespace, seal.EIP712, nil)
	}
	ok := at(0)
	body := func(s *seal.Session, inner ...string) []byte {
		b, _ := request(t, s, seal.PolicyNamespace, inner...)
		return b
	}
	otherPolicy := func(a *seal.Authorization) {
		a.Policy[0]++
		a.Namespace = seal.NewPolicyNamespace(a.ChainID, a.Policy)
	}
	otherChain := func(a *seal.Authorization) {
		a.ChainID = 1
		a.Namespace = seal.NewPolicyNamespace(a.ChainID, a.Policy)
	}
	for _, c := range []struct {
		name  string
		body  []byte
		chain func(*fakeChain)
		code  Code
		why   Reason
		is    error
		asked bool
	}{
		{name: "empty body", code: InvalidPolicyRequest},
		{name: "not JSON", body: []byte("{"), code: InvalidPolicyRequest, is: seal.ErrInvalidRequest},
		{name: "too large", body: bytes.Repeat([]byte(" "), seal.MaxRequestBody+1), code: BodyTooLarge},
		{name: "expired", body: body(at(-11*time.Minute), "x"), code: InvalidCertificate, why: ReasonExpired, is: seal.ErrInvalidSession},
		{name: "future-dated", body: body(at(31*time.Second), "x"), code: InvalidCertificate, why: ReasonFuture},
		{name: "too long", body: body(user.session(t, start, testNamespace, seal.EIP191, func(a *seal.Authorization) { a.TTL = 1800 }), "x"),
			code: InvalidCertificate, why: ReasonLifetime},
		{name: "another network", body: body(user.session(t, start, testNamespace, seal.EIP712, otherChain), "x"),
			code: UnsupportedNamespace, why: ReasonWrongNetwork, is: chain.ErrWrongNetwork},
		{name: "certificate of another policy", body: underCertificateOf(t, user.session(t, start, testNamespace, seal.EIP712, otherPolicy), ok),
			code: InvalidSessionSignature},
		{name: "session signature", body: bytes.Replace(body(ok, "x"), []byte(`"request_signature":"`), []byte(`"request_signature":"AA`), 1), code: InvalidPolicyRequest},
		{name: "signed by a stranger", body: body(stranger.session(t, start, testNamespace, seal.EIP712, func(a *seal.Authorization) { a.User = user.address }), "x"),
			code: InvalidSignature, asked: true},
		{name: "refused", body: body(ok, "x"), chain: func(f *fakeChain) {
			f.policy = func(Question, seal.PolicyCall) error { return fmt.Errorf("%w: not on the list", ErrRefused) }
		}, code: NoAccess, is: seal.ErrRefused, asked: true},
		{name: "one of two refused", body: body(ok, "x", "y"), chain: func(f *fakeChain) {
			f.policy = func(_ Question, c seal.PolicyCall) error {
				if string(c.Inner) == "y" {
					return ErrRefused
				}
				return nil
			}
		}, code: NoAccess, asked: true},
		{name: "no policy", body: body(ok, "x"), chain: func(f *fakeChain) {
			f.policy = func(Question, seal.PolicyCall) error { return ErrNoPolicy }
		}, code: InvalidPolicy, asked: true},
		{name: "stale", body: body(ok, "x"), chain: func(f *fakeChain) { f.fails = fmt.Errorf("block 7: %w", ErrStale) }, code: Failure, why: ReasonStale,
			is: seal.ErrStale, asked: true},
		{name: "no chain", body: body(ok, "x"), chain: func(f *fakeChain) { f.fails = chain.ErrChainUnavailable }, code: ChainUnavailable,
			is: walrus.ErrUnavailable, asked: true},
		{name: "client left", body: body(ok, "x"), chain: func(f *fakeChain) { f.fails = fmt.Errorf("%w: %w", chain.ErrChainUnavailable, context.Canceled) },
			code: Failure, why: ReasonAbandoned, asked: true},
		{name: "broken evaluator", body: body(ok, "x"), chain: func(f *fakeChain) { f.fails = errors.New("secret inside") }, code: InternalError, asked: true},
		{name: "denial of another kind", body: body(ok, "x"), chain: func(f *fakeChain) {
			f.policy = func(Question, seal.PolicyCall) error { return errors.New("what is this") }
		}, code: InternalError, asked: true},
	} {
		t.Run(c.name, func(t *testing.T) {
			ts := newTestServer(t, func(o *Options) { o.MaxTTL = 900 })
			if c.chain != nil {
				c.chain(ts.chain)
			}
			r, e := ts.fetchBody(t, c.body)
			if e == nil {
				t.Fatalf("got keys %v", r)
			}
			if e.Code != c.code || e.Reason != c.why {
				t.Errorf("got %v, reason %q; want %s, %q", e, e.Reason, c.code, c.why)
			}
			if c.is != nil && !errors.Is(e, c.is) {
				t.Errorf("%v is not %v", e, c.is)
			}
			if strings.Contains(e.Message, "secret") {
				t.Errorf("message tells of the inside: %s", e.Message)
			}
			if asked := ts.chain.questions() > 0; asked != c.asked {
				t.Errorf("chain was asked: %v, want %v", asked, c.asked)
			}
		})
	}
}

// underCertificateOf takes a request under one session and puts the certificate of another there.
func underCertificateOf(t *testing.T, other, s *seal.Session) []byte {
	t.Helper()
	b, _ := request(t, s, seal.PolicyNamespace, "x")
	o, _ := request(t, other, seal.PolicyNamespace, "x")
	var v, w map[string]any
	if err := errors.Join(json.Unmarshal(b, &v), json.Unmarshal(o, &w)); err != nil {
		t.Fatal(err)
	}
	v["certificate"] = w["certificate"]
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// A session for one policy is no session for another, even if its own key asks: the wallet signed another text.
func TestSessionOfAnotherPolicy(t *testing.T) {
	ts := newTestServer(t, nil)
	user := newWallet(t, someSecret)
	seed := bytes.Repeat([]byte{3}, 32)
	var key [32]byte
	copy(key[:], ed25519.NewKeyFromSeed(seed).Public().(ed25519.PublicKey))
	for name, change := range map[string]func(*seal.PolicyRequest){
		"same policy":    func(*seal.PolicyRequest) {},
		"another policy": func(p *seal.PolicyRequest) { p.Policy[5]++ },
	} {
		for _, scheme := range []seal.Scheme{seal.EIP712, seal.EIP191} {
			a := seal.Authorization{User: user.address, ChainID: testChain, Policy: testPolicy, Namespace: testNamespace, SessionKey: key,
				Created: uint64(ts.now.UnixMilli()), TTL: 60}
			digest := a.TypedDataDigest()
			if scheme == seal.EIP191 {
				digest = a.PersonalDigest()
			}
			p := seal.PolicyRequest{Kind: seal.PolicyNamespace, ChainID: testChain, Policy: testPolicy, Calls: []seal.PolicyCall{{Inner: []byte("x")}}}
			change(&p)
			body := wireRequest(t, seed, p, map[string]any{"user": user.address, "session_vk": key[:], "creation_time": a.Created, "ttl_s": 60,
				"scheme": scheme.String(), "purpose": "", "signature": fmt.Sprintf("0x%x", user.sign(digest))})
			_, e := ts.fetchBody(t, body)
			if name == "same policy" && e != nil {
				t.Errorf("%s, %s: %v", name, scheme, e)
			}
			if name != "same policy" && (e == nil || e.Code != InvalidSignature) {
				t.Errorf("%s, %s: %v, want InvalidSignature", name, scheme, e)
			}
		}
	}
}

func TestReplay(t *testing.T) {
	ts := newTestServer(t, nil)
	s := newWallet(t, someSecret).session(t, ts.now, testNamespace, seal.EIP712, nil)
	body, _ := request(t, s, seal.PolicyNamespace, "x")
	ts.chain.fails = chain.ErrChainUnavailable
	if _, e := ts.fetchBody(t, body); e == nil || e.Code != ChainUnavailable {
		t.Fatalf("got %v", e)
	}
	ts.chain.fails = nil
	if _, e := ts.fetchBody(t, body); e != nil {
		t.Fatalf("the same request, as it was not answered: %v", e)
	}
	asked := ts.chain.questions()
	if _, e := ts.fetchBody(t, body); e == nil || e.Code != ReplayedRequest {
		t.Errorf("replayed: %v", e)
	}
	if ts.chain.questions() != asked {
		t.Error("the chain was asked about a replay")
	}
	again, _ := request(t, s, seal.PolicyNamespace, "x")
	if _, e := ts.fetchBody(t, again); e != nil {
		t.Errorf("with a fresh ephemeral key: %v", e)
	}
}

func TestReplaysAreBounded(t *testing.T) {
	s := newReplays(3)
	now := time.Unix(1000, 0)
	for i := range 10 {
		if !s.add([32]byte{byte(i)}, now, now.Add(time.Minute)) {
			t.Errorf("%d was there", i)
		}
	}
	if len(s.seen) != 3 || len(s.order) != 3 || !s.contains([32]byte{9}, now) || s.contains([32]byte{6}, now) {
		t.Errorf("%d remembered", len(s.seen))
	}
	if s.add([32]byte{9}, now, now.Add(time.Minute)) || s.contains([32]byte{9}, now.Add(time.Minute)) {
		t.Error("kept for another time than asked")
	}
}

func TestPinnedPolicy(t *testing.T) {
	ts := newTestServer(t, nil)
	user := newWallet(t, someSecret)
	pinned := seal.NewPinnedNamespace(testChain, testPolicy, ts.chain.code)
	ask := func(n seal.Namespace) (*seal.FetchResponse, *Error) {
		b, _ := request(t, user.session(t, ts.now, n, seal.EIP712, nil), seal.PinnedNamespace, "x")
		return ts.fetchBody(t, b)
	}
	r, e := ask(pinned)
	if e != nil {
		t.Fatal(e)
	}
	if r.Keys[0].Identity.Namespace != pinned || *ts.chain.asked[0].CodeHash != ts.chain.code {
		t.Errorf("key of %s, code hash %x", r.Keys[0].Identity.Namespace, ts.chain.asked[0].CodeHash)
	}
	// The code changed since the hash was read: the evaluator notices, and no key of the old code's is given.
	ts.chain.code = [32]byte{10}
	if _, e := ask(pinned); e == nil || e.Reason != ReasonCodeChanged {
		t.Errorf("changed code: %v", e)
	}
	// Later, the hash is read anew: the session is for another namespace.
	ts.hashes.clear()
	if _, e := ask(pinned); e == nil || e.Code != InvalidSignature {
		t.Errorf("another namespace: %v", e)
	}
	ts.hashes.clear()
	ts.chain.code = [32]byte{}
	if _, e := ask(pinned); e == nil || e.Code != InvalidPolicy {
		t.Errorf("no code: %v", e)
	}
}

func TestHeaders(t *testing.T) {
	ts := newTestServer(t, func(o *Options) {
		o.APIKeys = map[[32]byte]string{sha256.Sum256([]byte("hush")): "friend"}
		o.LeastSDK = map[string]string{"typescript": "1.4.0"}
	})
	for _, c := range []struct {
		name    string
		headers []string
		status  int
		code    Code
	}{
		{"none", []string{SDKVersionHeader, ""}, 400, MissingRequiredHeader},
		{"not a version", []string{SDKVersionHeader, "1.2"}, 400, InvalidSDKVersion},
		{"old", []string{SDKVersionHeader, "1.3.9", SDKTypeHeader, "typescript"}, 426, DeprecatedSDKVersion},
		{"old of another type", []string{SDKVersionHeader, "1.3.9", SDKTypeHeader, "go"}, 403, InvalidPolicyRequest},
		{"wrong API key", []string{APIKeyHeader, "x"}, 401, InvalidAPIKey},
		{"right API key", []string{APIKeyHeader, "hush"}, 403, InvalidPolicyRequest},
	} {
		w := ts.do("POST", "/v1/fetch_key", []byte("{}"), append(c.headers, "Request-Id", "0000-1", "Origin", "https://app.example")...)
		if e := ParseError(w.Code, w.Body.Bytes(), ""); w.Code != c.status || e.Code != c.code {
			t.Errorf("%s: %d %v", c.name, w.Code, e)
		}
		h := w.Header()
		if h.Get(versionHeader) != "1.2.3" || h.Get(revisionHeader) != "abc" || h.Get("X-Request-Id") != "0000-1" ||
			h.Get("Access-Control-Allow-Origin") != "*" || !strings.Contains(h.Get("Access-Control-Expose-Headers"), versionHeader) {
			t.Errorf("%s: headers %v", c.name, h)
		}
	}
	required := newTestServer(t, func(o *Options) { o.RequireAPIKey = true })
	if w := required.do("POST", "/v1/fetch_key", nil); w.Code != http.StatusUnauthorized {
		t.Errorf("no API key where one is required: %d", w.Code)
	}
}

func TestPreflight(t *testing.T) {
	w := newTestServer(t, nil).do("OPTIONS", "/v1/fetch_key", nil, "Origin", "https://app.example", "Access-Control-Request-Headers", "client-sdk-version")
	if w.Code != http.StatusNoContent || w.Header().Get("Access-Control-Allow-Headers") != "client-sdk-version" {
		t.Errorf("%d %v", w.Code, w.Header())
	}
}

func TestPanicIsAnError(t *testing.T) {
	ts := newTestServer(t, nil)
	ts.chain.policy = func(Question, seal.PolicyCall) error { panic("oh") }
	_, _, e := ts.ask(t, "x")
	if e == nil || e.Code != InternalError || strings.Contains(e.Message, "oh") {
		t.Errorf("got %v", e)
	}
}
