package devchain

import (
	"context"
	"crypto/ecdsa"
	"math/big"
	"os"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/ethclient"
)

func TestMain(m *testing.M) {
	if dir := os.Getenv(childEnv); dir != "" {
		os.Exit(runChild(dir))
	}
	os.Exit(m.Run())
}

// slow skips a test of several seconds.
func slow(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("takes seconds; not with -short")
	}
}

// account is a funded key of the tests with its next nonce.
type account struct {
	key   *ecdsa.PrivateKey
	addr  common.Address
	nonce uint64
}

// testAccounts returns n accounts, the same in every process.
func testAccounts(n int) []*account {
	accounts := make([]*account, n)
	for i := range accounts {
		key, err := crypto.ToECDSA(crypto.Keccak256([]byte{byte(i), 't', 'e', 's', 't'}))
		if err != nil {
			panic(err)
		}
		accounts[i] = &account{key: key, addr: crypto.PubkeyToAddress(key.PublicKey)}
	}
	return accounts
}

func coins(n int64) *big.Int { return new(big.Int).Mul(big.NewInt(n), big.NewInt(1e18)) }

func allocFor(accounts []*account) map[[20]byte]*big.Int {
	alloc := map[[20]byte]*big.Int{}
	for _, a := range accounts {
		alloc[a.addr] = coins(1000)
	}
	return alloc
}

// testConfig is Default with funds for the accounts.
func testConfig(dir string, accounts []*account) Config {
	c := Default()
	c.Dir, c.Alloc = dir, allocFor(accounts)
	return c
}

func mustOpen(t *testing.T, c Config) *Chain {
	t.Helper()
	chain, err := Open(c)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := chain.Close(); err != nil {
			t.Errorf("close: %v", err)
		}
	})
	return chain
}

func dial(t *testing.T, url string) *ethclient.Client {
	t.Helper()
	client, err := ethclient.DialContext(t.Context(), url)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(client.Close)
	return client
}

// sign makes the account's next transaction; to is nil for a deployment. The caller counts the nonce up.
func (a *account) sign(to *common.Address, data []byte, feeCap int64) *types.Transaction {
	return types.MustSignNewTx(a.key, types.LatestSignerForChainID(big.NewInt(271828)), &types.DynamicFeeTx{
		ChainID:   big.NewInt(271828),
		Nonce:     a.nonce,
		GasTipCap: big.NewInt(1),
		GasFeeCap: big.NewInt(feeCap),
		Gas:       200_000,
		To:        to,
		Data:      data,
	})
}

func mustSend(t *testing.T, client *ethclient.Client, a *account, to *common.Address, data []byte) *types.Transaction {
	t.Helper()
	tx := a.sign(to, data, 1e12)
	if err := client.SendTransaction(t.Context(), tx); err != nil {
		t.Fatal(err)
	}
	a.nonce++
	return tx
}

// awaitReceipt polls for the receipt, and at most for the given time.
func awaitReceipt(ctx context.Context, client *ethclient.Client, tx common.Hash, patience time.Duration) (*types.Receipt, error) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	for {
		receipt, err := client.TransactionReceipt(ctx, tx)
		if err == nil {
			return receipt, nil
		}
		select {
		case <-ctx.Done():
			return nil, err
		case <-time.After(2 * time.Millisecond):
		}
	}
}

func mustMine(t *testing.T, client *ethclient.Client, tx *types.Transaction) *types.Receipt {
	t.Helper()
	receipt, err := awaitReceipt(t.Context(), client, tx.Hash(), 10*time.Second)
	if err != nil {
		t.Fatalf("no receipt for %v: %v", tx.Hash(), err)
	}
	if receipt.Status != types.ReceiptStatusSuccessful {
		t.Fatalf("transaction %v failed", tx.Hash())
	}
	return receipt
}

// recorder is a contract that stores the first word of its input under the sender and logs it as topic and data.
var recorder = common.FromHex("6012" + "80" + "600b" + "6000" + "39" + "6000" + "f3" + // return what follows
	"600035" + "3355" + // storage[caller] = word 0
	"600035" + "80" + "600052" + "6020" + "6000" + "a1" + "00")

func init() {
	recorder[1] = byte(len(recorder) - 11) // length of the code
}

func deployRecorder(t *testing.T, client *ethclient.Client, a *account) common.Address {
	t.Helper()
	return mustMine(t, client, mustSend(t, client, a, nil, recorder)).ContractAddress
}

func word(n uint64) []byte { return common.BigToHash(new(big.Int).SetUint64(n)).Bytes() }
