package chain

import (
	"encoding/binary"

	"golang.org/x/crypto/sha3"

	"github.com/walrus-go/walrus"
)

// ObjectKind is the class of an on-chain object in the derivation of its ID.
type ObjectKind uint64

// The kinds of objects (evm-profile.md §1).
const (
	BlobObject ObjectKind = 1 + iota
	StorageObject
	StakeObject
	PoolObject
	PooledBlobObject
)

// NewObjectID returns the ID of the counter-th object, from 1, of the kind that a contract made.
func NewObjectID(chainID uint64, contract walrus.Address, kind ObjectKind, counter uint64) walrus.ObjectID {
	return keccakWords(number(chainID), account(contract), number(uint64(kind)), number(counter))
}

// NewNodeID returns the wire identity of a node of a registry.
func NewNodeID(chainID uint64, registry walrus.Address, node walrus.NodeIndex) walrus.NodeID {
	return keccakWords(number(chainID), account(registry), number(uint64(node)))
}

// ProofAccount returns what a proof of possession names as its account: an operator, in one registry on one chain.
func ProofAccount(chainID uint64, registry, operator walrus.Address) [32]byte {
	return keccakWords(number(chainID), account(registry), account(operator))
}

// keccakWords hashes words as abi.encode lays them out.
func keccakWords(words ...[32]byte) (sum [32]byte) {
	h := sha3.NewLegacyKeccak256()
	for _, w := range words {
		h.Write(w[:])
	}
	h.Sum(sum[:0])
	return sum
}

func number(v uint64) (w [32]byte) {
	binary.BigEndian.PutUint64(w[24:], v)
	return w
}

func account(a walrus.Address) (w [32]byte) {
	copy(w[12:], a[:])
	return w
}
