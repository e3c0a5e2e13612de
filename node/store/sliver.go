package store

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"sync"

	"github.com/cockroachdb/pebble/v2"

	"github.com/walrus-go/walrus"
)

// stripe returns the lock of a blob. Storing takes it shared, removing exclusively, so that no index row outlives its
// bytes and no file its row.
func (s *Store) stripe(id walrus.BlobID) *sync.RWMutex { return &s.stripes[int(id[0])%len(s.stripes)] }

// PutSliver stores a sliver, which the caller verified, for a shard. It is durable after the next Sync. Storing a sliver
// that is held is cheap and changes nothing.
func (s *Store) PutSliver(id walrus.BlobID, shard walrus.ShardIndex, v *walrus.Sliver) error {
	p := Place{shard, v.Axis}
	if err := s.putSliver(id, p, v); err != nil {
		return fmt.Errorf("store sliver of blob %v, %v: %w", id, p, err)
	}
	return nil
}

func (s *Store) putSliver(id walrus.BlobID, p Place, v *walrus.Sliver) error {
	if len(v.Data) == 0 || len(v.Data) > walrus.MaxShards.MaxSliverSize() || v.SymbolSize < 1 || v.SymbolSize > walrus.MaxSymbolSize {
		return fmt.Errorf("%w: %d bytes of %d-byte symbols", walrus.ErrInvalidSliver, len(v.Data), v.SymbolSize)
	}
	l := s.stripe(id)
	l.RLock()
	defer l.RUnlock()
	if at, err := s.place(id, p); err != nil || at != nil {
		return err
	}
	tail := trailer(id, p, v)
	at := place{inRow, uint32(len(v.Data))}
	if len(v.Data) >= s.threshold {
		at.home = inFile
		if err := s.writeSliver(id, p, v.Data, tail); err != nil {
			return err
		}
	}
	err := s.update(func(b *pebble.Batch) error {
		if at.home == inRow {
			op := b.SetDeferred(len(sliverKey(p.Shard, p.Axis, id)), len(v.Data)+len(tail))
			copy(op.Key, sliverKey(p.Shard, p.Axis, id))
			copy(op.Value[copy(op.Value, v.Data):], tail)
			if err := op.Finish(); err != nil {
				return err
			}
		}
		return b.Set(indexKey(id, p.Axis, p.Shard), encodePlace(at), nil)
	}, pebble.NoSync)
	if err == nil {
		s.counts.stored(at)
	}
	return err
}

// writeSliver writes the file of a sliver. Somebody may have removed the directories since they were made, so an absent
// one is made again, once.
func (s *Store) writeSliver(id walrus.BlobID, p Place, parts ...[]byte) error {
	write := func() error {
		if _, err := s.makeDir(tmpDir); err != nil {
			return err
		}
		dir, err := s.makeDir(sliverPath(p)...)
		if err != nil {
			return err
		}
		return s.writeDurably(s.fs.PathJoin(dir, fileName(id)), parts...)
	}
	err := write()
	if isNotExist(err) {
		s.dirsMu.Lock()
		clear(s.dirs)
		s.dirsMu.Unlock()
		err = write()
	}
	return err
}

// Sliver returns a stored sliver, its checksum compared. walrus.ErrSliverNotFound when it is not held, which includes
// one that has just failed its checksum; any other error means that the disk did not answer.
func (s *Store) Sliver(id walrus.BlobID, p Place) (*walrus.Sliver, error) {
	v, err := s.sliver(id, p)
	if errors.Is(err, ErrCorrupt) {
		s.counts.corrupt.Add(1)
		if qerr := s.quarantine(id, p); qerr != nil {
			return nil, fmt.Errorf("quarantine sliver of blob %v, %v: %w", id, p, errors.Join(qerr, err))
		}
		return nil, fmt.Errorf("%w: blob %v, %v: %w", walrus.ErrSliverNotFound, id, p, err)
	}
	if err != nil {
		return nil, fmt.Errorf("read sliver of blob %v, %v: %w", id, p, err)
	}
	return v, nil
}

func (s *Store) sliver(id walrus.BlobID, p Place) (*walrus.Sliver, error) {
	l := s.stripe(id)
	l.RLock()
	defer l.RUnlock()
	at, err := s.place(id, p)
	if err != nil {
		return nil, err
	}
	if at == nil {
		return nil, walrus.ErrSliverNotFound
	}
	b, err := s.stored(id, p, *at)
	if err != nil {
		return nil, err
	}
	return parseStored(id, p, b)
}

// stored returns the bytes of a sliver with their trailer.
func (s *Store) stored(id walrus.BlobID, p Place, at place) ([]byte, error) {
	if at.home == inFile {
		return s.readFile(s.filePath(id, p), at.size)
	}
	b, err := s.get(sliverKey(p.Shard, p.Axis, id))
	if err == nil && b == nil {
		err = fmt.Errorf("%w: no row for it", ErrCorrupt)
	}
	return b, err
}

// readFile reads a sliver file whose data have the given size. A file that is absent or of another size is corrupt.
func (s *Store) readFile(path string, size uint32) ([]byte, error) {
	f, err := s.fs.Open(path)
	if isNotExist(err) {
		return nil, fmt.Errorf("%w: %w", ErrCorrupt, err)
	}
	if err != nil {
		return nil, err
	}
	b, err := readExactly(f, int64(size)+trailerLen)
	return b, errors.Join(err, f.Close())
}

func readExactly(f interface {
	io.ReaderAt
	Stat() (fileInfo, error)
}, size int64) ([]byte, error) {
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if info.Size() != size {
		return nil, fmt.Errorf("%w: file of %d bytes, want %d", ErrCorrupt, info.Size(), size)
	}
	b := make([]byte, size)
	if _, err := f.ReadAt(b, 0); err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	return b, nil
}

// place returns the index row of a sliver, nil when it is not held.
func (s *Store) place(id walrus.BlobID, p Place) (*place, error) {
	row, err := s.get(indexKey(id, p.Axis, p.Shard))
	if row == nil || err != nil {
		return nil, err
	}
	at, err := decodePlace(row)
	return &at, err
}

// HasSliver reports whether the sliver is held.
func (s *Store) HasSliver(id walrus.BlobID, p Place) (bool, error) {
	at, err := s.place(id, p)
	return at != nil, err
}

// Held returns the slivers of a blob that are held. Files are looked for, so a confirmation that rests on the answer is
// true even after somebody deleted them; one that is gone leaves the index and a sync intent is made.
func (s *Store) Held(id walrus.BlobID) (map[Place]bool, error) {
	places := map[Place]place{}
	prefix := blobKey(tableIndex, id)
	err := s.scan(prefix, prefix, func(key, value []byte) (bool, error) {
		if _, p, ok := parseIndexKey(key); ok && bytes.HasPrefix(key, prefix) {
			at, err := decodePlace(value)
			places[p] = at
			return true, err
		}
		return true, fmt.Errorf("%w: index key %x", ErrCorrupt, key)
	})
	if err != nil {
		return nil, fmt.Errorf("list slivers of blob %v: %w", id, err)
	}
	held := make(map[Place]bool, len(places))
	for p, at := range places {
		ok, err := s.present(id, p, at)
		if err != nil {
			return nil, err
		}
		if ok {
			held[p] = true
		}
	}
	return held, nil
}

// present checks that a file is there with the right size, and forgets the sliver if not.
func (s *Store) present(id walrus.BlobID, p Place, at place) (bool, error) {
	if at.home == inRow {
		return true, nil
	}
	info, err := s.fs.Stat(s.filePath(id, p))
	if err == nil && info.Size() == int64(at.size)+trailerLen {
		return true, nil
	}
	if err != nil && !isNotExist(err) {
		return false, fmt.Errorf("look for sliver of blob %v, %v: %w", id, p, err)
	}
	s.counts.missing.Add(1)
	return false, s.quarantine(id, p)
}

func sliverPath(p Place) []string {
	return []string{sliverDir, strconv.Itoa(int(p.Shard)), p.Axis.String()}
}

func (s *Store) filePath(id walrus.BlobID, p Place) string {
	return s.fs.PathJoin(append(append([]string{s.dir}, sliverPath(p)...), fileName(id))...)
}

func fileName(id walrus.BlobID) string { return fmt.Sprintf("%x", id[:]) }
