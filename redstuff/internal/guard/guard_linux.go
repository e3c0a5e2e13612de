// Package guard gives tests memory between two pages that fault, so that a kernel which reads or writes one byte too many
// crashes instead of going unnoticed. Only tests import it.
package guard

import (
	"testing"

	"golang.org/x/sys/unix"
)

// Pages is readable and writable memory with an inaccessible page on either side. It is freed when the test ends.
type Pages []byte

// New returns at least n bytes, a multiple of the page size.
func New(tb testing.TB, n int) Pages {
	tb.Helper()
	page := unix.Getpagesize()
	n = (n + page - 1) / page * page
	all, err := unix.Mmap(-1, 0, n+2*page, unix.PROT_READ|unix.PROT_WRITE, unix.MAP_PRIVATE|unix.MAP_ANON)
	if err != nil {
		tb.Fatalf("map %d bytes: %v", n+2*page, err)
	}
	tb.Cleanup(func() {
		if err := unix.Munmap(all); err != nil {
			tb.Errorf("unmap: %v", err)
		}
	})
	for _, edge := range [][]byte{all[:page], all[page+n:]} {
		if err := unix.Mprotect(edge, unix.PROT_NONE); err != nil {
			tb.Fatalf("protect: %v", err)
		}
	}
	return Pages(all[page : page+n : page+n])
}

// First returns the first n bytes; the byte before them faults.
func (p Pages) First(n int) []byte { return p[:n:n] }

// Last returns n bytes that end gap bytes before memory that faults.
func (p Pages) Last(n, gap int) []byte {
	end := len(p) - gap
	return p[end-n : end : end]
}
