package plan

import "github.com/walrus-go/walrus"

// Info is the bookkeeping of one blob ID: either an invalidation, which is for ever, or counts of the registrations that
// refer to it (storage-node.md §6.1). The zero Info is that of a blob nobody ever registered.
type Info struct {
	Invalid walrus.EventID // of InvalidBlobID; the zero value means the blob is not invalid

	Size uint64 // unencoded bytes; 0 also when unknown

	PermanentTotal     Permanent
	PermanentCertified Permanent
	DeletableTotal     Deletable
	DeletableCertified Deletable

	// InitialCertified is the first epoch since which the blob has always been certified; 0 when it is not.
	InitialCertified walrus.Epoch
}

// Permanent counts references that nobody can delete.
type Permanent struct {
	Count uint32
	End   walrus.Epoch   // the latest end of them
	Event walrus.EventID // that set End
}

// Deletable counts references that their owners may give up.
type Deletable struct {
	Count uint32
	// End is the latest end epoch ever seen: an upper bound, it does not shrink with deletions.
	End walrus.Epoch
}

// Object is the bookkeeping of one registration. Epoch numbers start at 1, so the zero Object means there is none.
type Object struct {
	Blob       walrus.BlobID
	Registered walrus.Epoch
	Certified  walrus.Epoch // 0 = not certified
	End        walrus.Epoch // exclusive
	Deletable  bool
	Event      walrus.EventID // of the registration
}

// IsInvalid reports whether the blob was proved inconsistent.
func (i *Info) IsInvalid() bool { return i.Invalid != walrus.EventID{} }

// Known reports whether any reference or an invalidation is recorded; a row that is not known can be dropped.
func (i *Info) Known() bool {
	return i.IsInvalid() || i.PermanentTotal.Count > 0 || i.DeletableTotal.Count > 0
}

// RegisteredAt reports whether a registration covers epoch e.
func (i *Info) RegisteredAt(e walrus.Epoch) bool {
	return !i.IsInvalid() && (i.PermanentTotal.covers(e) || i.DeletableTotal.covers(e))
}

// CertifiedAt reports whether the blob is certified at epoch e.
func (i *Info) CertifiedAt(e walrus.Epoch) bool {
	return !i.IsInvalid() && i.InitialCertified != 0 && i.InitialCertified <= e &&
		(i.PermanentCertified.covers(e) || i.DeletableCertified.covers(e))
}

func (p *Permanent) covers(e walrus.Epoch) bool { return p.Count > 0 && p.End > e }
func (d *Deletable) covers(e walrus.Epoch) bool { return d.Count > 0 && d.End > e }

// add counts one more reference that ends at end.
func (p *Permanent) add(end walrus.Epoch, event walrus.EventID) {
	p.Count++
	p.extend(end, event)
}

// extend moves the end, and with it the event, if the end grows.
func (p *Permanent) extend(end walrus.Epoch, event walrus.EventID) {
	if end > p.End {
		p.End, p.Event = end, event
	}
}

func (d *Deletable) add(end walrus.Epoch) {
	d.Count++
	d.End = max(d.End, end)
}

// remove counts one reference less. The last one takes the bound with it.
func (d *Deletable) remove() bool {
	if d.Count == 0 {
		return false
	}
	if d.Count--; d.Count == 0 {
		d.End = 0
	}
	return true
}

// Live reports whether the registration covers epoch e.
func (o *Object) Live(e walrus.Epoch) bool { return o.End > e }

// Exists reports whether there is such a registration.
func (o *Object) Exists() bool { return o.Registered != 0 }
