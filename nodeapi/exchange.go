package nodeapi

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/url"
	"slices"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/internal/httpx"
)

// ResponseError is returned when a node's answer breaks the protocol.
type ResponseError struct {
	Code int // HTTP status of the answer
	Err  error
}

// Error describes the answer.
func (e *ResponseError) Error() string {
	return fmt.Sprintf("bad answer with status %d: %v", e.Code, e.Err)
}

// Unwrap returns what was wrong.
func (e *ResponseError) Unwrap() error { return e.Err }

// Is reports an answer that proxies give in front of a node that is overloaded or away as walrus.ErrUnavailable.
func (e *ResponseError) Is(target error) bool {
	switch e.Code {
	case http.StatusTooManyRequests, http.StatusBadGateway, http.StatusServiceUnavailable, http.StatusGatewayTimeout:
		return target == walrus.ErrUnavailable
	}
	return false
}

// exchange is one request and what is expected of its answer.
type exchange struct {
	method string
	path   string // below /v1
	query  url.Values
	body   [][]byte // sent one after the other; nil for none
	want   string   // content type of a good answer
	limit  int      // bytes of a good answer
	codes  []int    // statuses of a good answer; nil for 200 alone
}

// do carries out the exchange and returns the status and body of a good answer.
func (c *Client) do(ctx context.Context, x exchange) (code int, body []byte, err error) {
	code, body, err = c.roundTrip(ctx, x)
	if err != nil {
		return code, nil, fmt.Errorf("node %s: %s %s: %w", c.address, x.method, x.path, err)
	}
	return code, body, nil
}

func (c *Client) roundTrip(ctx context.Context, x exchange) (int, []byte, error) {
	if err := c.slots.Acquire(ctx, 1); err != nil {
		return 0, nil, err
	}
	defer c.slots.Release(1)
	req, err := c.request(ctx, x)
	if err != nil {
		return 0, nil, err
	}
	resp, err := c.roundTripper.RoundTrip(req)
	if err != nil {
		if ctx.Err() != nil {
			err = ctx.Err()
		}
		return 0, nil, err
	}
	defer resp.Body.Close()
	body, err := readResponse(resp, x)
	if err != nil && ctx.Err() != nil {
		err = ctx.Err()
	}
	return resp.StatusCode, body, err
}

func (c *Client) request(ctx context.Context, x exchange) (*http.Request, error) {
	u := url.URL{Scheme: "https", Host: c.address, Path: "/v1" + x.path, RawQuery: x.query.Encode()}
	req, err := http.NewRequestWithContext(ctx, x.method, u.String(), nil)
	if err != nil {
		return nil, err
	}
	if id := httpx.RequestID(ctx); id != "" {
		req.Header.Set(httpx.RequestIDHeader, id)
	}
	if x.body == nil {
		return req, nil
	}
	req.Header.Set("Content-Type", httpx.ContentTypeBinary)
	for _, part := range x.body {
		req.ContentLength += int64(len(part))
	}
	req.GetBody = func() (io.ReadCloser, error) { // lets the transport try another connection
		readers := make([]io.Reader, len(x.body))
		for i, part := range x.body {
			readers[i] = bytes.NewReader(part)
		}
		return io.NopCloser(io.MultiReader(readers...)), nil
	}
	req.Body, err = req.GetBody()
	return req, err
}

// readResponse returns the body of a good answer, the *Error in a proper error answer, or a *ResponseError.
func readResponse(resp *http.Response, x exchange) ([]byte, error) {
	codes := x.codes
	if codes == nil {
		codes = []int{http.StatusOK}
	}
	if !slices.Contains(codes, resp.StatusCode) {
		return nil, readError(resp)
	}
	return readBody(resp, x.want, x.limit)
}

// readBody returns the body. An error is a *ResponseError, or of the network when the body was cut.
func readBody(resp *http.Response, want string, limit int) ([]byte, error) {
	media, _, err := mime.ParseMediaType(resp.Header.Get("Content-Type"))
	if err != nil || media != want {
		return nil, badAnswer(resp.StatusCode, fmt.Errorf("content type %.80q, want %s", resp.Header.Get("Content-Type"), want))
	}
	if coding := resp.Header.Get("Content-Encoding"); coding != "" {
		return nil, badAnswer(resp.StatusCode, fmt.Errorf("content encoding %.40q", coding))
	}
	body, err := httpx.ReadAll(resp.Body, resp.ContentLength, int64(limit))
	switch {
	case errors.Is(err, httpx.ErrBodyTooLarge):
		return nil, badAnswer(resp.StatusCode, err)
	case err != nil:
		return nil, fmt.Errorf("read answer: %w", err)
	}
	return body, nil
}

// readError returns the *Error in the answer, or a *ResponseError if there is none.
func readError(resp *http.Response) error {
	if resp.StatusCode < 400 {
		return badAnswer(resp.StatusCode, errors.New("unexpected status"))
	}
	body, err := readBody(resp, httpx.ContentTypeJSON, httpx.ErrorBodyLimit)
	if err != nil {
		return err
	}
	e, err := table.Parse(resp.StatusCode, body)
	if err != nil {
		return badAnswer(resp.StatusCode, err)
	}
	return e.WithRetryAfter(httpx.ParseRetryAfter(resp.Header.Get("Retry-After")))
}

func badAnswer(code int, err error) error { return &ResponseError{Code: code, Err: err} }

// successJSON is the envelope of a JSON answer.
type successJSON[T any] struct {
	Success *struct {
		Code int `json:"code"`
		Data *T  `json:"data"`
	} `json:"success"`
}

// decodeSuccess returns the data in the envelope, whose code must be the status of the answer.
func decodeSuccess[T any](code int, body []byte) (T, error) {
	var v successJSON[T]
	if err := json.Unmarshal(body, &v); err != nil {
		return *new(T), badAnswer(code, err)
	}
	if v.Success == nil || v.Success.Data == nil || v.Success.Code != code {
		return *new(T), badAnswer(code, errors.New("JSON lacks the success envelope, or its code is another"))
	}
	return *v.Success.Data, nil
}
