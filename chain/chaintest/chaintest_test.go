package chaintest_test

import (
	"fmt"
	"testing"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
	"github.com/walrus-go/walrus/chain/chaintest"
)

func TestConformance(t *testing.T) { chaintest.Run(t, openMemory) }

func openMemory(t *testing.T, g chain.Genesis) (*chaintest.Harness, error) {
	c, err := chaintest.New(g)
	if err != nil {
		return nil, err
	}
	names := make(map[walrus.Address]string)
	return &chaintest.Harness{
		Reader:    c,
		Log:       c,
		ReopenLog: func(*testing.T) chain.Log { return c },
		NewWallet: func(t *testing.T, wal walrus.Frost, gas bool) chain.Wallet {
			name := fmt.Sprint(len(names))
			gwei := uint64(0)
			if gas {
				gwei = 1e9
			}
			w := c.NewWallet(name, wal, gwei)
			names[w.Address()] = name
			return w
		},
		ReopenWallet: func(t *testing.T, w chain.Wallet) chain.Wallet { return c.NewWallet(names[w.Address()], 0, 0) },
		Mine:         func(t *testing.T, blocks int) { c.AdvanceBlock(blocks) },
	}, nil
}
