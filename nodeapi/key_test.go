package nodeapi

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"encoding/base64"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/walrus-go/walrus"
)

func testKey(t testing.TB) *ecdsa.PrivateKey {
	t.Helper()
	key, err := GenerateNetworkKey()
	if err != nil {
		t.Fatal(err)
	}
	return key
}

func TestKeyFile(t *testing.T) {
	key, dir := testKey(t), t.TempDir()
	path := filepath.Join(dir, "network.key")
	if err := WriteNetworkKey(path, key); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(path)
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("key file has mode %v, %v", info.Mode(), err)
	}
	got, err := ReadNetworkKey(path)
	if err != nil || !got.Equal(key) {
		t.Errorf("read another key: %v", err)
	}
	before, _ := os.ReadFile(path)
	if err := WriteNetworkKey(path, testKey(t)); !errors.Is(err, os.ErrExist) {
		t.Errorf("writing over a key: %v", err)
	}
	if after, _ := os.ReadFile(path); !bytes.Equal(before, after) {
		t.Error("the key was overwritten")
	}
	if entries, _ := os.ReadDir(dir); len(entries) != 1 {
		t.Errorf("files were left behind: %v", entries)
	}
}

func TestKeyFileForms(t *testing.T) {
	key := testKey(t)
	secret, err := key.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	flagged := func(flag byte, secret []byte) string {
		return base64.StdEncoding.EncodeToString(append([]byte{flag}, secret...))
	}
	got, err := parseNetworkKeyFile([]byte(flagged(2, secret) + "\n"))
	if err != nil || !got.Equal(key) {
		t.Errorf("base64 form: %v", err)
	}
	for name, text := range map[string]string{
		"empty": "", "protocol key": flagged(4, secret), "short": flagged(2, secret[1:]), "zero": flagged(2, make([]byte, 32)),
		"beyond the order": flagged(2, bytes.Repeat([]byte{0xff}, 32)), "hex": "00ff",
		"other PEM": "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
		"PEM trash": "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
		"too long":  string(make([]byte, maxKeyFile+1)),
	} {
		if _, err := parseNetworkKeyFile([]byte(text)); err == nil {
			t.Errorf("%s was accepted", name)
		}
	}
}

func TestOtherCurveRefused(t *testing.T) {
	key, err := ecdsa.GenerateKey(elliptic.P384(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "network.key")
	if err := WriteNetworkKey(path, key); err == nil {
		t.Error("P-384 key was written")
	}
	if _, err := ServerTLS(key, "localhost"); err == nil {
		t.Error("P-384 key was taken for a server")
	}
}

func TestNetworkKeyForms(t *testing.T) {
	key := testKey(t)
	compressed := NetworkKeyOf(&key.PublicKey)
	pub, err := ParseNetworkKey(compressed)
	if err != nil || !pub.Equal(&key.PublicKey) {
		t.Errorf("public key changed: %v", err)
	}
	beyond := walrus.NetworkKey(append([]byte{2}, bytes.Repeat([]byte{0xff}, 32)...)) // x is not below the prime
	off := walrus.NetworkKey{0: 2, 32: 1}                                             // no point has x = 1
	for _, bad := range []walrus.NetworkKey{{}, {0: 4}, beyond, off} {
		if pub, err := ParseNetworkKey(bad); err == nil {
			t.Errorf("%x was read as %v", bad, pub)
		} else if !errors.Is(err, walrus.ErrInvalidID) {
			t.Error(err)
		}
	}
}
