package rules

import (
	"math/bits"

	"github.com/walrus-go/walrus"
)

// MaxSupply is all the FROST there ever is (A3). Sums of stakes stay below it, so they fit 64 bits.
const MaxSupply = 5_000_000_000 * walrus.WAL

// BasisPoints is the whole, in basis points.
const BasisPoints = 10_000

// mulDiv returns ⌊x·y/d⌋. It reports false when d is 0 or the result passes 64 bits.
func mulDiv(x, y, d uint64) (uint64, bool) {
	hi, lo := bits.Mul64(x, y)
	if hi >= d {
		return 0, false
	}
	q, _ := bits.Div64(hi, lo, d)
	return q, true
}

// mulDivUp returns ⌈x·y/d⌉ under the same conditions.
func mulDivUp(x, y, d uint64) (uint64, bool) {
	hi, lo := bits.Mul64(x, y)
	if hi >= d {
		return 0, false
	}
	q, rest := bits.Div64(hi, lo, d)
	if rest == 0 {
		return q, true
	}
	q++
	return q, q != 0
}

// share returns ⌊x·bp/10000⌋ for bp up to 10000.
func share(x walrus.Frost, bp uint16) walrus.Frost {
	q, _ := mulDiv(uint64(x), uint64(min(bp, BasisPoints)), BasisPoints)
	return walrus.Frost(q)
}

// add returns x+y and whether it fits.
func add(x, y walrus.Frost) (walrus.Frost, bool) {
	sum, carry := bits.Add64(uint64(x), uint64(y), 0)
	return walrus.Frost(sum), carry == 0
}

// compareProducts compares a·b with c·d.
func compareProducts(a, b, c, d uint64) int {
	hi1, lo1 := bits.Mul64(a, b)
	hi2, lo2 := bits.Mul64(c, d)
	switch {
	case hi1 < hi2 || hi1 == hi2 && lo1 < lo2:
		return -1
	case hi1 == hi2 && lo1 == lo2:
		return 0
	}
	return 1
}
