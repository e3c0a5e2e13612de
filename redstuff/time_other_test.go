//go:build !unix

package redstuff

import "time"

var processStart = time.Now()

// processTime returns the time since the start, for want of the processor time.
func processTime() time.Duration { return time.Since(processStart) }
