package devchain

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"time"

	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/eth"
	"github.com/ethereum/go-ethereum/eth/filters"
	"github.com/ethereum/go-ethereum/node"
	"github.com/ethereum/go-ethereum/rpc"
)

// Bounds on what a client may ask for.
const (
	maxRequestBody   = 5 << 20
	maxBatch         = 1000
	maxBatchResponse = 25 << 20
	maxLogAddresses  = 1000
	shutdownWait     = 3 * time.Second
)

var (
	// modules are the namespaces of JSON-RPC that are served. The others (admin, debug, miner) steer the node.
	modules = []string{"eth", "net", "web3"}
	// virtualHosts are the names under which the port answers, besides addresses: a page of another site must not
	// reach it through a name that it points here.
	virtualHosts = []string{"localhost"}
	// webOrigins may use the port from a browser: pages of this machine, whatever their port.
	webOrigins = []string{
		"http://localhost", "http://localhost:*", "http://127.0.0.1", "http://127.0.0.1:*",
		"https://localhost", "https://localhost:*", "https://127.0.0.1", "https://127.0.0.1:*",
	}
	// socketOrigins are the same for WebSocket, whose rules have no wildcard: without a port any port will do.
	socketOrigins = []string{"http://localhost", "http://127.0.0.1", "https://localhost", "https://127.0.0.1"}
)

// listen claims the port. Requests wait in its queue until the chain is ready.
func listen(port int) (net.Listener, error) {
	listener, err := net.Listen("tcp", net.JoinHostPort("127.0.0.1", strconv.Itoa(port)))
	if errors.Is(err, syscall.EADDRINUSE) {
		return nil, fmt.Errorf("%w: 127.0.0.1:%d; stop the other program or choose another port", ErrPortTaken, port)
	}
	if err != nil {
		return nil, fmt.Errorf("listen for JSON-RPC on port %d: %w", port, err)
	}
	return listener, nil
}

// server answers JSON-RPC over HTTP and WebSocket on one port.
type server struct {
	rpc  *rpc.Server
	http *http.Server
	wg   sync.WaitGroup
}

// newServer wires the node's services; it answers once serve is called.
func newServer(e *eth.Ethereum) (*server, error) {
	logs := filters.NewFilterSystem(e.APIBackend, filters.Config{LogQueryLimit: maxLogAddresses})
	apis := append(e.APIs(),
		rpc.API{Namespace: "eth", Service: filters.NewFilterAPI(logs)},
		rpc.API{Namespace: "web3", Service: web3API{}})
	s := &server{rpc: rpc.NewServer()}
	s.rpc.SetBatchLimits(maxBatch, maxBatchResponse)
	s.rpc.SetHTTPBodyLimit(maxRequestBody)
	if err := node.RegisterApis(apis, modules, s.rpc); err != nil {
		return nil, fmt.Errorf("register JSON-RPC services: %w", err)
	}
	calls := node.NewHTTPHandlerStack(s.rpc, webOrigins, virtualHosts, nil, false)
	sockets := s.rpc.WebsocketHandler(socketOrigins)
	s.http = &http.Server{
		Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			switch {
			case r.URL.Path != "/":
				http.NotFound(w, r)
			case strings.EqualFold(r.Header.Get("Upgrade"), "websocket"):
				sockets.ServeHTTP(w, r)
			default:
				calls.ServeHTTP(w, r)
			}
		}),
		ReadTimeout:       rpc.DefaultHTTPTimeouts.ReadTimeout,
		ReadHeaderTimeout: rpc.DefaultHTTPTimeouts.ReadHeaderTimeout,
		WriteTimeout:      rpc.DefaultHTTPTimeouts.WriteTimeout,
		IdleTimeout:       rpc.DefaultHTTPTimeouts.IdleTimeout,
	}
	return s, nil
}

// serve answers on l, which it takes over, until close.
func (s *server) serve(l net.Listener, failed func(error)) {
	s.wg.Go(func() {
		if err := s.http.Serve(l); !errors.Is(err, http.ErrServerClosed) {
			failed(fmt.Errorf("serve JSON-RPC on %v: %w", l.Addr(), err))
		}
	})
}

// close cuts subscriptions, lets calls finish for a while, and frees the port. It may be called twice.
func (s *server) close() error {
	s.rpc.Stop()
	ctx, cancel := context.WithTimeout(context.Background(), shutdownWait)
	defer cancel()
	err := s.http.Shutdown(ctx)
	if errors.Is(err, context.DeadlineExceeded) {
		err = s.http.Close()
	}
	s.wg.Wait()
	return err
}

// web3API is the namespace web3.
type web3API struct{}

// ClientVersion names the software.
func (web3API) ClientVersion() string { return "walrus-devchain/" + gethVersion }

// Sha3 returns the Keccak-256 hash of its argument.
func (web3API) Sha3(input hexutil.Bytes) hexutil.Bytes { return crypto.Keccak256(input) }
