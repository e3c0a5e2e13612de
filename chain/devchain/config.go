package devchain

import (
	"errors"
	"fmt"
	"log/slog"
	"math/big"
	"time"
)

// Config describes a chain. Start from Default; the zero value is not valid.
type Config struct {
	// Dir is the data directory, made when absent and held by one process at a time. Empty: the chain lives in
	// memory and ends with the process.
	Dir string
	// Port on 127.0.0.1 for HTTP and WebSocket; 0 takes a free one.
	Port int
	// ChainID names the chain in signatures. An existing directory must have the same one.
	ChainID uint64
	// GasLimit of a block. It is also the most gas an eth_call may use.
	GasLimit uint64
	// Alloc is the balance, in wei, of each account in the first block. An existing directory keeps what it was
	// made with, and Alloc is not looked at.
	Alloc map[[20]byte]*big.Int

	// BlockTime is the mean distance of blocks under load: whole seconds, or less than one second for tests, in
	// which case timestamps run ahead of the clock without bound.
	BlockTime time.Duration
	// Slack is how far the timestamp of a block may be ahead of the clock so that a transaction need not wait.
	Slack time.Duration
	// Heartbeat is the greatest age of the newest block; when it is reached an empty one is made. 0: never.
	Heartbeat time.Duration
	// Clock gives timestamps to blocks; nil: the machine's clock. The tag "pending" of JSON-RPC always follows the
	// machine's clock.
	Clock func() time.Time
	// Manual leaves all block making to Commit. For tests.
	Manual bool

	// Log receives what go-ethereum says, one level down except for errors. Nil: only what ends the process is
	// said, on standard error.
	Log *slog.Logger

	// syncing wraps the sync of each block; tests delay it or let it fail.
	syncing func(sync func() error) error
}

// Default returns the settings of a local network: chain 271828, free port, in memory, a block at once and one a
// second under load, 3 s of slack and a heartbeat of 30 s. Dir, Port and Alloc are the caller's.
func Default() Config {
	return Config{
		ChainID:   271828,
		GasLimit:  defaultGasLimit,
		BlockTime: time.Second,
		Slack:     3 * time.Second,
		Heartbeat: 30 * time.Second,
	}
}

// defaultGasLimit is sized by speed. The producer and the import that follows it together manage roughly 160M gas a
// second on one core (chain.md §3.1), so a full block is stored within its second. The base fee rises only above
// half of the limit: 60M gas, some 600 registrations a second, can go on for ever without it (with a limit of 60M,
// sustained load drove it beyond 1000 gwei within a hundred blocks).
const defaultGasLimit = 120_000_000

const (
	// minGasLimit lets through the largest transaction that Osaka allows (EIP-7825).
	minGasLimit = 1 << 24
	maxGasLimit = 1 << 32
)

// Validate reports everything that is wrong with c.
func (c *Config) Validate() error {
	var errs []error
	bad := func(format string, args ...any) { errs = append(errs, fmt.Errorf(format, args...)) }
	if c.Port < 0 || c.Port > 65535 {
		bad("port %d is outside 0…65535", c.Port)
	}
	if c.ChainID == 0 || c.ChainID > 1<<53 {
		bad("chain id %d is outside 1…2^53", c.ChainID)
	}
	if c.GasLimit < minGasLimit || c.GasLimit > maxGasLimit {
		bad("gas limit %d is outside %d…%d", c.GasLimit, minGasLimit, uint64(maxGasLimit))
	}
	if c.BlockTime <= 0 || c.BlockTime > time.Minute || c.BlockTime > time.Second && c.BlockTime%time.Second != 0 {
		bad("block time %v is neither below 1s nor whole seconds up to 60s", c.BlockTime)
	}
	if c.Slack < 0 || c.Slack > time.Minute {
		bad("slack %v is outside 0…60s", c.Slack)
	}
	if c.Heartbeat < 0 || c.Heartbeat > 0 && c.Heartbeat < time.Second {
		bad("heartbeat %v is neither 0 nor at least 1s", c.Heartbeat)
	}
	for account, wei := range c.Alloc {
		if wei == nil || wei.Sign() < 0 || wei.BitLen() > 256 {
			bad("balance of %x is not an unsigned 256-bit number", account)
		}
	}
	if len(errs) > 0 {
		return fmt.Errorf("invalid devchain configuration: %w", errors.Join(errs...))
	}
	return nil
}
