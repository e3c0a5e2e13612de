package client

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/internal/bls"
	"github.com/walrus-go/walrus/nodeapi"
)

var errEnough = errors.New("a quorum has confirmed")

// certificate uploads and collects confirmations until they form a quorum, with up to ConfirmationRounds further
// rounds for the nodes that did not confirm (client.md §6.5).
func (u *upload) certificate(ctx context.Context, p walrus.Persistence) (*walrus.Certificate, error) {
	set := confirmations{
		v: u.v, cfg: &u.c.cfg, progress: u.progress, signatures: map[int]walrus.Signature{},
		message: walrus.Confirmation{Epoch: u.v.state.Epoch, Blob: u.src.metadata().ID(), Persistence: p},
	}
	for round := 0; ; round++ {
		if err := u.slivers(ctx, set.confirmed()); err != nil {
			return nil, err
		}
		causes := set.collect(ctx, u)
		if u.v.state.NShards.IsQuorum(set.weight) {
			return set.certificate()
		}
		if err := context.Cause(ctx); err != nil {
			return nil, err
		}
		if round == u.c.cfg.ConfirmationRounds {
			return nil, set.short(causes)
		}
	}
}

// confirmations are the verified signatures of one message.
type confirmations struct {
	v        *view
	cfg      *Config
	progress func(Progress)
	message  walrus.Confirmation

	mu         sync.Mutex // guards what follows
	signatures map[int]walrus.Signature
	weight     int
}

func (s *confirmations) confirmed() map[int]bool {
	m := map[int]bool{}
	for p := range s.signatures {
		m[p] = true
	}
	return m
}

// collect asks every node that has not confirmed, until a quorum has, and returns why the others did not. Nodes to
// which the upload failed are not asked: they cannot hold everything.
func (s *confirmations) collect(ctx context.Context, u *upload) map[int]error {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	causes := map[int]error{}
	for p, err := range u.causes {
		if !errors.Is(err, errTail) {
			causes[p] = err
		}
	}
	var asked []int
	for p := range s.v.nodes {
		if _, confirmed := s.signatures[p]; !confirmed && causes[p] == nil {
			asked = append(asked, p)
		}
	}
	var nodes sync.WaitGroup
	for _, p := range asked {
		nodes.Go(func() {
			signature, err := s.ask(ctx, p)
			s.mu.Lock()
			defer s.mu.Unlock()
			if err != nil {
				causes[p] = fmt.Errorf("confirm: %w", err)
				return
			}
			s.signatures[p] = signature
			s.weight += s.v.committee.Members[p].Weight()
			report(s.progress, Progress{PhaseConfirm, int64(s.weight), int64(s.v.state.NShards)})
			if s.v.state.NShards.IsQuorum(s.weight) {
				stop(errEnough)
			}
		})
	}
	nodes.Wait()
	return causes
}

// ask gets and verifies the confirmation of one node.
func (s *confirmations) ask(ctx context.Context, position int) (walrus.Signature, error) {
	return retry(ctx, s.cfg, func(ctx context.Context) (walrus.Signature, error) {
		signed, err := s.v.nodes[position].Confirmation(ctx, s.message.Blob, s.message.Persistence, nodeapi.Wait{})
		if err != nil {
			return walrus.Signature{}, err
		}
		if !bytes.Equal(signed.Message, s.message.Bytes()) {
			return walrus.Signature{}, s.otherMessage(signed.Message)
		}
		return signed.Signature, s.v.keys.Key(position).Verify(signed.Message, signed.Signature)
	})
}

// otherMessage says what a node signed instead.
func (s *confirmations) otherMessage(message []byte) error {
	got, err := walrus.ParseConfirmation(message)
	if err != nil {
		return err
	}
	return fmt.Errorf("%w: node signed %+v, want %+v", walrus.ErrInvalidMessage, got, s.message)
}

func (s *confirmations) certificate() (*walrus.Certificate, error) {
	positions := make([]int, 0, len(s.signatures))
	for p := range s.signatures {
		positions = append(positions, p)
	}
	slices.Sort(positions)
	signatures := make([]walrus.Signature, len(positions))
	for i, p := range positions {
		signatures[i] = s.signatures[p]
	}
	aggregate, err := bls.AggregateSignatures(signatures)
	if err != nil {
		return nil, err
	}
	return &walrus.Certificate{
		Signers: walrus.NewSigners(len(s.v.nodes), positions), Message: s.message.Bytes(), Signature: aggregate,
	}, nil
}

func (s *confirmations) short(causes map[int]error) error {
	e := &WeightError{Err: ErrNotEnoughConfirmations, Phase: "confirm", Got: s.weight, Need: s.v.state.NShards.Quorum(), Unit: "shards"}
	for p, err := range causes {
		e.Causes = append(e.Causes, s.v.nodeError(p, err))
	}
	slices.SortFunc(e.Causes, func(a, b NodeError) int { return b.Shards - a.Shards })
	return e
}
