package evm

import (
	"context"
	"math/big"
	"net/http"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
	"github.com/walrus-go/walrus/chain/chaintest"
	"github.com/walrus-go/walrus/chain/devchain"
)

// testChain is a chain that tests deploy on: the embedded one, or another process.
type testChain struct {
	url    string
	faucet Key // holds native coin
	mine   func(t *testing.T, blocks int)
}

// openDevchain starts the embedded chain. Blocks are made at once; chain time may run ahead.
func openDevchain(t *testing.T) *testChain {
	t.Helper()
	faucet, err := GenerateKey()
	if err != nil {
		t.Fatal(err)
	}
	c := devchain.Default()
	c.BlockTime = 10 * time.Millisecond
	c.Alloc = map[[20]byte]*big.Int{faucet.Address(): ether(1_000_000)}
	ch, err := devchain.Open(c)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := ch.Close(); err != nil {
			t.Error(err)
		}
	})
	return &testChain{url: ch.URL(), faucet: faucet, mine: func(t *testing.T, blocks int) {
		t.Helper()
		for range blocks {
			if _, err := ch.Commit(); err != nil {
				t.Fatal(err)
			}
		}
	}}
}

func ether(n int64) *big.Int { return new(big.Int).Mul(big.NewInt(n), big.NewInt(1e18)) }

// testOptions are those of a client in tests: quick to look, quick to give up.
func testOptions() Options {
	return Options{PollInterval: 50 * time.Millisecond, LagPatience: 300 * time.Millisecond, HTTP: &http.Client{Transport: &http.Transport{}}}
}

// deploy deploys a genesis by the faucet.
func (c *testChain) deploy(t *testing.T, g chain.Genesis) (chain.Network, error) {
	return Deploy(t.Context(), c.url, c.faucet, g, DeployOptions{Finality: chain.FinalityLatest, Client: testOptions()})
}

// dial connects to a network for the length of a test.
func dial(t *testing.T, n chain.Network, opts Options) *Client {
	t.Helper()
	c, err := Dial(t.Context(), n, opts)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(c.Close)
	return c
}

// openTestWallet opens a wallet for the length of a test.
func openTestWallet(t *testing.T, c *Client, key Key, opts WalletOptions) *Wallet {
	t.Helper()
	w, err := OpenWallet(t.Context(), c, key, opts)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := w.Close(); err != nil {
			t.Error(err)
		}
	})
	return w
}

// deployed is a network with funds to give.
type deployed struct {
	chain   *testChain
	network chain.Network
	client  *Client
	bank    *Wallet // all tokens and much native coin

	mu   sync.Mutex
	keys map[walrus.Address]Key
	open map[walrus.Address]*Wallet
	dir  string
}

func deployOn(t *testing.T, c *testChain, g chain.Genesis) (*deployed, error) {
	t.Helper()
	n, err := c.deploy(t, g)
	if err != nil {
		return nil, err
	}
	d := &deployed{
		chain: c, network: n, client: dial(t, n, testOptions()),
		keys: make(map[walrus.Address]Key), open: make(map[walrus.Address]*Wallet), dir: t.TempDir(),
	}
	d.bank = openTestWallet(t, d.client, c.faucet, WalletOptions{})
	t.Cleanup(func() {
		for _, w := range d.open {
			if err := w.Close(); err != nil {
				t.Error(err)
			}
		}
	})
	return d, nil
}

// newKey returns a fresh account with funds.
func (d *deployed) newKey(t *testing.T, wal walrus.Frost, wei *big.Int) Key {
	t.Helper()
	key, err := GenerateKey()
	if err != nil {
		t.Fatal(err)
	}
	if err := Fund(t.Context(), d.bank, []Grant{{To: key.Address(), WAL: wal, Wei: wei}}); err != nil {
		t.Fatal(err)
	}
	return key
}

func (d *deployed) harness() *chaintest.Harness {
	return &chaintest.Harness{
		Reader:    d.client,
		Log:       d.client,
		ReopenLog: func(t *testing.T) chain.Log { return dial(t, d.network, testOptions()) },
		NewWallet: func(t *testing.T, wal walrus.Frost, gas bool) chain.Wallet {
			wei := new(big.Int)
			if gas {
				wei = ether(10)
			}
			key := d.newKey(t, wal, wei)
			return d.openKept(t, key)
		},
		ReopenWallet: func(t *testing.T, w chain.Wallet) chain.Wallet {
			if err := w.(*Wallet).Close(); err != nil {
				t.Fatal(err)
			}
			return d.openKept(t, d.keys[w.Address()])
		},
		Mine: d.chain.mine,
	}
}

// openKept opens a wallet with a journal until the deployment is closed.
func (d *deployed) openKept(t *testing.T, key Key) *Wallet {
	t.Helper()
	w, err := OpenWallet(context.Background(), d.client, key, WalletOptions{Journal: filepath.Join(d.dir, "journal")})
	if err != nil {
		t.Fatal(err)
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	d.keys[key.Address()], d.open[key.Address()] = key, w
	return w
}

// testNetwork deploys a small network on the embedded chain.
func testNetwork(t *testing.T, nodes int, n walrus.ShardCount) *deployed {
	t.Helper()
	g, _, err := chaintest.NewGenesis(t.Name(), n, nodes)
	if err != nil {
		t.Fatal(err)
	}
	d, err := deployOn(t, openDevchain(t), g)
	if err != nil {
		t.Fatal(err)
	}
	return d
}
