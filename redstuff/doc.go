// Package redstuff is the two-dimensional erasure code of Walrus: it encodes a blob into sliver pairs, commits to
// them by one hash, decodes the blob from any sufficient set of slivers of one axis, recovers a single sliver from
// symbols of others, and proves that a writer encoded inconsistently (encoding.md §1–§7).
//
// # The idea
//
// A blob fills a k×K matrix of s-byte symbols, row by row. A systematic Reed–Solomon code along the columns and
// another along the rows extend it to n×n; both are linear, so it does not matter which goes first:
//
//	        K columns         f
//	   ┌───────────────────┬───────┐
//	 k │ the blob          │       │   row i, first K symbols     = primary sliver i
//	   ├───────────────────┼───────┤   column j, first k symbols  = secondary sliver j
//	2f │                   │ only  │
//	   │                   │ hashed│   a sliver's hash is the Merkle root over its whole
//	   └───────────────────┴───────┘   row or column of n symbols
//
// Every cell lies on one primary and one secondary sliver, so any sliver can be rebuilt from single symbols of
// orthogonal ones, and every cell is hashed once for both of its trees.
//
// # What is checked shows in the type
//
// [VerifyMetadata] turns metadata into [VerifiedMetadata], [Code.VerifySliver] turns a sliver into a
// [VerifiedSliver]; only these enter a [Decoder]. Nothing that a peer sends can make a function of this package
// panic or allocate without bound.
//
// # Concurrency
//
// A [Code] and all verified values are immutable and safe for concurrent use. Encoding and decoding start at most
// Options.Workers goroutines and join them before they return; results do not depend on their number. An [Encoded] and
// a [Decoder] belong to one goroutine at a time.
package redstuff
