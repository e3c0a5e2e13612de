package rules

import (
	"errors"
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/walrus-go/walrus"
	"pgregory.net/rapid"
)

// TestRewardVector is D4, from the sale on.
func TestRewardVector(t *testing.T) {
	l := NewLedger(2)
	l.Total = 1e10
	if cost, err := l.Reserve(1e9, 0, 1, 5); err != nil || cost != 4770 {
		t.Fatalf("cost %d, %v", cost, err)
	}
	account := l.Advance(0)
	members := make([]Service, 10)
	for i := range members {
		members[i].Weight = 100
	}
	members[3].Denied = 1e7
	got, err := Distribute(1000, account.Pot, DefaultBurn, account.Used, members)
	if err != nil {
		t.Fatal(err)
	}
	want := Distribution{Burned: 143, Carried: 2, Rewards: []walrus.Frost{463, 463, 463, 458, 463, 463, 463, 463, 463, 463}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestNothingSoldCarriesAll(t *testing.T) {
	for name, members := range map[string][]Service{
		"nothing sold": {{Weight: 60}, {Weight: 40}},
		"all denied":   {{Weight: 60, Denied: 9}, {Weight: 40, Denied: math.MaxUint64}},
	} {
		used := uint64(0)
		if members[0].Denied > 0 {
			used = 9
		}
		got, err := Distribute(100, 1000, 1000, used, members)
		if err != nil {
			t.Fatal(err)
		}
		if want := (Distribution{Burned: 100, Rewards: []walrus.Frost{0, 0}, Carried: 900}); !cmp.Equal(want, got) {
			t.Errorf("%s: %s", name, cmp.Diff(want, got))
		}
	}
}

// TestFailedForfeit: a member that failed loses its part to nobody else, unless so many failed that the round is void.
func TestFailedForfeit(t *testing.T) {
	all := []Service{{Weight: 30}, {Weight: 30}, {Weight: 40}}
	clean, err := Distribute(100, 1003, 0, 5, all)
	if err != nil {
		t.Fatal(err)
	}
	all[0].Failed = true
	got, err := Distribute(100, 1003, 0, 5, all)
	if err != nil {
		t.Fatal(err)
	}
	want := Distribution{Forfeited: 150, Rewards: []walrus.Frost{0, 300, 401}, Carried: 152}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("one of three (-want +got):\n%s", diff)
	}
	all[1].Failed = true
	if got, err = Distribute(100, 1003, 0, 5, all); err != nil || !cmp.Equal(clean, got) {
		t.Errorf("void round: %v\n%s", err, cmp.Diff(clean, got))
	}
}

// TestRewardsBalance: the pot is paid out, burned or carried to the FROST, for any figures of 64 bits.
func TestRewardsBalance(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := drawShards(t)
		amount := rapid.OneOf(rapid.Uint64Range(0, 1000), rapid.Uint64())
		used, pot := amount.Draw(t, "used"), walrus.Frost(amount.Draw(t, "pot"))
		var members []Service
		failures, stored := false, false
		for _, s := range drawShares(t, n, "members") {
			if s.Shards > 0 {
				m := Service{s.Shards, rapid.OneOf(rapid.Just(uint64(0)), amount).Draw(t, "denied"), rapid.IntRange(0, 5).Draw(t, "fails") == 0}
				failures, stored = failures || m.Failed, stored || m.Denied < used
				members = append(members, m)
			}
		}
		burn := uint16(rapid.IntRange(0, int(MaxBurn)).Draw(t, "burn"))
		d, err := Distribute(n, pot, burn, used, members)
		if err != nil {
			t.Fatal(err)
		}
		sum := d.Burned + d.Forfeited + d.Carried
		for i, r := range d.Rewards {
			if sum += r; r > pot {
				t.Fatalf("reward %d of a pot of %d", r, pot)
			}
			for j, s := range d.Rewards {
				a, b := members[i], members[j]
				if a.Weight <= b.Weight && a.Denied >= b.Denied && !b.Failed && r > s {
					t.Fatalf("%+v earns %d, %+v earns %d", a, r, b, s)
				}
			}
		}
		if sum != pot || d.Carried > pot {
			t.Fatalf("%+v adds up to %d, not %d", d, sum, pot)
		}
		if stored && !failures && int(d.Carried) >= len(members) {
			t.Fatalf("%d FROST are carried for %d members", d.Carried, len(members))
		}
	})
}

func TestInvalidRewards(t *testing.T) {
	for name, members := range map[string][]Service{
		"nobody":       nil,
		"too few":      {{Weight: 99}},
		"too many":     {{Weight: 99}, {Weight: 2}},
		"weight 0":     {{Weight: 100}, {Weight: 0}},
		"negative":     {{Weight: 100}, {Weight: 1}, {Weight: -1}},
		"wraps around": {{Weight: 1 << 62}, {Weight: 1 << 62}, {Weight: 1 << 62}, {Weight: 1<<62 + 100}},
	} {
		if got, err := Distribute(100, 1, 0, 1, members); !errors.Is(err, ErrInvalidRewards) {
			t.Errorf("%s: %+v, %v", name, got, err)
		}
	}
	if _, err := Distribute(100, 1, MaxBurn+1, 1, []Service{{Weight: 100}}); !errors.Is(err, ErrInvalidRewards) {
		t.Errorf("burn above its limit: %v", err)
	}
}

func BenchmarkDistribute(b *testing.B) {
	members := make([]Service, 150)
	for i := range members {
		members[i] = Service{Weight: 6, Denied: uint64(i)}
	}
	members[0].Weight += 100
	for b.Loop() {
		if _, err := Distribute(1000, 1e15, DefaultBurn, 1e15, members); err != nil {
			b.Fatal(err)
		}
	}
}
