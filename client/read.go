package client

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/nodeapi"
	"github.com/walrus-go/walrus/redstuff"
)

// ReadOptions say how a blob is to be read.
type ReadOptions struct {
	Check    redstuff.Check // zero value: the default check
	Progress func(Progress) // called from several goroutines; nil for none
}

// Read writes the blob to w. Nothing is written before enough slivers are verified and the consistency check has
// passed, so that w receives the blob or nothing, short of an error of w itself (client.md §7.2).
//
// Errors: walrus.ErrBlobNotFound, walrus.ErrBlobInvalid, walrus.ErrBlobForbidden, walrus.ErrInconsistent,
// walrus.ErrBlobTooLarge, or a *WeightError with ErrNoMetadata or ErrNotEnoughSlivers.
func (c *Client) Read(ctx context.Context, id walrus.BlobID, w io.Writer, opts ReadOptions) error {
	b, err := c.Open(ctx, id, opts)
	if err != nil {
		return err
	}
	return b.WriteTo(ctx, w)
}

// Blob is a blob whose metadata have been fetched and verified; its bytes are fetched on demand.
type Blob struct {
	c    *Client
	v    *view
	md   *redstuff.VerifiedMetadata
	opts ReadOptions
}

// Metadata returns what is known about the blob.
func (b *Blob) Metadata() *redstuff.VerifiedMetadata { return b.md }

// Open fetches and verifies the metadata of a blob. Errors as for Read.
func (c *Client) Open(ctx context.Context, id walrus.BlobID, opts ReadOptions) (*Blob, error) {
	var b *Blob
	err := c.withFreshCommittee(ctx, func(v *view) error {
		report(opts.Progress, Progress{PhaseMetadata, 0, 1})
		md, err := c.metadata(ctx, v, id)
		if err != nil {
			return err
		}
		report(opts.Progress, Progress{PhaseMetadata, 1, 1})
		b = &Blob{c, v, md, opts}
		return nil
	})
	if err != nil {
		return nil, c.explain(ctx, id, err)
	}
	if limit := c.cfg.MaxBlobSize; limit > 0 && b.md.UnencodedLength() > limit {
		return nil, fmt.Errorf("%w: %d bytes, this client reads up to %d", walrus.ErrBlobTooLarge, b.md.UnencodedLength(), limit)
	}
	return b, nil
}

// WriteTo fetches slivers, verifies and decodes them and writes the blob to w.
func (b *Blob) WriteTo(ctx context.Context, w io.Writer) error {
	err := b.c.withFreshCommittee(ctx, func(v *view) error {
		b.v = v
		slivers, err := b.c.newAssembly(v, b.md)
		if err != nil {
			return err
		}
		err = b.fetch(ctx, slivers)
		if err == nil {
			report(b.opts.Progress, Progress{PhaseDecode, 0, int64(b.md.UnencodedLength())})
			err = slivers.writeTo(ctx, w, b.opts.Check)
		}
		if err := errors.Join(err, slivers.close()); err != nil {
			return err
		}
		report(b.opts.Progress, Progress{PhaseDecode, int64(b.md.UnencodedLength()), int64(b.md.UnencodedLength())})
		return nil
	})
	if err != nil {
		return b.c.explain(ctx, b.md.ID(), err)
	}
	return nil
}

// withFreshCommittee calls do with the current view, and once more when do found too little of the network there
// and the chain has another committee by then.
func (c *Client) withFreshCommittee(ctx context.Context, do func(*view) error) error {
	v, err := c.current(ctx)
	if err != nil {
		return err
	}
	err = do(v)
	if !errors.Is(err, ErrNotEnoughSlivers) && !errors.Is(err, ErrNoMetadata) || ctx.Err() != nil {
		return err
	}
	c.refresh()
	fresh, freshErr := c.current(ctx)
	if freshErr != nil || fresh.state.Epoch == v.state.Epoch {
		return err
	}
	return do(fresh)
}

// explain turns "nothing there" into what the bookkeeping of the nodes says: unknown, or marked invalid.
func (c *Client) explain(ctx context.Context, id walrus.BlobID, err error) error {
	missing := errors.Is(err, ErrNoMetadata) || errors.Is(err, ErrNotEnoughSlivers) || errors.Is(err, walrus.ErrBlobNotFound)
	if !missing || ctx.Err() != nil {
		return err
	}
	status, statusErr := c.BlobStatus(ctx, id)
	switch {
	case statusErr != nil:
		return err
	case status.Kind == nodeapi.StatusInvalid:
		return fmt.Errorf("blob %v: %w", id, walrus.ErrBlobInvalid)
	case status.Kind == nodeapi.StatusNonexistent:
		return fmt.Errorf("blob %v: %w", id, walrus.ErrBlobNotFound)
	}
	return err
}
