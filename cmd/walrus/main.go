// Command walrus is the whole of Walrus in one binary: the client's verbs, the daemons, and networks to try them on.
//
// One file holds one subcommand: its options, its constructor, what it does. Data go to standard output, talk goes to
// standard error; with --json the data are one JSON value. The exit code is 0 or 1.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"

	"github.com/walrus-go/walrus"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// run is main with its surroundings as arguments.
func run(args []string, stdout, stderr io.Writer) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	a := &app{stdout: stdout, stderr: stderr}
	root := a.root()
	root.SetArgs(hyphenIDsLast(root, args))
	root.SetOut(stdout)
	root.SetErr(stderr)
	err := root.ExecuteContext(ctx)
	if err == nil {
		return 0
	}
	if errors.Is(err, context.Canceled) && ctx.Err() != nil {
		err = errors.New("interrupted")
	}
	fmt.Fprintf(stderr, "Error: %v\n", err)
	if h := hint(err); h != "" {
		fmt.Fprintf(stderr, "hint: %s\n", h)
	}
	return 1
}

// app is what all subcommands share.
type app struct {
	stdout, stderr io.Writer
	json           bool
	config         string
	context        string
	rpcURL         string
}

func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "walrus",
		Short: "Decentralised blob storage: certified on a blockchain, kept by storage nodes, verified by readers",
		Long: `Walrus stores blobs in a network of storage nodes and records on a blockchain that they are available.

Start with "walrus quickstart": it runs a whole network on this machine and stores a file in it.

Exit codes: 0 done, 1 failed (the reason is on standard error).`,
		SilenceUsage:  true,
		SilenceErrors: true,
	}
	flags := root.PersistentFlags()
	flags.BoolVar(&a.json, "json", false, "print one JSON value instead of text")
	flags.StringVar(&a.config, "config", "", "client configuration (default: the first client_config.yaml of the usual places)")
	flags.StringVar(&a.context, "context", "", "which of several configurations in the file")
	flags.StringVar(&a.rpcURL, "rpc-url", "", "chain endpoint to use instead of the configured ones")
	root.AddGroup(
		&cobra.Group{ID: "start", Title: "Try it:"},
		&cobra.Group{ID: "blob", Title: "Blobs:"},
		&cobra.Group{ID: "offline", Title: "Without a network:"},
		&cobra.Group{ID: "daemon", Title: "Daemons:"},
	)
	add := func(group string, commands ...*cobra.Command) {
		for _, c := range commands {
			c.GroupID = group
			root.AddCommand(c)
		}
	}
	add("start", a.newQuickstartCommand(), a.newDevnetCommand())
	add("blob", a.newStoreCommand(), a.newReadCommand(), a.newBlobStatusCommand(), a.newInfoCommand(), a.newHealthCommand())
	add("daemon", a.newNodeCommand(), a.newAggregatorCommand(), a.newPublisherCommand(), a.newGatewayDaemonCommand(), a.newKeyserverCommand())
	add("blob", a.newPolicyCommand())
	root.AddCommand(a.newVersionCommand())
	root.Version = version().String()
	root.SetVersionTemplate("{{.Version}}\n")
	add("offline", a.newBlobIDCommand(), a.newConvertCommand(), a.newEncodeCommand(), a.newDecodeCommand())
	root.SetFlagErrorFunc(func(c *cobra.Command, err error) error { return usageError{c.CommandPath(), err} })
	return root
}

// usageError is a wrong flag; command is the one that was called.
type usageError struct {
	command string
	error
}

// hyphenIDsLast moves blob IDs that begin with a hyphen behind "--", so that they are not read as flags. The value of
// a flag stays with its flag.
func hyphenIDsLast(root *cobra.Command, args []string) []string {
	command, _, err := root.Find(args)
	if err != nil {
		return args
	}
	var before, ids []string
	for i, arg := range args {
		if arg == "--" {
			before, ids = append(before, args[i:]...), nil
			break
		}
		_, err := walrus.ParseBlobID(arg)
		if err == nil && arg[0] == '-' && !(i > 0 && takesValue(command, args[i-1])) {
			ids = append(ids, arg)
			continue
		}
		before = append(before, arg)
	}
	if len(ids) == 0 {
		return args
	}
	return append(append(before, "--"), ids...)
}

// takesValue reports whether arg is a flag that expects its value as the next argument.
func takesValue(c *cobra.Command, arg string) bool {
	if len(arg) < 3 || arg[:2] != "--" {
		return false
	}
	f := c.Flags().Lookup(arg[2:])
	if f == nil {
		f = c.InheritedFlags().Lookup(arg[2:])
	}
	return f != nil && f.NoOptDefVal == ""
}
