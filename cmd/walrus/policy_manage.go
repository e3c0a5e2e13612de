package main

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain/evm/access"
)

// policyAct changes one resource; accounts are the arguments behind it.
type policyAct func(ctx context.Context, w access.Account, policy walrus.Address, r access.Resource, accounts []walrus.Address) error

// newActCommand returns a command on POLICY RESOURCE ACCOUNT… .
func (a *app) newActCommand(use, short, long string, args cobra.PositionalArgs, act policyAct) *cobra.Command {
	return &cobra.Command{
		Use: use, Short: short, Long: long + "\n\nExit codes: 0 done, 1 not done.", Args: args,
		RunE: func(c *cobra.Command, args []string) error {
			policy, r, err := policyAndResource(args)
			if err != nil {
				return err
			}
			accounts, err := parseAddresses(args[2:])
			if err != nil {
				return err
			}
			return a.withWallet(c.Context(), func(ctx context.Context, s *session) error {
				if err := act(ctx, s.wallet, policy, r, accounts); err != nil {
					return err
				}
				out := &policyOutput{Policy: policy, Resource: resourceText(r[:]), Accounts: accounts}
				return a.print(out, out.text)
			})
		},
	}
}

func (a *app) newPolicyGrantCommand() *cobra.Command {
	return a.newActCommand("grant POLICY RESOURCE ACCOUNT…", "Add accounts to an allow-list",
		"Add accounts to an allow-list of the wallet's. They read from the next block on.", cobra.MinimumNArgs(3),
		func(ctx context.Context, w access.Account, policy walrus.Address, r access.Resource, accounts []walrus.Address) error {
			return access.OpenAllowList(w, policy).Grant(ctx, r, accounts...)
		})
}

func (a *app) newPolicyRevokeCommand() *cobra.Command {
	return a.newActCommand("revoke POLICY RESOURCE ACCOUNT…", "Remove accounts from an allow-list",
		"Remove accounts from an allow-list of the wallet's. They get no more keys; what they have fetched stays theirs.", cobra.MinimumNArgs(3),
		func(ctx context.Context, w access.Account, policy walrus.Address, r access.Resource, accounts []walrus.Address) error {
			return access.OpenAllowList(w, policy).Revoke(ctx, r, accounts...)
		})
}

func (a *app) newPolicyVoteCommand() *cobra.Command {
	var withdraw bool
	c := a.newActCommand("vote POLICY RESOURCE READER", "Vote for a reader under a threshold policy",
		"Give the wallet's vote to a reader, or take it back with --withdraw. The wallet has to be one of the approvers.", cobra.ExactArgs(3),
		func(ctx context.Context, w access.Account, policy walrus.Address, r access.Resource, accounts []walrus.Address) error {
			return access.OpenThreshold(w, policy).Vote(ctx, r, accounts[0], !withdraw)
		})
	c.Flags().BoolVar(&withdraw, "withdraw", false, "take the vote back")
	return c
}

func (a *app) newPolicyRulesCommand() *cobra.Command {
	var rules []string
	var all bool
	c := a.newActCommand("rules POLICY RESOURCE", "Replace the rules of a resource",
		"Replace the rules of a resource of the wallet's. Without a --rule nobody reads.", cobra.ExactArgs(2),
		func(ctx context.Context, w access.Account, policy walrus.Address, r access.Resource, _ []walrus.Address) error {
			set, err := parseRules(rules, all)
			if err != nil {
				return err
			}
			return access.OpenRules(w, policy).SetRules(ctx, r, set)
		})
	c.Flags().StringArrayVar(&rules, "rule", nil, "POLICY:RESOURCE, another policy that decides; at most 8")
	c.Flags().BoolVar(&all, "all", false, "all rules have to approve, not just one")
	return c
}

func (a *app) newPolicyFreezeCommand() *cobra.Command {
	return a.newActCommand("freeze POLICY RESOURCE", "Make the rules of a resource the last ones",
		"Make the rules of a resource of the wallet's the last ones, for every owner to come.", cobra.ExactArgs(2),
		func(ctx context.Context, w access.Account, policy walrus.Address, r access.Resource, _ []walrus.Address) error {
			return access.OpenRules(w, policy).Freeze(ctx, r)
		})
}

func (a *app) newPolicyOfferCommand() *cobra.Command {
	return a.newActCommand("offer POLICY RESOURCE HEIR", "Offer a resource to another account",
		"Offer a resource of the wallet's to another account, whose it is when that accepts. The zero address takes an offer back.", cobra.ExactArgs(3),
		func(ctx context.Context, w access.Account, policy walrus.Address, r access.Resource, accounts []walrus.Address) error {
			return access.OpenOwned(w, policy).Offer(ctx, r, accounts[0])
		})
}

func (a *app) newPolicyAcceptCommand() *cobra.Command {
	return a.newActCommand("accept POLICY RESOURCE", "Take over a resource that was offered to the wallet",
		"Take over a resource that was offered to the wallet.", cobra.ExactArgs(2),
		func(ctx context.Context, w access.Account, policy walrus.Address, r access.Resource, _ []walrus.Address) error {
			return access.OpenOwned(w, policy).Accept(ctx, r)
		})
}

// paidOutput is the JSON of "walrus policy buy" and "subscribe"; Cost is in FROST.
type paidOutput struct {
	policyOutput
	DryRun bool         `json:"dryRun"`
	Cost   walrus.Frost `json:"cost"`
}

func (a *app) printPaid(out *paidOutput) error {
	return a.print(out, func(w io.Writer) {
		out.text(w)
		fmt.Fprintf(w, "cost\t%v\n", out.Cost)
	})
}
