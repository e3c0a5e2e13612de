package seal

import (
	"fmt"
	"slices"

	curve "github.com/consensys/gnark-crypto/ecc/bls12-381"

	"github.com/walrus-go/walrus/internal/bcs"
	"github.com/walrus-go/walrus/seal/internal/shamir"
)

// Limits of the object's form.
const (
	maxObjectInnerID = 1 << 16
	maxObjectShares  = 255
	maxObjectAAD     = 1 << 24
	maxObjectBlob    = 1<<32 - 1
)

// Object is encrypted data with everything needed to open it but the derived keys (access-control.md A.8). All of it
// but the data themselves is in clear. An Object is well-formed; that it can be opened is not yet proved. It
// is immutable and safe to share.
type Object struct {
	identity   Identity
	shares     []encryptedShare
	threshold  int
	nonce      curve.G2Affine
	randomness [32]byte
	mode       Mode
	blob       []byte
	aad        []byte // nil if absent, which is another form than empty
	mac        [32]byte
}

type encryptedShare struct {
	server ServerID
	index  byte
	value  [32]byte
}

// Identity returns whose keys open the object.
func (o *Object) Identity() Identity {
	return Identity{o.identity.Namespace, slices.Clone(o.identity.Inner)}
}

// Servers returns the key servers that hold shares, one entry for each share.
func (o *Object) Servers() []ServerID {
	ids := make([]ServerID, len(o.shares))
	for i := range o.shares {
		ids[i] = o.shares[i].server
	}
	return ids
}

// Threshold returns the number of shares that open the object.
func (o *Object) Threshold() int { return o.threshold }

// Mode returns how the data are encrypted.
func (o *Object) Mode() Mode { return o.mode }

// AAD returns the data that are authenticated, not encrypted; nil if there are none.
func (o *Object) AAD() []byte { return slices.Clone(o.aad) }

// Bytes returns the canonical form.
func (o *Object) Bytes() []byte {
	b := make([]byte, 0, 256+len(o.identity.Inner)+65*len(o.shares)+len(o.blob)+len(o.aad))
	b = append(append(b, 0), o.identity.Namespace[:]...)
	b = bcs.AppendBytes(b, o.identity.Inner)
	b = bcs.AppendULEB(b, uint32(len(o.shares)))
	for i := range o.shares {
		b = append(append(b, o.shares[i].server[:]...), o.shares[i].index)
	}
	nonce := o.nonce.Bytes()
	b = append(append(b, byte(o.threshold), 0), nonce[:]...)
	b = bcs.AppendULEB(b, uint32(len(o.shares)))
	for i := range o.shares {
		b = append(b, o.shares[i].value[:]...)
	}
	return o.appendData(append(b, o.randomness[:]...))
}

func (o *Object) appendData(b []byte) []byte {
	b = append(b, byte(o.mode))
	if o.mode == Plain {
		return b
	}
	b = bcs.AppendBytes(b, o.blob)
	if o.aad == nil {
		b = append(b, 0)
	} else {
		b = bcs.AppendBytes(append(b, 1), o.aad)
	}
	if o.mode == HMAC256CTR {
		b = append(b, o.mac[:]...)
	}
	return b
}

// ParseObject reads the canonical form and nothing else: trailing bytes, a version other than 0, lengths not in
// their shortest form, indices that repeat or are zero, a threshold out of range and a nonce outside the subgroup give
// ErrInvalidObject. The object aliases b, which must not change any more.
func ParseObject(b []byte) (*Object, error) {
	r := bcs.NewReader(b)
	o := new(Object)
	if v := r.U8(); v != 0 {
		r.Fail(fmt.Errorf("version %d, want 0", v))
	}
	r.Into(o.identity.Namespace[:])
	o.identity.Inner = r.Bytes(maxObjectInnerID)
	o.readServers(r)
	o.readCapsule(r)
	o.readData(r)
	if err := r.Close(); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrInvalidObject, err)
	}
	return o, nil
}

func (o *Object) readServers(r *bcs.Reader) {
	o.shares = make([]encryptedShare, r.Len(maxObjectShares, 33))
	indices := make([]byte, len(o.shares))
	for i := range o.shares {
		r.Into(o.shares[i].server[:])
		indices[i] = r.U8()
		o.shares[i].index = indices[i]
	}
	o.threshold = int(r.U8())
	if r.Err() != nil {
		return
	}
	if o.threshold < 1 || o.threshold > len(o.shares) {
		r.Fail(fmt.Errorf("threshold %d of %d shares", o.threshold, len(o.shares)))
	}
	if err := shamir.Check(indices); err != nil {
		r.Fail(err)
	}
}

func (o *Object) readCapsule(r *bcs.Reader) {
	r.Variant(1)
	nonce := r.Fixed(g2Size)
	if n := r.Len(maxObjectShares, 32); r.Err() == nil && n != len(o.shares) {
		r.Fail(fmt.Errorf("%d encrypted shares for %d servers", n, len(o.shares)))
	}
	for i := range o.shares {
		r.Into(o.shares[i].value[:])
	}
	r.Into(o.randomness[:])
	if r.Err() != nil {
		return
	}
	var err error
	if o.nonce, err = parseG2("nonce", nonce); err != nil {
		r.Fail(err)
	}
}

func (o *Object) readData(r *bcs.Reader) {
	o.mode = Mode(r.Variant(3))
	if o.mode == Plain {
		return
	}
	o.blob = r.Bytes(maxObjectBlob)
	if r.Variant(2) == 1 {
		o.aad = r.Bytes(maxObjectAAD)
	}
	if o.mode == HMAC256CTR {
		r.Into(o.mac[:])
	}
}
