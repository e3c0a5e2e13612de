package walrus

import (
	"encoding/hex"
	"encoding/json"
	"errors"
	"math"
	"math/big"
	"os"
	"testing"

	"pgregory.net/rapid"
)

// TestArithmetic compares the closed forms with slow definitions for every number of shards.
func TestArithmetic(t *testing.T) {
	for n := MinShards; n <= 2000; n++ {
		f := 0
		for 3*(f+1) < int(n) { // the largest f with n ≥ 3f+1
			f++
		}
		quorum := 0
		for 3*quorum < 2*int(n)+1 {
			quorum++
		}
		depth := 0
		for 1<<depth < int(n) {
			depth++
		}
		switch {
		case n.MaxFaulty() != f, n.PrimarySymbols() != int(n)-2*f, n.SecondarySymbols() != int(n)-f:
			t.Fatalf("n=%d: f=%d k=%d K=%d", n, n.MaxFaulty(), n.PrimarySymbols(), n.SecondarySymbols())
		case n.Quorum() != quorum, n.IsQuorum(quorum - 1), !n.IsQuorum(quorum):
			t.Fatalf("n=%d: quorum %d, want %d", n, n.Quorum(), quorum)
		case n.MerkleDepth() != depth:
			t.Fatalf("n=%d: depth %d, want %d", n, n.MerkleDepth(), depth)
		}
		// What quorums are for: any two share an honest shard, and the honest part of one decodes a blob.
		if 2*n.Quorum()-int(n) <= f || n.Quorum()-f < n.PrimarySymbols() {
			t.Fatalf("n=%d: quorum %d is too small", n, n.Quorum())
		}
		for weight := range int(n) + 1 {
			if n.HasHonest(weight) != (3*weight > int(n)) || n.HasHonest(weight) && weight <= f {
				t.Fatalf("n=%d: %d shards contain an honest one: %v", n, weight, n.HasHonest(weight))
			}
		}
	}
}

func TestValidate(t *testing.T) {
	for n, ok := range map[ShardCount]bool{0: false, 3: false, 4: true, 1000: true, 49155: true, 49156: false, 65535: false} {
		if err := n.Validate(); (err == nil) != ok || err != nil && !errors.Is(err, ErrInvalidShardCount) {
			t.Errorf("n=%d: %v", n, err)
		}
	}
}

// TestSymbolSize checks that the size is the least even one whose matrix holds the blob.
func TestSymbolSize(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := ShardCount(rapid.IntRange(int(MinShards), int(MaxShards)).Draw(t, "n"))
		limit := n.MaxBlobSize()
		length := rapid.Uint64Max(limit).Draw(t, "length")
		size, err := n.SymbolSize(length)
		if err != nil {
			t.Fatal(err)
		}
		holds := func(size int) bool {
			cells := new(big.Int).Mul(big.NewInt(int64(n.PrimarySymbols())), big.NewInt(int64(n.SecondarySymbols())))
			return cells.Mul(cells, big.NewInt(int64(size))).Cmp(new(big.Int).SetUint64(length)) >= 0
		}
		if size%2 != 0 || size < 2 || size > MaxSymbolSize || !holds(size) || size > 2 && holds(size-2) {
			t.Fatalf("n=%d, %d bytes: symbols of %d", n, length, size)
		}
		for _, length := range []uint64{limit + 1, 1 << 63, math.MaxUint64} {
			if _, err := n.SymbolSize(length); !errors.Is(err, ErrBlobTooLarge) {
				t.Fatalf("n=%d, %d bytes: %v", n, length, err)
			}
			if _, err := n.EncodedLength(length); !errors.Is(err, ErrBlobTooLarge) {
				t.Fatalf("n=%d, %d bytes: %v", n, length, err)
			}
		}
	})
}

func TestEncodedLength(t *testing.T) {
	// encoding.md §5.5: at n = 1000 a blob of one byte costs 63 units.
	length, err := ShardCount(1000).EncodedLength(1)
	if err != nil || StorageUnits(length) != 63 || ShardCount(1000).MetadataLength()*1000 != 64_032_000 {
		t.Errorf("%d bytes: %v", length, err)
	}
	for bytes, want := range map[uint64]uint64{0: 0, 1: 1, 1 << 20: 1, 1<<20 + 1: 2, math.MaxUint64: 1 << 44} {
		if got := StorageUnits(bytes); got != want {
			t.Errorf("%d bytes: %d units, want %d", bytes, got, want)
		}
	}
}

// TestCost compares with arithmetic without bounds.
func TestCost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := Prices{Frost(rapid.Uint64().Draw(t, "storage")), Frost(rapid.Uint64().Draw(t, "write"))}
		length, epochs := rapid.Uint64().Draw(t, "length"), rapid.Uint32().Draw(t, "epochs")
		u := func(x uint64) *big.Int { return new(big.Int).SetUint64(x) }
		want := u(StorageUnits(length))
		want.Mul(want, new(big.Int).Add(new(big.Int).Mul(u(uint64(p.Storage)), u(uint64(epochs))), u(uint64(p.Write))))
		got, err := p.Cost(length, epochs)
		if want.IsUint64() != (err == nil) || err == nil && uint64(got) != want.Uint64() {
			t.Fatalf("%v: %d, %v, want %v", p, got, err, want)
		}
	})
}

func TestOfficialMapping(t *testing.T) {
	b, err := os.ReadFile("testdata/official/mapping.json")
	if err != nil {
		t.Fatal(err)
	}
	type vector struct {
		NShards                  ShardCount
		BlobIDHex                string `json:"blobIdHex"`
		PairToShard, ShardToPair [][2]int
	}
	var file struct{ Official, Literal []vector }
	if err := json.Unmarshal(b, &file); err != nil {
		t.Fatal(err)
	}
	if len(file.Official) == 0 || len(file.Literal) == 0 {
		t.Fatal("vectors are missing")
	}
	for _, v := range append(file.Official, file.Literal...) {
		var id BlobID
		if _, err := hex.Decode(id[:], []byte(v.BlobIDHex)); err != nil {
			t.Fatal(err)
		}
		for _, p := range v.PairToShard {
			if got := SliverPairIndex(p[0]).Shard(id, v.NShards); int(got) != p[1] {
				t.Errorf("n=%d %v: pair %d on shard %d, want %d", v.NShards, id, p[0], got, p[1])
			}
		}
		for _, s := range v.ShardToPair {
			if got := ShardIndex(s[0]).Pair(id, v.NShards); int(got) != s[1] {
				t.Errorf("n=%d %v: shard %d holds pair %d, want %d", v.NShards, id, s[0], got, s[1])
			}
		}
	}
}

// TestMapping: pairs and shards map one to one, and so do pairs and slivers.
func TestMapping(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := ShardCount(rapid.IntRange(int(MinShards), int(MaxShards)).Draw(t, "n"))
		var id BlobID
		drawBytes(t, id[:])
		value := new(big.Int).SetBytes(id[:])
		if want := value.Mod(value, big.NewInt(int64(n))); int64(ShardOffset(id, n)) != want.Int64() {
			t.Fatalf("offset %d, want %v", ShardOffset(id, n), want)
		}
		pair := SliverPairIndex(rapid.IntRange(0, int(n)-1).Draw(t, "pair"))
		if shard := pair.Shard(id, n); int(shard) >= int(n) || shard.Pair(id, n) != pair {
			t.Fatalf("pair %d → shard %d → pair %d", pair, shard, shard.Pair(id, n))
		}
		for _, axis := range []Axis{Primary, Secondary} {
			if sliver := pair.Sliver(axis, n); int(sliver) >= int(n) || sliver.Pair(axis, n) != pair {
				t.Fatalf("pair %d → %v sliver %d", pair, axis, sliver)
			}
		}
		if int(pair.Sliver(Primary, n))+int(pair.Sliver(Secondary, n)) != int(n)-1 {
			t.Fatal("slivers of a pair do not mirror each other")
		}
	})
}
