package keyserver

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"sync/atomic"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/internal/httpx"
	"github.com/walrus-go/walrus/internal/obs"
	"github.com/walrus-go/walrus/seal"
)

// Mode says what master keys a server has (access-control.md A.10).
type Mode string

// The modes.
const (
	OpenMode         Mode = "open"         // one, for every policy
	PermissionedMode Mode = "permissioned" // one for each client, who named its policies
	CommitteeMode    Mode = "committee"    // a share of one
)

// Options are what a Server is made of. Fields without a remark have to be set.
type Options struct {
	Mode      Mode
	ChainID   uint64
	Keyring   *seal.Keyring // unless in committee mode
	Committee *Committee    // in committee mode
	Evaluator Evaluator

	// Class is how policies are judged, Classes how those of single namespaces are.
	Class   Class
	Classes map[seal.Namespace]Class
	// MaxTTL is the longest session that is taken, in seconds; 0 = seal.MaxSessionTTL.
	MaxTTL uint32
	// Timeout of a request; 0 = 5 s.
	Timeout time.Duration
	Limits  Limits
	// Verdicts is the number of approvals and of refusals that are remembered; 0 = 10000.
	Verdicts int
	// APIKeys are the SHA-256 of the keys and the names of their owners. A wrong key is refused, and no key as well with
	// RequireAPIKey.
	APIKeys       map[[32]byte]string
	RequireAPIKey bool
	// SourceHeader names the header in which a trusted proxy puts the source address; empty = there is no proxy.
	SourceHeader string
	// LeastSDK are the least versions of clients by their type; may be nil.
	LeastSDK map[string]string
	// Official answers requests in the form of the official system; nil = they are refused.
	Official Official

	Version, Revision string // of the program
	Log               *slog.Logger
	Registerer        prometheus.Registerer
	Now               func() time.Time // nil = time.Now
}

// Server answers requests for keys.
type Server struct {
	opts      Options
	keyring   atomic.Pointer[seal.Keyring] // nil while no share of the committee's version is at hand
	metrics   *metrics
	leastSDK  map[string]semver
	verdicts  *verdicts
	hashes    *lru[walrus.Address, [32]byte]
	replays   *replays
	bodies    *httpx.Budget
	inFlight  *httpx.Limiter
	source    *buckets
	user      *buckets
	namespace *buckets
	apiKey    *buckets
	wallet    *buckets
	handler   http.Handler
}

const (
	defaultTimeout  = 5 * time.Second
	defaultVerdicts = 10_000
	refusalTTL      = 2 * time.Second  // access-control.md B.4
	codeHashTTL     = 10 * time.Second // a changed code is noticed by the evaluator all the same
	maxCodeHashes   = 1000
	rememberedKeys  = 1 << 16 // requests that were answered
)

// New returns a server, or all that is wrong with its options.
func New(opts Options) (*Server, error) {
	s := &Server{opts: opts, leastSDK: make(map[string]semver)}
	s.setDefaults()
	if err := s.checkOptions(); err != nil {
		return nil, fmt.Errorf("key server: %w", err)
	}
	o := &s.opts
	s.metrics = newMetrics(o.Registerer)
	s.verdicts = newVerdicts(o.Evaluator, o.Verdicts, o.Verdicts, refusalTTL, o.Now)
	s.verdicts.observe = s.metrics.judged
	s.hashes = newLRU[walrus.Address, [32]byte](maxCodeHashes, codeHashTTL, false, o.Now)
	s.replays = newReplays(rememberedKeys)
	s.bodies = httpx.NewBudget(int64(o.Limits.InFlight) * seal.MaxRequestBody)
	s.inFlight = httpx.NewLimiter(o.Limits.InFlight)
	bucket := func(name string, r Rate) *buckets {
		return newBuckets(name, r, o.Limits.Buckets, o.Now, func(n string) { s.metrics.limited.WithLabelValues(n).Inc() })
	}
	s.source, s.user, s.namespace = bucket("source address", o.Limits.Source), bucket("user", o.Limits.User), bucket("namespace", o.Limits.Namespace)
	s.apiKey, s.wallet = bucket("API key", o.Limits.APIKey), bucket("smart wallet", o.Limits.Wallet)
	if o.Mode != CommitteeMode {
		s.keyring.Store(o.Keyring)
	}
	s.handler = s.routes()
	return s, nil
}

func (s *Server) setDefaults() {
	o := &s.opts
	if o.MaxTTL == 0 {
		o.MaxTTL = seal.MaxSessionTTL
	}
	if o.Timeout == 0 {
		o.Timeout = defaultTimeout
	}
	if o.Verdicts == 0 {
		o.Verdicts = defaultVerdicts
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if o.Registerer == nil {
		o.Registerer = prometheus.NewRegistry()
	}
}

func (s *Server) checkOptions() error {
	var problems []error
	bad := func(format string, args ...any) { problems = append(problems, fmt.Errorf(format, args...)) }
	o := &s.opts
	switch o.Mode {
	case OpenMode, PermissionedMode:
		if o.Keyring == nil || o.Committee != nil {
			bad("mode %s needs a keyring and no committee", o.Mode)
		}
	case CommitteeMode:
		if o.Committee == nil || o.Keyring != nil {
			bad("mode committee needs a committee and no keyring")
		} else if err := o.Committee.validate(); err != nil {
			bad("committee: %w", err)
		}
	default:
		bad("unknown mode %q", o.Mode)
	}
	if o.Evaluator == nil {
		bad("no evaluator")
	}
	if o.ChainID == 0 {
		bad("no chain ID")
	}
	if o.MaxTTL < seal.MinSessionTTL || o.MaxTTL > seal.MaxSessionTTL {
		bad("sessions of %d s, want %d to %d", o.MaxTTL, seal.MinSessionTTL, seal.MaxSessionTTL)
	}
	if err := o.Limits.validate(); err != nil {
		bad("%w", err)
	}
	for sdk, text := range o.LeastSDK {
		v, ok := parseSemver(text)
		if !ok {
			bad("least version %q of clients of type %s is not a version", text, sdk)
		}
		s.leastSDK[sdk] = v
	}
	return errors.Join(problems...)
}

func (l *Limits) validate() error {
	var problems []error
	if l.InFlight < 1 || l.Buckets < 1 {
		problems = append(problems, errors.New("limits: requests in flight and buckets have to be at least 1"))
	}
	for name, r := range map[string]Rate{"source": l.Source, "user": l.User, "namespace": l.Namespace, "api_key": l.APIKey, "smart_wallet": l.Wallet} {
		if !(r.PerSecond > 0) || r.PerSecond > 1e9 || r.Burst < 1 {
			problems = append(problems, fmt.Errorf("limits: rate of a %s has to be positive", name))
		}
	}
	return errors.Join(problems...)
}

// ServeHTTP answers all paths of the API.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.handler.ServeHTTP(w, r) }

func (s *Server) routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /v1/fetch_key", s.serveFetchKey)
	mux.HandleFunc("GET /v1/service", s.serveService)
	mux.HandleFunc("GET /v1/public_key", s.servePublicKey)
	mux.HandleFunc("GET /v1/debug/committee_partial_pk", s.servePartialKey)
	mux.HandleFunc("GET /health", func(w http.ResponseWriter, r *http.Request) { s.writeJSON(w, r, struct{}{}) })
	mux.HandleFunc("GET /ready", s.serveReady)
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		s.writeError(w, r, fail(NotFound, "no such path, or not with this method"))
	})
	return httpx.Chain(mux, aliasRequestID, httpx.RequestIDs, httpx.CORS, s.versions, s.recovered,
		httpx.Accesses(obs.HTTPMetrics(s.opts.Registerer, "keyserver")))
}

// aliasRequestID lets the official name of the header count.
func aliasRequestID(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if id := r.Header.Get(requestIDHeader); id != "" && r.Header.Get(httpx.RequestIDHeader) == "" {
			r.Header.Set(httpx.RequestIDHeader, id)
		}
		next.ServeHTTP(w, r)
	})
}

// versions names the program in every answer, and lets browsers see it.
func (s *Server) versions(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set(versionHeader, s.opts.Version)
		h.Set(revisionHeader, s.opts.Revision)
		h.Set("Access-Control-Expose-Headers", versionHeader+", "+revisionHeader+", "+httpx.RequestIDHeader+", Retry-After")
		next.ServeHTTP(w, r)
	})
}

// recovered turns a panic into a log line and an internal error.
func (s *Server) recovered(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			switch p := recover(); p {
			case nil:
			case http.ErrAbortHandler:
				panic(p)
			default:
				httpx.LogPanic(r.Context(), s.opts.Log, p)
				s.writeError(w, r, errors.New("panic"))
			}
		}()
		next.ServeHTTP(w, r)
	})
}

// Ready returns nil if the server can answer: it has a key, and the chain answers in time and within bounds of age.
func (s *Server) Ready(ctx context.Context) error {
	if s.keyring.Load() == nil {
		return errors.New("no share of the committee's master key at its version")
	}
	if h, ok := s.opts.Evaluator.(Heads); ok {
		_, err := h.Heads(ctx, s.opts.Class)
		return err
	}
	_, err := s.opts.Evaluator.CodeHash(ctx, walrus.Address{19: 1})
	return err
}

// ObserveEndpoint counts what went wrong with an endpoint of the chain; kind comes from a small closed set.
func (s *Server) ObserveEndpoint(kind string, disagreement bool) {
	s.metrics.endpoints.WithLabelValues(kind).Inc()
	if disagreement {
		s.metrics.disagreed.Inc()
	}
}
