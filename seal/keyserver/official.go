package keyserver

import (
	"context"
	"encoding/hex"
	"encoding/json"
	"strings"
	"time"

	"github.com/walrus-go/walrus/seal"
)

// Official answers for the official system's chain, so that its clients can be served in its own form
// (access-control.md A.9): Identities names what a programmable transaction asks keys for, all of one namespace, which
// [ParseTransaction] does; Approve returns nil if the policy approves of it for the user. Its errors are those of an
// Evaluator.
type Official interface {
	Identities(ctx context.Context, transaction []byte) ([]seal.Identity, error)
	Approve(ctx context.Context, user [32]byte, transaction []byte) error
}

type officialJSON struct {
	Transaction     []byte `json:"ptb"`
	EncryptionKey   []byte `json:"enc_key"`
	VerificationKey []byte `json:"enc_verification_key"`
	Signature       []byte `json:"request_signature"`
	Certificate     struct {
		User       string `json:"user"`
		SessionKey []byte `json:"session_vk"`
		Created    uint64 `json:"creation_time"`
		TTL        uint16 `json:"ttl_min"`
		Signature  []byte `json:"signature"`
		Name       string `json:"mvr_name"`
	} `json:"certificate"`
}

// isOfficial reports whether a body is in the official form.
func isOfficial(body []byte) bool {
	var v struct {
		Transaction *json.RawMessage `json:"ptb"`
	}
	return json.Unmarshal(body, &v) == nil && v.Transaction != nil
}

func (s *Server) fetchOfficial(ctx context.Context, body []byte) (*seal.FetchResponse, error) {
	var v officialJSON
	if err := json.Unmarshal(body, &v); err != nil {
		return nil, fail(InvalidPolicyRequest, "not a request: %w", err)
	}
	request, wrapTo, err := s.officialRequest(&v)
	if err != nil {
		return nil, err
	}
	ids, err := s.opts.Official.Identities(ctx, v.Transaction)
	if err != nil {
		return nil, err
	}
	n, err := oneNamespace(ids)
	if err != nil {
		return nil, err
	}
	master, err := s.masterKey(n)
	if err != nil {
		return nil, err
	}
	user, expires, err := s.checkOfficialSession(&v, request, n)
	if err != nil {
		return nil, err
	}
	if err := s.user.take(string(user[:])); err != nil {
		return nil, err
	}
	if err := s.namespace.take(string(n[:])); err != nil {
		return nil, err
	}
	if err := s.opts.Official.Approve(ctx, user, v.Transaction); err != nil {
		return nil, err
	}
	key := requestKey(request.Certificate.SessionKey, v.Transaction, v.EncryptionKey)
	if !s.replays.add(key, s.opts.Now(), expires.Add(maxSkew)) {
		return nil, replayed()
	}
	return s.answer(master, wrapTo, ids), nil
}

// officialRequest reads what is the same in both forms.
func (s *Server) officialRequest(v *officialJSON) (*seal.FetchRequest, seal.EncryptionKey, error) {
	r := &seal.FetchRequest{Request: v.Transaction}
	for _, f := range []struct {
		name     string
		to, from []byte
	}{
		{"enc_key", r.EncryptionKey[:], v.EncryptionKey}, {"enc_verification_key", r.VerificationKey[:], v.VerificationKey},
		{"request_signature", r.Signature[:], v.Signature}, {"session_vk", r.Certificate.SessionKey[:], v.Certificate.SessionKey},
	} {
		if len(f.from) != len(f.to) {
			return nil, seal.EncryptionKey{}, fail(InvalidParameter, "%s has %d bytes, want %d", f.name, len(f.from), len(f.to))
		}
		copy(f.to, f.from)
	}
	wrapTo, err := s.ephemeral(r.EncryptionKey, r.VerificationKey)
	return r, wrapTo, err
}

// oneNamespace returns the namespace of all identities, which is none of an EVM chain: a master key serves one kind.
func oneNamespace(ids []seal.Identity) (n seal.Namespace, err error) {
	for i, id := range ids {
		if i > 0 && id.Namespace != n {
			return n, fail(InvalidPolicyRequest, "identities of several namespaces")
		}
		n = id.Namespace
	}
	if _, evm := n.Kind(); len(ids) == 0 || evm {
		return n, fail(UnsupportedNamespace, "no identity of the official system").because(ReasonNotServed)
	}
	return n, nil
}

// maxOfficialTTL is the longest official session, in minutes.
const maxOfficialTTL = 30

func (s *Server) checkOfficialSession(v *officialJSON, request *seal.FetchRequest, n seal.Namespace) (user [32]byte, expires time.Time, err error) {
	c := &v.Certificate
	if c.Name != "" {
		return user, expires, fail(InvalidParameter, "names of packages are not resolved here")
	}
	if c.TTL < 1 || c.TTL > maxOfficialTTL || c.Created > 1<<53 {
		return user, expires, fail(InvalidCertificate, "session of %d minutes, want 1 to %d", c.TTL, maxOfficialTTL).because(ReasonLifetime)
	}
	a := seal.Authorization{Created: c.Created, TTL: uint32(c.TTL) * 60}
	if err := checkTime(&a, s.opts.Now(), maxOfficialTTL*60); err != nil {
		return user, expires, err
	}
	if err := request.VerifySession(); err != nil {
		return user, expires, fail(InvalidSessionSignature, "%w", err)
	}
	m := seal.PersonalMessage{Package: n.String(), SessionKey: request.Certificate.SessionKey, Created: c.Created, TTL: c.TTL}
	if user, err = m.Verify(c.Signature); err != nil {
		return user, expires, fail(InvalidSignature, "%w", err)
	}
	if !strings.EqualFold(c.User, "0x"+hex.EncodeToString(user[:])) {
		return user, expires, fail(InvalidSignature, "signed by another than the user")
	}
	return user, a.Expires(), nil
}
