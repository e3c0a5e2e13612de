package httpx

import (
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode"
)

// ErrorBodyLimit is the longest error body that Parse should be given.
const ErrorBodyLimit = 64 << 10

const (
	maxMessage  = 1024 // characters kept of a message that came over the wire
	maxMetadata = 64   // facts kept
)

type errorBody struct {
	Error struct {
		Status  Status        `json:"status"`
		Code    int           `json:"code"`
		Message string        `json:"message"`
		Details []errorDetail `json:"details"`
	} `json:"error"`
}

type errorDetail struct {
	Type     string             `json:"@type"`
	Reason   *Reason            `json:"reason,omitempty"`
	Domain   *string            `json:"domain,omitempty"`
	Metadata *map[string]string `json:"metadata,omitempty"`
	Stack    *[]string          `json:"stackEntries,omitempty"`
	Detail   *string            `json:"detail,omitempty"`
}

const (
	errorInfo   = "ErrorInfo"
	debugInfo   = "DebugInfo"
	traceHeader = "TraceID: "
)

// MarshalJSON returns the error envelope.
func (e *Error) MarshalJSON() ([]byte, error) {
	var b errorBody
	b.Error.Status, b.Error.Code, b.Error.Message = e.Status, e.Code(), e.Message
	metadata := e.Metadata
	if metadata == nil {
		metadata = map[string]string{}
	}
	b.Error.Details = []errorDetail{{Type: errorInfo, Reason: &e.Reason, Domain: &e.Domain, Metadata: &metadata}}
	if e.TraceID != "" {
		detail := traceHeader + e.TraceID
		b.Error.Details = append(b.Error.Details, errorDetail{Type: debugInfo, Stack: &[]string{}, Detail: &detail})
	}
	return json.Marshal(b)
}

// Parse returns the error in a body that came with the HTTP status code. It refuses a body that is not an error
// envelope and a status word that does not belong to the code. A reason that the table lacks is kept, without sentinel.
func (t *Table) Parse(code int, body []byte) (*Error, error) {
	var b errorBody
	if err := json.Unmarshal(body, &b); err != nil {
		return nil, fmt.Errorf("error body: %w", err)
	}
	want, known := codes[b.Error.Status]
	if !known || want != code || b.Error.Code != code {
		return nil, fmt.Errorf("error body says %.40q and %d under HTTP status %d", b.Error.Status, b.Error.Code, code)
	}
	e := &Error{Status: b.Error.Status, Message: printable(b.Error.Message)}
	for _, d := range b.Error.Details {
		switch d.Type {
		case errorInfo:
			if d.Reason == nil || len(*d.Reason) > 64 || len(d.domain()) > 64 {
				return nil, errors.New("error body without a proper reason")
			}
			e.Reason, e.Domain = Reason(printable(string(*d.Reason))), printable(d.domain())
			if d.Metadata != nil && len(*d.Metadata) <= maxMetadata {
				e.Metadata = *d.Metadata
			}
		case debugInfo:
			if d.Detail != nil {
				e.TraceID = printable(strings.TrimPrefix(*d.Detail, traceHeader))
			}
		}
	}
	if e.Reason == "" {
		return nil, errors.New("error body without a reason")
	}
	e.sentinel = t.byReason[e.Reason].Sentinel
	return e, nil
}

func (d errorDetail) domain() string {
	if d.Domain == nil {
		return ""
	}
	return *d.Domain
}

// printable makes text of a peer fit for a terminal and a log line: short, and without control characters.
func printable(s string) string {
	kept := 0
	return strings.Map(func(r rune) rune {
		if kept++; kept > maxMessage {
			return -1
		}
		if !unicode.IsPrint(r) {
			return ' '
		}
		return r
	}, s)
}

// retryAfterHeader returns d in whole seconds, rounded up.
func retryAfterHeader(d time.Duration) string {
	return strconv.FormatInt(int64((d+time.Second-1)/time.Second), 10)
}

// ParseRetryAfter parses a Retry-After header in seconds; 0 when it is absent, not a number, or above an hour.
func ParseRetryAfter(s string) time.Duration {
	n, err := strconv.ParseUint(s, 10, 16)
	if err != nil || n > 3600 {
		return 0
	}
	return time.Duration(n) * time.Second
}
