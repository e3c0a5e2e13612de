package devchain

import (
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/rawdb"
	"github.com/ethereum/go-ethereum/ethdb"
	"github.com/ethereum/go-ethereum/ethdb/pebble"
	"github.com/ethereum/go-ethereum/node"
)

const (
	database     = "chaindata"
	probeCacheMB = 16
	probeHandles = 64
)

// probe reports whether the data directory holds no chain yet. If it holds one, probe checks, without writing, that it
// is the one asked for and that no durable block is missing: the library would take a gap for a new database
// and start over. It leaves the ancient store alone, which after a kill cannot be read until it was repaired.
func probe(stack *node.Node, c *Config) (fresh bool, err error) {
	if c.Dir == "" {
		return true, nil
	}
	m, err := readMarker(c.Dir)
	if err != nil {
		return false, damaged(c.Dir, err)
	}
	if m == nil {
		return true, nil
	}
	if m.ChainID != c.ChainID {
		return false, fmt.Errorf("%w: %q has chain id %d, not %d", ErrOtherChain, c.Dir, m.ChainID, c.ChainID)
	}
	mark, err := readHeight(c.Dir)
	if err != nil {
		return false, damaged(c.Dir, err)
	}
	db, err := pebble.New(stack.ResolvePath(database), probeCacheMB, probeHandles, "", true)
	if err != nil {
		return false, damaged(c.Dir, err)
	}
	defer db.Close()
	if err := checkDatabase(db, m, mark); err != nil {
		return false, damaged(c.Dir, err)
	}
	return false, nil
}

// checkDatabase looks for what the marker, the height mark and the intended head promise.
func checkDatabase(db ethdb.KeyValueStore, m *marker, mark uint64) error {
	if first := rawdb.ReadCanonicalHash(rawdb.NewDatabase(db), 0); first != m.Genesis {
		return fmt.Errorf("the first block is %v, not %v", first, m.Genesis)
	}
	if rawdb.ReadChainConfig(db, m.Genesis) == nil {
		return errors.New("the rules of the chain are missing")
	}
	head, err := db.Get(intentKey)
	if err != nil {
		return fmt.Errorf("read the intended head: %w", err)
	}
	newest, ok := rawdb.ReadHeaderNumber(db, common.BytesToHash(head))
	if !ok {
		return fmt.Errorf("block %x is missing", head)
	}
	if newest < mark {
		return fmt.Errorf("blocks up to %d were durable, now the newest is %d", mark, newest)
	}
	return nil
}
