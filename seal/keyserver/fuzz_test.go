package keyserver

import (
	"encoding/json"
	"errors"
	"testing"

	"github.com/walrus-go/walrus/internal/bcs"
	"github.com/walrus-go/walrus/seal"
)

// FuzzFetchKey: whatever the body, the handler answers with a known code that is no fault of its own, and gives no keys, as
// neither chain approves of anything.
func FuzzFetchKey(f *testing.F) {
	ts := newTestServer(f, func(o *Options) {
		o.Limits.Source, o.Limits.Wallet = Rate{1e9, 1 << 30}, Rate{1e9, 1 << 30}
		o.Official = &officialStub{}
	})
	ts.chain.policy = func(Question, seal.PolicyCall) error { return ErrRefused }
	s := newWallet(f, someSecret).session(f, ts.now, testNamespace, seal.EIP191, nil)
	for _, kind := range []seal.NamespaceKind{seal.PolicyNamespace, seal.PinnedNamespace} {
		b, _ := request(f, s, kind, "x", "y")
		f.Add(b)
		if _, e := ts.fetchBody(f, b); e == nil || e.Code != NoAccess {
			f.Fatalf("the seed does not pass all gates: %v", e)
		}
	}
	var v sessionVectors
	vectors(f, "session.json", &v)
	f.Add([]byte(v.Request.Wire.Body))
	f.Add([]byte(`{"ptb":"","certificate":{}}`))
	f.Add([]byte(`{"policy_request":"AQE="}`))
	f.Fuzz(func(t *testing.T, body []byte) {
		if keys, e := ts.fetchBody(t, body); e == nil || statuses[e.Code] == 0 || e.Code == InternalError {
			t.Fatalf("keys %v, error %v", keys, e)
		}
	})
}

// FuzzTransaction: what parses is of one package and within bounds.
func FuzzTransaction(f *testing.F) {
	f.Add(transaction(call{pkg: 1, name: "seal_approve", inner: "x"}))
	f.Add(transaction(call{pkg: 1, name: "seal_approve_a", inner: "x"}, call{pkg: 1, name: "seal_approve", inner: ""}))
	f.Add([]byte{0, 1, 1, 1})
	f.Fuzz(func(t *testing.T, b []byte) {
		ids, err := ParseTransaction(b)
		if err != nil {
			var e *Error
			if !errors.As(err, &e) || e.Code != InvalidPolicyRequest || ids != nil {
				t.Fatalf("%v, %v", ids, err)
			}
			return
		}
		if len(ids) < 1 || len(ids) > maxCommands {
			t.Fatalf("%d identities", len(ids))
		}
		for _, id := range ids {
			if id.Namespace != ids[0].Namespace || len(id.Inner) > seal.MaxInnerID {
				t.Fatalf("identity %v", id)
			}
		}
	})
}

// FuzzParseError: a server's answer is what it likes.
func FuzzParseError(f *testing.F) {
	f.Add(403, []byte(`{"error":"NoAccess","message":"no"}`), "1")
	f.Fuzz(func(t *testing.T, status int, body []byte, after string) {
		e := ParseError(status, body, after)
		if len(e.Message) > maxErrorText || e.Code == "" || e.Status() == 200 {
			t.Fatalf("%+v", e)
		}
		if _, err := json.Marshal(e.Error()); err != nil {
			t.Fatal(err)
		}
	})
}

// call is a command of a transaction in tests.
type call struct {
	pkg       byte
	name      string
	inner     string
	kind      byte // of the command
	types     int
	argument  byte // kind of the first argument, less 1
	object    bool // the first argument is an object
	trailing  string
	arguments int // more of them, the same object
}

func transaction(calls ...call) []byte {
	b := bcs.AppendULEB(nil, uint32(2*len(calls)))
	for _, c := range calls {
		value := append(bcs.AppendBytes(nil, []byte(c.inner)), c.trailing...)
		b = bcs.AppendBytes(append(b, 0), value)
		b = append(append(b, 1, 1), make([]byte, 32)...)
		b = append(bcs.AppendU64(b, 7), 0)
	}
	b = bcs.AppendULEB(b, uint32(len(calls)))
	for i, c := range calls {
		b = append(append(b, c.kind, c.pkg), make([]byte, 31)...)
		b = bcs.AppendString(bcs.AppendString(b, "list"), c.name)
		b = append(b, byte(c.types))
		b = append(b, make([]byte, c.types)...)
		b = append(b, byte(1+c.arguments), c.argument+1)
		first := 2 * i
		if c.object {
			first++
		}
		b = bcs.AppendU16(b, uint16(first))
		for range c.arguments {
			b = bcs.AppendU16(append(b, 1), uint16(2*i+1))
		}
	}
	return b
}

func TestParseTransaction(t *testing.T) {
	ok := call{pkg: 1, name: "seal_approve", inner: "one", arguments: 2}
	ids, err := ParseTransaction(transaction(ok, call{pkg: 1, name: "seal_approve_two", inner: "two"}))
	if err != nil || len(ids) != 2 || string(ids[1].Inner) != "two" || ids[0].Namespace != (seal.Namespace{1}) {
		t.Fatalf("%v, %v", ids, err)
	}
	with := func(change func(*call)) []byte { c := ok; change(&c); return transaction(c) }
	for name, b := range map[string][]byte{
		"nothing":                  nil,
		"no commands":              {0, 0},
		"two packages":             transaction(ok, call{pkg: 2, name: "seal_approve"}),
		"another function":         with(func(c *call) { c.name = "approve" }),
		"another command":          with(func(c *call) { c.kind = 1 }),
		"type arguments":           with(func(c *call) { c.types = 1 }),
		"a result":                 with(func(c *call) { c.argument = 1 }),
		"first argument an object": with(func(c *call) { c.object = true }),
		"bytes after the ID":       with(func(c *call) { c.trailing = "x" }),
		"ID too long":              with(func(c *call) { c.inner = string(make([]byte, seal.MaxInnerID+1)) }),
		"bytes left over":          append(transaction(ok), 0),
		"cut off":                  transaction(ok)[:60],
	} {
		if ids, err := ParseTransaction(b); err == nil {
			t.Errorf("%s: %v", name, ids)
		}
	}
}
