package access

import (
	"fmt"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
)

// Limits of a query (access-control.md B.4).
const (
	MaxCalls     = 32
	MaxInnerID   = 512
	MaxArgs      = 8 << 10
	MaxSignature = 16 << 10
)

// Freshness says at which blocks a policy is asked (access-control.md B.4).
type Freshness uint8

// The classes. On a network whose finality is latest, the first three are one.
const (
	Both       Freshness = iota // at a final block and at the newest one; both have to approve
	FinalOnly                   // at a final block: for rules that never take back what they gave
	LatestOnly                  // at the newest block, or Depth before it: what it shows may be undone
)

// MaxDepth bounds Query.Depth.
const MaxDepth = 1000

// Query asks one policy about one user.
type Query struct {
	Policy walrus.Address
	User   walrus.Address // authenticated, or to be by Signature
	Calls  []Call         // 1 to MaxCalls
	// CodeHash, if not nil, is what the policy's code has to hash to (a pinned namespace).
	CodeHash *[32]byte
	// Signature, if not nil, has to be the user's. Nothing is allowed otherwise.
	Signature *Signature
	Freshness Freshness
	Depth     uint64 // with LatestOnly, how many blocks have to lie on the one that is looked at; at most MaxDepth
}

// Call is one question: may the user have the key of this inner ID? Args are hints for the policy.
type Call struct {
	InnerID []byte
	Args    []byte
}

// Signature is what the user's wallet signed: by its key, or as a contract says (ERC-1271, ERC-6492).
type Signature struct {
	Digest [32]byte
	Bytes  []byte
}

func (q *Query) validate() error {
	if n := len(q.Calls); n < 1 || n > MaxCalls {
		return fmt.Errorf("%w: %d calls, want 1 to %d", ErrInvalidQuery, n, MaxCalls)
	}
	for i, c := range q.Calls {
		if len(c.InnerID) > MaxInnerID || len(c.Args) > MaxArgs {
			return fmt.Errorf("%w: call %d has %d bytes of inner ID and %d of args, at most %d and %d",
				ErrInvalidQuery, i, len(c.InnerID), len(c.Args), MaxInnerID, MaxArgs)
		}
	}
	if q.User.IsZero() {
		return fmt.Errorf("%w: no user", ErrInvalidQuery)
	}
	if s := q.Signature; s != nil && (len(s.Bytes) == 0 || len(s.Bytes) > MaxSignature) {
		return fmt.Errorf("%w: signature of %d bytes, want 1 to %d", ErrInvalidQuery, len(s.Bytes), MaxSignature)
	}
	if q.Freshness > LatestOnly || q.Depth > MaxDepth || (q.Depth > 0 && q.Freshness != LatestOnly) {
		return fmt.Errorf("%w: freshness %d with depth %d", ErrInvalidQuery, q.Freshness, q.Depth)
	}
	return nil
}

// Decision answers a query.
type Decision struct {
	Answers  []Answer      // one for each call, in order
	Blocks   []chain.Block // where the policy was asked, oldest first; one or two
	CodeHash [32]byte      // of the policy at the newest of them; zero if it has no code
}

// Answer answers a call.
type Answer struct {
	Err     error  // nil: allowed; otherwise a Denial
	GasUsed uint64 // the most that one question took
}

// Outcome returns Allowed or Denied.
func (a Answer) Outcome() Outcome { return OutcomeOf(a.Err) }
