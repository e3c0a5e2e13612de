package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"syscall"
	"text/tabwriter"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/spf13/pflag"

	"github.com/walrus-go/walrus/internal/lifecycle"
	"github.com/walrus-go/walrus/internal/obs"
)

// logFlags say how a daemon logs.
type logFlags struct {
	format string
	level  string
}

func (f *logFlags) add(flags *pflag.FlagSet) {
	flags.StringVar(&f.format, "log-format", "auto", "auto, text or json; auto is text on a terminal")
	flags.StringVar(&f.level, "log-level", "info", "least level that is logged: debug, info, warn or error")
}

// logger writes to standard error.
func (f *logFlags) logger(a *app) (*slog.Logger, error) {
	var format obs.Format
	var level slog.Level
	err := errors.Join(format.UnmarshalText([]byte(f.format)), level.UnmarshalText([]byte(f.level)))
	if err != nil {
		return nil, err
	}
	return obs.NewLogger(a.stderr, format, level), nil
}

// readyOutput is what a daemon prints when it answers.
type readyOutput struct {
	Ready   bool   `json:"ready"`
	Address string `json:"address"`
	Metrics string `json:"metrics,omitempty"`
}

// ready prints one line of JSON, or the addresses and then "ready" alone.
func (a *app) ready(out readyOutput) error {
	if a.json {
		return json.NewEncoder(a.stdout).Encode(out)
	}
	w := tabwriter.NewWriter(a.stdout, 0, 0, 2, ' ', 0)
	fmt.Fprintf(w, "address\t%s\n", out.Address)
	if out.Metrics != "" {
		fmt.Fprintf(w, "metrics\t%s\n", out.Metrics)
	}
	fmt.Fprintln(w, "ready")
	return w.Flush()
}

// listen takes a TCP address; flag names where it comes from.
func listen(flag, address string) (net.Listener, error) {
	l, err := net.Listen("tcp", address)
	if errors.Is(err, syscall.EADDRINUSE) {
		return nil, fmt.Errorf("%s: address %s is taken by another program", flag, address)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", flag, err)
	}
	return l, nil
}

// httpDaemon is a daemon that answers plain HTTP, and its figures on a second listener.
type httpDaemon struct {
	log            *slog.Logger
	registry       *prometheus.Registry
	handler        http.Handler
	ready          func(context.Context) error
	main, metrics  net.Listener // metrics may be nil
	drain          time.Duration
	headerDeadline time.Duration
}

// listenBoth opens the listeners of a daemon; an empty address of metrics opens none.
func listenBoth(address, metricsAddress string) (main, metrics net.Listener, err error) {
	if main, err = listen("--bind-address", address); err != nil || metricsAddress == "" {
		return main, nil, err
	}
	if metrics, err = listen("--metrics-address", metricsAddress); err != nil {
		return nil, nil, errors.Join(err, main.Close())
	}
	return main, metrics, nil
}

// run serves until ctx ends, then lets running requests finish for a while.
func (d *httpDaemon) run(ctx context.Context, a *app) error {
	g := &lifecycle.Group{Log: d.log}
	out := readyOutput{Ready: true, Address: "http://" + d.main.Addr().String()}
	g.Add(lifecycle.Item{Name: "http", Run: func(ctx context.Context) error {
		return serveHTTP(ctx, d.main, &http.Server{Handler: d.handler, ReadHeaderTimeout: d.headerDeadline}, d.drain)
	}})
	if d.metrics != nil {
		out.Metrics = "http://" + d.metrics.Addr().String() + "/metrics"
		g.Add(lifecycle.Item{Name: "metrics", Run: func(ctx context.Context) error {
			return serveHTTP(ctx, d.metrics, obs.NewDebugServer(obs.DebugHandler(d.registry, d.ready)), 0)
		}})
	}
	g.Add(lifecycle.Item{Name: "ready", Run: func(context.Context) error { return a.ready(out) }})
	return g.Run(ctx)
}

// serveHTTP serves until ctx ends, and then for up to drain those requests that were running.
func serveHTTP(ctx context.Context, l net.Listener, server *http.Server, drain time.Duration) error {
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(l) }() // waited for below
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
	}
	stopping, cancel := context.WithTimeout(context.WithoutCancel(ctx), drain)
	defer cancel()
	err := server.Shutdown(stopping)
	if errors.Is(err, context.DeadlineExceeded) {
		err = nil // what ran over the time is cut off
	}
	err = errors.Join(err, server.Close())
	if serveErr := <-ended; !errors.Is(serveErr, http.ErrServerClosed) {
		err = errors.Join(err, serveErr)
	}
	return err
}

// closing joins the error of closing c to err.
func closing(err *error, what string, c io.Closer) {
	if closeErr := c.Close(); closeErr != nil {
		*err = errors.Join(*err, fmt.Errorf("close %s: %w", what, closeErr))
	}
}
