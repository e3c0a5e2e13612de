package walrus

import (
	"encoding/hex"
	"fmt"
	"strings"

	"golang.org/x/crypto/sha3"
)

// Address is an account or contract on the coordinating chain. Its text form is 0x and 40 hexadecimal digits
// whose case carries the EIP-55 checksum.
type Address [20]byte

// ParseAddress parses 0x and 40 hexadecimal digits, all of one case or with the right EIP-55 checksum.
func ParseAddress(s string) (Address, error) {
	var a Address
	if err := parseHex("address", a[:], s); err != nil {
		return Address{}, err
	}
	digits := s[2:]
	if digits != strings.ToLower(digits) && digits != strings.ToUpper(digits) && s != a.String() {
		return Address{}, fmt.Errorf("%w: address %q has a wrong checksum, a digit may be mistyped", ErrInvalidID, s)
	}
	return a, nil
}

// String returns the text form with the EIP-55 checksum.
func (a Address) String() string {
	text := []byte(hex.EncodeToString(a[:]))
	h := sha3.NewLegacyKeccak256()
	h.Write(text)
	sum := h.Sum(nil)
	for i, c := range text {
		if nibble := sum[i/2] >> (4 * (1 - i%2)) & 15; c >= 'a' && nibble >= 8 {
			text[i] = c - 'a' + 'A'
		}
	}
	return "0x" + string(text)
}

// IsZero reports whether a is the zero address.
func (a Address) IsZero() bool { return a == Address{} }

// MarshalText returns the text form.
func (a Address) MarshalText() ([]byte, error) { return []byte(a.String()), nil }

// UnmarshalText parses the text form.
func (a *Address) UnmarshalText(text []byte) (err error) {
	*a, err = ParseAddress(string(text))
	return err
}
