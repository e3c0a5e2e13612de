// Package node is the storage node: it takes slivers of registered blobs, confirms by signature that it holds them,
// serves them, and heals what it is missing.
//
// The one idea: three parts that meet only in the store. The [Node] as a nodeapi.Service answers requests; nothing enters
// storage that was not proved against the blob ID, and no confirmation leaves before what it covers is on stable storage.
// The follower applies the chain's events, in order, to the bookkeeping. The healer (package sync) works off the list of
// intents that bookkeeping leaves. What they share beside the store is one immutable view of the epoch that was handled
// last: committee, own shards, keys. A node signs for no other epoch.
//
//	chain.Log ──► follower ──► store ◄── Service ◄── HTTPS ◄── clients, peers
//	                  │          ▲
//	                  └─► view ─► healer ──► peers
//
// A Node is safe for concurrent use. Run waits for all that it started.
package node
