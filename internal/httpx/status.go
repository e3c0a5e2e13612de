package httpx

import "net/http"

// Status is the word that stands for the kind of an error. Each word belongs to one HTTP status.
type Status string

// The status words of the protocol (storage-node.md §4), and two of ours for what the official services answer in
// plain text: MethodNotAllowed and PayloadTooLarge.
const (
	InvalidArgument            Status = "INVALID_ARGUMENT"
	FailedPrecondition         Status = "FAILED_PRECONDITION"
	Unauthenticated            Status = "UNAUTHENTICATED"
	PermissionDenied           Status = "PERMISSION_DENIED"
	SizeExceeded               Status = "SIZE_EXCEEDED"
	NotFound                   Status = "NOT_FOUND"
	MethodNotAllowed           Status = "METHOD_NOT_ALLOWED"
	PayloadTooLarge            Status = "PAYLOAD_TOO_LARGE"
	RangeNotSatisfiable        Status = "RANGE_NOT_SATISFIABLE"
	ResourceExhausted          Status = "RESOURCE_EXHAUSTED"
	UnavailableForLegalReasons Status = "UNAVAILABLE_FOR_LEGAL_REASONS"
	Internal                   Status = "INTERNAL"
	Unavailable                Status = "UNAVAILABLE"
	DeadlineExceeded           Status = "DEADLINE_EXCEEDED"
)

var codes = map[Status]int{
	InvalidArgument:            http.StatusBadRequest,
	FailedPrecondition:         http.StatusBadRequest,
	Unauthenticated:            http.StatusUnauthorized,
	PermissionDenied:           http.StatusForbidden,
	SizeExceeded:               http.StatusForbidden,
	NotFound:                   http.StatusNotFound,
	MethodNotAllowed:           http.StatusMethodNotAllowed,
	PayloadTooLarge:            http.StatusRequestEntityTooLarge,
	RangeNotSatisfiable:        http.StatusRequestedRangeNotSatisfiable,
	ResourceExhausted:          http.StatusTooManyRequests,
	UnavailableForLegalReasons: http.StatusUnavailableForLegalReasons,
	Internal:                   http.StatusInternalServerError,
	Unavailable:                http.StatusServiceUnavailable,
	DeadlineExceeded:           http.StatusGatewayTimeout,
}

// Code returns the HTTP status of the word; 500 for a word that is not in use.
func (s Status) Code() int {
	if code, ok := codes[s]; ok {
		return code
	}
	return http.StatusInternalServerError
}
