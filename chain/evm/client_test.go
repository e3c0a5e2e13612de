package evm

import (
	"context"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
	"github.com/walrus-go/walrus/chain/chaintest"
)

// TestWebSocketWakesTheLog reads by WebSocket with a look so rare that only an announced block can end the wait.
func TestWebSocketWakesTheLog(t *testing.T) {
	d := testNetwork(t, 4, 10)
	n := d.network
	n.RPCURLs = []string{"ws" + strings.TrimPrefix(d.chain.url, "http")}
	opts := testOptions()
	opts.PollInterval = time.Hour
	c := dial(t, n, opts)
	_, at, err := c.Next(t.Context(), chain.Cursor{}, 1000)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := c.State(t.Context()); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	w := d.harness().NewWallet(t, 100*walrus.WAL, true)
	done := make(chan error, 1)
	go func() {
		page, _, err := c.Next(ctx, at, 10)
		if err == nil && len(page) == 0 {
			err = io.ErrUnexpectedEOF
		}
		done <- err
	}()
	for i := 0; ; i++ { // the subscription may come after the first block
		if _, _, err := w.Register(ctx, chaintest.NewRegistration(string(rune('a'+i)), 9, true, 2)); err != nil {
			t.Fatal(err)
		}
		select {
		case err := <-done:
			if err != nil {
				t.Fatal(err)
			}
			return
		case <-time.After(100 * time.Millisecond):
		}
	}
}

func TestBoundedBody(t *testing.T) {
	b := &boundedBody{io.NopCloser(strings.NewReader("0123456789")), 7}
	got, err := io.ReadAll(b)
	if err == nil || string(got) != "0123456" {
		t.Fatalf("read %q, %v", got, err)
	}
	b = &boundedBody{io.NopCloser(strings.NewReader("0123456789")), 11}
	if got, err := io.ReadAll(b); err != nil || len(got) != 10 {
		t.Fatalf("read %q, %v", got, err)
	}
}

// TestLatency prints how long a registration and a certification take on the embedded chain as networks use it.
func TestLatency(t *testing.T) {
	if testing.Short() {
		t.Skip("measures")
	}
	g, keys, err := chaintest.NewGenesis(t.Name(), 100, 10)
	if err != nil {
		t.Fatal(err)
	}
	d, err := deployOn(t, openDevchain(t), g)
	if err != nil {
		t.Fatal(err)
	}
	w := openTestWallet(t, d.client, d.newKey(t, 1000*walrus.WAL, ether(10)), WalletOptions{Journal: t.TempDir()})
	if err := w.Approve(t.Context()); err != nil {
		t.Fatal(err)
	}
	var register, certify []time.Duration
	for i := range 20 {
		r := chaintest.NewRegistration(string(rune('a'+i)), 9, false, 2)
		start := time.Now()
		_, id, err := w.Register(t.Context(), r)
		if err != nil {
			t.Fatal(err)
		}
		register = append(register, time.Since(start))
		cert, err := chaintest.Certify(keys, []int{0, 1, 2, 3, 4, 5, 6}, walrus.Confirmation{Epoch: 1, Blob: r.BlobID}.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		start = time.Now()
		if _, err := w.Certify(t.Context(), id, cert); err != nil {
			t.Fatal(err)
		}
		certify = append(certify, time.Since(start))
	}
	slices.Sort(register)
	slices.Sort(certify)
	t.Logf("register: median %v, longest %v; certify: median %v, longest %v", register[10], register[19], certify[10], certify[19])
	if register[10] > 2*time.Second || certify[10] > 2*time.Second {
		t.Error("the median transaction takes more than two seconds on a chain that makes blocks at once")
	}
}
