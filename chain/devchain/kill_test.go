package devchain

import (
	"bufio"
	"context"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"
)

var kills = flag.Int("kills", 8, "how often TestKill kills the chain (2 with -short)")

const (
	childEnv     = "DEVCHAIN_TEST_CHILD"      // data directory of the chain that this process serves
	syncDelayEnv = "DEVCHAIN_TEST_SYNC_DELAY" // pause before each sync
	freezeEnv    = "DEVCHAIN_TEST_FREEZE"     // not empty: old blocks move to the ancient store all the time
	killClients  = 6
)

// runChild serves the chain of dir, says where on standard output, and ends with its standard input.
func runChild(dir string) int {
	delay, err := time.ParseDuration(os.Getenv(syncDelayEnv))
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 2
	}
	c := testConfig(dir, testAccounts(killClients))
	c.BlockTime = 20 * time.Millisecond
	c.syncing = func(sync func() error) error {
		time.Sleep(delay)
		return sync()
	}
	chain, err := Open(c)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	fmt.Println(chain.URL())
	if os.Getenv(freezeEnv) != "" {
		go freeze(chain)
	}
	go func() {
		<-chain.Done()
		fmt.Fprintln(os.Stderr, chain.Err())
		os.Exit(1)
	}()
	io.Copy(io.Discard, os.Stdin)
	return 0 // no Close: an end of the test is a kill as well
}

// freeze makes the library move blocks into its ancient store, which it otherwise does once a minute. The node wraps
// its database in a type that hides the method.
func freeze(chain *Chain) {
	inner := reflect.ValueOf(chain.eth.ChainDb()).Elem().FieldByName("Database").Interface()
	freezer := inner.(interface{ Freeze() error })
	for {
		if err := freezer.Freeze(); err != nil {
			fmt.Fprintln(os.Stderr, "freeze:", err)
			os.Exit(3)
		}
		time.Sleep(20 * time.Millisecond)
	}
}

// childChain is a chain in another process.
type childChain struct {
	url   string
	cmd   *exec.Cmd
	stdin io.Closer
}

func startChild(t *testing.T, dir string, syncDelay time.Duration, env ...string) *childChain {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), childEnv+"="+dir, syncDelayEnv+"="+syncDelay.String())
	cmd.Env = append(cmd.Env, env...)
	var stderr strings.Builder
	cmd.Stderr = &stderr
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	stdin, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	line, err := bufio.NewReader(stdout).ReadString('\n')
	if err != nil {
		cmd.Process.Kill()
		cmd.Wait()
		t.Fatalf("the chain did not start: %v\n%s", err, stderr.String())
	}
	return &childChain{url: strings.TrimSpace(line), cmd: cmd, stdin: stdin}
}

// kill ends the process as kill -9 does.
func (c *childChain) kill() {
	c.cmd.Process.Kill()
	c.cmd.Wait()
	c.stdin.Close()
}

// witness remembers every receipt that a client has seen.
type witness struct {
	mu   sync.Mutex
	seen map[common.Hash]*types.Receipt
}

func (w *witness) saw(r *types.Receipt) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.seen[r.TxHash] = r
}

// load sends transactions one after another, each when the receipt of the one before was seen, until ctx ends.
func (w *witness) load(ctx context.Context, url string, a *account, to common.Address) error {
	client, err := ethclient.DialContext(ctx, url)
	if err != nil {
		return err
	}
	defer client.Close()
	if a.nonce, err = client.PendingNonceAt(ctx, a.addr); err != nil {
		return err
	}
	for {
		tx := a.sign(&to, word(a.nonce), 1e12)
		if err := client.SendTransaction(ctx, tx); err != nil {
			return err
		}
		receipt, err := awaitReceipt(ctx, client, tx.Hash(), time.Minute)
		if err != nil {
			return err
		}
		if len(receipt.Logs) != 1 {
			return fmt.Errorf("receipt with %d logs", len(receipt.Logs))
		}
		w.saw(receipt)
		a.nonce++
	}
}

// check looks every receipt up again, and its log as well.
func (w *witness) check(t *testing.T, client *ethclient.Client, contract common.Address) {
	t.Helper()
	logs, err := client.FilterLogs(t.Context(), ethereum.FilterQuery{Addresses: []common.Address{contract}})
	if err != nil {
		t.Fatal(err)
	}
	logOf := map[common.Hash]types.Log{}
	for _, l := range logs {
		logOf[l.TxHash] = l
	}
	for hash, old := range w.seen {
		r, err := client.TransactionReceipt(t.Context(), hash)
		if err != nil {
			t.Errorf("receipt of block %v is lost: %v", old.BlockNumber, err)
			continue
		}
		if r.BlockHash != old.BlockHash || r.TransactionIndex != old.TransactionIndex || r.Status != old.Status {
			t.Errorf("receipt of block %v (%v) has moved to block %v (%v)", old.BlockNumber, old.BlockHash, r.BlockNumber, r.BlockHash)
		}
		if l, ok := logOf[hash]; !ok || l.BlockHash != old.BlockHash {
			t.Errorf("the log of block %v is lost", old.BlockNumber)
		}
	}
}

func TestKill(t *testing.T) {
	rounds := *kills
	if testing.Short() {
		rounds = min(rounds, 2)
	}
	seed := rand.Uint64()
	t.Logf("seed %d", seed)
	random := rand.New(rand.NewPCG(seed, 0))
	dir, accounts := t.TempDir(), testAccounts(killClients)
	w := &witness{seen: map[common.Hash]*types.Receipt{}}
	var contract common.Address
	for round := range rounds {
		delay, env := time.Duration(0), ""
		if round%2 == 1 { // most kills then come between the store and the announcement
			delay = 100 * time.Millisecond
		}
		if round%4 >= 2 {
			env = freezeEnv + "=1"
		}
		chain := startChild(t, dir, delay, env)
		client := dial(t, chain.url)
		if round == 0 {
			contract = deployRecorder(t, client, accounts[0])
		}
		w.check(t, client, contract)
		if t.Failed() {
			chain.kill()
			t.Fatalf("after kill %d", round)
		}
		before := len(w.seen)
		w.loadAndKill(t, chain, accounts, contract, time.Duration(300+random.IntN(1500))*time.Millisecond)
		t.Logf("kill %d: %d receipts seen", round+1, len(w.seen)-before)
	}
	chain := startChild(t, dir, 0)
	defer chain.kill()
	client := dial(t, chain.url)
	w.check(t, client, contract)
	mustMineAfterKill(t, client, accounts[0], contract)
	if len(w.seen) < rounds {
		t.Errorf("only %d receipts were seen in %d rounds", len(w.seen), rounds)
	}
}

// loadAndKill lets all clients work for the given time, then kills the chain under them.
func (w *witness) loadAndKill(t *testing.T, chain *childChain, accounts []*account, contract common.Address, after time.Duration) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	var clients sync.WaitGroup
	var killed sync.Mutex
	dead := false
	for _, a := range accounts {
		clients.Go(func() {
			err := w.load(ctx, chain.url, a, contract)
			killed.Lock()
			defer killed.Unlock()
			if !dead {
				t.Errorf("client stopped before the kill: %v", err)
			}
		})
	}
	time.Sleep(after)
	killed.Lock()
	dead = true
	killed.Unlock()
	chain.kill()
	cancel()
	clients.Wait()
}

// mustMineAfterKill shows that the chain goes on.
func mustMineAfterKill(t *testing.T, client *ethclient.Client, a *account, contract common.Address) {
	t.Helper()
	var err error
	if a.nonce, err = client.PendingNonceAt(t.Context(), a.addr); err != nil {
		t.Fatal(err)
	}
	mustMine(t, client, mustSend(t, client, a, &contract, word(1)))
}

func TestSyncedBlockIsTakenOver(t *testing.T) {
	dir, accounts := t.TempDir(), testAccounts(1)
	c := testConfig(dir, accounts)
	c.Manual = true
	cut := false
	c.syncing = func(sync func() error) error {
		err := sync()
		if cut {
			return fmt.Errorf("cut off after the sync: %w", err)
		}
		return err
	}
	chain := mustOpen(t, c)
	client := dial(t, chain.URL())
	tx := mustSend(t, client, accounts[0], nil, recorder)
	cut = true
	if _, err := chain.Commit(); err == nil {
		t.Fatal("Commit hides that the block was not announced")
	}
	before := chain.eth.BlockChain().CurrentBlock().Number.Uint64()
	if err := chain.Close(); err != nil {
		t.Fatal(err)
	}

	chain = mustOpen(t, testConfig(dir, accounts))
	client = dial(t, chain.URL())
	receipt, err := client.TransactionReceipt(t.Context(), tx.Hash())
	if err != nil {
		t.Fatalf("the synced block was not taken over: %v", err)
	}
	if receipt.BlockNumber.Uint64() != before+1 {
		t.Errorf("taken over as block %v, want %d", receipt.BlockNumber, before+1)
	}
	mustMine(t, client, mustSend(t, client, accounts[0], &receipt.ContractAddress, word(5)))
}
