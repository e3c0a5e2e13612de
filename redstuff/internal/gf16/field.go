package gf16

import "sync"

// polynomial is t^16+t^5+t^3+t^2+1, whose root t is a primitive element (encoding.md 2.1).
const polynomial = 0x1002D

// modulus is the order of the multiplicative group. As an exponent it stands for 0, and as log of zero for "none".
const modulus = 65535

// cantorBasis holds the basis elements in polynomial form. Each element of the data is a vector of coordinates in it.
var cantorBasis = [16]uint16{
	0x0001, 0xACCA, 0x3C0E, 0x163E, 0xC582, 0xED2E, 0x914C, 0x4012,
	0x6C98, 0x10D8, 0x6A72, 0xB900, 0xFDB8, 0xFB34, 0xFF38, 0x991E,
}

// field holds discrete logarithms of elements in Cantor coordinates and their inverse.
type field struct {
	log, exp [65536]uint16
}

// tables builds the field on first use: 256 KiB, about a millisecond.
var tables = sync.OnceValue(newField)

func newField() *field {
	var byPolynomial [65536]uint16 // polynomial form to exponent
	state := 1
	for e := range modulus {
		byPolynomial[state] = uint16(e)
		state <<= 1
		if state > 0xFFFF {
			state ^= polynomial
		}
	}
	f := new(field)
	f.log[0] = modulus
	var phi [65536]uint16 // coordinates to polynomial form
	for x := 1; x < len(phi); x++ {
		top := bitLen(x) - 1
		phi[x] = phi[x^1<<top] ^ cantorBasis[top]
		f.log[x] = byPolynomial[phi[x]]
		f.exp[f.log[x]] = uint16(x)
	}
	f.exp[modulus] = f.exp[0]
	return f
}

// mul returns the product of two elements in Cantor coordinates. It is the reference for every kernel.
func (f *field) mul(x, y uint16) uint16 {
	if x == 0 || y == 0 {
		return 0
	}
	return f.exp[addExponents(f.log[x], f.log[y])]
}

// addExponents adds modulo 65535 with end-around carry; the result may be 65535, which stands for 0.
func addExponents(a, b uint16) uint16 {
	t := uint32(a) + uint32(b)
	return uint16(t + t>>16)
}
