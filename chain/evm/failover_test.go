package evm

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
	"github.com/walrus-go/walrus/chain/chaintest"
	"github.com/walrus-go/walrus/chain/devchain"
)

// proxy is an endpoint in front of another that can die, hang or lie.
type proxy struct {
	*httptest.Server
	target string

	mu     sync.Mutex
	fault  func(body string) fault // nil = none
	served int
}

type fault int

const (
	pass      fault = iota
	cut             // close the connection without an answer
	cutHalf         // close it in the middle of the answer
	hang            // answer never
	refuse          // JSON-RPC error of a limit
	pageOfWeb       // something else than JSON-RPC
	lie             // do as asked, and answer with an error
)

func newProxy(t *testing.T, target string) *proxy {
	p := &proxy{target: target}
	p.Server = httptest.NewServer(http.HandlerFunc(p.serve))
	t.Cleanup(func() {
		p.CloseClientConnections()
		p.Close()
	})
	return p
}

// setFault makes f decide about each request by its body.
func (p *proxy) setFault(f func(body string) fault) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.fault = f
}

// on returns a fault for requests that contain a method, from the n-th on.
func on(method string, n int, f fault) func(string) fault {
	seen := 0
	return func(body string) fault {
		if strings.Contains(body, method) {
			seen++
		}
		if seen >= n {
			return f
		}
		return pass
	}
}

func (p *proxy) requests() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.served
}

func (p *proxy) serve(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return
	}
	p.mu.Lock()
	p.served++
	f := pass
	if p.fault != nil {
		f = p.fault(string(body))
	}
	p.mu.Unlock()
	switch f {
	case cut:
		panic(http.ErrAbortHandler)
	case hang:
		<-r.Context().Done()
		return
	case refuse:
		io.WriteString(w, `{"jsonrpc":"2.0","id":1,"error":{"code":-32005,"message":"too many requests"}}`)
		return
	case pageOfWeb:
		io.WriteString(w, "<html>down for maintenance</html>")
		return
	}
	answer, err := http.Post(p.target, "application/json", bytes.NewReader(body))
	if err != nil {
		panic(http.ErrAbortHandler)
	}
	defer answer.Body.Close()
	b, err := io.ReadAll(answer.Body)
	if err != nil {
		panic(http.ErrAbortHandler)
	}
	w.Header().Set("Content-Type", "application/json")
	if f == lie {
		var request struct{ ID json.RawMessage }
		if err := json.Unmarshal(body, &request); err != nil {
			panic(http.ErrAbortHandler)
		}
		fmt.Fprintf(w, `{"jsonrpc":"2.0","id":%s,"error":{"code":-32000,"message":"something odd"}}`, request.ID)
		return
	}
	if f == cutHalf {
		w.Write(b[:len(b)/2])
		http.NewResponseController(w).Flush()
		panic(http.ErrAbortHandler)
	}
	w.Write(b)
}

func TestFailover(t *testing.T) {
	d := testNetwork(t, 4, 10)
	for name, f := range map[string]fault{"cut": cut, "cut in the answer": cutHalf, "hang": hang, "rate limit": refuse, "web page": pageOfWeb} {
		t.Run(name, func(t *testing.T) {
			a, b := newProxy(t, d.chain.url), newProxy(t, d.chain.url)
			n := d.network
			n.RPCURLs = []string{a.URL, b.URL}
			opts := testOptions()
			opts.CallTimeout = 300 * time.Millisecond
			c := dial(t, n, opts)
			if b.requests() != 0 {
				t.Fatal("the second endpoint was asked while the first one answers")
			}
			a.setFault(on("eth_call", 2, f)) // in the middle of the pass
			if _, err := c.State(t.Context()); err != nil {
				t.Fatalf("state with one endpoint left: %v", err)
			}
			if b.requests() == 0 {
				t.Fatal("the fault did not strike")
			}
			served := a.requests()
			if _, err := c.Committee(t.Context(), 1); err != nil || a.requests() != served {
				t.Fatalf("committee: %v; the dead endpoint was asked %d times more", err, a.requests()-served)
			}
			b.setFault(on("", 1, f))
			_, err := c.State(t.Context())
			if !errors.Is(err, chain.ErrChainUnavailable) || !strings.Contains(err.Error(), a.URL) || !strings.Contains(err.Error(), b.URL) {
				t.Fatalf("no endpoint left: %v", err)
			}
			a.setFault(nil)
			if _, err := c.State(t.Context()); err != nil {
				t.Fatalf("the first endpoint is back: %v", err)
			}
		})
	}
}

// TestFailoverLog reads the log while endpoints die at every call of a step in turn.
func TestFailoverLog(t *testing.T) {
	d := testNetwork(t, 4, 10)
	w := d.harness().NewWallet(t, 100*1e9, true)
	for i := range 5 {
		if _, _, err := w.Register(t.Context(), chaintest.NewRegistration(string(rune('a'+i)), 9, true, 2)); err != nil {
			t.Fatal(err)
		}
	}
	want, _, err := d.client.Next(t.Context(), chain.Cursor{}, 1000)
	if err != nil {
		t.Fatal(err)
	}
	a, b := newProxy(t, d.chain.url), newProxy(t, d.chain.url)
	n := d.network
	n.RPCURLs = []string{a.URL, b.URL}
	c := dial(t, n, testOptions())
	var got []chain.Element
	var at chain.Cursor
	for i := 0; len(got) < len(want); i++ {
		dying, alive := a, b
		if i%2 == 1 {
			dying, alive = b, a
		}
		alive.setFault(nil)
		dying.setFault(on("", 1+i%6, cut))
		page, next, err := c.Next(t.Context(), at, 2)
		if err != nil {
			t.Fatalf("step %d: %v", i, err)
		}
		got, at = append(got, page...), next
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Fatal(d)
	}
}

func TestFailoverToAnotherChain(t *testing.T) {
	d := testNetwork(t, 4, 10)
	c := devchain.Default()
	c.ChainID = 99
	other, err := devchain.Open(c)
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	a := newProxy(t, d.chain.url)
	n := d.network
	n.RPCURLs = []string{a.URL, other.URL()}
	client := dial(t, n, testOptions())
	a.setFault(on("", 1, cut))
	if _, err := client.State(t.Context()); !errors.Is(err, chain.ErrWrongNetwork) || !strings.Contains(err.Error(), "99") {
		t.Fatalf("the other endpoint serves another chain: %v, want ErrWrongNetwork", err)
	}
}

func TestDialChecks(t *testing.T) {
	d := testNetwork(t, 4, 10)
	for name, c := range map[string]struct {
		edit func(*chain.Network)
		want error
	}{
		"chain id":       {func(n *chain.Network) { n.ChainID++ }, chain.ErrWrongNetwork},
		"no code":        {func(n *chain.Network) { n.Contracts[chain.SystemContract] = d.chain.faucet.Address() }, chain.ErrWrongNetwork},
		"swapped":        {func(n *chain.Network) { n.Contracts[chain.TokenContract] = n.Contracts[chain.EpochsContract] }, chain.ErrWrongNetwork},
		"wrong registry": {func(n *chain.Network) { n.Contracts[chain.RegistryContract] = n.Contracts[chain.TokenContract] }, chain.ErrWrongNetwork},
		"nobody there":   {func(n *chain.Network) { n.RPCURLs = []string{"http://127.0.0.1:1"} }, chain.ErrChainUnavailable},
		"no contract":    {func(n *chain.Network) { delete(n.Contracts, chain.EpochsContract) }, chain.ErrInvalidNetwork},
	} {
		t.Run(name, func(t *testing.T) {
			n := d.network
			n.Contracts = make(map[string]walrus.Address)
			for k, v := range d.network.Contracts {
				n.Contracts[k] = v
			}
			c.edit(&n)
			client, err := Dial(t.Context(), n, testOptions())
			if err == nil {
				client.Close()
			}
			if !errors.Is(err, c.want) {
				t.Fatalf("error %v, want %v", err, c.want)
			}
		})
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Dial(ctx, d.network, testOptions()); !errors.Is(err, context.Canceled) {
		t.Fatalf("dial without time: %v", err)
	}
}

func TestChainTooOld(t *testing.T) {
	a := openAnvil(t, "--hardfork", "cancun")
	g, _, err := chaintest.NewGenesis(t.Name(), 10, 4)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := a.deploy(t, g); !errors.Is(err, chain.ErrChainTooOld) {
		t.Fatalf("deployment on a chain before Prague: %v, want ErrChainTooOld", err)
	}
}
