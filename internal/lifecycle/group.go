// Package lifecycle runs the parts of a daemon as one: started together, stopped together when one of them
// fails, closed in the reverse order of their adding.
//
// The one idea: a part has a name, and a part that will not stop is named. After Group.StuckAfter the stacks
// of its goroutines, those it started included, are written to the log; the group goes on waiting, since
// whatever the part holds is still in use.
//
// A Group is built by one goroutine; Run and Close are called once each, Close after Run has returned.
package lifecycle

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime/pprof"
	"sync"
	"time"
)

// Item is a part of a daemon.
type Item struct {
	// Name of the part, unique in its group.
	Name string
	// Run works until its context ends, or until there is nothing more to do. Any error but the context's stops
	// the whole group. Nil: nothing to run.
	Run func(context.Context) error
	// Close frees what the part holds; it is called even if Run never was. Nil: nothing to free.
	Close func() error
}

// Group is a set of parts in the order of their dependence: each may use those added before it.
type Group struct {
	// Log receives starts, ends and stuck parts; nil: slog.Default.
	Log *slog.Logger
	// StuckAfter is how long a part may take to stop before its stacks are logged; 0: 15 s.
	StuckAfter time.Duration

	items []Item
}

// Add appends a part. It panics if the name is empty or taken, which is a mistake in the program.
func (g *Group) Add(item Item) {
	for _, other := range g.items {
		if other.Name == item.Name {
			panic("lifecycle: two items named " + item.Name)
		}
	}
	if item.Name == "" {
		panic("lifecycle: item without a name")
	}
	g.items = append(g.items, item)
}

// Run starts all parts and returns when all have ended. They are told to end when ctx does or when one of them
// fails. It returns every failure, with the name of its part; that ctx ended is none.
func (g *Group) Run(ctx context.Context) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	running := newRoster()
	var (
		parts    sync.WaitGroup
		mu       sync.Mutex
		failures []error
	)
	for _, item := range g.items {
		if item.Run == nil {
			continue
		}
		running.add(item.Name)
		parts.Go(func() {
			defer running.remove(item.Name)
			var err error
			labelled(ctx, item.Name, func(ctx context.Context) { err = item.Run(ctx) })
			if err == nil || ctx.Err() != nil && errors.Is(err, ctx.Err()) {
				g.log().Debug("part ended", "part", item.Name)
				return
			}
			g.log().Error("part failed", "part", item.Name, "err", err)
			mu.Lock()
			failures = append(failures, fmt.Errorf("%s: %w", item.Name, err))
			mu.Unlock()
			cancel()
		})
	}
	ended := make(chan struct{})
	go func() {
		parts.Wait()
		close(ended)
	}()
	select {
	case <-ended:
	case <-ctx.Done():
		g.await(ended, running)
	}
	return errors.Join(failures...)
}

// Close closes all parts, the last added first, and returns all errors.
func (g *Group) Close() error {
	var failures []error
	for i := len(g.items) - 1; i >= 0; i-- {
		item := g.items[i]
		if item.Close == nil {
			continue
		}
		if err := g.close(item); err != nil {
			failures = append(failures, fmt.Errorf("close %s: %w", item.Name, err))
		}
	}
	return errors.Join(failures...)
}

func (g *Group) close(item Item) (err error) {
	running := newRoster()
	running.add(item.Name)
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		labelled(context.Background(), item.Name, func(context.Context) { err = item.Close() })
	}()
	g.await(ended, running)
	return err
}

// await waits for ended, and says once who keeps it waiting.
func (g *Group) await(ended <-chan struct{}, running *roster) {
	patience := g.StuckAfter
	if patience == 0 {
		patience = 15 * time.Second
	}
	timer := time.NewTimer(patience)
	defer timer.Stop()
	select {
	case <-ended:
		return
	case <-timer.C:
	}
	for _, name := range running.names() {
		g.log().Error("part does not stop", "part", name, "dur", patience, "stacks", stacks(name))
	}
	<-ended
}

func (g *Group) log() *slog.Logger {
	if g.Log != nil {
		return g.Log
	}
	return slog.Default()
}

// labelled runs f so that the profiler knows its goroutines, and those they start, by name.
func labelled(ctx context.Context, name string, f func(context.Context)) {
	pprof.Do(ctx, pprof.Labels(label, name), f)
}
