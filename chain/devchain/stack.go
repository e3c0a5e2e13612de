package devchain

import (
	"errors"
	"fmt"
	"math/big"
	"os"
	"path/filepath"

	"github.com/ethereum/go-ethereum/core/rawdb"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/eth"
	"github.com/ethereum/go-ethereum/eth/ethconfig"
	"github.com/ethereum/go-ethereum/node"
	"github.com/ethereum/go-ethereum/p2p"
	"github.com/ethereum/go-ethereum/version"
)

var gethVersion = fmt.Sprintf("go-ethereum-%d.%d.%d", version.Major, version.Minor, version.Patch)

// instance is the directory inside Config.Dir that belongs to the node, and the node's name.
const instance = "devchain"

// openStack makes the container of the node, without peers and without ports, and locks the data directory.
func openStack(c *Config) (*node.Node, error) {
	key, err := crypto.GenerateKey() // names the node to peers, which it has not
	if err != nil {
		return nil, fmt.Errorf("make a node key: %w", err)
	}
	keystore := os.TempDir() // holds nothing; an empty name would make a directory
	if c.Dir != "" {
		dir, err := filepath.Abs(c.Dir)
		if err != nil {
			return nil, fmt.Errorf("chain data directory %q: %w", c.Dir, err)
		}
		keystore = filepath.Join(dir, instance)
		if err := os.MkdirAll(dir, 0o700); err != nil {
			return nil, fmt.Errorf("make chain data directory: %w", err)
		}
	}
	stack, err := node.New(&node.Config{
		Name:        instance,
		DataDir:     c.Dir,
		KeyStoreDir: keystore,
		P2P:         p2p.Config{PrivateKey: key, NoDiscovery: true, NoDial: true},
		Logger:      nodeLog,
	})
	if errors.Is(err, node.ErrDatadirUsed) {
		return nil, fmt.Errorf("%w: %q; stop that process first", ErrLocked, c.Dir)
	}
	if err != nil {
		return nil, fmt.Errorf("open chain data directory %q: %w", c.Dir, err)
	}
	return stack, nil
}

// nodeConfig is the library's configuration. fresh says that the directory holds no chain yet.
func nodeConfig(c *Config, fresh bool) *ethconfig.Config {
	ec := ethconfig.Defaults
	if fresh {
		ec.Genesis = genesis(c)
	} else {
		ec.Genesis = nil // what the directory was made with; probe has seen that it is there
	}
	ec.NetworkId = c.ChainID
	ec.SyncMode = ethconfig.FullSync

	// Only states by hash that are never pruned survive a kill together with their blocks.
	ec.StateScheme, ec.NoPruning = rawdb.HashScheme, true
	// Receipts and logs are found however old they are.
	ec.TransactionHistory, ec.TxLookupLimit, ec.LogHistory = 0, 0, 0
	// In MB; the defaults are gigabytes.
	ec.DatabaseCache, ec.TrieCleanCache, ec.TrieDirtyCache, ec.SnapshotCache = 32, 32, 32, 16

	ec.Miner.GasCeil = c.GasLimit
	ec.Miner.GasPrice = big.NewInt(1)
	ec.TxPool.PriceLimit = 1
	ec.TxPool.Journal, ec.TxPool.NoLocals = "", true // a refused transaction is an error to its sender
	// Bursts from one account, as a publisher sends them.
	ec.TxPool.AccountSlots, ec.TxPool.GlobalSlots = 4096, 16384
	ec.TxPool.AccountQueue, ec.TxPool.GlobalQueue = 4096, 16384

	ec.RPCGasCap = c.GasLimit
	ec.RPCTxFeeCap = 0
	return &ec
}

// openNode opens or makes the chain on the stack.
func openNode(stack *node.Node, c *Config, fresh bool) (e *eth.Ethereum, err error) {
	defer func() { // the library panics on some files it cannot make sense of
		if r := recover(); r != nil {
			e, err = nil, damaged(c.Dir, fmt.Errorf("%v", r))
		}
	}()
	if e, err = eth.New(stack, nodeConfig(c, fresh)); err != nil {
		return nil, damaged(c.Dir, err)
	}
	return e, nil
}
