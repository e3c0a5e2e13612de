// Package timelockpolicy is the generated binding of the contract TimeLockPolicy: everybody reads from a moment on.
package timelockpolicy
