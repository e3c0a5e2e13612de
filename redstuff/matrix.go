package redstuff

// matrix is the k×K message matrix over a blob's own memory. The rows that the blob does not fill live in a padded
// copy, at most one row and 2·k·K bytes long.
type matrix struct {
	blob   []byte
	rest   []byte // rows whole…k-1
	whole  int    // rows that lie in blob
	rowLen int
	size   int // of a symbol
}

// matrix returns the message matrix over blob. buffer is memory for the padded rows if it suffices.
func (c *Code) matrix(blob []byte, size int, buffer []byte) matrix {
	m := matrix{blob: blob, rowLen: c.cols * size, size: size}
	m.whole = min(len(blob)/m.rowLen, c.k)
	m.rest = grow(&buffer, (c.k-m.whole)*m.rowLen)
	m.pad()
	return m
}

// pad fills the padded rows from the blob.
func (m *matrix) pad() {
	n := copy(m.rest, m.blob[m.whole*m.rowLen:])
	clear(m.rest[n:])
}

// from returns the memory from row i on, up to the last row that lies in the same buffer.
func (m *matrix) from(i int) []byte {
	if i < m.whole {
		return m.blob[i*m.rowLen : m.whole*m.rowLen]
	}
	return m.rest[(i-m.whole)*m.rowLen:]
}

// rows returns the rows from symbol j on.
func (m *matrix) rows(j int) rows {
	r := rows{split: m.whole, pitch: m.rowLen}
	if m.whole > 0 {
		r.head = m.blob[j*m.size : m.whole*m.rowLen]
	}
	if len(m.rest) > 0 {
		r.rest = m.rest[j*m.size:]
	}
	return r
}

// row returns row i.
func (m *matrix) row(i int) []byte { return m.from(i)[:m.rowLen:m.rowLen] }

// span is a run of rows that lie in one buffer.
type span struct{ first, count int }

// spans cuts the k rows into runs of at most batch.
func (m *matrix) spans(k, batch int) []span {
	out := make([]span, 0, k/batch+2)
	for _, end := range []int{m.whole, k} {
		first := 0
		if len(out) > 0 {
			first = out[len(out)-1].first + out[len(out)-1].count
		}
		for ; first < end; first += batch {
			out = append(out, span{first, min(batch, end-first)})
		}
	}
	return out
}
