package seal

import (
	"crypto/rand"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/crypto/sha3"

	"github.com/walrus-go/walrus"
)

// Namespace is the part of an identity that says which policy governs it.
type Namespace [32]byte

// NamespaceKind says how a namespace on an EVM chain names its policy.
type NamespaceKind uint8

// The kinds of namespaces (access-control.md B.1).
const (
	PolicyNamespace NamespaceKind = 1 // the contract as it is when it is asked
	PinnedNamespace NamespaceKind = 2 // the contract with one byte code, named by a hash
)

// evmPrefix starts every namespace on an EVM chain.
const evmPrefix = "EVM"

// NewPolicyNamespace returns "EVM" ‖ 01 ‖ chain id u64 big-endian ‖ policy address.
func NewPolicyNamespace(chainID uint64, policy walrus.Address) (n Namespace) {
	copy(n[:], evmPrefix)
	n[3] = byte(PolicyNamespace)
	binary.BigEndian.PutUint64(n[4:], chainID)
	copy(n[12:], policy[:])
	return n
}

// NewPinnedNamespace returns "EVM" ‖ 02 ‖ the first 28 bytes of keccak256(chain id u256 ‖ policy address ‖ code hash),
// where codeHash is the keccak256 of the contract's byte code. It does not freeze what a proxy points to.
func NewPinnedNamespace(chainID uint64, policy walrus.Address, codeHash [32]byte) (n Namespace) {
	copy(n[:], evmPrefix)
	n[3] = byte(PinnedNamespace)
	id := uint256(chainID)
	sum := keccak256(id[:], policy[:], codeHash[:])
	copy(n[4:], sum[:28])
	return n
}

// Kind returns the kind of a namespace on an EVM chain; ok is false for every other namespace.
func (n Namespace) Kind() (kind NamespaceKind, ok bool) {
	kind = NamespaceKind(n[3])
	return kind, string(n[:3]) == evmPrefix && (kind == PolicyNamespace || kind == PinnedNamespace)
}

// Policy returns what a namespace of kind PolicyNamespace names; ok is false for every other namespace.
func (n Namespace) Policy() (chainID uint64, policy walrus.Address, ok bool) {
	if kind, evm := n.Kind(); !evm || kind != PolicyNamespace {
		return 0, walrus.Address{}, false
	}
	return binary.BigEndian.Uint64(n[4:12]), walrus.Address(n[12:]), true
}

// String returns 0x and 64 lower-case hexadecimal digits.
func (n Namespace) String() string { return formatHex(n[:]) }

// MaxInnerID is the longest inner ID that [Encrypt] takes, in bytes. ParseObject accepts longer ones, which other
// implementations may write.
const MaxInnerID = 512

// nonceSize is the length of the random end of an inner ID.
const nonceSize = 16

// Identity is what a derived key belongs to: everything encrypted under one identity opens with the same keys. What the
// inner ID means is the policy's business.
type Identity struct {
	Namespace Namespace
	Inner     []byte
}

// NewIdentity returns an identity for one object: resource, whose meaning and length the policy defines, and a
// random nonce. The nonce makes each derived key open this object alone.
func NewIdentity(n Namespace, resource []byte) Identity {
	inner := make([]byte, len(resource)+nonceSize)
	copy(inner, resource)
	rand.Read(inner[len(resource):])
	return Identity{n, inner}
}

// ParseIdentity splits the full form into namespace and inner ID.
func ParseIdentity(full []byte) (Identity, error) {
	if len(full) < len(Namespace{}) {
		return Identity{}, fmt.Errorf("%w: identity of %d bytes", ErrInvalidRequest, len(full))
	}
	return Identity{Namespace(full[:32]), slices.Clone(full[32:])}, nil
}

// Bytes returns the full form: namespace ‖ inner ID.
func (id Identity) Bytes() []byte { return append(id.Namespace[:], id.Inner...) }

// Equal reports whether both name the same.
func (id Identity) Equal(other Identity) bool {
	return id.Namespace == other.Namespace && string(id.Inner) == string(other.Inner)
}

// String returns the full form in hexadecimal digits.
func (id Identity) String() string { return formatHex(id.Bytes()) }

// ServerID names a key server in encrypted objects: an entry of the registry.
type ServerID [32]byte

// NewServerID returns keccak256("KS1" ‖ chain id u64 big-endian ‖ registry address ‖ serial u64 big-endian).
func NewServerID(chainID uint64, registry walrus.Address, serial uint64) ServerID {
	b := binary.BigEndian.AppendUint64([]byte("KS1"), chainID)
	b = binary.BigEndian.AppendUint64(append(b, registry[:]...), serial)
	return keccak256(b)
}

// ParseServerID parses 0x and 64 hexadecimal digits.
func ParseServerID(s string) (id ServerID, err error) {
	digits, ok := strings.CutPrefix(s, "0x")
	b, err := hex.DecodeString(digits)
	if !ok || err != nil || len(b) != len(id) {
		return id, fmt.Errorf("%w: a server ID is 0x and %d hexadecimal digits", walrus.ErrInvalidID, 2*len(id))
	}
	return ServerID(b), nil
}

// String returns 0x and 64 lower-case hexadecimal digits.
func (id ServerID) String() string { return formatHex(id[:]) }

// MarshalText returns the text form.
func (id ServerID) MarshalText() ([]byte, error) { return []byte(id.String()), nil }

// UnmarshalText parses the text form.
func (id *ServerID) UnmarshalText(text []byte) (err error) {
	*id, err = ParseServerID(string(text))
	return err
}

func formatHex(b []byte) string { return "0x" + hex.EncodeToString(b) }

// uint256 returns the ABI word of v.
func uint256(v uint64) (w [32]byte) {
	binary.BigEndian.PutUint64(w[24:], v)
	return w
}

func keccak256(parts ...[]byte) (sum [32]byte) {
	h := sha3.NewLegacyKeccak256()
	for _, p := range parts {
		h.Write(p)
	}
	return [32]byte(h.Sum(nil))
}
