package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/walrus-go/walrus/testnet"
)

// devnetOutput is the JSON of "walrus devnet": one line when everything answers.
type devnetOutput struct {
	Ready        bool     `json:"ready"`
	Dir          string   `json:"dir"`
	ChainID      uint64   `json:"chainId"`
	ChainRPC     string   `json:"chainRpc"`
	Aggregator   string   `json:"aggregator"`
	Publisher    string   `json:"publisher"`
	Nodes        []string `json:"nodes"`
	Metrics      string   `json:"metrics"`
	ClientConfig string   `json:"clientConfig"`
}

func (a *app) newDevnetCommand() *cobra.Command {
	cfg := testnet.Default()
	c := &cobra.Command{
		Use:   "devnet",
		Short: "Run a network on this machine until it is interrupted",
		Long: `Run a network in a directory: an EVM chain with the contracts, storage nodes, an aggregator and a publisher. Started
again on the directory, also after kill -9, it has every certified blob. The other commands find it by themselves when it
is in the default directory, otherwise through --config DIR/client_config.yaml.

Prints the endpoints and then "ready" when all of them answer. Ctrl-C stops it.

Exit codes: 0 stopped, 1 a part of it could not start or failed.`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if cfg.Dir == "" {
				home, err := os.UserHomeDir()
				if err != nil {
					return fmt.Errorf("find the default directory: %w (use --dir)", err)
				}
				cfg.Dir = filepath.Join(home, ".walrus", "devnet")
			}
			return a.runDevnet(c.Context(), cfg)
		},
	}
	flags := c.Flags()
	flags.IntVar(&cfg.Nodes, "nodes", cfg.Nodes, "number of storage nodes")
	flags.Uint16Var((*uint16)(&cfg.Shards), "shards", uint16(cfg.Shards), "number of shards")
	flags.DurationVar(&cfg.EpochDuration, "epoch-duration", cfg.EpochDuration, "length of an epoch")
	flags.DurationVar(&cfg.BlockTime, "block-time", cfg.BlockTime, "distance of blocks under load; a lone transaction gets a block at once")
	flags.StringVar(&cfg.Dir, "dir", "", "directory of the network (default ~/.walrus/devnet)")
	flags.IntSliceVar(&cfg.Elsewhere, "without-nodes", nil, "nodes that other processes run, by \"walrus node --config DIR/nodes/N/node.yaml\"")
	flags.BoolVar(&cfg.AutoPorts, "auto-ports", false, "take free ports instead of the usual ones, at the first start")
	return c
}

func (a *app) runDevnet(ctx context.Context, cfg testnet.Config) (err error) {
	if err := cfg.Validate(); err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Join(cfg.Dir, "logs"), 0o700); err != nil {
		return err
	}
	logFile, err := os.OpenFile(filepath.Join(cfg.Dir, "logs", "devnet.log"), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, logFile.Close()) }()
	cfg.Log = slog.New(slog.NewTextHandler(logFile, nil))
	a.say("starting the network in %s (log: %s)", cfg.Dir, logFile.Name())
	n, err := testnet.Start(ctx, cfg)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, n.Close()) }()
	if err := n.HandOver(); err != nil {
		return err
	}
	if err := a.devnetReady(n); err != nil {
		return err
	}
	select {
	case <-ctx.Done():
		a.say("stopping")
		return nil
	case err := <-n.Failed():
		return err
	}
}

func (a *app) devnetReady(n *testnet.Network) error {
	out := devnetOutput{
		Ready: true, Dir: n.Dir(), ChainID: n.Description().ChainID, ChainRPC: n.RPCURL(), Aggregator: n.AggregatorURL(),
		Publisher: n.PublisherURL(), Metrics: n.MetricsURL(), ClientConfig: n.ClientConfig(),
	}
	for _, m := range n.Nodes {
		out.Nodes = append(out.Nodes, m.URL())
	}
	if a.json {
		return json.NewEncoder(a.stdout).Encode(out)
	}
	w := tabwriter.NewWriter(a.stdout, 0, 0, 2, ' ', 0)
	out.text(w)
	return w.Flush()
}

func (o *devnetOutput) text(w io.Writer) {
	fmt.Fprintf(w, "chain\t%s\naggregator\t%s\npublisher\t%s\n", o.ChainRPC, o.Aggregator, o.Publisher)
	for i, url := range o.Nodes {
		fmt.Fprintf(w, "node-%d\t%s\n", i+1, url)
	}
	fmt.Fprintf(w, "metrics\t%s/metrics\nconfig\t%s\nready\n", o.Metrics, o.ClientConfig)
}
