package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/client"
	"github.com/walrus-go/walrus/redstuff"
)

// decodeOutput is the JSON of "walrus decode".
type decodeOutput struct {
	BlobID          walrus.BlobID `json:"blobId"`
	Out             string        `json:"out"`
	UnencodedLength uint64        `json:"unencodedLength"`
	Axis            walrus.Axis   `json:"axis"`
	Refused         []string      `json:"refused,omitempty"`
}

func (a *app) newDecodeCommand() *cobra.Command {
	var n uint16
	var id, out string
	c := &cobra.Command{
		Use:   "decode DIR",
		Short: "Rebuild a file from enough of its slivers",
		Long: `Rebuild a blob from a directory in the form of "walrus encode". Slivers may be missing: any k = n-2f primary ones
or any K = n-f secondary ones suffice. Each is verified against the blob ID; damaged ones are named and left out.

Exit codes: 0 done, 1 too few good slivers, or metadata that do not belong to the blob ID.`,
		Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			blobID, err := walrus.ParseBlobID(id)
			if err != nil {
				return err
			}
			return a.runDecode(c.Context(), args[0], walrus.ShardCount(n), blobID, out)
		},
	}
	c.Flags().Uint16Var(&n, "n-shards", 0, "number of shards of the network")
	c.Flags().StringVar(&id, "blob-id", "", "blob ID that the file must have")
	c.Flags().StringVar(&out, "out", "", "file to write")
	for _, f := range []string{"n-shards", "blob-id", "out"} {
		must(c.MarkFlagRequired(f))
	}
	return c
}

func (a *app) runDecode(ctx context.Context, dir string, n walrus.ShardCount, id walrus.BlobID, out string) error {
	code, err := redstuff.New(n)
	if err != nil {
		return err
	}
	md, err := readMetadata(dir, id, n)
	if err != nil {
		return err
	}
	d := sliverDir{dir: dir, code: code, md: md}
	for _, axis := range bothAxes {
		decoder, err := d.load(axis)
		if err != nil {
			return err
		}
		if decoder == nil {
			continue
		}
		blob, err := decoder.Decode(ctx, redstuff.Default, redstuff.Options{})
		if err != nil {
			return err
		}
		if err := writeAtomically(out, func(w io.Writer) error { return writeAll(w, blob) }); err != nil {
			return err
		}
		for _, r := range d.refused {
			a.say("left out %s", r)
		}
		result := decodeOutput{id, out, md.UnencodedLength(), axis, d.refused}
		return a.print(result, func(w io.Writer) {
			fmt.Fprintf(w, "%s\t%d bytes\tfrom %v slivers\n", out, result.UnencodedLength, axis)
		})
	}
	return d.short()
}

func readMetadata(dir string, id walrus.BlobID, n walrus.ShardCount) (*redstuff.VerifiedMetadata, error) {
	path := metadataPath(dir)
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	m, err := walrus.ParseMetadata(b)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	md, err := redstuff.VerifyMetadata(id, m, n)
	if err != nil {
		return nil, fmt.Errorf("%s does not describe blob %v: %w", path, id, err)
	}
	return md, nil
}

// sliverDir reads the slivers that are there.
type sliverDir struct {
	dir     string
	code    *redstuff.Code
	md      *redstuff.VerifiedMetadata
	found   [2]int   // good slivers by axis
	refused []string // files that do not verify, and why
}

// load returns a decoder with enough slivers of the axis, or nil when there are not enough.
func (d *sliverDir) load(axis walrus.Axis) (*redstuff.Decoder, error) {
	decoder := d.code.NewDecoder(d.md, axis)
	for i := range walrus.SliverIndex(d.md.NShards()) {
		path := sliverPath(d.dir, axis, i.Pair(axis, d.md.NShards()))
		data, err := os.ReadFile(path)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		s, err := d.code.VerifySliver(d.md, &walrus.Sliver{Axis: axis, Index: i, SymbolSize: d.md.SymbolSize(), Data: data})
		if err != nil {
			d.refused = append(d.refused, fmt.Sprintf("%s: %v", path, err))
			continue
		}
		enough, err := decoder.Add(s)
		if err != nil {
			return nil, err
		}
		d.found[axis]++
		if enough {
			return decoder, nil
		}
	}
	return nil, nil
}

func (d *sliverDir) short() error {
	n := d.md.NShards()
	err := fmt.Errorf("%w in %s: %d good primary slivers (%d needed), %d good secondary slivers (%d needed)", client.ErrNotEnoughSlivers, d.dir,
		d.found[walrus.Primary], n.PrimarySymbols(), d.found[walrus.Secondary], n.SecondarySymbols())
	for _, r := range d.refused {
		err = fmt.Errorf("%w; left out %s", err, r)
	}
	return err
}

func writeAll(w io.Writer, b []byte) error {
	_, err := w.Write(b)
	return err
}

// writeAtomically makes the file at path with what write writes, or leaves path as it was.
func writeAtomically(path string, write func(io.Writer) error) error {
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+"-*")
	if err != nil {
		return err
	}
	err = errors.Join(write(f), f.Chmod(0o644), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	return nil
}

// must panics on errors that only a wrong program can cause, such as a misspelt flag name.
func must(err error) {
	if err != nil {
		panic(err)
	}
}
