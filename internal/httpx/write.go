package httpx

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"time"
)

// Content types of bodies.
const (
	ContentTypeJSON   = "application/json"
	ContentTypeBinary = "application/octet-stream"
)

// ErrAnswered is wrapped by errors that came up while an answer was being written: its status is sent, and the
// peer is gone.
var ErrAnswered = errors.New("answer was begun")

// A peer that moves less than this many bytes a second, after a grace period, loses its request.
const (
	slowestRate  = 32 << 10
	transferTime = 30 * time.Second
)

func transferDeadline(bytes int64) time.Time {
	return time.Now().Add(transferTime + time.Duration(bytes/slowestRate)*time.Second)
}

// WriteError writes e as the whole answer: its status, envelope, and Retry-After where it is set. An internal error
// gets the ID of the request as its trace ID.
func WriteError(w http.ResponseWriter, r *http.Request, e *Error) error {
	if e.Reason == ReasonInternal && e.TraceID == "" {
		c := *e
		c.TraceID = RequestID(r.Context())
		e = &c
	}
	if e.RetryAfter > 0 {
		w.Header().Set("Retry-After", retryAfterHeader(e.RetryAfter))
	}
	body, err := json.Marshal(e)
	if err != nil {
		return fmt.Errorf("encode error: %w", err)
	}
	return Write(w, e.Code(), ContentTypeJSON, body)
}

type successBody struct {
	Success success `json:"success"`
}

type success struct {
	Code int `json:"code"`
	Data any `json:"data"`
}

// WriteSuccess writes the JSON success envelope around data. An error is about data that do not encode, in which case
// nothing is written, or about a connection that broke.
func WriteSuccess(w http.ResponseWriter, code int, data any) error {
	body, err := json.Marshal(successBody{success{code, data}})
	if err != nil {
		return fmt.Errorf("encode answer: %w", err)
	}
	return Write(w, code, ContentTypeJSON, body)
}

// Write writes an answer whose body is the parts one after the other, uncopied, with its length declared.
// A peer that takes it too slowly is cut off. Errors wrap ErrAnswered.
func Write(w http.ResponseWriter, code int, contentType string, parts ...[]byte) error {
	total := 0
	for _, p := range parts {
		total += len(p)
	}
	// Writers without deadlines, such as recorders in tests, are written to without one.
	_ = http.NewResponseController(w).SetWriteDeadline(transferDeadline(int64(total)))
	w.Header().Set("Content-Type", contentType)
	w.Header().Set("Content-Length", strconv.Itoa(total))
	w.Header().Set("X-Content-Type-Options", "nosniff")
	w.WriteHeader(code)
	for _, p := range parts {
		if _, err := w.Write(p); err != nil {
			return fmt.Errorf("%w: %w", ErrAnswered, err)
		}
	}
	return nil
}
