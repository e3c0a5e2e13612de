package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain/evm"
	"github.com/walrus-go/walrus/client"
	"github.com/walrus-go/walrus/nodeapi"
)

// session is a client with what is to be closed after it.
type session struct {
	client *client.Client
	file   *client.File
	chain  *evm.Client
	wallet *evm.Wallet // nil when reading
}

// connect opens the network of the configuration, with its wallet when the command pays.
func (a *app) connect(ctx context.Context, pays bool) (*session, error) {
	f, err := a.configuration()
	if err != nil {
		return nil, err
	}
	network, err := f.LoadNetwork()
	if err != nil {
		return nil, err
	}
	if a.rpcURL != "" {
		network.RPCURLs = []string{a.rpcURL}
	}
	s := &session{file: f}
	if s.chain, err = evm.Dial(ctx, *network, evm.Options{}); err != nil {
		return nil, err
	}
	deps := client.Deps{Chain: s.chain, Dial: dialNode}
	if pays {
		if s.wallet, err = a.openWallet(ctx, s.chain, f); err != nil {
			return nil, errors.Join(err, s.close())
		}
		deps.Wallet = s.wallet
	}
	if s.client, err = client.New(f.Config(), deps); err != nil {
		return nil, errors.Join(err, s.close())
	}
	return s, nil
}

func (s *session) close() error {
	var err error
	if s.client != nil {
		s.client.Close()
	}
	if s.wallet != nil {
		err = s.wallet.Close()
	}
	s.chain.Close()
	return err
}

func dialNode(m *walrus.Member, n walrus.ShardCount) nodeapi.Service {
	return nodeapi.Dial(m.NetworkAddress, m.NetworkKey, nodeapi.ClientOptions{NShards: n})
}

func (a *app) configuration() (*client.File, error) {
	path := a.config
	if path == "" {
		var err error
		if path, err = client.FindFile(); err != nil {
			return nil, err
		}
	}
	return client.LoadFile(path, a.context)
}

// openWallet opens the wallet of the configuration; its transactions survive this process in a journal beside it.
func (a *app) openWallet(ctx context.Context, c *evm.Client, f *client.File) (*evm.Wallet, error) {
	if f.Wallet.Path == "" {
		return nil, fmt.Errorf("%w: the configuration has no wallet_config.path", client.ErrNoWallet)
	}
	password, err := walletPassword(f)
	if err != nil {
		return nil, err
	}
	path := f.Resolve(f.Wallet.Path)
	key, err := evm.LoadKey(path, password)
	if err != nil {
		return nil, err
	}
	if want := f.Wallet.ActiveAddress; !want.IsZero() && want != key.Address() {
		return nil, fmt.Errorf("wallet %s is of %v, the configuration's active_address is %v", path, key.Address(), want)
	}
	return evm.OpenWallet(ctx, c, key, evm.WalletOptions{
		Approval: evm.Approval(f.Wallet.Approval), MaxFeeGwei: f.MaxFeeGwei, Journal: path + ".journal",
		Notify: func(text string) { a.say("%s", text) },
	})
}

// walletPassword reads the password file, or else the environment.
func walletPassword(f *client.File) (string, error) {
	if f.Wallet.PasswordFile == "" {
		return os.Getenv("WALRUS_WALLET_PASSWORD"), nil
	}
	b, err := os.ReadFile(f.Resolve(f.Wallet.PasswordFile))
	if err != nil {
		return "", fmt.Errorf("read wallet password: %w", err)
	}
	return strings.TrimRight(string(b), "\r\n"), nil
}
