package gf16

// groupSize is the bytes of a group: 32 elements.
const groupSize = 64

// SpreadSize returns the bytes of a symbol of the given size in group layout: the next multiple of 64.
func SpreadSize(symbol int) int { return (symbol + groupSize - 1) / groupSize * groupSize }

// Spread writes a symbol of an even number of bytes in group layout to dst, which holds SpreadSize(len(symbol)) bytes or
// more. Whole groups are the same in both forms; of a tail of r bytes the first half goes to the low and the second to
// the high bytes of a last group, which is zero elsewhere (encoding.md 2.2).
func Spread(dst, symbol []byte) {
	whole := len(symbol) / groupSize * groupSize
	copy(dst, symbol[:whole])
	if whole == len(symbol) {
		return
	}
	group := (*[groupSize]byte)(dst[whole:])
	*group = [groupSize]byte{}
	putTail(group, symbol[whole:], 0)
}

// Gather is the inverse of Spread: it fills symbol from the group layout in src.
func Gather(symbol, src []byte) {
	whole := len(symbol) / groupSize * groupSize
	copy(symbol[:whole], src)
	if whole < len(symbol) {
		takeTail(symbol[whole:], (*[groupSize]byte)(src[whole:]), 0)
	}
}

// TailsPerGroup returns how many tails of the given even size, 2 … 62, fit into one group side by side.
func TailsPerGroup(tail int) int { return 32 / (tail / 2) }

// Packing is the form of a row that holds several symbols: the whole groups of one symbol after the other, then their tails
// side by side. A tail is the last s mod 64 bytes of a symbol of s bytes; since each element is coded by itself, packed
// tails are coded at once, and Unpack finds in the result what each tail's own group would have held.
type Packing struct {
	count, groups, tail int
	perGroup            int // tails
	symbol, unit        int // bytes
}

// NewPacking returns the form of a row of count ≥ 1 symbols, each of some whole groups and a tail, one of which may be 0.
func NewPacking(count, groups, tail int) Packing {
	p := Packing{count: count, groups: groups, tail: tail, symbol: groups*groupSize + tail, unit: count * groups * groupSize}
	if tail > 0 {
		p.perGroup = TailsPerGroup(tail)
		p.unit += ceilDiv(count, p.perGroup) * groupSize
	}
	return p
}

// Unit returns the bytes of the row.
func (p *Packing) Unit() int { return p.unit }

// Pack writes symbols, the i-th at src[i*stride:], to a row of Unit bytes. Elements that belong to no tail are zero.
// It panics if a slice is too short.
func (c *Code) Pack(p *Packing, dst, src []byte, stride int) {
	dst, src = dst[:p.unit], src[:(p.count-1)*stride+p.symbol]
	if c.kernels.pack != nil {
		c.kernels.pack(p, dst, src, stride)
		return
	}
	whole := p.groups * groupSize
	for i := range p.count {
		dst = dst[copy(dst[:whole], src[i*stride:]):]
	}
	clear(dst)
	for i, slot := 0, 0; i < p.count && p.tail > 0; i++ {
		putTail((*[groupSize]byte)(dst), src[i*stride+whole:][:p.tail], slot)
		if slot++; slot == p.perGroup {
			dst, slot = dst[groupSize:], 0
		}
	}
}

// Unpack is the inverse of Pack: it writes the symbols of the row in src, the i-th to dst[i*stride:].
func (c *Code) Unpack(p *Packing, dst, src []byte, stride int) {
	dst, src = dst[:(p.count-1)*stride+p.symbol], src[:p.unit]
	if c.kernels.unpack != nil {
		c.kernels.unpack(p, dst, src, stride)
		return
	}
	whole := p.groups * groupSize
	for i := range p.count {
		src = src[copy(dst[i*stride:][:whole], src):]
	}
	for i, slot := 0, 0; i < p.count && p.tail > 0; i++ {
		takeTail(dst[i*stride+whole:][:p.tail], (*[groupSize]byte)(src), slot)
		if slot++; slot == p.perGroup {
			src, slot = src[groupSize:], 0
		}
	}
}

func putTail(group *[groupSize]byte, tail []byte, slot int) {
	half := len(tail) / 2
	at := slot * half
	copy(group[at:], tail[:half])
	copy(group[32+at:], tail[half:])
}

func takeTail(tail []byte, group *[groupSize]byte, slot int) {
	half := len(tail) / 2
	at := slot * half
	copy(tail[:half], group[at:])
	copy(tail[half:], group[32+at:])
}
