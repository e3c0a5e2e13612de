package seal

import (
	"strings"
	"testing"
)

func TestKeyring(t *testing.T) {
	seed, err := ParseSeed(strings.Repeat("07", 32))
	if err != nil {
		t.Fatal(err)
	}
	evm := func(b byte) Namespace { return NewPolicyNamespace(1, [20]byte{b}) }
	imported := GenerateMasterKey()
	clients := []KeyClient{
		{Name: "a", Kind: DerivedKind, Index: 1, Server: ServerID{1}, Namespaces: []Namespace{evm(1), evm(2)}},
		{Name: "b", Kind: ImportedKind, Imported: imported, Server: ServerID{2}, Namespaces: []Namespace{evm(3)}},
		{Name: "c", Kind: ExportedKind, Index: 0, Server: ServerID{3}, Namespaces: []Namespace{evm(4)}},
		{Name: "d", Kind: DerivedKind, Index: 2, Server: ServerID{4}, Namespaces: []Namespace{{9}}},
	}
	k, err := NewKeyring(seed, clients)
	if err != nil {
		t.Fatal(err)
	}
	derived, err := seed.Derive(1)
	if err != nil {
		t.Fatal(err)
	}
	for n, want := range map[Namespace]string{evm(1): derived.Export(), evm(2): derived.Export(), evm(3): imported.Export()} {
		if _, key, ok := k.ForNamespace(n); !ok || key.Export() != want {
			t.Errorf("namespace %s has another key", n)
		}
	}
	for _, n := range []Namespace{evm(4), evm(5), {8}} {
		if _, _, ok := k.ForNamespace(n); ok {
			t.Errorf("namespace %s is served", n)
		}
	}
	if key, ok := k.ForServer(ServerID{2}); !ok || key.Export() != imported.Export() {
		t.Error("server 2 has another key")
	}
	if _, ok := k.ForServer(ServerID{3}); ok {
		t.Error("an exported key is served")
	}
	third, err := seed.Derive(4)
	if err != nil {
		t.Fatal(err)
	}
	if index, key, err := k.Unassigned(1); err != nil || index != 4 || key != third.PublicKey() {
		t.Errorf("second unassigned index is %d, %v", index, err)
	}
	_, err = NewKeyring(seed, []KeyClient{
		{Name: "a", Kind: DerivedKind, Index: 1, Server: ServerID{1}, Namespaces: []Namespace{evm(1), {1}}},
		{Name: "a", Kind: ImportedKind, Server: ServerID{2}},
		{Name: "c", Kind: DerivedKind, Index: 3, Server: ServerID{1}},
		{Name: "d", Kind: ImportedKind, Imported: imported, Server: ServerID{5}, Namespaces: []Namespace{evm(1)}},
	})
	for _, problem := range []string{`name "a" is empty or taken`, "without a gap", "under one master key", "no key of kind", "another client's", "listed twice"} {
		if err == nil || !strings.Contains(err.Error(), problem) {
			t.Errorf("%q is not among the problems: %v", problem, err)
		}
	}
	open := NewOpenKeyring(ServerID{6}, imported)
	if server, key, ok := open.ForNamespace(evm(7)); !ok || server != (ServerID{6}) || key.Export() != imported.Export() {
		t.Error("open server does not serve a namespace on an EVM chain")
	}
	if _, _, ok := open.ForNamespace(Namespace{7}); ok {
		t.Error("open server serves namespaces of two kinds")
	}
}

// TestExport: a client takes his key elsewhere, and what was encrypted under it opens there.
func TestExport(t *testing.T) {
	seed, err := ParseSeed(strings.Repeat("08", 32))
	if err != nil {
		t.Fatal(err)
	}
	key, err := seed.Derive(0)
	if err != nil {
		t.Fatal(err)
	}
	server := Server{ServerID{1}, key.PublicKey()}
	id := NewIdentity(NewPolicyNamespace(1, [20]byte{1}), nil)
	o, _, err := Encrypt(Recipients{id, []Server{server}, 1}, AES256GCM, []byte("data"), nil)
	if err != nil {
		t.Fatal(err)
	}
	imported, err := ParseMasterKey(key.Export())
	if err != nil {
		t.Fatal(err)
	}
	data, err := o.Decrypt(Keys{server.ID: imported.Derive(id)}, PublicKeys{server.ID: server.Key})
	if err != nil || string(data) != "data" {
		t.Errorf("%q, %v", data, err)
	}
}
