package nodeapitest

import (
	"context"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/nodeapi"
)

var (
	_ nodeapi.Service = Down{}
	_ nodeapi.Service = Stall{}
)

// Metadata fails with ErrDown.
func (Down) Metadata(_ context.Context, _ walrus.BlobID) (*walrus.Metadata, error) {
	return nil, ErrDown
}

// PutMetadata fails with ErrDown.
func (Down) PutMetadata(_ context.Context, _ walrus.BlobID, _ *walrus.Metadata, _ bool) (nodeapi.Stored, error) {
	return 0, ErrDown
}

// HasMetadata fails with ErrDown.
func (Down) HasMetadata(_ context.Context, _ walrus.BlobID) (nodeapi.Presence, error) {
	return "", ErrDown
}

// Sliver fails with ErrDown.
func (Down) Sliver(_ context.Context, _ walrus.BlobID, _ walrus.SliverPairIndex, _ walrus.Axis) (*walrus.Sliver, error) {
	return nil, ErrDown
}

// PutSliver fails with ErrDown.
func (Down) PutSliver(_ context.Context, _ walrus.BlobID, _ walrus.SliverPairIndex, _ *walrus.Sliver, _ bool) (nodeapi.Stored, error) {
	return 0, ErrDown
}

// HasSliver fails with ErrDown.
func (Down) HasSliver(_ context.Context, _ walrus.BlobID, _ walrus.SliverPairIndex, _ walrus.Axis) (nodeapi.Presence, error) {
	return "", ErrDown
}

// Confirmation fails with ErrDown.
func (Down) Confirmation(_ context.Context, _ walrus.BlobID, _ walrus.Persistence, _ nodeapi.Wait) (*walrus.SignedMessage, error) {
	return nil, ErrDown
}

// RecoverySymbols fails with ErrDown.
func (Down) RecoverySymbols(_ context.Context, _ walrus.BlobID, _ nodeapi.SymbolQuery) ([]walrus.GeneralRecoverySymbol, error) {
	return nil, ErrDown
}

// AttestInconsistency fails with ErrDown.
func (Down) AttestInconsistency(_ context.Context, _ walrus.BlobID, _ walrus.Axis, _ *walrus.InconsistencyProof) (*walrus.SignedMessage, error) {
	return nil, ErrDown
}

// BlobStatus fails with ErrDown.
func (Down) BlobStatus(_ context.Context, _ walrus.BlobID) (nodeapi.BlobStatus, error) {
	return nodeapi.BlobStatus{}, ErrDown
}

// Health fails with ErrDown.
func (Down) Health(_ context.Context, _ bool) (nodeapi.Health, error) {
	return nodeapi.Health{}, ErrDown
}

// Metadata waits for the end of ctx.
func (Stall) Metadata(ctx context.Context, _ walrus.BlobID) (*walrus.Metadata, error) {
	<-ctx.Done()
	return nil, ctx.Err()
}

// PutMetadata waits for the end of ctx.
func (Stall) PutMetadata(ctx context.Context, _ walrus.BlobID, _ *walrus.Metadata, _ bool) (nodeapi.Stored, error) {
	<-ctx.Done()
	return 0, ctx.Err()
}

// HasMetadata waits for the end of ctx.
func (Stall) HasMetadata(ctx context.Context, _ walrus.BlobID) (nodeapi.Presence, error) {
	<-ctx.Done()
	return "", ctx.Err()
}

// Sliver waits for the end of ctx.
func (Stall) Sliver(ctx context.Context, _ walrus.BlobID, _ walrus.SliverPairIndex, _ walrus.Axis) (*walrus.Sliver, error) {
	<-ctx.Done()
	return nil, ctx.Err()
}

// PutSliver waits for the end of ctx.
func (Stall) PutSliver(ctx context.Context, _ walrus.BlobID, _ walrus.SliverPairIndex, _ *walrus.Sliver, _ bool) (nodeapi.Stored, error) {
	<-ctx.Done()
	return 0, ctx.Err()
}

// HasSliver waits for the end of ctx.
func (Stall) HasSliver(ctx context.Context, _ walrus.BlobID, _ walrus.SliverPairIndex, _ walrus.Axis) (nodeapi.Presence, error) {
	<-ctx.Done()
	return "", ctx.Err()
}

// Confirmation waits for the end of ctx.
func (Stall) Confirmation(ctx context.Context, _ walrus.BlobID, _ walrus.Persistence, _ nodeapi.Wait) (*walrus.SignedMessage, error) {
	<-ctx.Done()
	return nil, ctx.Err()
}

// RecoverySymbols waits for the end of ctx.
func (Stall) RecoverySymbols(ctx context.Context, _ walrus.BlobID, _ nodeapi.SymbolQuery) ([]walrus.GeneralRecoverySymbol, error) {
	<-ctx.Done()
	return nil, ctx.Err()
}

// AttestInconsistency waits for the end of ctx.
func (Stall) AttestInconsistency(ctx context.Context, _ walrus.BlobID, _ walrus.Axis, _ *walrus.InconsistencyProof) (*walrus.SignedMessage, error) {
	<-ctx.Done()
	return nil, ctx.Err()
}

// BlobStatus waits for the end of ctx.
func (Stall) BlobStatus(ctx context.Context, _ walrus.BlobID) (nodeapi.BlobStatus, error) {
	<-ctx.Done()
	return nodeapi.BlobStatus{}, ctx.Err()
}

// Health waits for the end of ctx.
func (Stall) Health(ctx context.Context, _ bool) (nodeapi.Health, error) {
	<-ctx.Done()
	return nodeapi.Health{}, ctx.Err()
}
