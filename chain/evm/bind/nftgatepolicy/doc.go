// Package nftgatepolicy is the generated binding of the contract NFTGatePolicy: the owner of a token reads.
package nftgatepolicy
