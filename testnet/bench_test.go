package testnet

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"strings"
	"testing"

	"github.com/walrus-go/walrus/client"
	"github.com/walrus-go/walrus/client/clienttest"
)

// The figures of a whole network in one process: 10 nodes, 100 shards, every byte over TLS, every confirmation behind
// an fsync, every certificate on the embedded chain. peak-MB is the most memory of the process during the benchmark,
// the nodes included.

func BenchmarkStore(b *testing.B) {
	for _, size := range []int{1 << 10, 1 << 20, 64 << 20} {
		b.Run(fmt.Sprintf("blob=%s", sizeName(size)), func(b *testing.B) {
			Run(b, TestConfig(), func(ctx context.Context, n *Network) {
				blob := clienttest.Blob(size)
				resetPeak(b)
				b.SetBytes(int64(size))
				b.ReportAllocs()
				i := 0
				for b.Loop() {
					blob[0], blob[1], i = byte(i), byte(i>>8), i+1
					r, err := n.Client.Store(ctx, bytes.NewReader(blob), int64(size), client.StoreOptions{Epochs: 1})
					if err != nil || r.NewlyCreated == nil {
						b.Fatalf("store: %+v, %v", r, err)
					}
				}
				reportPeak(b, size)
			})
		})
	}
}

func BenchmarkRead(b *testing.B) {
	for _, size := range []int{1 << 10, 1 << 20, 64 << 20} {
		b.Run(fmt.Sprintf("blob=%s", sizeName(size)), func(b *testing.B) {
			Run(b, TestConfig(), func(ctx context.Context, n *Network) {
				blob := clienttest.Blob(size)
				r, err := n.Client.Store(ctx, bytes.NewReader(blob), int64(size), client.StoreOptions{Epochs: 1})
				if err != nil {
					b.Fatal(err)
				}
				resetPeak(b)
				b.SetBytes(int64(size))
				b.ReportAllocs()
				for b.Loop() {
					if err := n.Client.Read(ctx, r.BlobID(), io.Discard, client.ReadOptions{}); err != nil {
						b.Fatal(err)
					}
				}
				reportPeak(b, size)
			})
		})
	}
}

func sizeName(size int) string {
	if size < 1<<20 {
		return fmt.Sprintf("%dKiB", size>>10)
	}
	return fmt.Sprintf("%dMiB", size>>20)
}

// resetPeak makes the kernel count the peak of resident memory anew.
func resetPeak(b *testing.B) {
	debug.FreeOSMemory()
	if err := os.WriteFile("/proc/self/clear_refs", []byte("5"), 0); err != nil {
		b.Logf("peak memory counts from the start of the process: %v", err)
	}
}

func reportPeak(b *testing.B, size int) {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		b.Logf("no peak memory: %v", err)
		return
	}
	for line := range strings.Lines(string(status)) {
		var kb float64
		if n, _ := fmt.Sscanf(line, "VmHWM: %f kB", &kb); n == 1 {
			b.ReportMetric(kb/1000, "peak-MB")
			b.ReportMetric(kb*1024/float64(size), "peak/blob")
		}
	}
}
