package seal

import (
	"crypto/ed25519"
	"fmt"
	"slices"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/internal/bcs"
)

// Limits of a request to a key server (access-control.md B.4).
const (
	MaxRequestCalls = 32
	MaxRequestArgs  = 8 << 10
	MaxRequestBody  = 180 << 10 // of the whole JSON body, in bytes
)

// PolicyRequest names the derived keys that are asked for, all under one policy.
type PolicyRequest struct {
	Kind    NamespaceKind
	ChainID uint64
	Policy  walrus.Address
	Calls   []PolicyCall
}

// PolicyCall is one question to the policy: may the user have the key of this inner ID? Args are hints for the policy.
type PolicyCall struct {
	Inner []byte
	Args  []byte
}

// Bytes returns the canonical form: version u8 = 1 ‖ kind u8 ‖ chain id u64 ‖ policy 20 ‖ counted (counted inner ID ‖
// counted args).
func (p *PolicyRequest) Bytes() ([]byte, error) {
	if err := p.validate(); err != nil {
		return nil, err
	}
	b := bcs.AppendU64([]byte{1, byte(p.Kind)}, p.ChainID)
	b = bcs.AppendULEB(append(b, p.Policy[:]...), uint32(len(p.Calls)))
	for _, c := range p.Calls {
		b = bcs.AppendBytes(bcs.AppendBytes(b, c.Inner), c.Args)
	}
	return b, nil
}

func (p *PolicyRequest) validate() error {
	if p.Kind != PolicyNamespace && p.Kind != PinnedNamespace {
		return fmt.Errorf("%w: namespace of kind %d", ErrInvalidRequest, p.Kind)
	}
	if n := len(p.Calls); n < 1 || n > MaxRequestCalls {
		return fmt.Errorf("%w: %d calls, want 1 to %d", ErrInvalidRequest, n, MaxRequestCalls)
	}
	for i, c := range p.Calls {
		if len(c.Inner) > MaxInnerID || len(c.Args) > MaxRequestArgs {
			return fmt.Errorf("%w: call %d has %d bytes of inner ID and %d of args, at most %d and %d",
				ErrInvalidRequest, i, len(c.Inner), len(c.Args), MaxInnerID, MaxRequestArgs)
		}
	}
	return nil
}

// ParsePolicyRequest reads the canonical form and nothing else.
func ParsePolicyRequest(b []byte) (*PolicyRequest, error) {
	r := bcs.NewReader(b)
	if v := r.U8(); r.Err() == nil && v != 1 {
		r.Fail(fmt.Errorf("version %d, want 1", v))
	}
	p := &PolicyRequest{Kind: NamespaceKind(r.U8()), ChainID: r.U64()}
	r.Into(p.Policy[:])
	p.Calls = make([]PolicyCall, r.Len(MaxRequestCalls, 2))
	for i := range p.Calls {
		p.Calls[i] = PolicyCall{slices.Clone(r.Bytes(MaxInnerID)), slices.Clone(r.Bytes(MaxRequestArgs))}
	}
	if err := r.Close(); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrInvalidRequest, err)
	}
	return p, p.validate()
}

// Namespace returns the namespace of the identities asked for. A pinned one depends on the hash of the policy's byte
// code, which the server takes from the chain.
func (p *PolicyRequest) Namespace(codeHash [32]byte) Namespace {
	if p.Kind == PinnedNamespace {
		return NewPinnedNamespace(p.ChainID, p.Policy, codeHash)
	}
	return NewPolicyNamespace(p.ChainID, p.Policy)
}

// FetchRequest is what a client sends to each key server, unverified.
type FetchRequest struct {
	Request         []byte // a PolicyRequest
	EncryptionKey   [48]byte
	VerificationKey [96]byte
	Signature       [64]byte // by the session key
	Certificate     Certificate
}

// signedBytes is what the session key signs.
func (r *FetchRequest) signedBytes() []byte {
	b := bcs.AppendBytes(nil, r.Request)
	return bcs.AppendBytes(bcs.AppendBytes(b, r.EncryptionKey[:]), r.VerificationKey[:])
}

// VerifySession returns nil if the session key of the certificate signed the request. Whether the user authorized
// that session is another question, for Certificate.
func (r *FetchRequest) VerifySession() error {
	if !ed25519.Verify(r.Certificate.SessionKey[:], r.signedBytes(), r.Signature[:]) {
		return fmt.Errorf("%w: request signature does not verify", ErrInvalidSession)
	}
	return nil
}
