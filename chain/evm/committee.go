package evm

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
)

// Committee implements chain.Reader. The table of an epoch never changes and is read once; names, addresses and TLS
// keys are read each time.
func (c *Client) Committee(ctx context.Context, epoch walrus.Epoch) (*walrus.Committee, error) {
	table, err := c.table(ctx, epoch)
	if err == nil {
		table, err = c.withAddresses(ctx, table)
	}
	if err != nil {
		return nil, fmt.Errorf("read the committee of epoch %d: %w", epoch, err)
	}
	return table, nil
}

// maxTables is how many parsed tables are kept.
const maxTables = 8

// table returns the committee of an epoch without addresses.
func (c *Client) table(ctx context.Context, epoch walrus.Epoch) (*walrus.Committee, error) {
	c.mu.Lock()
	known := c.tables[epoch]
	c.mu.Unlock()
	if known != nil {
		return known, nil
	}
	keys, shards, err := c.tableContracts(ctx, epoch)
	if err != nil {
		return nil, err
	}
	return c.readTable(ctx, epoch, keys, shards)
}

// tableContracts returns the contracts that hold the table of an epoch: what Epochs says, or the log for an epoch that
// Epochs has forgotten.
func (c *Client) tableContracts(ctx context.Context, epoch walrus.Epoch) (keys, shards common.Address, err error) {
	err = c.pool.do(ctx, func(ctx context.Context, e *conn) error {
		v := &view{to: c.epochs, data: epochsABI.PackCommittee(uint32(epoch))}
		if err := e.call(ctx, "latest", v); err != nil {
			return err
		}
		out, err := epochsABI.UnpackCommittee(v.result)
		keys, shards = out.Keys, out.Shards
		return errors.Join(v.err, err)
	})
	if err != nil || keys != (common.Address{}) {
		return keys, shards, err
	}
	return c.storedTable(ctx, epoch)
}

// storedTable returns the contracts that the event CommitteeStored names for an epoch.
func (c *Client) storedTable(ctx context.Context, epoch walrus.Epoch) (keys, shards common.Address, err error) {
	logs, err := c.history(ctx, c.epochs, [][]common.Hash{{committeeStoredTopic}, {common.BigToHash(bigUint(uint64(epoch)))}})
	if err != nil {
		return keys, shards, err
	}
	if len(logs) == 0 {
		return keys, shards, chain.ErrNoCommittee
	}
	ev, err := epochsABI.UnpackCommitteeStoredEvent(&logs[len(logs)-1]) // a selection may be repeated; the last counts
	if err != nil {
		return keys, shards, err
	}
	return ev.Keys, ev.Shards, nil
}

// readTable reads and checks a table, and remembers it.
func (c *Client) readTable(ctx context.Context, epoch walrus.Epoch, keys, shards common.Address) (table *walrus.Committee, err error) {
	var keysCode, shardsCode []byte
	err = c.pool.do(ctx, func(ctx context.Context, e *conn) (err error) {
		if keysCode, err = e.eth.CodeAt(ctx, keys, nil); err == nil {
			shardsCode, err = e.eth.CodeAt(ctx, shards, nil)
		}
		return e.check(err)
	})
	if err != nil {
		return nil, err
	}
	c.mu.Lock()
	n := c.nShards
	c.mu.Unlock()
	if table, err = parseTable(epoch, n, keysCode, shardsCode); err != nil {
		return nil, err
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(c.tables) >= maxTables {
		clear(c.tables)
	}
	c.tables[epoch] = table
	return table, nil
}

// withAddresses returns a copy of a committee with what the registry says about its members.
func (c *Client) withAddresses(ctx context.Context, table *walrus.Committee) (*walrus.Committee, error) {
	views := make([]*view, len(table.Members))
	for i := range table.Members {
		views[i] = &view{to: c.registry, data: registryABI.PackNode(uint32(table.Members[i].Node))}
	}
	err := c.pool.do(ctx, func(ctx context.Context, e *conn) error { return e.call(ctx, "latest", views...) })
	if err != nil {
		return nil, err
	}
	members := slices.Clone(table.Members)
	for i := range members {
		m := &members[i]
		n, err := registryABI.UnpackNode(views[i].result)
		if err := errors.Join(views[i].err, err); err != nil {
			return nil, fmt.Errorf("node %d: %w", m.Node, err)
		}
		if len(n.NetworkKey) != len(m.NetworkKey) {
			return nil, fmt.Errorf("%w: node %d: network key of %d bytes", walrus.ErrInvalidCommittee, m.Node, len(n.NetworkKey))
		}
		m.ID = chain.NewNodeID(c.network.ChainID, walrus.Address(c.registry), m.Node)
		m.Name, m.Operator, m.NetworkAddress = n.Name, walrus.Address(n.Operator), n.NetworkAddress
		m.NetworkKey = walrus.NetworkKey(n.NetworkKey)
		m.Shards = slices.Clone(m.Shards)
	}
	return walrus.NewCommittee(table.Epoch, table.NShards, members)
}
