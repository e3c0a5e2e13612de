package walrus

import "errors"

// Sentinel errors, shared by all packages and kept across the wire: what a node, a gateway or the chain reports
// under one of these satisfies errors.Is at the caller.
var (
	// ErrInvalidID: a text or byte form of an identifier does not parse.
	ErrInvalidID = errors.New("invalid identifier")
	// ErrUnsupportedEncoding: an encoding type other than RS2.
	ErrUnsupportedEncoding = errors.New("unsupported encoding type")
	// ErrInvalidShardCount: the number of shards is outside 4…49155.
	ErrInvalidShardCount = errors.New("invalid number of shards")
	// ErrBlobTooLarge: the blob does not fit the network's largest symbol size.
	ErrBlobTooLarge = errors.New("blob too large")
	// ErrInvalidMetadata: metadata that do not verify against their blob ID.
	ErrInvalidMetadata = errors.New("invalid metadata")
	// ErrInvalidSliver: a sliver that does not verify against its metadata entry.
	ErrInvalidSliver = errors.New("invalid sliver")
	// ErrInvalidSymbol: a recovery symbol that does not verify against its metadata entry.
	ErrInvalidSymbol = errors.New("invalid recovery symbol")
	// ErrInvalidProof: an inconsistency proof that proves nothing.
	ErrInvalidProof = errors.New("invalid inconsistency proof")
	// ErrInconsistent: a blob whose slivers do not belong to one encoding.
	ErrInconsistent = errors.New("blob is inconsistently encoded")
	// ErrInvalidMessage: bytes that are not the signed message they should be.
	ErrInvalidMessage = errors.New("invalid signed message")
	// ErrInvalidSignature: a signature that does not verify.
	ErrInvalidSignature = errors.New("invalid signature")
	// ErrNoQuorum: signers with too little weight.
	ErrNoQuorum = errors.New("signers do not form a quorum")
	// ErrInvalidCommittee: a committee whose parts do not fit together.
	ErrInvalidCommittee = errors.New("invalid committee")

	// ErrBlobNotFound: the blob is not registered, has expired, or was deleted.
	ErrBlobNotFound = errors.New("blob not found")
	// ErrBlobInvalid: the blob was proved inconsistent and is marked on chain.
	ErrBlobInvalid = errors.New("blob is marked invalid")
	// ErrBlobForbidden: a node or gateway refuses to serve the blob.
	ErrBlobForbidden = errors.New("blob is blocked")
	// ErrNotRegistered: a node knows no live registration of the blob.
	ErrNotRegistered = errors.New("blob is not registered")
	// ErrMetadataNotFound: a node does not hold the blob's metadata.
	ErrMetadataNotFound = errors.New("metadata not found")
	// ErrSliverNotFound: a node does not hold the sliver.
	ErrSliverNotFound = errors.New("sliver not found")
	// ErrMissingSlivers: a node does not hold all slivers that a confirmation covers.
	ErrMissingSlivers = errors.New("slivers are missing")
	// ErrIndexOutOfRange: an index at or above the number of shards.
	ErrIndexOutOfRange = errors.New("index out of range")
	// ErrShardNotAssigned: the node does not own the shard.
	ErrShardNotAssigned = errors.New("shard is not assigned to the node")
	// ErrUnavailable: the other side is up but cannot do it at the moment; try again.
	ErrUnavailable = errors.New("temporarily unavailable")
)
