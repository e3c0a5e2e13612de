package rules

import (
	"errors"
	"math"
	"testing"

	"github.com/walrus-go/walrus"
	"pgregory.net/rapid"
)

// TestCostVectors are the vectors of D1, and the price they have for a year on a real network.
func TestCostVectors(t *testing.T) {
	for _, tc := range []struct {
		n                      walrus.ShardCount
		length, encoded, units uint64
	}{
		{10, 0, 6_940, 1}, {10, 1, 6_940, 1}, {10, 2_800, 17_720, 1}, {10, 1_000_000, 3_935_480, 4},
		{100, 1, 663_400, 1}, {100, 1_000_000, 5_087_200, 5},
		{1000, 0, 66_034_000, 63}, {1000, 1, 66_034_000, 63}, {1000, 1_000_000, 70_038_000, 67},
		{1000, 1_000_000_000, 4_558_522_000, 4_348}, {1000, 1_073_741_824, 4_888_852_000, 4_663},
	} {
		encoded, err := tc.n.EncodedLength(tc.length)
		if err != nil || encoded != tc.encoded || walrus.StorageUnits(encoded) != tc.units {
			t.Errorf("n=%d, %d bytes: %d, %v", tc.n, tc.length, encoded, err)
		}
		l := NewLedger(53)
		l.Total = encoded
		cost, err := l.Reserve(encoded, 0, 26, 100_000)
		if want := walrus.Frost(26 * 100_000 * tc.units); err != nil || cost != want || l.Held() != want {
			t.Errorf("n=%d, %d bytes: %v for a year, %v held, %v, want %v", tc.n, tc.length, cost, l.Held(), err, want)
		}
		quote, err := walrus.Prices{Storage: 100_000}.Cost(encoded, 26)
		if err != nil || quote != cost {
			t.Errorf("n=%d, %d bytes: quoted %v, %v, paid %v", tc.n, tc.length, quote, err, cost)
		}
	}
	const largest = 14_599_533_452
	if got := walrus.ShardCount(1000).MaxBlobSize(); got != largest {
		t.Errorf("largest blob %d", got)
	}
	if _, err := walrus.ShardCount(1000).EncodedLength(largest + 1); !errors.Is(err, walrus.ErrBlobTooLarge) {
		t.Errorf("one byte more: %v", err)
	}
}

func TestReserveRefuses(t *testing.T) {
	for name, tc := range map[string]struct {
		bytes      uint64
		start, end walrus.Epoch
		price      walrus.Frost
		want       error
	}{
		"no bytes":         {0, 3, 4, 1, ErrInvalidInterval},
		"no epoch":         {1, 3, 3, 1, ErrInvalidInterval},
		"past":             {1, 0, 3, 1, ErrInvalidInterval},
		"too far":          {1, 3, 9, 1, ErrInvalidInterval},
		"too far, early":   {1, 0, math.MaxUint32, 1, ErrInvalidInterval},
		"over capacity":    {1001, 3, 4, 1, ErrNoCapacity},
		"wraps the used":   {math.MaxUint64, 3, 4, 1, ErrNoCapacity},
		"cost of an epoch": {2 << 20, 3, 4, math.MaxUint64, ErrTooExpensive},
		"cost of all":      {1, 3, 8, math.MaxUint64/5 + 1, ErrTooExpensive},
		"pot":              {1, 3, 4, math.MaxUint64, ErrTooExpensive},
	} {
		t.Run(name, func(t *testing.T) {
			l := NewLedger(5)
			for range 3 {
				l.Advance(1000)
			}
			if err := l.Deposit(1); err != nil {
				t.Fatal(err)
			}
			if _, err := l.Reserve(tc.bytes, tc.start, tc.end, tc.price); !errors.Is(err, tc.want) {
				t.Errorf("%v, want %v", err, tc.want)
			}
			if l.Held() != 1 || l.Account(3).Used != 0 {
				t.Errorf("the refused sale left %+v", l)
			}
		})
	}
}

// TestLedger compares with a list of sales: each account holds what covers its epoch, and all that came in is in
// accounts, past or coming.
func TestLedger(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		type sale struct {
			bytes      uint64
			start, end walrus.Epoch
		}
		var sales []sale
		var in, out walrus.Frost
		ahead := rapid.Uint32Range(1, 10).Draw(t, "ahead")
		l := NewLedger(ahead)
		used := func(e walrus.Epoch) (sum uint64) {
			for _, s := range sales {
				if s.start <= e && e < s.end {
					sum += s.bytes
				}
			}
			return sum
		}
		for range 30 {
			switch rapid.IntRange(0, 3).Draw(t, "action") {
			case 0:
				voted := rapid.Uint64Range(0, 1<<30).Draw(t, "capacity")
				account := l.Advance(voted)
				if out += account.Pot; account.Used != used(l.Epoch-1) {
					t.Fatalf("%d bytes were used, want %d", account.Used, used(l.Epoch-1))
				}
				if want := max(voted, used(l.Epoch)); l.Total != want {
					t.Fatalf("capacity %d, want %d", l.Total, want)
				}
			case 1:
				amount := walrus.Frost(rapid.Uint64Range(0, 1e9).Draw(t, "fee"))
				if err := l.Deposit(amount); err != nil {
					t.Fatal(err)
				}
				in += amount
			default:
				s := sale{rapid.Uint64Range(1, 1<<28).Draw(t, "bytes"), l.Epoch + walrus.Epoch(rapid.IntRange(0, 4).Draw(t, "start")), 0}
				s.end = s.start + walrus.Epoch(rapid.IntRange(1, 6).Draw(t, "epochs"))
				price := walrus.Frost(rapid.Uint64Range(0, 1e6).Draw(t, "price"))
				cost, err := l.Reserve(s.bytes, s.start, s.end, price)
				if err == nil {
					want := price * walrus.Frost(walrus.StorageUnits(s.bytes)) * walrus.Frost(s.end-s.start)
					if cost != want {
						t.Fatalf("cost %d, want %d", cost, want)
					}
					in += cost
					sales = append(sales, s)
					continue
				}
				full := false
				for e := s.start; e < s.end; e++ {
					full = full || used(e)+s.bytes > l.Total
				}
				if !full && s.end-l.Epoch <= walrus.Epoch(ahead) {
					t.Fatalf("refused for no reason: %v", err)
				}
			}
			for e := l.Epoch; e < l.Epoch+walrus.Epoch(ahead); e++ {
				if got := l.Account(e).Used; got != used(e) {
					t.Fatalf("%d bytes are used in epoch %d, want %d", got, e, used(e))
				}
			}
			if l.Held()+out != in {
				t.Fatalf("%d came in, %d went out, %d are held", in, out, l.Held())
			}
		}
	})
}
