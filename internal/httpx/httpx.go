// Package httpx is what our HTTP servers share: the error envelope, request IDs, limits, and middleware of the plain
// func(http.Handler) http.Handler kind.
//
// The one idea: an error has one shape on both ends of a connection. A [Table] lists the reasons of one API with their
// status words and the sentinels of package walrus; servers turn any Go error into an [Error] with [Table.For], clients
// turn a body back with [Table.Parse], and errors.Is holds on both sides (storage-node.md §4, client.md §8.4).
//
// Everything is bounded: bodies by [ReadBody], memory of all bodies together by a [Budget], running work by a
// [Limiter] and by [Calls]. All types are safe for concurrent use.
package httpx

import "net/http"

// Middleware wraps a handler.
type Middleware = func(http.Handler) http.Handler

// Chain wraps h so that the first middleware is the outermost.
func Chain(h http.Handler, layers ...Middleware) http.Handler {
	for i := len(layers) - 1; i >= 0; i-- {
		h = layers[i](h)
	}
	return h
}
