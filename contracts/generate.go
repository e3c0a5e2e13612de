// Package contracts holds the Solidity sources of the control plane and what is generated from them: ABI and creation
// code in build/, and the Go bindings in chain/evm/bind. There is no Go code here; the bindings import go-ethereum, which
// this package may not.
//
// Generated files are committed, so that building and testing Go code needs no Solidity compiler. `go generate` makes
// them again; it needs Node.js and, once, `npm ci` in this directory.
package contracts

//go:generate npx --no-install forge build --force src
//go:generate node tools/artifacts.mjs
//go:generate mkdir -p ../chain/evm/bind/token ../chain/evm/bind/certs ../chain/evm/bind/registry ../chain/evm/bind/epochs ../chain/evm/bind/system
//go:generate go tool -modfile=../tools/go.mod abigen --v2 --abi build/Token.abi --bin build/Token.bin --pkg token --type Token --out ../chain/evm/bind/token/token.go
//go:generate go tool -modfile=../tools/go.mod abigen --v2 --abi build/Certs.abi --bin build/Certs.bin --pkg certs --type Certs --out ../chain/evm/bind/certs/certs.go
//go:generate go tool -modfile=../tools/go.mod abigen --v2 --abi build/Registry.abi --bin build/Registry.bin --pkg registry --type Registry --out ../chain/evm/bind/registry/registry.go
//go:generate go tool -modfile=../tools/go.mod abigen --v2 --abi build/Epochs.abi --bin build/Epochs.bin --pkg epochs --type Epochs --out ../chain/evm/bind/epochs/epochs.go
//go:generate go tool -modfile=../tools/go.mod abigen --v2 --abi build/System.abi --bin build/System.bin --pkg system --type System --out ../chain/evm/bind/system/system.go
//go:generate mkdir -p ../chain/evm/bind/ownerpolicy ../chain/evm/bind/allowlistpolicy ../chain/evm/bind/timelockpolicy ../chain/evm/bind/subscriptionpolicy ../chain/evm/bind/marketpolicy ../chain/evm/bind/nftgatepolicy ../chain/evm/bind/tokengatepolicy ../chain/evm/bind/thresholdpolicy ../chain/evm/bind/rulespolicy ../chain/evm/bind/keyserverregistry ../chain/evm/bind/probe
//go:generate go tool -modfile=../tools/go.mod abigen --v2 --abi build/OwnerPolicy.abi --bin build/OwnerPolicy.bin --pkg ownerpolicy --type OwnerPolicy --out ../chain/evm/bind/ownerpolicy/ownerpolicy.go
//go:generate go tool -modfile=../tools/go.mod abigen --v2 --abi build/AllowListPolicy.abi --bin build/AllowListPolicy.bin --pkg allowlistpolicy --type AllowListPolicy --out ../chain/evm/bind/allowlistpolicy/allowlistpolicy.go
//go:generate go tool -modfile=../tools/go.mod abigen --v2 --abi build/TimeLockPolicy.abi --bin build/TimeLockPolicy.bin --pkg timelockpolicy --type TimeLockPolicy --out ../chain/evm/bind/timelockpolicy/timelockpolicy.go
//go:generate go tool -modfile=../tools/go.mod abigen --v2 --abi build/SubscriptionPolicy.abi --bin build/SubscriptionPolicy.bin --pkg subscriptionpolicy --type SubscriptionPolicy --out ../chain/evm/bind/subscriptionpolicy/subscriptionpolicy.go
//go:generate go tool -modfile=../tools/go.mod abigen --v2 --abi build/MarketPolicy.abi --bin build/MarketPolicy.bin --pkg marketpolicy --type MarketPolicy --out ../chain/evm/bind/marketpolicy/marketpolicy.go
//go:generate go tool -modfile=../tools/go.mod abigen --v2 --abi build/NFTGatePolicy.abi --bin build/NFTGatePolicy.bin --pkg nftgatepolicy --type NFTGatePolicy --out ../chain/evm/bind/nftgatepolicy/nftgatepolicy.go
//go:generate go tool -modfile=../tools/go.mod abigen --v2 --abi build/TokenGatePolicy.abi --bin build/TokenGatePolicy.bin --pkg tokengatepolicy --type TokenGatePolicy --out ../chain/evm/bind/tokengatepolicy/tokengatepolicy.go
//go:generate go tool -modfile=../tools/go.mod abigen --v2 --abi build/ThresholdPolicy.abi --bin build/ThresholdPolicy.bin --pkg thresholdpolicy --type ThresholdPolicy --out ../chain/evm/bind/thresholdpolicy/thresholdpolicy.go
//go:generate go tool -modfile=../tools/go.mod abigen --v2 --abi build/RulesPolicy.abi --bin build/RulesPolicy.bin --pkg rulespolicy --type RulesPolicy --out ../chain/evm/bind/rulespolicy/rulespolicy.go
//go:generate go tool -modfile=../tools/go.mod abigen --v2 --abi build/KeyServerRegistry.abi --bin build/KeyServerRegistry.bin --pkg keyserverregistry --type KeyServerRegistry --out ../chain/evm/bind/keyserverregistry/keyserverregistry.go
//go:generate go tool -modfile=../tools/go.mod abigen --v2 --abi build/Probe.abi --bin build/Probe.bin --pkg probe --type Probe --out ../chain/evm/bind/probe/probe.go
