package access

import (
	"errors"
	"math/big"
	"testing"
	"time"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
)

// TestPolicies deploys each kind, manages it, and asks it.
func TestPolicies(t *testing.T) {
	onEachChain(t, func(t *testing.T, w *world) {
		v := evaluator(t, w.options())
		seller, reader := w.person(t), w.person(t)
		deploy := func(t *testing.T, k Kind) walrus.Address {
			t.Helper()
			var p Params
			if k.takesToken() {
				p.Token = w.network.Contract(chain.TokenContract)
			}
			a, err := DeployPolicy(t.Context(), seller, k, p)
			if err != nil {
				t.Fatal(err)
			}
			return a
		}
		asks := func(t *testing.T, policy walrus.Address, resource []byte, user walrus.Address) error {
			t.Helper()
			return answer(t, v, question(policy, user, idOf(resource)))
		}
		salt := [32]byte{1}
		must := func(t *testing.T, err error) {
			t.Helper()
			if err != nil {
				t.Fatal(err)
			}
		}
		t.Run("owner", func(t *testing.T) {
			a := deploy(t, OwnerKind)
			p, heir := OpenOwnerPolicy(seller, a), OpenOwnerPolicy(reader, a)
			before, err := p.ResourceOf(t.Context(), seller.Address(), salt)
			must(t, err)
			wantDenied(t, "before it exists", asks(t, a, before[:], seller.Address()), ErrRefused, "no such resource")
			r, err := p.Create(t.Context(), salt)
			must(t, err)
			if r != before {
				t.Errorf("resource %x, announced as %x", r, before)
			}
			wantAllowed(t, "owner", asks(t, a, r[:], seller.Address()))
			wantDenied(t, "another", asks(t, a, r[:], reader.Address()), ErrRefused, "not the owner")
			if err := heir.Offer(t.Context(), r, reader.Address()); !errors.Is(err, chain.ErrNotOwner) {
				t.Errorf("offer of another's: %v, want ErrNotOwner", err)
			}
			must(t, p.Offer(t.Context(), r, reader.Address()))
			must(t, heir.Accept(t.Context(), r))
			wantAllowed(t, "heir", asks(t, a, r[:], reader.Address()))
			wantDenied(t, "former owner", asks(t, a, r[:], seller.Address()), ErrRefused, "not the owner")
			if _, err := p.Create(t.Context(), salt); !errors.Is(err, ErrContract) {
				t.Errorf("create again: %v, want ErrContract", err)
			}
		})
		var list Resource
		var lists walrus.Address
		t.Run("allow-list", func(t *testing.T) {
			lists = deploy(t, AllowListKind)
			p := OpenAllowList(seller, lists)
			var err error
			list, err = p.Create(t.Context(), salt)
			must(t, err)
			wantDenied(t, "no member", asks(t, lists, list[:], reader.Address()), ErrRefused, "not on the list")
			must(t, p.Grant(t.Context(), list, reader.Address(), seller.Address()))
			wantAllowed(t, "member", asks(t, lists, list[:], reader.Address()))
			must(t, p.Revoke(t.Context(), list, reader.Address()))
			wantDenied(t, "revoked", asks(t, lists, list[:], reader.Address()), ErrRefused, "not on the list")
			wantAllowed(t, "who stays", asks(t, lists, list[:], seller.Address()))
			if ok, err := p.IsMember(t.Context(), list, seller.Address()); err != nil || !ok {
				t.Errorf("membership: %v, %v", ok, err)
			}
			if err := OpenAllowList(reader, lists).Grant(t.Context(), list, reader.Address()); !errors.Is(err, chain.ErrNotOwner) {
				t.Errorf("grant by another: %v, want ErrNotOwner", err)
			}
		})
		t.Run("time-lock", func(t *testing.T) {
			a := deploy(t, TimeLockKind)
			wantAllowed(t, "past", asks(t, a, TimeLockResource(time.Now().Add(-time.Hour)), reader.Address()))
			wantDenied(t, "future", asks(t, a, TimeLockResource(time.Now().Add(time.Hour)), reader.Address()), ErrRefused, "not open yet")
		})
		t.Run("market", func(t *testing.T) {
			a := deploy(t, MarketKind)
			p, buyer := OpenMarket(seller, a), OpenMarket(reader, a)
			item, err := p.Create(t.Context(), salt, 5000)
			must(t, err)
			wantDenied(t, "not paid", asks(t, a, item[:], reader.Address()), ErrRefused, "not paid")
			if err := buyer.Buy(t.Context(), item, reader.Address(), 4999); !errors.Is(err, chain.ErrPriceChanged) {
				t.Errorf("too dear: %v, want ErrPriceChanged", err)
			}
			before, err := seller.Balances(t.Context())
			must(t, err)
			must(t, buyer.Buy(t.Context(), item, reader.Address(), 5000))
			after, err := seller.Balances(t.Context())
			must(t, err)
			if after.WAL-before.WAL != 5000 {
				t.Errorf("revenue %v, want 5000 FROST", after.WAL-before.WAL)
			}
			wantAllowed(t, "paid", asks(t, a, item[:], reader.Address()))
			must(t, p.SetOffer(t.Context(), item, MarketOffer{6000, false}))
			wantAllowed(t, "paid before the end of the sale", asks(t, a, item[:], reader.Address()))
			if err := buyer.Buy(t.Context(), item, seller.Address(), 6000); !errors.Is(err, ErrContract) {
				t.Errorf("not for sale: %v, want ErrContract", err)
			}
		})
		t.Run("subscription", func(t *testing.T) {
			a := deploy(t, SubscriptionKind)
			p, subscriber := OpenSubscription(seller, a), OpenSubscription(reader, a)
			plan, err := p.Create(t.Context(), salt, Plan{Price: 100, Period: time.Hour})
			must(t, err)
			wantDenied(t, "not subscribed", asks(t, a, plan[:], reader.Address()), ErrRefused, "not subscribed")
			must(t, subscriber.Subscribe(t.Context(), plan, reader.Address(), 2, 200))
			wantAllowed(t, "subscribed", asks(t, a, plan[:], reader.Address()))
			until, err := p.PaidUntil(t.Context(), plan, reader.Address())
			if err != nil || time.Until(until) < time.Hour || time.Until(until) > 3*time.Hour {
				t.Errorf("paid until %v, %v", until, err)
			}
			if err := subscriber.Subscribe(t.Context(), plan, reader.Address(), 2, 199); !errors.Is(err, chain.ErrPriceChanged) {
				t.Errorf("too dear: %v, want ErrPriceChanged", err)
			}
			must(t, p.SetPlan(t.Context(), plan, Plan{Price: 100, Period: time.Second, Open: true}))
			must(t, subscriber.Subscribe(t.Context(), plan, seller.Address(), 1, 100))
			w.pass(t, 5)
			wantDenied(t, "ended", asks(t, a, plan[:], seller.Address()), ErrRefused, "subscription has ended")
		})
		t.Run("gates", func(t *testing.T) {
			gate, nft := deploy(t, TokenGateKind), deploy(t, NFTGateKind)
			token := w.network.Contract(chain.TokenContract)
			few, err := TokenResource(token, ether(1))
			must(t, err)
			many, err := TokenResource(token, ether(1000))
			must(t, err)
			wantAllowed(t, "holder", asks(t, gate, few, reader.Address()))
			wantDenied(t, "poor", asks(t, gate, many, reader.Address()), ErrRefused, "balance too low")
			if _, err := TokenResource(token, new(big.Int)); err == nil {
				t.Error("a least balance of 0 was taken")
			}
			owner := reader.Address()
			collection := w.place(t, says(leftPad(owner[:]))) // every token is the reader's
			wantAllowed(t, "token owner", asks(t, nft, NFTResource(collection, [32]byte{7}), reader.Address()))
			wantDenied(t, "other", asks(t, nft, NFTResource(collection, [32]byte{7}), seller.Address()), ErrRefused, "not the token's owner")
			wantDenied(t, "no collection", asks(t, nft, NFTResource(reader.Address(), [32]byte{7}), reader.Address()), ErrRefused, "no such collection")
		})
		t.Run("threshold", func(t *testing.T) {
			a := deploy(t, ThresholdKind)
			p, q := OpenThreshold(seller, a), OpenThreshold(w.bank, a)
			r, err := p.Create(t.Context(), salt, []walrus.Address{seller.Address(), w.bank.Address()}, 2)
			must(t, err)
			must(t, p.Vote(t.Context(), r, reader.Address(), true))
			wantDenied(t, "one vote", asks(t, a, r[:], reader.Address()), ErrRefused, "not enough votes")
			must(t, q.Vote(t.Context(), r, reader.Address(), true))
			wantAllowed(t, "two votes", asks(t, a, r[:], reader.Address()))
			must(t, q.Vote(t.Context(), r, reader.Address(), false))
			wantDenied(t, "vote taken back", asks(t, a, r[:], reader.Address()), ErrRefused, "not enough votes")
			if err := OpenThreshold(reader, a).Vote(t.Context(), r, reader.Address(), true); !errors.Is(err, ErrContract) {
				t.Errorf("vote of another: %v, want ErrContract", err)
			}
		})
		t.Run("rules evolve", func(t *testing.T) {
			a := deploy(t, RulesKind)
			p := OpenRules(seller, a)
			r, err := p.Create(t.Context(), salt, RuleSet{Rules: []Rule{{lists, list[:]}}})
			must(t, err)
			wantAllowed(t, "on the list", asks(t, a, r[:], seller.Address()))
			wantDenied(t, "not on the list", asks(t, a, r[:], reader.Address()), ErrRefused, "no rule approves")
			gate := deploy(t, TokenGateKind)
			holds, err := TokenResource(w.network.Contract(chain.TokenContract), ether(1))
			must(t, err)
			must(t, p.SetRules(t.Context(), r, RuleSet{Rules: []Rule{{lists, list[:]}, {gate, holds}}}))
			wantAllowed(t, "by the second rule", asks(t, a, r[:], reader.Address()))
			must(t, p.SetRules(t.Context(), r, RuleSet{All: true, Rules: []Rule{{lists, list[:]}, {gate, holds}}}))
			wantDenied(t, "by one rule of two", asks(t, a, r[:], reader.Address()), ErrRefused, "a rule refuses")
			must(t, p.Freeze(t.Context(), r))
			if err := p.SetRules(t.Context(), r, RuleSet{}); !errors.Is(err, ErrContract) {
				t.Errorf("change of frozen rules: %v, want ErrContract", err)
			}
			s, err := p.RulesOf(t.Context(), r)
			if err != nil || !s.All || len(s.Rules) != 2 || s.Rules[1].Policy != gate {
				t.Errorf("rules: %+v, %v", s, err)
			}
		})
	})
}

// pass has some seconds of chain time go by.
func (w *world) pass(t *testing.T, seconds int) {
	t.Helper()
	var version string
	w.call(t, &version, "web3_clientVersion")
	if len(version) > 5 && version[:5] == "anvil" {
		w.call(t, nil, "evm_increaseTime", seconds)
	}
	w.mine(seconds) // each block of the embedded chain is at least a second later
}

func TestDeployPolicyRefuses(t *testing.T) {
	for _, c := range []struct {
		kind  Kind
		token walrus.Address
	}{{"nothing", walrus.Address{}}, {MarketKind, walrus.Address{}}, {OwnerKind, walrus.Address{1}}} {
		if a, err := DeployPolicy(t.Context(), nil, c.kind, Params{c.token}); err == nil {
			t.Errorf("kind %q with token %v was deployed at %v", c.kind, c.token, a)
		}
	}
}

func TestTimeLockResource(t *testing.T) {
	for _, c := range []struct {
		at   time.Time
		want uint64
	}{{time.Unix(5, 0), 5}, {time.Unix(5, 1), 6}, {time.Unix(-7, 0), 0}} {
		if got := new(big.Int).SetBytes(TimeLockResource(c.at)).Uint64(); got != c.want {
			t.Errorf("%v opens at %d, want %d", c.at, got, c.want)
		}
	}
}
