package nodeapi

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"strconv"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/internal/httpx"
)

const (
	smallJSON = 16 << 10 // answers of a few fields
	shardJSON = 64       // of one shard in a detailed health answer
)

var putCodes = map[int]Stored{http.StatusOK: AlreadyStored, http.StatusCreated: NewlyStored, http.StatusAccepted: Buffered}

// Metadata implements [Service]. Metadata that the node hands out under another ID are refused.
func (c *Client) Metadata(ctx context.Context, id walrus.BlobID) (*walrus.Metadata, error) {
	code, body, err := c.do(ctx, exchange{
		method: http.MethodGet, path: blobPath(id) + "/metadata",
		want: httpx.ContentTypeBinary, limit: len(id) + walrus.MaxMetadataBCS(c.n),
	})
	if err != nil {
		return nil, err
	}
	got, md, err := walrus.ParseMetadataWithID(body)
	if err == nil && got != id {
		err = fmt.Errorf("%w: they are of blob %v", walrus.ErrInvalidMetadata, got)
	}
	if err != nil {
		return nil, c.bad("metadata of "+id.String(), code, err)
	}
	return md, nil
}

// PutMetadata implements [Service].
func (c *Client) PutMetadata(ctx context.Context, id walrus.BlobID, md *walrus.Metadata, pending bool) (Stored, error) {
	body := md.AppendBCS(make([]byte, 0, walrus.MaxMetadataBCS(c.n)))
	return c.put(ctx, blobPath(id)+"/metadata", pending, body)
}

// HasMetadata implements [Service].
func (c *Client) HasMetadata(ctx context.Context, id walrus.BlobID) (Presence, error) {
	return c.presence(ctx, blobPath(id)+"/metadata/status", Nonexistent, InStore)
}

// Sliver implements [Service]. A sliver of another index than the pair's is refused.
func (c *Client) Sliver(ctx context.Context, id walrus.BlobID, pair walrus.SliverPairIndex, axis walrus.Axis) (*walrus.Sliver, error) {
	return c.SliverUpTo(ctx, id, pair, axis, walrus.MaxSliverBCS(c.n))
}

// SliverUpTo is Sliver for a caller who knows the longest BCS form that the sliver can have: longer answers are
// refused without being read.
func (c *Client) SliverUpTo(ctx context.Context, id walrus.BlobID, pair walrus.SliverPairIndex, axis walrus.Axis, limit int) (*walrus.Sliver, error) {
	path := sliverPath(id, pair, axis)
	code, body, err := c.do(ctx, exchange{method: http.MethodGet, path: path, want: httpx.ContentTypeBinary, limit: limit})
	if err != nil {
		return nil, err
	}
	s, err := walrus.ParseSliver(axis, body)
	if err == nil && s.Index != pair.Sliver(axis, c.n) {
		err = fmt.Errorf("%w: index %d, want %d", walrus.ErrInvalidSliver, s.Index, pair.Sliver(axis, c.n))
	}
	if err != nil {
		return nil, c.bad(path, code, err)
	}
	return s, nil
}

// PutSliver implements [Service]. The sliver's data are sent uncopied and must not change meanwhile.
func (c *Client) PutSliver(ctx context.Context, id walrus.BlobID, pair walrus.SliverPairIndex, s *walrus.Sliver, pending bool) (Stored, error) {
	return c.put(ctx, sliverPath(id, pair, s.Axis), pending, s.AppendPrefixBCS(nil), s.Data, s.AppendSuffixBCS(nil))
}

// HasSliver implements [Service].
func (c *Client) HasSliver(ctx context.Context, id walrus.BlobID, pair walrus.SliverPairIndex, axis walrus.Axis) (Presence, error) {
	return c.presence(ctx, sliverPath(id, pair, axis)+"/status", Nonexistent, InBuffer, InStore)
}

// BlobStatus implements [Service].
func (c *Client) BlobStatus(ctx context.Context, id walrus.BlobID) (BlobStatus, error) {
	return getJSON[BlobStatus](ctx, c, blobPath(id)+"/status", nil, smallJSON)
}

func (c *Client) put(ctx context.Context, path string, pending bool, body ...[]byte) (Stored, error) {
	x := exchange{
		method: http.MethodPut, path: path, body: body,
		want: httpx.ContentTypeJSON, limit: smallJSON, codes: []int{http.StatusOK, http.StatusCreated, http.StatusAccepted},
	}
	if pending {
		x.query = url.Values{"pending": {"true"}}
	}
	code, answer, err := c.do(ctx, x)
	if err != nil {
		return 0, err
	}
	if _, err := decodeSuccess[string](code, answer); err != nil {
		return 0, c.wrap(path, err)
	}
	return putCodes[code], nil
}

func (c *Client) presence(ctx context.Context, path string, allowed ...Presence) (Presence, error) {
	p, err := getJSON[Presence](ctx, c, path, nil, smallJSON)
	if err != nil {
		return "", err
	}
	for _, a := range allowed {
		if p == a {
			return p, nil
		}
	}
	return "", c.bad(path, http.StatusOK, fmt.Errorf("presence %.40q", p))
}

// getJSON returns the data of a JSON answer.
func getJSON[T any](ctx context.Context, c *Client, path string, query url.Values, limit int) (T, error) {
	code, body, err := c.do(ctx, exchange{
		method: http.MethodGet, path: path, query: query, want: httpx.ContentTypeJSON, limit: limit,
	})
	if err != nil {
		return *new(T), err
	}
	data, err := decodeSuccess[T](code, body)
	if err != nil {
		return *new(T), c.wrap(path, err)
	}
	return data, nil
}

// bad returns the error for an answer whose content is not what was asked for.
func (c *Client) bad(what string, code int, err error) error {
	return c.wrap(what, badAnswer(code, err))
}

func (c *Client) wrap(what string, err error) error {
	return fmt.Errorf("node %s: %s: %w", c.address, what, err)
}

func blobPath(id walrus.BlobID) string { return "/blobs/" + id.String() }

func sliverPath(id walrus.BlobID, pair walrus.SliverPairIndex, axis walrus.Axis) string {
	return blobPath(id) + "/slivers/" + strconv.Itoa(int(pair)) + "/" + axis.String()
}
