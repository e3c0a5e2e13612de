package node

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/node/store"
	"github.com/walrus-go/walrus/nodeapi"
)

// daemon is a whole node: real disk, HTTPS, debug listener.
type daemon struct {
	*Node
	dir, debug string
	client     *nodeapi.Client
	stop       func()
}

// daemon starts node i of the cluster on its disk directory.
func (c *cluster) daemon(i int, dir, address string) *daemon {
	c.t.Helper()
	conf, deps := c.deps(i)
	conf.StoragePath, conf.Deferral.Enabled = filepath.Join(dir, "db"), false
	deps.FS, deps.Dial = store.Disk(), nil
	var err, err2 error
	deps.Listener, err = net.Listen("tcp", address)
	deps.DebugListener, err2 = net.Listen("tcp", "127.0.0.1:0")
	if err := errors.Join(err, err2); err != nil {
		c.t.Fatal(err)
	}
	key := nodeapi.NetworkKeyOf(&c.tls[i].PublicKey)
	if err := c.chain.SetNode(walrus.NodeIndex(i+1), deps.Listener.Addr().String(), key); err != nil {
		c.t.Fatal(err)
	}
	n, err := New(context.Background(), conf, deps)
	if err != nil {
		c.t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- n.Run(ctx) }()
	c.set(i, n)
	d := &daemon{Node: n, dir: dir, debug: deps.DebugListener.Addr().String()}
	d.client = nodeapi.Dial(deps.Listener.Addr().String(), key, nodeapi.ClientOptions{NShards: c.n})
	d.stop = func() {
		d.client.CloseIdleConnections()
		c.set(i, nil)
		cancel()
		if err := errors.Join(<-done, n.Close()); err != nil {
			c.t.Errorf("node %d: %v", i, err)
		}
	}
	return d
}

// TestDaemons: nodes as operators run them. Upload over HTTPS, confirmations from all; then the directory of one is
// emptied and it heals over HTTPS.
func TestDaemons(t *testing.T) {
	c := newCluster(t, 20, 5)
	var ds []*daemon
	for i := range c.nodes {
		// Every address is on chain before the first node reads the committee.
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		if err := errors.Join(c.chain.SetNode(walrus.NodeIndex(i+1), l.Addr().String(), nodeapi.NetworkKeyOf(&c.tls[i].PublicKey)), l.Close()); err != nil {
			t.Fatal(err)
		}
	}
	committee, err := c.chain.Committee(t.Context(), 1)
	if err != nil {
		t.Fatal(err)
	}
	for i := range c.nodes {
		ds = append(ds, c.daemon(i, t.TempDir(), committee.Members[i].NetworkAddress))
		c.await(i)
	}
	defer func() {
		for _, d := range ds {
			d.stop()
		}
	}()
	blobs := []*blob{c.encode(randomBytes(1, 4000)), c.encode(randomBytes(2, 5_000_000))}
	for _, b := range blobs {
		c.register(b, false, 5)
		for i, d := range ds {
			c.await(i)
			c.uploadRemote(b, d)
			m, err := d.client.Confirmation(t.Context(), b.id(), b.p, nodeapi.Wait{})
			if err != nil || c.keys[i].PublicKey().Verify(m.Message, m.Signature) != nil {
				t.Fatalf("node %d: %v", i, err)
			}
		}
		c.certify(b)
	}
	ds[3].stop()
	if err := os.RemoveAll(filepath.Join(ds[3].dir, "db")); err != nil {
		t.Fatal(err)
	}
	begin := time.Now()
	ds[3] = c.daemon(3, ds[3].dir, committee.Members[3].NetworkAddress)
	c.await(3)
	for c.lacks(blobs[0], 3)+c.lacks(blobs[1], 3) > 0 {
		if time.Since(begin) > 30*time.Second {
			t.Fatalf("not healed after half a minute: %+v", ds[3].healer.Stats())
		}
		<-time.After(20 * time.Millisecond)
	}
	s := ds[3].HealStats()
	t.Logf("healed %d slivers of blobs of 4000 and 5,000,000 bytes from %d bytes in %v", s.Slivers, s.Bytes, time.Since(begin))
	if s.Slivers != 16 || s.Bytes < 1_000_000 || s.Bytes > 5_000_000 {
		t.Errorf("%+v", s)
	}
	for _, path := range []string{"/healthz", "/readyz", "/metrics"} {
		resp, err := http.Get("http://" + ds[3].debug + path)
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(resp.Body)
		if err := errors.Join(err, resp.Body.Close()); err != nil || resp.StatusCode != http.StatusOK {
			t.Errorf("%s: %d, %v: %s", path, resp.StatusCode, err, body)
		}
		if path == "/metrics" && !strings.Contains(string(body), "walrus_node_recover_slivers_total 16") {
			t.Error("metrics do not tell of the healing")
		}
	}
	http.DefaultClient.CloseIdleConnections()
}

func (c *cluster) uploadRemote(b *blob, d *daemon) {
	c.t.Helper()
	if _, err := d.client.PutMetadata(c.t.Context(), b.id(), b.md.Metadata(), false); err != nil {
		c.t.Fatal(err)
	}
	for _, shard := range d.now().shards() {
		pair := shard.Pair(b.id(), c.n)
		for _, axis := range axes {
			if _, err := d.client.PutSliver(c.t.Context(), b.id(), pair, b.slivers(axis, pair.Sliver(axis, c.n)), false); err != nil {
				c.t.Fatal(err)
			}
		}
	}
}
