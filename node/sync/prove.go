package sync

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"

	"golang.org/x/sync/errgroup"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/internal/bls"
	"github.com/walrus-go/walrus/internal/obs"
	"github.com/walrus-go/walrus/redstuff"
)

// foundInconsistent carries a proof that came up while healing.
type foundInconsistent struct {
	axis  walrus.Axis
	proof *walrus.InconsistencyProof
}

func (f *foundInconsistent) Error() string {
	return fmt.Sprintf("%v: %v sliver %d", walrus.ErrInconsistent, f.axis, f.proof.Target)
}

func (f *foundInconsistent) Unwrap() error { return walrus.ErrInconsistent }

// prove has the proof attested by nodes with enough weight and submits the certificate (§13.5). It never returns nil:
// the intent ends with the InvalidBlobID event, and until then everything is tried again.
func (h *Healer) prove(ctx context.Context, goal *Goal, md *redstuff.VerifiedMetadata, found *foundInconsistent) error {
	h.stats.inconsistent.Add(1)
	id := md.ID()
	cert, weight, err := h.attestations(ctx, goal, id, found)
	if err != nil {
		return fmt.Errorf("%w; attested by %d of %d shards: %w", found, weight, goal.Committee.NShards, err)
	}
	h.Log.Warn("blob is inconsistent, proof attested", obs.Blob, id, "weight", weight)
	if h.Submit == nil {
		return fmt.Errorf("%w; attested by %d shards, no way to submit it", found, weight)
	}
	if err := h.Submit(ctx, id, cert); err != nil {
		return fmt.Errorf("%w; submit proof: %w", found, err)
	}
	return fmt.Errorf("%w; proof submitted, waiting for the event", found)
}

// attestations asks all members, the heaviest first, until the contract's weight is reached.
func (h *Healer) attestations(ctx context.Context, goal *Goal, id walrus.BlobID, found *foundInconsistent) (*walrus.Certificate, int, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	order := make([]int, len(goal.Committee.Members))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Compare(goal.Committee.Members[b].Weight(), goal.Committee.Members[a].Weight())
	})
	message := walrus.InvalidBlob{Epoch: goal.Epoch, Blob: id}.Bytes()
	var (
		mu         sync.Mutex
		positions  []int
		signatures []walrus.Signature
		failures   []error
		g          errgroup.Group
	)
	g.SetLimit(h.Limits.ProveAtOnce)
	for _, position := range order {
		g.Go(func() error {
			sig, err := h.attestation(ctx, goal, position, id, found, message)
			mu.Lock()
			defer mu.Unlock()
			if err != nil {
				failures = append(failures, err)
				return nil
			}
			positions, signatures = append(positions, position), append(signatures, sig)
			if goal.Committee.NShards.HasHonest(goal.Committee.Weight(positions)) {
				cancel()
			}
			return nil
		})
	}
	g.Wait()
	weight := goal.Committee.Weight(positions)
	if !goal.Committee.NShards.HasHonest(weight) {
		return nil, weight, errors.Join(failures...)
	}
	aggregate, err := bls.AggregateSignatures(signatures)
	if err != nil {
		return nil, weight, err
	}
	return &walrus.Certificate{
		Signers: walrus.NewSigners(len(order), positions), Message: message, Signature: aggregate,
	}, weight, nil
}

func (h *Healer) attestation(ctx context.Context, goal *Goal, position int, id walrus.BlobID, found *foundInconsistent, message []byte) (walrus.Signature, error) {
	m := &goal.Committee.Members[position]
	ctx, cancel := context.WithTimeout(ctx, h.Limits.AttestTimeout)
	defer cancel()
	signed, err := h.Peer(m).AttestInconsistency(ctx, id, found.axis, found.proof)
	if err != nil {
		return walrus.Signature{}, fmt.Errorf("node %d: %w", m.Node, err)
	}
	if !slices.Equal(signed.Message, message) {
		return walrus.Signature{}, fmt.Errorf("node %d signed another message", m.Node)
	}
	if err := goal.Keys.Key(position).Verify(message, signed.Signature); err != nil {
		return walrus.Signature{}, fmt.Errorf("node %d: %w", m.Node, err)
	}
	return signed.Signature, nil
}
