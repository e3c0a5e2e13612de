package nodeapi

import (
	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/internal/httpx"
)

// Domain is the domain of the reasons of storage nodes.
const Domain = "storage.walrus.space"

// Error is a failure that a node reports. Clients decide on Reason, best by errors.Is with a sentinel of package walrus.
// Make one with [Errorf] or [ErrorFor].
type Error = httpx.Error

// Reason is the stable name of a failure.
type Reason = httpx.Reason

// The reasons of a node (storage-node.md §5).
const (
	InvalidBlob              Reason = "INVALID_BLOB"
	NotRegistered            Reason = "NOT_REGISTERED"
	MetadataNotFound         Reason = "METADATA_NOT_FOUND" // 404 when reading, 400 when writing
	InvalidMetadata          Reason = "INVALID_METADATA"
	SliverNotFound           Reason = "SLIVER_NOT_FOUND"
	InvalidSliver            Reason = "INVALID_SLIVER"
	SliverIndexMismatch      Reason = "SLIVER_INDEX_MISMATCH"
	SliverTooLarge           Reason = "SLIVER_TOO_LARGE"
	MissingSlivers           Reason = "MISSING_SLIVERS"
	UnsupportedEncodingType  Reason = "UNSUPPORTED_ENCODING_TYPE"
	IndexOutOfRange          Reason = "INDEX_OUT_OF_RANGE"
	ShardNotAssigned         Reason = "SHARD_NOT_ASSIGNED"
	SymbolNotPresentAtShards Reason = "SYMBOL_NOT_PRESENT_AT_SHARDS"
	NoSymbolsSpecified       Reason = "NO_SYMBOLS_SPECIFIED"
	InvalidFilter            Reason = "INVALID_FILTER"
	InvalidProof             Reason = "INVALID_PROOF"
	ForbiddenBlob            Reason = "FORBIDDEN_BLOB"
	CacheSaturated           Reason = "CACHE_SATURATED"
	InvalidContentType       Reason = "INVALID_CONTENT_TYPE" // also of a body that does not decode

	NoTargetSliversSpecified  Reason = "NO_TARGET_SLIVERS_SPECIFIED"
	RecoverySymbolOutOfRange  Reason = "RECOVERY_SYMBOL_OUT_OF_RANGE"
	RequestUnauthorized       Reason = "REQUEST_UNAUTHORIZED"
	MessageVerificationFailed Reason = "MESSAGE_VERIFICATION_FAILED"
	InvalidEpoch              Reason = "INVALID_EPOCH"
	SliverCountExceedsLimit   Reason = "SLIVER_COUNT_EXCEEDS_LIMIT"
	TemporarilyUnavailable    Reason = httpx.ReasonUnavailable
	InternalError             Reason = httpx.ReasonInternal
	MalformedRequest          Reason = httpx.ReasonMalformedRequest
	DeadlineExceeded          Reason = httpx.ReasonDeadline
	BodyTooLarge              Reason = httpx.ReasonBodyTooLarge
	RouteNotFound             Reason = httpx.ReasonRouteNotFound
)

// table maps reasons to statuses and sentinels, for both ends. Of rows with the same sentinel the first is the one
// that ErrorFor picks.
var table = httpx.NewTable(Domain,
	httpx.Row{Reason: InvalidBlob, Status: httpx.FailedPrecondition, Sentinel: walrus.ErrBlobInvalid},
	httpx.Row{Reason: NotRegistered, Status: httpx.FailedPrecondition, Sentinel: walrus.ErrNotRegistered},
	httpx.Row{Reason: MetadataNotFound, Status: httpx.NotFound, Sentinel: walrus.ErrMetadataNotFound},
	httpx.Row{Reason: UnsupportedEncodingType, Status: httpx.InvalidArgument, Sentinel: walrus.ErrUnsupportedEncoding},
	httpx.Row{Reason: InvalidMetadata, Status: httpx.InvalidArgument, Sentinel: walrus.ErrInvalidMetadata},
	httpx.Row{Reason: SliverNotFound, Status: httpx.NotFound, Sentinel: walrus.ErrSliverNotFound},
	httpx.Row{Reason: InvalidSliver, Status: httpx.InvalidArgument, Sentinel: walrus.ErrInvalidSliver},
	httpx.Row{Reason: SliverIndexMismatch, Status: httpx.InvalidArgument, Sentinel: walrus.ErrInvalidSliver},
	httpx.Row{Reason: SliverTooLarge, Status: httpx.InvalidArgument, Sentinel: walrus.ErrInvalidSliver},
	httpx.Row{Reason: MissingSlivers, Status: httpx.FailedPrecondition, Sentinel: walrus.ErrMissingSlivers},
	httpx.Row{Reason: IndexOutOfRange, Status: httpx.InvalidArgument, Sentinel: walrus.ErrIndexOutOfRange},
	httpx.Row{Reason: ShardNotAssigned, Status: httpx.FailedPrecondition, Sentinel: walrus.ErrShardNotAssigned},
	httpx.Row{Reason: SymbolNotPresentAtShards, Status: httpx.FailedPrecondition, Sentinel: walrus.ErrShardNotAssigned},
	httpx.Row{Reason: NoSymbolsSpecified, Status: httpx.InvalidArgument},
	httpx.Row{Reason: InvalidFilter, Status: httpx.InvalidArgument},
	httpx.Row{Reason: InvalidProof, Status: httpx.InvalidArgument, Sentinel: walrus.ErrInvalidProof},
	httpx.Row{Reason: ForbiddenBlob, Status: httpx.UnavailableForLegalReasons, Sentinel: walrus.ErrBlobForbidden},
	httpx.Row{Reason: TemporarilyUnavailable, Status: httpx.Unavailable, Sentinel: walrus.ErrUnavailable, Domain: httpx.GlobalDomain},
	httpx.Row{Reason: CacheSaturated, Status: httpx.FailedPrecondition, Sentinel: walrus.ErrUnavailable},
	httpx.Row{Reason: InvalidContentType, Status: httpx.InvalidArgument},
	httpx.Row{Reason: NoTargetSliversSpecified, Status: httpx.InvalidArgument},
	httpx.Row{Reason: RecoverySymbolOutOfRange, Status: httpx.InvalidArgument, Sentinel: walrus.ErrIndexOutOfRange},
	httpx.Row{Reason: MessageVerificationFailed, Status: httpx.InvalidArgument, Sentinel: walrus.ErrInvalidSignature},
	httpx.Row{Reason: RequestUnauthorized, Status: httpx.PermissionDenied},
	httpx.Row{Reason: InvalidEpoch, Status: httpx.InvalidArgument},
	httpx.Row{Reason: SliverCountExceedsLimit, Status: httpx.InvalidArgument},
)

// Errorf returns the error with the reason; format and args are those of fmt.Errorf, and the text goes to the client.
func Errorf(reason Reason, format string, args ...any) *Error {
	return table.Errorf(reason, format, args...)
}

// ErrorFor returns the error to send for any error of a Service: an *Error as it is, a sentinel of package walrus under
// its reason with the text of err, the end of a context as 503 or 504, and anything else as an internal error
// whose text stays inside. ErrorFor(nil) is nil.
func ErrorFor(err error) *Error { return table.For(err) }
