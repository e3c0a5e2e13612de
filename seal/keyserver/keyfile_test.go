package keyserver

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/walrus-go/walrus/seal"
)

var testSecretText = strings.Repeat("0a", 32)

func testSecret(t testing.TB, kind SecretKind, version uint32) Secret {
	t.Helper()
	s, err := NewSecret(kind, version, testSecretText)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestKeyFile(t *testing.T) {
	dir := t.TempDir()
	for i, s := range []Secret{testSecret(t, MasterSecret, 0), testSecret(t, SeedSecret, 0), testSecret(t, ShareSecret, 7)} {
		path := filepath.Join(dir, fmt.Sprint(i))
		if err := WriteKeyFile(path, s, []byte("pw"), minCost); err != nil {
			t.Fatal(err)
		}
		info, err := os.Stat(path)
		if err != nil || info.Mode().Perm() != 0o600 || info.Size() != keyFileSize {
			t.Errorf("%v: mode %v, %d bytes, %v", s.Kind, info.Mode(), info.Size(), err)
		}
		got, err := ReadKeyFile(path, []byte("pw"))
		if err != nil || got.Kind != s.Kind || got.Version != s.Version || got.text() != testSecretText {
			t.Errorf("%v: read %v of version %d, %v", s.Kind, got.Kind, got.Version, err)
		}
		if _, err := ReadKeyFile(path, []byte("pW")); !errors.Is(err, ErrWrongPassword) {
			t.Errorf("%v: wrong password: %v", s.Kind, err)
		}
		if err := WriteKeyFile(path, s, []byte("pw"), minCost); !errors.Is(err, os.ErrExist) {
			t.Errorf("%v: written over another: %v", s.Kind, err)
		}
		for _, mode := range []os.FileMode{0o640, 0o604, 0o660} {
			if err := os.Chmod(path, mode); err != nil {
				t.Fatal(err)
			}
			if _, err := ReadKeyFile(path, []byte("pw")); !errors.Is(err, ErrKeyFile) || !strings.Contains(err.Error(), "0600") {
				t.Errorf("mode %v: %v", mode, err)
			}
		}
	}
	left, err := os.ReadDir(dir)
	if err != nil || len(left) != 3 {
		t.Errorf("%d files are left, %v", len(left), err)
	}
}

// Every byte of a key file counts.
func TestKeyFileIsStrict(t *testing.T) {
	good, err := EncodeKeyFile(testSecret(t, MasterSecret, 0), []byte("pw"), minCost)
	if err != nil {
		t.Fatal(err)
	}
	for i := range good {
		bad := bytes.Clone(good)
		bad[i] ^= 1
		if _, err := DecodeKeyFile(bad, []byte("pw")); !errors.Is(err, ErrKeyFile) && !errors.Is(err, ErrWrongPassword) {
			t.Errorf("byte %d changed: %v", i, err)
		}
	}
	huge := bytes.Clone(good)
	huge[5] = 40 // would take 1 PiB
	for name, b := range map[string][]byte{"empty": nil, "short": good[:keyFileSize-1], "trailing": append(bytes.Clone(good), 0), "cost": huge} {
		if _, err := DecodeKeyFile(b, []byte("pw")); !errors.Is(err, ErrKeyFile) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestSecretKinds(t *testing.T) {
	for name, f := range map[string]func() (Secret, error){
		"zero master key":         func() (Secret, error) { return NewSecret(MasterSecret, 0, strings.Repeat("00", 32)) },
		"above the group order":   func() (Secret, error) { return NewSecret(ShareSecret, 1, strings.Repeat("ff", 32)) },
		"short seed":              func() (Secret, error) { return NewSecret(SeedSecret, 0, "00") },
		"version of a master":     func() (Secret, error) { return NewSecret(MasterSecret, 1, testSecretText) },
		"unknown kind":            func() (Secret, error) { return NewSecret(9, 0, testSecretText) },
		"share made by one alone": func() (Secret, error) { return GenerateSecret(ShareSecret) },
	} {
		if _, err := f(); err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
	s := testSecret(t, SeedSecret, 0)
	if text := fmt.Sprintf("%v %+v %#v %s %x", s, s, s, s, s); strings.Contains(text, testSecretText) || strings.Contains(text, "10") {
		t.Errorf("printed: %s", text)
	}
	if _, err := s.MasterKey(); !errors.Is(err, ErrKeyFile) {
		t.Errorf("seed as a master key: %v", err)
	}
	want, err := mustSeed(t).Derive(3)
	if err != nil {
		t.Fatal(err)
	}
	seed, err := NewSecret(SeedSecret, 0, strings.Repeat("01", 32))
	if err != nil {
		t.Fatal(err)
	}
	if got, err := seed.ClientKey(3); err != nil || got.PublicKey() != want.PublicKey() {
		t.Errorf("key of a client: %v", err)
	}
	if _, err := testSecret(t, MasterSecret, 0).ClientKey(1); err == nil {
		t.Error("a master key has clients")
	}
}

func FuzzDecodeKeyFile(f *testing.F) {
	s, err := NewSecret(MasterSecret, 0, testSecretText)
	if err != nil {
		f.Fatal(err)
	}
	b, err := EncodeKeyFile(s, []byte("pw"), minCost)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(b)
	f.Fuzz(func(t *testing.T, b []byte) {
		if len(b) > 5 && b[5] > minCost {
			b[5] = minCost // time, not form
		}
		_, err := DecodeKeyFile(b, []byte("pw"))
		if err != nil && !errors.Is(err, ErrKeyFile) && !errors.Is(err, ErrWrongPassword) && !errors.Is(err, seal.ErrInvalidKey) {
			t.Fatal(err)
		}
	})
}
