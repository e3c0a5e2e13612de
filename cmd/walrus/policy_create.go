package main

import (
	"context"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain/evm/access"
)

// createFlags are the options of "walrus policy create"; each kind takes its own.
type createFlags struct {
	salt      string
	members   []string
	price     uint64
	period    time.Duration
	approvers []string
	needed    uint8
	rules     []string
	all       bool
}

// createFlagsOf says which flags besides --salt a kind takes.
var createFlagsOf = map[access.Kind][]string{
	access.OwnerKind:        {},
	access.AllowListKind:    {"member"},
	access.SubscriptionKind: {"price", "period"},
	access.MarketKind:       {"price"},
	access.ThresholdKind:    {"approver", "needed"},
	access.RulesKind:        {"rule", "all"},
}

func (a *app) newPolicyCreateCommand() *cobra.Command {
	var f createFlags
	c := &cobra.Command{
		Use:   "create KIND POLICY",
		Short: "Create a resource of the wallet's under a policy",
		Long: `Create a resource of the wallet's and print it. KIND is what the policy was deployed as: owner, allow-list (--member),
subscription (--price, --period), market (--price), threshold (--approver, --needed) or rules (--rule, --all). Resources
of the other kinds follow from what they say: see "walrus policy resource".

A resource follows from the wallet and --salt, which is random unless given.

Exit codes: 0 it exists, 1 it does not.`,
		Args: cobra.ExactArgs(2),
		RunE: func(c *cobra.Command, args []string) error { return a.runPolicyCreate(c, args, &f) },
	}
	flags := c.Flags()
	flags.StringVar(&f.salt, "salt", "", "0x and 64 hexadecimal digits (default random)")
	flags.StringSliceVar(&f.members, "member", nil, "accounts that read from the start")
	flags.Uint64Var(&f.price, "price", 0, "of a period or the item, in FROST")
	flags.DurationVar(&f.period, "period", 0, "length of a period")
	flags.StringSliceVar(&f.approvers, "approver", nil, "accounts that vote")
	flags.Uint8Var(&f.needed, "needed", 0, "how many votes let a reader in")
	flags.StringArrayVar(&f.rules, "rule", nil, "POLICY:RESOURCE, another policy that decides; at most 8")
	flags.BoolVar(&f.all, "all", false, "all rules have to approve, not just one")
	return c
}

func (a *app) runPolicyCreate(c *cobra.Command, args []string, f *createFlags) error {
	kind := access.Kind(args[0])
	if err := checkCreateFlags(c, kind); err != nil {
		return err
	}
	policy, err := walrus.ParseAddress(args[1])
	if err != nil {
		return fmt.Errorf("policy: %w", err)
	}
	salt, err := saltOf(f.salt)
	if err != nil {
		return err
	}
	create, err := f.creator(kind, policy, salt)
	if err != nil {
		return err
	}
	return a.withWallet(c.Context(), func(ctx context.Context, s *session) error {
		r, err := create(ctx, s.wallet)
		if err != nil {
			return err
		}
		out := &policyOutput{Policy: policy, Kind: kind, Resource: resourceText(r[:])}
		return a.print(out, out.text)
	})
}

// checkCreateFlags refuses kinds without owners, and flags that the kind has no use for.
func checkCreateFlags(c *cobra.Command, kind access.Kind) error {
	takes, ok := createFlagsOf[kind]
	if !ok {
		return fmt.Errorf("resources of kind %.40q are not created", string(kind))
	}
	for kindOfFlag, names := range createFlagsOf {
		for _, name := range names {
			if kindOfFlag != kind && c.Flags().Changed(name) && !slices.Contains(takes, name) {
				return fmt.Errorf("--%s is for kind %s, not %s", name, kindOfFlag, kind)
			}
		}
	}
	return nil
}

// creator reads the flags of a kind and returns what creates the resource.
func (f *createFlags) creator(kind access.Kind, policy walrus.Address, salt [32]byte) (func(context.Context, access.Account) (access.Resource, error), error) {
	members, err := parseAddresses(f.members)
	if err != nil {
		return nil, fmt.Errorf("--member: %w", err)
	}
	approvers, err := parseAddresses(f.approvers)
	if err != nil {
		return nil, fmt.Errorf("--approver: %w", err)
	}
	rules, err := parseRules(f.rules, f.all)
	if err != nil {
		return nil, err
	}
	return func(ctx context.Context, w access.Account) (access.Resource, error) {
		switch kind {
		case access.OwnerKind:
			return access.OpenOwnerPolicy(w, policy).Create(ctx, salt)
		case access.AllowListKind:
			return access.OpenAllowList(w, policy).Create(ctx, salt, members...)
		case access.SubscriptionKind:
			return access.OpenSubscription(w, policy).Create(ctx, salt, access.Plan{Price: walrus.Frost(f.price), Period: f.period, Open: true})
		case access.MarketKind:
			return access.OpenMarket(w, policy).Create(ctx, salt, walrus.Frost(f.price))
		case access.ThresholdKind:
			return access.OpenThreshold(w, policy).Create(ctx, salt, approvers, f.needed)
		case access.RulesKind:
			return access.OpenRules(w, policy).Create(ctx, salt, rules)
		}
		return access.Resource{}, fmt.Errorf("resources of kind %.40q are not created", string(kind))
	}, nil
}

// parseRules reads rules of the form POLICY:RESOURCE.
func parseRules(texts []string, all bool) (access.RuleSet, error) {
	set := access.RuleSet{All: all}
	for _, text := range texts {
		p, r, ok := strings.Cut(text, ":")
		digits, prefixed := strings.CutPrefix(r, "0x")
		if !ok || !prefixed {
			return set, fmt.Errorf("--rule %.80q is not POLICY:RESOURCE", text)
		}
		policy, err := walrus.ParseAddress(p)
		if err != nil {
			return set, fmt.Errorf("--rule: %w", err)
		}
		resource, err := hex.DecodeString(digits)
		if err != nil {
			return set, fmt.Errorf("--rule %.80q: resource: %w", text, err)
		}
		set.Rules = append(set.Rules, access.Rule{Policy: policy, Resource: resource})
	}
	return set, nil
}
