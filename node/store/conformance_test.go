package store

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
	"github.com/walrus-go/walrus/node/plan"
)

const testThreshold = 1 << 10

func testOptions(fs FS, dir string) Options {
	return Options{FS: fs, Dir: dir, Identity: "31337:registry/node-1", NShards: 10, FileThreshold: testThreshold, MemTableBytes: 256 << 10, CacheBytes: 1 << 20}
}

func open(t testing.TB, fs FS, dir string) *Store {
	t.Helper()
	s, err := Open(testOptions(fs, dir))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// each runs a test on the disk and in memory.
func each(t *testing.T, test func(t *testing.T, fs FS, dir string)) {
	t.Run("disk", func(t *testing.T) { test(t, Disk(), t.TempDir()+"/db") })
	t.Run("memory", func(t *testing.T) { test(t, Memory(), "db") })
}

func randomSliver(r *rand.Rand, axis walrus.Axis, symbols, size int) *walrus.Sliver {
	data := make([]byte, symbols*size)
	for i := range data {
		data[i] = byte(r.Uint32())
	}
	return &walrus.Sliver{Axis: axis, Index: walrus.SliverIndex(r.UintN(10)), SymbolSize: size, Data: data}
}

func randomMetadata(r *rand.Rand) *walrus.Metadata {
	m := &walrus.Metadata{EncodingType: walrus.RS2, UnencodedLength: r.Uint64N(1 << 20), Hashes: make([]walrus.SliverPairHashes, 10)}
	for i := range m.Hashes {
		m.Hashes[i] = walrus.SliverPairHashes{Primary: walrus.DigestNode([32]byte{byte(r.Uint32())}), Secondary: walrus.DigestNode([32]byte{byte(i)})}
	}
	return m
}

func TestSlivers(t *testing.T) {
	each(t, func(t *testing.T, fs FS, dir string) {
		r := rand.New(rand.NewPCG(1, 2))
		s := open(t, fs, dir)
		blob := walrus.BlobID{1}
		sizes := []struct{ symbols, size int }{{7, 2}, {7, 146}, {7, 148}, {7, 4096}}
		for i, c := range sizes {
			for _, axis := range []walrus.Axis{walrus.Primary, walrus.Secondary} {
				p := Place{walrus.ShardIndex(i), axis}
				if _, err := s.Sliver(blob, p); !errors.Is(err, walrus.ErrSliverNotFound) {
					t.Fatalf("%v before it was stored: %v", p, err)
				}
				want := randomSliver(r, axis, c.symbols, c.size)
				for range 2 {
					if err := s.PutSliver(blob, p.Shard, want); err != nil {
						t.Fatal(err)
					}
				}
				got, err := s.Sliver(blob, p)
				if err != nil {
					t.Fatal(err)
				}
				if diff := cmp.Diff(want, got); diff != "" {
					t.Fatalf("%v (-want +got):\n%s", p, diff)
				}
			}
		}
		held, err := s.Held(blob)
		if err != nil || len(held) != 2*len(sizes) {
			t.Fatalf("held %v, %v", held, err)
		}
		if st := s.Stats(); st.SliverFiles != 4 || st.SliverRows != 4 {
			t.Fatalf("homes: %+v, want four of each", st)
		}
		if held, err := s.Held(walrus.BlobID{2}); err != nil || len(held) != 0 {
			t.Fatalf("held of another blob: %v, %v", held, err)
		}
		if err := s.Erase(blob); err != nil {
			t.Fatal(err)
		}
		if held, err := s.Held(blob); err != nil || len(held) != 0 {
			t.Fatalf("held after erase: %v, %v", held, err)
		}
		if report, err := s.Audit(t.Context()); err != nil || report != (Report{}) {
			t.Fatalf("audit after erase: %+v, %v", report, err)
		}
	})
}

func TestSliverRefused(t *testing.T) {
	s := open(t, Memory(), "db")
	for _, v := range []*walrus.Sliver{
		{SymbolSize: 2}, {SymbolSize: 0, Data: make([]byte, 4)}, {SymbolSize: 65535, Data: make([]byte, 65535)},
	} {
		if err := s.PutSliver(walrus.BlobID{}, 0, v); !errors.Is(err, walrus.ErrInvalidSliver) {
			t.Errorf("%d bytes of %d: %v", len(v.Data), v.SymbolSize, err)
		}
	}
}

func TestMetadata(t *testing.T) {
	each(t, func(t *testing.T, fs FS, dir string) {
		s := open(t, fs, dir)
		id, want := walrus.BlobID{9}, randomMetadata(rand.New(rand.NewPCG(3, 4)))
		if _, err := s.Metadata(id); !errors.Is(err, walrus.ErrMetadataNotFound) {
			t.Fatal(err)
		}
		if err := s.PutMetadata(id, want); err != nil {
			t.Fatal(err)
		}
		got, err := s.Metadata(id)
		if err != nil || !slices.Equal(want.Hashes, got.Hashes) || want.UnencodedLength != got.UnencodedLength {
			t.Fatalf("got %+v, %v", got, err)
		}
		if ok, err := s.HasMetadata(id); !ok || err != nil {
			t.Fatal(ok, err)
		}
		if err := s.Erase(id); err != nil {
			t.Fatal(err)
		}
		if ok, err := s.HasMetadata(id); ok || err != nil {
			t.Fatal(ok, err)
		}
	})
}

func TestReopen(t *testing.T) {
	each(t, func(t *testing.T, fs FS, dir string) {
		r := rand.New(rand.NewPCG(5, 6))
		s, err := Open(testOptions(fs, dir))
		if err != nil {
			t.Fatal(err)
		}
		small, large := randomSliver(r, walrus.Primary, 7, 2), randomSliver(r, walrus.Secondary, 4, 4096)
		id := walrus.BlobID{3}
		log := newHistory(7)
		elements, next := log.take(chain.Cursor{}, 40)
		_, applyErr := s.Apply(elements, next)
		if err := errors.Join(s.PutSliver(id, 4, small), s.PutSliver(id, 5, large), applyErr, s.Close()); err != nil {
			t.Fatal(err)
		}
		s = open(t, fs, dir)
		for p, want := range map[Place]*walrus.Sliver{{4, walrus.Primary}: small, {5, walrus.Secondary}: large} {
			if got, err := s.Sliver(id, p); err != nil || !bytes.Equal(got.Data, want.Data) {
				t.Fatalf("%v: %v", p, err)
			}
		}
		if c, err := s.Cursor(); err != nil || c != next {
			t.Fatalf("cursor %v, %v, want %v", c, err, next)
		}
		if diff := cmp.Diff(log.state(40), stateOf(t, s), cmp.AllowUnexported(state{})); diff != "" {
			t.Fatalf("bookkeeping (-want +got):\n%s", diff)
		}
	})
}

func TestRefuses(t *testing.T) {
	each(t, func(t *testing.T, fs FS, dir string) {
		s, err := Open(testOptions(fs, dir))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := Open(testOptions(fs, dir)); !errors.Is(err, ErrInUse) {
			t.Errorf("second open: %v", err)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		foreign := testOptions(fs, dir)
		foreign.Identity = "31337:registry/node-2"
		if _, err := Open(foreign); !errors.Is(err, ErrForeign) {
			t.Errorf("other node: %v", err)
		}
		resized := testOptions(fs, dir)
		resized.NShards = 100
		if _, err := Open(resized); !errors.Is(err, ErrForeign) {
			t.Errorf("other number of shards: %v", err)
		}
		for text, want := range map[string]string{
			formatPrefix + "2\n": "has version 2, this program knows 1",
			"nonsense":           "holds",
			"":                   "holds",
		} {
			writeFile(t, fs, fs.PathJoin(dir, formatName), []byte(text))
			if _, err := Open(testOptions(fs, dir)); !errors.Is(err, ErrFormat) || !strings.Contains(err.Error(), want) {
				t.Errorf("format %q: %v", text, err)
			}
		}
		if err := fs.Remove(fs.PathJoin(dir, formatName)); err != nil {
			t.Fatal(err)
		}
		if _, err := Open(testOptions(fs, dir)); !errors.Is(err, ErrFormat) {
			t.Errorf("no format file: %v", err)
		}
	})
}

func writeFile(t testing.TB, fs FS, path string, data []byte) {
	t.Helper()
	f, err := fs.Create(path, category)
	if err != nil {
		t.Fatal(err)
	}
	_, err = f.Write(slices.Clone(data))
	if err := errors.Join(err, f.Sync(), f.Close()); err != nil {
		t.Fatal(err)
	}
}

func TestIntents(t *testing.T) {
	s := open(t, Memory(), "db")
	a, b := walrus.BlobID{1}, walrus.BlobID{2}
	if err := errors.Join(s.Want(b), s.Want(a)); err != nil {
		t.Fatal(err)
	}
	var seen []walrus.BlobID
	var first Intent
	if err := s.Intents(walrus.BlobID{}, func(i Intent) bool {
		if len(seen) == 0 {
			first = i
		}
		seen = append(seen, i.Blob)
		return true
	}); err != nil || !slices.Equal(seen, []walrus.BlobID{a, b}) {
		t.Fatal(seen, err)
	}
	later := first
	later.Attempts, later.Next = 1, time.UnixMilli(5000)
	if err := s.Postpone(first, later); err != nil {
		t.Fatal(err)
	}
	if got, _, err := s.Intent(a); err != nil || got != later {
		t.Fatalf("%+v, %v", got, err)
	}
	if err := s.Finish(first); err != nil {
		t.Fatal(err)
	}
	if _, found, err := s.Intent(a); err != nil || !found {
		t.Fatal("finishing an outdated intent removed the one that replaced it", err)
	}
	if err := s.Finish(later); err != nil {
		t.Fatal(err)
	}
	if _, found, err := s.Intent(a); err != nil || found {
		t.Fatal(found, err)
	}
	// An intent that exists is not reset by more damage.
	postponed, _, err := s.Intent(b)
	if err != nil {
		t.Fatal(err)
	}
	postponed2 := postponed
	postponed2.Attempts = 9
	if err := errors.Join(s.Postpone(postponed, postponed2), s.Want(b)); err != nil {
		t.Fatal(err)
	}
	if got, _, err := s.Intent(b); err != nil || got.Attempts != 9 {
		t.Fatalf("%+v, %v", got, err)
	}
}

// state is the whole bookkeeping of a store or of the slow twin in memory.
type state struct {
	Infos   map[walrus.BlobID]plan.Info
	Objects map[walrus.ObjectID]plan.Object
	Epoch   Epoch
}

func stateOf(t testing.TB, s *Store) state {
	t.Helper()
	got, err := readState(s)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func readState(s *Store) (state, error) {
	got := state{Infos: map[walrus.BlobID]plan.Info{}, Objects: map[walrus.ObjectID]plan.Object{}}
	err := s.Infos(walrus.BlobID{}, func(id walrus.BlobID, i plan.Info) bool {
		got.Infos[id] = i
		return true
	})
	if err == nil {
		err = s.scan([]byte{tableObject}, []byte{tableObject}, func(key, value []byte) (bool, error) {
			o, err := decodeObject(value)
			got.Objects[walrus.ObjectID(key[1:])] = o
			return true, err
		})
	}
	if err == nil {
		got.Epoch, err = s.Epoch()
	}
	return got, err
}

// history is an endless log of random events that make sense, in blocks of three elements, the last a boundary.
type history struct {
	rng      *rand.Rand
	elements []chain.Element
	objects  []plan.Object // by number; zero when deleted
	epoch    walrus.Epoch
}

func newHistory(seed uint64) *history { return &history{rng: rand.New(rand.NewPCG(seed, 77))} }

func objectID(i int) walrus.ObjectID { return walrus.ObjectID{byte(i), byte(i >> 8), 0xbb} }

func (h *history) grow(n int) {
	for len(h.elements) < n {
		i := uint64(len(h.elements))
		block := i / 3
		el := chain.Element{Index: i, Block: chain.Block{Number: block, Hash: [32]byte{byte(block + 1), byte(block >> 8), 1}}}
		if i%3 != 2 {
			el.ID = walrus.EventID{Tx: walrus.TxHash{byte(i), byte(i >> 8), 0xcc}, LogIndex: i}
			el.Event = h.event()
		}
		h.elements = append(h.elements, el)
	}
}

func (h *history) event() chain.Event {
	if h.epoch == 0 {
		h.epoch = 1
		return chain.EpochChangeStart{Epoch: 1}
	}
	n := h.rng.IntN(100)
	if len(h.objects) == 0 || n < 35 {
		o := plan.Object{Blob: walrus.BlobID{byte(h.rng.UintN(8))}, Registered: h.epoch, End: h.epoch + 1 + walrus.Epoch(h.rng.UintN(5)), Deletable: h.rng.UintN(2) == 0}
		h.objects = append(h.objects, o)
		return chain.BlobRegistered{Epoch: h.epoch, BlobID: o.Blob, Object: objectID(len(h.objects) - 1), Size: 100, EncodingType: walrus.RS2, EndEpoch: o.End, Deletable: o.Deletable}
	}
	at := h.rng.IntN(len(h.objects))
	o := &h.objects[at]
	switch {
	case n < 38:
		h.epoch++
		return chain.EpochChangeStart{Epoch: h.epoch}
	case n < 40:
		return chain.EpochChangeDone{Epoch: h.epoch}
	case n < 41:
		return chain.InvalidBlobID{Epoch: h.epoch, BlobID: o.Blob}
	case n < 44 || o.Registered == 0:
		return chain.OtherEvent{Name: "Other"}
	case o.Certified == 0 && n < 85:
		o.Certified = h.epoch
		return chain.BlobCertified{Epoch: h.epoch, BlobID: o.Blob, Object: objectID(at), EndEpoch: o.End, Deletable: o.Deletable}
	case o.Certified != 0 && n < 70:
		o.End += 2
		return chain.BlobCertified{Epoch: o.Certified, BlobID: o.Blob, Object: objectID(at), EndEpoch: o.End, Deletable: o.Deletable, IsExtension: true}
	case o.Deletable:
		ev := chain.BlobDeleted{Epoch: h.epoch, BlobID: o.Blob, Object: objectID(at), EndEpoch: o.End, WasCertified: o.Certified != 0}
		*o = plan.Object{}
		return ev
	}
	return chain.OtherEvent{Name: "Other"}
}

// take returns the elements from c up to index end, and the cursor there.
func (h *history) take(c chain.Cursor, end uint64) ([]chain.Element, chain.Cursor) {
	h.grow(int(end))
	el := h.elements[end-1]
	return h.elements[c.NextIndex:end], chain.After(el, uint32(el.Index%3)+1)
}

// state applies the first n events to maps.
func (h *history) state(n int) state {
	h.grow(n)
	s := state{Infos: map[walrus.BlobID]plan.Info{}, Objects: map[walrus.ObjectID]plan.Object{}}
	for _, el := range h.elements[:n] {
		switch ev := el.Event.(type) {
		case chain.EpochChangeStart:
			s.Epoch = Epoch{Number: ev.Epoch}
		case chain.EpochChangeDone:
			s.Epoch.Settled = true
		}
		blob, object, ok := plan.Key(el.Event)
		if !ok {
			continue
		}
		rows, _, err := plan.Apply(plan.Rows{Info: s.Infos[blob], Object: s.Objects[object]}, el)
		if err != nil {
			panic(fmt.Sprintf("history makes no sense: %v", err))
		}
		if s.Infos[blob] = rows.Info; !rows.Info.Known() {
			delete(s.Infos, blob)
		}
		if s.Objects[object] = rows.Object; !rows.Object.Exists() {
			delete(s.Objects, object)
		}
	}
	return s
}
