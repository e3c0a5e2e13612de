package keyserver

import (
	"context"
	"errors"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
	"github.com/walrus-go/walrus/seal"
)

// Why the chain says no. An evaluator's denial wraps one of them; its text goes to the asker.
var (
	ErrRefused     = errors.New("the policy refuses")
	ErrNoPolicy    = errors.New("there is no policy at this address")
	ErrCodeChanged = errors.New("the code of the policy is not the pinned one")
	ErrSignature   = errors.New("the wallet signature is not the user's for this policy on this chain")
)

// ErrStale: the evaluator's view of the chain is too old or from the future, so nobody knows.
var ErrStale = errors.New("the view of the chain is out of bounds")

// Freshness says at which blocks a policy is judged (access-control.md B.4).
type Freshness uint8

// The classes. On a network whose finality is latest they are one.
const (
	Both       Freshness = iota // at a final block and at the newest; both have to approve
	FinalOnly                   // at a final block
	LatestOnly                  // at the newest block, or Depth blocks before it
)

var freshnessNames = [...]string{"both", "finalized", "latest"}

// String returns the name in configurations.
func (f Freshness) String() string { return freshnessNames[f] }

// Class is a freshness with the number of blocks that have to lie on the one looked at, for LatestOnly.
type Class struct {
	Freshness Freshness
	Depth     uint64
}

// Question asks one policy whether one user may have some keys.
type Question struct {
	ChainID   uint64
	Policy    walrus.Address
	User      walrus.Address
	Digest    [32]byte // what the wallet signed
	Signature []byte   // by the wallet; for the evaluator to verify at the same state as the policy
	Calls     []seal.PolicyCall
	CodeHash  *[32]byte // of the policy, if pinned
	Class     Class
}

// Verdict is an answer that the chain gave.
type Verdict struct {
	Denied  []error       // one for each call, in order: nil, or an error that wraps one of the reasons above
	Blocks  []chain.Block // where the policy was asked, oldest first
	GasUsed uint64        // the most that one call took
}

// Evaluator asks the chain. Evaluate verifies the signature in the order of access-control.md B.3 (ERC-6492, ERC-1271,
// own key) and asks the policy at the blocks of the class. An error means that nobody knows: one that wraps ErrStale or
// chain.ErrChainUnavailable where these apply. CodeHash is that of the newest block, zero for an address without code.
// An evaluator bounds the gas and the size of everything it asks. It is used from many goroutines.
type Evaluator interface {
	Evaluate(ctx context.Context, q Question) (Verdict, error)
	CodeHash(ctx context.Context, policy walrus.Address) ([32]byte, error)
}

// Heads is an ability of evaluators: the blocks at which a question of the class would be judged at this moment, within
// the bounds of age. It makes verdicts cacheable, as the verdict about a block never changes.
type Heads interface {
	Heads(ctx context.Context, c Class) ([]chain.Block, error)
}
