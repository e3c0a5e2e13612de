package chaintest

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
)

// wholeLog reads the log from its start up to the newest block.
func (s *suite) wholeLog(t *testing.T) []chain.Element {
	t.Helper()
	elements, _ := s.readLog(t, s.Log, chain.Cursor{}, 64)
	return elements
}

// readLog reads from a cursor, pages of at most max, to the boundary of a block with an event that it causes itself.
// It returns the elements before that block, and the cursor after each.
func (s *suite) readLog(t *testing.T, log chain.Log, at chain.Cursor, max int) ([]chain.Element, []chain.Cursor) {
	t.Helper()
	w := s.NewWallet(t, 100*walrus.WAL, true)
	_, last := s.register(t, w, s.registration(t, 1, true, 2))
	var elements []chain.Element
	var cursors []chain.Cursor
	for {
		page, next, err := log.Next(t.Context(), at, max)
		if err != nil {
			t.Fatalf("log after %v: %v", at, err)
		}
		if len(page) == 0 || len(page) > max {
			t.Fatalf("log after %v: %d elements, at most %d asked for", at, len(page), max)
		}
		for i, e := range page {
			if r, ok := e.Event.(chain.BlobRegistered); ok && r.Object == last {
				return elements, cursors
			}
			elements = append(elements, e)
			if i == len(page)-1 {
				cursors = append(cursors, next)
			}
		}
		at = next
	}
}

func (s *suite) testLogWaits(t *testing.T) {
	elements, cursors := s.readLog(t, s.Log, chain.Cursor{}, 1)
	if len(elements) != len(cursors) {
		t.Fatalf("%d elements with %d cursors", len(elements), len(cursors))
	}
	at := cursors[len(cursors)-1]
	for range 2 { // the registration of readLog, and its boundary
		_, next, err := s.Log.Next(t.Context(), at, 1)
		if err != nil {
			t.Fatal(err)
		}
		at = next
	}
	ctx, cancel := context.WithTimeout(t.Context(), 300*time.Millisecond)
	defer cancel()
	if page, next, err := s.Log.Next(ctx, at, 10); !errors.Is(err, context.DeadlineExceeded) || len(page) != 0 || next != at {
		t.Fatalf("at the end of the log: %d elements, %v, %v", len(page), next, err)
	}
	w := s.NewWallet(t, 100*walrus.WAL, true)
	r := s.registration(t, 2, true, 2)
	type result struct {
		page []chain.Element
		err  error
	}
	done := make(chan result, 1)
	go func() {
		page, _, err := s.Log.Next(t.Context(), at, 10)
		done <- result{page, err}
	}()
	_, id := s.register(t, w, r)
	got := <-done
	if got.err != nil || len(got.page) == 0 {
		t.Fatalf("the waiting call got %d elements, %v", len(got.page), got.err)
	}
	want := chain.BlobRegistered{Epoch: 1, BlobID: r.BlobID, Object: id, Size: 2, EncodingType: walrus.RS2, EndEpoch: 2, Deletable: true}
	if d := cmp.Diff(chain.Event(want), got.page[0].Event); d != "" {
		t.Error(d)
	}
}

func (s *suite) testLogOrder(t *testing.T) {
	elements := s.wholeLog(t)
	if len(elements) < 20 {
		t.Fatalf("the suite left only %d elements", len(elements))
	}
	first := []chain.Event{chain.OtherEvent{Name: "CommitteeStored"}, chain.EpochChangeStart{Epoch: 1}, chain.EpochChangeDone{Epoch: 1}, nil}
	for i, want := range first {
		if elements[i].Event != want {
			t.Errorf("element %d is %+v, want %+v", i, elements[i].Event, want)
		}
	}
	ids := make(map[walrus.EventID]bool)
	for i, e := range elements {
		if e.Index != uint64(i) {
			t.Fatalf("element %d has index %d", i, e.Index)
		}
		if e.Event == nil != (e.ID == walrus.EventID{}) || e.ID != (walrus.EventID{}) && ids[e.ID] {
			t.Errorf("element %d, %+v, has ID %v", i, e.Event, e.ID)
		}
		ids[e.ID] = true
		if e.Block.Hash == [32]byte{} || e.Block.Time.Nanosecond() != 0 || e.Block.Time.Unix() < 1e9 {
			t.Errorf("element %d of block %+v", i, e.Block)
		}
		if i > 0 {
			checkFollows(t, elements[i-1], e)
		}
	}
}

// checkFollows checks the order of two neighbours in the log.
func checkFollows(t *testing.T, a, b chain.Element) {
	t.Helper()
	closed := a.Event == nil
	switch {
	case closed != (a.Block.Number != b.Block.Number):
		t.Errorf("elements %d and %d: block %d is followed by %d, boundary between: %v", a.Index, b.Index, a.Block.Number, b.Block.Number, closed)
	case a.Block.Number > b.Block.Number || a.Block.Time.After(b.Block.Time):
		t.Errorf("elements %d and %d go back in time", a.Index, b.Index)
	case !closed && a.Block != b.Block:
		t.Errorf("elements %d and %d: %+v and %+v", a.Index, b.Index, a.Block, b.Block)
	case !closed && b.Event != nil && a.ID.LogIndex >= b.ID.LogIndex:
		t.Errorf("elements %d and %d have log indices %d and %d", a.Index, b.Index, a.ID.LogIndex, b.ID.LogIndex)
	case closed && b.Event == nil && b.Block.Number%chain.BoundaryInterval != 0:
		t.Errorf("element %d closes block %d, in which nothing happened", b.Index, b.Block.Number)
	}
}

func (s *suite) testLogQuietBoundary(t *testing.T) {
	st, err := s.Reader.State(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	s.Mine(t, chain.BoundaryInterval+1)
	want := (st.Block.Number/chain.BoundaryInterval + 1) * chain.BoundaryInterval
	for _, e := range s.wholeLog(t) {
		if e.Block.Number >= want {
			if e.Block.Number > want || e.Event != nil {
				t.Errorf("after block %d comes an element of block %d, want the boundary of %d", st.Block.Number, e.Block.Number, want)
			}
			return
		}
	}
	t.Errorf("no boundary of block %d", want)
}

func (s *suite) testLogRestart(t *testing.T) {
	whole, cursors := s.readLog(t, s.ReopenLog(t), chain.Cursor{}, 1)
	for i, at := range cursors {
		b, err := at.MarshalBinary()
		if err != nil {
			t.Fatalf("cursor after element %d: %v", i, err)
		}
		var stored chain.Cursor
		if err := stored.UnmarshalBinary(b); err != nil {
			t.Fatalf("cursor after element %d: %v", i, err)
		}
		if i == len(cursors)-1 {
			break
		}
		max := 1 + i%5
		page, next, err := s.ReopenLog(t).Next(t.Context(), stored, max)
		if err != nil {
			t.Fatalf("restart after element %d: %v", i, err)
		}
		rest := whole[i+1:]
		if d := cmp.Diff(rest[:min(len(page), len(rest))], page[:min(len(page), len(rest))]); d != "" {
			t.Fatalf("restart after element %d: %s", i, d)
		}
		if end := i + len(page); end < len(cursors) && next != cursors[end] {
			t.Fatalf("restart after element %d: cursor %v, want %v", i, next, cursors[end])
		}
	}
}

func (s *suite) testLogMismatch(t *testing.T) {
	_, cursors := s.readLog(t, s.Log, chain.Cursor{}, 1)
	at := cursors[1] // behind the second event of the genesis block
	for name, edit := range map[string]func(*chain.Cursor){
		"other block":       func(c *chain.Cursor) { c.BlockHash[5] ^= 1 },
		"block to come":     func(c *chain.Cursor) { c.Block += 1 << 30 },
		"neighbour":         func(c *chain.Cursor) { c.Block++ },
		"other event":       func(c *chain.Cursor) { c.Last.Tx[0] ^= 1 },
		"other position":    func(c *chain.Cursor) { c.Last.LogIndex += 9 },
		"too many taken":    func(c *chain.Cursor) { c.Taken += 40; c.NextIndex += 40 },
		"closed too early":  func(c *chain.Cursor) { c.Last = walrus.EventID{} },
		"more than indexed": func(c *chain.Cursor) { c.NextIndex = 1 },
	} {
		t.Run(name, func(t *testing.T) {
			c := at
			edit(&c)
			ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
			defer cancel()
			page, next, err := s.ReopenLog(t).Next(ctx, c, 5)
			if !errors.Is(err, chain.ErrCursorMismatch) || len(page) != 0 || next != c {
				t.Fatalf("%d elements, %v, %v; want ErrCursorMismatch", len(page), next, err)
			}
		})
	}
	if _, _, err := s.ReopenLog(t).Next(t.Context(), at, 5); err != nil {
		t.Fatalf("the cursor itself: %v", err)
	}
}
