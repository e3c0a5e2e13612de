package redstuff

import (
	"context"
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/redstuff/internal/lanehash"
)

// part is one of several things that are measured in turns.
type part struct {
	name string
	f    func()
}

// leastTimes runs the parts in turns and reports the least processor time of each, which holds on a machine that does other
// work too. The tables of docs/PERFORMANCE.md come from here.
func leastTimes(b *testing.B, parts []part) []time.Duration {
	least := make([]time.Duration, len(parts))
	for b.Loop() {
		for i, p := range parts {
			start := processTime()
			p.f()
			if took := processTime() - start; least[i] == 0 || took < least[i] {
				least[i] = took
			}
		}
	}
	for i, p := range parts {
		b.ReportMetric(float64(least[i].Microseconds())/1000, p.name+"-ms")
	}
	b.ReportMetric(0, "ns/op")
	return least
}

// BenchmarkRatio compares encoding with the parts of its floor, and with hashing one message at a time ("plain").
func BenchmarkRatio(b *testing.B) {
	for _, shape := range benchShapes {
		size, err := walrus.ShardCount(shape.n).SymbolSize(uint64(shape.blob))
		if err != nil {
			b.Fatal(err)
		}
		for _, cpu := range cpus() {
			if cpu[0] == "portable" {
				continue
			}
			b.Run(fmt.Sprintf("%v/cpu=%s", shape, cpu[0]), func(b *testing.B) {
				if shape.blob > 64<<20 && testing.Short() {
					b.Skip("large blob")
				}
				c := useCPU(b, shape.n, cpu)
				blob := xorshift(shape.blob)
				opts := Options{Workers: 1}
				opts.Reuse = mustEncode(b, c, blob, opts)
				use := func(path string) {
					if err := lanehash.Use(path); err != nil {
						b.Fatal(err)
					}
				}
				least := leastTimes(b, []part{
					{"encode", func() { mustEncode(b, c, blob, opts) }},
					{"metadata", func() {
						if _, err := c.Metadata(context.Background(), blob, opts); err != nil {
							b.Fatal(err)
						}
					}},
					{"hash", func() { floorHash(c, size) }},
					{"rs", func() { floorRS(c, shape.blob) }},
					{"memory", func() { floorMemory(c, size) }},
					{"plain", func() {
						use("portable")
						mustEncode(b, c, blob, opts)
						use(cpu[0])
					}},
				})
				b.ReportMetric(float64(least[0])/float64(least[2]), "encode/hash")
				b.ReportMetric(float64(least[5])/float64(least[0]), "plain/encode")
			})
		}
	}
}

// BenchmarkRead is a read whose slivers are verified as they arrive, as a client does it.
func BenchmarkRead(b *testing.B) {
	for _, shape := range benchShapes[:5] {
		c := mustCode(b, shape.n)
		blob := xorshift(shape.blob)
		e := mustEncode(b, c, blob, Options{})
		for axis := range walrus.Axis(2) {
			b.Run(fmt.Sprintf("%v/axis=%v", shape, axis), func(b *testing.B) {
				read := func(have string) func() {
					slivers := loss(rand.New(rand.NewPCG(1, 1)), c.n, axis, have)
					return func() {
						d := c.NewDecoder(e.Metadata, axis)
						for _, i := range slivers {
							s, err := c.VerifySliver(e.Metadata, e.Sliver(axis, walrus.SliverIndex(i)))
							if err != nil {
								b.Fatal(err)
							}
							if _, err := d.Add(s); err != nil {
								b.Fatal(err)
							}
						}
						if err := d.DecodeInto(context.Background(), blob, Skip, Options{Workers: 1}); err != nil {
							b.Fatal(err)
						}
					}
				}
				least := leastTimes(b, []part{{"source", read("source")}, {"worst", read("parity first")}})
				b.ReportMetric(float64(shape.blob)/least[0].Seconds()/1e6, "source-MB/s")
				b.ReportMetric(float64(shape.blob)/least[1].Seconds()/1e6, "worst-MB/s")
			})
		}
	}
}
