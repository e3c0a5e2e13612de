package client

import (
	"context"
	"fmt"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
	"github.com/walrus-go/walrus/internal/bls"
)

// Availability is what a certificate proves.
type Availability struct {
	Blob   chain.Blob
	Event  walrus.EventID // of the certification
	Epoch  walrus.Epoch   // whose committee signed
	Weight int            // shards of the signers
	Signed int            // members that signed
}

// VerifyAvailability proves from chain data alone, with no storage node asked, that a registered blob is certified:
// it takes the certificate from the transaction that recorded it, the committee of its epoch from the code that the
// contracts stored, and checks message, weight and signature (evm-profile.md §5, promise P4).
func VerifyAvailability(ctx context.Context, r chain.Reader, object walrus.ObjectID) (*Availability, error) {
	blob, err := r.Blob(ctx, object)
	if err != nil {
		return nil, fmt.Errorf("verify object %v: %w", object, err)
	}
	found, err := r.Certified(ctx, object)
	if err != nil {
		return nil, fmt.Errorf("verify object %v: %w", object, err)
	}
	want := walrus.Confirmation{Epoch: found.Epoch, Blob: blob.ID, Persistence: blob.Persistence()}
	got, err := walrus.ParseConfirmation(found.Certificate.Message)
	if err != nil {
		return nil, fmt.Errorf("verify object %v: %w", object, err)
	}
	if got != want {
		return nil, fmt.Errorf("verify object %v: %w: certificate says %+v, want %+v", object, walrus.ErrInvalidMessage, got, want)
	}
	if found.Committee.Epoch != found.Epoch {
		return nil, fmt.Errorf("verify object %v: %w: of epoch %d, want %d", object, walrus.ErrInvalidCommittee, found.Committee.Epoch, found.Epoch)
	}
	weight, err := bls.VerifyCertificate(found.Committee, found.Certificate)
	if err != nil {
		return nil, fmt.Errorf("verify object %v: %w", object, err)
	}
	positions, err := found.Certificate.Signers.Positions(len(found.Committee.Members))
	if err != nil {
		return nil, fmt.Errorf("verify object %v: %w", object, err)
	}
	return &Availability{Blob: blob, Event: found.Event, Epoch: found.Epoch, Weight: weight, Signed: len(positions)}, nil
}
