package main

import (
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/redstuff"
)

// blobIDOutput is the JSON of "walrus blob-id" (design.md §4).
type blobIDOutput struct {
	BlobID          walrus.BlobID       `json:"blobId"`
	File            string              `json:"file"`
	RootHash        string              `json:"rootHash"`
	UnencodedLength uint64              `json:"unencodedLength"`
	EncodedLength   uint64              `json:"encodedLength"`
	SymbolSize      int                 `json:"symbolSize"`
	NShards         walrus.ShardCount   `json:"nShards"`
	EncodingType    walrus.EncodingType `json:"encodingType"`
}

func (a *app) newBlobIDCommand() *cobra.Command {
	var n uint16
	c := &cobra.Command{
		Use:   "blob-id FILE",
		Short: "Compute the blob ID of a file",
		Long: `Compute the blob ID of a file for a network with the given number of shards, without storing it.

Exit codes: 0 done, 1 the file cannot be read or is too large for that many shards.`,
		Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error { return a.runBlobID(c, args[0], walrus.ShardCount(n)) },
	}
	c.Flags().Uint16Var(&n, "n-shards", 0, "number of shards of the network")
	must(c.MarkFlagRequired("n-shards"))
	return c
}

func (a *app) runBlobID(c *cobra.Command, file string, n walrus.ShardCount) error {
	blob, size, err := openBlob(file)
	if err != nil {
		return err
	}
	defer blob.Close()
	code, err := redstuff.New(n)
	if err != nil {
		return err
	}
	md, err := code.MetadataFrom(c.Context(), blob, size, redstuff.Options{})
	if err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	out, err := describe(file, md)
	if err != nil {
		return err
	}
	return a.print(out, func(w io.Writer) { fmt.Fprintln(w, out.BlobID) })
}

func describe(file string, md *redstuff.VerifiedMetadata) (blobIDOutput, error) {
	n := md.NShards()
	encoded, err := n.EncodedLength(md.UnencodedLength())
	return blobIDOutput{
		BlobID: md.ID(), File: file, RootHash: fmt.Sprintf("0x%x", md.RootHash()), UnencodedLength: md.UnencodedLength(),
		EncodedLength: encoded, SymbolSize: md.SymbolSize(), NShards: n, EncodingType: walrus.RS2,
	}, err
}

// openBlob opens a regular file as a blob.
func openBlob(path string) (*os.File, int64, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, 0, err
	}
	info, err := f.Stat()
	if err == nil && !info.Mode().IsRegular() { // a directory, a pipe: neither has a size to encode for
		err = fmt.Errorf("%s is not a regular file", path)
	}
	if err != nil {
		return nil, 0, errors.Join(err, f.Close())
	}
	return f, info.Size(), nil
}

// readBlob reads a whole file as a blob for n shards. One that is too large is refused before it is read.
func readBlob(path string, n walrus.ShardCount) ([]byte, error) {
	f, size, err := openBlob(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if _, err := n.SymbolSize(uint64(size)); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return io.ReadAll(f)
}
