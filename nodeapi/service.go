// Package nodeapi is the HTTP protocol of storage nodes: paths, bodies, statuses and reasons, for both ends.
//
// The one idea: [Service] is what a storage node does. package node implements it on disks, [Client] implements it by
// HTTPS, and [NewHandler] puts any Service behind HTTP. So a test, a lying node and a network hop are exchangeable,
// and an error means the same on both sides: every failure that a node reports is an [Error] whose reason survives
// the wire and satisfies errors.Is with the matching sentinel of package walrus.
//
// All types are safe for concurrent use.
package nodeapi

import (
	"context"
	"time"

	"github.com/walrus-go/walrus"
)

// Service is a storage node as its clients and peers see it (storage-node.md §5). Failures are *Error; a Client also
// returns transport errors. The order of checks within a method is part of the contract (§10–12).
type Service interface {
	// Metadata returns the metadata held for a registered blob, unverified. Reasons METADATA_NOT_FOUND,
	// FORBIDDEN_BLOB.
	Metadata(ctx context.Context, id walrus.BlobID) (*walrus.Metadata, error)
	// PutMetadata stores metadata of a registered blob (§10.1). With pending they may be buffered ahead of the
	// registration.
	PutMetadata(ctx context.Context, id walrus.BlobID, md *walrus.Metadata, pending bool) (Stored, error)
	// HasMetadata returns "stored" or "nonexistent".
	HasMetadata(ctx context.Context, id walrus.BlobID) (Presence, error)
	// Sliver returns a stored sliver, unverified. Reasons INDEX_OUT_OF_RANGE, SHARD_NOT_ASSIGNED, SLIVER_NOT_FOUND,
	// FORBIDDEN_BLOB.
	Sliver(ctx context.Context, id walrus.BlobID, pair walrus.SliverPairIndex, axis walrus.Axis) (*walrus.Sliver, error)
	// PutSliver stores a sliver of a registered blob whose metadata are held (§10.2). The sliver's axis is the
	// one addressed.
	PutSliver(ctx context.Context, id walrus.BlobID, pair walrus.SliverPairIndex, s *walrus.Sliver, pending bool) (Stored, error)
	// HasSliver tells whether the sliver is there. Reasons INDEX_OUT_OF_RANGE, SHARD_NOT_ASSIGNED.
	HasSliver(ctx context.Context, id walrus.BlobID, pair walrus.SliverPairIndex, axis walrus.Axis) (Presence, error)
	// Confirmation returns a signed walrus.Confirmation once all slivers of the node's shards are durable (§11).
	// Reasons NOT_REGISTERED, MISSING_SLIVERS.
	Confirmation(ctx context.Context, id walrus.BlobID, p walrus.Persistence, wait Wait) (*walrus.SignedMessage, error)
	// RecoverySymbols returns proven symbols from the node's slivers: those asked for that it can make, at least
	// one (§5.9).
	RecoverySymbols(ctx context.Context, id walrus.BlobID, q SymbolQuery) ([]walrus.GeneralRecoverySymbol, error)
	// AttestInconsistency verifies a proof for slivers of the axis and returns a signed walrus.InvalidBlob.
	// Reasons METADATA_NOT_FOUND (400), INVALID_PROOF.
	AttestInconsistency(ctx context.Context, id walrus.BlobID, axis walrus.Axis, p *walrus.InconsistencyProof) (*walrus.SignedMessage, error)
	// BlobStatus returns what the node's bookkeeping says about the blob.
	BlobStatus(ctx context.Context, id walrus.BlobID) (BlobStatus, error)
	// Health returns the state of the node.
	Health(ctx context.Context, detailed bool) (Health, error)
}

// Stored says what a PUT did.
type Stored uint8

// The outcomes of a PUT, with the HTTP status that carries them.
const (
	AlreadyStored Stored = iota // 200
	NewlyStored                 // 201
	Buffered                    // 202
)

// Presence says whether a node holds something.
type Presence string

// The values of a presence.
const (
	Nonexistent Presence = "nonexistent"
	InBuffer    Presence = "buffered"
	InStore     Presence = "stored"
)

// Wait asks a node to hold a confirmation request until the registration reached it (§11).
type Wait struct {
	ForRegistration bool
	AtMost          time.Duration // whole milliseconds
}

// SymbolQuery selects recovery symbols: either by IDs, or all that the node has towards one sliver.
type SymbolQuery struct {
	IDs    []walrus.SymbolID
	Target *TargetSliver
	// ProofAxis, when set, is the axis of the sliver that the Merkle proofs come from.
	ProofAxis *walrus.Axis
	// SymbolSize, when set, is the size of the blob's symbols as its metadata tell. It is not sent: a Client refuses
	// symbols of another size and bounds the answer by it.
	SymbolSize int
}

// TargetSliver names a sliver to be recovered.
type TargetSliver struct {
	Index walrus.SliverIndex
	Axis  walrus.Axis
}

var _ Service = (*Client)(nil)
