package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
	"github.com/walrus-go/walrus/nodeapi"
	"github.com/walrus-go/walrus/redstuff"
)

// statusOutput is the JSON of "walrus blob-status" (evm-profile.md §7).
type statusOutput struct {
	BlobID          walrus.BlobID      `json:"blobId"`
	File            string             `json:"file,omitempty"`
	Status          nodeapi.BlobStatus `json:"status"`
	EstimatedExpiry *time.Time         `json:"estimatedExpiryTimestamp,omitempty"`
}

func (a *app) newBlobStatusCommand() *cobra.Command {
	var id, file string
	var timeout time.Duration
	c := &cobra.Command{
		Use:   "blob-status [BLOB_ID]",
		Short: "Tell whether the network holds a blob, and until when",
		Long: `Ask the storage nodes about a blob, named by its ID or by a file. A status counts when nodes with more than f shards
agree on it.

Exit codes: 0 the status is known (also when the blob does not exist), 1 it is not.`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) == 1 && id == "" {
				id = args[0]
			} else if len(args) == 1 {
				return errors.New("the blob ID is given twice")
			}
			if (id == "") == (file == "") {
				return errors.New("name either a blob ID or --file")
			}
			return a.runBlobStatus(c.Context(), id, file, timeout)
		},
	}
	c.Flags().StringVar(&id, "blob-id", "", "blob ID")
	c.Flags().StringVar(&file, "file", "", "file whose blob ID is asked about")
	c.Flags().DurationVar(&timeout, "timeout", 10*time.Second, "how long to wait for the nodes")
	return c
}

func (a *app) runBlobStatus(ctx context.Context, id, file string, timeout time.Duration) error {
	s, err := a.connect(ctx, connectOptions{})
	if err != nil {
		return err
	}
	defer s.close()
	state, _, err := s.client.Network(ctx)
	if err != nil {
		return err
	}
	out := statusOutput{File: file}
	if file != "" {
		out.BlobID, err = fileBlobID(ctx, file, state.NShards)
	} else {
		out.BlobID, err = walrus.ParseBlobID(id)
	}
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()
	if out.Status, err = s.client.BlobStatus(ctx, out.BlobID); err != nil {
		return err
	}
	if out.Status.Kind == nodeapi.StatusPermanent {
		t := expiry(state, out.Status.EndEpoch)
		out.EstimatedExpiry = &t
	}
	return a.print(out, func(w io.Writer) { printStatus(w, out) })
}

func fileBlobID(ctx context.Context, path string, n walrus.ShardCount) (walrus.BlobID, error) {
	blob, size, err := openBlob(path)
	if err != nil {
		return walrus.BlobID{}, err
	}
	defer blob.Close()
	code, err := redstuff.New(n)
	if err != nil {
		return walrus.BlobID{}, err
	}
	md, err := code.MetadataFrom(ctx, blob, size, redstuff.Options{})
	if err != nil {
		return walrus.BlobID{}, err
	}
	return md.ID(), nil
}

// expiry estimates when an epoch begins.
func expiry(s chain.State, end walrus.Epoch) time.Time {
	return s.Since.Add(time.Duration(int64(end)-int64(s.Epoch)) * s.EpochDuration).UTC()
}

func printStatus(w io.Writer, out statusOutput) {
	status := &out.Status
	fmt.Fprintf(w, "blob ID\t%v\nstatus\t%v\n", out.BlobID, status.Kind)
	switch status.Kind {
	case nodeapi.StatusInvalid:
		fmt.Fprintf(w, "event\t%v\n", status.Event)
		return
	case nodeapi.StatusPermanent:
		fmt.Fprintf(w, "certified\t%v\nend epoch\t%d (about %s)\n", status.Certified, status.EndEpoch, out.EstimatedExpiry.Format(time.RFC3339))
		fmt.Fprintf(w, "event\t%v\n", status.Event)
	case nodeapi.StatusNonexistent:
		return
	}
	fmt.Fprintf(w, "deletable registrations\t%d, of which certified %d\n", status.Deletable.Total, status.Deletable.Certified)
	if e := status.InitialCertifiedEpoch; e.Known {
		fmt.Fprintf(w, "certified since epoch\t%d\n", e.Epoch)
	}
}
