package redstuff

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"runtime"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/walrus-go/walrus"
)

var shardCounts = []int{4, 7, 10, 13, 31, 100, 1000}

// loss chooses which slivers of an axis survive, exactly enough to decode.
func loss(rng *rand.Rand, n walrus.ShardCount, axis walrus.Axis, how string) []int {
	indices, need := make([]int, n), n.SourceSymbols(axis)
	for i := range indices {
		indices[i] = i
	}
	switch how {
	case "source":
	case "parity first":
		slices.Reverse(indices)
	default:
		rng.Shuffle(int(n), func(i, j int) { indices[i], indices[j] = indices[j], indices[i] })
	}
	return indices[:need]
}

// TestDecode decodes from random and from extreme subsets of slivers as they arrive from peers: parsed and verified.
func TestDecode(t *testing.T) {
	for _, shards := range shardCounts {
		n, c := walrus.ShardCount(shards), mustCode(t, shards)
		lengths := []int{0, 1, 1000, 70001}
		if shards == 1000 {
			lengths = []int{1, 445557}
		}
		for _, length := range lengths {
			blob := goldenBlob(length)
			e := mustEncode(t, c, blob, Options{})
			for _, axis := range []walrus.Axis{walrus.Primary, walrus.Secondary} {
				for _, how := range []string{"source", "parity first", "random"} {
					t.Run(fmt.Sprintf("n=%d/blob=%d/%v/%s", n, length, axis, how), func(t *testing.T) {
						seed := rand.Uint64()
						rng := rand.New(rand.NewPCG(seed, 0))
						d := c.NewDecoder(e.Metadata, axis)
						for _, i := range loss(rng, n, axis, how) {
							addSliver(t, c, d, e, walrus.SliverIndex(i))
						}
						for _, check := range []Check{Skip, Default, Strict} {
							got, err := d.Decode(t.Context(), check, Options{})
							if err != nil || !bytes.Equal(got, blob) {
								t.Fatalf("check %v, seed %d: %v", check, seed, err)
							}
						}
					})
				}
			}
		}
	}
}

func addSliver(t testing.TB, c *Code, d *Decoder, e *Encoded, i walrus.SliverIndex) {
	t.Helper()
	s, err := walrus.ParseSliver(d.axis, e.Sliver(d.axis, i).AppendBCS(nil))
	if err != nil {
		t.Fatal(err)
	}
	v, err := c.VerifySliver(e.Metadata, s)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.Add(v); err != nil {
		t.Fatal(err)
	}
}

// TestRoundTrip: decode∘encode is the identity for any blob, any number of shards, any admissible loss, any number of
// workers.
func TestRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := walrus.ShardCount(rapid.IntRange(4, 60).Draw(t, "n"))
		c, err := New(n)
		if err != nil {
			t.Fatal(err)
		}
		blob := make([]byte, rapid.IntRange(0, 5000).Draw(t, "length"))
		rng := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1))
		for i := range blob {
			blob[i] = byte(rng.Uint32())
		}
		workers := func(name string) Options { return Options{Workers: rapid.IntRange(1, 5).Draw(t, name)} }
		e, err := c.Encode(t.Context(), blob, workers("encoders"))
		if err != nil {
			t.Fatal(err)
		}
		axis := walrus.Axis(rapid.IntRange(0, 1).Draw(t, "axis"))
		indices := rapid.Permutation(loss(rng, n, axis, "random")).Draw(t, "slivers")
		d := c.NewDecoder(e.Metadata, axis)
		for at, i := range indices {
			enough, err := d.Add(e.VerifiedSliver(axis, walrus.SliverIndex(i)))
			if err != nil || enough != (at == len(indices)-1) {
				t.Fatalf("sliver %d: %v %v", i, enough, err)
			}
		}
		check := rapid.SampledFrom([]Check{Skip, Default, Strict}).Draw(t, "check")
		got, err := d.Decode(t.Context(), check, workers("decoders"))
		if err != nil || !bytes.Equal(got, blob) {
			t.Fatalf("decoded %d bytes: %v", len(got), err)
		}
	})
}

// TestWorkers: the number of workers changes nothing.
func TestWorkers(t *testing.T) {
	for _, n := range []int{4, 7, 10, 33, 100} {
		c := mustCode(t, n)
		blob := goldenBlob(12345)
		want := mustEncode(t, c, blob, Options{Workers: 1})
		reuse := &Encoded{}
		for _, workers := range []int{2, 3, 16} {
			e := mustEncode(t, c, blob, Options{Workers: workers, Reuse: reuse})
			if e.Metadata.ID() != want.Metadata.ID() {
				t.Fatalf("n=%d, %d workers: blob ID %v, want %v", n, workers, e.Metadata.ID(), want.Metadata.ID())
			}
			for i := range n {
				a, b := e.Pair(walrus.SliverPairIndex(i)), want.Pair(walrus.SliverPairIndex(i))
				if !bytes.Equal(a.Primary.Data, b.Primary.Data) || !bytes.Equal(a.Secondary.Data, b.Secondary.Data) {
					t.Fatalf("n=%d, %d workers: pair %d differs", n, workers, i)
				}
			}
			md, err := c.Metadata(t.Context(), blob, Options{Workers: workers})
			if err != nil || md.ID() != want.Metadata.ID() {
				t.Fatalf("n=%d, %d workers: metadata alone: %v", n, workers, err)
			}
		}
	}
}

func TestDecoderRefuses(t *testing.T) {
	c, other := mustCode(t, 7), mustCode(t, 10)
	e, e2 := mustEncode(t, c, []byte("one"), Options{}), mustEncode(t, c, []byte("two"), Options{})
	d := c.NewDecoder(e.Metadata, walrus.Primary)
	if _, err := d.Decode(t.Context(), Default, Options{}); !errors.Is(err, walrus.ErrUnavailable) {
		t.Errorf("no slivers: %v", err)
	}
	for name, s := range map[string]*VerifiedSliver{
		"another blob": e2.VerifiedSliver(walrus.Primary, 0), "the other axis": e.VerifiedSliver(walrus.Secondary, 0),
	} {
		if _, err := d.Add(s); !errors.Is(err, walrus.ErrInvalidSliver) {
			t.Errorf("sliver of %s: %v", name, err)
		}
	}
	for range 5 {
		if enough, err := d.Add(e.VerifiedSliver(walrus.Primary, 1)); enough || err != nil {
			t.Fatalf("one sliver repeated: %v %v", enough, err)
		}
	}
	if d.Need() != 2 || !d.Has(1) || d.Has(2) {
		t.Errorf("%d more are needed", d.Need())
	}
	for i := range 2 {
		if _, err := d.Add(e.VerifiedSliver(walrus.Primary, walrus.SliverIndex(2*i))); err != nil {
			t.Fatal(err)
		}
	}
	if err := d.DecodeInto(t.Context(), make([]byte, 4), Skip, Options{}); err == nil {
		t.Error("decoded into a buffer of another length")
	}
	d = other.NewDecoder(e.Metadata, walrus.Primary)
	if _, err := d.Add(e.VerifiedSliver(walrus.Primary, 0)); !errors.Is(err, walrus.ErrInvalidMetadata) {
		t.Errorf("metadata for other shards: %v", err)
	}
}

// TestHugeLength: metadata alone, which anybody can make, do not make a reader allocate.
func TestHugeLength(t *testing.T) {
	const n = 1000
	m := &walrus.Metadata{
		EncodingType: walrus.RS2, UnencodedLength: walrus.ShardCount(n).MaxBlobSize(), Hashes: make([]walrus.SliverPairHashes, n),
	}
	id, err := BlobID(m)
	if err != nil {
		t.Fatal(err)
	}
	md, err := VerifyMetadata(id, m, n)
	if err != nil {
		t.Fatal(err)
	}
	c := mustCode(t, n)
	allocated := func() uint64 {
		var s runtime.MemStats
		runtime.ReadMemStats(&s)
		return s.TotalAlloc
	}
	before := allocated()
	if _, err := c.NewDecoder(md, walrus.Primary).Decode(t.Context(), Default, Options{}); !errors.Is(err, walrus.ErrUnavailable) {
		t.Errorf("decode: %v", err)
	}
	if _, _, err := c.RecoverSliver(md, walrus.Primary, 0, nil); !errors.Is(err, walrus.ErrInvalidSymbol) {
		t.Errorf("recover: %v", err)
	}
	if _, err := c.VerifySliver(md, &walrus.Sliver{SymbolSize: md.SymbolSize()}); !errors.Is(err, walrus.ErrInvalidSliver) {
		t.Errorf("verify: %v", err)
	}
	if got := allocated() - before; got > 1<<20 {
		t.Errorf("%d bytes allocated", got)
	}
}
