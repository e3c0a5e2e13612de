package evm

import (
	"context"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
	"github.com/walrus-go/walrus/internal/bls"
)

// registerNodes registers the nodes that the registry does not know, in order, so that node i of the genesis gets
// index i+1.
func (d *deployment) registerNodes(ctx context.Context) error {
	r := common.Address(d.network.Contract(chain.RegistryContract))
	known, err := d.knownNodes(ctx, r)
	if err != nil {
		return err
	}
	if known < len(d.genesis.Nodes) {
		d.options.Notify(fmt.Sprintf("registering %d storage nodes", len(d.genesis.Nodes)-known))
	}
	calls := make([][]byte, len(d.genesis.Nodes))
	for i := known; i < len(calls); i++ { // all proofs before the first transaction
		if calls[i], err = d.packNode(&d.genesis.Nodes[i]); err != nil {
			return fmt.Errorf("register node %d: %w", i+1, err)
		}
	}
	var all []started
	for i := known; i < len(calls) && err == nil; i++ {
		var s started
		if s, err = d.start(ctx, fmt.Sprintf("register node %d", i+1), &r, calls[i], 0); err == nil {
			all = append(all, s)
		}
	}
	_, waitErr := d.finish(ctx, all)
	return errors.Join(err, waitErr)
}

// knownNodes returns how many nodes of the genesis are registered. They have to be its first ones.
func (d *deployment) knownNodes(ctx context.Context, r common.Address) (known int, err error) {
	count := &view{to: r, data: registryABI.PackNodeCount()}
	views := []*view{count}
	for i := range d.genesis.Nodes {
		views = append(views, &view{to: r, data: registryABI.PackNodeOf(common.Address(d.genesis.Nodes[i].Operator))})
	}
	if err := d.read(ctx, views...); err != nil {
		return 0, err
	}
	total, err := registryABI.UnpackNodeCount(count.result)
	if err != nil {
		return 0, err
	}
	if int(total) > len(d.genesis.Nodes) {
		return 0, fmt.Errorf("%w: registry has %d nodes, the genesis %d", chain.ErrWrongNetwork, total, len(d.genesis.Nodes))
	}
	for i, v := range views[1:] {
		index, err := registryABI.UnpackNodeOf(v.result)
		if err != nil {
			return 0, err
		}
		if i < int(total) != (index != 0) || index != 0 && int(index) != i+1 {
			return 0, fmt.Errorf("%w: operator of node %d of the genesis has node %d of %d in the registry",
				chain.ErrWrongNetwork, i+1, index, total)
		}
	}
	return int(total), nil
}

// packNode returns the call that registers a node, with its proof of possession for this registry.
func (d *deployment) packNode(n *chain.GenesisNode) ([]byte, error) {
	key, err := bls.ParsePublicKey(n.PublicKey)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", chain.ErrNodeRefused, err)
	}
	proof, err := n.Prove(walrus.ProofOfPossession{
		Epoch:   0,
		Account: chain.ProofAccount(d.network.ChainID, d.network.Contract(chain.RegistryContract), n.Operator),
		Key:     n.PublicKey,
	})
	if err != nil {
		return nil, fmt.Errorf("prove possession of the key: %w", err)
	}
	signature, err := bls.ParseSignature(proof)
	if err != nil {
		return nil, fmt.Errorf("%w: proof of possession: %w", chain.ErrNodeRefused, err)
	}
	xy, point := key.XY(), signature.EIP2537()
	votes := d.genesis.Prices
	return registryABI.TryPackRegisterNodeFor(common.Address(n.Operator), n.Name, n.NetworkAddress, n.NetworkKey[:], "",
		xy[:], point[:], 0, uint64(votes.Storage), uint64(votes.Write), d.genesis.CapacityBytes)
}
