package walrus

import (
	"fmt"
	"math"
	"math/big"
	"strconv"
	"strings"
)

// Frost is an amount of WAL in its smallest accounting unit: 1 WAL = 10^9 FROST = 10^18 wei of the token.
type Frost uint64

// WAL is one token.
const WAL Frost = 1_000_000_000

// String returns the amount in WAL with up to nine decimals, as in "1.1 WAL".
func (f Frost) String() string {
	s := strconv.FormatUint(uint64(f/WAL), 10)
	if rest := f % WAL; rest != 0 {
		s += "." + strings.TrimRight(fmt.Sprintf("%09d", uint64(rest)), "0")
	}
	return s + " WAL"
}

// Prices are the prices of the current epoch, in FROST for each storage unit of encoded size.
type Prices struct {
	Storage Frost // for each storage unit and epoch
	Write   Frost // for each storage unit, once at registration
}

// Cost returns storage and write cost of encodedLength bytes for the given number of epochs (evm-profile.md §4):
// exact, and an error when the sum passes 64 bits.
func (p Prices) Cost(encodedLength uint64, epochs uint32) (Frost, error) {
	units := new(big.Int).SetUint64(StorageUnits(encodedLength))
	perUnit := new(big.Int).SetUint64(uint64(p.Storage))
	perUnit.Mul(perUnit, big.NewInt(int64(epochs)))
	perUnit.Add(perUnit, new(big.Int).SetUint64(uint64(p.Write)))
	cost := perUnit.Mul(perUnit, units)
	if !cost.IsUint64() {
		return math.MaxUint64, fmt.Errorf("cost of %d storage units for %d epochs passes 2^64 FROST", units, epochs)
	}
	return Frost(cost.Uint64()), nil
}
