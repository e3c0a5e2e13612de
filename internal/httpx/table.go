package httpx

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/walrus-go/walrus"
)

// GlobalDomain is the domain of reasons that say nothing about the service, only about serving.
const GlobalDomain = "global"

// Reasons of every service, in GlobalDomain.
const (
	ReasonInternal         Reason = "INTERNAL_ERROR"
	ReasonUnavailable      Reason = "UNAVAILABLE"
	ReasonDeadline         Reason = "DEADLINE_EXCEEDED"
	ReasonTooManyRequests  Reason = "TOO_MANY_REQUESTS"
	ReasonMalformedRequest Reason = "MALFORMED_REQUEST"
	ReasonRouteNotFound    Reason = "ROUTE_NOT_FOUND"
	ReasonMethod           Reason = "METHOD_NOT_ALLOWED"
	ReasonBodyTooLarge     Reason = "BODY_TOO_LARGE"
)

// ErrMalformed is the sentinel of requests that do not parse.
var ErrMalformed = errors.New("malformed request")

const internalMessage = "an internal error occurred"

// Row is one reason of a table.
type Row struct {
	Reason Reason
	Status Status
	// Sentinel, if not nil, is what an error with the reason is in the sense of errors.Is.
	Sentinel error
	// Domain overrides that of the table.
	Domain string
}

var globalRows = []Row{
	{ReasonUnavailable, Unavailable, walrus.ErrUnavailable, GlobalDomain},
	{ReasonTooManyRequests, ResourceExhausted, walrus.ErrUnavailable, GlobalDomain},
	{ReasonDeadline, DeadlineExceeded, context.DeadlineExceeded, GlobalDomain},
	{ReasonInternal, Internal, nil, GlobalDomain},
	{ReasonMalformedRequest, InvalidArgument, ErrMalformed, GlobalDomain},
	{ReasonRouteNotFound, NotFound, nil, GlobalDomain},
	{ReasonMethod, MethodNotAllowed, nil, GlobalDomain},
	{ReasonBodyTooLarge, PayloadTooLarge, ErrBodyTooLarge, GlobalDomain},
}

// Table is the list of reasons of one API. It does not change after NewTable.
type Table struct {
	rows     []Row
	byReason map[Reason]Row
}

// NewTable returns the table of an API whose reasons belong to the domain unless a row says otherwise, extended
// by the reasons of every service. Where several rows share a sentinel, the first is the one that For picks. Of rows
// with one reason the first counts.
func NewTable(domain string, rows ...Row) *Table {
	t := &Table{byReason: make(map[Reason]Row)}
	for _, row := range append(rows[:len(rows):len(rows)], globalRows...) {
		if row.Domain == "" {
			row.Domain = domain
		}
		if _, taken := t.byReason[row.Reason]; taken {
			continue
		}
		t.byReason[row.Reason] = row
		t.rows = append(t.rows, row)
	}
	return t
}

// Reasons returns the reasons of the table in its order.
func (t *Table) Reasons() []Reason {
	reasons := make([]Reason, len(t.rows))
	for i, row := range t.rows {
		reasons[i] = row.Reason
	}
	return reasons
}

// Errorf returns an error with the reason; format and args are those of fmt.Errorf. A reason that is not in the table
// yields an internal error.
func (t *Table) Errorf(reason Reason, format string, args ...any) *Error {
	cause := fmt.Errorf(format, args...)
	row, ok := t.byReason[reason]
	if !ok {
		return t.internal(fmt.Errorf("reason %s is not in the table: %w", reason, cause))
	}
	return row.wrap(cause)
}

// For returns the error to send for err: err itself where it is or wraps an *Error, else the first row whose sentinel
// it is, else an internal error that hides the text of err. For(nil) is nil.
func (t *Table) For(err error) *Error {
	var e *Error
	switch {
	case err == nil:
		return nil
	case errors.As(err, &e):
		return e
	case errors.Is(err, context.Canceled):
		return t.byReason[ReasonUnavailable].wrap(err)
	}
	for _, row := range t.rows {
		if row.Sentinel != nil && errors.Is(err, row.Sentinel) {
			return row.wrap(err)
		}
	}
	return t.internal(err)
}

func (t *Table) internal(cause error) *Error { return t.byReason[ReasonInternal].wrap(cause) }

// wrap returns the error of the row with the text of cause, which an internal error hides.
func (r Row) wrap(cause error) *Error {
	e := &Error{Status: r.Status, Reason: r.Reason, Domain: r.Domain, Message: cause.Error(), sentinel: r.Sentinel, cause: cause}
	switch r.Reason {
	case ReasonInternal:
		e.Message = internalMessage
	case ReasonUnavailable, ReasonTooManyRequests:
		e.RetryAfter = time.Second
	}
	return e
}
