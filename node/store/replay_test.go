package store

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/walrus-go/walrus/chain"
)

// TestReplay: whatever runs the log is applied in, with overlaps and restarts, the bookkeeping at an index is the same.
func TestReplay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		log := newHistory(rapid.Uint64().Draw(t, "seed"))
		fs := Memory()
		s, err := Open(testOptions(fs, "db"))
		if err != nil {
			t.Fatal(err)
		}
		defer func() { s.Close() }()
		at := uint64(0)
		for at < 120 {
			from := uint64(rapid.IntRange(0, int(at)).Draw(t, "from"))
			end := at + uint64(rapid.IntRange(1, 30).Draw(t, "more"))
			if from == end {
				continue
			}
			elements, next := log.take(chain.Cursor{}, end)
			done, err := s.Apply(elements[from:], next)
			if err != nil || len(done) != int(end-at) {
				t.Fatalf("from %d to %d at %d: %d applied, %v", from, end, at, len(done), err)
			}
			at = end
			if rapid.IntRange(0, 9).Draw(t, "restart") == 0 {
				if err := s.Close(); err != nil {
					t.Fatal(err)
				}
				if s, err = Open(testOptions(fs, "db")); err != nil {
					t.Fatal(err)
				}
			}
		}
		got, err := readState(s)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(log.state(int(at)), got); diff != "" {
			t.Fatalf("(-want +got):\n%s", diff)
		}
	})
}

func TestGap(t *testing.T) {
	s := open(t, Memory(), "db")
	log := newHistory(1)
	elements, next := log.take(chain.Cursor{}, 9)
	if _, err := s.Apply(elements[3:], next); !errors.Is(err, ErrGap) {
		t.Errorf("later elements first: %v", err)
	}
	if _, err := s.Apply(elements[:6], next); !errors.Is(err, ErrGap) {
		t.Errorf("a cursor beyond the elements: %v", err)
	}
	if c, err := s.Cursor(); err != nil || !c.IsZero() {
		t.Errorf("cursor after refusals: %v, %v", c, err)
	}
	if diff := cmp.Diff(log.state(0), stateOf(t, s)); diff != "" {
		t.Errorf("bookkeeping after refusals:\n%s", diff)
	}
	if done, err := s.Apply(elements, next); err != nil || len(done) != 9 {
		t.Fatal(len(done), err)
	}
	if done, err := s.Apply(elements, next); err != nil || len(done) != 0 {
		t.Fatalf("applied again: %d, %v", len(done), err)
	}
}
