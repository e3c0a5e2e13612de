package keyserver

import (
	"context"
	"errors"
	"sync"
	"testing"
	"time"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
	"github.com/walrus-go/walrus/seal"
)

// Whatever a verdict depends on is in its key, and no two questions share one by moving bytes from field to field.
func TestQuestionKey(t *testing.T) {
	base := func() *Question {
		return &Question{ChainID: 1, Signature: []byte{1, 2}, Calls: []seal.PolicyCall{{Inner: []byte("ab"), Args: []byte("c")}}, CodeHash: &[32]byte{}}
	}
	seen := map[[32]byte]string{base().key(): "base"}
	for name, change := range map[string]func(*Question){
		"chain":        func(q *Question) { q.ChainID++ },
		"policy":       func(q *Question) { q.Policy[0]++ },
		"user":         func(q *Question) { q.User[0]++ },
		"digest":       func(q *Question) { q.Digest[31]++ },
		"signature":    func(q *Question) { q.Signature[1]++ },
		"freshness":    func(q *Question) { q.Class.Freshness++ },
		"depth":        func(q *Question) { q.Class.Depth++ },
		"code hash":    func(q *Question) { q.CodeHash[3]++ },
		"no code hash": func(q *Question) { q.CodeHash = nil },
		"inner ID":     func(q *Question) { q.Calls[0].Inner = []byte("aa") },
		"args":         func(q *Question) { q.Calls[0].Args = nil },
		"moved":        func(q *Question) { q.Calls[0].Inner, q.Calls[0].Args = []byte("a"), []byte("bc") },
		"two calls":    func(q *Question) { q.Calls = append(q.Calls, seal.PolicyCall{}) },
	} {
		q := base()
		change(q)
		if other, taken := seen[q.key()]; taken {
			t.Errorf("%s has the key of %s", name, other)
		}
		seen[q.key()] = name
	}
	key := base().key()
	a, b, c := chain.Block{Number: 1, Hash: [32]byte{1}}, chain.Block{Number: 2, Hash: [32]byte{1}}, chain.Block{Number: 1, Hash: [32]byte{2}}
	at := map[[32]byte]bool{}
	for _, blocks := range [][]chain.Block{{a}, {b}, {c}, {a, b}, {b, a}, {}} {
		at[atBlocks(key, blocks)] = true
	}
	if len(at) != 6 {
		t.Errorf("%d keys for 6 views of the chain", len(at))
	}
}

// What is neither a yes nor one of the known kinds of no is an error, and nothing to remember.
func TestUnknownDenial(t *testing.T) {
	odd := errors.New("odd")
	v := Verdict{Denied: []error{nil, odd}, Blocks: make([]chain.Block, 1)}
	if denied, err := v.whole(2); denied != nil || !errors.Is(err, odd) {
		t.Errorf("denied %v, error %v", denied, err)
	}
	v.Denied = []error{nil, ErrNoPolicy, ErrRefused}
	if denied, err := v.whole(3); !errors.Is(denied, ErrNoPolicy) || err != nil {
		t.Errorf("denied %v, error %v", denied, err)
	}
}

// A refused request takes nothing from the time to come.
func TestRefusedTakeNoTokens(t *testing.T) {
	now := time.Unix(0, 0)
	b := newBuckets("x", Rate{1, 1}, 10, func() time.Time { return now }, func(string) {})
	if err := b.take("a"); err != nil {
		t.Fatal(err)
	}
	for range 10 {
		if b.take("a") == nil {
			t.Fatal("above the rate")
		}
	}
	if err := b.take("b"); err != nil {
		t.Errorf("another key: %v", err)
	}
	now = now.Add(time.Second)
	if err := b.take("a"); err != nil {
		t.Errorf("a second later: %v", err)
	}
}

// meeting approves when two questions have come.
type meeting struct{ both sync.WaitGroup }

func (m *meeting) Evaluate(context.Context, Question) (Verdict, error) {
	m.both.Done()
	m.both.Wait()
	return Verdict{Denied: []error{nil}, Blocks: make([]chain.Block, 1)}, nil
}

func (m *meeting) CodeHash(context.Context, walrus.Address) ([32]byte, error) { return [32]byte{}, nil }

// Of one request sent twice at a time, one is answered.
func TestReplayAtOnce(t *testing.T) {
	m := &meeting{}
	m.both.Add(2)
	ts := newTestServer(t, func(o *Options) { o.Evaluator = m })
	body, _ := request(t, newWallet(t, someSecret).session(t, ts.now, testNamespace, seal.EIP712, nil), seal.PolicyNamespace, "x")
	came := make(chan *Error, 2)
	for range 2 {
		go func() { _, e := ts.fetchBody(t, body); came <- e }()
	}
	a, b := <-came, <-came
	if (a == nil) == (b == nil) {
		t.Fatalf("%v and %v", a, b)
	}
	if a == nil {
		a = b
	}
	if a.Code != ReplayedRequest {
		t.Errorf("the other: %v", a)
	}
}
