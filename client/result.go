package client

import (
	"encoding/json"
	"fmt"
	"math/big"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
)

// StoreResult is the outcome of a store; exactly one field is set. Its JSON form is that of the publisher
// (evm-profile.md §7).
type StoreResult struct {
	NewlyCreated     *NewlyCreated     `json:"newlyCreated,omitempty"`
	AlreadyCertified *AlreadyCertified `json:"alreadyCertified,omitempty"`
	MarkedInvalid    *MarkedInvalid    `json:"markedInvalid,omitempty"`
}

// BlobID returns the ID of the blob that was stored.
func (r *StoreResult) BlobID() walrus.BlobID {
	switch {
	case r.NewlyCreated != nil:
		return r.NewlyCreated.Blob.ID
	case r.AlreadyCertified != nil:
		return r.AlreadyCertified.BlobID
	}
	return r.MarkedInvalid.BlobID
}

// NewlyCreated: the blob was uploaded and certified by this call.
type NewlyCreated struct {
	Blob       chain.Blob
	Operation  ResourceOperation
	Cost       walrus.Frost  // storage and write fee paid by this call
	RegisterTx walrus.TxHash // zero when an earlier registration was reused
	CertifyTx  walrus.TxHash
	GasUsed    uint64 // by both transactions
	GasCostWei *big.Int
}

// AlreadyCertified: the network has the blob for long enough; nothing was paid. Event is set when another
// registration, found by status, serves; Object when one of the wallet's own does.
type AlreadyCertified struct {
	BlobID   walrus.BlobID    `json:"blobId"`
	Event    *walrus.EventID  `json:"event,omitempty"`
	Object   *walrus.ObjectID `json:"object,omitempty"`
	EndEpoch walrus.Epoch     `json:"endEpoch"`
}

// MarkedInvalid: the blob ID was proved inconsistent; it can never be stored.
type MarkedInvalid struct {
	BlobID walrus.BlobID  `json:"blobId"`
	Event  walrus.EventID `json:"event"`
}

// OperationKind says where the storage of a blob came from.
type OperationKind string

// The kinds of resource operations that a store performs.
const (
	RegisterFromScratch OperationKind = "registerFromScratch"
	ReuseRegistration   OperationKind = "reuseRegistration"
)

// ResourceOperation is how a store got its registration.
type ResourceOperation struct {
	Kind          OperationKind
	EncodedLength uint64
	Epochs        uint32 // bought; 0 for a reused registration
}

// MarshalJSON returns {"registerFromScratch":{"encodedLength":…,"epochsAhead":…}} and the like.
func (o ResourceOperation) MarshalJSON() ([]byte, error) {
	body := map[string]uint64{"encodedLength": o.EncodedLength}
	if o.Kind == RegisterFromScratch {
		body["epochsAhead"] = uint64(o.Epochs)
	}
	return json.Marshal(map[OperationKind]map[string]uint64{o.Kind: body})
}

// UnmarshalJSON is the inverse of MarshalJSON.
func (o *ResourceOperation) UnmarshalJSON(b []byte) error {
	var m map[OperationKind]map[string]uint64
	if err := json.Unmarshal(b, &m); err != nil {
		return err
	}
	if len(m) != 1 {
		return fmt.Errorf("resource operation with %d kinds", len(m))
	}
	for kind, body := range m {
		*o = ResourceOperation{kind, body["encodedLength"], uint32(body["epochsAhead"])}
	}
	return nil
}

// BlobJSON is the JSON form of a blob object (client.md §4.1).
type BlobJSON struct {
	ID              walrus.ObjectID     `json:"id"`
	RegisteredEpoch walrus.Epoch        `json:"registeredEpoch"`
	BlobID          walrus.BlobID       `json:"blobId"`
	Size            uint64              `json:"size"`
	EncodingType    walrus.EncodingType `json:"encodingType"`
	CertifiedEpoch  *walrus.Epoch       `json:"certifiedEpoch"`
	Storage         StorageJSON         `json:"storage"`
	Deletable       bool                `json:"deletable"`
}

// StorageJSON is the JSON form of a storage resource; its ID is the blob's while it is inside one.
type StorageJSON struct {
	ID          walrus.ObjectID `json:"id"`
	StartEpoch  walrus.Epoch    `json:"startEpoch"`
	EndEpoch    walrus.Epoch    `json:"endEpoch"`
	StorageSize uint64          `json:"storageSize"`
}

// NewBlobJSON returns the JSON form of b.
func NewBlobJSON(b *chain.Blob) BlobJSON {
	j := BlobJSON{
		ID: b.Object, RegisteredEpoch: b.RegisteredEpoch, BlobID: b.ID, Size: b.Size, EncodingType: b.EncodingType,
		Storage: StorageJSON{b.Object, b.StartEpoch, b.EndEpoch, b.StorageSize}, Deletable: b.Deletable,
	}
	if b.CertifiedEpoch != 0 {
		j.CertifiedEpoch = &b.CertifiedEpoch
	}
	return j
}

// Blob returns the blob that j describes; the owner is not part of the JSON form.
func (j *BlobJSON) Blob() chain.Blob {
	b := chain.Blob{
		Object: j.ID, ID: j.BlobID, Size: j.Size, EncodingType: j.EncodingType, Deletable: j.Deletable,
		RegisteredEpoch: j.RegisteredEpoch, StartEpoch: j.Storage.StartEpoch, EndEpoch: j.Storage.EndEpoch, StorageSize: j.Storage.StorageSize,
	}
	if j.CertifiedEpoch != nil {
		b.CertifiedEpoch = *j.CertifiedEpoch
	}
	return b
}

type newlyCreatedJSON struct {
	BlobObject        BlobJSON          `json:"blobObject"`
	ResourceOperation ResourceOperation `json:"resourceOperation"`
	Cost              walrus.Frost      `json:"cost"`
	RegisterTx        *walrus.TxHash    `json:"registerTx,omitempty"`
	CertifyTx         walrus.TxHash     `json:"certifyTx"`
	GasUsed           uint64            `json:"gasUsed"`
	GasCostWei        string            `json:"gasCostWei"`
}

// MarshalJSON returns the publisher's form.
func (n *NewlyCreated) MarshalJSON() ([]byte, error) {
	j := newlyCreatedJSON{NewBlobJSON(&n.Blob), n.Operation, n.Cost, nil, n.CertifyTx, n.GasUsed, n.GasCostWei.String()}
	if n.RegisterTx != (walrus.TxHash{}) {
		j.RegisterTx = &n.RegisterTx
	}
	return json.Marshal(j)
}

// UnmarshalJSON is the inverse of MarshalJSON.
func (n *NewlyCreated) UnmarshalJSON(b []byte) error {
	var j newlyCreatedJSON
	if err := json.Unmarshal(b, &j); err != nil {
		return err
	}
	wei, ok := new(big.Int).SetString(j.GasCostWei, 10)
	if !ok {
		return fmt.Errorf("gas cost %q is not a number", j.GasCostWei)
	}
	*n = NewlyCreated{Blob: j.BlobObject.Blob(), Operation: j.ResourceOperation, Cost: j.Cost, CertifyTx: j.CertifyTx, GasUsed: j.GasUsed, GasCostWei: wei}
	if j.RegisterTx != nil {
		n.RegisterTx = *j.RegisterTx
	}
	return nil
}
