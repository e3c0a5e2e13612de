package evm

import (
	"crypto/ecdsa"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/ethereum/go-ethereum/accounts/keystore"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/walrus-go/walrus"
)

// ErrWrongPassword: a wallet file that the password does not open.
var ErrWrongPassword = errors.New("wrong password for the wallet file")

// Key signs the transactions of one account. Printing it in any way prints the address.
type Key struct {
	secret *secretKey // behind a pointer, so that printing a struct that holds a Key shows an address
}

type secretKey struct{ key *ecdsa.PrivateKey }

// Scrypt is how dear a wallet file makes guessing its password.
type Scrypt int

// The costs: about a second and 256 MB for each try; some ten milliseconds for keys of no worth; nothing, for random
// passwords that nobody can guess anyway.
const (
	ScryptStandard Scrypt = iota
	ScryptLight
	ScryptNone
)

// maxWalletFile is the largest wallet file that is read, in bytes.
const maxWalletFile = 64 << 10

// GenerateKey returns a key that no file holds.
func GenerateKey() (Key, error) {
	k, err := crypto.GenerateKey()
	if err != nil {
		return Key{}, fmt.Errorf("generate wallet key: %w", err)
	}
	return newKey(k), nil
}

// ParseKey reads a secret of 64 hexadecimal digits, for tests and for accounts made elsewhere.
func ParseKey(hex string) (Key, error) {
	k, err := crypto.HexToECDSA(hex)
	if err != nil {
		return Key{}, errors.New("secret of a wallet is no secp256k1 key in 64 hexadecimal digits")
	}
	return newKey(k), nil
}

func newKey(k *ecdsa.PrivateKey) Key { return Key{&secretKey{k}} }

// CreateKey makes a key and its wallet file, a go-ethereum keystore of version 3 with mode 0600. An existing file is
// an error.
func CreateKey(path, password string, cost Scrypt) (Key, error) {
	key, err := createKey(path, password, cost)
	if err != nil {
		return Key{}, fmt.Errorf("create wallet file %s: %w", path, err)
	}
	return key, nil
}

func createKey(path, password string, cost Scrypt) (Key, error) {
	n, p := keystore.StandardScryptN, keystore.StandardScryptP
	switch cost {
	case ScryptLight:
		n, p = keystore.LightScryptN, keystore.LightScryptP
	case ScryptNone:
		n, p = 2, 1
	}
	dir, err := os.MkdirTemp(filepath.Dir(path), ".wallet-*")
	if err != nil {
		return Key{}, err
	}
	defer os.RemoveAll(dir)
	account, err := keystore.StoreKey(dir, password, n, p)
	if err != nil {
		return Key{}, err
	}
	if err := errors.Join(os.Chmod(account.URL.Path, 0o600), syncPath(account.URL.Path)); err != nil {
		return Key{}, err
	}
	key, err := LoadKey(account.URL.Path, password) // what was written can be read, or nothing is kept
	if err != nil {
		return Key{}, err
	}
	if err := os.Link(account.URL.Path, path); err != nil { // unlike a rename it never replaces a file
		return Key{}, err
	}
	return key, syncPath(filepath.Dir(path))
}

// syncPath makes a file or the entries of a directory durable.
func syncPath(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// LoadKey opens a wallet file. A password that does not fit gives ErrWrongPassword.
func LoadKey(path, password string) (Key, error) {
	f, err := os.Open(path)
	if err != nil {
		return Key{}, fmt.Errorf("open wallet file: %w", err)
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, maxWalletFile+1))
	if err != nil || len(b) > maxWalletFile {
		return Key{}, errors.Join(fmt.Errorf("read wallet file %s of at most %d bytes", path, maxWalletFile), err)
	}
	k, err := keystore.DecryptKey(b, password)
	if errors.Is(err, keystore.ErrDecrypt) {
		return Key{}, fmt.Errorf("%w: %s", ErrWrongPassword, path)
	}
	if err != nil {
		return Key{}, fmt.Errorf("wallet file %s: %w", path, err)
	}
	return newKey(k.PrivateKey), nil
}

// Address returns the account.
func (k Key) Address() walrus.Address { return walrus.Address(k.address()) }

func (k Key) address() common.Address { return crypto.PubkeyToAddress(k.secret.key.PublicKey) }

// sign returns the signed form of a transaction.
func (k Key) sign(tx *types.DynamicFeeTx) (*types.Transaction, error) {
	return types.SignNewTx(k.secret.key, types.LatestSignerForChainID(tx.ChainID), tx)
}

// String returns the address.
func (k Key) String() string {
	if k.secret == nil {
		return "no key"
	}
	return "key of " + k.Address().String()
}

// Format prints String, whatever the verb.
func (k Key) Format(s fmt.State, _ rune) { io.WriteString(s, k.String()) }
