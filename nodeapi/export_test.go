package nodeapi

import "net/http"

// RouteCount returns the number of routes of a handler.
func RouteCount(h *Handler) int { return len(h.routes()) }

// SetTransport replaces the network of a client.
func SetTransport(c *Client, rt http.RoundTripper) { c.roundTripper = rt }
