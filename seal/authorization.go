package seal

import (
	"encoding/hex"
	"fmt"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/walrus-go/walrus"
)

// Bounds of a session (access-control.md B.3).
const (
	MinSessionTTL = 60   // seconds
	MaxSessionTTL = 1800 // seconds
	clockSkew     = 30 * time.Second
)

// Scheme says how a wallet signed an authorization.
type Scheme uint8

// The schemes.
const (
	EIP712 Scheme = 1 // typed data
	EIP191 Scheme = 2 // a text, for wallets without typed data
)

// String returns the scheme's name on the wire.
func (s Scheme) String() string {
	switch s {
	case EIP712:
		return "eip712"
	case EIP191:
		return "eip191"
	}
	return fmt.Sprintf("scheme %d", uint8(s))
}

// Authorization is what a user grants to a session key: asking key servers under one policy for a while.
type Authorization struct {
	User       walrus.Address
	ChainID    uint64
	Policy     walrus.Address
	Namespace  Namespace // of the policy
	SessionKey [32]byte  // Ed25519 public key
	Created    uint64    // milliseconds since 1970
	TTL        uint32    // seconds
	Purpose    string    // shown to the user
}

// Expires returns the first moment at which the authorization does not hold any more.
func (a *Authorization) Expires() time.Time {
	return time.UnixMilli(int64(a.Created)).Add(time.Duration(a.TTL) * time.Second)
}

// Validate returns ErrInvalidSession unless the parts fit together and are within bounds.
func (a *Authorization) Validate() error {
	fail := func(format string, args ...any) error {
		return fmt.Errorf("%w: %s", ErrInvalidSession, fmt.Sprintf(format, args...))
	}
	switch {
	case a.TTL < MinSessionTTL || a.TTL > MaxSessionTTL:
		return fail("valid for %d s, want %d to %d", a.TTL, MinSessionTTL, MaxSessionTTL)
	case a.Created > 1<<53:
		return fail("created at %d ms", a.Created)
	case a.User.IsZero():
		return fail("no user")
	case len(a.Purpose) > maxPurposeLength || !utf8.ValidString(a.Purpose) || strings.ContainsFunc(a.Purpose, unicode.IsControl):
		return fail("purpose is over %d bytes or not plain text", maxPurposeLength)
	}
	kind, evm := a.Namespace.Kind()
	if !evm {
		return fail("namespace %s is not on an EVM chain", a.Namespace)
	}
	if kind == PolicyNamespace && a.Namespace != NewPolicyNamespace(a.ChainID, a.Policy) {
		return fail("namespace %s is not that of policy %s on chain %d", a.Namespace, a.Policy, a.ChainID)
	}
	return nil
}

// CheckTime returns ErrInvalidSession unless the authorization holds at the time, give or take 30 s, and for no longer
// in all than maxTTL seconds.
func (a *Authorization) CheckTime(at time.Time, maxTTL uint32) error {
	created := time.UnixMilli(int64(a.Created))
	switch {
	case a.TTL > maxTTL:
		return fmt.Errorf("%w: valid for %d s, at most %d are taken", ErrInvalidSession, a.TTL, maxTTL)
	case created.After(at.Add(clockSkew)):
		return fmt.Errorf("%w: created in the future, at %s", ErrInvalidSession, created.UTC().Format(time.RFC3339))
	case !at.Before(a.Expires().Add(clockSkew)):
		return fmt.Errorf("%w: expired at %s", ErrInvalidSession, a.Expires().UTC().Format(time.RFC3339))
	}
	return nil
}

// The typed data of an authorization.
const (
	domainType    = "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"
	domainName    = "Blob Access Session"
	domainVersion = "1"
	grantType     = "SessionAuthorization(address user,bytes32 namespace,bytes32 sessionKey,uint64 createdAtMs,uint32 ttlSeconds,string purpose)"
)

// TypedDataDigest returns the EIP-712 digest of the authorization.
func (a *Authorization) TypedDataDigest() [32]byte {
	domain, grant := a.domainSeparator(), a.structHash()
	return keccak256([]byte("\x19\x01"), domain[:], grant[:])
}

func (a *Authorization) domainSeparator() [32]byte {
	return hashStruct(domainType, keccak256([]byte(domainName)), keccak256([]byte(domainVersion)),
		uint256(a.ChainID), addressWord(a.Policy))
}

func (a *Authorization) structHash() [32]byte {
	return hashStruct(grantType, addressWord(a.User), a.Namespace, a.SessionKey, uint256(a.Created),
		uint256(uint64(a.TTL)), keccak256([]byte(a.Purpose)))
}

// hashStruct hashes a type and its fields, a word each.
func hashStruct(typ string, words ...[32]byte) [32]byte {
	sum := keccak256([]byte(typ))
	b := sum[:]
	for _, w := range words {
		b = append(b, w[:]...)
	}
	return keccak256(b)
}

func addressWord(a walrus.Address) (w [32]byte) {
	copy(w[12:], a[:])
	return w
}

// PersonalText returns the text that a wallet without typed data signs. It cuts the time to seconds.
func (a *Authorization) PersonalText() string {
	return fmt.Sprintf("Access session\nchain: %d\npolicy: %s\nuser: %s\nsession key: %s\nvalid from: %s\nvalid for: %d s\npurpose: %s",
		a.ChainID, formatHex(a.Policy[:]), formatHex(a.User[:]), hex.EncodeToString(a.SessionKey[:]),
		time.UnixMilli(int64(a.Created)).UTC().Format("2006-01-02T15:04:05Z"), a.TTL, a.Purpose)
}

// PersonalDigest returns the EIP-191 digest of the text.
func (a *Authorization) PersonalDigest() [32]byte {
	text := a.PersonalText()
	return keccak256(fmt.Appendf(nil, "\x19Ethereum Signed Message:\n%d%s", len(text), text))
}

// Certificate is an authorization with the wallet's signature, unverified.
type Certificate struct {
	Authorization
	Scheme    Scheme
	Signature []byte
}

func (c *Certificate) validate() error {
	if c.Scheme != EIP712 && c.Scheme != EIP191 {
		return fmt.Errorf("%w: unknown %v", ErrInvalidSession, c.Scheme)
	}
	if n := len(c.Signature); n == 0 || n > maxWalletSig {
		return fmt.Errorf("%w: wallet signature of %d bytes, at most %d", ErrInvalidSession, n, maxWalletSig)
	}
	return c.Authorization.Validate()
}

// Digest returns what the wallet signed.
func (c *Certificate) Digest() [32]byte {
	if c.Scheme == EIP191 {
		return c.PersonalDigest()
	}
	return c.TypedDataDigest()
}

// VerifyExternallyOwned returns nil if the signature is one by the user's own key: the last of the ways to accept a
// certificate, and the only one that needs no chain. An account with code has to be asked on chain first.
func (c *Certificate) VerifyExternallyOwned() error {
	signer, err := RecoverSigner(c.Digest(), c.Signature)
	if err != nil {
		return err
	}
	if signer != c.User || signer.IsZero() {
		return fmt.Errorf("%w: signed by %s, not by %s", ErrInvalidSession, signer, c.User)
	}
	return nil
}
