package nodeapi

import (
	"cmp"
	"encoding/json"
	"fmt"

	"github.com/walrus-go/walrus"
)

// StatusKind orders what a node can know about a blob, from least to most advanced.
type StatusKind uint8

// The kinds of a status.
const (
	StatusNonexistent StatusKind = iota
	StatusDeletable
	StatusPermanent
	StatusInvalid
)

// String returns the word of the JSON form.
func (k StatusKind) String() string {
	switch k {
	case StatusNonexistent:
		return "nonexistent"
	case StatusDeletable:
		return "deletable"
	case StatusPermanent:
		return "permanent"
	case StatusInvalid:
		return "invalid"
	}
	return "unknown"
}

// BlobStatus is what a node's bookkeeping says about a blob (storage-node.md §5.12). Fields that the kind does not
// name are zero. Equal statuses are == to each other.
type BlobStatus struct {
	Kind StatusKind
	// Event is what marked the blob invalid, or set the strongest permanent reference.
	Event walrus.EventID
	// EndEpoch and Certified describe the strongest permanent reference.
	EndEpoch  walrus.Epoch
	Certified bool
	// Deletable counts the deletable registrations; permanent and deletable.
	Deletable DeletableCounts
	// InitialCertifiedEpoch is since when the blob has been certified; permanent and deletable.
	InitialCertifiedEpoch OptionalEpoch
}

// DeletableCounts counts the deletable registrations of a blob.
type DeletableCounts struct {
	Total     uint32 `json:"count_deletable_total"`
	Certified uint32 `json:"count_deletable_certified"`
}

// OptionalEpoch is an epoch or nothing.
type OptionalEpoch struct {
	Epoch walrus.Epoch
	Known bool
}

// SomeEpoch returns the epoch as a known one.
func SomeEpoch(e walrus.Epoch) OptionalEpoch { return OptionalEpoch{e, true} }

// MarshalJSON returns a number or null.
func (e OptionalEpoch) MarshalJSON() ([]byte, error) {
	if !e.Known {
		return []byte("null"), nil
	}
	return json.Marshal(uint32(e.Epoch))
}

// UnmarshalJSON is the inverse of MarshalJSON.
func (e *OptionalEpoch) UnmarshalJSON(b []byte) error {
	var n *uint32
	if err := json.Unmarshal(b, &n); err != nil {
		return err
	}
	*e = OptionalEpoch{}
	if n != nil {
		*e = SomeEpoch(walrus.Epoch(*n))
	}
	return nil
}

// IsCertified reports whether the blob is certified, permanently or deletably.
func (s BlobStatus) IsCertified() bool {
	return s.Certified || s.Kind == StatusDeletable && s.Deletable.Certified > 0
}

// Compare returns which of two answers about one blob is more advanced: by kind, then certified, end epoch,
// counts, then the earlier initial certified epoch, then event. It is 0 only for equal statuses.
func (s BlobStatus) Compare(t BlobStatus) int {
	return cmp.Or(
		cmp.Compare(s.Kind, t.Kind),
		compareBool(s.IsCertified(), t.IsCertified()),
		compareBool(s.Certified, t.Certified),
		cmp.Compare(s.EndEpoch, t.EndEpoch),
		cmp.Compare(s.Deletable.Total, t.Deletable.Total),
		cmp.Compare(s.Deletable.Certified, t.Deletable.Certified),
		compareBool(s.InitialCertifiedEpoch.Known, t.InitialCertifiedEpoch.Known),
		cmp.Compare(t.InitialCertifiedEpoch.Epoch, s.InitialCertifiedEpoch.Epoch),
		cmp.Compare(s.Event.LogIndex, t.Event.LogIndex),
		cmp.Compare(string(s.Event.Tx[:]), string(t.Event.Tx[:])),
	)
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

type invalidJSON struct {
	Event *walrus.EventID `json:"event"`
}

type permanentJSON struct {
	EndEpoch              *walrus.Epoch    `json:"endEpoch"`
	IsCertified           *bool            `json:"isCertified"`
	StatusEvent           *walrus.EventID  `json:"statusEvent"`
	DeletableCounts       *DeletableCounts `json:"deletableCounts"`
	InitialCertifiedEpoch OptionalEpoch    `json:"initialCertifiedEpoch"`
}

type deletableJSON struct {
	InitialCertifiedEpoch OptionalEpoch    `json:"initialCertifiedEpoch"`
	DeletableCounts       *DeletableCounts `json:"deletableCounts"`
}

type statusJSON struct {
	Invalid   *invalidJSON   `json:"invalid,omitempty"`
	Permanent *permanentJSON `json:"permanent,omitempty"`
	Deletable *deletableJSON `json:"deletable,omitempty"`
}

// MarshalJSON returns "nonexistent" or an object with the kind as its one key.
func (s BlobStatus) MarshalJSON() ([]byte, error) {
	var v statusJSON
	switch s.Kind {
	case StatusNonexistent:
		return json.Marshal(s.Kind.String())
	case StatusInvalid:
		v.Invalid = &invalidJSON{&s.Event}
	case StatusPermanent:
		v.Permanent = &permanentJSON{&s.EndEpoch, &s.Certified, &s.Event, &s.Deletable, s.InitialCertifiedEpoch}
	case StatusDeletable:
		v.Deletable = &deletableJSON{s.InitialCertifiedEpoch, &s.Deletable}
	default:
		return nil, fmt.Errorf("blob status of kind %d", s.Kind)
	}
	return json.Marshal(v)
}

// UnmarshalJSON is the inverse of MarshalJSON. It refuses anything but exactly one known kind with all its fields;
// a missing initialCertifiedEpoch counts as null.
func (s *BlobStatus) UnmarshalJSON(b []byte) error {
	var word string
	if json.Unmarshal(b, &word) == nil {
		if word != StatusNonexistent.String() {
			return fmt.Errorf("blob status %.40q", word)
		}
		*s = BlobStatus{}
		return nil
	}
	var keys map[string]json.RawMessage
	if err := json.Unmarshal(b, &keys); err != nil {
		return fmt.Errorf("blob status: %w", err)
	}
	if len(keys) != 1 {
		return fmt.Errorf("blob status with %d kinds", len(keys))
	}
	var v statusJSON
	if err := json.Unmarshal(b, &v); err != nil {
		return fmt.Errorf("blob status: %w", err)
	}
	return s.fromJSON(v)
}

func (s *BlobStatus) fromJSON(v statusJSON) error {
	switch {
	case v.Invalid != nil && v.Invalid.Event != nil:
		*s = BlobStatus{Kind: StatusInvalid, Event: *v.Invalid.Event}
	case v.Permanent != nil && v.Permanent.EndEpoch != nil && v.Permanent.IsCertified != nil &&
		v.Permanent.StatusEvent != nil && v.Permanent.DeletableCounts != nil:
		p := v.Permanent
		*s = BlobStatus{StatusPermanent, *p.StatusEvent, *p.EndEpoch, *p.IsCertified, *p.DeletableCounts, p.InitialCertifiedEpoch}
	case v.Deletable != nil && v.Deletable.DeletableCounts != nil:
		d := v.Deletable
		*s = BlobStatus{Kind: StatusDeletable, Deletable: *d.DeletableCounts, InitialCertifiedEpoch: d.InitialCertifiedEpoch}
	default:
		return fmt.Errorf("blob status of an unknown kind or with missing fields")
	}
	return nil
}
