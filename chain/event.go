package chain

import "github.com/walrus-go/walrus"

// Element is one position of the log: an event, or a boundary that says "final up to this block".
type Element struct {
	Index uint64
	Block Block
	ID    walrus.EventID // zero for a boundary
	Event Event          // nil for a boundary
}

// Cursor is a place in the log, to be stored by its user after the element before it was handled. The
// zero value is the start.
type Cursor struct {
	NextIndex uint64
	Block     uint64   // last block from which elements were taken in part or whole
	BlockHash [32]byte // of that block
	Taken     uint32   // elements already taken from that block
	Last      walrus.EventID
}

// Event is one of the event types of this package.
type Event interface{ event() }

// BlobRegistered: storage was bought for a blob. From here on nodes accept its slivers.
type BlobRegistered struct {
	Epoch        walrus.Epoch
	BlobID       walrus.BlobID
	Object       walrus.ObjectID
	Size         uint64
	EncodingType walrus.EncodingType
	EndEpoch     walrus.Epoch
	Deletable    bool
}

// BlobCertified: the point of availability, or with IsExtension a later end epoch for a certified blob.
type BlobCertified struct {
	Epoch       walrus.Epoch // of the first certification
	BlobID      walrus.BlobID
	Object      walrus.ObjectID
	EndEpoch    walrus.Epoch
	Deletable   bool
	IsExtension bool
}

// BlobDeleted: the owner gave up a deletable registration.
type BlobDeleted struct {
	Epoch        walrus.Epoch
	BlobID       walrus.BlobID
	Object       walrus.ObjectID
	EndEpoch     walrus.Epoch
	WasCertified bool
}

// InvalidBlobID: the blob was proved inconsistent and is never served again.
type InvalidBlobID struct {
	Epoch  walrus.Epoch
	BlobID walrus.BlobID
}

// EpochParametersSelected: the committee of NextEpoch is fixed.
type EpochParametersSelected struct{ NextEpoch walrus.Epoch }

// EpochChangeStart: Epoch begins; its committee takes over writes.
type EpochChangeStart struct{ Epoch walrus.Epoch }

// EpochChangeDone: the committee of Epoch holds its shards; the previous one may go.
type EpochChangeDone struct{ Epoch walrus.Epoch }

// OtherEvent is an event of the log that nodes count but do not act on.
type OtherEvent struct{ Name string }

func (BlobRegistered) event()          {}
func (BlobCertified) event()           {}
func (BlobDeleted) event()             {}
func (InvalidBlobID) event()           {}
func (EpochParametersSelected) event() {}
func (EpochChangeStart) event()        {}
func (EpochChangeDone) event()         {}
func (OtherEvent) event()              {}
