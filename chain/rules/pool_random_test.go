package rules

import (
	"errors"
	"flag"
	"fmt"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/walrus-go/walrus"
)

var (
	poolOps  = flag.Int("pool-ops", 100_000, "operations of TestPoolKeepsMoney for each kind of pool")
	poolSeed = flag.Uint64("pool-seed", 1, "seed of TestPoolKeepsMoney")
)

// world drives one pool through random epochs and checks after each operation that no money came from nowhere.
type world struct {
	*testing.T
	r         *rand.Rand
	pool      *Pool
	s         Standing
	positions []Position
	in, out   walrus.Frost // all stakes and rewards; all payments and fines
	perShare  walrus.Frost // the most that a share was ever worth, rounded up
	capped    int          // payments that the rewards left did not quite cover
	refused   map[error]int
	withdrawn int
}

// TestPoolKeepsMoney: what a pool holds is what came in less what went out; nobody is paid more than the exact worth
// of his shares; an ordinary pool pays every principal in full; and at the end all can leave.
func TestPoolKeepsMoney(t *testing.T) {
	for _, slashable := range []bool{false, true} {
		t.Run(fmt.Sprintf("slashable=%v", slashable), func(t *testing.T) {
			ops := *poolOps
			if testing.Short() {
				ops /= 10
			}
			t.Logf("%d operations, -pool-seed=%d", ops, *poolSeed)
			w := &world{T: t, r: rand.New(rand.NewPCG(*poolSeed, 0)), refused: map[error]int{}, perShare: 1}
			w.pool = newPool(t, uint16(w.r.IntN(2000)), slashable)
			w.s = Standing{Phase: Done}
			for range ops {
				w.step()
				w.check()
			}
			w.everybodyLeaves()
			t.Logf("%d epochs, %d withdrawals, %d capped, %v paid out of %v, %v stay; refused %v",
				w.s.Epoch, w.withdrawn, w.capped, w.out, w.in, w.in-w.out, w.refused)
			for _, err := range []error{ErrRequestFirst, ErrWithdrawDirectly, ErrNotWithdrawable, ErrSelecting, ErrUnsettled} {
				if w.refused[err] == 0 {
					t.Errorf("%v never happened", err)
				}
			}
			if w.withdrawn < ops/20 {
				t.Errorf("only %d withdrawals", w.withdrawn)
			}
		})
	}
}

func (w *world) step() {
	if len(w.positions) == 0 {
		w.stake()
		return
	}
	i := w.r.IntN(len(w.positions))
	switch k := w.r.IntN(100); {
	case k < 30 && len(w.positions) < 300:
		w.stake()
	case k < 50:
		pos, err := w.pool.RequestWithdraw(w.s, w.positions[i])
		if w.may(err) {
			w.positions[i] = pos
		}
	case k < 85:
		w.withdraw(i)
	case k < 88:
		if pos := w.positions[i]; pos.Principal > 3*wal {
			part, rest, err := pos.Split(wal + walrus.Frost(w.r.Uint64N(uint64(pos.Principal-2*wal))))
			if err != nil {
				w.Fatal(err)
			}
			w.positions[i] = part
			w.positions = append(w.positions, rest)
		}
	case k < 90:
		w.out += w.pool.CollectCommission()
	case k < 91:
		if err := w.pool.SetCommission(w.s, uint16(w.r.IntN(3000))); err != nil {
			w.Fatal(err)
		}
	default:
		w.progress()
	}
}

// may reports whether a call was allowed, and fails the test when the pool is broken.
func (w *world) may(err error) bool {
	if errors.Is(err, ErrInconsistent) {
		w.Fatal(err)
	}
	if err != nil {
		for err, next := err, errors.Unwrap(err); ; err, next = next, errors.Unwrap(next) {
			if next == nil {
				w.refused[err]++
				break
			}
		}
	}
	return err == nil
}

func (w *world) stake() {
	amount := wal + walrus.Frost(w.r.Uint64N(uint64(1000*wal)))
	if w.r.IntN(4) == 0 {
		amount = wal + walrus.Frost(w.r.Uint64N(3))
	}
	pos, err := w.pool.Stake(w.s, amount)
	if w.may(err) {
		if want := ActivationEpoch(w.s.Epoch, w.s.Phase); pos != (Position{Principal: amount, Activation: want}) {
			w.Fatalf("position %+v, want %v from epoch %d", pos, amount, want)
		}
		w.positions = append(w.positions, pos)
		w.in += amount
	}
}

func (w *world) withdraw(i int) {
	pos := w.positions[i]
	paid, err := w.pool.Withdraw(w.s, pos)
	if !w.may(err) {
		return
	}
	w.withdrawn++
	w.out += paid
	w.positions[i] = w.positions[len(w.positions)-1]
	w.positions = w.positions[:len(w.positions)-1]
	if pos.Withdraw == 0 {
		pos.Withdraw = max(w.s.Epoch, pos.Activation)
		if pos.Activation > w.s.Epoch {
			if paid != pos.Principal {
				w.Fatalf("%v that never counted is paid %v", pos.Principal, paid)
			}
			return
		}
	}
	w.checkPaid(pos, paid)
}

// checkPaid compares with principal·R_w/R_a, without rounding.
func (w *world) checkPaid(pos Position, paid walrus.Frost) {
	from, to := w.pool.RateAt(pos.Activation), w.pool.RateAt(pos.Withdraw)
	exact := new(big.Rat).SetInt(toInt(uint64(pos.Principal)))
	perShare := big.NewRat(1, 1)
	if !from.isFlat() {
		exact.Mul(exact, new(big.Rat).SetFrac(toInt(from.Shares), toInt(uint64(from.Wal))))
	}
	if !to.isFlat() {
		perShare.SetFrac(toInt(uint64(to.Wal)), toInt(to.Shares))
	}
	exact.Mul(exact, perShare)
	got := new(big.Rat).SetInt(toInt(uint64(paid)))
	if got.Cmp(exact) > 0 {
		w.Fatalf("%+v is paid %d, its exact worth is %v", pos, paid, exact.FloatString(3))
	}
	if !w.pool.slashable && paid < pos.Principal {
		w.Fatalf("%+v is paid %d", pos, paid)
	}
	// Two roundings down: one share, and one FROST.
	loss := new(big.Rat).Add(perShare, big.NewRat(1, 1))
	if got.Cmp(new(big.Rat).Sub(exact, loss)) >= 0 {
		return
	}
	w.capped++
	if w.pool.slashable || w.pool.rewards != 0 {
		w.Fatalf("%+v is paid %d, its exact worth is %v", pos, paid, exact.FloatString(3))
	}
}

func toInt(x uint64) *big.Int { return new(big.Int).SetUint64(x) }

// progress takes the epoch machine one phase on.
func (w *world) progress() {
	switch w.s.Phase {
	case Syncing:
		w.s.Phase = Done
	case Done:
		w.s.Phase, w.s.Frozen = Selecting, w.r.IntN(4) > 0
	case Selecting:
		w.pool.Unblock()
		w.s.Phase, w.s.InNext = ParametersSelected, w.s.Frozen && w.r.IntN(6) > 0
	case ParametersSelected:
		w.s.Phase, w.s.Epoch = Syncing, w.s.Epoch+1
		w.s.InPrevious, w.s.InCurrent, w.s.InNext = w.s.InCurrent, w.s.InNext, false
		if !w.s.isRewarded() {
			return
		}
		if _, err := w.pool.Withdraw(w.s, w.positions[0]); !errors.Is(err, ErrUnsettled) {
			w.Fatalf("before the settlement: %v", err)
		}
		w.refused[ErrUnsettled]++
		w.advance()
	}
}

func (w *world) advance() {
	var reward walrus.Frost
	var penalty uint16
	if _, r := w.pool.At(); w.s.InPrevious && r.Wal > 0 {
		reward = walrus.Frost(w.r.Uint64N(uint64(r.Wal)/100 + 2))
		if w.pool.slashable && w.r.IntN(10) == 0 {
			penalty = uint16(w.r.IntN(500))
		}
	}
	_, before := w.pool.At()
	c, err := w.pool.Advance(w.s.Epoch, reward, penalty)
	if err != nil {
		w.Fatal(err)
	}
	w.in += reward
	w.out += c.Burned
	if !c.Rate.isFlat() {
		w.perShare = max(w.perShare, c.Rate.Wal/walrus.Frost(c.Rate.Shares)+1)
	}
	if penalty == 0 && compareProducts(uint64(before.Wal), c.Rate.Shares, uint64(c.Rate.Wal), before.Shares) > 0 {
		w.Fatalf("rate fell from %+v to %+v", before, c.Rate)
	}
}

func (w *world) check() {
	held, commission := w.pool.Held()
	if held+commission != w.in-w.out {
		w.Fatalf("%d came in, %d went out, %d and %d are held", w.in, w.out, held, commission)
	}
	principals := w.pool.rewards
	for _, pos := range w.positions {
		principals += pos.Principal
	}
	if !w.pool.slashable && principals != held {
		w.Fatalf("%d of principals and rewards, %d are held", principals, held)
	}
	if len(w.pool.pending) > 2 || len(w.pool.rateDue) > 2 {
		w.Fatalf("pending entries %+v, commission rates %+v", w.pool.pending, w.pool.rateDue)
	}
	if w.pool.blocked > commission {
		w.Fatalf("%d of %d commission is blocked", w.pool.blocked, commission)
	}
	if _, r := w.pool.At(); !w.pool.slashable && r.Shares > uint64(r.Wal) {
		w.Fatalf("shares are worth less than a FROST: %+v", r)
	}
}

func (w *world) everybodyLeaves() {
	for range 20 {
		for i := len(w.positions) - 1; i >= 0; i-- {
			if pos, err := w.pool.RequestWithdraw(w.s, w.positions[i]); w.may(err) {
				w.positions[i] = pos
			}
			w.withdraw(i)
			w.check()
		}
		if len(w.positions) == 0 {
			break
		}
		w.progress()
	}
	w.out += w.pool.CollectCommission()
	w.pool.Unblock()
	w.out += w.pool.CollectCommission()
	held, commission := w.pool.Held()
	if len(w.positions) > 0 || commission != 0 {
		w.Fatalf("%d positions cannot leave, %v commission is left", len(w.positions), commission)
	}
	// Each position leaves at most one share to nobody, each epoch another, and such shares earn like any.
	if dust := walrus.Frost(w.withdrawn+int(w.s.Epoch)) * (w.perShare + 1); held > dust {
		w.Errorf("%d FROST stay, roundings explain %d", held, dust)
	}
}

// BenchmarkAdvance is the settlement of one member that was in every committee for 200 epochs.
func BenchmarkAdvance(b *testing.B) {
	p := newPool(b, 500, false)
	stake(b, p, Standing{Phase: Done}, 1_000_000*wal)
	e := walrus.Epoch(0)
	for b.Loop() {
		e++
		if _, err := p.Advance(e, 7*walrus.Frost(min(1, e-1)), 0); err != nil {
			b.Fatal(err)
		}
	}
}
