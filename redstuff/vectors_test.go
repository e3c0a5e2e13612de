package redstuff

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"testing"

	"github.com/walrus-go/walrus"
)

// content is the generator of the official vectors.
func content(label string, length int) []byte {
	var out []byte
	for i := uint64(0); len(out) < length; i++ {
		sum := sha256.Sum256(binary.LittleEndian.AppendUint64([]byte(label), i))
		out = append(out, sum[:]...)
	}
	return out[:length]
}

func goldenBlob(length int) []byte { return content(fmt.Sprintf("walrus-golden/%d", length), length) }

type sliverVector struct {
	SliverIndex                 int
	Root, DataSha256, BcsSha256 string
	DataHex                     string
}

type blobVector struct {
	NShards, BlobLength, SymbolSize                               int
	BlobID                                                        string `json:"blobId"`
	BlobIDHex                                                     string `json:"blobIdHex"`
	BlobIDU256                                                    string `json:"blobIdU256"`
	BlobSha256, RootHashHex                                       string
	MetadataBcsLength, MetadataWithIDBcsLength                    int
	MetadataBcsSha256, MetadataWithIDBcsSha256, MetadataBcsBase64 string
	AllSliverHashesSha256                                         string
	AllPrimarySliversSha256, AllSecondarySliversSha256            string
	EncodedLength, StorageUnits                                   uint64
	ShardOfPair0, PairOfShard0                                    int
	Pairs                                                         []struct {
		PairIndex, ShardIndex int
		Primary, Secondary    sliverVector
	}
}

func (v *blobVector) name() string { return fmt.Sprintf("n=%d/blob=%d", v.NShards, v.BlobLength) }

func loadOfficial(t testing.TB, name string, into any) {
	t.Helper()
	b, err := os.ReadFile("testdata/official/" + name)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b, into); err != nil {
		t.Fatal(err)
	}
}

func loadBlobVectors(t testing.TB, name string) []blobVector {
	var file struct{ Vectors []blobVector }
	loadOfficial(t, name, &file)
	if len(file.Vectors) == 0 {
		t.Fatal("no vectors")
	}
	return file.Vectors
}

func hexSha256(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

func mustCode(t testing.TB, n int) *Code {
	t.Helper()
	c, err := New(walrus.ShardCount(n))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func mustEncode(t testing.TB, c *Code, blob []byte, opts Options) *Encoded {
	t.Helper()
	e, err := c.Encode(context.Background(), blob, opts)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func equal[T comparable](t testing.TB, what string, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("%s: got %v, want %v", what, got, want)
	}
}
