package node

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"sync"
	"sync/atomic"
	"testing"

	"golang.org/x/sync/errgroup"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/node/store"
	"github.com/walrus-go/walrus/node/store/storetest"
	"github.com/walrus-go/walrus/nodeapi"
)

// TestConfirmationsAreDurable cuts the power before every write of a node that is being uploaded to by several clients
// at once: whatever was confirmed before the cut is complete on the disk after it (P10).
func TestConfirmationsAreDurable(t *testing.T) {
	want := uint64(2000)
	if testing.Short() {
		want = 200
	}
	var cuts, confirmations uint64
	for seed := uint64(1); cuts < want && !t.Failed(); seed++ {
		a, b := confirmationRun(t, seed)
		cuts, confirmations = cuts+a, confirmations+b
	}
	t.Logf("%d cut points, %d confirmations", cuts, confirmations)
}

func confirmationRun(t *testing.T, seed uint64) (cuts, confirmations uint64) {
	c := newCluster(t, 10, 5)
	disk := storetest.NewDisk()
	c.disks[0] = disk.FS()
	n := c.start(0)
	defer c.stopAll()
	c.await(0)
	var blobs []*blob
	for i := range 6 {
		// Slivers of some are rows, those of others are files.
		b := c.encode(randomBytes(seed<<8+uint64(i), []int{500, 3000, 800_000}[i%3]))
		c.register(b, i%2 == 0, 5)
		blobs = append(blobs, b)
	}
	c.await(0)
	var mu sync.Mutex
	confirmed := map[walrus.BlobID]bool{}
	rng := rand.New(rand.NewPCG(seed, 2))
	var count atomic.Uint64
	disk.BeforeWrite(func() error {
		mu.Lock()
		var promised []walrus.BlobID
		for id := range confirmed {
			promised = append(promised, id)
		}
		clone := disk.Cut([]int{0, 0, 50, 100}[rng.IntN(4)], rng.Uint64())
		mu.Unlock()
		if err := checkComplete(c, n, clone, promised); err != nil {
			t.Errorf("seed %d, cut %d: %v", seed, count.Load(), err)
		}
		count.Add(1)
		return nil
	})
	var g errgroup.Group
	for _, b := range blobs {
		g.Go(func() error {
			c.upload(b, 0)
			if _, err := n.Confirmation(context.Background(), b.id(), b.p, nodeapi.Wait{}); err != nil {
				return err
			}
			mu.Lock()
			defer mu.Unlock()
			confirmed[b.id()] = true
			return nil
		})
	}
	if err := g.Wait(); err != nil {
		t.Error(err)
	}
	disk.BeforeWrite(nil)
	if err := checkComplete(c, n, disk.Cut(0, 1), keysOf(confirmed)); err != nil {
		t.Errorf("seed %d, at the end: %v", seed, err)
	}
	return count.Load(), uint64(len(confirmed))
}

func keysOf(m map[walrus.BlobID]bool) (ids []walrus.BlobID) {
	for id := range m {
		ids = append(ids, id)
	}
	return ids
}

// checkComplete opens what a power cut left and looks for everything that a confirmation covers.
func checkComplete(c *cluster, n *Node, fs store.FS, ids []walrus.BlobID) (err error) {
	s, err := store.Open(store.Options{FS: fs, Dir: n.config.StoragePath, Identity: n.storeIdentity(), NShards: c.n})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	for _, id := range ids {
		if _, err := s.Metadata(id); err != nil {
			return fmt.Errorf("confirmed: %w", err)
		}
		for _, shard := range n.now().shards() {
			for _, axis := range axes {
				if _, err := s.Sliver(id, store.Place{Shard: shard, Axis: axis}); err != nil {
					return fmt.Errorf("confirmed: %w", err)
				}
			}
		}
	}
	return nil
}
