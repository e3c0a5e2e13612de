package seal

import (
	"bytes"
	"context"
	"errors"
	"io"
	"runtime"
	"slices"
	"testing"
)

// TestEncryptStream seals one stream under two policies, and reads it by either, detached and embedded.
func TestEncryptStream(t *testing.T) {
	for _, opts := range []StreamOptions{{}, {Embed: true}, {Pad: true}, {Embed: true, Pad: true, Suite: ChaChaStream, RecordLog2: 12}} {
		for _, length := range []int64{UnknownLength, 100_000} {
			s := newTestServers(5)
			to := []Recipients{
				{NewIdentity(Namespace{1}, nil), s.list[:3], 2},
				{NewIdentity(Namespace{2}, nil), s.list[2:], 3},
			}
			var file bytes.Buffer
			w, slots, err := EncryptStream(&file, length, opts, to...)
			if err != nil {
				t.Fatal(err)
			}
			plain := rulePlaintext(100_000)
			if _, err := io.Copy(w, iotestReader(plain)); err != nil {
				t.Fatal(err)
			}
			if err := w.Close(); err != nil {
				t.Fatal(err)
			}
			detached := slots
			if opts.Embed {
				detached = nil
			}
			for _, refused := range []Namespace{{1}, {2}} {
				c := &Client{Source: refusing{s, refused}, Directory: s}
				got, err := OpenStream(bytes.NewReader(file.Bytes()), int64(file.Len()), c.Unlock(t.Context(), detached...))
				if err != nil {
					t.Fatal(err)
				}
				if data, err := io.ReadAll(io.NewSectionReader(got, 0, got.Size())); err != nil || !bytes.Equal(data, plain) {
					t.Errorf("%+v: %d bytes, %v", opts, len(data), err)
				}
				r, err := DecryptStream(bytes.NewReader(file.Bytes()), c.Unlock(t.Context(), detached...))
				if opts.Pad {
					if !errors.Is(err, ErrInvalidStream) {
						t.Errorf("padded, front to back: %v", err)
					}
					continue
				}
				if err != nil {
					t.Fatal(err)
				}
				if data, err := io.ReadAll(r); err != nil || !bytes.Equal(data, plain) {
					t.Errorf("%+v: %d bytes, %v", opts, len(data), err)
				}
			}
		}
	}
}

// iotestReader hides that the source is a bytes.Reader, so that io.Copy copies in its own steps.
func iotestReader(b []byte) io.Reader { return io.LimitReader(bytes.NewReader(b), int64(len(b))) }

// refusing refuses keys of one namespace.
type refusing struct {
	*testServers
	namespace Namespace
}

func (r refusing) DeriveKey(ctx context.Context, server ServerID, id Identity) (DerivedKey, error) {
	if id.Namespace == r.namespace {
		return DerivedKey{}, ErrRefused
	}
	return r.testServers.DeriveKey(ctx, server, id)
}

// TestReseal changes policy and servers of a stream, and with them the master keys, without touching the stream.
func TestReseal(t *testing.T) {
	old, fresh := newTestServers(3), newTestServers(3)
	for i := range fresh.list { // a server is known by its ID, and these are other servers
		id := fresh.list[i].ID
		moved := ServerID{0xff, byte(i)}
		fresh.master[moved] = fresh.master[id]
		delete(fresh.master, id)
		fresh.list[i].ID = moved
	}
	var file bytes.Buffer
	w, slots, err := EncryptStream(&file, UnknownLength, StreamOptions{}, Recipients{NewIdentity(Namespace{1}, nil), old.list, 2})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(w, "long-lived data"); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	src, size := bytes.NewReader(file.Bytes()), int64(file.Len())
	before := &Client{Source: old, Directory: old}
	var key DataKey
	s, err := OpenStream(src, size, func(h StreamHeader, embedded []*Object) (k DataKey, err error) {
		key, err = before.Unlock(t.Context(), slots...)(h, embedded)
		return key, err
	})
	if err != nil {
		t.Fatal(err)
	}
	slot, err := NewSlot(key, s.Header(), Recipients{NewIdentity(Namespace{2}, nil), fresh.list, 3})
	if err != nil {
		t.Fatal(err)
	}
	after := &Client{Source: fresh, Directory: fresh}
	if s, err = OpenStream(src, size, after.Unlock(t.Context(), slot)); err != nil {
		t.Fatal(err)
	}
	if data, err := io.ReadAll(io.NewSectionReader(s, 0, s.Size())); err != nil || string(data) != "long-lived data" {
		t.Errorf("%q, %v", data, err)
	}
	if _, err := OpenStream(src, size, after.Unlock(t.Context(), slots...)); !errors.Is(err, ErrUnknownServer) {
		t.Errorf("the old slot by the servers of the other: %v", err)
	}
}

// TestUnlockRefuses: a slot opens the stream it was made for, whose header it names, and no other.
func TestUnlockRefuses(t *testing.T) {
	s := newTestServers(1)
	c, _ := s.client()
	to := Recipients{NewIdentity(Namespace{1}, nil), s.list, 1}
	_, h, err := NewStreamWriter(io.Discard, NewDataKey(), 0, StreamOptions{})
	if err != nil {
		t.Fatal(err)
	}
	key := NewDataKey()
	_, other, err := NewStreamWriter(io.Discard, key, 0, StreamOptions{})
	if err != nil {
		t.Fatal(err)
	}
	slot, err := NewSlot(key, other, to)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := c.Unlock(t.Context(), slot)(h, nil); !errors.Is(err, ErrInvalidStream) || len(s.takeAsked()) != 0 {
		t.Errorf("slot of another stream: %v", err)
	}
	wrong, err := NewSlot(key, h, to)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := OpenStream(bytes.NewReader(h.Bytes()), 64, c.Unlock(t.Context(), wrong)); !errors.Is(err, ErrDecryption) {
		t.Errorf("slot with another key: %v", err)
	}
	short, _, err := Encrypt(to, AES256GCM, []byte("short"), h.SlotAAD())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := c.Unlock(t.Context(), short)(h, nil); !errors.Is(err, ErrInvalidKey) {
		t.Errorf("slot that holds no key: %v", err)
	}
	if _, err := c.Unlock(t.Context())(h, nil); !errors.Is(err, ErrInvalidStream) {
		t.Errorf("no slots: %v", err)
	}
	if _, _, err := EncryptStream(io.Discard, 0, StreamOptions{}); !errors.Is(err, ErrInvalidRecipients) {
		t.Errorf("nobody to encrypt to: %v", err)
	}
}

func TestPreambleRefuses(t *testing.T) {
	s := newTestServers(1)
	var file bytes.Buffer
	w, _, err := EncryptStream(&file, 0, StreamOptions{Embed: true}, Recipients{NewIdentity(Namespace{1}, nil), s.list, 1})
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	good := file.Bytes()
	key := WithKey(NewDataKey())
	set := func(at int, b ...byte) func([]byte) []byte {
		return func(f []byte) []byte { copy(f[at:], b); return f }
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for name, spoil := range map[string]func([]byte) []byte{
		"no slots": set(4, 0), "too many slots": set(4, 65), "huge count": set(4, 0xff, 0xff, 0xff, 0xff),
		"slot of no bytes": set(8, 0, 0), "huge slot": set(8, 1, 0, 0, 0x10), "slot a byte short": set(8, good[8]-1),
		"version": set(3, 2), "cut in the slot": func(f []byte) []byte { return f[:100] },
		"cut in the header": func(f []byte) []byte { return f[:len(f)-30] }, "empty": func([]byte) []byte { return nil },
	} {
		b := spoil(slices.Clone(good))
		if _, err := OpenStream(bytes.NewReader(b), int64(len(b)), key); !errors.Is(err, ErrInvalidStream) {
			t.Errorf("%s: %v", name, err)
		}
		if _, err := DecryptStream(bytes.NewReader(b), key); !errors.Is(err, ErrInvalidStream) {
			t.Errorf("%s, front to back: %v", name, err)
		}
	}
	runtime.ReadMemStats(&after)
	if allocated := after.TotalAlloc - before.TotalAlloc; allocated > 4<<20 {
		t.Errorf("%d bytes allocated for what was never there", allocated)
	}
}
