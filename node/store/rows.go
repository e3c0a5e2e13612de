package store

import (
	"errors"
	"fmt"
	"hash/crc32"
	"time"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/internal/bcs"
	"github.com/walrus-go/walrus/node/plan"
)

// rowVersion is the first byte of every value in Pebble.
const rowVersion = 1

// ErrCorrupt: stored bytes that are not what was written.
var ErrCorrupt = errors.New("stored data are corrupt")

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

func newRow() []byte { return []byte{rowVersion} }

// openRow checks the version; the caller reads the fields and ends with closeRow.
func openRow(b []byte) *bcs.Reader {
	r := bcs.NewReader(b)
	if v := r.U8(); r.Err() == nil && v != rowVersion {
		r.Fail(fmt.Errorf("row version %d, want %d", v, rowVersion))
	}
	return r
}

func closeRow(r *bcs.Reader, what string) error {
	if err := r.Close(); err != nil {
		return fmt.Errorf("%w: %s: %w", ErrCorrupt, what, err)
	}
	return nil
}

func appendEventID(b []byte, id walrus.EventID) []byte {
	return bcs.AppendU64(append(b, id.Tx[:]...), id.LogIndex)
}

func readEventID(r *bcs.Reader) (id walrus.EventID) {
	r.Into(id.Tx[:])
	id.LogIndex = r.U64()
	return id
}

func encodeInfo(i plan.Info) []byte {
	b := bcs.AppendU64(appendEventID(newRow(), i.Invalid), i.Size)
	for _, p := range []plan.Permanent{i.PermanentTotal, i.PermanentCertified} {
		b = appendEventID(bcs.AppendU32(bcs.AppendU32(b, p.Count), uint32(p.End)), p.Event)
	}
	for _, d := range []plan.Deletable{i.DeletableTotal, i.DeletableCertified} {
		b = bcs.AppendU32(bcs.AppendU32(b, d.Count), uint32(d.End))
	}
	return bcs.AppendU32(b, uint32(i.InitialCertified))
}

func decodeInfo(b []byte) (i plan.Info, err error) {
	r := openRow(b)
	i.Invalid, i.Size = readEventID(r), r.U64()
	for _, p := range []*plan.Permanent{&i.PermanentTotal, &i.PermanentCertified} {
		p.Count, p.End, p.Event = r.U32(), walrus.Epoch(r.U32()), readEventID(r)
	}
	for _, d := range []*plan.Deletable{&i.DeletableTotal, &i.DeletableCertified} {
		d.Count, d.End = r.U32(), walrus.Epoch(r.U32())
	}
	i.InitialCertified = walrus.Epoch(r.U32())
	return i, closeRow(r, "blob info")
}

func encodeObject(o plan.Object) []byte {
	b := append(newRow(), o.Blob[:]...)
	b = bcs.AppendU32(bcs.AppendU32(b, uint32(o.Registered)), uint32(o.Certified))
	b = bcs.AppendU32(b, uint32(o.End))
	var deletable byte
	if o.Deletable {
		deletable = 1
	}
	return appendEventID(append(b, deletable), o.Event)
}

func decodeObject(b []byte) (o plan.Object, err error) {
	r := openRow(b)
	r.Into(o.Blob[:])
	o.Registered, o.Certified, o.End = walrus.Epoch(r.U32()), walrus.Epoch(r.U32()), walrus.Epoch(r.U32())
	o.Deletable = r.Variant(2) == 1
	o.Event = readEventID(r)
	return o, closeRow(r, "object")
}

// Kind is what an intent is about.
type Kind uint8

// The kinds of intents.
const (
	HealBlob  Kind = iota // the node must come to hold metadata and slivers of a certified blob
	EraseBlob             // data of an invalid blob must go
)

// Intent is a piece of work that survives restarts: due for a blob since an event, tried so often, to be tried again at
// Next. There is at most one for each blob.
type Intent struct {
	Blob     walrus.BlobID
	Kind     Kind
	Event    uint64 // index of the event that caused it; 0 when damage did
	Attempts uint32
	Next     time.Time // whole milliseconds
}

func encodeIntent(i Intent) []byte {
	b := bcs.AppendU64(append(newRow(), byte(i.Kind)), i.Event)
	return bcs.AppendU64(bcs.AppendU32(b, i.Attempts), uint64(i.Next.UnixMilli()))
}

func decodeIntent(id walrus.BlobID, b []byte) (Intent, error) {
	r := openRow(b)
	i := Intent{Blob: id, Kind: Kind(r.Variant(2)), Event: r.U64(), Attempts: r.U32(), Next: time.UnixMilli(int64(r.U64()))}
	return i, closeRow(r, "intent")
}

// home says where the bytes of a sliver are.
type home uint8

const (
	inRow home = iota
	inFile
)

// place is a row of the index.
type place struct {
	home home
	size uint32 // bytes of sliver data
}

func encodePlace(p place) []byte { return bcs.AppendU32(append(newRow(), byte(p.home)), p.size) }

func decodePlace(b []byte) (p place, err error) {
	r := openRow(b)
	p.home, p.size = home(r.Variant(2)), r.U32()
	return p, closeRow(r, "sliver index")
}

// encodeMetadata returns version ‖ checksum ‖ canonical metadata; the checksum covers the blob ID and the metadata.
func encodeMetadata(id walrus.BlobID, m *walrus.Metadata) []byte {
	b := m.AppendBCS(make([]byte, 5, 5+walrus.MaxMetadataBCS(walrus.ShardCount(len(m.Hashes)))))
	b[0] = rowVersion
	sum := crc32.Update(crc32.Checksum(id[:], castagnoli), castagnoli, b[5:])
	bcs.AppendU32(b[1:1], sum)
	return b
}

func decodeMetadata(id walrus.BlobID, b []byte) (*walrus.Metadata, error) {
	r := openRow(b)
	sum, body := r.U32(), r.Fixed(r.Remaining())
	if err := closeRow(r, "metadata"); err != nil {
		return nil, err
	}
	if crc32.Update(crc32.Checksum(id[:], castagnoli), castagnoli, body) != sum {
		return nil, fmt.Errorf("%w: checksum of metadata of %v", ErrCorrupt, id)
	}
	m, err := walrus.ParseMetadata(body)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrCorrupt, err)
	}
	return m, nil
}
