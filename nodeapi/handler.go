package nodeapi

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"slices"
	"strings"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/internal/httpx"
)

// Options configure a [Handler]. Only NShards has no default.
type Options struct {
	NShards walrus.ShardCount // of the network; determines the limits of bodies
	Log     *slog.Logger      // internal errors and panics; nil discards them
	Observe httpx.Observe     // told of every request; may be nil
	// MaxCalls bounds running calls of the Service (default 4096), MaxSymbolRequests those for recovery symbols
	// (default 1000), MaxBodyBytes the memory of all request bodies together (default 1 GiB). What is above is
	// answered with 503.
	MaxCalls          int
	MaxSymbolRequests int
	MaxBodyBytes      int64
}

func (o Options) withDefaults() Options {
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if o.MaxCalls == 0 {
		o.MaxCalls = 4096
	}
	if o.MaxSymbolRequests == 0 {
		o.MaxSymbolRequests = 1000
	}
	if o.MaxBodyBytes == 0 {
		o.MaxBodyBytes = 1 << 30
	}
	return o
}

// Handler serves a [Service] over HTTP. A request is over as soon as its context ends; a call of the Service that goes
// on after that is waited for by [Handler.Wait] only.
type Handler struct {
	service Service
	o       Options
	calls   *httpx.Calls
	symbols *httpx.Limiter
	bodies  *httpx.Budget
	serve   http.Handler
}

// NewHandler returns the handler of a node. It panics if o.NShards is not valid, which the chain rules out.
func NewHandler(s Service, o Options) *Handler {
	if err := o.NShards.Validate(); err != nil {
		panic(err)
	}
	h := &Handler{service: s, o: o.withDefaults()}
	h.calls = httpx.NewCalls(h.o.MaxCalls, func(ctx context.Context, p any) { httpx.LogPanic(ctx, h.o.Log, p) })
	h.symbols = httpx.NewLimiter(h.o.MaxSymbolRequests)
	h.bodies = httpx.NewBudget(h.o.MaxBodyBytes)
	h.serve = httpx.Chain(h.mux(), httpx.RequestIDs, httpx.Accesses(h.o.Observe), httpx.Recover(table, h.o.Log), httpx.CORS)
	return h
}

// ServeHTTP serves one request.
func (h *Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) { h.serve.ServeHTTP(w, r) }

// Wait returns when no call of the Service is running any more, or with the error of ctx. To be called when no
// further request can come.
func (h *Handler) Wait(ctx context.Context) error { return h.calls.Wait(ctx) }

// BodyBytes returns the memory that request bodies take at the moment.
func (h *Handler) BodyBytes() int64 { return h.bodies.Used() }

// action answers one request or returns why not.
type action func(w http.ResponseWriter, r *http.Request) error

type route struct {
	method, path string
	action       action
}

func (h *Handler) routes() []route {
	const get, put, post = http.MethodGet, http.MethodPut, http.MethodPost
	const blob = "/v1/blobs/{id}"
	return []route{
		{get, "/v1/api", serveDocs},
		{get, "/v1/api/openapi.yaml", serveOpenAPI},
		{get, blob + "/metadata", h.getMetadata},
		{put, blob + "/metadata", h.putMetadata},
		{get, blob + "/metadata/status", h.hasMetadata},
		{get, blob + "/slivers/{pair}/{axis}", h.getSliver},
		{put, blob + "/slivers/{pair}/{axis}", h.putSliver},
		{get, blob + "/slivers/{pair}/{axis}/status", h.hasSliver},
		{get, blob + "/confirmation/permanent", h.confirmPermanent},
		{get, blob + "/confirmation/deletable/{object}", h.confirmDeletable},
		{get, blob + "/recoverySymbols", h.recoverySymbols},
		{post, blob + "/inconsistencyProof/{axis}", h.attestInconsistency},
		{get, blob + "/status", h.blobStatus},
		{get, "/v1/health", h.health},
	}
}

func (h *Handler) mux() http.Handler {
	mux := http.NewServeMux()
	methods := map[string][]string{}
	for _, rt := range h.routes() {
		mux.Handle(rt.method+" "+rt.path, h.handle(rt.action))
		methods[rt.path] = append(methods[rt.path], rt.method)
	}
	for path, allowed := range methods {
		mux.Handle(path, h.handle(wrongMethod(allowed)))
	}
	mux.Handle("/", h.handle(unknownRoute))
	return mux
}

func wrongMethod(allowed []string) action {
	if slices.Contains(allowed, http.MethodGet) {
		allowed = append(allowed, http.MethodHead)
	}
	allow := strings.Join(append(allowed, http.MethodOptions), ", ")
	return func(w http.ResponseWriter, r *http.Request) error {
		w.Header().Set("Allow", allow)
		return Errorf(httpx.ReasonMethod, "method %.20q, this path takes %s", r.Method, allow)
	}
}

func unknownRoute(http.ResponseWriter, *http.Request) error {
	return Errorf(RouteNotFound, "no such path")
}

// handle turns the error of an action into its answer, and writes internal ones to the log.
func (h *Handler) handle(act action) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		err := act(w, r)
		if err == nil || errors.Is(err, httpx.ErrAnswered) {
			return
		}
		e := ErrorFor(err)
		if e.Reason == InternalError {
			h.o.Log.ErrorContext(r.Context(), "internal error while serving", "route", r.Pattern, "err", err)
		}
		if e.Reason == MetadataNotFound && r.Method != http.MethodGet && r.Method != http.MethodHead {
			e = e.WithStatus(httpx.FailedPrecondition)
		}
		_ = httpx.WriteError(w, r, e) // an error means that the peer is gone
	})
}
