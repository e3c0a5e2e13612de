package redstuff

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"testing"

	"github.com/walrus-go/walrus"
)

// FuzzEncode: all kernels, both ways of encoding and any number of workers give the same blob ID, and any subset of
// slivers gives the blob.
func FuzzEncode(f *testing.F) {
	f.Add(uint8(0), uint64(1), []byte("walrus"))
	f.Add(uint8(9), uint64(2), bytes.Repeat([]byte("long"), 1000))
	f.Fuzz(func(t *testing.T, shards uint8, seed uint64, blob []byte) {
		n := 4 + int(shards)%100
		rng := rand.New(rand.NewPCG(seed, 3))
		var want *Encoded
		for _, cpu := range cpus() {
			c := useCPU(t, n, cpu)
			e := mustEncode(t, c, blob, Options{Workers: 1 + rng.IntN(3)})
			if want == nil {
				want = e
			}
			md, err := c.MetadataFrom(t.Context(), bytes.NewReader(blob), int64(len(blob)), Options{Memory: 1})
			if err != nil || md.ID() != want.Metadata.ID() || e.Metadata.ID() != want.Metadata.ID() {
				t.Fatalf("blob IDs %v, %v, %v: %v", want.Metadata.ID(), e.Metadata.ID(), md.ID(), err)
			}
			for axis := range walrus.Axis(2) {
				d := c.NewDecoder(e.Metadata, axis)
				for _, i := range loss(rng, c.n, axis, "random") {
					addSliver(t, c, d, e, walrus.SliverIndex(i))
				}
				if got, err := d.Decode(t.Context(), Strict, Options{}); err != nil || !bytes.Equal(got, blob) {
					t.Fatalf("decode from %v slivers: %v", axis, err)
				}
			}
		}
	})
}

// FuzzPeer: nothing that a peer sends as sliver, symbol, proof or metadata is taken for true unless it is, and nothing
// makes the verifiers panic.
func FuzzPeer(f *testing.F) {
	c := mustCode(f, 7)
	e := mustEncode(f, c, goldenBlob(100), Options{})
	md := e.Metadata
	x, err := c.Expand(md, e.Sliver(walrus.Secondary, 2))
	if err != nil {
		f.Fatal(err)
	}
	symbols := symbolsFor(f, rand.New(rand.NewPCG(1, 1)), e, walrus.Primary, 3)
	f.Add(uint8(0), e.Sliver(walrus.Primary, 1).AppendBCS(nil))
	f.Add(uint8(1), md.Metadata().AppendBCS(nil))
	f.Add(uint8(2), walrus.AppendRecoverySymbols(nil, []walrus.GeneralRecoverySymbol{x.General(3)}))
	f.Add(uint8(3), (&walrus.InconsistencyProof{Target: 3, Symbols: symbols}).AppendBCS(nil))
	f.Fuzz(func(t *testing.T, kind uint8, b []byte) {
		axis := walrus.Axis(kind >> 7)
		switch kind % 4 {
		case 0:
			s, err := walrus.ParseSliver(axis, b)
			if err != nil {
				return
			}
			if _, err := c.VerifySliver(md, s); err == nil && !bytes.Equal(s.Data, e.Sliver(axis, s.Index).Data) {
				t.Fatal("a false sliver verifies")
			}
		case 1:
			m, err := walrus.ParseMetadata(b)
			if err != nil {
				return
			}
			v, err := VerifyMetadata(md.ID(), m, 7)
			if err == nil && (v.RootHash() != md.RootHash() || m.UnencodedLength != 100) {
				t.Fatal("false metadata verify")
			}
		case 2:
			got, err := walrus.ParseRecoverySymbols(b, 10)
			if err != nil {
				return
			}
			for _, s := range got {
				for target := range walrus.SliverIndex(7) {
					if v, err := c.VerifySymbol(md, axis, target, &s, false); err == nil {
						checkCell(t, e, axis, target, v)
					}
				}
			}
		case 3:
			p, err := walrus.ParseInconsistencyProof(b, 7)
			if err != nil {
				return
			}
			if err := c.VerifyInconsistency(md, axis, p); !errors.Is(err, walrus.ErrInvalidProof) {
				t.Fatalf("an honest blob has a proof: %v", err)
			}
			if s, _, err := c.RecoverSliver(md, axis, p.Target, p.Symbols); err == nil &&
				!bytes.Equal(s.Sliver().Data, e.Sliver(axis, p.Target).Data) {
				t.Fatal("recovered a false sliver")
			}
		}
	})
}

// checkCell compares a symbol that verified with the matrix.
func checkCell(t *testing.T, e *Encoded, axis walrus.Axis, target walrus.SliverIndex, s walrus.RecoverySymbol) {
	t.Helper()
	x, err := e.code.Expand(e.Metadata, e.Sliver(axis, target))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(x.Symbol(s.Index).Data, s.Data) {
		t.Fatal("a false symbol verifies")
	}
}
