package main

import (
	"os"
	"sync"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"

	"github.com/walrus-go/walrus/client"
)

// progress shows the phases of one store or read as bars, on a terminal only.
type progress struct {
	bars *mpb.Progress

	mu    sync.Mutex // guards phase
	phase map[client.Phase]*mpb.Bar
}

// newProgress returns nil where nobody would see bars.
func (a *app) newProgress() *progress {
	f, ok := a.stderr.(*os.File)
	if !ok || a.json || !isTerminal(f) {
		return nil
	}
	return &progress{bars: mpb.New(mpb.WithOutput(f), mpb.WithWidth(48)), phase: map[client.Phase]*mpb.Bar{}}
}

func isTerminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// report returns the callback for package client, nil for no progress.
func (p *progress) report() func(client.Progress) {
	if p == nil {
		return nil
	}
	return func(step client.Progress) {
		p.mu.Lock()
		defer p.mu.Unlock()
		bar := p.phase[step.Phase]
		if bar == nil {
			bar = p.add(step)
			p.phase[step.Phase] = bar
		}
		bar.SetCurrent(step.Done)
	}
}

func (p *progress) add(step client.Progress) *mpb.Bar {
	name := decor.Name(string(step.Phase), decor.WC{W: 9, C: decor.DindentRight})
	count := decor.CountersNoUnit("%d / %d")
	if step.Phase == client.PhaseEncode || step.Phase == client.PhaseDecode {
		count = decor.CountersKibiByte("% .1f / % .1f")
	}
	return p.bars.AddBar(step.Total, mpb.PrependDecorators(name), mpb.AppendDecorators(count))
}

// done ends all bars, also those of a call that failed, and waits until they are drawn.
func (p *progress) done() {
	if p == nil {
		return
	}
	p.mu.Lock()
	for _, bar := range p.phase {
		bar.Abort(false)
	}
	p.mu.Unlock()
	p.bars.Wait()
}
