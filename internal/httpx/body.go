package httpx

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"sync/atomic"
	"time"

	"github.com/walrus-go/walrus"
)

// ErrBodyTooLarge is wrapped by errors about a body above its limit.
var ErrBodyTooLarge = errors.New("body too large")

// ErrNoBudget is returned when the bodies being read take all memory set aside for them. It is a
// walrus.ErrUnavailable.
var ErrNoBudget = fmt.Errorf("no memory left for bodies: %w", walrus.ErrUnavailable)

// A body gets this much memory, or twice it if that is all, on the strength of its declared length; more only as bytes
// arrive.
const bodyStep = 1 << 20

// Budget bounds the memory of many bodies together. A nil Budget has no bound.
type Budget struct {
	limit int64
	used  atomic.Int64
}

// NewBudget returns a budget of limit bytes.
func NewBudget(limit int64) *Budget { return &Budget{limit: limit} }

// Used returns the bytes taken.
func (b *Budget) Used() int64 { return b.used.Load() }

func (b *Budget) take(n int64) error {
	if b == nil {
		return nil
	}
	if b.used.Add(n) > b.limit {
		b.used.Add(-n)
		return ErrNoBudget
	}
	return nil
}

func (b *Budget) give(n int64) {
	if b != nil {
		b.used.Add(-n)
	}
}

// ReadAll reads r to its end. declared is its length by the peer's word, or negative; it only guides allocation.
// More than limit bytes are refused with ErrBodyTooLarge, by the declared length already where there is one.
// Memory grows with what has arrived, at most to four times that, and the result fits its declared length exactly.
func ReadAll(r io.Reader, declared, limit int64) ([]byte, error) {
	b, _, err := readAll(r, declared, limit, nil)
	return b, err
}

func readAll(r io.Reader, declared, limit int64, budget *Budget) (body []byte, taken int64, err error) {
	if declared > limit {
		return nil, 0, fmt.Errorf("%w: %d bytes declared, at most %d", ErrBodyTooLarge, declared, limit)
	}
	target, size := limit, min(limit, 16<<10)
	if declared >= 0 {
		target, size = declared, declared
		if declared > 2*bodyStep {
			size = bodyStep
		}
	}
	if err := budget.take(size); err != nil {
		return nil, 0, err
	}
	taken = size
	buf := make([]byte, 0, size)
	for {
		if len(buf) == cap(buf) {
			if size == target {
				err := expectEOF(r, limit)
				return buf, taken, err
			}
			next := min(4*size, target)
			if err := budget.take(next - size); err != nil {
				return nil, taken, err
			}
			taken, size = taken+next-size, next
			buf = append(make([]byte, 0, next), buf...)
		}
		n, err := r.Read(buf[len(buf):cap(buf)])
		buf = buf[:len(buf)+n]
		if err == io.EOF {
			return buf, taken, nil
		}
		if err != nil {
			return nil, taken, err
		}
	}
}

func expectEOF(r io.Reader, limit int64) error {
	var one [1]byte
	_, err := io.ReadFull(r, one[:])
	if err == nil {
		return fmt.Errorf("%w: more than %d bytes", ErrBodyTooLarge, limit)
	}
	if err == io.EOF {
		return nil
	}
	return err
}

// ReadBody reads the body of a request within limit and budget. A peer that sends too slowly is cut off. The caller
// calls release when the body is no longer needed, also after an error.
func ReadBody(w http.ResponseWriter, r *http.Request, limit int64, budget *Budget) (body []byte, release func(), err error) {
	expected := r.ContentLength
	if expected < 0 {
		expected = limit
	}
	control := http.NewResponseController(w)
	// Requests without a connection, in tests, are read without a deadline. The deadline must not outlive the body:
	// the server goes on to read from the connection to notice that the peer left.
	_ = control.SetReadDeadline(transferDeadline(min(expected, limit)))
	body, taken, err := readAll(r.Body, r.ContentLength, limit, budget)
	_ = control.SetReadDeadline(time.Time{})
	return body, func() { budget.give(taken) }, bodyError(err)
}

// bodyError gives errors of the connection the sentinel that fits them.
func bodyError(err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, ErrBodyTooLarge), errors.Is(err, ErrNoBudget):
		return fmt.Errorf("read body: %w", err)
	case errors.Is(err, os.ErrDeadlineExceeded):
		return fmt.Errorf("read body: %w: %w", context.DeadlineExceeded, err)
	}
	return fmt.Errorf("read body: %w: %w", ErrMalformed, err)
}
