package keyserver

import (
	"context"
	"errors"
	"net/http"
	"time"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/internal/httpx"
	"github.com/walrus-go/walrus/seal"
)

func (s *Server) serveFetchKey(w http.ResponseWriter, r *http.Request) {
	answer, err := s.fetch(w, r)
	if err != nil {
		s.metrics.answered(s.writeError(w, r, err))
		return
	}
	s.metrics.answered(nil)
	s.metrics.keys.Add(float64(len(answer.Keys)))
	s.writeJSON(w, r, answer)
}

// fetch leads a request through the gates.
func (s *Server) fetch(w http.ResponseWriter, r *http.Request) (*seal.FetchResponse, error) {
	source := sourceOf(r, s.opts.SourceHeader)
	if err := s.admit(source, r.Header); err != nil {
		return nil, err
	}
	if !s.inFlight.TryAcquire() {
		return nil, fail(Failure, "too many requests at once").because(ReasonBusy).after(time.Second)
	}
	defer s.inFlight.Release()
	body, release, err := httpx.ReadBody(w, r, seal.MaxRequestBody, s.bodies)
	defer release()
	if errors.Is(err, context.DeadlineExceeded) {
		return nil, fail(Failure, "the body came too slowly").because(ReasonAbandoned)
	}
	if err != nil {
		return nil, err
	}
	ctx, cancel := context.WithTimeout(r.Context(), s.opts.Timeout)
	defer cancel()
	if s.opts.Official != nil && isOfficial(body) {
		return s.fetchOfficial(ctx, body)
	}
	return s.fetchEVM(ctx, source, body)
}

// admit decides before the body is read.
func (s *Server) admit(source string, h http.Header) error {
	if err := s.source.take(source); err != nil {
		return err
	}
	name, err := s.checkAPIKey(h)
	if err != nil {
		return err
	}
	if name != "" {
		if err := s.apiKey.take(name); err != nil {
			return err
		}
	}
	return s.checkSDK(h)
}

// asked is a request on its way through the gates.
type asked struct {
	request   *seal.FetchRequest
	policy    *seal.PolicyRequest
	wrapTo    seal.EncryptionKey
	codeHash  *[32]byte
	namespace seal.Namespace
	key       [32]byte // for replays
}

func (s *Server) fetchEVM(ctx context.Context, source string, body []byte) (*seal.FetchResponse, error) {
	a, err := s.parse(body)
	if err != nil {
		return nil, err
	}
	if err := s.checkSession(a); err != nil {
		return nil, err
	}
	if err := s.pin(ctx, source, a, body); err != nil {
		return nil, err
	}
	master, err := s.masterKey(a.namespace)
	if err != nil {
		return nil, err
	}
	if err := s.takeRates(source, a); err != nil {
		return nil, err
	}
	if err := s.verdicts.judge(ctx, s.question(a)); err != nil {
		return nil, err
	}
	expires := a.request.Certificate.Expires().Add(maxSkew)
	if !s.replays.add(a.key, s.opts.Now(), expires) {
		return nil, replayed()
	}
	var ids []seal.Identity
	for _, c := range a.policy.Calls {
		ids = append(ids, seal.Identity{Namespace: a.namespace, Inner: c.Inner})
	}
	return s.answer(master, a.wrapTo, ids), nil
}

// unknownHash stands for the code hash of a pinned policy until the session is verified and the chain can be asked.
func unknownHash(*seal.PolicyRequest) ([32]byte, error) { return [32]byte{}, nil }

// parse reads all forms, and refuses what cannot concern this server.
func (s *Server) parse(body []byte) (*asked, error) {
	request, policy, err := seal.ParseFetchRequest(body, unknownHash)
	if err != nil {
		return nil, formError(err)
	}
	s.metrics.ids.Observe(float64(len(policy.Calls)))
	if policy.ChainID != s.opts.ChainID {
		return nil, fail(UnsupportedNamespace, "the policy is on chain %d, this server asks chain %d", policy.ChainID, s.opts.ChainID).
			because(ReasonWrongNetwork)
	}
	a := &asked{request: request, policy: policy, namespace: request.Certificate.Namespace}
	if a.wrapTo, err = s.ephemeral(request.EncryptionKey, request.VerificationKey); err != nil {
		return nil, err
	}
	a.key = requestKey(request.Certificate.SessionKey, request.Request, request.EncryptionKey[:])
	return a, nil
}

// ephemeral reads the key that answers are encrypted to. A member of a committee also checks that both halves belong
// together, as whoever combines partial keys verifies them with the other half.
func (s *Server) ephemeral(enc [48]byte, verify [96]byte) (seal.EncryptionKey, error) {
	e, err := seal.ParseEncryptionKey(enc[:])
	if err != nil {
		return e, fail(InvalidParameter, "enc_key: %w", err)
	}
	v, err := seal.ParseVerificationKey(verify[:])
	if err != nil {
		return e, fail(InvalidParameter, "enc_verification_key: %w", err)
	}
	if s.opts.Mode == CommitteeMode {
		if err := v.Matches(e); err != nil {
			return e, fail(InvalidParameter, "enc_verification_key: %w", err)
		}
	}
	return e, nil
}

func formError(err error) error {
	switch {
	case errors.Is(err, seal.ErrInvalidSession):
		return fail(InvalidCertificate, "%w", err).because(ReasonForm)
	case errors.Is(err, seal.ErrInvalidRequest):
		return fail(InvalidPolicyRequest, "%w", err)
	}
	return err
}

// checkSession decides all about the session that needs no chain.
func (s *Server) checkSession(a *asked) error {
	now := s.opts.Now()
	if err := checkTime(&a.request.Certificate.Authorization, now, s.opts.MaxTTL); err != nil {
		return err
	}
	if err := a.request.VerifySession(); err != nil {
		return fail(InvalidSessionSignature, "%w", err)
	}
	if s.replays.contains(a.key, now) {
		return replayed()
	}
	return nil
}

// pin completes a request under a pinned policy by the hash of its code.
func (s *Server) pin(ctx context.Context, source string, a *asked, body []byte) error {
	if a.policy.Kind != seal.PinnedNamespace {
		return nil
	}
	hash, err := s.codeHash(ctx, source, a.policy.Policy)
	if err != nil {
		return err
	}
	if hash == ([32]byte{}) {
		return ErrNoPolicy
	}
	a.request, a.policy, err = seal.ParseFetchRequest(body, func(*seal.PolicyRequest) ([32]byte, error) { return hash, nil })
	if err != nil {
		return formError(err)
	}
	a.codeHash, a.namespace = &hash, a.request.Certificate.Namespace
	return nil
}

func (s *Server) codeHash(ctx context.Context, source string, policy walrus.Address) ([32]byte, error) {
	if hash, ok := s.hashes.get(policy); ok {
		return hash, nil
	}
	if err := s.wallet.take(source); err != nil {
		return [32]byte{}, err
	}
	hash, err := s.opts.Evaluator.CodeHash(ctx, policy)
	if err == nil {
		s.hashes.put(policy, hash)
	}
	return hash, err
}

func (s *Server) masterKey(n seal.Namespace) (seal.MasterKey, error) {
	ring := s.keyring.Load()
	if ring == nil {
		return seal.MasterKey{}, noShare()
	}
	_, key, ok := ring.ForNamespace(n)
	if !ok {
		return seal.MasterKey{}, fail(UnsupportedNamespace, "this server has no key for namespace %s", n).because(ReasonNotServed)
	}
	return key, nil
}

// takeRates charges the user only for requests that his own key authorized, or anybody could use up his rate; what only
// the chain can judge is charged to the source address.
func (s *Server) takeRates(source string, a *asked) error {
	c := &a.request.Certificate
	var err error
	if c.VerifyExternallyOwned() == nil {
		err = s.user.take(string(c.User[:]))
	} else {
		err = s.wallet.take(source)
	}
	if err != nil {
		return err
	}
	return s.namespace.take(string(a.namespace[:]))
}

func (s *Server) question(a *asked) *Question {
	c := &a.request.Certificate
	q := &Question{
		ChainID: a.policy.ChainID, Policy: a.policy.Policy, User: c.User, Digest: c.Digest(), Signature: c.Signature,
		Calls: a.policy.Calls, CodeHash: a.codeHash, Class: s.opts.Class,
	}
	if class, ok := s.opts.Classes[a.namespace]; ok {
		q.Class = class
	}
	return q
}

// answer derives the keys, after everything else.
func (s *Server) answer(master seal.MasterKey, wrapTo seal.EncryptionKey, ids []seal.Identity) *seal.FetchResponse {
	start := time.Now()
	r := &seal.FetchResponse{}
	for _, id := range ids {
		r.Keys = append(r.Keys, seal.ResponseKey{Identity: id, Key: wrapTo.Wrap(master.Derive(id))})
	}
	s.metrics.derive.Observe(time.Since(start).Seconds())
	return r
}
