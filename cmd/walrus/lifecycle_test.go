package main

import (
	"encoding/base64"
	"encoding/json"
	"net"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
	"github.com/walrus-go/walrus/chain/evm"
	"github.com/walrus-go/walrus/nodeapi"
)

// testChainDown asks while the network of the configuration is stopped.
func testChainDown(t *testing.T, u userOf, file, id string) {
	for _, args := range [][]string{
		{"store", file, "--epochs", "1"}, {"read", id}, {"info"}, {"blob-status", id}, {"health", "--committee"}, {"aggregator"},
	} {
		mustFail(t, u.args(args...), "chain does not answer", "connection refused", "hint: is the chain running?")
	}
}

// testOtherSettings starts a network that exists with settings that it does not have.
func testOtherSettings(t *testing.T, dir string) {
	for _, args := range [][]string{
		{"--nodes", "5"}, {"--shards", "12"}, {"--epoch-duration", "2h"}, {"--block-time", "2s"},
	} {
		args = append(append([]string{"devnet", "--dir", dir}, smallNet...), args...) // the last one counts
		mustFail(t, args, filepath.Join(dir, "devnet.yaml")+" was made for 4 nodes, 10 shards, epochs of 1h0m0s, block time 100ms")
	}
}

// testDamage starts copies of a stopped network that are damaged. They have ports of their own by the copy, as the
// network is stopped.
func testDamage(t *testing.T, dir string) {
	truncate := func(path string) func(*testing.T, string) {
		return func(t *testing.T, dir string) {
			matches, err := filepath.Glob(filepath.Join(dir, path))
			if err != nil || len(matches) == 0 {
				t.Fatalf("%s: %v, %v", path, matches, err)
			}
			for _, m := range matches {
				info, err := os.Stat(m)
				if err != nil {
					t.Fatal(err)
				}
				if err := os.Truncate(m, info.Size()/2); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	for _, row := range []struct {
		name   string
		damage func(*testing.T, string)
		texts  []string
	}{
		{"devnet.yaml", truncate("devnet.yaml"), []string{"devnet.yaml", "damaged", "hint: "}},
		{"network.yaml", truncate("network.yaml"), []string{"network.yaml", "damaged", "hint: "}},
		{"node database", truncate("nodes/2/db/*/MANIFEST-*"), []string{"start node 2", "hint: "}},
		{"chain database", truncate("chain/*/chaindata/MANIFEST-*"), []string{"start the chain", "hint: "}},
		{"chain gone", func(t *testing.T, dir string) {
			if err := os.RemoveAll(filepath.Join(dir, "chain")); err != nil {
				t.Fatal(err)
			}
		}, []string{"hint: "}},
		{"password", truncate("wallets/password"), []string{"wallets", "hint: "}},
		{"protocol key", truncate("nodes/1/protocol.key"), []string{"protocol.key", "hint: "}},
	} {
		t.Run(row.name, func(t *testing.T) {
			damaged := filepath.Join(t.TempDir(), "net")
			if err := os.CopyFS(damaged, os.DirFS(dir)); err != nil {
				t.Fatal(err)
			}
			row.damage(t, damaged)
			begin := time.Now()
			mustFail(t, append([]string{"devnet", "--dir", damaged}, smallNet...), row.texts...)
			if took := time.Since(begin); took > 30*time.Second {
				t.Errorf("it took %v to find out", took)
			}
		})
	}
}

// blobsOf returns the registrations of the client's wallet, asking the chain directly.
func blobsOf(t *testing.T, dir string) func() []chain.Blob {
	t.Helper()
	network, err := chain.LoadNetwork(filepath.Join(dir, "network.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	password, err := os.ReadFile(filepath.Join(dir, "wallets", "password"))
	if err != nil {
		t.Fatal(err)
	}
	key, err := evm.LoadKey(filepath.Join(dir, "wallets", "client.json"), strings.TrimSpace(string(password)))
	if err != nil {
		t.Fatal(err)
	}
	c, err := evm.Dial(t.Context(), *network, evm.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(c.Close)
	return func() []chain.Blob {
		blobs, err := c.BlobsOf(t.Context(), key.Address())
		if err != nil {
			t.Fatal(err)
		}
		return blobs
	}
}

// registrations returns those of one blob.
func registrations(blobs []chain.Blob, id string) (of []chain.Blob) {
	for _, b := range blobs {
		if b.ID.String() == id {
			of = append(of, b)
		}
	}
	return of
}

// testKill kills the network, and then a client, as soon as a registration is mined, and repeats the store.
func testKill(t *testing.T, u userOf, dir string, p *process, earlier string, content []byte) {
	for _, row := range []struct {
		name string
		size int
		net  bool
	}{{"network", 1_500_001, true}, {"client", 1_500_002, false}} {
		file, blob := testFile(t, row.size)
		id := mustJSON[blobIDOutput](t, "blob-id", file, "--n-shards", "10").BlobID.String()
		blobs := blobsOf(t, dir)
		store := begin(t, u.args("store", file, "--epochs", "2", "--json")...)
		var registered []chain.Blob
		for deadline := time.Now().Add(patience); len(registered) == 0; {
			if registered = registrations(blobs(), id); time.Now().After(deadline) {
				t.Fatalf("%s: nothing was registered", row.name)
			}
		}
		if row.net {
			p.kill(t)
			killed := time.Now()
			if code := store.wait(t); code == 1 {
				checkFailure(t, store.name, store.stderr.String(), "hint: ")
				t.Logf("the store gave up after %v: %s", time.Since(killed).Round(time.Millisecond), store.stderr)
			}
			p, _ = startDevnet(t, dir)
		} else {
			store.kill(t)
		}
		u.read(t, earlier, content)
		again := u.store(t, file, "--epochs", "2")[0]
		if created := again.Result.NewlyCreated; created != nil {
			if created.Cost != 0 || created.Operation["reuseRegistration"] == nil || created.BlobObject.ID != registered[0].Object.String() {
				t.Errorf("%s: the repeated store paid again: %+v", row.name, created)
			}
			t.Logf("%s: the repeated store went on with the registration", row.name)
		} else if again.Result.AlreadyCertified == nil {
			t.Errorf("%s: repeated store: %+v", row.name, again)
		} else {
			t.Logf("%s: the store was certified before the kill", row.name)
		}
		if of := registrations(blobsOf(t, dir)(), id); len(of) != 1 || of[0].CertifiedEpoch == 0 {
			t.Errorf("%s: registrations of the blob: %+v", row.name, of)
		}
		u.read(t, id, blob)
	}
	p.interrupt(t)
}

// testGateways runs aggregator, publisher and both in one as processes of their own.
func testGateways(t *testing.T, u userOf, nw devnetOutput) {
	free := []string{"--bind-address", "127.0.0.1:0", "--metrics-address", "127.0.0.1:0"}
	both, d := start[readyOutput](t, u.args(append([]string{"daemon", "--max-body-size", "20"}, free...)...)...)
	_, content := testFile(t, 20<<10)
	answer, body := request(t, http.MethodPut, d.Address+"/v1/blobs?epochs=1", content)
	var s stored
	if err := json.Unmarshal(body, &s.Result); err != nil || answer.StatusCode != 200 || s.Result.NewlyCreated == nil {
		t.Fatalf("PUT to the daemon: %s: %s", answer.Status, body)
	}
	if answer, _ := request(t, http.MethodPut, d.Address+"/v1/blobs?epochs=1", append(content, 1)); answer.StatusCode != 413 {
		t.Errorf("PUT of more than --max-body-size: %s", answer.Status)
	}
	if _, got := request(t, http.MethodGet, d.Address+"/v1/blobs/"+s.blobID(), nil); string(got) != string(content) {
		t.Errorf("GET from the daemon: %d bytes differ", len(got))
	}
	base := strings.TrimSuffix(d.Metrics, "/metrics")
	for _, path := range []string{"/healthz", "/readyz", "/metrics"} {
		if answer, body := request(t, http.MethodGet, base+path, nil); answer.StatusCode != 200 {
			t.Errorf("GET %s: %s %s", path, answer.Status, body)
		}
	}
	if _, body := request(t, http.MethodGet, d.Metrics, nil); !strings.Contains(string(body), `walrus_http_server_requests_total{method="PUT",route="PUT /v1/blobs",server="publisher",status="200"} 1`) {
		t.Error("the daemon's metrics lack its PUT")
	}

	small, aggregator := start[readyOutput](t, u.args(append([]string{"aggregator", "--max-blob-size", "1000"}, free...)...)...)
	if answer, body := request(t, http.MethodGet, aggregator.Address+"/v1/blobs/"+s.blobID(), nil); answer.StatusCode != 403 || !strings.Contains(string(body), "BLOB_TOO_LARGE") {
		t.Errorf("GET of more than --max-blob-size: %s %s", answer.Status, body)
	}
	if answer, _ := request(t, http.MethodPut, aggregator.Address+"/v1/blobs?epochs=1", content); answer.StatusCode < 400 {
		t.Errorf("PUT to an aggregator: %s", answer.Status)
	}
	at, err := url.Parse(aggregator.Address)
	if err != nil {
		t.Fatal(err)
	}
	mustFail(t, u.args("aggregator", "--bind-address", at.Host, "--metrics-address", ""), "--bind-address: address "+at.Host+" is taken")
	mustFail(t, u.args("aggregator", "--bind-address", "127.0.0.1:0", "--metrics-address", strings.TrimPrefix(base, "http://")), "--metrics-address: address ")
	mustFail(t, u.args("aggregator", "--bind-address", "nonsense"), "--bind-address: ")
	small.interrupt(t)
	both.interrupt(t)

	alone, publisher := start[readyOutput](t, u.args(append([]string{"publisher"}, free...)...)...)
	if answer, _ := request(t, http.MethodPut, publisher.Address+"/v1/blobs?epochs=1", content); answer.StatusCode != 200 {
		t.Errorf("PUT to the publisher: %s", answer.Status)
	}
	if answer, _ := request(t, http.MethodGet, publisher.Address+"/v1/blobs/"+s.blobID(), nil); answer.StatusCode != 404 {
		t.Errorf("GET from a publisher: %s", answer.Status)
	}
	alone.interrupt(t)
}

// A node runs as a process of its own beside a network that leaves it out.
func TestNodeProcess(t *testing.T) {
	buildBinary(t)
	dir := filepath.Join(t.TempDir(), "net")
	_, nw := startDevnet(t, dir, "--without-nodes", "4")
	u := userOf{nw.ClientConfig}
	config := filepath.Join(dir, "nodes", "4", "node.yaml")

	before, _ := testFile(t, 5000)
	beforeID := u.store(t, before, "--epochs", "3", "--permanent")[0].blobID()
	if out := mustRun(t, u.args("health", "--committee")...); strings.Count(out, "Active") != 3 || !strings.Contains(out, "no answer") {
		t.Errorf("health without node 4: %s", out)
	}
	if out := mustRun(t, "node", "--config", config, "--check-config"); !strings.Contains(out, "name: node-4") || !strings.Contains(out, "blob_recovery:") {
		t.Errorf("check-config: %s", out)
	}

	args := []string{"node", "--config", config}
	node, out := start[readyOutput](t, args...)
	if out.Address != nw.Nodes[3] {
		t.Errorf("node is at %s, want %s", out.Address, nw.Nodes[3])
	}
	mustFail(t, args, "rest_api_address: address ", "is taken by another program")
	file, content := testFile(t, 6000)
	id := u.store(t, file, "--epochs", "3", "--permanent")[0].blobID()
	awaitSlivers(t, u, 4, beforeID, id)
	node.kill(t)
	node, _ = start[readyOutput](t, args...)
	awaitSlivers(t, u, 4, beforeID, id)
	u.read(t, id, content)
	node.interrupt(t)
}

// awaitSlivers waits until a node confirms blobs: it does only when it holds all their slivers.
func awaitSlivers(t *testing.T, u userOf, index walrus.NodeIndex, ids ...string) {
	t.Helper()
	committee := mustJSON[infoOutput](t, u.args("info", "committee")...).Committee
	for _, text := range ids {
		id, err := walrus.ParseBlobID(text)
		if err != nil {
			t.Fatal(err)
		}
		for _, n := range committee.Nodes {
			if n.NodeIndex == index {
				awaitConfirmation(t, n, committee.NShards, id)
			}
		}
	}
}

func awaitConfirmation(t *testing.T, n nodeInfo, shards walrus.ShardCount, id walrus.BlobID) {
	t.Helper()
	b, err := base64.StdEncoding.DecodeString(n.NetworkKey)
	if err != nil {
		t.Fatal(err)
	}
	service := nodeapi.Dial(n.NetworkAddress, walrus.NetworkKey(b), nodeapi.ClientOptions{NShards: shards})
	defer service.CloseIdleConnections()
	for deadline := time.Now().Add(patience); ; {
		_, err := service.Confirmation(t.Context(), id, walrus.Permanent, nodeapi.Wait{})
		if err == nil {
			return
		}
		if time.Now().After(deadline) {
			t.Fatalf("node %d does not confirm blob %v: %v", n.NodeIndex, id, err)
		}
		<-time.After(100 * time.Millisecond)
	}
}

// A port of the network that is taken is named.
func TestPortTaken(t *testing.T) {
	buildBinary(t)
	dir := filepath.Join(t.TempDir(), "net")
	p, nw := startDevnet(t, dir)
	p.interrupt(t)
	for what, address := range map[string]string{
		"aggregator": nw.Aggregator, "node-3": nw.Nodes[2], "metrics": nw.Metrics, "chain": nw.ChainRPC,
	} {
		u, err := url.Parse(address)
		if err != nil {
			t.Fatal(err)
		}
		l, err := net.Listen("tcp", u.Host)
		if err != nil {
			t.Fatal(err)
		}
		mustFail(t, append([]string{"devnet", "--dir", dir}, smallNet...), u.Port(), what)
		if err := l.Close(); err != nil {
			t.Fatal(err)
		}
	}
}
