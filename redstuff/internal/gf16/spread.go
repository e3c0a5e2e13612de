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

// PackedSize returns the bytes of the groups that hold count packed tails.
func PackedSize(tail, count int) int { return ceilDiv(count, TailsPerGroup(tail)) * groupSize }

// PackTails writes count tails, the i-th at src[i*stride:], side by side into PackedSize(tail, count) bytes of dst.
// Elements that belong to no tail are zero. A tail is the last s mod 64 bytes of a symbol of s bytes; since each
// element is coded by itself, packed tails are coded at once and UnpackTails finds in the result what each tail's
// own group would have held.
func PackTails(dst, src []byte, tail, count, stride int) {
	per := TailsPerGroup(tail)
	clear(dst[:PackedSize(tail, count)])
	for i := range count {
		putTail((*[groupSize]byte)(dst[i/per*groupSize:]), src[i*stride:][:tail], i%per)
	}
}

// UnpackTails writes count packed tails from src, the i-th to dst[i*stride:].
func UnpackTails(dst, src []byte, tail, count, stride int) {
	per := TailsPerGroup(tail)
	for i := range count {
		takeTail(dst[i*stride:][:tail], (*[groupSize]byte)(src[i/per*groupSize:]), i%per)
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
