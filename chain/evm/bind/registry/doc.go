// Package registry is the binding of the contract Registry: the list of storage nodes. All but this file is generated from contracts/build by
// go generate in contracts. A value of Registry holds only the parsed ABI and is safe to share.
package registry
