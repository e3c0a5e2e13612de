package keyserver

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/decred/dcrd/dcrec/secp256k1/v4"
	"github.com/decred/dcrd/dcrec/secp256k1/v4/ecdsa"
	"golang.org/x/crypto/sha3"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
	"github.com/walrus-go/walrus/seal"
)

// fakeChain is an evaluator with a policy in Go. It verifies own keys only.
type fakeChain struct {
	mu     sync.Mutex
	policy func(q Question, c seal.PolicyCall) error // nil approves
	fails  error
	code   [32]byte
	head   chain.Block
	asked  []Question
	hashes int
}

func (f *fakeChain) Evaluate(_ context.Context, q Question) (Verdict, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.asked = append(f.asked, q)
	if f.fails != nil {
		return Verdict{}, f.fails
	}
	v := Verdict{Blocks: []chain.Block{f.head}, GasUsed: 4300}
	signer, err := seal.RecoverSigner(q.Digest, q.Signature)
	for _, c := range q.Calls {
		var denied error
		switch {
		case err != nil || signer != q.User:
			denied = fmt.Errorf("%w: recovered %v", ErrSignature, signer)
		case q.CodeHash != nil && *q.CodeHash != f.code:
			denied = ErrCodeChanged
		case f.policy != nil:
			denied = f.policy(q, c)
		}
		v.Denied = append(v.Denied, denied)
	}
	return v, nil
}

func (f *fakeChain) CodeHash(context.Context, walrus.Address) ([32]byte, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.hashes++
	return f.code, f.fails
}

func (f *fakeChain) questions() int {
	f.mu.Lock()
	defer f.mu.Unlock()
	return len(f.asked)
}

// fakeHeads is a fakeChain whose verdicts can be cached.
type fakeHeads struct{ fakeChain }

func (f *fakeHeads) Heads(context.Context, Class) ([]chain.Block, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	return []chain.Block{f.head}, f.fails
}

// testServer is a server with its parts at hand.
type testServer struct {
	*Server
	chain  *fakeChain
	id     seal.ServerID
	master seal.MasterKey
	now    time.Time
}

const testChain = 31337

var testPolicy = walrus.Address{0xe7, 0xf1, 19: 0x12}

func newTestServer(t testing.TB, change func(*Options)) *testServer {
	t.Helper()
	ts := &testServer{
		chain: &fakeChain{head: chain.Block{Number: 1, Hash: [32]byte{1}}, code: [32]byte{9}}, id: seal.NewServerID(testChain, walrus.Address{7}, 1),
		master: seal.GenerateMasterKey(), now: time.UnixMilli(1767225600000).Add(time.Minute),
	}
	o := Options{
		Mode: OpenMode, ChainID: testChain, Keyring: seal.NewOpenKeyring(ts.id, ts.master), Evaluator: ts.chain,
		Limits: DefaultLimits(), Version: "1.2.3", Revision: "abc", Now: func() time.Time { return ts.now },
	}
	if change != nil {
		change(&o)
	}
	var err error
	if ts.Server, err = New(o); err != nil {
		t.Fatal(err)
	}
	return ts
}

// do sends a request through the handler.
func (ts *testServer) do(method, path string, body []byte, headers ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, path, bytes.NewReader(body))
	r.Header.Set(SDKVersionHeader, "1.0.0")
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	ts.ServeHTTP(w, r)
	return w
}

func (ts *testServer) fetchBody(t testing.TB, body []byte) (*seal.FetchResponse, *Error) {
	t.Helper()
	w := ts.do("POST", "/v1/fetch_key", body)
	if w.Code != http.StatusOK {
		e := ParseError(w.Code, w.Body.Bytes(), w.Header().Get("Retry-After"))
		if e.Status() != w.Code {
			t.Fatalf("code %s came with status %d", e.Code, w.Code)
		}
		return nil, e
	}
	var r seal.FetchResponse
	if err := json.Unmarshal(w.Body.Bytes(), &r); err != nil {
		t.Fatal(err)
	}
	return &r, nil
}

// wallet is an account's own key.
type wallet struct {
	key     *secp256k1.PrivateKey
	address walrus.Address
}

func newWallet(t testing.TB, secret string) *wallet {
	t.Helper()
	b, err := hex.DecodeString(secret)
	if err != nil {
		t.Fatal(err)
	}
	w := &wallet{key: secp256k1.PrivKeyFromBytes(b)}
	h := sha3.NewLegacyKeccak256()
	h.Write(w.key.PubKey().SerializeUncompressed()[1:])
	copy(w.address[:], h.Sum(nil)[12:])
	return w
}

var someSecret = hex.EncodeToString(sha256.New().Sum(nil))

func (w *wallet) sign(digest [32]byte) []byte {
	c := ecdsa.SignCompact(w.key, digest[:], false)
	return append(c[1:], c[0])
}

// session opens a session of the wallet under a namespace.
func (w *wallet) session(t testing.TB, at time.Time, n seal.Namespace, scheme seal.Scheme, change func(*seal.Authorization)) *seal.Session {
	t.Helper()
	a := seal.Authorization{User: w.address, ChainID: testChain, Policy: testPolicy, Namespace: n, Created: uint64(at.UnixMilli()), TTL: 600, Purpose: "read"}
	if change != nil {
		change(&a)
	}
	s, err := seal.NewSession(a, scheme, func(a seal.Authorization) ([]byte, error) {
		if scheme == seal.EIP191 {
			return w.sign(a.PersonalDigest()), nil
		}
		return w.sign(a.TypedDataDigest()), nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func request(t testing.TB, s *seal.Session, kind seal.NamespaceKind, inner ...string) ([]byte, seal.EphemeralKey) {
	t.Helper()
	k := seal.NewEphemeralKey()
	c := s.Certificate()
	p := seal.PolicyRequest{Kind: kind, ChainID: c.ChainID, Policy: c.Policy}
	for _, id := range inner {
		p.Calls = append(p.Calls, seal.PolicyCall{Inner: []byte(id)})
	}
	r, err := s.Request(p, k)
	if err != nil {
		t.Fatal(err)
	}
	b, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	return b, k
}

var testNamespace = seal.NewPolicyNamespace(testChain, testPolicy)

// ask makes a session and a request, and sends it.
func (ts *testServer) ask(t testing.TB, inner ...string) (*seal.FetchResponse, seal.EphemeralKey, *Error) {
	t.Helper()
	s := newWallet(t, someSecret).session(t, ts.now, testNamespace, seal.EIP712, nil)
	body, k := request(t, s, seal.PolicyNamespace, inner...)
	r, e := ts.fetchBody(t, body)
	return r, k, e
}

// vectors reads a file of golden vectors.
func vectors(t testing.TB, name string, into any) {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("..", "testdata", "official", name))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b, into); err != nil {
		t.Fatal(err)
	}
}

func unhex(t testing.TB, s string) []byte {
	t.Helper()
	b, err := hex.DecodeString(s)
	if err != nil {
		t.Fatal(err)
	}
	return b
}
