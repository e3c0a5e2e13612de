package seal

import (
	"crypto/rand"
	"fmt"
	"io"
	"slices"
)

// DataKey is a symmetric key of 32 bytes: what the data of one object are encrypted with, or the content key of a
// stream. Formatting it prints a fixed text. The zero value is unusable.
type DataKey struct{ k func() *[32]byte }

// NewDataKey returns a random key.
func NewDataKey() DataKey {
	var k [32]byte
	rand.Read(k[:])
	return newDataKey(k)
}

// ParseDataKey reads the form of DataKey.Bytes.
func ParseDataKey(b []byte) (DataKey, error) {
	if len(b) != 32 {
		return DataKey{}, fmt.Errorf("%w: data key of %d bytes, want 32", ErrInvalidKey, len(b))
	}
	return newDataKey([32]byte(b)), nil
}

func newDataKey(k [32]byte) DataKey { return DataKey{func() *[32]byte { return &k }} }

// Bytes returns the secret.
func (k DataKey) Bytes() []byte { return slices.Clone(k.k()[:]) }

// Format prints a fixed text, whatever the verb.
func (k DataKey) Format(s fmt.State, _ rune) { io.WriteString(s, "seal data key") }
