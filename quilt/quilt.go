// Package quilt puts many small blobs into one: format, writer and reader of quilts, version 1 (encoding.md §9).
//
// # The idea
//
// A quilt is an ordinary blob that fills its message matrix exactly, written column by column. A column of the matrix is
// a secondary sliver, so a reader fetches the index and then only the columns of the patch that it wants:
//
//	column 0 … c0-1   index:  01 ‖ index length u32 ‖ BCS index
//	then per patch    whole columns:  01 ‖ length u32 ‖ mask u8 ‖ identifier ‖ tags ‖ blob bytes, zeros to the end
//
// The stream of bytes that starts at a column is the concatenation of the secondary slivers from there on.
//
// # Trust
//
// Columns that verify against the quilt's metadata are the writer's bytes, and the writer is not trusted: every
// length is checked against what is there. A patch ID names any range of columns, so content that imitates a patch
// header has a working ID as well; only the ranges in the index are the quilt writer's patches. A dishonest writer can
// also show other bytes to readers of columns than to readers of the whole blob; where that matters, decode the whole
// quilt with a consistency check.
//
// All values are plain data, safe to share as long as nobody writes to them.
package quilt

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/walrus-go/walrus"
)

var (
	// ErrInvalidInput: blobs that cannot become a quilt: none or too many, a bad or repeated identifier, too large.
	ErrInvalidInput = errors.New("invalid quilt input")
	// ErrMalformed: bytes that are not the quilt, index or patch that they should be.
	ErrMalformed = errors.New("malformed quilt")
	// ErrPatchNotFound: the index lists no such patch.
	ErrPatchNotFound = errors.New("quilt patch not found")
)

// Format constants of version 1.
const (
	version         = 1
	maxIndexColumns = 10
	indexPrefix     = 5 // version ‖ length
	headerSize      = 6 // version ‖ length ‖ mask
	maskTags        = 1
	maxIdentifier   = 65531 // bytes; with its length prefix below 65535
	maxTags         = 65535 // bytes of the canonical form
)

// Blob is a member of a quilt.
type Blob struct {
	Identifier string
	Tags       map[string]string // may be nil
	Data       []byte
}

// ValidateIdentifier returns ErrInvalidInput unless a member may have the identifier: UTF-8, not empty, at most 65531
// bytes, no control characters, no white space at its end.
func ValidateIdentifier(s string) error {
	switch {
	case s == "":
		return fmt.Errorf("%w: empty identifier", ErrInvalidInput)
	case len(s) > maxIdentifier:
		return fmt.Errorf("%w: identifier of %d bytes, at most %d", ErrInvalidInput, len(s), maxIdentifier)
	case !utf8.ValidString(s):
		return fmt.Errorf("%w: identifier %q is not UTF-8", ErrInvalidInput, s)
	case strings.ContainsFunc(s, unicode.IsControl):
		return fmt.Errorf("%w: identifier %q has control characters", ErrInvalidInput, s)
	case strings.TrimRightFunc(s, unicode.IsSpace) != s:
		return fmt.Errorf("%w: identifier %q ends in white space", ErrInvalidInput, s)
	}
	return nil
}

// geometry is the message matrix as columns.
type geometry struct {
	rows, columns, symbol int
}

func newGeometry(n walrus.ShardCount, symbolSize int) (geometry, error) {
	if err := n.Validate(); err != nil {
		return geometry{}, err
	}
	if symbolSize < 2 || symbolSize > walrus.MaxSymbolSize || symbolSize%2 != 0 {
		return geometry{}, fmt.Errorf("%w: symbol size %d", ErrMalformed, symbolSize)
	}
	return geometry{n.PrimarySymbols(), n.SecondarySymbols(), symbolSize}, nil
}

// columnSize returns the bytes of a column.
func (g geometry) columnSize() int { return g.rows * g.symbol }

// span returns the number of columns that size bytes take.
func (g geometry) span(size int) int { return ceilDiv(size, g.columnSize()) }

// put writes the parts one after the other into the columns from first on of the row-major matrix.
func (g geometry) put(matrix []byte, first int, parts ...[]byte) {
	at := first * g.columnSize()
	for _, p := range parts {
		for len(p) > 0 {
			column, inColumn := at/g.columnSize(), at%g.columnSize()
			row, offset := inColumn/g.symbol, inColumn%g.symbol
			cell := matrix[(row*g.columns+column)*g.symbol:][:g.symbol]
			n := copy(cell[offset:], p)
			p, at = p[n:], at+n
		}
	}
}

// take copies columns [first, end) out of the row-major matrix.
func (g geometry) take(matrix []byte, first, end int) [][]byte {
	out := make([][]byte, end-first)
	for i := range out {
		out[i] = make([]byte, 0, g.columnSize())
		for row := range g.rows {
			out[i] = append(out[i], matrix[(row*g.columns+first+i)*g.symbol:][:g.symbol]...)
		}
	}
	return out
}

func ceilDiv(a, b int) int { return (a + b - 1) / b }

// sorted returns the blobs in the order of a quilt: by identifier, byte by byte.
func sorted(blobs []Blob) []Blob {
	out := slices.Clone(blobs)
	slices.SortStableFunc(out, func(a, b Blob) int { return strings.Compare(a.Identifier, b.Identifier) })
	return out
}
