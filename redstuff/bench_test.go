package redstuff

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"testing"
	"time"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/redstuff/internal/gf16"
	"github.com/walrus-go/walrus/redstuff/internal/lanehash"
)

// benchShape is one size of blob in one size of network.
type benchShape struct{ n, blob int }

func (s benchShape) String() string {
	if s.blob >= 1<<20 {
		return fmt.Sprintf("n=%d/blob=%dMiB", s.n, s.blob>>20)
	}
	return fmt.Sprintf("n=%d/blob=%dKiB", s.n, s.blob>>10)
}

var benchShapes = []benchShape{
	{10, 1 << 20}, {100, 1 << 20}, {100, 32 << 20}, {1000, 1 << 20}, {1000, 32 << 20}, {1000, 256 << 20},
}

// xorshift is the content of performance.md 4.5.
func xorshift(length int) []byte {
	b := make([]byte, length)
	s := uint64(0x9E3779B97F4A7C15)
	for i := 0; i < length; i += 8 {
		s ^= s << 13
		s ^= s >> 7
		s ^= s << 17
		for j := range min(8, length-i) {
			b[i+j] = byte(s >> (8 * j))
		}
	}
	return b
}

// cpus are the kernels that this machine can run: the hash kernel's name and the field kernel's.
func cpus() (out [][2]string) {
	fields := gf16.Paths()
	for i, name := range lanehash.Paths() {
		out = append(out, [2]string{name, fields[min(i, len(fields)-1)]})
	}
	return out
}

// useCPU switches kernels until the end of the test and returns a code that uses them.
func useCPU(t testing.TB, n int, cpu [2]string) *Code {
	t.Helper()
	for _, set := range []error{lanehash.Use(cpu[0]), gf16.Use(cpu[1])} {
		if set != nil {
			t.Fatal(set)
		}
	}
	t.Cleanup(func() {
		first := cpus()[0]
		if err := lanehash.Use(first[0]); err != nil {
			t.Error(err)
		}
		if err := gf16.Use(first[1]); err != nil {
			t.Error(err)
		}
	})
	c, err := newCode(walrus.ShardCount(n))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// reportCPU reports the processor time of each iteration, which a busy machine disturbs less than the time on the clock.
func reportCPU(b *testing.B) {
	start := processTime()
	b.Cleanup(func() {
		b.ReportMetric(float64((processTime()-start).Microseconds())/1000/float64(b.N), "cpu-ms/op")
	})
}

// eachBench runs f for every shape, kernel and number of workers.
func eachBench(b *testing.B, f func(b *testing.B, c *Code, blob []byte, opts Options)) {
	for _, shape := range benchShapes {
		b.Run(shape.String(), func(b *testing.B) {
			if shape.blob > 64<<20 && testing.Short() {
				b.Skip("large blob")
			}
			blob := xorshift(shape.blob)
			for _, cpu := range cpus() {
				if cpu[0] == "portable" && shape.blob > 1<<20 {
					continue // seconds for each run, and nothing that the small blobs do not show
				}
				for _, workers := range []int{1, 2} {
					b.Run(fmt.Sprintf("cpu=%s/workers=%d", cpu[0], workers), func(b *testing.B) {
						c := useCPU(b, shape.n, cpu)
						b.SetBytes(int64(len(blob)))
						b.ReportAllocs()
						reportCPU(b)
						f(b, c, blob, Options{Workers: workers})
					})
				}
			}
		})
	}
}

func BenchmarkEncode(b *testing.B) {
	eachBench(b, func(b *testing.B, c *Code, blob []byte, opts Options) {
		opts.Reuse = mustEncode(b, c, blob, opts)
		for b.Loop() {
			mustEncode(b, c, blob, opts)
		}
		b.StopTimer()
		start := time.Now()
		if err := c.extendRows(context.Background(), opts.Reuse, opts.workers()); err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(time.Since(start).Microseconds())/1000, "ms-rows")
	})
}

// BenchmarkEncodeFresh allocates the buffers for each blob.
func BenchmarkEncodeFresh(b *testing.B) {
	eachBench(b, func(b *testing.B, c *Code, blob []byte, opts Options) {
		for b.Loop() {
			mustEncode(b, c, blob, opts)
		}
	})
}

func BenchmarkMetadata(b *testing.B) {
	eachBench(b, func(b *testing.B, c *Code, blob []byte, opts Options) {
		for b.Loop() {
			if _, err := c.Metadata(context.Background(), blob, opts); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// BenchmarkFloor is what an encoding cannot do without, each part alone in the cache: the hash blocks, the field
// arithmetic, and writing the slivers.
func BenchmarkFloor(b *testing.B) {
	for _, shape := range benchShapes {
		n := walrus.ShardCount(shape.n)
		size, err := n.SymbolSize(uint64(shape.blob))
		if err != nil {
			b.Fatal(err)
		}
		for _, cpu := range cpus() {
			if cpu[0] == "portable" {
				continue
			}
			run := func(part string, f func(c *Code)) {
				b.Run(fmt.Sprintf("%v/cpu=%s/part=%s", shape, cpu[0], part), func(b *testing.B) {
					c := useCPU(b, shape.n, cpu)
					b.SetBytes(int64(shape.blob))
					reportCPU(b)
					for b.Loop() {
						f(c)
					}
				})
			}
			run("hash", func(c *Code) { floorHash(c, size) })
			run("rs", func(c *Code) { floorRS(c, shape.blob) })
			run("memory", func(c *Code) { floorMemory(c, size) })
		}
	}
}

func floorHash(c *Code, size int) {
	n := int(c.n)
	symbols, hashes := make([]byte, 8*size), make([]byte, 64*n)
	for range (n*n + 7) / 8 {
		lanehash.Leaves(hashes, symbols, size, 8, size)
	}
	for range 2 * n {
		lanehash.Inner(hashes, 32, hashes, 64, hashes[32:], 64, n)
	}
}

// floorRS codes as many units as the symbols of rows and columns fill, without padding.
func floorRS(c *Code, blob int) {
	unit := c.limit * groupSize
	n, k, cols := int(c.n), c.k, c.cols
	source, parity := make([]byte, cols*unit), make([]byte, n*unit)
	work := make([]byte, max(c.axes[0].EncodeWork(unit), c.axes[1].EncodeWork(unit)))
	for range (blob + cols*unit - 1) / (cols * unit) {
		c.axes[walrus.Secondary].Encode(parity, source, work, unit)
	}
	columns := blob / cols * n // bytes of k rows of n symbols
	for range (columns + k*unit - 1) / (k * unit) {
		c.axes[walrus.Primary].Encode(parity, source, work, unit)
	}
}

var floorBuffer []byte

func floorMemory(c *Code, size int) {
	block := make([]byte, 256<<10)
	for rest := grow(&floorBuffer, int(c.n)*(c.k+c.cols)*size); len(rest) > 0; {
		rest = rest[copy(rest, block):]
	}
}

func BenchmarkDecode(b *testing.B) {
	for _, shape := range benchShapes {
		if shape.blob > 64<<20 {
			continue
		}
		blob := xorshift(shape.blob)
		c := mustCode(b, shape.n)
		e := mustEncode(b, c, blob, Options{})
		for axis := range walrus.Axis(2) {
			for _, have := range []string{"source", "parity first", "random"} {
				d := c.NewDecoder(e.Metadata, axis)
				for _, i := range loss(rand.New(rand.NewPCG(1, 1)), c.n, axis, have) {
					if _, err := d.Add(e.VerifiedSliver(axis, walrus.SliverIndex(i))); err != nil {
						b.Fatal(err)
					}
				}
				for _, check := range []Check{Skip, Default, Strict} {
					name := map[string]string{"source": "source", "parity first": "worst", "random": "mixed"}[have]
					b.Run(fmt.Sprintf("%v/axis=%v/have=%s/check=%v", shape, axis, name, check), func(b *testing.B) {
						b.SetBytes(int64(len(blob)))
						b.ReportAllocs()
						out := make([]byte, len(blob))
						for b.Loop() {
							if err := d.DecodeInto(context.Background(), out, check, Options{Workers: 1}); err != nil {
								b.Fatal(err)
							}
						}
					})
				}
			}
		}
	}
}

// BenchmarkVerify is the verification of one sliver on arrival.
func BenchmarkVerify(b *testing.B) {
	for _, shape := range benchShapes[:5] {
		c := mustCode(b, shape.n)
		e := mustEncode(b, c, xorshift(shape.blob), Options{})
		for axis := range walrus.Axis(2) {
			b.Run(fmt.Sprintf("%v/axis=%v", shape, axis), func(b *testing.B) {
				s := e.Sliver(axis, 1)
				b.SetBytes(int64(len(s.Data)))
				b.ReportAllocs()
				for b.Loop() {
					if _, err := c.VerifySliver(e.Metadata, s); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

// BenchmarkRecover is the recovery of one sliver from verified symbols.
func BenchmarkRecover(b *testing.B) {
	for _, shape := range benchShapes[:5] {
		c := mustCode(b, shape.n)
		e := mustEncode(b, c, xorshift(shape.blob), Options{})
		for axis := range walrus.Axis(2) {
			symbols := symbolsFor(b, rand.New(rand.NewPCG(1, 1)), e, axis, 2)
			b.Run(fmt.Sprintf("%v/axis=%v", shape, axis), func(b *testing.B) {
				b.SetBytes(int64(e.Metadata.SliverSize(axis)))
				b.ReportAllocs()
				for b.Loop() {
					if _, _, err := c.RecoverSliver(e.Metadata, axis, 2, symbols); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

// BenchmarkStream computes metadata of a file in bounded memory.
func BenchmarkStream(b *testing.B) {
	for _, mib := range []int{64, 256} {
		b.Run(fmt.Sprintf("n=1000/blob=%dMiB", mib), func(b *testing.B) {
			f, err := os.CreateTemp(b.TempDir(), "blob")
			if err != nil {
				b.Fatal(err)
			}
			defer f.Close()
			if _, err := f.Write(xorshift(mib << 20)); err != nil {
				b.Fatal(err)
			}
			c := mustCode(b, 1000)
			b.SetBytes(int64(mib) << 20)
			b.ReportAllocs()
			for b.Loop() {
				if _, err := c.MetadataFrom(context.Background(), f, int64(mib)<<20, Options{Memory: 32 << 20}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
