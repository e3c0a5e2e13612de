package store

import (
	"errors"
	"fmt"
	"time"

	"github.com/cockroachdb/pebble/v2"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
	"github.com/walrus-go/walrus/internal/bcs"
	"github.com/walrus-go/walrus/node/plan"
)

// ErrGap: events that do not follow the stored cursor.
var ErrGap = errors.New("events do not follow the stored cursor")

// Applied is what became of one event.
type Applied struct {
	Element  chain.Element
	Blob     walrus.BlobID
	Info     plan.Info // after it
	Reaction plan.Reaction
	Anomaly  error // wraps plan.ErrAnomaly, or nil
}

// Apply brings the bookkeeping from the stored cursor to the cursor next, by elements that lead there, in one batch:
// rows, sync intents, epoch, cursor. Elements before the stored cursor are skipped, so replay has no effect; a gap is
// ErrGap. The results are those of the elements not skipped. The batch is not synced: what a crash takes is replayed.
func (s *Store) Apply(elements []chain.Element, next chain.Cursor) ([]Applied, error) {
	s.rows.Lock()
	defer s.rows.Unlock()
	at, err := s.Cursor()
	if err != nil {
		return nil, err
	}
	var done []Applied
	err = s.guard(func() (err error) {
		b := s.db.NewIndexedBatch()
		if done, err = fill(b, at, elements, next); err != nil || len(done) == 0 {
			return errors.Join(err, b.Close())
		}
		if err := b.Commit(pebble.NoSync); err != nil {
			return err
		}
		return b.Close()
	})
	if err != nil {
		return nil, err
	}
	return done, nil
}

// fill adds the effect of all elements that follow at, and the cursor behind them.
func fill(b *pebble.Batch, at chain.Cursor, elements []chain.Element, next chain.Cursor) ([]Applied, error) {
	var done []Applied
	index := at.NextIndex
	for _, el := range elements {
		if el.Index < index {
			continue
		}
		if el.Index != index {
			return nil, fmt.Errorf("%w: element %d at %v", ErrGap, el.Index, at)
		}
		index++
		a, err := applyOne(b, el)
		if err != nil {
			return nil, fmt.Errorf("apply event %d: %w", el.Index, err)
		}
		done = append(done, a)
	}
	if len(done) == 0 {
		return nil, nil
	}
	if next.NextIndex != index {
		return nil, fmt.Errorf("%w: cursor %v after element %d", ErrGap, next, index-1)
	}
	return done, setCursor(b, next)
}

// applyOne adds the effect of one element to the batch, reading through it.
func applyOne(b *pebble.Batch, el chain.Element) (Applied, error) {
	a := Applied{Element: el}
	blob, object, touches := plan.Key(el.Event)
	var before plan.Rows
	if touches {
		a.Blob = blob
		var err error
		if before, err = readRows(b, blob, object); err != nil {
			return a, err
		}
	}
	rows, reaction, anomaly := plan.Apply(before, el)
	a.Info, a.Reaction, a.Anomaly = rows.Info, reaction, anomaly
	if touches && rows != before {
		if err := writeRows(b, blob, object, before, rows); err != nil {
			return a, err
		}
	}
	return a, react(b, a)
}

func readRows(r pebble.Reader, blob walrus.BlobID, object walrus.ObjectID) (rows plan.Rows, err error) {
	if rows.Info, err = readInfo(r, blob); err == nil {
		rows.Object, err = readObject(r, object)
	}
	return rows, err
}

func readInfo(r pebble.Reader, id walrus.BlobID) (plan.Info, error) {
	row, err := getFrom(r, blobKey(tableInfo, id))
	if row == nil || err != nil {
		return plan.Info{}, err
	}
	return decodeInfo(row)
}

func readObject(r pebble.Reader, id walrus.ObjectID) (plan.Object, error) {
	row, err := getFrom(r, objectKey(id))
	if row == nil || err != nil {
		return plan.Object{}, err
	}
	return decodeObject(row)
}

func writeRows(b *pebble.Batch, blob walrus.BlobID, object walrus.ObjectID, before, rows plan.Rows) error {
	var err error
	if rows.Info.Known() {
		err = b.Set(blobKey(tableInfo, blob), encodeInfo(rows.Info), nil)
	} else {
		err = b.Delete(blobKey(tableInfo, blob), nil)
	}
	if rows.Object == before.Object || err != nil {
		return err
	}
	if rows.Object.Exists() {
		return b.Set(objectKey(object), encodeObject(rows.Object), nil)
	}
	return b.Delete(objectKey(object), nil)
}

// react adds the durable part of a reaction.
func react(b *pebble.Batch, a Applied) error {
	key := blobKey(tableIntent, a.Blob)
	intent := Intent{Blob: a.Blob, Event: a.Element.Index, Next: time.UnixMilli(0)}
	switch a.Reaction {
	case plan.Heal:
		return b.Set(key, encodeIntent(intent), nil)
	case plan.Erase:
		intent.Kind = EraseBlob
		return b.Set(key, encodeIntent(intent), nil)
	case plan.Retire:
		return b.Delete(key, nil)
	case plan.Begin, plan.Settle:
		row, err := getFrom(b, []byte{tableEpoch})
		if err != nil {
			return err
		}
		e, err := decodeEpoch(row)
		if err != nil {
			return err
		}
		switch ev := a.Element.Event.(type) {
		case chain.EpochChangeStart:
			e = Epoch{Number: ev.Epoch}
		case chain.EpochChangeDone:
			e.Settled = e.Settled || e.Number == ev.Epoch
		}
		return b.Set([]byte{tableEpoch}, encodeEpoch(e), nil)
	}
	return nil
}

// Epoch is the epoch whose start was handled last.
type Epoch struct {
	Number  walrus.Epoch // 0 before the first
	Settled bool         // EpochChangeDone was handled too
}

func encodeEpoch(e Epoch) []byte {
	b := bcs.AppendU32(newRow(), uint32(e.Number))
	if e.Settled {
		return append(b, 1)
	}
	return append(b, 0)
}

func decodeEpoch(row []byte) (e Epoch, err error) {
	if row == nil {
		return e, nil
	}
	r := openRow(row)
	e.Number, e.Settled = walrus.Epoch(r.U32()), r.Variant(2) == 1
	return e, closeRow(r, "epoch")
}

func setCursor(b *pebble.Batch, c chain.Cursor) error {
	row, err := c.MarshalBinary()
	if err != nil {
		return fmt.Errorf("store cursor: %w", err)
	}
	return b.Set([]byte{tableCursor}, append(newRow(), row...), nil)
}

// Cursor returns the position behind the last event applied; the zero Cursor for none.
func (s *Store) Cursor() (c chain.Cursor, err error) {
	row, err := s.get([]byte{tableCursor})
	if row == nil || err != nil {
		return c, err
	}
	if row[0] != rowVersion {
		return c, fmt.Errorf("%w: cursor version %d", ErrCorrupt, row[0])
	}
	if err := c.UnmarshalBinary(row[1:]); err != nil {
		return c, fmt.Errorf("%w: cursor: %w", ErrCorrupt, err)
	}
	return c, nil
}

// Epoch returns the epoch handled last.
func (s *Store) Epoch() (Epoch, error) {
	row, err := s.get([]byte{tableEpoch})
	if err != nil {
		return Epoch{}, err
	}
	return decodeEpoch(row)
}

// Info returns the bookkeeping of a blob, the zero Info for one that is not known.
func (s *Store) Info(id walrus.BlobID) (plan.Info, error) {
	i, err := readInfo(s.db, id)
	if err != nil {
		return i, fmt.Errorf("read bookkeeping of blob %v: %w", id, err)
	}
	return i, nil
}

// Object returns the bookkeeping of a registration, the zero Object for one that is not known.
func (s *Store) Object(id walrus.ObjectID) (plan.Object, error) {
	o, err := readObject(s.db, id)
	if err != nil {
		return o, fmt.Errorf("read bookkeeping of object %v: %w", id, err)
	}
	return o, nil
}

// Infos calls fn for each blob on record whose ID is at least from, in the order of IDs, until fn returns false.
func (s *Store) Infos(from walrus.BlobID, fn func(walrus.BlobID, plan.Info) bool) error {
	return s.scan([]byte{tableInfo}, blobKey(tableInfo, from), func(key, value []byte) (bool, error) {
		i, err := decodeInfo(value)
		if err != nil {
			return false, err
		}
		return fn(walrus.BlobID(key[1:]), i), nil
	})
}
