package gf16

import "fmt"

// Plan decodes code words of which a fixed set of symbols is present. Building one takes two Walsh transforms over the
// points of the code (about 0.1 ms for 1000 symbols); one plan serves any number of Decode calls, so keep it as long as
// the same symbols are present. It never changes after Plan returns.
type Plan struct {
	code     *Code
	missing  []int
	received []int32  // by position: row of received, or -1
	scale    []uint64 // constants by row of received: locator values
	unscale  []uint64 // constants by row of missing: inverse locator values
	inverse  []pass
	forward  []pass
	derived  int // rows whose derivative is needed
}

// Plan prepares decoding from the symbols with the given indices, in the order in which Decode will be given them:
// exactly Source() distinct indices, each in 0 … Total()-1. With fewer nothing can be decoded, and a surplus symbol would
// change the result if the word is not a code word (encoding.md 2.6).
func (c *Code) Plan(present []int) (*Plan, error) {
	if len(present) != c.source {
		return nil, fmt.Errorf("plan decoding from %d symbols: want %d", len(present), c.source)
	}
	p := &Plan{code: c, received: make([]int32, c.points)}
	for i := range p.received {
		p.received[i] = -1
	}
	for row, index := range present {
		if index < 0 || index >= c.Total() {
			return nil, fmt.Errorf("plan decoding from symbol %d: want an index below %d", index, c.Total())
		}
		at := c.position(index)
		if p.received[at] >= 0 {
			return nil, fmt.Errorf("plan decoding from symbol %d: listed twice", index)
		}
		p.received[at] = int32(row)
	}
	for i := range c.source {
		if p.received[c.position(i)] < 0 {
			p.missing = append(p.missing, i)
		}
	}
	if len(p.missing) > 0 {
		p.locate(present)
		p.schedule()
	}
	return p, nil
}

// position returns the evaluation point of a symbol.
func (c *Code) position(index int) int {
	switch {
	case c.high && index < c.source:
		return c.window + index
	case c.high:
		return index - c.source
	case index < c.source:
		return index
	}
	return c.window + index - c.source
}

// erased reports whether a position belongs to the erasure set: all that is neither received nor known to be zero.
func (p *Plan) erased(at int) bool {
	c := p.code
	if p.received[at] >= 0 {
		return false
	}
	if c.high {
		return at < c.window+c.source
	}
	return at < c.source || at >= c.window
}

// locate sets the multipliers of received and missing rows.
func (p *Plan) locate(present []int) {
	c, f := p.code, tables()
	exponents := c.locator(p.erased)
	w := c.kernels.words
	p.scale = make([]uint64, len(present)*w)
	for row, index := range present {
		c.kernels.setConstant(p.scale[row*w:][:w], f.exp[exponents[c.position(index)]])
	}
	p.unscale = make([]uint64, len(p.missing)*w)
	for row, index := range p.missing {
		c.kernels.setConstant(p.unscale[row*w:][:w], f.exp[modulus-exponents[c.position(index)]])
	}
}

// schedule lists the passes of both transforms. Results are wanted at missing sources alone. In the lowest blocks λ is
// zero, so the layers above the smallest aligned window that holds all of them change nothing in it: they are left out.
func (p *Plan) schedule() {
	c := p.code
	live := make(rowSet, c.points+1)
	for at, row := range p.received {
		live[at+1] = live[at]
		if row >= 0 {
			live[at+1]++
		}
	}
	p.inverse = inverseSchedule(c.points, 0, live, c.kernels.maxRadix)

	p.derived = pow2(c.position(p.missing[len(p.missing)-1]) + 1)
	needed := make(rowSet, p.derived+1)
	for _, index := range p.missing {
		needed[c.position(index)+1] = 1
	}
	for at := range p.derived {
		needed[at+1] += needed[at]
	}
	p.forward = forwardSchedule(p.derived, 0, needed, c.kernels.maxRadix)
}

// Missing returns the indices of the source symbols that are not present, ascending. The caller must not change it.
func (p *Plan) Missing() []int { return p.missing }

// DecodeWork returns the bytes of scratch memory that Decode needs for rows of unit bytes: none if nothing is missing.
func (p *Plan) DecodeWork(unit int) int {
	if len(p.missing) == 0 {
		return 0
	}
	return p.code.points * unit
}
