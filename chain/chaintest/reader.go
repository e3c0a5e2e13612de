package chaintest

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
)

// Info implements chain.Reader.
func (c *Chain) Info(ctx context.Context) (info chain.Info, err error) {
	return info, c.call(ctx, "Info", func() error {
		info = chain.Info{ChainID: c.chainID, Contracts: maps.Clone(c.contracts), Finality: string(chain.FinalityLatest)}
		return nil
	})
}

// State implements chain.Reader.
func (c *Chain) State(ctx context.Context) (s chain.State, err error) {
	return s, c.call(ctx, "State", func() error {
		s = chain.State{
			Block: c.head(), Epoch: c.epoch, Phase: chain.PhaseDone, Since: c.since.Truncate(1e9),
			NShards: c.genesis.NShards, EpochDuration: c.genesis.EpochDuration,
			MaxEpochsAhead: c.genesis.MaxEpochsAhead, Prices: c.prices,
			CapacityUsed: c.used[c.epoch], CapacityTotal: c.total,
		}
		return nil
	})
}

// Committee implements chain.Reader. Addresses and TLS keys are those that SetNode gave last.
func (c *Chain) Committee(ctx context.Context, epoch walrus.Epoch) (committee *walrus.Committee, err error) {
	return committee, c.call(ctx, "Committee", func() (err error) {
		committee, err = c.committee(epoch)
		return err
	})
}

// committee returns the committee of an epoch with the present registry entries. c.mu is held.
func (c *Chain) committee(epoch walrus.Epoch) (*walrus.Committee, error) {
	keys := c.committees[epoch]
	if keys == nil {
		return nil, fmt.Errorf("%w: epoch %d", chain.ErrNoCommittee, epoch)
	}
	members := slices.Clone(keys.Committee().Members)
	for i := range members {
		m, n := &members[i], &c.nodes[members[i].Node-1]
		m.Name, m.NetworkAddress, m.NetworkKey = n.Name, n.NetworkAddress, n.NetworkKey
		m.Shards = slices.Clone(m.Shards)
	}
	return walrus.NewCommittee(epoch, c.genesis.NShards, members)
}

// Blob implements chain.Reader.
func (c *Chain) Blob(ctx context.Context, object walrus.ObjectID) (b chain.Blob, err error) {
	return b, c.call(ctx, "Blob", func() error {
		r := c.blobs[object]
		if r == nil {
			return fmt.Errorf("%w: %v", chain.ErrNoSuchObject, object)
		}
		b = r.Blob
		return nil
	})
}

// BlobsOf implements chain.Reader.
func (c *Chain) BlobsOf(ctx context.Context, owner walrus.Address) (blobs []chain.Blob, err error) {
	return blobs, c.call(ctx, "BlobsOf", func() error {
		for _, id := range c.order {
			if r := c.blobs[id]; r != nil && r.Owner == owner {
				blobs = append(blobs, r.Blob)
			}
		}
		return nil
	})
}

// Certified implements chain.Reader.
func (c *Chain) Certified(ctx context.Context, object walrus.ObjectID) (cb chain.CertifiedBlob, err error) {
	return cb, c.call(ctx, "Certified", func() error {
		r := c.blobs[object]
		if r == nil {
			return fmt.Errorf("%w: %v", chain.ErrNoSuchObject, object)
		}
		if r.certificate == nil {
			return fmt.Errorf("%w: %v", chain.ErrNotCertified, object)
		}
		committee, err := c.committee(r.CertifiedEpoch)
		if err != nil {
			return err
		}
		cert := *r.certificate
		cb = chain.CertifiedBlob{Event: r.event, Epoch: r.CertifiedEpoch, Certificate: &cert, Committee: committee}
		return nil
	})
}
