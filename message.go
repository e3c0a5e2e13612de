package walrus

import (
	"fmt"

	"github.com/walrus-go/walrus/internal/bcs"
)

// MessageType is the first byte of every signed message (encoding.md §8).
type MessageType uint8

// The message types in use. A signature over one never counts as a signature over another.
const (
	ProofOfPossessionMessage MessageType = 0
	ConfirmationMessage      MessageType = 1
	InvalidBlobMessage       MessageType = 2
	SyncShardMessage         MessageType = 3
)

const (
	messageVersion = 0
	messageApp     = 3
)

// PublicKey is a BLS12-381 public key in its 48-byte compressed form. It is unverified; bls.ParsePublicKey proves that
// it is a point of the right subgroup other than the identity.
type PublicKey [48]byte

// Signature is a BLS12-381 signature in its 96-byte compressed form, unverified.
type Signature [96]byte

// NetworkKey is the P-256 public key of a node's TLS endpoint, in its 33-byte compressed form.
type NetworkKey [33]byte

// SignedMessage is a message with one signature over its bytes.
type SignedMessage struct {
	Message   []byte
	Signature Signature
}

// AppendBCS appends the canonical form: ULEB(len) ‖ message ‖ signature.
func (m *SignedMessage) AppendBCS(b []byte) []byte {
	return append(bcs.AppendBytes(b, m.Message), m.Signature[:]...)
}

// ParseSignedMessage parses the canonical form; the message is at most 4096 bytes long.
func ParseSignedMessage(b []byte) (*SignedMessage, error) {
	r := bcs.NewReader(b)
	m := &SignedMessage{Message: r.Bytes(4096)}
	r.Into(m.Signature[:])
	if err := r.Close(); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrInvalidMessage, err)
	}
	return m, nil
}

func appendHeader(b []byte, t MessageType, epoch Epoch) []byte {
	return bcs.AppendU32(append(b, byte(t), messageVersion, messageApp), uint32(epoch))
}

// readHeader checks the three intent bytes and returns the epoch.
func readHeader(r *bcs.Reader, want MessageType) Epoch {
	t, version, app := r.U8(), r.U8(), r.U8()
	if r.Err() == nil && (MessageType(t) != want || version != messageVersion || app != messageApp) {
		r.Fail(fmt.Errorf("header %d %d %d, want %d %d %d", t, version, app, want, messageVersion, messageApp))
	}
	return Epoch(r.U32())
}

func closeMessage(r *bcs.Reader) error {
	if err := r.Close(); err != nil {
		return fmt.Errorf("%w: %w", ErrInvalidMessage, err)
	}
	return nil
}

// Persistence says whether a blob may be deleted before its end epoch, and for a deletable one which registration
// is meant.
type Persistence struct {
	Deletable bool
	Object    ObjectID // of the registration; zero when permanent
}

// Permanent is the persistence of blobs that nobody can delete before their end epoch.
var Permanent = Persistence{}

// Deletable returns the persistence of the deletable registration object.
func Deletable(object ObjectID) Persistence { return Persistence{true, object} }

// Confirmation is a node's statement that it holds its slivers of a blob durably.
type Confirmation struct {
	Epoch       Epoch
	Blob        BlobID
	Persistence Persistence
}

// Bytes returns the bytes to sign: 40 for a permanent blob, 72 for a deletable one.
func (c Confirmation) Bytes() []byte {
	b := append(appendHeader(nil, ConfirmationMessage, c.Epoch), c.Blob[:]...)
	if !c.Persistence.Deletable {
		return append(b, 0)
	}
	return append(append(b, 1), c.Persistence.Object[:]...)
}

// ParseConfirmation parses the signed bytes.
func ParseConfirmation(b []byte) (Confirmation, error) {
	r := bcs.NewReader(b)
	c := Confirmation{Epoch: readHeader(r, ConfirmationMessage)}
	r.Into(c.Blob[:])
	if r.Variant(2) == 1 {
		c.Persistence.Deletable = true
		r.Into(c.Persistence.Object[:])
	}
	return c, closeMessage(r)
}

// InvalidBlob is a node's statement that it verified an inconsistency proof for a blob.
type InvalidBlob struct {
	Epoch Epoch
	Blob  BlobID
}

// Bytes returns the 39 bytes to sign.
func (m InvalidBlob) Bytes() []byte {
	return append(appendHeader(nil, InvalidBlobMessage, m.Epoch), m.Blob[:]...)
}

// ParseInvalidBlob parses the signed bytes.
func ParseInvalidBlob(b []byte) (InvalidBlob, error) {
	r := bcs.NewReader(b)
	m := InvalidBlob{Epoch: readHeader(r, InvalidBlobMessage)}
	r.Into(m.Blob[:])
	return m, closeMessage(r)
}

// ProofOfPossession binds a public key to the account that registers it; signed by that key.
type ProofOfPossession struct {
	Epoch   Epoch    // of the registration
	Account [32]byte // derived from chain id, registry and operator (evm-profile.md §1)
	Key     PublicKey
}

// Bytes returns the 87 bytes to sign.
func (m ProofOfPossession) Bytes() []byte {
	b := append(appendHeader(nil, ProofOfPossessionMessage, m.Epoch), m.Account[:]...)
	return append(b, m.Key[:]...)
}

// ParseProofOfPossession parses the signed bytes.
func ParseProofOfPossession(b []byte) (ProofOfPossession, error) {
	r := bcs.NewReader(b)
	m := ProofOfPossession{Epoch: readHeader(r, ProofOfPossessionMessage)}
	r.Into(m.Account[:])
	r.Into(m.Key[:])
	return m, closeMessage(r)
}

// SyncShardRequest asks the previous owner of a shard for its slivers of one axis, from a blob ID on.
type SyncShardRequest struct {
	HeaderEpoch Epoch
	Shard       ShardIndex
	Axis        Axis
	Start       BlobID
	Count       uint64
	Epoch       Epoch
}

// Bytes returns the 55 bytes to sign.
func (m SyncShardRequest) Bytes() []byte {
	b := append(appendHeader(nil, SyncShardMessage, m.HeaderEpoch), 0)
	b = append(bcs.AppendU16(b, uint16(m.Shard)), byte(m.Axis))
	b = bcs.AppendU64(append(b, m.Start[:]...), m.Count)
	return bcs.AppendU32(b, uint32(m.Epoch))
}

// ParseSyncShardRequest parses the signed bytes.
func ParseSyncShardRequest(b []byte) (SyncShardRequest, error) {
	r := bcs.NewReader(b)
	m := SyncShardRequest{HeaderEpoch: readHeader(r, SyncShardMessage)}
	r.Variant(1)
	m.Shard, m.Axis = ShardIndex(r.U16()), Axis(r.Variant(2))
	r.Into(m.Start[:])
	m.Count, m.Epoch = r.U64(), Epoch(r.U32())
	return m, closeMessage(r)
}
