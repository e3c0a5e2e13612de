package redstuff

import (
	"context"
	"fmt"
	"io"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/redstuff/internal/gf16"
)

// StoredSliver is a sliver that was verified and then put aside: its symbols are the first bytes of Data.
type StoredSliver struct {
	Index walrus.SliverIndex
	Data  io.ReaderAt
}

// Output receives a decoded blob. Checks read it back.
type Output interface {
	io.ReaderAt
	io.WriterAt
}

// DecodeFrom decodes a blob that does not fit into memory from slivers of the axis in storage, which VerifySliver must
// have accepted, holding no more than Options.Memory and some MB. The first k primary or K secondary slivers with
// distinct indices are used. The blob is in the first bytes of out if and only if no error is returned: besides those
// of Decoder.Decode, errors of the slivers' readers and of out.
func (c *Code) DecodeFrom(
	ctx context.Context, md *VerifiedMetadata, axis walrus.Axis, slivers []StoredSliver, out Output, check Check, opts Options,
) error {
	d, err := c.newStreamDecoder(md, axis, slivers, out, opts)
	if err == nil {
		err = d.run(ctx)
	}
	if err == nil {
		err = d.check(ctx, check, opts)
	}
	if err != nil {
		return fmt.Errorf("decode blob %v from stored %v slivers: %w", md.id, axis, err)
	}
	return nil
}

type streamDecoder struct {
	c       *Code
	md      *VerifiedMetadata
	axis    walrus.Axis
	slivers []io.ReaderAt // in the order of the plan
	present []int
	seen    []bool
	plan    *gf16.Plan
	out     Output
	workers int
	memory  int64 // of each worker
	pool    *pool
}

func (c *Code) newStreamDecoder(md *VerifiedMetadata, axis walrus.Axis, slivers []StoredSliver, out Output, opts Options) (*streamDecoder, error) {
	if err := c.check(md); err != nil {
		return nil, err
	}
	need := c.n.SourceSymbols(axis)
	d := &streamDecoder{c: c, md: md, axis: axis, seen: make([]bool, c.n), out: out, workers: opts.workers()}
	for _, s := range slivers {
		if err := c.checkIndex(axis, s.Index); err != nil {
			return nil, err
		}
		if !d.seen[s.Index] && len(d.present) < need {
			d.seen[s.Index] = true
			d.present = append(d.present, int(s.Index))
			d.slivers = append(d.slivers, s.Data)
		}
	}
	if len(d.present) < need {
		return nil, fmt.Errorf("%w: %d more slivers are needed", walrus.ErrUnavailable, need-len(d.present))
	}
	var err error
	if d.plan, err = c.axes[axis].Plan(d.present); err != nil {
		return nil, err
	}
	// The least buffers are one symbol of each sliver and of each source, or a row with its parity.
	least := int64(max(2*need, int(c.n))) * int64(md.symbolSize)
	d.workers = int(max(min(int64(d.workers), opts.memory()/least), 1))
	d.memory = opts.memory() / int64(d.workers)
	d.pool = &pool{most: d.workers, keep: 1 << 62}
	return d, nil
}

// run decodes vectors of symbols, as many at a time as memory allows or longer reads pay.
func (d *streamDecoder) run(ctx context.Context) error {
	size := int64(d.md.symbolSize)
	length := d.c.n.SliverSymbols(d.axis)
	fits := d.memory / (2 * int64(len(d.present)) * size)
	batch := int(max(min(fits, (minRead+size-1)/size, int64(length)), 1))
	tasks := (length + batch - 1) / batch
	return d.pool.parallel(ctx, d.workers, tasks, func(sc *scratch, task int) error {
		first := task * batch
		count := min(batch, length-first)
		if err := d.read(sc, first, count); err != nil {
			return err
		}
		if d.axis == walrus.Primary {
			return d.decodeColumns(sc, first, count)
		}
		return d.decodeRows(sc, first, count)
	})
}

// read fills cells with symbols first…first+count-1 of each sliver.
func (d *streamDecoder) read(sc *scratch, first, count int) error {
	size := d.md.symbolSize
	cells := grow(&sc.cells, len(d.slivers)*count*size)
	for i, r := range d.slivers {
		p := cells[i*count*size:][:count*size]
		if err := readFull(r, p, int64(first)*int64(size), int64(d.md.SliverSize(d.axis))); err != nil {
			return fmt.Errorf("sliver %d: %w", d.present[i], err)
		}
	}
	return nil
}

// decodeColumns writes columns first…first+count-1 of every row.
func (d *streamDecoder) decodeColumns(sc *scratch, first, count int) error {
	size := d.md.symbolSize
	pitch := count * size
	decoded := grow(&sc.extra, d.c.k*pitch)
	lay := newLayout(size, d.c.limit)
	sc.decode(d.c.axes[d.axis], d.plan, &lay, count, evenly(decoded, pitch), size, evenly(sc.cells, pitch), size)
	for i, row := range d.present {
		if row < d.c.k {
			if err := d.write(sc.cells[i*pitch:][:pitch], row, first); err != nil {
				return err
			}
		}
	}
	for _, row := range d.plan.Missing() {
		if err := d.write(decoded[row*pitch:][:pitch], row, first); err != nil {
			return err
		}
	}
	return nil
}

// decodeRows writes rows first…first+count-1.
func (d *streamDecoder) decodeRows(sc *scratch, first, count int) error {
	size := d.md.symbolSize
	pitch, rowLen := count*size, d.c.cols*size
	rect := grow(&sc.extra, count*rowLen)
	lay := newLayout(size, d.c.limit)
	sc.decode(d.c.axes[d.axis], d.plan, &lay, count, evenly(rect, size), rowLen, evenly(sc.cells, pitch), size)
	for i, column := range d.present {
		if column >= d.c.cols {
			continue
		}
		for r := range count {
			copy(rect[r*rowLen+column*size:][:size], sc.cells[i*pitch+r*size:])
		}
	}
	return d.write(rect, first, 0)
}

// write writes symbols of a row from the given column on, cut to the blob's length.
func (d *streamDecoder) write(p []byte, row, column int) error {
	at := (int64(row)*int64(d.c.cols) + int64(column)) * int64(d.md.symbolSize)
	p = p[:max(min(int64(len(p)), int64(d.md.UnencodedLength())-at), 0)]
	if len(p) == 0 {
		return nil
	}
	if _, err := d.out.WriteAt(p, at); err != nil {
		return fmt.Errorf("write %d bytes at %d: %w", len(p), at, err)
	}
	return nil
}

// check is Decoder.check on a blob in storage.
func (d *streamDecoder) check(ctx context.Context, check Check, opts Options) error {
	length := int64(d.md.UnencodedLength())
	switch check {
	case Skip:
		return nil
	case Strict:
		d.pool = nil // its memory is needed
		md, err := d.c.stream(ctx, d.out, length, nil, opts)
		if err != nil {
			return err
		}
		if md.id != d.md.id {
			return fmt.Errorf("%w: it encodes to blob ID %v", walrus.ErrInconsistent, md.id)
		}
		return nil
	}
	size := d.md.symbolSize
	lay := newLayout(size, d.c.limit)
	rowLen := d.c.cols * size
	batch := int(max(min(d.memory/(int64(d.c.n)*int64(size)), int64(lay.batch())), 1))
	todo := make([]span, 0, d.c.k/batch+1)
	for first := 0; first < d.c.k; first += batch {
		todo = append(todo, span{first, min(batch, d.c.k-first)})
	}
	if d.axis == walrus.Primary {
		todo = without(todo, d.seen)
	}
	return d.pool.parallel(ctx, d.workers, len(todo), func(sc *scratch, task int) error {
		s := todo[task]
		data := grow(&sc.cells, s.count*rowLen)
		if err := readFull(d.out, data, int64(s.first)*int64(rowLen), length); err != nil {
			return fmt.Errorf("read the decoded blob back: %w", err)
		}
		return d.c.checkSpan(sc, d.md, &lay, s, data)
	})
}
