// Package walrus is the vocabulary of a decentralised blob store: every noun of the system as a type of its own,
// with its canonical bytes and its text form, and no behaviour beyond that.
//
// # The nouns
//
// A blob is a byte string named by its [BlobID]. It is encoded into n sliver pairs, one for each of the
// [ShardCount] shards of the network; pair i is primary sliver i and secondary sliver n-1-i. The [Metadata] hold
// one hash for each sliver; the blob ID commits to them. A [Committee] of storage nodes owns the shards during an
// [Epoch]. A node that holds its slivers signs a [Confirmation]; signatures with a quorum of the shards become a
// [Certificate], which is recorded on chain as the blob's point of availability.
//
// # Checked and unchecked
//
// What comes from a peer, the chain or a disk is decoded strictly here, but decoding proves nothing. A type
// of another package says what was proved: redstuff.VerifiedMetadata for metadata that hash to their blob ID,
// redstuff.VerifiedSliver for a sliver that hashes to its metadata entry, bls.PublicKey for a key that is a point
// of the right subgroup. Only verifying turns one into the other.
//
// Values of this package are plain data: safe to share as long as nobody writes to them.
package walrus

// Epoch numbers the periods between committee changes. Intervals of epochs include their start and exclude
// their end: a blob with end epoch E is gone when E begins.
type Epoch uint32

// EncodingType names an erasure code (encoding.md §3).
type EncodingType uint8

// RS2 is Red Stuff over Reed–Solomon, the only encoding in use. Type 0 was retired and is refused everywhere.
const RS2 EncodingType = 1

// String returns "RS2" for the encoding in use.
func (t EncodingType) String() string {
	if t == RS2 {
		return "RS2"
	}
	return "unsupported"
}

// MarshalText returns "RS2"; it fails for every other type.
func (t EncodingType) MarshalText() ([]byte, error) {
	if t != RS2 {
		return nil, ErrUnsupportedEncoding
	}
	return []byte("RS2"), nil
}

// UnmarshalText accepts "RS2", "reed-solomon" and "RedStuff/Reed-Solomon" in any case.
func (t *EncodingType) UnmarshalText(text []byte) error {
	switch asciiLower(string(text)) {
	case "rs2", "reed-solomon", "redstuff/reed-solomon":
		*t = RS2
		return nil
	}
	return ErrUnsupportedEncoding
}

func asciiLower(s string) string {
	b := []byte(s)
	for i, c := range b {
		if 'A' <= c && c <= 'Z' {
			b[i] = c + 'a' - 'A'
		}
	}
	return string(b)
}
