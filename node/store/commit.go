package store

import (
	"errors"
	"fmt"

	"github.com/cockroachdb/pebble/v2"
)

// ErrFailed: the log could not be written. Nothing can be stored or signed any more; the process has to end.
var ErrFailed = errors.New("storage log failed")

// Failed is closed when the log could not be written.
func (s *Store) Failed() <-chan struct{} { return s.failed }

// Failure returns an error that wraps ErrFailed once the log could not be written, and nil before.
func (s *Store) Failure() error {
	if err := s.failure.Load(); err != nil {
		return *err
	}
	return nil
}

func (s *Store) fail(cause any) error {
	err := fmt.Errorf("%w: %v", ErrFailed, cause)
	if s.failure.CompareAndSwap(nil, &err) {
		close(s.failed)
	}
	return s.Failure()
}

// guard runs a write to Pebble. Pebble cannot go on after a failed write of its log and says so by Fatalf or a panic;
// both end up here and fail the store.
func (s *Store) guard(write func() error) (err error) {
	if err := s.Failure(); err != nil {
		return err
	}
	defer func() {
		if cause := recover(); cause != nil {
			err = s.fail(cause)
		}
	}()
	return write()
}

// update commits what fill puts into a batch. With pebble.Sync the batch and all before it are durable on return.
func (s *Store) update(fill func(*pebble.Batch) error, o *pebble.WriteOptions) error {
	return s.guard(func() error {
		b := s.db.NewBatch()
		if err := fill(b); err != nil {
			return errors.Join(err, b.Close())
		}
		if err := b.Commit(o); err != nil {
			return err
		}
		return b.Close()
	})
}

// Sync is the barrier before a signature: when it returns nil, all that was stored by calls that returned before Sync
// was called is on stable storage. Callers that arrive while an fsync runs share the next one, so the window of the group
// commit is one fsync, and a lone caller waits for no one.
func (s *Store) Sync() error {
	if err := s.guard(func() error { return s.db.LogData(nil, pebble.Sync) }); err != nil {
		return fmt.Errorf("sync storage log: %w", err)
	}
	return nil
}

// get returns a copy of a value, or nil when there is none.
func (s *Store) get(key []byte) ([]byte, error) { return getFrom(s.db, key) }

func getFrom(r pebble.Reader, key []byte) ([]byte, error) {
	v, closer, err := r.Get(key)
	if errors.Is(err, pebble.ErrNotFound) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	b := append(make([]byte, 0, len(v)), v...)
	return b, closer.Close()
}

// scan calls fn for each row whose key is at least from and has the prefix, until fn returns false.
func (s *Store) scan(prefix, from []byte, fn func(key, value []byte) (bool, error)) error {
	it, err := s.db.NewIter(&pebble.IterOptions{LowerBound: from, UpperBound: after(prefix)})
	if err != nil {
		return err
	}
	more := true
	for ok := it.First(); ok && more && err == nil; ok = it.Next() {
		var value []byte
		if value, err = it.ValueAndErr(); err == nil {
			more, err = fn(it.Key(), value)
		}
	}
	return errors.Join(err, it.Error(), it.Close())
}

// pebbleLog passes Pebble's messages on. Fatalf panics: in a foreground write guard turns that into ErrFailed, anywhere
// else (the manifest in the background) it ends the process at once and loudly, as it must.
type pebbleLog struct{ log func(string) }

func (l pebbleLog) Infof(string, ...any) {}

func (l pebbleLog) Errorf(format string, args ...any) {
	if l.log != nil {
		l.log(fmt.Sprintf(format, args...))
	}
}

func (l pebbleLog) Fatalf(format string, args ...any) { panic(fmt.Sprintf(format, args...)) }
