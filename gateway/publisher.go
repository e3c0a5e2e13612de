package gateway

import (
	"bytes"
	"encoding/json"
	"log/slog"
	"net/http"
	"net/url"
	"strconv"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/client"
	"github.com/walrus-go/walrus/internal/httpx"
)

// PublisherConfig holds the limits of a publisher.
type PublisherConfig struct {
	MaxRequests int   // stored at once; more get 429
	MaxBodySize int64 // bytes
	Log         *slog.Logger
	Observe     httpx.Observe
}

// DefaultPublisher returns the limits of client.md §12.
func DefaultPublisher() PublisherConfig {
	return PublisherConfig{MaxRequests: 8, MaxBodySize: 10 << 20, Log: slog.New(slog.DiscardHandler)}
}

// publisher serves writes, paid by the wallet of its client.
type publisher struct {
	c       *client.Client
	log     *slog.Logger
	maxBody int64
}

// NewPublisher returns the handler of a publisher: PUT /v1/blobs and /status. The client must have a wallet.
func NewPublisher(c *client.Client, cfg PublisherConfig) http.Handler {
	p := &publisher{c, cfg.Log, cfg.MaxBodySize}
	mux := http.NewServeMux()
	mux.HandleFunc("PUT /v1/blobs", p.blob)
	mux.HandleFunc("GET /status", status)
	mux.HandleFunc("/", notFound)
	return shell(mux, cfg.MaxRequests, cfg.Log, cfg.Observe)
}

func (p *publisher) blob(w http.ResponseWriter, r *http.Request) {
	result, err := p.store(w, r)
	if err != nil {
		fail(w, r, p.log, err)
		return
	}
	body, err := json.Marshal(result)
	if err != nil {
		fail(w, r, p.log, err)
		return
	}
	_ = httpx.Write(w, http.StatusOK, httpx.ContentTypeJSON, body) // an error means that the peer is gone
}

func (p *publisher) store(w http.ResponseWriter, r *http.Request) (*client.StoreResult, error) {
	opts, err := storeOptions(r.URL.RawQuery)
	if err != nil {
		return nil, err
	}
	body, release, err := httpx.ReadBody(w, r, p.maxBody, nil)
	if err != nil {
		return nil, err
	}
	defer release()
	result, err := p.c.Store(r.Context(), bytes.NewReader(body), int64(len(body)), opts)
	if err != nil {
		return nil, err
	}
	if result.MarkedInvalid != nil {
		return nil, table.Errorf(reasonInvalid, "blob %v: %w", result.BlobID(), walrus.ErrBlobInvalid).WithStatus(httpx.Internal)
	}
	return result, nil
}

// storeOptions reads the query of a PUT. Unknown and repeated keys are refused: a typo would cost money.
func storeOptions(rawQuery string) (client.StoreOptions, error) {
	opts := client.StoreOptions{Epochs: 1, IgnoreResources: true}
	q, err := url.ParseQuery(rawQuery)
	if err != nil {
		return opts, table.Errorf(reasonMalformed, "query: %w", err)
	}
	p := storeParameters{opts: &opts}
	for key, values := range q {
		if len(values) != 1 {
			return opts, table.Errorf(reasonMalformed, "parameter %.40q is repeated", key)
		}
		if err := p.set(q, key, values[0]); err != nil {
			return opts, err
		}
	}
	if p.deletable && opts.Permanent {
		return opts, table.Errorf(reasonPersistence, "deletable and permanent exclude each other")
	}
	return opts, nil
}

type storeParameters struct {
	opts      *client.StoreOptions
	deletable bool
}

func (p *storeParameters) set(q url.Values, key, value string) (err error) {
	switch key {
	case "epochs":
		n, err := strconv.ParseUint(value, 10, 32)
		if err != nil || n == 0 {
			return table.Errorf(reasonEpochs, "epochs is %.20q, want a number from 1", value)
		}
		p.opts.Epochs = uint32(n)
	case "permanent":
		p.opts.Permanent, err = boolParameter(q, key)
	case "deletable":
		p.deletable, err = boolParameter(q, key)
	case "force":
		p.opts.Force, err = boolParameter(q, key)
	case "reuse_resources":
		var reuse bool
		reuse, err = boolParameter(q, key)
		p.opts.IgnoreResources = !reuse
	case "encoding_type":
		var t walrus.EncodingType
		if err := t.UnmarshalText([]byte(value)); err != nil {
			return table.Errorf(reasonMalformed, "encoding_type is %.20q, want RS2", value)
		}
	case "send_object_to":
		if p.opts.Owner, err = walrus.ParseAddress(value); err != nil {
			return table.Errorf(reasonMalformed, "send_object_to: %w", err)
		}
	case "share":
		if share, err := boolParameter(q, key); err != nil || share {
			return table.Errorf(reasonMalformed, "share=%.20s: this network has no shared blobs", value)
		}
	default:
		return table.Errorf(reasonMalformed, "unknown parameter %.40q", key)
	}
	return err
}
