package main

import (
	"path/filepath"
	"testing"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain/evm/access"
)

const (
	stranger = "0x00000000000000000000000000000000000000a1"
	someone  = "0x00000000000000000000000000000000000000b2"
)

// policyUser calls the policy commands on one network.
type policyUser struct{ userOf }

func (u policyUser) change(t *testing.T, args ...string) policyOutput {
	t.Helper()
	return mustJSON[policyOutput](t, u.args(append([]string{"policy"}, args...)...)...)
}

// made deploys a policy and creates a resource under it.
func (u policyUser) made(t *testing.T, kind access.Kind, flags ...string) (policy, resource string) {
	t.Helper()
	policy = u.change(t, "deploy", string(kind)).Policy.String()
	out := u.change(t, append([]string{"create", string(kind), policy}, flags...)...)
	return policy, out.Resource
}

func (u policyUser) mayRead(t *testing.T, policy, resource, account string) {
	t.Helper()
	if out := mustJSON[checkOutput](t, u.args("policy", "check", policy, resource, account)...); !out.Allowed || out.Reason != "" {
		t.Errorf("check of %s: %+v, want allowed", account, out)
	}
}

func (u policyUser) mayNotRead(t *testing.T, policy, resource, account string) {
	t.Helper()
	mustFail(t, u.args("policy", "check", policy, resource, account), "access denied")
}

// Each kind of policy is deployed and managed through the binary, and asked as key servers ask it.
func TestPolicies(t *testing.T) {
	if testing.Short() {
		t.Skip("starts a network of processes")
	}
	_, net := startDevnet(t, filepath.Join(t.TempDir(), "net"), "--block-time", "1s") // key servers ask no chain whose clock runs ahead
	u := policyUser{userOf{net.ClientConfig}}
	for _, test := range []struct {
		name string
		run  func(*testing.T, policyUser)
	}{
		{"allow-list", testAllowList},
		{"owner", testOwner},
		{"market", testMarket},
		{"subscription", testSubscription},
		{"threshold and rules", testThresholdAndRules},
		{"without owners", testWithoutOwners},
		{"errors", testPolicyErrors},
	} {
		t.Run(test.name, func(t *testing.T) { test.run(t, u) })
	}
}

func testAllowList(t *testing.T, u policyUser) {
	policy, list := u.made(t, access.AllowListKind)
	u.mayNotRead(t, policy, list, stranger)
	u.change(t, "grant", policy, list, stranger, someone)
	u.mayRead(t, policy, list, stranger)
	u.change(t, "revoke", policy, list, stranger)
	u.mayNotRead(t, policy, list, stranger)
	u.mayRead(t, policy, list, someone)
}

func testMarket(t *testing.T, u policyUser) {
	policy, item := u.made(t, access.MarketKind, "--price", "7000")
	buy := []string{"policy", "buy", policy, item, "--reader", stranger}
	if out := mustJSON[paidOutput](t, u.args(append(buy, "--dry-run")...)...); out.Cost != 7000 || !out.DryRun {
		t.Errorf("dry run: %+v, want a cost of 7000", out)
	}
	u.mayNotRead(t, policy, item, stranger)
	mustFail(t, u.args(append(buy, "--max-cost", "6999")...), "--max-cost is")
	u.mayNotRead(t, policy, item, stranger)
	if out := mustJSON[paidOutput](t, u.args(buy...)...); out.Cost != 7000 || out.DryRun {
		t.Errorf("bought: %+v, want a cost of 7000", out)
	}
	u.mayRead(t, policy, item, stranger)
}

func testSubscription(t *testing.T, u policyUser) {
	policy, plan := u.made(t, access.SubscriptionKind, "--price", "500", "--period", "1h")
	u.mayNotRead(t, policy, plan, stranger)
	out := mustJSON[paidOutput](t, u.args("policy", "subscribe", policy, plan, "--reader", stranger, "--periods", "3")...)
	if out.Cost != 1500 {
		t.Errorf("3 periods cost %v, want 1500 FROST", uint64(out.Cost))
	}
	u.mayRead(t, policy, plan, stranger)
}

func testThresholdAndRules(t *testing.T, u policyUser) {
	approver := walletAccount(t, u)
	policy, r := u.made(t, access.ThresholdKind, "--approver", approver, "--needed", "1")
	rules, set := u.made(t, access.RulesKind)
	u.change(t, "rules", rules, set, "--rule", policy+":"+r)
	u.mayNotRead(t, rules, set, stranger)
	u.change(t, "vote", policy, r, stranger)
	u.mayRead(t, policy, r, stranger)
	u.mayRead(t, rules, set, stranger)
	u.change(t, "vote", policy, r, stranger, "--withdraw")
	u.mayNotRead(t, rules, set, stranger)
	u.change(t, "freeze", rules, set)
	mustFail(t, u.args("policy", "rules", rules, set), "the contract refused")
}

// walletAccount returns the account of the wallet, which a purchase is for unless told otherwise.
func walletAccount(t *testing.T, u policyUser) string {
	t.Helper()
	policy, item := u.made(t, access.MarketKind, "--price", "1")
	out := mustJSON[paidOutput](t, u.args("policy", "buy", policy, item, "--dry-run")...)
	if len(out.Accounts) != 1 || out.Accounts[0] == (walrus.Address{}) {
		t.Fatalf("reader of a purchase without --reader: %v", out.Accounts)
	}
	return out.Accounts[0].String()
}

func testWithoutOwners(t *testing.T, u policyUser) {
	policy := u.change(t, "deploy", "time-lock").Policy.String()
	for moment, open := range map[string]bool{"2020-01-01T00:00:00Z": true, "2100-01-01T00:00:00Z": false} {
		r := mustJSON[policyOutput](t, "policy", "resource", "time-lock", moment).Resource
		if open {
			u.mayRead(t, policy, r, stranger)
		} else {
			u.mayNotRead(t, policy, r, stranger)
		}
	}
}

func testPolicyErrors(t *testing.T, u policyUser) {
	policy, list := u.made(t, access.AllowListKind)
	missing := "0x" + "11111111111111111111111111111111" + "11111111111111111111111111111111"
	mustFail(t, u.args("policy", "grant", policy, missing, stranger), "not the owner")
	mustFail(t, u.args("policy", "grant", policy, list[:20], stranger), "is not 0x and 64 hexadecimal digits")
	mustFail(t, u.args("policy", "create", "allow-list", policy, "--price", "3"), "--price is for kind")
	mustFail(t, u.args("policy", "create", "time-lock", policy), "are not created")
	mustFail(t, u.args("policy", "deploy", "nonsense"), "invalid argument")
	mustFail(t, u.args("policy", "check", stranger, list, someone), "access denied", "no contract")
}

func testOwner(t *testing.T, u policyUser) {
	policy, r := u.made(t, access.OwnerKind)
	owner := walletAccount(t, u)
	u.mayRead(t, policy, r, owner)
	u.mayNotRead(t, policy, r, stranger)
	u.change(t, "offer", policy, r, owner)
	u.change(t, "accept", policy, r)
	u.mayRead(t, policy, r, owner)
	mustFail(t, u.args("policy", "accept", policy, r), "the contract refused")
}

func TestRuleResource(t *testing.T) {
	for _, row := range []struct {
		args []string
		want string // empty: an error
	}{
		{[]string{"time-lock", "2020-01-01T00:00:00Z"}, "0x000000005e0be100"},
		{[]string{"nft-gate", stranger, "5"}, stranger + "0000000000000000000000000000000000000000000000000000000000000005"},
		{[]string{"token-gate", stranger, "0x10"}, stranger + "0000000000000000000000000000000000000000000000000000000000000010"},
		{[]string{"time-lock", "tomorrow"}, ""},
		{[]string{"token-gate", stranger, "0"}, ""},
		{[]string{"token-gate", stranger, "-1"}, ""},
		{[]string{"nft-gate", stranger}, ""},
		{[]string{"allow-list", stranger}, ""},
	} {
		r, err := ruleResource(access.Kind(row.args[0]), row.args[1:])
		if got := resourceText(r); (err == nil) != (row.want != "") || err == nil && got != row.want {
			t.Errorf("%v: %s, %v, want %q", row.args, got, err, row.want)
		}
	}
}
