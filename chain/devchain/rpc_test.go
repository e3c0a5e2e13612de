package devchain

import (
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/rpc"
)

func TestLogSubscriptionOverWebSocket(t *testing.T) {
	accounts := testAccounts(1)
	chain := mustOpen(t, testConfig("", accounts))
	calls, sockets := dial(t, chain.URL()), dial(t, chain.WebSocketURL())
	to := deployRecorder(t, calls, accounts[0])
	logs := make(chan types.Log, 10)
	sub, err := sockets.SubscribeFilterLogs(t.Context(), ethereum.FilterQuery{}, logs)
	if err != nil {
		t.Fatal(err)
	}
	defer sub.Unsubscribe()
	tx := mustSend(t, calls, accounts[0], &to, word(42))
	select {
	case l := <-logs:
		if l.TxHash != tx.Hash() || l.Topics[0].Big().Uint64() != 42 {
			t.Errorf("got log %+v", l)
		}
	case err := <-sub.Err():
		t.Fatal(err)
	case <-time.After(5 * time.Second):
		t.Fatal("no log came")
	}
}

// TestAnnouncedBlockIsComplete: whoever hears of a block finds its receipts and logs.
func TestAnnouncedBlockIsComplete(t *testing.T) {
	accounts := testAccounts(1)
	chain := mustOpen(t, testConfig(t.TempDir(), accounts))
	calls, sockets := dial(t, chain.URL()), dial(t, chain.WebSocketURL())
	to := deployRecorder(t, calls, accounts[0])
	heads := make(chan *types.Header, 10)
	sub, err := sockets.SubscribeNewHead(t.Context(), heads)
	if err != nil {
		t.Fatal(err)
	}
	defer sub.Unsubscribe()
	tx := mustSend(t, calls, accounts[0], &to, word(1))
	select {
	case head := <-heads:
		hash := head.Hash()
		receipt, err := calls.TransactionReceipt(t.Context(), tx.Hash())
		if err != nil || receipt.BlockHash != hash {
			t.Errorf("receipt %v, %v", receipt, err)
		}
		logs, err := calls.FilterLogs(t.Context(), ethereum.FilterQuery{BlockHash: &hash})
		if err != nil || len(logs) != 1 {
			t.Errorf("%d logs, %v", len(logs), err)
		}
	case <-time.After(5 * time.Second):
		t.Fatal("no head came")
	}
}

func TestServedModules(t *testing.T) {
	chain := mustOpen(t, testConfig("", nil))
	client, err := rpc.DialContext(t.Context(), chain.URL())
	if err != nil {
		t.Fatal(err)
	}
	defer client.Close()
	for method, served := range map[string]bool{
		"eth_chainId":        true,
		"net_version":        true,
		"web3_clientVersion": true,
		"admin_nodeInfo":     false,
		"debug_gcStats":      false,
		"miner_setGasPrice":  false,
		"txpool_status":      false,
		"personal_unlock":    false,
	} {
		var answer any
		err := client.CallContext(t.Context(), &answer, method)
		if (err == nil) != served {
			t.Errorf("%s: answer %v, error %v", method, answer, err)
		}
	}
	var id string
	if err := client.CallContext(t.Context(), &id, "eth_chainId"); err != nil || id != "0x425d4" {
		t.Errorf("chain id %s, %v", id, err)
	}
}

func TestWhoMayAsk(t *testing.T) {
	chain := mustOpen(t, testConfig("", nil))
	for _, c := range []struct {
		name, path, host, origin, upgrade string
		status                            int
		allowed                           string // Access-Control-Allow-Origin
	}{
		{name: "program", path: "/", status: 200},
		{name: "by name", path: "/", host: "localhost:8545", status: 200},
		{name: "by a foreign name", path: "/", host: "attacker.example:8545", status: 403},
		{name: "local page", path: "/", origin: "http://localhost:3000", status: 200, allowed: "http://localhost:3000"},
		{name: "foreign page", path: "/", origin: "https://attacker.example", status: 200, allowed: ""},
		{name: "page whose name begins like ours", path: "/", origin: "http://localhost.attacker.example", status: 200, allowed: ""},
		{name: "socket of a local page", path: "/", origin: "http://127.0.0.1:3000", upgrade: "websocket", status: 101},
		{name: "socket of a foreign page", path: "/", origin: "https://attacker.example", upgrade: "websocket", status: 403},
		{name: "other path", path: "/metrics", status: 404},
	} {
		t.Run(c.name, func(t *testing.T) {
			body := `{"jsonrpc":"2.0","id":1,"method":"eth_chainId","params":[]}`
			method := http.MethodPost
			if c.upgrade != "" {
				body, method = "", http.MethodGet
			}
			req, err := http.NewRequestWithContext(t.Context(), method, chain.URL()+c.path, strings.NewReader(body))
			if err != nil {
				t.Fatal(err)
			}
			req.Header.Set("Content-Type", "application/json")
			if c.host != "" {
				req.Host = c.host
			}
			if c.origin != "" {
				req.Header.Set("Origin", c.origin)
			}
			if c.upgrade != "" {
				req.Header.Set("Connection", "Upgrade")
				req.Header.Set("Upgrade", c.upgrade)
				req.Header.Set("Sec-WebSocket-Version", "13")
				req.Header.Set("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==")
			}
			resp, err := http.DefaultTransport.RoundTrip(req)
			if err != nil {
				t.Fatal(err)
			}
			defer resp.Body.Close()
			if resp.StatusCode != c.status {
				answer, _ := io.ReadAll(resp.Body)
				t.Errorf("status %d (%s), want %d", resp.StatusCode, answer, c.status)
			}
			if got := resp.Header.Get("Access-Control-Allow-Origin"); got != c.allowed {
				t.Errorf("allowed origin %q, want %q", got, c.allowed)
			}
		})
	}
}
