package access

import (
	"context"
	"encoding/json"
	"net/http"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
)

// lies flips each verdict on the way: what the policy approved reverted, and the other way round.
func lies(r *request, answer json.RawMessage) json.RawMessage {
	if r.Method != "eth_call" {
		return answer
	}
	var a struct{ Result hexutil.Bytes }
	if err := json.Unmarshal(answer, &a); err != nil || len(a.Result) < 32*12 {
		return answer
	}
	// offset | number timestamp chainId codeHash account signature answers@ | count | answer@ | status gasUsed …
	s := &a.Result[32*11-1]
	*s = map[byte]byte{byte(approved): byte(reverted), byte(reverted): byte(approved)}[*s]
	return resultOf(r, a.Result)
}

// events collects what an evaluator observes.
type events struct {
	mu  sync.Mutex
	all []Event
}

func (e *events) add(x Event) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.all = append(e.all, x)
}

func (e *events) kinds(url string) (kinds []EventKind) {
	e.mu.Lock()
	defer e.mu.Unlock()
	for _, x := range e.all {
		if x.Endpoint == url {
			kinds = append(kinds, x.Kind)
		}
	}
	return kinds
}

// three returns an evaluator at three endpoints before one chain.
func three(t *testing.T, w *world, a, b, c change, edit func(*Options)) (*Evaluator, []*proxy, *events) {
	t.Helper()
	seen := &events{}
	o := w.options()
	o.SingleEndpoint, o.Observe = false, seen.add
	proxies := []*proxy{newProxy(t, w.url, a), newProxy(t, w.url, b), newProxy(t, w.url, c)}
	o.URLs = []string{proxies[0].url, proxies[1].url, proxies[2].url}
	o.Grace = time.Second
	if edit != nil {
		edit(&o)
	}
	return evaluator(t, o), proxies, seen
}

func TestEndpoints(t *testing.T) {
	w := embedded(t)
	policy := w.place(t, says(magicWord))
	no := w.place(t, revertsWith(errorText("no")))
	user := walrus.Address{0xaa}
	yesQ, noQ := question(policy, user, nil), question(no, user, nil)

	t.Run("all honest", func(t *testing.T) {
		var asked atomic.Value
		watch := func(r *request, a json.RawMessage) json.RawMessage {
			if r.Method == "eth_call" {
				asked.Store(string(r.Params[1]))
			}
			return a
		}
		v, _, seen := three(t, w, watch, honest, honest, nil)
		defer func() {
			if block, _ := asked.Load().(string); !strings.Contains(block, `"blockHash":"0x`) || !strings.Contains(block, `"requireCanonical":true`) {
				t.Errorf("asked at %s, want a canonical block by its hash", block)
			}
		}()
		wantAllowed(t, "yes", answer(t, v, yesQ))
		wantDenied(t, "no", answer(t, v, noQ), ErrRefused, "no")
		if len(seen.all) > 0 {
			t.Errorf("events %v", seen.all)
		}
	})
	for place := range 3 {
		t.Run("one lies", func(t *testing.T) {
			c := []change{honest, honest, honest}
			c[place] = lies
			v, p, seen := three(t, w, c[0], c[1], c[2], nil)
			wantDenied(t, "no", answer(t, v, noQ), ErrRefused, "no")
			wantAllowed(t, "yes", answer(t, v, yesQ))
			liar := p[place]
			if k := seen.kinds(liar.url); !slices.Equal(k, []EventKind{EndpointDisagreed}) {
				t.Errorf("events about the liar: %v, want that it disagreed, once", k)
			}
			before := liar.hits.Load()
			wantAllowed(t, "in quarantine", answer(t, v, yesQ))
			if liar.hits.Load() != before {
				t.Error("an endpoint in quarantine was asked without need")
			}
		})
	}
	t.Run("two lie apart", func(t *testing.T) {
		garbage := func(r *request, a json.RawMessage) json.RawMessage {
			if r.Method == "eth_call" {
				return resultOf(r, "0x00")
			}
			return a
		}
		v, _, _ := three(t, w, honest, lies, garbage, nil)
		_, err := v.Evaluate(t.Context(), noQ)
		wantFailed(t, "no quorum", err, ErrNoQuorum)
	})
	t.Run("one lags", func(t *testing.T) {
		lagging := func(r *request, a json.RawMessage) json.RawMessage {
			switch r.Method {
			case "eth_call":
				return unknownBlock(r)
			case "eth_getBlockByNumber":
				return resultOf(r, map[string]any{"number": "0x1", "hash": "0x" + strings.Repeat("11", 32), "timestamp": "0x1"})
			}
			return a
		}
		v, p, seen := three(t, w, lagging, honest, honest, nil)
		wantAllowed(t, "yes", answer(t, v, yesQ))
		wantDenied(t, "no", answer(t, v, noQ), ErrRefused, "")
		if k := seen.kinds(p[0].url); !slices.Contains(k, EndpointRefused) {
			t.Errorf("events about the one that lags: %v", k)
		}
	})
	t.Run("one lags for real", func(t *testing.T) {
		behind := embedded(t) // another chain with the same id: none of our blocks, but a head
		v, _, _ := three(t, w, honest, honest, honest, func(o *Options) { o.URLs[2] = behind.url })
		wantAllowed(t, "yes", answer(t, v, yesQ))
		v, _, _ = three(t, w, honest, honest, honest, func(o *Options) { o.URLs[1], o.URLs[2] = behind.url, newProxy(t, behind.url, silent).url })
		_, err := v.Evaluate(t.Context(), yesQ)
		wantFailed(t, "two of three gone", err, ErrNoQuorum)
	})
	t.Run("one makes up the newest block", func(t *testing.T) {
		ahead := func(r *request, a json.RawMessage) json.RawMessage {
			if r.Method == "eth_getBlockByNumber" {
				return resultOf(r, map[string]any{"number": "0xffffff", "hash": "0x" + strings.Repeat("22", 32), "timestamp": "0x1"})
			}
			return a
		}
		v, _, _ := three(t, w, ahead, honest, honest, nil)
		wantAllowed(t, "yes", answer(t, v, yesQ))
		wantDenied(t, "no", answer(t, v, noQ), ErrRefused, "")
	})
	t.Run("one hangs", func(t *testing.T) {
		v, p, seen := three(t, w, honest, honest, honest, func(o *Options) { o.Grace = 50 * time.Millisecond })
		c := change(silent)
		p[0].change.Store(&c)
		start := time.Now()
		wantAllowed(t, "yes", answer(t, v, yesQ))
		if d := time.Since(start); d > 3*time.Second {
			t.Errorf("an answer took %v", d)
		}
		if k := seen.kinds(p[0].url); !slices.Equal(k, []EventKind{EndpointSilent}) {
			t.Errorf("events %v, want one of silence", k)
		}
		before := p[0].hits.Load()
		wantAllowed(t, "again", answer(t, v, yesQ))
		if p[0].hits.Load() != before {
			t.Error("an endpoint that is down was asked without need")
		}
	})
	t.Run("all hang", func(t *testing.T) {
		v, p, _ := three(t, w, honest, honest, honest, func(o *Options) { o.CallTimeout = 200 * time.Millisecond })
		for _, x := range p {
			c := change(silent)
			x.change.Store(&c)
		}
		_, err := v.Evaluate(t.Context(), yesQ)
		wantFailed(t, "silence", err, chain.ErrChainUnavailable)
	})
	t.Run("endless answer", func(t *testing.T) {
		flood := func(r *request, a json.RawMessage) json.RawMessage {
			if r.Method == "eth_call" {
				return resultOf(r, "0x"+strings.Repeat("00", 4<<20))
			}
			return a
		}
		v, p, seen := three(t, w, flood, honest, honest, nil)
		wantAllowed(t, "yes", answer(t, v, yesQ))
		if k := seen.kinds(p[0].url); !slices.Equal(k, []EventKind{EndpointSilent}) {
			t.Errorf("events %v, want one of an answer that was cut", k)
		}
	})
	t.Run("little gas", func(t *testing.T) {
		o := w.options()
		o.HTTP = &http.Client{Transport: lowGas{}}
		v := evaluator(t, o)
		_, err := v.Evaluate(t.Context(), yesQ)
		wantFailed(t, "a probe with too little gas is no denial", err, ErrNoQuorum)
	})
}

// lowGas is an endpoint that gives calls less gas than they ask for.
type lowGas struct{}

func (lowGas) RoundTrip(r *http.Request) (*http.Response, error) {
	if r.GetBody != nil {
		body, err := r.GetBody()
		if err != nil {
			return nil, err
		}
		var b strings.Builder
		buf := make([]byte, 1<<20)
		for {
			n, err := body.Read(buf)
			b.Write(buf[:n])
			if err != nil {
				break
			}
		}
		s := strings.Replace(b.String(), hexutil.EncodeUint64(30_000_000), hexutil.EncodeUint64(4_500_000), 1)
		r = r.Clone(r.Context())
		r.Body = http.NoBody
		if s != "" {
			r.Body = readCloser{strings.NewReader(s)}
		}
		r.ContentLength = int64(len(s))
	}
	return http.DefaultTransport.RoundTrip(r)
}

type readCloser struct{ *strings.Reader }

func (readCloser) Close() error { return nil }

func TestWrongChain(t *testing.T) {
	w := embedded(t)
	policy := w.place(t, says(magicWord))
	o := w.options()
	o.ChainID++
	_, err := Open(t.Context(), o)
	wantFailed(t, "at the start", err, chain.ErrWrongNetwork)

	wrong := func(r *request, a json.RawMessage) json.RawMessage {
		if r.Method == "eth_chainId" {
			return resultOf(r, "0x1")
		}
		return a
	}
	v, p, seen := three(t, w, honest, honest, honest, nil)
	c := change(wrong)
	p[1].change.Store(&c)
	wantAllowed(t, "one changes chains", answer(t, v, question(policy, walrus.Address{1}, nil)))
	if k := seen.kinds(p[1].url); !slices.Equal(k, []EventKind{EndpointWrong}) {
		t.Errorf("events %v", k)
	}
	p[0].change.Store(&c)
	p[2].change.Store(&c)
	_, err = v.Evaluate(t.Context(), question(policy, walrus.Address{1}, nil))
	wantFailed(t, "all change chains", err, chain.ErrWrongNetwork)

	// The probe says itself where it ran, whatever eth_chainId says.
	o = w.options()
	o.ChainID = 77
	o.URLs = []string{newProxy(t, w.url, func(r *request, a json.RawMessage) json.RawMessage {
		if r.Method == "eth_chainId" {
			return resultOf(r, "0x4d")
		}
		return a
	}).url}
	_, err = evaluator(t, o).Evaluate(t.Context(), question(policy, walrus.Address{1}, nil))
	wantFailed(t, "chain id of the probe", err, chain.ErrWrongNetwork)
}

func TestStaleness(t *testing.T) {
	const depth1 = Freshness(99) // LatestOnly with a depth of 1
	w := embedded(t)
	q := question(w.place(t, says(magicWord)), walrus.Address{1}, nil)
	w.mine(1)
	var h *header
	w.call(t, &h, "eth_getBlockByNumber", "latest", false)
	at := time.Unix(int64(h.Timestamp), 0)
	for _, c := range []struct {
		name  string
		now   time.Duration // after the newest block
		class Freshness
		final chain.Finality
		fresh bool
	}{
		{"just in time", 60 * time.Second, LatestOnly, chain.FinalityLatest, true},
		{"stale", 61 * time.Second, LatestOnly, chain.FinalityLatest, false},
		{"from the near future", -15 * time.Second, LatestOnly, chain.FinalityLatest, true},
		{"from the future", -16 * time.Second, LatestOnly, chain.FinalityLatest, false},
		{"latest of depth 1, older", 71 * time.Second, depth1, chain.FinalityLatest, true},
		{"latest of depth 1, too old", 90 * time.Second, depth1, chain.FinalityLatest, false},
		{"final, old", 29 * time.Minute, FinalOnly, "depth:1", true},
		{"final, too old", 31 * time.Minute, FinalOnly, "depth:1", false},
		{"both, the newest too old", 29 * time.Minute, Both, "depth:1", false},
	} {
		o := w.options()
		o.MaxAhead, o.Finality = 0, c.final
		o.Now = func() time.Time { return at.Add(c.now) }
		q.Freshness, q.Depth = c.class, 0
		if c.class == depth1 {
			q.Freshness, q.Depth = LatestOnly, 1
		}
		d, err := evaluator(t, o).Evaluate(t.Context(), q)
		if c.fresh && err == nil {
			wantAllowed(t, c.name, d.Answers[0].Err)
		} else if c.fresh {
			t.Errorf("%s: %v", c.name, err)
		} else {
			wantFailed(t, c.name, err, ErrStale)
		}
	}
}

// TestFreshness grants and revokes on a chain whose final block is behind.
func TestFreshness(t *testing.T) {
	onEachChain(t, func(t *testing.T, w *world) {
		o := w.options()
		o.Finality, o.MaxFinalAge = "depth:3", time.Hour
		v := evaluator(t, o)
		a, err := DeployPolicy(t.Context(), w.bank, AllowListKind, Params{})
		if err != nil {
			t.Fatal(err)
		}
		p := OpenAllowList(w.bank, a)
		list, err := p.Create(t.Context(), [32]byte{1})
		if err != nil {
			t.Fatal(err)
		}
		w.mine(5)
		user := walrus.Address{0xaa}
		ask := func(f Freshness) error {
			q := question(a, user, list[:])
			q.Freshness = f
			return answer(t, v, q)
		}
		if err := p.Grant(t.Context(), list, user); err != nil {
			t.Fatal(err)
		}
		wantDenied(t, "grant that is not final, both", ask(Both), ErrRefused, "not on the list")
		wantDenied(t, "grant that is not final, final", ask(FinalOnly), ErrRefused, "not on the list")
		wantAllowed(t, "grant that is not final, latest", ask(LatestOnly))
		w.mine(5)
		wantAllowed(t, "final grant, both", ask(Both))
		wantAllowed(t, "final grant, final", ask(FinalOnly))
		if err := p.Revoke(t.Context(), list, user); err != nil {
			t.Fatal(err)
		}
		wantDenied(t, "revocation, both", ask(Both), ErrRefused, "not on the list")
		wantAllowed(t, "revocation, final", ask(FinalOnly))
		wantDenied(t, "revocation, latest", ask(LatestOnly), ErrRefused, "not on the list")
		before := question(a, user, list[:])
		before.Freshness, before.Depth = LatestOnly, 1
		wantAllowed(t, "revocation, one block before", answer(t, v, before))
		w.mine(5)
		wantDenied(t, "final revocation, final", ask(FinalOnly), ErrRefused, "not on the list")
		q := question(a, user, list[:])
		d, err := v.Evaluate(t.Context(), q)
		if err != nil || len(d.Blocks) != 2 || d.Blocks[1].Number-d.Blocks[0].Number != 3 {
			t.Errorf("blocks %+v, %v, want two with a distance of 3", d, err)
		}
	})
}

// TestReorganisation takes a grant away between the final block and the newest.
func TestReorganisation(t *testing.T) {
	w := anvil(t)
	a, err := DeployPolicy(t.Context(), w.bank, AllowListKind, Params{})
	if err != nil {
		t.Fatal(err)
	}
	p := OpenAllowList(w.bank, a)
	list, err := p.Create(t.Context(), [32]byte{1})
	if err != nil {
		t.Fatal(err)
	}
	user := walrus.Address{0xaa}
	q := question(a, user, list[:])
	o := w.options()
	o.Finality, o.MaxFinalAge = chain.FinalityFinalized, time.Hour
	v := evaluator(t, o)
	w.mine(70) // the final block of anvil is 64 behind
	wantDenied(t, "before", answer(t, v, q), ErrRefused, "not on the list")
	if err := p.Grant(t.Context(), list, user); err != nil {
		t.Fatal(err)
	}
	latest := q
	latest.Freshness = LatestOnly
	d, err := v.Evaluate(t.Context(), latest)
	if err != nil {
		t.Fatal(err)
	}
	wantAllowed(t, "granted, latest", d.Answers[0].Err)
	wantDenied(t, "granted, both", answer(t, v, q), ErrRefused, "not on the list")
	w.call(t, nil, "anvil_reorg", 1, []any{})
	wantDenied(t, "taken back, latest", answer(t, v, latest), ErrRefused, "not on the list")
	// The block is gone: its hash gives no answer at all.
	_, err = v.viewAt(t.Context(), &latest, point{tag: "latest"}, d.Blocks)
	wantFailed(t, "at the old block", err, ErrNoQuorum)
	// An endpoint that still has the old block at its head leads nowhere, or to the block that the others have.
	stuck := func(r *request, ans json.RawMessage) json.RawMessage {
		if r.Method == "eth_getBlockByNumber" {
			return resultOf(r, map[string]any{
				"number": hexutil.EncodeUint64(d.Blocks[0].Number), "hash": hexutil.Encode(d.Blocks[0].Hash[:]), "timestamp": "0x1",
			})
		}
		return ans
	}
	three, _, _ := three(t, w, stuck, honest, honest, nil)
	wantDenied(t, "one on the old branch", answer(t, three, latest), ErrRefused, "not on the list")
}

func TestCandidates(t *testing.T) {
	b := func(n uint64, h byte) chain.Block { return chain.Block{Number: n, Hash: [32]byte{h}} }
	for _, c := range []struct {
		name  string
		heads []chain.Block
		want  []chain.Block
	}{
		{"equal", []chain.Block{b(9, 1), b(9, 1), b(9, 1)}, []chain.Block{b(9, 1)}},
		{"one behind", []chain.Block{b(9, 1), b(9, 1), b(8, 2)}, []chain.Block{b(9, 1), b(8, 2)}},
		{"one ahead", []chain.Block{b(99, 3), b(9, 1), b(8, 2)}, []chain.Block{b(9, 1), b(8, 2)}},
		{"more votes first", []chain.Block{b(9, 1), b(9, 2), b(9, 2)}, []chain.Block{b(9, 2), b(9, 1)}},
		{"one alone", []chain.Block{b(9, 1)}, nil},
	} {
		if got := candidates(c.heads, 2); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestOptions(t *testing.T) {
	good := Options{ChainID: 1, URLs: []string{"http://a", "http://b", "https://c"}}
	if o := good.withDefaults(); o.validate() != nil || o.Quorum != 2 {
		t.Errorf("good settings: %v, quorum %d", o.validate(), o.Quorum)
	}
	for name, edit := range map[string]func(*Options){
		"no chain":          func(o *Options) { o.ChainID = 0 },
		"no endpoint":       func(o *Options) { o.URLs = nil },
		"two endpoints":     func(o *Options) { o.URLs = o.URLs[:2] },
		"the same twice":    func(o *Options) { o.URLs = []string{"http://a", "http://a", "http://b"} },
		"another scheme":    func(o *Options) { o.URLs = []string{"ws://a", "http://b", "http://c"} },
		"quorum of one":     func(o *Options) { o.Quorum = 1 },
		"quorum above all":  func(o *Options) { o.Quorum = 4 },
		"unknown finality":  func(o *Options) { o.Finality = "soon" },
		"little probe gas":  func(o *Options) { o.ProbeGas = 1_000_000 },
		"half of four":      func(o *Options) { o.URLs = append(o.URLs[:3:3], "http://d"); o.Quorum = 2 },
		"negative quorum":   func(o *Options) { o.Quorum = -1 },
		"without a host":    func(o *Options) { o.URLs = []string{"http://", "http://b", "http://c"} },
		"single by no name": func(o *Options) { o.URLs = o.URLs[:1] },
	} {
		o := good
		edit(&o)
		if _, err := Open(context.Background(), o); err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
}
