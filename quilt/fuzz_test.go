package quilt

import (
	"bytes"
	"testing"

	"github.com/walrus-go/walrus"
)

// FuzzOpen: no bytes make the reader panic, and every quilt that it accepts has an index in its one canonical form.
func FuzzOpen(f *testing.F) {
	vectors, _ := loadOfficial(f)
	for _, v := range vectors {
		if q, err := Build(walrus.ShardCount(v.NShards), v.members(f)); err == nil && len(q.Data) < 1<<14 {
			f.Add(uint16(v.NShards), q.Data)
		}
	}
	f.Fuzz(func(t *testing.T, n uint16, data []byte) {
		if n > 1000 {
			t.Skip("large matrices are slow to fuzz")
		}
		r, err := Open(walrus.ShardCount(n), data)
		if err != nil {
			return
		}
		index := r.Index().AppendBCS(nil)
		stream, err := r.join(r.take(r.data, 0, r.Index().Columns), indexPrefix+len(index))
		if err != nil || !bytes.Equal(stream[indexPrefix:], index) {
			t.Fatalf("index is not canonical: %v", err)
		}
		for _, p := range r.Index().Patches {
			b, err := r.Read(p)
			if err == nil && len(b.Data) > len(data) {
				t.Fatalf("patch of %d bytes from %d", len(b.Data), len(data))
			}
		}
	})
}

// FuzzReadPatch: no bytes make the reader panic, and a patch that it accepts has its one canonical header.
func FuzzReadPatch(f *testing.F) {
	f.Add([]byte("\x01\x09\x00\x00\x00\x00\x02\x00\x01ahello"))
	f.Add([]byte("\x01\x0e\x00\x00\x00\x01\x02\x00\x01a\x05\x00\x01\x01k\x01vhello"))
	f.Fuzz(func(t *testing.T, data []byte) {
		const size = 6
		g := geometry{testShards.PrimarySymbols(), testShards.SecondarySymbols(), size}
		var columns [][]byte
		for len(data) > 0 && len(columns) < g.columns {
			column := make([]byte, g.columnSize())
			data = data[copy(column, data):]
			columns = append(columns, column)
		}
		b, err := ReadPatch(testShards, size, columns)
		if err != nil || ValidateIdentifier(b.Identifier) != nil {
			return
		}
		head, err := header(*b)
		if err != nil {
			t.Fatal(err)
		}
		stream, err := g.join(columns, len(head)+len(b.Data))
		if err != nil || !bytes.Equal(stream, append(head, b.Data...)) {
			t.Fatalf("%x is not the form of %v: %v", stream, b, err)
		}
	})
}

// FuzzParsePatchID: what parses prints as it was.
func FuzzParsePatchID(f *testing.F) {
	f.Add(PatchID{walrus.BlobID{7}, 1, 2}.String())
	f.Fuzz(func(t *testing.T, s string) {
		if id, err := ParsePatchID(s); err == nil && id.String() != s {
			t.Fatalf("%q prints as %q", s, id.String())
		}
	})
}
