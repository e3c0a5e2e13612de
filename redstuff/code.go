package redstuff

import (
	"fmt"
	"slices"
	"sync"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/redstuff/internal/gf16"
)

// Code is the two-dimensional code for one number of shards. It is immutable and safe for concurrent use; what it keeps
// beside the tables of its two one-dimensional codes are a few idle work areas.
type Code struct {
	n       walrus.ShardCount
	k, cols int           // rows and columns of the message matrix
	axes    [2]*gf16.Code // by the axis of the slivers that are its symbols: Primary extends columns, Secondary rows
	tree    treeShape     // over n leaves
	limit   int           // groups of a unit, see layout
	pool    *pool
}

// maxCodes bounds the codes that New keeps.
const maxCodes = 4

var codes struct {
	sync.Mutex
	recent []*Code // most recently asked for first
}

// New returns the code for n shards, or ErrInvalidShardCount. The last few codes are kept and shared, so it is cheap to
// call for each blob; the first call for an n takes some milliseconds.
func New(n walrus.ShardCount) (*Code, error) {
	if err := n.Validate(); err != nil {
		return nil, err
	}
	codes.Lock()
	defer codes.Unlock()
	at := slices.IndexFunc(codes.recent, func(c *Code) bool { return c.n == n })
	if at < 0 {
		c, err := newCode(n)
		if err != nil {
			return nil, fmt.Errorf("make code for %d shards: %w", n, err)
		}
		if len(codes.recent) < maxCodes {
			codes.recent = append(codes.recent, nil)
		}
		at = len(codes.recent) - 1
		codes.recent[at] = c
	}
	c := codes.recent[at]
	copy(codes.recent[1:at+1], codes.recent[:at])
	codes.recent[0] = c
	return c, nil
}

func newCode(n walrus.ShardCount) (*Code, error) {
	k, cols, f := n.PrimarySymbols(), n.SecondarySymbols(), n.MaxFaulty()
	columns, err := gf16.NewCode(k, 2*f)
	if err != nil {
		return nil, err
	}
	rows, err := gf16.NewCode(cols, f)
	if err != nil {
		return nil, err
	}
	return &Code{
		n: n, k: k, cols: cols, axes: [2]*gf16.Code{columns, rows}, tree: newTreeShape(int(n)),
		limit: unitGroups(int(n)), pool: &pool{most: maxIdle, keep: maxKeep},
	}, nil
}

// NShards returns the number of shards of the code.
func (c *Code) NShards() walrus.ShardCount { return c.n }

// check returns an error unless md are metadata for the code's number of shards.
func (c *Code) check(md *VerifiedMetadata) error {
	if md.n != c.n {
		return fmt.Errorf("%w: metadata for %d shards, code for %d", walrus.ErrInvalidMetadata, md.n, c.n)
	}
	return nil
}
