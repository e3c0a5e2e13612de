package store

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/cockroachdb/pebble/v2"

	"github.com/walrus-go/walrus"
)

// Erase removes metadata and all slivers of a blob. The rows are durably gone before the first file is, so a crash
// leaves files without a row, which Audit removes, and never a row without its file.
func (s *Store) Erase(id walrus.BlobID) error {
	l := s.stripe(id)
	l.Lock()
	defer l.Unlock()
	var files []string
	err := s.update(func(b *pebble.Batch) error {
		prefix := blobKey(tableIndex, id)
		err := s.scan(prefix, prefix, func(key, value []byte) (bool, error) {
			_, p, ok := parseIndexKey(key)
			at, err := decodePlace(value)
			if !ok || err != nil {
				return false, errors.Join(fmt.Errorf("%w: index key %x", ErrCorrupt, key), err)
			}
			if at.home == inFile {
				files = append(files, s.filePath(id, p))
			} else if err := b.Delete(sliverKey(p.Shard, p.Axis, id), nil); err != nil {
				return false, err
			}
			return true, b.Delete(key, nil)
		})
		return errors.Join(err, b.Delete(blobKey(tableMetadata, id), nil))
	}, pebble.Sync)
	if err != nil {
		return fmt.Errorf("erase blob %v: %w", id, err)
	}
	for _, path := range files {
		err = errors.Join(err, ignoreNotExist(s.fs.Remove(path)))
	}
	if err != nil {
		return fmt.Errorf("erase files of blob %v: %w", id, err)
	}
	return nil
}

// Reject is for a sliver that passes its checksum and still does not belong to the blob: it was damaged before it was
// stored. It counts as missing from then on.
func (s *Store) Reject(id walrus.BlobID, p Place) error {
	s.counts.corrupt.Add(1)
	return s.setAside(id, p, true)
}

// quarantine takes a sliver out of the index and moves its bytes aside, if they are there. A sync intent is part of the
// same batch. A sliver that was replaced or removed meanwhile is left alone.
func (s *Store) quarantine(id walrus.BlobID, p Place) error { return s.setAside(id, p, false) }

func (s *Store) setAside(id walrus.BlobID, p Place, whole bool) error {
	l := s.stripe(id)
	l.Lock()
	defer l.Unlock()
	at, err := s.place(id, p)
	if at == nil || err != nil {
		return err
	}
	if b, err := s.stored(id, p, *at); err == nil && !whole {
		if _, err := parseStored(id, p, b); err == nil {
			return nil
		}
	}
	if err := s.forget(id, p, *at); err != nil || at.home == inRow {
		return err
	}
	dir, err := s.makeDir(quarantineDir)
	if err != nil {
		return err
	}
	name := strings.Join([]string{fileName(id), strconv.Itoa(int(p.Shard)), p.Axis.String()}, "-")
	return ignoreNotExist(s.fs.Rename(s.filePath(id, p), s.fs.PathJoin(dir, name)))
}

// forget durably removes the index row of a sliver, keeps a row of its bytes under the quarantine table, and asks for
// the sliver to be healed.
func (s *Store) forget(id walrus.BlobID, p Place, at place) error {
	s.rows.Lock()
	defer s.rows.Unlock()
	return s.update(func(b *pebble.Batch) error {
		if at.home == inRow {
			key := sliverKey(p.Shard, p.Axis, id)
			row, err := s.get(key)
			if err != nil {
				return err
			}
			if err := errors.Join(b.Set(append([]byte{tableQuarantine}, key...), row, nil), b.Delete(key, nil)); err != nil {
				return err
			}
		}
		return errors.Join(b.Delete(indexKey(id, p.Axis, p.Shard), nil), s.wantHealing(b, id))
	}, pebble.Sync)
}

func (s *Store) quarantineMetadata(id walrus.BlobID, row []byte) error {
	l := s.stripe(id)
	l.Lock()
	defer l.Unlock()
	s.rows.Lock()
	defer s.rows.Unlock()
	key := blobKey(tableMetadata, id)
	return s.update(func(b *pebble.Batch) error {
		return errors.Join(b.Set(append([]byte{tableQuarantine}, key...), row, nil), b.Delete(key, nil), s.wantHealing(b, id))
	}, pebble.Sync)
}

// wantHealing adds an intent that is due at once, unless the blob has one: an erasure stays an erasure.
func (s *Store) wantHealing(b *pebble.Batch, id walrus.BlobID) error {
	key := blobKey(tableIntent, id)
	old, err := s.get(key)
	if old != nil || err != nil {
		return err
	}
	return b.Set(key, encodeIntent(Intent{Blob: id, Kind: HealBlob, Next: time.UnixMilli(0)}), nil)
}
