package client

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
	"github.com/walrus-go/walrus/chain/chaintest"
	"github.com/walrus-go/walrus/nodeapi"
	"github.com/walrus-go/walrus/redstuff"
)

// network is ten nodes with 31 shards in memory: f = 10, four shards for the first node, three for the others.
type network struct {
	t      *testing.T
	chain  *chaintest.Chain
	wallet *chaintest.Wallet
	nodes  []*memoryNode
	faulty map[walrus.NodeIndex]nodeapi.Service
}

const testShards, testNodes = 31, 10

func newNetwork(t *testing.T) *network {
	t.Helper()
	genesis, keys, err := chaintest.NewGenesis("client", testShards, testNodes)
	if err != nil {
		t.Fatal(err)
	}
	c, err := chaintest.New(genesis)
	if err != nil {
		t.Fatal(err)
	}
	code, err := redstuff.New(testShards)
	if err != nil {
		t.Fatal(err)
	}
	n := &network{t: t, chain: c, wallet: c.NewWallet("client", 1000*walrus.WAL, 1e9), faulty: map[walrus.NodeIndex]nodeapi.Service{}}
	for i, key := range keys {
		n.nodes = append(n.nodes, &memoryNode{
			chain: c, code: code, key: key, index: walrus.NodeIndex(i + 1),
			metadata: map[walrus.BlobID]*redstuff.VerifiedMetadata{}, slivers: map[sliverKey]*walrus.Sliver{},
		})
	}
	return n
}

// misbehave puts a misbehaving service in front of the first count nodes of order.
func (n *network) misbehave(order []int, count int, wrap func(*memoryNode) nodeapi.Service) {
	for _, i := range order[:count] {
		n.faulty[n.nodes[i].index] = wrap(n.nodes[i])
	}
}

func (n *network) client() *Client {
	n.t.Helper()
	cfg := Default()
	cfg.RequestTimeout = 20 * time.Second
	c, err := New(cfg, Deps{Chain: n.chain, Wallet: n.wallet, Dial: func(m *walrus.Member, _ walrus.ShardCount) nodeapi.Service {
		if s := n.faulty[m.Node]; s != nil {
			return s
		}
		return n.nodes[m.Node-1]
	}})
	if err != nil {
		n.t.Fatal(err)
	}
	return c
}

func testBlob(size int) []byte {
	r := rand.NewChaCha8([32]byte{byte(size), byte(size >> 8)})
	b := make([]byte, size)
	_, _ = r.Read(b)
	return b
}

func (n *network) store(c *Client, blob []byte, opts StoreOptions) (*StoreResult, error) {
	n.t.Helper()
	return c.Store(n.t.Context(), bytes.NewReader(blob), int64(len(blob)), opts)
}

func (n *network) mustStore(blob []byte, opts StoreOptions) *StoreResult {
	n.t.Helper()
	r, err := n.store(n.client(), blob, opts)
	if err != nil {
		n.t.Fatal(err)
	}
	return r
}

func TestStoreAndRead(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		for _, size := range []int{0, 1, 1000, 100_000} {
			for _, permanent := range []bool{false, true} {
				n := newNetwork(t)
				blob := testBlob(size)
				r := n.mustStore(blob, StoreOptions{Epochs: 2, Permanent: permanent})
				if r.NewlyCreated == nil || r.NewlyCreated.Blob.EndEpoch != 3 || r.NewlyCreated.Cost == 0 || r.NewlyCreated.Blob.Deletable == permanent {
					t.Fatalf("result %+v", r)
				}
				certified, err := n.chain.Certified(t.Context(), r.NewlyCreated.Blob.Object)
				if err != nil || certified.Certificate == nil {
					t.Fatalf("no certificate on chain: %v", err)
				}
				var out bytes.Buffer
				if err := n.client().Read(t.Context(), r.BlobID(), &out, ReadOptions{Check: redstuff.Strict}); err != nil {
					t.Fatal(err)
				}
				if !bytes.Equal(out.Bytes(), blob) {
					t.Fatalf("size %d: read other bytes than were stored", size)
				}
			}
		}
	})
}

// faults are the ways of misbehaving, by name.
var faults = map[string]func(*memoryNode) nodeapi.Service{
	"down":            func(m *memoryNode) nodeapi.Service { return downNode{m} },
	"stall":           func(m *memoryNode) nodeapi.Service { return stallNode{m} },
	"wrong sliver":    func(m *memoryNode) nodeapi.Service { return wrongSliverNode{m} },
	"other sliver":    func(m *memoryNode) nodeapi.Service { return swapNode{m} },
	"wrong metadata":  func(m *memoryNode) nodeapi.Service { return wrongMetadataNode{m} },
	"wrong signature": func(m *memoryNode) nodeapi.Service { return wrongSignatureNode{m, m.key} },
	"other epoch":     func(m *memoryNode) nodeapi.Service { return otherEpochNode{m, m.key} },
}

// Three nodes other than the first hold nine shards, as many whole nodes as fit into f = 10.
func TestFaultyNodes(t *testing.T) {
	for name, wrap := range faults {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				n := newNetwork(t)
				order := rand.Perm(testNodes - 1)
				for i := range order {
					order[i]++
				}
				t.Logf("faulty nodes %v", order[:3])
				blob := testBlob(10_000)
				before := n.mustStore(blob, StoreOptions{Epochs: 1})
				n.misbehave(order, 3, wrap)
				during := n.mustStore(testBlob(10_001), StoreOptions{Epochs: 1})
				for id, want := range map[walrus.BlobID][]byte{before.BlobID(): blob, during.BlobID(): testBlob(10_001)} {
					var out bytes.Buffer
					if err := n.client().Read(t.Context(), id, &out, ReadOptions{}); err != nil || !bytes.Equal(out.Bytes(), want) {
						t.Fatalf("read with faulty nodes: %v", err)
					}
				}
			})
		})
	}
}

func TestTooManyFaultyNodes(t *testing.T) {
	for _, name := range []string{"down", "stall", "wrong signature", "other epoch"} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				n := newNetwork(t)
				n.misbehave([]int{0, 1, 2, 3}, 4, faults[name]) // 13 shards, 18 of the 21 needed are left
				c := n.client()
				_, err := n.store(c, testBlob(5000), StoreOptions{Epochs: 1})
				var weight *WeightError
				if !errors.As(err, &weight) || !errors.Is(err, ErrNotEnoughConfirmations) || weight.Got != 18 || weight.Need != 21 || len(weight.Causes) != 4 {
					t.Fatalf("store: %v", err)
				}
				blobs, err := n.chain.BlobsOf(t.Context(), n.wallet.Address())
				if err != nil || len(blobs) != 1 || blobs[0].CertifiedEpoch != 0 {
					t.Fatalf("blobs on chain %+v, %v: want one, not certified", blobs, err)
				}
				clear(n.faulty)
				c.view = nil
				r, err := n.store(c, testBlob(5000), StoreOptions{Epochs: 1})
				if err != nil {
					t.Fatalf("store again: %v", err)
				}
				if r.NewlyCreated.Operation.Kind != ReuseRegistration || r.NewlyCreated.Cost != 0 || r.NewlyCreated.Blob.Object != blobs[0].Object {
					t.Errorf("store again paid a second time: %+v", r.NewlyCreated)
				}
			})
		})
	}
}

func TestUnreadable(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		n := newNetwork(t)
		id := n.mustStore(testBlob(5000), StoreOptions{Epochs: 1}).BlobID()
		order := rand.Perm(testNodes)
		n.misbehave(order, 7, faults["wrong sliver"])
		var out bytes.Buffer
		err := n.client().Read(t.Context(), id, &out, ReadOptions{})
		if !errors.Is(err, ErrNotEnoughSlivers) || out.Len() != 0 {
			t.Fatalf("read wrote %d bytes: %v", out.Len(), err)
		}
	})
}

func TestReadErrors(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		n := newNetwork(t)
		var out bytes.Buffer
		if err := n.client().Read(t.Context(), walrus.BlobID{1}, &out, ReadOptions{}); !errors.Is(err, walrus.ErrBlobNotFound) {
			t.Errorf("unknown blob: %v", err)
		}
		invalid := walrus.BlobID{2}
		if err := n.chain.Emit(chain.InvalidBlobID{Epoch: 1, BlobID: invalid}); err != nil {
			t.Fatal(err)
		}
		if err := n.client().Read(t.Context(), invalid, &out, ReadOptions{}); !errors.Is(err, walrus.ErrBlobInvalid) {
			t.Errorf("invalid blob: %v", err)
		}
		c := n.client()
		c.cfg.MaxBlobSize = 99
		id := n.mustStore(testBlob(100), StoreOptions{Epochs: 1}).BlobID()
		if err := c.Read(t.Context(), id, &out, ReadOptions{}); !errors.Is(err, walrus.ErrBlobTooLarge) {
			t.Errorf("large blob: %v", err)
		}
		if out.Len() != 0 {
			t.Errorf("%d bytes were written", out.Len())
		}
	})
}

func TestAlreadyCertified(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		n := newNetwork(t)
		blob := testBlob(500)
		first := n.mustStore(blob, StoreOptions{Epochs: 3, Permanent: true})
		again := n.mustStore(blob, StoreOptions{Epochs: 2, Permanent: true})
		if again.AlreadyCertified == nil || again.AlreadyCertified.EndEpoch != 4 || again.AlreadyCertified.Event == nil {
			t.Errorf("permanent again: %+v", again)
		}
		longer := n.mustStore(blob, StoreOptions{Epochs: 4, Permanent: true})
		if longer.NewlyCreated == nil || longer.NewlyCreated.Blob.Object == first.NewlyCreated.Blob.Object {
			t.Errorf("for longer: %+v", longer)
		}
		deletable := n.mustStore(blob, StoreOptions{Epochs: 1})
		if deletable.NewlyCreated == nil || !deletable.NewlyCreated.Blob.Deletable {
			t.Errorf("deletable: %+v", deletable)
		}
		own := n.mustStore(blob, StoreOptions{Epochs: 1})
		if own.AlreadyCertified == nil || own.AlreadyCertified.Object == nil || *own.AlreadyCertified.Object != deletable.NewlyCreated.Blob.Object {
			t.Errorf("deletable again: %+v", own)
		}
		if forced := n.mustStore(blob, StoreOptions{Epochs: 1, Force: true}); forced.NewlyCreated == nil {
			t.Errorf("forced: %+v", forced)
		}
	})
}

func TestStoreRefused(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		n := newNetwork(t)
		for _, opts := range []StoreOptions{{}, {Epochs: 1000}, {EndEpoch: 1}, {Epochs: 1, EndEpoch: 5}} {
			if _, err := n.store(n.client(), nil, opts); !errors.Is(err, chain.ErrEpochs) {
				t.Errorf("%+v: %v", opts, err)
			}
		}
		n.wallet = n.chain.NewWallet("poor", 0, 1e9)
		if _, err := n.store(n.client(), nil, StoreOptions{Epochs: 1}); !errors.Is(err, chain.ErrNoPaymentCoin) {
			t.Errorf("no funds: %v", err)
		}
		limit := int64(walrus.ShardCount(testShards).MaxBlobSize())
		_, err := n.client().Store(t.Context(), strings.NewReader(""), limit+1, StoreOptions{Epochs: 1})
		if !errors.Is(err, walrus.ErrBlobTooLarge) || !strings.Contains(err.Error(), fmt.Sprint(limit)) {
			t.Errorf("too large: %v", err)
		}
		n.chain.SetDown(true)
		if _, err := n.store(n.client(), nil, StoreOptions{Epochs: 1}); !errors.Is(err, chain.ErrChainUnavailable) {
			t.Errorf("chain down: %v", err)
		}
	})
}

// A price step between quote and transaction is retried with fresh prices.
func TestPriceChanged(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		n := newNetwork(t)
		c := n.client()
		if _, _, err := c.Network(t.Context()); err != nil {
			t.Fatal(err)
		}
		old, _ := n.chain.State(t.Context())
		n.chain.SetPrices(walrus.Prices{Storage: 2 * old.Prices.Storage, Write: 2 * old.Prices.Write})
		r, err := n.store(c, testBlob(10), StoreOptions{Epochs: 1})
		if err != nil || r.NewlyCreated.Cost == 0 {
			t.Errorf("store after a price change: %+v, %v", r, err)
		}
	})
}

// An epoch change between confirmations and certificate makes the client collect confirmations again.
func TestEpochChange(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		n := newNetwork(t)
		n.faulty[1] = &epochChanger{Service: n.nodes[0], chain: n.chain}
		r := n.mustStore(testBlob(3000), StoreOptions{Epochs: 5})
		if r.NewlyCreated == nil || r.NewlyCreated.Blob.CertifiedEpoch != 2 {
			t.Errorf("result %+v", r.NewlyCreated)
		}
	})
}
