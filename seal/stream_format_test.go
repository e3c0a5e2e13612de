package seal

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/hkdf"
	"crypto/sha256"
	"encoding/binary"
	"testing"
)

// malicious returns a stream by a maker who has the key: a header of his choice and one record.
func malicious(t *testing.T, key DataKey, length int64, opts StreamOptions, plain []byte) []byte {
	t.Helper()
	opts.Suite, opts.RecordLog2 = AESStream, 12
	keys, err := newStreamKeys(newStreamHeader(length, opts, newSalt()), key)
	if err != nil {
		t.Fatal(err)
	}
	sealed, err := keys.seal(keys.header.Bytes(), plain, 0, true)
	if err != nil {
		t.Fatal(err)
	}
	return sealed
}

func TestMaliciousStreams(t *testing.T) {
	key := NewDataKey()
	padded := func(n uint64) []byte { return binary.LittleEndian.AppendUint64(make([]byte, 10), n) }
	for name, b := range map[string][]byte{
		"longer in the header":     malicious(t, key, 19, StreamOptions{}, make([]byte, 18)),
		"shorter in the header":    malicious(t, key, 17, StreamOptions{}, make([]byte, 18)),
		"padded beyond its size":   malicious(t, key, 18, StreamOptions{Pad: true}, padded(2)),
		"padding longer than all":  malicious(t, key, 18, StreamOptions{Pad: true}, padded(11)),
		"padding of a huge length": malicious(t, key, 18, StreamOptions{Pad: true}, padded(1<<63)),
		"padded to 7 bytes":        malicious(t, key, 7, StreamOptions{Pad: true}, make([]byte, 7)),
	} {
		if got, err := readBoth(b, key); got != 0 {
			t.Errorf("%s: %d, %v", name, got, err)
		}
	}
	if got, err := readBoth(malicious(t, key, 18, StreamOptions{}, make([]byte, 18)), key); got != 2 {
		t.Errorf("honest: %d, %v", got, err)
	}
	honest := malicious(t, key, 18, StreamOptions{Pad: true}, padded(9))
	if s, err := OpenStream(bytes.NewReader(honest), -1, WithKey(key)); err != nil || s.Size() != 9 {
		t.Errorf("honest, padded: %v", err)
	}
}

// TestSegments derives the key of the second segment as the format says, apart from the code under test.
func TestSegments(t *testing.T) {
	key := newDataKey([32]byte{7})
	keys, err := newStreamKeys(newStreamHeader(UnknownLength, StreamOptions{Suite: AESStream, RecordLog2: 12}, [16]byte{8}), key)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := keys.seal(nil, nil, 0, false); err != nil { // so that the first segment is at hand
		t.Fatal(err)
	}
	got, err := keys.seal(nil, []byte("plain"), 1<<20+5, true)
	if err != nil {
		t.Fatal(err)
	}
	info := "blob-stream v1 segment" + string(keys.header.b[32:]) + "\x00\x00\x00\x01"
	okm, err := hkdf.Key(sha256.New, key.Bytes(), append([]byte{8}, make([]byte, 15)...), info, 39)
	if err != nil {
		t.Fatal(err)
	}
	block, err := aes.NewCipher(okm[:32])
	if err != nil {
		t.Fatal(err)
	}
	gcm, err := cipher.NewGCM(block)
	if err != nil {
		t.Fatal(err)
	}
	nonce := append(okm[32:], 0, 0, 0, 5, 1)
	if want := gcm.Seal(nil, nonce, []byte("plain"), nil); !bytes.Equal(got, want) {
		t.Errorf("record %x, want %x", got, want)
	}
}
