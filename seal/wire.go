package seal

import (
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/walrus-go/walrus"
)

type fetchRequestJSON struct {
	Request         []byte          `json:"policy_request"`
	EncryptionKey   []byte          `json:"enc_key"`
	VerificationKey []byte          `json:"enc_verification_key"`
	Signature       []byte          `json:"request_signature"`
	Certificate     certificateJSON `json:"certificate"`
}

type certificateJSON struct {
	User       walrus.Address `json:"user"`
	SessionKey []byte         `json:"session_vk"`
	Created    uint64         `json:"creation_time"`
	TTL        uint32         `json:"ttl_s"`
	Scheme     string         `json:"scheme"`
	Purpose    string         `json:"purpose"`
	Signature  string         `json:"signature"`
}

// MarshalJSON returns the body of a request to a key server (access-control.md B.4).
func (r FetchRequest) MarshalJSON() ([]byte, error) {
	c := &r.Certificate
	return json.Marshal(fetchRequestJSON{
		Request: r.Request, EncryptionKey: r.EncryptionKey[:], VerificationKey: r.VerificationKey[:], Signature: r.Signature[:],
		Certificate: certificateJSON{
			User: c.User, SessionKey: c.SessionKey[:], Created: c.Created, TTL: c.TTL, Scheme: c.Scheme.String(),
			Purpose: c.Purpose, Signature: formatHex(c.Signature),
		},
	})
}

// ParseFetchRequest reads a body and the policy request in it. codeHash is asked for the hash of the policy's byte code
// if the namespace is a pinned one; without it such requests are refused. Nothing is verified but the form.
func ParseFetchRequest(body []byte, codeHash func(*PolicyRequest) ([32]byte, error)) (*FetchRequest, *PolicyRequest, error) {
	if len(body) > MaxRequestBody {
		return nil, nil, fmt.Errorf("%w: body of %d bytes, at most %d", ErrInvalidRequest, len(body), MaxRequestBody)
	}
	var v fetchRequestJSON
	if err := json.Unmarshal(body, &v); err != nil {
		return nil, nil, fmt.Errorf("%w: %w", ErrInvalidRequest, err)
	}
	r := &FetchRequest{Request: v.Request}
	if !fill(r.EncryptionKey[:], v.EncryptionKey) || !fill(r.VerificationKey[:], v.VerificationKey) || !fill(r.Signature[:], v.Signature) {
		return nil, nil, fmt.Errorf("%w: key or signature of a wrong length", ErrInvalidRequest)
	}
	p, err := ParsePolicyRequest(v.Request)
	if err != nil {
		return nil, nil, err
	}
	var hash [32]byte
	if p.Kind == PinnedNamespace {
		if codeHash == nil {
			return nil, nil, fmt.Errorf("%w: pinned namespaces are not served", ErrInvalidRequest)
		}
		if hash, err = codeHash(p); err != nil {
			return nil, nil, err
		}
	}
	r.Certificate, err = v.Certificate.parse(p, p.Namespace(hash))
	return r, p, err
}

// fill copies src to dst if it is as long.
func fill(dst, src []byte) bool { return copy(dst, src) == len(src) && len(src) == len(dst) }

// parse completes the certificate by what the request says.
func (v *certificateJSON) parse(p *PolicyRequest, n Namespace) (Certificate, error) {
	c := Certificate{Authorization: Authorization{
		User: v.User, ChainID: p.ChainID, Policy: p.Policy, Namespace: n, Created: v.Created, TTL: v.TTL, Purpose: v.Purpose,
	}}
	if !fill(c.SessionKey[:], v.SessionKey) {
		return c, fmt.Errorf("%w: session key of %d bytes", ErrInvalidSession, len(v.SessionKey))
	}
	for _, s := range []Scheme{EIP712, EIP191} {
		if v.Scheme == s.String() {
			c.Scheme = s
		}
	}
	digits, ok := strings.CutPrefix(v.Signature, "0x")
	var err error
	if c.Signature, err = hex.DecodeString(digits); err != nil || !ok {
		return c, fmt.Errorf("%w: wallet signature is not 0x and hexadecimal digits", ErrInvalidSession)
	}
	return c, c.validate()
}

// FetchResponse is the answer of a key server: one wrapped key for each identity asked for.
type FetchResponse struct{ Keys []ResponseKey }

// ResponseKey is the wrapped key of one identity.
type ResponseKey struct {
	Identity Identity
	Key      WrappedKey
}

type fetchResponseJSON struct {
	Keys []responseKeyJSON `json:"decryption_keys"`
}

type responseKeyJSON struct {
	ID  byteNumbers `json:"id"`
	Key [][]byte    `json:"encrypted_key"`
}

// byteNumbers is a JSON array of numbers.
type byteNumbers []uint16

// MarshalJSON returns the official form of a response.
func (r FetchResponse) MarshalJSON() ([]byte, error) {
	v := fetchResponseJSON{Keys: []responseKeyJSON{}}
	for _, k := range r.Keys {
		var id byteNumbers
		for _, b := range k.Identity.Bytes() {
			id = append(id, uint16(b))
		}
		c0, c1 := k.Key.Bytes()
		v.Keys = append(v.Keys, responseKeyJSON{id, [][]byte{c0[:], c1[:]}})
	}
	return json.Marshal(v)
}

// UnmarshalJSON reads the official form of a response; points are checked to be such.
func (r *FetchResponse) UnmarshalJSON(b []byte) error {
	var v fetchResponseJSON
	if err := json.Unmarshal(b, &v); err != nil {
		return fmt.Errorf("parse key server response: %w", err)
	}
	r.Keys = nil
	for i, k := range v.Keys {
		parsed, err := k.parse()
		if err != nil {
			return fmt.Errorf("parse key server response: key %d: %w", i, err)
		}
		r.Keys = append(r.Keys, parsed)
	}
	return nil
}

func (k *responseKeyJSON) parse() (ResponseKey, error) {
	var full []byte
	for _, n := range k.ID {
		if n > 255 {
			return ResponseKey{}, fmt.Errorf("%w: %d in an identity is not a byte", ErrInvalidRequest, n)
		}
		full = append(full, byte(n))
	}
	id, err := ParseIdentity(full)
	if err != nil {
		return ResponseKey{}, err
	}
	if len(k.Key) != 2 {
		return ResponseKey{}, fmt.Errorf("%w: wrapped key of %d halves", ErrInvalidKey, len(k.Key))
	}
	w, err := ParseWrappedKey(k.Key[0], k.Key[1])
	return ResponseKey{id, w}, err
}

// Unwrap returns the keys of the identities, in their order; a response that answers another question gives
// ErrInvalidKey. Whether the keys are right is checked by [Client].
func (r *FetchResponse) Unwrap(k EphemeralKey, ids []Identity) ([]DerivedKey, error) {
	if len(r.Keys) != len(ids) {
		return nil, fmt.Errorf("%w: %d keys for %d identities", ErrInvalidKey, len(r.Keys), len(ids))
	}
	derived := make([]DerivedKey, len(ids))
	for i, id := range ids {
		at := slices.IndexFunc(r.Keys, func(k ResponseKey) bool { return k.Identity.Equal(id) })
		if at < 0 {
			return nil, fmt.Errorf("%w: no key for identity %s", ErrInvalidKey, id)
		}
		var err error
		if derived[i], err = k.Unwrap(r.Keys[at].Key); err != nil {
			return nil, err
		}
	}
	return derived, nil
}
