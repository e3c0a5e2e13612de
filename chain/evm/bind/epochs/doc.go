// Package epochs is the binding of the contract Epochs: the epoch machine and its committees. All but this file is generated from contracts/build by
// go generate in contracts. A value of Epochs holds only the parsed ABI and is safe to share.
package epochs
