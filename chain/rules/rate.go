package rules

import (
	"slices"

	"github.com/walrus-go/walrus"
)

// Rate is the exchange rate of a pool: what all its shares are worth. It is 1:1 when either side is 0 (A6.1).
type Rate struct {
	Wal    walrus.Frost
	Shares uint64
}

func (r Rate) isFlat() bool { return r.Wal == 0 || r.Shares == 0 }

// ToShares returns what an amount buys, rounded down; at most 2^64-1.
func (r Rate) ToShares(amount walrus.Frost) uint64 {
	if r.isFlat() {
		return uint64(amount)
	}
	return saturated(uint64(amount), r.Shares, uint64(r.Wal))
}

// ToWal returns what shares are worth, rounded down; at most 2^64-1.
func (r Rate) ToWal(shares uint64) walrus.Frost {
	if r.isFlat() {
		return walrus.Frost(shares)
	}
	return walrus.Frost(saturated(shares, uint64(r.Wal), r.Shares))
}

func saturated(x, y, d uint64) uint64 {
	if q, fits := mulDiv(x, y, d); fits {
		return q
	}
	return 1<<64 - 1
}

// rates are the checkpoints of a pool, ascending by epoch. An epoch without one has the rate of the last one before.
type rates []checkpoint

type checkpoint struct {
	epoch walrus.Epoch
	rate  Rate
}

// at returns the rate of an epoch, 1:1 before the first checkpoint.
func (r rates) at(e walrus.Epoch) Rate {
	i, found := slices.BinarySearchFunc(r, e, func(c checkpoint, e walrus.Epoch) int { return int(int64(c.epoch) - int64(e)) })
	switch {
	case found:
		return r[i].rate
	case i == 0:
		return Rate{}
	}
	return r[i-1].rate
}
