//go:build !cgo

package bls

import "testing"

func TestAgainstBlst(t *testing.T) {
	t.Skip("blst, the independent implementation to compare with, needs cgo")
}
