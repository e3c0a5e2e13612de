package seal

import (
	"crypto/ed25519"
	"encoding/base64"
	"fmt"
	"time"

	"golang.org/x/crypto/blake2b"

	"github.com/walrus-go/walrus/internal/bcs"
)

// PersonalMessage is the authorization of a session in the form of the official system (access-control.md A.9), whose
// wallets sign a text.
type PersonalMessage struct {
	Package    string // 0x and 64 hexadecimal digits, or a name such as @my/package
	SessionKey [32]byte
	Created    uint64 // milliseconds since 1970
	TTL        uint16 // minutes
}

// Text returns what the wallet signs. It cuts the time to seconds.
func (m *PersonalMessage) Text() string {
	return fmt.Sprintf("Accessing keys of package %s for %d mins from %s UTC, session key %s", m.Package, m.TTL,
		time.UnixMilli(int64(m.Created)).UTC().Format("2006-01-02 15:04:05"), base64.StdEncoding.EncodeToString(m.SessionKey[:]))
}

// flagEd25519 is the first byte of wallet signatures of that kind.
const flagEd25519 = 0

// Verify checks an Ed25519 wallet signature, flag ‖ signature ‖ public key, over the text and returns the signer's
// address. Other kinds of signatures need the official chain and give ErrInvalidSession.
func (m *PersonalMessage) Verify(signature []byte) (address [32]byte, err error) {
	const size = 1 + ed25519.SignatureSize + ed25519.PublicKeySize
	if len(signature) != size || signature[0] != flagEd25519 {
		return address, fmt.Errorf("%w: not an Ed25519 wallet signature of %d bytes", ErrInvalidSession, size)
	}
	sig, key := signature[1:1+ed25519.SignatureSize], signature[1+ed25519.SignatureSize:]
	if digest := m.digest(); !ed25519.Verify(key, digest[:], sig) {
		return address, fmt.Errorf("%w: wallet signature does not verify", ErrInvalidSession)
	}
	return blake2b.Sum256(append([]byte{flagEd25519}, key...)), nil
}

func (m *PersonalMessage) digest() [32]byte {
	return blake2b.Sum256(bcs.AppendString([]byte{3, 0, 0}, m.Text()))
}
