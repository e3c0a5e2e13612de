package seal_test

import (
	"bytes"
	"context"
	"fmt"
	"io"

	"github.com/walrus-go/walrus/seal"
)

// network stands for key servers and a policy that approves.
type network map[seal.ServerID]seal.MasterKey

func (n network) DeriveKey(_ context.Context, server seal.ServerID, id seal.Identity) (seal.DerivedKey, error) {
	return n[server].Derive(id), nil
}

func (n network) PublicKey(_ context.Context, server seal.ServerID) (seal.PublicKey, error) {
	return n[server].PublicKey(), nil
}

func newNetwork() (network, []seal.Server) {
	n := make(network)
	var servers []seal.Server
	for i := range byte(3) {
		id := seal.ServerID{i + 1}
		n[id] = seal.GenerateMasterKey()
		servers = append(servers, seal.Server{ID: id, Key: n[id].PublicKey()})
	}
	return n, servers
}

func Example() {
	n, servers := newNetwork()
	to := seal.Recipients{
		Identity:  seal.NewIdentity(seal.NewPolicyNamespace(1, [20]byte{0x5f}), []byte("list 7")),
		Servers:   servers,
		Threshold: 2,
	}
	object, _, err := seal.Encrypt(to, seal.AES256GCM, []byte("for the members of list 7"), nil)
	if err != nil {
		panic(err)
	}

	parsed, err := seal.ParseObject(object.Bytes())
	if err != nil {
		panic(err)
	}
	client := &seal.Client{Source: n, Directory: n, Cache: seal.NewKeyCache(0, 0)}
	data, err := client.Decrypt(context.Background(), parsed)
	if err != nil {
		panic(err)
	}
	fmt.Printf("%s\n", data)
	// Output: for the members of list 7
}

func ExampleEncryptStream() {
	n, servers := newNetwork()
	to := seal.Recipients{Identity: seal.NewIdentity(seal.Namespace{}, nil), Servers: servers, Threshold: 2}

	var blob bytes.Buffer // a file, or a blob on its way to the store
	w, slots, err := seal.EncryptStream(&blob, seal.UnknownLength, seal.StreamOptions{}, to)
	if err != nil {
		panic(err)
	}
	for i := range 100_000 {
		fmt.Fprintf(w, "%06d\n", i)
	}
	if err := w.Close(); err != nil {
		panic(err)
	}

	client := &seal.Client{Source: n, Directory: n}
	s, err := seal.OpenStream(bytes.NewReader(blob.Bytes()), int64(blob.Len()), client.Unlock(context.Background(), slots...))
	if err != nil {
		panic(err)
	}
	line := make([]byte, 6)
	if _, err := s.ReadAt(line, 7*54_321); err != nil {
		panic(err)
	}
	rest := io.NewSectionReader(s, 0, s.Size())
	n64, err := io.Copy(io.Discard, rest)
	fmt.Printf("line %s of %d bytes, %v\n", line, n64, err)
	// Output: line 054321 of 700000 bytes, <nil>
}
