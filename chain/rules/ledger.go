package rules

import (
	"errors"
	"fmt"
	"math/bits"

	"github.com/walrus-go/walrus"
)

// Sentinels of a Ledger.
var (
	ErrInvalidInterval = errors.New("invalid interval of epochs")
	ErrNoCapacity      = errors.New("not enough capacity")
	ErrTooExpensive    = errors.New("the payment passes 2^64 FROST")
)

// Account is what was sold for an epoch, and the pot of its rewards.
type Account struct {
	Used uint64 // encoded bytes
	Pot  walrus.Frost
}

// Ledger is the accounting of storage that is paid in advance: one account for each epoch from the present one on (A9).
type Ledger struct {
	Epoch    walrus.Epoch
	Total    uint64    // capacity in bytes, of the present epoch and of all sales ahead
	accounts []Account // accounts[i] is of Epoch+i; its length is the number of epochs that can be bought
}

// NewLedger returns an empty ledger in epoch 0 with no capacity.
func NewLedger(maxEpochsAhead uint32) *Ledger {
	return &Ledger{accounts: make([]Account, max(1, maxEpochsAhead))}
}

// Account returns the account of an epoch; that of one too far ahead or past is zero.
func (l *Ledger) Account(e walrus.Epoch) Account {
	if i := int64(e) - int64(l.Epoch); i >= 0 && i < int64(len(l.accounts)) {
		return l.accounts[i]
	}
	return Account{}
}

// Held returns all the FROST in the pots of the present and coming epochs.
func (l *Ledger) Held() (sum walrus.Frost) {
	for _, a := range l.accounts {
		sum += a.Pot
	}
	return sum
}

// Reserve sells bytes for the epochs [start, end), a start in the past meaning the present epoch, and returns what they cost:
// price for each storage unit and epoch, paid into the pots of the epochs covered. On error nothing was sold:
// ErrInvalidInterval, ErrNoCapacity or ErrTooExpensive.
func (l *Ledger) Reserve(bytes uint64, start, end walrus.Epoch, price walrus.Frost) (walrus.Frost, error) {
	start = max(start, l.Epoch)
	if end <= start || bytes == 0 || int64(end)-int64(l.Epoch) > int64(len(l.accounts)) {
		return 0, fmt.Errorf("reserve %d bytes for [%d, %d) in epoch %d: %w", bytes, start, end, l.Epoch, ErrInvalidInterval)
	}
	covered := l.accounts[start-l.Epoch : end-l.Epoch]
	hi, perEpoch := bits.Mul64(walrus.StorageUnits(bytes), uint64(price))
	over, cost := bits.Mul64(perEpoch, uint64(len(covered)))
	if hi|over != 0 {
		return 0, fmt.Errorf("reserve %d bytes: %w", bytes, ErrTooExpensive)
	}
	for i, a := range covered {
		if used, carry := bits.Add64(a.Used, bytes, 0); carry != 0 || used > l.Total {
			return 0, fmt.Errorf("reserve %d bytes in epoch %d, %d of %d are sold: %w",
				bytes, start+walrus.Epoch(i), a.Used, l.Total, ErrNoCapacity)
		}
		if _, fits := add(a.Pot, walrus.Frost(perEpoch)); !fits {
			return 0, fmt.Errorf("reserve %d bytes: %w", bytes, ErrTooExpensive)
		}
	}
	for i := range covered {
		covered[i].Used += bytes
		covered[i].Pot += walrus.Frost(perEpoch)
	}
	return walrus.Frost(cost), nil
}

// Deposit adds to the pot of the present epoch: write fees, donations, and what the epoch before left over.
func (l *Ledger) Deposit(amount walrus.Frost) error {
	pot, fits := add(l.accounts[0].Pot, amount)
	if !fits {
		return fmt.Errorf("deposit %v: %w", amount, ErrTooExpensive)
	}
	l.accounts[0].Pot = pot
	return nil
}

// Advance begins the next epoch with the voted capacity, raised to what is sold, and returns the account of the ended one
// (A8.3).
func (l *Ledger) Advance(capacity uint64) Account {
	ended := l.accounts[0]
	copy(l.accounts, l.accounts[1:])
	l.accounts[len(l.accounts)-1] = Account{}
	l.Epoch++
	l.Total = TotalCapacity(capacity, l.accounts[0].Used)
	return ended
}
