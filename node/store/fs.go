package store

import (
	"errors"
	"io/fs"

	"github.com/cockroachdb/pebble/v2/vfs"
)

// FS is the seam to the disk. Everything the store reads or writes passes through it, slivers as well as Pebble's files.
type FS = vfs.FS

// Disk is the file system of the machine.
func Disk() FS { return vfs.Default }

// Memory returns an empty file system in memory.
func Memory() FS { return vfs.NewMem() }

// category names the store's own files in the statistics of the file system.
type fileInfo = vfs.FileInfo

const category vfs.DiskWriteCategory = "walrus-sliver"

func isNotExist(err error) bool { return errors.Is(err, fs.ErrNotExist) }

// syncDir makes the entries of a directory durable.
func (s *Store) syncDir(dir string) error {
	d, err := s.fs.OpenDir(dir)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}

// makeRoot makes dir and the parents it lacks, each durably: a store whose own directory is gone after a crash has kept
// nothing.
func (s *Store) makeRoot(dir string) error {
	if _, err := s.fs.Stat(dir); err == nil || !isNotExist(err) {
		return err
	}
	parent := s.fs.PathDir(dir)
	if parent != dir {
		if err := s.makeRoot(parent); err != nil {
			return err
		}
	}
	if err := s.fs.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	return s.syncDir(parent)
}

// makeDir makes dir and its parents below the store's directory durable, once in the life of the Store.
func (s *Store) makeDir(elem ...string) (string, error) {
	path := s.fs.PathJoin(append([]string{s.dir}, elem...)...)
	s.dirsMu.Lock()
	defer s.dirsMu.Unlock()
	if s.dirs[path] {
		return path, nil
	}
	if err := s.fs.MkdirAll(path, 0o700); err != nil {
		return "", err
	}
	for i := range elem {
		parent := s.fs.PathJoin(append([]string{s.dir}, elem[:i]...)...)
		if err := s.syncDir(parent); err != nil {
			return "", err
		}
	}
	s.dirs[path] = true
	return path, nil
}

// writeDurably writes data to path so that after a crash the file is whole or not there: temporary file, fsync,
// rename, fsync of the directory.
func (s *Store) writeDurably(path string, parts ...[]byte) (err error) {
	tmp := s.fs.PathJoin(s.dir, tmpDir, s.tmpName())
	f, err := s.fs.Create(tmp, category)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, ignoreNotExist(s.fs.Remove(tmp)))
		}
	}()
	if err = writeParts(f, parts); err == nil {
		err = f.Sync()
	}
	if err = errors.Join(err, f.Close()); err != nil {
		return err
	}
	if err = s.fs.Rename(tmp, path); err != nil {
		return err
	}
	return s.syncDir(s.fs.PathDir(path))
}

// writeParts writes through a buffer, since vfs.File.Write may modify what it is given.
func writeParts(f vfs.File, parts [][]byte) error {
	buf := make([]byte, 0, 128<<10)
	for _, p := range parts {
		for len(p) > 0 {
			n := copy(buf[len(buf):cap(buf)], p)
			buf, p = buf[:len(buf)+n], p[n:]
			if len(buf) == cap(buf) {
				if _, err := f.Write(buf); err != nil {
					return err
				}
				buf = buf[:0]
			}
		}
	}
	if len(buf) == 0 {
		return nil
	}
	_, err := f.Write(buf)
	return err
}

func ignoreNotExist(err error) error {
	if isNotExist(err) {
		return nil
	}
	return err
}
