// Package sync brings a storage node what it lacks: metadata and slivers of certified blobs, rebuilt from the symbols of
// its peers (storage-node.md §13).
//
// The one idea: the work list is on disk. Bookkeeping writes a sync intent in the same batch as the event that calls for
// it, and an intent stays until its blob is complete, or is no longer the node's business; failure only moves its next
// try. So no blob holds up the event cursor, nothing is forgotten by a restart, and a node whose disk was emptied heals
// by replaying the log. Workers reconcile towards the goal published at the moment (epoch, committee, shards).
//
// Nothing a peer sends counts before it is proved: metadata by the blob ID, each symbol by its Merkle proof, each rebuilt
// sliver by its hash. Peers that lie or stall are asked last for a while.
//
// A Healer is safe for concurrent use; Run waits for all that it started.
package sync
