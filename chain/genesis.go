package chain

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/walrus-go/walrus"
)

// Genesis describes a deployment: input of evm.Deploy and of the in-memory chain.
type Genesis struct {
	Name           string
	NShards        walrus.ShardCount
	EpochDuration  time.Duration // whole seconds
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

// The limits of a genesis that the contracts set.
const (
	MaxGenesisShards  walrus.ShardCount = 1000
	MaxGenesisEpochs                    = 256
	MaxNodeNameLen                      = 100
	MaxNodeAddressLen                   = 259
)

// ErrInvalidGenesis: a genesis that the contracts would refuse.
var ErrInvalidGenesis = errors.New("invalid genesis")

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

// Weights returns the shards of each node in the first epoch: as given, or equal shares when no node has any.
func (g *Genesis) Weights() []int {
	weights := make([]int, len(g.Nodes))
	given := false
	for i := range g.Nodes {
		weights[i] = g.Nodes[i].Weight
		given = given || weights[i] != 0
	}
	if given || len(g.Nodes) == 0 {
		return weights
	}
	return EqualWeights(g.NShards, len(g.Nodes))
}

// Validate returns ErrInvalidGenesis with everything that is wrong. It does not ask for proofs of possession.
func (g *Genesis) Validate() error {
	var problems []string
	bad := func(format string, args ...any) { problems = append(problems, fmt.Sprintf(format, args...)) }
	if err := g.NShards.Validate(); err != nil || g.NShards > MaxGenesisShards {
		bad("%d shards, want %d to %d", g.NShards, walrus.MinShards, MaxGenesisShards)
	}
	if d := g.EpochDuration; d < time.Second || d%time.Second != 0 {
		bad("epoch duration %v is not a positive number of whole seconds", d)
	}
	if g.MaxEpochsAhead == 0 || g.MaxEpochsAhead > MaxGenesisEpochs {
		bad("%d epochs ahead, want 1 to %d", g.MaxEpochsAhead, MaxGenesisEpochs)
	}
	if len(g.Nodes) == 0 || len(g.Nodes) > walrus.MaxMembers {
		bad("%d nodes, want 1 to %d", len(g.Nodes), walrus.MaxMembers)
	}
	sum := 0
	for _, w := range g.Weights() {
		sum += w
		if w < 0 || w > int(g.NShards) {
			bad("weight %d", w)
		}
	}
	if sum != int(g.NShards) {
		bad("weights add up to %d, not to the %d shards", sum, g.NShards)
	}
	g.checkNodes(bad)
	if len(problems) == 0 {
		return nil
	}
	return fmt.Errorf("%w: %s", ErrInvalidGenesis, strings.Join(problems, "; "))
}

func (g *Genesis) checkNodes(bad func(string, ...any)) {
	operators := make(map[walrus.Address]int)
	keys := make(map[walrus.PublicKey]int)
	for i := range g.Nodes {
		n := &g.Nodes[i]
		if len(n.Name) > MaxNodeNameLen {
			bad("node %d: name of %d bytes, at most %d", i+1, len(n.Name), MaxNodeNameLen)
		}
		if len(n.NetworkAddress) > MaxNodeAddressLen {
			bad("node %d: address of %d bytes, at most %d", i+1, len(n.NetworkAddress), MaxNodeAddressLen)
		}
		if n.Operator.IsZero() {
			bad("node %d: no operator", i+1)
		}
		if n.NetworkKey[0]&^1 != 2 {
			bad("node %d: network key is no compressed P-256 point", i+1)
		}
		if n.Prove == nil {
			bad("node %d: no proof of possession", i+1)
		}
		if other, taken := operators[n.Operator]; taken {
			bad("node %d: operator %v has node %d", i+1, n.Operator, other)
		}
		if other, taken := keys[n.PublicKey]; taken {
			bad("node %d: public key of node %d", i+1, other)
		}
		operators[n.Operator], keys[n.PublicKey] = i+1, i+1
	}
}
