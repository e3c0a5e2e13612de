package nodeapi

import (
	"context"
	"net/http"
	"time"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/internal/httpx"
)

const proofNodeSlack = 64 // bytes for each symbol of a proof beyond its data and digests

func (h *Handler) confirmPermanent(w http.ResponseWriter, r *http.Request) error {
	q := parseQuery(r, "wait_for_registration", "wait_millis")
	return h.confirm(w, r, q, walrus.Permanent)
}

func (h *Handler) confirmDeletable(w http.ResponseWriter, r *http.Request) error {
	q := parseQuery(r, "wait_for_registration", "wait_millis")
	return h.confirm(w, r, q, walrus.Deletable(q.object()))
}

func (h *Handler) confirm(w http.ResponseWriter, r *http.Request, q *query, p walrus.Persistence) error {
	id := q.blob()
	wait := Wait{ForRegistration: q.boolean("wait_for_registration"), AtMost: q.millis("wait_millis")}
	if err := q.err; err != nil {
		return err
	}
	m, err := httpx.Call(r.Context(), h.calls, func(ctx context.Context) (*walrus.SignedMessage, error) {
		return h.service.Confirmation(ctx, id, p, wait)
	})
	if err != nil {
		return err
	}
	return writeData(w, confirmationJSON{&signedJSON{m.Message, m.Signature[:]}})
}

func (h *Handler) recoverySymbols(w http.ResponseWriter, r *http.Request) error {
	if !h.symbols.TryAcquire() {
		return Errorf(TemporarilyUnavailable, "too many requests for recovery symbols").WithRetryAfter(time.Second)
	}
	defer h.symbols.Release()
	q := parseQuery(r, "id", "targetSliver", "targetType", "proofAxis")
	id := q.blob()
	symbols := q.symbols(h.o.NShards)
	if err := q.err; err != nil {
		return err
	}
	list, err := httpx.Call(r.Context(), h.calls, func(ctx context.Context) ([]walrus.GeneralRecoverySymbol, error) {
		return h.service.RecoverySymbols(ctx, id, symbols)
	})
	if err != nil {
		return err
	}
	body := walrus.AppendRecoverySymbols(make([]byte, 0, symbolsSize(list)), list)
	return httpx.Write(w, http.StatusOK, httpx.ContentTypeBinary, body)
}

// symbolsSize returns an upper bound for the BCS form of the symbols.
func symbolsSize(list []walrus.GeneralRecoverySymbol) int {
	size := 5
	for i := range list {
		size += 16 + len(list[i].Data) + 33*len(list[i].Proof)
	}
	return size
}

func (h *Handler) attestInconsistency(w http.ResponseWriter, r *http.Request) error {
	q := parseQuery(r)
	id, axis := q.blob(), q.axis()
	if err := q.err; err != nil {
		return err
	}
	limit := int64(walrus.MaxInconsistencyProofBCS(h.o.NShards)) + proofNodeSlack
	body, release, err := httpx.ReadBody(w, r, limit, h.bodies)
	defer release()
	if err != nil {
		return err
	}
	proof, err := walrus.ParseInconsistencyProof(body, h.o.NShards)
	if err != nil {
		return undecodable(err)
	}
	m, err := httpx.Call(r.Context(), h.calls, func(ctx context.Context) (*walrus.SignedMessage, error) {
		return h.service.AttestInconsistency(ctx, id, axis, proof)
	})
	if err != nil {
		return err
	}
	return writeData(w, signedJSON{m.Message, m.Signature[:]})
}

func (h *Handler) health(w http.ResponseWriter, r *http.Request) error {
	q := parseQuery(r, "detailed")
	detailed := q.boolean("detailed")
	if err := q.err; err != nil {
		return err
	}
	health, err := httpx.Call(r.Context(), h.calls, func(ctx context.Context) (Health, error) {
		return h.service.Health(ctx, detailed)
	})
	if err != nil {
		return err
	}
	return writeData(w, health)
}
