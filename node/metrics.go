package node

import (
	"github.com/prometheus/client_golang/prometheus"

	"github.com/walrus-go/walrus/chain"
	"github.com/walrus-go/walrus/internal/obs"
)

// metrics are the figures of a node. Names start with walrus_node_; labels are bounded.
type metrics struct {
	registry *prometheus.Registry

	metadataStored, confirmations, attestations prometheus.Counter
	symbolsMade, symbolsRefused                 prometheus.Counter
	logErrors, anomalies                        prometheus.Counter
	sliversStored, sliversRead, events          *prometheus.CounterVec
	blobBytes                                   prometheus.Histogram
}

func newMetrics(r *prometheus.Registry) *metrics {
	m := &metrics{registry: r}
	counter := func(name, help string) prometheus.Counter {
		c := prometheus.NewCounter(prometheus.CounterOpts{Namespace: obs.Namespace, Subsystem: "node", Name: name, Help: help})
		r.MustRegister(c)
		return c
	}
	vector := func(name, label, help string) *prometheus.CounterVec {
		c := prometheus.NewCounterVec(prometheus.CounterOpts{Namespace: obs.Namespace, Subsystem: "node", Name: name, Help: help}, []string{label})
		r.MustRegister(c)
		return c
	}
	m.metadataStored = counter("metadata_stored_total", "Metadata stored by uploads.")
	m.confirmations = counter("storage_confirmations_issued_total", "Confirmations signed.")
	m.attestations = counter("inconsistency_attestations_issued_total", "Attestations of inconsistent blobs signed.")
	m.symbolsMade = counter("recovery_symbols_served_total", "Recovery symbols made for peers and readers.")
	m.symbolsRefused = counter("recovery_symbol_requests_refused_total", "Requests for symbols refused by the limiter.")
	m.logErrors = counter("event_log_errors_total", "Times the chain's event log did not answer.")
	m.anomalies = counter("event_anomalies_total", "Events that contradict the bookkeeping.")
	m.sliversStored = vector("slivers_stored_total", "sliver_type", "Slivers stored by uploads.")
	m.sliversRead = vector("slivers_retrieved_total", "sliver_type", "Slivers served.")
	m.events = vector("events_total", "event_type", "Events of the chain applied.")
	m.blobBytes = prometheus.NewHistogram(prometheus.HistogramOpts{
		Namespace: obs.Namespace, Subsystem: "node", Name: "uploaded_metadata_unencoded_blob_bytes",
		Help: "Sizes of blobs whose metadata were uploaded.", Buckets: prometheus.ExponentialBuckets(1<<10, 8, 9),
	})
	r.MustRegister(m.blobBytes)
	return m
}

// event counts an event under its type.
func (m *metrics) event(ev chain.Event) {
	name := "other"
	switch ev.(type) {
	case nil:
		name = "boundary"
	case chain.BlobRegistered:
		name = "blob_registered"
	case chain.BlobCertified:
		name = "blob_certified"
	case chain.BlobDeleted:
		name = "blob_deleted"
	case chain.InvalidBlobID:
		name = "invalid_blob_id"
	case chain.EpochParametersSelected, chain.EpochChangeStart, chain.EpochChangeDone:
		name = "epoch"
	}
	m.events.WithLabelValues(name).Inc()
}

// observe registers figures that are read from the node when asked for.
func (m *metrics) observe(n *Node) {
	gauge := func(name, help string, f func() float64) {
		m.registry.MustRegister(prometheus.NewGaugeFunc(prometheus.GaugeOpts{Namespace: obs.Namespace, Subsystem: "node", Name: name, Help: help}, f))
	}
	total := func(name, help string, f func() uint64) {
		m.registry.MustRegister(prometheus.NewCounterFunc(
			prometheus.CounterOpts{Namespace: obs.Namespace, Subsystem: "node", Name: name, Help: help}, func() float64 { return float64(f()) }))
	}
	gauge("current_epoch", "Epoch handled last.", func() float64 { return float64(n.now().epoch) })
	gauge("shards_owned", "Shards in the present committee.", func() float64 { return float64(len(n.now().shards())) })
	gauge("event_cursor_index", "Index of the next event of the chain's log.", func() float64 { return float64(n.progress.Load().NextIndex) })
	gauge("event_block_number", "Newest block handled.", func() float64 { return float64(n.block.Load()) })
	gauge("disk_state", "0 enough free space, 1 low, 2 uploads refused.", func() float64 { return float64(n.full.Load()) })
	gauge("disk_free_bytes", "Free space of the disk; -1 when unknown.", func() float64 {
		free, _, err := n.store.Space()
		if err != nil {
			return -1
		}
		return float64(free)
	})
	gauge("pending_blobs", "Blobs buffered ahead of their registration.", func() float64 { b, _, _ := n.pending.sizes(); return float64(b) })
	gauge("pending_slivers", "Slivers buffered ahead of their registration.", func() float64 { _, s, _ := n.pending.sizes(); return float64(s) })
	gauge("pending_bytes", "Bytes of those slivers.", func() float64 { _, _, b := n.pending.sizes(); return float64(b) })
	gauge("symbol_cache_bytes", "Expanded slivers kept for symbols.", func() float64 { return float64(n.expanded.size()) })
	gauge("recover_blobs_running", "Blobs being healed.", func() float64 { return float64(n.healer.Stats().Running) })
	gauge("recover_blob_backlog", "Blobs with a sync intent; -1 when storage does not answer.", func() float64 {
		count, err := n.Outstanding()
		if err != nil {
			return -1
		}
		return float64(count)
	})
	total("recover_slivers_total", "Slivers rebuilt from peers' symbols.", func() uint64 { return n.healer.Stats().Slivers })
	total("recover_received_bytes_total", "Bodies received from peers for healing.", func() uint64 { return n.healer.Stats().Bytes })
	total("recover_failures_total", "Tries of healing that left something missing.", func() uint64 { return n.healer.Stats().Failures })
	total("recover_lies_total", "Answers of peers that did not verify.", func() uint64 { return n.healer.Stats().Lies })
	total("recover_inconsistent_total", "Tries of healing that ended in a proof of inconsistency.", func() uint64 { return n.healer.Stats().Inconsistent })
	total("store_corrupt_total", "Stored data that failed their checksum.", func() uint64 { return n.store.Stats().Corrupt })
	total("store_missing_files_total", "Sliver files that were gone.", func() uint64 { return n.store.Stats().Missing })
	total("store_sliver_rows_total", "Slivers stored as rows.", func() uint64 { return n.store.Stats().SliverRows })
	total("store_sliver_files_total", "Slivers stored as files.", func() uint64 { return n.store.Stats().SliverFiles })
}
