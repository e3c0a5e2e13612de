package client

import (
	"context"
	"errors"
	"math/big"
	"slices"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
	"github.com/walrus-go/walrus/nodeapi"
	"github.com/walrus-go/walrus/redstuff"
)

// Quote is what storing a blob costs at present prices, gas excluded.
type Quote struct {
	BlobID          walrus.BlobID
	UnencodedLength uint64
	EncodedLength   uint64
	Epochs          uint32
	Cost            walrus.Frost
}

// Quote returns the price of storing blobs of the given metadata, as if bought from scratch.
func (c *Client) Quote(ctx context.Context, md *redstuff.VerifiedMetadata, opts StoreOptions) (Quote, error) {
	v, err := c.current(ctx)
	if err != nil {
		return Quote{}, err
	}
	end, err := v.endEpoch(opts)
	if err != nil {
		return Quote{}, err
	}
	return v.quote(md, end)
}

func (v *view) quote(md *redstuff.VerifiedMetadata, end walrus.Epoch) (Quote, error) {
	q := Quote{BlobID: md.ID(), UnencodedLength: md.UnencodedLength(), Epochs: uint32(end - v.state.Epoch)}
	var err error
	if q.EncodedLength, err = v.state.NShards.EncodedLength(q.UnencodedLength); err != nil {
		return Quote{}, err
	}
	q.Cost, err = v.state.Prices.Cost(q.EncodedLength, q.Epochs)
	return q, err
}

// maxCost allows one step of price damping between quote and inclusion (evm-profile.md §4).
func maxCost(quote walrus.Frost) walrus.Frost { return quote + (quote+9)/10 }

// alreadyStored returns a result when the network has the blob, permanent, until end or longer, or has marked
// it invalid; otherwise nil.
func (c *Client) alreadyStored(ctx context.Context, id walrus.BlobID, end walrus.Epoch, opts StoreOptions) (*StoreResult, error) {
	if opts.Force {
		return nil, nil
	}
	status, err := c.BlobStatus(ctx, id)
	if errors.Is(err, ErrNoStatus) {
		return nil, nil // nothing to go by; a store does not need the status
	}
	if err != nil {
		return nil, err
	}
	switch {
	case status.Kind == nodeapi.StatusInvalid:
		return &StoreResult{MarkedInvalid: &MarkedInvalid{id, status.Event}}, nil
	case opts.Permanent && status.Kind == nodeapi.StatusPermanent && status.Certified && status.EndEpoch >= end:
		return &StoreResult{AlreadyCertified: &AlreadyCertified{BlobID: id, Event: &status.Event, EndEpoch: status.EndEpoch}}, nil
	}
	return nil, nil
}

// registered is a live registration that the store goes on with.
type registered struct {
	blob      chain.Blob
	operation ResourceOperation
	receipt   chain.Receipt // zero when an earlier registration is reused
	done      *StoreResult  // set when nothing is left to do
}

// register finds an earlier registration by this wallet that fits, or buys one.
func (c *Client) register(ctx context.Context, md *redstuff.VerifiedMetadata, end walrus.Epoch, opts StoreOptions) (registered, error) {
	report(opts.Progress, Progress{PhaseRegister, 0, 1})
	defer report(opts.Progress, Progress{PhaseRegister, 1, 1})
	if !opts.IgnoreResources {
		reg, found, err := c.reuse(ctx, md.ID(), end, opts)
		if found || err != nil {
			return reg, err
		}
	}
	reg, err := c.buy(ctx, md, end, opts)
	if errors.Is(err, chain.ErrPriceChanged) {
		c.refresh()
		reg, err = c.buy(ctx, md, end, opts)
	}
	return reg, err
}

// reuse looks for a registration of the blob, of the same persistence, that lives long enough (client.md §6.2).
func (c *Client) reuse(ctx context.Context, id walrus.BlobID, end walrus.Epoch, opts StoreOptions) (registered, bool, error) {
	owner := opts.Owner
	if owner.IsZero() {
		owner = c.deps.Wallet.Address()
	}
	blobs, err := c.deps.Chain.BlobsOf(ctx, owner)
	if err != nil {
		return registered{}, false, err
	}
	i := slices.IndexFunc(blobs, func(b chain.Blob) bool {
		return b.ID == id && b.Deletable == !opts.Permanent && b.EndEpoch >= end && !(opts.Force && b.CertifiedEpoch != 0)
	})
	if i < 0 {
		return registered{}, false, nil
	}
	reg := registered{blob: blobs[i], operation: ResourceOperation{Kind: ReuseRegistration, EncodedLength: blobs[i].StorageSize}}
	if reg.blob.CertifiedEpoch != 0 {
		object := reg.blob.Object
		reg.done = &StoreResult{AlreadyCertified: &AlreadyCertified{BlobID: id, Object: &object, EndEpoch: reg.blob.EndEpoch}}
	}
	return reg, true, nil
}

func (c *Client) buy(ctx context.Context, md *redstuff.VerifiedMetadata, end walrus.Epoch, opts StoreOptions) (registered, error) {
	v, err := c.current(ctx)
	if err != nil {
		return registered{}, err
	}
	q, err := v.quote(md, end)
	if err != nil {
		return registered{}, err
	}
	receipt, object, err := c.deps.Wallet.Register(ctx, chain.Registration{
		BlobID: md.ID(), RootHash: md.RootHash(), Size: md.UnencodedLength(), EncodingType: walrus.RS2,
		Deletable: !opts.Permanent, EndEpoch: end, MaxCost: maxCost(q.Cost), Owner: opts.Owner,
	})
	if err != nil {
		return registered{}, err
	}
	blob, err := c.deps.Chain.Blob(ctx, object)
	if err != nil {
		return registered{}, err
	}
	operation := ResourceOperation{Kind: RegisterFromScratch, EncodedLength: q.EncodedLength, Epochs: q.Epochs}
	return registered{blob: blob, operation: operation, receipt: receipt}, nil
}

// created is the result of a store that ended with the certify transaction.
func (r registered) created(certify chain.Receipt) *StoreResult {
	created := &NewlyCreated{
		Blob: r.blob, Operation: r.operation, Cost: r.receipt.Cost, RegisterTx: r.receipt.Tx, CertifyTx: certify.Tx,
		GasUsed: r.receipt.GasUsed + certify.GasUsed, GasCostWei: new(big.Int),
	}
	for _, receipt := range []chain.Receipt{r.receipt, certify} {
		if receipt.GasCostWei != nil {
			created.GasCostWei.Add(created.GasCostWei, receipt.GasCostWei)
		}
	}
	return &StoreResult{NewlyCreated: created}
}
