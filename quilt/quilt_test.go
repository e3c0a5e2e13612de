package quilt

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/walrus-go/walrus"
)

func drawBlobs(t *rapid.T, most int) []Blob {
	identifier := rapid.StringN(1, 20, 60).Filter(func(s string) bool { return ValidateIdentifier(s) == nil })
	return rapid.SliceOfNDistinct(rapid.Custom(func(t *rapid.T) Blob {
		return Blob{
			Identifier: identifier.Draw(t, "identifier"),
			Tags:       rapid.MapOfN(rapid.StringN(0, 5, 20), rapid.String(), 0, 4).Draw(t, "tags"),
			Data:       rapid.SliceOfN(rapid.Byte(), 0, 300).Draw(t, "data"),
		}
	}), 1, most, func(b Blob) string { return b.Identifier }).Draw(t, "blobs")
}

func sameBlob(a, b Blob) bool {
	return a.Identifier == b.Identifier && maps.Equal(a.Tags, b.Tags) && bytes.Equal(a.Data, b.Data)
}

// TestRoundTrip: whatever goes in comes out, in any order of input, and the quilt has the least symbol size.
func TestRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := walrus.ShardCount(rapid.SampledFrom([]int{4, 7, 10, 31, 100}).Draw(t, "n"))
		blobs := drawBlobs(t, min(n.SecondarySymbols()-1, 20))
		q, err := Build(n, blobs)
		if err != nil {
			t.Fatal(err)
		}
		reversed := slices.Clone(blobs)
		slices.Reverse(reversed)
		again, err := Build(n, reversed)
		if err != nil || !bytes.Equal(q.Data, again.Data) {
			t.Fatalf("the order of input matters: %v", err)
		}
		r, err := Open(n, q.Data)
		if err != nil {
			t.Fatal(err)
		}
		for _, b := range blobs {
			p, err := r.Index().Find(b.Identifier)
			if err != nil {
				t.Fatal(err)
			}
			if at, err := r.Index().At(p.Start, p.End); err != nil || at.Identifier != p.Identifier {
				t.Fatalf("patch at %d: %v", p.Start, err)
			}
			got, err := r.Read(p)
			if err != nil || !sameBlob(*got, b) {
				t.Fatalf("got %v, want %v: %v", got, b, err)
			}
		}
	})
}

func TestInvalidInput(t *testing.T) {
	many := make([]Blob, 7)
	for i := range many {
		many[i].Identifier = fmt.Sprint(i)
	}
	for name, blobs := range map[string][]Blob{
		"none":                nil,
		"too many":            many,
		"empty identifier":    {{}},
		"repeated identifier": {{Identifier: "a"}, {Identifier: "a"}},
		"control character":   {{Identifier: "a\x00b"}},
		"C1 control":          {{Identifier: "a\u0085b"}},
		"trailing space":      {{Identifier: "a "}},
		"trailing wide space": {{Identifier: "a\u3000"}},
		"not UTF-8":           {{Identifier: "a\xff"}},
		"long identifier":     {{Identifier: strings.Repeat("a", 65532)}},
		"tag not UTF-8":       {{Identifier: "a", Tags: map[string]string{"k": "\xff"}}},
		"long tags":           {{Identifier: "a", Tags: map[string]string{"k": strings.Repeat("v", 65536)}}},
		"too large":           {{Identifier: "a", Data: make([]byte, 4*7*65534)}},
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := Build(10, blobs); !errors.Is(err, ErrInvalidInput) {
				t.Errorf("got %v", err)
			}
		})
	}
	if _, err := Build(10, []Blob{{Identifier: strings.Repeat("a", 65531)}, {Identifier: " a"}}); err != nil {
		t.Errorf("longest identifier: %v", err)
	}
	for _, n := range []walrus.ShardCount{0, 3, 49156, 65535} {
		if _, err := Build(n, []Blob{{Identifier: "a"}}); !errors.Is(err, walrus.ErrInvalidShardCount) {
			t.Errorf("n=%d: %v", n, err)
		}
		if _, err := Open(n, nil); !errors.Is(err, walrus.ErrInvalidShardCount) {
			t.Errorf("n=%d: %v", n, err)
		}
	}
}

func TestPatchIDs(t *testing.T) {
	id := PatchID{walrus.BlobID{1, 2}, 3, 300}
	text, _ := id.MarshalText()
	var back PatchID
	if err := back.UnmarshalText(text); err != nil || back != id || len(text) != 50 {
		t.Errorf("%s: %v %v", text, back, err)
	}
	for _, bad := range []string{
		"", string(text[:49]), string(text) + "A", walrus.BlobID{}.String(), string(text[:49]) + "=",
		PatchID{Start: 3, End: 3}.String(), PatchID{Start: 4, End: 3}.String(),
	} {
		if _, err := ParsePatchID(bad); !errors.Is(err, walrus.ErrInvalidID) {
			t.Errorf("%q: %v", bad, err)
		}
	}
	if _, err := NewPatchID(walrus.BlobID{}, [5]byte{2, 0, 0, 1, 0}); !errors.Is(err, walrus.ErrInvalidID) {
		t.Error("version 2 accepted")
	}
}
