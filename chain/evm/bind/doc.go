// Package bind has no code of its own: below it lie the generated bindings of the contracts, one package for each, because
// the generator names result types after functions alone. Its test runs the contracts on go-ethereum.
package bind
