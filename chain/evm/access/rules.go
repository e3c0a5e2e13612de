package access

import (
	"context"

	"github.com/ethereum/go-ethereum/common"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain/evm/bind/rulespolicy"
)

// Rules is a policy of kind rules.
type Rules struct{ Owned }

// OpenRules returns the policy at an address, which is not checked.
func OpenRules(w Account, policy walrus.Address) *Rules {
	return &Rules{Owned{contract{w, policy, rulesABI.UnpackError}}}
}

// Rule is a question to another policy.
type Rule struct {
	Policy   walrus.Address
	Resource []byte // of that policy, at most 256 bytes
}

// RuleSet is a set of at most 8 rules. An empty one lets nobody read.
type RuleSet struct {
	All   bool // all rules have to approve, not just any
	Rules []Rule
}

func (s RuleSet) pack() (mode uint8, rules []rulespolicy.RulesPolicyRule) {
	rules = make([]rulespolicy.RulesPolicyRule, len(s.Rules))
	for i, r := range s.Rules {
		rules[i] = rulespolicy.RulesPolicyRule{Policy: common.Address(r.Policy), Resource: r.Resource}
	}
	if s.All {
		mode = 1
	}
	return mode, rules
}

// Create creates a resource under rules.
func (p *Rules) Create(ctx context.Context, salt [32]byte, s RuleSet) (Resource, error) {
	mode, rules := s.pack()
	return p.create(ctx, salt, rulesABI.PackCreate(salt, mode, rules))
}

// SetRules replaces the rules of a resource. What is encrypted under it stays as it is.
func (p *Rules) SetRules(ctx context.Context, r Resource, s RuleSet) error {
	mode, rules := s.pack()
	return p.do(ctx, "set rules", rulesABI.PackSetRules(r, mode, rules))
}

// Freeze makes the rules of a resource the last ones, for every owner to come.
func (p *Rules) Freeze(ctx context.Context, r Resource) error {
	return p.do(ctx, "freeze rules", rulesABI.PackFreeze(r))
}

// RulesOf returns the rules of a resource.
func (p *Rules) RulesOf(ctx context.Context, r Resource) (RuleSet, error) {
	out, err := view1(ctx, &p.contract, "rules of a resource", rulesABI.PackRulesOf(r), rulesABI.UnpackRulesOf)
	if err != nil {
		return RuleSet{}, err
	}
	s := RuleSet{All: out.Mode == 1}
	for _, rule := range out.Set {
		s.Rules = append(s.Rules, Rule{walrus.Address(rule.Policy), rule.Resource})
	}
	return s, nil
}
