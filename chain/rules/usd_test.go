package rules

import (
	"errors"
	"math"
	"math/big"
	"testing"

	"github.com/walrus-go/walrus"
	"pgregory.net/rapid"
)

func TestFrostForUSD(t *testing.T) {
	for _, tc := range []struct {
		usd, token uint64
		want       walrus.Frost
	}{
		{0, 1, 0},
		{11_000, 110_000_000, 100_000}, // the advertised price at 0.11 USD for a WAL
		{11_000, 110_000_001, 100_000}, // rounded up
		{1, 1_000_000_000, 1},
		{1, math.MaxUint64, 1},
		{5_000_000_000, 1, MaxSupply},
	} {
		if got, err := FrostForUSD(tc.usd, tc.token); err != nil || got != tc.want {
			t.Errorf("%d nano-USD at %d: %d, %v, want %d", tc.usd, tc.token, got, err, tc.want)
		}
	}
	for _, tc := range [][2]uint64{{1, 0}, {5_000_000_001, 1}, {math.MaxUint64, 1}} {
		if got, err := FrostForUSD(tc[0], tc[1]); err == nil {
			t.Errorf("%d nano-USD at %d: %d", tc[0], tc[1], got)
		}
	}
}

// TestFrostForUSDNeverTooLow: what is paid is worth the price, and one FROST less is not.
func TestFrostForUSDNeverTooLow(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		usd, token := rapid.Uint64Range(0, 1e15).Draw(t, "usd"), rapid.Uint64Range(1, 1e12).Draw(t, "token")
		frost, err := FrostForUSD(usd, token)
		worth := func(f uint64) *big.Int {
			return new(big.Int).Mul(new(big.Int).SetUint64(f), new(big.Int).SetUint64(token))
		}
		price := new(big.Int).Mul(new(big.Int).SetUint64(usd), big.NewInt(1e9))
		if err != nil {
			if worth(uint64(MaxSupply)).Cmp(price) >= 0 {
				t.Fatal(err)
			}
			return
		}
		if worth(uint64(frost)).Cmp(price) < 0 || frost > 0 && worth(uint64(frost)-1).Cmp(price) >= 0 {
			t.Fatalf("%d FROST", frost)
		}
	})
}

func TestPeggedVote(t *testing.T) {
	for _, tc := range []struct{ present, usd, token, want uint64 }{
		{100_000, 11_000, 100_000_000, 100_000}, // 110000 is just within a tenth
		{100_000, 11_000, 99_999_000, 110_002},
		{100_000, 11_000, 122_222_223, 100_000}, // 90000
		{100_000, 11_000, 122_300_000, 89_943},
		{0, 1, 1_000_000_000, 1},
		{100_000, math.MaxUint64, 1, uint64(MaxSupply)},
	} {
		if got, err := PeggedVote(walrus.Frost(tc.present), tc.usd, tc.token); err != nil || uint64(got) != tc.want {
			t.Errorf("%+v: %d, %v", tc, got, err)
		}
	}
	if got, err := PeggedVote(7, 1, 0); err == nil || got != 7 {
		t.Errorf("token without a price: %d, %v", got, err)
	}
}

func TestSelectMode(t *testing.T) {
	for _, tc := range []struct {
		present    PricingMode
		token, usd int
		want       PricingMode
	}{
		{TokenVotes, 334, 666, TokenVotes}, {TokenVotes, 333, 667, USDVotes},
		{USDVotes, 666, 334, USDVotes}, {USDVotes, 667, 333, TokenVotes}, {USDVotes, 0, 0, USDVotes},
	} {
		if got := SelectMode(1000, tc.present, tc.token, tc.usd); got != tc.want {
			t.Errorf("%+v: %d", tc, got)
		}
	}
}

const hour, day = 3600, 24 * 3600

func readings(now uint64, prices ...uint64) (out []Reading) {
	for _, p := range prices {
		out = append(out, Reading{p, now, true})
	}
	return out
}

func TestMedian(t *testing.T) {
	const now = 10 * day
	for name, tc := range map[string]struct {
		readings []Reading
		want     uint64
	}{
		"none":           {nil, 0},
		"one":            {readings(now, 5), 5},
		"two":            {readings(now, 8, 5), 6},
		"three":          {readings(now, 9, 1, 5), 5},
		"a fourth":       {readings(now, 9, 1, 5, 6), 5},
		"zero":           {readings(now, 0, 9, 0), 9},
		"old":            {append(readings(now-hour-1, 1, 2), readings(now-hour, 7)...), 7},
		"from tomorrow":  {append(readings(now+1, 1, 2), readings(now, 7)...), 7},
		"not OK":         {[]Reading{{1, now, false}, {7, now, true}}, 7},
		"huge, no wrap ": {readings(now, math.MaxUint64, math.MaxUint64-2), math.MaxUint64 - 1},
	} {
		if got, good := median(tc.readings, now); got != tc.want || good != (tc.want != 0) {
			t.Errorf("%s: %d, %v", name, got, good)
		}
	}
}

func TestOracle(t *testing.T) {
	const base = 100_000_000 // 0.1 USD
	var o Oracle
	if _, kind, err := o.Quote(1, readings(0, base), 0); kind != QuoteFallback || !errors.Is(err, ErrNoTokenPrice) {
		t.Fatalf("quote before the first price: %d, %v", kind, err)
	}
	o = o.Poke(readings(day, base), day)
	quote := func(now uint64, prices ...uint64) (walrus.Frost, QuoteKind) {
		f, kind, err := o.Quote(11_000, readings(now, prices...), now)
		if err != nil {
			t.Fatal(err)
		}
		return f, kind
	}
	for _, tc := range []struct {
		what string
		spot uint64
		want walrus.Frost
		kind QuoteKind
	}{
		{"at the average", base, 110_000, QuoteSpot},
		{"the token fell: pay more", base * 9 / 10, 122_223, QuoteSpot},
		{"fell to the edge", base * 8 / 10, 137_500, QuoteSpot},
		{"fell over it: not believed", base*8/10 - 1, 110_000, QuoteAverage},
		{"rose: pay by the average", base * 11 / 10, 110_000, QuoteAverage},
		{"soared", base * 10, 110_000, QuoteAverage},
	} {
		if got, kind := quote(day, tc.spot); got != tc.want || kind != tc.kind {
			t.Errorf("%s: %d (%d), want %d (%d)", tc.what, got, kind, tc.want, tc.kind)
		}
	}
	if got, kind := quote(2*day - 1); got != 110_000 || kind != QuoteAverage {
		t.Errorf("no reading for a day: %d (%d)", got, kind)
	}
	if _, kind, err := o.Quote(1, nil, 2*day+1); kind != QuoteFallback || !errors.Is(err, ErrNoTokenPrice) {
		t.Errorf("no reading for longer: %d, %v", kind, err)
	}
}

// TestAverageIsSlow: one day of a false price moves the average by about a fifth, and a true one is reached in the end.
func TestAverageIsSlow(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		const base = 100_000_000
		o := Oracle{}.Poke(readings(0, base), 0)
		spot := rapid.Uint64Range(1, 100*base).Draw(t, "spot")
		now := uint64(0)
		for now < day {
			now += rapid.Uint64Range(1, 4*hour).Draw(t, "pause")
			before := o.Average
			o = o.Poke(readings(now, spot), now)
			if o.Average < min(before, spot) || o.Average > max(before, spot) {
				t.Fatalf("average %d, then %d with spot %d", before, o.Average, spot)
			}
		}
		if factor := float64(o.Average) / base; factor < 0.78 || factor > 1.27 { // e^±0.2 in 24 hours, of 28
			t.Fatalf("average moved by %.2f in a day", factor)
		}
		for range 200 * 24 {
			now += hour
			o = o.Poke(readings(now, spot), now)
		}
		if low, high := spot-spot/50-100, spot+spot/50+100; spot > 10_000 && (o.Average < low || o.Average > high) {
			t.Fatalf("average %d after 200 days of %d", o.Average, spot)
		}
		if again := o.Poke(readings(now, spot), now); again.Average != o.Average {
			t.Fatal("a second poke at once moves the average")
		}
	})
}
