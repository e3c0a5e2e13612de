package access

import (
	"context"
	"fmt"
	"math/big"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
)

// paid is a policy whose readers pay the owner of the resource.
type paid struct {
	Owned
	paying sync.Mutex // held from the approval of a payment until it is made
}

// pay approves the cost, unless the allowance is high enough, and makes the call that takes it.
func (p *paid) pay(ctx context.Context, what string, cost *big.Int, call []byte) error {
	p.paying.Lock()
	defer p.paying.Unlock()
	token, err := view1(ctx, &p.contract, "token of the policy", marketABI.PackToken(), marketABI.UnpackToken)
	if err != nil {
		return err
	}
	t := &contract{p.account, walrus.Address(token), tokenABI.UnpackError}
	question := tokenABI.PackAllowance(common.Address(p.account.Address()), common.Address(p.address))
	allowance, err := view1(ctx, t, "allowance", question, tokenABI.UnpackAllowance)
	if err != nil {
		return err
	}
	if allowance.Cmp(cost) < 0 {
		if err := t.do(ctx, "approve the payment", tokenABI.PackApprove(common.Address(p.address), cost)); err != nil {
			return err
		}
	}
	return p.do(ctx, what, call)
}

// tokenWei converts to the token's smallest unit.
func tokenWei(f walrus.Frost) *big.Int {
	return new(big.Int).Mul(new(big.Int).SetUint64(uint64(f)), big.NewInt(1_000_000_000))
}

// Market is a policy of kind market. Payments of one account to one policy are to go through one Market.
type Market struct{ paid }

// OpenMarket returns the policy at an address, which is not checked.
func OpenMarket(w Account, policy walrus.Address) *Market {
	return &Market{paid{Owned: Owned{contract{w, policy, marketABI.UnpackError}}}}
}

// MarketOffer is on what terms an item is sold.
type MarketOffer struct {
	Price walrus.Frost
	Open  bool // it is for sale
}

// Create offers an item. The account is the seller, gets the payments and reads it too.
func (p *Market) Create(ctx context.Context, salt [32]byte, price walrus.Frost) (Resource, error) {
	return p.create(ctx, salt, marketABI.PackCreate(salt, uint64(price)))
}

// SetOffer changes the terms for readers to come.
func (p *Market) SetOffer(ctx context.Context, item Resource, o MarketOffer) error {
	return p.do(ctx, "change an offer", marketABI.PackSetOffer(item, uint64(o.Price), o.Open))
}

// OfferOf returns the terms of an item.
func (p *Market) OfferOf(ctx context.Context, item Resource) (MarketOffer, error) {
	o, err := view1(ctx, &p.contract, "offer of an item", marketABI.PackOfferOf(item), marketABI.UnpackOfferOf)
	return MarketOffer{walrus.Frost(o.Price), o.Open}, err
}

// Buy pays the seller so that a reader may read an item for ever. It fails with chain.ErrPriceChanged if the price is above
// the maximum. The policy is allowed to take the price and no more.
func (p *Market) Buy(ctx context.Context, item Resource, reader walrus.Address, maxPrice walrus.Frost) error {
	o, err := p.OfferOf(ctx, item)
	if err != nil {
		return err
	}
	if o.Price > maxPrice {
		return fmt.Errorf("buy: %w: %v, at most %v", chain.ErrPriceChanged, o.Price, maxPrice)
	}
	return p.pay(ctx, "buy", tokenWei(o.Price), marketABI.PackBuy(item, common.Address(reader), uint64(maxPrice)))
}

// Subscription is a policy of kind subscription. Payments of one account to one policy are to go through one
// Subscription.
type Subscription struct{ paid }

// OpenSubscription returns the policy at an address, which is not checked.
func OpenSubscription(w Account, policy walrus.Address) *Subscription {
	return &Subscription{paid{Owned: Owned{contract{w, policy, subscriptionABI.UnpackError}}}}
}

// Plan is on what terms periods are sold.
type Plan struct {
	Price  walrus.Frost  // of a period
	Period time.Duration // whole seconds, at least one
	Open   bool          // periods are for sale
}

func (p Plan) seconds() (uint32, error) {
	s := p.Period / time.Second
	if s*time.Second != p.Period || s < 1 || s > 1<<32-1 {
		return 0, fmt.Errorf("period %v is not of 1 to 2^32 − 1 whole seconds", p.Period)
	}
	return uint32(s), nil
}

// Create offers a plan, open in any case. The account gets the payments, and does not read without.
func (p *Subscription) Create(ctx context.Context, salt [32]byte, plan Plan) (Resource, error) {
	s, err := plan.seconds()
	if err != nil {
		return Resource{}, err
	}
	return p.create(ctx, salt, subscriptionABI.PackCreate(salt, uint64(plan.Price), s))
}

// SetPlan changes the terms of periods that are not sold yet.
func (p *Subscription) SetPlan(ctx context.Context, r Resource, plan Plan) error {
	s, err := plan.seconds()
	if err != nil {
		return err
	}
	return p.do(ctx, "change a plan", subscriptionABI.PackSetPlan(r, uint64(plan.Price), s, plan.Open))
}

// PlanOf returns the terms of a plan.
func (p *Subscription) PlanOf(ctx context.Context, r Resource) (Plan, error) {
	o, err := view1(ctx, &p.contract, "terms of a plan", subscriptionABI.PackPlanOf(r), subscriptionABI.UnpackPlanOf)
	return Plan{walrus.Frost(o.Price), time.Duration(o.Period) * time.Second, o.Open}, err
}

// Subscribe pays for periods of a reader, which follow on what is paid for. It fails with chain.ErrPriceChanged if they
// cost more than the maximum. The policy is allowed to take the cost and no more.
func (p *Subscription) Subscribe(ctx context.Context, r Resource, reader walrus.Address, periods uint32, maxCost walrus.Frost) error {
	plan, err := p.PlanOf(ctx, r)
	if err != nil {
		return err
	}
	cost := new(big.Int).Mul(tokenWei(plan.Price), new(big.Int).SetUint64(uint64(periods)))
	if cost.Cmp(tokenWei(maxCost)) > 0 {
		return fmt.Errorf("subscribe: %w: %d times %v, at most %v", chain.ErrPriceChanged, periods, plan.Price, maxCost)
	}
	return p.pay(ctx, "subscribe", cost, subscriptionABI.PackSubscribe(r, common.Address(reader), periods, uint64(maxCost)))
}

// PaidUntil returns the second up to which a reader has paid; the zero time if never.
func (p *Subscription) PaidUntil(ctx context.Context, r Resource, reader walrus.Address) (time.Time, error) {
	s, err := view1(ctx, &p.contract, "end of a subscription", subscriptionABI.PackPaidUntil(r, common.Address(reader)), subscriptionABI.UnpackPaidUntil)
	if err != nil || s == 0 {
		return time.Time{}, err
	}
	return time.Unix(int64(s), 0).UTC(), nil
}
