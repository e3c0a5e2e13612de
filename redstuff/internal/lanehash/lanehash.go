// Package lanehash computes many BLAKE2b-256 hashes of equally long messages at once: the leaves and inner nodes of
// Merkle trees (encoding.md 5.1).
//
// # The idea
//
// BLAKE2b mixes sixteen 64-bit words. A vector register holds the same word of eight (AVX-512), four (AVX2) or two
// (NEON) independent messages, so one pass of vector instructions hashes that many, three to six times faster than one
// by one. The domain prefix byte is inserted while loading: symbols are hashed where they lie.
//
// # Concurrency
//
// All functions are safe for concurrent use and do not allocate in steady state.
package lanehash

import (
	"fmt"
	"math"

	"golang.org/x/crypto/blake2b"
)

//go:generate go -C ../../../tools/asmgen run ./lanehash -out ../../redstuff/internal/lanehash/lanehash_amd64.s -stubs ../../redstuff/internal/lanehash/lanehash_stubs_amd64.go -pkg lanehash
//go:generate go -C ../../../tools/asmgen run ./lanehasharm64 -out ../../redstuff/internal/lanehash/lanehash_arm64.s -stubs ../../redstuff/internal/lanehash/lanehash_stubs_arm64.go -pkg lanehash

// Size is the bytes of a hash.
const Size = 32

// Sum returns the plain BLAKE2b-256 hash of data, without a prefix.
func Sum(data []byte) [Size]byte { return blake2b.Sum256(data) }

// Leaves sets dst[i*32:][:32] = H(0x00 ‖ src[i*stride:][:size]) for 0 ≤ i < count. Symbols may overlap (stride < size,
// even 0); dst must not overlap src. It panics if a size is negative or a slice too short.
func Leaves(dst, src []byte, size, count, stride int) {
	if count == 0 {
		return
	}
	need(dst, Size, count, Size, "leaf hashes")
	need(src, size, count, stride, "symbols")
	active.leaves(dst, src, size, count, stride)
}

// Inner sets dst[i*dstStride:][:32] = H(0x01 ‖ left[i*leftStride:][:32] ‖ right[i*rightStride:][:32]) for 0 ≤ i < count.
// Along one level of a tree left and right are the same slice 32 bytes apart with strides of 64; across many trees the
// strides are those between trees. dst may be the memory of left if dstStride ≤ leftStride: results are
// written in ascending order after the operands of the same and lower i were read, in batches of at most 8.
// It panics if a stride is negative or a slice too short.
func Inner(dst []byte, dstStride int, left []byte, leftStride int, right []byte, rightStride, count int) {
	if count == 0 {
		return
	}
	need(dst, Size, count, dstStride, "inner hashes")
	need(left, Size, count, leftStride, "left children")
	need(right, Size, count, rightStride, "right children")
	active.inner(dst, dstStride, left, leftStride, right, rightStride, count)
}

// need panics unless b holds count items of size bytes at multiples of stride.
func need(b []byte, size, count, stride int, name string) {
	if size < 0 || count < 0 || stride < 0 || stride > 0 && count-1 > (math.MaxInt-size)/stride || len(b) < (count-1)*stride+size {
		panic(fmt.Sprintf("lanehash: %s: %d bytes do not hold %d items of %d bytes, %d apart", name, len(b), count, size, stride))
	}
}

// engine is one implementation. All engines compute the same bytes.
type engine struct {
	name   string
	leaves func(dst, src []byte, size, count, stride int)
	inner  func(dst []byte, dstStride int, left []byte, leftStride int, right []byte, rightStride, count int)
}

// engines lists what this CPU can run, the fastest first; the portable one is last and always there.
var engines = append(fastEngines(), &portable)

var active = engines[0]

// Paths names the implementations that this CPU can run, fastest first. The last is always "portable".
func Paths() []string {
	names := make([]string, len(engines))
	for i, e := range engines {
		names[i] = e.name
	}
	return names
}

// Use switches all later calls to the named implementation. It is for tests that run every path, and must not run at
// the same time as other calls.
func Use(path string) error {
	for _, e := range engines {
		if e.name == path {
			active = e
			return nil
		}
	}
	return fmt.Errorf("use lane hashing %q: this CPU has %v", path, Paths())
}
