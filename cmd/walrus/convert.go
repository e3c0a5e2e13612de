package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/walrus-go/walrus"
)

func (a *app) newConvertCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "convert-blob-id NUMBER",
		Short: "Convert a blob ID from the decimal or 0x form that chain explorers show",
		Long:  "Convert a blob ID from the decimal or 0x form that chain explorers show.\n\nExit codes: 0 done, 1 the number is no blob ID.",
		Args:  cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			id, err := walrus.BlobIDFromDecimal(args[0])
			if hex, hexErr := walrus.ParseObjectID(args[0]); hexErr == nil {
				id, err = walrus.BlobID(hex), nil // the chain shows the same 32 bytes in order
			}
			if err != nil {
				return err
			}
			return a.print(id, func(w io.Writer) { fmt.Fprintln(w, id) })
		},
	}
}
