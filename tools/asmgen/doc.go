// Package asmgen is the root of the generators of our assembly. Each directory is one program; the go:generate lines in
// redstuff/internal/gf16 and redstuff/internal/lanehash run them:
//
//	go generate ./redstuff/internal/...
//
// The output is committed, so building Walrus needs no generator; regenerating must leave no difference. The module is
// its own, so that its dependencies stay out of ours. Avo v0.6.0 is the first with GFNI, and needs golang.org/x/tools
// v0.40 or later to compile.
package asmgen
