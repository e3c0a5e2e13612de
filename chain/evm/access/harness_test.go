package access

import (
	"crypto/ecdsa"
	"errors"
	"fmt"
	"math/big"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
	"github.com/walrus-go/walrus/chain/chaintest"
	"github.com/walrus-go/walrus/chain/devchain"
	"github.com/walrus-go/walrus/chain/evm"
)

// world is a chain with a deployment on it.
type world struct {
	url     string
	network chain.Network
	client  *evm.Client
	bank    *evm.Wallet // has all tokens and much native coin
	mine    func(blocks int)
	rpc     *rpc.Client
}

// onEachChain runs a test on the embedded chain and on anvil.
func onEachChain(t *testing.T, test func(t *testing.T, w *world)) {
	t.Run("embedded", func(t *testing.T) { test(t, embedded(t)) })
	t.Run("anvil", func(t *testing.T) { test(t, anvil(t)) })
}

func embedded(t *testing.T) *world {
	t.Helper()
	key, err := evm.GenerateKey()
	if err != nil {
		t.Fatal(err)
	}
	c := devchain.Default()
	c.BlockTime = 10 * time.Millisecond
	c.Alloc = map[[20]byte]*big.Int{key.Address(): ether(1_000_000)}
	ch, err := devchain.Open(c)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := ch.Close(); err != nil {
			t.Error(err)
		}
	})
	return deployed(t, ch.URL(), key, func(blocks int) {
		for range blocks {
			if _, err := ch.Commit(); err != nil {
				t.Fatal(err)
			}
		}
	})
}

func anvil(t *testing.T) *world {
	t.Helper()
	url := chaintest.Anvil(t, chaintest.Prague)
	key, err := evm.ParseKey(chaintest.AnvilKey)
	if err != nil {
		t.Fatal(err)
	}
	var w *world
	w = deployed(t, url, key, func(blocks int) { w.call(t, nil, "anvil_mine", fmt.Sprintf("0x%x", blocks)) })
	return w
}

func deployed(t *testing.T, url string, key evm.Key, mine func(int)) *world {
	t.Helper()
	g, _, err := chaintest.NewGenesis(t.Name(), 4, 4)
	if err != nil {
		t.Fatal(err)
	}
	options := evm.Options{PollInterval: 50 * time.Millisecond, HTTP: &http.Client{Transport: &http.Transport{}}}
	n, err := evm.Deploy(t.Context(), url, key, g, evm.DeployOptions{Finality: chain.FinalityLatest, Client: options})
	if err != nil {
		t.Fatal(err)
	}
	w := &world{url: url, network: n, mine: mine}
	if w.client, err = evm.Dial(t.Context(), n, options); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(w.client.Close)
	w.bank = w.open(t, key)
	if w.rpc, err = rpc.Dial(url); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(w.rpc.Close)
	return w
}

func (w *world) open(t *testing.T, key evm.Key) *evm.Wallet {
	t.Helper()
	wallet, err := evm.OpenWallet(t.Context(), w.client, key, evm.WalletOptions{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := wallet.Close(); err != nil {
			t.Error(err)
		}
	})
	return wallet
}

// person returns a wallet with 10 WAL and 10 ether.
func (w *world) person(t *testing.T) *evm.Wallet {
	t.Helper()
	key, err := evm.GenerateKey()
	if err != nil {
		t.Fatal(err)
	}
	w.fund(t, key.Address())
	return w.open(t, key)
}

func (w *world) fund(t *testing.T, a walrus.Address) {
	t.Helper()
	if err := evm.Fund(t.Context(), w.bank, []evm.Grant{{To: a, WAL: 10_000_000_000, Wei: ether(10)}}); err != nil {
		t.Fatal(err)
	}
}

// call makes a call of the chain itself.
func (w *world) call(t *testing.T, result any, method string, args ...any) {
	t.Helper()
	if err := w.rpc.CallContext(t.Context(), result, method, args...); err != nil {
		t.Fatalf("%s: %v", method, err)
	}
}

// place puts runtime code on the chain.
func (w *world) place(t *testing.T, runtime []byte) walrus.Address {
	t.Helper()
	address, _, err := w.bank.Create(t.Context(), creationOf(runtime))
	if err != nil {
		t.Fatal(err)
	}
	return address
}

// creationOf returns creation code: CODECOPY of what follows its 11 bytes, and RETURN.
func creationOf(runtime []byte) []byte {
	head := []byte{0x61, byte(len(runtime) >> 8), byte(len(runtime)), 0x80, 0x60, 0x0b, 0x5f, 0x39, 0x5f, 0xf3, 0x00}
	return append(head, runtime...)
}

// options are those of an evaluator at one endpoint, which does not mind that the embedded chain makes a block in no time
// and is thus ahead of the clock.
func (w *world) options() Options {
	return Options{
		ChainID: w.network.ChainID, URLs: []string{w.url}, SingleEndpoint: true, Finality: chain.FinalityLatest, MaxAhead: time.Hour,
		Timeout: 30 * time.Second, CallTimeout: 20 * time.Second, HTTP: &http.Client{Transport: &http.Transport{}},
	}
}

func evaluator(t *testing.T, o Options) *Evaluator {
	t.Helper()
	v, err := Open(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(v.Close)
	return v
}

// idOf returns an inner ID of a resource, with a nonce.
func idOf(resource []byte) []byte {
	return append(append([]byte{}, resource...), "sixteen bytes ..."...)
}

// question asks a policy about one inner ID.
func question(policy, user walrus.Address, inner []byte) Query {
	return Query{Policy: policy, User: user, Calls: []Call{{InnerID: inner}}}
}

// answer returns the answer to a query of one call.
func answer(t *testing.T, v *Evaluator, q Query) error {
	t.Helper()
	d, err := v.Evaluate(t.Context(), q)
	if err != nil {
		t.Fatalf("evaluate: %v", err)
	}
	return d.Answers[0].Err
}

func wantAllowed(t *testing.T, what string, err error) {
	t.Helper()
	if OutcomeOf(err) != Allowed {
		t.Errorf("%s: %v, want allowed", what, err)
	}
}

// wantDenied checks that access was denied for a reason and with a detail.
func wantDenied(t *testing.T, what string, err, reason error, detail string) {
	t.Helper()
	var d *Denial
	if OutcomeOf(err) != Denied || !errors.As(err, &d) || d.Reason != reason || !strings.Contains(d.Detail, detail) {
		t.Errorf("%s: %v, want denied: %v: %s", what, err, reason, detail)
	}
}

func wantFailed(t *testing.T, what string, err, reason error) {
	t.Helper()
	if OutcomeOf(err) != Failed || !errors.Is(err, reason) {
		t.Errorf("%s: %v, want failed: %v", what, err, reason)
	}
}

func ether(n int64) *big.Int { return new(big.Int).Mul(big.NewInt(n), big.NewInt(1e18)) }

func newKey(t *testing.T) (*ecdsa.PrivateKey, walrus.Address) {
	t.Helper()
	key, err := crypto.GenerateKey()
	if err != nil {
		t.Fatal(err)
	}
	return key, walrus.Address(crypto.PubkeyToAddress(key.PublicKey))
}

// delegate makes an ordinary account run the code of a contract (EIP-7702).
func (w *world) delegate(t *testing.T, key *ecdsa.PrivateKey, to walrus.Address) {
	t.Helper()
	c := ethclient.NewClient(w.rpc)
	account := crypto.PubkeyToAddress(key.PublicKey)
	nonce, err := c.PendingNonceAt(t.Context(), account)
	if err != nil {
		t.Fatal(err)
	}
	var id, tip, fee types.SetCodeAuthorization // for their numbers, whose type is of a module that go.mod does not name
	id.ChainID.SetUint64(w.network.ChainID)
	tip.ChainID.SetUint64(1e9)
	fee.ChainID.SetUint64(1e11)
	auth, err := types.SignSetCode(key, types.SetCodeAuthorization{ChainID: id.ChainID, Address: common.Address(to), Nonce: nonce + 1})
	if err != nil {
		t.Fatal(err)
	}
	tx, err := types.SignNewTx(key, types.NewPragueSigner(new(big.Int).SetUint64(w.network.ChainID)), &types.SetCodeTx{
		ChainID: &id.ChainID, Nonce: nonce, GasTipCap: &tip.ChainID, GasFeeCap: &fee.ChainID, Gas: 200_000, To: common.Address{1},
		AuthList: []types.SetCodeAuthorization{auth},
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := c.SendTransaction(t.Context(), tx); err != nil {
		t.Fatal(err)
	}
	for {
		r, err := c.TransactionReceipt(t.Context(), tx.Hash())
		if err == nil {
			if r.Status != 1 {
				t.Fatal("the delegation failed")
			}
			return
		}
		select {
		case <-t.Context().Done():
			t.Fatal(t.Context().Err())
		case <-time.After(10 * time.Millisecond):
		}
	}
}
