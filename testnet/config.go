package testnet

import (
	"errors"
	"fmt"
	"log/slog"
	"time"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/node"
)

// Config describes a network. Start from Default.
type Config struct {
	Nodes         int
	Shards        walrus.ShardCount
	EpochDuration time.Duration
	BlockTime     time.Duration // of the embedded chain, under load
	// ChainLead is how far the clock of the embedded chain may run ahead so that transactions need not wait for their
	// second; 0: the chain's default. Idle time pays it back.
	ChainLead time.Duration
	// Dir is where everything is kept, made when absent and held by one process at a time. A network that was
	// started there before goes on. Empty: a temporary directory, removed by Close.
	Dir string
	// AutoPorts takes free ports instead of those of evm-profile.md §9. Either way a directory keeps its ports.
	AutoPorts bool
	// Elsewhere lists nodes, from 1, that other processes run from their node.yaml.
	Elsewhere []int
	// External is the JSON-RPC endpoint of a chain to use instead of the embedded one, with the secret, in 64
	// hexadecimal digits, of an account that can pay gas.
	External *ExternalChain
	// Configure, if not nil, changes the configuration of each node as it starts.
	Configure func(*node.Config)
	// Log receives what the parts of the network say.
	Log *slog.Logger
}

// ExternalChain is an EVM chain that runs elsewhere.
type ExternalChain struct {
	URL string
	Key string
}

// The prices, capacity and term limit of a local network (evm-profile.md §6, §9).
const (
	chainID          = 271828
	storagePrice     = 100_000
	writePrice       = 20_000
	capacityBytes    = 1 << 40
	maxEpochsAhead   = 53
	walletWAL        = 1_000_000 * walrus.WAL
	walletNativeCoin = 1000 // whole coins
)

// Default returns the network of design.md §3: 10 nodes, 100 shards, epochs of an hour.
func Default() Config {
	return Config{Nodes: 10, Shards: 100, EpochDuration: time.Hour, BlockTime: time.Second, Log: slog.New(slog.DiscardHandler)}
}

// Validate reports all problems at once.
func (c *Config) Validate() error {
	var errs []error
	if err := c.Shards.Validate(); err != nil {
		errs = append(errs, err)
	}
	if c.Nodes < 1 || c.Nodes > int(c.Shards) || c.Nodes > walrus.MaxMembers {
		errs = append(errs, fmt.Errorf("%d nodes, want 1 to the number of shards and at most %d", c.Nodes, walrus.MaxMembers))
	}
	if c.EpochDuration < time.Second {
		errs = append(errs, fmt.Errorf("epoch duration %v is below 1s", c.EpochDuration))
	}
	if c.BlockTime <= 0 {
		errs = append(errs, fmt.Errorf("block time %v is not positive", c.BlockTime))
	}
	for _, i := range c.Elsewhere {
		if i < 1 || i > c.Nodes {
			errs = append(errs, fmt.Errorf("node %d is to run elsewhere, but there are nodes 1 to %d", i, c.Nodes))
		}
	}
	return errors.Join(errs...)
}
