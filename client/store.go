package client

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
)

// StoreOptions say how a blob is to be stored.
type StoreOptions struct {
	Epochs          uint32         // how long, counted from the current epoch; exactly one of Epochs and EndEpoch
	EndEpoch        walrus.Epoch   // exclusive
	Permanent       bool           // nobody may delete it; otherwise its owner may
	Force           bool           // store even if the network has the blob for long enough
	IgnoreResources bool           // never reuse an earlier registration of the wallet
	Owner           walrus.Address // of the registration; the zero address means the wallet
	Progress        func(Progress) // called from several goroutines; nil for none
}

// Progress is a step of a store or read.
type Progress struct {
	Phase       Phase
	Done, Total int64 // bytes for PhaseEncode, shards for PhaseUpload and PhaseConfirm, slivers for PhaseSlivers
}

// Phase names a part of a store or read.
type Phase string

// The phases, in order.
const (
	PhaseEncode   Phase = "encode"
	PhaseRegister Phase = "register"
	PhaseUpload   Phase = "upload"
	PhaseConfirm  Phase = "confirm"
	PhaseCertify  Phase = "certify"
	PhaseMetadata Phase = "metadata"
	PhaseSlivers  Phase = "slivers"
	PhaseDecode   Phase = "decode"
)

func report(f func(Progress), p Progress) {
	if f != nil {
		f(p)
	}
}

// Store stores size bytes of r and returns when the chain has recorded the certificate (client.md §6). A store that
// was interrupted can be repeated: it takes up the registration that was paid for, and nodes keep what they hold.
//
// When confirmations are missing the error is a *WeightError with ErrNotEnoughConfirmations and nothing is certified. A
// chain that does not answer for 20 s ends the store with chain.ErrChainUnavailable.
func (c *Client) Store(ctx context.Context, r io.ReaderAt, size int64, opts StoreOptions) (*StoreResult, error) {
	if c.deps.Wallet == nil {
		return nil, ErrNoWallet
	}
	watched, stop := watchChain(ctx, c.deps.Chain)
	defer stop()
	result, err := c.store(watched, r, size, opts)
	return result, causeOf(watched, err)
}

func (c *Client) store(ctx context.Context, r io.ReaderAt, size int64, opts StoreOptions) (*StoreResult, error) {
	v, err := c.current(ctx)
	if err != nil {
		return nil, err
	}
	end, err := v.endEpoch(opts)
	if err != nil {
		return nil, err
	}
	src, err := c.encode(ctx, v, r, size, opts)
	if err != nil {
		return nil, err
	}
	result, err := c.storeSource(ctx, src, end, opts)
	if err := errors.Join(err, src.close()); err != nil {
		return nil, err
	}
	return result, nil
}

// endEpoch checks the options against the network and returns the absolute end.
func (v *view) endEpoch(opts StoreOptions) (walrus.Epoch, error) {
	epochs := int64(opts.Epochs)
	if opts.EndEpoch != 0 {
		if opts.Epochs != 0 {
			return 0, fmt.Errorf("%w: both a number of epochs and an end epoch are given", chain.ErrEpochs)
		}
		epochs = int64(opts.EndEpoch) - int64(v.state.Epoch)
	}
	if epochs < 1 || epochs > int64(v.state.MaxEpochsAhead) {
		return 0, fmt.Errorf("%w: %d epochs from epoch %d, want 1 to %d", chain.ErrEpochs, epochs, v.state.Epoch, v.state.MaxEpochsAhead)
	}
	return v.state.Epoch + walrus.Epoch(epochs), nil
}

func (c *Client) storeSource(ctx context.Context, src source, end walrus.Epoch, opts StoreOptions) (*StoreResult, error) {
	md := src.metadata()
	if done, err := c.alreadyStored(ctx, md.ID(), end, opts); done != nil || err != nil {
		return done, err
	}
	reg, err := c.register(ctx, md, end, opts)
	if err != nil {
		return nil, fmt.Errorf("register blob %v: %w", md.ID(), err)
	}
	if reg.done != nil {
		return reg.done, nil
	}
	certificate, err := c.certificate(ctx, src, reg.blob.Persistence(), opts)
	if err != nil {
		return nil, fmt.Errorf("store blob %v (registered as %v, the same command takes it up again): %w", md.ID(), reg.blob.Object, err)
	}
	return c.certify(ctx, reg, certificate, src, opts)
}

// certificate uploads and collects confirmations, again with a fresh committee as often as EpochRetries allows.
func (c *Client) certificate(ctx context.Context, src source, p walrus.Persistence, opts StoreOptions) (*walrus.Certificate, error) {
	wait := time.Second
	for try := 1; ; try++ {
		v, err := c.current(ctx)
		if err != nil {
			return nil, err
		}
		u := &upload{c: c, v: v, src: src, progress: opts.Progress}
		cert, err := u.certificate(ctx, p)
		if err == nil || ctx.Err() != nil || try == c.cfg.EpochRetries {
			return cert, err
		}
		c.refresh()
		fresh, freshErr := c.current(ctx)
		if freshErr != nil || fresh.state.Epoch == v.state.Epoch {
			return nil, err
		}
		if err := sleep(ctx, wait); err != nil {
			return nil, err
		}
		wait = min(2*wait, 5*time.Second)
	}
}

// certify records the certificate; confirmations of a past epoch are collected again.
func (c *Client) certify(ctx context.Context, reg registered, cert *walrus.Certificate, src source, opts StoreOptions) (*StoreResult, error) {
	report(opts.Progress, Progress{PhaseCertify, 0, 1})
	receipt, err := c.deps.Wallet.Certify(ctx, reg.blob.Object, cert)
	for try := 1; errors.Is(err, chain.ErrBehindEpoch) && try < c.cfg.EpochRetries; try++ {
		c.refresh()
		if cert, err = c.certificate(ctx, src, reg.blob.Persistence(), opts); err != nil {
			break
		}
		receipt, err = c.deps.Wallet.Certify(ctx, reg.blob.Object, cert)
	}
	if err != nil {
		return nil, fmt.Errorf("certify blob %v (object %v): %w", reg.blob.ID, reg.blob.Object, err)
	}
	message, err := walrus.ParseConfirmation(cert.Message)
	if err != nil {
		return nil, err
	}
	reg.blob.CertifiedEpoch = message.Epoch
	report(opts.Progress, Progress{PhaseCertify, 1, 1})
	return reg.created(receipt), nil
}

func sleep(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-ctx.Done():
		return context.Cause(ctx)
	case <-t.C:
		return nil
	}
}
