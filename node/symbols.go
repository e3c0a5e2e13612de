package node

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/node/store"
	"github.com/walrus-go/walrus/nodeapi"
	"github.com/walrus-go/walrus/redstuff"
)

// sliverID names a sliver of a blob.
type sliverID struct {
	blob  walrus.BlobID
	axis  walrus.Axis
	index walrus.SliverIndex
}

// RecoverySymbols implements nodeapi.Service (storage-node.md §5.9, §12). Symbols come only from shards that the node owns
// in the present committee. The limiter is asked before anything else; expansion has its own, smaller share of the
// processors, so that uploads and reads do not wait behind it.
func (n *Node) RecoverySymbols(ctx context.Context, id walrus.BlobID, q nodeapi.SymbolQuery) ([]walrus.GeneralRecoverySymbol, error) {
	select {
	case n.symbols <- struct{}{}:
		defer func() { <-n.symbols }()
	default:
		n.metrics.symbolsRefused.Inc()
		return nil, nodeapi.Errorf(nodeapi.TemporarilyUnavailable, "too many requests for recovery symbols").WithRetryAfter(time.Second)
	}
	v := n.now()
	cells, err := n.cells(v, id, q)
	if err != nil {
		return nil, err
	}
	if err := n.checkBlocked(id); err != nil {
		return nil, err
	}
	registered, err := n.registered(id)
	if err != nil {
		return nil, err
	}
	if !registered {
		return nil, nodeapi.Errorf(nodeapi.MetadataNotFound, "no metadata of blob %v", id)
	}
	md, err := n.verifiedMetadata(ctx, id)
	if err != nil {
		return nil, err
	}
	var symbols []walrus.GeneralRecoverySymbol
	for _, cell := range cells {
		s, cellErr := n.symbol(ctx, v, md, cell, q)
		if cellErr != nil {
			err = cellErr
			if ctx.Err() != nil {
				return nil, err
			}
			continue
		}
		symbols = append(symbols, s)
	}
	if len(symbols) == 0 {
		return nil, err
	}
	n.metrics.symbolsMade.Add(float64(len(symbols)))
	return symbols, nil
}

// cells returns the cells asked for, in order, each once, all within the matrix. More than n are refused: they would make
// an answer without bound.
func (n *Node) cells(v *view, id walrus.BlobID, q nodeapi.SymbolQuery) ([]walrus.SymbolID, error) {
	cells := slices.Clone(q.IDs)
	if q.Target != nil {
		if len(q.IDs) > 0 {
			return nil, nodeapi.Errorf(nodeapi.InvalidFilter, "both symbol IDs and a target sliver")
		}
		if int(q.Target.Index) >= int(n.n) {
			return nil, nodeapi.Errorf(nodeapi.IndexOutOfRange, "sliver %d, there are %d", q.Target.Index, n.n)
		}
		for _, shard := range v.shards() {
			cells = append(cells, cell(*q.Target, shard.Pair(id, n.n).Sliver(q.Target.Axis.Other(), n.n)))
		}
		if len(cells) == 0 {
			return nil, nodeapi.Errorf(nodeapi.SymbolNotPresentAtShards, "this node has no shards")
		}
	}
	switch {
	case len(cells) == 0:
		return nil, nodeapi.Errorf(nodeapi.NoSymbolsSpecified, "no symbols asked for")
	case len(cells) > int(n.n):
		return nil, nodeapi.Errorf(nodeapi.InvalidFilter, "%d symbols asked for, at most %d at once", len(cells), n.n)
	}
	for _, c := range cells {
		if int(max(c.Primary, c.Secondary)) >= int(n.n) {
			return nil, nodeapi.Errorf(nodeapi.IndexOutOfRange, "symbol %v, there are %d slivers", c, n.n)
		}
	}
	slices.SortFunc(cells, func(a, b walrus.SymbolID) int {
		return cmp.Or(cmp.Compare(a.Primary, b.Primary), cmp.Compare(a.Secondary, b.Secondary))
	})
	return slices.Compact(cells), nil
}

// cell is where the target crosses a sliver of the other axis.
func cell(target nodeapi.TargetSliver, source walrus.SliverIndex) walrus.SymbolID {
	if target.Axis == walrus.Primary {
		return walrus.SymbolID{Primary: target.Index, Secondary: source}
	}
	return walrus.SymbolID{Primary: source, Secondary: target.Index}
}

// symbol makes one symbol, from the sliver of the axis asked for or of whichever the node holds.
func (n *Node) symbol(ctx context.Context, v *view, md *redstuff.VerifiedMetadata, c walrus.SymbolID, q nodeapi.SymbolQuery) (walrus.GeneralRecoverySymbol, error) {
	sources := []walrus.Axis{walrus.Primary, walrus.Secondary}
	switch {
	case q.ProofAxis != nil:
		sources = []walrus.Axis{*q.ProofAxis}
	case q.Target != nil:
		sources = []walrus.Axis{q.Target.Axis.Other()}
	}
	var err error = nodeapi.Errorf(nodeapi.SymbolNotPresentAtShards, "symbol %v of blob %v is not on this node's shards", c, md.ID())
	for _, axis := range sources {
		source := c.Sliver(axis)
		shard := source.Pair(axis, n.n).Shard(md.ID(), n.n)
		if !v.owns(shard) {
			continue
		}
		x, expandErr := n.expand(ctx, md, sliverID{md.ID(), axis, source}, store.Place{Shard: shard, Axis: axis})
		if expandErr != nil {
			err = expandErr
			continue
		}
		return x.General(c.Sliver(axis.Other())), nil
	}
	return walrus.GeneralRecoverySymbol{}, err
}

// expand returns the expanded sliver, made once for all who ask at the same time.
func (n *Node) expand(ctx context.Context, md *redstuff.VerifiedMetadata, id sliverID, at store.Place) (*redstuff.ExpandedSliver, error) {
	return n.expanded.get(ctx, id, func(ctx context.Context) (*redstuff.ExpandedSliver, int64, error) {
		s, err := n.readSliver(id.blob, at)
		if err != nil {
			return nil, 0, err
		}
		x, err := onCPU(ctx, n.low, func() (*redstuff.ExpandedSliver, error) { return n.code.Expand(md, s) })
		if errors.Is(err, walrus.ErrInvalidSliver) || errors.Is(err, walrus.ErrIndexOutOfRange) {
			// It passed its checksum: it was damaged before it was stored.
			n.log.Error("stored sliver does not belong to its blob, healing", "blob", id.blob, "shard", at.Shard, "err", err)
			rejectErr := n.store.Reject(id.blob, at)
			n.healer.Wake(id.blob)
			return nil, 0, errors.Join(nodeapi.Errorf(nodeapi.SliverNotFound, "sliver of blob %v on shard %d is damaged", id.blob, at.Shard), rejectErr)
		}
		if err != nil {
			return nil, 0, fmt.Errorf("expand sliver of blob %v: %w", id.blob, err)
		}
		return x, int64(n.n)*int64(md.SymbolSize()+64) + 1024, nil
	})
}
