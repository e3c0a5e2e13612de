package rules

import (
	"errors"
	"slices"

	"github.com/walrus-go/walrus"
)

// The bounds of the price adapter (C5), in seconds and percent.
const (
	ReadingLifetime  = 3600
	AverageWindow    = 24 * 3600
	AveragePercent   = 20
	MaxPriceReadings = 3
)

// ErrNoTokenPrice: no reading was good for a day, so prices are again those of the last votes in FROST.
var ErrNoTokenPrice = errors.New("no price of the token")

// Reading is what one source says one WAL costs.
type Reading struct {
	TokenPrice uint64 // nano-USD
	Updated    uint64
	OK         bool
}

// QuoteKind says what a quote rests on; the numbers are those of IPriceAdapter.
type QuoteKind uint8

// The kinds of a quote.
const (
	QuoteSpot     QuoteKind = iota // the median of the sources
	QuoteAverage                   // the moving average, which costs the user more or is all there is
	QuoteFallback                  // the last price voted in FROST
)

// Oracle is the memory of a price adapter: a moving average over 24 hours that no single source can pull away quickly.
// The zero value has seen no price.
type Oracle struct {
	Average uint64 // nano-USD for one WAL
	Updated uint64 // when Average was last brought forward
	Good    uint64 // when a good reading was last seen
}

// median returns the median of the readings that are fresh and positive. Of two it is the mean, rounded down, which
// charges the user more.
func median(readings []Reading, now uint64) (price uint64, good bool) {
	var prices []uint64
	for _, r := range readings[:min(len(readings), MaxPriceReadings)] {
		if r.OK && r.TokenPrice > 0 && r.Updated <= now && now-r.Updated <= ReadingLifetime {
			prices = append(prices, r.TokenPrice)
		}
	}
	slices.Sort(prices)
	switch len(prices) {
	case 0:
		return 0, false
	case 2:
		return prices[0] + (prices[1]-prices[0])/2, true
	}
	return prices[len(prices)/2], true
}

// Poke returns the memory brought forward to now. The average moves towards the median, clamped to 20 % around the
// average, by the share of 24 hours that passed. Without a good reading nothing moves.
func (o Oracle) Poke(readings []Reading, now uint64) Oracle {
	spot, good := median(readings, now)
	if !good {
		return o
	}
	if o.Average == 0 {
		return Oracle{Average: spot, Updated: now, Good: now}
	}
	low, high := o.band()
	spot = min(max(spot, low), high)
	passed := min(now-min(now, o.Updated), AverageWindow)
	if spot >= o.Average {
		d, _ := mulDiv(spot-o.Average, passed, AverageWindow)
		o.Average += d
	} else {
		d, _ := mulDiv(o.Average-spot, passed, AverageWindow)
		o.Average -= d
	}
	o.Updated, o.Good = max(o.Updated, now), max(o.Good, now)
	return o
}

// band returns the prices that are within 20 % of the average.
func (o Oracle) band() (low, high uint64) {
	d, _ := mulDiv(o.Average, AveragePercent, 100)
	return o.Average - d, max(o.Average, o.Average+d)
}

// Quote converts nano-USD to FROST at the lower of median and average, so that a lagging price never favours the buyer. A
// median outside the band is ignored. After 24 hours without a good reading, or before the first, it returns
// ErrNoTokenPrice with QuoteFallback: the price is then the last one voted in FROST.
func (o Oracle) Quote(nanoUSD uint64, readings []Reading, now uint64) (walrus.Frost, QuoteKind, error) {
	if o.Average == 0 {
		return 0, QuoteFallback, ErrNoTokenPrice
	}
	spot, good := median(readings, now)
	if !good && now > o.Good+AverageWindow {
		return 0, QuoteFallback, ErrNoTokenPrice
	}
	price, kind := o.Average, QuoteAverage
	if low, high := o.band(); good && low <= spot && spot <= high && spot <= price {
		price, kind = spot, QuoteSpot
	}
	frost, err := FrostForUSD(nanoUSD, price)
	return frost, kind, err
}
