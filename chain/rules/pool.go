package rules

import (
	"errors"
	"fmt"

	"github.com/walrus-go/walrus"
)

// Sentinels of a Pool.
var (
	ErrUnsettled        = errors.New("the pool's reward of the ended epoch is not credited yet")
	ErrPastEpoch        = errors.New("the pool is further than this epoch")
	ErrSelecting        = errors.New("a selection is under way")
	ErrInvalidAmount    = errors.New("invalid amount")
	ErrImpaired         = errors.New("the pool lost a third of its value and takes no stake")
	ErrNotWithdrawable  = errors.New("not withdrawable yet")
	ErrRequestFirst     = errors.New("the stake counts for a committee; request its withdrawal")
	ErrWithdrawDirectly = errors.New("the stake counts for no committee; withdraw it without a request")
	ErrAlreadyRequested = errors.New("the withdrawal is requested already")
	ErrInconsistent     = errors.New("more leaves the pool than is in it")
)

// MaxPenalty is the most that one epoch may cost a pool, in basis points of its stake (C2).
const MaxPenalty uint16 = 3300

// Standing is what the rules of a pool depend on outside it.
type Standing struct {
	Epoch      walrus.Epoch
	Phase      Phase
	InPrevious bool // the node was in the committee of the epoch before
	InCurrent  bool // the node is in the committee of the epoch
	InNext     bool // the node is in the next committee; counts while ParametersSelected
	Frozen     bool // the node is among the candidates of a selection; counts while Selecting
}

func (s Standing) isNext() bool     { return s.Phase == ParametersSelected && s.InNext }
func (s Standing) isUnknown() bool  { return s.Phase == Selecting && s.Frozen }
func (s Standing) isMember() bool   { return s.InCurrent || s.isNext() }
func (s Standing) isRewarded() bool { return s.InPrevious || s.InCurrent }

// Pool is the stake on one node (A6), a state machine without a clock. Its caller holds the tokens and the positions,
// tells it where the epoch machine stands, and credits each epoch's reward by Advance before anything else happens
// to the pool of a member. It gives back the exact amounts to pay.
//
// There are two kinds. In the ordinary one a principal is never lost, and at rest shares are never worth less than one FROST. In
// a slashable one (C2) a position is worth its shares, whatever those are worth.
//
// A call that fails changes nothing, except that due entries may have been folded in.
type Pool struct {
	slashable  bool
	last       walrus.Epoch // the pool is at this epoch
	wal        walrus.Frost // active stake with its rewards
	shares     uint64
	rates      rates
	pending    []pending // by epoch, ascending: epochs after last
	held       walrus.Frost
	rewards    walrus.Frost // of held, what is there to pay rewards from; ordinary pools only
	commission walrus.Frost
	blocked    walrus.Frost // of commission, what governance may still take
	rate       uint16       // of commission
	rateDue    []commissionDue
}

// pending is what changes the active stake when an epoch begins.
type pending struct {
	epoch     walrus.Epoch
	stake     walrus.Frost // begins to count
	shares    uint64       // leave
	preActive walrus.Frost // principal that began to count the epoch before, and leaves
}

type commissionDue struct {
	epoch walrus.Epoch
	rate  uint16
}

// NewPool returns the pool of a node that registers in the given epoch and phase, with a commission in basis points, at
// most 10000 (A4.1).
func NewPool(e walrus.Epoch, phase Phase, commission uint16, slashable bool) (*Pool, error) {
	if commission > BasisPoints {
		return nil, fmt.Errorf("commission of %d basis points: %w", commission, ErrInvalidAmount)
	}
	first := e
	if phase == ParametersSelected || phase == Selecting {
		first = e + 1
	}
	return &Pool{slashable: slashable, last: e, rates: rates{{first, Rate{}}}, rate: commission}, nil
}

// Stake adds a principal and returns its position. ErrInvalidAmount below MinPrincipal or when the pool would hold more
// than there is; ErrImpaired for a slashable pool whose shares are worth less than two thirds of a FROST, which also
// keeps its shares within 64 bits.
func (p *Pool) Stake(s Standing, principal walrus.Frost) (Position, error) {
	if err := p.touch(s); err != nil {
		return Position{}, err
	}
	if principal < MinPrincipal || principal > MaxSupply-p.held {
		return Position{}, fmt.Errorf("stake %v: %w", principal, ErrInvalidAmount)
	}
	if compareProducts(2, p.shares, 3, uint64(p.wal)) > 0 {
		return Position{}, ErrImpaired
	}
	position := Position{Principal: principal, Activation: ActivationEpoch(s.Epoch, s.Phase)}
	p.at(position.Activation).stake += principal
	p.held += principal
	return position, nil
}

// RequestWithdraw lets a position that counts for a committee leave, and returns it with the epoch from which it can be
// withdrawn (A6.3, rule 3). A request cannot be taken back. ErrWithdrawDirectly where no request is needed.
func (p *Pool) RequestWithdraw(s Standing, pos Position) (Position, error) {
	if err := p.touch(s); err != nil {
		return pos, err
	}
	switch {
	case pos.Withdraw != 0:
		return pos, ErrAlreadyRequested
	case s.isUnknown():
		return pos, ErrSelecting
	case !mustRequest(s, pos):
		return pos, ErrWithdrawDirectly
	case pos.Activation > s.Epoch:
		pos.Withdraw = pos.Activation + 1
		p.at(pos.Withdraw).preActive += pos.Principal
		return pos, nil
	}
	shares := p.rates.at(pos.Activation).ToShares(pos.Principal)
	if shares == 0 {
		return pos, fmt.Errorf("request to withdraw %v: worth no share: %w", pos.Principal, ErrInvalidAmount)
	}
	pos.Withdraw = s.Epoch + 1
	if s.isNext() {
		pos.Withdraw++
	}
	p.at(pos.Withdraw).shares += shares
	return pos, nil
}

// mustRequest reports whether a staked position counts for the present or next committee.
func mustRequest(s Standing, pos Position) bool {
	if pos.Activation > s.Epoch {
		return pos.Activation == s.Epoch+1 && s.isNext()
	}
	return s.isMember()
}

// Withdraw ends a position and returns what to pay: principal and reward. A position that was requested must have come
// to its epoch; one that counts for no committee leaves at once (A6.3).
func (p *Pool) Withdraw(s Standing, pos Position) (walrus.Frost, error) {
	if err := p.touch(s); err != nil {
		return 0, err
	}
	if pos.Withdraw != 0 {
		if pos.Withdraw > s.Epoch || p.slashable && pos.Withdraw == s.Epoch && s.Phase == Syncing {
			return 0, ErrNotWithdrawable
		}
		return p.pay(pos, pos.Withdraw)
	}
	switch {
	case s.isUnknown():
		return 0, ErrSelecting
	case mustRequest(s, pos):
		return 0, ErrRequestFirst
	case pos.Activation > s.Epoch:
		return p.payEarly(pos)
	case p.slashable && s.InPrevious && s.Phase == Syncing:
		return 0, ErrNotWithdrawable
	}
	at := p.rates.at(s.Epoch)
	if err := p.apply(at, 0, p.rates.at(pos.Activation).ToShares(pos.Principal)); err != nil {
		return 0, err
	}
	return p.pay(pos, s.Epoch)
}

// payEarly pays back a principal that never counted.
func (p *Pool) payEarly(pos Position) (walrus.Frost, error) {
	due := p.at(pos.Activation)
	if pos.Principal > due.stake || pos.Principal > p.held {
		return 0, fmt.Errorf("withdraw %v of %v that begin to count in epoch %d: %w", pos.Principal, due.stake, pos.Activation, ErrInconsistent)
	}
	due.stake -= pos.Principal
	p.held -= pos.Principal
	return pos.Principal, nil
}

// pay takes the worth of a position at the rate of an epoch out of what is held.
func (p *Pool) pay(pos Position, e walrus.Epoch) (walrus.Frost, error) {
	worth := p.Worth(pos, e)
	if worth > p.held {
		return 0, fmt.Errorf("withdraw %v of %v: %w", worth, p.held, ErrInconsistent)
	}
	p.held -= worth
	if !p.slashable {
		p.rewards -= worth - pos.Principal
	}
	return worth, nil
}

// Worth returns what a position would be paid at the rate of an epoch, at most the pool's present one. In an ordinary
// pool this is never less than the principal, and the reward never more than the pool has for rewards.
func (p *Pool) Worth(pos Position, e walrus.Epoch) walrus.Frost {
	worth := p.rates.at(e).ToWal(p.rates.at(pos.Activation).ToShares(pos.Principal))
	if p.slashable {
		return min(worth, p.held)
	}
	return pos.Principal + min(max(worth, pos.Principal)-pos.Principal, p.rewards)
}

// at returns the pending entry of an epoch, made if need be. It is good until the next call.
func (p *Pool) at(e walrus.Epoch) *pending {
	i := 0
	for i < len(p.pending) && p.pending[i].epoch < e {
		i++
	}
	if i == len(p.pending) || p.pending[i].epoch != e {
		p.pending = append(p.pending, pending{})
		copy(p.pending[i+1:], p.pending[i:])
		p.pending[i] = pending{epoch: e}
	}
	return &p.pending[i]
}
