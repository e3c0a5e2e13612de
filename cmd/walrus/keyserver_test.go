package main

import (
	"bytes"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/decred/dcrd/dcrec/secp256k1/v4"
	"github.com/decred/dcrd/dcrec/secp256k1/v4/ecdsa"
	"golang.org/x/crypto/sha3"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain/evm/access"
	"github.com/walrus-go/walrus/seal"
	"github.com/walrus-go/walrus/seal/keyserver"
	"github.com/walrus-go/walrus/seal/keyserver/keyclient"
)

// keyserverFiles are the files of a key server in a directory of its own.
type keyserverFiles struct{ config, key, password string }

const keyserverRegistry = "0xe7f1725e7734ce288f8367e1bb143e90bb3f0512"

func newKeyserverFiles(t *testing.T, rpcURL string, serial int) (f keyserverFiles, public seal.PublicKey) {
	t.Helper()
	dir := t.TempDir()
	f = keyserverFiles{filepath.Join(dir, "keyserver.yaml"), filepath.Join(dir, "master.key"), filepath.Join(dir, "password")}
	config := fmt.Sprintf(`bind_address: 127.0.0.1:0
metrics_address: 127.0.0.1:0
registry: %s
serial: %d
key: {path: master.key, password_file: password}
chain: {chain_id: 271828, rpc_urls: ["%s"], single_endpoint: true, finality: latest, block_time_millis: 1000}
`, keyserverRegistry, serial, rpcURL)
	for path, text := range map[string]string{f.config: config, f.password: "correct horse\n"} {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	out := mustJSON[keyserverKeyOutput](t, "keyserver", "generate-key", f.key, "--password-file", f.password)
	b, err := hex.DecodeString(strings.TrimPrefix(out.PublicKey, "0x"))
	if err != nil {
		t.Fatal(err)
	}
	if public, err = seal.ParsePublicKey(b); err != nil {
		t.Fatal(err)
	}
	return f, public
}

// newReader makes an account and a session of it under a policy.
func newReader(t *testing.T, policy walrus.Address) (*seal.Session, walrus.Address) {
	t.Helper()
	key, err := secp256k1.GeneratePrivateKey()
	if err != nil {
		t.Fatal(err)
	}
	h := sha3.NewLegacyKeccak256()
	h.Write(key.PubKey().SerializeUncompressed()[1:])
	user := walrus.Address(h.Sum(nil)[12:])
	a := seal.Authorization{
		User: user, ChainID: 271828, Policy: policy, Namespace: seal.NewPolicyNamespace(271828, policy),
		Created: uint64(time.Now().UnixMilli()), TTL: 600, Purpose: "read",
	}
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

// Two key servers as real processes and an allow list on a real chain: who is on the list reads, who is not or is no
// longer does not, and nobody reads with the keys of one server.
func TestKeyserverProcess(t *testing.T) {
	devnet, net := startDevnet(t, t.TempDir(), "--block-time", "1s")
	u := func(args ...string) []string {
		return append(append([]string{"policy"}, args...), "--config", net.ClientConfig)
	}
	policy := mustJSON[policyOutput](t, u("deploy", string(access.AllowListKind))...).Policy
	resource := mustJSON[policyOutput](t, u("create", string(access.AllowListKind), policy.String())...).Resource
	list, err := parseResource(resource)
	if err != nil {
		t.Fatal(err)
	}
	session, user := newReader(t, policy)
	registry, err := walrus.ParseAddress(keyserverRegistry)
	if err != nil {
		t.Fatal(err)
	}
	to := seal.Recipients{Identity: seal.NewIdentity(seal.NewPolicyNamespace(271828, policy), list[:]), Threshold: 2}
	source := &keyclient.Source{Servers: map[seal.ServerID]keyclient.Server{}, Session: session, Version: "1.0.0"}
	public := seal.PublicKeys{}
	var daemons []*process
	var metrics string
	for serial := 1; serial <= 2; serial++ {
		f, key := newKeyserverFiles(t, net.ChainRPC, serial)
		p, out := start[readyOutput](t, "keyserver", "--config", f.config)
		daemons, metrics = append(daemons, p), out.Metrics
		id := seal.NewServerID(271828, registry, uint64(serial))
		source.Servers[id] = keyclient.Server{Endpoint: keyclient.Endpoint{URL: out.Address}}
		to.Servers, public[id] = append(to.Servers, seal.Server{ID: id, Key: key}), key
		if err := source.VerifyServer(t.Context(), id, key); err != nil {
			t.Errorf("possession: %v", err)
		}
	}
	text := []byte("for members")
	o, _, err := seal.Encrypt(to, seal.AES256GCM, text, nil)
	if err != nil {
		t.Fatal(err)
	}
	read := func() ([]byte, error) {
		return (&seal.Client{Source: source, Directory: public}).Decrypt(t.Context(), o)
	}
	if got, err := read(); !errors.Is(err, seal.ErrRefused) {
		t.Errorf("a stranger: %q, %v", got, err)
	}
	mustRun(t, u("grant", policy.String(), resource, user.String())...)
	time.Sleep(2100 * time.Millisecond) // refusals are remembered for 2 s
	for range 3 {
		if got, err := read(); err != nil || !bytes.Equal(got, text) {
			t.Errorf("a member: %q, %v", got, err)
		}
	}
	checkCached(t, metrics)
	testForgery(t, source, user, to.Identity)
	mustRun(t, u("revoke", policy.String(), resource, user.String())...)
	if got, err := read(); !errors.Is(err, seal.ErrRefused) {
		t.Errorf("no member any more: %q, %v", got, err)
	}
	for _, p := range daemons {
		p.interrupt(t)
	}
	devnet.interrupt(t)
}

// testForgery asks on behalf of a member, without his signature.
func testForgery(t *testing.T, source *keyclient.Source, member walrus.Address, id seal.Identity) {
	t.Helper()
	stranger, _ := newReader(t, source.Session.Certificate().Policy)
	c := stranger.Certificate()
	c.User = member
	forged, err := seal.NewSession(c.Authorization, seal.EIP712, func(seal.Authorization) ([]byte, error) { return c.Signature, nil })
	if err != nil {
		t.Fatal(err)
	}
	s := *source
	s.Session = forged
	for server := range s.Servers {
		_, err := s.DeriveKey(t.Context(), server, id)
		if e := new(keyserver.Error); !errors.As(err, &e) || e.Code != keyserver.InvalidSignature {
			t.Errorf("forged signature: %v", err)
		}
	}
}

// checkCached: some approvals came from the cache, whose blocks were looked up on the chain.
func checkCached(t *testing.T, metrics string) {
	t.Helper()
	r, err := http.Get(metrics)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	b, err := io.ReadAll(io.LimitReader(r.Body, 1<<20))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`walrus_keyserver_verdicts_total{from="cache"} `, `walrus_keyserver_requests_total{code="ok"} 3`} {
		if !strings.Contains(string(b), want) {
			t.Errorf("metrics lack %s", want)
		}
	}
}

func TestKeyserverFiles(t *testing.T) {
	f, public := newKeyserverFiles(t, "http://127.0.0.1:1", 1)
	if out := mustJSON[keyserverKeyOutput](t, "keyserver", "public-key", f.key, "--password-file", f.password); out.PublicKey != public.String() {
		t.Errorf("public key %s, want %s", out.PublicKey, public)
	}
	if out := mustJSON[keyserverKeyOutput](t, "keyserver", "export-key", f.key, "--password-file", f.password, "--yes"); len(out.Secret) != 64 {
		t.Errorf("exported %d digits", len(out.Secret))
	}
	if out := mustRun(t, "keyserver", "--check-config", "--config", f.config); !strings.Contains(out, "mode: open") {
		t.Errorf("configuration: %s", out)
	}
	mustFail(t, []string{"keyserver", "export-key", f.key, "--password-file", f.password}, "--yes")
	mustFail(t, []string{"keyserver", "generate-key", f.key, "--password-file", f.password}, "exists")
	mustFail(t, []string{"keyserver"}, "--config")
	if err := os.WriteFile(f.password, []byte("battery staple"), 0o600); err != nil {
		t.Fatal(err)
	}
	mustFail(t, []string{"keyserver", "--config", f.config, "--check-config"}, "wrong password")
	if err := os.Chmod(f.key, 0o644); err != nil {
		t.Fatal(err)
	}
	mustFail(t, []string{"keyserver", "--config", f.config, "--check-config"}, "0600")
}
