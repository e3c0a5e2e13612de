package evm

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
)

// State implements chain.Reader.
func (c *Client) State(ctx context.Context) (s chain.State, err error) {
	err = c.pool.do(ctx, func(ctx context.Context, e *conn) (err error) {
		for range 5 { // a block may be replaced between two calls
			if s, err = c.stateOnce(ctx, e); err == nil || errorIsSilence(err) {
				return err
			}
		}
		return err
	})
	if err != nil {
		return chain.State{}, fmt.Errorf("read the state: %w", err)
	}
	return s, nil
}

func errorIsSilence(err error) bool {
	var silent *noAnswer
	return errors.As(err, &silent)
}

// stateOnce reads the state at the newest block.
func (c *Client) stateOnce(ctx context.Context, e *conn) (s chain.State, err error) {
	head, err := e.header(ctx, "latest")
	if err != nil {
		return s, err
	}
	s.Block = head.block()
	at := atBlock(*head.Hash)
	current := &view{to: c.epochs, data: epochsABI.PackCurrent()}
	params := &view{to: c.epochs, data: epochsABI.PackParams()}
	prices := &view{to: c.epochs, data: epochsABI.PackPrices()}
	if err := e.call(ctx, at, current, params, prices); err != nil {
		return s, err
	}
	cur, err1 := epochsABI.UnpackCurrent(current.result)
	par, err2 := epochsABI.UnpackParams(params.result)
	pri, err3 := epochsABI.UnpackPrices(prices.result)
	if err := errors.Join(current.err, params.err, prices.err, err1, err2, err3); err != nil {
		return s, err
	}
	if cur.State > uint8(chain.PhaseSelecting) {
		return s, fmt.Errorf("epoch machine in state %d", cur.State)
	}
	s.Epoch, s.Phase, s.Since = walrus.Epoch(cur.Epoch), chain.Phase(cur.State), time.Unix(int64(cur.Since), 0).UTC()
	s.NShards, s.MaxEpochsAhead = walrus.ShardCount(par.NShards), par.MaxEpochsAhead
	s.EpochDuration = time.Duration(min(par.EpochSeconds, maxSeconds)) * time.Second
	s.Prices = walrus.Prices{Storage: walrus.Frost(pri.StoragePrice), Write: walrus.Frost(pri.WritePrice)}

	capacity := &view{to: c.system, data: systemABI.PackCapacity(cur.Epoch)}
	if err := e.call(ctx, at, capacity); err != nil {
		return s, err
	}
	room, err := systemABI.UnpackCapacity(capacity.result)
	if err := errors.Join(capacity.err, err); err != nil {
		return s, err
	}
	s.CapacityUsed, s.CapacityTotal = room.Used, room.Total
	return s, nil
}

// maxSeconds is the longest duration that fits a time.Duration.
const maxSeconds = uint64(1<<63-1) / uint64(time.Second)

// Blob implements chain.Reader.
func (c *Client) Blob(ctx context.Context, object walrus.ObjectID) (b chain.Blob, err error) {
	err = c.pool.do(ctx, func(ctx context.Context, e *conn) error {
		blobs, err := c.blobs(ctx, e, []walrus.ObjectID{object})
		if err == nil {
			b, err = blobs[0].blob, blobs[0].err
		}
		return err
	})
	if err != nil {
		return chain.Blob{}, fmt.Errorf("read blob object %v: %w", object, err)
	}
	return b, nil
}

type blobResult struct {
	blob chain.Blob
	err  error
}

// blobs reads objects at the newest block. Each has an error of its own.
func (c *Client) blobs(ctx context.Context, e *conn, ids []walrus.ObjectID) ([]blobResult, error) {
	views := make([]*view, len(ids))
	for i, id := range ids {
		views[i] = &view{to: c.system, data: systemABI.PackBlob(id)}
	}
	if err := e.call(ctx, "latest", views...); err != nil {
		return nil, err
	}
	results := make([]blobResult, len(ids))
	for i, v := range views {
		if results[i].err = v.err; v.err != nil {
			continue
		}
		b, err := systemABI.UnpackBlob(v.result)
		results[i] = blobResult{chain.Blob{
			Object: ids[i], ID: b.BlobId, Size: b.Size, EncodingType: walrus.EncodingType(b.EncodingType),
			Deletable: b.Deletable, RegisteredEpoch: walrus.Epoch(b.RegisteredEpoch),
			CertifiedEpoch: walrus.Epoch(b.CertifiedEpoch), StartEpoch: walrus.Epoch(b.StartEpoch),
			EndEpoch: walrus.Epoch(b.EndEpoch), StorageSize: b.StorageSize, Owner: walrus.Address(b.Owner),
		}, err}
	}
	return results, nil
}

// BlobsOf implements chain.Reader. It looks for objects that the owner ever received, since the deployment.
func (c *Client) BlobsOf(ctx context.Context, owner walrus.Address) (blobs []chain.Blob, err error) {
	to := common.BytesToHash(owner[:])
	logs, err := c.history(ctx, c.system, [][]common.Hash{{transferTopic}, nil, {to}})
	if err != nil {
		return nil, fmt.Errorf("list objects of %v: %w", owner, err)
	}
	seen := make(map[walrus.ObjectID]bool)
	var ids []walrus.ObjectID
	for _, l := range logs {
		if len(l.Topics) != 4 {
			return nil, fmt.Errorf("list objects of %v: transfer with %d topics", owner, len(l.Topics))
		}
		if id := walrus.ObjectID(l.Topics[3]); !seen[id] {
			seen[id] = true
			ids = append(ids, id)
		}
	}
	for len(ids) > 0 {
		n := min(len(ids), maxBatch)
		found, err := c.ownedBlobs(ctx, owner, ids[:n])
		if err != nil {
			return nil, fmt.Errorf("read objects of %v: %w", owner, err)
		}
		blobs = append(blobs, found...)
		ids = ids[n:]
	}
	return blobs, nil
}

// ownedBlobs returns those of the objects that are blobs of the owner.
func (c *Client) ownedBlobs(ctx context.Context, owner walrus.Address, ids []walrus.ObjectID) (blobs []chain.Blob, err error) {
	err = c.pool.do(ctx, func(ctx context.Context, e *conn) error {
		results, err := c.blobs(ctx, e, ids)
		if err != nil {
			return err
		}
		blobs = nil
		for _, r := range results {
			switch {
			case errors.Is(r.err, chain.ErrNoSuchObject): // deleted, or an object of another kind
			case r.err != nil:
				return r.err
			case r.blob.Owner == owner:
				blobs = append(blobs, r.blob)
			}
		}
		return nil
	})
	return blobs, err
}

// history returns all logs of a contract with the given topics, up to the newest block. It asks for everything at once,
// and for smaller ranges where an endpoint refuses.
func (c *Client) history(ctx context.Context, contract common.Address, topics [][]common.Hash) (logs []types.Log, err error) {
	var head uint64
	err = c.pool.do(ctx, func(ctx context.Context, e *conn) error {
		h, err := e.header(ctx, "latest")
		if err == nil {
			head = h.number()
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	from, n := c.network.DeployedAtBlock, head+1
	for from <= head {
		to := head
		if n <= head-from {
			to = from + n - 1
		}
		q := ethereum.FilterQuery{
			Addresses: []common.Address{contract}, Topics: topics, FromBlock: bigUint(from), ToBlock: bigUint(to),
		}
		var part []types.Log
		err := c.pool.do(ctx, func(ctx context.Context, e *conn) (err error) {
			part, err = e.eth.FilterLogs(ctx, q)
			return e.check(err)
		})
		if refusedQuery(err) && to > from {
			n = (to - from + 1) / 2
			continue
		}
		if err != nil {
			return nil, err
		}
		for i := range part {
			if !part[i].Removed {
				logs = append(logs, part[i])
			}
		}
		from = to + 1
	}
	return logs, nil
}
