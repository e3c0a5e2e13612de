// Package rules is the arithmetic of the control plane in pure Go: who gets how many shards and which, what storage
// costs, what a node earns, what a delegator is paid, and when which step of an epoch is due.
//
// The one idea: every rule that the contracts enforce is a function of values here, exact to the last FROST, with the
// contracts' own rounding and order of steps. Nodes use it to propose what the contracts only verify, tests use it
// as the second opinion on the Solidity, and package economy runs hundreds of epochs of it in a second.
//
// Amounts are FROST and times are whole seconds of chain time. Rounding goes down where money is paid out and up
// where it is charged. Intermediate products are exact. References such as A7.2 or B5 are to control-plane.md.
//
// Nothing here does I/O, reads a clock or starts a goroutine. Functions are safe for concurrent use; values with
// pointer methods ([Pool], [Ledger]) belong to one goroutine at a time.
package rules
