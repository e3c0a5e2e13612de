package evm

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
	"github.com/walrus-go/walrus/chain/evm/bind/certs"
	"github.com/walrus-go/walrus/chain/evm/bind/epochs"
	"github.com/walrus-go/walrus/chain/evm/bind/registry"
	"github.com/walrus-go/walrus/chain/evm/bind/system"
	"github.com/walrus-go/walrus/chain/evm/bind/token"
)

// DeployOptions are the settings of Deploy. The zero value asks for the defaults.
type DeployOptions struct {
	// Finality of the network; empty = finalized, which is right for everything but an embedded chain or anvil.
	Finality chain.Finality
	// Contracts, when set, is the network of an earlier attempt: its contracts are used, and only what is missing is
	// done.
	Contracts *chain.Network
	// OnContracts is called as soon as the contracts exist, with the network that will be returned. When it fails,
	// Deploy ends with its error.
	OnContracts func(chain.Network) error
	// Journal is that of WalletOptions.
	Journal string
	// Notify is told each step in words.
	Notify func(string)
	// Client are the settings of the connection.
	Client Options
}

// Deploy puts the contracts on a chain, registers the nodes of the genesis with their proofs of possession, and begins epoch
// 1. The key pays, and gets the whole supply of tokens. Transactions that do not depend on each other are sent
// together. Each step asks the chain whether it is done, so an attempt that was cut off can be taken up with
// DeployOptions.Contracts.
func Deploy(ctx context.Context, rpcURL string, key Key, g chain.Genesis, opts DeployOptions) (chain.Network, error) {
	if err := g.Validate(); err != nil {
		return chain.Network{}, err
	}
	d, err := newDeployment(ctx, rpcURL, key, g, opts)
	if err != nil {
		return chain.Network{}, fmt.Errorf("deploy %q: %w", g.Name, err)
	}
	err = d.run(ctx)
	if err := errors.Join(err, d.close()); err != nil {
		return chain.Network{}, fmt.Errorf("deploy %q: %w", g.Name, err)
	}
	return d.network, nil
}

// deployment is the state of Deploy.
type deployment struct {
	genesis chain.Genesis
	options DeployOptions
	pool    *pool
	sender  *sender
	network chain.Network
}

func newDeployment(ctx context.Context, rpcURL string, key Key, g chain.Genesis, opts DeployOptions) (*deployment, error) {
	if opts.Finality == "" {
		opts.Finality = chain.FinalityFinalized
	}
	if opts.Notify == nil {
		opts.Notify = func(string) {}
	}
	opts.Client = opts.Client.withDefaults()
	if err := opts.Finality.Validate(); err != nil {
		return nil, err
	}
	d := &deployment{genesis: g, options: opts}
	var chainID uint64
	if opts.Contracts != nil {
		if err := opts.Contracts.Validate(); err != nil {
			return nil, err
		}
		d.network, chainID = *opts.Contracts, opts.Contracts.ChainID
	}
	d.pool = newPool([]string{rpcURL}, chainID, opts.Client, checkPrecompiles)
	err := d.pool.do(ctx, func(ctx context.Context, e *conn) error {
		id, err := e.eth.ChainID(ctx)
		if err := e.check(err); err != nil {
			return err
		}
		if !id.IsUint64() {
			return fmt.Errorf("%w: chain id %v", chain.ErrWrongNetwork, id)
		}
		chainID = id.Uint64()
		return nil
	})
	if err != nil {
		d.pool.close()
		return nil, err
	}
	if opts.Contracts == nil {
		d.network = chain.Network{
			Version: chain.NetworkVersion, Name: g.Name, ChainID: chainID, RPCURLs: []string{rpcURL}, Finality: opts.Finality,
		}
	}
	c := &Client{network: d.network, options: opts.Client}
	w := WalletOptions{Notify: opts.Notify}
	if d.sender, err = openSender(ctx, d.pool, chainID, key, opts.Journal, w.sender(c), func() {}); err != nil {
		d.pool.close()
		return nil, err
	}
	return d, nil
}

func (d *deployment) close() error {
	err := d.sender.close()
	d.pool.close()
	d.options.Client.HTTP.CloseIdleConnections()
	return err
}

func (d *deployment) run(ctx context.Context) error {
	if d.options.Contracts == nil {
		if err := d.createContracts(ctx); err != nil {
			return err
		}
	}
	if err := d.network.Validate(); err != nil {
		return err
	}
	if d.options.OnContracts != nil {
		if err := d.options.OnContracts(d.network); err != nil {
			return err
		}
	}
	if err := d.awaitRest(ctx); err != nil {
		return err
	}
	if err := d.connectRegistry(ctx); err != nil {
		return err
	}
	if err := d.registerNodes(ctx); err != nil {
		return err
	}
	return d.begin(ctx)
}

// started is a transaction that was sent.
type started struct {
	what    string
	created common.Address // contract that it makes
	request *request
	wait    func(context.Context) (*types.Receipt, error)
}

// start sends a transaction. With gas 0 it is estimated first.
func (d *deployment) start(ctx context.Context, what string, to *common.Address, data []byte, gas uint64) (s started, err error) {
	if gas == 0 {
		if gas, err = d.sender.estimate(ctx, to, nil, data); err != nil {
			return s, fmt.Errorf("%s: %w", what, err)
		}
	}
	s = started{what: what, request: &request{to: to, data: data, gas: gas}}
	nonce, wait, err := d.sender.submit(ctx, s.request)
	if err != nil {
		return s, fmt.Errorf("%s: %w", what, err)
	}
	s.wait, s.created = wait, crypto.CreateAddress(d.sender.key.address(), nonce)
	return s, nil
}

// finish waits for transactions and returns the lowest block among them.
func (d *deployment) finish(ctx context.Context, all []started) (first uint64, err error) {
	for _, s := range all {
		r, err := s.wait(ctx)
		if err == nil {
			err = d.sender.reverted(ctx, r, s.request.to, nil, s.request.data)
		}
		if err != nil {
			return 0, fmt.Errorf("%s: %w", s.what, err)
		}
		if block := r.BlockNumber.Uint64(); first == 0 || block < first {
			first = block
		}
	}
	return first, nil
}

// createContracts puts the contracts on the chain, all at once: none runs another in its constructor, and their
// addresses follow from the nonces.
func (d *deployment) createContracts(ctx context.Context) error {
	d.options.Notify("creating the contracts")
	var all []started
	create := func(name, bin string, args []byte) (common.Address, error) {
		code, err := hexutil.Decode(bin)
		if err != nil {
			return common.Address{}, fmt.Errorf("bytecode of contract %s: %w", name, err)
		}
		s, err := d.start(ctx, "create contract "+name, nil, append(code, args...), 0)
		if err != nil {
			return common.Address{}, err
		}
		all = append(all, s)
		return s.created, nil
	}
	c, err := create("certs", certs.CertsMetaData.Bin, nil)
	if err != nil {
		return err
	}
	r, err := create(chain.RegistryContract, registry.RegistryMetaData.Bin, registryABI.PackConstructor(c))
	if err != nil {
		return err
	}
	e, err := create(chain.EpochsContract, epochs.EpochsMetaData.Bin, epochsABI.PackConstructor(r, d.config()))
	if err != nil {
		return err
	}
	t, err := create(chain.TokenContract, token.TokenMetaData.Bin, tokenABI.PackConstructor(d.sender.key.address()))
	if err != nil {
		return err
	}
	s, err := create(chain.SystemContract, system.SystemMetaData.Bin, systemABI.PackConstructor(t, e, c))
	if err != nil {
		return err
	}
	link, err := d.start(ctx, "connect registry and epochs", &r, registryABI.PackSetEpochs(e), linkGas)
	if err != nil {
		return err
	}
	first, err := d.finish(ctx, append(all, link))
	if err != nil {
		return err
	}
	d.network.DeployedAtBlock = first
	d.network.Contracts = map[string]walrus.Address{
		chain.TokenContract: walrus.Address(t), chain.RegistryContract: walrus.Address(r),
		chain.EpochsContract: walrus.Address(e), chain.SystemContract: walrus.Address(s),
	}
	return nil
}

// linkGas is enough for Registry.setEpochs, which cannot be estimated before its contract exists.
const linkGas = 150_000

func (d *deployment) config() epochs.EpochsConfig {
	return epochs.EpochsConfig{
		NShards: uint16(d.genesis.NShards), EpochSeconds: uint64(d.genesis.EpochDuration / time.Second),
		MaxEpochsAhead: d.genesis.MaxEpochsAhead, StoragePrice: uint64(d.genesis.Prices.Storage),
		WritePrice: uint64(d.genesis.Prices.Write), Capacity: d.genesis.CapacityBytes,
	}
}

// awaitRest waits until no transaction of the account is under way: an earlier attempt may have left some.
func (d *deployment) awaitRest(ctx context.Context) error {
	for pause := firstLook; ; pause = min(2*pause, time.Second) {
		var included, known uint64
		err := d.pool.do(ctx, func(ctx context.Context, e *conn) (err error) {
			if included, err = e.eth.NonceAt(ctx, d.sender.key.address(), nil); err == nil {
				known, err = e.eth.PendingNonceAt(ctx, d.sender.key.address())
			}
			return e.check(err)
		})
		if err != nil || included >= max(known, d.sender.atRest) {
			return err
		}
		select {
		case <-ctx.Done():
			return fmt.Errorf("wait for earlier transactions of %v: %w", d.sender.key.Address(), ctx.Err())
		case <-time.After(pause):
		}
	}
}

// connectRegistry tells the registry of the epochs, unless it knows them.
func (d *deployment) connectRegistry(ctx context.Context) error {
	r := common.Address(d.network.Contract(chain.RegistryContract))
	e := common.Address(d.network.Contract(chain.EpochsContract))
	known := &view{to: r, data: registryABI.PackEpochs()}
	if err := d.read(ctx, known); err != nil {
		return err
	}
	if at := common.BytesToAddress(known.result); at == e {
		return nil
	} else if at != (common.Address{}) {
		return fmt.Errorf("%w: registry belongs to epochs at %v, not %v", chain.ErrWrongNetwork, at, e)
	}
	s, err := d.start(ctx, "connect registry and epochs", &r, registryABI.PackSetEpochs(e), 0)
	if err != nil {
		return err
	}
	_, err = d.finish(ctx, []started{s})
	return err
}

// read makes views at the newest block; none may revert.
func (d *deployment) read(ctx context.Context, views ...*view) error {
	err := d.pool.do(ctx, func(ctx context.Context, e *conn) error { return e.call(ctx, "latest", views...) })
	for _, v := range views {
		err = errors.Join(err, v.err)
	}
	return err
}

// begin makes the first committee, unless there is one.
func (d *deployment) begin(ctx context.Context) error {
	e := common.Address(d.network.Contract(chain.EpochsContract))
	current := &view{to: e, data: epochsABI.PackCurrent()}
	if err := d.read(ctx, current); err != nil {
		return err
	}
	if now, err := epochsABI.UnpackCurrent(current.result); err != nil || now.Epoch != 0 {
		return err
	}
	d.options.Notify("beginning the first epoch")
	weights := make([]uint16, len(d.genesis.Nodes))
	for i, w := range d.genesis.Weights() {
		weights[i] = uint16(w)
	}
	s, err := d.start(ctx, "begin the first epoch", &e, epochsABI.PackGenesis(weights), 0)
	if err != nil {
		return err
	}
	_, err = d.finish(ctx, []started{s})
	return err
}

// Grant is what Fund gives to an account.
type Grant struct {
	To  walrus.Address
	WAL walrus.Frost
	Wei *big.Int // native coin; nil = none
}

// Fund transfers tokens and native coin from a wallet to accounts, all at once, and returns when all is theirs.
func Fund(ctx context.Context, from *Wallet, grants []Grant) error {
	var waits []func(context.Context) (*types.Receipt, error)
	send := func(g Grant, to common.Address, value *big.Int, data []byte) error {
		_, wait, err := from.start(ctx, to, value, data)
		if err != nil {
			return fmt.Errorf("fund %v: %w", g.To, err)
		}
		waits = append(waits, wait)
		return nil
	}
	for _, g := range grants {
		if g.WAL > 0 {
			data := tokenABI.PackTransfer(common.Address(g.To), tokenWei(g.WAL))
			if err := send(g, from.client.token, nil, data); err != nil {
				return err
			}
		}
		if g.Wei != nil && g.Wei.Sign() > 0 {
			if err := send(g, common.Address(g.To), g.Wei, nil); err != nil {
				return err
			}
		}
	}
	for _, wait := range waits {
		if _, err := wait(ctx); err != nil {
			return fmt.Errorf("fund accounts: %w", err)
		}
	}
	return nil
}
