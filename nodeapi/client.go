package nodeapi

import (
	"context"
	"net"
	"net/http"
	"time"

	"golang.org/x/sync/semaphore"

	"github.com/walrus-go/walrus"
)

// ClientOptions configure a [Client]. Only NShards has no default.
type ClientOptions struct {
	NShards        walrus.ShardCount // of the network; bounds what is taken from the node
	ConnectTimeout time.Duration     // for TCP and TLS each; default 5 s, nodes among themselves use 1 s
	MaxInFlight    int               // requests at the same time, others wait; default 1000
	// DialContext replaces that of net.Dialer, for tests and simulated networks.
	DialContext func(ctx context.Context, network, address string) (net.Conn, error)
}

func (o ClientOptions) withDefaults() ClientOptions {
	if o.ConnectTimeout == 0 {
		o.ConnectTimeout = 5 * time.Second
	}
	if o.MaxInFlight == 0 {
		o.MaxInFlight = 1000
	}
	if o.DialContext == nil {
		o.DialContext = (&net.Dialer{Timeout: o.ConnectTimeout, KeepAlive: 15 * time.Second}).DialContext
	}
	return o
}

// Client is the [Service] of a node far away. It keeps one pool of HTTP/2 connections to the node.
//
// Calls have no time limit but their context. Their errors are an *Error that the node reported, a *ResponseError when
// its answer broke the protocol, a *KeyMismatchError when it is not the node on chain, or else of the network. Answers
// are decoded strictly and within limits; what they say is unverified.
type Client struct {
	address   string
	n         walrus.ShardCount
	transport *http.Transport
	slots     *semaphore.Weighted

	roundTripper http.RoundTripper // transport, except in tests
}

// Dial returns a client of the node at address, host:port, that must prove the network key. It connects on first use.
// It panics if o.NShards is not valid, which the chain rules out.
func Dial(address string, key walrus.NetworkKey, o ClientOptions) *Client {
	if err := o.NShards.Validate(); err != nil {
		panic(err)
	}
	o = o.withDefaults()
	host, _, err := net.SplitHostPort(address)
	if err != nil {
		host = address // dialing will tell what is wrong with it
	}
	c := &Client{
		address: address,
		n:       o.NShards,
		slots:   semaphore.NewWeighted(int64(o.MaxInFlight)),
		transport: &http.Transport{
			DialContext:            o.DialContext,
			TLSClientConfig:        ClientTLS(key, host),
			TLSHandshakeTimeout:    o.ConnectTimeout,
			ForceAttemptHTTP2:      true,
			DisableCompression:     true, // bodies do not shrink, and a short one must not grow
			MaxIdleConnsPerHost:    4,
			IdleConnTimeout:        90 * time.Second,
			MaxResponseHeaderBytes: 64 << 10,
			HTTP2: &http.HTTP2Config{
				StrictMaxConcurrentRequests:   true,
				MaxReceiveBufferPerConnection: connWindow,
				MaxReceiveBufferPerStream:     streamWindow,
				SendPingTimeout:               15 * time.Second,
				PingTimeout:                   15 * time.Second,
				WriteByteTimeout:              30 * time.Second,
			},
		},
	}
	c.roundTripper = c.transport
	return c
}

// Address returns the address given to Dial.
func (c *Client) Address() string { return c.address }

// CloseIdleConnections closes connections that no request uses. The client stays usable.
func (c *Client) CloseIdleConnections() { c.transport.CloseIdleConnections() }
