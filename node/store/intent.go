package store

import (
	"fmt"

	"github.com/cockroachdb/pebble/v2"

	"github.com/walrus-go/walrus"
)

// Intents calls fn for each intent whose blob ID is at least from, in the order of IDs, until fn returns false.
func (s *Store) Intents(from walrus.BlobID, fn func(Intent) bool) error {
	return s.scan([]byte{tableIntent}, blobKey(tableIntent, from), func(key, value []byte) (bool, error) {
		i, err := decodeIntent(walrus.BlobID(key[1:]), value)
		if err != nil {
			return false, err
		}
		return fn(i), nil
	})
}

// Intent returns the intent of a blob.
func (s *Store) Intent(id walrus.BlobID) (i Intent, found bool, err error) {
	row, err := s.get(blobKey(tableIntent, id))
	if row == nil || err != nil {
		return i, false, err
	}
	i, err = decodeIntent(id, row)
	return i, err == nil, err
}

// Postpone replaces an intent by its next try, unless the stored one changed since it was read: then the work it
// stands for is not the work that was tried.
func (s *Store) Postpone(old, next Intent) error { return s.swapIntent(old, &next) }

// Finish removes an intent, unless the stored one changed since it was read.
func (s *Store) Finish(done Intent) error { return s.swapIntent(done, nil) }

func (s *Store) swapIntent(old Intent, next *Intent) error {
	s.rows.Lock()
	defer s.rows.Unlock()
	now, found, err := s.Intent(old.Blob)
	if err != nil || !found || !now.equal(old) {
		return err
	}
	err = s.update(func(b *pebble.Batch) error {
		if next == nil {
			return b.Delete(blobKey(tableIntent, old.Blob), nil)
		}
		return b.Set(blobKey(tableIntent, old.Blob), encodeIntent(*next), nil)
	}, pebble.NoSync)
	if err != nil {
		return fmt.Errorf("update intent of blob %v: %w", old.Blob, err)
	}
	return nil
}

func (i Intent) equal(o Intent) bool {
	return i.Blob == o.Blob && i.Kind == o.Kind && i.Event == o.Event && i.Attempts == o.Attempts && i.Next.Equal(o.Next)
}

// Want makes an intent to heal the blob, due at once, unless it has an intent.
func (s *Store) Want(id walrus.BlobID) error {
	s.rows.Lock()
	defer s.rows.Unlock()
	return s.update(func(b *pebble.Batch) error { return s.wantHealing(b, id) }, pebble.NoSync)
}
