package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/walrus-go/walrus/client"
)

// smallNet are the arguments of a network where the size does not matter, nor that its clock runs ahead.
var smallNet = []string{"--nodes", "4", "--shards", "10", "--auto-ports", "--block-time", "100ms"}

func startDevnet(t *testing.T, dir string, args ...string) (*process, devnetOutput) {
	t.Helper()
	p, out := start[devnetOutput](t, append([]string{"devnet", "--dir", dir}, append(smallNet, args...)...)...)
	if !out.Ready || out.Dir != dir || out.ChainID != 271828 || len(out.Nodes) != 4 || out.ClientConfig != filepath.Join(dir, "client_config.yaml") {
		t.Fatalf("ready line: %+v", out)
	}
	return p, out
}

// testFile writes a file with content that nothing else has.
func testFile(t *testing.T, size int) (path string, content []byte) {
	t.Helper()
	var sum [32]byte
	for len(content) < size {
		sum = sha256.Sum256(fmt.Appendf(sum[:], "%s %d", t.Name(), size))
		content = append(content, sum[:]...)
	}
	content = content[:size]
	path = filepath.Join(t.TempDir(), fmt.Sprintf("file-%d", size))
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return path, content
}

// stored is an entry of the JSON array of "walrus store".
type stored struct {
	Path   string `json:"path"`
	Result struct {
		NewlyCreated *struct {
			BlobObject struct {
				ID             string `json:"id"`
				BlobID         string `json:"blobId"`
				Size           int    `json:"size"`
				CertifiedEpoch *int   `json:"certifiedEpoch"`
				Deletable      bool   `json:"deletable"`
				Storage        struct {
					StartEpoch  int `json:"startEpoch"`
					EndEpoch    int `json:"endEpoch"`
					StorageSize int `json:"storageSize"`
				} `json:"storage"`
			} `json:"blobObject"`
			Operation  map[string]json.RawMessage `json:"resourceOperation"`
			Cost       int                        `json:"cost"`
			RegisterTx string                     `json:"registerTx"`
			CertifyTx  string                     `json:"certifyTx"`
			GasUsed    int                        `json:"gasUsed"`
		} `json:"newlyCreated"`
		AlreadyCertified *struct {
			BlobID   string          `json:"blobId"`
			Object   string          `json:"object"`
			Event    json.RawMessage `json:"event"`
			EndEpoch int             `json:"endEpoch"`
		} `json:"alreadyCertified"`
		Error *struct {
			ErrorMsg     string `json:"errorMsg"`
			FailurePhase string `json:"failurePhase"`
		} `json:"error"`
	} `json:"blobStoreResult"`
}

func (s *stored) blobID() string {
	if s.Result.NewlyCreated != nil {
		return s.Result.NewlyCreated.BlobObject.BlobID
	}
	if s.Result.AlreadyCertified != nil {
		return s.Result.AlreadyCertified.BlobID
	}
	return ""
}

// userOf calls walrus with the configuration of a network.
type userOf struct{ config string }

func (u userOf) args(args ...string) []string { return append(args, "--config", u.config) }

func (u userOf) store(t *testing.T, args ...string) []stored {
	t.Helper()
	return mustJSON[[]stored](t, u.args(append([]string{"store"}, args...)...)...)
}

func (u userOf) read(t *testing.T, id string, want []byte) {
	t.Helper()
	if got := mustRun(t, u.args("read", id)...); got != string(want) {
		t.Errorf("read %s: %d bytes differ from the %d stored", id, len(got), len(want))
	}
}

// awaitCertified waits until the nodes have seen the certificate of a blob: they follow the chain.
func (u userOf) awaitCertified(t *testing.T, id string) {
	t.Helper()
	for deadline := time.Now().Add(patience); ; {
		out := mustRun(t, u.args("blob-status", id, "--json")...)
		if strings.Contains(out, `"isCertified": true`) || strings.Contains(out, `"count_deletable_certified": 1`) {
			return
		}
		if time.Now().After(deadline) {
			t.Fatalf("blob %s is not seen as certified: %s", id, out)
		}
	}
}

// One network serves all tests that leave it running, and then those that end it.
func TestDevnet(t *testing.T) {
	buildBinary(t)
	dir := filepath.Join(t.TempDir(), "net")
	p, net := startDevnet(t, dir)
	u := userOf{net.ClientConfig}
	for _, test := range []struct {
		name string
		run  func(*testing.T, userOf, devnetOutput)
	}{
		{"store", testStore},
		{"terms", testTerms},
		{"store errors", testStoreErrors},
		{"read", testRead},
		{"status", testStatus},
		{"info", testInfo},
		{"health", testHealth},
		{"http", testHTTP},
		{"curl", testCurl},
		{"metrics", testMetrics},
		{"wallet", testWallet},
		{"contexts", testContexts},
		{"gateways", testGateways},
		{"same directory", testSameDirectory},
	} {
		t.Run(test.name, func(t *testing.T) { test.run(t, u, net) })
	}
	file, content := testFile(t, 50_000)
	id := u.store(t, file, "--epochs", "5")[0].blobID()
	p.interrupt(t)
	t.Run("chain down", func(t *testing.T) { testChainDown(t, u, file, id) })
	t.Run("other settings", func(t *testing.T) { testOtherSettings(t, dir) })
	t.Run("damage", func(t *testing.T) { testDamage(t, dir) })

	p, again := startDevnet(t, dir)
	if again.Aggregator != net.Aggregator || again.ChainRPC != net.ChainRPC || again.Nodes[3] != net.Nodes[3] {
		t.Errorf("endpoints moved from %+v to %+v", net, again)
	}
	u.read(t, id, content)
	t.Run("kill -9", func(t *testing.T) { testKill(t, u, dir, p, id, content) })
}

func testStore(t *testing.T, u userOf, _ devnetOutput) {
	a, content := testFile(t, 100_000)
	b, _ := testFile(t, 0)
	got := u.store(t, a, b, "--epochs", "2")
	if len(got) != 2 || got[0].Path != a || got[1].Path != b {
		t.Fatalf("store of two files: %+v", got)
	}
	created := got[0].Result.NewlyCreated
	if created == nil || created.BlobObject.Size != len(content) || !created.BlobObject.Deletable || created.Cost != 220_000 ||
		created.BlobObject.CertifiedEpoch == nil || *created.BlobObject.CertifiedEpoch != 1 || created.GasUsed == 0 ||
		len(created.RegisterTx) != 66 || len(created.CertifyTx) != 66 || len(created.BlobObject.ID) != 66 ||
		created.BlobObject.Storage.EndEpoch != created.BlobObject.Storage.StartEpoch+2 {
		t.Errorf("newlyCreated: %+v", created)
	}
	var operation struct{ EncodedLength, EpochsAhead int }
	if err := json.Unmarshal(created.Operation["registerFromScratch"], &operation); err != nil || operation.EpochsAhead != 2 ||
		operation.EncodedLength != created.BlobObject.Storage.StorageSize {
		t.Errorf("resourceOperation: %s, %v", created.Operation, err)
	}
	u.read(t, got[0].blobID(), content)
	u.read(t, got[1].blobID(), nil)

	// The same again costs nothing: the wallet has it.
	again := u.store(t, a, "--epochs", "2")[0].Result.AlreadyCertified
	if again == nil || again.BlobID != got[0].blobID() || again.Object != created.BlobObject.ID {
		t.Errorf("store again: %+v", again)
	}
	// A permanent one is another matter, and found by its event the next time.
	permanent := u.store(t, a, "--epochs", "2", "--permanent")[0].Result.NewlyCreated
	if permanent == nil || permanent.BlobObject.Deletable || permanent.BlobObject.ID == created.BlobObject.ID {
		t.Errorf("permanent: %+v", permanent)
	}
	for deadline := time.Now().Add(patience); ; { // the nodes follow the chain; until then the wallet's object is found
		known := u.store(t, a, "--epochs", "2", "--permanent")[0].Result.AlreadyCertified
		if known == nil || time.Now().After(deadline) {
			t.Fatalf("permanent again: %+v", known)
		}
		if len(known.Event) > 10 {
			break
		}
	}
	if forced := u.store(t, a, "--epochs", "2", "--permanent", "--force")[0].Result.NewlyCreated; forced == nil || forced.Cost == 0 {
		t.Errorf("forced: %+v", forced)
	}

	text := mustRun(t, u.args("store", a, "--epochs", "2")...)
	if !strings.Contains(text, "is certified already") || !strings.Contains(text, got[0].blobID()) {
		t.Errorf("text of a known blob: %s", text)
	}
	fresh, _ := testFile(t, 11)
	r := command(t, u.args("store", fresh, "--epochs", "2")...)
	if text = r.stdout; r.code != 0 || r.stderr != "" { // no bars away from a terminal
		t.Errorf("store: exit code %d, standard error %q", r.code, r.stderr)
	}
	for _, want := range []string{fresh + " stored", "blob ID    ", "object ID  0x", "size       11 bytes", "cost       0.00022 WAL"} {
		if !strings.Contains(text, want) {
			t.Errorf("text lacks %q: %s", want, text)
		}
	}
}

// testTerms checks the ways to say how long, and the dry run.
func testTerms(t *testing.T, u userOf, _ devnetOutput) {
	file, _ := testFile(t, 500)
	later := time.Now().Add(150 * time.Minute).UTC().Format(time.RFC3339)
	for _, row := range []struct {
		args []string
		end  int
	}{
		{[]string{"--epochs", "max"}, 54},
		{[]string{"--end-epoch", "7", "--force"}, 7},
		{[]string{"--earliest-expiry-time", later, "--force", "--ignore-resources"}, 4},
	} {
		got := u.store(t, append(row.args, file)...)[0].Result.NewlyCreated
		if row.end == 7 && got == nil {
			continue // an earlier registration lives longer
		}
		if got == nil || got.BlobObject.Storage.EndEpoch != row.end {
			t.Errorf("store %v: %+v, want end epoch %d", row.args, got, row.end)
		}
	}
	type quote struct {
		Path          string `json:"path"`
		BlobID        string `json:"blobId"`
		UnencodedSize int    `json:"unencodedSize"`
		EncodedSize   int    `json:"encodedSize"`
		StorageCost   int    `json:"storageCost"`
		EncodingType  string `json:"encodingType"`
	}
	other, _ := testFile(t, 501)
	quotes := mustJSON[[]quote](t, u.args("store", "--dry-run", file, other, "--epochs", "3")...)
	if len(quotes) != 2 || quotes[1].Path != other || quotes[1].UnencodedSize != 501 || quotes[1].EncodedSize == 0 ||
		quotes[1].StorageCost != 320_000 || quotes[1].EncodingType != "RS2" {
		t.Errorf("dry run: %+v", quotes)
	}
	if r := mustRun(t, u.args("blob-status", quotes[1].BlobID)...); !strings.Contains(r, "nonexistent") {
		t.Errorf("a dry run stored something: %s", r)
	}
}

func testStoreErrors(t *testing.T, u userOf, _ devnetOutput) {
	file, content := testFile(t, 700)
	for _, row := range []struct {
		args []string
		text string
	}{
		{[]string{"--epochs", "54", file}, "53"},
		{[]string{"--epochs", "0", file}, "number of epochs out of range"},
		{[]string{"--epochs", "many", file}, `--epochs is "many", want a number or max`},
		{[]string{"--end-epoch", "1", file}, "number of epochs out of range"},
		{[]string{"--earliest-expiry-time", "2001-01-01T00:00:00Z", file}, "is not in the future"},
		{[]string{"--earliest-expiry-time", "2991-01-01T00:00:00Z", file}, "53"},
		{[]string{"--earliest-expiry-time", "soon", file}, "neither RFC 3339 nor"},
		{[]string{"--epochs", "1", filepath.Dir(file)}, "is not a regular file"},
		{[]string{"--epochs", "1", file + "-absent"}, "no such file"},
	} {
		mustFail(t, u.args(append([]string{"store"}, row.args...)...), row.text)
	}
	large, _ := testFile(t, 1_834_953)
	mustFail(t, u.args("store", "--epochs", "1", large), large+": ", "the limit with 10 shards is 1834952")

	// One bad file does not stop the others; the array tells which.
	r := command(t, u.args("store", "--epochs", "1", "--json", file+"-absent", file)...)
	var got []stored
	if err := json.Unmarshal([]byte(r.stdout), &got); err != nil || r.code != 1 || len(got) != 2 || got[0].Result.Error == nil ||
		!strings.Contains(got[0].Result.Error.ErrorMsg, "no such file") || got[1].Result.NewlyCreated == nil {
		t.Fatalf("store of a bad and a good file: exit code %d, %v\n%s", r.code, err, r.stdout)
	}
	u.read(t, got[1].blobID(), content)
}

func testRead(t *testing.T, u userOf, _ devnetOutput) {
	file, content := testFile(t, 30_000)
	id := u.store(t, file, "--epochs", "1")[0].blobID()
	for _, flag := range []string{"--strict-consistency-check", "--skip-consistency-check"} {
		if got := mustRun(t, u.args("read", id, flag)...); got != string(content) {
			t.Errorf("read %s: %d bytes differ", flag, len(got))
		}
	}
	out := filepath.Join(t.TempDir(), "out")
	if stdout := mustRun(t, u.args("read", id, "--out", out)...); stdout != "" {
		t.Errorf("read --out prints %q", stdout)
	}
	if got, err := os.ReadFile(out); err != nil || !bytes.Equal(got, content) {
		t.Errorf("read --out: %d bytes, %v", len(got), err)
	}
	type readJSON struct {
		Out    string `json:"out"`
		BlobID string `json:"blobId"`
		Blob   []byte `json:"blob"`
	}
	if got := mustJSON[readJSON](t, u.args("read", id)...); got.BlobID != id || !bytes.Equal(got.Blob, content) || got.Out != "" {
		t.Errorf("read --json: %s, %d bytes", got.BlobID, len(got.Blob))
	}
	if got := mustJSON[readJSON](t, u.args("read", id, "--out", out)...); got.BlobID != id || got.Out != out || got.Blob != nil {
		t.Errorf("read --json --out: %+v", got)
	}

	unknown := "-y6KukI230Tvue7Id31fKnIV-fMxacOeugKz7egXsQY"
	mustFail(t, u.args("read", unknown), "blob not found", "hint: check the blob ID")
	mustFail(t, u.args("read", unknown, "--out", out+"-none"), "blob not found")
	if files, err := os.ReadDir(filepath.Dir(out)); err != nil || len(files) != 1 {
		t.Errorf("reading an unknown blob left files: %v, %v", files, err)
	}
	mustFail(t, u.args("read", id, "--out", filepath.Join(out, "below")), "not a directory")
}

func testStatus(t *testing.T, u userOf, _ devnetOutput) {
	file, _ := testFile(t, 2000)
	id := u.store(t, file, "--epochs", "2", "--permanent")[0].blobID()
	u.awaitCertified(t, id)
	type status struct {
		BlobID string          `json:"blobId"`
		File   string          `json:"file"`
		Status json.RawMessage `json:"status"`
		Expiry time.Time       `json:"estimatedExpiryTimestamp"`
	}
	type permanent struct {
		Permanent struct {
			EndEpoch    int  `json:"endEpoch"`
			IsCertified bool `json:"isCertified"`
			StatusEvent struct {
				TxDigest string `json:"txDigest"`
				EventSeq string `json:"eventSeq"`
			} `json:"statusEvent"`
			Counts struct {
				Total     *int `json:"count_deletable_total"`
				Certified *int `json:"count_deletable_certified"`
			} `json:"deletableCounts"`
			Initial int `json:"initialCertifiedEpoch"`
		} `json:"permanent"`
	}
	for _, args := range [][]string{{"blob-status", id}, {"blob-status", "--blob-id", id}, {"blob-status", "--file", file}} {
		got := mustJSON[status](t, u.args(args...)...)
		var s permanent
		if err := json.Unmarshal(got.Status, &s); err != nil {
			t.Fatalf("%v: %v: %s", args, err, got.Status)
		}
		p := &s.Permanent
		if got.BlobID != id || (got.File != "") != (args[1] == "--file") || p.EndEpoch != 3 || !p.IsCertified || p.Initial != 1 ||
			len(p.StatusEvent.TxDigest) < 40 || p.StatusEvent.EventSeq == "" || p.Counts.Total == nil || p.Counts.Certified == nil ||
			time.Until(got.Expiry) < time.Hour || time.Until(got.Expiry) > 2*time.Hour+time.Minute {
			t.Errorf("%v: %+v, status %s", args, got, got.Status)
		}
	}
	if text := mustRun(t, u.args("blob-status", id)...); !strings.Contains(text, "permanent") || !strings.Contains(text, "end epoch  ") {
		t.Errorf("text of a status: %s", text)
	}
	deletable, _ := testFile(t, 2001)
	id = u.store(t, deletable, "--epochs", "2")[0].blobID()
	u.awaitCertified(t, id)
	if got := mustJSON[status](t, u.args("blob-status", id)...); !strings.Contains(string(got.Status), `"count_deletable_certified": 1`) {
		t.Errorf("status of a deletable blob: %s", got.Status)
	}
	if got := mustJSON[status](t, u.args("blob-status", "-y6KukI230Tvue7Id31fKnIV-fMxacOeugKz7egXsQY")...); string(got.Status) != `"nonexistent"` {
		t.Errorf("status of an unknown blob: %s", got.Status)
	}
	mustFail(t, u.args("blob-status", "--file", file+"-absent"), "no such file")
}

func testInfo(t *testing.T, u userOf, net devnetOutput) {
	sections := map[string]string{
		"epoch": "epochInfo", "storage": "storageInfo", "size": "sizeInfo", "price": "priceInfo", "chain": "chainInfo", "coin": "coinInfo",
		"bft": "bftInfo", "committee": "committeeInfo",
	}
	all := mustJSON[map[string]json.RawMessage](t, u.args("info", "all")...)
	for section, key := range sections {
		if all[key] == nil {
			t.Errorf("info all lacks %s", key)
		}
		one := mustJSON[map[string]json.RawMessage](t, u.args("info", section)...)
		if len(one) != 1 || one[key] == nil {
			t.Errorf("info %s has %d parts", section, len(one))
		}
	}
	if len(all) != len(sections) {
		t.Errorf("info all has %d parts, want %d", len(all), len(sections))
	}
	info := mustJSON[infoOutput](t, u.args("info", "all")...)
	c := info.Committee
	if info.Epoch.Current != 1 || info.Epoch.Duration.Secs != 3600 || info.Epoch.MaxEpochsAhead != 53 || info.Storage.NShards != 10 ||
		info.Storage.NNodes != 4 || info.Size.MaxBlobSize != 1_834_952 || info.Price.Storage != 100_000 || info.Chain.ChainID != net.ChainID ||
		info.BFT.MaxFaulty != 3 || info.BFT.Quorum != 7 || c.PrimarySymbols != 4 || c.SecondarySymbols != 7 || len(c.Nodes) != 4 ||
		info.Coin.Type != info.Chain.Contracts["token"] {
		t.Errorf("info all: %+v", info)
	}
	shards := 0
	for i, n := range c.Nodes {
		shards += n.NShards
		if "https://"+n.NetworkAddress+"/v1" != net.Nodes[n.NodeIndex-1] {
			t.Errorf("node %d of the committee is at %s, want %s", i, n.NetworkAddress, net.Nodes[n.NodeIndex-1])
		}
	}
	if shards != 10 {
		t.Errorf("nodes have %d shards", shards)
	}
	if text := mustRun(t, u.args("info")...); !strings.Contains(text, "current epoch") || !strings.Contains(text, "largest blob") || strings.Contains(text, "OPERATOR") {
		t.Errorf("info: %s", text)
	}
	if text := mustRun(t, u.args("info", "committee")...); !strings.Contains(text, "OPERATOR") {
		t.Errorf("info committee: %s", text)
	}
}

func testHealth(t *testing.T, u userOf, net devnetOutput) {
	out := mustJSON[healthOutput](t, u.args("health", "--committee", "--detail", "--sort-by", "name", "--desc")...)
	if len(out.Nodes) != 4 || out.Nodes[0].Name != "node-4" || "https://"+strings.TrimPrefix(out.Nodes[0].URL, "https://")+"/v1" != net.Nodes[3] {
		t.Fatalf("health: %+v", out)
	}
	for _, n := range out.Nodes {
		if n.Health.OK == nil || n.Health.OK.NodeStatus != "Active" || n.Health.OK.Epoch != 1 || n.Health.OK.ShardDetail == nil || n.NetworkKey == "" {
			t.Errorf("health of %s: %+v", n.Name, n.Health)
		}
	}
	if text := mustRun(t, u.args("health", "--committee")...); strings.Count(text, "Active") != 4 {
		t.Errorf("health: %s", text)
	}
	mustFail(t, u.args("health", "--committee", "--sort-by", "age"), `--sort-by is "age"`)
}

// request makes an HTTP request and returns its answer with the body read.
func request(t *testing.T, method, url string, body []byte, header ...string) (*http.Response, []byte) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), method, url, bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	got, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	return answer, got
}

func testHTTP(t *testing.T, u userOf, net devnetOutput) {
	_, content := testFile(t, 40_000)
	answer, body := request(t, http.MethodPut, net.Publisher+"/v1/blobs?epochs=2", content)
	var s stored
	if err := json.Unmarshal(body, &s.Result); err != nil || answer.StatusCode != 200 || s.Result.NewlyCreated == nil {
		t.Fatalf("PUT: %s, %v: %s", answer.Status, err, body)
	}
	id := s.blobID()
	u.read(t, id, content)
	url := net.Aggregator + "/v1/blobs/" + id
	if answer, got := request(t, http.MethodGet, url, nil); answer.StatusCode != 200 || !bytes.Equal(got, content) || answer.Header.Get("ETag") != `"`+id+`"` {
		t.Errorf("GET: %s, %d bytes, %v", answer.Status, len(got), answer.Header)
	}
	if answer, got := request(t, http.MethodHead, url, nil); answer.StatusCode != 200 || len(got) != 0 || answer.ContentLength != int64(len(content)) {
		t.Errorf("HEAD: %s, length %d", answer.Status, answer.ContentLength)
	}
	if answer, _ := request(t, http.MethodGet, url, nil, "If-None-Match", `"`+id+`"`); answer.StatusCode != 304 {
		t.Errorf("GET with If-None-Match: %s", answer.Status)
	}
	for _, row := range []struct {
		bytes    string
		from, to int
	}{
		{"bytes=0-9", 0, 10}, {"bytes=100-", 100, 40_000}, {"bytes=-5", 39_995, 40_000}, {"bytes=39999-50000", 39_999, 40_000},
	} {
		answer, got := request(t, http.MethodGet, url, nil, "Range", row.bytes)
		want := fmt.Sprintf("bytes %d-%d/40000", row.from, row.to-1)
		if answer.StatusCode != 206 || !bytes.Equal(got, content[row.from:row.to]) || answer.Header.Get("Content-Range") != want {
			t.Errorf("GET %s: %s, %d bytes, %s", row.bytes, answer.Status, len(got), answer.Header.Get("Content-Range"))
		}
	}
	for _, row := range []struct {
		method, url string
		body        []byte
		header      []string
		code        int
		reason      string
	}{
		{"GET", net.Aggregator + "/v1/blobs/-y6KukI230Tvue7Id31fKnIV-fMxacOeugKz7egXsQY", nil, nil, 404, "BLOB_NOT_FOUND"},
		{"GET", net.Aggregator + "/v1/blobs/nonsense", nil, nil, 400, "MALFORMED_REQUEST"},
		{"GET", url, nil, []string{"Range", "bytes=40000-"}, 416, "INVALID_BYTE_RANGE"},
		{"PUT", net.Publisher + "/v1/blobs?epochs=54", content, nil, 400, "INVALID_EPOCHS"},
		{"PUT", net.Publisher + "/v1/blobs?epochs=0", content, nil, 400, "INVALID_EPOCHS"},
		{"PUT", net.Publisher + "/v1/blobs?epoch=2", content, nil, 400, "MALFORMED_REQUEST"},
		{"PUT", net.Publisher + "/v1/blobs?deletable=true&permanent=true", content, nil, 400, "INVALID_BLOB_PERSISTENCE"},
		{"PUT", net.Publisher + "/v1/blobs?epochs=1", make([]byte, 1_834_953), nil, 413, ""},
		{"GET", net.Publisher + "/v1/blobs/" + id, nil, nil, 404, ""},
	} {
		answer, got := request(t, row.method, row.url, row.body, row.header...)
		if answer.StatusCode != row.code || !strings.Contains(string(got), row.reason) {
			t.Errorf("%s %s: %s, want %d %s: %.300s", row.method, row.url, answer.Status, row.code, row.reason, got)
		}
	}
}

func testCurl(t *testing.T, _ userOf, net devnetOutput) {
	curl, err := exec.LookPath("curl")
	if err != nil {
		t.Skip("there is no curl")
	}
	file, content := testFile(t, 12_345)
	run := func(args ...string) []byte {
		t.Helper()
		out, err := exec.CommandContext(t.Context(), curl, append([]string{"-sS", "--fail"}, args...)...).Output()
		if err != nil {
			t.Fatalf("curl %v: %v", args, err)
		}
		return out
	}
	var s stored
	if err := json.Unmarshal(run("-T", file, net.Publisher+"/v1/blobs?epochs=2"), &s.Result); err != nil || s.blobID() == "" {
		t.Fatalf("curl -T: %+v, %v", s, err)
	}
	if got := run(net.Aggregator + "/v1/blobs/" + s.blobID()); !bytes.Equal(got, content) {
		t.Errorf("curl: %d bytes differ", len(got))
	}
	if got := run("-r", "5-14", net.Aggregator+"/v1/blobs/"+s.blobID()); !bytes.Equal(got, content[5:15]) {
		t.Errorf("curl -r: %q", got)
	}
}

func testMetrics(t *testing.T, _ userOf, net devnetOutput) {
	for _, path := range []string{"/healthz", "/readyz"} {
		if answer, body := request(t, http.MethodGet, net.Metrics+path, nil); answer.StatusCode != 200 || string(body) != "ok\n" {
			t.Errorf("GET %s: %s %s", path, answer.Status, body)
		}
	}
	_, body := request(t, http.MethodGet, net.Metrics+"/metrics", nil)
	for _, want := range []string{
		`walrus_node_slivers_stored_total{node="4",sliver_type="primary"}`, `walrus_node_current_epoch{node="1"} 1`,
		`walrus_http_server_requests_total{method="PUT",route="PUT /v1/blobs",server="publisher",status="200"}`,
		`walrus_http_server_requests_total{method="GET",node="2",`, "go_goroutines ",
	} {
		if !strings.Contains(string(body), want) {
			t.Errorf("metrics lack %s", want)
		}
	}
}

// testWallet checks that processes take turns, and what a wallet without money hears.
func testWallet(t *testing.T, u userOf, net devnetOutput) {
	a, content := testFile(t, 3000)
	b, _ := testFile(t, 3001)
	first := begin(t, u.args("store", a, "--epochs", "1", "--json")...)
	second := u.store(t, b, "--epochs", "1")
	if code := first.wait(t); code != 0 || second[0].Result.NewlyCreated == nil {
		t.Errorf("two stores at once: exit code %d, %+v\n%s", code, second, first.stderr)
	}
	u.read(t, mustJSON[blobIDOutput](t, "blob-id", a, "--n-shards", "10").BlobID.String(), content)

	// node-1 has native coin and no WAL.
	poor := client.File{
		Network: client.NetworkRef{Path: filepath.Join(net.Dir, "network.yaml")},
		Wallet:  client.WalletFile{Path: filepath.Join(net.Dir, "wallets", "node-1.json"), PasswordFile: filepath.Join(net.Dir, "wallets", "password")},
	}
	config := writeConfig(t, &poor)
	c, _ := testFile(t, 3002)
	mustFail(t, []string{"store", c, "--epochs", "2", "--config", config}, "not enough WAL", "has 0 WAL, needs 0.00022", "hint: send WAL to the wallet")

	poor.Wallet.PasswordFile = ""
	config = writeConfig(t, &poor)
	mustFail(t, []string{"store", c, "--epochs", "2", "--config", config}, "node-1.json")
	password, err := os.ReadFile(filepath.Join(net.Dir, "wallets", "password"))
	if err != nil {
		t.Fatal(err)
	}
	r := commandIn(t, []string{"WALRUS_WALLET_PASSWORD=" + strings.TrimSpace(string(password))}, "store", c, "--epochs", "2", "--config", config)
	checkFailure(t, "store with the password in the environment", r.stderr, "not enough WAL")

	poor.Wallet.Path = ""
	mustFail(t, []string{"store", c, "--epochs", "2", "--config", writeConfig(t, &poor)}, "no wallet_config.path")
}

func writeConfig(t *testing.T, f *client.File) string {
	t.Helper()
	b, err := f.Marshal()
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "client_config.yaml")
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func testContexts(t *testing.T, _ userOf, net devnetOutput) {
	text := fmt.Sprintf("default_context: nowhere\ncontexts:\n  nowhere: {network: absent.yaml}\n  here: {network: %s/network.yaml}\n  other:\n    network: %s/network.yaml\n    rpc_urls:\n      - http://127.0.0.1:1\n", net.Dir, net.Dir)
	path := filepath.Join(t.TempDir(), "client_config.yaml")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	mustRun(t, "info", "--config", path, "--context", "here")
	mustRun(t, "info", "--config", path, "--context", "other", "--rpc-url", net.ChainRPC)
	mustFail(t, []string{"info", "--config", path}, "absent.yaml")
	mustFail(t, []string{"info", "--config", path, "--context", "other"}, "chain does not answer", "127.0.0.1:1")

	// A chain with other contracts is noticed.
	network, err := os.ReadFile(filepath.Join(net.Dir, "network.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	wrong := filepath.Join(t.TempDir(), "client_config.yaml")
	for from, to := range map[string]string{"chain_id: 271828": "chain_id: 271829"} {
		text := "network:\n  " + strings.ReplaceAll(strings.Replace(string(network), from, to, 1), "\n", "\n  ") + "\n"
		if err := os.WriteFile(wrong, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		mustFail(t, []string{"info", "--config", wrong}, "another chain or deployment", "hint: the network file belongs")
	}
}

// testSameDirectory starts a second network where one runs.
func testSameDirectory(t *testing.T, _ userOf, net devnetOutput) {
	mustFail(t, append([]string{"devnet", "--dir", net.Dir}, smallNet...), "network directory "+net.Dir+" is in use by another process")
	mustFail(t, []string{"quickstart", "--dir", net.Dir, filepath.Join(net.Dir, "LOCK")}, "is not empty", "walrus devnet --dir continues")
}
