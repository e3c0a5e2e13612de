package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"text/tabwriter"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
	"github.com/walrus-go/walrus/chain/evm"
	"github.com/walrus-go/walrus/client"
	"github.com/walrus-go/walrus/testnet"
)

// print writes v as JSON when that was asked for, else calls text with a writer whose columns are aligned at tabs.
func (a *app) print(v any, text func(w io.Writer)) error {
	if a.json {
		e := json.NewEncoder(a.stdout)
		e.SetIndent("", "  ")
		e.SetEscapeHTML(false)
		return e.Encode(v)
	}
	w := tabwriter.NewWriter(a.stdout, 0, 0, 2, ' ', 0)
	text(w)
	return w.Flush()
}

// say tells the user what is going on.
func (a *app) say(format string, args ...any) { fmt.Fprintf(a.stderr, format+"\n", args...) }

// hint returns what the user may do about an error.
func hint(err error) string {
	var usage usageError
	switch {
	case errors.As(err, &usage):
		return fmt.Sprintf("see \"%s --help\"", usage.command)
	case errors.Is(err, testnet.ErrDamaged):
		return "restore the directory from a backup, or start a new network with another --dir; if it is only the db of a node, remove that: it heals"
	case errors.Is(err, client.ErrNoConfig):
		return "start a network with \"walrus devnet\", or name a configuration with --config"
	case errors.Is(err, chain.ErrChainUnavailable):
		return "is the chain running? for a local network start \"walrus devnet\"; --rpc-url names another endpoint"
	case errors.Is(err, chain.ErrWrongNetwork):
		return "the network file belongs to another chain or deployment; --config names another configuration"
	case errors.Is(err, evm.ErrWalletInUse):
		return "a publisher or daemon may hold the wallet; give each its own"
	case errors.Is(err, chain.ErrNoPaymentCoin):
		return "send WAL to the wallet, or store for fewer epochs"
	case errors.Is(err, chain.ErrNoGasCoin):
		return "send native coin to the wallet"
	case errors.Is(err, chain.ErrCapacity):
		return "wait for the next epoch, or store for fewer epochs"
	case errors.Is(err, walrus.ErrBlobNotFound):
		return "check the blob ID; the blob may have expired (walrus blob-status ID)"
	case errors.Is(err, client.ErrNotEnoughConfirmations):
		return "nothing was certified; run the same command again when more nodes are up"
	case errors.Is(err, client.ErrNotEnoughSlivers), errors.Is(err, client.ErrNoMetadata):
		return "too many storage nodes are down or misbehave; try again later"
	case errors.Is(err, walrus.ErrInconsistent):
		return "whoever stored this blob encoded it inconsistently; its content cannot be trusted"
	}
	return ""
}
