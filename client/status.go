package client

import (
	"context"
	"errors"
	"slices"
	"sync"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/nodeapi"
)

var errSettled = errors.New("enough nodes answered")

// BlobStatus asks the committee about a blob and returns the most advanced status that nodes with more than f
// shards agree on (client.md §7.5). ErrNoStatus when no status has that weight.
func (c *Client) BlobStatus(ctx context.Context, id walrus.BlobID) (nodeapi.BlobStatus, error) {
	v, err := c.current(ctx)
	if err != nil {
		return nodeapi.BlobStatus{}, err
	}
	asked, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	var (
		mu      sync.Mutex
		answers []statusAnswer
		weight  int
		causes  []NodeError
		nodes   sync.WaitGroup
	)
	for p := range v.nodes {
		nodes.Go(func() {
			one, cancel := context.WithTimeoutCause(asked, c.cfg.StatusTimeout, errSlow(c.cfg.StatusTimeout))
			defer cancel()
			status, err := v.nodes[p].BlobStatus(one, id)
			mu.Lock()
			defer mu.Unlock()
			if err != nil {
				if one.Err() != nil {
					err = context.Cause(one)
				}
				causes = append(causes, v.nodeError(p, err))
				return
			}
			answers = append(answers, statusAnswer{status, v.committee.Members[p].Weight()})
			if weight += v.committee.Members[p].Weight(); v.state.NShards.IsQuorum(weight) {
				stop(errSettled)
			}
		})
	}
	nodes.Wait()
	if err := ctx.Err(); err != nil {
		return nodeapi.BlobStatus{}, context.Cause(ctx)
	}
	if status, ok := settle(answers, v.state.NShards.MaxFaulty()); ok {
		return status, nil
	}
	return nodeapi.BlobStatus{}, &WeightError{ErrNoStatus, "status", weight, v.state.NShards.MaxFaulty() + 1, "shards in agreement", causes}
}

type statusAnswer struct {
	status nodeapi.BlobStatus
	weight int
}

// settle returns the most advanced status that nodes with more than f shards agree on to the letter.
func settle(answers []statusAnswer, f int) (nodeapi.BlobStatus, bool) {
	slices.SortStableFunc(answers, func(a, b statusAnswer) int { return b.status.Compare(a.status) })
	for i, a := range answers {
		weight := 0
		for _, b := range answers[i:] {
			if a.status == b.status {
				weight += b.weight
			}
		}
		if weight > f {
			return a.status, true
		}
	}
	return nodeapi.BlobStatus{}, false
}
