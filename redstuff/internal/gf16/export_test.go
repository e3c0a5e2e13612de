package gf16

import "testing"

// eachPath runs f once for every kernel set of this CPU.
func eachPath(t *testing.T, f func(t *testing.T)) {
	t.Helper()
	for _, path := range Paths() {
		t.Run("cpu="+path, func(t *testing.T) {
			usePath(t, path)
			f(t)
		})
	}
}

// usePath selects a kernel set for the rest of a test or benchmark.
func usePath(tb testing.TB, path string) {
	tb.Helper()
	before := active.name
	if err := Use(path); err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if err := Use(before); err != nil {
			tb.Fatal(err)
		}
	})
}
