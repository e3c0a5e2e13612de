package lanehash

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"golang.org/x/crypto/blake2b"
)

// reportHashes reports the time of each of the eight hashes of an iteration.
func reportHashes(b *testing.B) {
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/8, "ns/hash")
}

// BenchmarkLeaf8 hashes eight symbols. cpu=blake2b is the yardstick: as many single hashes of the same messages.
func BenchmarkLeaf8(b *testing.B) {
	for _, s := range []int{2, 6, 64, 152, 1024, 1206, 4096, 65534} {
		src := random(rand.New(rand.NewPCG(1, 1)), 8*s+1)
		dst := make([]byte, 8*Size)
		for _, path := range Paths() {
			b.Run(fmt.Sprintf("s=%d/cpu=%s", s, path), func(b *testing.B) {
				usePath(b, path)
				b.ReportAllocs()
				b.SetBytes(int64(8 * s))
				for b.Loop() {
					Leaves(dst, src, s, 8, s)
				}
				reportHashes(b)
			})
		}
		b.Run(fmt.Sprintf("s=%d/cpu=blake2b", s), func(b *testing.B) {
			b.SetBytes(int64(8 * s))
			for b.Loop() {
				for i := range 8 {
					sum := blake2b.Sum256(src[i*s:][:s+1])
					copy(dst[i*Size:], sum[:])
				}
			}
			reportHashes(b)
		})
	}
}

// BenchmarkInner8 hashes eight pairs of nodes.
func BenchmarkInner8(b *testing.B) {
	src := random(rand.New(rand.NewPCG(2, 2)), 8*64+1)
	dst := make([]byte, 8*Size)
	for _, path := range Paths() {
		b.Run("cpu="+path, func(b *testing.B) {
			usePath(b, path)
			b.ReportAllocs()
			b.SetBytes(8 * 64)
			for b.Loop() {
				Inner(dst, 32, src, 64, src[32:], 64, 8)
			}
			reportHashes(b)
		})
	}
	b.Run("cpu=blake2b", func(b *testing.B) {
		b.SetBytes(8 * 64)
		for b.Loop() {
			for i := range 8 {
				sum := blake2b.Sum256(src[i*64:][:65])
				copy(dst[i*Size:], sum[:])
			}
		}
		reportHashes(b)
	})
}
