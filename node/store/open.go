package store

import (
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/cockroachdb/pebble/v2"
	"github.com/cockroachdb/pebble/v2/bloom"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/internal/bcs"
)

// formatVersion is the version of the directory as a whole. It grows when an older binary would misread the data.
const formatVersion = 1

const (
	lockName      = "LOCK"
	formatName    = "FORMAT"
	creatingName  = "CREATING"
	metaDir       = "meta"
	sliverDir     = "slivers"
	quarantineDir = "quarantine"
	tmpDir        = "tmp"
	formatPrefix  = "walrus storage node, format "
)

// Errors of Open.
var (
	// ErrInUse: another process, or another Store of this one, holds the directory.
	ErrInUse = errors.New("storage directory is in use")
	// ErrFormat: the directory was written by a newer version, or is not a store.
	ErrFormat = errors.New("storage directory has another format")
	// ErrForeign: the directory belongs to another deployment or another node.
	ErrForeign = errors.New("storage directory belongs to another deployment")
)

// Options say where and how to store. Zero values of the tuning fields mean the defaults.
type Options struct {
	FS  FS     // Disk() when nil
	Dir string // made if absent

	// Identity names deployment and node. It is written at the first Open and compared later.
	Identity string
	NShards  walrus.ShardCount

	// FileThreshold is the size in bytes from which a sliver is a file of its own.
	FileThreshold int
	// CacheBytes bounds Pebble's block cache.
	CacheBytes int64
	// MemTableBytes bounds one of Pebble's memory tables.
	MemTableBytes uint64
	// Log gets what Pebble reports; nil discards it.
	Log func(msg string)
}

// Defaults of Options. The threshold was chosen by BenchmarkPut (docs/FORMATS.md): below it a file costs more than
// Pebble's rewriting.
const (
	DefaultFileThreshold = 128 << 10
	defaultCacheBytes    = 16 << 20
	defaultMemTable      = 8 << 20
)

// Store is an open storage directory.
type Store struct {
	fs        FS
	dir       string
	threshold int
	lock      io.Closer
	db        *pebble.DB

	stripes [64]sync.RWMutex // by blob: writers of slivers share, removal excludes
	rows    sync.Mutex       // read-modify-write of bookkeeping and intents; taken after a stripe

	dirsMu sync.Mutex
	dirs   map[string]bool // made durable; guarded by dirsMu
	tmpSeq atomic.Uint64

	failure atomic.Pointer[error] // set once, by fail
	failed  chan struct{}         // closed by fail
	counts  counters
}

// Open opens or makes the store in o.Dir and takes its lock.
func Open(o Options) (_ *Store, err error) {
	if o.FS == nil {
		o.FS = Disk()
	}
	if o.FileThreshold == 0 {
		o.FileThreshold = DefaultFileThreshold
	}
	s := &Store{fs: o.FS, dir: o.Dir, threshold: o.FileThreshold, dirs: map[string]bool{}, failed: make(chan struct{})}
	if err := s.makeRoot(s.dir); err != nil {
		return nil, fmt.Errorf("make storage directory %s: %w", s.dir, err)
	}
	if s.lock, err = s.fs.Lock(s.path(lockName)); err != nil {
		return nil, fmt.Errorf("%w: lock %s: %w", ErrInUse, s.dir, err)
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, s.lock.Close())
		}
	}()
	created, err := s.checkFormat()
	if err != nil {
		return nil, err
	}
	if err := s.cleanTmp(); err != nil {
		return nil, fmt.Errorf("empty %s: %w", s.path(tmpDir), err)
	}
	err = s.guard(func() (err error) {
		s.db, err = pebble.Open(s.path(metaDir), pebbleOptions(o))
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", s.path(metaDir), err)
	}
	if err = s.checkIdentity(o); err == nil && created {
		err = s.finishCreating()
	}
	if err != nil {
		return nil, errors.Join(err, s.db.Close())
	}
	return s, nil
}

func pebbleOptions(o Options) *pebble.Options {
	p := &pebble.Options{
		FS:                 o.FS,
		FormatMajorVersion: pebble.FormatNewest,
		CacheSize:          o.CacheBytes,
		MemTableSize:       o.MemTableBytes,
		MaxOpenFiles:       256,
		Logger:             pebbleLog{o.Log},
	}
	if p.CacheSize == 0 {
		p.CacheSize = defaultCacheBytes
	}
	if p.MemTableSize == 0 {
		p.MemTableSize = defaultMemTable
	}
	for i := range p.Levels {
		p.Levels[i].FilterPolicy = bloom.FilterPolicy(10)
	}
	p.Experimental.ValueSeparationPolicy = func() pebble.ValueSeparationPolicy {
		return pebble.ValueSeparationPolicy{
			Enabled: true, MinimumSize: 2 << 10, MaxBlobReferenceDepth: 10,
			RewriteMinimumAge: time.Minute, TargetGarbageRatio: 0.3,
		}
	}
	return p
}

// Close closes the store and gives up its lock. After a failure of the log only the lock is given up, since Pebble
// does not survive one.
func (s *Store) Close() error {
	var err error
	if s.failure.Load() == nil {
		err = s.db.Close()
	}
	return errors.Join(err, s.lock.Close())
}

func (s *Store) path(name string) string { return s.fs.PathJoin(s.dir, name) }

func (s *Store) tmpName() string { return strconv.FormatUint(s.tmpSeq.Add(1), 36) }

// checkFormat reads the version of the directory. In an empty one, and in one whose creation was cut off, it begins a
// store: CREATING stands until all of it is durable, and until then nothing was promised to anybody.
func (s *Store) checkFormat() (created bool, err error) {
	text, err := s.readSmall(s.path(formatName))
	if err != nil && !isNotExist(err) {
		return false, fmt.Errorf("read format of %s: %w", s.dir, err)
	}
	known := err == nil
	_, err = s.fs.Stat(s.path(creatingName))
	switch {
	case err == nil:
		return true, s.beginCreating()
	case !isNotExist(err):
		return false, fmt.Errorf("look into %s: %w", s.dir, err)
	case known:
		return false, s.parseFormat(string(text))
	}
	if _, err := s.fs.Stat(s.path(metaDir)); !isNotExist(err) {
		return false, errors.Join(fmt.Errorf("%w: %s holds data but no %s", ErrFormat, s.dir, formatName), err)
	}
	return true, s.beginCreating()
}

func (s *Store) parseFormat(text string) error {
	number, ok := strings.CutPrefix(strings.TrimSpace(text), formatPrefix)
	version, err := strconv.Atoi(number)
	if !ok || err != nil {
		return fmt.Errorf("%w: %s holds %.60q", ErrFormat, s.path(formatName), text)
	}
	if version != formatVersion {
		return fmt.Errorf("%w: %s has version %d, this program knows %d", ErrFormat, s.dir, version, formatVersion)
	}
	return nil
}

// beginCreating leaves the directory with CREATING and no data of Pebble.
func (s *Store) beginCreating() error {
	if _, err := s.makeDir(tmpDir); err != nil {
		return fmt.Errorf("make %s: %w", s.path(tmpDir), err)
	}
	if err := s.writeDurably(s.path(creatingName), []byte("not yet a store\n")); err != nil {
		return fmt.Errorf("write %s: %w", s.path(creatingName), err)
	}
	if err := ignoreNotExist(s.fs.RemoveAll(s.path(metaDir))); err != nil {
		return fmt.Errorf("remove what is left of %s: %w", s.path(metaDir), err)
	}
	return nil
}

func (s *Store) finishCreating() error {
	text := formatPrefix + strconv.Itoa(formatVersion) + "\n"
	if err := s.writeDurably(s.path(formatName), []byte(text)); err != nil {
		return fmt.Errorf("write %s: %w", s.path(formatName), err)
	}
	if err := errors.Join(s.fs.Remove(s.path(creatingName)), s.syncDir(s.dir)); err != nil {
		return fmt.Errorf("remove %s: %w", s.path(creatingName), err)
	}
	return nil
}

// readSmall reads a file of a few hundred bytes at most.
func (s *Store) readSmall(path string) ([]byte, error) {
	f, err := s.fs.Open(path)
	if err != nil {
		return nil, err
	}
	b, err := io.ReadAll(io.LimitReader(f, 512))
	return b, errors.Join(err, f.Close())
}

func (s *Store) cleanTmp() error {
	dir, err := s.makeDir(tmpDir)
	if err != nil {
		return err
	}
	names, err := s.fs.List(dir)
	if err != nil {
		return err
	}
	for _, name := range names {
		if err := s.fs.Remove(s.fs.PathJoin(dir, name)); err != nil {
			return err
		}
	}
	return nil
}

// checkIdentity compares whose data these are, or writes it into an empty store.
func (s *Store) checkIdentity(o Options) error {
	key := []byte{tableIdentity}
	row, err := s.get(key)
	if err != nil {
		return fmt.Errorf("read identity of %s: %w", s.dir, err)
	}
	if row == nil {
		b := bcs.AppendString(bcs.AppendU16(newRow(), uint16(o.NShards)), o.Identity)
		return s.update(func(batch *pebble.Batch) error { return batch.Set(key, b, nil) }, pebble.Sync)
	}
	r := openRow(row)
	n, identity := walrus.ShardCount(r.U16()), r.String(512)
	if err := closeRow(r, "identity"); err != nil {
		return err
	}
	if n != o.NShards || identity != o.Identity {
		return fmt.Errorf("%w: %s is of %s with %d shards, not of %s with %d", ErrForeign, s.dir, identity, n, o.Identity, o.NShards)
	}
	return nil
}
