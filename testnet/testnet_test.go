package testnet

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"sync"
	"testing"
	"time"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/client"
	"github.com/walrus-go/walrus/client/clienttest"
	"github.com/walrus-go/walrus/internal/bls"
	"github.com/walrus-go/walrus/nodeapi"
	"github.com/walrus-go/walrus/nodeapi/nodeapitest"
	"github.com/walrus-go/walrus/redstuff"
)

// faults are the ways in which the nodes of a test misbehave.
var faults = map[string]func(nodeapi.Service, bls.SecretKey) nodeapi.Service{
	"stall":          func(s nodeapi.Service, _ bls.SecretKey) nodeapi.Service { return stalling{honest: s} },
	"wrong sliver":   func(s nodeapi.Service, _ bls.SecretKey) nodeapi.Service { return nodeapitest.WrongSliver{Service: s} },
	"other sliver":   func(s nodeapi.Service, _ bls.SecretKey) nodeapi.Service { return nodeapitest.OtherSliver{Service: s} },
	"wrong metadata": func(s nodeapi.Service, _ bls.SecretKey) nodeapi.Service { return nodeapitest.WrongMetadata{Service: s} },
	"wrong proof":    func(s nodeapi.Service, _ bls.SecretKey) nodeapi.Service { return nodeapitest.WrongProof{Service: s} },
	"wrong signature": func(s nodeapi.Service, k bls.SecretKey) nodeapi.Service {
		return nodeapitest.WrongSignature{Service: s, Key: k}
	},
	"other epoch": func(s nodeapi.Service, k bls.SecretKey) nodeapi.Service {
		return nodeapitest.OtherEpoch{Service: s, Key: k}
	},
}

// stalling answers only for its health, so that its start is noticed.
type stalling struct {
	nodeapitest.Stall
	honest nodeapi.Service
}

func (s stalling) Health(ctx context.Context, detailed bool) (nodeapi.Health, error) {
	return s.honest.Health(ctx, detailed)
}

// One network serves all that can share it: starting one takes seconds.
func TestNetwork(t *testing.T) {
	Run(t, TestConfig(), func(ctx context.Context, n *Network) {
		for _, test := range []struct {
			name string
			run  func(*testing.T, context.Context, *Network)
		}{
			{"sizes", testSizes},
			{"stopped nodes", testStoppedNodes},
			{"misbehaving nodes", testMisbehavingNodes},
			{"no quorum", testNoQuorum},
			{"heal after wipe", testHeal},
			{"heal among liars", testHealAmongLiars},
			{"upload that missed nodes", testMissedNodes},
			{"many at once", testManyAtOnce},
		} {
			t.Run(test.name, func(t *testing.T) { test.run(t, ctx, n) })
		}
	})
}

func (n *Network) mustStore(t *testing.T, ctx context.Context, blob []byte) walrus.BlobID {
	t.Helper()
	r, err := n.Client.Store(ctx, bytes.NewReader(blob), int64(len(blob)), client.StoreOptions{Epochs: 2})
	if err != nil {
		t.Fatal(err)
	}
	if r.NewlyCreated == nil || r.NewlyCreated.Blob.CertifiedEpoch == 0 {
		t.Fatalf("store: %+v", r)
	}
	if _, err := client.VerifyAvailability(ctx, n.Chain(), r.NewlyCreated.Blob.Object); err != nil {
		t.Fatal(err)
	}
	return r.BlobID()
}

func (n *Network) mustRead(t *testing.T, ctx context.Context, id walrus.BlobID, want []byte) {
	t.Helper()
	var out bytes.Buffer
	if err := n.Client.Read(ctx, id, &out, client.ReadOptions{Check: redstuff.Strict}); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(out.Bytes(), want) {
		t.Fatalf("blob %v: read %d bytes that differ from the %d stored", id, out.Len(), len(want))
	}
}

func testSizes(t *testing.T, ctx context.Context, n *Network) {
	for _, size := range []int{0, 1, 33, 4097, 1 << 20} {
		blob := clienttest.Blob(size)
		n.mustRead(t, ctx, n.mustStore(t, ctx, blob), blob)
	}
}

// three returns three random nodes: with 10 of 100 shards each they hold 30 of the f = 33 that may fail.
func (n *Network) three(t *testing.T) []*Node {
	var nodes []*Node
	for _, i := range rand.Perm(len(n.Nodes))[:3] {
		nodes = append(nodes, n.Nodes[i])
		t.Logf("faulty: node %d", n.Nodes[i].Index)
	}
	return nodes
}

// restart starts nodes again with a fault, nil for none.
func restart(t *testing.T, ctx context.Context, nodes []*Node, fault func(nodeapi.Service, bls.SecretKey) nodeapi.Service) {
	t.Helper()
	err := ForAll(nodes, func(m *Node) error {
		if err := m.Stop(); err != nil {
			return err
		}
		m.Misbehave(fault)
		return m.Start(ctx)
	})
	if err != nil {
		t.Fatal(err)
	}
}

func testStoppedNodes(t *testing.T, ctx context.Context, n *Network) {
	before := clienttest.Blob(50_000)
	id := n.mustStore(t, ctx, before)
	stopped := n.three(t)
	if err := ForAll(stopped, (*Node).Stop); err != nil {
		t.Fatal(err)
	}
	n.mustRead(t, ctx, id, before)
	during := clienttest.Blob(50_001)
	n.mustRead(t, ctx, n.mustStore(t, ctx, during), during)
	restart(t, ctx, stopped, nil)
}

func testMisbehavingNodes(t *testing.T, ctx context.Context, n *Network) {
	size := 60_000
	for name, fault := range faults {
		t.Run(name, func(t *testing.T) {
			size++
			blob := clienttest.Blob(size)
			id := n.mustStore(t, ctx, blob)
			liars := n.three(t)
			restart(t, ctx, liars, fault)
			defer restart(t, ctx, liars, nil)
			n.mustRead(t, ctx, id, blob)
			size++
			blob = clienttest.Blob(size)
			n.mustRead(t, ctx, n.mustStore(t, ctx, blob), blob)
		})
	}
}

// With four of ten nodes missing the store fails, nothing is certified, and the same store succeeds later at no cost.
func testNoQuorum(t *testing.T, ctx context.Context, n *Network) {
	if err := ForAll(n.Nodes[:4], (*Node).Stop); err != nil {
		t.Fatal(err)
	}
	cfg := client.Default()
	cfg.Retry.Tries, cfg.ConfirmationRounds = 2, 1
	c, err := n.NewClient(cfg, clientWallet)
	if err != nil {
		t.Fatal(err)
	}
	blob := clienttest.Blob(70_000)
	opts := client.StoreOptions{Epochs: 1}
	_, err = c.Store(ctx, bytes.NewReader(blob), int64(len(blob)), opts)
	var weight *client.WeightError
	if !errors.As(err, &weight) || !errors.Is(err, client.ErrNotEnoughConfirmations) || weight.Got != 60 || weight.Need != 67 || len(weight.Causes) != 4 {
		t.Fatalf("store without a quorum: %v", err)
	}
	blobs, err := n.Chain().BlobsOf(ctx, n.keys[clientWallet].Address())
	if err != nil {
		t.Fatal(err)
	}
	last := blobs[len(blobs)-1]
	if last.Size != uint64(len(blob)) || last.CertifiedEpoch != 0 {
		t.Fatalf("the registration is %+v, want one that is not certified", last)
	}
	restart(t, ctx, n.Nodes[:4], nil)
	r, err := c.Store(ctx, bytes.NewReader(blob), int64(len(blob)), opts)
	if err != nil || r.NewlyCreated == nil || r.NewlyCreated.Cost != 0 || r.NewlyCreated.Blob.Object != last.Object {
		t.Fatalf("store again: %+v, %v", r, err)
	}
}

// wipe empties the database of a node and starts it again.
func wipe(t *testing.T, ctx context.Context, m *Node) {
	t.Helper()
	if err := errors.Join(m.Stop(), m.Wipe()); err != nil {
		t.Fatal(err)
	}
	if err := m.Start(ctx); err != nil {
		t.Fatal(err)
	}
}

func (n *Network) awaitHealed(t *testing.T, ctx context.Context, m *Node, id walrus.BlobID) {
	t.Helper()
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	if err := n.AwaitSlivers(ctx, m, id); err != nil {
		t.Fatal(err)
	}
}

func testHeal(t *testing.T, ctx context.Context, n *Network) {
	blob := clienttest.Blob(1<<20 + 1)
	id := n.mustStore(t, ctx, blob)
	m := n.Nodes[4]
	wipe(t, ctx, m)
	n.awaitHealed(t, ctx, m, id)
	stats := m.Running().HealStats()
	t.Logf("healed %d slivers with %d bytes", stats.Slivers, stats.Bytes)
	if stats.Slivers < 20 {
		t.Errorf("%d slivers were healed, the blob alone has 20", stats.Slivers)
	}
	// Only healed slivers are left to read from.
	others := append(append([]*Node{}, n.Nodes[:2]...), n.Nodes[9])
	if err := ForAll(others, (*Node).Stop); err != nil {
		t.Fatal(err)
	}
	n.mustRead(t, ctx, id, blob)
	restart(t, ctx, others, nil)
}

func testHealAmongLiars(t *testing.T, ctx context.Context, n *Network) {
	blob := clienttest.Blob(200_000)
	id := n.mustStore(t, ctx, blob)
	for _, name := range []string{"wrong sliver", "wrong proof"} {
		restart(t, ctx, n.Nodes[:3], faults[name])
		wipe(t, ctx, n.Nodes[7])
		n.awaitHealed(t, ctx, n.Nodes[7], id)
	}
	restart(t, ctx, n.Nodes[:3], nil)
	n.mustRead(t, ctx, id, blob)
}

// Nodes that were down during the upload get their slivers from their peers once they are back.
func testMissedNodes(t *testing.T, ctx context.Context, n *Network) {
	if err := ForAll(n.Nodes[:3], (*Node).Stop); err != nil {
		t.Fatal(err)
	}
	id := n.mustStore(t, ctx, clienttest.Blob(90_000))
	restart(t, ctx, n.Nodes[:3], nil)
	for _, m := range n.Nodes[:3] {
		n.awaitHealed(t, ctx, m, id)
	}
}

func testManyAtOnce(t *testing.T, ctx context.Context, n *Network) {
	var stores sync.WaitGroup
	errs := make([]error, 8)
	for i := range errs {
		stores.Go(func() {
			blob := clienttest.Blob(100_000 + i)
			r, err := n.Client.Store(ctx, bytes.NewReader(blob), int64(len(blob)), client.StoreOptions{Epochs: 1, Permanent: i%2 == 0})
			if err != nil {
				errs[i] = err
				return
			}
			var out bytes.Buffer
			if err := n.Client.Read(ctx, r.BlobID(), &out, client.ReadOptions{}); err != nil || !bytes.Equal(out.Bytes(), blob) {
				errs[i] = fmt.Errorf("read %v: %w", r.BlobID(), err)
			}
		})
	}
	stores.Wait()
	if err := errors.Join(errs...); err != nil {
		t.Fatal(err)
	}
}
