package quilt

import (
	"bytes"
	"encoding/binary"
	"errors"
	"slices"
	"testing"

	"github.com/walrus-go/walrus"
)

const testShards = walrus.ShardCount(10)

func testQuilt(t testing.TB) (*Quilt, geometry) {
	t.Helper()
	q, err := Build(testShards, []Blob{
		{Identifier: "a", Tags: map[string]string{"b": "1", "aa": "2"}, Data: []byte("first")},
		{Identifier: "b", Data: bytes.Repeat([]byte("x"), 100)},
	})
	if err != nil {
		t.Fatal(err)
	}
	g, err := newGeometry(testShards, q.SymbolSize)
	if err != nil {
		t.Fatal(err)
	}
	return q, g
}

// TestMalformedIndex changes the index of a good quilt in one place at a time.
func TestMalformedIndex(t *testing.T) {
	q, g := testQuilt(t)
	size := indexPrefix + len(q.Index.AppendBCS(nil))
	stream := slices.Concat(g.take(q.Data, 0, g.span(size))...)
	tags := bytes.Index(stream, []byte("\x01b\x011\x02aa\x012"))
	if tags < 0 {
		t.Fatal("tags are not in canonical order")
	}
	for name, change := range map[string]func(b []byte){
		"version":              func(b []byte) { b[0] = 2 },
		"length 0":             func(b []byte) { binary.LittleEndian.PutUint32(b[1:], 0) },
		"length -1":            func(b []byte) { b[1]-- },
		"length +1":            func(b []byte) { b[1]++ },
		"length 2^32-1":        func(b []byte) { copy(b[1:], "\xff\xff\xff\xff") },
		"ten columns and more": func(b []byte) { binary.LittleEndian.PutUint32(b[1:], uint32(10*g.columnSize()-4)) },
		"many patches":         func(b []byte) { b[5] = 0x7f },
		"end at the start":     func(b []byte) { b[6] = byte(q.Index.Columns) },
		"end beyond":           func(b []byte) { b[6] = 8 },
		"last end beyond":      func(b []byte) { b[bytes.LastIndex(b[:size], []byte("\x01b"))-2] = 8 },
		"identifier twice":     func(b []byte) { b[bytes.LastIndex(b[:size], []byte("\x01b"))+1] = 'a' },
		"identifier not UTF-8": func(b []byte) { b[9] = 0xff },
		"tags out of order":    func(b []byte) { copy(b[tags:], "\x02aa\x012\x01b\x011") },
		"tag twice":            func(b []byte) { copy(b[tags:], "\x01b\x03aaa\x01b\x00") },
	} {
		t.Run(name, func(t *testing.T) {
			changed := slices.Clone(stream)
			change(changed)
			if bytes.Equal(changed, stream) {
				t.Fatal("nothing was changed")
			}
			var columns [][]byte
			for c := range slices.Chunk(changed, g.columnSize()) {
				columns = append(columns, c)
			}
			if _, err := ParseIndex(testShards, q.SymbolSize, columns); !errors.Is(err, ErrMalformed) {
				t.Errorf("got %v", err)
			}
		})
	}
}

// TestIndexColumns: no first column makes a reader fetch more than ten columns or than there are.
func TestIndexColumns(t *testing.T) {
	for _, n := range []walrus.ShardCount{10, 100} {
		const size = 6
		columnSize := n.PrimarySymbols() * size
		most := min(maxIndexColumns, n.SecondarySymbols())
		for _, length := range []int{0, 1, columnSize - indexPrefix, columnSize, most*columnSize - indexPrefix} {
			first := make([]byte, columnSize)
			first[0] = version
			binary.LittleEndian.PutUint32(first[1:], uint32(length))
			want := (length + indexPrefix + columnSize - 1) / columnSize
			if got, err := IndexColumns(n, size, first); err != nil || got != want {
				t.Errorf("n=%d, index of %d bytes: %d columns, %v, want %d", n, length, got, err, want)
			}
			binary.LittleEndian.PutUint32(first[1:], uint32(most*columnSize-indexPrefix+1+length))
			if got, err := IndexColumns(n, size, first); !errors.Is(err, ErrMalformed) {
				t.Errorf("n=%d, index of %d bytes too many: %d columns, %v", n, 1+length, got, err)
			}
		}
	}
}

func TestMalformedColumns(t *testing.T) {
	q, g := testQuilt(t)
	columns := g.take(q.Data, 0, g.columns)
	short := slices.Clone(columns)
	short[0] = short[0][1:]
	for name, c := range map[string][][]byte{"none": nil, "short": short, "too few": columns[:q.Index.Columns-1]} {
		if _, err := ParseIndex(testShards, q.SymbolSize, c); !errors.Is(err, ErrMalformed) {
			t.Errorf("index from %s: %v", name, err)
		}
	}
	p := q.Index.Patches[1]
	for name, c := range map[string][][]byte{
		"none": nil, "short": short[:1], "cut": columns[p.Start : p.End-1], "inside": columns[p.Start+1 : p.End],
		"too many": append(slices.Clone(columns), columns...),
	} {
		if _, err := ReadPatch(testShards, q.SymbolSize, c); !errors.Is(err, ErrMalformed) {
			t.Errorf("patch from %s: %v", name, err)
		}
	}
	for _, size := range []int{-2, 0, 1, 65535, 65536} {
		if _, err := ReadPatch(testShards, size, columns); !errors.Is(err, ErrMalformed) {
			t.Errorf("symbol size %d: %v", size, err)
		}
	}
	for _, length := range []int{0, 1, len(q.Data) - 1, len(q.Data) + 1} {
		if _, err := Open(testShards, make([]byte, length)); !errors.Is(err, ErrMalformed) {
			t.Errorf("quilt of %d bytes: %v", length, err)
		}
	}
}

// TestMalformedPatch changes the header of a good patch in one place at a time.
func TestMalformedPatch(t *testing.T) {
	q, g := testQuilt(t)
	p := q.Index.Patches[0]
	stream := slices.Concat(g.take(q.Data, int(p.Start), int(p.End))...)
	for name, change := range map[string]func(b []byte){
		"version":            func(b []byte) { b[0] = 0 },
		"length beyond":      func(b []byte) { binary.LittleEndian.PutUint32(b[1:], uint32(len(stream)-5)) },
		"length inside tags": func(b []byte) { binary.LittleEndian.PutUint32(b[1:], 8) },
		"unknown mask":       func(b []byte) { b[5] = 3 },
		"identifier longer":  func(b []byte) { b[8] = 2 },
		"field longer":       func(b []byte) { b[6] = 3 },
		"field 65535":        func(b []byte) { copy(b[6:], "\xff\xff") },
		"empty tags":         func(b []byte) { copy(b[10:], "\x01\x00\x00") },
	} {
		changed := slices.Clone(stream)
		change(changed)
		var columns [][]byte
		for c := range slices.Chunk(changed, g.columnSize()) {
			columns = append(columns, c)
		}
		if _, err := ReadPatch(testShards, q.SymbolSize, columns); !errors.Is(err, ErrMalformed) {
			t.Errorf("%s: %v", name, err)
		}
	}
	r, err := Open(testShards, q.Data)
	if err != nil {
		t.Fatal(err)
	}
	p.Tags = map[string]string{"b": "1", "aa": "3"}
	if _, err := r.Read(p); !errors.Is(err, ErrMalformed) {
		t.Errorf("index and header differ: %v", err)
	}
	if _, err := r.ReadColumns(3, 3); !errors.Is(err, ErrPatchNotFound) {
		t.Errorf("empty range: %v", err)
	}
	if _, err := r.ReadColumns(3, 8); !errors.Is(err, ErrPatchNotFound) {
		t.Errorf("range beyond: %v", err)
	}
	if _, err := r.Index().Find("c"); !errors.Is(err, ErrPatchNotFound) {
		t.Errorf("unknown identifier: %v", err)
	}
	if _, err := r.Index().At(p.Start, p.End+1); !errors.Is(err, ErrPatchNotFound) {
		t.Errorf("unknown columns: %v", err)
	}
}
