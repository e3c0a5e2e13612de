// Package certs is the binding of the contract Certs: the verifier of certificates and keys. All but this file is generated from contracts/build by
// go generate in contracts. A value of Certs holds only the parsed ABI and is safe to share.
package certs
