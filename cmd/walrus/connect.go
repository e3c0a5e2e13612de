package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

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

// connectOptions say what a session is for.
type connectOptions struct {
	pays      bool                 // it needs the wallet
	notify    func(string)         // is told what the wallet does; nil: standard error
	configure func(*client.Config) // changes the client's configuration; nil: nothing
}

// connect opens the network of the configuration.
func (a *app) connect(ctx context.Context, opts connectOptions) (*session, error) {
	if opts.notify == nil {
		opts.notify = func(text string) { a.say("%s", text) }
	}
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
	if opts.pays {
		if s.wallet, err = a.openWallet(ctx, s.chain, f, opts.notify); err != nil {
			return nil, errors.Join(err, s.close())
		}
		deps.Wallet = s.wallet
	}
	cfg := f.Config()
	if opts.configure != nil {
		opts.configure(&cfg)
	}
	if s.client, err = client.New(cfg, deps); err != nil {
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
func (a *app) openWallet(ctx context.Context, c *evm.Client, f *client.File, notify func(string)) (*evm.Wallet, error) {
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
	return a.awaitWallet(ctx, path, func() (*evm.Wallet, error) {
		return evm.OpenWallet(ctx, c, key, evm.WalletOptions{
			Approval: evm.Approval(f.Wallet.Approval), MaxFeeGwei: f.MaxFeeGwei, Journal: path + ".journal", Notify: notify,
		})
	})
}

const (
	walletPatience = 2 * time.Minute
	walletLook     = 100 * time.Millisecond
)

// awaitWallet opens a wallet as soon as no other process has it: their transactions must not mix.
func (a *app) awaitWallet(ctx context.Context, path string, open func() (*evm.Wallet, error)) (*evm.Wallet, error) {
	deadline := time.Now().Add(walletPatience)
	for said := false; ; said = true {
		w, err := open()
		if !errors.Is(err, evm.ErrWalletInUse) || time.Now().After(deadline) {
			return w, err
		}
		if !said {
			a.say("waiting for another process that uses wallet %s", path)
		}
		select {
		case <-ctx.Done():
			return nil, err
		case <-time.After(walletLook):
		}
	}
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
