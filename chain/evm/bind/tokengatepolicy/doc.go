// Package tokengatepolicy is the generated binding of the contract TokenGatePolicy: holders of enough of a token read.
package tokengatepolicy
