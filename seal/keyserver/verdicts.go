package keyserver

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"hash"
	"time"

	"github.com/walrus-go/walrus/chain"
)

// verdicts remembers what an evaluator said: approvals as long as the blocks they were given at are those that would
// be asked, refusals for a short while. Keys cover everything an answer depends on, the wallet's signature included, so
// that nobody's refusal is another's.
type verdicts struct {
	evaluator Evaluator
	heads     Heads // nil: approvals are not kept
	approvals *lru[[32]byte, struct{}]
	refusals  *lru[[32]byte, error]
	observe   func(cached bool, v *Verdict, took time.Duration)
}

func newVerdicts(e Evaluator, approvals, refusals int, refusalTTL time.Duration, now func() time.Time) *verdicts {
	v := &verdicts{evaluator: e}
	v.heads, _ = e.(Heads)
	v.approvals = newLRU[[32]byte, struct{}](approvals, 0, false, now)
	v.refusals = newLRU[[32]byte, error](refusals, refusalTTL, false, now)
	return v
}

// judge returns nil if the chain approves of all of the question; otherwise why not, or that nobody knows.
func (v *verdicts) judge(ctx context.Context, q *Question) error {
	key := q.key()
	if denied, ok := v.refusals.get(key); ok {
		v.observe(true, nil, 0)
		return denied
	}
	if v.heads != nil {
		at, err := v.heads.Heads(ctx, q.Class)
		if err != nil {
			return fmt.Errorf("look for the newest block: %w", err)
		}
		if _, ok := v.approvals.get(atBlocks(key, at)); ok {
			v.observe(true, nil, 0)
			return nil
		}
	}
	start := time.Now()
	verdict, err := v.evaluator.Evaluate(ctx, *q)
	if err != nil {
		return err
	}
	v.observe(false, &verdict, time.Since(start))
	denied, err := verdict.whole(len(q.Calls))
	switch {
	case err != nil:
		return err
	case denied != nil:
		v.refusals.put(key, denied)
		return denied
	case v.heads != nil:
		v.approvals.put(atBlocks(key, verdict.Blocks), struct{}{})
	}
	return nil
}

// whole returns the first denial. Whatever does not answer each call, or answers with something that is no denial,
// is an error: nobody knows then.
func (v *Verdict) whole(calls int) (denied, err error) {
	if len(v.Denied) != calls || len(v.Blocks) == 0 {
		return nil, fmt.Errorf("verdict has %d answers from %d blocks to %d calls", len(v.Denied), len(v.Blocks), calls)
	}
	for i, d := range v.Denied {
		if d == nil {
			continue
		}
		if !isDenial(d) {
			return nil, fmt.Errorf("answer to call %d: %w", i, d)
		}
		if denied == nil {
			denied = fmt.Errorf("call %d: %w", i, d)
		}
	}
	return denied, nil
}

func isDenial(err error) bool {
	return errors.Is(err, ErrRefused) || errors.Is(err, ErrNoPolicy) || errors.Is(err, ErrCodeChanged) || errors.Is(err, ErrSignature)
}

// key hashes the question; every field of variable length is counted.
func (q *Question) key() (sum [32]byte) {
	h := sha256.New()
	number(h, q.ChainID)
	h.Write(q.Policy[:])
	h.Write(q.User[:])
	h.Write(q.Digest[:])
	counted(h, q.Signature)
	number(h, uint64(q.Class.Freshness))
	number(h, q.Class.Depth)
	if q.CodeHash == nil {
		counted(h, nil)
	} else {
		counted(h, q.CodeHash[:])
	}
	number(h, uint64(len(q.Calls)))
	for _, c := range q.Calls {
		counted(h, c.Inner)
		counted(h, c.Args)
	}
	return [32]byte(h.Sum(nil))
}

func atBlocks(key [32]byte, blocks []chain.Block) [32]byte {
	h := sha256.New()
	h.Write(key[:])
	for _, b := range blocks {
		number(h, b.Number) // a lying endpoint may give an old block a new number
		h.Write(b.Hash[:])
	}
	return [32]byte(h.Sum(nil))
}

func number(h hash.Hash, n uint64) { h.Write(binary.LittleEndian.AppendUint64(nil, n)) }

func counted(h hash.Hash, b []byte) {
	number(h, uint64(len(b)))
	h.Write(b)
}
