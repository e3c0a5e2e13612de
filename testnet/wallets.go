package testnet

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"time"

	"github.com/walrus-go/walrus/chain/evm"
	"github.com/walrus-go/walrus/client"
)

const walletOpenTime = 30 * time.Second

// The wallets of a network, besides one for each node.
const (
	deployerWallet  = "deployer"
	clientWallet    = "client"
	publisherWallet = "publisher"
)

func nodeWallet(i int) string { return fmt.Sprintf("node-%d", i) }

func (n *Network) walletNames() []string {
	names := []string{deployerWallet, clientWallet, publisherWallet}
	for i := range n.settings.Nodes {
		names = append(names, nodeWallet(i+1))
	}
	return names
}

// loadWallets opens the wallet files, and makes those that are missing. Their keys are of no worth outside of this
// network, so the password lies beside them; it is random, so guessing it need not be made dear.
func (n *Network) loadWallets() error {
	if err := n.loadPassword(); err != nil {
		return err
	}
	for _, name := range n.walletNames() {
		key, err := evm.LoadKey(n.dir.wallet(name), n.password)
		if errors.Is(err, fs.ErrNotExist) {
			key, err = evm.CreateKey(n.dir.wallet(name), n.password, evm.ScryptNone)
		}
		if err != nil {
			return damaged(err)
		}
		n.keys[name] = key
	}
	return nil
}

func (n *Network) loadPassword() error {
	b, err := os.ReadFile(n.dir.password())
	if errors.Is(err, fs.ErrNotExist) {
		var random [16]byte
		_, _ = rand.Read(random[:]) // never fails
		b = []byte(hex.EncodeToString(random[:]) + "\n")
		err = os.WriteFile(n.dir.password(), b, 0o600)
	}
	if err != nil {
		return fmt.Errorf("wallet password: %w", err)
	}
	n.password = strings.TrimSpace(string(b))
	return nil
}

// openWallet returns the open wallet of that name, one for the whole network: it owns the account's nonces.
func (n *Network) openWallet(name string) (*evm.Wallet, error) {
	if w := n.wallets[name]; w != nil {
		return w, nil
	}
	key, ok := n.keys[name]
	if !ok {
		return nil, fmt.Errorf("network has no wallet %q", name)
	}
	ctx, cancel := context.WithTimeout(context.Background(), walletOpenTime)
	defer cancel()
	w, err := evm.OpenWallet(ctx, n.reader, key, evm.WalletOptions{
		Journal: n.dir.wallet(name) + ".journal",
		Notify:  func(text string) { n.log.Info("wallet", "wallet", name, "note", text) },
	})
	if err != nil {
		return nil, err
	}
	n.wallets[name] = w
	n.onClose(func() error {
		if n.wallets[name] != w {
			return nil // handed over
		}
		return w.Close()
	})
	return w, nil
}

// HandOver closes the wallet that pays for Client, so that other processes can use it: a wallet is open in one process at
// a time. Client can only read from here on.
func (n *Network) HandOver() error {
	reading, err := n.NewClient(client.Default(), "")
	if err != nil {
		return err
	}
	n.Client = reading
	w := n.wallets[clientWallet]
	delete(n.wallets, clientWallet)
	if w == nil {
		return nil
	}
	return w.Close()
}
