package seal

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// rulePlaintext is the plaintext of the official stream vectors.
func rulePlaintext(n int) []byte {
	b := make([]byte, n)
	for i := range b {
		b[i] = byte(7*i + 13*(i>>8) + 3)
	}
	return b
}

type streamVector struct {
	SuiteID     Suite    `json:"suite_id"`
	RecordLog2  int      `json:"chunk_log2"`
	LengthKnown bool     `json:"length_known"`
	Length      int      `json:"plaintext_len"`
	Key         hexBytes `json:"cek"`
	Salt        hexBytes
	Header      hexBytes
	SlotAAD     hexBytes `json:"slot_aad"`
	Records     int64    `json:"chunks"`
	BodyLength  int64    `json:"body_len"`
	BodySHA256  hexBytes `json:"body_sha256"`
	Body        *hexBytes
}

func officialStreams(t testing.TB) []streamVector {
	t.Helper()
	var f struct{ Cases []streamVector }
	vectors(t, "stream.json", &f)
	if len(f.Cases) != 10 {
		t.Fatal("the vector file does not hold what it should")
	}
	return f.Cases
}

// sealStream encrypts with a given salt and writes in steps of the given size.
func sealStream(t testing.TB, key DataKey, plain []byte, length int64, opts StreamOptions, salt [16]byte, step int) []byte {
	t.Helper()
	var out bytes.Buffer
	w, err := newStreamWriter(&out, key, length, opts, salt)
	if err != nil {
		t.Fatal(err)
	}
	out.Write(w.keys.header.Bytes())
	for part := range slices.Chunk(plain, step) {
		if n, err := w.Write(part); err != nil || n != len(part) {
			t.Fatal(n, err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestOfficialStreams(t *testing.T) {
	for _, v := range officialStreams(t) {
		t.Run(fmt.Sprintf("%d bytes, suite %d, known %v", v.Length, v.SuiteID, v.LengthKnown), func(t *testing.T) {
			key, plain, length := newDataKey([32]byte(v.Key)), rulePlaintext(v.Length), UnknownLength
			if v.LengthKnown {
				length = int64(v.Length)
			}
			opts := StreamOptions{Suite: v.SuiteID, RecordLog2: v.RecordLog2}
			for _, step := range []int{1000, 4096, 1 << 20} {
				sealed := sealStream(t, key, plain, length, opts, [16]byte(v.Salt), step)
				if diff := cmp.Diff([]byte(v.Header), sealed[:64]); diff != "" {
					t.Fatal(diff)
				}
				body := sealed[64:]
				if sum := sha256.Sum256(body); int64(len(body)) != v.BodyLength || !bytes.Equal(sum[:], v.BodySHA256) {
					t.Errorf("body of %d bytes differs, written in steps of %d", len(body), step)
				}
				if v.Body != nil && !bytes.Equal(body, *v.Body) {
					t.Errorf("body %x", body)
				}
				checkStream(t, sealed, key, plain)
			}
			h, err := ParseStreamHeader(v.Header)
			if err != nil {
				t.Fatal(err)
			}
			l := newLayout(h, int64(v.Length))
			if !bytes.Equal(h.SlotAAD(), v.SlotAAD) || h.Length() != length || l.records != v.Records {
				t.Errorf("slot AAD %x, length %d, records %d", h.SlotAAD(), h.Length(), l.records)
			}
		})
	}
}

// checkStream reads the stream by random access, and front to back unless it is padded.
func checkStream(t testing.TB, sealed []byte, key DataKey, plain []byte) {
	t.Helper()
	s, err := OpenStream(bytes.NewReader(sealed), int64(len(sealed)), WithKey(key))
	if err != nil {
		t.Fatal(err)
	}
	if s.Size() != int64(len(plain)) {
		t.Fatalf("size %d, want %d", s.Size(), len(plain))
	}
	if got, err := io.ReadAll(io.NewSectionReader(s, 0, s.Size())); err != nil || !bytes.Equal(got, plain) {
		t.Errorf("random access: %d bytes, %v", len(got), err)
	}
	if s.Header().Padded() {
		return
	}
	for _, src := range []io.Reader{bytes.NewReader(sealed), iotest.OneByteReader(bytes.NewReader(sealed)), iotest.DataErrReader(bytes.NewReader(sealed))} {
		r, err := DecryptStream(src, WithKey(key))
		if err != nil {
			t.Fatal(err)
		}
		if got, err := io.ReadAll(r); err != nil || !bytes.Equal(got, plain) {
			t.Errorf("front to back: %d bytes, %v", len(got), err)
		}
	}
	r, err := DecryptStream(bytes.NewReader(sealed), WithKey(key))
	if err != nil {
		t.Fatal(err)
	}
	var half bytes.Buffer // a part by Read, the rest by WriteTo
	if _, err := io.CopyN(&half, r, int64(len(plain)/3)); err != nil {
		t.Fatal(err)
	}
	if _, err := io.Copy(&half, r); err != nil || !bytes.Equal(half.Bytes(), plain) {
		t.Errorf("copied: %d bytes, %v", half.Len(), err)
	}
}

// TestStreamRanges draws streams of all kinds and ranges in them.
func TestStreamRanges(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		plain := rulePlaintext(rapid.OneOf(rapid.IntRange(0, 40000), rapid.SampledFrom([]int{0, 4095, 4096, 4097, 8192, 12288})).Draw(rt, "length"))
		opts := StreamOptions{
			Suite: rapid.SampledFrom([]Suite{AESStream, ChaChaStream}).Draw(rt, "suite"), RecordLog2: 12,
			Pad: rapid.Bool().Draw(rt, "padded"),
		}
		length := rapid.SampledFrom([]int64{UnknownLength, int64(len(plain))}).Draw(rt, "announced length")
		key := NewDataKey()
		sealed := sealStream(t, key, plain, length, opts, newSalt(), rapid.IntRange(1, 9000).Draw(rt, "step"))
		checkStream(t, sealed, key, plain)
		s, err := OpenStream(bytes.NewReader(sealed), int64(len(sealed)), WithKey(key))
		if err != nil {
			rt.Fatal(err)
		}
		for range 10 {
			off := rapid.IntRange(0, len(plain)+5).Draw(rt, "offset")
			p := make([]byte, rapid.IntRange(0, 20000).Draw(rt, "size"))
			n, err := s.ReadAt(p, int64(off))
			want := plain[min(off, len(plain)):min(off+len(p), len(plain))]
			if !bytes.Equal(p[:n], want) || err != nil && (err != io.EOF || n == len(p) && n > 0) || n < len(p) && err != io.EOF {
				rt.Fatalf("%d bytes at %d: %d, %v", len(p), off, n, err)
			}
		}
	})
}

// virtualStream is the source of a huge stream, whose bytes exist only while they are read.
type virtualStream struct {
	keys    *streamKeys
	l       layout
	fetched atomic.Int64
	spoil   int64 // an offset at which a bit is flipped, if not 0
}

// virtualRecord is the plaintext of record i.
func (v *virtualStream) plain(i int64) []byte {
	b := make([]byte, v.l.plain(i))
	for j := range b {
		b[j] = byte(i>>3) ^ byte(j*31)
	}
	return b
}

func (v *virtualStream) ReadAt(p []byte, off int64) (n int, err error) {
	v.fetched.Add(int64(len(p)))
	if off < streamHeaderSize {
		n = copy(p, v.keys.header.b[off:])
	}
	for n < len(p) && off+int64(n) < v.l.sealedSize() {
		i := (off + int64(n) - streamHeaderSize) / (v.l.record + tagSize)
		sealed, err := v.keys.seal(nil, v.plain(i), i, v.l.last(i))
		if err != nil {
			return n, err
		}
		if at := v.spoil - v.l.offset(i); at >= 0 && at < int64(len(sealed)) && v.spoil > 0 {
			sealed[at] ^= 1
		}
		n += copy(p[n:], sealed[off+int64(n)-v.l.offset(i):])
	}
	if n < len(p) {
		err = io.EOF
	}
	return n, err
}

// TestRangeOfHugeStream reads ranges of a 10 GiB stream and counts what they cost; records of 4 KiB put three key
// segments into it.
func TestRangeOfHugeStream(t *testing.T) {
	for _, log2 := range []int{12, 20} {
		const size = 10<<30 + 12345
		opts := StreamOptions{Suite: AESStream, RecordLog2: log2}
		key := NewDataKey()
		keys, err := newStreamKeys(newStreamHeader(size, opts, newSalt()), key)
		if err != nil {
			t.Fatal(err)
		}
		src := &virtualStream{keys: keys, l: newLayout(keys.header, size)}
		s, err := OpenStream(src, src.l.sealedSize(), WithKey(key))
		if err != nil {
			t.Fatal(err)
		}
		record := src.l.record
		segment := int64(segmentRecords) * record // where the key changes
		for _, off := range []int64{0, 1, record - 1, segment - 3, 7<<30 + 17, size - 70000, size - 1} {
			if off >= size {
				continue
			}
			src.fetched.Store(0)
			p := make([]byte, min(65536, size-off))
			if n, err := s.ReadAt(p, off); n != len(p) || err != nil {
				t.Fatalf("at %d: %d, %v", off, n, err)
			}
			for done := int64(0); done < int64(len(p)); {
				i := (off + done) / record
				want := src.plain(i)[(off+done)%record:]
				want = want[:min(int64(len(want)), int64(len(p))-done)]
				if !bytes.Equal(p[done:done+int64(len(want))], want) {
					t.Fatalf("at %d: wrong bytes", off)
				}
				done += int64(len(want))
			}
			records := int64(len(p))/record + 2
			if got := src.fetched.Load(); got > records*(record+tagSize) {
				t.Errorf("%d bytes at %d cost %d bytes of the source", len(p), off, got)
			}
		}
		src.spoil = src.l.offset(5<<30/record) + 9
		if _, err := s.ReadAt(make([]byte, 10), 5<<30+100); !errors.Is(err, ErrDecryption) {
			t.Errorf("flipped bit: %v", err)
		}
	}
}

// TestConcurrentReads lets readers share one Stream.
func TestConcurrentReads(t *testing.T) {
	key, plain := NewDataKey(), rulePlaintext(100_000)
	sealed := sealStream(t, key, plain, int64(len(plain)), StreamOptions{RecordLog2: 12}, newSalt(), 1<<20)
	s, err := OpenStream(bytes.NewReader(sealed), -1, WithKey(key))
	if err != nil {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	for g := range 8 {
		wg.Go(func() {
			for i := range 200 {
				off := (g*7919 + i*4801) % len(plain)
				p := make([]byte, min(5000, len(plain)-off))
				if _, err := s.ReadAt(p, int64(off)); err != nil || !bytes.Equal(p, plain[off:off+len(p)]) {
					t.Errorf("at %d: %v", off, err)
					return
				}
			}
		})
	}
	wg.Wait()
}

// TestStreamRefuses changes a stream in every way that a store or a maker without the key could.
func TestStreamRefuses(t *testing.T) {
	const sealedRecord = 4096 + tagSize
	key := NewDataKey()
	for _, known := range []bool{true, false} {
		plain, length := rulePlaintext(3*4096), UnknownLength
		if known {
			length = int64(len(plain))
		}
		good := sealStream(t, key, plain, length, StreamOptions{RecordLog2: 12}, newSalt(), 1<<20)
		other := sealStream(t, key, plain, length, StreamOptions{RecordLog2: 12}, newSalt(), 1<<20)
		record := func(b []byte, i int) []byte { return b[64+i*sealedRecord:][:sealedRecord] }
		cases := map[string]func(b []byte) []byte{
			"cut inside a record":      func(b []byte) []byte { return b[:len(b)-1] },
			"last record cut off":      func(b []byte) []byte { return b[:len(b)-sealedRecord] },
			"all records cut off":      func(b []byte) []byte { return b[:64] },
			"cut inside the first tag": func(b []byte) []byte { return b[:64+5] },
			"a byte more":              func(b []byte) []byte { return append(b, 0) },
			"last record twice":        func(b []byte) []byte { return append(b, record(b, 2)...) },
			"records swapped":          func(b []byte) []byte { return slices.Concat(b[:64], record(b, 1), record(b, 0), record(b, 2)) },
			"record of another stream": func(b []byte) []byte { copy(record(b, 1), record(other, 1)); return b },
			"flipped bit":              func(b []byte) []byte { b[64+sealedRecord+77] ^= 4; return b },
			"flipped bit at the end":   func(b []byte) []byte { b[len(b)-1] ^= 1; return b },
			"empty last record": func(b []byte) []byte {
				keys, err := openStreamKeys(StreamHeader{[64]byte(b)}, key)
				if err != nil {
					t.Fatal(err)
				}
				middle, err := keys.seal(nil, plain[2*4096:], 2, false)
				if err != nil {
					t.Fatal(err)
				}
				empty, err := keys.seal(nil, nil, 3, true)
				if err != nil {
					t.Fatal(err)
				}
				return slices.Concat(b[:64+2*sealedRecord], middle, empty)
			},
		}
		for i := range 64 {
			cases[fmt.Sprintf("header byte %d", i)] = func(b []byte) []byte { b[i] ^= 1; return b }
		}
		for name, spoil := range cases {
			b := spoil(slices.Clone(good))
			if _, err := OpenStream(bytes.NewReader(b), int64(len(b)), WithKey(key)); err == nil && len(b) != len(good) {
				t.Errorf("known %v, %s: random access does not see that %d bytes are %d", known, name, len(good), len(b))
			}
			if got, err := readBoth(b, key); got != 0 {
				t.Errorf("known %v, %s: read to the end by %d of 2 ways, %v", known, name, got, err)
			}
		}
		if got, err := readBoth(good, NewDataKey()); got != 0 || !errors.Is(err, ErrDecryption) {
			t.Errorf("another key: %d, %v", got, err)
		}
		if got, err := readBoth(good, key); got != 2 {
			t.Errorf("unchanged: %d, %v", got, err)
		}
	}
}

// readBoth returns in how many of the two ways the whole stream could be read.
func readBoth(b []byte, key DataKey) (ways int, err error) {
	s, err1 := OpenStream(bytes.NewReader(b), int64(len(b)), WithKey(key))
	if err1 == nil {
		_, err1 = io.ReadAll(io.NewSectionReader(s, 0, s.Size()))
	}
	r, err2 := DecryptStream(bytes.NewReader(b), WithKey(key))
	if err2 == nil {
		_, err2 = io.ReadAll(r)
	}
	for _, err := range []error{err1, err2} {
		if err == nil {
			ways++
		} else if !errors.Is(err, ErrInvalidStream) && !errors.Is(err, ErrDecryption) {
			return -1, err
		}
	}
	return ways, errors.Join(err1, err2)
}

// TestReadOnlyAuthenticated: of a stream with a bad record, a reader gets what is before it and nothing more.
func TestReadOnlyAuthenticated(t *testing.T) {
	key, plain := NewDataKey(), rulePlaintext(5*4096)
	b := sealStream(t, key, plain, UnknownLength, StreamOptions{RecordLog2: 12}, newSalt(), 1<<20)
	b[64+2*(4096+tagSize)] ^= 1
	r, err := DecryptStream(bytes.NewReader(b), WithKey(key))
	if err != nil {
		t.Fatal(err)
	}
	got, err := io.ReadAll(r)
	if !errors.Is(err, ErrDecryption) || !bytes.Equal(got, plain[:2*4096]) {
		t.Errorf("front to back: %d bytes, %v", len(got), err)
	}
	if _, again := r.Read(make([]byte, 1)); again == nil || again == io.EOF {
		t.Errorf("after the error: %v", again)
	}
	s, err := OpenStream(bytes.NewReader(b), int64(len(b)), WithKey(key))
	if err != nil {
		t.Fatal(err)
	}
	p := make([]byte, len(plain))
	n, err := s.ReadAt(p, 0)
	if !errors.Is(err, ErrDecryption) || n != 2*4096 || !bytes.Equal(p[n:], make([]byte, len(p)-n)) {
		t.Errorf("random access: %d bytes, %v", n, err)
	}
}

func TestStreamWriterRefuses(t *testing.T) {
	key := NewDataKey()
	for name, f := range map[string]func() error{
		"too much": func() error {
			w, _, err := NewStreamWriter(io.Discard, key, 3, StreamOptions{})
			if err != nil {
				t.Fatal(err)
			}
			_, err = w.Write(make([]byte, 4))
			return err
		},
		"too little": func() error {
			w, _, err := NewStreamWriter(io.Discard, key, 3, StreamOptions{})
			if err != nil {
				t.Fatal(err)
			}
			return w.Close()
		},
		"after the end": func() error {
			w, _, err := NewStreamWriter(io.Discard, key, UnknownLength, StreamOptions{})
			if err != nil || w.Close() != nil {
				t.Fatal(err)
			}
			_, err = w.Write([]byte{1})
			return err
		},
		"records too small": func() error {
			_, _, err := NewStreamWriter(io.Discard, key, 3, StreamOptions{RecordLog2: 11})
			return err
		},
		"records too large": func() error {
			_, _, err := NewStreamWriter(io.Discard, key, 3, StreamOptions{RecordLog2: 25})
			return err
		},
		"unknown suite":   func() error { _, _, err := NewStreamWriter(io.Discard, key, 3, StreamOptions{Suite: 3}); return err },
		"negative length": func() error { _, _, err := NewStreamWriter(io.Discard, key, -2, StreamOptions{}); return err },
		"full disk": func() error {
			w, _, err := NewStreamWriter(&limitedWriter{70}, key, UnknownLength, StreamOptions{RecordLog2: 12})
			if err != nil {
				t.Fatal(err)
			}
			if _, err := w.Write(make([]byte, 9000)); err == nil {
				return nil
			}
			return w.Close()
		},
	} {
		if f() == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

type limitedWriter struct{ left int }

func (w *limitedWriter) Write(p []byte) (int, error) {
	if w.left -= len(p); w.left < 0 {
		return 0, errors.New("full")
	}
	return len(p), nil
}

func TestPaddedLength(t *testing.T) {
	for n, want := range map[int64]int64{0: 8, 1: 10, 2: 10, 9: 18, 1000: 1024, 1 << 20: 1<<20 + 1<<15, 999_999: 1_015_808} {
		if got := paddedLength(n); got != want {
			t.Errorf("%d bytes pad to %d, want %d", n, got, want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.Int64Range(0, 1<<50).Draw(t, "n")
		p := paddedLength(n)
		if p < n+8 || float64(p) > 1.12*float64(n+8) {
			t.Fatalf("%d pads to %d", n, p)
		}
		if paddedLength(p-8) != p {
			t.Fatalf("%d is not a padded size of itself", p)
		}
	})
}

// TestDefaultRecordSize: large streams have larger records.
func TestDefaultRecordSize(t *testing.T) {
	for length, want := range map[int64]int{UnknownLength: 1 << 16, 0: 1 << 16, 1 << 30: 1 << 16, 1<<30 + 1: 1 << 20} {
		_, h, err := NewStreamWriter(io.Discard, NewDataKey(), length, StreamOptions{})
		if err != nil || h.RecordSize() != want || h.Suite() != AESStream {
			t.Errorf("length %d: records of %d bytes, %v", length, h.RecordSize(), err)
		}
	}
}
