package access

import (
	"context"
	"fmt"
	"sync"

	"github.com/ethereum/go-ethereum/common"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain/evm/bind/keyserverregistry"
	"github.com/walrus-go/walrus/internal/bls"
)

// KeyServers is the registry of key servers (access-control.md B.6).
type KeyServers struct {
	contract
	entering sync.Mutex // held from counting the entries until the own one is found
}

// OpenKeyServers returns the registry at an address, which is not checked.
func OpenKeyServers(w Account, registry walrus.Address) *KeyServers {
	return &KeyServers{contract: contract{w, registry, registryABI.UnpackError}}
}

// KeyServer is an entry of the registry. That the operator of the URL holds the key, the server has to prove.
type KeyServer struct {
	Serial    uint64
	ID        [32]byte // in encrypted objects
	Owner     walrus.Address
	Retired   bool // nothing should be encrypted to it any more
	Name      string
	URL       string   // empty for a committee
	PublicKey [96]byte // compressed point of G2; it never changes
	Version   uint32   // of the committee; 0 for a server that is none
	Threshold uint16   // of the committee
	Members   []Member
}

// Member is a member of a committee.
type Member struct {
	Name       string
	URL        string
	PartialKey [96]byte // compressed point of G2
	PartyID    uint16
}

// Point is a public key in both forms: compressed, and as the precompiles of EIP-2537 take it.
type Point struct {
	Compressed [96]byte
	EIP2537    [256]byte
}

// ParsePoint reads a compressed public key, of 96 bytes.
func ParsePoint(compressed []byte) (Point, error) {
	if len(compressed) != 96 {
		return Point{}, fmt.Errorf("public key of a key server: %d bytes, want 96", len(compressed))
	}
	s, err := bls.ParseSignature(walrus.Signature(compressed)) // signatures there and keys here are points of the same group
	if err != nil {
		return Point{}, fmt.Errorf("public key of a key server: %w", err)
	}
	return Point{s.Bytes(), s.EIP2537()}, nil
}

// Register registers a server of the account's and returns its serial. The chain checks the key. Entries of one account are
// to be made through one KeyServers.
func (r *KeyServers) Register(ctx context.Context, name, url string, key Point) (uint64, error) {
	return r.enter(ctx, "register a key server", registryABI.PackRegister(name, url, key.EIP2537[:]))
}

// RegisterCommittee registers a committee, whose members the account keeps, and returns its serial. Keys[i] is the partial
// key of member i, whose PartialKey is not looked at; party IDs ascend.
func (r *KeyServers) RegisterCommittee(ctx context.Context, name string, key Point, threshold uint16, members []Member, keys []Point) (uint64, error) {
	set, points, err := packMembers(members, keys)
	if err != nil {
		return 0, err
	}
	return r.enter(ctx, "register a committee", registryABI.PackRegisterCommittee(name, key.EIP2537[:], threshold, set, points))
}

// SetCommittee replaces the members of a committee.
func (r *KeyServers) SetCommittee(ctx context.Context, serial uint64, threshold uint16, members []Member, keys []Point) error {
	set, points, err := packMembers(members, keys)
	if err != nil {
		return err
	}
	return r.do(ctx, "set the members of a committee", registryABI.PackSetCommittee(serial, threshold, set, points))
}

func packMembers(members []Member, keys []Point) (set []keyserverregistry.KeyServerRegistryMember, points [][]byte, err error) {
	if len(keys) != len(members) {
		return nil, nil, fmt.Errorf("committee of %d members with %d keys", len(members), len(keys))
	}
	for i, m := range members {
		set = append(set, keyserverregistry.KeyServerRegistryMember{
			Name: m.Name, Url: m.URL, PartialKey: keys[i].Compressed[:], PartyId: m.PartyID,
		})
		points = append(points, keys[i].EIP2537[:])
	}
	return set, points, nil
}

// enter makes an entry and finds its serial: the newest one that is the account's and was not there before.
func (r *KeyServers) enter(ctx context.Context, what string, call []byte) (uint64, error) {
	r.entering.Lock()
	defer r.entering.Unlock()
	before, err := r.Count(ctx)
	if err != nil {
		return 0, err
	}
	if err := r.do(ctx, what, call); err != nil {
		return 0, err
	}
	after, err := r.Count(ctx)
	if err != nil {
		return 0, err
	}
	for serial := after; serial > before; serial-- {
		s, err := r.server(ctx, serial)
		if err != nil {
			return 0, err
		}
		if walrus.Address(s.Owner) == r.account.Address() {
			return serial, nil
		}
	}
	return 0, fmt.Errorf("%s: it was included, but is not in the registry", what)
}

// SetURL changes where a server answers.
func (r *KeyServers) SetURL(ctx context.Context, serial uint64, url string) error {
	return r.do(ctx, "set the URL of a key server", registryABI.PackSetUrl(serial, url))
}

// Retire marks a server as one to encrypt to no more, or takes that back.
func (r *KeyServers) Retire(ctx context.Context, serial uint64, retired bool) error {
	return r.do(ctx, "retire a key server", registryABI.PackRetire(serial, retired))
}

// Offer offers a server to another account; the zero address takes an offer back.
func (r *KeyServers) Offer(ctx context.Context, serial uint64, heir walrus.Address) error {
	return r.do(ctx, "offer a key server", registryABI.PackOffer(serial, common.Address(heir)))
}

// Accept takes over a server that was offered to the account.
func (r *KeyServers) Accept(ctx context.Context, serial uint64) error {
	return r.do(ctx, "accept a key server", registryABI.PackAccept(serial))
}

// Count returns the number of entries, whose serials are 1 to Count.
func (r *KeyServers) Count(ctx context.Context) (uint64, error) {
	return view1(ctx, &r.contract, "number of key servers", registryABI.PackCount(), registryABI.UnpackCount)
}

func (r *KeyServers) server(ctx context.Context, serial uint64) (keyserverregistry.KeyServerRegistryServer, error) {
	return view1(ctx, &r.contract, fmt.Sprintf("key server %d", serial), registryABI.PackServer(serial), registryABI.UnpackServer)
}

// Server returns an entry.
func (r *KeyServers) Server(ctx context.Context, serial uint64) (KeyServer, error) {
	s, err := r.server(ctx, serial)
	if err != nil {
		return KeyServer{}, err
	}
	id, err := view1(ctx, &r.contract, "id of a key server", registryABI.PackServerId(serial), registryABI.UnpackServerId)
	if err != nil {
		return KeyServer{}, err
	}
	k := KeyServer{
		Serial: serial, ID: id, Owner: walrus.Address(s.Owner), Retired: s.Retired, Name: s.Name, URL: s.Url, Version: s.Version,
		Threshold: s.Threshold,
	}
	if len(s.PublicKey) != len(k.PublicKey) {
		return KeyServer{}, fmt.Errorf("key server %d: public key of %d bytes", serial, len(s.PublicKey))
	}
	k.PublicKey = [96]byte(s.PublicKey)
	if s.Version > 0 {
		k.Members, err = r.members(ctx, serial)
	}
	return k, err
}

func (r *KeyServers) members(ctx context.Context, serial uint64) (members []Member, err error) {
	set, err := view1(ctx, &r.contract, "members of a committee", registryABI.PackMembersOf(serial), registryABI.UnpackMembersOf)
	if err != nil {
		return nil, err
	}
	for _, m := range set {
		if len(m.PartialKey) != 96 {
			return nil, fmt.Errorf("member %d of key server %d: key of %d bytes", m.PartyId, serial, len(m.PartialKey))
		}
		members = append(members, Member{m.Name, m.Url, [96]byte(m.PartialKey), m.PartyId})
	}
	return members, nil
}
