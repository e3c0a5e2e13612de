package obs

import (
	"net/http"
	"strconv"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promauto"

	"github.com/walrus-go/walrus/internal/httpx"
)

// Namespace is the first part of the name of every metric.
const Namespace = "walrus"

// NewRegistry returns the registry of a daemon, with figures about the Go runtime, the process and the build.
func NewRegistry() *prometheus.Registry {
	r := prometheus.NewRegistry()
	r.MustRegister(
		collectors.NewGoCollector(),
		collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}),
		collectors.NewBuildInfoCollector(),
	)
	return r
}

// HTTPMetrics returns an observer for a server's requests, which registers with r:
//
//	walrus_http_server_requests_total{server,method,route,status}
//	walrus_http_server_request_duration_seconds{server,route}
//	walrus_http_server_response_bytes_total{server,route}
//	walrus_http_server_requests_in_flight{server}
//
// server tells the servers of one daemon apart; it panics if that name is registered with r already.
func HTTPMetrics(r prometheus.Registerer, server string) httpx.Observe {
	auto := promauto.With(prometheus.WrapRegistererWith(prometheus.Labels{"server": server}, r))
	const subsystem = "http_server"
	requests := auto.NewCounterVec(prometheus.CounterOpts{
		Namespace: Namespace, Subsystem: subsystem, Name: "requests_total",
		Help: "Requests answered; status 0 means that nothing was sent.",
	}, []string{"method", "route", "status"})
	seconds := auto.NewHistogramVec(prometheus.HistogramOpts{
		Namespace: Namespace, Subsystem: subsystem, Name: "request_duration_seconds",
		Help:    "Time from the header of a request to the end of its answer.",
		Buckets: []float64{.001, .003, .01, .03, .1, .3, 1, 3, 10, 30, 100},
	}, []string{"route"})
	sent := auto.NewCounterVec(prometheus.CounterOpts{
		Namespace: Namespace, Subsystem: subsystem, Name: "response_bytes_total",
		Help: "Bytes of the bodies of answers.",
	}, []string{"route"})
	inFlight := auto.NewGauge(prometheus.GaugeOpts{
		Namespace: Namespace, Subsystem: subsystem, Name: "requests_in_flight",
		Help: "Requests being answered.",
	})
	return func(*http.Request) func(httpx.Access) {
		inFlight.Inc()
		return func(a httpx.Access) {
			inFlight.Dec()
			requests.WithLabelValues(knownMethod(a.Method), a.Route, strconv.Itoa(a.Code)).Inc()
			seconds.WithLabelValues(a.Route).Observe(a.Duration.Seconds())
			sent.WithLabelValues(a.Route).Add(float64(a.Bytes))
		}
	}
}

// knownMethod keeps the label bounded: clients can make up methods.
func knownMethod(m string) string {
	switch m {
	case http.MethodGet, http.MethodHead, http.MethodPut, http.MethodPost, http.MethodDelete, http.MethodPatch, http.MethodOptions:
		return m
	}
	return "other"
}
