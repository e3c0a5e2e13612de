package seal

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"io"
	"testing"
)

func benchRecipients(t testing.TB, n, threshold int) (*testServers, Recipients) {
	s := newTestServers(n)
	return s, Recipients{NewIdentity(Namespace{1}, []byte("bench")), s.list, threshold}
}

func BenchmarkDerive(b *testing.B) {
	k, id := GenerateMasterKey(), Identity{Inner: []byte("x")}
	for b.Loop() {
		k.Derive(id)
	}
}

// BenchmarkDeriveAndWrap is the work of a key server for one key.
func BenchmarkDeriveAndWrap(b *testing.B) {
	k, id, e := GenerateMasterKey(), Identity{Inner: []byte("x")}, NewEphemeralKey().Encryption()
	for b.Loop() {
		e.Wrap(k.Derive(id))
	}
}

func BenchmarkVerifyDerived(b *testing.B) {
	k, id := GenerateMasterKey(), Identity{Inner: []byte("x")}
	d, p := k.Derive(id), k.PublicKey()
	for b.Loop() {
		if err := p.VerifyDerived(id, d); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkEncapsulate encrypts nothing to 3 servers.
func BenchmarkEncapsulate(b *testing.B) {
	_, to := benchRecipients(b, 3, 2)
	for b.Loop() {
		if _, _, err := Encrypt(to, Plain, nil, nil); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkDecapsulate(b *testing.B) {
	s, to := benchRecipients(b, 3, 2)
	o, _, err := Encrypt(to, Plain, nil, nil)
	if err != nil {
		b.Fatal(err)
	}
	keys, public := make(Keys), make(PublicKeys)
	for i, server := range s.list {
		public[server.ID] = server.Key
		if i < 2 {
			keys[server.ID] = s.master[server.ID].Derive(to.Identity)
		}
	}
	b.Run("checked", func(b *testing.B) {
		for b.Loop() {
			if _, err := o.Decrypt(keys, public); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("unchecked", func(b *testing.B) {
		for b.Loop() {
			if _, err := o.DecryptUnchecked(keys); err != nil {
				b.Fatal(err)
			}
		}
	})
}

const benchStreamSize = 64 << 20

// BenchmarkPlainGCM is what streams are measured against: AES-256-GCM over one buffer.
func BenchmarkPlainGCM(b *testing.B) {
	block, err := aes.NewCipher(make([]byte, 32))
	if err != nil {
		b.Fatal(err)
	}
	gcm, err := cipher.NewGCM(block)
	if err != nil {
		b.Fatal(err)
	}
	plain, nonce := make([]byte, benchStreamSize), make([]byte, 12)
	sealed := gcm.Seal(nil, nonce, plain, nil)
	b.Run("seal", func(b *testing.B) {
		b.SetBytes(benchStreamSize)
		for b.Loop() {
			gcm.Seal(sealed[:0], nonce, plain, nil)
		}
	})
	b.Run("open", func(b *testing.B) {
		b.SetBytes(benchStreamSize)
		for b.Loop() {
			if _, err := gcm.Open(plain[:0], nonce, sealed, nil); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkStream(b *testing.B) {
	key, plain := NewDataKey(), make([]byte, benchStreamSize)
	var sealed bytes.Buffer
	sealed.Grow(benchStreamSize + benchStreamSize/1000)
	write := func(dst io.Writer, step int) {
		w, _, err := NewStreamWriter(dst, key, benchStreamSize, StreamOptions{})
		if err != nil {
			b.Fatal(err)
		}
		for rest := plain; len(rest) > 0; rest = rest[min(step, len(rest)):] {
			if _, err := w.Write(rest[:min(step, len(rest))]); err != nil {
				b.Fatal(err)
			}
		}
		if err := w.Close(); err != nil {
			b.Fatal(err)
		}
	}
	write(&sealed, benchStreamSize)
	for name, step := range map[string]int{"seal/one write": benchStreamSize, "seal/writes of 32 KiB": 32 << 10} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(benchStreamSize)
			for b.Loop() {
				write(io.Discard, step)
			}
		})
	}
	b.Run("open/front to back", func(b *testing.B) {
		b.SetBytes(benchStreamSize)
		p := make([]byte, 64<<10)
		for b.Loop() {
			r, err := DecryptStream(bytes.NewReader(sealed.Bytes()), WithKey(key))
			if err != nil {
				b.Fatal(err)
			}
			for err == nil {
				_, err = r.Read(p)
			}
			if err != io.EOF {
				b.Fatal(err)
			}
		}
	})
	s, err := OpenStream(bytes.NewReader(sealed.Bytes()), int64(sealed.Len()), WithKey(key))
	if err != nil {
		b.Fatal(err)
	}
	b.Run("open/random access, whole", func(b *testing.B) {
		b.SetBytes(benchStreamSize)
		for b.Loop() {
			if _, err := s.ReadAt(plain, 0); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("open/random access, 32 KiB", func(b *testing.B) {
		b.SetBytes(benchStreamSize)
		p := make([]byte, 32<<10)
		for b.Loop() {
			for off := int64(0); off < benchStreamSize; off += int64(len(p)) {
				if _, err := s.ReadAt(p, off); err != nil {
					b.Fatal(err)
				}
			}
		}
	})
}
