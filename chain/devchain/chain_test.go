package devchain

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"
	"github.com/ethereum/go-ethereum/rpc"
	"github.com/google/go-cmp/cmp"
)

func TestLoneTransactionIsMinedAtOnce(t *testing.T) {
	accounts := testAccounts(1)
	chain := mustOpen(t, testConfig(t.TempDir(), accounts))
	client := dial(t, chain.URL())
	to := deployRecorder(t, client, accounts[0])
	for i := range uint64(2) {
		time.Sleep(1100 * time.Millisecond) // real clock: an idle second pays back the lead
		start := time.Now()
		mustMine(t, client, mustSend(t, client, accounts[0], &to, word(i)))
		if took := time.Since(start); took > 500*time.Millisecond {
			t.Errorf("transaction %d took %v, so it waited for the clock", i, took)
		}
	}
}

func TestTimestampsFollowTheClock(t *testing.T) {
	slow(t)
	accounts := testAccounts(1)
	c := testConfig("", accounts)
	var clock atomic.Int64
	clock.Store(1_900_000_000)
	c.Clock = func() time.Time { return time.Unix(clock.Load(), 0) }
	chain := mustOpen(t, c)
	client := dial(t, chain.URL())
	to := deployRecorder(t, client, accounts[0])

	last := uint64(0)
	send := func(what string) (stamp uint64) {
		t.Helper()
		receipt := mustMine(t, client, mustSend(t, client, accounts[0], &to, word(1)))
		header, err := client.HeaderByHash(t.Context(), receipt.BlockHash)
		if err != nil {
			t.Fatal(err)
		}
		if header.Time <= last {
			t.Fatalf("%s: timestamp %d does not follow %d", what, header.Time, last)
		}
		last = header.Time
		return header.Time
	}
	clock.Add(100)
	if stamp := send("after a pause"); stamp != uint64(clock.Load()) {
		t.Errorf("timestamp %d, clock %d", stamp, clock.Load())
	}
	for i := range 4 {
		clock.Add(1)
		if lead := int64(send("under load")) - clock.Load(); lead > 3 {
			t.Errorf("block %d leads the clock by %d s", i, lead)
		}
	}
	clock.Add(-3600)
	start, first := time.Now(), last
	for range 3 {
		send("clock set back")
	}
	if took := time.Since(start); took > 4*time.Second {
		t.Errorf("three blocks took %v under a clock that was set back", took)
	}
	if last-first > 4 {
		t.Errorf("chain time went on by %d s in three blocks", last-first)
	}
}

func TestHeartbeat(t *testing.T) {
	c := testConfig("", nil)
	c.Heartbeat = time.Second
	chain := mustOpen(t, c)
	client := dial(t, chain.URL())
	awaitBlock(t, client.BlockNumber, 3)
}

// awaitBlock polls until the chain is at least n blocks long.
func awaitBlock(t *testing.T, number func(context.Context) (uint64, error), n uint64) {
	t.Helper()
	for deadline := time.Now().Add(10 * time.Second); time.Now().Before(deadline); time.Sleep(10 * time.Millisecond) {
		got, err := number(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if got >= n {
			return
		}
	}
	t.Fatalf("block %d did not come", n)
}

func TestLowFeeCapIsMinedInTheEnd(t *testing.T) {
	accounts := testAccounts(1)
	chain := mustOpen(t, testConfig("", accounts))
	client := dial(t, chain.URL())
	head, err := client.HeaderByNumber(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	feeCap := head.BaseFee.Int64() * 3 / 4
	tx := accounts[0].sign(&common.Address{1}, nil, feeCap)
	if err := client.SendTransaction(t.Context(), tx); err != nil {
		t.Fatal(err)
	}
	receipt := mustMine(t, client, tx)
	if receipt.BlockNumber.Int64() <= head.Number.Int64()+1 {
		t.Errorf("mined in block %v, though its cap was below the base fee", receipt.BlockNumber)
	}
}

func TestTransactionsBeyondAnyBaseFeeMakeNoBlocks(t *testing.T) {
	slow(t)
	accounts := testAccounts(1)
	c := testConfig("", accounts)
	c.Manual = true
	chain := mustOpen(t, c)
	client := dial(t, chain.URL())
	for range 170 { // down to the floor
		if _, err := chain.Commit(); err != nil {
			t.Fatal(err)
		}
	}
	tx := accounts[0].sign(&common.Address{1}, nil, baseFeeFloor-1)
	if err := client.SendTransaction(t.Context(), tx); err != nil {
		t.Fatal(err)
	}
	if _, err := chain.moment(); err != nil {
		t.Fatal(err)
	}
	if n, _ := chain.eth.TxPool().Stats(); n != 1 {
		t.Fatalf("%d transactions wait, want 1", n)
	}
	block, err := chain.producer.produce(false)
	if err != nil {
		t.Fatal(err)
	}
	if block != nil {
		t.Errorf("block %d was made for a transaction that can never be executed", block.NumberU64())
	}
}

func TestHotChainCools(t *testing.T) {
	slow(t)
	accounts := testAccounts(1)
	c := testConfig("", accounts)
	c.GasLimit, c.BlockTime, c.Heartbeat = minGasLimit, 10*time.Millisecond, 0
	chain := mustOpen(t, c)
	client := dial(t, chain.URL())
	for range 12 {
		tx := types.MustSignNewTx(accounts[0].key, types.LatestSignerForChainID(big.NewInt(271828)), &types.LegacyTx{
			Nonce:    accounts[0].nonce,
			GasPrice: big.NewInt(1e12),
			Gas:      minGasLimit * 3 / 4,
			Data:     common.FromHex("5b600056"), // loops until the gas is gone
		})
		accounts[0].nonce++
		if err := client.SendTransaction(t.Context(), tx); err != nil {
			t.Fatal(err)
		}
	}
	hot := false
	for deadline := time.Now().Add(10 * time.Second); time.Now().Before(deadline); time.Sleep(time.Millisecond) {
		head := chain.eth.BlockChain().CurrentBlock()
		hot = hot || head.BaseFee.Int64() > params.InitialBaseFee
		if hot && head.BaseFee.Int64() <= params.InitialBaseFee {
			return
		}
	}
	t.Errorf("the base fee has not come down again (rose: %v)", hot)
}

func TestFinalityTagsNameTheHead(t *testing.T) {
	c := testConfig(t.TempDir(), nil)
	c.Manual = true
	chain := mustOpen(t, c)
	client := dial(t, chain.URL())
	for range 3 {
		block, err := chain.Commit()
		if err != nil {
			t.Fatal(err)
		}
		for _, tag := range []rpc.BlockNumber{rpc.LatestBlockNumber, rpc.SafeBlockNumber, rpc.FinalizedBlockNumber} {
			header, err := client.HeaderByNumber(t.Context(), big.NewInt(int64(tag)))
			if err != nil {
				t.Fatalf("%v: %v", tag, err)
			}
			if header.Hash() != block.Hash || header.Number.Uint64() != block.Number {
				t.Errorf("%v is block %d, want %d", tag, header.Number, block.Number)
			}
		}
	}
}

func TestRestartKeepsEverything(t *testing.T) {
	accounts := testAccounts(2)
	dir := t.TempDir()
	type view struct {
		Head    uint64
		Receipt *types.Receipt
		Logs    []types.Log
		Word    []byte
		Code    []byte
		Nonce   uint64
		Balance *big.Int
	}
	var to common.Address
	var hash common.Hash
	look := func(chain *Chain) view {
		client := dial(t, chain.URL())
		var v view
		var errs [7]error
		v.Head, errs[0] = client.BlockNumber(t.Context())
		v.Receipt, errs[1] = client.TransactionReceipt(t.Context(), hash)
		v.Logs, errs[2] = client.FilterLogs(t.Context(), ethereum.FilterQuery{Addresses: []common.Address{to}})
		v.Word, errs[3] = client.StorageAt(t.Context(), to, common.BytesToHash(accounts[0].addr[:]), nil)
		v.Code, errs[4] = client.CodeAt(t.Context(), to, nil)
		v.Nonce, errs[5] = client.NonceAt(t.Context(), accounts[0].addr, nil)
		v.Balance, errs[6] = client.BalanceAt(t.Context(), accounts[0].addr, nil)
		if err := errors.Join(errs[:]...); err != nil {
			t.Fatal(err)
		}
		return v
	}

	chain, err := Open(testConfig(dir, accounts))
	if err != nil {
		t.Fatal(err)
	}
	client := dial(t, chain.URL())
	to = deployRecorder(t, client, accounts[0])
	tx := mustSend(t, client, accounts[0], &to, word(77))
	hash = tx.Hash()
	mustMine(t, client, tx)
	before := look(chain)
	if err := chain.Close(); err != nil {
		t.Fatal(err)
	}
	if len(before.Logs) != 1 || !cmp.Equal(before.Word, word(77)) {
		t.Fatalf("the contract did not do its work: %d logs, word %x", len(before.Logs), before.Word)
	}

	again := testConfig(dir, accounts[1:]) // another allocation is not looked at
	chain = mustOpen(t, again)
	after := look(chain)
	bigInts := cmp.Comparer(func(a, b *big.Int) bool { return a.Cmp(b) == 0 })
	if diff := cmp.Diff(before, after, bigInts); diff != "" {
		t.Errorf("changed by a restart:\n%s", diff)
	}
	client = dial(t, chain.URL())
	mustMine(t, client, mustSend(t, client, accounts[0], &to, word(78)))
}

// TestReceiptsAreAnsweredFromTheFirstMoment: until the index of transactions is ready, the library answers with an error
// that clients take for a failure.
func TestReceiptsAreAnsweredFromTheFirstMoment(t *testing.T) {
	slow(t)
	dir := t.TempDir()
	for range 5 {
		for _, c := range []Config{testConfig("", nil), testConfig(dir, nil)} {
			chain, err := Open(c)
			if err != nil {
				t.Fatal(err)
			}
			_, err = dial(t, chain.URL()).TransactionReceipt(t.Context(), common.Hash{1})
			if !errors.Is(err, ethereum.NotFound) {
				t.Errorf("answer for an unknown transaction: %v", err)
			}
			if err := chain.Close(); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func TestSecondOpenIsRefused(t *testing.T) {
	dir := t.TempDir()
	mustOpen(t, testConfig(dir, nil))
	_, err := Open(testConfig(dir, nil))
	if !errors.Is(err, ErrLocked) || !strings.Contains(err.Error(), dir) {
		t.Errorf("got %v, want ErrLocked naming %s", err, dir)
	}
}

func TestTakenPortIsNamed(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	c := testConfig(filepath.Join(t.TempDir(), "chain"), nil)
	c.Port = l.Addr().(*net.TCPAddr).Port
	_, err = Open(c)
	if !errors.Is(err, ErrPortTaken) || !strings.Contains(err.Error(), fmt.Sprint(c.Port)) {
		t.Errorf("got %v, want ErrPortTaken naming port %d", err, c.Port)
	}
	if _, err := os.Stat(c.Dir); !os.IsNotExist(err) {
		t.Errorf("the data directory was touched: %v", err)
	}
}

func TestGivenPortIsUsed(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	c := testConfig("", nil)
	c.Port = l.Addr().(*net.TCPAddr).Port
	l.Close()
	chain := mustOpen(t, c)
	if want := fmt.Sprintf("http://127.0.0.1:%d", c.Port); chain.URL() != want {
		t.Errorf("URL %s, want %s", chain.URL(), want)
	}
}

func TestOtherChainIsRefused(t *testing.T) {
	dir := t.TempDir()
	chain, err := Open(testConfig(dir, nil))
	if err != nil {
		t.Fatal(err)
	}
	if err := chain.Close(); err != nil {
		t.Fatal(err)
	}
	c := testConfig(dir, nil)
	c.ChainID = 7
	if _, err := Open(c); !errors.Is(err, ErrOtherChain) {
		t.Errorf("got %v, want ErrOtherChain", err)
	}
}

func TestFailedSyncStopsTheChain(t *testing.T) {
	accounts := testAccounts(1)
	c := testConfig(t.TempDir(), accounts)
	var broken atomic.Bool
	failure := errors.New("disk is gone")
	c.syncing = func(sync func() error) error {
		if broken.Load() {
			return failure
		}
		return sync()
	}
	chain := mustOpen(t, c)
	client := dial(t, chain.WebSocketURL())
	before, err := client.BlockNumber(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if err := chain.Err(); err != nil {
		t.Fatalf("running chain reports %v", err)
	}
	broken.Store(true)
	mustSend(t, client, accounts[0], &common.Address{1}, nil)
	select {
	case <-chain.Done():
	case <-time.After(5 * time.Second):
		t.Fatal("the chain goes on after a failed sync")
	}
	if err := chain.Err(); !errors.Is(err, failure) {
		t.Errorf("Err is %v, want %v", err, failure)
	}
	if head := chain.eth.BlockChain().CurrentBlock().Number.Uint64(); head != before {
		t.Errorf("block %d was announced without being durable", head)
	}
	if _, err := chain.Commit(); !errors.Is(err, failure) {
		t.Errorf("Commit after the failure: %v", err)
	}
	for deadline := time.Now().Add(5 * time.Second); ; time.Sleep(10 * time.Millisecond) {
		resp, err := http.Get(chain.URL())
		if err != nil {
			break
		}
		resp.Body.Close()
		if time.Now().After(deadline) {
			t.Fatal("the port still answers")
		}
	}
}

func TestCloseIsFinal(t *testing.T) {
	chain, err := Open(testConfig("", nil))
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(chain.Close(), chain.Close()); err != nil {
		t.Error(err)
	}
	if !errors.Is(chain.Err(), ErrClosed) {
		t.Errorf("Err is %v, want ErrClosed", chain.Err())
	}
	if _, err := chain.Commit(); !errors.Is(err, ErrClosed) {
		t.Errorf("Commit: %v, want ErrClosed", err)
	}
	if conn, err := net.Dial("tcp", chain.addr); err == nil {
		conn.Close()
		t.Error("the port is still open")
	}
}

func TestInvalidConfig(t *testing.T) {
	for name, spoil := range map[string]func(*Config){
		"port":       func(c *Config) { c.Port = 70000 },
		"chain id":   func(c *Config) { c.ChainID = 0 },
		"gas limit":  func(c *Config) { c.GasLimit = 1000 },
		"block time": func(c *Config) { c.BlockTime = 1500 * time.Millisecond },
		"slack":      func(c *Config) { c.Slack = -1 },
		"heartbeat":  func(c *Config) { c.Heartbeat = time.Millisecond },
		"balance":    func(c *Config) { c.Alloc = map[[20]byte]*big.Int{{1}: big.NewInt(-1)} },
	} {
		t.Run(name, func(t *testing.T) {
			c := Default()
			spoil(&c)
			if _, err := Open(c); err == nil || !strings.Contains(err.Error(), name) {
				t.Errorf("got %v, want an error about the %s", err, name)
			}
		})
	}
}
