package main

import (
	"context"
	"encoding/hex"
	"fmt"
	"io"
	"math/big"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain/evm/access"
	"github.com/walrus-go/walrus/seal"
)

// checkOutput is the JSON of "walrus policy check".
type checkOutput struct {
	Policy   walrus.Address `json:"policy"`
	Resource string         `json:"resource"`
	User     walrus.Address `json:"user"`
	Allowed  bool           `json:"allowed"`
	Reason   string         `json:"reason,omitempty"`
}

func (a *app) newPolicyCheckCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "check POLICY RESOURCE ACCOUNT",
		Short: "Ask a policy whether an account may read",
		Long: `Ask a policy what key servers would ask it, at the chain of the configuration, and print the verdict. No key is fetched,
and no money spent.

Exit codes: 0 the account may read, 1 it may not, or nobody knows.`,
		Args: cobra.ExactArgs(3),
		RunE: func(c *cobra.Command, args []string) error { return a.runPolicyCheck(c.Context(), args) },
	}
}

func (a *app) runPolicyCheck(ctx context.Context, args []string) error {
	policy, err := walrus.ParseAddress(args[0])
	if err != nil {
		return fmt.Errorf("policy: %w", err)
	}
	digits, ok := strings.CutPrefix(args[1], "0x")
	resource, err := hex.DecodeString(digits)
	if !ok || err != nil {
		return fmt.Errorf("resource %.80q is not 0x and hexadecimal digits", args[1])
	}
	user, err := walrus.ParseAddress(args[2])
	if err != nil {
		return err
	}
	denied, err := a.askPolicy(ctx, policy, resource, user)
	if err != nil {
		return err
	}
	out := checkOutput{Policy: policy, Resource: args[1], User: user, Allowed: denied == nil}
	if denied == nil {
		return a.print(out, func(w io.Writer) { fmt.Fprintf(w, "%v may read\n", user) })
	}
	if out.Reason = denied.Error(); a.json {
		if err := a.print(out, nil); err != nil {
			return err
		}
	}
	return denied
}

// askPolicy asks as a key server does. denied says why the account may not read; err that nobody knows.
func (a *app) askPolicy(ctx context.Context, policy walrus.Address, resource []byte, user walrus.Address) (denied, err error) {
	f, err := a.configuration()
	if err != nil {
		return nil, err
	}
	network, err := f.LoadNetwork()
	if err != nil {
		return nil, err
	}
	if a.rpcURL != "" {
		network.RPCURLs = []string{a.rpcURL}
	}
	opts := access.Options{ChainID: network.ChainID, Finality: network.Finality, SingleEndpoint: true}
	for _, url := range network.RPCURLs {
		if strings.HasPrefix(url, "http") {
			opts.URLs = append(opts.URLs, url)
		}
	}
	v, err := access.Open(ctx, opts)
	if err != nil {
		return nil, err
	}
	defer v.Close()
	id := seal.NewIdentity(seal.NewPolicyNamespace(network.ChainID, policy), resource)
	d, err := v.Evaluate(ctx, access.Query{Policy: policy, User: user, Calls: []access.Call{{InnerID: id.Inner}}})
	if err != nil {
		return nil, err
	}
	return d.Answers[0].Err, nil
}

func (a *app) newPolicyResourceCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "resource KIND WHAT…",
		Short: "Print the resource of a kind without owners",
		Long: `Print the resource that stands for a rule: "time-lock TIME" (RFC 3339), "nft-gate COLLECTION TOKEN_ID" or
"token-gate TOKEN LEAST", with LEAST in the smallest unit of the token. Needs no network.

Exit codes: 0 printed, 1 not a rule of that kind.`,
		Args: cobra.RangeArgs(2, 3),
		RunE: func(_ *cobra.Command, args []string) error {
			r, err := ruleResource(access.Kind(args[0]), args[1:])
			if err != nil {
				return err
			}
			out := map[string]string{"kind": args[0], "resource": resourceText(r)}
			return a.print(out, func(w io.Writer) { fmt.Fprintln(w, out["resource"]) })
		},
	}
}

func ruleResource(kind access.Kind, what []string) ([]byte, error) {
	switch {
	case kind == access.TimeLockKind && len(what) == 1:
		t, err := time.Parse(time.RFC3339, what[0])
		if err != nil {
			return nil, fmt.Errorf("time %.40q is not RFC 3339", what[0])
		}
		return access.TimeLockResource(t), nil
	case (kind == access.NFTGateKind || kind == access.TokenGateKind) && len(what) == 2:
		token, err := walrus.ParseAddress(what[0])
		if err != nil {
			return nil, err
		}
		n, ok := new(big.Int).SetString(what[1], 0)
		if !ok || n.Sign() < 0 || n.BitLen() > 256 {
			return nil, fmt.Errorf("%.100q is not a number of at most 256 bits", what[1])
		}
		if kind == access.TokenGateKind {
			return access.TokenResource(token, n)
		}
		return access.NFTResource(token, [32]byte(n.FillBytes(make([]byte, 32)))), nil
	}
	return nil, fmt.Errorf("%.40q with %d values is not a rule: want time-lock TIME, nft-gate COLLECTION TOKEN_ID or token-gate TOKEN LEAST", string(kind), len(what))
}
