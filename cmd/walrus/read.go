package main

import (
	"bytes"
	"context"
	"io"

	"github.com/spf13/cobra"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/client"
	"github.com/walrus-go/walrus/redstuff"
)

// readOutput is the JSON of "walrus read"; Blob is in standard base64.
type readOutput struct {
	Out    string        `json:"out,omitempty"`
	BlobID walrus.BlobID `json:"blobId"`
	Blob   []byte        `json:"blob,omitempty"`
}

func (a *app) newReadCommand() *cobra.Command {
	var out string
	var strict, skip bool
	c := &cobra.Command{
		Use:   "read BLOB_ID",
		Short: "Read a blob",
		Long: `Read a blob from the storage nodes, verify it against its blob ID and write it to standard output or a file. Nothing is
written unless all of it verified.

Exit codes: 0 done, 1 the blob does not exist, cannot be read, or is inconsistently encoded.`,
		Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			id, err := walrus.ParseBlobID(args[0])
			if err != nil {
				return err
			}
			check := redstuff.Default
			if strict {
				check = redstuff.Strict
			} else if skip {
				check = redstuff.Skip
			}
			return a.runRead(c.Context(), id, out, check)
		},
	}
	c.Flags().StringVar(&out, "out", "", "file to write")
	c.Flags().BoolVar(&strict, "strict-consistency-check", false, "encode the blob again and compare the blob ID")
	c.Flags().BoolVar(&skip, "skip-consistency-check", false, "do not check that all readers get the same bytes")
	c.MarkFlagsMutuallyExclusive("strict-consistency-check", "skip-consistency-check")
	return c
}

func (a *app) runRead(ctx context.Context, id walrus.BlobID, out string, check redstuff.Check) error {
	s, err := a.connect(ctx, connectOptions{})
	if err != nil {
		return err
	}
	defer s.close()
	p := a.newProgress()
	read := func(w io.Writer) error {
		defer p.done()
		return s.client.Read(ctx, id, w, client.ReadOptions{Check: check, Progress: p.report()})
	}
	if out != "" {
		if err := writeAtomically(out, read); err != nil {
			return err
		}
		if !a.json {
			a.say("wrote %s", out)
			return nil
		}
		return a.print(readOutput{Out: out, BlobID: id}, nil)
	}
	if !a.json {
		return read(a.stdout)
	}
	var blob bytes.Buffer
	if err := read(&blob); err != nil {
		return err
	}
	return a.print(readOutput{BlobID: id, Blob: blob.Bytes()}, nil)
}
