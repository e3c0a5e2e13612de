package rules

import (
	"fmt"

	"github.com/walrus-go/walrus"
)

// Credit says where the reward and the penalty of an epoch went.
type Credit struct {
	Commission walrus.Frost // of the reward
	Burned     walrus.Frost // the penalty, taken from commission first
	Rate       Rate         // of the epoch that begins
}

// Advance brings the pool of a member into epoch e with its reward for the epoch before (A6.4). It is due at the change
// into e for every member of the outgoing committee and, with reward 0, for newcomers. penalty, in basis points of the
// stake that was active, is for slashable pools, at most MaxPenalty; it is taken before the rate of e is fixed, so stake that leaves
// at e bears it too (C2). Withdrawals due at e and stake that begins at e do not share in the reward.
func (p *Pool) Advance(e walrus.Epoch, reward walrus.Frost, penalty uint16) (Credit, error) {
	if e <= p.last {
		return Credit{}, fmt.Errorf("advance to epoch %d from %d: %w", e, p.last, ErrPastEpoch)
	}
	fine := share(p.wal, penalty)
	switch {
	case reward > 0 && p.wal == 0:
		return Credit{}, fmt.Errorf("reward of %v for no stake: %w", reward, ErrInvalidAmount)
	case reward > MaxSupply-p.held:
		return Credit{}, fmt.Errorf("reward of %v: %w", reward, ErrInvalidAmount)
	case penalty > MaxPenalty || penalty > 0 && !p.slashable:
		return Credit{}, fmt.Errorf("penalty of %d basis points: %w", penalty, ErrInvalidAmount)
	}
	before := *p
	c := Credit{Commission: share(reward, p.rate), Burned: fine}
	p.commission += c.Commission
	p.blocked += c.Commission
	p.wal += reward - c.Commission
	p.held += reward - c.Commission
	if !p.slashable {
		p.rewards += reward - c.Commission
	}
	p.burn(fine)
	p.applyCommission(e)
	c.Rate = Rate{p.wal, p.shares}
	p.rates = append(p.rates, checkpoint{e, c.Rate})
	if err := p.applyDue(e, c.Rate); err != nil {
		*p = before
		return Credit{}, err
	}
	return c, nil
}

// burn takes a fine from commission, then from the stake.
func (p *Pool) burn(fine walrus.Frost) {
	fromCommission := min(fine, p.commission)
	p.commission -= fromCommission
	p.blocked = min(p.blocked, p.commission)
	p.wal -= fine - fromCommission
	p.held -= fine - fromCommission
}

// touch brings the pool to the present epoch: one that earned must have been advanced, any other keeps its rate.
func (p *Pool) touch(s Standing) error {
	switch {
	case s.Epoch < p.last:
		return ErrPastEpoch
	case s.Epoch > p.last && s.isRewarded():
		return ErrUnsettled
	}
	return p.fold(s.Epoch)
}

// fold applies what is due up to epoch e without a reward, at the rate that the pool has.
func (p *Pool) fold(e walrus.Epoch) error {
	if e <= p.last {
		return nil
	}
	p.applyCommission(e)
	return p.applyDue(e, p.rates.at(e))
}

// applyDue applies the pending entries up to epoch e, at the rate of e.
func (p *Pool) applyDue(e walrus.Epoch, at Rate) error {
	var stake walrus.Frost
	var leaving uint64
	due := 0
	for ; due < len(p.pending) && p.pending[due].epoch <= e; due++ {
		d := p.pending[due]
		stake += d.stake
		leaving += d.shares + p.rates.at(d.epoch-1).ToShares(d.preActive)
	}
	if err := p.apply(at, stake, leaving); err != nil {
		return err
	}
	p.pending = append([]pending(nil), p.pending[due:]...)
	p.last = e
	return nil
}

// apply lets stake begin to count and shares leave.
func (p *Pool) apply(at Rate, stake walrus.Frost, leaving uint64) error {
	wal, out := p.wal+stake, at.ToWal(leaving)
	if out > wal {
		return fmt.Errorf("%v of %v: %w", out, wal, ErrInconsistent)
	}
	p.wal = wal - out
	p.shares = at.ToShares(p.wal)
	return nil
}

// At returns the epoch that the pool is at, and its active stake and shares.
func (p *Pool) At() (walrus.Epoch, Rate) { return p.last, Rate{p.wal, p.shares} }

// RateAt returns the exchange rate of an epoch up to the present one.
func (p *Pool) RateAt(e walrus.Epoch) Rate { return p.rates.at(e) }

// StakeAt returns the stake that will be active in a coming epoch by what is known now, without rewards: the pool's
// entry in the active set, for the next epoch, or the one after when the next committee is fixed (A7.1).
func (p *Pool) StakeAt(e walrus.Epoch) walrus.Frost {
	present := Rate{p.wal, p.shares}
	wal, leaving := p.wal, uint64(0)
	for _, d := range p.pending {
		if d.epoch <= e {
			wal += d.stake
			leaving += d.shares + present.ToShares(d.preActive)
		}
	}
	return wal - min(wal, present.ToWal(leaving))
}

// Held returns the tokens that belong to the pool: those of its delegators, and its commission.
func (p *Pool) Held() (delegators, commission walrus.Frost) { return p.held, p.commission }
