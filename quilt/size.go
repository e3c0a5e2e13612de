package quilt

import (
	"fmt"
	"slices"

	"github.com/walrus-go/walrus"
)

// symbolSize returns the symbol size for an index of sizes[0] bytes with prefix and patches of the other sizes: the
// least with which all of them, each in columns of its own, fit into the matrix (encoding.md §9).
func symbolSize(sizes []int, columns, rows, maxIndexColumns int) (int, error) {
	if len(sizes) == 0 {
		return 0, fmt.Errorf("%w: no blobs", ErrInvalidInput)
	}
	if len(sizes) > columns {
		return 0, fmt.Errorf("%w: %d blobs, at most %d fit", ErrInvalidInput, len(sizes)-1, columns-1)
	}
	total := 0
	for _, s := range sizes {
		total += s
	}
	low := max(ceilDiv(total, columns*rows), ceilDiv(sizes[0], rows*maxIndexColumns), ceilDiv(indexPrefix, rows))
	high := ceilDiv(slices.Max(sizes), columns/len(sizes)*rows)
	for low < high {
		middle := (low + high) / 2
		if fits(sizes, columns, rows*middle) {
			high = middle
		} else {
			low = middle + 1
		}
	}
	low += low % 2
	if low > walrus.MaxSymbolSize {
		return 0, fmt.Errorf("%w: the blobs need symbols of %d bytes, at most %d", ErrInvalidInput, low, walrus.MaxSymbolSize)
	}
	return low, nil
}

// fits reports whether all sizes, in whole columns, take at most the given number of columns.
func fits(sizes []int, columns, columnSize int) bool {
	need := 0
	for _, s := range sizes {
		need += ceilDiv(s, columnSize)
	}
	return need <= columns
}
