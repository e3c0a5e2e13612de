package main

import (
	"context"
	"fmt"
	"math"
	"math/bits"

	"github.com/spf13/cobra"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
	"github.com/walrus-go/walrus/chain/evm/access"
)

// payFlags are the options of the commands that spend tokens.
type payFlags struct {
	reader  string
	max     uint64
	periods uint32
	dryRun  bool
}

// sale is what a command buys: quote returns its price, pay pays no more than max.
type sale struct {
	quote func(ctx context.Context) (walrus.Frost, error)
	pay   func(ctx context.Context, reader walrus.Address, max walrus.Frost) error
}

// newPayCommand returns a command that buys on POLICY RESOURCE.
func (a *app) newPayCommand(use, short, long string, f *payFlags, open func(access.Account, walrus.Address, access.Resource) sale) *cobra.Command {
	c := &cobra.Command{
		Use: use, Short: short,
		Long: long + " It costs what is asked at the moment, and is not bought at all above --max-cost.\n\nExit codes: 0 done, 1 not bought.",
		Args: cobra.ExactArgs(2),
		RunE: func(c *cobra.Command, args []string) error { return a.runPay(c, args, f, open) },
	}
	c.Flags().StringVar(&f.reader, "reader", "", "account that is to read (default the wallet)")
	c.Flags().Uint64Var(&f.max, "max-cost", math.MaxUint64, "the most to pay, in FROST")
	c.Flags().BoolVar(&f.dryRun, "dry-run", false, "only say what it would cost")
	return c
}

func (a *app) runPay(c *cobra.Command, args []string, f *payFlags, open func(access.Account, walrus.Address, access.Resource) sale) error {
	policy, r, err := policyAndResource(args)
	if err != nil {
		return err
	}
	return a.withWallet(c.Context(), func(ctx context.Context, s *session) error {
		reader := s.wallet.Address()
		if f.reader != "" {
			if reader, err = walrus.ParseAddress(f.reader); err != nil {
				return fmt.Errorf("--reader: %w", err)
			}
		}
		buy := open(s.wallet, policy, r)
		cost, err := buy.quote(ctx)
		if err != nil {
			return err
		}
		if cost > walrus.Frost(f.max) {
			return fmt.Errorf("%w: %v is asked, --max-cost is %v", chain.ErrPriceChanged, cost, walrus.Frost(f.max))
		}
		if !f.dryRun {
			if err := buy.pay(ctx, reader, cost); err != nil {
				return err
			}
		}
		return a.printPaid(&paidOutput{
			policyOutput{Policy: policy, Resource: resourceText(r[:]), Accounts: []walrus.Address{reader}}, f.dryRun, cost,
		})
	})
}

func (a *app) newPolicyBuyCommand() *cobra.Command {
	f := &payFlags{}
	return a.newPayCommand("buy POLICY RESOURCE", "Buy the right to read an item of a market",
		"Pay the seller of an item of a market, so that a reader may read it for ever.", f,
		func(w access.Account, policy walrus.Address, r access.Resource) sale {
			m := access.OpenMarket(w, policy)
			return sale{
				quote: func(ctx context.Context) (walrus.Frost, error) {
					o, err := m.OfferOf(ctx, r)
					if err == nil && !o.Open {
						err = fmt.Errorf("%w: the item is not for sale", access.ErrContract)
					}
					return o.Price, err
				},
				pay: func(ctx context.Context, reader walrus.Address, max walrus.Frost) error {
					return m.Buy(ctx, r, reader, max)
				},
			}
		})
}

func (a *app) newPolicySubscribeCommand() *cobra.Command {
	f := &payFlags{}
	c := a.newPayCommand("subscribe POLICY RESOURCE", "Pay for periods of a subscription",
		"Pay for periods of a plan, which follow on what the reader has paid for.", f,
		func(w access.Account, policy walrus.Address, r access.Resource) sale {
			p := access.OpenSubscription(w, policy)
			return sale{
				quote: func(ctx context.Context) (walrus.Frost, error) {
					plan, err := p.PlanOf(ctx, r)
					if err == nil && !plan.Open {
						err = fmt.Errorf("%w: periods of the plan are not for sale", access.ErrContract)
					}
					if err != nil {
						return 0, err
					}
					hi, cost := bits.Mul64(uint64(plan.Price), uint64(f.periods))
					if hi != 0 {
						return 0, fmt.Errorf("%d periods at %v cost more than 2^64 FROST", f.periods, plan.Price)
					}
					return walrus.Frost(cost), nil
				},
				pay: func(ctx context.Context, reader walrus.Address, max walrus.Frost) error {
					return p.Subscribe(ctx, r, reader, f.periods, max)
				},
			}
		})
	c.Flags().Uint32Var(&f.periods, "periods", 1, "how many periods")
	return c
}
