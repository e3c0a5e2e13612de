package redstuff

import (
	"context"
	"fmt"
	"io"

	"github.com/walrus-go/walrus"
)

// streamer encodes a blob that does not fit into memory, in two passes (performance.md 6): rows in order, whose parity
// goes to temporary storage; then strips of columns, some at a time, read from blob and storage.
//
//	reads of pass 2 are bands:  |<- strips·width columns ->|  of every row, kept strip by strip without gaps
type streamer struct {
	c       *Code
	r       io.ReaderAt
	size    int64 // of the blob
	symbol  int
	ext     Spill // k rows of f symbols
	sink    Sink  // nil for metadata alone
	workers int
	band    int // strips read at a time
	strips  *strips
	pool    *pool
}

// minRead is the size from which longer reads are no faster.
const minRead = 256 << 10

func (c *Code) newStreamer(r io.ReaderAt, size int64, symbol int, ext Spill, sink Sink, opts Options) *streamer {
	s := &streamer{c: c, r: r, size: size, symbol: symbol, ext: ext, sink: sink}
	width := 0
	s.workers, width, s.band = c.fit(symbol, opts.workers(), opts.memory())
	s.strips = c.newStrips(symbol, width)
	s.pool = &pool{most: s.workers, keep: 1 << 62}
	return s
}

// fit chooses the number of workers, the width of strips and the number of strips to read at a time so that all
// buffers take at most memory bytes, or the least there is.
func (c *Code) fit(symbol, workers int, memory int64) (fitting, width, band int) {
	n, k, size := int64(c.n), int64(c.k), int64(symbol)
	cols, f := int64(c.cols), int64(c.n.MaxFaulty())
	perWorker := func(w int64) int64 { // a row and its parity, or the parity of a strip and one secondary sliver
		return (cols + max(f, (n-k)*w)) * size
	}
	w := int64(c.width(symbol, workers))
	for k*w*size+int64(workers)*perWorker(w) > memory && w*int64(workers) > 1 {
		if w > 1 {
			w /= 2
		} else {
			workers--
		}
	}
	left := memory - int64(workers)*perWorker(w)
	want := max((minRead+w*size-1)/(w*size), 4*int64(workers))
	return workers, int(w), int(max(min(left/(k*w*size), want, (n+w-1)/w), 1))
}

// extendRows is the first pass.
func (s *streamer) extendRows(ctx context.Context) error {
	c, f := s.c, s.c.n.MaxFaulty()
	lay := newLayout(s.symbol, c.limit)
	batch := max(min(lay.batch(), c.k/(2*s.workers), int(4<<20/(int64(c.n)*int64(s.symbol)))), 1)
	rowLen, extLen := c.cols*s.symbol, f*s.symbol
	code := func(sc *scratch, task int) error {
		first := task * batch
		count := min(batch, c.k-first)
		src, dst := grow(&sc.cells, count*rowLen), grow(&sc.extra, count*extLen)
		if err := readFull(s.r, src, int64(first)*int64(rowLen), s.size); err != nil {
			return fmt.Errorf("read rows of the blob: %w", err)
		}
		sc.encode(c.axes[walrus.Secondary], &lay, count, evenly(dst, s.symbol), extLen, evenly(src, s.symbol), rowLen)
		if _, err := s.ext.WriteAt(dst, int64(first)*int64(extLen)); err != nil {
			return fmt.Errorf("write row parity to temporary storage: %w", err)
		}
		return nil
	}
	emit := func(sc *scratch, task int) error {
		for i := task * batch; i < min((task+1)*batch, c.k); i++ {
			if err := s.give(walrus.Primary, i, 0, sc.cells[(i-task*batch)*rowLen:][:rowLen]); err != nil {
				return err
			}
		}
		return nil
	}
	if s.sink == nil {
		emit = nil
	}
	return s.pool.ordered(ctx, s.workers, (c.k+batch-1)/batch, code, emit)
}

func (s *streamer) give(axis walrus.Axis, index int, offset int64, p []byte) error {
	if err := s.sink(axis, walrus.SliverIndex(index), offset, p); err != nil {
		return fmt.Errorf("hand over %v sliver %d: %w", axis, index, err)
	}
	return nil
}

// codeStrips is the second pass.
func (s *streamer) codeStrips(ctx context.Context) error {
	stripLen := s.c.k * s.strips.width * s.symbol
	band := make([]byte, s.band*stripLen)
	for first := 0; first < s.strips.count; first += s.band {
		count := min(s.band, s.strips.count-first)
		if err := s.readBand(ctx, band, first, count); err != nil {
			return err
		}
		code := func(sc *scratch, i int) error { return s.codeStrip(sc, first+i, band[i*stripLen:]) }
		emit := func(sc *scratch, i int) error { return s.emitStrip(sc, first+i, band[i*stripLen:]) }
		if s.sink == nil {
			emit = nil
		}
		if err := s.pool.ordered(ctx, s.workers, count, code, emit); err != nil {
			return err
		}
	}
	return nil
}

// readBand reads count strips from first on, each without gaps.
func (s *streamer) readBand(ctx context.Context, band []byte, first, count int) error {
	from, _ := s.strips.columns(first)
	last, w := s.strips.columns(first + count - 1)
	length := (last + w - from) * s.symbol
	stripLen := s.c.k * s.strips.width * s.symbol
	const rows = 8
	return s.pool.parallel(ctx, s.workers, (s.c.k+rows-1)/rows, func(sc *scratch, task int) error {
		for r := task * rows; r < min((task+1)*rows, s.c.k); r++ {
			if count == 1 {
				if err := s.readRow(band[r*length:][:length], r, from); err != nil {
					return err
				}
				continue
			}
			line := grow(&sc.cells, length)
			if err := s.readRow(line, r, from); err != nil {
				return err
			}
			for i := range count {
				_, w := s.strips.columns(first + i)
				line = line[copy(band[i*stripLen+r*w*s.symbol:][:w*s.symbol], line):]
			}
		}
		return nil
	})
}

// readRow reads symbols of row r from column first on, out of the blob and the row's parity.
func (s *streamer) readRow(p []byte, r, first int) error {
	cols, size := s.c.cols, int64(s.symbol)
	inBlob := min(max(cols-first, 0)*s.symbol, len(p))
	if inBlob > 0 {
		at := (int64(r)*int64(cols) + int64(first)) * size
		if err := readFull(s.r, p[:inBlob], at, s.size); err != nil {
			return fmt.Errorf("read columns of the blob: %w", err)
		}
	}
	if inBlob < len(p) {
		f := int64(s.c.n.MaxFaulty())
		at := (int64(r)*f + int64(max(first-cols, 0))) * size
		if err := readFull(s.ext, p[inBlob:], at, int64(s.c.k)*f*size); err != nil {
			return fmt.Errorf("read row parity from temporary storage: %w", err)
		}
	}
	return nil
}

// codeStrip codes strip t, whose source rows are in cells; its parity rows are in extra afterwards.
func (s *streamer) codeStrip(sc *scratch, t int, cells []byte) error {
	_, w := s.strips.columns(t)
	pitch := w * s.symbol
	parity := grow(&sc.extra, (int(s.c.n)-s.c.k)*pitch)
	s.strips.code(sc, t, cells[:s.c.k*pitch], parity)
	return nil
}

// emitStrip hands over the secondary slivers of strip t and the next symbols of primary slivers k…n-1.
func (s *streamer) emitStrip(sc *scratch, t int, cells []byte) error {
	c := s.c
	first, w := s.strips.columns(t)
	pitch := w * s.symbol
	sliver := grow(&sc.cells, c.k*s.symbol)
	for i := range w {
		transpose(sliver, cells[i*s.symbol:], s.symbol, pitch)
		if err := s.give(walrus.Secondary, first+i, 0, sliver); err != nil {
			return err
		}
	}
	length := min(w, max(c.cols-first, 0)) * s.symbol
	for r := 0; r < int(c.n)-c.k && length > 0; r++ {
		err := s.give(walrus.Primary, c.k+r, int64(first)*int64(s.symbol), sc.extra[r*pitch:][:length])
		if err != nil {
			return err
		}
	}
	return nil
}
