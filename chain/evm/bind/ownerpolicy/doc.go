// Package ownerpolicy is the generated binding of the contract OwnerPolicy: the owner of a resource reads.
package ownerpolicy
