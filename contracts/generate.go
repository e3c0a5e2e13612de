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
