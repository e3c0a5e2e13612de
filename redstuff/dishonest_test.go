package redstuff

import (
	"bytes"
	"errors"
	"slices"
	"testing"

	"github.com/walrus-go/walrus"
)

// dishonest is what a writer may do: metadata that commit to slivers of different encodings.
type dishonest struct {
	c       *Code
	md      *VerifiedMetadata
	slivers [2][]*walrus.Sliver // by axis and index
}

// newDishonest returns metadata of a blob of length bytes that hash the slivers chosen by pick.
func newDishonest(t *testing.T, c *Code, length uint64, pick func(axis walrus.Axis, i walrus.SliverIndex) *Encoded) *dishonest {
	t.Helper()
	d := &dishonest{c: c}
	m := &walrus.Metadata{EncodingType: walrus.RS2, UnencodedLength: length, Hashes: make([]walrus.SliverPairHashes, c.n)}
	for axis := range walrus.Axis(2) {
		for i := range walrus.SliverIndex(c.n) {
			e := pick(axis, i)
			d.slivers[axis] = append(d.slivers[axis], e.Sliver(axis, i))
			hash := e.Metadata.sliverHash(axis, i)
			if pair := &m.Hashes[i.Pair(axis, c.n)]; axis == walrus.Primary {
				pair.Primary = hash
			} else {
				pair.Secondary = hash
			}
		}
	}
	id, err := BlobID(m)
	if err != nil {
		t.Fatal(err)
	}
	if d.md, err = VerifyMetadata(id, m, c.n); err != nil {
		t.Fatal(err)
	}
	return d
}

// decode decodes from the given slivers, each verified as on arrival.
func (d *dishonest) decode(t *testing.T, axis walrus.Axis, from []int, check Check) ([]byte, error) {
	t.Helper()
	decoder := d.c.NewDecoder(d.md, axis)
	for _, i := range from {
		s, err := d.c.VerifySliver(d.md, d.slivers[axis][i])
		if err != nil {
			t.Fatalf("every sliver verifies alone: %v", err)
		}
		if _, err := decoder.Add(s); err != nil {
			t.Fatal(err)
		}
	}
	return decoder.Decode(t.Context(), check, Options{})
}

// recover recovers a sliver from symbols of the given slivers of the other axis and reports whether that led to a
// proof, which must verify.
func (d *dishonest) recover(t *testing.T, axis walrus.Axis, target walrus.SliverIndex, from []int) (proved bool) {
	t.Helper()
	var symbols []walrus.RecoverySymbol
	for _, i := range from {
		x, err := d.c.Expand(d.md, d.slivers[axis.Other()][i])
		if err != nil {
			t.Fatal(err)
		}
		general := x.General(target)
		s, err := d.c.VerifySymbol(d.md, axis, target, &general, true)
		if err != nil {
			t.Fatal(err)
		}
		symbols = append(symbols, s)
	}
	s, proof, err := d.c.RecoverSliver(d.md, axis, target, symbols)
	if err == nil {
		if !bytes.Equal(s.Sliver().Data, d.slivers[axis][target].Data) {
			t.Fatalf("recovered another %v sliver %d", axis, target)
		}
		claim := &walrus.InconsistencyProof{Target: target, Symbols: symbols}
		if err := d.c.VerifyInconsistency(d.md, axis, claim); !errors.Is(err, walrus.ErrInvalidProof) {
			t.Fatalf("proof against a sliver that was recovered: %v", err)
		}
		return false
	}
	if !errors.Is(err, walrus.ErrInconsistent) || proof == nil {
		t.Fatalf("recover %v sliver %d: %v", axis, target, err)
	}
	parsed, err := walrus.ParseInconsistencyProof(proof.AppendBCS(nil), d.c.n)
	if err != nil {
		t.Fatal(err)
	}
	if err := d.c.VerifyInconsistency(d.md, axis, parsed); err != nil {
		t.Fatalf("own proof: %v", err)
	}
	return true
}

// subsets returns all subsets of 0…n-1 with size elements.
func subsets(n, size int) [][]int {
	var out [][]int
	for mask := range 1 << n {
		var s []int
		for i := range n {
			if mask>>i&1 == 1 {
				s = append(s, i)
			}
		}
		if len(s) == size {
			out = append(out, s)
		}
	}
	return out
}

// TestDishonestWriters is the table of encoding.md §7.1, over all subsets of sources.
func TestDishonestWriters(t *testing.T) {
	const n, length = 7, 100
	c := mustCode(t, n)
	a := goldenBlob(length)
	b := make([]byte, length)
	for i := range a {
		b[i] = ^a[i]
	}
	ofA, ofB := mustEncode(t, c, a, Options{}), mustEncode(t, c, b, Options{})
	row := c.cols * ofA.Metadata.symbolSize
	mixed := append(slices.Clone(b[:row]), a[row:]...)
	onlyPrimary := func(i walrus.SliverIndex) func(walrus.Axis, walrus.SliverIndex) *Encoded {
		return func(axis walrus.Axis, j walrus.SliverIndex) *Encoded {
			if axis == walrus.Primary && i == j {
				return ofB
			}
			return ofA
		}
	}
	for _, tc := range []struct {
		name   string
		id     string
		length uint64
		pick   func(walrus.Axis, walrus.SliverIndex) *Encoded
		// defaults returns the result under the default check, nil for an error.
		defaults func(axis walrus.Axis, from []int) []byte
		// proof tells whether recovery ends in a proof.
		proof func(axis walrus.Axis, target walrus.SliverIndex, from []int) bool
	}{
		{
			"R1", "efhmve5l534esxM2tizT41pKJ_simLkLyZTQEKq9lak", length,
			func(axis walrus.Axis, _ walrus.SliverIndex) *Encoded {
				if axis == walrus.Primary {
					return ofA
				}
				return ofB
			},
			func(axis walrus.Axis, _ []int) []byte {
				if axis == walrus.Primary {
					return a
				}
				return nil
			},
			func(walrus.Axis, walrus.SliverIndex, []int) bool { return true },
		},
		{
			"R2", "yNSDTBHhjZht-KG5iD9Sc_l1kuV2W2QwsV_wAF9mdDc", length, onlyPrimary(0),
			func(axis walrus.Axis, from []int) []byte {
				if axis == walrus.Primary && slices.Equal(from, []int{0, 1, 2}) {
					return mixed
				}
				return nil
			},
			func(axis walrus.Axis, target walrus.SliverIndex, from []int) bool {
				return axis == walrus.Primary && target == 0 || axis == walrus.Secondary && slices.Contains(from, 0)
			},
		},
		{
			"R3", "MBIGODy8ttYetJn1t_yd5Ijpo0wcsaMqWCiRGRnKFko", length, onlyPrimary(3),
			func(axis walrus.Axis, from []int) []byte {
				if axis == walrus.Primary && slices.Contains(from, 3) {
					return nil
				}
				return a
			},
			func(axis walrus.Axis, target walrus.SliverIndex, from []int) bool {
				return axis == walrus.Primary && target == 3 || axis == walrus.Secondary && slices.Contains(from, 3)
			},
		},
		{
			"R4", "iso9SHDY8SB7540tRiiIKWGf4m0GxmzzUBq5ldQ4CYE", 97,
			func(walrus.Axis, walrus.SliverIndex) *Encoded { return ofA },
			func(axis walrus.Axis, from []int) []byte {
				if axis == walrus.Primary && slices.Contains(from, 2) {
					return a[:97]
				}
				return nil
			},
			func(walrus.Axis, walrus.SliverIndex, []int) bool { return false },
		},
	} {
		t.Run(tc.name, func(t *testing.T) {
			d := newDishonest(t, c, tc.length, tc.pick)
			equal(t, "blob ID", d.md.ID().String(), tc.id)
			for axis := range walrus.Axis(2) {
				for _, from := range subsets(n, c.n.SourceSymbols(axis)) {
					got, err := d.decode(t, axis, from, Default)
					want := tc.defaults(axis, from)
					if (want == nil) != errors.Is(err, walrus.ErrInconsistent) || !bytes.Equal(got, want) {
						t.Errorf("default check, %v %v: %x %v, want %x", axis, from, got, err, want)
					}
					if got, err := d.decode(t, axis, from, Strict); !errors.Is(err, walrus.ErrInconsistent) || got != nil {
						t.Errorf("strict check, %v %v: %v", axis, from, err)
					}
					if _, err := d.decode(t, axis, from, Skip); err != nil {
						t.Errorf("no check, %v %v: %v", axis, from, err)
					}
				}
				for _, from := range subsets(n, c.n.SliverSymbols(axis)) {
					for target := range walrus.SliverIndex(n) {
						if got, want := d.recover(t, axis, target, from), tc.proof(axis, target, from); got != want {
							t.Errorf("recover %v sliver %d from %v: proof %v, want %v", axis, target, from, got, want)
						}
					}
				}
			}
		})
	}
}
