// Package access is the chain side of access control (access-control.md B): it deploys and manages policies, keeps the
// registry of key servers, and asks policies on behalf of a key server.
//
// The one idea: an [Evaluator] believes nobody alone. It picks a block that enough endpoints have, asks each of them the
// same question at the hash of that block, and takes an answer that a quorum gives byte for byte. The question is one
// eth_call of creation code, the probe, so that the decision, the time of the block and the check of a smart wallet's
// signature are of one state; hostile policies spoil their own answers and nothing else (chain.md 3.7).
//
//	Query ─▶ heads of all endpoints ─▶ a final block ──▶ probe at its hash, everywhere ─▶ quorum ┐
//	                                └▶ the newest one ─▶ probe at its hash, everywhere ─▶ quorum ┴▶ both approve?
//
// There are three outcomes, and only one opens anything: allowed; denied, where an error wraps ErrDenied and says why;
// and failed, where nobody knows and one may ask again.
//
// All values may be used from many goroutines.
package access
