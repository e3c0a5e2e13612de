package evm

import (
	"fmt"
	"io"
	"net/http"
)

// maxAnswer is the longest answer of an endpoint that is read, in bytes.
const maxAnswer = 128 << 20

// boundedTransport fails the reading of answers that are too long. A query of logs is then repeated for fewer blocks.
type boundedTransport struct{ *http.Transport }

// RoundTrip implements http.RoundTripper.
func (t boundedTransport) RoundTrip(r *http.Request) (*http.Response, error) {
	resp, err := t.Transport.RoundTrip(r)
	if err != nil {
		return nil, err
	}
	resp.Body = &boundedBody{resp.Body, maxAnswer}
	return resp, nil
}

type boundedBody struct {
	io.ReadCloser
	left int64
}

func (b *boundedBody) Read(p []byte) (int, error) {
	if b.left <= 0 {
		return 0, fmt.Errorf("answer is longer than %d bytes", int64(maxAnswer))
	}
	n, err := b.ReadCloser.Read(p[:min(int64(len(p)), b.left)])
	b.left -= int64(n)
	return n, err
}
