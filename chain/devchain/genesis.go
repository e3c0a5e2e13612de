package devchain

import (
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"
)

// chainRules are the rules of the chain, fork by fork: everything up to Prague (BLS12-381 precompiles, EIP-2537) and
// Osaka from the first block, nothing later. They are written out because the library's development set also
// turns on forks that are not final.
func chainRules(chainID uint64) *params.ChainConfig {
	block := big.NewInt(0)
	at := uint64(0)
	return &params.ChainConfig{
		ChainID:                 new(big.Int).SetUint64(chainID),
		HomesteadBlock:          block,
		EIP150Block:             block,
		EIP155Block:             block,
		EIP158Block:             block,
		ByzantiumBlock:          block,
		ConstantinopleBlock:     block,
		PetersburgBlock:         block,
		IstanbulBlock:           block,
		MuirGlacierBlock:        block,
		BerlinBlock:             block,
		LondonBlock:             block,
		ArrowGlacierBlock:       block,
		GrayGlacierBlock:        block,
		MergeNetsplitBlock:      block,
		TerminalTotalDifficulty: big.NewInt(0),
		ShanghaiTime:            &at,
		CancunTime:              &at,
		PragueTime:              &at,
		OsakaTime:               &at,
		BlobScheduleConfig: &params.BlobScheduleConfig{
			Cancun: params.DefaultCancunBlobConfig,
			Prague: params.DefaultPragueBlobConfig,
		},
	}
}

// systemContracts are the accounts that the rules up to Osaka call at each block, and the deterministic deployment
// factory that tools expect. Deployment transactions put them on other chains.
var systemContracts = map[common.Address][]byte{
	params.BeaconRootsAddress:          params.BeaconRootsCode,
	params.HistoryStorageAddress:       params.HistoryStorageCode,
	params.WithdrawalQueueAddress:      params.WithdrawalQueueCode,
	params.ConsolidationQueueAddress:   params.ConsolidationQueueCode,
	params.DeterministicFactoryAddress: params.DeterministicFactoryCode,
}

// genesis is the first block as c describes it.
func genesis(c *Config) *core.Genesis {
	alloc := make(types.GenesisAlloc, len(systemContracts)+len(c.Alloc))
	for account, code := range systemContracts {
		alloc[account] = types.Account{Nonce: 1, Code: code, Balance: new(big.Int)}
	}
	for account, wei := range c.Alloc {
		alloc[account] = types.Account{Balance: new(big.Int).Set(wei)}
	}
	return &core.Genesis{
		Config:     chainRules(c.ChainID),
		GasLimit:   c.GasLimit,
		BaseFee:    big.NewInt(params.InitialBaseFee),
		Difficulty: new(big.Int),
		Alloc:      alloc,
	}
}
