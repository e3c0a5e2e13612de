package redstuff

import (
	"context"
	"fmt"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/redstuff/internal/gf16"
)

// Check says how far a Decoder makes sure that every other reader gets the same bytes (encoding.md §7).
type Check uint8

const (
	// Default rebuilds each of the primary slivers 0…k-1 that was not among the input and compares its hash.
	// All readers that decode a blob get the same bytes or an error. Having decoded from exactly those slivers, it
	// costs nothing.
	Default Check = iota
	// Skip checks nothing beyond the slivers themselves: the writer must be trusted, or the caller checks.
	Skip
	// Strict encodes the decoded blob again and compares the blob ID: it detects every malformed encoding.
	Strict
)

// String returns "default", "skip" or "strict".
func (c Check) String() string {
	switch c {
	case Skip:
		return "skip"
	case Strict:
		return "strict"
	}
	return "default"
}

// Decoder collects verified slivers of one axis until they suffice to decode a blob. It belongs to one goroutine at a
// time.
type Decoder struct {
	code    *Code
	md      *VerifiedMetadata
	axis    walrus.Axis
	slivers []*walrus.Sliver // in order of arrival, no two alike
	seen    []bool
}

// NewDecoder returns a decoder for slivers of the axis: k primary or K secondary ones suffice. md must be metadata for
// the code's number of shards; otherwise Add fails.
func (c *Code) NewDecoder(md *VerifiedMetadata, axis walrus.Axis) *Decoder {
	return &Decoder{code: c, md: md, axis: axis, seen: make([]bool, c.n)}
}

// Need returns the number of slivers that are still missing.
func (d *Decoder) Need() int { return d.code.n.SourceSymbols(d.axis) - len(d.slivers) }

// Has reports whether the sliver is among those collected; index must be below n.
func (d *Decoder) Has(index walrus.SliverIndex) bool { return d.seen[index] }

// Add collects a sliver and reports whether there are enough. A sliver that is there already, and any after there are
// enough, is ignored. It returns ErrInvalidSliver for a sliver of another blob or axis.
func (d *Decoder) Add(s *VerifiedSliver) (enough bool, err error) {
	if err := d.code.check(d.md); err != nil {
		return false, fmt.Errorf("decode blob %v: %w", d.md.id, err)
	}
	if s.blob != d.md.id || s.sliver.Axis != d.axis {
		return d.Need() == 0, fmt.Errorf("decode blob %v from %v slivers: %w: %v sliver %d of blob %v",
			d.md.id, d.axis, walrus.ErrInvalidSliver, s.sliver.Axis, s.sliver.Index, s.blob)
	}
	if d.Need() > 0 && !d.seen[s.sliver.Index] {
		d.seen[s.sliver.Index] = true
		d.slivers = append(d.slivers, s.sliver)
	}
	return d.Need() == 0, nil
}

// Decode returns the blob. It fails with ErrUnavailable while slivers are missing, with ErrInconsistent when the check
// shows that the blob was not encoded consistently, and with the context's error.
func (d *Decoder) Decode(ctx context.Context, check Check, opts Options) ([]byte, error) {
	if d.Need() > 0 { // nothing is allocated on the word of metadata alone
		return nil, d.DecodeInto(ctx, nil, check, opts)
	}
	blob := make([]byte, d.md.UnencodedLength())
	if err := d.DecodeInto(ctx, blob, check, opts); err != nil {
		return nil, err
	}
	return blob, nil
}

// DecodeInto is Decode into the caller's memory, which must be exactly as long as the blob. After an error its contents
// are unspecified and must not be used.
func (d *Decoder) DecodeInto(ctx context.Context, blob []byte, check Check, opts Options) error {
	if err := d.decodeInto(ctx, blob, check, opts.workers()); err != nil {
		return fmt.Errorf("decode blob %v from %v slivers: %w", d.md.id, d.axis, err)
	}
	return nil
}

func (d *Decoder) decodeInto(ctx context.Context, blob []byte, check Check, workers int) error {
	if d.Need() > 0 {
		return fmt.Errorf("%w: %d more slivers are needed", walrus.ErrUnavailable, d.Need())
	}
	if uint64(len(blob)) != d.md.UnencodedLength() {
		return fmt.Errorf("decode into %d bytes, want %d", len(blob), d.md.UnencodedLength())
	}
	present := make([]int, len(d.slivers))
	for i, s := range d.slivers {
		present[i] = int(s.Index)
	}
	plan, err := d.code.axes[d.axis].Plan(present)
	if err != nil {
		return err
	}
	m := d.code.matrix(blob, d.md.symbolSize, nil)
	if d.axis == walrus.Primary {
		err = d.decodeColumns(ctx, &m, plan, workers)
	} else {
		err = d.decodeRows(ctx, &m, plan, workers)
	}
	if err != nil {
		return err
	}
	copy(blob[m.whole*m.rowLen:], m.rest)
	m.pad()
	return d.check(ctx, &m, check, workers)
}

// data returns the bytes of the slivers in order of arrival.
func (d *Decoder) data() [][]byte {
	list := make([][]byte, len(d.slivers))
	for i, s := range d.slivers {
		list[i] = s.Data
	}
	return list
}

// decodeColumns fills the matrix from k primary slivers: the source rows are copied, the others decoded by strips of
// columns.
func (d *Decoder) decodeColumns(ctx context.Context, m *matrix, plan *gf16.Plan, workers int) error {
	c := d.code
	err := c.pool.parallel(ctx, workers, len(d.slivers), func(_ *scratch, task int) error {
		if s := d.slivers[task]; int(s.Index) < c.k {
			copy(m.row(int(s.Index)), s.Data)
		}
		return nil
	})
	if err != nil || len(plan.Missing()) == 0 {
		return err
	}
	size := m.size
	lay := newLayout(size, c.limit)
	width := min(lay.batch(), max(c.cols/(4*workers), 1))
	received := d.data()
	return c.pool.parallel(ctx, workers, (c.cols+width-1)/width, func(sc *scratch, task int) error {
		first := task * width
		w := min(width, c.cols-first)
		sc.decode(c.axes[walrus.Primary], plan, &lay, w, m.rows(first), size, scattered(received, first*size), size)
		return nil
	})
}

// decodeRows fills the matrix from K secondary slivers, some rows at a time: the source columns are copied, the others
// decoded.
func (d *Decoder) decodeRows(ctx context.Context, m *matrix, plan *gf16.Plan, workers int) error {
	c, size := d.code, m.size
	lay := newLayout(size, c.limit)
	spans := m.spans(c.k, min(lay.batch(), max(c.k/(4*workers), 1)))
	received := d.data()
	return c.pool.parallel(ctx, workers, len(spans), func(sc *scratch, task int) error {
		first, count := spans[task].first, spans[task].count
		rect := m.from(first)
		for _, s := range d.slivers {
			if int(s.Index) >= c.cols {
				continue
			}
			for i := range count {
				copy(rect[i*m.rowLen+int(s.Index)*size:][:size], s.Data[(first+i)*size:])
			}
		}
		sc.decode(c.axes[walrus.Secondary], plan, &lay, count, evenly(rect, size), m.rowLen, scattered(received, first*size), size)
		return nil
	})
}
