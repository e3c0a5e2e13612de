package nodeapi

import (
	"fmt"

	"github.com/walrus-go/walrus"
)

// maxSignedMessage is the longest message taken from a peer; the longest in use has 87 bytes.
const maxSignedMessage = 4096

// signedJSON is a signed message in JSON, both parts in standard base64.
type signedJSON struct {
	Message   []byte `json:"serializedMessage"`
	Signature []byte `json:"signature"`
}

// confirmationJSON is the answer to a confirmation request.
type confirmationJSON struct {
	Signed *signedJSON `json:"signed"`
}

func (s *signedJSON) message() (*walrus.SignedMessage, error) {
	if s == nil || len(s.Message) == 0 || len(s.Message) > maxSignedMessage {
		return nil, fmt.Errorf("%w: message is missing or too long", walrus.ErrInvalidMessage)
	}
	if len(s.Signature) != len(walrus.Signature{}) {
		return nil, fmt.Errorf("%w: signature of %d bytes", walrus.ErrInvalidMessage, len(s.Signature))
	}
	return &walrus.SignedMessage{Message: s.Message, Signature: walrus.Signature(s.Signature)}, nil
}
