package nodeapi_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/nodeapi"
	"github.com/walrus-go/walrus/nodeapi/nodeapitest"
)

// shelf is a node that has one sliver and takes any.
type shelf struct {
	nodeapi.Service
	sliver *walrus.Sliver
}

func (s shelf) Sliver(context.Context, walrus.BlobID, walrus.SliverPairIndex, walrus.Axis) (*walrus.Sliver, error) {
	return s.sliver, nil
}

func (s shelf) PutSliver(context.Context, walrus.BlobID, walrus.SliverPairIndex, *walrus.Sliver, bool) (nodeapi.Stored, error) {
	return nodeapi.NewlyStored, nil
}

func BenchmarkSliver(b *testing.B) {
	const n = 1000
	for _, size := range []int{2 << 10, 64 << 10, 1 << 20, 16 << 20} {
		s := &walrus.Sliver{SymbolSize: 2, Data: make([]byte, size)}
		c := nodeapitest.Remote(b, shelf{sliver: s}, n)
		b.Run(fmt.Sprintf("get-%dKiB", size>>10), func(b *testing.B) {
			b.SetBytes(int64(size))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := c.Sliver(b.Context(), walrus.BlobID{}, 0, walrus.Primary); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run(fmt.Sprintf("put-%dKiB", size>>10), func(b *testing.B) {
			b.SetBytes(int64(size))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := c.PutSliver(b.Context(), walrus.BlobID{}, 0, s, false); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
