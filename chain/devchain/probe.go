package devchain

import (
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/rawdb"
	"github.com/ethereum/go-ethereum/ethdb"
	"github.com/ethereum/go-ethereum/node"
)

// probe reports whether the data directory holds no chain yet. If it holds one, probe checks, without writing, that it
// is the one asked for and that its last block is there with its state: the library would take a gap for a
// new database and start over.
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
	db, err := stack.OpenDatabaseWithOptions("chaindata", node.DatabaseOptions{ReadOnly: true})
	if err != nil {
		return false, damaged(c.Dir, err)
	}
	defer db.Close()
	if err := checkDatabase(db, m); err != nil {
		return false, damaged(c.Dir, err)
	}
	return false, nil
}

// checkDatabase looks for all that the marker and the intended head promise.
func checkDatabase(db ethdb.Database, m *marker) error {
	if hash := rawdb.ReadCanonicalHash(db, 0); hash != m.Genesis {
		return fmt.Errorf("the first block is %v, not %v", hash, m.Genesis)
	}
	if config := rawdb.ReadChainConfig(db, m.Genesis); config == nil {
		return errors.New("the rules of the chain are missing")
	}
	raw, err := db.Get(intentKey)
	if err != nil {
		return fmt.Errorf("read the intended head: %w", err)
	}
	hash := common.BytesToHash(raw)
	number, ok := rawdb.ReadHeaderNumber(db, hash)
	if !ok {
		return fmt.Errorf("block %v is missing", hash)
	}
	header := rawdb.ReadHeader(db, hash, number)
	if header == nil || rawdb.ReadBody(db, hash, number) == nil || rawdb.ReadRawReceipts(db, hash, number) == nil {
		return fmt.Errorf("block %d is incomplete", number)
	}
	if !rawdb.HasLegacyTrieNode(db, header.Root) {
		return fmt.Errorf("the state of block %d is missing", number)
	}
	return nil
}
