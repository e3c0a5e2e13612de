// Package probe is the generated binding of the contract Probe: creation code that asks policies in one call and is never deployed.
package probe
