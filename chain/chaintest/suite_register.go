package chaintest

import (
	"context"
	"errors"
	"math/big"
	"testing"

	"golang.org/x/sync/errgroup"

	"github.com/google/go-cmp/cmp"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
)

func (s *suite) testRegister(t *testing.T) {
	for name, deletable := range map[string]bool{"permanent": false, "deletable": true} {
		t.Run(name, func(t *testing.T) {
			w := s.NewWallet(t, 100*walrus.WAL, true)
			before, err := w.Balances(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			if before.WAL != 100*walrus.WAL || before.GasWei.Sign() <= 0 {
				t.Fatalf("fresh wallet holds %+v", before)
			}
			r := s.registration(t, 1_000_003, deletable, 3)
			encoded, err := s.genesis.NShards.EncodedLength(r.Size)
			if err != nil {
				t.Fatal(err)
			}
			cost, err := s.genesis.Prices.Cost(encoded, 2)
			if err != nil {
				t.Fatal(err)
			}
			r.MaxCost = cost // the exact price is enough
			receipt, id := s.register(t, w, r)
			want := chain.Blob{
				Object: id, ID: r.BlobID, Size: r.Size, EncodingType: walrus.RS2, Deletable: deletable,
				RegisteredEpoch: 1, StartEpoch: 1, EndEpoch: 3, StorageSize: encoded, Owner: w.Address(),
			}
			if d := cmp.Diff(want, s.blob(t, id)); d != "" {
				t.Error(d)
			}
			s.checkPaid(t, w, before, receipt, cost)
		})
	}
}

// checkPaid checks a receipt against what the wallet lost.
func (s *suite) checkPaid(t *testing.T, w chain.Wallet, before chain.Balances, r chain.Receipt, cost walrus.Frost) {
	t.Helper()
	after, err := w.Balances(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if r.Cost != cost || before.WAL-after.WAL != cost {
		t.Errorf("cost %v, the wallet lost %v, want %v", r.Cost, before.WAL-after.WAL, cost)
	}
	if r.GasUsed == 0 || r.GasCostWei == nil || r.GasCostWei.Sign() <= 0 {
		t.Fatalf("receipt without gas: %+v", r)
	}
	if lost := new(big.Int).Sub(before.GasWei, after.GasWei); lost.Cmp(r.GasCostWei) != 0 {
		t.Errorf("gas cost %v wei, the wallet lost %v", r.GasCostWei, lost)
	}
	if r.Tx == (walrus.TxHash{}) || r.Block == 0 {
		t.Errorf("receipt of nowhere: %+v", r)
	}
}

func (s *suite) testOwner(t *testing.T) {
	w := s.NewWallet(t, 100*walrus.WAL, true)
	r := s.registration(t, 5, true, 2)
	r.Owner = address("owner", t.Name())
	_, id := s.register(t, w, r)
	if b := s.blob(t, id); b.Owner != r.Owner {
		t.Errorf("blob of %v, want %v", b.Owner, r.Owner)
	}
	blobs, err := s.Reader.BlobsOf(t.Context(), r.Owner)
	if err != nil || len(blobs) != 1 || blobs[0].Object != id {
		t.Errorf("blobs of the owner: %+v, %v", blobs, err)
	}
	if blobs, err := s.Reader.BlobsOf(t.Context(), w.Address()); err != nil || len(blobs) != 0 {
		t.Errorf("blobs of the payer: %+v, %v", blobs, err)
	}
}

func (s *suite) testRegisterRefused(t *testing.T) {
	w := s.NewWallet(t, 100_000*walrus.WAL, true)
	ahead := walrus.Epoch(s.genesis.MaxEpochsAhead)
	for name, c := range map[string]struct {
		size uint64
		end  walrus.Epoch
		edit func(*chain.Registration)
		want error
	}{
		"cost above the maximum": {1 << 20, 2, func(r *chain.Registration) { r.MaxCost = s.cost(t, 1<<20, 1) - 1 }, chain.ErrPriceChanged},
		"too large":              {s.genesis.NShards.MaxBlobSize() + 1, 2, nil, walrus.ErrBlobTooLarge},
		"end in this epoch":      {9, 1, nil, chain.ErrEpochs},
		"end in the past":        {9, 0, nil, chain.ErrEpochs},
		"end too far":            {9, 1 + ahead + 1, nil, chain.ErrEpochs},
		"other root":             {9, 2, func(r *chain.Registration) { r.RootHash[0] ^= 1 }, chain.ErrBlobIDMismatch},
		"other size":             {9, 2, func(r *chain.Registration) { r.Size++ }, chain.ErrBlobIDMismatch},
		"other encoding":         {9, 2, func(r *chain.Registration) { r.EncodingType = 2; r.BlobID = blobID(*r) }, walrus.ErrUnsupportedEncoding},
	} {
		t.Run(name, func(t *testing.T) {
			r := s.registration(t, c.size, false, c.end)
			if c.edit != nil {
				c.edit(&r)
			}
			if _, id, err := w.Register(t.Context(), r); !errors.Is(err, c.want) {
				t.Fatalf("object %v, error %v; want %v", id, err, c.want)
			}
		})
	}
	s.register(t, w, s.registration(t, 9, false, 1+ahead))
	s.register(t, w, s.registration(t, s.genesis.NShards.MaxBlobSize(), false, 2))
}

func (s *suite) cost(t *testing.T, size uint64, epochs uint32) walrus.Frost {
	t.Helper()
	encoded, err := s.genesis.NShards.EncodedLength(size)
	if err != nil {
		t.Fatal(err)
	}
	cost, err := s.genesis.Prices.Cost(encoded, epochs)
	if err != nil {
		t.Fatal(err)
	}
	return cost
}

func (s *suite) testFunds(t *testing.T) {
	cost := s.cost(t, 1<<20, 1)
	poor := s.NewWallet(t, cost-1, true)
	r := s.registration(t, 1<<20, false, 2)
	if _, _, err := poor.Register(t.Context(), r); !errors.Is(err, chain.ErrNoPaymentCoin) {
		t.Errorf("one FROST too few: %v, want ErrNoPaymentCoin", err)
	}
	dry := s.NewWallet(t, cost, false)
	if _, _, err := dry.Register(t.Context(), r); !errors.Is(err, chain.ErrNoGasCoin) {
		t.Errorf("no native coin: %v, want ErrNoGasCoin", err)
	}
	enough := s.NewWallet(t, cost, true)
	receipt, id := s.register(t, enough, r)
	if b, err := enough.Balances(t.Context()); err != nil || b.WAL != 0 || receipt.Cost != cost {
		t.Errorf("the wallet that had just enough has %+v, %v", b, err)
	}
	message := walrus.Confirmation{Epoch: 1, Blob: r.BlobID}.Bytes()
	if _, err := dry.Certify(t.Context(), id, s.certificate(t, message, 0, 1, 2, 3)); !errors.Is(err, chain.ErrNoGasCoin) {
		t.Errorf("certify without native coin: %v, want ErrNoGasCoin", err)
	}
}

func (s *suite) testBlobsOf(t *testing.T) {
	w := s.NewWallet(t, 100*walrus.WAL, true)
	if blobs, err := s.Reader.BlobsOf(t.Context(), w.Address()); err != nil || len(blobs) != 0 {
		t.Fatalf("a fresh wallet has %+v, %v", blobs, err)
	}
	var want []chain.Blob
	for range 3 {
		_, id := s.register(t, w, s.registration(t, 7, true, 2))
		want = append(want, s.blob(t, id))
	}
	got, err := s.Reader.BlobsOf(t.Context(), w.Address())
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func (s *suite) testConcurrent(t *testing.T) {
	w := s.NewWallet(t, 100*walrus.WAL, true)
	const n = 8
	ids := make([]walrus.ObjectID, n)
	registrations := make([]chain.Registration, n)
	for i := range registrations {
		registrations[i] = s.registration(t, 77, i%2 == 0, 2)
	}
	g, ctx := errgroup.WithContext(t.Context())
	for i := range n {
		g.Go(func() (err error) {
			_, ids[i], err = w.Register(ctx, registrations[i])
			return err
		})
	}
	if err := g.Wait(); err != nil {
		t.Fatal(err)
	}
	for i, id := range ids {
		if b := s.blob(t, id); b.ID != registrations[i].BlobID {
			t.Errorf("object %v has blob %v, want %v", id, b.ID, registrations[i].BlobID)
		}
	}
}

func (s *suite) testWalletRestart(t *testing.T) {
	w := s.NewWallet(t, 100*walrus.WAL, true)
	_, first := s.register(t, w, s.registration(t, 7, true, 2))
	again := s.ReopenWallet(t, w)
	if again.Address() != w.Address() {
		t.Fatalf("reopened as %v, was %v", again.Address(), w.Address())
	}
	_, second := s.register(t, again, s.registration(t, 8, true, 2))
	blobs, err := s.Reader.BlobsOf(t.Context(), w.Address())
	if err != nil || len(blobs) != 2 || blobs[0].Object != first || blobs[1].Object != second {
		t.Fatalf("blobs %+v, %v; want %v and %v", blobs, err, first, second)
	}
}

func (s *suite) testContext(t *testing.T) {
	w := s.NewWallet(t, walrus.WAL, true)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for name, call := range map[string]func() error{
		"state":    func() error { _, err := s.Reader.State(ctx); return err },
		"blobs":    func() error { _, err := s.Reader.BlobsOf(ctx, w.Address()); return err },
		"balances": func() error { _, err := w.Balances(ctx); return err },
		"register": func() error { _, _, err := w.Register(ctx, s.registration(t, 1, false, 2)); return err },
		"log":      func() error { _, _, err := s.Log.Next(ctx, chain.Cursor{}, 1); return err },
	} {
		if err := call(); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v, want context.Canceled", name, err)
		}
	}
}
