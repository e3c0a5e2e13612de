package evm

import (
	"testing"

	"github.com/walrus-go/walrus/chain"
	"github.com/walrus-go/walrus/chain/chaintest"
)

// TestConformanceDevchain runs the suite on the embedded chain.
func TestConformanceDevchain(t *testing.T) {
	c := openDevchain(t)
	chaintest.Run(t, func(t *testing.T, g chain.Genesis) (*chaintest.Harness, error) {
		d, err := deployOn(t, c, g)
		if err != nil {
			return nil, err
		}
		return d.harness(), nil
	})
}
