package walrus

import (
	"bytes"
	"testing"
)

// FuzzParse: no bytes make a decoder panic, and whatever decodes encodes to the same bytes again.
func FuzzParse(f *testing.F) {
	hash := DigestNode([32]byte{9})
	m := &Metadata{EncodingType: RS2, UnencodedLength: 5, Hashes: []SliverPairHashes{{Primary: hash}, {Secondary: hash}}}
	s := &Sliver{Axis: Secondary, Index: 3, SymbolSize: 2, Data: []byte("abcd")}
	symbol := RecoverySymbol{DecodingSymbol{1, []byte("ab")}, MerkleProof{hash, {}}}
	general := []GeneralRecoverySymbol{{Secondary, symbol, 4}}
	proof := &InconsistencyProof{Target: 2, Symbols: []RecoverySymbol{symbol, symbol}}
	cert := &Certificate{Signers: NewSigners(9, []int{1, 8}), Message: []byte("message")}
	list, err := cert.AppendListBCS(nil, 9)
	if err != nil {
		f.Fatal(err)
	}
	for _, seed := range [][]byte{
		m.AppendBCS(nil), AppendMetadataWithID(nil, BlobID{7}, m), s.AppendBCS(nil), s.AppendTaggedBCS(nil),
		AppendRecoverySymbols(nil, general), proof.AppendBCS(nil), list, (&SignedMessage{Message: []byte("m")}).AppendBCS(nil),
		EventID{LogIndex: 7}.AppendBCS(nil), Confirmation{}.Bytes(), Confirmation{Persistence: Deletable(ObjectID{})}.Bytes(),
		InvalidBlob{}.Bytes(), ProofOfPossession{}.Bytes(), SyncShardRequest{}.Bytes(),
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		again := func(name string, form []byte, err error) {
			if err == nil && !bytes.Equal(form, b) {
				t.Fatalf("%s: %x encodes as %x", name, b, form)
			}
		}
		if m, err := ParseMetadata(b); err == nil {
			again("metadata", m.AppendBCS(nil), nil)
		}
		if id, m, err := ParseMetadataWithID(b); err == nil {
			again("metadata with ID", AppendMetadataWithID(nil, id, m), nil)
		}
		if s, err := ParseSliver(Primary, b); err == nil {
			again("sliver", s.AppendBCS(nil), nil)
		}
		if s, err := ParseTaggedSliver(b); err == nil {
			again("tagged sliver", s.AppendTaggedBCS(nil), nil)
		}
		if s, err := ParseRecoverySymbols(b, 100); err == nil {
			again("symbols", AppendRecoverySymbols(nil, s), nil)
		}
		if p, err := ParseInconsistencyProof(b, 100); err == nil {
			again("proof", p.AppendBCS(nil), nil)
		}
		if m, err := ParseSignedMessage(b); err == nil {
			again("signed message", m.AppendBCS(nil), nil)
		}
		if id, err := ParseEventID(b); err == nil {
			again("event ID", id.AppendBCS(nil), nil)
		}
		if c, err := ParseCertificateList(b, 20); err == nil {
			// Signers may come in any order; the form written is ascending.
			form, err := c.AppendListBCS(nil, 20)
			if err != nil || len(form) != len(b) {
				t.Fatalf("certificate %x encodes as %x: %v", b, form, err)
			}
		}
		for name, parse := range parsers {
			if m, err := parse(b); err == nil {
				again(name, m.Bytes(), nil)
			}
		}
	})
}

// FuzzText: no text makes a parser panic, and what parses prints to something that parses to the same.
func FuzzText(f *testing.F) {
	for _, seed := range []string{
		BlobID{1}.String(), BlobID{1}.Decimal(), ObjectID{1}.String(), Address{1}.String(), "1-2", "primary", "RS2",
		`{"txDigest":"` + TxHash{1}.String() + `","eventSeq":"7"}`,
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if id, err := ParseBlobID(s); err == nil && id.String() != s {
			t.Fatalf("blob ID %q prints as %v", s, id)
		}
		if id, err := BlobIDFromDecimal(s); err == nil {
			if back, err := BlobIDFromDecimal(id.Decimal()); err != nil || back != id {
				t.Fatalf("decimal %q: %v", s, err)
			}
		}
		if id, err := ParseObjectID(s); err == nil {
			if back, err := ParseObjectID(id.String()); err != nil || back != id {
				t.Fatalf("object ID %q: %v", s, err)
			}
		}
		if a, err := ParseAddress(s); err == nil {
			if back, err := ParseAddress(a.String()); err != nil || back != a {
				t.Fatalf("address %q: %v", s, err)
			}
		}
		if id, err := ParseSymbolID(s); err == nil {
			if back, err := ParseSymbolID(id.String()); err != nil || back != id {
				t.Fatalf("symbol ID %q: %v", s, err)
			}
		}
		var event EventID
		if err := event.UnmarshalJSON([]byte(s)); err == nil {
			b, err := event.MarshalJSON()
			var back EventID
			if err != nil || back.UnmarshalJSON(b) != nil || back != event {
				t.Fatalf("event ID %q", s)
			}
		}
	})
}
