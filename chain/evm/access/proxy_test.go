package access

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"sync/atomic"
	"testing"
	"time"
)

// proxy is an endpoint before a chain that may lie.
type proxy struct {
	url    string
	hits   atomic.Int64
	change atomic.Pointer[change]
}

// change sees a request and what the chain says to it, and returns what the endpoint says. A nil answer: none at all.
type change func(r *request, answer json.RawMessage) json.RawMessage

type request struct {
	ID     json.RawMessage   `json:"id"`
	Method string            `json:"method"`
	Params []json.RawMessage `json:"params"`
}

func newProxy(t *testing.T, upstream string, c change) *proxy {
	t.Helper()
	p := &proxy{}
	p.change.Store(&c)
	s := httptest.NewServer(http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		p.hits.Add(1)
		body, err := io.ReadAll(r.Body)
		if err != nil {
			return
		}
		out := p.serve(upstream, body)
		if out == nil {
			<-r.Context().Done()
			return
		}
		rw.Header().Set("Content-Type", "application/json")
		rw.Write(out)
	}))
	t.Cleanup(func() {
		s.CloseClientConnections()
		s.Close()
	})
	p.url = s.URL
	return p
}

// honest changes nothing.
func honest(_ *request, answer json.RawMessage) json.RawMessage { return answer }

// silent never answers.
func silent(*request, json.RawMessage) json.RawMessage { return nil }

func (p *proxy) serve(upstream string, body []byte) []byte {
	if body[0] != '[' {
		return p.one(upstream, body)
	}
	var batch []json.RawMessage
	if err := json.Unmarshal(body, &batch); err != nil {
		return nil
	}
	for i, r := range batch {
		if batch[i] = p.one(upstream, r); batch[i] == nil {
			return nil
		}
	}
	out, err := json.Marshal(batch)
	if err != nil {
		return nil
	}
	return out
}

func (p *proxy) one(upstream string, body []byte) json.RawMessage {
	r := new(request)
	if err := json.Unmarshal(body, r); err != nil {
		return nil
	}
	client := http.Client{Timeout: 20 * time.Second, Transport: &http.Transport{DisableKeepAlives: true}}
	resp, err := client.Post(upstream, "application/json", bytes.NewReader(body))
	if err != nil {
		return nil
	}
	defer resp.Body.Close()
	answer, err := io.ReadAll(resp.Body)
	if err != nil {
		return nil
	}
	return (*p.change.Load())(r, answer)
}

// resultOf returns an answer with a result.
func resultOf(r *request, v any) json.RawMessage {
	b, err := json.Marshal(map[string]any{"jsonrpc": "2.0", "id": r.ID, "result": v})
	if err != nil {
		panic(err)
	}
	return b
}

// unknownBlock is what an endpoint says that does not have a block.
func unknownBlock(r *request) json.RawMessage {
	b, err := json.Marshal(map[string]any{
		"jsonrpc": "2.0", "id": r.ID, "error": map[string]any{"code": -32000, "message": "header for hash not found"},
	})
	if err != nil {
		panic(err)
	}
	return b
}
