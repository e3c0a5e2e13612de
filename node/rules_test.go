package node

import (
	"bytes"
	"context"
	"crypto/tls"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
	"github.com/walrus-go/walrus/internal/httpx"
	"github.com/walrus-go/walrus/node/store/storetest"
	"github.com/walrus-go/walrus/nodeapi"
	"github.com/walrus-go/walrus/nodeapi/nodeapitest"
)

// exchange is one request and the answer that it must get.
type exchange struct {
	name, method, path string
	body               []byte
	status             int
	reason             nodeapi.Reason // empty for success
}

// TestStatuses sends raw requests over HTTPS and compares status and reason.
func TestStatuses(t *testing.T) {
	c := newCluster(t, 10, 3)
	c.startAll()
	t.Cleanup(c.stopAll)
	c.await(0)
	c.await(1)
	address, key := nodeapitest.Listen(t, c.nodes[0], c.n)
	unknown, reg, invalid, bad := c.newBlob(), c.newBlob(), c.newBlob(), c.newBlob()
	c.register(reg, false, 5)
	c.register(invalid, false, 5)
	c.emit(chain.InvalidBlobID{Epoch: 1, BlobID: invalid.id()})
	c.await(0)
	own := c.nodes[0].now().shards()[0].Pair(reg.id(), c.n)
	foreign := c.nodes[1].now().shards()[0].Pair(reg.id(), c.n)
	md := reg.md.Metadata().AppendBCS(nil)
	sliver := func(axis walrus.Axis, pair walrus.SliverPairIndex) []byte {
		return reg.slivers(axis, pair.Sliver(axis, c.n)).AppendBCS(nil)
	}
	good := sliver(walrus.Primary, own)
	flipped := bytes.Clone(good)
	flipped[20] ^= 1
	retired := bytes.Clone(md)
	retired[1] = 0
	blob := func(b *blob, rest string) string { return "/v1/blobs/" + b.id().String() + rest }
	slivers := func(pair walrus.SliverPairIndex, axis string) string {
		return blob(reg, fmt.Sprintf("/slivers/%d/%s", pair, axis))
	}
	const get, put, post = http.MethodGet, http.MethodPut, http.MethodPost
	none := nodeapi.Reason("")
	for _, e := range []exchange{
		{"metadata of an unknown blob", get, blob(unknown, "/metadata"), nil, 404, nodeapi.MetadataNotFound},
		{"metadata for an unknown blob", put, blob(unknown, "/metadata"), unknown.md.Metadata().AppendBCS(nil), 400, nodeapi.NotRegistered},
		{"pending metadata", put, blob(unknown, "/metadata?pending=true"), unknown.md.Metadata().AppendBCS(nil), 202, none},
		{"pending metadata again", put, blob(unknown, "/metadata?pending=true"), unknown.md.Metadata().AppendBCS(nil), 200, none},
		{"metadata of an invalid blob", put, blob(invalid, "/metadata"), invalid.md.Metadata().AppendBCS(nil), 400, nodeapi.InvalidBlob},
		{"metadata of another blob", put, blob(reg, "/metadata"), bad.md.Metadata().AppendBCS(nil), 400, nodeapi.InvalidMetadata},
		{"truncated metadata", put, blob(reg, "/metadata"), md[:len(md)-1], 400, nodeapi.InvalidContentType},
		{"metadata and a byte", put, blob(reg, "/metadata"), append(bytes.Clone(md), 0), 413, nodeapi.BodyTooLarge},
		{"retired encoding", put, blob(reg, "/metadata"), retired, 400, nodeapi.UnsupportedEncodingType},
		{"sliver before metadata", put, slivers(own, "primary"), good, 400, nodeapi.MetadataNotFound},
		{"metadata", put, blob(reg, "/metadata"), md, 201, none},
		{"metadata again", put, blob(reg, "/metadata"), md, 200, none},
		{"sliver of an unknown blob", put, blob(bad, fmt.Sprintf("/slivers/%d/primary", own)), good, 400, nodeapi.NotRegistered},
		{"pair out of range", put, slivers(10, "primary"), good, 400, nodeapi.IndexOutOfRange},
		{"sliver of another pair", put, slivers(own, "primary"), sliver(walrus.Primary, foreign), 400, nodeapi.SliverIndexMismatch},
		{"axes swapped", put, slivers(own, "secondary"), good, 400, nodeapi.SliverIndexMismatch},
		{"flipped bit", put, slivers(own, "primary"), flipped, 400, nodeapi.InvalidSliver},
		{"truncated sliver", put, slivers(own, "primary"), good[:len(good)-1], 400, nodeapi.InvalidContentType},
		{"sliver and a byte", put, slivers(own, "primary"), append(bytes.Clone(good), 0), 400, nodeapi.InvalidContentType},
		{"huge body", put, slivers(own, "primary"), make([]byte, c.n.MaxSliverSize()+129), 413, nodeapi.BodyTooLarge},
		{"shard of another node", put, slivers(foreign, "primary"), sliver(walrus.Primary, foreign), 400, nodeapi.ShardNotAssigned},
		{"sliver not there", get, slivers(own, "primary"), nil, 404, nodeapi.SliverNotFound},
		{"confirmation too early", get, blob(reg, "/confirmation/permanent"), nil, 400, nodeapi.MissingSlivers},
		{"sliver", put, slivers(own, "primary"), good, 201, none},
		{"sliver again", put, slivers(own, "primary"), good, 200, none},
		{"read it", get, slivers(own, "primary"), nil, 200, none},
		{"confirmation for an unknown object", get, blob(reg, "/confirmation/deletable/0x"+strings.Repeat("00", 32)), nil, 400, nodeapi.MissingSlivers},
		{"confirmation of an unknown blob", get, blob(bad, "/confirmation/permanent"), nil, 400, nodeapi.NotRegistered},
		{"foreign sliver", get, slivers(foreign, "primary"), nil, 400, nodeapi.ShardNotAssigned},
		{"symbols of nothing", get, blob(reg, "/recoverySymbols"), nil, 400, nodeapi.NoSymbolsSpecified},
		{"both filters", get, blob(reg, "/recoverySymbols?id=1-1&targetSliver=1&targetType=primary"), nil, 400, nodeapi.InvalidFilter},
		{"symbol beyond", get, blob(reg, "/recoverySymbols?id=1-10"), nil, 400, nodeapi.IndexOutOfRange},
		{"symbols of a sliver not held", get, blob(reg, fmt.Sprintf("/recoverySymbols?id=0-%d&proofAxis=secondary", own.Sliver(walrus.Secondary, c.n))), nil, 404, nodeapi.SliverNotFound},
		{"proof without metadata", post, blob(bad, "/inconsistencyProof/primary"), []byte{0, 0, 0}, 400, nodeapi.MetadataNotFound},
		{"empty proof", post, blob(reg, "/inconsistencyProof/primary"), []byte{0, 0, 0}, 400, nodeapi.InvalidProof},
		{"truncated proof", post, blob(reg, "/inconsistencyProof/primary"), []byte{0, 0}, 400, nodeapi.InvalidContentType},
		{"no blob ID", get, "/v1/blobs/AAAA/metadata", nil, 400, nodeapi.MalformedRequest},
		{"health", get, "/v1/health?detailed=true", nil, 200, none},
	} {
		t.Run(e.name, func(t *testing.T) { e.check(t, address, key) })
	}
}

func (e exchange) check(t *testing.T, address string, key walrus.NetworkKey) {
	transport := &http.Transport{TLSClientConfig: nodeapi.ClientTLS(key, "127.0.0.1"), ForceAttemptHTTP2: true}
	defer transport.CloseIdleConnections()
	var body io.Reader
	if e.body != nil {
		body = bytes.NewReader(e.body)
	}
	req, err := http.NewRequestWithContext(t.Context(), e.method, "https://"+address+e.path, body)
	if err != nil {
		t.Fatal(err)
	}
	resp, err := (&http.Client{Transport: transport}).Do(req)
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(resp.Body)
	if err := errors.Join(err, resp.Body.Close()); err != nil {
		t.Fatal(err)
	}
	var answer struct {
		Error struct {
			Details []struct {
				Reason nodeapi.Reason `json:"reason"`
			} `json:"details"`
		} `json:"error"`
	}
	var reason nodeapi.Reason
	if json.Unmarshal(text, &answer) == nil && len(answer.Error.Details) > 0 {
		reason = answer.Error.Details[0].Reason
	}
	if resp.StatusCode != e.status || reason != e.reason {
		t.Errorf("%d %s, want %d %s: %.200s", resp.StatusCode, reason, e.status, e.reason, text)
	}
}

// TestWrongKey: a client that pins another key is refused by its own side.
func TestWrongKey(t *testing.T) {
	c := newCluster(t, 10, 3)
	c.start(0)
	t.Cleanup(c.stopAll)
	address, _ := nodeapitest.Listen(t, c.nodes[0], c.n)
	client := nodeapi.Dial(address, nodeapi.NetworkKeyOf(&c.tls[1].PublicKey), nodeapi.ClientOptions{NShards: c.n})
	defer client.CloseIdleConnections()
	_, err := client.Health(t.Context(), false)
	var mismatch *nodeapi.KeyMismatchError
	var record tls.RecordHeaderError
	if !errors.As(err, &mismatch) || errors.As(err, &record) {
		t.Errorf("%v, want a key mismatch", err)
	}
}

// TestExpiry: with the end epoch a blob is gone for readers and writers, and a node signs for the epoch it handled.
func TestExpiry(t *testing.T) {
	inBubble(t, 10, 5, func(t *testing.T, c *cluster) {
		c.start(0)
		synctest.Wait()
		b := c.encode(randomBytes(blobSeed.Add(1), 900))
		c.register(b, false, 2)
		synctest.Wait()
		c.upload(b, 0)
		n, ctx := c.nodes[0], t.Context()
		confirmed := func() walrus.Epoch {
			m, err := n.Confirmation(ctx, b.id(), b.p, nodeapi.Wait{})
			if err != nil {
				t.Fatal(err)
			}
			got, err := walrus.ParseConfirmation(m.Message)
			if err != nil {
				t.Fatal(err)
			}
			return got.Epoch
		}
		if e := confirmed(); e != 1 {
			t.Errorf("signed for epoch %d", e)
		}
		// The event is there, the committee is not: the node goes on with the epoch that it knows.
		for range 3 {
			c.chain.FailNext("Committee", chain.ErrChainUnavailable)
		}
		if err := c.chain.AdvanceEpoch(nil); err != nil {
			t.Fatal(err)
		}
		synctest.Wait()
		if e := confirmed(); e != 1 {
			t.Errorf("signed for epoch %d, which was not handled", e)
		}
		pass(5 * time.Second)
		pair := n.now().shards()[0].Pair(b.id(), c.n)
		_, err := n.Confirmation(ctx, b.id(), b.p, nodeapi.Wait{})
		checkReason(t, "confirmation", err, nodeapi.NotRegistered)
		_, err = n.Metadata(ctx, b.id())
		checkReason(t, "metadata", err, nodeapi.MetadataNotFound)
		_, err = n.Sliver(ctx, b.id(), pair, walrus.Primary)
		checkReason(t, "sliver", err, nodeapi.SliverNotFound)
		_, err = n.PutSliver(ctx, b.id(), pair, b.slivers(walrus.Primary, pair.Sliver(walrus.Primary, c.n)), false)
		checkReason(t, "put sliver", err, nodeapi.NotRegistered)
		_, err = n.RecoverySymbols(ctx, b.id(), nodeapi.SymbolQuery{Target: &nodeapi.TargetSliver{}})
		checkReason(t, "symbols", err, nodeapi.MetadataNotFound)
		if status, err := n.BlobStatus(ctx, b.id()); err != nil || status != (nodeapi.BlobStatus{}) {
			t.Errorf("status %+v, %v", status, err)
		}
	})
}

func checkReason(t *testing.T, what string, err error, want nodeapi.Reason) {
	t.Helper()
	if reasonOf(err) != want {
		t.Errorf("%s: %v, want %s", what, err, want)
	}
}

// TestPendingCaches: bounds, time to live, and the long poll.
func TestPendingCaches(t *testing.T) {
	inBubble(t, 10, 5, func(t *testing.T, c *cluster) {
		c.config = func(conf *Config) {
			conf.PendingMeta.Entries, conf.PendingSlivers.Entries = 2, 3
			conf.PendingSlivers.ItemBytes, conf.PendingSlivers.Bytes = 3000, 6000
			conf.RESTServer.LongPolls = 1
		}
		n := c.start(0)
		synctest.Wait()
		ctx := t.Context()
		blobs := []*blob{c.newBlob(), c.newBlob(), c.newBlob()}
		for i, b := range blobs {
			_, err := n.PutMetadata(ctx, b.id(), b.md.Metadata(), true)
			if i < 2 && err != nil || i == 2 && reasonOf(err) != nodeapi.CacheSaturated {
				t.Fatalf("metadata %d: %v", i, err)
			}
		}
		put := func(b *blob, shard int, axis walrus.Axis) error {
			pair := n.now().shards()[shard].Pair(b.id(), c.n)
			_, err := n.PutSliver(ctx, b.id(), pair, b.slivers(axis, pair.Sliver(axis, c.n)), true)
			return err
		}
		b := blobs[0]
		if err := errors.Join(put(b, 0, 0), put(b, 0, 1), put(b, 1, 0)); err != nil {
			t.Fatal(err)
		}
		checkReason(t, "one sliver too many", put(b, 1, 1), nodeapi.CacheSaturated)
		pass(61 * time.Second)
		checkReason(t, "sliver of forgotten metadata", put(b, 1, 1), nodeapi.MetadataNotFound)
		if _, err := n.PutMetadata(ctx, b.id(), b.md.Metadata(), true); err != nil {
			t.Fatal(err)
		}
		if err := errors.Join(put(b, 0, 0), put(b, 0, 1), put(b, 1, 0)); err != nil {
			t.Fatalf("after the time to live there is room again: %v", err)
		}
		if _, slivers, size := n.pending.sizes(); slivers != 3 || size > 6000 {
			t.Errorf("%d slivers, %d bytes", slivers, size)
		}

		// The long poll waits, one at a time, no longer than allowed, and is woken by the registration.
		poll := func(wait time.Duration) (time.Duration, error) {
			begin := time.Now()
			_, err := n.Confirmation(ctx, b.id(), walrus.Permanent, nodeapi.Wait{ForRegistration: true, AtMost: wait})
			return time.Since(begin), err
		}
		if took, err := poll(time.Hour); took != 5*time.Second || reasonOf(err) != nodeapi.NotRegistered {
			t.Errorf("long poll: %v, %v", took, err)
		}
		first := make(chan error)
		go func() { _, err := poll(4 * time.Second); first <- err }()
		synctest.Wait()
		if took, err := poll(time.Hour); took != 0 || reasonOf(err) != nodeapi.NotRegistered {
			t.Errorf("one long poll too many: %v, %v", took, err)
		}
		time.Sleep(time.Second)
		c.register(b, false, 5)
		checkReason(t, "woken with a sliver missing", <-first, nodeapi.MissingSlivers)
		if n.pending.has(b.id()) {
			t.Error("what is registered is still in the cache")
		}
		_, err := n.Sliver(ctx, b.id(), n.now().shards()[0].Pair(b.id(), c.n), walrus.Primary)
		if err != nil {
			t.Errorf("sliver after the registration: %v", err)
		}
	})
}

// TestDiskFull: below the watermark uploads and healing stop; reads, events and confirmations of what is there go on, and
// all comes back with the space.
func TestDiskFull(t *testing.T) {
	inBubble(t, 10, 5, func(t *testing.T, c *cluster) {
		disk := storetest.NewDisk()
		disk.SetSpace(50, 100)
		c.disks[4] = disk.FS()
		c.startAll()
		synctest.Wait()
		ctx := t.Context()
		before := c.stored(2000, 0, 1, 2, 3, 4)
		disk.SetSpace(4, 100)
		pass(6 * time.Second)
		n := c.nodes[4]
		during := c.encode(randomBytes(blobSeed.Add(1), 2000))
		c.register(during, true, 5)
		synctest.Wait()
		_, err := n.PutMetadata(ctx, during.id(), during.md.Metadata(), false)
		var e *nodeapi.Error
		if !errors.As(err, &e) || e.Status != httpx.ResourceExhausted || e.RetryAfter == 0 {
			t.Errorf("upload to a full disk: %v", err)
		}
		for i := range 4 {
			c.upload(during, i)
		}
		c.certify(during)
		pass(time.Minute)
		if got := c.lacks(during, 4); got != 4 {
			t.Errorf("healed onto a full disk: %d of 4 missing", got)
		}
		if _, err := n.Confirmation(ctx, before.id(), before.p, nodeapi.Wait{}); err != nil {
			t.Errorf("confirmation of what is there: %v", err)
		}
		pair := n.now().shards()[0].Pair(before.id(), c.n)
		if _, err := n.Sliver(ctx, before.id(), pair, walrus.Primary); err != nil {
			t.Errorf("read: %v", err)
		}
		disk.SetSpace(50, 100)
		pass(10 * time.Second)
		pass(2 * time.Minute)
		if got := c.lacks(during, 4); got != 0 {
			t.Errorf("%d slivers missing after space came back", got)
		}
	})
}

func TestDiskLevels(t *testing.T) {
	conf := DiskConfig{WarnPercent: 10, RefusePercent: 5}
	for _, row := range []struct {
		before int32
		free   float64
		want   int32
	}{
		{diskOK, 50, diskOK}, {diskOK, 10, diskOK}, {diskOK, 9.9, diskWarn}, {diskOK, 4.9, diskRefuse},
		{diskWarn, 10.5, diskWarn}, {diskWarn, 11, diskOK}, {diskWarn, 4.9, diskRefuse},
		{diskRefuse, 5.5, diskRefuse}, {diskRefuse, 6, diskWarn}, {diskRefuse, 10.5, diskWarn}, {diskRefuse, 12, diskOK},
	} {
		if got := diskLevel(row.before, row.free, conf); got != row.want {
			t.Errorf("level %d with %.1f %% free: %d, want %d", row.before, row.free, got, row.want)
		}
	}
}

// TestSymbolLimiter: above the limit requests are refused before any disk access.
func TestSymbolLimiter(t *testing.T) {
	c := newCluster(t, 10, 3)
	c.config = func(conf *Config) { conf.RESTServer.MaxSymbolRequests = 1 }
	n := c.start(0)
	t.Cleanup(c.stopAll)
	n.symbols <- struct{}{}
	_, err := n.RecoverySymbols(context.Background(), walrus.BlobID{}, nodeapi.SymbolQuery{})
	checkReason(t, "over the limit", err, nodeapi.TemporarilyUnavailable)
	<-n.symbols
	_, err = n.RecoverySymbols(context.Background(), walrus.BlobID{}, nodeapi.SymbolQuery{})
	checkReason(t, "under the limit", err, nodeapi.NoSymbolsSpecified)
}
