package nodeapi

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strconv"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/internal/httpx"
)

// Confirmation implements [Service]. The message is unverified, also as to what it says.
func (c *Client) Confirmation(ctx context.Context, id walrus.BlobID, p walrus.Persistence, wait Wait) (*walrus.SignedMessage, error) {
	path := blobPath(id) + "/confirmation/permanent"
	if p.Deletable {
		path = blobPath(id) + "/confirmation/deletable/" + p.Object.String()
	}
	query := url.Values{}
	if wait.ForRegistration {
		query.Set("wait_for_registration", "true")
	}
	if wait.AtMost > 0 {
		query.Set("wait_millis", strconv.FormatInt(wait.AtMost.Milliseconds(), 10))
	}
	answer, err := getJSON[confirmationJSON](ctx, c, path, query, smallJSON)
	if err != nil {
		return nil, err
	}
	return c.signed(path, answer.Signed)
}

// AttestInconsistency implements [Service]. The message is unverified, also as to what it says.
func (c *Client) AttestInconsistency(ctx context.Context, id walrus.BlobID, axis walrus.Axis, p *walrus.InconsistencyProof) (*walrus.SignedMessage, error) {
	path := blobPath(id) + "/inconsistencyProof/" + axis.String()
	code, body, err := c.do(ctx, exchange{
		method: http.MethodPost, path: path, body: [][]byte{p.AppendBCS(nil)},
		want: httpx.ContentTypeJSON, limit: smallJSON,
	})
	if err != nil {
		return nil, err
	}
	s, err := decodeSuccess[signedJSON](code, body)
	if err != nil {
		return nil, c.wrap(path, err)
	}
	return c.signed(path, &s)
}

func (c *Client) signed(path string, s *signedJSON) (*walrus.SignedMessage, error) {
	m, err := s.message()
	if err != nil {
		return nil, c.bad(path, http.StatusOK, err)
	}
	return m, nil
}

// RecoverySymbols implements [Service]. Symbols that were not asked for are refused, as is an answer without any.
func (c *Client) RecoverySymbols(ctx context.Context, id walrus.BlobID, q SymbolQuery) ([]walrus.GeneralRecoverySymbol, error) {
	path := blobPath(id) + "/recoverySymbols"
	most := 2 * int(c.n) // one node has at most two cells of each of its pairs
	if q.IDs != nil {
		most = min(most, len(q.IDs))
	}
	code, body, err := c.do(ctx, exchange{
		method: http.MethodGet, path: path, query: q.values(),
		want: httpx.ContentTypeBinary, limit: 5 + most*q.maxSymbolBCS(c.n),
	})
	if err != nil {
		return nil, err
	}
	symbols, err := walrus.ParseRecoverySymbols(body, most)
	if err == nil {
		err = q.check(symbols)
	}
	if err != nil {
		return nil, c.bad(path, code, err)
	}
	return symbols, nil
}

// maxSymbolBCS returns the longest BCS form of a general recovery symbol: variant, index, length, data, target, proof.
func (q SymbolQuery) maxSymbolBCS(n walrus.ShardCount) int {
	size := walrus.MaxSymbolSize
	if q.SymbolSize > 0 {
		size = min(size, q.SymbolSize)
	}
	return 1 + 2 + 3 + size + 2 + 1 + 33*n.MerkleDepth()
}

func (q SymbolQuery) values() url.Values {
	v := url.Values{}
	for _, id := range q.IDs {
		v.Add("id", id.String())
	}
	if t := q.Target; t != nil {
		v.Set("targetSliver", strconv.Itoa(int(t.Index)))
		v.Set("targetType", t.Axis.String())
	}
	if q.ProofAxis != nil {
		v.Set("proofAxis", q.ProofAxis.String())
	}
	return v
}

// check returns an error unless there are symbols, all asked for and of the right size.
func (q SymbolQuery) check(symbols []walrus.GeneralRecoverySymbol) error {
	if len(symbols) == 0 {
		return errors.New("no symbols")
	}
	asked := make(map[walrus.SymbolID]bool, len(q.IDs))
	for _, id := range q.IDs {
		asked[id] = true
	}
	for i := range symbols {
		id := symbols[i].ID()
		if q.Target != nil && id.Sliver(q.Target.Axis) != q.Target.Index || q.Target == nil && !asked[id] {
			return fmt.Errorf("%w: symbol %v was not asked for", walrus.ErrInvalidSymbol, id)
		}
		if q.SymbolSize > 0 && len(symbols[i].Data) != q.SymbolSize {
			return fmt.Errorf("%w: symbol %v has %d bytes, want %d", walrus.ErrInvalidSymbol, id, len(symbols[i].Data), q.SymbolSize)
		}
	}
	return nil
}

// Health implements [Service].
func (c *Client) Health(ctx context.Context, detailed bool) (Health, error) {
	query, limit := url.Values{}, smallJSON
	if detailed {
		query.Set("detailed", "true")
		limit += 2 * shardJSON * int(c.n) // owned and other
	}
	return getJSON[Health](ctx, c, "/health", query, limit)
}
