package evm

import (
	"context"
	"fmt"
	"maps"
	"net/http"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
)

// Options of Dial. The zero value asks for the defaults.
type Options struct {
	// PollInterval is how often the log asks for blocks while nothing comes; 0 = 400 ms. A WebSocket endpoint at
	// the head of the list wakes it earlier.
	PollInterval time.Duration
	// CallTimeout bounds one pass at one endpoint; 0 = 20 s.
	CallTimeout time.Duration
	// LagPatience is how long an endpoint may be behind the cursor of a log before that is an error; 0 = 30 s.
	LagPatience time.Duration
	// HTTP makes the requests; nil = a client of its own, which reads at most 128 MiB of an answer.
	HTTP *http.Client
}

func (o Options) withDefaults() Options {
	if o.PollInterval <= 0 {
		o.PollInterval = 400 * time.Millisecond
	}
	if o.CallTimeout <= 0 {
		o.CallTimeout = 20 * time.Second
	}
	if o.LagPatience <= 0 {
		o.LagPatience = 30 * time.Second
	}
	if o.HTTP == nil {
		o.HTTP = &http.Client{Transport: boundedTransport{&http.Transport{
			Proxy: http.ProxyFromEnvironment, MaxIdleConnsPerHost: 8, IdleConnTimeout: time.Minute, ForceAttemptHTTP2: true,
		}}}
	}
	return o
}

// Client reads a deployment. It implements chain.Reader and chain.Log.
type Client struct {
	network  chain.Network
	options  Options
	pool     *pool
	token    common.Address
	registry common.Address
	epochs   common.Address
	system   common.Address

	mu      sync.Mutex
	nShards walrus.ShardCount
	chunk   uint64                             // blocks in the log's next query
	tables  map[walrus.Epoch]*walrus.Committee // parsed tables by epoch, without addresses
	wake    chan struct{}                      // closed and replaced when there may be a block

	stop context.CancelFunc
	done sync.WaitGroup
}

var (
	_ chain.Reader = (*Client)(nil)
	_ chain.Log    = (*Client)(nil)
)

// Dial connects to the endpoints of a network and checks that they serve it: the chain id, code at each address, contracts
// that name each other (chain.ErrWrongNetwork), and BLS precompiles with the known answer (chain.ErrChainTooOld). It
// fails with chain.ErrChainUnavailable when none answers; the others are checked when they are first used.
func Dial(ctx context.Context, network chain.Network, opts Options) (*Client, error) {
	if err := network.Validate(); err != nil {
		return nil, err
	}
	opts = opts.withDefaults()
	c := &Client{
		network:  network,
		options:  opts,
		token:    common.Address(network.Contract(chain.TokenContract)),
		registry: common.Address(network.Contract(chain.RegistryContract)),
		epochs:   common.Address(network.Contract(chain.EpochsContract)),
		system:   common.Address(network.Contract(chain.SystemContract)),
		tables:   make(map[walrus.Epoch]*walrus.Committee),
		wake:     make(chan struct{}),
		chunk:    firstChunk,
	}
	c.pool = newPool(network.RPCURLs, network.ChainID, opts, c.checkDeployment)
	if err := c.pool.do(ctx, func(context.Context, *conn) error { return nil }); err != nil {
		c.pool.close()
		return nil, fmt.Errorf("connect to network %q: %w", network.Name, err)
	}
	watchCtx, stop := context.WithCancel(context.WithoutCancel(ctx))
	c.stop = stop
	c.done.Go(func() { c.watchHeads(watchCtx) })
	return c, nil
}

// Close ends the connections. Calls under way fail.
func (c *Client) Close() {
	c.stop()
	c.done.Wait()
	c.pool.close()
	c.options.HTTP.CloseIdleConnections()
}

// Info implements chain.Reader.
func (c *Client) Info(ctx context.Context) (chain.Info, error) {
	return chain.Info{
		ChainID:   c.network.ChainID,
		Contracts: maps.Clone(c.network.Contracts),
		Finality:  string(c.network.Finality),
	}, ctx.Err()
}

// Network returns what the client was dialled with.
func (c *Client) Network() chain.Network { return c.network }

// Wake tells the log that there may be a new block, so that it need not wait for its next look.
func (c *Client) Wake() {
	c.mu.Lock()
	defer c.mu.Unlock()
	close(c.wake)
	c.wake = make(chan struct{})
}

// woken returns a channel that the next Wake closes.
func (c *Client) woken() <-chan struct{} {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.wake
}
