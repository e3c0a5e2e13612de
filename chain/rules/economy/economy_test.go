package economy

import (
	"bytes"
	"encoding/xml"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain/rules"
	"pgregory.net/rapid"
)

var update = flag.Bool("update", false, "rewrite the figures in docs")

func simulate(t testing.TB, c Config) *Result {
	t.Helper()
	r, err := Simulate(c)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// variants are the default run and others that differ in chance and in what failing costs.
func variants() map[string]Config {
	out := map[string]Config{"default": Default()}
	for seed := uint64(1); seed <= 5; seed++ {
		c := Default()
		c.Seed = seed
		out[fmt.Sprintf("seed %d", seed)] = c
		c.Slashing = false
		out[fmt.Sprintf("seed %d, no slashing", seed)] = c
	}
	return out
}

// TestMoney: what users paid is what nodes earned, what was burned and what waits in the pots, to the FROST.
func TestMoney(t *testing.T) {
	for name, c := range variants() {
		t.Run(name, func(t *testing.T) {
			r := simulate(t, c)
			var sales, rewards, burned, forfeited walrus.Frost
			for i, e := range r.Epochs {
				d := e.Distribution
				sum := d.Burned + d.Forfeited + d.Carried
				for _, reward := range d.Rewards {
					sum += reward
					rewards += reward
				}
				if sum != e.Pot {
					t.Errorf("epoch %d: %d of a pot of %d went somewhere", i+1, sum, e.Pot)
				}
				if e.Used > e.Capacity {
					t.Errorf("epoch %d: %d bytes sold of %d", i+1, e.Used, e.Capacity)
				}
				sales += e.Sales
				burned += d.Burned
				forfeited += d.Forfeited
			}
			if len(r.Epochs) != c.Epochs || sales == 0 || forfeited == 0 {
				t.Fatalf("%d epochs, sales %v, forfeited %v", len(r.Epochs), sales, forfeited)
			}
			want := r.Total
			want.Payments, want.Rewards, want.Burned, want.Forfeited = sales, rewards, burned, forfeited
			want.Unearned = sales - rewards - burned - forfeited
			want.Supply = want.Initial - burned - forfeited - want.Fines
			if diff := cmp.Diff(want, r.Total); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if (r.Total.Fines > 0) != c.Slashing {
				t.Errorf("fines of %v", r.Total.Fines)
			}
		})
	}
}

// TestLazyEarnsLess: not storing what one is paid for pays worse than the worst honest node, with and without fines, and
// delegators leave.
func TestLazyEarnsLess(t *testing.T) {
	for name, c := range variants() {
		t.Run(name, func(t *testing.T) {
			r := simulate(t, c)
			low, median, _ := r.HonestYields()
			lazy := r.Nodes[c.Lazy]
			t.Logf("honest %s to the median of %s, lazy %s, liar %s", ppm(low), ppm(median), ppm(lazy.Yield), ppm(r.Nodes[c.Liar].Yield))
			if lazy.Failures < c.Epochs/4 || lazy.Yield >= low {
				t.Errorf("the lazy node failed %d times and yields %s, the worst honest one %s", lazy.Failures, ppm(lazy.Yield), ppm(low))
			}
			if first, last := r.Epochs[0].Shards[c.Lazy], r.Epochs[c.Epochs-1].Shards[c.Lazy]; last >= first {
				t.Errorf("the lazy node went from %d to %d shards", first, last)
			}
		})
	}
}

// TestPriceIsDamped: in no hour does the price move by more than a tenth of itself, nor do votes of the liar get it out of the
// range of the honest ones.
func TestPriceIsDamped(t *testing.T) {
	for name, c := range variants() {
		t.Run(name, func(t *testing.T) {
			r := simulate(t, c)
			held := 0
			for i, h := range r.Hours {
				if h.Target < h.LowVote || h.Target > h.HighVote {
					t.Fatalf("hour %d: votes give %d, honest ones are %d to %d", i, h.Target, h.LowVote, h.HighVote)
				}
				if h.Price != h.Target {
					held++
				}
				if i == 0 {
					continue
				}
				before := r.Hours[i-1]
				if step := max(1, before.Price/10); h.Price > before.Price+step || h.Price+step < before.Price {
					t.Fatalf("hour %d: price from %d to %d", i, before.Price, h.Price)
				}
				if h.Price > before.Price && before.Pending != h.Price {
					t.Fatalf("hour %d: price rose to %d, announced was %d", i, h.Price, before.Pending)
				}
			}
			if held < 10 {
				t.Errorf("damping held the price in %d hours only", held)
			}
			for i, e := range r.Epochs {
				if low, high := e.CapacityVotes[0], e.CapacityVotes[1]; e.Capacity < low || e.Capacity > max(high, e.Used) {
					t.Fatalf("epoch %d: capacity %d, honest votes are %d to %d", i+1, e.Capacity, low, high)
				}
			}
		})
	}
}

// TestCommittees: the shards are all given out, nobody passes the cap, and no more move than must.
func TestCommittees(t *testing.T) {
	r := simulate(t, Default())
	for i, e := range r.Epochs {
		sum, least := 0, 0
		for n, k := range e.Shards {
			sum += k
			if k > rules.ShardCap(r.Config.Shards, len(e.Shards)) {
				t.Errorf("epoch %d: node %d has %d shards", i+1, n, k)
			}
			if i > 0 {
				least += max(0, r.Epochs[i-1].Shards[n]-k)
			}
		}
		if sum != int(r.Config.Shards) || i > 0 && e.Moved != least {
			t.Errorf("epoch %d: %d shards, %d moved, %d had to", i+1, sum, e.Moved, least)
		}
	}
}

// TestAnyEconomy runs small ones of all shapes; the audit inside is the test.
func TestAnyEconomy(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := Default()
		c.Seed = rapid.Uint64().Draw(t, "seed")
		c.Epochs = rapid.IntRange(1, 12).Draw(t, "epochs")
		c.Nodes = rapid.IntRange(1, 25).Draw(t, "nodes")
		c.Shards = walrus.ShardCount(rapid.IntRange(4, 120).Draw(t, "shards"))
		c.EpochHours = rapid.Uint64Range(4, 30).Draw(t, "hours")
		c.Delegators = rapid.IntRange(0, 60).Draw(t, "delegators")
		c.Lazy = rapid.IntRange(-1, c.Nodes-1).Draw(t, "lazy")
		c.Liar = rapid.IntRange(-1, c.Nodes-1).Filter(func(i int) bool { return i < 0 || i != c.Lazy }).Draw(t, "liar")
		c.LazyFailures = rapid.IntRange(0, 100).Draw(t, "failures")
		c.Slashing = rapid.Bool().Draw(t, "slashing")
		c.Fine = uint16(rapid.IntRange(0, int(rules.MaxPenalty)).Draw(t, "fine"))
		c.FirstPrice = walrus.Frost(rapid.Uint64Range(1, 1e6).Draw(t, "price"))
		r, err := Simulate(c)
		if err != nil {
			t.Fatal(err)
		}
		if got := r.Total.Rewards + r.Total.Burned + r.Total.Forfeited + r.Total.Unearned; got != r.Total.Payments {
			t.Fatalf("%d paid, %d found", r.Total.Payments, got)
		}
		if err := r.WriteSVG(io.Discard); err != nil {
			t.Fatal(err)
		}
	})
}

func TestSameConfigSameRun(t *testing.T) {
	if diff := cmp.Diff(simulate(t, Default()), simulate(t, Default())); diff != "" {
		t.Error(diff)
	}
	other := Default()
	other.Seed++
	if cmp.Equal(simulate(t, Default()).Hours, simulate(t, other).Hours) {
		t.Error("the seed changes nothing")
	}
}

// TestAuditFindsOneFrost puts a FROST somewhere, in the middle of epoch 2, and lets the run go on.
func TestAuditFindsOneFrost(t *testing.T) {
	for name, forge := range map[string]func(w *world){
		"nowhere":              func(*world) {},
		"purse of a user":      func(w *world) { w.users[3].purse++ },
		"purse of a delegator": func(w *world) { w.delegators[3].purse++ },
		"purse of an operator": func(w *world) { w.nodes[3].purse++ },
		"pot": func(w *world) {
			if err := w.ledger.Deposit(1); err != nil {
				t.Error(err)
			}
		},
		"burned":  func(w *world) { w.burned++ },
		"fines":   func(w *world) { w.fines++ },
		"forfeit": func(w *world) { w.forfeitedTotal++ },
	} {
		c := Default()
		c.Epochs = 3
		w, err := newWorld(c)
		if err != nil {
			t.Fatal(err)
		}
		for forged := false; !w.isOver() && err == nil; err = w.hour() {
			if !forged && w.progress.Epoch == 2 && w.progress.Phase == rules.ParametersSelected {
				forge(w)
				forged = true
			}
		}
		if (err == nil) != (name == "nowhere") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestInvalidConfig(t *testing.T) {
	for name, change := range map[string]func(c *Config){
		"no epochs": func(c *Config) { c.Epochs = 0 }, "no nodes": func(c *Config) { c.Nodes = 0 },
		"too many nodes": func(c *Config) { c.Nodes = 250 }, "short epochs": func(c *Config) { c.EpochHours = 3 },
		"failures": func(c *Config) { c.LazyFailures = 101 }, "users": func(c *Config) { c.SteadyUsers = -1 },
		"lazy node": func(c *Config) { c.Lazy = 30 }, "one for both": func(c *Config) { c.Lazy = c.Liar },
		"capacity": func(c *Config) { c.NodeBytes = 1 << 60 }, "price": func(c *Config) { c.FirstPrice = 0 },
		"burn": func(c *Config) { c.Burn = 1001 }, "fine": func(c *Config) { c.Fine = 3301 },
		"shock": func(c *Config) { c.ShockPercent = -1 }, "shards": func(c *Config) { c.Shards = 3 },
	} {
		c := Default()
		change(&c)
		if _, err := Simulate(c); err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
}

// TestDocs keeps the picture and the table of the documentation in step; -update rewrites them.
func TestDocs(t *testing.T) {
	const picture, text, begin, end = "../../../docs/economy.svg", "../../../docs/ECONOMICS.md", "<!-- figures -->\n", "<!-- end -->\n"
	r := simulate(t, Default())
	var svg, table bytes.Buffer
	if err := errors.Join(r.WriteSVG(&svg), r.WriteTable(&table)); err != nil {
		t.Fatal(err)
	}
	checkXML(t, svg.Bytes(), len(r.Epochs))
	doc, err := os.ReadFile(text)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, found := strings.Cut(string(doc), begin)
	_, after, closed := strings.Cut(rest, end)
	if !found || !closed {
		t.Fatalf("%s has no place for the figures", text)
	}
	want := before + begin + table.String() + end + after
	if *update {
		if err := errors.Join(os.WriteFile(picture, svg.Bytes(), 0o644), os.WriteFile(text, []byte(want), 0o644)); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(want, string(doc)); diff != "" {
		t.Errorf("%s is stale; go test ./chain/rules/economy -update (-want +got):\n%s", text, diff)
	}
	if stored, err := os.ReadFile(picture); err != nil || !bytes.Equal(stored, svg.Bytes()) {
		t.Errorf("%s is stale (%v); go test ./chain/rules/economy -update", picture, err)
	}
}

func checkXML(t *testing.T, svg []byte, points int) {
	t.Helper()
	lines := 0
	for d := xml.NewDecoder(bytes.NewReader(svg)); ; {
		token, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		if e, ok := token.(xml.StartElement); ok && e.Name.Local == "polyline" {
			lines++
			i := slices.IndexFunc(e.Attr, func(a xml.Attr) bool { return a.Name.Local == "points" })
			if got := len(strings.Fields(e.Attr[i].Value)); got != points {
				t.Errorf("line %d has %d points, want %d", lines, got, points)
			}
		}
	}
	if lines != 14 {
		t.Errorf("%d lines", lines)
	}
}

func BenchmarkSimulate(b *testing.B) {
	for b.Loop() {
		simulate(b, Default())
	}
}
