package access

import (
	"context"
	"fmt"

	"github.com/walrus-go/walrus/chain"
)

// Heads returns the blocks at which a query of a class, made at this moment, would be asked first, oldest first, within
// their bounds of age: for caches of decisions, as what a quorum said about a block never changes. A cache must compare
// numbers and hashes, since the number may be one endpoint's word.
func (v *Evaluator) Heads(ctx context.Context, f Freshness, depth uint64) ([]chain.Block, error) {
	if f > LatestOnly || depth > MaxDepth || (depth > 0 && f != LatestOnly) {
		return nil, fmt.Errorf("%w: freshness %d with depth %d", ErrInvalidQuery, f, depth)
	}
	ctx, cancel := context.WithTimeout(ctx, v.options.Timeout)
	defer cancel()
	points := v.points(&Query{Freshness: f, Depth: depth})
	perPoint, err := v.look(ctx, points)
	if err != nil {
		return nil, err
	}
	var heads []chain.Block
	for i, p := range points {
		if len(perPoint[i]) == 0 {
			return nil, fmt.Errorf("%w: on a %s block", ErrNoQuorum, p.tag)
		}
		b := perPoint[i][0]
		if err := v.checkTime(p, b); err != nil {
			return nil, err
		}
		heads = append(heads, b)
	}
	return heads, nil
}
