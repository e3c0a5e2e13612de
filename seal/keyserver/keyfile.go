package keyserver

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/rand"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/crypto/scrypt"

	"github.com/walrus-go/walrus/seal"
)

// SecretKind says what a key file holds.
type SecretKind uint8

// The kinds, with the values that they have in a key file.
const (
	MasterSecret SecretKind = 1 // a master key
	SeedSecret   SecretKind = 2 // the seed of an operator with several clients
	ShareSecret  SecretKind = 3 // a share of a committee's master key
)

// String returns one word for the kind.
func (k SecretKind) String() string {
	switch k {
	case MasterSecret:
		return "master"
	case SeedSecret:
		return "seed"
	case ShareSecret:
		return "share"
	}
	return fmt.Sprintf("kind %d", uint8(k))
}

// Secret is what a key file holds. Formatting it prints a fixed text.
type Secret struct {
	Kind    SecretKind
	Version uint32 // of the committee, for a share
	value   func() [32]byte
}

// Format prints a fixed text, whatever the verb.
func (s Secret) Format(f fmt.State, _ rune) { io.WriteString(f, "key server secret") }

// NewSecret returns the secret with a value of 64 hexadecimal digits, checked for its kind.
func NewSecret(kind SecretKind, version uint32, text string) (Secret, error) {
	if (version != 0) && kind != ShareSecret {
		return Secret{}, fmt.Errorf("%w: only a share has a version", ErrKeyFile)
	}
	text = strings.TrimPrefix(strings.TrimSpace(text), "0x")
	var err error
	switch kind {
	case MasterSecret, ShareSecret:
		_, err = seal.ParseMasterKey(text)
	case SeedSecret:
		_, err = seal.ParseSeed(text)
	default:
		err = fmt.Errorf("%w: unknown %v", ErrKeyFile, kind)
	}
	if err != nil {
		return Secret{}, err
	}
	b, err := hex.DecodeString(text)
	if err != nil || len(b) != 32 {
		return Secret{}, fmt.Errorf("%w: a secret is 64 hexadecimal digits", ErrKeyFile)
	}
	v := [32]byte(b)
	return Secret{kind, version, func() [32]byte { return v }}, nil
}

// GenerateSecret returns a random master key or seed.
func GenerateSecret(kind SecretKind) (Secret, error) {
	switch kind {
	case MasterSecret:
		return NewSecret(kind, 0, seal.GenerateMasterKey().Export())
	case SeedSecret:
		var b [32]byte
		_, _ = rand.Read(b[:]) // never fails
		return NewSecret(kind, 0, hex.EncodeToString(b[:]))
	}
	return Secret{}, fmt.Errorf("%w: a %v is not made by one alone", ErrKeyFile, kind)
}

func (s Secret) text() string { b := s.value(); return hex.EncodeToString(b[:]) }

// MasterKey returns the master key or the share.
func (s Secret) MasterKey() (seal.MasterKey, error) {
	if s.Kind == SeedSecret {
		return seal.MasterKey{}, fmt.Errorf("%w: it holds a seed, want a master key", ErrKeyFile)
	}
	return seal.ParseMasterKey(s.text())
}

// Seed returns the seed.
func (s Secret) Seed() (seal.Seed, error) {
	if s.Kind != SeedSecret {
		return seal.Seed{}, fmt.Errorf("%w: it holds a %v, want a seed", ErrKeyFile, s.Kind)
	}
	return seal.ParseSeed(s.text())
}

// ClientKey returns the master key of a client by its index in a seed; other secrets hold the one of index 0.
func (s Secret) ClientKey(index uint64) (seal.MasterKey, error) {
	if s.Kind != SeedSecret {
		if index != 0 {
			return seal.MasterKey{}, fmt.Errorf("%w: a %v has no clients", ErrKeyFile, s.Kind)
		}
		return s.MasterKey()
	}
	seed, err := s.Seed()
	if err != nil {
		return seal.MasterKey{}, err
	}
	return seed.Derive(index)
}

// Errors of key files.
var (
	ErrKeyFile       = errors.New("invalid key file")
	ErrWrongPassword = errors.New("wrong password, or the key file was changed")
)

// The form of a key file:
//
//	 0  "SKF" 01
//	 4  kind, log2 of scrypt's cost N (r = 8, p = 1), 0, 0
//	 8  committee version u32, little-endian
//	12  salt, 16 bytes
//	28  secret, 32 bytes, and tag, 16: AES-256-GCM under scrypt(password, salt), nonce 0, authenticating bytes 0 to 28
//
// The key is used once, as its salt is random, so the nonce may be fixed.
const (
	keyFileMagic  = "SKF\x01"
	keyFileHeader = 28
	keyFileSize   = keyFileHeader + 32 + 16
	// Costs that are read: the upper bound keeps a file from taking more than 256 MiB of memory.
	minCost, maxCost = 10, 18
	// DefaultCost is log2 of N for files that are written: 64 MiB and a fraction of a second.
	DefaultCost = 16
)

func keyFileCipher(password, header []byte) (cipher.AEAD, error) {
	key, err := scrypt.Key(password, header[12:keyFileHeader], 1<<header[5], 8, 1, 32)
	if err != nil {
		return nil, fmt.Errorf("derive key of key file: %w", err)
	}
	block, err := aes.NewCipher(key)
	clear(key)
	if err != nil {
		return nil, fmt.Errorf("key file: %w", err)
	}
	return cipher.NewGCM(block)
}

// EncodeKeyFile returns a key file with the secret under a password. cost is log2 of scrypt's N, 10 to 18.
func EncodeKeyFile(s Secret, password []byte, cost int) ([]byte, error) {
	if len(password) == 0 {
		return nil, fmt.Errorf("%w: empty password", ErrKeyFile)
	}
	if cost < minCost || cost > maxCost {
		return nil, fmt.Errorf("%w: cost %d, want %d to %d", ErrKeyFile, cost, minCost, maxCost)
	}
	if s.value == nil {
		return nil, fmt.Errorf("%w: no secret", ErrKeyFile)
	}
	b := append(make([]byte, 0, keyFileSize), keyFileMagic...)
	b = append(b, byte(s.Kind), byte(cost), 0, 0)
	b = binary.LittleEndian.AppendUint32(b, s.Version)
	var salt [16]byte
	_, _ = rand.Read(salt[:]) // never fails
	b = append(b, salt[:]...)
	aead, err := keyFileCipher(password, b)
	if err != nil {
		return nil, err
	}
	secret := s.value()
	defer clear(secret[:])
	return aead.Seal(b, make([]byte, aead.NonceSize()), secret[:], b), nil
}

// DecodeKeyFile opens a key file, in its one form.
func DecodeKeyFile(b, password []byte) (Secret, error) {
	if len(b) != keyFileSize || string(b[:4]) != keyFileMagic || b[6] != 0 || b[7] != 0 {
		return Secret{}, fmt.Errorf("%w: not a key file of version 1", ErrKeyFile)
	}
	if b[5] < minCost || b[5] > maxCost {
		return Secret{}, fmt.Errorf("%w: cost %d, want %d to %d", ErrKeyFile, b[5], minCost, maxCost)
	}
	aead, err := keyFileCipher(password, b[:keyFileHeader])
	if err != nil {
		return Secret{}, err
	}
	secret, err := aead.Open(nil, make([]byte, aead.NonceSize()), b[keyFileHeader:], b[:keyFileHeader])
	if err != nil {
		return Secret{}, ErrWrongPassword
	}
	defer clear(secret)
	return NewSecret(SecretKind(b[4]), binary.LittleEndian.Uint32(b[8:]), hex.EncodeToString(secret))
}

// ReadKeyFile reads a key file that nobody but its owner may touch.
func ReadKeyFile(path string, password []byte) (Secret, error) {
	f, err := os.Open(path)
	if err != nil {
		return Secret{}, fmt.Errorf("open key file: %w", err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return Secret{}, fmt.Errorf("open key file: %w", err)
	}
	if m := info.Mode(); !m.IsRegular() || m.Perm()&0o077 != 0 {
		return Secret{}, fmt.Errorf("%w: %s has mode %v, want a file of mode 0600", ErrKeyFile, path, m)
	}
	b, err := io.ReadAll(io.LimitReader(f, keyFileSize+1))
	if err != nil {
		return Secret{}, fmt.Errorf("read key file: %w", err)
	}
	s, err := DecodeKeyFile(b, password)
	if err != nil {
		return Secret{}, fmt.Errorf("%s: %w", path, err)
	}
	return s, nil
}

// WriteKeyFile writes a key file that was not there before, durably, with mode 0600.
func WriteKeyFile(path string, s Secret, password []byte, cost int) (err error) {
	b, err := EncodeKeyFile(s, password, cost)
	if err != nil {
		return err
	}
	dir := filepath.Dir(path)
	f, err := os.CreateTemp(dir, ".key-*") // mode 0600
	if err != nil {
		return fmt.Errorf("write key file: %w", err)
	}
	defer func() { err = errors.Join(err, os.Remove(f.Name())) }()
	_, err = f.Write(b)
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		return fmt.Errorf("write key file: %w", err)
	}
	if err := os.Link(f.Name(), path); err != nil { // unlike a rename, it does not replace
		return fmt.Errorf("write key file: %w", err)
	}
	d, err := os.Open(dir)
	if err != nil {
		return fmt.Errorf("write key file: %w", err)
	}
	if err := errors.Join(d.Sync(), d.Close()); err != nil {
		return fmt.Errorf("write key file: %w", err)
	}
	return nil
}
