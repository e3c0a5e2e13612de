package redstuff

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"
)

// Options control how encoding and decoding use the machine; they never change a result. The zero value is good.
type Options struct {
	// Workers is the most goroutines to use; 0 means GOMAXPROCS.
	Workers int
	// Reuse names an Encoded whose buffers Encode may take over. It and slivers taken from it must not be used
	// any more.
	Reuse *Encoded
	// Memory bounds the buffers of the functions named …From, in bytes; 0 means 144 MiB. Blobs that fit are
	// processed in memory, others by way of Spill. A single column of symbols must fit in any case.
	Memory int64
	// Spill opens temporary storage of up to two and a half times the blob's size; nil means a file in os.TempDir
	// that vanishes with the process.
	Spill func() (Spill, error)
}

func (o Options) workers() int {
	if o.Workers > 0 {
		return o.Workers
	}
	return runtime.GOMAXPROCS(0)
}

// parallel calls do for each task 0…tasks-1 on at most the given number of workers, in ascending order of starts. It
// returns the first error met, or the context's, after all calls have returned.
func (p *pool) parallel(ctx context.Context, workers, tasks int, do func(sc *scratch, task int) error) error {
	return p.ordered(ctx, workers, tasks, do, nil)
}

// ordered is parallel that calls then after do for each task, on the same worker, one at a time and in the order of the
// tasks.
func (p *pool) ordered(ctx context.Context, workers, tasks int, do, then func(sc *scratch, task int) error) error {
	r := run{ctx: ctx, tasks: tasks, do: do, then: then}
	r.turned.L = &r.mu
	workers = min(workers, tasks)
	if workers <= 1 {
		r.work(p)
		return r.err
	}
	var wg sync.WaitGroup
	for range workers {
		wg.Go(func() { r.work(p) })
	}
	wg.Wait()
	return r.err
}

type run struct {
	ctx      context.Context
	tasks    int
	do, then func(sc *scratch, task int) error
	next     atomic.Int64 // task to start

	mu     sync.Mutex // held during then
	turned sync.Cond  // turn or err has changed
	turn   int        // task whose then is next
	err    error
}

// work takes tasks until there are none or one has failed. The task whose turn it is always runs, since tasks start in
// order; hence a wait for it ends, by its then or by an error.
func (r *run) work(p *pool) {
	sc := p.acquire()
	defer p.release(sc)
	for {
		task := int(r.next.Add(1)) - 1
		if task >= r.tasks {
			return
		}
		err := r.ctx.Err()
		if err == nil {
			err = r.do(sc, task)
		}
		if err == nil && r.then != nil {
			err = r.inTurn(sc, task)
		}
		if err != nil {
			r.fail(err)
			return
		}
	}
}

func (r *run) inTurn(sc *scratch, task int) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	for r.turn != task && r.err == nil {
		r.turned.Wait()
	}
	if r.err != nil {
		return r.err
	}
	err := r.then(sc, task)
	r.turn++
	r.turned.Broadcast()
	return err
}

func (r *run) fail(err error) {
	r.next.Store(int64(r.tasks))
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.err == nil {
		r.err = err
	}
	r.turned.Broadcast()
}
