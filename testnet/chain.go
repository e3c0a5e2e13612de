package testnet

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"math/big"
	"os"
	"path/filepath"

	"golang.org/x/sync/errgroup"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
	"github.com/walrus-go/walrus/chain/devchain"
	"github.com/walrus-go/walrus/chain/evm"
	"github.com/walrus-go/walrus/client"
)

// StartChain starts the embedded chain, or takes the external one.
func (n *Network) StartChain(ctx context.Context) error {
	if n.cfg.External != nil {
		n.rpcURL = n.cfg.External.URL
		key, err := evm.ParseKey(n.cfg.External.Key)
		n.keys[deployerWallet] = key
		return err
	}
	if err := n.checkChainDirectory(); err != nil {
		return err
	}
	cfg := devchain.Default()
	cfg.Dir, cfg.Port, cfg.ChainID, cfg.BlockTime, cfg.Log = n.dir.chain(), n.settings.Ports.Chain, chainID, n.settings.BlockTime, n.log
	if n.cfg.ChainLead != 0 {
		cfg.Slack = n.cfg.ChainLead
	}
	cfg.Alloc = map[[20]byte]*big.Int{}
	for _, key := range n.keys {
		cfg.Alloc[key.Address()] = nativeCoins()
	}
	c, err := devchain.Open(cfg)
	if err != nil {
		err = fmt.Errorf("start the chain: %w", err)
		if errors.Is(err, devchain.ErrDamaged) {
			err = damaged(err)
		}
		return err
	}
	n.embedded, n.rpcURL = c, c.URL()
	n.onClose(c.Close)
	n.running.Go(func() {
		<-c.Done()
		if err := c.Err(); !errors.Is(err, devchain.ErrClosed) {
			n.fail("chain", err)
		}
	})
	return nil
}

// checkChainDirectory refuses to begin an empty chain under a network file that names contracts.
func (n *Network) checkChainDirectory() error {
	if _, err := os.Stat(n.dir.network()); err != nil {
		return nil
	}
	if _, err := os.Stat(n.dir.chain()); errors.Is(err, fs.ErrNotExist) {
		return damaged(fmt.Errorf("%s names contracts, but their chain is gone: %w", n.dir.network(), err))
	}
	return nil
}

func nativeCoins() *big.Int { return new(big.Int).Mul(big.NewInt(walletNativeCoin), big.NewInt(1e18)) }

// Deploy puts the contracts on the chain, registers the nodes, begins the first epoch, pays out the wallets and writes
// network.yaml. Of a network that exists it only connects.
func (n *Network) Deploy(ctx context.Context) error {
	earlier, err := n.earlierNetwork()
	if err != nil {
		return err
	}
	if err := n.makeNodes(); err != nil {
		return err
	}
	finality := chain.FinalityLatest
	n.network, err = evm.Deploy(ctx, n.rpcURL, n.keys[deployerWallet], n.genesis(), evm.DeployOptions{
		Finality: finality, Contracts: earlier, Journal: filepath.Join(n.dir.path("wallets"), "journal"),
		OnContracts: n.saveNetwork,
		Notify:      func(text string) { n.log.Info("deploy", "step", text) },
	})
	if err != nil {
		return err
	}
	if n.reader, err = evm.Dial(ctx, n.network, evm.Options{}); err != nil {
		return err
	}
	n.onClose(func() error {
		n.reader.Close()
		return nil
	})
	return n.fund(ctx)
}

// earlierNetwork returns what network.yaml says, nil where there is none.
func (n *Network) earlierNetwork() (*chain.Network, error) {
	if _, err := os.Stat(n.dir.network()); errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	network, err := chain.LoadNetwork(n.dir.network())
	if err != nil {
		return nil, damaged(fmt.Errorf("the network directory is damaged: %w", err))
	}
	return network, nil
}

func (n *Network) saveNetwork(network chain.Network) error {
	network.AggregatorURLs = []string{"http://" + loopback(n.settings.Ports.Aggregator)}
	network.PublisherURLs = []string{"http://" + loopback(n.settings.Ports.Publisher)}
	if err := network.Save(n.dir.network()); err != nil {
		return err
	}
	return n.saveClientConfig()
}

func (n *Network) saveClientConfig() error {
	f := client.File{
		Network: client.NetworkRef{Path: filepath.Base(n.dir.network())},
		Wallet: client.WalletFile{
			Path: "wallets/" + clientWallet + ".json", PasswordFile: "wallets/password",
			ActiveAddress: n.keys[clientWallet].Address(), Approval: string(evm.ApprovalUnlimited),
		},
	}
	b, err := f.Marshal()
	if err != nil {
		return fmt.Errorf("encode client configuration: %w", err)
	}
	if err := os.WriteFile(n.dir.client(), b, 0o600); err != nil {
		return fmt.Errorf("write client configuration: %w", err)
	}
	return nil
}

func (n *Network) genesis() chain.Genesis {
	g := chain.Genesis{
		Name: "devnet", NShards: n.settings.Shards, EpochDuration: n.settings.EpochDuration, MaxEpochsAhead: maxEpochsAhead,
		Prices: walrus.Prices{Storage: storagePrice, Write: writePrice}, CapacityBytes: capacityBytes,
	}
	for _, node := range n.Nodes {
		g.Nodes = append(g.Nodes, node.genesis())
	}
	return g
}

// fund gives the wallets that pay their tokens. On an external chain they get native coin as well; elsewhere they have it,
// and approve what the contracts will take in the same block.
func (n *Network) fund(ctx context.Context) error {
	var grants []evm.Grant
	var paying []*evm.Wallet
	canSend := true // from the start, so that approvals need not wait for the grants
	for _, name := range []string{clientWallet, publisherWallet} {
		w, err := n.openWallet(name)
		if err != nil {
			return err
		}
		have, err := w.Balances(ctx)
		if err != nil {
			return err
		}
		grant := evm.Grant{To: w.Address()}
		if have.WAL == 0 {
			grant.WAL = walletWAL
		}
		if have.GasWei.Sign() == 0 {
			grant.Wei, canSend = nativeCoins(), false
		}
		if grant.WAL != 0 || grant.Wei != nil {
			grants = append(grants, grant)
		}
		paying = append(paying, w)
	}
	if len(grants) == 0 {
		return nil
	}
	bank, err := n.openWallet(deployerWallet)
	if err != nil {
		return err
	}
	if !canSend {
		return evm.Fund(ctx, bank, grants)
	}
	sending, ctx := errgroup.WithContext(ctx)
	sending.Go(func() error { return evm.Fund(ctx, bank, grants) })
	for _, w := range paying {
		sending.Go(func() error { return w.Approve(ctx) })
	}
	return sending.Wait()
}
