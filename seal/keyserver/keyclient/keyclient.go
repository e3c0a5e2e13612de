// Package keyclient asks key servers over HTTP: it is the seal.Source for a session, and what an aggregator of a
// committee does (access-control.md A.9, A.10, B.4).
//
// The one idea: a committee counts as one server. Its members' partial keys are verified one by one against the partial
// public keys of the registry, so that a member who lies is named, and as many as the threshold are combined into the
// key that the whole committee would have derived.
//
// A Source is safe for concurrent use.
package keyclient

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/internal/httpx"
	"github.com/walrus-go/walrus/seal"
	"github.com/walrus-go/walrus/seal/keyserver"
)

// Endpoint is where a key server answers.
type Endpoint struct {
	URL    string // http or https, without the path of the API
	APIKey string // empty = none
}

// Member is a member of a committee, as the registry lists it.
type Member struct {
	Endpoint
	Party   seal.PartyID
	Partial seal.PublicKey
}

// Server is an entry of the registry: an Endpoint, or a committee with its threshold.
type Server struct {
	Endpoint
	Threshold int
	Members   []Member
}

// Source asks the servers for the keys of one session. Its fields do not change any more once it is used.
type Source struct {
	Servers map[seal.ServerID]Server
	Session *seal.Session
	// Args returns the hints for the policy; nil = none.
	Args func(seal.Identity) []byte
	// HTTP makes the requests; nil = http.DefaultClient.
	HTTP *http.Client
	// Version of the program, in the form of a semantic version.
	Version string
}

// maxAnswer bounds an answer, in bytes: 32 identities as arrays of numbers, and their keys, fit.
const maxAnswer = 128 << 10

// DeriveKey implements seal.Source. The error of a server is a keyserver.Error; that of a committee wraps a
// MemberError for each member that failed.
func (s *Source) DeriveKey(ctx context.Context, server seal.ServerID, id seal.Identity) (seal.DerivedKey, error) {
	to, ok := s.Servers[server]
	if !ok {
		return seal.DerivedKey{}, fmt.Errorf("%w: %s", seal.ErrUnknownServer, server)
	}
	k := seal.NewEphemeralKey()
	body, err := s.request(id, k)
	if err != nil {
		return seal.DerivedKey{}, err
	}
	var r *seal.FetchResponse
	if len(to.Members) > 0 {
		r, err = s.committee(ctx, &to, body, k, id)
	} else {
		r, err = s.post(ctx, &to.Endpoint, body)
	}
	if err != nil {
		return seal.DerivedKey{}, err
	}
	keys, err := r.Unwrap(k, []seal.Identity{id})
	if err != nil {
		return seal.DerivedKey{}, err
	}
	return keys[0], nil
}

func (s *Source) request(id seal.Identity, k seal.EphemeralKey) ([]byte, error) {
	c := s.Session.Certificate()
	if id.Namespace != c.Namespace {
		return nil, fmt.Errorf("%w: it is for namespace %s", seal.ErrInvalidSession, c.Namespace)
	}
	kind, _ := c.Namespace.Kind()
	call := seal.PolicyCall{Inner: id.Inner}
	if s.Args != nil {
		call.Args = s.Args(id)
	}
	r, err := s.Session.Request(seal.PolicyRequest{Kind: kind, ChainID: c.ChainID, Policy: c.Policy, Calls: []seal.PolicyCall{call}}, k)
	if err != nil {
		return nil, err
	}
	return json.Marshal(r)
}

func (s *Source) post(ctx context.Context, to *Endpoint, body []byte) (*seal.FetchResponse, error) {
	var r seal.FetchResponse
	if err := s.do(ctx, to, http.MethodPost, "/v1/fetch_key", body, &r); err != nil {
		return nil, err
	}
	return &r, nil
}

// do makes a request and reads its answer into v, or returns the error in it.
func (s *Source) do(ctx context.Context, to *Endpoint, method, path string, body []byte, v any) error {
	r, err := http.NewRequestWithContext(ctx, method, strings.TrimSuffix(to.URL, "/")+path, bytes.NewReader(body))
	if err != nil {
		return fmt.Errorf("ask key server: %w", err)
	}
	r.Header.Set("Content-Type", httpx.ContentTypeJSON)
	r.Header.Set(keyserver.SDKTypeHeader, "go")
	r.Header.Set(keyserver.SDKVersionHeader, s.Version)
	if to.APIKey != "" {
		r.Header.Set(keyserver.APIKeyHeader, to.APIKey)
	}
	client := s.HTTP
	if client == nil {
		client = http.DefaultClient
	}
	w, err := client.Do(r)
	if err != nil {
		return fmt.Errorf("ask key server: %w: %w", walrus.ErrUnavailable, err)
	}
	defer w.Body.Close()
	b, err := httpx.ReadAll(w.Body, -1, maxAnswer)
	if err != nil {
		return fmt.Errorf("read answer of key server: %w: %w", walrus.ErrUnavailable, err)
	}
	if w.StatusCode != http.StatusOK {
		return keyserver.ParseError(w.StatusCode, b, w.Header.Get("Retry-After"))
	}
	if err := json.Unmarshal(b, v); err != nil {
		return fmt.Errorf("answer of key server: %w", err)
	}
	return nil
}

// VerifyServer returns nil if whoever answers for a server, which is no committee, proves that he has its master key.
func (s *Source) VerifyServer(ctx context.Context, server seal.ServerID, key seal.PublicKey) error {
	to, ok := s.Servers[server]
	if !ok {
		return fmt.Errorf("%w: %s", seal.ErrUnknownServer, server)
	}
	var v struct {
		ID         string `json:"service_id"`
		Possession []byte `json:"pop"`
	}
	if err := s.do(ctx, &to.Endpoint, http.MethodGet, "/v1/service?service_id="+url.QueryEscape(server.String()), nil, &v); err != nil {
		return err
	}
	if id, err := seal.ParseServerID(v.ID); err != nil || id != server {
		return fmt.Errorf("%w: the answer is about another server", seal.ErrInvalidKey)
	}
	return key.VerifyPossession(server, v.Possession)
}

// MemberError names the member of a committee that an error is about.
type MemberError struct {
	Party seal.PartyID
	Err   error
}

func (e *MemberError) Error() string { return fmt.Sprintf("member %d: %v", e.Party, e.Err) }

// Unwrap returns the error without the member.
func (e *MemberError) Unwrap() error { return e.Err }

// committee asks all members at once and combines the first answers that verify.
func (s *Source) committee(ctx context.Context, to *Server, body []byte, k seal.EphemeralKey, id seal.Identity) (*seal.FetchResponse, error) {
	ctx, cancel := context.WithCancel(ctx)
	type reply struct {
		from *Member
		key  seal.WrappedKey
		err  error
	}
	came := make(chan reply, len(to.Members))
	for i := range to.Members {
		m := &to.Members[i]
		go func() { // waited for below
			key, err := s.partial(ctx, m, body, k, id)
			came <- reply{m, key, err}
		}()
	}
	parts := make(map[seal.PartyID]seal.WrappedKey)
	var failed []error
	for range to.Members {
		r := <-came
		switch {
		case r.err != nil:
			failed = append(failed, &MemberError{r.from.Party, r.err})
		case len(parts) < to.Threshold:
			parts[r.from.Party] = r.key
		}
		if len(parts) == to.Threshold {
			cancel()
		}
	}
	cancel()
	if to.Threshold < 1 || len(parts) < to.Threshold {
		return nil, fmt.Errorf("committee gave %d partial keys of %d: %w", len(parts), to.Threshold, errors.Join(failed...))
	}
	w, err := seal.CombineWrapped(parts)
	if err != nil {
		return nil, err
	}
	return &seal.FetchResponse{Keys: []seal.ResponseKey{{Identity: id, Key: w}}}, nil
}

// partial returns the partial key of a member, verified.
func (s *Source) partial(ctx context.Context, m *Member, body []byte, k seal.EphemeralKey, id seal.Identity) (seal.WrappedKey, error) {
	r, err := s.post(ctx, &m.Endpoint, body)
	if err != nil {
		return seal.WrappedKey{}, err
	}
	if len(r.Keys) != 1 || !r.Keys[0].Identity.Equal(id) {
		return seal.WrappedKey{}, fmt.Errorf("%w: the answer is about other identities", seal.ErrInvalidKey)
	}
	return r.Keys[0].Key, k.Verification().VerifyPartial(r.Keys[0].Key, id, m.Partial)
}
