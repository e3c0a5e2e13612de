package keyserver

import (
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"github.com/walrus-go/walrus/internal/obs"
)

// metrics are the figures of a key server, all of them; labels come from closed sets.
type metrics struct {
	requests    *prometheus.CounterVec // by code
	keys        prometheus.Counter
	ids         prometheus.Histogram
	derive      prometheus.Histogram
	evaluation  prometheus.Histogram
	gas         prometheus.Histogram
	verdicts    *prometheus.CounterVec // by where from
	stale       prometheus.Counter
	limited     *prometheus.CounterVec // by kind of bucket
	sdk         *prometheus.CounterVec // by type
	services    prometheus.Counter
	endpoints   *prometheus.CounterVec // by kind of event
	disagreed   prometheus.Counter
	committee   prometheus.Gauge
	pollsFailed prometheus.Counter
}

func newMetrics(r prometheus.Registerer) *metrics {
	const sub = "keyserver"
	counter := func(name, help string) prometheus.Counter {
		c := prometheus.NewCounter(prometheus.CounterOpts{Namespace: obs.Namespace, Subsystem: sub, Name: name, Help: help})
		r.MustRegister(c)
		return c
	}
	counters := func(name, help, label string) *prometheus.CounterVec {
		c := prometheus.NewCounterVec(prometheus.CounterOpts{Namespace: obs.Namespace, Subsystem: sub, Name: name, Help: help}, []string{label})
		r.MustRegister(c)
		return c
	}
	histogram := func(name, help string, buckets []float64) prometheus.Histogram {
		h := prometheus.NewHistogram(prometheus.HistogramOpts{Namespace: obs.Namespace, Subsystem: sub, Name: name, Help: help, Buckets: buckets})
		r.MustRegister(h)
		return h
	}
	m := &metrics{
		requests:    counters("requests_total", "Requests for keys by the code of their answer; ok for keys.", "code"),
		keys:        counter("keys_total", "Derived keys handed out."),
		ids:         histogram("request_ids", "Identities in a request.", []float64{1, 2, 4, 8, 16, 32}),
		derive:      histogram("derive_seconds", "Time to derive and wrap all keys of a request.", prometheus.ExponentialBuckets(0.0005, 2, 10)),
		evaluation:  histogram("policy_eval_seconds", "Time that the chain took to judge a request.", prometheus.ExponentialBuckets(0.002, 2, 12)),
		gas:         histogram("policy_gas_used", "Most gas that one call of a request took.", prometheus.ExponentialBuckets(1000, 2, 12)),
		verdicts:    counters("verdicts_total", "Verdicts by where they came from: chain or cache.", "from"),
		stale:       counter("requests_failed_due_to_staleness_total", "Requests not judged because the view of the chain was out of bounds."),
		limited:     counters("rate_limited_total", "Requests above a rate, by the kind of bucket.", "bucket"),
		sdk:         counters("client_sdk_requests_total", "Requests by type of client.", "type"),
		services:    counter("service_requests_total", "Proofs of possession handed out."),
		endpoints:   counters("evm_rpc_events_total", "What went wrong with endpoints of the chain.", "kind"),
		disagreed:   counter("rpc_disagreement_total", "Answers of endpoints that were not the quorum's."),
		pollsFailed: counter("committee_polls_failed_total", "Looks at the committee's version that failed."),
	}
	m.committee = prometheus.NewGauge(prometheus.GaugeOpts{
		Namespace: obs.Namespace, Subsystem: sub, Name: "committee_version", Help: "Version of the committee whose share is served; -1 for none.",
	})
	r.MustRegister(m.committee)
	m.committee.Set(-1)
	return m
}

func (m *metrics) judged(cached bool, v *Verdict, took time.Duration) {
	if cached {
		m.verdicts.WithLabelValues("cache").Inc()
		return
	}
	m.verdicts.WithLabelValues("chain").Inc()
	m.evaluation.Observe(took.Seconds())
	m.gas.Observe(float64(v.GasUsed))
}

func (m *metrics) answered(e *Error) {
	code := "ok"
	if e != nil {
		code = string(e.Code)
		if e.Reason == ReasonStale {
			m.stale.Inc()
		}
	}
	m.requests.WithLabelValues(code).Inc()
}

// sdkTypes are the types of clients with a label of their own.
var sdkTypes = map[string]bool{"typescript": true, "rust": true, "python": true, "aggregator": true, "go": true}

func (m *metrics) client(sdk string) {
	if !sdkTypes[sdk] {
		sdk = "other"
	}
	m.sdk.WithLabelValues(sdk).Inc()
}
