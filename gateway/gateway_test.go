package gateway

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/client"
	"github.com/walrus-go/walrus/client/clienttest"
)

// servers are an aggregator and a publisher over one network in memory.
type servers struct {
	t                     *testing.T
	network               *clienttest.Network
	aggregator, publisher *httptest.Server
}

func newServers(t *testing.T, change func(*client.Config)) *servers {
	t.Helper()
	n := clienttest.New(t)
	s := &servers{t: t, network: n}
	c := n.Client(change)
	s.aggregator = httptest.NewServer(NewAggregator(c, DefaultAggregator()))
	cfg := DefaultPublisher()
	cfg.MaxBodySize = 20_000
	s.publisher = httptest.NewServer(NewPublisher(c, cfg))
	t.Cleanup(s.aggregator.Close)
	t.Cleanup(s.publisher.Close)
	return s
}

// do sends a request and returns the answer with its whole body.
func (s *servers) do(method, url string, body []byte, headers ...string) (*http.Response, []byte) {
	s.t.Helper()
	r, err := http.NewRequestWithContext(s.t.Context(), method, url, bytes.NewReader(body))
	if err != nil {
		s.t.Fatal(err)
	}
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		s.t.Fatal(err)
	}
	defer answer.Body.Close()
	b, err := io.ReadAll(answer.Body)
	if err != nil {
		s.t.Fatal(err)
	}
	return answer, b
}

func (s *servers) put(body []byte, query string) (*http.Response, []byte) {
	s.t.Helper()
	return s.do("PUT", s.publisher.URL+"/v1/blobs"+query, body)
}

func (s *servers) blobURL(id walrus.BlobID) string {
	return s.aggregator.URL + "/v1/blobs/" + id.String()
}

// reason returns the reason of an error body, and fails when the body is not the error envelope.
func (s *servers) reason(answer *http.Response, body []byte) string {
	s.t.Helper()
	e, err := table.Parse(answer.StatusCode, body)
	if err != nil {
		s.t.Fatalf("answer %d %q: %v", answer.StatusCode, body, err)
	}
	return fmt.Sprintf("%d %s", answer.StatusCode, e.Reason)
}

func TestPutAndGet(t *testing.T) {
	s := newServers(t, nil)
	for _, size := range []int{0, 1, 9999} {
		blob := clienttest.Blob(size)
		answer, body := s.put(blob, "?epochs=2&permanent=true")
		var result struct {
			NewlyCreated struct {
				BlobObject        client.BlobJSON
				ResourceOperation struct {
					RegisterFromScratch struct{ EncodedLength, EpochsAhead uint64 }
				}
				Cost uint64
			}
		}
		if err := json.Unmarshal(body, &result); err != nil || answer.StatusCode != 200 {
			t.Fatalf("PUT: %d %s %v", answer.StatusCode, body, err)
		}
		created := result.NewlyCreated
		if created.BlobObject.Size != uint64(size) || created.BlobObject.Storage.EndEpoch != 3 || created.BlobObject.CertifiedEpoch == nil ||
			created.Cost == 0 || created.ResourceOperation.RegisterFromScratch.EpochsAhead != 2 || created.BlobObject.Deletable {
			t.Errorf("PUT answered %s", body)
		}
		id := created.BlobObject.BlobID
		answer, body = s.do("GET", s.blobURL(id), nil)
		if answer.StatusCode != 200 || !bytes.Equal(body, blob) || answer.ContentLength != int64(size) {
			t.Fatalf("GET: %d with %d bytes, want %d", answer.StatusCode, len(body), size)
		}
		for name, want := range map[string]string{
			"Etag": `"` + id.String() + `"`, "Cache-Control": cacheControl, "X-Content-Type-Options": "nosniff",
			"Access-Control-Allow-Origin": "*", "Accept-Ranges": "bytes", "Content-Type": "",
		} {
			if got := answer.Header.Get(name); got != want {
				t.Errorf("header %s is %q, want %q", name, got, want)
			}
		}
		answer, body = s.do("HEAD", s.blobURL(id), nil)
		if answer.StatusCode != 200 || len(body) != 0 || answer.ContentLength != int64(size) {
			t.Errorf("HEAD: %d, length %d", answer.StatusCode, answer.ContentLength)
		}
		if answer, _ := s.do("GET", s.blobURL(id), nil, "If-None-Match", `"x", "`+id.String()+`"`); answer.StatusCode != 304 {
			t.Errorf("GET with a matching tag: %d", answer.StatusCode)
		}
		if _, body := s.put(blob, "?epochs=1&permanent=true"); !strings.Contains(string(body), `"alreadyCertified":{"blobId":"`+id.String()) {
			t.Errorf("PUT again: %s", body)
		}
	}
}

func TestContentType(t *testing.T) {
	s := newServers(t, nil)
	id := s.network.MustStore([]byte("<html>"), client.StoreOptions{Epochs: 1}).BlobID()
	for _, c := range []struct{ header, value, want string }{
		{"Accept", "text/html", "text/html"},
		{"Accept", "text/html, */*", ""},
		{"Content-Type", "image/png", "image/png"},
	} {
		answer, _ := s.do("GET", s.blobURL(id), nil, c.header, c.value)
		if got := answer.Header.Get("Content-Type"); got != c.want {
			t.Errorf("%s: %s gives type %q, want %q", c.header, c.value, got, c.want)
		}
	}
}

func TestRanges(t *testing.T) {
	s := newServers(t, nil)
	blob := clienttest.Blob(1000)
	id := s.network.MustStore(blob, client.StoreOptions{Epochs: 1}).BlobID()
	empty := s.network.MustStore(nil, client.StoreOptions{Epochs: 1}).BlobID()
	for _, c := range []struct {
		spec        string
		code        int
		first, last int
	}{
		{"bytes=0-0", 206, 0, 0}, {"bytes=10-19", 206, 10, 19}, {"bytes=990-", 206, 990, 999}, {"bytes=0-", 206, 0, 999},
		{"bytes=-5", 206, 995, 999}, {"bytes=-5000", 206, 0, 999}, {"bytes=900-5000", 206, 900, 999},
		{"bytes=1000-", 416, 0, 0}, {"bytes=-0", 416, 0, 0}, {"bytes=0-1,5-6", 416, 0, 0},
		{"bytes=9-3", 200, 0, 999}, {"bytes=x-y", 200, 0, 999}, {"lines=1-2", 200, 0, 999}, {"bytes=5", 200, 0, 999},
	} {
		answer, body := s.do("GET", s.blobURL(id), nil, "Range", c.spec)
		if answer.StatusCode != c.code {
			t.Errorf("%s: %d, want %d", c.spec, answer.StatusCode, c.code)
			continue
		}
		switch c.code {
		case 416:
			if got := answer.Header.Get("Content-Range"); got != "bytes */1000" || s.reason(answer, body) != "416 INVALID_BYTE_RANGE" {
				t.Errorf("%s: Content-Range %q, %s", c.spec, got, body)
			}
		case 206:
			if got, want := answer.Header.Get("Content-Range"), fmt.Sprintf("bytes %d-%d/1000", c.first, c.last); got != want {
				t.Errorf("%s: Content-Range %q, want %q", c.spec, got, want)
			}
			fallthrough
		default:
			if !bytes.Equal(body, blob[c.first:c.last+1]) {
				t.Errorf("%s: %d other bytes", c.spec, len(body))
			}
		}
	}
	if answer, _ := s.do("GET", s.blobURL(empty), nil, "Range", "bytes=0-"); answer.StatusCode != 416 {
		t.Errorf("range of an empty blob: %d", answer.StatusCode)
	}
}

func TestErrors(t *testing.T) {
	s := newServers(t, func(c *client.Config) { c.MaxBlobSize = 15_000 })
	large := s.network.MustStore(clienttest.Blob(16_000), client.StoreOptions{Epochs: 1}).BlobID()
	unknown := walrus.BlobID{1}
	for _, c := range []struct {
		name, method, url string
		body              []byte
		want              string
	}{
		{"unknown blob", "GET", s.blobURL(unknown), nil, "404 BLOB_NOT_FOUND"},
		{"bad ID", "GET", s.aggregator.URL + "/v1/blobs/xyz", nil, "400 MALFORMED_REQUEST"},
		{"both checks", "GET", s.blobURL(unknown) + "?strict_consistency_check=true&skip_consistency_check=true", nil, "400 INVALID_CONSISTENCY_CHECK"},
		{"bad flag", "GET", s.blobURL(unknown) + "?strict_consistency_check=maybe", nil, "400 MALFORMED_REQUEST"},
		{"too large to read", "GET", s.blobURL(large), nil, "403 BLOB_TOO_LARGE"},
		{"unknown route", "GET", s.aggregator.URL + "/v2/x", nil, "404 ROUTE_NOT_FOUND"},
		{"body too large", "PUT", s.publisher.URL + "/v1/blobs", make([]byte, 20_001), "413 BODY_TOO_LARGE"},
		{"unknown parameter", "PUT", s.publisher.URL + "/v1/blobs?epoch=1", nil, "400 MALFORMED_REQUEST"},
		{"repeated parameter", "PUT", s.publisher.URL + "/v1/blobs?epochs=1&epochs=2", nil, "400 MALFORMED_REQUEST"},
		{"no epochs", "PUT", s.publisher.URL + "/v1/blobs?epochs=0", nil, "400 INVALID_EPOCHS"},
		{"many epochs", "PUT", s.publisher.URL + "/v1/blobs?epochs=100000", nil, "400 INVALID_EPOCHS"},
		{"both persistences", "PUT", s.publisher.URL + "/v1/blobs?deletable=true&permanent=true", nil, "400 INVALID_BLOB_PERSISTENCE"},
		{"other encoding", "PUT", s.publisher.URL + "/v1/blobs?encoding_type=RaptorQ", nil, "400 MALFORMED_REQUEST"},
		{"bad owner", "PUT", s.publisher.URL + "/v1/blobs?send_object_to=0x12", nil, "400 MALFORMED_REQUEST"},
		{"shared", "PUT", s.publisher.URL + "/v1/blobs?share=true", nil, "400 MALFORMED_REQUEST"},
	} {
		answer, body := s.do(c.method, c.url, c.body)
		if got := s.reason(answer, body); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
	if answer, _ := s.do("GET", s.aggregator.URL+"/status", nil); answer.StatusCode != 200 {
		t.Errorf("status: %d", answer.StatusCode)
	}
}

// What passes says when to come back.
func TestUnavailable(t *testing.T) {
	quick := func(c *client.Config) { c.Retry.Tries = 1; c.ConfirmationRounds = 0; c.CacheTTL = 0 }
	s := newServers(t, quick)
	id := s.network.MustStore(clienttest.Blob(100), client.StoreOptions{Epochs: 1}).BlobID()

	s.network.Misbehave(clienttest.Faults["wrong sliver"], 0, 1, 2, 3, 4, 5, 6)
	reading := httptest.NewServer(NewAggregator(s.network.Client(quick), DefaultAggregator()))
	defer reading.Close()
	answer, body := s.do("GET", reading.URL+"/v1/blobs/"+id.String(), nil)
	if got := s.reason(answer, body); got != "503 BLOB_UNAVAILABLE" || answer.Header.Get("Retry-After") == "" {
		t.Errorf("lying nodes: %s, Retry-After %q", got, answer.Header.Get("Retry-After"))
	}

	s.network.Misbehave(clienttest.Faults["down"], 0, 1, 2, 3)
	writing := httptest.NewServer(NewPublisher(s.network.Client(quick), DefaultPublisher()))
	defer writing.Close()
	answer, body = s.do("PUT", writing.URL+"/v1/blobs", []byte("x"))
	if got := s.reason(answer, body); got != "504 INSUFFICIENT_CONFIRMATIONS" {
		t.Errorf("nodes down: %s", got)
	}

	s.network.Heal()
	s.network.Chain.SetDown(true)
	answer, body = s.put([]byte("y"), "")
	if got := s.reason(answer, body); got != "503 CHAIN_UNAVAILABLE" || answer.Header.Get("Retry-After") == "" {
		t.Errorf("chain down: %s", got)
	}
	s.network.Chain.SetDown(false)
	s.network.Wallet = s.network.Chain.NewWallet("poor", 0, 1e9)
	poor := httptest.NewServer(NewPublisher(s.network.Client(nil), DefaultPublisher()))
	defer poor.Close()
	answer, body = s.do("PUT", poor.URL+"/v1/blobs", []byte("x"))
	if got := s.reason(answer, body); got != "503 INSUFFICIENT_FUNDS" {
		t.Errorf("no funds: %s", got)
	}
}

func TestSendObjectTo(t *testing.T) {
	s := newServers(t, nil)
	to := walrus.Address{0xab}
	if answer, body := s.put([]byte("gift"), "?send_object_to="+to.String()); answer.StatusCode != 200 {
		t.Fatalf("PUT: %s", body)
	}
	blobs, err := s.network.Chain.BlobsOf(t.Context(), to)
	if err != nil || len(blobs) != 1 || blobs[0].CertifiedEpoch == 0 {
		t.Errorf("blobs of the receiver: %+v, %v", blobs, err)
	}
}

func FuzzStoreOptions(f *testing.F) {
	f.Add("epochs=2&permanent=true")
	f.Add("epochs=%zz;force")
	f.Fuzz(func(t *testing.T, query string) {
		opts, err := storeOptions(query)
		if err == nil && opts.Epochs == 0 {
			t.Errorf("%q gives no epochs", query)
		}
	})
}

func FuzzRange(f *testing.F) {
	f.Add("bytes=1-2", int64(10))
	f.Add("bytes=-", int64(0))
	f.Fuzz(func(t *testing.T, header string, size int64) {
		if size < 0 {
			return
		}
		r := httptest.NewRequest("GET", "/", nil)
		r.Header.Set("Range", header)
		p, err := requestedRange(r, size)
		if err == nil && (p.start < 0 || p.length < 0 || p.start+p.length > size || p.partial && p.length == 0) {
			t.Errorf("%q of %d bytes gives %+v", header, size, p)
		}
	})
}
