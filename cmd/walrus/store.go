package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
	"github.com/walrus-go/walrus/client"
	"github.com/walrus-go/walrus/redstuff"
)

// storeFlags are the options of "walrus store" (client.md §4).
type storeFlags struct {
	epochs          string
	endEpoch        uint32
	earliestExpiry  string
	permanent       bool
	deletable       bool
	force           bool
	ignoreResources bool
	dryRun          bool
}

func (a *app) newStoreCommand() *cobra.Command {
	var f storeFlags
	c := &cobra.Command{
		Use:     "store FILE…",
		Aliases: []string{"write"},
		Short:   "Store files as blobs",
		Long: `Store each file as a blob: encode it, buy storage and register it on chain, upload its slivers, collect confirmations
from a quorum of the storage nodes, and record their certificate on chain. Blobs are deletable by their owner unless
--permanent is given. A store that was interrupted is simply repeated: what was paid for is not paid again.

A file that fails does not stop the others; the exit code is 1 if any failed.

Exit codes: 0 all files are certified, 1 at least one is not.`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error { return a.runStore(c.Context(), args, &f) },
	}
	flags := c.Flags()
	flags.StringVar(&f.epochs, "epochs", "", "for how many epochs to store, or max")
	flags.Uint32Var(&f.endEpoch, "end-epoch", 0, "epoch in which the blobs expire")
	flags.StringVar(&f.earliestExpiry, "earliest-expiry-time", "", "keep the blobs at least until then (RFC 3339, or YYYY-MM-DD HH:MM:SS in UTC)")
	flags.BoolVar(&f.permanent, "permanent", false, "nobody can delete the blobs before they expire")
	flags.BoolVar(&f.deletable, "deletable", false, "the owner can delete the blobs (the default)")
	flags.BoolVar(&f.force, "force", false, "store even what the network holds for long enough")
	flags.BoolVar(&f.ignoreResources, "ignore-resources", false, "buy anew, also where the wallet has a registration that fits")
	flags.BoolVar(&f.dryRun, "dry-run", false, "only say what it would cost")
	must(flags.MarkHidden("deletable"))
	c.MarkFlagsOneRequired("epochs", "end-epoch", "earliest-expiry-time")
	c.MarkFlagsMutuallyExclusive("epochs", "end-epoch", "earliest-expiry-time")
	c.MarkFlagsMutuallyExclusive("permanent", "deletable")
	return c
}

// options turns the flags into what package client takes.
func (f *storeFlags) options(s chain.State, now time.Time) (client.StoreOptions, error) {
	opts := client.StoreOptions{Permanent: f.permanent, Force: f.force, IgnoreResources: f.ignoreResources, EndEpoch: walrus.Epoch(f.endEpoch)}
	switch {
	case f.epochs == "max":
		opts.Epochs = s.MaxEpochsAhead
	case f.epochs != "":
		n, err := strconv.ParseUint(f.epochs, 10, 32)
		if err != nil {
			return opts, fmt.Errorf("%w: --epochs is %.20q, want a number or max", chain.ErrEpochs, f.epochs)
		}
		opts.Epochs = uint32(n)
		if n == 0 {
			opts.EndEpoch = s.Epoch // refused with the bounds
		}
	case f.earliestExpiry != "":
		n, err := epochsUntil(f.earliestExpiry, s, now)
		if err != nil {
			return opts, err
		}
		opts.Epochs = n
	}
	return opts, nil
}

// epochsUntil returns how many epochs reach past the time in text (client.md §4.3).
func epochsUntil(text string, s chain.State, now time.Time) (uint32, error) {
	t, err := time.Parse(time.RFC3339, text)
	if err != nil {
		if t, err = time.Parse(time.DateTime, text); err != nil {
			return 0, fmt.Errorf("--earliest-expiry-time %.40q is neither RFC 3339 nor YYYY-MM-DD HH:MM:SS", text)
		}
	}
	start := s.Since
	if s.Phase == chain.PhaseSync {
		start = now
	}
	if !t.After(now) || !t.After(start) {
		return 0, fmt.Errorf("--earliest-expiry-time %s is not in the future", t.Format(time.RFC3339))
	}
	if s.EpochDuration <= 0 {
		return 0, errors.New("the network states no epoch duration; use --epochs")
	}
	n := int64(t.Sub(start)/s.EpochDuration) + 1
	return uint32(min(n, math.MaxUint32)), nil
}

// storeOutput is one entry of the JSON array.
type storeOutput struct {
	Result *client.StoreResult `json:"blobStoreResult,omitempty"`
	Error  *storeFailure       `json:"-"`
	Path   string              `json:"path"`
}

// storeFailure is the result of a file that failed.
type storeFailure struct {
	BlobID       *walrus.BlobID `json:"blobId"`
	FailurePhase string         `json:"failurePhase"`
	ErrorMsg     string         `json:"errorMsg"`
}

func (a *app) runStore(ctx context.Context, files []string, f *storeFlags) error {
	s, err := a.connect(ctx, connectOptions{pays: !f.dryRun})
	if err != nil {
		return err
	}
	defer s.close()
	state, _, err := s.client.Network(ctx)
	if err != nil {
		return err
	}
	opts, err := f.options(state, time.Now())
	if err != nil {
		return err
	}
	if f.dryRun {
		return a.dryRun(ctx, s.client, files, opts)
	}
	outputs := make([]any, len(files))
	var failed error
	for i, path := range files {
		result, err := a.storeFile(ctx, s.client, path, opts)
		if err == nil {
			outputs[i] = storeOutput{Result: result, Path: path}
			a.tellStored(path, result)
			continue
		}
		failed = errors.Join(failed, fmt.Errorf("%s: %w", path, err))
		outputs[i] = map[string]any{"path": path, "blobStoreResult": map[string]any{"error": storeFailure{nil, phaseOf(err), err.Error()}}}
	}
	if a.json {
		if err := a.print(outputs, nil); err != nil {
			return err
		}
	}
	return failed
}

func phaseOf(err error) string {
	var weight *client.WeightError
	if errors.As(err, &weight) {
		return weight.Phase
	}
	return "store"
}

func (a *app) storeFile(ctx context.Context, c *client.Client, path string, opts client.StoreOptions) (*client.StoreResult, error) {
	blob, size, err := openBlob(path)
	if err != nil {
		return nil, err
	}
	defer blob.Close()
	p := a.newProgress()
	defer p.done()
	opts.Progress = p.report()
	return c.Store(ctx, blob, size, opts)
}

// tellStored prints the result of one file as text, as soon as it is known.
func (a *app) tellStored(path string, r *client.StoreResult) {
	if a.json {
		return
	}
	w := a.stdout
	switch {
	case r.NewlyCreated != nil:
		b := &r.NewlyCreated.Blob
		fmt.Fprintf(w, "%s stored\n  blob ID    %v\n  object ID  %v\n  size       %d bytes\n  until      epoch %d\n  cost       %v\n",
			path, b.ID, b.Object, b.Size, b.EndEpoch, r.NewlyCreated.Cost)
	case r.AlreadyCertified != nil:
		fmt.Fprintf(w, "%s is certified already\n  blob ID    %v\n  until      epoch %d\n", path, r.AlreadyCertified.BlobID, r.AlreadyCertified.EndEpoch)
	case r.MarkedInvalid != nil:
		fmt.Fprintf(w, "%s cannot be stored: blob %v is marked invalid by event %v\n", path, r.MarkedInvalid.BlobID, r.MarkedInvalid.Event)
	}
}

// quoteOutput is one entry of the JSON array of --dry-run.
type quoteOutput struct {
	Path          string              `json:"path"`
	BlobID        walrus.BlobID       `json:"blobId"`
	UnencodedSize uint64              `json:"unencodedSize"`
	EncodedSize   uint64              `json:"encodedSize"`
	StorageCost   walrus.Frost        `json:"storageCost"`
	EncodingType  walrus.EncodingType `json:"encodingType"`
}

func (a *app) dryRun(ctx context.Context, c *client.Client, files []string, opts client.StoreOptions) error {
	var quotes []quoteOutput
	state, _, err := c.Network(ctx)
	if err != nil {
		return err
	}
	code, err := redstuff.New(state.NShards)
	if err != nil {
		return err
	}
	for _, path := range files {
		q, err := quoteFile(ctx, c, code, path, opts)
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		quotes = append(quotes, quoteOutput{path, q.BlobID, q.UnencodedLength, q.EncodedLength, q.Cost, walrus.RS2})
	}
	return a.print(quotes, func(w io.Writer) {
		fmt.Fprintln(w, "FILE\tBLOB ID\tSIZE\tENCODED\tCOST")
		for _, q := range quotes {
			fmt.Fprintf(w, "%s\t%v\t%d\t%d\t%v\n", q.Path, q.BlobID, q.UnencodedSize, q.EncodedSize, q.StorageCost)
		}
	})
}

func quoteFile(ctx context.Context, c *client.Client, code *redstuff.Code, path string, opts client.StoreOptions) (client.Quote, error) {
	blob, size, err := openBlob(path)
	if err != nil {
		return client.Quote{}, err
	}
	defer func(f *os.File) { _ = f.Close() }(blob) // read only
	md, err := code.MetadataFrom(ctx, blob, size, redstuff.Options{})
	if err != nil {
		return client.Quote{}, err
	}
	return c.Quote(ctx, md, opts)
}
