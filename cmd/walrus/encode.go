package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/redstuff"
)

func (a *app) newEncodeCommand() *cobra.Command {
	var n uint16
	var out string
	c := &cobra.Command{
		Use:   "encode FILE",
		Short: "Encode a file into the slivers of all shards",
		Long: `Encode a file and write what the shards of a network would hold:

  DIR/metadata.bcs          the metadata, BlobMetadata in BCS
  DIR/primary/NNNN.bin      the symbols of the primary sliver of pair NNNN
  DIR/secondary/NNNN.bin    the symbols of the secondary sliver of pair NNNN

"walrus decode" rebuilds the file from enough of them.

Exit codes: 0 done, 1 the file cannot be read or is too large, or the directory cannot be written.`,
		Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error { return a.runEncode(c, args[0], walrus.ShardCount(n), out) },
	}
	c.Flags().Uint16Var(&n, "n-shards", 0, "number of shards of the network")
	c.Flags().StringVar(&out, "out", "", "directory to write to, made if missing")
	must(c.MarkFlagRequired("n-shards"))
	must(c.MarkFlagRequired("out"))
	return c
}

func (a *app) runEncode(c *cobra.Command, file string, n walrus.ShardCount, out string) error {
	code, err := redstuff.New(n)
	if err != nil {
		return err
	}
	blob, err := readBlob(file, n)
	if err != nil {
		return err
	}
	encoded, err := code.Encode(c.Context(), blob, redstuff.Options{})
	if err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	for _, axis := range bothAxes {
		if err := os.MkdirAll(filepath.Join(out, axis.String()), 0o777); err != nil {
			return err
		}
	}
	for pair := range walrus.SliverPairIndex(n) {
		for _, axis := range bothAxes {
			if err := os.WriteFile(sliverPath(out, axis, pair), encoded.Pair(pair).Sliver(axis).Data, 0o666); err != nil {
				return err
			}
		}
	}
	if err := os.WriteFile(metadataPath(out), encoded.Metadata.Metadata().AppendBCS(nil), 0o666); err != nil {
		return err
	}
	description, err := describe(file, encoded.Metadata)
	if err != nil {
		return err
	}
	return a.print(description, func(w io.Writer) { fmt.Fprintln(w, description.BlobID) })
}

var bothAxes = []walrus.Axis{walrus.Primary, walrus.Secondary}

func metadataPath(dir string) string { return filepath.Join(dir, "metadata.bcs") }

func sliverPath(dir string, axis walrus.Axis, pair walrus.SliverPairIndex) string {
	return filepath.Join(dir, axis.String(), fmt.Sprintf("%04d.bin", pair))
}
