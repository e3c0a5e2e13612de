package access

import (
	"context"
	"fmt"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain/evm/bind/allowlistpolicy"
	"github.com/walrus-go/walrus/chain/evm/bind/keyserverregistry"
	"github.com/walrus-go/walrus/chain/evm/bind/marketpolicy"
	"github.com/walrus-go/walrus/chain/evm/bind/nftgatepolicy"
	"github.com/walrus-go/walrus/chain/evm/bind/ownerpolicy"
	"github.com/walrus-go/walrus/chain/evm/bind/rulespolicy"
	"github.com/walrus-go/walrus/chain/evm/bind/subscriptionpolicy"
	"github.com/walrus-go/walrus/chain/evm/bind/thresholdpolicy"
	"github.com/walrus-go/walrus/chain/evm/bind/timelockpolicy"
	"github.com/walrus-go/walrus/chain/evm/bind/token"
	"github.com/walrus-go/walrus/chain/evm/bind/tokengatepolicy"
)

// The generated bindings. They hold only the parsed ABI and are safe to share.
var (
	ownerABI        = ownerpolicy.NewOwnerPolicy()
	allowListABI    = allowlistpolicy.NewAllowListPolicy()
	subscriptionABI = subscriptionpolicy.NewSubscriptionPolicy()
	marketABI       = marketpolicy.NewMarketPolicy()
	thresholdABI    = thresholdpolicy.NewThresholdPolicy()
	rulesABI        = rulespolicy.NewRulesPolicy()
	registryABI     = keyserverregistry.NewKeyServerRegistry()
	tokenABI        = token.NewToken()
)

// Kind is a kind of policy that comes with the project. Each contract serves any number of resources.
type Kind string

// The kinds.
const (
	OwnerKind        Kind = "owner"        // the owner reads
	AllowListKind    Kind = "allow-list"   // the members of a list read
	TimeLockKind     Kind = "time-lock"    // everybody reads from a moment on
	SubscriptionKind Kind = "subscription" // who has paid until a time reads
	MarketKind       Kind = "market"       // who has paid the seller reads
	NFTGateKind      Kind = "nft-gate"     // the owner of an ERC-721 token reads
	TokenGateKind    Kind = "token-gate"   // holders of enough of a token read
	ThresholdKind    Kind = "threshold"    // for whom enough approvers voted reads
	RulesKind        Kind = "rules"        // other policies decide, and which may change
)

// Kinds returns all kinds.
func Kinds() []Kind {
	return []Kind{
		OwnerKind, AllowListKind, TimeLockKind, SubscriptionKind, MarketKind, NFTGateKind, TokenGateKind, ThresholdKind, RulesKind,
	}
}

// takesToken reports whether readers pay.
func (k Kind) takesToken() bool { return k == SubscriptionKind || k == MarketKind }

// Params are the settings of a policy.
type Params struct {
	Token walrus.Address // that readers pay with: WAL; for the kinds subscription and market alone
}

// DeployPolicy puts a policy of a kind on the chain and returns its address once it is there.
func DeployPolicy(ctx context.Context, w Account, kind Kind, p Params) (walrus.Address, error) {
	if !slices.Contains(Kinds(), kind) {
		return walrus.Address{}, fmt.Errorf("deploy policy: no kind %q", string(kind))
	}
	if kind.takesToken() == p.Token.IsZero() {
		return walrus.Address{}, fmt.Errorf("deploy policy of kind %s: a token is for subscription and market", kind)
	}
	address, err := deploy(ctx, w, kind.code(common.Address(p.Token)))
	if err != nil {
		return walrus.Address{}, fmt.Errorf("deploy policy of kind %s: %w", kind, err)
	}
	return address, nil
}

// code returns the creation code with its arguments.
func (k Kind) code(token common.Address) []byte {
	switch k {
	case OwnerKind:
		return hexutil.MustDecode(ownerpolicy.OwnerPolicyMetaData.Bin)
	case AllowListKind:
		return hexutil.MustDecode(allowlistpolicy.AllowListPolicyMetaData.Bin)
	case TimeLockKind:
		return hexutil.MustDecode(timelockpolicy.TimeLockPolicyMetaData.Bin)
	case SubscriptionKind:
		return append(hexutil.MustDecode(subscriptionpolicy.SubscriptionPolicyMetaData.Bin), subscriptionABI.PackConstructor(token)...)
	case MarketKind:
		return append(hexutil.MustDecode(marketpolicy.MarketPolicyMetaData.Bin), marketABI.PackConstructor(token)...)
	case NFTGateKind:
		return hexutil.MustDecode(nftgatepolicy.NFTGatePolicyMetaData.Bin)
	case TokenGateKind:
		return hexutil.MustDecode(tokengatepolicy.TokenGatePolicyMetaData.Bin)
	case ThresholdKind:
		return hexutil.MustDecode(thresholdpolicy.ThresholdPolicyMetaData.Bin)
	}
	return hexutil.MustDecode(rulespolicy.RulesPolicyMetaData.Bin)
}

// DeployKeyServers puts a registry of key servers on the chain.
func DeployKeyServers(ctx context.Context, w Account) (walrus.Address, error) {
	address, err := deploy(ctx, w, hexutil.MustDecode(keyserverregistry.KeyServerRegistryMetaData.Bin))
	if err != nil {
		return walrus.Address{}, fmt.Errorf("deploy registry of key servers: %w", err)
	}
	return address, nil
}

func deploy(ctx context.Context, w Account, code []byte) (walrus.Address, error) {
	address, _, err := w.Create(ctx, code)
	return address, err
}

func addresses(all []walrus.Address) []common.Address {
	out := make([]common.Address, len(all))
	for i, a := range all {
		out[i] = common.Address(a)
	}
	return out
}
