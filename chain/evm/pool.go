package evm

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/walrus-go/walrus/chain"
)

// pool is a list of endpoints of one chain. It stays with the one that answered last.
type pool struct {
	urls    []string
	chainID uint64
	timeout time.Duration // of one pass at one endpoint
	http    *http.Client
	verify  func(context.Context, *conn) error // of an endpoint that is opened

	mu      sync.Mutex
	current int
	conns   []*conn
}

// conn is an open endpoint that passed verify.
type conn struct {
	url string // as it may be printed
	rpc *rpc.Client
	eth *ethclient.Client
}

// noAnswer is an error of an endpoint that failed to answer, as opposed to an answer that is an error.
type noAnswer struct {
	url string
	err error
}

func (e *noAnswer) Error() string { return fmt.Sprintf("%s: %s", e.url, clip(e.err.Error())) }
func (e *noAnswer) Unwrap() error { return e.err }

// clip keeps what an endpoint says short: it may be a page of HTML.
func clip(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if len(s) > 300 {
		return s[:300] + "…"
	}
	return s
}

// limitExceeded is the JSON-RPC code by which hosted endpoints refuse for the moment.
const limitExceeded = -32005

// check returns err as a noAnswer unless it is an answer.
func (c *conn) check(err error) error {
	var answer rpc.Error
	switch {
	case err == nil || errors.Is(err, ethereum.NotFound):
		return err
	case errors.As(err, &answer) && answer.ErrorCode() != limitExceeded:
		return err
	}
	return &noAnswer{c.url, err}
}

func newPool(urls []string, chainID uint64, opts Options, verify func(context.Context, *conn) error) *pool {
	return &pool{
		urls: urls, chainID: chainID, timeout: opts.CallTimeout, http: opts.HTTP, verify: verify, conns: make([]*conn, len(urls)),
	}
}

// do runs a pass at the current endpoint, and again from its start at the next one when it ends with a noAnswer.
// It returns what the first pass returned that was answered, or chain.ErrChainUnavailable with the failure of each
// endpoint. A pass may run several times, so it must not keep anything of an attempt.
func (p *pool) do(ctx context.Context, pass func(context.Context, *conn) error) error {
	p.mu.Lock()
	first := p.current
	p.mu.Unlock()
	var failures []string
	for i := range p.urls {
		n := (first + i) % len(p.urls)
		err := p.try(ctx, n, pass)
		var silent *noAnswer
		if !errors.As(err, &silent) {
			p.mu.Lock()
			p.current = n
			p.mu.Unlock()
			return err
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
		failures = append(failures, silent.Error())
	}
	return fmt.Errorf("%w: %s", chain.ErrChainUnavailable, strings.Join(failures, "; "))
}

// try runs a pass at one endpoint.
func (p *pool) try(ctx context.Context, n int, pass func(context.Context, *conn) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	passCtx, cancel := context.WithTimeout(ctx, p.timeout)
	defer cancel()
	c, err := p.conn(passCtx, n)
	if err != nil {
		return err
	}
	return pass(passCtx, c)
}

// conn returns the n-th endpoint, opened and verified.
func (p *pool) conn(ctx context.Context, n int) (*conn, error) {
	p.mu.Lock()
	c := p.conns[n]
	p.mu.Unlock()
	if c != nil {
		return c, nil
	}
	shown := chain.RedactURL(p.urls[n])
	client, err := rpc.DialOptions(ctx, p.urls[n], rpc.WithHTTPClient(p.http))
	if err != nil {
		return nil, &noAnswer{shown, err}
	}
	c = &conn{url: shown, rpc: client, eth: ethclient.NewClient(client)}
	err = c.checkChain(ctx, p.chainID)
	if err == nil {
		err = p.verify(ctx, c)
	}
	if err != nil {
		client.Close()
		return nil, err
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if other := p.conns[n]; other != nil {
		client.Close()
		return other, nil
	}
	p.conns[n] = c
	return c, nil
}

func (c *conn) checkChain(ctx context.Context, want uint64) error {
	id, err := c.eth.ChainID(ctx)
	if err != nil {
		return &noAnswer{c.url, fmt.Errorf("ask for the chain id: %w", err)}
	}
	if want != 0 && (!id.IsUint64() || id.Uint64() != want) {
		return fmt.Errorf("%w: %s has chain id %v, the network file says %d", chain.ErrWrongNetwork, c.url, id, want)
	}
	return nil
}

func (p *pool) close() {
	p.mu.Lock()
	defer p.mu.Unlock()
	for i, c := range p.conns {
		if c != nil {
			c.rpc.Close()
			p.conns[i] = nil
		}
	}
}
