package access

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"golang.org/x/sync/errgroup"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
	"github.com/walrus-go/walrus/chain/evm/bind/probe"
)

// Evaluator asks policies. It must be closed.
type Evaluator struct {
	options   Options
	endpoints []*endpoint
}

// Open checks the settings and that no endpoint serves another chain (chain.ErrWrongNetwork). Endpoints that do not answer,
// or not soon after a quorum did, are no error: each query finds out anew.
func Open(ctx context.Context, opts Options) (*Evaluator, error) {
	opts = opts.withDefaults()
	if err := opts.validate(); err != nil {
		return nil, fmt.Errorf("policy evaluator: %w", err)
	}
	v := &Evaluator{options: opts}
	for _, url := range opts.URLs {
		e, err := openEndpoint(url, &v.options)
		if err != nil {
			v.Close()
			return nil, err
		}
		v.endpoints = append(v.endpoints, e)
	}
	for _, r := range ask(ctx, &v.options, v.endpoints, v.enough, v.heads(nil)) {
		if errors.Is(r.err, chain.ErrWrongNetwork) {
			v.Close()
			return nil, fmt.Errorf("policy evaluator: %w", r.err)
		}
	}
	return v, nil
}

// Close ends the connections.
func (v *Evaluator) Close() {
	for _, e := range v.endpoints {
		e.rpc.Close()
	}
	v.options.HTTP.CloseIdleConnections()
}

func (v *Evaluator) heads(points []point) func(context.Context, *endpoint) ([]chain.Block, error) {
	return func(ctx context.Context, e *endpoint) ([]chain.Block, error) {
		return e.heads(ctx, v.options.ChainID, points)
	}
}

// points returns the blocks that a query asks at, oldest first.
func (v *Evaluator) points(q *Query) []point {
	final := finalPoint(v.options.Finality)
	final.maxAge = v.options.MaxFinalAge
	newest := point{tag: "latest", maxAge: v.options.MaxLatestAge}
	switch {
	case q.Freshness == LatestOnly:
		newest.depth = q.Depth
		newest.maxAge += time.Duration(q.Depth) * v.options.BlockTime
		return []point{newest}
	case final.tag == newest.tag && final.depth == 0:
		return []point{newest}
	case q.Freshness == FinalOnly:
		return []point{final}
	}
	return []point{final, newest}
}

// attempts is how often a query looks for blocks anew, as a reorganisation may take them away.
const attempts = 2

// Evaluate asks the policy. The error is nil if every call has an answer that a quorum gave at each block of the class,
// and the blocks are neither stale nor from the future. Otherwise nobody knows: one of the errors of this package or
// of package chain, none of which wraps ErrDenied.
func (v *Evaluator) Evaluate(ctx context.Context, q Query) (*Decision, error) {
	if err := q.validate(); err != nil {
		return nil, err
	}
	limited, cancel := context.WithTimeout(ctx, v.options.Timeout)
	defer cancel()
	var d *Decision
	var err error
	for range attempts {
		if d, err = v.evaluate(limited, &q); err == nil || !errors.Is(err, ErrNoQuorum) || limited.Err() != nil {
			break
		}
	}
	if err != nil {
		if limited.Err() != nil && ctx.Err() == nil {
			err = fmt.Errorf("%w: %w", chain.ErrChainUnavailable, err)
		}
		return nil, fmt.Errorf("ask policy %v: %w", q.Policy, err)
	}
	return d, nil
}

func (v *Evaluator) evaluate(ctx context.Context, q *Query) (*Decision, error) {
	points := v.points(q)
	perPoint, err := v.look(ctx, points)
	if err != nil {
		return nil, err
	}
	views := make([]*view, len(points))
	group, groupCtx := errgroup.WithContext(ctx)
	for i, p := range points {
		group.Go(func() (err error) {
			views[i], err = v.viewAt(groupCtx, q, p, perPoint[i])
			return err
		})
	}
	if err := group.Wait(); err != nil {
		return nil, err
	}
	return decide(q, views), nil
}

// look asks for the blocks at each point and returns the candidates of each.
func (v *Evaluator) look(ctx context.Context, points []point) ([][]chain.Block, error) {
	replies := ask(ctx, &v.options, v.healthy(), v.enough, v.heads(points))
	v.blameAll(ctx, replies)
	if !v.enough(replies) {
		return nil, errors.Join(ctx.Err(), noQuorum("heads", replies))
	}
	perPoint := make([][]chain.Block, len(points))
	for i := range points {
		var heads []chain.Block
		for _, r := range replies {
			if r.err == nil {
				heads = append(heads, r.value[i])
			}
		}
		perPoint[i] = candidates(heads, v.options.Quorum)
	}
	return perPoint, nil
}

// enough reports whether a quorum named its blocks.
func (v *Evaluator) enough(replies []reply[[]chain.Block]) bool {
	n := 0
	for _, r := range replies {
		if r.err == nil {
			n++
		}
	}
	return n >= v.options.Quorum
}

func (v *Evaluator) blameAll(ctx context.Context, replies []reply[[]chain.Block]) {
	for _, r := range replies {
		if r.err != nil {
			v.blame(ctx, r.from, r.err)
		}
	}
}

// viewAt asks everything at the first candidate that finds a quorum.
func (v *Evaluator) viewAt(ctx context.Context, q *Query, p point, blocks []chain.Block) (w *view, err error) {
	for _, b := range blocks {
		w, err = v.askAll(ctx, q, b)
		if err == nil {
			return w, v.checkTime(p, w.block)
		}
		if !errors.Is(err, ErrNoQuorum) || ctx.Err() != nil {
			return nil, err
		}
	}
	return nil, err
}

// checkTime returns ErrStale unless the time of a block is within bounds.
func (v *Evaluator) checkTime(p point, b chain.Block) error {
	now := v.options.Now()
	if age := now.Sub(b.Time); age > p.maxAge {
		return fmt.Errorf("%w: block %d is %v old, at most %v", ErrStale, b.Number, age, p.maxAge)
	} else if -age > v.options.MaxAhead {
		return fmt.Errorf("%w: block %d is %v ahead, at most %v", ErrStale, b.Number, -age, v.options.MaxAhead)
	}
	return nil
}

// view is what a quorum says about one block.
type view struct {
	block     chain.Block
	codeHash  [32]byte
	account   accountKind
	signature status
	answers   []Answer
}

// askAll asks all calls at one block, in as many probes as they need.
func (v *Evaluator) askAll(ctx context.Context, q *Query, b chain.Block) (*view, error) {
	w := &view{block: b, answers: make([]Answer, len(q.Calls))}
	signed, err := signedOf(q)
	if err != nil {
		return nil, err
	}
	for next := 0; next < len(q.Calls); {
		n := fitting(q.Calls[next:], signed)
		r, from, err := v.agree(ctx, q, q.Calls[next:next+n], signed, b)
		if err != nil {
			return nil, err
		}
		if next == 0 {
			w.block.Time = unix(r.Timestamp)
			w.codeHash, w.account, w.signature = r.CodeHash, accountKind(r.Account), status(r.Signature)
			signed = nil
		}
		n = v.take(ctx, q, w, next, r, from)
		if n == 0 {
			return nil, fmt.Errorf("%w: endpoints give a probe too little gas", ErrNoQuorum)
		}
		next += n
	}
	return w, nil
}

// take keeps the answers of a probe, up to the first that had no gas left, and returns their number.
func (v *Evaluator) take(ctx context.Context, q *Query, w *view, next int, r *result, from *endpoint) (n int) {
	unclear := false
	for ; n < len(r.Answers) && status(r.Answers[n].Status) != notAsked; n++ {
		a := r.Answers[n]
		w.answers[next+n].GasUsed = uint64(a.GasUsed)
		if s := status(a.Status); s != approved {
			reason, detail := denied(s, a.Data)
			w.answers[next+n].Err = &Denial{reason, detail, w.block}
			unclear = unclear || s == exhausted
		}
	}
	if unclear {
		v.explain(ctx, q, w, next, n, from)
	}
	return n
}

// explain finds out which of n denied calls failed because they write, by letting them. It changes words, no decision,
// so one endpoint is enough and its failure is none.
func (v *Evaluator) explain(ctx context.Context, q *Query, w *view, next, n int, from *endpoint) {
	ctx, cancel := context.WithTimeout(ctx, v.options.CallTimeout)
	defer cancel()
	code := v.options.creation(q, q.Calls[next:next+n], nil, true)
	out, err := from.run(ctx, code, v.options.ProbeGas, common.Hash(w.block.Hash))
	if err != nil {
		return
	}
	r, err := parseResult(out, n)
	if err != nil {
		return
	}
	for i, a := range r.Answers {
		var d *Denial
		s := status(a.Status)
		if errors.As(w.answers[next+i].Err, &d) && d.Reason == ErrExhausted && s != exhausted && s != notAsked {
			d.Reason = ErrWrites
		}
	}
}

// agree runs a probe everywhere and returns what a quorum answered, and one of those.
func (v *Evaluator) agree(ctx context.Context, q *Query, calls []Call, signed *probe.ProbeSigned, b chain.Block) (*result, *endpoint, error) {
	code := v.options.creation(q, calls, signed, false)
	enough := func(rs []reply[[]byte]) bool { return len(largest(rs)) >= v.options.Quorum }
	replies := ask(ctx, &v.options, v.healthy(), enough, func(ctx context.Context, e *endpoint) ([]byte, error) {
		return e.run(ctx, code, v.options.ProbeGas, common.Hash(b.Hash))
	})
	most := largest(replies)
	for _, r := range replies {
		switch {
		case r.err != nil:
			v.blame(ctx, r.from, r.err)
		case len(most) < v.options.Quorum || !bytes.Equal(r.value, most[0].value):
			v.disagreed(r.from, b, len(most) >= v.options.Quorum)
		}
	}
	if len(most) < v.options.Quorum {
		return nil, nil, errors.Join(ctx.Err(), noQuorum(fmt.Sprintf("block %d", b.Number), replies))
	}
	r, err := parseResult(most[0].value, len(calls))
	if err != nil {
		return nil, nil, fmt.Errorf("%w: %w", ErrNoQuorum, err)
	}
	if r.ChainId.Uint64() != v.options.ChainID || r.Number.Uint64() != b.Number {
		return nil, nil, fmt.Errorf("%w: probe ran on chain %v at block %v, want %d and %d", chain.ErrWrongNetwork,
			r.ChainId, r.Number, v.options.ChainID, b.Number)
	}
	return r, most[0].from, nil
}

// disagreed tells of an endpoint whose answer is not the quorum's, and has it avoided if there is a quorum.
func (v *Evaluator) disagreed(e *endpoint, b chain.Block, quorum bool) {
	if quorum {
		e.avoid(v.options.Now().Add(v.options.Quarantine))
	}
	v.options.Observe(Event{EndpointDisagreed, e.url, fmt.Errorf("block %d: its answer is not that of the others", b.Number)})
}

// largest returns the replies of the greatest number of endpoints that answered the same.
func largest(replies []reply[[]byte]) (most []reply[[]byte]) {
	groups := map[string][]reply[[]byte]{}
	for _, r := range replies {
		if r.err != nil {
			continue
		}
		k := string(r.value)
		if groups[k] = append(groups[k], r); len(groups[k]) > len(most) {
			most = groups[k]
		}
	}
	return most
}

// decide puts the views together: what one of them denies is denied.
func decide(q *Query, views []*view) *Decision {
	last := views[len(views)-1]
	d := &Decision{Answers: make([]Answer, len(q.Calls)), CodeHash: last.codeHash}
	for _, w := range views {
		d.Blocks = append(d.Blocks, w.block)
		whole := w.whole(q)
		for i, a := range w.answers {
			to := &d.Answers[i]
			to.GasUsed = max(to.GasUsed, a.GasUsed)
			if a.Err == nil {
				a.Err = whole
			}
			if to.Err == nil {
				to.Err = a.Err
			}
		}
	}
	return d
}

// whole returns why a view allows nothing at all, or nil.
func (w *view) whole(q *Query) error {
	if q.CodeHash != nil && w.codeHash != *q.CodeHash {
		return &Denial{ErrCodeChanged, "", w.block}
	}
	if reason := w.checkSignature(q); reason != "" {
		return &Denial{ErrSignature, reason, w.block}
	}
	return nil
}

// CodeHash returns the hash of a contract's code at the newest block, for pinned namespaces; zero if there is none.
func (v *Evaluator) CodeHash(ctx context.Context, contract walrus.Address) ([32]byte, error) {
	d, err := v.Evaluate(ctx, Query{
		Policy: contract, User: walrus.Address(asker), Calls: []Call{{}}, Freshness: LatestOnly,
	})
	if err != nil {
		return [32]byte{}, err
	}
	return d.CodeHash, nil
}
