package seal

import (
	"errors"
	"fmt"
)

// Errors of this package. Those about one key server come wrapped in a [ServerError].
var (
	// ErrInvalidObject: bytes that are not an encrypted object in its strict form.
	ErrInvalidObject = errors.New("invalid encrypted object")
	// ErrInvalidKey: bytes that are not the key or proof that they should be.
	ErrInvalidKey = errors.New("invalid key")
	// ErrInvalidRecipients: recipients that nothing can be encrypted to.
	ErrInvalidRecipients = errors.New("invalid recipients")
	// ErrTooFewKeys: derived keys for fewer shares than the object's threshold.
	ErrTooFewKeys = errors.New("too few derived keys")
	// ErrInconsistent: an object whose parts do not fit together, so that other keys would open it differently or not
	// at all; its maker is to blame. Without the servers' public keys it may also be a wrong derived key.
	ErrInconsistent = errors.New("encrypted object is inconsistent")
	// ErrUnknownServer: a key server whose public key is not known.
	ErrUnknownServer = errors.New("public key of the server is not known")
	// ErrDecryption: data that fail authentication.
	ErrDecryption = errors.New("decryption failed, the data were changed or the key is another")
	// ErrWrongKey: a derived key that does not verify under the server's public key.
	ErrWrongKey = errors.New("derived key does not verify under the server's public key")
	// ErrRefused: the policy does not let the user decrypt.
	ErrRefused = errors.New("access refused by the policy")
	// ErrStale: a key server whose view of the chain is too old to judge.
	ErrStale = errors.New("the key server's chain is behind")
	// ErrInvalidSession: a session, or a request under it, that does not hold.
	ErrInvalidSession = errors.New("invalid session")
	// ErrInvalidRequest: bytes that are not a request in its strict form.
	ErrInvalidRequest = errors.New("invalid request")
	// ErrInvalidStream: bytes that are not an encrypted stream, or do not belong to this one at this place.
	ErrInvalidStream = errors.New("invalid encrypted stream")
)

// ServerError names the key server that an error is about.
type ServerError struct {
	Server ServerID
	Err    error
}

func (e *ServerError) Error() string { return fmt.Sprintf("key server %s: %v", e.Server, e.Err) }

// Unwrap returns the error without the server.
func (e *ServerError) Unwrap() error { return e.Err }
