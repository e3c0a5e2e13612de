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
	r := run{ctx: ctx, tasks: tasks, do: do}
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
	ctx   context.Context
	tasks int
	do    func(sc *scratch, task int) error
	next  atomic.Int64
	once  sync.Once
	err   error
}

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
		if err != nil {
			r.next.Store(int64(r.tasks))
			r.once.Do(func() { r.err = err })
			return
		}
	}
}
