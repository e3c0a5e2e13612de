package store

import (
	"bytes"
	"encoding/hex"
	"fmt"
	"testing"
	"time"

	"github.com/cockroachdb/datadriven"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/node/plan"
)

func sampleEvent(i byte) walrus.EventID {
	return walrus.EventID{Tx: walrus.TxHash{i, 0xee}, LogIndex: uint64(i)}
}

func sampleRows() map[string][]byte {
	id := walrus.BlobID{1, 2, 3}
	m := &walrus.Metadata{EncodingType: walrus.RS2, UnencodedLength: 77, Hashes: []walrus.SliverPairHashes{
		{Primary: walrus.DigestNode([32]byte{9}), Secondary: walrus.MerkleNode{}},
	}}
	p := Place{Shard: 513, Axis: walrus.Secondary}
	s := &walrus.Sliver{Axis: p.Axis, Index: 7, SymbolSize: 2, Data: []byte{1, 2, 3, 4}}
	return map[string][]byte{
		"info": encodeInfo(plan.Info{
			Size: 1000, PermanentTotal: plan.Permanent{Count: 2, End: 9, Event: sampleEvent(1)},
			PermanentCertified: plan.Permanent{Count: 1, End: 8, Event: sampleEvent(2)},
			DeletableTotal:     plan.Deletable{Count: 3, End: 7}, DeletableCertified: plan.Deletable{Count: 1, End: 6}, InitialCertified: 4,
		}),
		"invalid":    encodeInfo(plan.Info{Invalid: sampleEvent(3), Size: 5}),
		"object":     encodeObject(plan.Object{Blob: id, Registered: 1, Certified: 2, End: 9, Deletable: true, Event: sampleEvent(4)}),
		"intent":     encodeIntent(Intent{Blob: id, Kind: EraseBlob, Event: 6, Attempts: 2, Next: time.UnixMilli(1_700_000_000_123)}),
		"place":      encodePlace(place{inFile, 70000}),
		"epoch":      encodeEpoch(Epoch{Number: 5, Settled: true}),
		"metadata":   encodeMetadata(id, m),
		"sliver":     append(bytes.Clone(s.Data), trailer(id, p, s)...),
		"sliver key": sliverKey(p.Shard, p.Axis, id),
		"index key":  indexKey(id, p.Axis, p.Shard),
	}
}

// TestGoldenFormats holds every stored form to testdata/formats.txt, so that a change of a format is seen and gets a
// version.
func TestGoldenFormats(t *testing.T) {
	rows := sampleRows()
	datadriven.RunTest(t, "testdata/formats.txt", func(t *testing.T, d *datadriven.TestData) string {
		row, ok := rows[d.Input]
		if !ok {
			return fmt.Sprintf("no sample %q", d.Input)
		}
		return hex.EncodeToString(row)
	})
}

// FuzzRows: no row makes a decoder panic, and what decodes is the one encoding of its value.
func FuzzRows(f *testing.F) {
	for _, row := range sampleRows() {
		f.Add(row)
	}
	id := walrus.BlobID{1, 2, 3}
	f.Fuzz(func(t *testing.T, b []byte) {
		same := func(what string, again []byte) {
			if !bytes.Equal(b, again) {
				t.Errorf("%s %x encodes as %x", what, b, again)
			}
		}
		if v, err := decodeInfo(b); err == nil {
			same("info", encodeInfo(v))
		}
		if v, err := decodeObject(b); err == nil {
			same("object", encodeObject(v))
		}
		if v, err := decodeIntent(id, b); err == nil {
			same("intent", encodeIntent(v))
		}
		if v, err := decodePlace(b); err == nil {
			same("place", encodePlace(v))
		}
		if v, err := decodeEpoch(b); err == nil && b != nil {
			same("epoch", encodeEpoch(v))
		}
		if v, err := decodeMetadata(id, b); err == nil {
			same("metadata", encodeMetadata(id, v))
		}
		p := Place{Shard: 513, Axis: walrus.Secondary}
		if v, err := parseStored(id, p, b); err == nil {
			same("sliver", append(bytes.Clone(v.Data), trailer(id, p, v)...))
		}
		if blob, at, ok := parseIndexKey(b); ok {
			same("index key", indexKey(blob, at.Axis, at.Shard))
		}
	})
}
