// Package devchain is a durable EVM chain inside this process: one go-ethereum node with a block producer of ours,
// a data directory, and JSON-RPC over HTTP and WebSocket on one loopback port. The contracts of a local network run
// on it; whoever uses the chain goes through the port, as with any other chain.
//
// # The one idea
//
// A block is on stable storage before anybody can see it. go-ethereum's own producers announce a block first and
// leave the writes in a buffer of the process, so a kill takes back receipts that were already acted upon. Here each
// block goes
//
//	build → store (block, receipts, state) → note it as the intended head → sync → announce
//
// and Open makes the intended head the head, before the port answers, if the process died between the last two
// steps. Hence "latest", "safe" and "finalized" always name the same block. A sync that fails is never repeated: the
// chain stops, reports through Done and Err, and the process should end (chain.md §3.3).
//
// # Time
//
// A block is made as soon as a transaction waits, as long as its timestamp stays within Config.Slack of the clock;
// otherwise when the clock has caught up. So a lone transaction takes milliseconds, and load makes one block a
// second. An idle chain makes an empty block at each Config.Heartbeat, so that its time does not stand still. A clock
// that is set back slows the chain to one block a second and never stops it. What depends on time judges by the
// timestamp of the newest block (chain.md §3.2).
//
// # Disk and memory
//
// States are kept for ever (pruning would lose blocks at a kill): some 14 kB for a lone transaction, 12 kB for an
// empty block, 1.7 kB for a transaction under load (chain.md §3.6). The process needs about 70 MB at rest; under
// steady load the Go heap grows to several hundred MB unless GOMEMLIMIT is set: 512MiB suits a process that does
// little else, and it should be raised by what the rest of the process needs.
//
// # Concurrency
//
// All methods of a Chain may be called from any goroutine. go-ethereum has one log for the whole process; the
// chain opened last receives it.
package devchain
