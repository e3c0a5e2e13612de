package rules

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestSteps(t *testing.T) {
	table := Timetable{Epoch: 1000, FirstStart: 77}
	for _, tc := range []struct {
		name string
		p    Progress
		want []Due
	}{
		{"genesis", Progress{Phase: Done, Since: 5, Settled: true}, []Due{{OpenSelection, 77}}},
		{"genesis, selected", Progress{Phase: ParametersSelected, Since: 5, Settled: true}, []Due{{StartEpochChange, 77}}},
		{"just changed", Progress{Epoch: 3, Phase: Syncing, Since: 5000}, []Due{{Settle, 0}, {SyncDone, 0}, {ForceDone, 5250}}},
		{"done, unsettled", Progress{Epoch: 3, Phase: Done, Since: 5100}, []Due{{Settle, 0}}},
		{"done", Progress{Epoch: 3, Phase: Done, Since: 5100, Settled: true}, []Due{{OpenSelection, 5600}}},
		{"opened", Progress{Epoch: 3, Phase: Selecting, Since: 5100, Settled: true, Opened: 5601, Selection: ProposeApportionment},
			[]Due{{ProposeApportionment, 0}, {AbortSelection, 9201}}},
		{"placing", Progress{Epoch: 3, Phase: Selecting, Since: 5100, Settled: true, Opened: 5601, Selection: ComputeAssignment},
			[]Due{{ComputeAssignment, 0}, {AbortSelection, 9201}}},
		{"selected", Progress{Epoch: 3, Phase: ParametersSelected, Since: 5100, Settled: true}, []Due{{StartEpochChange, 6100}}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if diff := cmp.Diff(tc.want, table.Steps(tc.p)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
	if opens, closes := table.ChallengeWindow(5100); opens != 5900 || closes != 6050 {
		t.Errorf("challenges from %d to %d", opens, closes)
	}
}

func TestActivationEpoch(t *testing.T) {
	for phase, want := range map[Phase]int{Syncing: 8, Done: 8, Selecting: 9, ParametersSelected: 9} {
		if got := ActivationEpoch(7, phase); int(got) != want {
			t.Errorf("phase %d: %d, want %d", phase, got, want)
		}
		pool, err := NewPool(7, phase, 0, false)
		if err != nil {
			t.Fatal(err)
		}
		if first := pool.rates[0].epoch; int(first) != want-1 {
			t.Errorf("phase %d: a pool begins in epoch %d, want %d", phase, first, want-1)
		}
	}
}

// network is an epoch machine with one pool, which follows the timetable to the second.
type network struct {
	t       *testing.T
	table   Timetable
	p       Progress
	s       Standing
	pool    *Pool
	sync    uint64 // how long the shards take to move
	started map[int]uint64
}

// runUntil takes every step that is due up to now.
func (w *network) runUntil(now uint64) {
	for {
		due := slices.DeleteFunc(w.table.Steps(w.p), func(d Due) bool { return d.Step == ForceDone || d.Step == AbortSelection })
		at := due[0].At
		if due[0].Step == SyncDone {
			at = w.p.Since + w.sync
		}
		if at > now {
			return
		}
		w.take(due[0].Step, at)
		w.s.Epoch, w.s.Phase = w.p.Epoch, w.p.Phase
	}
}

func (w *network) take(step Step, at uint64) {
	switch step {
	case Settle:
		if _, err := w.pool.Advance(w.p.Epoch, 0, 0); err != nil {
			w.t.Fatal(err)
		}
		w.p.Settled = true
	case SyncDone:
		w.p.Phase, w.p.Since = Done, at
	case OpenSelection:
		w.p.Phase, w.p.Opened, w.p.Selection = Selecting, at, ProposeApportionment
	case ProposeApportionment, ComputeAssignment:
		w.p.Selection++
	case CommitCommittee:
		w.p.Phase = ParametersSelected
	case StartEpochChange:
		w.p = Progress{Epoch: w.p.Epoch + 1, Phase: Syncing, Since: at}
		w.started[int(w.p.Epoch)] = at
	}
}

// TestTimingVector is D6.
func TestTimingVector(t *testing.T) {
	const t0, d = 1_000_000, 14 * day
	start := func() *network {
		pool, err := NewPool(10, Done, 0, false)
		if err != nil {
			t.Fatal(err)
		}
		member := Standing{Epoch: 10, Phase: Done, InPrevious: true, InCurrent: true, InNext: true, Frozen: true}
		p := Progress{Epoch: 10, Phase: Done, Since: t0, Settled: true}
		return &network{t, Timetable{Epoch: d}, p, member, pool, 6 * hour, map[int]uint64{}}
	}
	w := start()
	w.runUntil(t0 + 7*day - 1)
	if w.p.Phase != Done {
		t.Errorf("phase %d a second before the selection", w.p.Phase)
	}
	stake := func() Position {
		pos, err := w.pool.Stake(w.s, 100*MinPrincipal)
		if err != nil {
			t.Fatal(err)
		}
		return pos
	}
	if early := stake(); early.Activation != 11 {
		t.Errorf("stake at t+6 d is active in epoch %d", early.Activation)
	}
	w.runUntil(t0 + 8*day)
	if w.p.Phase != ParametersSelected {
		t.Errorf("phase %d after the selection", w.p.Phase)
	}
	late := stake()
	if late.Activation != 12 {
		t.Errorf("stake at t+8 d is active in epoch %d", late.Activation)
	}
	w.runUntil(t0 + 14*day + 6*hour)
	if w.p.Epoch != 11 || w.started[11] != t0+14*day || w.p.Phase != Done || w.p.Since != t0+14*day+6*hour {
		t.Fatalf("epoch 11 began at t0+%d: %+v", w.started[11]-t0, w.p)
	}
	w.runUntil(t0 + 21*day + 6*hour - 1)
	if got, err := w.pool.Withdraw(w.s, late); err != nil || got != 100*MinPrincipal {
		t.Errorf("withdrawn before the selection in epoch 11: %v, %v", got, err)
	}
	late = stake() // again active in 12, and then counted
	w.runUntil(t0 + 21*day + 6*hour)
	if _, err := w.pool.Withdraw(w.s, late); err == nil {
		t.Error("withdrawn after the selection in epoch 11")
	}

	for _, tc := range []struct{ asked, epoch, begins uint64 }{
		{6 * day, 11, 14 * day}, {8 * day, 12, 28*day + 6*hour},
	} {
		w = start()
		pos := Position{Principal: 100 * MinPrincipal, Activation: 10}
		w.pool, _ = NewPool(9, Done, 0, false)
		if _, err := w.pool.Stake(Standing{Epoch: 9, Phase: Done}, pos.Principal); err != nil {
			t.Fatal(err)
		}
		if _, err := w.pool.Advance(10, 0, 0); err != nil {
			t.Fatal(err)
		}
		w.runUntil(t0 + tc.asked)
		pos, err := w.pool.RequestWithdraw(w.s, pos)
		if err != nil || uint64(pos.Withdraw) != tc.epoch {
			t.Fatalf("asked at t+%d d: epoch %d, %v", tc.asked/day, pos.Withdraw, err)
		}
		w.runUntil(t0 + tc.begins - 1)
		if _, err := w.pool.Withdraw(w.s, pos); err == nil {
			t.Errorf("asked at t+%d d: withdrawn before epoch %d", tc.asked/day, tc.epoch)
		}
		w.runUntil(t0 + tc.begins)
		if got, err := w.pool.Withdraw(w.s, pos); err != nil || got != pos.Principal {
			t.Errorf("asked at t+%d d: withdrawn %v, %v", tc.asked/day, got, err)
		}
	}
}
