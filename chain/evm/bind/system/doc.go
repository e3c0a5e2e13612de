// Package system is the binding of the contract System: storage for sale and the blobs in it. All but this file is generated from contracts/build by
// go generate in contracts. A value of System holds only the parsed ABI and is safe to share.
package system
