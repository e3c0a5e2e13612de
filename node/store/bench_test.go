package store

import (
	"bufio"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"sync/atomic"
	"testing"

	"golang.org/x/sync/errgroup"

	"github.com/walrus-go/walrus"
)

// BenchmarkPut compares the two homes of a sliver by size: 16 writers, each write durable before the next. amp is bytes
// written to files divided by payload, compactions until the end included.
func BenchmarkPut(b *testing.B) {
	for _, size := range []int{4 << 10, 16 << 10, 64 << 10, 128 << 10, 256 << 10, 1 << 20} {
		for _, home := range []string{"row", "file"} {
			b.Run(fmt.Sprintf("%s/%dKiB", home, size>>10), func(b *testing.B) { benchPut(b, home, size) })
		}
	}
}

func benchPut(b *testing.B, home string, size int) {
	o := testOptions(Disk(), b.TempDir()+"/db")
	o.MemTableBytes, o.CacheBytes, o.FileThreshold = 0, 0, 1
	if home == "row" {
		o.FileThreshold = 1 << 30
	}
	s, err := Open(o)
	if err != nil {
		b.Fatal(err)
	}
	v := randomSliver(rand.New(rand.NewPCG(1, 1)), walrus.Primary, size/2, 2)
	b.SetBytes(int64(size))
	before := bytesWritten(b)
	var next atomic.Int64
	b.ResetTimer()
	var g errgroup.Group
	for range 16 {
		g.Go(func() error {
			for i := next.Add(1); i <= int64(b.N); i = next.Add(1) {
				id := walrus.BlobID(randomID(uint64(i)))
				if err := errors.Join(s.PutSliver(id, walrus.ShardIndex(i%10), v), s.Sync()); err != nil {
					return err
				}
			}
			return nil
		})
	}
	if err := g.Wait(); err != nil {
		b.Fatal(err)
	}
	b.StopTimer()
	if err := s.Close(); err != nil {
		b.Fatal(err)
	}
	b.ReportMetric((bytesWritten(b)-before)/float64(size*b.N), "amp")
}

func randomID(seed uint64) (id [32]byte) {
	r := rand.New(rand.NewPCG(seed, 9))
	for i := range id {
		id[i] = byte(r.Uint32())
	}
	return id
}

// bytesWritten returns what this process passed to write calls.
func bytesWritten(b *testing.B) float64 {
	f, err := os.Open("/proc/self/io")
	if err != nil {
		b.Skipf("no count of bytes written: %v", err)
	}
	defer f.Close()
	for sc := bufio.NewScanner(f); sc.Scan(); {
		if n, ok := strings.CutPrefix(sc.Text(), "wchar: "); ok {
			var v float64
			fmt.Sscan(n, &v)
			return v
		}
	}
	b.Fatal("no wchar in /proc/self/io")
	return 0
}
