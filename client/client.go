// Package client stores blobs in a Walrus network and reads them back.
//
// The one idea: trust nothing but the chain and the blob ID. A write counts only when a quorum of the committee has
// signed for it and the chain has accepted the certificate; a read counts only when every sliver hashed to the
// metadata and the metadata to the blob ID. Which nodes are slow, down or lying then decides how long a call takes,
// never what it returns.
//
// A Client is safe for concurrent use. Every goroutine that a call starts has ended when the call returns.
package client

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
	"github.com/walrus-go/walrus/internal/bls"
	"github.com/walrus-go/walrus/nodeapi"
	"github.com/walrus-go/walrus/redstuff"
)

// Dialer returns the service of a committee member. It must not block; a node that is down shows in the calls.
type Dialer func(m *walrus.Member, n walrus.ShardCount) nodeapi.Service

// Deps are what a Client works with.
type Deps struct {
	Chain  chain.Reader
	Wallet chain.Wallet // nil for a client that only reads
	Dial   Dialer
}

// Client is a user of one network.
type Client struct {
	deps Deps
	cfg  Config

	mu      sync.Mutex // guards view and fetched
	view    *view
	fetched time.Time
}

// New returns a client. It does not contact anybody.
func New(cfg Config, deps Deps) (*Client, error) {
	if err := cfg.Validate(); err != nil {
		return nil, err
	}
	if deps.Chain == nil || deps.Dial == nil {
		return nil, errors.New("client needs a chain and a dialer")
	}
	return &Client{deps: deps, cfg: cfg}, nil
}

// Chain returns the chain that the client reads.
func (c *Client) Chain() chain.Reader { return c.deps.Chain }

// Wallet returns the wallet that pays, or nil.
func (c *Client) Wallet() chain.Wallet { return c.deps.Wallet }

// Close gives up idle connections. Calls under way go on.
func (c *Client) Close() {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.view == nil {
		return
	}
	for _, s := range c.view.nodes {
		if pool, ok := s.(interface{ CloseIdleConnections() }); ok {
			pool.CloseIdleConnections()
		}
	}
	c.view = nil
}

// view is the network at one moment: state, committee, code, and a service for each member.
type view struct {
	state     chain.State
	committee *walrus.Committee
	keys      *bls.KeySet
	code      *redstuff.Code
	nodes     []nodeapi.Service // by position in the committee
}

// current returns the network's present view, at most CacheTTL old.
func (c *Client) current(ctx context.Context) (*view, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.view != nil && time.Since(c.fetched) < c.cfg.CacheTTL {
		return c.view, nil
	}
	v, err := c.fetchView(ctx)
	if err != nil {
		return nil, err
	}
	c.view, c.fetched = v, time.Now()
	return v, nil
}

// refresh forgets the cached view, because the network answered as if it had changed.
func (c *Client) refresh() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.fetched = time.Time{}
}

func (c *Client) fetchView(ctx context.Context) (*view, error) {
	state, err := c.deps.Chain.State(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the network's state: %w", err)
	}
	committee, err := c.deps.Chain.Committee(ctx, state.Epoch)
	if err != nil {
		return nil, fmt.Errorf("read the committee of epoch %d: %w", state.Epoch, err)
	}
	code, err := redstuff.New(state.NShards)
	if err != nil {
		return nil, err
	}
	keys, err := bls.NewKeySet(committee)
	if err != nil {
		return nil, err
	}
	v := &view{state: state, committee: committee, keys: keys, code: code, nodes: make([]nodeapi.Service, len(committee.Members))}
	for i := range committee.Members {
		v.nodes[i] = c.service(&committee.Members[i], state.NShards)
	}
	return v, nil
}

// service keeps the connection of a member whose address and key stayed the same.
func (c *Client) service(m *walrus.Member, n walrus.ShardCount) nodeapi.Service {
	if c.view != nil {
		if i, ok := c.view.committee.Find(m.Node); ok {
			old := &c.view.committee.Members[i]
			if old.NetworkAddress == m.NetworkAddress && old.NetworkKey == m.NetworkKey {
				return c.view.nodes[i]
			}
		}
	}
	return c.deps.Dial(m, n)
}

// Network describes the network as of at most CacheTTL ago.
func (c *Client) Network(ctx context.Context) (chain.State, *walrus.Committee, error) {
	v, err := c.current(ctx)
	if err != nil {
		return chain.State{}, nil, err
	}
	return v.state, v.committee, nil
}
