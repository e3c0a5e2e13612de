package nodeapi

import (
	"context"
	"errors"
	"fmt"
	"mime"
	"net/http"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/internal/httpx"
)

func (h *Handler) getMetadata(w http.ResponseWriter, r *http.Request) error {
	q := parseQuery(r, "pending") // documented officially, without effect
	id := q.blob()
	q.boolean("pending")
	if err := q.err; err != nil {
		return err
	}
	md, err := httpx.Call(r.Context(), h.calls, func(ctx context.Context) (*walrus.Metadata, error) {
		return h.service.Metadata(ctx, id)
	})
	if err != nil {
		return err
	}
	size := len(id) + walrus.MaxMetadataBCS(h.o.NShards)
	body := walrus.AppendMetadataWithID(make([]byte, 0, size), id, md)
	return httpx.Write(w, http.StatusOK, httpx.ContentTypeBinary, body)
}

func (h *Handler) putMetadata(w http.ResponseWriter, r *http.Request) error {
	q := parseQuery(r, "pending")
	id, pending := q.blob(), q.boolean("pending")
	if err := q.err; err != nil {
		return err
	}
	if err := checkContentType(r); err != nil {
		return err
	}
	body, release, err := httpx.ReadBody(w, r, int64(walrus.MaxMetadataBCS(h.o.NShards)), h.bodies)
	defer release()
	if err != nil {
		return err
	}
	md, err := walrus.ParseMetadata(body)
	if err != nil {
		return undecodable(err)
	}
	stored, err := httpx.Call(r.Context(), h.calls, func(ctx context.Context) (Stored, error) {
		return h.service.PutMetadata(ctx, id, md, pending)
	})
	if err != nil {
		return err
	}
	return writeStored(w, stored, "metadata")
}

func (h *Handler) hasMetadata(w http.ResponseWriter, r *http.Request) error {
	q := parseQuery(r)
	id := q.blob()
	if err := q.err; err != nil {
		return err
	}
	presence, err := httpx.Call(r.Context(), h.calls, func(ctx context.Context) (Presence, error) {
		return h.service.HasMetadata(ctx, id)
	})
	if err != nil {
		return err
	}
	return writeData(w, presence)
}

func (h *Handler) getSliver(w http.ResponseWriter, r *http.Request) error {
	q := parseQuery(r)
	id, pair, axis := q.blob(), q.pair(), q.axis()
	if err := q.err; err != nil {
		return err
	}
	s, err := httpx.Call(r.Context(), h.calls, func(ctx context.Context) (*walrus.Sliver, error) {
		return h.service.Sliver(ctx, id, pair, axis)
	})
	if err != nil {
		return err
	}
	return httpx.Write(w, http.StatusOK, httpx.ContentTypeBinary,
		s.AppendPrefixBCS(nil), s.Data, s.AppendSuffixBCS(nil))
}

func (h *Handler) putSliver(w http.ResponseWriter, r *http.Request) error {
	q := parseQuery(r, "pending")
	id, pair, axis, pending := q.blob(), q.pair(), q.axis(), q.boolean("pending")
	if err := q.err; err != nil {
		return err
	}
	limit := int64(h.o.NShards.MaxSliverSize()) + 128
	body, release, err := httpx.ReadBody(w, r, limit, h.bodies)
	defer release()
	if err != nil {
		return err
	}
	s, err := walrus.ParseSliver(axis, body)
	if err != nil {
		return undecodable(err)
	}
	stored, err := httpx.Call(r.Context(), h.calls, func(ctx context.Context) (Stored, error) {
		return h.service.PutSliver(ctx, id, pair, s, pending)
	})
	if err != nil {
		return err
	}
	return writeStored(w, stored, "sliver")
}

func (h *Handler) hasSliver(w http.ResponseWriter, r *http.Request) error {
	q := parseQuery(r)
	id, pair, axis := q.blob(), q.pair(), q.axis()
	if err := q.err; err != nil {
		return err
	}
	presence, err := httpx.Call(r.Context(), h.calls, func(ctx context.Context) (Presence, error) {
		return h.service.HasSliver(ctx, id, pair, axis)
	})
	if err != nil {
		return err
	}
	return writeData(w, presence)
}

func (h *Handler) blobStatus(w http.ResponseWriter, r *http.Request) error {
	q := parseQuery(r)
	id := q.blob()
	if err := q.err; err != nil {
		return err
	}
	status, err := httpx.Call(r.Context(), h.calls, func(ctx context.Context) (BlobStatus, error) {
		return h.service.BlobStatus(ctx, id)
	})
	if err != nil {
		return err
	}
	return writeData(w, status)
}

// checkContentType refuses a content type other than octet-stream; none is fine.
func checkContentType(r *http.Request) error {
	text := r.Header.Get("Content-Type")
	if text == "" {
		return nil
	}
	media, _, err := mime.ParseMediaType(text)
	if err != nil || media != httpx.ContentTypeBinary {
		return Errorf(InvalidContentType, "content type %.80q, want %s", text, httpx.ContentTypeBinary)
	}
	return nil
}

// undecodable is the answer to a body that is not the BCS form expected. Its reason is that of the official service.
// Metadata of the retired encoding are told apart: the form of what follows is not known.
func undecodable(err error) error {
	if errors.Is(err, walrus.ErrUnsupportedEncoding) {
		return err
	}
	return Errorf(InvalidContentType, "body does not decode: %v", err)
}

// writeStored answers a PUT.
func writeStored(w http.ResponseWriter, s Stored, what string) error {
	switch s {
	case AlreadyStored:
		return httpx.WriteSuccess(w, http.StatusOK, what+" is already stored")
	case NewlyStored:
		return httpx.WriteSuccess(w, http.StatusCreated, what+" was stored")
	case Buffered:
		return httpx.WriteSuccess(w, http.StatusAccepted, what+" waits for the registration")
	}
	return fmt.Errorf("service returned outcome %d", s)
}

// writeData answers with JSON data.
func writeData(w http.ResponseWriter, data any) error {
	return httpx.WriteSuccess(w, http.StatusOK, data)
}
