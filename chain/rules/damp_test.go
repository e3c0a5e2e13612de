package rules

import (
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/walrus-go/walrus"
	"pgregory.net/rapid"
)

func TestDamping(t *testing.T) {
	d := NewDampedPrice(1000, 0)
	for _, step := range []struct {
		what   string
		target walrus.Frost
		now    uint64
		want   DampedPrice
	}{
		{"up within the hour waits for it", 5000, 100, DampedPrice{1000, 0, 1100, 3600}},
		{"a higher count changes no announcement", 9000, 200, DampedPrice{1000, 0, 1100, 3600}},
		{"a lower one does", 1050, 300, DampedPrice{1000, 0, 1050, 3600}},
		{"and a higher one does not undo that", 9000, 400, DampedPrice{1000, 0, 1050, 3600}},
		{"the announced step is taken, the next announced", 5000, 3600, DampedPrice{1050, 3600, 1155, 7200}},
		{"down takes it back, but waits", 100, 7199, DampedPrice{1050, 3600, 0, 0}},
		{"down at once after an hour", 100, 7200, DampedPrice{945, 7200, 0, 0}},
		{"down less than a step", 940, 10800, DampedPrice{940, 10800, 0, 0}},
		{"the same price is no step", 940, 20000, DampedPrice{940, 10800, 0, 0}},
		{"up after a quiet time takes the notice only", 941, 20000, DampedPrice{940, 10800, 941, 20600}},
	} {
		d = d.Update(step.target, step.now)
		if diff := cmp.Diff(step.want, d); diff != "" {
			t.Fatalf("%s (-want +got):\n%s", step.what, diff)
		}
	}
	if got := d.At(20599).Price; got != 940 {
		t.Errorf("price %d a second before the step", got)
	}
	if got := d.At(20600); got != NewDampedPrice(941, 20600) {
		t.Errorf("price at the step: %+v", got)
	}
}

func TestDampingOfExtremes(t *testing.T) {
	d := NewDampedPrice(0, 0)
	for hour := range uint64(30) {
		d = d.Update(NoPrice, hour*DampingInterval)
	}
	if d.Price < 30 {
		t.Errorf("price %d does not rise from 0", d.Price)
	}
	d = NewDampedPrice(math.MaxUint64-3, 0).Update(NoPrice, 5000)
	if d.Pending != NoPrice {
		t.Errorf("price near the limit announces %d", d.Pending)
	}
	if d = d.Update(0, 5500); d.Price != math.MaxUint64-3-math.MaxUint64/10 {
		t.Errorf("price falls to %d", d.Price)
	}
}

// TestDampingBounds watches the price each minute under any votes: within any hour it moves one step at most, upward only
// after notice, and with constant votes it arrives.
func TestDampingBounds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := NewDampedPrice(walrus.Frost(rapid.Uint64Range(0, 1e6).Draw(t, "first")), 0)
		targets := rapid.SliceOfN(rapid.Uint64Range(0, 2e6), 1, 8).Draw(t, "targets")
		prices := []walrus.Frost{d.Price}
		var announced []walrus.Frost // each minute
		for minute := range uint64(600) {
			now := minute * 60
			if minute%7 == 0 {
				d = d.Update(walrus.Frost(targets[minute/7%uint64(len(targets))]), now)
			}
			prices = append(prices, d.At(now).Price)
			announced = append(announced, d.At(now).Pending)
		}
		for i, p := range prices {
			for _, q := range prices[max(0, i-59):i] { // less than an hour before
				if step := max(1, q/10); p > q+step || p+step < q {
					t.Fatalf("minute %d: price %d, %d within the hour before", i, p, q)
				}
			}
			if i > 0 && p > prices[i-1] && (i < 11 || slices.Contains(announced[i-10:i-1], 0)) {
				t.Fatalf("minute %d: price rose from %d to %d without notice", i, prices[i-1], p)
			}
		}
		target := walrus.Frost(targets[0])
		for hour := range uint64(400) {
			d = d.Update(target, 36000+hour*DampingInterval)
		}
		if got := d.At(1 << 40).Price; got != target {
			t.Fatalf("price %d after 400 hours of votes for %d", got, target)
		}
	})
}
