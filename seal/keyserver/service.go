package keyserver

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"
	"time"

	"github.com/walrus-go/walrus/internal/httpx"
	"github.com/walrus-go/walrus/internal/obs"
	"github.com/walrus-go/walrus/seal"
)

// serviceJSON is the official answer and what we add (access-control.md B.5).
type serviceJSON struct {
	ServiceID  seal.ServerID `json:"service_id"`
	Possession []byte        `json:"pop"`
	Mode       Mode          `json:"mode"`
	ChainIDs   []uint64      `json:"chain_ids"`
	Freshness  string        `json:"freshness"`
	Limits     limitsJSON    `json:"limits"`
	Version    string        `json:"version"`
}

type limitsJSON struct {
	Calls     int    `json:"calls"`
	InnerID   int    `json:"inner_id_bytes"`
	Args      int    `json:"args_bytes"`
	Body      int    `json:"body_bytes"`
	TTLSecs   uint32 `json:"session_ttl_s"`
	TTLLeast  uint32 `json:"session_ttl_min_s"`
	ClockSkew uint32 `json:"clock_skew_s"`
}

func (s *Server) serveService(w http.ResponseWriter, r *http.Request) {
	if err := s.source.take(sourceOf(r, s.opts.SourceHeader)); err != nil {
		s.writeError(w, r, err)
		return
	}
	id, err := seal.ParseServerID(r.URL.Query().Get("service_id"))
	if err != nil {
		s.writeError(w, r, fail(InvalidServiceID, "service_id: %w", err))
		return
	}
	ring := s.keyring.Load()
	if s.opts.Mode == CommitteeMode || ring == nil {
		s.writeError(w, r, fail(InvalidServiceID, "a member of a committee cannot prove possession of its key"))
		return
	}
	key, ok := ring.ForServer(id)
	if !ok {
		s.writeError(w, r, fail(InvalidServiceID, "this server does not serve %s", id))
		return
	}
	s.metrics.services.Inc()
	proof := key.ProvePossession(id)
	s.writeJSON(w, r, serviceJSON{
		ServiceID: id, Possession: proof[:], Mode: s.opts.Mode, ChainIDs: []uint64{s.opts.ChainID},
		Freshness: s.opts.Class.Freshness.String(), Version: s.opts.Version,
		Limits: limitsJSON{seal.MaxRequestCalls, seal.MaxInnerID, seal.MaxRequestArgs, seal.MaxRequestBody, s.opts.MaxTTL,
			seal.MinSessionTTL, uint32(maxSkew / time.Second)},
	})
}

// maxUnassigned is how far ahead public keys can be asked for.
const maxUnassigned = 10

// servePublicKey gives the public key at one of the next indices that no client has.
func (s *Server) servePublicKey(w http.ResponseWriter, r *http.Request) {
	if err := s.source.take(sourceOf(r, s.opts.SourceHeader)); err != nil {
		s.writeError(w, r, err)
		return
	}
	if s.opts.Mode != PermissionedMode {
		s.writeError(w, r, fail(InvalidParameter, "a server in mode %s has no public keys by index", s.opts.Mode))
		return
	}
	i, err := strconv.ParseUint(r.URL.Query().Get("index"), 10, 64)
	if err != nil {
		s.writeError(w, r, fail(InvalidParameter, "index is not a number"))
		return
	}
	index, key, err := s.keyring.Load().Unassigned(0)
	if err == nil && (i < index || i-index >= maxUnassigned) {
		err = fail(InvalidParameter, "index %d is not among the next unassigned, %d to %d", i, index, index+maxUnassigned-1)
	}
	if err == nil {
		index, key, err = s.keyring.Load().Unassigned(i - index)
	}
	if err != nil {
		s.writeError(w, r, err)
		return
	}
	b := key.Bytes()
	s.writeJSON(w, r, struct {
		Index uint64 `json:"index"`
		Key   string `json:"public_key"`
	}{index, fmt.Sprintf("0x%x", b)})
}

// servePartialKey gives the public half of a member's share.
func (s *Server) servePartialKey(w http.ResponseWriter, r *http.Request) {
	if s.opts.Mode != CommitteeMode {
		s.writeError(w, r, fail(InvalidParameter, "not a member of a committee"))
		return
	}
	ring := s.keyring.Load()
	if ring == nil {
		s.writeError(w, r, noShare())
		return
	}
	key, _ := ring.ForServer(s.opts.Committee.Server)
	b := key.PublicKey().Bytes()
	s.writeJSON(w, r, struct {
		Key []byte `json:"partial_pk"`
	}{b[:]})
}

func noShare() error {
	return fail(Failure, "no share of the committee's master key at its version").after(time.Second)
}

func (s *Server) serveReady(w http.ResponseWriter, r *http.Request) {
	if err := s.source.take(sourceOf(r, s.opts.SourceHeader)); err != nil {
		s.writeError(w, r, err)
		return
	}
	if err := s.Ready(r.Context()); err != nil {
		s.opts.Log.WarnContext(r.Context(), "not ready", obs.Err, err)
		s.writeError(w, r, fail(Failure, "not ready").after(time.Second))
		return
	}
	s.writeJSON(w, r, struct {
		Ready bool `json:"ready"`
	}{true})
}

func (s *Server) writeJSON(w http.ResponseWriter, r *http.Request, v any) {
	b, err := json.Marshal(v)
	if err != nil {
		s.writeError(w, r, fmt.Errorf("encode answer: %w", err))
		return
	}
	if err := httpx.Write(w, http.StatusOK, httpx.ContentTypeJSON, b); err != nil {
		s.opts.Log.DebugContext(r.Context(), "answer did not arrive", obs.Err, err)
	}
}

// writeError answers with an error, and returns what it said. What the asker is not told goes to the log.
func (s *Server) writeError(w http.ResponseWriter, r *http.Request, err error) *Error {
	e := asError(err)
	if e.Status() >= 500 && e.Reason != ReasonAbandoned {
		s.opts.Log.WarnContext(r.Context(), "request failed", "code", string(e.Code), obs.Err, err)
	}
	if err := e.write(w); err != nil {
		s.opts.Log.DebugContext(r.Context(), "answer did not arrive", obs.Err, err)
	}
	return e
}
