package rules

import (
	"errors"
	"fmt"

	"github.com/walrus-go/walrus"
)

// MinPrincipal is the least principal of a position, whole or split off (A6.1).
const MinPrincipal = walrus.WAL

// Position is stake that somebody holds in one pool. It is worth what its principal buys at the rate of its activation,
// valued at the rate of the epoch from which it is withdrawn, so a position needs no counter of its own.
type Position struct {
	Principal  walrus.Frost
	Activation walrus.Epoch // earns from here on
	Withdraw   walrus.Epoch // earns up to here and can then be taken out; 0 while staked
}

// ErrInvalidSplit: positions that cannot be split or joined this way.
var ErrInvalidSplit = errors.New("invalid split or join")

// Split returns a position of the given principal and one of the rest, in the same state.
func (p Position) Split(principal walrus.Frost) (part, rest Position, err error) {
	if principal < MinPrincipal || p.Principal < principal || p.Principal-principal < MinPrincipal {
		return Position{}, Position{}, fmt.Errorf("split %v off %v: %w", principal, p.Principal, ErrInvalidSplit)
	}
	part, rest = p, p
	part.Principal, rest.Principal = principal, p.Principal-principal
	return part, rest, nil
}

// Join returns one position for two in the same state.
func (p Position) Join(q Position) (Position, error) {
	sum, fits := add(p.Principal, q.Principal)
	if p.Activation != q.Activation || p.Withdraw != q.Withdraw || !fits {
		return Position{}, fmt.Errorf("join %+v and %+v: %w", p, q, ErrInvalidSplit)
	}
	p.Principal = sum
	return p, nil
}
