package access

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/walrus-go/walrus/chain"
)

// endpoint is one JSON-RPC endpoint.
type endpoint struct {
	url string // as it may be printed
	rpc *rpc.Client

	mu        sync.Mutex
	avoidTill time.Time
}

func openEndpoint(url string, o *Options) (*endpoint, error) {
	bounded := *o.HTTP
	next := bounded.Transport
	if next == nil {
		next = http.DefaultTransport
	}
	bounded.Transport = boundedTransport{next}
	c, err := rpc.DialOptions(context.Background(), url, rpc.WithHTTPClient(&bounded))
	if err != nil {
		return nil, fmt.Errorf("open endpoint %s: %w", chain.RedactURL(url), err)
	}
	return &endpoint{url: chain.RedactURL(url), rpc: c}, nil
}

// avoid has the endpoint asked only in need for a while.
func (e *endpoint) avoid(till time.Time) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if till.After(e.avoidTill) {
		e.avoidTill = till
	}
}

func (e *endpoint) isAvoided(now time.Time) bool {
	e.mu.Lock()
	defer e.mu.Unlock()
	return now.Before(e.avoidTill)
}

// point names a block by how new it is.
type point struct {
	tag    string // of JSON-RPC
	depth  uint64 // blocks before it; with a tag of latest
	maxAge time.Duration
}

// finalPoint returns the blocks that count as final.
func finalPoint(f chain.Finality) point {
	if k, ok := f.Depth(); ok {
		return point{tag: "latest", depth: k}
	}
	return point{tag: string(f)}
}

type header struct {
	Number    *hexutil.Uint64 `json:"number"`
	Hash      *common.Hash    `json:"hash"`
	Timestamp hexutil.Uint64  `json:"timestamp"`
}

// block checks that there is one.
func (h *header) block() (chain.Block, error) {
	if h == nil || h.Number == nil || h.Hash == nil {
		return chain.Block{}, errors.New("no such block")
	}
	return chain.Block{
		Number: uint64(*h.Number), Hash: *h.Hash, Time: time.Unix(int64(h.Timestamp), 0).UTC(),
	}, nil
}

// heads returns the block at each point, and fails with chain.ErrWrongNetwork on another chain.
func (e *endpoint) heads(ctx context.Context, chainID uint64, points []point) ([]chain.Block, error) {
	var id hexutil.Uint64
	found := make([]*header, len(points))
	batch := []rpc.BatchElem{{Method: "eth_chainId", Result: &id}}
	for i, p := range points {
		batch = append(batch, rpc.BatchElem{Method: "eth_getBlockByNumber", Args: []any{p.tag, false}, Result: &found[i]})
	}
	if err := e.rpc.BatchCallContext(ctx, batch); err != nil {
		return nil, err
	}
	if err := batch[0].Error; err != nil {
		return nil, err
	}
	if uint64(id) != chainID {
		return nil, fmt.Errorf("%w: %s has chain id %d, want %d", chain.ErrWrongNetwork, e.url, uint64(id), chainID)
	}
	blocks := make([]chain.Block, len(points))
	for i, p := range points {
		b, err := found[i].block()
		if err := errors.Join(batch[i+1].Error, err); err != nil {
			return nil, fmt.Errorf("block %s: %w", p.tag, err)
		}
		if p.depth > 0 {
			if b, err = e.ancestor(ctx, b.Number, p.depth); err != nil {
				return nil, err
			}
		}
		blocks[i] = b
	}
	return blocks, nil
}

func (e *endpoint) ancestor(ctx context.Context, number, depth uint64) (chain.Block, error) {
	number -= min(number, depth)
	var h *header
	if err := e.rpc.CallContext(ctx, &h, "eth_getBlockByNumber", hexutil.EncodeUint64(number), false); err != nil {
		return chain.Block{}, fmt.Errorf("block %d: %w", number, err)
	}
	return h.block()
}

// run has creation code run at a block and returns what it returned.
func (e *endpoint) run(ctx context.Context, code []byte, gas uint64, at common.Hash) (result hexutil.Bytes, err error) {
	call := map[string]any{"from": asker, "gas": hexutil.Uint64(gas), "input": hexutil.Bytes(code)}
	block := map[string]any{"blockHash": at, "requireCanonical": true}
	err = e.rpc.CallContext(ctx, &result, "eth_call", call, block)
	return result, err
}

// boundedTransport cuts answers that are too long.
type boundedTransport struct{ next http.RoundTripper }

// RoundTrip implements http.RoundTripper.
func (t boundedTransport) RoundTrip(r *http.Request) (*http.Response, error) {
	resp, err := t.next.RoundTrip(r)
	if err != nil {
		return nil, err
	}
	resp.Body = struct {
		io.Reader
		io.Closer
	}{io.LimitReader(resp.Body, maxAnswer), resp.Body}
	return resp, nil
}
