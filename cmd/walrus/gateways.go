package main

import (
	"context"
	"errors"
	"net/http"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/walrus-go/walrus/client"
	"github.com/walrus-go/walrus/gateway"
	"github.com/walrus-go/walrus/internal/obs"
)

// gatewayFlags are the options of the daemons that speak plain HTTP (client.md §12).
type gatewayFlags struct {
	bind, metrics string
	log           logFlags

	reads, writes bool // which gateways run

	aggregatorRequests int
	publisherRequests  int
	maxBodyKiB         int64
	maxBlobSize        uint64
}

const gatewayHelp = `
The network and the wallet are those of the client configuration (--config, or the usual places). Prints its addresses
and then "ready". /metrics, /healthz, /readyz and /debug/pprof are on the metrics address, which should not be reachable
by strangers. Ctrl-C or SIGTERM stops it: running requests have 10 s to finish.

Exit codes: 0 stopped, 1 it could not start or failed.`

func (a *app) newAggregatorCommand() *cobra.Command {
	return a.newGatewayCommand("aggregator", "Serve blobs over HTTP: GET /v1/blobs/BLOB_ID",
		"Read blobs for whoever asks over plain HTTP. Everything is verified against its blob ID before it is sent.\n", gatewayFlags{reads: true})
}

func (a *app) newPublisherCommand() *cobra.Command {
	return a.newGatewayCommand("publisher", "Store blobs over HTTP: PUT /v1/blobs?epochs=N",
		"Store blobs for whoever sends them over plain HTTP, paid by the wallet of the configuration. It asks nobody who they\n"+
			"are: keep it on loopback, or behind a proxy that does.\n", gatewayFlags{writes: true})
}

func (a *app) newGatewayDaemonCommand() *cobra.Command {
	return a.newGatewayCommand("daemon", "Aggregator and publisher on one port",
		"Serve GET as an aggregator and PUT as a publisher does, on one port.\n", gatewayFlags{reads: true, writes: true})
}

func (a *app) newGatewayCommand(name, short, long string, f gatewayFlags) *cobra.Command {
	c := &cobra.Command{
		Use: name, Short: short, Long: long + gatewayHelp, Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error { return a.runGateway(c.Context(), &f) },
	}
	f.add(c.Flags())
	return c
}

func (f *gatewayFlags) add(flags *pflag.FlagSet) {
	flags.StringVar(&f.bind, "bind-address", "127.0.0.1:31415", "address to serve on")
	flags.StringVarP(&f.metrics, "metrics-address", "a", "127.0.0.1:27182", "address of metrics and health; empty for none")
	f.log.add(flags)
	if f.reads {
		flags.IntVar(&f.aggregatorRequests, "aggregator-max-concurrent-requests", gateway.DefaultAggregator().MaxRequests, "reads at once; more get 429")
		flags.Uint64Var(&f.maxBlobSize, "max-blob-size", 0, "largest blob that is read, in bytes; 0 for no limit")
	}
	if f.writes {
		flags.IntVar(&f.publisherRequests, "publisher-max-concurrent-requests", gateway.DefaultPublisher().MaxRequests, "stores at once; more get 429")
		flags.Int64Var(&f.maxBodyKiB, "max-body-size", gateway.DefaultPublisher().MaxBodySize>>10, "largest blob that is stored, in KiB")
	}
}

func (f *gatewayFlags) validate() error {
	var errs []error
	if f.reads && f.aggregatorRequests < 1 {
		errs = append(errs, errors.New("--aggregator-max-concurrent-requests must be positive"))
	}
	if f.writes && f.publisherRequests < 1 {
		errs = append(errs, errors.New("--publisher-max-concurrent-requests must be positive"))
	}
	if f.writes && (f.maxBodyKiB < 1 || f.maxBodyKiB > 1<<40) {
		errs = append(errs, errors.New("--max-body-size must be positive"))
	}
	return errors.Join(errs...)
}

func (a *app) runGateway(ctx context.Context, f *gatewayFlags) (err error) {
	if err := f.validate(); err != nil {
		return err
	}
	log, err := f.log.logger(a)
	if err != nil {
		return err
	}
	s, err := a.connect(ctx, connectOptions{
		pays: f.writes, notify: func(text string) { log.Info("wallet", "note", text) },
		configure: func(c *client.Config) { c.MaxBlobSize = f.maxBlobSize },
	})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.close()) }()
	d := &httpDaemon{log: log, registry: obs.NewRegistry(), drain: 10 * time.Second, headerDeadline: 10 * time.Second}
	d.ready = func(ctx context.Context) error {
		_, _, err := s.client.Network(ctx)
		return err
	}
	if err := d.ready(ctx); err != nil {
		return err
	}
	d.handler = f.handler(d, s.client)
	if d.main, d.metrics, err = listenBoth(f.bind, f.metrics); err != nil {
		return err
	}
	return d.run(ctx, a)
}

// handler sends writes to a publisher and everything else to an aggregator, as far as they run.
func (f *gatewayFlags) handler(d *httpDaemon, c *client.Client) http.Handler {
	var aggregator, publisher http.Handler
	if f.reads {
		aggregator = gateway.NewAggregator(c, gateway.AggregatorConfig{
			MaxRequests: f.aggregatorRequests, Log: d.log, Observe: obs.HTTPMetrics(d.registry, "aggregator"),
		})
	}
	if f.writes {
		publisher = gateway.NewPublisher(c, gateway.PublisherConfig{
			MaxRequests: f.publisherRequests, MaxBodySize: f.maxBodyKiB << 10, Log: d.log, Observe: obs.HTTPMetrics(d.registry, "publisher"),
		})
	}
	switch {
	case publisher == nil:
		return aggregator
	case aggregator == nil:
		return publisher
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodPut {
			publisher.ServeHTTP(w, r)
			return
		}
		aggregator.ServeHTTP(w, r)
	})
}
