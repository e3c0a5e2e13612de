package node

import (
	"testing"
	"testing/synctest"
	"time"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/node/store"
)

// inBubble runs a test on a cluster with a clock of its own.
func inBubble(t *testing.T, n int, nodes int, test func(t *testing.T, c *cluster)) {
	synctest.Test(t, func(t *testing.T) {
		c := newCluster(t, walrus.ShardCount(n), nodes)
		defer c.stopAll()
		test(t, c)
	})
}

func TestHealAfterCertification(t *testing.T) {
	inBubble(t, 10, 5, func(t *testing.T, c *cluster) {
		c.startAll()
		synctest.Wait()
		b := c.encode(randomBytes(1, 5000))
		c.register(b, false, 5)
		synctest.Wait()
		for i := range 4 {
			c.upload(b, i)
		}
		c.certify(b)
		synctest.Wait()
		if got := c.lacks(b, 4); got != 4 {
			t.Fatalf("%d slivers missing right after certification, want all 4: the upload may still be on its way", got)
		}
		time.Sleep(16 * time.Second)
		synctest.Wait()
		if got := c.lacks(b, 4); got != 0 {
			t.Fatalf("%d slivers missing after the deferral", got)
		}
		s := c.nodes[4].HealStats()
		if s.Slivers != 4 || s.Bytes == 0 {
			t.Errorf("%+v", s)
		}
		t.Logf("%d bytes received", s.Bytes)
	})
}

// TestEmptiedDisk: a node whose directory is empty replays the log and heals everything that is certified.
func TestEmptiedDisk(t *testing.T) {
	inBubble(t, 10, 5, func(t *testing.T, c *cluster) {
		c.startAll()
		synctest.Wait()
		var blobs []*blob
		for i := range uint64(6) {
			b := c.encode(randomBytes(i, 10+3000*int(i)))
			c.register(b, i%2 == 0, 5)
			synctest.Wait()
			for j := range c.nodes {
				c.upload(b, j)
			}
			c.certify(b)
			blobs = append(blobs, b)
		}
		time.Sleep(5 * time.Second)
		c.stops[2]()
		c.disks[2] = store.Memory()
		time.Sleep(5 * time.Second)
		c.start(2)
		synctest.Wait()
		time.Sleep(time.Second)
		synctest.Wait()
		for i, b := range blobs {
			if got := c.lacks(b, 2); got != 0 {
				t.Errorf("blob %d: %d slivers missing", i, got)
			}
		}
	})
}
