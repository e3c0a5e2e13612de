package chain

import (
	"time"

	"github.com/walrus-go/walrus"
)

// Genesis describes a deployment: input of evm.Deploy and of the in-memory chain.
type Genesis struct {
	Name           string
	NShards        walrus.ShardCount
	EpochDuration  time.Duration
	MaxEpochsAhead uint32
	Prices         walrus.Prices
	CapacityBytes  uint64 // encoded, whole system
	Nodes          []GenesisNode
}

// GenesisNode is a node registered before the first epoch. The proof of possession is a signature over
// walrus.ProofOfPossession for the registry of the deployment, so it is made once that address is known.
type GenesisNode struct {
	Name           string
	Operator       walrus.Address
	NetworkAddress string
	NetworkKey     walrus.NetworkKey
	PublicKey      walrus.PublicKey
	Weight         int // shards in the first epoch; 0 for all nodes = equal shares (evm-profile.md §2)
	Prove          func(walrus.ProofOfPossession) (walrus.Signature, error)
}

// EqualWeights returns the shares of n shards for m nodes: ⌊n/m⌋, and one more for the first n mod m.
func EqualWeights(n walrus.ShardCount, m int) []int {
	weights := make([]int, m)
	for i := range weights {
		weights[i] = int(n) / m
		if i < int(n)%m {
			weights[i]++
		}
	}
	return weights
}
