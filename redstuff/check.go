package redstuff

import (
	"context"
	"fmt"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/redstuff/internal/lanehash"
)

// check applies a consistency check to the decoded matrix, cut to the blob's length and padded with zeros again.
func (d *Decoder) check(ctx context.Context, m *matrix, check Check, workers int) error {
	switch check {
	case Skip:
		return nil
	case Strict:
		e := &Encoded{code: d.code, matrix: *m, ext: make([]byte, d.code.k*d.code.n.MaxFaulty()*m.size)}
		md, err := d.code.encode(ctx, e, workers)
		if err != nil {
			return err
		}
		if md.id != d.md.id {
			return fmt.Errorf("%w: it encodes to blob ID %v", walrus.ErrInconsistent, md.id)
		}
		return nil
	}
	return d.checkRows(ctx, m, workers)
}

// checkRows compares the hashes of primary slivers 0…k-1 with the metadata, but for those that were among the input:
// their rows are what was verified on arrival.
func (d *Decoder) checkRows(ctx context.Context, m *matrix, workers int) error {
	c := d.code
	lay := newLayout(m.size, c.limit)
	todo := m.spans(c.k, max(min(lay.batch(), c.k/(2*workers)), 1))
	if d.axis == walrus.Primary {
		todo = without(todo, d.seen)
	}
	return c.pool.parallel(ctx, workers, len(todo), func(sc *scratch, task int) error {
		return c.checkSpan(sc, d.md, &lay, todo[task], m.from(todo[task].first))
	})
}

// without returns the parts of the runs in which no row is done.
func without(spans []span, done []bool) (out []span) {
	for _, s := range spans {
		fresh := true
		for i := s.first; i < s.first+s.count; i++ {
			switch {
			case done[i]:
				fresh = true
			case fresh:
				out, fresh = append(out, span{i, 1}), false
			default:
				out[len(out)-1].count++
			}
		}
	}
	return out
}

// checkSpan extends a run of rows, whose symbols lie in data without gaps, and compares their hashes.
func (c *Code) checkSpan(sc *scratch, md *VerifiedMetadata, lay *layout, s span, data []byte) error {
	code, size := c.axes[walrus.Secondary], md.symbolSize
	rowLen, extLen := c.cols*size, c.n.MaxFaulty()*size
	parity := grow(&sc.extra, s.count*extLen)
	sc.encode(code, lay, s.count, evenly(parity, size), extLen, evenly(data, size), rowLen)
	nodes := grow(&sc.tree, c.tree.bytes())
	for i := range s.count {
		lanehash.Leaves(nodes, data[i*rowLen:], size, c.cols, size)
		lanehash.Leaves(nodes[c.cols*hashSize:], parity[i*extLen:], size, int(c.n)-c.cols, size)
		row := walrus.SliverIndex(s.first + i)
		if walrus.DigestNode(c.tree.build(nodes)) != md.sliverHash(walrus.Primary, row) {
			return fmt.Errorf("%w: primary sliver %d does not have its hash", walrus.ErrInconsistent, row)
		}
	}
	return nil
}
