package main

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
	"github.com/walrus-go/walrus/chain/evm/access"
)

// policyOutput is the JSON of the policy commands that change the chain; what does not apply is left out.
type policyOutput struct {
	Policy   walrus.Address   `json:"policy"`
	Kind     access.Kind      `json:"kind,omitempty"`
	Resource string           `json:"resource,omitempty"`
	Accounts []walrus.Address `json:"accounts,omitempty"`
}

func (o *policyOutput) text(w io.Writer) {
	fmt.Fprintf(w, "policy\t%v\n", o.Policy)
	if o.Kind != "" {
		fmt.Fprintf(w, "kind\t%s\n", o.Kind)
	}
	if o.Resource != "" {
		fmt.Fprintf(w, "resource\t%s\n", o.Resource)
	}
	for _, account := range o.Accounts {
		fmt.Fprintf(w, "account\t%v\n", account)
	}
}

func (a *app) newPolicyCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "policy",
		Short: "Deploy and manage the contracts that say who may decrypt",
		Long: `A policy is a contract that key servers ask before they give a key. One policy serves many resources; what is encrypted
under a resource opens for whom the policy approves.

Exit codes: 0 done, 1 failed, or access denied by "policy check".`,
	}
	c.AddCommand(a.newPolicyDeployCommand(), a.newPolicyCreateCommand(), a.newPolicyGrantCommand(), a.newPolicyRevokeCommand(),
		a.newPolicyVoteCommand(), a.newPolicyRulesCommand(), a.newPolicyFreezeCommand(), a.newPolicyOfferCommand(),
		a.newPolicyAcceptCommand(), a.newPolicyBuyCommand(), a.newPolicySubscribeCommand(), a.newPolicyResourceCommand(),
		a.newPolicyCheckCommand())
	return c
}

func (a *app) newPolicyDeployCommand() *cobra.Command {
	var kinds []string
	for _, k := range access.Kinds() {
		kinds = append(kinds, string(k))
	}
	return &cobra.Command{
		Use:   "deploy KIND",
		Short: "Put a policy on the chain",
		Long: `Put a policy on the chain and print its address. Readers of the kinds subscription and market pay in the token of the
network. Costs native coin alone.

Kinds: ` + strings.Join(kinds, ", ") + `.

Exit codes: 0 it is on the chain, 1 it is not.`,
		Args:      cobra.MatchAll(cobra.ExactArgs(1), cobra.OnlyValidArgs),
		ValidArgs: kinds,
		RunE: func(c *cobra.Command, args []string) error {
			kind := access.Kind(args[0])
			return a.withWallet(c.Context(), func(ctx context.Context, s *session) error {
				var p access.Params
				if kind == access.SubscriptionKind || kind == access.MarketKind {
					network := s.chain.Network()
					p.Token = network.Contract(chain.TokenContract)
				}
				policy, err := access.DeployPolicy(ctx, s.wallet, kind, p)
				if err != nil {
					return err
				}
				out := &policyOutput{Policy: policy, Kind: kind}
				return a.print(out, out.text)
			})
		},
	}
}

// withWallet calls f with a session that can pay.
func (a *app) withWallet(ctx context.Context, f func(context.Context, *session) error) error {
	s, err := a.connect(ctx, connectOptions{pays: true})
	if err != nil {
		return err
	}
	return errors.Join(f(ctx, s), s.close())
}

// parseResource reads a resource of a policy with owners: 0x and 64 hexadecimal digits.
func parseResource(text string) (r access.Resource, err error) {
	digits, ok := strings.CutPrefix(text, "0x")
	if n, err := hex.Decode(r[:], []byte(digits[:min(len(digits), 2*len(r))])); !ok || len(digits) != 2*len(r) || err != nil || n != len(r) {
		return access.Resource{}, fmt.Errorf("resource %.80q is not 0x and %d hexadecimal digits", text, 2*len(r))
	}
	return r, nil
}

func resourceText(resource []byte) string { return "0x" + hex.EncodeToString(resource) }

// policyAndResource reads the first two arguments of most policy commands.
func policyAndResource(args []string) (policy walrus.Address, r access.Resource, err error) {
	if policy, err = walrus.ParseAddress(args[0]); err != nil {
		return policy, r, fmt.Errorf("policy: %w", err)
	}
	r, err = parseResource(args[1])
	return policy, r, err
}

func parseAddresses(texts []string) ([]walrus.Address, error) {
	var all []walrus.Address
	for _, text := range texts {
		account, err := walrus.ParseAddress(text)
		if err != nil {
			return nil, err
		}
		all = append(all, account)
	}
	return all, nil
}

// saltOf reads a salt of 0x and 64 hexadecimal digits; empty text gives a random one.
func saltOf(text string) (salt [32]byte, err error) {
	if text == "" {
		_, _ = rand.Read(salt[:]) // never fails
		return salt, nil
	}
	r, err := parseResource(text)
	if err != nil {
		return salt, fmt.Errorf("--salt: %w", err)
	}
	return r, nil
}
