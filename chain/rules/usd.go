package rules

import (
	"fmt"

	"github.com/walrus-go/walrus"
)

// PricingMode says in what the nodes vote on prices (C5).
type PricingMode uint8

// The modes of pricing.
const (
	TokenVotes PricingMode = iota // FROST, damped by DampedPrice
	USDVotes                      // nano-USD, converted at each purchase
)

// SelectMode returns the mode after a count: the present one unless a quorum votes for the other.
func SelectMode(n walrus.ShardCount, present PricingMode, tokenWeight, usdWeight int) PricingMode {
	switch {
	case present == TokenVotes && n.IsQuorum(usdWeight):
		return USDVotes
	case present == USDVotes && n.IsQuorum(tokenWeight):
		return TokenVotes
	}
	return present
}

// FrostForUSD converts a price, rounded up: ⌈nanoUSD·10^9/tokenPrice⌉ FROST, where tokenPrice is nano-USD for one WAL (C5).
// It fails for a token without a price and for results above MaxSupply, which nobody can pay.
func FrostForUSD(nanoUSD, tokenPrice uint64) (walrus.Frost, error) {
	if tokenPrice == 0 {
		return 0, fmt.Errorf("convert %d nano-USD: the token has no price", nanoUSD)
	}
	frost, fits := mulDivUp(nanoUSD, uint64(walrus.WAL), tokenPrice)
	if !fits || frost > uint64(MaxSupply) {
		return 0, fmt.Errorf("convert %d nano-USD at %d for one WAL: more than there is", nanoUSD, tokenPrice)
	}
	return walrus.Frost(frost), nil
}

// PeggedVote returns the vote in FROST of a node that pegs its price to the dollar (A5): converted, at most MaxSupply,
// and the present vote as long as the two differ by no more than a tenth of it.
func PeggedVote(present walrus.Frost, nanoUSD, tokenPrice uint64) (walrus.Frost, error) {
	if tokenPrice == 0 {
		return present, fmt.Errorf("peg to %d nano-USD: the token has no price", nanoUSD)
	}
	vote := MaxSupply
	if frost, err := FrostForUSD(nanoUSD, tokenPrice); err == nil {
		vote = frost
	}
	if max(vote, present)-min(vote, present) <= present/10 {
		return present, nil
	}
	return vote, nil
}
