package plan

import (
	"errors"
	"fmt"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
)

// ErrAnomaly: an event that the contracts cannot have emitted in this state. The rows stay as far as possible; the fact
// is to be logged loudly, since bookkeeping and chain have parted.
var ErrAnomaly = errors.New("event contradicts the bookkeeping")

// Rows are the rows of bookkeeping that one event reads and writes.
type Rows struct {
	Info   Info
	Object Object
}

// Reaction is what a node does about an event once its effect on the bookkeeping is durable.
type Reaction uint8

// The reactions (storage-node.md §8).
const (
	Nothing Reaction = iota
	Wake             // somebody may wait for this registration
	Heal             // the node must come to hold its slivers: a sync intent is due
	Retire           // no longer certified: its sync intent is void
	Erase            // invalid: data go, and so does the intent
	Begin            // an epoch begins
	Settle           // the epoch's committee holds its shards
)

// Key returns the blob and object whose rows the event touches; ok is false for events that touch none.
func Key(ev chain.Event) (blob walrus.BlobID, object walrus.ObjectID, ok bool) {
	switch ev := ev.(type) {
	case chain.BlobRegistered:
		return ev.BlobID, ev.Object, true
	case chain.BlobCertified:
		return ev.BlobID, ev.Object, true
	case chain.BlobDeleted:
		return ev.BlobID, ev.Object, true
	case chain.InvalidBlobID:
		return ev.BlobID, walrus.ObjectID{}, true
	}
	return blob, object, false
}

// Apply returns the rows after the element and the reaction due. The error is nil or wraps ErrAnomaly; rows and reaction
// hold in both cases. An invalid blob absorbs everything.
func Apply(r Rows, el chain.Element) (Rows, Reaction, error) {
	switch ev := el.Event.(type) {
	case chain.BlobRegistered:
		return register(r, ev, el.ID)
	case chain.BlobCertified:
		if ev.IsExtension {
			return extend(r, ev, el.ID)
		}
		return certify(r, ev, el.ID)
	case chain.BlobDeleted:
		return remove(r, ev)
	case chain.InvalidBlobID:
		if !r.Info.IsInvalid() {
			r.Info = Info{Invalid: el.ID, Size: r.Info.Size}
		}
		return r, Erase, nil
	case chain.EpochChangeStart:
		return r, Begin, nil
	case chain.EpochChangeDone:
		return r, Settle, nil
	}
	return r, Nothing, nil
}

func register(r Rows, ev chain.BlobRegistered, id walrus.EventID) (Rows, Reaction, error) {
	if r.Object.Exists() {
		return r, Nothing, fmt.Errorf("%w: object %v registered twice", ErrAnomaly, ev.Object)
	}
	r.Object = Object{Blob: ev.BlobID, Registered: ev.Epoch, End: ev.EndEpoch, Deletable: ev.Deletable, Event: id}
	if r.Info.IsInvalid() {
		return r, Nothing, nil
	}
	r.Info.Size = ev.Size
	if ev.Deletable {
		r.Info.DeletableTotal.add(ev.EndEpoch)
	} else {
		r.Info.PermanentTotal.add(ev.EndEpoch, id)
	}
	return r, Wake, nil
}

func certify(r Rows, ev chain.BlobCertified, id walrus.EventID) (Rows, Reaction, error) {
	if err := matches(r.Object, ev.BlobID, ev.Object, ev.Deletable); err != nil {
		return r, Nothing, err
	}
	if r.Object.Certified != 0 {
		return r, Nothing, fmt.Errorf("%w: object %v certified twice", ErrAnomaly, ev.Object)
	}
	r.Object.Certified = ev.Epoch
	if r.Info.IsInvalid() {
		return r, Nothing, nil
	}
	if ev.Deletable {
		r.Info.DeletableCertified.add(ev.EndEpoch)
	} else {
		r.Info.PermanentCertified.add(ev.EndEpoch, id)
	}
	if r.Info.InitialCertified == 0 || ev.Epoch < r.Info.InitialCertified {
		r.Info.InitialCertified = ev.Epoch
	}
	return r, Heal, nil
}

// extend moves end epochs of registration and certification; counts stay.
func extend(r Rows, ev chain.BlobCertified, id walrus.EventID) (Rows, Reaction, error) {
	if err := matches(r.Object, ev.BlobID, ev.Object, ev.Deletable); err != nil {
		return r, Nothing, err
	}
	if r.Object.Certified == 0 {
		return r, Nothing, fmt.Errorf("%w: object %v extended before it was certified", ErrAnomaly, ev.Object)
	}
	r.Object.End = max(r.Object.End, ev.EndEpoch)
	i := &r.Info
	if i.IsInvalid() {
		return r, Nothing, nil
	}
	if ev.Deletable {
		i.DeletableTotal.End = max(i.DeletableTotal.End, ev.EndEpoch)
		i.DeletableCertified.End = max(i.DeletableCertified.End, ev.EndEpoch)
	} else {
		i.PermanentTotal.extend(ev.EndEpoch, id)
		i.PermanentCertified.extend(ev.EndEpoch, id)
	}
	return r, Heal, nil
}

func remove(r Rows, ev chain.BlobDeleted) (Rows, Reaction, error) {
	if err := matches(r.Object, ev.BlobID, ev.Object, true); err != nil {
		return r, Nothing, err
	}
	r.Object = Object{}
	i := &r.Info
	if i.IsInvalid() {
		return r, Nothing, nil
	}
	ok := i.DeletableTotal.remove()
	if ev.WasCertified {
		ok = i.DeletableCertified.remove() && ok
	}
	if i.PermanentCertified.Count == 0 && i.DeletableCertified.Count == 0 {
		i.InitialCertified = 0
	}
	var err error
	if !ok {
		err = fmt.Errorf("%w: deletion of %v passes below zero references", ErrAnomaly, ev.Object)
	}
	if i.InitialCertified == 0 {
		return r, Retire, err
	}
	return r, Nothing, err
}

// matches checks that the event speaks of the registration on record.
func matches(o Object, blob walrus.BlobID, object walrus.ObjectID, deletable bool) error {
	switch {
	case !o.Exists():
		return fmt.Errorf("%w: object %v of blob %v is unknown", ErrAnomaly, object, blob)
	case o.Blob != blob:
		return fmt.Errorf("%w: object %v is of blob %v, not %v", ErrAnomaly, object, o.Blob, blob)
	case o.Deletable != deletable:
		return fmt.Errorf("%w: object %v deletable %t, event says %t", ErrAnomaly, object, o.Deletable, deletable)
	}
	return nil
}
