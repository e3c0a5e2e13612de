package keyserver

import (
	"bytes"
	"net/http/httptest"
	"runtime"
	"slices"
	"testing"
	"time"

	"github.com/walrus-go/walrus/chain"
	"github.com/walrus-go/walrus/seal"
)

// BenchmarkFetchKey: requests for one key whose verdict is cached, on one core, all through the handler: parsing, session
// and wallet signatures, derivation. Each request has an ephemeral key of its own, made beforehand.
func BenchmarkFetchKey(b *testing.B) {
	runtime.GOMAXPROCS(1)
	defer runtime.GOMAXPROCS(runtime.NumCPU())
	heads := &fakeHeads{}
	heads.head = chain.Block{Number: 1, Hash: [32]byte{1}}
	free := Rate{1e9, 1 << 30}
	ts := newTestServer(b, func(o *Options) {
		o.Evaluator = heads
		o.Limits.Source, o.Limits.User, o.Limits.Namespace, o.Limits.APIKey, o.Limits.Wallet = free, free, free, free, free
	})
	s := newWallet(b, someSecret).session(b, ts.now, testNamespace, seal.EIP712, nil)
	bodies := make([][]byte, 0, b.N)
	for range b.N {
		body, _ := request(b, s, seal.PolicyNamespace, "resource and nonce")
		bodies = append(bodies, body)
	}
	var took []time.Duration
	b.ReportAllocs()
	b.ResetTimer()
	for _, body := range bodies {
		r := httptest.NewRequest("POST", "/v1/fetch_key", bytes.NewReader(body))
		r.Header.Set(SDKVersionHeader, "1.0.0")
		w := httptest.NewRecorder()
		start := time.Now()
		ts.ServeHTTP(w, r)
		took = append(took, time.Since(start))
		if w.Code != 200 {
			b.Fatal(w.Body)
		}
	}
	b.StopTimer()
	if n := heads.questions(); n > 1 {
		b.Fatalf("the chain was asked %d times", n)
	}
	slices.Sort(took)
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "req/s")
	b.ReportMetric(float64(took[len(took)*99/100].Microseconds())/1000, "p99-ms")
}
