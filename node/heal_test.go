package node

import (
	"context"
	"errors"
	"slices"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
	"github.com/walrus-go/walrus/internal/bls"
	"github.com/walrus-go/walrus/node/store"
	"github.com/walrus-go/walrus/nodeapi"
)

// inBubble runs a test on a cluster with a clock of its own.
func inBubble(t *testing.T, n walrus.ShardCount, nodes int, test func(t *testing.T, c *cluster)) {
	synctest.Test(t, func(t *testing.T) {
		c := newCluster(t, n, nodes)
		defer c.stopAll()
		test(t, c)
	})
}

// pass lets time pass and everything that is due by then happen.
func pass(d time.Duration) {
	time.Sleep(d)
	synctest.Wait()
}

// stored uploads a registered and certified blob to the given nodes.
func (c *cluster) stored(size int, nodes ...int) *blob {
	c.t.Helper()
	b := c.encode(randomBytes(blobSeed.Add(1), size))
	c.register(b, true, 5)
	synctest.Wait()
	for _, i := range nodes {
		c.upload(b, i)
	}
	c.certify(b)
	synctest.Wait()
	return b
}

func allBut(n int, without ...int) (nodes []int) {
	for i := range n {
		if !slices.Contains(without, i) {
			nodes = append(nodes, i)
		}
	}
	return nodes
}

func (c *cluster) intent(b *blob, i int) (store.Intent, bool) {
	c.t.Helper()
	it, found, err := c.nodes[i].store.Intent(b.id())
	if err != nil {
		c.t.Fatal(err)
	}
	return it, found
}

func TestHealAfterCertification(t *testing.T) {
	inBubble(t, 10, 5, func(t *testing.T, c *cluster) {
		c.startAll()
		synctest.Wait()
		b := c.stored(5000, 0, 1, 2, 3)
		if got := c.lacks(b, 4); got != 4 {
			t.Fatalf("%d slivers missing right after certification, want all 4: the upload may still be on its way", got)
		}
		pass(16 * time.Second)
		if got := c.lacks(b, 4); got != 0 {
			t.Fatalf("%d slivers missing after the deferral", got)
		}
		if ok, err := c.nodes[4].store.HasMetadata(b.id()); !ok || err != nil {
			t.Fatal("no metadata after healing", err)
		}
		s := c.nodes[4].HealStats()
		if s.Slivers != 4 || s.Bytes == 0 {
			t.Errorf("%+v", s)
		}
		if _, found := c.intent(b, 4); found {
			t.Error("the intent outlived its work")
		}
		// What was healed can be confirmed.
		if _, err := c.nodes[4].Confirmation(t.Context(), b.id(), b.p, nodeapi.Wait{}); err != nil {
			t.Error(err)
		}
	})
}

// TestDeferral: an upload that arrives while healing is put off leaves nothing to heal.
func TestDeferral(t *testing.T) {
	inBubble(t, 10, 5, func(t *testing.T, c *cluster) {
		c.startAll()
		synctest.Wait()
		b := c.stored(5000, 0, 1, 2, 3)
		pass(10 * time.Second)
		c.upload(b, 4)
		pass(time.Minute)
		if s := c.nodes[4].HealStats(); s != (HealStats{}) {
			t.Errorf("%+v although the upload came in time", s)
		}
		if _, found := c.intent(b, 4); found {
			t.Error("the intent outlived its work")
		}
	})
}

// TestEmptiedDisk: a node whose directory is empty replays the log and heals everything that is certified, at once: what
// was certified before it started is not under way.
func TestEmptiedDisk(t *testing.T) {
	inBubble(t, 10, 5, func(t *testing.T, c *cluster) {
		c.startAll()
		synctest.Wait()
		var blobs []*blob
		for i := range 6 {
			blobs = append(blobs, c.stored(10+3000*i, 0, 1, 2, 3, 4))
		}
		gone := c.stored(100, 0, 1, 2, 3, 4)
		if err := c.chain.Delete(gone.object); err != nil {
			t.Fatal(err)
		}
		pass(5 * time.Second)
		c.stops[2]()
		c.disks[2] = store.Memory()
		pass(5 * time.Second)
		c.start(2)
		pass(time.Second)
		for i, b := range blobs {
			if got := c.lacks(b, 2); got != 0 {
				t.Errorf("blob %d: %d slivers missing", i, got)
			}
		}
		if got := c.lacks(gone, 2); got != 4 {
			t.Errorf("slivers of a deleted blob were healed, %d of 4 missing", got)
		}
		if s := c.nodes[2].HealStats(); s.Slivers != 4*6 {
			t.Errorf("%+v", s)
		}
	})
}

// TestBacklog: with room for two blobs at a time, a long list is worked off as fast as jobs end.
func TestBacklog(t *testing.T) {
	inBubble(t, 10, 5, func(t *testing.T, c *cluster) {
		c.config = func(conf *Config) { conf.Recovery.Blobs = 2 }
		c.startAll()
		synctest.Wait()
		var blobs []*blob
		for range 40 {
			blobs = append(blobs, c.stored(300, 0, 1, 2, 3, 4))
			if left, err := c.nodes[0].Outstanding(); err != nil || left != 0 {
				t.Fatalf("%d intents for complete blobs, %v", left, err)
			}
		}
		c.stops[3]()
		c.disks[3] = store.Memory()
		pass(3 * time.Second)
		begin := time.Now()
		c.start(3)
		synctest.Wait()
		for _, b := range blobs {
			if got := c.lacks(b, 3); got != 0 {
				t.Errorf("%d slivers missing", got)
			}
		}
		if left, err := c.nodes[3].Outstanding(); err != nil || left != 0 {
			t.Errorf("%d intents left, %v", left, err)
		}
		if took := time.Since(begin); took > 100*time.Millisecond {
			t.Errorf("the list waited for a timer: %v", took)
		}
	})
}

// liar is a node that answers with something else.
type liar struct {
	nodeapi.Service
	forge   bool // metadata
	symbols func(ctx context.Context, list []walrus.GeneralRecoverySymbol) ([]walrus.GeneralRecoverySymbol, error)
	asked   *atomic.Int64
}

func (l *liar) RecoverySymbols(ctx context.Context, id walrus.BlobID, q nodeapi.SymbolQuery) ([]walrus.GeneralRecoverySymbol, error) {
	l.asked.Add(1)
	list, err := l.Service.RecoverySymbols(ctx, id, q)
	if err != nil {
		return nil, err
	}
	return l.symbols(ctx, list)
}

func (l *liar) Metadata(ctx context.Context, id walrus.BlobID) (*walrus.Metadata, error) {
	m, err := l.Service.Metadata(ctx, id)
	if err != nil || !l.forge {
		return m, err
	}
	l.asked.Add(1)
	forged := *m
	forged.Hashes = slices.Clone(m.Hashes)
	forged.Hashes[0], forged.Hashes[1] = forged.Hashes[1], forged.Hashes[0]
	return &forged, nil
}

// TestLyingPeers: two of ten shards are held by nodes that lie, a third by the node that heals; that is f. The slivers
// come out right, and soon.
func TestLyingPeers(t *testing.T) {
	lies := map[string]func(ctx context.Context, list []walrus.GeneralRecoverySymbol) ([]walrus.GeneralRecoverySymbol, error){
		"flipped bit": func(_ context.Context, list []walrus.GeneralRecoverySymbol) ([]walrus.GeneralRecoverySymbol, error) {
			for i := range list {
				list[i].Data = slices.Clone(list[i].Data)
				list[i].Data[0] ^= 1
			}
			return list, nil
		},
		"no proof": func(_ context.Context, list []walrus.GeneralRecoverySymbol) ([]walrus.GeneralRecoverySymbol, error) {
			for i := range list {
				list[i].Proof = nil
			}
			return list, nil
		},
		"another target": func(_ context.Context, list []walrus.GeneralRecoverySymbol) ([]walrus.GeneralRecoverySymbol, error) {
			for i := range list {
				list[i].Target ^= 1
			}
			return list, nil
		},
		"another source": func(_ context.Context, list []walrus.GeneralRecoverySymbol) ([]walrus.GeneralRecoverySymbol, error) {
			for i := range list {
				list[i].Index ^= 1
			}
			return list, nil
		},
		"index beyond": func(_ context.Context, list []walrus.GeneralRecoverySymbol) ([]walrus.GeneralRecoverySymbol, error) {
			for i := range list {
				list[i].Index = 65535
			}
			return list, nil
		},
		"forged metadata": func(_ context.Context, list []walrus.GeneralRecoverySymbol) ([]walrus.GeneralRecoverySymbol, error) {
			return list, nil
		},
		"nothing": func(context.Context, []walrus.GeneralRecoverySymbol) ([]walrus.GeneralRecoverySymbol, error) {
			return nil, nil
		},
		"the same twice": func(_ context.Context, list []walrus.GeneralRecoverySymbol) ([]walrus.GeneralRecoverySymbol, error) {
			return append(list, list...), nil
		},
		"error": func(context.Context, []walrus.GeneralRecoverySymbol) ([]walrus.GeneralRecoverySymbol, error) {
			return nil, errors.New("broken")
		},
		"silence": func(ctx context.Context, _ []walrus.GeneralRecoverySymbol) ([]walrus.GeneralRecoverySymbol, error) {
			<-ctx.Done()
			return nil, ctx.Err()
		},
	}
	for name, lie := range lies {
		t.Run(name, func(t *testing.T) {
			inBubble(t, 10, 10, func(t *testing.T, c *cluster) {
				var asked atomic.Int64
				for _, i := range []int{3, 7} {
					c.lie(i, func(s nodeapi.Service) nodeapi.Service { return &liar{s, name == "forged metadata", lie, &asked} })
				}
				c.startAll()
				synctest.Wait()
				var blobs []*blob
				for range 6 {
					blobs = append(blobs, c.stored(4000, allBut(10, 5)...))
				}
				pass(15 * time.Second)
				pass(20 * time.Second)
				for _, b := range blobs {
					if got := c.lacks(b, 5); got != 0 {
						t.Errorf("%d slivers missing", got)
					}
				}
				if asked.Load() == 0 {
					t.Error("the liars were never asked: the test shows nothing")
				}
			})
		})
	}
}

// TestUnhealableBlob: while too few peers are there, tries are spaced out, the cursor moves on, other blobs are healed;
// when the peers are back the blob is healed too, also over a restart.
func TestUnhealableBlob(t *testing.T) {
	inBubble(t, 10, 5, func(t *testing.T, c *cluster) {
		c.startAll()
		synctest.Wait()
		stuck := c.stored(3000) // nobody holds it
		pass(16 * time.Second)
		pass(time.Minute)
		first, found := c.intent(stuck, 4)
		if !found || first.Attempts < 3 || first.Attempts > 8 {
			t.Fatalf("after a minute: %+v, %t", first, found)
		}
		other := c.stored(3000, 0, 1, 2, 3)
		c.await(4)
		pass(16 * time.Second)
		if got := c.lacks(other, 4); got != 0 {
			t.Errorf("another blob is kept back: %d slivers missing", got)
		}
		c.stops[4]()
		for i := range 4 {
			c.upload(stuck, i)
		}
		c.start(4)
		pass(5 * time.Minute)
		if got := c.lacks(stuck, 4); got != 0 {
			t.Errorf("%d slivers missing after the peers were back", got)
		}
	})
}

func TestDeletedWhileHealing(t *testing.T) {
	inBubble(t, 10, 5, func(t *testing.T, c *cluster) {
		silent := func(s nodeapi.Service) nodeapi.Service {
			return &liar{s, false, func(ctx context.Context, _ []walrus.GeneralRecoverySymbol) ([]walrus.GeneralRecoverySymbol, error) {
				<-ctx.Done()
				return nil, ctx.Err()
			}, new(atomic.Int64)}
		}
		c.startAll()
		synctest.Wait()
		b := c.stored(3000, 0, 1, 2, 3)
		if _, err := c.nodes[4].PutMetadata(t.Context(), b.id(), b.md.Metadata(), false); err != nil {
			t.Fatal(err)
		}
		for i := range 4 {
			c.lie(i, silent)
		}
		pass(17 * time.Second)
		if got := c.nodes[4].healer.Stats().Running; got != 1 {
			t.Fatalf("%d blobs being healed", got)
		}
		if err := c.chain.Delete(b.object); err != nil {
			t.Fatal(err)
		}
		synctest.Wait()
		if got := c.nodes[4].healer.Stats().Running; got != 0 {
			t.Errorf("%d blobs being healed after the deletion", got)
		}
		if _, found := c.intent(b, 4); found {
			t.Error("the intent outlived the blob")
		}
	})
}

// TestInconsistentBlob: healing runs into a proof, other nodes attest it, the certificate reaches the chain, and on its
// event all nodes give up the data.
func TestInconsistentBlob(t *testing.T) {
	inBubble(t, 10, 5, func(t *testing.T, c *cluster) {
		var submitted atomic.Int64
		c.submit = func(_ context.Context, id walrus.BlobID, cert *walrus.Certificate) error {
			if submitted.Add(1) > 1 {
				return nil
			}
			c.checkInvalidity(id, cert)
			return c.chain.Emit(chain.InvalidBlobID{Epoch: 1, BlobID: id})
		}
		c.startAll()
		synctest.Wait()
		b, _, _ := c.dishonest()
		c.register(b, false, 5)
		synctest.Wait()
		for i := range 4 {
			c.upload(b, i)
		}
		c.certify(b)
		pass(30 * time.Second)
		if submitted.Load() == 0 {
			t.Fatal("no certificate of inconsistency was submitted")
		}
		for i, n := range c.nodes {
			status, err := n.BlobStatus(t.Context(), b.id())
			if err != nil || status.Kind != nodeapi.StatusInvalid {
				t.Errorf("node %d: %+v, %v", i, status, err)
			}
			if ok, err := n.store.HasMetadata(b.id()); ok || err != nil {
				t.Errorf("node %d still holds metadata, %v", i, err)
			}
			if got := c.lacks(b, i); got != 4 {
				t.Errorf("node %d still holds slivers: %d of 4 gone", i, got)
			}
			if it, found := c.intent(b, i); found {
				t.Errorf("node %d: %+v", i, it)
			}
		}
	})
}

func (c *cluster) checkInvalidity(id walrus.BlobID, cert *walrus.Certificate) {
	m, err := walrus.ParseInvalidBlob(cert.Message)
	if err != nil || m != (walrus.InvalidBlob{Epoch: 1, Blob: id}) {
		c.t.Errorf("certificate says %+v, %v", m, err)
	}
	committee, err := c.chain.Committee(context.Background(), 1)
	if err != nil {
		c.t.Error(err)
		return
	}
	positions, err := cert.Signers.Positions(len(committee.Members))
	if err != nil || !c.n.HasHonest(committee.Weight(positions)) {
		c.t.Errorf("signed by %v, %v", positions, err)
	}
	var keys []bls.PublicKey
	for _, p := range positions {
		keys = append(keys, c.keys[p].PublicKey())
	}
	key, err := bls.AggregateKeys(keys)
	if err == nil {
		err = key.Verify(cert.Message, cert.Signature)
	}
	if err != nil {
		c.t.Error(err)
	}
}

// TestInconsistentWithoutSubmit: while nothing can be submitted, the work list keeps the blob and the cursor moves.
func TestInconsistentWithoutSubmit(t *testing.T) {
	inBubble(t, 10, 5, func(t *testing.T, c *cluster) {
		c.startAll()
		synctest.Wait()
		b, _, _ := c.dishonest()
		c.register(b, false, 5)
		synctest.Wait()
		for i := range 4 {
			c.upload(b, i)
		}
		c.certify(b)
		c.await(4)
		pass(time.Minute)
		if it, found := c.intent(b, 4); !found || it.Attempts == 0 {
			t.Errorf("%+v, %t", it, found)
		}
		if got := c.nodes[4].healer.Stats().Inconsistent; got == 0 {
			t.Error("no proof came up")
		}
	})
}

// TestCorruptSliverHeals: a sliver that rots on the disk is not served; it is healed from peers.
func TestCorruptSliverHeals(t *testing.T) {
	inBubble(t, 10, 5, func(t *testing.T, c *cluster) {
		c.startAll()
		synctest.Wait()
		b := c.stored(1_500_000, 0, 1, 2, 3, 4) // its slivers are files
		pass(time.Minute)
		shard := c.nodes[1].now().shards()[0]
		path := c.flip(1, shard, walrus.Primary, b.id())
		pair := shard.Pair(b.id(), c.n)
		if _, err := c.nodes[1].Sliver(t.Context(), b.id(), pair, walrus.Primary); reasonOf(err) != nodeapi.SliverNotFound {
			t.Fatalf("read of %s: %v", path, err)
		}
		pass(time.Second)
		if got := c.lacks(b, 1); got != 0 {
			t.Errorf("%d slivers missing", got)
		}
		if s := c.nodes[1].HealStats(); s.Slivers != 1 {
			t.Errorf("%+v", s)
		}
	})
}

// TestOldDisk: a disk that knows of blobs and lacks intents for what is missing (a restored copy, a crash in an epoch
// change) is found out at the start.
func TestOldDisk(t *testing.T) {
	inBubble(t, 10, 5, func(t *testing.T, c *cluster) {
		c.startAll()
		synctest.Wait()
		var blobs []*blob
		for range 5 {
			blobs = append(blobs, c.stored(2000, 0, 1, 2, 3, 4))
		}
		for _, b := range blobs[1:4] {
			if err := c.nodes[1].store.Erase(b.id()); err != nil {
				t.Fatal(err)
			}
		}
		c.stops[1]()
		c.start(1)
		synctest.Wait()
		for i, b := range blobs {
			if got := c.lacks(b, 1); got != 0 {
				t.Errorf("blob %d: %d slivers missing", i, got)
			}
		}
		if s := c.nodes[1].HealStats(); s.Slivers != 12 {
			t.Errorf("%+v", s)
		}
	})
}

// TestGainedShards: with an epoch that gives the node more shards, it comes to hold their slivers.
func TestGainedShards(t *testing.T) {
	inBubble(t, 10, 5, func(t *testing.T, c *cluster) {
		c.startAll()
		synctest.Wait()
		b := c.stored(2000, 0, 1, 2, 3, 4)
		if err := c.chain.AdvanceEpoch([]int{2, 2, 1, 2, 3}); err != nil {
			t.Fatal(err)
		}
		pass(time.Minute)
		if got := len(c.nodes[4].now().shards()); got != 3 {
			t.Fatalf("%d shards", got)
		}
		for i := range c.nodes {
			if got := c.lacks(b, i); got != 0 {
				t.Errorf("node %d: %d slivers missing", i, got)
			}
		}
	})
}

// TestFilesRemoved: somebody empties the sliver directory under a stopped node; its bookkeeping stays.
func TestFilesRemoved(t *testing.T) {
	inBubble(t, 10, 5, func(t *testing.T, c *cluster) {
		c.startAll()
		synctest.Wait()
		b := c.stored(1_500_000, 0, 1, 2, 3, 4)
		pass(time.Minute)
		c.stops[1]()
		if err := c.disks[1].RemoveAll("db/slivers"); err != nil {
			t.Fatal(err)
		}
		c.start(1)
		pass(time.Second)
		if got := c.lacks(b, 1); got != 0 {
			t.Errorf("%d slivers missing", got)
		}
	})
}
