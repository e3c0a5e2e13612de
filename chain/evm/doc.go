// Package evm is the chain as contracts on any EVM chain at Prague level or later, reached by JSON-RPC: it implements
// chain.Reader and chain.Log ([Client]) and chain.Wallet ([Wallet]), and deploys the contracts ([Deploy]).
//
// The one idea: a pass. Whatever belongs together (the state at one block, one step of the log, one look at a
// transaction) is asked of one endpoint; when that endpoint stops answering, the whole pass is repeated at the next one.
// Nothing is ever put together from two views of the chain, and nothing is remembered of a pass that failed. Errors
// of the contracts are told by their ABI, never by their text.
//
// Where the truth is:
//
//	log          cursor of the caller; subscriptions only shorten the wait (chain.md §3.5)
//	committee    code of the contracts that CommitteeStored named, checked in full (control-plane.md B4)
//	transactions journal of signed transactions on disk, until their block is final (chain.md §8)
//
// A Client is safe for concurrent use. A Wallet has one goroutine that owns its nonces; its methods may be called from
// many goroutines. Both are to be closed.
package evm
