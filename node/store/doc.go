// Package store keeps what a storage node must not lose: bookkeeping, metadata and slivers, in one directory.
//
// The one idea: nothing counts as held before it is readable after a crash. A small sliver and the row that says it is
// there are one batch; a large one is a file that is on stable storage, its directory entry included, before that row is
// written. So the only thing left to wait for is the log of Pebble, and [Store.Sync] is the barrier that a signature waits
// behind (P10): everything whose Put returned before Sync was called is durable when Sync returns. Concurrent callers share
// one fsync.
//
//	DIR/LOCK                               held by the one process that uses DIR
//	DIR/FORMAT                             version of everything below; a higher one is refused
//	DIR/meta/                              Pebble: bookkeeping, metadata, index, slivers below Options.FileThreshold
//	DIR/slivers/<shard>/<axis>/<blob hex>  one file for each larger sliver: data, trailer
//	DIR/quarantine/                        what failed its checksum
//	DIR/tmp/                               files being written; emptied at Open
//
// Every value carries a format version, every sliver and metadata a checksum that is compared on each read. A sliver that
// fails it is moved aside, counts as missing from then on, and leaves a sync intent behind. docs/FORMATS.md has the bytes.
//
// Bookkeeping changes only through [Store.Apply], which commits the rows, the sync intents and the cursor of a run of
// events in one batch; loss of an unsynced tail means replay, never divergence.
//
// The store keeps bytes and proves nothing about them: its caller verifies before it puts. All methods are safe for
// concurrent use.
package store
