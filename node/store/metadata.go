package store

import (
	"errors"
	"fmt"

	"github.com/cockroachdb/pebble/v2"

	"github.com/walrus-go/walrus"
)

// PutMetadata stores metadata that the caller verified against the blob ID. They are durable after the next Sync.
func (s *Store) PutMetadata(id walrus.BlobID, m *walrus.Metadata) error {
	l := s.stripe(id)
	l.RLock()
	defer l.RUnlock()
	row := encodeMetadata(id, m)
	err := s.update(func(b *pebble.Batch) error { return b.Set(blobKey(tableMetadata, id), row, nil) }, pebble.NoSync)
	if err != nil {
		return fmt.Errorf("store metadata of blob %v: %w", id, err)
	}
	s.counts.metadata.Add(1)
	return nil
}

// Metadata returns stored metadata, their checksum compared. walrus.ErrMetadataNotFound when they are not held, which
// includes metadata that have just failed it and were dropped.
func (s *Store) Metadata(id walrus.BlobID) (*walrus.Metadata, error) {
	row, err := s.get(blobKey(tableMetadata, id))
	if err != nil {
		return nil, fmt.Errorf("read metadata of blob %v: %w", id, err)
	}
	if row == nil {
		return nil, fmt.Errorf("%w: blob %v", walrus.ErrMetadataNotFound, id)
	}
	m, err := decodeMetadata(id, row)
	if errors.Is(err, ErrCorrupt) {
		s.counts.corrupt.Add(1)
		if qerr := s.quarantineMetadata(id, row); qerr != nil {
			return nil, fmt.Errorf("quarantine metadata of blob %v: %w", id, errors.Join(qerr, err))
		}
		return nil, fmt.Errorf("%w: blob %v: %w", walrus.ErrMetadataNotFound, id, err)
	}
	return m, err
}

// HasMetadata reports whether metadata of the blob are held.
func (s *Store) HasMetadata(id walrus.BlobID) (bool, error) {
	_, closer, err := s.db.Get(blobKey(tableMetadata, id))
	if errors.Is(err, pebble.ErrNotFound) {
		return false, nil
	}
	if err != nil {
		return false, fmt.Errorf("look for metadata of blob %v: %w", id, err)
	}
	return true, closer.Close()
}
