package quilt

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/redstuff"
)

type quiltVector struct {
	Name                               string
	NShards, Rows, Columns, SymbolSize int
	QuiltLength                        int
	QuiltSha256, QuiltHex              string
	BlobID                             string `json:"blobId"`
	IndexBcsHex, IndexBcsSha256        string
	Blobs                              []struct {
		Identifier  string
		Tags        map[string]string
		Hex         *string
		Len, Length int
		Sha256      string
	}
	Patches []struct {
		Identifier           string
		StartIndex, EndIndex uint16
		PatchID              string `json:"patchId"`
	}
}

type literalVector struct {
	Sizes                          []int
	Columns, Rows, MaxIndexColumns int
	Expect                         any
}

func loadOfficial(t testing.TB) (vectors []quiltVector, literals []literalVector) {
	t.Helper()
	b, err := os.ReadFile("testdata/official/quilts.json")
	if err != nil {
		t.Fatal(err)
	}
	var file struct {
		Vectors            []quiltVector
		SymbolSizeLiterals []literalVector
	}
	if err := json.Unmarshal(b, &file); err != nil {
		t.Fatal(err)
	}
	if len(file.Vectors) == 0 || len(file.SymbolSizeLiterals) == 0 {
		t.Fatal("vectors are missing")
	}
	return file.Vectors, file.SymbolSizeLiterals
}

// content is the generator of the official vectors.
func content(label string, length int) []byte {
	var out []byte
	for i := uint64(0); len(out) < length; i++ {
		sum := sha256.Sum256(binary.LittleEndian.AppendUint64([]byte(label), i))
		out = append(out, sum[:]...)
	}
	return out[:length]
}

func hexSha256(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

// members returns the blobs of a vector in input order.
func (v *quiltVector) members(t testing.TB) []Blob {
	t.Helper()
	var out []Blob
	for i, b := range v.Blobs {
		data := content(fmt.Sprintf("walrus-golden-quilt/%s/%d", v.Name, i), b.Len)
		if b.Hex != nil {
			var err error
			if data, err = hex.DecodeString(*b.Hex); err != nil {
				t.Fatal(err)
			}
		}
		if hexSha256(data) != b.Sha256 || len(data) != b.Length {
			t.Fatalf("content of member %d is not that of the vector", i)
		}
		out = append(out, Blob{b.Identifier, b.Tags, data})
	}
	return out
}

func TestOfficialQuilts(t *testing.T) {
	vectors, _ := loadOfficial(t)
	for i := range vectors {
		v := &vectors[i]
		t.Run(v.Name, func(t *testing.T) {
			n := walrus.ShardCount(v.NShards)
			q, err := Build(n, v.members(t))
			if err != nil {
				t.Fatal(err)
			}
			if q.SymbolSize != v.SymbolSize || len(q.Data) != v.QuiltLength || hexSha256(q.Data) != v.QuiltSha256 {
				t.Fatalf("symbol size %d, length %d, hash %s; want %d, %d, %s",
					q.SymbolSize, len(q.Data), hexSha256(q.Data), v.SymbolSize, v.QuiltLength, v.QuiltSha256)
			}
			if v.QuiltHex != "" && hex.EncodeToString(q.Data) != v.QuiltHex {
				t.Error("bytes differ")
			}
			index := q.Index.AppendBCS(nil)
			if hexSha256(index) != v.IndexBcsSha256 || v.IndexBcsHex != "" && hex.EncodeToString(index) != v.IndexBcsHex {
				t.Errorf("index %x", index)
			}
			checkPatches(t, v, q)
			checkColumns(t, v, q)
		})
	}
}

func checkPatches(t *testing.T, v *quiltVector, q *Quilt) {
	id, err := walrus.ParseBlobID(v.BlobID)
	if err != nil {
		t.Fatal(err)
	}
	if len(q.Index.Patches) != len(v.Patches) {
		t.Fatalf("%d patches, want %d", len(q.Index.Patches), len(v.Patches))
	}
	for i, want := range v.Patches {
		p := q.Index.Patches[i]
		if p.Identifier != want.Identifier || p.Start != want.StartIndex || p.End != want.EndIndex {
			t.Errorf("patch %d: %+v, want %+v", i, p, want)
		}
		if got := p.ID(id).String(); got != want.PatchID {
			t.Errorf("patch ID %s, want %s", got, want.PatchID)
		}
		if back, err := ParsePatchID(want.PatchID); err != nil || back != p.ID(id) {
			t.Errorf("parse patch ID %s: %v %v", want.PatchID, back, err)
		}
	}
}

// checkColumns encodes the quilt and reads index and patches back from secondary slivers.
func checkColumns(t *testing.T, v *quiltVector, q *Quilt) {
	n := walrus.ShardCount(v.NShards)
	code, err := redstuff.New(n)
	if err != nil {
		t.Fatal(err)
	}
	e, err := code.Encode(t.Context(), q.Data, redstuff.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if got := e.Metadata.ID().String(); got != v.BlobID || e.Metadata.SymbolSize() != v.SymbolSize {
		t.Fatalf("blob ID %s, want %s", got, v.BlobID)
	}
	columns := func(start, end int) (out [][]byte) {
		for i := start; i < end; i++ {
			out = append(out, e.Sliver(walrus.Secondary, walrus.SliverIndex(i)).Data)
		}
		return out
	}
	span, err := IndexColumns(n, v.SymbolSize, columns(0, 1)[0])
	if err != nil {
		t.Fatal(err)
	}
	index, err := ParseIndex(n, v.SymbolSize, columns(0, span))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(q.Index.AppendBCS(nil), index.AppendBCS(nil)); diff != "" {
		t.Error(diff)
	}
	for _, m := range v.members(t) {
		p, err := index.Find(m.Identifier)
		if err != nil {
			t.Fatal(err)
		}
		b, err := ReadPatch(n, v.SymbolSize, columns(int(p.Start), int(p.End)))
		if err != nil {
			t.Fatal(err)
		}
		if err := p.Matches(b); err != nil {
			t.Error(err)
		}
		if b.Identifier != m.Identifier || hexSha256(b.Data) != hexSha256(m.Data) || len(b.Tags) != len(m.Tags) {
			t.Errorf("member %q differs", m.Identifier)
		}
	}
}

func TestOfficialSymbolSizes(t *testing.T) {
	_, literals := loadOfficial(t)
	for _, v := range literals {
		got, err := symbolSize(v.Sizes, v.Columns, v.Rows, v.MaxIndexColumns)
		if want, ok := v.Expect.(float64); ok {
			if err != nil || got != int(want) {
				t.Errorf("%v: %d, %v, want %v", v.Sizes, got, err, want)
			}
		} else if !errors.Is(err, ErrInvalidInput) {
			t.Errorf("%v: %d, %v, want %v", v.Sizes, got, err, v.Expect)
		}
	}
}
