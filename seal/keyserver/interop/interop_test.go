// Package interop holds the outside judge of the key server: the official client from npm, unmodified, run under node
// against servers of ours on loopback. Only the chain is a stub: the registry entries that the client reads, and the
// verdict that a policy would give. Everything between them is real on both sides: proofs of possession, sessions and
// their signatures, transactions, keys, encrypted objects.
//
// It needs node and the packages of the lock file: npm ci --no-audit --no-fund in this directory.
package interop

import (
	"bytes"
	"context"
	"crypto/rand"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"testing"
	"time"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
	"github.com/walrus-go/walrus/seal"
	"github.com/walrus-go/walrus/seal/keyserver"
)

// verdict is the stub for a policy of the official system: everything is approved but one inner ID.
type verdict struct{ refused []byte }

func (v *verdict) Identities(_ context.Context, transaction []byte) ([]seal.Identity, error) {
	return keyserver.ParseTransaction(transaction)
}

func (v *verdict) Approve(_ context.Context, _ [32]byte, transaction []byte) error {
	ids, err := keyserver.ParseTransaction(transaction)
	if err != nil {
		return err
	}
	for _, id := range ids {
		if bytes.Equal(id.Inner, v.refused) {
			return fmt.Errorf("%w: not on the list", keyserver.ErrRefused)
		}
	}
	return nil
}

// noChain is the evaluator of servers that nobody asks about policies in the EVM.
type noChain struct{}

func (noChain) Evaluate(context.Context, keyserver.Question) (keyserver.Verdict, error) {
	return keyserver.Verdict{}, chain.ErrChainUnavailable
}

func (noChain) CodeHash(context.Context, walrus.Address) ([32]byte, error) {
	return [32]byte{}, chain.ErrChainUnavailable
}

type entry struct {
	ID        seal.ServerID `json:"id"`
	Name      string        `json:"name"`
	URL       string        `json:"url"`
	PublicKey string        `json:"publicKey"`
}

type object struct {
	ID    string `json:"id"`
	Bytes string `json:"bytes"`
}

type judgeInput struct {
	Package   string   `json:"package"`
	UserSeed  string   `json:"userSeed"`
	Threshold int      `json:"threshold"`
	Servers   []entry  `json:"servers"`
	Impostors []entry  `json:"impostors"`
	Objects   []object `json:"objects"`
	EncryptID string   `json:"encryptId"`
	Plaintext string   `json:"plaintext"`
	AAD       string   `json:"aad"`
	RefusedID string   `json:"refusedId"`
}

type result[T any] struct {
	Value   T      `json:"value"`
	Error   string `json:"error"`
	Message string `json:"message"`
}

type judgeOutput struct {
	Decrypted []result[string] `json:"decrypted"`
	Batch     result[[]string] `json:"batch"`
	Encrypted []result[struct {
		Object string `json:"object"`
		Key    string `json:"key"`
	}] `json:"encrypted"`
	Refused  result[any] `json:"refused"`
	Impostor result[any] `json:"impostor"`
	WrongKey result[any] `json:"wrongKey"`
}

func random(t *testing.T, n int) []byte {
	t.Helper()
	b := make([]byte, n)
	if _, err := rand.Read(b); err != nil {
		t.Fatal(err)
	}
	return b
}

// serve runs a key server on loopback until the test ends.
func serve(t *testing.T, name string, n seal.Namespace, master seal.MasterKey, refused []byte) entry {
	t.Helper()
	id := seal.ServerID(random(t, 32))
	seed, err := seal.ParseSeed(hex.EncodeToString(random(t, 32)))
	if err != nil {
		t.Fatal(err)
	}
	ring, err := seal.NewKeyring(seed, []seal.KeyClient{{
		Name: "official", Kind: seal.ImportedKind, Imported: master, Server: id, Namespaces: []seal.Namespace{n},
	}})
	if err != nil {
		t.Fatal(err)
	}
	s, err := keyserver.New(keyserver.Options{
		Mode: keyserver.PermissionedMode, ChainID: 1, Keyring: ring, Evaluator: noChain{}, Limits: keyserver.DefaultLimits(),
		Official: &verdict{refused}, Version: "0.6.10", Revision: "interop",
	})
	if err != nil {
		t.Fatal(err)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	server := &http.Server{Handler: s, ReadHeaderTimeout: 5 * time.Second}
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(l) }()
	t.Cleanup(func() {
		if err := server.Close(); err != nil {
			t.Error(err)
		}
		<-ended
	})
	pk := master.PublicKey().Bytes()
	return entry{ID: id, Name: name, URL: "http://" + l.Addr().String(), PublicKey: hex.EncodeToString(pk[:])}
}

// judge runs the official client.
func judge(t *testing.T, in *judgeInput) *judgeOutput {
	t.Helper()
	b, err := json.Marshal(in)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, "node", "judge.mjs")
	cmd.Stdin = bytes.NewReader(b)
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	if err := cmd.Run(); err != nil {
		t.Fatalf("node: %v\n%s", err, stderr.Bytes())
	}
	var out judgeOutput
	if err := json.Unmarshal(stdout.Bytes(), &out); err != nil {
		t.Fatalf("output of the judge: %v\n%s%s", err, stdout.Bytes(), stderr.Bytes())
	}
	return &out
}

func TestOfficialClient(t *testing.T) {
	if testing.Short() {
		t.Skip("the official client takes seconds; skipped under -short")
	}
	if _, err := exec.LookPath("node"); err != nil {
		t.Skipf("the official client needs node: %v", err)
	}
	if _, err := os.Stat("node_modules/@mysten/seal/package.json"); err != nil {
		t.Skipf("the official client is not installed (npm ci --no-audit --no-fund in seal/keyserver/interop): %v", err)
	}
	const threshold = 2
	namespace := seal.Namespace(random(t, 32))
	refused := random(t, 24)
	var to seal.Recipients
	in := &judgeInput{
		Package: namespace.String(), UserSeed: hex.EncodeToString(random(t, 32)), Threshold: threshold,
		EncryptID: hex.EncodeToString(random(t, 40)), Plaintext: hex.EncodeToString(random(t, 1000)), AAD: hex.EncodeToString([]byte("some aad")),
		RefusedID: hex.EncodeToString(refused),
	}
	masters := map[seal.ServerID]seal.MasterKey{}
	public := seal.PublicKeys{}
	for i := range 3 {
		k := seal.GenerateMasterKey()
		e := serve(t, fmt.Sprintf("server %d", i), namespace, k, refused)
		in.Servers = append(in.Servers, e)
		masters[e.ID], public[e.ID] = k, k.PublicKey()
		to.Servers = append(to.Servers, seal.Server{ID: e.ID, Key: k.PublicKey()})
	}
	impostor := in.Servers[0]
	other := seal.GenerateMasterKey().PublicKey().Bytes()
	impostor.PublicKey = hex.EncodeToString(other[:])
	in.Impostors = []entry{impostor}
	to.Threshold = threshold
	texts := [][]byte{random(t, 333), random(t, 77), {}}
	for i, mode := range []seal.Mode{seal.AES256GCM, seal.HMAC256CTR, seal.AES256GCM} {
		to.Identity = seal.NewIdentity(namespace, random(t, 16))
		o, _, err := seal.Encrypt(to, mode, texts[i], []byte("aad of ours"))
		if err != nil {
			t.Fatal(err)
		}
		in.Objects = append(in.Objects, object{hex.EncodeToString(to.Identity.Inner), hex.EncodeToString(o.Bytes())})
	}
	out := judge(t, in)
	checkDecrypted(t, out, texts)
	checkEncrypted(t, out, in, masters, public)
	checkFailures(t, out)
}

// checkDecrypted: the official client opened what we encrypted.
func checkDecrypted(t *testing.T, out *judgeOutput, texts [][]byte) {
	t.Helper()
	if len(out.Decrypted) != len(texts) || len(out.Batch.Value) != len(texts) {
		t.Fatalf("%d and %d objects decrypted, want %d; %s: %s", len(out.Decrypted), len(out.Batch.Value), len(texts), out.Batch.Error, out.Batch.Message)
	}
	for i, text := range texts {
		if d := out.Decrypted[i]; d.Error != "" || d.Value != hex.EncodeToString(text) {
			t.Errorf("object %d: %s %s, got %q", i, d.Error, d.Message, d.Value)
		}
		if out.Batch.Value[i] != hex.EncodeToString(text) {
			t.Errorf("object %d of the batch: got %q", i, out.Batch.Value[i])
		}
	}
}

// checkEncrypted: we open what the official client encrypted, with any two keys.
func checkEncrypted(t *testing.T, out *judgeOutput, in *judgeInput, masters map[seal.ServerID]seal.MasterKey, public seal.PublicKeys) {
	t.Helper()
	if len(out.Encrypted) != 2 {
		t.Fatalf("%d objects encrypted", len(out.Encrypted))
	}
	for i, e := range out.Encrypted {
		if e.Error != "" {
			t.Errorf("object %d: %s %s", i, e.Error, e.Message)
			continue
		}
		b, err := hex.DecodeString(e.Value.Object)
		if err != nil {
			t.Fatal(err)
		}
		o, err := seal.ParseObject(b)
		if err != nil {
			t.Errorf("object %d: %v", i, err)
			continue
		}
		for _, leftOut := range in.Servers {
			keys := seal.Keys{}
			for id, k := range masters {
				if id != leftOut.ID {
					keys[id] = k.Derive(o.Identity())
				}
			}
			text, err := o.Decrypt(keys, public)
			if err != nil || hex.EncodeToString(text) != in.Plaintext {
				t.Errorf("object %d without %s: %x, %v", i, leftOut.Name, text, err)
			}
		}
		if string(o.AAD()) != "some aad" || o.Threshold() != in.Threshold {
			t.Errorf("object %d: aad %q, threshold %d", i, o.AAD(), o.Threshold())
		}
	}
}

// checkFailures: it understands our errors, and finds out who is not whom he says.
func checkFailures(t *testing.T, out *judgeOutput) {
	t.Helper()
	for name, c := range map[string]struct {
		got  result[any]
		want string
	}{
		"refused":   {out.Refused, "NoAccessError"},
		"impostor":  {out.Impostor, "InvalidKeyServerError"},
		"wrong key": {out.WrongKey, ""},
	} {
		if c.got.Error == "" || (c.want != "" && c.got.Error != c.want) {
			t.Errorf("%s: got %q (%s), want %s", name, c.got.Error, c.got.Message, c.want)
		}
		t.Logf("%s: %s: %s", name, c.got.Error, c.got.Message)
	}
}
