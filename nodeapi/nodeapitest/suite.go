package nodeapitest

import (
	"bytes"
	"errors"
	"math"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/nodeapi"
)

// Run judges nodes: make is called for each case.
func Run(t *testing.T, make func(t *testing.T) Harness) {
	for _, c := range []struct {
		name string
		run  func(*testing.T, Harness)
	}{
		{"UnknownBlob", testUnknownBlob},
		{"Pairs", testPairs},
		{"Upload", testUpload},
		{"BadUploads", testBadUploads},
		{"Deletable", testDeletable},
		{"Pending", testPending},
		{"LongPoll", testLongPoll},
		{"Symbols", testSymbols},
		{"Blocked", testBlocked},
		{"Invalid", testInvalid},
		{"Inconsistency", testInconsistency},
		{"Health", testHealth},
	} {
		t.Run(c.name, func(t *testing.T) { c.run(t, make(t)) })
	}
}

// wantReason checks the reason of an error and that the right sentinel is found in it.
func wantReason(t *testing.T, what string, err error, allowed ...nodeapi.Reason) {
	t.Helper()
	var e *nodeapi.Error
	if !errors.As(err, &e) {
		t.Errorf("%s: error %v, want reason %v", what, err, allowed)
		return
	}
	if !slices.Contains(allowed, e.Reason) {
		t.Errorf("%s: reason %s (%s), want %v", what, e.Reason, e.Message, allowed)
	}
	if s := sentinels[e.Reason]; s != nil && !errors.Is(err, s) {
		t.Errorf("%s: %v is not %v", what, err, s)
	}
}

var sentinels = map[nodeapi.Reason]error{
	nodeapi.InvalidBlob:             walrus.ErrBlobInvalid,
	nodeapi.NotRegistered:           walrus.ErrNotRegistered,
	nodeapi.MetadataNotFound:        walrus.ErrMetadataNotFound,
	nodeapi.InvalidMetadata:         walrus.ErrInvalidMetadata,
	nodeapi.UnsupportedEncodingType: walrus.ErrUnsupportedEncoding,
	nodeapi.SliverNotFound:          walrus.ErrSliverNotFound,
	nodeapi.InvalidSliver:           walrus.ErrInvalidSliver,
	nodeapi.MissingSlivers:          walrus.ErrMissingSlivers,
	nodeapi.IndexOutOfRange:         walrus.ErrIndexOutOfRange,
	nodeapi.ShardNotAssigned:        walrus.ErrShardNotAssigned,
	nodeapi.InvalidProof:            walrus.ErrInvalidProof,
	nodeapi.ForbiddenBlob:           walrus.ErrBlobForbidden,
	nodeapi.TemporarilyUnavailable:  walrus.ErrUnavailable,
}

func wantNil(t *testing.T, what string, err error) {
	t.Helper()
	if err != nil {
		t.Fatalf("%s: %v", what, err)
	}
}

func wantEqual[T any](t *testing.T, what string, got, want T, err error) {
	t.Helper()
	if err != nil {
		t.Errorf("%s: %v", what, err)
	} else if diff := cmp.Diff(want, got, cmp.AllowUnexported(walrus.MerkleNode{})); diff != "" {
		t.Errorf("%s (-want +got):\n%s", what, diff)
	}
}

var axes = []walrus.Axis{walrus.Primary, walrus.Secondary}

// ours returns a pair of the blob on one of the node's shards.
func (h *Harness) ours(id walrus.BlobID) walrus.SliverPairIndex {
	return h.Shards[0].Pair(id, h.NShards)
}

// foreign returns a pair of the blob on a shard that is not the node's.
func (h *Harness) foreign(t *testing.T, id walrus.BlobID) walrus.SliverPairIndex {
	t.Helper()
	for s := range walrus.ShardIndex(h.NShards) {
		if !slices.Contains(h.Shards, s) {
			return s.Pair(id, h.NShards)
		}
	}
	t.Fatal("the harness gives all shards to the node")
	return 0
}

// upload stores metadata and all slivers of the node's shards of a registered blob.
func (h *Harness) upload(t *testing.T, b Blob, pending bool) {
	t.Helper()
	_, err := h.Service.PutMetadata(t.Context(), b.ID, b.Metadata, pending)
	wantNil(t, "put metadata", err)
	for _, shard := range h.Shards {
		pair := shard.Pair(b.ID, h.NShards)
		for _, axis := range axes {
			_, err := h.Service.PutSliver(t.Context(), b.ID, pair, b.Pairs[pair].Sliver(axis), pending)
			wantNil(t, "put sliver", err)
		}
	}
}

func testUnknownBlob(t *testing.T, h Harness) {
	ctx, s, b := t.Context(), h.Service, h.NewBlob(t)
	pair := h.ours(b.ID)
	_, err := s.Metadata(ctx, b.ID)
	wantReason(t, "metadata", err, nodeapi.MetadataNotFound)
	_, err = s.PutMetadata(ctx, b.ID, b.Metadata, false)
	wantReason(t, "put metadata", err, nodeapi.NotRegistered)
	presence, err := s.HasMetadata(ctx, b.ID)
	wantEqual(t, "has metadata", presence, nodeapi.Nonexistent, err)
	for _, axis := range axes {
		_, err = s.Sliver(ctx, b.ID, pair, axis)
		wantReason(t, "sliver", err, nodeapi.SliverNotFound)
		_, err = s.PutSliver(ctx, b.ID, pair, b.Pairs[pair].Sliver(axis), false)
		wantReason(t, "put sliver", err, nodeapi.NotRegistered)
		presence, err = s.HasSliver(ctx, b.ID, pair, axis)
		wantEqual(t, "has sliver", presence, nodeapi.Nonexistent, err)
		_, err = s.AttestInconsistency(ctx, b.ID, axis, &walrus.InconsistencyProof{})
		wantReason(t, "attest", err, nodeapi.MetadataNotFound)
	}
	_, err = s.Confirmation(ctx, b.ID, walrus.Permanent, nodeapi.Wait{})
	wantReason(t, "confirmation", err, nodeapi.NotRegistered)
	_, err = s.RecoverySymbols(ctx, b.ID, nodeapi.SymbolQuery{IDs: []walrus.SymbolID{{Primary: walrus.SliverIndex(pair)}}})
	wantReason(t, "symbols", err, nodeapi.MetadataNotFound, nodeapi.SliverNotFound)
	status, err := s.BlobStatus(ctx, b.ID)
	wantEqual(t, "status", status, nodeapi.BlobStatus{}, err)
}

func testPairs(t *testing.T, h Harness) {
	ctx, s, b := t.Context(), h.Service, h.NewBlob(t)
	h.Register(t, b, false)
	_, err := s.PutMetadata(ctx, b.ID, b.Metadata, false)
	wantNil(t, "put metadata", err)
	foreign := h.foreign(t, b.ID)
	for _, axis := range axes {
		for _, beyond := range []walrus.SliverPairIndex{walrus.SliverPairIndex(h.NShards), math.MaxUint16} {
			_, err := s.Sliver(ctx, b.ID, beyond, axis)
			wantReason(t, "sliver beyond", err, nodeapi.IndexOutOfRange)
			_, err = s.PutSliver(ctx, b.ID, beyond, b.Pairs[0].Sliver(axis), false)
			wantReason(t, "put sliver beyond", err, nodeapi.IndexOutOfRange)
			_, err = s.HasSliver(ctx, b.ID, beyond, axis)
			wantReason(t, "has sliver beyond", err, nodeapi.IndexOutOfRange)
		}
		_, err := s.Sliver(ctx, b.ID, foreign, axis)
		wantReason(t, "foreign sliver", err, nodeapi.ShardNotAssigned)
		_, err = s.PutSliver(ctx, b.ID, foreign, b.Pairs[foreign].Sliver(axis), false)
		wantReason(t, "put foreign sliver", err, nodeapi.ShardNotAssigned)
		_, err = s.HasSliver(ctx, b.ID, foreign, axis)
		wantReason(t, "has foreign sliver", err, nodeapi.ShardNotAssigned)
	}
}

func testUpload(t *testing.T, h Harness) {
	ctx, s, b := t.Context(), h.Service, h.NewBlob(t)
	h.Register(t, b, false)
	pair := h.ours(b.ID)
	_, err := s.PutSliver(ctx, b.ID, pair, b.Pairs[pair].Primary, false)
	wantReason(t, "put sliver before metadata", err, nodeapi.MetadataNotFound)
	_, err = s.Metadata(ctx, b.ID)
	wantReason(t, "metadata before put", err, nodeapi.MetadataNotFound)
	for _, want := range []nodeapi.Stored{nodeapi.NewlyStored, nodeapi.AlreadyStored} {
		stored, err := s.PutMetadata(ctx, b.ID, b.Metadata, false)
		wantEqual(t, "put metadata", stored, want, err)
	}
	presence, err := s.HasMetadata(ctx, b.ID)
	wantEqual(t, "has metadata", presence, nodeapi.InStore, err)
	md, err := s.Metadata(ctx, b.ID)
	wantEqual(t, "metadata", md, b.Metadata, err)
	for _, shard := range h.Shards {
		for _, axis := range axes {
			_, err = s.Confirmation(ctx, b.ID, walrus.Permanent, nodeapi.Wait{})
			wantReason(t, "confirmation with slivers missing", err, nodeapi.MissingSlivers)
			h.putSliver(t, b, shard.Pair(b.ID, h.NShards), axis)
		}
	}
	first := h.confirmed(t, b, walrus.Permanent)
	if again := h.confirmed(t, b, walrus.Permanent); !bytes.Equal(first.Message, again.Message) {
		t.Errorf("second confirmation says %x, the first %x", again.Message, first.Message)
	}
	status, err := s.BlobStatus(ctx, b.ID)
	if err != nil || status.Kind != nodeapi.StatusPermanent || status.EndEpoch == 0 {
		t.Errorf("status %+v, %v, want permanent", status, err)
	}
}

// putSliver stores a sliver that is not there yet, twice, and reads it back.
func (h *Harness) putSliver(t *testing.T, b Blob, pair walrus.SliverPairIndex, axis walrus.Axis) {
	t.Helper()
	ctx, s, want := t.Context(), h.Service, b.Pairs[pair].Sliver(axis)
	_, err := s.Sliver(ctx, b.ID, pair, axis)
	wantReason(t, "sliver before put", err, nodeapi.SliverNotFound)
	for _, outcome := range []nodeapi.Stored{nodeapi.NewlyStored, nodeapi.AlreadyStored} {
		stored, err := s.PutSliver(ctx, b.ID, pair, want, false)
		wantEqual(t, "put sliver", stored, outcome, err)
	}
	presence, err := s.HasSliver(ctx, b.ID, pair, axis)
	wantEqual(t, "has sliver", presence, nodeapi.InStore, err)
	got, err := s.Sliver(ctx, b.ID, pair, axis)
	wantEqual(t, "sliver", got, want, err)
}

// confirmed returns the node's confirmation after checking what it says.
func (h *Harness) confirmed(t *testing.T, b Blob, p walrus.Persistence) *walrus.SignedMessage {
	t.Helper()
	m, err := h.Service.Confirmation(t.Context(), b.ID, p, nodeapi.Wait{})
	wantNil(t, "confirmation", err)
	c, err := walrus.ParseConfirmation(m.Message)
	wantNil(t, "parse confirmation", err)
	wantEqual(t, "confirmation", c, walrus.Confirmation{Epoch: c.Epoch, Blob: b.ID, Persistence: p}, nil)
	h.checkSignature(t, m)
	return m
}

func (h *Harness) checkSignature(t *testing.T, m *walrus.SignedMessage) {
	t.Helper()
	if h.VerifySigned != nil {
		wantNil(t, "signature", h.VerifySigned(m))
	}
}

func testBadUploads(t *testing.T, h Harness) {
	ctx, s, b := t.Context(), h.Service, h.NewBlob(t)
	h.Register(t, b, false)
	longer, fewer, swapped := *b.Metadata, *b.Metadata, *b.Metadata
	longer.UnencodedLength++
	fewer.Hashes = fewer.Hashes[:len(fewer.Hashes)-1]
	swapped.Hashes = slices.Clone(swapped.Hashes)
	slices.Reverse(swapped.Hashes)
	for name, md := range map[string]walrus.Metadata{"longer": longer, "fewer": fewer, "swapped": swapped} {
		_, err := s.PutMetadata(ctx, b.ID, &md, false)
		wantReason(t, "put metadata "+name, err, nodeapi.InvalidMetadata)
	}
	presence, err := s.HasMetadata(ctx, b.ID)
	wantEqual(t, "has bad metadata", presence, nodeapi.Nonexistent, err)
	_, err = s.PutMetadata(ctx, b.ID, b.Metadata, false)
	wantNil(t, "put metadata", err)
	pair := h.ours(b.ID)
	for _, axis := range axes {
		good := b.Pairs[pair].Sliver(axis)
		_, err = s.PutSliver(ctx, b.ID, pair, b.Pairs[(pair+1)%walrus.SliverPairIndex(h.NShards)].Sliver(axis), false)
		wantReason(t, "put sliver of the next pair", err, nodeapi.SliverIndexMismatch)
		flipped, short := *good, *good
		flipped.Data = slices.Clone(good.Data)
		flipped.Data[len(flipped.Data)/2] ^= 1
		short.Data = good.Data[:len(good.Data)-good.SymbolSize]
		_, err = s.PutSliver(ctx, b.ID, pair, &flipped, false)
		wantReason(t, "put flipped sliver", err, nodeapi.InvalidSliver)
		_, err = s.PutSliver(ctx, b.ID, pair, &short, false)
		wantReason(t, "put short sliver", err, nodeapi.InvalidSliver)
		presence, err = s.HasSliver(ctx, b.ID, pair, axis)
		wantEqual(t, "has bad sliver", presence, nodeapi.Nonexistent, err)
	}
}

func testDeletable(t *testing.T, h Harness) {
	b := h.NewBlob(t)
	p := h.Register(t, b, true)
	if !p.Deletable {
		t.Fatal("the harness registered a permanent blob")
	}
	h.upload(t, b, false)
	h.confirmed(t, b, p)
	other := p
	other.Object[31] ^= 0xff
	_, err := h.Service.Confirmation(t.Context(), b.ID, other, nodeapi.Wait{})
	wantReason(t, "confirmation for another object", err, nodeapi.NotRegistered)
	status, err := h.Service.BlobStatus(t.Context(), b.ID)
	if err != nil || status.Kind != nodeapi.StatusDeletable || status.Deletable.Total != 1 {
		t.Errorf("status %+v, %v, want one deletable registration", status, err)
	}
}

func testPending(t *testing.T, h Harness) {
	if h.NoPending {
		t.Skip("the node has no pending caches")
	}
	ctx, s, b := t.Context(), h.Service, h.NewBlob(t)
	pair := h.ours(b.ID)
	_, err := s.PutSliver(ctx, b.ID, pair, b.Pairs[pair].Primary, true)
	wantReason(t, "pending sliver before metadata", err, nodeapi.MetadataNotFound)
	stored, err := s.PutMetadata(ctx, b.ID, b.Metadata, true)
	wantEqual(t, "pending metadata", stored, nodeapi.Buffered, err)
	stored, err = s.PutMetadata(ctx, b.ID, b.Metadata, true)
	wantEqual(t, "pending metadata again", stored, nodeapi.AlreadyStored, err)
	h.upload(t, b, true)
	presence, err := s.HasSliver(ctx, b.ID, pair, walrus.Primary)
	wantEqual(t, "has pending sliver", presence, nodeapi.InBuffer, err)
	_, err = s.Sliver(ctx, b.ID, pair, walrus.Primary)
	wantReason(t, "pending sliver", err, nodeapi.SliverNotFound)
	_, err = s.Confirmation(ctx, b.ID, walrus.Permanent, nodeapi.Wait{})
	wantReason(t, "confirmation of pending", err, nodeapi.NotRegistered)
	p := h.Register(t, b, false)
	h.confirmed(t, b, p)
	got, err := s.Sliver(ctx, b.ID, pair, walrus.Primary)
	wantEqual(t, "sliver after registration", got, b.Pairs[pair].Primary, err)
}

func testLongPoll(t *testing.T, h Harness) {
	if h.NoPending {
		t.Skip("the node has no pending caches")
	}
	b := h.NewBlob(t)
	h.upload(t, b, true)
	wait := nodeapi.Wait{ForRegistration: true, AtMost: 50 * time.Millisecond}
	_, err := h.Service.Confirmation(t.Context(), b.ID, walrus.Permanent, wait)
	wantReason(t, "long poll without registration", err, nodeapi.NotRegistered)
	result := make(chan error, 1)
	go func() {
		wait.AtMost = 4 * time.Second
		_, err := h.Service.Confirmation(t.Context(), b.ID, walrus.Permanent, wait)
		result <- err
	}()
	h.Register(t, b, false)
	wantNil(t, "long poll with registration", <-result)
}

func testSymbols(t *testing.T, h Harness) {
	ctx, s, b := t.Context(), h.Service, h.NewBlob(t)
	h.Register(t, b, false)
	h.upload(t, b, false)
	own, foreign := h.ours(b.ID), h.foreign(t, b.ID)
	for _, axis := range axes {
		target := foreign.Sliver(axis, h.NShards)
		source := axis.Other()
		q := nodeapi.SymbolQuery{Target: &nodeapi.TargetSliver{Index: target, Axis: axis}, ProofAxis: &source}
		got, err := s.RecoverySymbols(ctx, b.ID, q)
		wantNil(t, "symbols towards a sliver", err)
		if len(got) != len(h.Shards) {
			t.Errorf("%d symbols towards a sliver from %d shards", len(got), len(h.Shards))
		}
		h.checkSymbols(t, b, got, source)
		cell := walrus.SymbolID{Primary: own.Sliver(walrus.Primary, h.NShards), Secondary: target}
		if axis == walrus.Primary {
			cell = walrus.SymbolID{Primary: target, Secondary: own.Sliver(walrus.Secondary, h.NShards)}
		}
		got, err = s.RecoverySymbols(ctx, b.ID, nodeapi.SymbolQuery{IDs: []walrus.SymbolID{cell}})
		wantNil(t, "symbol by ID", err)
		if len(got) != 1 || got[0].ID() != cell {
			t.Errorf("got %d symbols for cell %v, the first %v", len(got), cell, got[0].ID())
		}
		h.checkSymbols(t, b, got, source)
	}
	_, err := s.RecoverySymbols(ctx, b.ID, nodeapi.SymbolQuery{})
	wantReason(t, "no symbols", err, nodeapi.NoSymbolsSpecified)
	cell := walrus.SymbolID{Primary: foreign.Sliver(walrus.Primary, h.NShards), Secondary: foreign.Sliver(walrus.Secondary, h.NShards)}
	_, err = s.RecoverySymbols(ctx, b.ID, nodeapi.SymbolQuery{IDs: []walrus.SymbolID{cell}})
	wantReason(t, "foreign symbol", err, nodeapi.SymbolNotPresentAtShards)
	cell = walrus.SymbolID{Primary: walrus.SliverIndex(h.NShards)}
	_, err = s.RecoverySymbols(ctx, b.ID, nodeapi.SymbolQuery{IDs: []walrus.SymbolID{cell}})
	wantReason(t, "symbol beyond", err, nodeapi.IndexOutOfRange)
}

// checkSymbols checks that the symbols are proven from slivers of the source axis.
func (h *Harness) checkSymbols(t *testing.T, b Blob, symbols []walrus.GeneralRecoverySymbol, source walrus.Axis) {
	t.Helper()
	for i := range symbols {
		if symbols[i].Recovers != source.Other() {
			t.Errorf("symbol %v is proven on the %v axis, want %v", symbols[i].ID(), symbols[i].Recovers.Other(), source)
		}
		if h.VerifySymbol != nil {
			wantNil(t, "verify symbol", h.VerifySymbol(b.Metadata, &symbols[i]))
		}
	}
}

func testBlocked(t *testing.T, h Harness) {
	if h.Block == nil {
		t.Skip("the harness cannot block")
	}
	ctx, s, b := t.Context(), h.Service, h.NewBlob(t)
	h.Register(t, b, false)
	h.upload(t, b, false)
	h.Block(t, b.ID)
	pair := h.ours(b.ID)
	_, err := s.Metadata(ctx, b.ID)
	wantReason(t, "metadata", err, nodeapi.ForbiddenBlob)
	_, err = s.Sliver(ctx, b.ID, pair, walrus.Primary)
	wantReason(t, "sliver", err, nodeapi.ForbiddenBlob)
	_, err = s.RecoverySymbols(ctx, b.ID, nodeapi.SymbolQuery{IDs: []walrus.SymbolID{{Primary: walrus.SliverIndex(pair)}}})
	wantReason(t, "symbols", err, nodeapi.ForbiddenBlob)
}

func testInvalid(t *testing.T, h Harness) {
	if h.Invalidate == nil {
		t.Skip("the harness cannot invalidate")
	}
	ctx, s, b := t.Context(), h.Service, h.NewBlob(t)
	h.Register(t, b, false)
	h.upload(t, b, false)
	h.Invalidate(t, b.ID)
	status, err := s.BlobStatus(ctx, b.ID)
	if err != nil || status.Kind != nodeapi.StatusInvalid {
		t.Errorf("status %+v, %v, want invalid", status, err)
	}
	_, err = s.PutMetadata(ctx, b.ID, b.Metadata, false)
	wantReason(t, "put metadata", err, nodeapi.InvalidBlob)
	_, err = s.Metadata(ctx, b.ID)
	wantReason(t, "metadata", err, nodeapi.MetadataNotFound)
	_, err = s.Confirmation(ctx, b.ID, walrus.Permanent, nodeapi.Wait{})
	wantReason(t, "confirmation", err, nodeapi.NotRegistered)
}

func testInconsistency(t *testing.T, h Harness) {
	ctx, s, b := t.Context(), h.Service, h.NewBlob(t)
	h.Register(t, b, false)
	h.upload(t, b, false)
	for _, axis := range axes {
		_, err := s.AttestInconsistency(ctx, b.ID, axis, &walrus.InconsistencyProof{Symbols: []walrus.RecoverySymbol{}})
		wantReason(t, "empty proof", err, nodeapi.InvalidProof)
	}
	if h.Inconsistent == nil {
		t.Skip("the harness has no inconsistent blob")
	}
	id, axis, proof := h.Inconsistent(t)
	m, err := s.AttestInconsistency(ctx, id, axis, proof)
	wantNil(t, "attest", err)
	got, err := walrus.ParseInvalidBlob(m.Message)
	wantEqual(t, "attestation", got, walrus.InvalidBlob{Epoch: got.Epoch, Blob: id}, err)
	h.checkSignature(t, m)
}

func testHealth(t *testing.T, h Harness) {
	for _, detailed := range []bool{false, true} {
		got, err := h.Service.Health(t.Context(), detailed)
		wantNil(t, "health", err)
		if got.ShardSummary.Owned != uint64(len(h.Shards)) || got.NodeStatus == "" || got.Uptime <= 0 {
			t.Errorf("health %+v of a node with %d shards", got, len(h.Shards))
		}
		if detailed != (got.ShardDetail != nil) {
			t.Fatalf("shard detail present: %v, asked for: %v", got.ShardDetail != nil, detailed)
		}
		if detailed && len(got.ShardDetail.Owned) != len(h.Shards) {
			t.Errorf("detail of %d shards, want %d", len(got.ShardDetail.Owned), len(h.Shards))
		}
	}
}
