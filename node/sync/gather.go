package sync

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"sync"
	"time"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/nodeapi"
	"github.com/walrus-go/walrus/redstuff"
)

// reply is what became of one request for symbols.
type reply struct {
	member  int // position in the committee
	asked   int
	symbols []walrus.RecoverySymbol // verified
	err     error
}

// gather collects as many verified symbols as the sliver needs: K towards a primary one, k towards a secondary one.
// Members are asked in random order weighted by their shards, as many at a time as are expected to suffice, and one more
// for each that fails or when nothing has come for a while.
func (h *Healer) gather(ctx context.Context, goal *Goal, md *redstuff.VerifiedMetadata, axis walrus.Axis, target walrus.SliverIndex) ([]walrus.RecoverySymbol, error) {
	ctx, cancel := context.WithCancel(ctx)
	var requests sync.WaitGroup
	defer requests.Wait()
	defer cancel()
	need := h.Code.NShards().SliverSymbols(axis)
	order := h.order(goal)
	replies := make(chan reply, len(order))
	have := make(map[walrus.SliverIndex]walrus.RecoverySymbol, need)
	expected := 0
	failures := []error{}
	pending := 0
	ask := func(wanted int) {
		member := order[0]
		order = order[1:]
		count := min(goal.Committee.Members[member].Weight(), wanted)
		expected += count
		pending++
		requests.Go(func() { replies <- h.ask(ctx, goal, md, axis, target, member, count) })
	}
	hedge := time.NewTimer(h.Limits.HedgeAfter)
	defer hedge.Stop()
	for len(have) < need {
		for len(have)+expected < need && len(order) > 0 {
			ask(need - len(have) - expected)
		}
		if pending == 0 {
			return nil, fmt.Errorf("%w: %d of %d symbols: %w", errNoPeer, len(have), need, errors.Join(failures...))
		}
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-hedge.C:
			if len(order) > 0 {
				ask(need - len(have))
			}
			hedge.Reset(h.Limits.HedgeAfter)
		case r := <-replies:
			pending--
			expected -= r.asked
			for _, s := range r.symbols {
				have[s.Index] = s
			}
			if r.err != nil {
				failures = append(failures, r.err)
			}
			hedge.Reset(h.Limits.HedgeAfter)
		}
	}
	return take(have, need), nil
}

// take returns need symbols, in the order of their indices.
func take(have map[walrus.SliverIndex]walrus.RecoverySymbol, need int) []walrus.RecoverySymbol {
	symbols := make([]walrus.RecoverySymbol, 0, len(have))
	for _, s := range have {
		symbols = append(symbols, s)
	}
	slices.SortFunc(symbols, func(a, b walrus.RecoverySymbol) int { return cmp.Compare(a.Index, b.Index) })
	return symbols[:need]
}

// ask requests count symbols towards the sliver from a member and verifies what comes.
func (h *Healer) ask(ctx context.Context, goal *Goal, md *redstuff.VerifiedMetadata, axis walrus.Axis, target walrus.SliverIndex, position, count int) reply {
	r := reply{member: position, asked: count}
	m := &goal.Committee.Members[position]
	request, cancel := context.WithTimeout(ctx, h.Limits.SymbolTimeout)
	defer cancel()
	answer, err := h.Peer(m).RecoverySymbols(request, md.ID(), h.query(md.ID(), m, axis, target, count))
	if err != nil {
		if ctx.Err() == nil && !errors.Is(err, walrus.ErrSliverNotFound) && !errors.Is(err, walrus.ErrMetadataNotFound) {
			h.shun(m.Node)
		}
		r.err = fmt.Errorf("node %d: %w", m.Node, err)
		return r
	}
	if position != goal.Self {
		h.stats.bytes.Add(symbolBytes(answer))
	}
	if r.err = h.cpu.Acquire(ctx, 1); r.err != nil {
		return r
	}
	defer h.cpu.Release(1)
	for i := range answer {
		// Only symbols that could enter a proof of inconsistency count (encoding.md §6.1).
		s, err := h.Code.VerifySymbol(md, axis, target, &answer[i], true)
		if err != nil {
			h.lied(m.Node)
			r.err = fmt.Errorf("node %d lied: %w", m.Node, err)
			return r
		}
		r.symbols = append(r.symbols, s)
	}
	return r
}

// query asks for all that the member has towards the sliver, or by name when less is wanted.
func (h *Healer) query(id walrus.BlobID, m *walrus.Member, axis walrus.Axis, target walrus.SliverIndex, count int) nodeapi.SymbolQuery {
	source := axis.Other()
	q := nodeapi.SymbolQuery{ProofAxis: &source}
	if count >= m.Weight() {
		q.Target = &nodeapi.TargetSliver{Index: target, Axis: axis}
		return q
	}
	n := h.Code.NShards()
	for _, shard := range m.Shards[:count] {
		from := shard.Pair(id, n).Sliver(source, n)
		cell := walrus.SymbolID{Primary: target, Secondary: from}
		if axis == walrus.Secondary {
			cell = walrus.SymbolID{Primary: from, Secondary: target}
		}
		q.IDs = append(q.IDs, cell)
	}
	return q
}

// symbolBytes returns the length of the body that carried the symbols.
func symbolBytes(list []walrus.GeneralRecoverySymbol) uint64 {
	size := 1
	if len(list) >= 1<<7 {
		size++
	}
	if len(list) >= 1<<14 {
		size++
	}
	var b []byte
	for i := range list {
		b = list[i].AppendBCS(b[:0])
		size += len(b)
	}
	return uint64(size)
}

// order returns the positions of all members in random order weighted by shards: the node itself first, for what it has
// costs nothing, those that failed lately last.
func (h *Healer) order(goal *Goal) []int {
	type ranked struct {
		position int
		key      float64
	}
	now := time.Now()
	h.mu.Lock()
	list := make([]ranked, 0, len(goal.Committee.Members))
	for i := range goal.Committee.Members {
		m := &goal.Committee.Members[i]
		r := ranked{i, rand.ExpFloat64() / float64(max(1, m.Weight()))}
		switch until, shunned := h.shunned[m.Node]; {
		case i == goal.Self:
			r.key = -1
		case shunned && until.After(now):
			r.key += 1e6
		case shunned:
			delete(h.shunned, m.Node)
		}
		list = append(list, r)
	}
	h.mu.Unlock()
	slices.SortFunc(list, func(a, b ranked) int { return cmp.Compare(a.key, b.key) })
	positions := make([]int, len(list))
	for i, r := range list {
		positions[i] = r.position
	}
	return positions
}

// shun makes a peer that failed be asked last for a while.
func (h *Healer) shun(node walrus.NodeIndex) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.shunned[node] = time.Now().Add(h.Limits.ShunFor)
}

// lied shuns a peer that sent what does not verify, ten times as long.
func (h *Healer) lied(node walrus.NodeIndex) {
	h.stats.lies.Add(1)
	h.mu.Lock()
	defer h.mu.Unlock()
	h.shunned[node] = time.Now().Add(10 * h.Limits.ShunFor)
}
