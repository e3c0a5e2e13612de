package keyserver

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"time"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
	"github.com/walrus-go/walrus/internal/httpx"
	"github.com/walrus-go/walrus/seal"
)

// Code is the stable name of an error on the wire: the official names, and ours where the chain is another
// (access-control.md A.9, B.4).
type Code string

// The codes.
const (
	InvalidPolicyRequest    Code = "InvalidPolicyRequest"
	InvalidPolicy           Code = "InvalidPolicy"
	NoAccess                Code = "NoAccess"
	InvalidCertificate      Code = "InvalidCertificate"
	InvalidSignature        Code = "InvalidSignature"
	InvalidSessionSignature Code = "InvalidSessionSignature"
	InvalidParameter        Code = "InvalidParameter"
	ReplayedRequest         Code = "ReplayedRequest"
	UnsupportedNamespace    Code = "UnsupportedNamespace"
	InvalidServiceID        Code = "InvalidServiceId"
	InvalidSDKVersion       Code = "InvalidSDKVersion"
	MissingRequiredHeader   Code = "MissingRequiredHeader"
	InvalidAPIKey           Code = "InvalidApiKey"
	DeprecatedSDKVersion    Code = "DeprecatedSDKVersion"
	BodyTooLarge            Code = "BodyTooLarge"
	RateLimited             Code = "RateLimited"
	ChainUnavailable        Code = "ChainUnavailable"
	Failure                 Code = "Failure"
	InternalError           Code = "InternalError"
	NotFound                Code = "NotFound"
)

var statuses = map[Code]int{
	InvalidPolicyRequest: 403, InvalidPolicy: 403, NoAccess: 403, InvalidCertificate: 403, InvalidSignature: 403,
	InvalidSessionSignature: 403, InvalidParameter: 403, ReplayedRequest: 403,
	UnsupportedNamespace: 400, InvalidServiceID: 400, InvalidSDKVersion: 400, MissingRequiredHeader: 400,
	InvalidAPIKey: 401, NotFound: 404, BodyTooLarge: 413, DeprecatedSDKVersion: 426, RateLimited: 429,
	ChainUnavailable: 503, Failure: 503, InternalError: 500,
}

// Reason tells apart errors that the official service gives one code.
type Reason string

// The reasons.
const (
	ReasonExpired      Reason = "expired"       // of InvalidCertificate: the session is over
	ReasonFuture       Reason = "future"        // of InvalidCertificate: the session has not begun
	ReasonLifetime     Reason = "lifetime"      // of InvalidCertificate: it lasts longer than this server takes
	ReasonForm         Reason = "form"          // of InvalidCertificate: not a certificate
	ReasonWrongNetwork Reason = "wrong_network" // of UnsupportedNamespace: a policy on another chain
	ReasonNotServed    Reason = "not_served"    // of UnsupportedNamespace: no master key for this policy
	ReasonCodeChanged  Reason = "code_changed"  // of InvalidPolicy: the pinned code is not there
	ReasonStale        Reason = "stale"         // of Failure: the chain's view is too old
	ReasonBusy         Reason = "busy"          // of Failure: too much at once
	ReasonAbandoned    Reason = "abandoned"     // of Failure: the client left, or the server stops
)

// Error is a refusal as it crosses the wire: {"error": code, "message": text}, and "reason" where there is one.
type Error struct {
	Code       Code
	Reason     Reason
	Message    string
	RetryAfter time.Duration // 0 = not said

	cause error
}

func fail(code Code, format string, args ...any) *Error {
	err := fmt.Errorf(format, args...)
	return &Error{Code: code, Message: err.Error(), cause: errors.Unwrap(err)}
}

func (e *Error) because(r Reason) *Error { e.Reason = r; return e }

func (e *Error) after(d time.Duration) *Error { e.RetryAfter = d; return e }

// Error returns the code and the message.
func (e *Error) Error() string { return string(e.Code) + ": " + e.Message }

// Unwrap returns the cause where the error arose, nil if it came over the wire.
func (e *Error) Unwrap() error { return e.cause }

// Status returns the HTTP status.
func (e *Error) Status() int {
	if s := statuses[e.Code]; s != 0 {
		return s
	}
	return http.StatusInternalServerError
}

// Is reports whether the error is one of the sentinels that its code stands for, on both sides of the wire.
func (e *Error) Is(target error) bool {
	switch target {
	case seal.ErrRefused:
		return e.Code == NoAccess
	case seal.ErrStale:
		return e.Reason == ReasonStale
	case seal.ErrInvalidSession:
		return e.Code == InvalidCertificate || e.Code == InvalidSignature || e.Code == InvalidSessionSignature
	case seal.ErrInvalidRequest:
		return e.Code == InvalidPolicyRequest || e.Code == InvalidParameter
	case chain.ErrWrongNetwork:
		return e.Reason == ReasonWrongNetwork
	case walrus.ErrUnavailable:
		return e.Code == ChainUnavailable || e.Code == Failure || e.Code == RateLimited
	}
	return false
}

type errorJSON struct {
	Code    Code   `json:"error"`
	Message string `json:"message"`
	Reason  Reason `json:"reason,omitempty"`
}

// maxErrorText bounds what is kept of a peer's words.
const maxErrorText = 1 << 10

// ParseError reads the body of an answer with an HTTP status other than 200; a body in another form makes an error too.
func ParseError(status int, body []byte, retryAfter string) *Error {
	var v errorJSON
	if json.Unmarshal(body, &v) != nil || v.Code == "" {
		v = errorJSON{Code: InternalError, Message: fmt.Sprintf("status %d without an error of a key server", status)}
		if status == http.StatusServiceUnavailable || status == http.StatusTooManyRequests || status == http.StatusBadGateway {
			v.Code = Failure
		}
	}
	if len(v.Message) > maxErrorText {
		v.Message = v.Message[:maxErrorText]
	}
	return &Error{Code: v.Code, Reason: v.Reason, Message: v.Message, RetryAfter: httpx.ParseRetryAfter(retryAfter)}
}

// asError returns err as it is sent. What it does not know is an internal error whose text stays inside.
func asError(err error) *Error {
	var e *Error
	switch {
	case errors.As(err, &e):
		return e
	case errors.Is(err, context.Canceled): // first, as it comes wrapped in what else failed by it
		return &Error{Code: Failure, Reason: ReasonAbandoned, Message: "the request was given up", cause: err}
	case errors.Is(err, ErrRefused):
		return &Error{Code: NoAccess, Message: err.Error(), cause: err}
	case errors.Is(err, ErrNoPolicy):
		return &Error{Code: InvalidPolicy, Message: err.Error(), cause: err}
	case errors.Is(err, ErrCodeChanged):
		return &Error{Code: InvalidPolicy, Reason: ReasonCodeChanged, Message: err.Error(), cause: err}
	case errors.Is(err, ErrSignature):
		return &Error{Code: InvalidSignature, Message: err.Error(), cause: err}
	case errors.Is(err, ErrStale):
		return &Error{Code: Failure, Reason: ReasonStale, Message: "the server's view of the chain is too old", RetryAfter: time.Second, cause: err}
	case errors.Is(err, chain.ErrChainUnavailable), errors.Is(err, chain.ErrWrongNetwork), errors.Is(err, context.DeadlineExceeded):
		return &Error{Code: ChainUnavailable, Message: "the chain cannot be asked", RetryAfter: time.Second, cause: err}
	case errors.Is(err, httpx.ErrBodyTooLarge):
		return &Error{Code: BodyTooLarge, Message: err.Error(), cause: err}
	case errors.Is(err, httpx.ErrNoBudget):
		return &Error{Code: Failure, Reason: ReasonBusy, Message: "no memory left for bodies", RetryAfter: time.Second, cause: err}
	case errors.Is(err, httpx.ErrMalformed):
		return &Error{Code: InvalidPolicyRequest, Message: "the body did not arrive", cause: err}
	}
	return &Error{Code: InternalError, Message: "internal error", cause: err}
}

// write sends e as the whole answer.
func (e *Error) write(w http.ResponseWriter) error {
	b, err := json.Marshal(errorJSON{e.Code, e.Message, e.Reason})
	if err != nil {
		return fmt.Errorf("write error: %w", err)
	}
	if e.RetryAfter > 0 {
		w.Header().Set("Retry-After", strconv.Itoa(int((e.RetryAfter+time.Second-1)/time.Second)))
	}
	return httpx.Write(w, e.Status(), httpx.ContentTypeJSON, b)
}
