package rules

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/walrus-go/walrus"
)

const wal = walrus.WAL

func newPool(t testing.TB, commission uint16, slashable bool) *Pool {
	t.Helper()
	p, err := NewPool(0, Done, commission, slashable)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func stake(t testing.TB, p *Pool, s Standing, amount walrus.Frost) Position {
	t.Helper()
	pos, err := p.Stake(s, amount)
	if err != nil {
		t.Fatal(err)
	}
	return pos
}

func request(t testing.TB, p *Pool, s Standing, pos Position) Position {
	t.Helper()
	pos, err := p.RequestWithdraw(s, pos)
	if err != nil {
		t.Fatal(err)
	}
	return pos
}

func withdraw(t testing.TB, p *Pool, s Standing, pos Position) walrus.Frost {
	t.Helper()
	paid, err := p.Withdraw(s, pos)
	if err != nil {
		t.Fatal(err)
	}
	return paid
}

func advance(t testing.TB, p *Pool, e walrus.Epoch, reward walrus.Frost, penalty uint16) Credit {
	t.Helper()
	c, err := p.Advance(e, reward, penalty)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func member(e walrus.Epoch) Standing {
	return Standing{Epoch: e, Phase: Done, InPrevious: e > 1, InCurrent: true}
}

func selected(e walrus.Epoch, inNext bool) Standing {
	s := member(e)
	s.Phase, s.InNext = ParametersSelected, inNext
	return s
}

// TestPoolVector is D5.
func TestPoolVector(t *testing.T) {
	p := newPool(t, 0, false)
	a := stake(t, p, Standing{Epoch: 0, Phase: Done}, 100*wal)
	check := func(c Credit, rate, after Rate) {
		t.Helper()
		if c.Rate != rate {
			t.Errorf("rate %+v, want %+v", c.Rate, rate)
		}
		if _, got := p.At(); got != after {
			t.Errorf("afterwards %+v, want %+v", got, after)
		}
	}
	check(advance(t, p, 1, 0, 0), Rate{}, Rate{100_000_000_000, 100_000_000_000})
	b := stake(t, p, member(1), 50*wal)
	check(advance(t, p, 2, 10*wal, 0), Rate{110_000_000_000, 100_000_000_000}, Rate{160_000_000_000, 145_454_545_454})
	check(advance(t, p, 3, 16*wal, 0), Rate{176_000_000_000, 145_454_545_454}, Rate{176_000_000_000, 145_454_545_454})
	b = request(t, p, member(3), b)
	if b.Withdraw != 4 || a.Activation != 1 || b.Activation != 2 {
		t.Errorf("positions %+v, %+v", a, b)
	}
	check(advance(t, p, 4, 0, 0), Rate{176_000_000_000, 145_454_545_454}, Rate{121_000_000_001, 100_000_000_000})
	if got := withdraw(t, p, member(4), b); got != 54_999_999_999 {
		t.Errorf("B is paid %d", got)
	}
	if got := p.Worth(a, 4); got != 121_000_000_000 {
		t.Errorf("A could take %d", got)
	}
	if held, _ := p.Held(); held != 121_000_000_001 {
		t.Errorf("the pool holds %d", held)
	}
}

// TestWithdrawalRules walks through A6.3: when a position may leave, how, and from when.
func TestWithdrawalRules(t *testing.T) {
	const e = 5
	outside := Standing{Epoch: e, Phase: Done}
	joins := Standing{Epoch: e, Phase: ParametersSelected, InNext: true}
	selecting, other := member(e), outside
	selecting.Phase, selecting.Frozen, other.Phase = Selecting, true, Selecting
	for _, tc := range []struct {
		name       string
		s          Standing
		activation walrus.Epoch
		request    error
		at         walrus.Epoch // if requested
		withdraw   error
	}{
		{"active, before selection", member(e), 3, nil, e + 1, ErrRequestFirst},
		{"active, leaves the committee", selected(e, false), 3, nil, e + 1, ErrRequestFirst},
		{"active, stays in the committee", selected(e, true), 3, nil, e + 2, ErrRequestFirst},
		{"active, joins the committee", joins, 3, nil, e + 2, ErrRequestFirst},
		{"active, outside", outside, 3, ErrWithdrawDirectly, 0, nil},
		{"begins next, before selection", member(e), e + 1, ErrWithdrawDirectly, 0, nil},
		{"begins next, counted", selected(e, true), e + 1, nil, e + 2, ErrRequestFirst},
		{"begins next, not counted", selected(e, false), e + 1, ErrWithdrawDirectly, 0, nil},
		{"begins next, outside", outside, e + 1, ErrWithdrawDirectly, 0, nil},
		{"begins later", selected(e, true), e + 2, ErrWithdrawDirectly, 0, nil},
		{"active, selection under way", selecting, 3, ErrSelecting, 0, ErrSelecting},
		{"begins next, selection under way", selecting, e + 1, ErrSelecting, 0, ErrSelecting},
		{"active, no candidate", other, 3, ErrWithdrawDirectly, 0, nil},
	} {
		t.Run(tc.name, func(t *testing.T) {
			build := func() (*Pool, Position) {
				p := newPool(t, 0, false)
				stake(t, p, Standing{Epoch: 0, Phase: Done}, 10*wal)
				var pos Position
				for now := walrus.Epoch(0); now <= e; now++ {
					if now > 0 {
						advance(t, p, now, wal*walrus.Frost(min(1, now-1)), 0)
					}
					switch tc.activation {
					case now + 1:
						pos = stake(t, p, Standing{Epoch: now, Phase: Done, InCurrent: now > 0}, 10*wal)
					case now + 2:
						if now == e {
							pos = stake(t, p, selected(now, true), 10*wal)
						}
					}
				}
				return p, pos
			}
			p, pos := build()
			got, err := p.RequestWithdraw(tc.s, pos)
			if !errors.Is(err, tc.request) || got.Withdraw != tc.at {
				t.Errorf("request: %+v, %v, want epoch %d, %v", got, err, tc.at, tc.request)
			}
			if err == nil {
				if _, err := p.RequestWithdraw(tc.s, got); !errors.Is(err, ErrAlreadyRequested) {
					t.Errorf("requested twice: %v", err)
				}
				checkLeaves(t, p, got)
			}
			p, pos = build()
			paid, err := p.Withdraw(tc.s, pos)
			if !errors.Is(err, tc.withdraw) || err == nil && paid < 10*wal {
				t.Errorf("withdraw: %v, %v, want %v", paid, err, tc.withdraw)
			}
		})
	}
}

// checkLeaves goes on until the position can be taken out, and beyond, and checks that it earns no longer.
func checkLeaves(t *testing.T, p *Pool, pos Position) {
	t.Helper()
	for now := walrus.Epoch(6); now < pos.Withdraw; now++ {
		advance(t, p, now, wal, 0)
		if _, err := p.Withdraw(member(now), pos); !errors.Is(err, ErrNotWithdrawable) {
			t.Errorf("withdrawn in epoch %d, due in %d: %v", now, pos.Withdraw, err)
		}
	}
	advance(t, p, pos.Withdraw, wal, 0)
	due := p.Worth(pos, pos.Withdraw)
	if due <= pos.Principal {
		t.Errorf("%v of reward for epochs %d to %d", due-pos.Principal, pos.Activation, pos.Withdraw)
	}
	_, before := p.At()
	advance(t, p, pos.Withdraw+1, 5*wal, 0)
	advance(t, p, pos.Withdraw+2, 5*wal, 0)
	if _, after := p.At(); after.Wal != before.Wal+10*wal {
		t.Errorf("stake %v, want %v and 10 WAL", after.Wal, before.Wal)
	}
	s := member(pos.Withdraw + 2)
	s.Phase = Syncing
	if paid := withdraw(t, p, s, pos); paid != due {
		t.Errorf("paid %v two epochs later, due were %v", paid, due)
	}
}

// TestStakeAt: what the active set holds for the epochs to come.
func TestStakeAt(t *testing.T) {
	p := newPool(t, 0, false)
	first := stake(t, p, Standing{Epoch: 0, Phase: Done}, 100*wal)
	counted := stake(t, p, Standing{Epoch: 0, Phase: Done}, 20*wal)
	want := func(e walrus.Epoch, amount walrus.Frost) {
		t.Helper()
		if got := p.StakeAt(e); got != amount {
			t.Errorf("stake of epoch %d: %v, want %v", e, got, amount)
		}
	}
	want(1, 120*wal)
	request(t, p, Standing{Epoch: 0, Phase: ParametersSelected, InNext: true}, counted) // leaves at 2
	late := stake(t, p, Standing{Epoch: 0, Phase: ParametersSelected, InNext: true}, 5*wal)
	want(1, 120*wal)
	want(2, 105*wal)
	advance(t, p, 1, 0, 0)
	want(1, 120*wal)
	want(2, 105*wal)
	withdraw(t, p, member(1), late)
	want(2, 100*wal)
	request(t, p, selected(1, true), first) // leaves at 3
	want(2, 100*wal)
	want(3, 0)
	advance(t, p, 2, 12*wal, 0)
	want(2, 110*wal)
	want(3, 0)
	advance(t, p, 3, 0, 0)
	if _, rate := p.At(); rate != (Rate{}) {
		t.Errorf("an empty pool is at %+v", rate)
	}
}

func TestCommission(t *testing.T) {
	p := newPool(t, 1000, false)
	stake(t, p, Standing{Epoch: 0, Phase: Done}, 100*wal)
	advance(t, p, 1, 0, 0)
	set := func(e walrus.Epoch, rate uint16) {
		t.Helper()
		if err := p.SetCommission(member(e), rate); err != nil {
			t.Fatal(err)
		}
	}
	set(1, 9000)
	set(1, 5000) // overwrites; in force when the pool comes to 3, so for the reward of 3
	for i, want := range []walrus.Frost{1, 1, 5, 0} {
		e := walrus.Epoch(i + 2)
		if e == 3 {
			set(2, 0)
		}
		if c := advance(t, p, e, 10*wal, 0); c.Commission != want*wal {
			t.Errorf("epoch %d: commission %v, want %v", e-1, c.Commission, want*wal)
		}
		if got := p.CollectCommission(); got != 0 {
			t.Errorf("epoch %d: %v of blocked commission collected", e, got)
		}
		p.Unblock()
		if got := p.CollectCommission(); got != want*wal {
			t.Errorf("epoch %d: collected %v, want %v", e, got, want*wal)
		}
	}
	set(5, 10_000)
	advance(t, p, 6, 0, 0)
	advance(t, p, 7, 0, 0)
	if c := advance(t, p, 8, 7, 0); c.Commission != 7 {
		t.Errorf("commission of all is %d of 7", c.Commission)
	}
	if got := p.SlashCommission(); got != 7 || p.CollectCommission() != 0 {
		t.Errorf("slashed %d", got)
	}
	if err := p.SetCommission(member(8), 10_001); !errors.Is(err, ErrInvalidAmount) {
		t.Errorf("commission of 10001: %v", err)
	}
	if _, err := NewPool(0, Done, 10_001, false); !errors.Is(err, ErrInvalidAmount) {
		t.Errorf("new pool with 10001: %v", err)
	}
}

// TestIdlePool: outside the committee stake comes and goes at the rate that the pool left with, and commission rates that came due
// meanwhile apply.
func TestIdlePool(t *testing.T) {
	p := newPool(t, 0, false)
	a := stake(t, p, Standing{Epoch: 0, Phase: Done}, 100*wal)
	advance(t, p, 1, 0, 0)
	advance(t, p, 2, 50*wal, 0) // and it leaves the committee
	outside := Standing{Epoch: 2, Phase: Done, InPrevious: true}
	b := stake(t, p, outside, 30*wal)
	if err := p.SetCommission(outside, 100); err != nil {
		t.Fatal(err)
	}
	outside = Standing{Epoch: 9, Phase: Done}
	if got := withdraw(t, p, outside, a); got != 150*wal {
		t.Errorf("A is paid %v", got)
	}
	if _, got := p.At(); got != (Rate{30 * wal, 20_000_000_000}) {
		t.Errorf("the pool is at %+v", got)
	}
	advance(t, p, 12, 0, 0) // it joins again
	if p.Commission() != 100 {
		t.Errorf("commission %d", p.Commission())
	}
	advance(t, p, 13, 100*wal, 0)
	b = request(t, p, member(13), b)
	advance(t, p, 14, 0, 0)
	if got := withdraw(t, p, member(14), b); got != 129*wal {
		t.Errorf("B is paid %v", got)
	}
	if held, commission := p.Held(); held != 0 || commission != wal {
		t.Errorf("the pool holds %v and %v", held, commission)
	}
}

func TestPoolRefuses(t *testing.T) {
	p := newPool(t, 0, false)
	now := Standing{Epoch: 0, Phase: Done}
	for _, amount := range []walrus.Frost{0, wal - 1, MaxSupply + 1} {
		if _, err := p.Stake(now, amount); !errors.Is(err, ErrInvalidAmount) {
			t.Errorf("stake of %v: %v", amount, err)
		}
	}
	pos := stake(t, p, now, MaxSupply)
	if _, err := p.Stake(now, wal); !errors.Is(err, ErrInvalidAmount) {
		t.Errorf("stake above the supply: %v", err)
	}
	for name, f := range map[string]func() error{
		"reward without stake": func() error { _, err := p.Advance(1, 1, 0); return err },
		"penalty":              func() error { _, err := p.Advance(1, 0, 1); return err },
	} {
		if err := f(); !errors.Is(err, ErrInvalidAmount) {
			t.Errorf("%s: %v", name, err)
		}
	}
	advance(t, p, 1, 0, 0)
	if _, err := p.Advance(2, 1, 0); !errors.Is(err, ErrInvalidAmount) {
		t.Errorf("reward above the supply: %v", err)
	}
	if _, err := p.Advance(1, 0, 0); !errors.Is(err, ErrPastEpoch) {
		t.Errorf("advanced twice: %v", err)
	}
	if _, err := p.Withdraw(now, pos); !errors.Is(err, ErrPastEpoch) {
		t.Errorf("withdrawn in the past: %v", err)
	}
	if _, err := p.RequestWithdraw(member(2), pos); !errors.Is(err, ErrUnsettled) {
		t.Errorf("request before the settlement: %v", err)
	}
	forged := pos
	forged.Activation = 2
	if _, err := p.Withdraw(member(1), forged); !errors.Is(err, ErrInconsistent) {
		t.Errorf("forged position: %v", err)
	}
}

// TestRewardsAreCapped: should roundings ever leave less for rewards than positions are worth, principals are safe.
func TestRewardsAreCapped(t *testing.T) {
	p := newPool(t, 0, false)
	pos := stake(t, p, Standing{Epoch: 0, Phase: Done}, 10*wal)
	advance(t, p, 1, 0, 0)
	advance(t, p, 2, 7, 0)
	p.rewards = 3 // by hand: no sequence of calls is known that gets there
	if got := p.Worth(pos, 2); got != 10*wal+3 {
		t.Errorf("worth %d", got)
	}
}

// TestLeavesWithItsPool: stake of a slashable pool that fell out of the committee stays until its shards are handed over.
func TestLeavesWithItsPool(t *testing.T) {
	p := newPool(t, 0, true)
	pos := stake(t, p, Standing{Epoch: 0, Phase: Done}, 10*wal)
	advance(t, p, 1, 0, 0)
	advance(t, p, 2, wal, 0)
	s := Standing{Epoch: 2, Phase: Syncing, InPrevious: true}
	if got, err := p.Withdraw(s, pos); !errors.Is(err, ErrNotWithdrawable) {
		t.Errorf("while the shards move: %v, %v", got, err)
	}
	s.Phase = Done
	if got := withdraw(t, p, s, pos); got != 11*wal {
		t.Errorf("paid %v", got)
	}
}

func TestSplitAndJoin(t *testing.T) {
	pos := Position{Principal: 10 * wal, Activation: 3, Withdraw: 7}
	part, rest, err := pos.Split(4 * wal)
	if err != nil || part != (Position{4 * wal, 3, 7}) || rest != (Position{6 * wal, 3, 7}) {
		t.Fatalf("%+v, %+v, %v", part, rest, err)
	}
	if got, err := rest.Join(part); err != nil || got != pos {
		t.Errorf("joined %+v, %v", got, err)
	}
	for _, amount := range []walrus.Frost{0, wal - 1, 9*wal + 1, 10 * wal, 11 * wal} {
		if _, _, err := pos.Split(amount); !errors.Is(err, ErrInvalidSplit) {
			t.Errorf("%v split off: %v", amount, err)
		}
	}
	for _, other := range []Position{{wal, 4, 7}, {wal, 3, 0}, {wal, 3, 8}, {1<<64 - 1, 3, 7}} {
		if _, err := pos.Join(other); !errors.Is(err, ErrInvalidSplit) {
			t.Errorf("joined %+v: %v", other, err)
		}
	}
}

// TestSlashable: a penalty hits active and departing stake alike, commission first; what left before is safe (C2).
func TestSlashable(t *testing.T) {
	p := newPool(t, 1000, true)
	now := Standing{Epoch: 0, Phase: Done}
	a, b, c := stake(t, p, now, 100*wal), stake(t, p, now, 100*wal), stake(t, p, now, 100*wal)
	advance(t, p, 1, 0, 0)
	a = request(t, p, member(1), a) // leaves at 2
	advance(t, p, 2, 0, 0)
	b = request(t, p, member(2), b) // leaves at 3, at risk until then
	later := stake(t, p, member(2), 100*wal)
	credit := advance(t, p, 3, 40*wal, 1000)
	// Fine: a tenth of 200; 4 of it from the commission of 4, 16 from stake that grew by 36 to 236.
	want := Credit{Commission: 4 * wal, Burned: 20 * wal, Rate: Rate{220 * wal, 200_000_000_000}}
	if diff := cmp.Diff(want, credit); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	syncing := member(3)
	syncing.Phase = Syncing
	if _, err := p.Withdraw(syncing, b); !errors.Is(err, ErrNotWithdrawable) {
		t.Errorf("withdrawn before the shards have moved: %v", err)
	}
	if got := withdraw(t, p, syncing, a); got != 100*wal {
		t.Errorf("A left before and is paid %v", got)
	}
	if got := withdraw(t, p, member(3), b); got != 110*wal {
		t.Errorf("B is paid %v", got)
	}
	advance(t, p, 4, 0, MaxPenalty)
	c, later = request(t, p, member(4), c), request(t, p, member(4), later)
	advance(t, p, 5, 0, 0)
	if got := withdraw(t, p, member(5), c); got != 73_700_000_000 {
		t.Errorf("C is paid %v", got)
	}
	if got := withdraw(t, p, member(5), later); got != 66_999_999_999 {
		t.Errorf("the last one is paid %v", got)
	}
	if held, commission := p.Held(); held > 2 || commission != 0 {
		t.Errorf("the pool holds %d and %d", held, commission)
	}
	if _, err := p.Advance(6, 0, MaxPenalty+1); !errors.Is(err, ErrInvalidAmount) {
		t.Errorf("penalty above its limit: %v", err)
	}
}

// TestImpaired: a pool that lost a third takes no stake until it recovers.
func TestImpaired(t *testing.T) {
	p := newPool(t, 0, true)
	stake(t, p, Standing{Epoch: 0, Phase: Done}, 100*wal)
	advance(t, p, 1, 0, 0)
	advance(t, p, 2, 0, MaxPenalty)
	stake(t, p, member(2), 100*wal) // 1.49 shares for a FROST
	advance(t, p, 3, 0, 100)
	if _, err := p.Stake(member(3), wal); !errors.Is(err, ErrImpaired) {
		t.Errorf("staked: %v", err)
	}
	advance(t, p, 4, 2*wal, 0)
	stake(t, p, member(4), wal)
}

// TestSharesFit: all there is, staked at the worst rate and slashed twice before it counts, makes shares of 64 bits.
func TestSharesFit(t *testing.T) {
	p := newPool(t, 0, true)
	first := stake(t, p, Standing{Epoch: 0, Phase: Done}, wal)
	advance(t, p, 1, 0, 0)
	advance(t, p, 2, 0, MaxPenalty)
	pos := stake(t, p, selected(2, true), MaxSupply-wal)
	advance(t, p, 3, 0, MaxPenalty)
	advance(t, p, 4, 0, MaxPenalty)
	_, r := p.At()
	if r.Shares <= 3*uint64(MaxSupply) || r.Shares == 1<<64-1 {
		t.Errorf("%+v", r)
	}
	if got := p.Worth(pos, 4); got > pos.Principal || got < pos.Principal-10 {
		t.Errorf("worth %v of %v", got, pos.Principal)
	}
	if got := p.Worth(first, 4); got != 300_763_000 {
		t.Errorf("worth %d after three penalties of a third", got)
	}
}
