package nodeapitest

import (
	"context"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/nodeapi"
)

// RecoverySymbols implements nodeapi.Service.
func (n *Node) RecoverySymbols(_ context.Context, id walrus.BlobID, q nodeapi.SymbolQuery) ([]walrus.GeneralRecoverySymbol, error) {
	n.mu.Lock()
	defer n.mu.Unlock()
	ids, err := n.cells(id, q)
	if err != nil {
		return nil, err
	}
	e := n.entry(id)
	switch {
	case e.blocked:
		return nil, nodeapi.Errorf(nodeapi.ForbiddenBlob, "blob %v is blocked", id)
	case !e.isRegistered() || e.metadata == nil:
		return nil, nodeapi.Errorf(nodeapi.MetadataNotFound, "no metadata of blob %v", id)
	}
	var symbols []walrus.GeneralRecoverySymbol
	for _, cell := range ids {
		var s *walrus.GeneralRecoverySymbol
		if s, err = n.symbol(id, e, cell, q); err == nil {
			symbols = append(symbols, *s)
		}
	}
	if len(symbols) == 0 {
		return nil, err
	}
	return symbols, nil
}

// cells returns the cells asked for, all within range.
func (n *Node) cells(id walrus.BlobID, q nodeapi.SymbolQuery) ([]walrus.SymbolID, error) {
	ids := q.IDs
	switch {
	case q.Target != nil && q.IDs != nil:
		return nil, nodeapi.Errorf(nodeapi.InvalidFilter, "both IDs and a target")
	case q.Target != nil:
		for _, shard := range n.Shards {
			pair := shard.Pair(id, n.NShards)
			source := pair.Sliver(q.Target.Axis.Other(), n.NShards)
			if q.Target.Axis == walrus.Primary {
				ids = append(ids, walrus.SymbolID{Primary: q.Target.Index, Secondary: source})
			} else {
				ids = append(ids, walrus.SymbolID{Primary: source, Secondary: q.Target.Index})
			}
		}
	}
	if len(ids) == 0 {
		return nil, nodeapi.Errorf(nodeapi.NoSymbolsSpecified, "no symbols asked for")
	}
	for _, cell := range ids {
		if int(max(cell.Primary, cell.Secondary)) >= int(n.NShards) {
			return nil, nodeapi.Errorf(nodeapi.IndexOutOfRange, "symbol %v with %d shards", cell, n.NShards)
		}
	}
	return ids, nil
}

// symbol cuts the cell from one of the two slivers that it lies on, that of the proof axis if there is one.
func (n *Node) symbol(id walrus.BlobID, e *entry, cell walrus.SymbolID, q nodeapi.SymbolQuery) (*walrus.GeneralRecoverySymbol, error) {
	axes := []walrus.Axis{walrus.Primary, walrus.Secondary}
	if q.ProofAxis != nil {
		axes = []walrus.Axis{*q.ProofAxis}
	}
	var err error = nodeapi.Errorf(nodeapi.SymbolNotPresentAtShards, "symbol %v of blob %v is not on our shards", cell, id)
	for _, axis := range axes {
		source := cell.Sliver(axis)
		pair := source.Pair(axis, n.NShards)
		if n.checkPair(id, pair) != nil {
			continue
		}
		s := e.slivers[place{pair, axis}]
		if s == nil {
			err = nodeapi.Errorf(nodeapi.SliverNotFound, "no %v sliver %d of blob %v", axis, source, id)
			continue
		}
		target := cell.Sliver(axis.Other())
		data, proof := n.Rules.Symbol(s, target)
		return &walrus.GeneralRecoverySymbol{
			Recovers:       axis.Other(),
			RecoverySymbol: walrus.RecoverySymbol{DecodingSymbol: walrus.DecodingSymbol{Index: source, Data: data}, Proof: proof},
			Target:         target,
		}, nil
	}
	return nil, err
}
