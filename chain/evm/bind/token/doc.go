// Package token is the binding of the contract Token: the WAL token. All but this file is generated from contracts/build by
// go generate in contracts. A value of Token holds only the parsed ABI and is safe to share.
package token
