package client_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"strings"
	"sync"
	"testing"
	"testing/synctest"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
	"github.com/walrus-go/walrus/chain/chaintest"
	"github.com/walrus-go/walrus/client"
	"github.com/walrus-go/walrus/client/clienttest"
	"github.com/walrus-go/walrus/nodeapi"
	"github.com/walrus-go/walrus/redstuff"
)

func TestStoreAndRead(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		for _, size := range []int{0, 1, 1000, 100_000} {
			for _, permanent := range []bool{false, true} {
				n := clienttest.New(t)
				blob := clienttest.Blob(size)
				r := n.MustStore(blob, client.StoreOptions{Epochs: 2, Permanent: permanent})
				if r.NewlyCreated == nil || r.NewlyCreated.Blob.EndEpoch != 3 || r.NewlyCreated.Cost == 0 || r.NewlyCreated.Blob.Deletable == permanent {
					t.Fatalf("result %+v", r)
				}
				certified, err := n.Chain.Certified(t.Context(), r.NewlyCreated.Blob.Object)
				if err != nil || certified.Certificate == nil {
					t.Fatalf("no certificate on chain: %v", err)
				}
				var out bytes.Buffer
				if err := n.Client(nil).Read(t.Context(), r.BlobID(), &out, client.ReadOptions{Check: redstuff.Strict}); err != nil {
					t.Fatal(err)
				}
				if !bytes.Equal(out.Bytes(), blob) {
					t.Fatalf("size %d: read other bytes than were stored", size)
				}
			}
		}
	})
}

// Blobs that do not fit into memory go through temporary files, and come back the same.
func TestLargeBlobs(t *testing.T) {
	temporary := t.TempDir()
	t.Setenv("TMPDIR", temporary)
	synctest.Test(t, func(t *testing.T) {
		n := clienttest.New(t)
		limited := func(cfg *client.Config) { cfg.EncodeMemory = 200_000 }
		c := n.Client(limited)
		for _, size := range []int{40_000, 101_000, 500_000} {
			blob := clienttest.Blob(size)
			r, err := c.Store(t.Context(), bytes.NewReader(blob), int64(size), client.StoreOptions{Epochs: 1})
			if err != nil {
				t.Fatal(err)
			}
			whole, err := n.Store(blob, client.StoreOptions{Epochs: 1})
			if err != nil || whole.AlreadyCertified == nil || whole.BlobID() != r.BlobID() {
				t.Fatalf("stored in memory: %+v, %v", whole, err)
			}
			n.Misbehave(clienttest.Faults["wrong sliver"], 1, 2, 3)
			for _, check := range []redstuff.Check{redstuff.Default, redstuff.Strict} {
				var out bytes.Buffer
				if err := n.Client(limited).Read(t.Context(), r.BlobID(), &out, client.ReadOptions{Check: check}); err != nil || !bytes.Equal(out.Bytes(), blob) {
					t.Fatalf("read %d bytes: %v", size, err)
				}
			}
			n.Heal()
		}
		short := bytes.NewReader(make([]byte, 1000))
		if _, err := c.Store(t.Context(), short, 300_000, client.StoreOptions{Epochs: 1}); !errors.Is(err, io.ErrUnexpectedEOF) {
			t.Errorf("a blob that ends early: %v", err)
		}
	})
	left, err := os.ReadDir(temporary)
	if err != nil || len(left) != 0 {
		t.Errorf("temporary files are left: %v, %v", left, err)
	}
}

// Three nodes other than the first hold nine shards, as many whole nodes as fit into f = 10.
func TestFaultyNodes(t *testing.T) {
	for name, fault := range clienttest.Faults {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				n := clienttest.New(t)
				order := rand.Perm(clienttest.Nodes - 1)
				for i := range order {
					order[i]++
				}
				t.Logf("faulty nodes %v", order[:3])
				blob := clienttest.Blob(10_000)
				before := n.MustStore(blob, client.StoreOptions{Epochs: 1})
				n.Misbehave(fault, order[:3]...)
				during := n.MustStore(clienttest.Blob(10_001), client.StoreOptions{Epochs: 1})
				for id, want := range map[walrus.BlobID][]byte{before.BlobID(): blob, during.BlobID(): clienttest.Blob(10_001)} {
					var out bytes.Buffer
					if err := n.Client(nil).Read(t.Context(), id, &out, client.ReadOptions{}); err != nil || !bytes.Equal(out.Bytes(), want) {
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
				n := clienttest.New(t)
				n.Misbehave(clienttest.Faults[name], 0, 1, 2, 3) // 13 shards, 18 of the 21 needed are left
				_, err := n.Store(clienttest.Blob(5000), client.StoreOptions{Epochs: 1})
				var weight *client.WeightError
				if !errors.As(err, &weight) || !errors.Is(err, client.ErrNotEnoughConfirmations) || weight.Got != 18 || weight.Need != 21 || len(weight.Causes) != 4 {
					t.Fatalf("store: %v", err)
				}
				blobs, err := n.Chain.BlobsOf(t.Context(), n.Wallet.Address())
				if err != nil || len(blobs) != 1 || blobs[0].CertifiedEpoch != 0 {
					t.Fatalf("blobs on chain %+v, %v: want one, not certified", blobs, err)
				}
				n.Heal()
				r, err := n.Store(clienttest.Blob(5000), client.StoreOptions{Epochs: 1})
				if err != nil {
					t.Fatalf("store again: %v", err)
				}
				if r.NewlyCreated.Operation.Kind != client.ReuseRegistration || r.NewlyCreated.Cost != 0 || r.NewlyCreated.Blob.Object != blobs[0].Object {
					t.Errorf("store again paid a second time: %+v", r.NewlyCreated)
				}
			})
		})
	}
}

func TestUnreadable(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		n := clienttest.New(t)
		id := n.MustStore(clienttest.Blob(5000), client.StoreOptions{Epochs: 1}).BlobID()
		order := rand.Perm(clienttest.Nodes)
		n.Misbehave(clienttest.Faults["wrong sliver"], order[:7]...)
		var out bytes.Buffer
		err := n.Client(nil).Read(t.Context(), id, &out, client.ReadOptions{})
		if !errors.Is(err, client.ErrNotEnoughSlivers) || out.Len() != 0 {
			t.Fatalf("read wrote %d bytes: %v", out.Len(), err)
		}
	})
}

func TestReadErrors(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		n := clienttest.New(t)
		var out bytes.Buffer
		if err := n.Client(nil).Read(t.Context(), walrus.BlobID{1}, &out, client.ReadOptions{}); !errors.Is(err, walrus.ErrBlobNotFound) {
			t.Errorf("unknown blob: %v", err)
		}
		invalid := walrus.BlobID{2}
		if err := n.Chain.Emit(chain.InvalidBlobID{Epoch: 1, BlobID: invalid}); err != nil {
			t.Fatal(err)
		}
		if err := n.Client(nil).Read(t.Context(), invalid, &out, client.ReadOptions{}); !errors.Is(err, walrus.ErrBlobInvalid) {
			t.Errorf("invalid blob: %v", err)
		}
		c := n.Client(func(cfg *client.Config) { cfg.MaxBlobSize = 99 })
		id := n.MustStore(clienttest.Blob(100), client.StoreOptions{Epochs: 1}).BlobID()
		if err := c.Read(t.Context(), id, &out, client.ReadOptions{}); !errors.Is(err, walrus.ErrBlobTooLarge) {
			t.Errorf("large blob: %v", err)
		}
		if out.Len() != 0 {
			t.Errorf("%d bytes were written", out.Len())
		}
	})
}

func TestAlreadyCertified(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		n := clienttest.New(t)
		blob := clienttest.Blob(500)
		first := n.MustStore(blob, client.StoreOptions{Epochs: 3, Permanent: true})
		again := n.MustStore(blob, client.StoreOptions{Epochs: 2, Permanent: true})
		if again.AlreadyCertified == nil || again.AlreadyCertified.EndEpoch != 4 || again.AlreadyCertified.Event == nil {
			t.Errorf("permanent again: %+v", again)
		}
		longer := n.MustStore(blob, client.StoreOptions{Epochs: 4, Permanent: true})
		if longer.NewlyCreated == nil || longer.NewlyCreated.Blob.Object == first.NewlyCreated.Blob.Object {
			t.Errorf("for longer: %+v", longer)
		}
		deletable := n.MustStore(blob, client.StoreOptions{Epochs: 1})
		if deletable.NewlyCreated == nil || !deletable.NewlyCreated.Blob.Deletable {
			t.Errorf("deletable: %+v", deletable)
		}
		own := n.MustStore(blob, client.StoreOptions{Epochs: 1})
		if own.AlreadyCertified == nil || own.AlreadyCertified.Object == nil || *own.AlreadyCertified.Object != deletable.NewlyCreated.Blob.Object {
			t.Errorf("deletable again: %+v", own)
		}
		if forced := n.MustStore(blob, client.StoreOptions{Epochs: 1, Force: true}); forced.NewlyCreated == nil {
			t.Errorf("forced: %+v", forced)
		}
	})
}

func TestStoreRefused(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		n := clienttest.New(t)
		for _, opts := range []client.StoreOptions{{}, {Epochs: 1000}, {EndEpoch: 1}, {Epochs: 1, EndEpoch: 5}} {
			if _, err := n.Store(nil, opts); !errors.Is(err, chain.ErrEpochs) {
				t.Errorf("%+v: %v", opts, err)
			}
		}
		n.Wallet = n.Chain.NewWallet("poor", 0, 1e9)
		if _, err := n.Store(nil, client.StoreOptions{Epochs: 1}); !errors.Is(err, chain.ErrNoPaymentCoin) {
			t.Errorf("no funds: %v", err)
		}
		limit := int64(clienttest.Shards.MaxBlobSize())
		_, err := n.Client(nil).Store(t.Context(), strings.NewReader(""), limit+1, client.StoreOptions{Epochs: 1})
		if !errors.Is(err, walrus.ErrBlobTooLarge) || !strings.Contains(err.Error(), fmt.Sprint(limit)) {
			t.Errorf("too large: %v", err)
		}
		n.Chain.SetDown(true)
		if _, err := n.Store(nil, client.StoreOptions{Epochs: 1}); !errors.Is(err, chain.ErrChainUnavailable) {
			t.Errorf("chain down: %v", err)
		}
	})
}

// A price step between quote and transaction is retried with fresh prices.
func TestPriceChanged(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		n := clienttest.New(t)
		c := n.Client(nil)
		if _, _, err := c.Network(t.Context()); err != nil {
			t.Fatal(err)
		}
		old, _ := n.Chain.State(t.Context())
		n.Chain.SetPrices(walrus.Prices{Storage: 2 * old.Prices.Storage, Write: 2 * old.Prices.Write})
		r, err := c.Store(t.Context(), bytes.NewReader(nil), 0, client.StoreOptions{Epochs: 1})
		if err != nil || r.NewlyCreated.Cost == 0 {
			t.Errorf("store after a price change: %+v, %v", r, err)
		}
	})
}

// An epoch change between confirmations and certificate makes the client collect confirmations again.
func TestEpochChange(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		n := clienttest.New(t)
		n.Replace(0, &epochChanger{Service: n.Nodes[0], chain: n.Chain})
		r := n.MustStore(clienttest.Blob(3000), client.StoreOptions{Epochs: 5})
		if r.NewlyCreated == nil || r.NewlyCreated.Blob.CertifiedEpoch != 2 {
			t.Errorf("result %+v", r.NewlyCreated)
		}
	})
}

// epochChanger lets the epoch change right before its first confirmation.
type epochChanger struct {
	nodeapi.Service
	chain *chaintest.Chain
	once  sync.Once
}

func (n *epochChanger) Confirmation(ctx context.Context, id walrus.BlobID, p walrus.Persistence, w nodeapi.Wait) (*walrus.SignedMessage, error) {
	var err error
	n.once.Do(func() { err = n.chain.AdvanceEpoch(nil) })
	if err != nil {
		return nil, err
	}
	return n.Service.Confirmation(ctx, id, p, w)
}
