package rules

import (
	"fmt"

	"github.com/walrus-go/walrus"
)

// CommissionDelay is the number of epochs after which a commission rate takes effect (A4.2).
const CommissionDelay = 2

// SetCommission schedules a commission rate in basis points. A later call in the same epoch overwrites it.
func (p *Pool) SetCommission(s Standing, rate uint16) error {
	if err := p.touch(s); err != nil {
		return err
	}
	if rate > BasisPoints {
		return fmt.Errorf("commission of %d basis points: %w", rate, ErrInvalidAmount)
	}
	due := commissionDue{s.Epoch + CommissionDelay, rate}
	if last := len(p.rateDue) - 1; last >= 0 && p.rateDue[last].epoch == due.epoch {
		p.rateDue[last] = due
		return nil
	}
	p.rateDue = append(p.rateDue, due)
	return nil
}

// applyCommission puts the newest rate that is due up to epoch e into force and drops older ones.
func (p *Pool) applyCommission(e walrus.Epoch) {
	due := 0
	for ; due < len(p.rateDue) && p.rateDue[due].epoch <= e; due++ {
		p.rate = p.rateDue[due].rate
	}
	p.rateDue = append([]commissionDue(nil), p.rateDue[due:]...)
}

// Commission returns the rate in force, in basis points.
func (p *Pool) Commission() uint16 { return p.rate }

// Unblock lets the commission of the last epoch change be collected. It is due at the end of voting, for members of
// the previous committee (A6.5).
func (p *Pool) Unblock() { p.blocked = 0 }

// CollectCommission returns the commission to pay to its receiver: all that is not blocked.
func (p *Pool) CollectCommission() walrus.Frost {
	paid := p.commission - p.blocked
	p.commission = p.blocked
	return paid
}

// SlashCommission returns the commission to burn after a vote against the node: all of it (A16).
func (p *Pool) SlashCommission() walrus.Frost {
	burned := p.commission
	p.commission, p.blocked = 0, 0
	return burned
}
