package devchain

import (
	"bytes"
	"log/slog"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"
	gethlog "github.com/ethereum/go-ethereum/log"
	"go.uber.org/goleak"
)

// libraryLeaks are goroutines that go-ethereum never ends.
var libraryLeaks = []goleak.Option{
	goleak.IgnoreAnyFunction("github.com/ethereum/go-ethereum/eth/filters.(*FilterAPI).timeoutLoop"),
	goleak.IgnoreAnyFunction("github.com/syndtr/goleveldb/leveldb.(*DB).mpoolDrain"), // ends within a minute
}

func TestCloseLeavesNothingRunning(t *testing.T) {
	before := goleak.IgnoreCurrent()
	accounts := testAccounts(1)
	chain, err := Open(testConfig(t.TempDir(), accounts))
	if err != nil {
		t.Fatal(err)
	}
	client, err := ethclient.Dial(chain.WebSocketURL())
	if err != nil {
		t.Fatal(err)
	}
	heads := make(chan *types.Header, 100)
	if _, err := client.SubscribeNewHead(t.Context(), heads); err != nil {
		t.Fatal(err)
	}
	deployRecorder(t, client, accounts[0])
	if err := chain.Close(); err != nil { // with a subscriber still there
		t.Fatal(err)
	}
	client.Close()
	if err := goleak.Find(append(libraryLeaks, before)...); err != nil {
		t.Error(err)
	}
}

func TestFailedOpenLeavesNothingRunning(t *testing.T) {
	dir := closedChain(t)
	before := goleak.IgnoreCurrent()
	c := testConfig(dir, nil)
	c.ChainID = 7
	if _, err := Open(c); err == nil {
		t.Fatal("another chain was opened")
	}
	if err := goleak.Find(append(libraryLeaks, before)...); err != nil {
		t.Error(err)
	}
}

func TestNodeLogGoesToTheGivenLogger(t *testing.T) {
	standard := slog.Default()
	var out bytes.Buffer
	c := testConfig("", nil)
	c.Log = slog.New(slog.NewTextHandler(&out, &slog.HandlerOptions{Level: slog.LevelDebug}))
	chain, err := Open(c)
	if err != nil {
		t.Fatal(err)
	}
	gethlog.New("part", "x").Warn("careful")
	gethlog.Error("broken")
	if err := chain.Close(); err != nil {
		t.Fatal(err)
	}
	captureLog(nil)
	for _, want := range []string{"level=DEBUG", `level=INFO msg=careful from=go-ethereum part=x`, `level=ERROR msg=broken`} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("the log lacks %q:\n%s", want, out.String())
		}
	}
	if slog.Default() != standard {
		t.Error("the default logger of the process was replaced")
	}
}
