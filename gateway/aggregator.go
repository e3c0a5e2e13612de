package gateway

import (
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/client"
	"github.com/walrus-go/walrus/internal/httpx"
	"github.com/walrus-go/walrus/redstuff"
)

const retryAfter = time.Second

// cacheControl lets browsers and CDNs keep a blob for a day: its bytes never change, but it may expire.
const cacheControl = "public, max-age=86400, stale-while-revalidate=3600"

// AggregatorConfig holds the limits of an aggregator.
type AggregatorConfig struct {
	MaxRequests int // answered at once; more get 429
	Log         *slog.Logger
	Observe     httpx.Observe
}

// DefaultAggregator returns the limits of client.md §12.
func DefaultAggregator() AggregatorConfig {
	return AggregatorConfig{MaxRequests: 256, Log: slog.New(slog.DiscardHandler)}
}

// aggregator serves reads.
type aggregator struct {
	c   *client.Client
	log *slog.Logger
}

// NewAggregator returns the handler of an aggregator: GET and HEAD of /v1/blobs/{blob_id}, and /status.
func NewAggregator(c *client.Client, cfg AggregatorConfig) http.Handler {
	a := &aggregator{c, cfg.Log}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /v1/blobs/{blob_id}", a.blob)
	mux.HandleFunc("GET /status", status)
	mux.HandleFunc("/", notFound)
	return shell(mux, cfg.MaxRequests, cfg.Log, cfg.Observe)
}

// shell puts what both gateways need around their routes.
func shell(mux *http.ServeMux, maxRequests int, log *slog.Logger, observe httpx.Observe) http.Handler {
	busy := retryLater(table.Errorf(reasonTooManyRequests, "more than %d requests at once", maxRequests))
	return httpx.Chain(mux, httpx.RequestIDs, httpx.CORS, exposeHeaders, httpx.Accesses(observe), httpx.Recover(table, log),
		httpx.NewLimiter(maxRequests).Middleware(busy))
}

func exposeHeaders(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Access-Control-Expose-Headers", "ETag, Content-Range, Content-Length, X-Quilt-Patch-Identifier")
		next.ServeHTTP(w, r)
	})
}

func status(w http.ResponseWriter, r *http.Request) {
	_ = httpx.Write(w, http.StatusOK, "text/plain; charset=utf-8", []byte("OK")) // an error means that the peer is gone
}

func notFound(w http.ResponseWriter, r *http.Request) {
	_ = httpx.WriteError(w, r, table.Errorf(httpx.ReasonRouteNotFound, "no route %s %s", r.Method, r.URL.Path))
}

func (a *aggregator) blob(w http.ResponseWriter, r *http.Request) {
	if err := a.serveBlob(w, r); err != nil {
		fail(w, r, a.log, err)
	}
}

// fail answers with err, and logs what the answer hides.
func fail(w http.ResponseWriter, r *http.Request, log *slog.Logger, err error) {
	if gone(r.Context()) {
		return
	}
	e := errorFor(err)
	if e.Status == httpx.Internal {
		log.Error("request failed", "method", r.Method, "path", r.URL.Path, "request", httpx.RequestID(r.Context()), "err", err)
	}
	var started startedError
	if errors.As(err, &started) {
		panic(http.ErrAbortHandler) // bytes are out: only a broken connection tells the reader
	}
	_ = httpx.WriteError(w, r, e)
}

// startedError is an error after the first byte of the body.
type startedError struct{ error }

func (e startedError) Unwrap() error { return e.error }

func (a *aggregator) serveBlob(w http.ResponseWriter, r *http.Request) error {
	id, err := walrus.ParseBlobID(r.PathValue("blob_id"))
	if err != nil {
		return table.Errorf(reasonMalformed, "%w", err)
	}
	check, err := consistencyCheck(r)
	if err != nil {
		return err
	}
	h := w.Header()
	etag := `"` + id.String() + `"`
	if matches(r.Header.Get("If-None-Match"), etag) {
		setBlobHeaders(h, r, etag)
		w.WriteHeader(http.StatusNotModified)
		return nil
	}
	blob, err := a.c.Open(r.Context(), id, client.ReadOptions{Check: check})
	if err != nil {
		return err
	}
	size := int64(blob.Metadata().UnencodedLength())
	part, err := requestedRange(r, size)
	if err != nil {
		h.Set("Content-Range", fmt.Sprintf("bytes */%d", size))
		return err
	}
	body := &bodyWriter{w: w, code: http.StatusOK, skip: part.start, left: part.length, head: func() {
		setBlobHeaders(h, r, etag)
		h.Set("Content-Length", strconv.FormatInt(part.length, 10))
		h.Set("Accept-Ranges", "bytes")
	}}
	if part.partial {
		h.Set("Content-Range", fmt.Sprintf("bytes %d-%d/%d", part.start, part.start+part.length-1, size))
		body.code = http.StatusPartialContent
	}
	if r.Method == http.MethodHead || part.length == 0 && size == 0 {
		body.start()
		return nil
	}
	return body.finish(blob.WriteTo(r.Context(), body))
}

// consistencyCheck reads the flags of client.md §8.1. Unknown parameters are ignored.
func consistencyCheck(r *http.Request) (redstuff.Check, error) {
	q := r.URL.Query()
	strict, err1 := boolParameter(q, "strict_consistency_check")
	skip, err2 := boolParameter(q, "skip_consistency_check")
	switch {
	case err1 != nil || err2 != nil:
		return 0, errors.Join(err1, err2)
	case strict && skip:
		return 0, table.Errorf(reasonCheck, "strict_consistency_check and skip_consistency_check exclude each other")
	case strict:
		return redstuff.Strict, nil
	case skip:
		return redstuff.Skip, nil
	}
	return redstuff.Default, nil
}

func setBlobHeaders(h http.Header, r *http.Request, etag string) {
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Cache-Control", cacheControl)
	h.Set("ETag", etag)
	h["Content-Type"] = nil // no sniffing
	if accept := r.Header.Get("Accept"); accept != "" && !strings.Contains(accept, "*") {
		h.Set("Content-Type", accept)
	} else if own := r.Header.Get("Content-Type"); own != "" && r.Method == http.MethodGet {
		h.Set("Content-Type", own)
	}
}

// matches reports whether an If-None-Match header names the tag.
func matches(header, etag string) bool {
	for tag := range strings.SplitSeq(header, ",") {
		if tag = strings.TrimPrefix(strings.TrimSpace(tag), "W/"); tag == etag || tag == "*" || tag != "" && `"`+tag+`"` == etag {
			return true
		}
	}
	return false
}

// bodyWriter sends a part of what is written to it, with the headers before the first byte.
type bodyWriter struct {
	w          http.ResponseWriter
	code       int
	head       func()
	skip, left int64
	started    bool
}

func (b *bodyWriter) start() {
	b.started = true
	b.head()
	b.w.WriteHeader(b.code)
}

// Write drops what lies before the part and behind it.
func (b *bodyWriter) Write(p []byte) (int, error) {
	part := p[min(b.skip, int64(len(p))):]
	b.skip -= int64(len(p) - len(part))
	part = part[:min(b.left, int64(len(part)))]
	if len(part) == 0 {
		return len(p), nil
	}
	if !b.started {
		b.start()
	}
	b.left -= int64(len(part))
	if _, err := b.w.Write(part); err != nil {
		return 0, err
	}
	return len(p), nil
}

// finish marks errors that come too late for an answer.
func (b *bodyWriter) finish(err error) error {
	if err == nil && b.left != 0 {
		err = io.ErrUnexpectedEOF
	}
	if err != nil && b.started {
		return startedError{err}
	}
	return err
}
