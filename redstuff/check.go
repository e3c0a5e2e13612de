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
	var todo []span
	lay := newLayout(m.size, c.limit)
	for _, s := range m.spans(c.k, max(min(lay.batch(), c.k/(2*workers)), 1)) {
		if d.axis == walrus.Secondary {
			todo = append(todo, s)
			continue
		}
		for i := s.first; i < s.first+s.count; i++ {
			last := len(todo) - 1
			switch {
			case d.seen[i]:
			case last >= 0 && todo[last].first+todo[last].count == i && todo[last].first >= s.first:
				todo[last].count++
			default:
				todo = append(todo, span{i, 1})
			}
		}
	}
	return c.pool.parallel(ctx, workers, len(todo), func(sc *scratch, task int) error {
		return d.checkSpan(sc, m, &lay, todo[task])
	})
}

// checkSpan extends a run of rows and compares their hashes.
func (d *Decoder) checkSpan(sc *scratch, m *matrix, lay *layout, s span) error {
	c := d.code
	code, extLen := c.axes[walrus.Secondary], c.n.MaxFaulty()*m.size
	parity := grow(&sc.extra, s.count*extLen)
	src := m.from(s.first)
	sc.encode(code, lay, s.count, evenly(parity, m.size), extLen, evenly(src, m.size), m.rowLen)
	nodes := grow(&sc.tree, c.tree.bytes())
	for i := range s.count {
		lanehash.Leaves(nodes, m.row(s.first+i), m.size, c.cols, m.size)
		lanehash.Leaves(nodes[c.cols*hashSize:], parity[i*extLen:], m.size, int(c.n)-c.cols, m.size)
		row := walrus.SliverIndex(s.first + i)
		if walrus.DigestNode(c.tree.build(nodes)) != d.md.sliverHash(walrus.Primary, row) {
			return fmt.Errorf("%w: primary sliver %d does not have its hash", walrus.ErrInconsistent, row)
		}
	}
	return nil
}
