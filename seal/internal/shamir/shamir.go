// Package shamir shares 32-byte secrets among up to 255 holders, byte by byte, over GF(2^8) with the polynomial
// x^8+x^4+x^3+x+1 (access-control.md A.5).
//
// The one idea: a share is a point on a polynomial of degree t-1 whose value at zero is the secret, so any t shares fix
// the secret, and t-1 shares fit every secret equally well. No memory access and no branch depends on a secret.
//
// All functions are pure; values may be shared.
package shamir

import (
	"crypto/rand"
	"errors"
	"fmt"
)

// MaxShares is the largest number of shares of one secret: 255 would do, the official client refuses it.
const MaxShares = 254

// Size is the length of a secret and of a share's value in bytes.
const Size = 32

// ErrInvalidShares: shares with an index that is zero or repeats, or a threshold out of range.
var ErrInvalidShares = errors.New("invalid secret shares")

// Share is the value of the secret's polynomial at Index, which is never zero.
type Share struct {
	Index byte
	Value [Size]byte
}

// Split returns shares with the indices 1 to n, any t of which give the secret.
func Split(secret [Size]byte, t, n int) ([]Share, error) {
	if t < 1 || t > n || n > MaxShares {
		return nil, fmt.Errorf("%w: threshold %d of %d, want 1 ≤ threshold ≤ shares ≤ %d", ErrInvalidShares, t, n, MaxShares)
	}
	poly := make([][Size]byte, t)
	poly[0] = secret
	for i := 1; i < t; i++ {
		rand.Read(poly[i][:])
	}
	return sample(poly, n), nil
}

// sample evaluates the polynomial, given by its coefficients from the constant one on, at 1 to n.
func sample(poly [][Size]byte, n int) []Share {
	shares := make([]Share, n)
	for i := range shares {
		x := byte(i + 1)
		s := Share{Index: x}
		for k := len(poly) - 1; k >= 0; k-- {
			for j := range s.Value {
				s.Value[j] = mul(s.Value[j], x) ^ poly[k][j]
			}
		}
		shares[i] = s
	}
	return shares
}

// Check returns ErrInvalidShares unless all indices are distinct and none is zero.
func Check(indices []byte) error {
	var seen [256]bool
	for _, x := range indices {
		if x == 0 || seen[x] {
			return fmt.Errorf("%w: index %d is zero or repeats", ErrInvalidShares, x)
		}
		seen[x] = true
	}
	return nil
}

// Interpolate returns the value at x of the polynomial of least degree through all the shares, whose indices must
// pass Check. At zero this is the secret, if there are at least t shares.
func Interpolate(shares []Share, x byte) (value [Size]byte) {
	for i := range shares {
		w := weight(shares, i, x)
		for j, v := range shares[i].Value {
			value[j] ^= mul(w, v)
		}
	}
	return value
}

// weight returns the i-th Lagrange coefficient at x; it depends on indices alone, which are public.
func weight(shares []Share, i int, x byte) byte {
	num, den := byte(1), byte(1)
	for j := range shares {
		if j != i {
			num = mul(num, x^shares[j].Index)
			den = mul(den, shares[i].Index^shares[j].Index)
		}
	}
	return mul(num, invert(den))
}

// mul multiplies in GF(2^8) in constant time.
func mul(a, b byte) (p byte) {
	for range 8 {
		p ^= a & -(b & 1)
		a = a<<1 ^ 0x1b&-(a>>7)
		b >>= 1
	}
	return p
}

// invert returns a^254, the inverse of a; zero gives zero.
func invert(a byte) byte {
	r := byte(1)
	for range 7 { // 254 = 2 + 4 + … + 128
		a = mul(a, a)
		r = mul(r, a)
	}
	return r
}
