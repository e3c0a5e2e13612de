package keyserver

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/prometheus/client_golang/prometheus/testutil"

	"github.com/walrus-go/walrus/chain"
	"github.com/walrus-go/walrus/seal"
)

// versions is a committee's version that a test changes.
type versions struct {
	mu  sync.Mutex
	at  uint32
	err error
}

func (v *versions) version(context.Context) (uint32, error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.at, v.err
}

// A member serves with the share of the version in force, with the last one while the version is unknown, and with none
// when it has none.
func TestCommitteeFollows(t *testing.T) {
	old, next := seal.GenerateMasterKey(), seal.GenerateMasterKey()
	v := &versions{err: errors.New("no chain")}
	ts := newTestServer(t, func(o *Options) {
		o.Mode, o.Keyring = CommitteeMode, nil
		o.Committee = &Committee{Server: seal.ServerID{1}, Shares: map[uint32]seal.MasterKey{1: old, 2: next}, Version: v.version}
	})
	served := int64(-1)
	step := func(name string, at uint32, err error, want *seal.MasterKey) {
		t.Helper()
		v.at, v.err = at, err
		served = ts.follow(t.Context(), served)
		r, k, e := ts.ask(t, "x")
		if want == nil {
			if e == nil || e.Code != Failure || ts.Ready(t.Context()) == nil {
				t.Errorf("%s: %v, ready: %v", name, e, ts.Ready(t.Context()))
			}
			return
		}
		if e != nil {
			t.Errorf("%s: %v", name, e)
			return
		}
		id := seal.Identity{Namespace: testNamespace, Inner: []byte("x")}
		if err := k.Verification().VerifyPartial(r.Keys[0].Key, id, want.PublicKey()); err != nil {
			t.Errorf("%s: another share: %v", name, err)
		}
	}
	step("not known yet", 0, errors.New("no chain"), nil)
	step("first", 1, nil, &old)
	step("chain gone", 0, errors.New("no chain"), &old)
	step("rotated", 2, nil, &next)
	step("not ours", 3, nil, nil)
	step("back", 2, nil, &next)

	pk := next.PublicKey().Bytes()
	if w := ts.do("GET", "/v1/debug/committee_partial_pk", nil); strings.TrimSpace(w.Body.String()) != `{"partial_pk":"`+base64Of(pk[:])+`"}` {
		t.Errorf("partial key: %s", w.Body)
	}
	if w := ts.do("GET", "/v1/service?service_id="+seal.ServerID{1}.String(), nil); w.Code != 400 {
		t.Errorf("proof of possession of a member: %d %s", w.Code, w.Body)
	}
}

// A member refuses ephemeral keys whose halves do not belong together, others do not look.
func TestEphemeralHalves(t *testing.T) {
	for _, mode := range []Mode{OpenMode, CommitteeMode} {
		ts := newTestServer(t, func(o *Options) {
			if o.Mode = mode; mode == CommitteeMode {
				o.Keyring = nil
				o.Committee = &Committee{Server: seal.ServerID{1}, Shares: map[uint32]seal.MasterKey{0: seal.GenerateMasterKey()}, Version: (&versions{}).version}
			}
		})
		if mode == CommitteeMode {
			ts.follow(t.Context(), -1)
		}
		a, b := seal.NewEphemeralKey(), seal.NewEphemeralKey()
		_, err := ts.ephemeral(a.Encryption().Bytes(), b.Verification().Bytes())
		if (err != nil) != (mode == CommitteeMode) {
			t.Errorf("%s: %v", mode, err)
		}
		if _, err := ts.ephemeral(a.Encryption().Bytes(), a.Verification().Bytes()); err != nil {
			t.Errorf("%s: %v", mode, err)
		}
	}
}

func TestService(t *testing.T) {
	ts := newTestServer(t, nil)
	for path, want := range map[string]string{
		"/v1/service":                 "400 InvalidServiceId",
		"/v1/service?service_id=0x12": "400 InvalidServiceId",
		"/v1/service?service_id=" + seal.ServerID{5}.String(): "400 InvalidServiceId",
		"/v1/public_key?index=0":                              "403 InvalidParameter",
		"/v1/debug/committee_partial_pk":                      "403 InvalidParameter",
		"/v2/service":                                         "404 NotFound",
	} {
		w := ts.do("GET", path, nil)
		if got := fmt.Sprintf("%d %s", w.Code, ParseError(w.Code, w.Body.Bytes(), "").Code); got != want {
			t.Errorf("%s: %s, want %s", path, got, want)
		}
	}
	if w := ts.do("GET", "/v1/fetch_key", nil); w.Code != 404 {
		t.Errorf("GET of keys: %d", w.Code)
	}
	for _, path := range []string{"/health", "/ready"} {
		if w := ts.do("GET", path, nil); w.Code != 200 {
			t.Errorf("%s: %d", path, w.Code)
		}
	}
	ts.chain.fails = chain.ErrChainUnavailable
	if h, r := ts.do("GET", "/health", nil), ts.do("GET", "/ready", nil); h.Code != 200 || r.Code != 503 {
		t.Errorf("without a chain: health %d, ready %d", h.Code, r.Code)
	}
}

// A permissioned server gives keys of each client for his policies alone, and those of nobody else's.
func TestPermissioned(t *testing.T) {
	mine, theirs := testNamespace, seal.NewPolicyNamespace(testChain, [20]byte{1})
	ring, err := seal.NewKeyring(mustSeed(t), []seal.KeyClient{
		{Name: "a", Kind: seal.DerivedKind, Index: 0, Server: seal.ServerID{1}, Namespaces: []seal.Namespace{mine}},
		{Name: "b", Kind: seal.DerivedKind, Index: 1, Server: seal.ServerID{2}, Namespaces: []seal.Namespace{theirs}},
	})
	if err != nil {
		t.Fatal(err)
	}
	ts := newTestServer(t, func(o *Options) { o.Mode, o.Keyring = PermissionedMode, ring })
	r, k, e := ts.ask(t, "x")
	if e != nil {
		t.Fatal(e)
	}
	first, err := mustSeed(t).Derive(0)
	if err != nil {
		t.Fatal(err)
	}
	if err := k.Verification().VerifyPartial(r.Keys[0].Key, seal.Identity{Namespace: mine, Inner: []byte("x")}, first.PublicKey()); err != nil {
		t.Errorf("not the client's key: %v", err)
	}
	s := newWallet(t, someSecret).session(t, ts.now, testNamespace, seal.EIP712, func(a *seal.Authorization) {
		a.Policy[19]++
		a.Namespace = seal.NewPolicyNamespace(testChain, a.Policy)
	})
	asked := ts.chain.questions()
	body, _ := request(t, s, seal.PolicyNamespace, "x")
	if _, e := ts.fetchBody(t, body); e == nil || e.Code != UnsupportedNamespace || e.Reason != ReasonNotServed || ts.chain.questions() != asked {
		t.Errorf("policy of no client: %v", e)
	}
	next, err := mustSeed(t).Derive(2)
	if err != nil {
		t.Fatal(err)
	}
	if w := ts.do("GET", "/v1/public_key?index=2", nil); !strings.Contains(w.Body.String(), next.PublicKey().String()) {
		t.Errorf("next public key: %s", w.Body)
	}
	for _, i := range []string{"0", "1", "12", "x", "-1", "99999999999999999999"} {
		if w := ts.do("GET", "/v1/public_key?index="+i, nil); w.Code != 403 {
			t.Errorf("public key %s: %d", i, w.Code)
		}
	}
}

// Rates: of the user by his own signature alone, of the source address otherwise, of the namespace, of the API key.
func TestRates(t *testing.T) {
	limited := func(change func(*Limits)) *testServer {
		return newTestServer(t, func(o *Options) { change(&o.Limits) })
	}
	one := Rate{0.001, 1}
	stranger := newWallet(t, strings.Repeat("02", 32))
	forged := func(ts *testServer) *Error {
		s := stranger.session(t, ts.now, testNamespace, seal.EIP712, func(a *seal.Authorization) { a.User = newWallet(t, someSecret).address })
		b, _ := request(t, s, seal.PolicyNamespace, "x")
		_, e := ts.fetchBody(t, b)
		return e
	}
	for name, change := range map[string]func(*Limits){
		"source address": func(l *Limits) { l.Source = one }, "user": func(l *Limits) { l.User = one }, "namespace": func(l *Limits) { l.Namespace = one },
	} {
		ts := limited(change)
		_, _, first := ts.ask(t, "x")
		_, _, second := ts.ask(t, "x")
		if first != nil || second == nil || second.Code != RateLimited || second.RetryAfter < time.Second || !strings.Contains(second.Message, name) {
			t.Errorf("%s: %v, then %v after %v", name, first, second, second.RetryAfter)
		}
		if n := testutil.ToFloat64(ts.metrics.limited.WithLabelValues(name)); n != 1 {
			t.Errorf("%s: metric is %v", name, n)
		}
		ts.now = ts.now.Add(2000 * time.Second)
		if _, _, e := ts.ask(t, "x"); e != nil {
			t.Errorf("%s: later: %v", name, e)
		}
	}
	ts := limited(func(l *Limits) { l.User, l.Wallet = one, one })
	if e := forged(ts); e == nil || e.Code != InvalidSignature {
		t.Errorf("forged: %v", e)
	}
	if e := forged(ts); e == nil || e.Code != RateLimited || ts.chain.questions() != 1 {
		t.Errorf("forged again: %v, the chain was asked %d times", e, ts.chain.questions())
	}
	if _, _, e := ts.ask(t, "x"); e != nil {
		t.Errorf("the user whose name was used: %v", e)
	}
	w := limited(func(l *Limits) { l.Source = Rate{0.001, 1} })
	w.do("GET", "/ready", nil)
	if r := w.do("POST", "/v1/fetch_key", nil); r.Code != 429 || r.Header().Get("Access-Control-Allow-Origin") != "*" || r.Header().Get("Retry-After") == "" {
		t.Errorf("%d, headers %v", r.Code, r.Header())
	}
}

func TestSourceOf(t *testing.T) {
	for _, c := range []struct{ remote, header, want string }{
		{"192.0.2.1:99", "", "192.0.2.1"},
		{"[2001:db8:1:2:3::4]:99", "", "2001:db8:1:2::/64"},
		{"[::ffff:192.0.2.1]:99", "", "192.0.2.1"},
		{"127.0.0.1:1", "198.51.100.7", "198.51.100.7"},
		{"127.0.0.1:1", "10.0.0.1, 198.51.100.7", "198.51.100.7"},
		{"127.0.0.1:1", "nonsense", "unknown"},
	} {
		r := httptest.NewRequest("GET", "/", nil)
		r.RemoteAddr = c.remote
		name := ""
		if c.header != "" {
			name = "X-Forwarded-For"
			r.Header.Set(name, c.header)
		}
		if got := sourceOf(r, name); got != c.want {
			t.Errorf("%v: %s", c, got)
		}
		r.Header.Set("X-Forwarded-For", "203.0.113.9")
		if got := sourceOf(r, ""); c.header == "" && got != c.want {
			t.Errorf("a header that nobody trusts: %s", got)
		}
	}
}

// Approvals hold for the block they were given at, and for the very question; refusals for 2 s.
func TestVerdictCache(t *testing.T) {
	heads := &fakeHeads{}
	heads.head = chain.Block{Number: 1, Hash: [32]byte{1}}
	ts := newTestServer(t, func(o *Options) { o.Evaluator = heads })
	user := newWallet(t, someSecret)
	s := user.session(t, ts.now, testNamespace, seal.EIP712, nil)
	ask := func(s *seal.Session, inner ...string) *Error {
		b, _ := request(t, s, seal.PolicyNamespace, inner...)
		_, e := ts.fetchBody(t, b)
		return e
	}
	want := func(name string, n int) {
		t.Helper()
		if got := heads.questions(); got != n {
			t.Errorf("%s: the chain was asked %d times, want %d", name, got, n)
		}
	}
	for range 3 {
		if e := ask(s, "x"); e != nil {
			t.Fatal(e)
		}
	}
	want("same question", 1)
	ask(s, "y")
	want("another inner ID", 2)
	ask(s, "x", "y")
	want("both", 3)
	ask(user.session(t, ts.now, testNamespace, seal.EIP712, nil), "x")
	want("another session", 4)
	heads.policy = func(Question, seal.PolicyCall) error { return ErrRefused }
	if e := ask(s, "x"); e != nil {
		t.Errorf("at the same block: %v", e)
	}
	heads.head = chain.Block{Number: 2, Hash: [32]byte{2}}
	if e := ask(s, "x"); e == nil || e.Code != NoAccess {
		t.Errorf("revoked in the next block: %v", e)
	}
	want("next block", 5)
	ask(s, "x")
	want("refused a moment ago", 5)
	ts.now = ts.now.Add(refusalTTL)
	heads.policy = nil
	heads.fails = ErrStale
	if e := ask(s, "x"); e == nil || e.Reason != ReasonStale {
		t.Errorf("stale: %v", e)
	}
	if testutil.ToFloat64(ts.metrics.stale) != 1 || testutil.ToFloat64(ts.metrics.verdicts.WithLabelValues("cache")) < 3 {
		t.Error("metrics do not tell")
	}
}

// A verdict that does not answer each call is none.
func TestIncompleteVerdict(t *testing.T) {
	for _, v := range []Verdict{{}, {Blocks: make([]chain.Block, 1)}, {Denied: make([]error, 1)}, {Denied: make([]error, 3), Blocks: make([]chain.Block, 1)}} {
		if _, err := v.whole(2); err == nil {
			t.Errorf("%+v: taken", v)
		}
	}
}

func TestInFlight(t *testing.T) {
	entered, leave := make(chan struct{}), make(chan struct{})
	ts := newTestServer(t, func(o *Options) { o.Limits.InFlight = 1 })
	ts.chain.policy = func(Question, seal.PolicyCall) error {
		close(entered)
		<-leave
		return nil
	}
	first := make(chan *Error, 1)
	s := newWallet(t, someSecret).session(t, ts.now, testNamespace, seal.EIP712, nil)
	body, _ := request(t, s, seal.PolicyNamespace, "x")
	go func() { _, e := ts.fetchBody(t, body); first <- e }()
	<-entered
	w := ts.do("POST", "/v1/fetch_key", nil)
	if e := ParseError(w.Code, w.Body.Bytes(), w.Header().Get("Retry-After")); w.Code != 503 || e.Reason != ReasonBusy || e.RetryAfter == 0 {
		t.Errorf("above the limit: %d %v", w.Code, e)
	}
	close(leave)
	if e := <-first; e != nil {
		t.Errorf("within the limit: %v", e)
	}
}

// What New refuses, it names.
func TestOptions(t *testing.T) {
	_, err := New(Options{Mode: "x", MaxTTL: 1, LeastSDK: map[string]string{"go": "1"}})
	for _, want := range []string{"mode", "evaluator", "chain ID", "sessions", "least version", "rate of a user"} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error does not name %q: %v", want, err)
		}
	}
	if bytes.Contains([]byte(fmt.Sprint(err)), []byte("%!")) {
		t.Error(err)
	}
}

// lru against a map and a slow order of use.
func TestLRU(t *testing.T) {
	now := time.Unix(0, 0)
	c := newLRU[int, int](3, 10*time.Second, false, func() time.Time { return now })
	for i := range 4 {
		c.put(i, 10*i)
	}
	c.get(1)
	c.put(4, 40)
	for key, want := range map[int]bool{0: false, 1: true, 2: false, 3: true, 4: true} {
		if v, ok := c.get(key); ok != want || (ok && v != 10*key) {
			t.Errorf("%d: %d, %v", key, v, ok)
		}
	}
	now = now.Add(10 * time.Second)
	if _, ok := c.get(1); ok || len(c.entries) != 2 || c.order.Len() != 2 {
		t.Errorf("expired: %v, %d left", ok, len(c.entries))
	}
	s := newLRU[int, int](3, 10*time.Second, true, func() time.Time { return now })
	s.put(1, 1)
	for range 5 {
		now = now.Add(9 * time.Second)
		if s.getOrPut(1, func() int { return 2 }) != 1 {
			t.Error("forgotten though used")
		}
	}
	now = now.Add(10 * time.Second)
	if s.getOrPut(1, func() int { return 2 }) != 2 {
		t.Error("kept though idle")
	}
}
