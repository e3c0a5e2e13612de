package rules

import "github.com/walrus-go/walrus"

// The bounds of a price that votes move (C5).
const (
	DampingInterval = 3600 // seconds from one step to the next
	DampingNotice   = 600  // seconds between announcing a step upward and taking it
	dampingDivisor  = 10   // a step is at most a tenth of the price
)

// DampedPrice is a price in force that follows the outcome of votes in bounded steps (C5): at most a tenth at a time
// and one step an hour, so whoever adds a tenth to a quote can pay it for an hour. A step upward is announced ten
// minutes ahead, a step downward is taken at once. A price below 10 moves by 1.
//
// A DampedPrice is a plain value; make the first with NewDampedPrice.
type DampedPrice struct {
	Price   walrus.Frost // in force since Moved, unless an announced step is due
	Moved   uint64
	Pending walrus.Frost // the announced price, above Price; 0 for none
	Applies uint64       // when Pending comes into force
}

// NewDampedPrice returns a price that is in force from now on, without history.
func NewDampedPrice(price walrus.Frost, now uint64) DampedPrice {
	return DampedPrice{Price: price, Moved: now}
}

// At returns the state at a time: an announced step that is due has been taken, at the time it was due.
func (d DampedPrice) At(now uint64) DampedPrice {
	if d.Pending != 0 && now >= d.Applies {
		return DampedPrice{Price: d.Pending, Moved: d.Applies}
	}
	return d
}

// Update returns the state after the votes were counted again and gave target. A lower outcome takes an announcement
// back or lowers it. A higher one does not change what is announced; it waits for the next step.
func (d DampedPrice) Update(target walrus.Frost, now uint64) DampedPrice {
	d = d.At(now)
	step := max(1, d.Price/dampingDivisor)
	if target <= d.Price {
		d.Pending, d.Applies = 0, 0
		if target < d.Price && now >= d.Moved+DampingInterval {
			d.Price, d.Moved = max(target, d.Price-step), now
		}
		return d
	}
	target = d.Price + min(target-d.Price, step)
	if d.Pending != 0 {
		d.Pending = min(d.Pending, target)
		return d
	}
	d.Pending, d.Applies = target, max(now+DampingNotice, d.Moved+DampingInterval)
	return d
}
