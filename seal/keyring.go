package seal

import (
	"errors"
	"fmt"
	"slices"
)

// KeyKind says where the master key of a client of a key server comes from.
type KeyKind uint8

// The kinds.
const (
	DerivedKind  KeyKind = iota // from the operator's seed, at the client's index
	ImportedKind                // brought along
	ExportedKind                // from the seed once, taken elsewhere since: not served, its index never used again
)

// KeyClient is one client of a key server whose operator serves several.
type KeyClient struct {
	Name       string
	Kind       KeyKind
	Index      uint64    // not for ImportedKind
	Imported   MasterKey // for ImportedKind
	Server     ServerID  // the client's entry in the registry
	Namespaces []Namespace
}

// Keyring holds the master keys of a key server and knows which one serves which namespace. Immutable, safe to share.
type Keyring struct {
	open        *ring // of an open server, which serves every namespace on an EVM chain
	byNamespace map[Namespace]*ring
	byServer    map[ServerID]*ring
	seed        Seed
	next        uint64 // the first index that no client has
}

type ring struct {
	server ServerID
	key    MasterKey
}

// NewOpenKeyring returns the keyring of a server with one key for every namespace on an EVM chain.
func NewOpenKeyring(server ServerID, key MasterKey) *Keyring {
	r := &ring{server, key}
	return &Keyring{open: r, byServer: map[ServerID]*ring{server: r}}
}

// NewKeyring returns the keyring of a server that serves the clients and nobody else. All problems come back at once:
// indices that are not 0, 1, 2… without a gap, names, servers or namespaces that repeat, a client whose namespaces
// are not all of an EVM chain or none.
func NewKeyring(seed Seed, clients []KeyClient) (*Keyring, error) {
	k := &Keyring{byNamespace: make(map[Namespace]*ring), byServer: make(map[ServerID]*ring), seed: seed}
	var problems []error
	names := make(map[string]bool)
	var indices []uint64
	for i := range clients {
		c := &clients[i]
		if c.Name == "" || names[c.Name] {
			problems = append(problems, fmt.Errorf("client %d: name %q is empty or taken", i, c.Name))
		}
		names[c.Name] = true
		if c.Kind != ImportedKind {
			indices = append(indices, c.Index)
		}
		if err := k.add(c); err != nil {
			problems = append(problems, fmt.Errorf("client %q: %w", c.Name, err))
		}
	}
	slices.Sort(indices)
	for i, index := range indices {
		if index != uint64(i) {
			problems = append(problems, fmt.Errorf("indices %v are not 0, 1, 2… without a gap", indices))
			break
		}
	}
	k.next = uint64(len(indices))
	return k, errors.Join(problems...)
}

func (k *Keyring) add(c *KeyClient) error {
	if c.Kind == ExportedKind {
		return nil
	}
	r := &ring{server: c.Server}
	switch {
	case c.Kind == DerivedKind:
		var err error
		if r.key, err = k.seed.Derive(c.Index); err != nil {
			return err
		}
	case c.Kind == ImportedKind && c.Imported.s != nil:
		r.key = c.Imported
	default:
		return fmt.Errorf("%w: no key of kind %d", ErrInvalidKey, c.Kind)
	}
	if k.byServer[c.Server] != nil {
		return fmt.Errorf("server %s is another client's", c.Server)
	}
	k.byServer[c.Server] = r
	var first bool
	for i, n := range c.Namespaces {
		_, evm := n.Kind()
		if i == 0 {
			first = evm
		}
		if evm != first {
			return fmt.Errorf("namespaces on an EVM chain and others under one master key")
		}
		if k.byNamespace[n] != nil {
			return fmt.Errorf("namespace %s is listed twice", n)
		}
		k.byNamespace[n] = r
	}
	return nil
}

// ForNamespace returns the server entry and the master key that serve a namespace.
func (k *Keyring) ForNamespace(n Namespace) (server ServerID, key MasterKey, ok bool) {
	r := k.byNamespace[n]
	if _, evm := n.Kind(); r == nil && evm {
		r = k.open
	}
	if r == nil {
		return ServerID{}, MasterKey{}, false
	}
	return r.server, r.key, true
}

// ForServer returns the master key of a server entry, for its proof of possession.
func (k *Keyring) ForServer(id ServerID) (key MasterKey, ok bool) {
	if r := k.byServer[id]; r != nil {
		return r.key, true
	}
	return MasterKey{}, false
}

// Unassigned returns the public key at the i-th index that no client has: what the next clients register. An open
// keyring has none.
func (k *Keyring) Unassigned(i uint64) (index uint64, key PublicKey, err error) {
	if k.open != nil {
		return 0, PublicKey{}, fmt.Errorf("%w: an open key server derives none", ErrInvalidKey)
	}
	m, err := k.seed.Derive(k.next + i)
	if err != nil {
		return 0, PublicKey{}, err
	}
	return k.next + i, m.PublicKey(), nil
}
