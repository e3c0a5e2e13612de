package redstuff

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/walrus-go/walrus"
)

// symbolsFor returns the symbols for a sliver from random slivers of the other axis, as peers would send them.
func symbolsFor(t testing.TB, rng *rand.Rand, e *Encoded, axis walrus.Axis, target walrus.SliverIndex) []walrus.RecoverySymbol {
	t.Helper()
	c := e.code
	var out []walrus.RecoverySymbol
	for _, i := range loss(rng, c.n, axis.Other(), "random") {
		x, err := c.Expand(e.Metadata, e.Sliver(axis.Other(), walrus.SliverIndex(i)))
		if err != nil {
			t.Fatal(err)
		}
		general := x.General(target)
		s, err := c.VerifySymbol(e.Metadata, axis, target, &general, true)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, s)
	}
	return out
}

func TestRecover(t *testing.T) {
	for _, n := range shardCounts {
		c := mustCode(t, n)
		e := mustEncode(t, c, goldenBlob(5000), Options{})
		for axis := range walrus.Axis(2) {
			t.Run(fmt.Sprintf("n=%d/%v", n, axis), func(t *testing.T) {
				seed := rand.Uint64()
				rng := rand.New(rand.NewPCG(seed, 0))
				for range 3 {
					target := walrus.SliverIndex(rng.IntN(n))
					got, proof, err := c.RecoverSliver(e.Metadata, axis, target, symbolsFor(t, rng, e, axis, target))
					if err != nil || proof != nil || !bytes.Equal(got.Sliver().Data, e.Sliver(axis, target).Data) ||
						got.Sliver().Axis != axis || got.Sliver().Index != target || got.Blob() != e.Metadata.ID() {
						t.Fatalf("seed %d, sliver %d: %v", seed, target, err)
					}
				}
			})
		}
	}
}

// TestRecoverProperty: a recovered sliver is the original, whichever symbols are used, even without proofs and with
// symbols repeated and in excess; an honest blob has no valid proof.
func TestRecoverProperty(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		n := rapid.IntRange(4, 20).Draw(rt, "n")
		c := mustCode(t, n)
		e := mustEncode(t, c, goldenBlob(rapid.IntRange(0, 700).Draw(rt, "length")), Options{})
		axis := walrus.Axis(rapid.IntRange(0, 1).Draw(rt, "axis"))
		target := walrus.SliverIndex(rapid.IntRange(0, n-1).Draw(rt, "target"))
		rng := rand.New(rand.NewPCG(rapid.Uint64().Draw(rt, "seed"), 2))
		symbols := symbolsFor(t, rng, e, axis, target)
		claim := &walrus.InconsistencyProof{Target: target, Symbols: symbols}
		if err := c.VerifyInconsistency(e.Metadata, axis, claim); !errors.Is(err, walrus.ErrInvalidProof) {
			rt.Fatalf("an honest blob has a proof: %v", err)
		}
		given := append([]walrus.RecoverySymbol{symbols[0], symbols[0]}, symbols...)
		if rapid.Bool().Draw(rt, "without proofs") {
			for i := range given {
				given[i].Proof = nil
			}
		}
		got, _, err := c.RecoverSliver(e.Metadata, axis, target, append(given, given...))
		if err != nil || !bytes.Equal(got.Sliver().Data, e.Sliver(axis, target).Data) {
			rt.Fatalf("recover: %v", err)
		}
	})
}

// TestSecondArm: a symbol read from the wanted sliver itself serves when no proof is asked for, and not otherwise.
func TestSecondArm(t *testing.T) {
	c := mustCode(t, 7)
	e := mustEncode(t, c, goldenBlob(100), Options{})
	for axis := range walrus.Axis(2) {
		const wanted, other = 2, 3
		x, err := c.Expand(e.Metadata, e.Sliver(axis, wanted))
		if err != nil {
			t.Fatal(err)
		}
		general := x.General(other) // recovers the other axis
		got, err := c.VerifySymbol(e.Metadata, axis, wanted, &general, false)
		if err != nil || got.Index != other || got.Proof != nil || !bytes.Equal(got.Data, general.Data) {
			t.Errorf("%v: %+v %v", axis, got, err)
		}
		if _, err := c.VerifySymbol(e.Metadata, axis, wanted, &general, true); !errors.Is(err, walrus.ErrInvalidSymbol) {
			t.Errorf("%v, provable: %v", axis, err)
		}
	}
}

// TestAxisMixUp is the case of encoding.md §6.1: cell (3,2), proven in secondary sliver 2, must not pass as a symbol of
// primary sliver 2, or an honest blob looks inconsistent.
func TestAxisMixUp(t *testing.T) {
	c := mustCode(t, 7)
	e := mustEncode(t, c, goldenBlob(100), Options{})
	x, err := c.Expand(e.Metadata, e.Sliver(walrus.Secondary, 2))
	if err != nil {
		t.Fatal(err)
	}
	s := x.General(3)
	for _, provable := range []bool{false, true} {
		if _, err := c.VerifySymbol(e.Metadata, walrus.Primary, 2, &s, provable); !errors.Is(err, walrus.ErrInvalidSymbol) {
			t.Errorf("provable %v: %v", provable, err)
		}
		if _, err := c.VerifySymbol(e.Metadata, walrus.Primary, 3, &s, provable); err != nil {
			t.Errorf("the right sliver: %v", err)
		}
	}
	// The same bytes declared to recover the other axis have their proof on the wrong sliver.
	s.Recovers = walrus.Secondary
	if _, err := c.VerifySymbol(e.Metadata, walrus.Secondary, 3, &s, false); !errors.Is(err, walrus.ErrInvalidSymbol) {
		t.Errorf("declared for the other axis: %v", err)
	}
}

func TestVerifySymbolRefuses(t *testing.T) {
	c := mustCode(t, 7)
	e := mustEncode(t, c, goldenBlob(100), Options{})
	x, err := c.Expand(e.Metadata, e.Sliver(walrus.Secondary, 2))
	if err != nil {
		t.Fatal(err)
	}
	for name, tc := range map[string]struct {
		change func(s *walrus.GeneralRecoverySymbol)
		want   error
	}{
		"target n":        {func(s *walrus.GeneralRecoverySymbol) { s.Target = 7 }, walrus.ErrIndexOutOfRange},
		"index n":         {func(s *walrus.GeneralRecoverySymbol) { s.Index = 7 }, walrus.ErrIndexOutOfRange},
		"index 65535":     {func(s *walrus.GeneralRecoverySymbol) { s.Index = 65535 }, walrus.ErrIndexOutOfRange},
		"another index":   {func(s *walrus.GeneralRecoverySymbol) { s.Index = 1 }, walrus.ErrInvalidSymbol},
		"another target":  {func(s *walrus.GeneralRecoverySymbol) { s.Target = 4 }, walrus.ErrInvalidSymbol},
		"other axis":      {func(s *walrus.GeneralRecoverySymbol) { s.Recovers = walrus.Secondary }, walrus.ErrInvalidSymbol},
		"no axis":         {func(s *walrus.GeneralRecoverySymbol) { s.Recovers = 2 }, walrus.ErrInvalidSymbol},
		"bit flipped":     {func(s *walrus.GeneralRecoverySymbol) { s.Data = []byte("12345678") }, walrus.ErrInvalidSymbol},
		"data short":      {func(s *walrus.GeneralRecoverySymbol) { s.Data = s.Data[:7] }, walrus.ErrInvalidSymbol},
		"data long":       {func(s *walrus.GeneralRecoverySymbol) { s.Data = make([]byte, 9) }, walrus.ErrInvalidSymbol},
		"no data":         {func(s *walrus.GeneralRecoverySymbol) { s.Data = nil }, walrus.ErrInvalidSymbol},
		"path short":      {func(s *walrus.GeneralRecoverySymbol) { s.Proof = s.Proof[:2] }, walrus.ErrInvalidSymbol},
		"path long":       {func(s *walrus.GeneralRecoverySymbol) { s.Proof = append(slices.Clone(s.Proof), s.Proof[0]) }, walrus.ErrInvalidSymbol},
		"no path":         {func(s *walrus.GeneralRecoverySymbol) { s.Proof = nil }, walrus.ErrInvalidSymbol},
		"path of another": {func(s *walrus.GeneralRecoverySymbol) { s.Proof = x.Symbol(4).Proof }, walrus.ErrInvalidSymbol},
	} {
		s := x.General(3)
		tc.change(&s)
		if _, err := c.VerifySymbol(e.Metadata, walrus.Primary, 3, &s, false); !errors.Is(err, tc.want) {
			t.Errorf("%s: %v, want %v", name, err, tc.want)
		}
	}
	s := x.General(3)
	if _, err := c.VerifySymbol(e.Metadata, walrus.Primary, 7, &s, false); !errors.Is(err, walrus.ErrIndexOutOfRange) {
		t.Errorf("wanted sliver n: %v", err)
	}
	if _, err := c.VerifySymbol(e.Metadata, 2, 3, &s, false); err == nil {
		t.Error("axis 2 accepted")
	}
}

func TestRecoverRefuses(t *testing.T) {
	c := mustCode(t, 7)
	e := mustEncode(t, c, goldenBlob(100), Options{})
	rng := rand.New(rand.NewPCG(1, 1))
	for name, tc := range map[string]struct {
		change func(s []walrus.RecoverySymbol) []walrus.RecoverySymbol
		want   error
	}{
		"none":        {func([]walrus.RecoverySymbol) []walrus.RecoverySymbol { return nil }, walrus.ErrInvalidSymbol},
		"one less":    {func(s []walrus.RecoverySymbol) []walrus.RecoverySymbol { return s[1:] }, walrus.ErrInvalidSymbol},
		"one twice":   {func(s []walrus.RecoverySymbol) []walrus.RecoverySymbol { s[0] = s[1]; return s }, walrus.ErrInvalidSymbol},
		"index n":     {func(s []walrus.RecoverySymbol) []walrus.RecoverySymbol { s[0].Index = 7; return s }, walrus.ErrIndexOutOfRange},
		"index 65535": {func(s []walrus.RecoverySymbol) []walrus.RecoverySymbol { s[0].Index = 65535; return s }, walrus.ErrIndexOutOfRange},
		"data short":  {func(s []walrus.RecoverySymbol) []walrus.RecoverySymbol { s[0].Data = s[0].Data[1:]; return s }, walrus.ErrInvalidSymbol},
		"false data": {func(s []walrus.RecoverySymbol) []walrus.RecoverySymbol {
			s[0].Data = []byte("12345678")
			return s
		}, walrus.ErrInvalidSymbol},
		"false data without proof": {func(s []walrus.RecoverySymbol) []walrus.RecoverySymbol {
			s[0].Data, s[0].Proof = []byte("12345678"), nil
			return s
		}, walrus.ErrInconsistent},
	} {
		for axis := range walrus.Axis(2) {
			s, proof, err := c.RecoverSliver(e.Metadata, axis, 3, tc.change(symbolsFor(t, rng, e, axis, 3)))
			if !errors.Is(err, tc.want) || s != nil || proof != nil {
				t.Errorf("%v, %s: %v %v, want %v", axis, name, proof, err, tc.want)
			}
		}
	}
	if _, _, err := c.RecoverSliver(e.Metadata, walrus.Primary, 7, nil); !errors.Is(err, walrus.ErrIndexOutOfRange) {
		t.Errorf("sliver n: %v", err)
	}
}

// TestVerifyInconsistencyRefuses changes a valid proof in one place at a time.
func TestVerifyInconsistencyRefuses(t *testing.T) {
	c := mustCode(t, 7)
	a, b := mustEncode(t, c, goldenBlob(100), Options{}), mustEncode(t, c, content("another", 100), Options{})
	d := newDishonest(t, c, 100, func(axis walrus.Axis, _ walrus.SliverIndex) *Encoded {
		if axis == walrus.Primary {
			return a
		}
		return b
	})
	for axis := range walrus.Axis(2) {
		source := b
		if axis == walrus.Secondary {
			source = a
		}
		fresh := func() *walrus.InconsistencyProof {
			p := &walrus.InconsistencyProof{Target: 3}
			for i := range c.n.SliverSymbols(axis) {
				x, err := c.Expand(source.Metadata, source.Sliver(axis.Other(), walrus.SliverIndex(6-i)))
				if err != nil {
					t.Fatal(err)
				}
				p.Symbols = append(p.Symbols, x.Symbol(3))
			}
			return p
		}
		if err := c.VerifyInconsistency(d.md, axis, fresh()); err != nil {
			t.Fatalf("%v: valid proof: %v", axis, err)
		}
		if err := c.VerifyInconsistency(d.md, axis.Other(), fresh()); !errors.Is(err, walrus.ErrInvalidProof) {
			t.Errorf("%v: proof on the other axis: %v", axis, err)
		}
		for name, change := range map[string]func(p *walrus.InconsistencyProof){
			"another target": func(p *walrus.InconsistencyProof) { p.Target = 2 },
			"target n":       func(p *walrus.InconsistencyProof) { p.Target = 7 },
			"no symbols":     func(p *walrus.InconsistencyProof) { p.Symbols = nil },
			"one less":       func(p *walrus.InconsistencyProof) { p.Symbols = p.Symbols[1:] },
			"one more": func(p *walrus.InconsistencyProof) {
				x, err := c.Expand(source.Metadata, source.Sliver(axis.Other(), 0))
				if err != nil {
					t.Fatal(err)
				}
				p.Symbols = append(p.Symbols, x.Symbol(3))
			},
			"one twice":    func(p *walrus.InconsistencyProof) { p.Symbols[1] = p.Symbols[0] },
			"index n":      func(p *walrus.InconsistencyProof) { p.Symbols[0].Index = 7 },
			"data changed": func(p *walrus.InconsistencyProof) { p.Symbols[0].Data = []byte("12345678") },
			"data short":   func(p *walrus.InconsistencyProof) { p.Symbols[0].Data = p.Symbols[0].Data[:6] },
			"path short":   func(p *walrus.InconsistencyProof) { p.Symbols[0].Proof = p.Symbols[0].Proof[1:] },
			"no path":      func(p *walrus.InconsistencyProof) { p.Symbols[0].Proof = nil },
		} {
			p := fresh()
			change(p)
			if err := c.VerifyInconsistency(d.md, axis, p); !errors.Is(err, walrus.ErrInvalidProof) {
				t.Errorf("%v, %s: %v", axis, name, err)
			}
		}
	}
}

// TestOddLeaf builds by hand a sliver hash over leaves of another length than symbols have: their proofs lead to the
// metadata, and yet they are no symbols.
func TestOddLeaf(t *testing.T) {
	c := mustCode(t, 7)
	e := mustEncode(t, c, goldenBlob(100), Options{})
	for _, length := range []int{0, 1, 7, 9, 64} {
		leaf := content("leaf", length)
		nodes := make([]byte, c.tree.bytes())
		for i := range int(c.n) {
			copy(nodes[i*hashSize:], leafHash(leaf))
		}
		m := *e.Metadata.Metadata()
		m.Hashes = slices.Clone(m.Hashes)
		root := c.tree.build(nodes)
		for i := range m.Hashes {
			m.Hashes[i].Secondary = walrus.DigestNode(root)
		}
		id, err := BlobID(&m)
		if err != nil {
			t.Fatal(err)
		}
		md, err := VerifyMetadata(id, &m, 7)
		if err != nil {
			t.Fatal(err)
		}
		s := walrus.GeneralRecoverySymbol{Recovers: walrus.Primary, Target: 3, RecoverySymbol: walrus.RecoverySymbol{
			DecodingSymbol: walrus.DecodingSymbol{Index: 2, Data: leaf}, Proof: c.tree.proof(nodes, 3),
		}}
		if !verifyProof(md.sliverHash(walrus.Secondary, 2), leaf, s.Proof, 3, 7) {
			t.Fatal("the proof does not lead to the metadata")
		}
		if _, err := c.VerifySymbol(md, walrus.Primary, 3, &s, true); !errors.Is(err, walrus.ErrInvalidSymbol) {
			t.Errorf("symbol of %d bytes: %v", length, err)
		}
		p := &walrus.InconsistencyProof{Target: 3}
		for i := range c.n.SliverSymbols(walrus.Primary) {
			s.Index = walrus.SliverIndex(i)
			p.Symbols = append(p.Symbols, s.RecoverySymbol)
		}
		if err := c.VerifyInconsistency(md, walrus.Primary, p); !errors.Is(err, walrus.ErrInvalidProof) {
			t.Errorf("proof of symbols of %d bytes: %v", length, err)
		}
		if _, _, err := c.RecoverSliver(md, walrus.Primary, 3, p.Symbols); !errors.Is(err, walrus.ErrInvalidSymbol) {
			t.Errorf("recovery from symbols of %d bytes: %v", length, err)
		}
	}
}
