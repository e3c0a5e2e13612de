package seal

import (
	"crypto/ed25519"
	"crypto/rand"
	"fmt"
	"io"
	"time"

	"github.com/walrus-go/walrus/internal/bcs"
)

// earlyExpiry is how long before its end a client stops using a session.
const earlyExpiry = 10 * time.Second

// Session lets a program ask key servers on behalf of a user for a while, with one signature by the user's wallet.
// Formatting it prints a fixed text. It is safe for concurrent use.
type Session struct {
	certificate Certificate
	key         func() ed25519.PrivateKey
}

// NewSession makes a session key, puts it into the authorization, and lets sign have it signed by the wallet of a.User:
// over TypedDataDigest with scheme EIP712, over PersonalText with EIP191. The signature is not checked here, since a
// smart wallet's is only known to the chain.
func NewSession(a Authorization, scheme Scheme, sign func(Authorization) ([]byte, error)) (*Session, error) {
	public, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		return nil, fmt.Errorf("make session key: %w", err)
	}
	a.SessionKey = [32]byte(public)
	if err := a.Validate(); err != nil {
		return nil, err
	}
	signature, err := sign(a)
	if err != nil {
		return nil, fmt.Errorf("sign session authorization: %w", err)
	}
	c := Certificate{a, scheme, signature}
	if err := c.validate(); err != nil {
		return nil, err
	}
	return &Session{c, func() ed25519.PrivateKey { return private }}, nil
}

// Certificate returns what shows key servers that the user authorized the session.
func (s *Session) Certificate() Certificate { return s.certificate }

// Expired reports whether the session should not be used any more: 10 s before its end.
func (s *Session) Expired(at time.Time) bool {
	return !at.Before(s.certificate.Expires().Add(-earlyExpiry))
}

// Request signs a request for the keys that it names, under the policy of the session. The keys come back encrypted
// to the ephemeral key, which is made for this one request.
func (s *Session) Request(p PolicyRequest, k EphemeralKey) (*FetchRequest, error) {
	a := &s.certificate.Authorization
	if p.ChainID != a.ChainID || p.Policy != a.Policy {
		return nil, fmt.Errorf("%w: it is for policy %s on chain %d", ErrInvalidSession, a.Policy, a.ChainID)
	}
	body, err := p.Bytes()
	if err != nil {
		return nil, err
	}
	r := &FetchRequest{Request: body, EncryptionKey: k.Encryption().Bytes(), VerificationKey: k.Verification().Bytes(), Certificate: s.certificate}
	r.Signature = [64]byte(ed25519.Sign(s.key(), r.signedBytes()))
	return r, nil
}

// Format prints a fixed text, whatever the verb.
func (s *Session) Format(f fmt.State, _ rune) { io.WriteString(f, "seal session") }

// The exported form of a session.
const (
	sessionMagic     = "SES\x01"
	maxWalletSig     = 8 << 10
	maxPurposeLength = 256
)

// Export returns the session with its secret key, for another process of the same user:
// "SES" 01 ‖ seed 32 ‖ user 20 ‖ chain id u64 ‖ policy 20 ‖ namespace 32 ‖ created u64 ‖ ttl u32 ‖ scheme u8 ‖
// counted purpose ‖ counted signature.
func (s *Session) Export() []byte {
	c := &s.certificate
	b := append([]byte(sessionMagic), s.key().Seed()...)
	b = bcs.AppendU64(append(b, c.User[:]...), c.ChainID)
	b = append(append(b, c.Policy[:]...), c.Namespace[:]...)
	b = bcs.AppendU32(bcs.AppendU64(b, c.Created), c.TTL)
	b = bcs.AppendString(append(b, byte(c.Scheme)), c.Purpose)
	return bcs.AppendBytes(b, c.Signature)
}

// ImportSession reads the form of Session.Export.
func ImportSession(b []byte) (*Session, error) {
	r := bcs.NewReader(b)
	var c Certificate
	var seed [ed25519.SeedSize]byte
	if magic := r.Fixed(len(sessionMagic)); string(magic) != sessionMagic {
		r.Fail(fmt.Errorf("it does not start with %q", sessionMagic))
	}
	r.Into(seed[:])
	r.Into(c.User[:])
	c.ChainID = r.U64()
	r.Into(c.Policy[:])
	r.Into(c.Namespace[:])
	c.Created, c.TTL, c.Scheme = r.U64(), r.U32(), Scheme(r.U8())
	c.Purpose = r.String(maxPurposeLength)
	c.Signature = append([]byte{}, r.Bytes(maxWalletSig)...)
	if err := r.Close(); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrInvalidSession, err)
	}
	key := ed25519.NewKeyFromSeed(seed[:])
	c.SessionKey = [32]byte(key.Public().(ed25519.PublicKey))
	if err := c.validate(); err != nil {
		return nil, err
	}
	return &Session{c, func() ed25519.PrivateKey { return key }}, nil
}
