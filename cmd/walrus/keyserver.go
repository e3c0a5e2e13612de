package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/walrus-go/walrus/chain/evm/access"
	"github.com/walrus-go/walrus/internal/lifecycle"
	"github.com/walrus-go/walrus/internal/obs"
	"github.com/walrus-go/walrus/seal/keyserver"
)

func (a *app) newKeyserverCommand() *cobra.Command {
	var log logFlags
	var check bool
	c := &cobra.Command{
		Use:   "keyserver --config FILE",
		Short: "Run a key server, which gives keys to whom the policy allows",
		Long: `Run one key server from its configuration file (keyserver.yaml): it asks the policies on the chain of the file, and gives
derived keys to whom they approve of. Prints its address and then "ready" when it answers.

It speaks plain HTTP: put a proxy with TLS before it, and name the header with the client's address in source_header.
/metrics, /healthz, /readyz and /debug/pprof are on metrics_address of the file. Ctrl-C or SIGTERM stops it: running
requests have graceful_shutdown_period_secs to finish.

With --check-config it is not started: the configuration is printed with all defaults, and the key files are opened.

Exit codes: 0 stopped, or the configuration is good; 1 it is not, or the server failed.`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			config, err := a.keyserverConfig()
			if err != nil {
				return err
			}
			if check {
				return a.checkKeyserver(config)
			}
			logger, err := log.logger(a)
			if err != nil {
				return err
			}
			return a.runKeyserver(c.Context(), config, logger)
		},
	}
	c.Flags().BoolVar(&check, "check-config", false, "only check the configuration and print it")
	log.add(c.Flags())
	c.AddCommand(a.newKeyserverGenerateCommand(), a.newKeyserverPublicKeyCommand(), a.newKeyserverExportCommand())
	return c
}

func (a *app) keyserverConfig() (keyserver.Config, error) {
	if a.config == "" {
		return keyserver.Config{}, errors.New("name the key server's configuration with --config FILE")
	}
	return keyserver.LoadConfig(a.config)
}

// checkKeyserver opens the keys and asks no chain.
func (a *app) checkKeyserver(c keyserver.Config) error {
	s, err := keyserver.Open(c, keyserver.Deps{Evaluator: &policyJudge{}, CommitteeVersion: func(context.Context) (uint32, error) { return 0, nil }})
	if err != nil {
		return err
	}
	_ = s // it holds nothing that has to be closed
	return a.print(map[string]string{"config": c.String()}, func(w io.Writer) { fmt.Fprint(w, c.String()) })
}

func (a *app) runKeyserver(ctx context.Context, c keyserver.Config, log *slog.Logger) (err error) {
	var server *keyserver.Server
	opts := evaluatorOptions(&c.Chain)
	// No question is asked, and so no event comes, before the server is there but those of Open.
	opts.Observe = func(e access.Event) {
		log.Warn("chain endpoint", "endpoint", e.Endpoint, "kind", e.Kind.String(), obs.Err, e.Err)
		if server != nil {
			server.ObserveEndpoint(e.Kind.String(), e.Kind == access.EndpointDisagreed)
		}
	}
	evaluator, err := access.Open(ctx, opts)
	if err != nil {
		return err
	}
	defer evaluator.Close()
	registry := obs.NewRegistry()
	v := version()
	server, err = keyserver.Open(c, keyserver.Deps{
		Evaluator: &policyJudge{evaluator}, CommitteeVersion: committeeVersion(&c), Log: log, Registerer: registry,
		Version: strings.TrimPrefix(v.Version, "v"), Revision: v.Revision,
	})
	if err != nil {
		return err
	}
	main, metrics, err := listenBoth(c.BindAddress, c.MetricsAddress)
	if err != nil {
		return err
	}
	d := &httpDaemon{
		log: log, registry: registry, handler: server, ready: server.Ready, main: main, metrics: metrics,
		drain: time.Duration(c.ShutdownSecs) * time.Second, headerDeadline: 10 * time.Second,
	}
	g := &lifecycle.Group{Log: log}
	running, stop := context.WithCancel(ctx)
	defer stop()
	g.Add(lifecycle.Item{Name: "committee", Run: server.Watch})
	g.Add(lifecycle.Item{Name: "servers", Run: func(ctx context.Context) error {
		defer stop() // the watch ends with the servers
		return d.run(ctx, a)
	}})
	return g.Run(running)
}

// evaluatorOptions translates the configuration.
func evaluatorOptions(c *keyserver.ChainConfig) access.Options {
	millis := func(n uint32) time.Duration { return time.Duration(n) * time.Millisecond }
	secs := func(n uint32) time.Duration { return time.Duration(n) * time.Second }
	return access.Options{
		ChainID: c.ChainID, URLs: c.RPCURLs, SingleEndpoint: c.SingleEndpoint, Quorum: c.Quorum, Finality: c.Finality,
		BlockTime: millis(c.BlockTimeMillis), MaxLatestAge: secs(c.LatestAgeSecs), MaxFinalAge: secs(c.FinalAgeSecs),
		CallTimeout: millis(c.CallMillis), Timeout: millis(c.RequestMillis),
		PolicyGas: c.PolicyGas, WalletGas: c.WalletGas, ProbeGas: c.ProbeGas,
	}
}
