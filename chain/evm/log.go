package evm

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
)

// The range of blocks in one query of the log: it starts at firstChunk, is halved when an endpoint refuses a query,
// and doubled when one was answered.
const (
	firstChunk = 1000
	maxChunk   = 1 << 16
)

// errMoved: the chain changed between two calls of a step; the step is to be taken again.
var errMoved = errors.New("chain changed while the log was read")

// Next implements chain.Log. At the end of the log it looks again at each PollInterval, or when woken.
func (c *Client) Next(ctx context.Context, after chain.Cursor, limit int) ([]chain.Element, chain.Cursor, error) {
	if limit < 1 {
		return nil, after, fmt.Errorf("read the log: at most %d elements asked for", limit)
	}
	s := step{client: c, after: after, max: limit}
	s.restart()
	for {
		woken := c.woken()
		found, err := s.take(ctx)
		switch {
		case err != nil:
			return nil, after, fmt.Errorf("read the log after %v: %w", after, err)
		case len(found) > 0:
			return found, s.next, nil
		case s.more:
			continue
		}
		select {
		case <-ctx.Done():
			return nil, after, ctx.Err()
		case <-woken:
		case <-time.After(c.options.PollInterval):
		}
	}
}

// step reads the log from one cursor on.
type step struct {
	client *Client
	after  chain.Cursor
	max    int

	from   uint64    // first block that was not read to its end
	anchor *header   // the block before it, once it was read; nil before
	more   bool      // there are final blocks from there on
	behind time.Time // since when the chain is shorter than the cursor
	next   chain.Cursor
}

// take makes one step: a pass over at most a chunk of blocks. It returns what it found, and moves on when that is
// nothing.
func (s *step) take(ctx context.Context) (found []chain.Element, err error) {
	c := s.client
	for attempt := 0; ; attempt++ {
		var to *header
		var short bool
		chunk := c.chunkSize()
		s.more = false
		err = c.pool.do(ctx, func(ctx context.Context, e *conn) (err error) {
			found, to, short, err = s.read(ctx, e, chunk)
			return err
		})
		switch {
		case errors.Is(err, errMoved) && attempt < 10:
			if err := sleep(ctx, time.Duration(attempt)*10*time.Millisecond); err != nil {
				return nil, err
			}
			continue
		case refusedQuery(err) && chunk > 1:
			c.setChunk(chunk, chunk/2)
			continue
		case errors.Is(err, chain.ErrChainUnavailable):
			c.setChunk(chunk, max(1, chunk/2)) // a query that takes too long looks like this
			return nil, err
		case err != nil:
			return nil, err
		case short:
			return nil, s.lag()
		}
		s.behind = time.Time{}
		if to != nil {
			c.setChunk(chunk, min(2*chunk, maxChunk))
			if len(found) == 0 {
				s.from, s.anchor, s.more = to.number()+1, to, true
			}
		}
		return found, nil
	}
}

// sleep waits, or returns the context's error if that ends first.
func sleep(ctx context.Context, d time.Duration) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(d):
		return nil
	}
}

// lag waits for an endpoint that is behind the cursor, but not for ever: the chain may have been replaced.
func (s *step) lag() error {
	if s.behind.IsZero() {
		s.behind = time.Now()
	}
	if time.Since(s.behind) < s.client.options.LagPatience {
		return nil
	}
	return fmt.Errorf("%w: the chain does not reach block %d", chain.ErrCursorMismatch, s.after.Block)
}

// refusedQuery reports whether an endpoint answered a query of logs with an error, which may be one about its size.
func refusedQuery(err error) bool {
	var answer rpc.Error
	return errors.As(err, &answer)
}

func (c *Client) chunkSize() uint64 {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.chunk
}

// setChunk changes the chunk unless somebody else did so meanwhile.
func (c *Client) setChunk(from, to uint64) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.chunk == from {
		c.chunk = to
	}
}

// read is the pass of a step, in the order of chain.md §3.5: head, cursor, logs, head again. It returns the last
// block looked at, nil when there is none; short means that the chain ends before the cursor.
func (s *step) read(ctx context.Context, e *conn, chunk uint64) (found []chain.Element, to *header, short bool, err error) {
	head, err := finalHead(ctx, e, s.client.network.Finality)
	if err != nil {
		return nil, nil, false, err
	}
	if head < s.from {
		return nil, nil, head < s.after.Block, nil
	}
	last := min(head, s.from+chunk-1)
	to, err = e.header(ctx, hexutil.EncodeUint64(last))
	if err != nil {
		return nil, nil, false, moved(err)
	}
	if err := s.checkCursor(ctx, e); err != nil {
		return nil, nil, false, err
	}
	logs, err := s.client.queryLogs(ctx, e, s.from, last)
	if err != nil {
		return nil, nil, false, err
	}
	found, err = s.elements(ctx, e, logs, last)
	if err != nil {
		return nil, nil, false, err
	}
	again, err := e.header(ctx, hexutil.EncodeUint64(last))
	if err != nil || *again.Hash != *to.Hash {
		return nil, nil, false, moved(err)
	}
	return found, to, false, nil
}

// moved turns the absence of a block that was there into errMoved.
func moved(err error) error {
	if err == nil || errors.Is(err, ethereum.NotFound) {
		return errMoved
	}
	return err
}

// checkCursor checks that the chain contains the block of the cursor, and those that were read since.
func (s *step) checkCursor(ctx context.Context, e *conn) error {
	if s.anchor != nil {
		h, err := e.header(ctx, hexutil.EncodeUint64(s.anchor.number()))
		if err != nil || *h.Hash != *s.anchor.Hash {
			s.restart()
			return moved(err)
		}
	}
	if s.after.IsZero() {
		return nil
	}
	h, err := e.header(ctx, hexutil.EncodeUint64(s.after.Block))
	if err != nil {
		return moved(err)
	}
	if *h.Hash != s.after.BlockHash {
		return fmt.Errorf("%w: block %d is %v", chain.ErrCursorMismatch, s.after.Block, h.Hash)
	}
	return nil
}

// restart makes the next step begin at the cursor.
func (s *step) restart() {
	s.from, s.anchor = s.after.Block, nil
	if s.after.IsZero() {
		s.from = s.client.network.DeployedAtBlock
	}
}

// finalHead returns the newest block that counts as final; 0 when there is none.
func finalHead(ctx context.Context, e *conn, rule chain.Finality) (uint64, error) {
	tag := string(rule)
	depth, isDepth := rule.Depth()
	if isDepth {
		tag = string(chain.FinalityLatest)
	}
	h, err := e.header(ctx, tag)
	if errors.Is(err, ethereum.NotFound) {
		return 0, nil // no block is final yet
	}
	if err != nil {
		return 0, err
	}
	return h.number() - min(depth, h.number()), nil
}

// queryLogs returns the logs of the deployment's log in the blocks from…to, in order.
func (c *Client) queryLogs(ctx context.Context, e *conn, from, to uint64) ([]types.Log, error) {
	q := ethereum.FilterQuery{FromBlock: bigUint(from), ToBlock: bigUint(to), Topics: [][]common.Hash{kindTopics}}
	for name, a := range c.network.Contracts {
		if name != chain.TokenContract {
			q.Addresses = append(q.Addresses, common.Address(a))
		}
	}
	logs, err := e.eth.FilterLogs(ctx, q)
	if err := e.check(err); err != nil {
		return nil, err
	}
	for i := range logs {
		l := &logs[i]
		if l.BlockNumber < from || l.BlockNumber > to || l.Removed {
			return nil, &noAnswer{e.url, fmt.Errorf("log of block %d asked for blocks %d to %d", l.BlockNumber, from, to)}
		}
		if i > 0 && (l.BlockNumber < logs[i-1].BlockNumber || l.BlockNumber == logs[i-1].BlockNumber && l.Index <= logs[i-1].Index) {
			return nil, &noAnswer{e.url, fmt.Errorf("logs of block %d are out of order", l.BlockNumber)}
		}
	}
	return logs, nil
}

// closed is a block that ends with a boundary, and its logs.
type closed struct {
	number uint64
	logs   []types.Log
}

// closedBlocks returns the blocks from…to that have logs or a boundary of their own, in order, but no more
// than are needed for want elements.
func closedBlocks(logs []types.Log, from, to uint64, want int) (blocks []closed) {
	quiet := (from + chain.BoundaryInterval - 1) / chain.BoundaryInterval * chain.BoundaryInterval
	for want > 0 {
		n := quiet
		if len(logs) > 0 {
			n = min(n, logs[0].BlockNumber)
		}
		if n > to {
			break
		}
		if n == quiet {
			quiet += chain.BoundaryInterval
		}
		of := 0
		for of < len(logs) && logs[of].BlockNumber == n {
			of++
		}
		blocks = append(blocks, closed{n, logs[:of]})
		logs = logs[of:]
		want -= of + 1
	}
	return blocks
}

// elements makes the elements of the logs after the cursor, at most s.max, and sets s.next.
func (s *step) elements(ctx context.Context, e *conn, logs []types.Log, to uint64) ([]chain.Element, error) {
	skip := int(s.after.Taken)
	if s.from > s.after.Block {
		skip = 0
	}
	blocks := closedBlocks(logs, s.from, to, s.max+skip)
	if skip > 0 {
		if err := s.checkTaken(blocks); err != nil {
			return nil, err
		}
	}
	numbers := make([]uint64, len(blocks))
	for i, b := range blocks {
		numbers[i] = b.number
	}
	headers, err := e.headers(ctx, numbers)
	if err != nil {
		return nil, moved(err)
	}
	var found []chain.Element
	index := s.after.NextIndex - uint64(skip)
	s.next = s.after
	for i, b := range blocks {
		all, err := blockElements(b, headers[i], index)
		if err != nil {
			return nil, err
		}
		index += uint64(len(all))
		for j := skip; j < len(all) && len(found) < s.max; j++ {
			found = append(found, all[j])
			s.next = chain.After(all[j], uint32(j+1))
		}
		skip = 0
	}
	return found, nil
}

// checkTaken checks the place that the cursor names within its block, the first that is read.
func (s *step) checkTaken(blocks []closed) error {
	at := s.after
	if len(blocks) == 0 || blocks[0].number != at.Block {
		return fmt.Errorf("%w: block %d has no elements", chain.ErrCursorMismatch, at.Block)
	}
	logs := blocks[0].logs
	var last walrus.EventID
	switch taken := int(at.Taken); {
	case taken > len(logs)+1:
		return fmt.Errorf("%w: block %d has %d elements", chain.ErrCursorMismatch, at.Block, len(logs)+1)
	case taken <= len(logs):
		last = eventID(&logs[taken-1])
	}
	if last != at.Last || at.NextIndex < uint64(at.Taken) {
		return fmt.Errorf("%w: element %d of block %d is %v, not %v", chain.ErrCursorMismatch, at.Taken, at.Block, last, at.Last)
	}
	return nil
}

// blockElements returns the elements of one block, its boundary included.
func blockElements(b closed, h *header, index uint64) ([]chain.Element, error) {
	block := h.block()
	elements := make([]chain.Element, 0, len(b.logs)+1)
	for i := range b.logs {
		l := &b.logs[i]
		if l.BlockHash != *h.Hash {
			return nil, errMoved
		}
		event, err := decodeEvent(l)
		if err != nil {
			return nil, fmt.Errorf("event %v: %w", eventID(l), err)
		}
		elements = append(elements, chain.Element{Index: index, Block: block, ID: eventID(l), Event: event})
		index++
	}
	return slices.Clip(append(elements, chain.Element{Index: index, Block: block})), nil
}

func eventID(l *types.Log) walrus.EventID {
	return walrus.EventID{Tx: walrus.TxHash(l.TxHash), LogIndex: uint64(l.Index)}
}
