package access

import (
	"errors"
	"fmt"

	"github.com/walrus-go/walrus/chain"
)

// ErrDenied is wrapped by every denial.
var ErrDenied = errors.New("access denied")

// Why access was denied.
var (
	ErrRefused     = errors.New("the policy refused")
	ErrNoCode      = errors.New("there is no contract at the policy's address")
	ErrNoMagic     = errors.New("the policy's answer is not the magic value")
	ErrWrites      = errors.New("the policy tried to write to the chain")
	ErrExhausted   = errors.New("the policy used up its gas, or tried to write to the chain")
	ErrTooLong     = errors.New("the policy's answer is too long")
	ErrCodeChanged = errors.New("the policy's code is not the one that the identity names")
	ErrSignature   = errors.New("the signature is not the user's")
)

// Why nothing is known. An endpoint on another chain gives chain.ErrWrongNetwork, and silence of all of them
// chain.ErrChainUnavailable.
var (
	ErrInvalidQuery = errors.New("invalid policy query")
	ErrStale        = errors.New("the chain's view is too old or from the future")
	ErrNoQuorum     = errors.New("too few endpoints agree")
)

// Denial is an answer of no.
type Denial struct {
	Reason error       // one of the errors above
	Detail string      // for people: what the policy said, printable and short; may be empty
	Block  chain.Block // where it was asked
}

func (d *Denial) Error() string {
	text := fmt.Sprintf("%v at block %d: %v", ErrDenied, d.Block.Number, d.Reason)
	if d.Detail != "" {
		text += ": " + d.Detail
	}
	return text
}

// Unwrap returns ErrDenied and the reason.
func (d *Denial) Unwrap() []error { return []error{ErrDenied, d.Reason} }

// Outcome is what became of a question.
type Outcome uint8

// The outcomes. The zero value opens nothing.
const (
	Failed  Outcome = iota // nobody knows
	Denied                 // no
	Allowed                // yes
)

// OutcomeOf tells what an error of this package means; nil means Allowed.
func OutcomeOf(err error) Outcome {
	switch {
	case err == nil:
		return Allowed
	case errors.Is(err, ErrDenied):
		return Denied
	}
	return Failed
}

// String returns allowed, denied or failed.
func (o Outcome) String() string {
	switch o {
	case Allowed:
		return "allowed"
	case Denied:
		return "denied"
	}
	return "failed"
}
