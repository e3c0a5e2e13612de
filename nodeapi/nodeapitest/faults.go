package nodeapitest

import (
	"context"
	"errors"
	"slices"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/internal/bls"
	"github.com/walrus-go/walrus/nodeapi"
)

// ErrDown is what a node that is Down answers.
var ErrDown = errors.New("connection refused")

// Down is a node that answers nothing at all.
type Down struct{}

// Stall is a node that takes every request and never answers.
type Stall struct{}

// WrongSliver serves slivers with one bit changed, and recovery symbols likewise.
type WrongSliver struct{ nodeapi.Service }

// OtherSliver serves, for every sliver, another one that it holds: valid in itself, at the wrong place.
type OtherSliver struct{ nodeapi.Service }

// WrongMetadata serves metadata that do not belong to the blob.
type WrongMetadata struct{ nodeapi.Service }

// WrongProof serves recovery symbols whose proofs lead elsewhere.
type WrongProof struct{ nodeapi.Service }

// WrongSignature confirms with a valid signature over something else, made with the node's key.
type WrongSignature struct {
	nodeapi.Service
	Key bls.SecretKey
}

// OtherEpoch confirms, validly, for the next epoch.
type OtherEpoch struct {
	nodeapi.Service
	Key bls.SecretKey
}

// Sliver flips a bit in the middle.
func (n WrongSliver) Sliver(ctx context.Context, id walrus.BlobID, pair walrus.SliverPairIndex, axis walrus.Axis) (*walrus.Sliver, error) {
	s, err := n.Service.Sliver(ctx, id, pair, axis)
	if err != nil {
		return nil, err
	}
	wrong := *s
	wrong.Data = slices.Clone(s.Data)
	wrong.Data[len(wrong.Data)/2] ^= 1
	return &wrong, nil
}

// RecoverySymbols flips a bit in each symbol.
func (n WrongSliver) RecoverySymbols(ctx context.Context, id walrus.BlobID, q nodeapi.SymbolQuery) ([]walrus.GeneralRecoverySymbol, error) {
	symbols, err := n.Service.RecoverySymbols(ctx, id, q)
	for i := range symbols {
		symbols[i].Data = slices.Clone(symbols[i].Data)
		symbols[i].Data[0] ^= 1
	}
	return symbols, err
}

// Sliver returns another sliver where the node holds one.
func (n OtherSliver) Sliver(ctx context.Context, id walrus.BlobID, pair walrus.SliverPairIndex, axis walrus.Axis) (*walrus.Sliver, error) {
	const near = 200 // pairs tried; nodes of tests hold one among them
	for other := pair + 1; other < pair+near; other++ {
		if s, err := n.Service.Sliver(ctx, id, other, axis); err == nil {
			return s, nil
		}
	}
	for other := range pair {
		if s, err := n.Service.Sliver(ctx, id, other, axis); err == nil {
			return s, nil
		}
	}
	return n.Service.Sliver(ctx, id, pair, axis)
}

// Metadata changes the length, so that the metadata hash to another blob ID.
func (n WrongMetadata) Metadata(ctx context.Context, id walrus.BlobID) (*walrus.Metadata, error) {
	md, err := n.Service.Metadata(ctx, id)
	if err != nil {
		return nil, err
	}
	wrong := *md
	wrong.UnencodedLength++
	return &wrong, nil
}

// RecoverySymbols changes the lowest sibling of each proof.
func (n WrongProof) RecoverySymbols(ctx context.Context, id walrus.BlobID, q nodeapi.SymbolQuery) ([]walrus.GeneralRecoverySymbol, error) {
	symbols, err := n.Service.RecoverySymbols(ctx, id, q)
	for i := range symbols {
		symbols[i].Proof = slices.Clone(symbols[i].Proof)
		symbols[i].Proof[0] = walrus.DigestNode([32]byte{1, 2, 3})
	}
	return symbols, err
}

// Confirmation returns the right message under a signature over another one.
func (n WrongSignature) Confirmation(ctx context.Context, id walrus.BlobID, p walrus.Persistence, w nodeapi.Wait) (*walrus.SignedMessage, error) {
	m, err := n.Service.Confirmation(ctx, id, p, w)
	if err != nil {
		return nil, err
	}
	return &walrus.SignedMessage{Message: m.Message, Signature: n.Key.Sign([]byte("something else"))}, nil
}

// Confirmation returns a signed message of the next epoch.
func (n OtherEpoch) Confirmation(ctx context.Context, id walrus.BlobID, p walrus.Persistence, w nodeapi.Wait) (*walrus.SignedMessage, error) {
	m, err := n.Service.Confirmation(ctx, id, p, w)
	if err != nil {
		return nil, err
	}
	c, err := walrus.ParseConfirmation(m.Message)
	if err != nil {
		return nil, err
	}
	c.Epoch++
	return &walrus.SignedMessage{Message: c.Bytes(), Signature: n.Key.Sign(c.Bytes())}, nil
}
