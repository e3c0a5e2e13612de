package chain

import (
	"bytes"
	"errors"
	"testing"

	"github.com/walrus-go/walrus"
)

func sampleCursor() Cursor {
	c := Cursor{NextIndex: 9, Block: 300, BlockHash: [32]byte{1, 2, 3}, Taken: 4}
	c.Last = walrus.EventID{Tx: walrus.TxHash{7}, LogIndex: 5}
	return c
}

func TestCursorRoundTrip(t *testing.T) {
	boundary := sampleCursor()
	boundary.Last = walrus.EventID{}
	quiet := Cursor{NextIndex: 1, Block: 512, BlockHash: [32]byte{9}, Taken: 1}
	for name, c := range map[string]Cursor{"start": {}, "event": sampleCursor(), "boundary": boundary, "quiet": quiet} {
		t.Run(name, func(t *testing.T) {
			b, err := c.MarshalBinary()
			if err != nil {
				t.Fatal(err)
			}
			var got Cursor
			if err := got.UnmarshalBinary(b); err != nil || got != c {
				t.Fatalf("got %v, %v; want %v", got, err, c)
			}
		})
	}
}

func TestCursorRefused(t *testing.T) {
	good, err := sampleCursor().MarshalBinary()
	if err != nil {
		t.Fatal(err)
	}
	edit := func(f func(b []byte) []byte) []byte { return f(bytes.Clone(good)) }
	for name, b := range map[string][]byte{
		"empty":      nil,
		"version":    edit(func(b []byte) []byte { b[0] = 2; return b }),
		"short":      good[:len(good)-1],
		"long":       append(bytes.Clone(good), 0),
		"taken 0":    edit(func(b []byte) []byte { b[49] = 0; return b }),
		"taken > ix": edit(func(b []byte) []byte { b[49] = 10; return b }),
		"no hash":    edit(func(b []byte) []byte { clear(b[17:49]); return b }),
		"boundary of a block without event": edit(func(b []byte) []byte {
			b[49] = 1
			clear(b[53:])
			return b
		}),
	} {
		t.Run(name, func(t *testing.T) {
			c := sampleCursor()
			if err := c.UnmarshalBinary(b); !errors.Is(err, ErrInvalidCursor) {
				t.Fatalf("error %v, want ErrInvalidCursor", err)
			}
			if c != sampleCursor() {
				t.Fatal("a refused form changed the cursor")
			}
		})
	}
}

func FuzzCursor(f *testing.F) {
	good, _ := sampleCursor().MarshalBinary()
	f.Add(good)
	zero, _ := Cursor{}.MarshalBinary()
	f.Add(zero)
	f.Fuzz(func(t *testing.T, b []byte) {
		var c Cursor
		if c.UnmarshalBinary(b) != nil {
			return
		}
		again, err := c.MarshalBinary()
		if err != nil || !bytes.Equal(again, b) {
			t.Fatalf("%x was accepted and is written as %x, %v", b, again, err)
		}
	})
}
