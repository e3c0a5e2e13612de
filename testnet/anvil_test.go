package testnet

import (
	"context"
	"testing"

	"github.com/walrus-go/walrus/chain/chaintest"
)

// The network stands on a second implementation of the EVM as well: nothing leans on the embedded chain.
func TestNetworkOnAnvil(t *testing.T) {
	cfg := TestConfig()
	cfg.External = &ExternalChain{URL: chaintest.Anvil(t, chaintest.Prague), Key: chaintest.AnvilKey}
	Run(t, cfg, func(ctx context.Context, n *Network) {
		testSizes(t, ctx, n)
		testStoppedNodes(t, ctx, n)
		testNoQuorum(t, ctx, n)
		testHeal(t, ctx, n)
	})
}
