package chaintest

import (
	"fmt"
	"math/rand/v2"
	"time"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
	"github.com/walrus-go/walrus/internal/bls"
)

// NewGenesis returns a genesis of nodes with equal shares, and their secret keys in node order. The same name gives
// the same keys. Network addresses are place holders; a test whose nodes answer replaces address and network key.
func NewGenesis(name string, n walrus.ShardCount, nodes int) (chain.Genesis, []bls.SecretKey, error) {
	g := chain.Genesis{
		Name: name, NShards: n, EpochDuration: time.Hour, MaxEpochsAhead: 53,
		Prices: walrus.Prices{Storage: 100_000, Write: 20_000}, CapacityBytes: 1 << 40,
	}
	random := rand.NewChaCha8(digest("keys", name))
	var keys []bls.SecretKey
	for i := range nodes {
		key, err := bls.Generate(random)
		if err != nil {
			return chain.Genesis{}, nil, err
		}
		node := chain.GenesisNode{
			Name:           fmt.Sprintf("node-%d", i+1),
			Operator:       address("operator", name, fmt.Sprint(i+1)),
			NetworkAddress: fmt.Sprintf("127.0.0.1:%d", 9185+i),
			PublicKey:      key.PublicKey().Bytes(),
			Prove:          func(m walrus.ProofOfPossession) (walrus.Signature, error) { return key.Sign(m.Bytes()), nil },
		}
		tls := digest("network key", name, fmt.Sprint(i+1))
		node.NetworkKey[0] = 2
		copy(node.NetworkKey[1:], tls[:])
		g.Nodes = append(g.Nodes, node)
		keys = append(keys, key)
	}
	return g, keys, nil
}

// Certify returns the certificate over message by the members at the given positions of a committee of all keys.
func Certify(keys []bls.SecretKey, positions []int, message []byte) (*walrus.Certificate, error) {
	var sigs []walrus.Signature
	for _, p := range positions {
		sigs = append(sigs, keys[p].Sign(message))
	}
	sum, err := bls.AggregateSignatures(sigs)
	if err != nil {
		return nil, err
	}
	return &walrus.Certificate{Signers: walrus.NewSigners(len(keys), positions), Message: message, Signature: sum}, nil
}

// NewRegistration returns a registration that the contracts accept: of a blob that exists only as the root hash of its
// seed, until the given end epoch, at whatever it costs.
func NewRegistration(seed string, size uint64, deletable bool, end walrus.Epoch) chain.Registration {
	r := chain.Registration{
		RootHash: digest("blob", seed), Size: size, EncodingType: walrus.RS2, Deletable: deletable,
		EndEpoch: end, MaxCost: 1000 * walrus.WAL,
	}
	r.BlobID = blobID(r)
	return r
}
