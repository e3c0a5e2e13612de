// Package nodeapitest holds the conformance suite of [nodeapi.Service], an in-memory implementation, and the way to
// put any implementation behind real TLS for a test.
//
// The one idea: [Run] asks nothing of a node but what a [Harness] can do for every kind of node, so that the same
// suite judges the storage node, the in-memory [Node], and either of them seen through a client.
//
// Types are safe for concurrent use.
package nodeapitest

import (
	"context"
	"net"
	"testing"
	"time"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/nodeapi"
)

// Harness is a node under test and the power to make things happen to it.
type Harness struct {
	Service nodeapi.Service
	NShards walrus.ShardCount
	// Shards are those that the node owns: at least one, and not all.
	Shards []walrus.ShardIndex
	// NewBlob returns an encoded blob that the node has not seen, with all its sliver pairs, different at each call.
	NewBlob func(t *testing.T) Blob
	// Register registers the blob and returns, once the node knows, the persistence to ask a confirmation for.
	Register func(t *testing.T, b Blob, deletable bool) walrus.Persistence
	// Block puts the blob on the node's block list. Optional.
	Block func(t *testing.T, id walrus.BlobID)
	// Invalidate marks the blob invalid and returns once the node knows. Optional.
	Invalidate func(t *testing.T, id walrus.BlobID)
	// Inconsistent returns a registered blob whose metadata the node holds, with a good proof against it. Optional.
	Inconsistent func(t *testing.T) (walrus.BlobID, walrus.Axis, *walrus.InconsistencyProof)
	// VerifySymbol checks a recovery symbol against metadata. Optional.
	VerifySymbol func(md *walrus.Metadata, s *walrus.GeneralRecoverySymbol) error
	// VerifySigned checks the signature of a message. Optional.
	VerifySigned func(m *walrus.SignedMessage) error
	// NoPending is set for a node without pending caches.
	NoPending bool
}

// Blob is an encoded blob.
type Blob struct {
	ID       walrus.BlobID
	Metadata *walrus.Metadata
	Pairs    []walrus.SliverPair // one for each shard, in pair order
}

// Remote serves s on a port of this machine until the test ends, and returns a client of it.
func Remote(t testing.TB, s nodeapi.Service, n walrus.ShardCount) *nodeapi.Client {
	t.Helper()
	address, key := Listen(t, s, n)
	c := nodeapi.Dial(address, key, nodeapi.ClientOptions{NShards: n})
	t.Cleanup(c.CloseIdleConnections)
	return c
}

// Listen serves s on a port of this machine until the test ends, and returns address and key to dial it.
func Listen(t testing.TB, s nodeapi.Service, n walrus.ShardCount) (address string, key walrus.NetworkKey) {
	t.Helper()
	secret, err := nodeapi.GenerateNetworkKey()
	if err != nil {
		t.Fatal(err)
	}
	conf, err := nodeapi.ServerTLS(secret, "127.0.0.1")
	if err != nil {
		t.Fatal(err)
	}
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	srv := nodeapi.NewServer(nodeapi.NewHandler(s, nodeapi.Options{NShards: n}), conf, nil)
	done := make(chan error, 1)
	go func() { done <- nodeapi.Serve(ctx, ln, srv, 2*time.Second) }()
	t.Cleanup(func() {
		cancel()
		if err := <-done; err != nil {
			t.Errorf("server: %v", err)
		}
	})
	return ln.Addr().String(), nodeapi.NetworkKeyOf(&secret.PublicKey)
}
