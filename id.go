package walrus

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"math/big"
	"slices"
	"strconv"
	"strings"
)

// BlobID names a blob by its content: BLAKE2b-256 over encoding type, length and root hash (encoding.md §5.3).
// Its text form is unpadded base64url, 43 characters.
type BlobID [32]byte

// ParseBlobID parses the text form. For a decimal number, which chain explorers of the official network show, the
// error tells the text form of that ID.
func ParseBlobID(s string) (BlobID, error) {
	var id BlobID
	b, err := base64.RawURLEncoding.Strict().DecodeString(s)
	if err == nil && len(b) == len(id) && len(s) == 43 { // the decoder skips line ends
		copy(id[:], b)
		return id, nil
	}
	if other, err := BlobIDFromDecimal(s); err == nil {
		return BlobID{}, fmt.Errorf("%w: %q is the decimal form of blob ID %s", ErrInvalidID, s, other)
	}
	return BlobID{}, fmt.Errorf("%w: %q is not a blob ID of 43 base64url characters", ErrInvalidID, clip(s))
}

// BlobIDFromDecimal converts the decimal form, the ID's bytes read as a little-endian number.
func BlobIDFromDecimal(s string) (BlobID, error) {
	n, ok := new(big.Int).SetString(s, 10)
	if len(s) > 78 || !ok || n.Sign() < 0 || n.BitLen() > 256 {
		return BlobID{}, fmt.Errorf("%w: %q is not a decimal number below 2^256", ErrInvalidID, clip(s))
	}
	var id BlobID
	n.FillBytes(id[:])
	slices.Reverse(id[:])
	return id, nil
}

// String returns the text form.
func (id BlobID) String() string { return base64.RawURLEncoding.EncodeToString(id[:]) }

// Decimal returns the ID's bytes read as a little-endian number.
func (id BlobID) Decimal() string {
	b := id
	slices.Reverse(b[:])
	return new(big.Int).SetBytes(b[:]).String()
}

// Compare orders IDs by their bytes.
func (id BlobID) Compare(other BlobID) int { return bytes.Compare(id[:], other[:]) }

// MarshalText returns the text form.
func (id BlobID) MarshalText() ([]byte, error) { return []byte(id.String()), nil }

// UnmarshalText parses the text form.
func (id *BlobID) UnmarshalText(text []byte) (err error) {
	*id, err = ParseBlobID(string(text))
	return err
}

// ObjectID names an on-chain object: a blob registration, a storage resource, a stake position.
// Its text form is 0x and 64 lower-case hexadecimal digits.
type ObjectID [32]byte

// ParseObjectID parses the text form; upper-case digits are accepted.
func ParseObjectID(s string) (id ObjectID, err error) { return id, parseHex("object ID", id[:], s) }

// String returns the text form.
func (id ObjectID) String() string { return formatHex(id[:]) }

// MarshalText returns the text form.
func (id ObjectID) MarshalText() ([]byte, error) { return []byte(id.String()), nil }

// UnmarshalText parses the text form.
func (id *ObjectID) UnmarshalText(text []byte) error {
	return parseHex("object ID", id[:], string(text))
}

// NodeID is the wire identity of a storage node, derived from chain, registry and [NodeIndex] (evm-profile.md §1).
type NodeID [32]byte

// ParseNodeID parses 0x and 64 hexadecimal digits.
func ParseNodeID(s string) (id NodeID, err error) { return id, parseHex("node ID", id[:], s) }

// String returns 0x and 64 lower-case hexadecimal digits.
func (id NodeID) String() string { return formatHex(id[:]) }

// MarshalText returns the text form.
func (id NodeID) MarshalText() ([]byte, error) { return []byte(id.String()), nil }

// UnmarshalText parses the text form.
func (id *NodeID) UnmarshalText(text []byte) error { return parseHex("node ID", id[:], string(text)) }

// TxHash names a transaction on the coordinating chain.
type TxHash [32]byte

// ParseTxHash parses 0x and 64 hexadecimal digits.
func ParseTxHash(s string) (h TxHash, err error) { return h, parseHex("transaction hash", h[:], s) }

// String returns 0x and 64 lower-case hexadecimal digits.
func (h TxHash) String() string { return formatHex(h[:]) }

// MarshalText returns the text form.
func (h TxHash) MarshalText() ([]byte, error) { return []byte(h.String()), nil }

// UnmarshalText parses the text form.
func (h *TxHash) UnmarshalText(text []byte) error {
	return parseHex("transaction hash", h[:], string(text))
}

// EventID names an event by its transaction and the position of its log in the block.
type EventID struct {
	Tx       TxHash
	LogIndex uint64
}

// String returns "transaction hash:log index".
func (id EventID) String() string { return id.Tx.String() + ":" + strconv.FormatUint(id.LogIndex, 10) }

type eventIDJSON struct {
	TxDigest TxHash `json:"txDigest"`
	EventSeq string `json:"eventSeq"`
}

// MarshalJSON returns {"txDigest":"0x…","eventSeq":"7"}; the number is a string.
func (id EventID) MarshalJSON() ([]byte, error) {
	return json.Marshal(eventIDJSON{id.Tx, strconv.FormatUint(id.LogIndex, 10)})
}

// UnmarshalJSON is the inverse of MarshalJSON.
func (id *EventID) UnmarshalJSON(b []byte) error {
	var v eventIDJSON
	if err := json.Unmarshal(b, &v); err != nil {
		return err
	}
	n, err := strconv.ParseUint(v.EventSeq, 10, 64)
	if err != nil {
		return fmt.Errorf("%w: event sequence %q", ErrInvalidID, clip(v.EventSeq))
	}
	*id = EventID{v.TxDigest, n}
	return nil
}

// AppendBCS appends the 41-byte canonical form: 0x20 ‖ hash 32 ‖ log index u64 LE.
func (id EventID) AppendBCS(b []byte) []byte {
	b = append(append(b, 0x20), id.Tx[:]...)
	return binary.LittleEndian.AppendUint64(b, id.LogIndex)
}

// ParseEventID parses the canonical form.
func ParseEventID(b []byte) (id EventID, err error) {
	if len(b) != 41 || b[0] != 0x20 {
		return id, fmt.Errorf("%w: event ID of %d bytes", ErrInvalidID, len(b))
	}
	copy(id.Tx[:], b[1:33])
	id.LogIndex = binary.LittleEndian.Uint64(b[33:])
	return id, nil
}

func formatHex(b []byte) string { return "0x" + hex.EncodeToString(b) }

func parseHex(what string, dst []byte, s string) error {
	digits, ok := strings.CutPrefix(s, "0x")
	if !ok || len(digits) != 2*len(dst) {
		return fmt.Errorf("%w: %q is not a %s of 0x and %d hexadecimal digits", ErrInvalidID, clip(s), what, 2*len(dst))
	}
	if _, err := hex.Decode(dst, []byte(digits)); err != nil {
		return fmt.Errorf("%w: %q is not a %s: %v", ErrInvalidID, s, what, err)
	}
	return nil
}

// clip keeps quoted input in errors short.
func clip(s string) string {
	if len(s) > 90 {
		return s[:90] + "…"
	}
	return s
}
