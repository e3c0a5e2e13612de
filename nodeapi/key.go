package nodeapi

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"encoding/base64"
	"encoding/pem"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/walrus-go/walrus"
)

const (
	pemPrivateKey  = "PRIVATE KEY"
	networkKeyFlag = 0x02
	maxKeyFile     = 16 << 10
)

// GenerateNetworkKey returns a fresh P-256 key.
func GenerateNetworkKey() (*ecdsa.PrivateKey, error) {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return nil, fmt.Errorf("generate network key: %w", err)
	}
	return key, nil
}

// NetworkKeyOf returns the compressed form of a P-256 public key, as it is on chain.
func NetworkKeyOf(pub *ecdsa.PublicKey) walrus.NetworkKey {
	return walrus.NetworkKey(elliptic.MarshalCompressed(elliptic.P256(), pub.X, pub.Y))
}

// ParseNetworkKey returns the public key of its compressed form, or ErrInvalidID when it is not a point of P-256.
func ParseNetworkKey(k walrus.NetworkKey) (*ecdsa.PublicKey, error) {
	x, y := elliptic.UnmarshalCompressed(elliptic.P256(), k[:])
	if x == nil {
		return nil, fmt.Errorf("%w: network key %x is not a point of P-256", walrus.ErrInvalidID, k[:])
	}
	return &ecdsa.PublicKey{Curve: elliptic.P256(), X: x, Y: y}, nil
}

// ReadNetworkKey reads a network key from a file: PKCS#8 in PEM, or the base64 of 02 and the 32-byte secret.
func ReadNetworkKey(path string) (*ecdsa.PrivateKey, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("read network key: %w", err)
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, maxKeyFile+1))
	if err != nil {
		return nil, fmt.Errorf("read network key %s: %w", path, err)
	}
	key, err := parseNetworkKeyFile(text)
	if err != nil {
		return nil, fmt.Errorf("read network key %s: %w", path, err)
	}
	return key, nil
}

func parseNetworkKeyFile(text []byte) (*ecdsa.PrivateKey, error) {
	if len(text) > maxKeyFile {
		return nil, errors.New("file is too long for a key")
	}
	if block, _ := pem.Decode(text); block != nil {
		return parsePKCS8(block)
	}
	raw, err := base64.StdEncoding.Strict().DecodeString(strings.TrimSpace(string(text)))
	if err != nil || len(raw) != 33 || raw[0] != networkKeyFlag {
		return nil, errors.New("neither PEM nor the base64 form of a network key")
	}
	return ecdsa.ParseRawPrivateKey(elliptic.P256(), raw[1:])
}

func parsePKCS8(block *pem.Block) (*ecdsa.PrivateKey, error) {
	if block.Type != pemPrivateKey {
		return nil, fmt.Errorf("PEM block %.40q, want %q", block.Type, pemPrivateKey)
	}
	any, err := x509.ParsePKCS8PrivateKey(block.Bytes)
	if err != nil {
		return nil, err
	}
	key, ok := any.(*ecdsa.PrivateKey)
	if !ok || key.Curve != elliptic.P256() {
		return nil, errors.New("not a P-256 key")
	}
	return key, nil
}

// WriteNetworkKey writes the key as PKCS#8 in PEM to a file that must not exist, readable by its owner only. The
// file is there completely or not at all, and durable on return.
func WriteNetworkKey(path string, key *ecdsa.PrivateKey) (err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("write network key: %w", err)
		}
	}()
	if key.Curve != elliptic.P256() {
		return errors.New("not a P-256 key")
	}
	der, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		return err
	}
	dir := filepath.Dir(path)
	temp, err := os.CreateTemp(dir, ".network-key-*") // with mode 0600
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.Remove(temp.Name())) }()
	_, err = temp.Write(pem.EncodeToMemory(&pem.Block{Type: pemPrivateKey, Bytes: der}))
	if err == nil {
		err = temp.Sync()
	}
	if err := errors.Join(err, temp.Close()); err != nil {
		return err
	}
	if err := os.Link(temp.Name(), path); err != nil { // unlike a rename, fails if path exists
		return err
	}
	return syncDir(dir)
}

func syncDir(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}
