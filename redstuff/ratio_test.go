package redstuff

import (
	"context"
	"fmt"
	"testing"
	"time"

	"github.com/walrus-go/walrus"
)

// BenchmarkRatio measures encoding and the parts of its floor in turns and reports the least processor time of each, which
// holds on a machine that does other work too. It is the source of the tables in docs/PERFORMANCE.md.
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
				parts := []struct {
					name string
					f    func()
				}{
					{"encode", func() { mustEncode(b, c, blob, opts) }},
					{"metadata", func() {
						if _, err := c.Metadata(context.Background(), blob, opts); err != nil {
							b.Fatal(err)
						}
					}},
					{"hash", func() { floorHash(c, size) }},
					{"rs", func() { floorRS(c, shape.blob) }},
					{"memory", func() { floorMemory(c, size) }},
				}
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
				b.ReportMetric(float64(least[0])/float64(least[2]), "encode/hash")
				b.ReportMetric(0, "ns/op")
			})
		}
	}
}
