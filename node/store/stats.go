package store

import "sync/atomic"

type counters struct {
	rows, rowBytes, files, fileBytes atomic.Uint64
	metadata, corrupt, missing       atomic.Uint64
}

func (c *counters) stored(at place) {
	if at.home == inFile {
		c.files.Add(1)
		c.fileBytes.Add(uint64(at.size))
		return
	}
	c.rows.Add(1)
	c.rowBytes.Add(uint64(at.size))
}

// Stats are counts since Open.
type Stats struct {
	SliverRows, SliverRowBytes   uint64 // slivers stored as rows
	SliverFiles, SliverFileBytes uint64 // slivers stored as files
	Metadata                     uint64 // metadata stored
	Corrupt                      uint64 // reads that failed their checksum
	Missing                      uint64 // files that were gone
}

// Stats returns counts since Open.
func (s *Store) Stats() Stats {
	c := &s.counts
	return Stats{c.rows.Load(), c.rowBytes.Load(), c.files.Load(), c.fileBytes.Load(), c.metadata.Load(), c.corrupt.Load(), c.missing.Load()}
}

// Space returns the bytes that can still be written to the disk and its size.
func (s *Store) Space() (free, total uint64, err error) {
	u, err := s.fs.GetDiskUsage(s.dir)
	return u.AvailBytes, u.TotalBytes, err
}
