package store

import (
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/walrus-go/walrus"
)

// Audit compares the index with the directories: a file that is gone or has another size leaves the index and becomes a
// sync intent; a file without index row, which a crash can leave, is removed. It reads no data and may run beside
// everything else.
func (s *Store) Audit(ctx context.Context) (Report, error) {
	var r Report
	if err := s.auditIndex(ctx, &r); err != nil {
		return r, fmt.Errorf("audit index: %w", err)
	}
	if err := s.auditFiles(ctx, &r); err != nil {
		return r, fmt.Errorf("audit files: %w", err)
	}
	return r, nil
}

// Report counts what an audit saw.
type Report struct {
	Checked int // slivers in the index
	Missing int // of them, files that were gone
	Orphans int // files removed because the index does not know them
}

const auditBatch = 1024

func (s *Store) auditIndex(ctx context.Context, r *Report) error {
	type row struct {
		id walrus.BlobID
		p  Place
		at place
	}
	from := []byte{tableIndex}
	for {
		var rows []row
		var last []byte
		err := s.scan([]byte{tableIndex}, from, func(key, value []byte) (bool, error) {
			id, p, ok := parseIndexKey(key)
			at, err := decodePlace(value)
			if !ok || err != nil {
				return false, errors.Join(fmt.Errorf("%w: index key %x", ErrCorrupt, key), err)
			}
			rows, last = append(rows, row{id, p, at}), append(last[:0], key...)
			return len(rows) < auditBatch, nil
		})
		if err != nil || len(rows) == 0 {
			return err
		}
		for _, v := range rows {
			r.Checked++
			ok, err := s.present(v.id, v.p, v.at)
			if err != nil {
				return err
			}
			if !ok {
				r.Missing++
			}
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		from = append(last, 0)
	}
}

func (s *Store) auditFiles(ctx context.Context, r *Report) error {
	shards, err := s.list(s.path(sliverDir))
	if err != nil {
		return err
	}
	for _, name := range shards {
		shard, err := strconv.ParseUint(name, 10, 16)
		if err != nil {
			continue
		}
		for _, axis := range []walrus.Axis{walrus.Primary, walrus.Secondary} {
			if err := s.auditDir(ctx, Place{walrus.ShardIndex(shard), axis}, r); err != nil {
				return err
			}
		}
	}
	return nil
}

func (s *Store) auditDir(ctx context.Context, p Place, r *Report) error {
	names, err := s.list(s.fs.PathJoin(append([]string{s.dir}, sliverPath(p)...)...))
	if err != nil {
		return err
	}
	for _, name := range names {
		b, err := hex.DecodeString(name)
		if err != nil || len(b) != len(walrus.BlobID{}) || name != strings.ToLower(name) {
			continue
		}
		removed, err := s.removeOrphan(walrus.BlobID(b), p)
		if err != nil {
			return err
		}
		if removed {
			r.Orphans++
		}
		if err := ctx.Err(); err != nil {
			return err
		}
	}
	return nil
}

func (s *Store) removeOrphan(id walrus.BlobID, p Place) (bool, error) {
	l := s.stripe(id)
	l.Lock()
	defer l.Unlock()
	at, err := s.place(id, p)
	if err != nil || at != nil && at.home == inFile {
		return false, err
	}
	err = s.fs.Remove(s.filePath(id, p))
	return err == nil, ignoreNotExist(err)
}

// list returns the names in a directory, none if it does not exist.
func (s *Store) list(dir string) ([]string, error) {
	names, err := s.fs.List(dir)
	return names, ignoreNotExist(err)
}
