package store

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/cockroachdb/pebble/v2/vfs/errorfs"
	"github.com/google/go-cmp/cmp"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
)

// promise is what a caller of Sync may rely on: everything that a signature given after it covers.
type promise struct {
	slivers  map[walrus.BlobID]map[Place]*walrus.Sliver
	metadata map[walrus.BlobID]*walrus.Metadata
	index    uint64
}

func newPromise() *promise {
	return &promise{slivers: map[walrus.BlobID]map[Place]*walrus.Sliver{}, metadata: map[walrus.BlobID]*walrus.Metadata{}}
}

func (p *promise) clone() *promise {
	c := newPromise()
	c.index = p.index
	for id, m := range p.slivers {
		c.slivers[id] = map[Place]*walrus.Sliver{}
		for at, v := range m {
			c.slivers[id][at] = v
		}
	}
	for id, m := range p.metadata {
		c.metadata[id] = m
	}
	return c
}

// cutter clones the file system before every operation that changes it, as a power cut at that moment would leave it, and
// checks the clone against the promises made before the cut.
type cutter struct {
	t     *testing.T
	fs    *vfs.MemFS
	every uint64
	rng   *rand.Rand
	check func(clone *vfs.MemFS, p *promise) error

	mu       sync.Mutex // guards promised, rng
	promised *promise
	on       atomic.Bool
	ops      atomic.Uint64
	cuts     atomic.Uint64
}

func (c *cutter) String() string { return "cutter" }

func (c *cutter) MaybeError(op errorfs.Op) error {
	if !c.on.Load() || op.Kind.ReadOrWrite() == errorfs.OpIsRead {
		return nil
	}
	if c.ops.Add(1)%c.every != 0 {
		return nil
	}
	c.mu.Lock()
	p := c.promised
	percent := []int{0, 0, 30, 70, 100}[c.rng.IntN(5)]
	clone := c.fs.CrashClone(vfs.CrashCloneCfg{UnsyncedDataPercent: percent, RNG: rand.New(rand.NewPCG(c.rng.Uint64(), 1))})
	c.mu.Unlock()
	c.cuts.Add(1)
	if err := c.check(clone, p); err != nil {
		c.t.Errorf("cut %d before %v, %d%% of unsynced data kept: %v", c.cuts.Load(), op, percent, err)
		c.on.Store(false)
	}
	return nil
}

func (c *cutter) promise(p *promise) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.promised = p.clone()
}

// withdraw takes a blob out of the promises: it is about to be erased, its data may or may not be there.
func (c *cutter) withdraw(id walrus.BlobID) {
	c.mu.Lock()
	defer c.mu.Unlock()
	p := c.promised.clone()
	delete(p.slivers, id)
	delete(p.metadata, id)
	c.promised = p
}

// TestCrash cuts the power at thousands of points of random work and checks after each: what Sync promised is there,
// what the index claims is there, no index row lacks its bytes, and the event log leads from the stored cursor to the
// same bookkeeping.
func TestCrash(t *testing.T) {
	want := uint64(3000)
	if testing.Short() {
		want = 300
	}
	var cuts uint64
	for seed := uint64(1); cuts < want && !t.Failed(); seed++ {
		cuts += crashRun(t, seed)
	}
	t.Logf("%d cut points", cuts)
}

func crashRun(t *testing.T, seed uint64) uint64 {
	fs := vfs.NewCrashableMem()
	log := newHistory(seed)
	c := &cutter{t: t, fs: fs, every: 1 + seed%3, rng: rand.New(rand.NewPCG(seed, 3)), promised: newPromise()}
	c.check = func(clone *vfs.MemFS, p *promise) error { return verifyCrash(t, clone, p, log) }
	log.grow(400)
	c.on.Store(true)
	o := testOptions(errorfs.Wrap(fs, c), "db")
	o.MemTableBytes = 64 << 10
	s, err := Open(o)
	if err != nil {
		t.Fatalf("seed %d: %v", seed, err)
	}
	if err := work(s, c, log, rand.New(rand.NewPCG(seed, 4))); err != nil {
		t.Errorf("seed %d: %v", seed, err)
	}
	if err := s.Close(); err != nil {
		t.Errorf("seed %d: %v", seed, err)
	}
	if t.Failed() {
		t.Errorf("failed with seed %d", seed)
	}
	return c.cuts.Load()
}

// work does random things and tells the cutter, after each Sync, what may be relied on.
func work(s *Store, c *cutter, log *history, r *rand.Rand) error {
	p := newPromise()
	for range 60 {
		if !c.on.Load() {
			return nil
		}
		id := walrus.BlobID{byte(r.UintN(6)), 0xee}
		var err error
		switch n := r.UintN(20); {
		case n < 10:
			err = storeRandom(s, p, id, r)
		case n < 12:
			m := randomMetadata(r)
			if _, ok := p.metadata[id]; !ok {
				err = s.PutMetadata(id, m)
				p.metadata[id] = m
			}
		case n < 16:
			at, cerr := s.Cursor()
			elements, next := log.take(at, min(400, at.NextIndex+1+r.Uint64N(9)))
			_, err = s.Apply(elements, next)
			err = errors.Join(cerr, err)
			p.index = next.NextIndex
		case n < 17:
			delete(p.slivers, id)
			delete(p.metadata, id)
			c.withdraw(id)
			err = s.Erase(id)
		default:
			if err = s.Sync(); err == nil {
				c.promise(p)
			}
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// storeRandom stores up to three slivers at once, as uploads do.
func storeRandom(s *Store, p *promise, id walrus.BlobID, r *rand.Rand) error {
	var wg sync.WaitGroup
	errs := make([]error, 3)
	for i := range errs {
		at := Place{walrus.ShardIndex(r.UintN(3)), walrus.Axis(r.UintN(2))}
		if _, ok := p.slivers[id][at]; ok {
			continue
		}
		v := randomSliver(r, at.Axis, 7, []int{2, 100, 300, 2000}[r.UintN(4)])
		if p.slivers[id] == nil {
			p.slivers[id] = map[Place]*walrus.Sliver{}
		}
		p.slivers[id][at] = v
		wg.Go(func() { errs[i] = s.PutSliver(id, at.Shard, v) })
	}
	wg.Wait()
	return errors.Join(errs...)
}

func verifyCrash(t *testing.T, fs *vfs.MemFS, p *promise, log *history) (err error) {
	s, err := Open(testOptions(fs, "db"))
	if err != nil {
		return fmt.Errorf("open: %w", err)
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	for id, slivers := range p.slivers {
		for at, want := range slivers {
			got, err := s.Sliver(id, at)
			if err != nil || !bytes.Equal(got.Data, want.Data) || got.Index != want.Index || got.SymbolSize != want.SymbolSize {
				return fmt.Errorf("promised sliver of %v, %v: %w", id, at, err)
			}
		}
	}
	for id, want := range p.metadata {
		got, err := s.Metadata(id)
		if err != nil || !cmp.Equal(got, want, cmp.AllowUnexported(walrus.MerkleNode{})) {
			return fmt.Errorf("promised metadata of %v: %w", id, err)
		}
	}
	if err := verifyIndex(t, s); err != nil {
		return err
	}
	at, err := s.Cursor()
	if err != nil || at.NextIndex < p.index {
		return fmt.Errorf("cursor %v, promised %d: %w", at, p.index, err)
	}
	if at.NextIndex > 0 {
		if diff := cmp.Diff(log.state(int(at.NextIndex)), stateOf(t, s)); diff != "" {
			return fmt.Errorf("bookkeeping at %v (-want +got):\n%s", at, diff)
		}
	}
	// Replay from before the cursor reaches the same end.
	elements, next := log.take(chain.Cursor{}, 400)
	if _, err := s.Apply(elements, next); err != nil {
		return fmt.Errorf("replay: %w", err)
	}
	if diff := cmp.Diff(log.state(400), stateOf(t, s)); diff != "" {
		return fmt.Errorf("bookkeeping after replay (-want +got):\n%s", diff)
	}
	return nil
}

// verifyIndex reads every sliver that the index claims; nothing may be missing or corrupt.
func verifyIndex(t *testing.T, s *Store) error {
	report, err := s.Audit(t.Context())
	if err != nil || report.Missing != 0 {
		return fmt.Errorf("audit: %+v, %w", report, err)
	}
	for i := range byte(6) {
		id := walrus.BlobID{i, 0xee}
		held, err := s.Held(id)
		if err != nil {
			return err
		}
		for at := range held {
			if _, err := s.Sliver(id, at); err != nil {
				return fmt.Errorf("sliver that the index claims: %w", err)
			}
		}
	}
	return nil
}
