// Package gateway serves blobs over plain HTTP to applications that do not speak the node protocol: the aggregator
// reads, the publisher writes (client.md §8, §9).
//
// The one idea: a gateway is a thin shell around package client. It adds HTTP, limits and an error table, never trust:
// what it hands out was verified against the blob ID, and a client that doubts it computes the blob ID itself.
//
// Handlers are safe for concurrent use.
package gateway

import (
	"context"
	"errors"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
	"github.com/walrus-go/walrus/client"
	"github.com/walrus-go/walrus/internal/httpx"
)

// Domain is the domain of the reasons of gateways.
const Domain = "daemon.walrus.space"

// The reasons of gateways (client.md §8.4, §9; evm-profile.md §8).
const (
	reasonBlobNotFound       httpx.Reason = "BLOB_NOT_FOUND"
	reasonBlobUnavailable    httpx.Reason = "BLOB_UNAVAILABLE"
	reasonForbidden          httpx.Reason = "FORBIDDEN_BLOB"
	reasonTooLarge           httpx.Reason = "BLOB_TOO_LARGE"
	reasonRange              httpx.Reason = "INVALID_BYTE_RANGE"
	reasonCheck              httpx.Reason = "INVALID_CONSISTENCY_CHECK"
	reasonInconsistent       httpx.Reason = "BLOB_INCONSISTENT"
	reasonMalformed          httpx.Reason = "MALFORMED_REQUEST"
	reasonPersistence        httpx.Reason = "INVALID_BLOB_PERSISTENCE"
	reasonConfirmations      httpx.Reason = "INSUFFICIENT_CONFIRMATIONS"
	reasonFunds              httpx.Reason = "INSUFFICIENT_FUNDS"
	reasonPrice              httpx.Reason = "PRICE_CHANGED"
	reasonCapacity           httpx.Reason = "STORAGE_CAPACITY_EXCEEDED"
	reasonEpochs             httpx.Reason = "INVALID_EPOCHS"
	reasonChain              httpx.Reason = "CHAIN_UNAVAILABLE"
	reasonTooManyRequests    httpx.Reason = "TOO_MANY_REQUESTS"
	reasonInvalid            httpx.Reason = "BLOB_MARKED_INVALID"
	reasonCertificateRefused httpx.Reason = "CERTIFICATION_FAILED"
)

var table = httpx.NewTable(Domain,
	httpx.Row{Reason: reasonBlobNotFound, Status: httpx.NotFound, Sentinel: walrus.ErrBlobNotFound},
	httpx.Row{Reason: reasonInvalid, Status: httpx.NotFound, Sentinel: walrus.ErrBlobInvalid},
	httpx.Row{Reason: reasonForbidden, Status: httpx.UnavailableForLegalReasons, Sentinel: walrus.ErrBlobForbidden},
	httpx.Row{Reason: reasonTooLarge, Status: httpx.SizeExceeded, Sentinel: walrus.ErrBlobTooLarge},
	httpx.Row{Reason: reasonInconsistent, Status: httpx.Internal, Sentinel: walrus.ErrInconsistent},
	httpx.Row{Reason: reasonFunds, Status: httpx.Unavailable, Sentinel: chain.ErrNoPaymentCoin},
	httpx.Row{Reason: reasonFunds, Status: httpx.Unavailable, Sentinel: chain.ErrNoGasCoin},
	httpx.Row{Reason: reasonPrice, Status: httpx.Unavailable, Sentinel: chain.ErrPriceChanged},
	httpx.Row{Reason: reasonCapacity, Status: httpx.Unavailable, Sentinel: chain.ErrCapacity},
	httpx.Row{Reason: reasonEpochs, Status: httpx.InvalidArgument, Sentinel: chain.ErrEpochs},
	httpx.Row{Reason: reasonChain, Status: httpx.Unavailable, Sentinel: chain.ErrChainUnavailable},
	httpx.Row{Reason: reasonCertificateRefused, Status: httpx.Internal, Sentinel: chain.ErrCertificationFailed},
	httpx.Row{Reason: reasonConfirmations, Status: httpx.DeadlineExceeded, Sentinel: client.ErrNotEnoughConfirmations},
	httpx.Row{Reason: reasonConfirmations, Status: httpx.DeadlineExceeded, Sentinel: chain.ErrBehindEpoch},
	httpx.Row{Reason: reasonBlobUnavailable, Status: httpx.Unavailable, Sentinel: client.ErrNotEnoughSlivers},
	httpx.Row{Reason: reasonBlobUnavailable, Status: httpx.Unavailable, Sentinel: client.ErrNoMetadata},
	httpx.Row{Reason: reasonBlobUnavailable, Status: httpx.Unavailable, Sentinel: client.ErrNoStatus},
	httpx.Row{Reason: reasonRange, Status: httpx.RangeNotSatisfiable},
	httpx.Row{Reason: reasonCheck, Status: httpx.InvalidArgument},
	httpx.Row{Reason: reasonMalformed, Status: httpx.InvalidArgument, Sentinel: httpx.ErrMalformed},
	httpx.Row{Reason: reasonPersistence, Status: httpx.InvalidArgument},
	httpx.Row{Reason: reasonTooManyRequests, Status: httpx.ResourceExhausted},
)

// errorFor returns the error to send for err. A store or read that failed as a whole is told by the sentinel of that
// failure, whatever its nodes said.
func errorFor(err error) *httpx.Error {
	var weight *client.WeightError
	if errors.As(err, &weight) {
		for _, row := range []struct {
			sentinel error
			reason   httpx.Reason
		}{
			{client.ErrNotEnoughConfirmations, reasonConfirmations},
			{client.ErrNotEnoughSlivers, reasonBlobUnavailable},
			{client.ErrNoMetadata, reasonBlobUnavailable},
			{client.ErrNoStatus, reasonBlobUnavailable},
		} {
			if errors.Is(weight.Err, row.sentinel) {
				return retryLater(table.Errorf(row.reason, "%v", err))
			}
		}
	}
	return retryLater(table.For(err))
}

// retryLater adds when to come back to errors that pass.
func retryLater(e *httpx.Error) *httpx.Error {
	if e != nil && e.RetryAfter == 0 && (e.Status == httpx.Unavailable || e.Status == httpx.ResourceExhausted) {
		return e.WithRetryAfter(retryAfter)
	}
	return e
}

// gone reports whether the request ended because its sender left; nobody reads an answer then.
func gone(ctx context.Context) bool { return errors.Is(ctx.Err(), context.Canceled) }
