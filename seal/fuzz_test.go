package seal

import (
	"bytes"
	"io"
	"testing"
)

// FuzzParseObject: what parses is exactly its canonical form, and opening it with keys at hand does not panic.
func FuzzParseObject(f *testing.F) {
	file := officialObjects(f)
	for _, v := range file.Objects {
		f.Add([]byte(v.Bytes))
	}
	for _, v := range file.Negative {
		f.Add([]byte(v.Bytes))
	}
	v := file.find(f, "aes-2of3-aad")
	keys, public := v.keys(f), v.publicKeys(f)
	f.Fuzz(func(t *testing.T, b []byte) {
		o, err := ParseObject(b)
		if err != nil {
			return
		}
		if !bytes.Equal(o.Bytes(), b) {
			t.Errorf("%x is encoded again as %x", b, o.Bytes())
		}
		if data, err := o.Decrypt(keys, public); err == nil && o.Mode() != Plain && !bytes.Equal(data, v.Plaintext) {
			t.Errorf("%x opens to %x", b, data)
		}
	})
}

// FuzzOpenStream: no start of a stream, preamble included, makes a reader panic or allocate what it has not read.
func FuzzOpenStream(f *testing.F) {
	for _, v := range officialStreams(f) {
		f.Add([]byte(v.Header))
	}
	s := newTestServers(1)
	for _, opts := range []StreamOptions{{}, {Embed: true}, {Pad: true, RecordLog2: 12}} {
		var b bytes.Buffer
		w, _, err := EncryptStream(&b, UnknownLength, opts, Recipients{Identity{}, s.list, 1})
		if err != nil {
			f.Fatal(err)
		}
		if _, err := w.Write([]byte("data")); err != nil {
			f.Fatal(err)
		}
		if err := w.Close(); err != nil {
			f.Fatal(err)
		}
		f.Add(b.Bytes())
	}
	key := newDataKey([32]byte{1})
	f.Fuzz(func(t *testing.T, b []byte) {
		if h, err := ParseStreamHeader(b[:min(len(b), streamHeaderSize)]); err == nil {
			if back, err := ParseStreamHeader(h.Bytes()); err != nil || back != h || !bytes.Equal(h.Bytes(), b[:streamHeaderSize]) {
				t.Errorf("header %x is not its own form", b[:streamHeaderSize])
			}
		}
		// An Unlock that knows the key of any header: the commitment is filled in as a malicious maker could.
		forge := func(h StreamHeader, _ []*Object) (DataKey, error) { return key, nil }
		if _, err := OpenStream(bytes.NewReader(forged(b, key)), int64(len(b)), forge); err == nil && len(b) < streamHeaderSize {
			t.Error("opened a stream without a header")
		}
		if r, err := DecryptStream(bytes.NewReader(forged(b, key)), forge); err == nil {
			if _, err := io.Copy(io.Discard, r); err == nil && len(b) < streamHeaderSize+tagSize {
				t.Error("read a stream without a record to its end")
			}
		}
	})
}

// forged puts the commitment for the key into a header at the start of b.
func forged(b []byte, key DataKey) []byte {
	if len(b) < streamHeaderSize {
		return b
	}
	h, err := ParseStreamHeader(b[:streamHeaderSize])
	if err != nil {
		return b
	}
	keys, err := newStreamKeys(h, key)
	if err != nil {
		return b
	}
	return append(keys.header.Bytes(), b[streamHeaderSize:]...)
}

func FuzzParseMessages(f *testing.F) {
	p := PolicyRequest{Kind: PolicyNamespace, ChainID: 1, Calls: []PolicyCall{{[]byte("id"), nil}}}
	b, err := p.Bytes()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(b)
	f.Add(newTestSession(f, EIP191).Export())
	d, err := newTestCeremony(1, 2, 2, nil).Deal(0, nil)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(d.Bytes())
	f.Add((&Complaint{1, 2, g1}).Bytes())
	f.Fuzz(func(t *testing.T, b []byte) {
		if p, err := ParsePolicyRequest(b); err == nil {
			if back, err := p.Bytes(); err != nil || !bytes.Equal(back, b) {
				t.Errorf("request %x is encoded again as %x, %v", b, back, err)
			}
		}
		if d, err := ParseDealing(b); err == nil && !bytes.Equal(d.Bytes(), b) {
			t.Errorf("dealing %x is encoded again as %x", b, d.Bytes())
		}
		if c, err := ParseComplaint(b); err == nil && !bytes.Equal(c.Bytes(), b) {
			t.Errorf("complaint %x is encoded again as %x", b, c.Bytes())
		}
		if s, err := ImportSession(b); err == nil && !bytes.Equal(s.Export(), b) {
			t.Errorf("session %x is exported again as %x", b, s.Export())
		}
	})
}

func FuzzParseResponse(f *testing.F) {
	f.Add([]byte(`{"decryption_keys":[{"id":[0,1],"encrypted_key":["AA==","AA=="]}]}`))
	f.Add([]byte(`{"policy_request":"AQ==","certificate":{}}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		var r FetchResponse
		if err := r.UnmarshalJSON(b); err == nil {
			if _, err := r.MarshalJSON(); err != nil {
				t.Error(err)
			}
		}
		ParseFetchRequest(b, func(*PolicyRequest) ([32]byte, error) { return [32]byte{}, nil })
	})
}
