package store

import (
	"bytes"
	"errors"
	"io"
	"math/rand/v2"
	"testing"

	"github.com/cockroachdb/pebble/v2"
	"github.com/cockroachdb/pebble/v2/vfs/errorfs"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
)

// damage changes the stored bytes of a sliver, wherever they are.
func damage(t *testing.T, s *Store, id walrus.BlobID, p Place, change func([]byte) []byte) {
	t.Helper()
	at, err := s.place(id, p)
	if err != nil || at == nil {
		t.Fatal(at, err)
	}
	if at.home == inRow {
		key := sliverKey(p.Shard, p.Axis, id)
		row, err := s.get(key)
		if err != nil {
			t.Fatal(err)
		}
		if row = change(row); row == nil {
			err = s.db.Delete(key, pebble.NoSync)
		} else {
			err = s.db.Set(key, row, pebble.NoSync)
		}
		if err != nil {
			t.Fatal(err)
		}
		return
	}
	path := s.filePath(id, p)
	b := readFile(t, s.fs, path)
	if b = change(b); b == nil {
		if err := s.fs.Remove(path); err != nil {
			t.Fatal(err)
		}
		return
	}
	writeFile(t, s.fs, path, b)
}

func readFile(t *testing.T, fs FS, path string) []byte {
	t.Helper()
	f, err := fs.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	b, err := io.ReadAll(f)
	if err := errors.Join(err, f.Close()); err != nil {
		t.Fatal(err)
	}
	return b
}

// TestDamage: whatever happens to the bytes of a sliver, it is never served; it counts as missing, its bytes are moved
// aside, an intent is left, and it can be stored again.
func TestDamage(t *testing.T) {
	id, other := walrus.BlobID{7}, walrus.BlobID{8}
	p := Place{2, walrus.Secondary}
	changes := map[string]func(b, swapped []byte) []byte{
		"bit of data":    func(b, _ []byte) []byte { b[5] ^= 4; return b },
		"bit of trailer": func(b, _ []byte) []byte { b[len(b)-20] ^= 1; return b },
		"checksum":       func(b, _ []byte) []byte { b[len(b)-1] ^= 1; return b },
		"cut":            func(b, _ []byte) []byte { return b[:len(b)-trailerLen] },
		"cut in trailer": func(b, _ []byte) []byte { return b[:10] },
		"longer":         func(b, _ []byte) []byte { return append(b, 0) },
		"empty":          func([]byte, []byte) []byte { return []byte{} },
		"gone":           func([]byte, []byte) []byte { return nil },
		"swapped":        func(_, swapped []byte) []byte { return swapped },
	}
	for name, change := range changes {
		for _, size := range []int{20, 2000} {
			each(t, func(t *testing.T, fs FS, dir string) {
				s := open(t, fs, dir)
				r := rand.New(rand.NewPCG(11, 12))
				good, second := randomSliver(r, p.Axis, 4, size), randomSliver(r, p.Axis, 4, size)
				if err := errors.Join(s.PutSliver(id, p.Shard, good), s.PutSliver(other, p.Shard, second)); err != nil {
					t.Fatal(err)
				}
				var swapped []byte
				damage(t, s, other, p, func(b []byte) []byte { swapped = bytes.Clone(b); return b })
				damage(t, s, id, p, func(b []byte) []byte { return change(b, swapped) })
				if got, err := s.Sliver(id, p); !errors.Is(err, walrus.ErrSliverNotFound) {
					t.Fatalf("%s: got %v, %v", name, got, err)
				}
				if s.Stats().Corrupt != 1 {
					t.Errorf("%s: %+v", name, s.Stats())
				}
				if held, err := s.Held(id); err != nil || len(held) != 0 {
					t.Errorf("%s: held %v, %v", name, held, err)
				}
				if i, found, err := s.Intent(id); err != nil || !found || i.Kind != HealBlob {
					t.Errorf("%s: intent %+v %t, %v", name, i, found, err)
				}
				if err := s.PutSliver(id, p.Shard, good); err != nil {
					t.Fatalf("%s: store again: %v", name, err)
				}
				if got, err := s.Sliver(id, p); err != nil || !bytes.Equal(got.Data, good.Data) {
					t.Fatalf("%s: after storing again: %v", name, err)
				}
				if _, err := s.Sliver(other, p); err != nil {
					t.Errorf("%s: the other blob: %v", name, err)
				}
			})
		}
	}
}

func TestDamagedMetadata(t *testing.T) {
	s := open(t, Memory(), "db")
	id := walrus.BlobID{5}
	m := randomMetadata(rand.New(rand.NewPCG(1, 1)))
	if err := s.PutMetadata(id, m); err != nil {
		t.Fatal(err)
	}
	row, err := s.get(blobKey(tableMetadata, id))
	if err != nil {
		t.Fatal(err)
	}
	row[40] ^= 1
	if err := s.db.Set(blobKey(tableMetadata, id), row, pebble.NoSync); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Metadata(id); !errors.Is(err, walrus.ErrMetadataNotFound) {
		t.Fatal(err)
	}
	if ok, err := s.HasMetadata(id); ok || err != nil {
		t.Fatal(ok, err)
	}
	if _, found, err := s.Intent(id); !found || err != nil {
		t.Fatal(found, err)
	}
}

// TestDirectoriesRemoved: somebody empties the sliver directories under a running store.
func TestDirectoriesRemoved(t *testing.T) {
	each(t, func(t *testing.T, fs FS, dir string) {
		s := open(t, fs, dir)
		r := rand.New(rand.NewPCG(1, 1))
		large := randomSliver(r, walrus.Primary, 4, 2000)
		for i := range byte(3) {
			if err := s.PutSliver(walrus.BlobID{i}, 1, large); err != nil {
				t.Fatal(err)
			}
		}
		if err := errors.Join(fs.RemoveAll(s.path(sliverDir)), fs.RemoveAll(s.path(tmpDir))); err != nil {
			t.Fatal(err)
		}
		if held, err := s.Held(walrus.BlobID{0}); err != nil || len(held) != 0 {
			t.Fatalf("held %v, %v: a confirmation would have lied", held, err)
		}
		report, err := s.Audit(t.Context())
		if err != nil || report != (Report{Checked: 2, Missing: 2}) {
			t.Fatalf("%+v, %v", report, err)
		}
		n := 0
		if err := s.Intents(walrus.BlobID{}, func(Intent) bool { n++; return true }); err != nil || n != 3 {
			t.Fatalf("%d intents, %v", n, err)
		}
		if err := s.PutSliver(walrus.BlobID{0}, 1, large); err != nil {
			t.Fatal(err)
		}
		if _, err := s.Sliver(walrus.BlobID{0}, Place{1, walrus.Primary}); err != nil {
			t.Fatal(err)
		}
	})
}

func TestOrphans(t *testing.T) {
	each(t, func(t *testing.T, fs FS, dir string) {
		s := open(t, fs, dir)
		large := randomSliver(rand.New(rand.NewPCG(1, 1)), walrus.Primary, 4, 2000)
		id := walrus.BlobID{1}
		p := Place{1, walrus.Primary}
		if err := s.PutSliver(id, 1, large); err != nil {
			t.Fatal(err)
		}
		orphan := walrus.BlobID{2}
		writeFile(t, fs, s.filePath(orphan, p), readFile(t, fs, s.filePath(id, p)))
		report, err := s.Audit(t.Context())
		if err != nil || report != (Report{Checked: 1, Orphans: 1}) {
			t.Fatalf("%+v, %v", report, err)
		}
		if _, err := s.Sliver(id, p); err != nil {
			t.Fatal(err)
		}
	})
}

// TestFaults makes the n-th operation on the disk fail, for each n that random work reaches: no call may succeed that
// did not do what it says, a read that fails must not lose data, and after a failure of the log nothing succeeds.
func TestFaults(t *testing.T) {
	reached := 0
	for n := int32(0); ; n += 1 + n/40 {
		inj := errorfs.OnIndex(n)
		counter := &errorfs.Counter{Injector: inj}
		if !faultRun(t, n, counter) || t.Failed() {
			break
		}
		reached++
	}
	if reached < 20 {
		t.Errorf("only %d faults were injected", reached)
	}
	t.Logf("%d faults", reached)
}

// faultRun reports whether the fault was reached.
func faultRun(t *testing.T, n int32, counter *errorfs.Counter) bool {
	mem := Memory()
	s, err := Open(testOptions(errorfs.Wrap(mem, counter), "db"))
	if err != nil {
		if counter.Load() == 0 {
			t.Fatalf("fault %d: open: %v", n, err)
		}
		return true
	}
	r := rand.New(rand.NewPCG(5, 5))
	log := newHistory(3)
	p := newPromise()
	for i := range byte(12) {
		id := walrus.BlobID{i % 4, 0xee}
		at := Place{walrus.ShardIndex(i), walrus.Primary}
		v := randomSliver(r, at.Axis, 7, []int{2, 300}[i%2])
		ok := s.PutSliver(id, at.Shard, v) == nil
		c, err := s.Cursor()
		if err == nil {
			_, err = s.Apply(log.take(c, c.NextIndex+2))
		}
		if errors.Is(err, ErrGap) {
			t.Errorf("fault %d: %v", n, err)
		}
		if s.Sync() == nil && ok {
			if p.slivers[id] == nil {
				p.slivers[id] = map[Place]*walrus.Sliver{}
			}
			p.slivers[id][at] = v
		}
		if s.Failure() != nil {
			if err := s.PutSliver(walrus.BlobID{99}, 0, v); !errors.Is(err, ErrFailed) {
				t.Errorf("fault %d: a put after the log failed: %v", n, err)
			}
			break
		}
		for at, want := range p.slivers[id] {
			got, err := s.Sliver(id, at)
			if err == nil && !bytes.Equal(got.Data, want.Data) {
				t.Errorf("fault %d: wrong data", n)
			}
			if errors.Is(err, walrus.ErrSliverNotFound) {
				t.Errorf("fault %d: a fault of the disk turned into loss: %v", n, err)
			}
		}
	}
	if s.Failure() == nil {
		_ = s.Close() // may meet the fault
	}
	if counter.Load() == 0 {
		return false
	}
	if s.Failure() != nil {
		return true // Pebble still holds the files in this process; TestCrash covers what is left on disk
	}
	s = open(t, mem, "db")
	for id, slivers := range p.slivers {
		for at, want := range slivers {
			if got, err := s.Sliver(id, at); err != nil || !bytes.Equal(got.Data, want.Data) {
				t.Errorf("fault %d: promised sliver %v: %v", n, at, err)
			}
		}
	}
	if _, err := s.Apply(log.take(chain.Cursor{}, 60)); err != nil {
		t.Errorf("fault %d: replay: %v", n, err)
	}
	return true
}
