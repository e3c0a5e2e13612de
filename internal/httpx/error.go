package httpx

import (
	"errors"
	"fmt"
	"time"
)

// Reason is the stable name of an error, which clients decide on.
type Reason string

// Error is a failure as it crosses the wire. It satisfies errors.Is for the sentinel that its [Table] gives to the
// reason, and on the side where it arose also for its cause. Make one with [Table.Errorf] or [Table.For].
type Error struct {
	Status     Status
	Reason     Reason
	Domain     string
	Message    string            // for the client; says nothing about the inside
	Metadata   map[string]string // facts that a program may use
	TraceID    string            // of an internal error: the request to look for in the server's log
	RetryAfter time.Duration     // when to try again; 0 means not said

	sentinel error
	cause    error // never sent
}

// Code returns the HTTP status.
func (e *Error) Code() int { return e.Status.Code() }

// Error returns the message and the reason; for an internal error also the cause where it is known.
func (e *Error) Error() string {
	if e.Reason == ReasonInternal && e.cause != nil {
		return fmt.Sprintf("%v (%s)", e.cause, e.Reason)
	}
	return fmt.Sprintf("%s (%s)", e.Message, e.Reason)
}

// Is reports whether target is the sentinel of the reason.
func (e *Error) Is(target error) bool { return e.sentinel != nil && errors.Is(e.sentinel, target) }

// Unwrap returns the error that e was made from, nil if it came over the wire.
func (e *Error) Unwrap() error { return e.cause }

// WithStatus returns a copy with another status word.
func (e *Error) WithStatus(s Status) *Error {
	c := *e
	c.Status = s
	return &c
}

// WithMetadata returns a copy with one more fact.
func (e *Error) WithMetadata(key, value string) *Error {
	c := *e
	c.Metadata = make(map[string]string, len(e.Metadata)+1)
	for k, v := range e.Metadata {
		c.Metadata[k] = v
	}
	c.Metadata[key] = value
	return &c
}

// WithRetryAfter returns a copy that says when to try again.
func (e *Error) WithRetryAfter(d time.Duration) *Error {
	c := *e
	c.RetryAfter = d
	return &c
}
