package walrus

import (
	"encoding"
	"encoding/json"
	"errors"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// roundTrip checks that the text form of a value parses to that value again.
func roundTrip[T any](t *rapid.T, v T) {
	text, err := any(v).(encoding.TextMarshaler).MarshalText()
	if err != nil {
		t.Fatal(err)
	}
	back := new(T)
	if err := any(back).(encoding.TextUnmarshaler).UnmarshalText(text); err != nil || !reflect.DeepEqual(*back, v) {
		t.Fatalf("%v prints as %s, which parses to %v: %v", v, text, *back, err)
	}
}

func drawBytes(t *rapid.T, into []byte) {
	copy(into, rapid.SliceOfN(rapid.Byte(), len(into), len(into)).Draw(t, "bytes"))
}

func TestTextRoundTrips(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var b [32]byte
		drawBytes(t, b[:])
		roundTrip(t, BlobID(b))
		roundTrip(t, ObjectID(b))
		roundTrip(t, NodeID(b))
		roundTrip(t, TxHash(b))
		roundTrip(t, Address(b[:20]))
		roundTrip(t, RS2)
		axis := Axis(rapid.IntRange(0, 1).Draw(t, "axis"))
		roundTrip(t, axis)

		if id, err := BlobIDFromDecimal(BlobID(b).Decimal()); err != nil || id != BlobID(b) {
			t.Fatalf("decimal form: %v", err)
		}
		symbol := SymbolID{SliverIndex(rapid.Uint16().Draw(t, "p")), SliverIndex(rapid.Uint16().Draw(t, "q"))}
		if back, err := ParseSymbolID(symbol.String()); err != nil || back != symbol {
			t.Fatalf("%v: %v", symbol, err)
		}
		if symbol.Sliver(Primary) != symbol.Primary || symbol.Sliver(Secondary) != symbol.Secondary {
			t.Fatal("slivers of a symbol are mixed up")
		}
		event := EventID{TxHash(b), rapid.Uint64().Draw(t, "log")}
		text, err := json.Marshal(event)
		if err != nil {
			t.Fatal(err)
		}
		var back EventID
		if err := json.Unmarshal(text, &back); err != nil || back != event {
			t.Fatalf("%s: %v", text, err)
		}
		if back, err := ParseEventID(event.AppendBCS(nil)); err != nil || back != event {
			t.Fatalf("event bytes: %v", err)
		}
	})
}

func TestBlobIDText(t *testing.T) {
	const text, decimal = "CmzciFdWJP1IIM-rD3cqXlVBXYM0fpAfHahZBvkaZUI",
		"30031285719138691499908173054154181527264463065269085110323636905507196529674"
	id, err := ParseBlobID(text)
	if err != nil || id.String() != text || id[0] != 0x0a || id[31] != 0x42 {
		t.Fatalf("%v: %v", id, err)
	}
	if id.Decimal() != decimal {
		t.Errorf("decimal form %s, want %s", id.Decimal(), decimal)
	}
	if _, err := ParseBlobID(id.Decimal()); !errors.Is(err, ErrInvalidID) || !strings.Contains(err.Error(), text) {
		t.Errorf("the error for a decimal form does not tell the ID: %v", err)
	}
	for _, bad := range []string{
		"", text[:42], text + "A", text + "=", text[:42] + "J", strings.ReplaceAll(text, "-", "+"), text[:42] + "\n", " " + text, text + "\n", "\r" + text,
		strings.Repeat("9", 79), "-1", strings.Repeat("x", 1000),
	} {
		if _, err := ParseBlobID(bad); !errors.Is(err, ErrInvalidID) || len(err.Error()) > 300 {
			t.Errorf("%q: %v", bad, err)
		}
	}
	for _, bad := range []string{"", "-1", "1.0", "0x1", strings.Repeat("9", 78), strings.Repeat("9", 79)} {
		if _, err := BlobIDFromDecimal(bad); !errors.Is(err, ErrInvalidID) {
			t.Errorf("%q: %v", bad, err)
		}
	}
	if (BlobID{1}).Compare(BlobID{0, 5}) != 1 || (BlobID{}).Compare(BlobID{}) != 0 {
		t.Error("IDs do not compare by their bytes")
	}
}

// TestAddressText uses the examples of EIP-55.
func TestAddressText(t *testing.T) {
	for _, s := range []string{
		"0x52908400098527886E0F7030069857D2E4169EE7", "0x8617E340B3D01FA5F11F306F4090FD50E238070D",
		"0xde709f2102306220921060314715629080e2fb77", "0x27b1fdb04752bbc536007a920d24acb045561c26",
		"0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359",
		"0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB", "0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb",
	} {
		a, err := ParseAddress(s)
		if err != nil || a.String() != s || a.IsZero() {
			t.Errorf("%s prints as %s: %v", s, a, err)
		}
		if lower, err := ParseAddress("0x" + strings.ToLower(s[2:])); err != nil || lower != a {
			t.Errorf("%s in lower case: %v", s, err)
		}
	}
	for _, bad := range []string{
		"", "0x", "5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAe",
		"0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAedd", "0x5AAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
		"0X5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeg",
	} {
		if _, err := ParseAddress(bad); !errors.Is(err, ErrInvalidID) {
			t.Errorf("%q: %v", bad, err)
		}
	}
}

func TestOtherTexts(t *testing.T) {
	for _, s := range []string{"RS2", "rs2", "reed-solomon", "RedStuff/Reed-Solomon", "REDSTUFF/REED-SOLOMON"} {
		var e EncodingType
		if err := e.UnmarshalText([]byte(s)); err != nil || e != RS2 || e.String() != "RS2" {
			t.Errorf("%q: %v %v", s, e, err)
		}
	}
	for _, s := range []string{"", "RedStuff", "RedStuff/RaptorQ", "raptorq", "0"} {
		var e EncodingType
		if err := e.UnmarshalText([]byte(s)); !errors.Is(err, ErrUnsupportedEncoding) {
			t.Errorf("%q: %v", s, err)
		}
	}
	if _, err := EncodingType(0).MarshalText(); !errors.Is(err, ErrUnsupportedEncoding) || EncodingType(0).String() != "unsupported" {
		t.Errorf("retired encoding: %v", err)
	}
	for _, s := range []string{"", "Primary", "third", "0", strings.Repeat("p", 500)} {
		if _, err := ParseAxis(s); !errors.Is(err, ErrInvalidID) {
			t.Errorf("%q: %v", s, err)
		}
	}
	for _, s := range []string{"", "-", "1", "1-", "-1", "1-2-3", "65536-0", "0-65536", "+1-2", "1- 2", "a-b"} {
		if _, err := ParseSymbolID(s); !errors.Is(err, ErrInvalidID) {
			t.Errorf("%q: %v", s, err)
		}
	}
	for _, s := range []string{
		`{}`, `{"txDigest":"0x12","eventSeq":"1"}`, `{"txDigest":"` + TxHash{}.String() + `","eventSeq":1}`,
		`{"txDigest":"` + TxHash{}.String() + `","eventSeq":"-1"}`, `[]`, ``,
	} {
		if err := new(EventID).UnmarshalJSON([]byte(s)); err == nil {
			t.Errorf("%s parses", s)
		}
	}
	for _, bad := range [][]byte{nil, make([]byte, 41), make([]byte, 40), append([]byte{0x20}, make([]byte, 41)...)} {
		if _, err := ParseEventID(bad); !errors.Is(err, ErrInvalidID) {
			t.Errorf("%x: %v", bad, err)
		}
	}
	for f, want := range map[Frost]string{0: "0 WAL", 1: "0.000000001 WAL", WAL: "1 WAL", 11 * WAL / 10: "1.1 WAL"} {
		if f.String() != want {
			t.Errorf("%d prints as %s, want %s", f, f, want)
		}
	}
}
