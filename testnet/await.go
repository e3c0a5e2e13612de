package testnet

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/nodeapi"
)

// AwaitSlivers waits until a node that runs holds all slivers of a certified blob that the current committee gives it.
func (n *Network) AwaitSlivers(ctx context.Context, m *Node, id walrus.BlobID) error {
	state, err := n.reader.State(ctx)
	if err != nil {
		return err
	}
	committee, err := n.reader.Committee(ctx, state.Epoch)
	if err != nil {
		return err
	}
	position, found := committee.Find(m.Index)
	if !found {
		return fmt.Errorf("node %d is not in the committee of epoch %d", m.Index, state.Epoch)
	}
	service := m.Service()
	defer service.CloseIdleConnections()
	for _, shard := range committee.Members[position].Shards {
		for _, axis := range []walrus.Axis{walrus.Primary, walrus.Secondary} {
			if err := awaitSliver(ctx, service, id, shard.Pair(id, state.NShards), axis); err != nil {
				return fmt.Errorf("wait for node %d to hold the %v sliver of shard %d: %w", m.Index, axis, shard, err)
			}
		}
	}
	return nil
}

func awaitSliver(ctx context.Context, s nodeapi.Service, id walrus.BlobID, pair walrus.SliverPairIndex, axis walrus.Axis) error {
	for {
		have, err := s.HasSliver(ctx, id, pair, axis)
		if err == nil && have == nodeapi.InStore {
			return nil
		}
		select {
		case <-ctx.Done():
			return errors.Join(context.Cause(ctx), err)
		case <-time.After(20 * time.Millisecond):
		}
	}
}
