package evm

import (
	"github.com/walrus-go/walrus/chain/evm/bind/certs"
	"github.com/walrus-go/walrus/chain/evm/bind/epochs"
	"github.com/walrus-go/walrus/chain/evm/bind/registry"
	"github.com/walrus-go/walrus/chain/evm/bind/system"
	"github.com/walrus-go/walrus/chain/evm/bind/token"
)

// The generated bindings. They hold only the parsed ABI and are safe to share.
var (
	certsABI    = certs.NewCerts()
	tokenABI    = token.NewToken()
	registryABI = registry.NewRegistry()
	epochsABI   = epochs.NewEpochs()
	systemABI   = system.NewSystem()
)

// systemABIParsed describes the methods of System, for decoding inputs.
var systemABIParsed = systemABI.GetABI()
