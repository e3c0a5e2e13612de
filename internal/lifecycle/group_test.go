package lifecycle

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"
)

// untilEnd is a part that obeys.
func untilEnd(ctx context.Context) error {
	<-ctx.Done()
	return ctx.Err()
}

func TestRunEndsWithItsContext(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var g Group
		started := make(chan string, 3)
		for _, name := range []string{"store", "chain", "api"} {
			g.Add(Item{Name: name, Run: func(ctx context.Context) error {
				started <- name
				return untilEnd(ctx)
			}})
		}
		g.Add(Item{Name: "once", Run: func(context.Context) error { return nil }})
		ctx, cancel := context.WithCancel(t.Context())
		result := make(chan error)
		go func() { result <- g.Run(ctx) }()
		synctest.Wait()
		if len(started) != 3 {
			t.Errorf("%d parts run, want 3 at the same time", len(started))
		}
		select {
		case err := <-result:
			t.Fatalf("ended by the part that had nothing more to do: %v", err)
		default:
		}
		cancel()
		if err := <-result; err != nil {
			t.Errorf("an ordered end is reported as %v", err)
		}
	})
}

func TestFailureStopsTheOthers(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		broken, late := errors.New("disk is gone"), errors.New("could not say goodbye")
		g := Group{Log: slog.New(slog.DiscardHandler)}
		g.Add(Item{Name: "api", Run: func(ctx context.Context) error {
			<-ctx.Done()
			return late
		}})
		g.Add(Item{Name: "obedient", Run: untilEnd})
		g.Add(Item{Name: "store", Run: func(context.Context) error {
			time.Sleep(time.Hour)
			return broken
		}})
		err := g.Run(t.Context())
		if !errors.Is(err, broken) || !errors.Is(err, late) {
			t.Errorf("got %v, want both failures", err)
		}
		if text := err.Error(); !strings.Contains(text, "store: disk is gone") || strings.Contains(text, "obedient") {
			t.Errorf("got %q", text)
		}
	})
}

func TestCloseGoesBackwards(t *testing.T) {
	var g Group
	var order []string
	failure := errors.New("busy")
	for _, name := range []string{"store", "chain", "api"} {
		g.Add(Item{Name: name, Close: func() error {
			order = append(order, name)
			if name == "api" {
				return failure
			}
			return nil
		}})
	}
	g.Add(Item{Name: "nothing to free", Run: untilEnd})
	err := g.Close()
	if diff := cmp.Diff([]string{"api", "chain", "store"}, order); diff != "" {
		t.Errorf("closed in the wrong order:\n%s", diff)
	}
	if !errors.Is(err, failure) || !strings.Contains(err.Error(), "close api") {
		t.Errorf("got %v", err)
	}
}

// logBuffer is a buffer that may be read while it is written.
type logBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *logBuffer) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *logBuffer) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

//go:noinline
func refusesToStop(release <-chan struct{}) { <-release }

func TestStuckPartIsNamed(t *testing.T) {
	for _, how := range []string{"run", "close"} {
		t.Run(how, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				var out logBuffer
				g := Group{Log: slog.New(slog.NewTextHandler(&out, nil)), StuckAfter: time.Minute}
				release := make(chan struct{})
				g.Add(Item{Name: "obedient", Run: untilEnd, Close: func() error { return nil }})
				g.Add(Item{Name: "stubborn", Run: func(ctx context.Context) error {
					if how == "run" {
						child := make(chan struct{})
						go func() { defer close(child); refusesToStop(release) }()
						<-child
					}
					return untilEnd(ctx)
				}, Close: func() error {
					refusesToStop(release)
					return nil
				}})
				ctx, cancel := context.WithCancel(t.Context())
				cancel()
				done := make(chan struct{})
				go func() {
					defer close(done)
					if how == "run" {
						g.Run(ctx)
					} else {
						g.Close()
					}
				}()
				time.Sleep(time.Minute - time.Second)
				synctest.Wait()
				if text := out.String(); text != "" {
					t.Errorf("complains too early: %s", text)
				}
				time.Sleep(time.Hour)
				synctest.Wait()
				text := out.String()
				if !strings.Contains(text, "part=stubborn") || !strings.Contains(text, "refusesToStop") {
					t.Errorf("the log does not show who is stuck where:\n%s", text)
				}
				if strings.Contains(text, "obedient") || strings.Count(text, "does not stop") != 1 {
					t.Errorf("the log names others, or says it twice:\n%s", text)
				}
				select {
				case <-done:
					t.Error("the group did not wait")
				default:
				}
				close(release)
				<-done
			})
		})
	}
}

func TestNamesAreUnique(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("two parts of the same name were taken")
		}
	}()
	var g Group
	g.Add(Item{Name: "a"})
	g.Add(Item{Name: "a"})
}
