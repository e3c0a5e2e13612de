package seal

import (
	"crypto/sha3"
	"encoding/binary"
	"fmt"
	"io"

	curve "github.com/consensys/gnark-crypto/ecc/bls12-381"
	"github.com/consensys/gnark-crypto/ecc/bls12-381/fr"

	"github.com/walrus-go/walrus/internal/bcs"
)

// MemberKey receives a committee member's shares. Its public halves are registered before a ceremony.
type MemberKey struct{ s func() *fr.Element }

// GenerateMemberKey returns a random key.
func GenerateMemberKey() MemberKey { return MemberKey(GenerateMasterKey()) }

// Public returns the halves to register.
func (k MemberKey) Public() MemberKeys {
	return MemberKeys{EncryptionKey{splitMulG1(&g1, k.s())}, VerificationKey{splitMulG2(k.s())}}
}

// Format prints a fixed text, whatever the verb.
func (k MemberKey) Format(f fmt.State, _ rune) { io.WriteString(f, "seal member key") }

// DealtShare is a member's share of one dealer's secret. Formatting it prints a fixed text.
type DealtShare struct{ s func() *fr.Element }

// Format prints a fixed text, whatever the verb.
func (s DealtShare) Format(f fmt.State, _ rune) { io.WriteString(f, "seal dealt share") }

// Dealing is what a dealer publishes: commitments to a polynomial whose value at zero is the dealer's secret, proof that
// he knows the secret, and the polynomial's value for each member, encrypted to that member.
type Dealing struct {
	ceremony    [32]byte
	dealer      PartyID
	commitments []curve.G2Affine // to the coefficients, the constant one first
	proof       curve.G1Affine
	nonce       curve.G1Affine
	shares      [][32]byte // by party
}

// Dealer returns who made the dealing, as the dealing says.
func (d *Dealing) Dealer() PartyID { return d.dealer }

// Deal makes a dealing of this ceremony. old is the dealer's share in the committee that passes its key on; for a new key
// it is nil, and the secret is random.
func (c *Ceremony) Deal(dealer PartyID, old *MasterKey) (*Dealing, error) {
	if err := c.Validate(); err != nil {
		return nil, err
	}
	if (old != nil) != (c.Rotation != nil) {
		return nil, fmt.Errorf("%w: an old share belongs to a rotation and to nothing else", ErrInvalidDealing)
	}
	poly := make([]fr.Element, c.Threshold)
	for k := range poly {
		poly[k] = randomScalar()
	}
	if old != nil {
		poly[0] = *old.s()
	}
	d := c.deal(dealer, poly)
	if err := c.Verify(d); err != nil {
		return nil, err
	}
	return d, nil
}

func (c *Ceremony) deal(dealer PartyID, poly []fr.Element) *Dealing {
	r := randomScalar()
	d := &Dealing{ceremony: c.ID, dealer: dealer, nonce: mulG1(&g1, &r)}
	for k := range poly {
		d.commitments = append(d.commitments, splitMulG2(&poly[k]))
	}
	point := d.proofPoint()
	d.proof = splitMulG1(&point, &poly[0])
	for p := range c.Members {
		x := PartyID(p).point()
		var value fr.Element
		for k := len(poly) - 1; k >= 0; k-- {
			value.Mul(&value, &x).Add(&value, &poly[k])
		}
		secret := mulG1(&c.Members[p].Encryption.p, &r)
		d.shares = append(d.shares, xor32(value.Bytes(), d.pad(PartyID(p), c.Members[p].Encryption, &secret)))
	}
	return d
}

// The prefixes of this protocol's hashes. No other message starts like them.
const (
	dealProofPrefix = "WALRUS-SEAL-DEALING-PROOF-00"
	dealPadPrefix   = "WALRUS-SEAL-DEALING-PAD-00"
)

// proofPoint is what the secret is multiplied with to prove that the dealer knows it.
func (d *Dealing) proofPoint() curve.G1Affine {
	constant := d.commitments[0].Bytes()
	return hashToG1([]byte(dealProofPrefix), d.ceremony[:], binary.LittleEndian.AppendUint16(nil, uint16(d.dealer)), constant[:])
}

// pad returns what a party's share is XORed with; secret is nonce times the party's key, which both sides compute.
func (d *Dealing) pad(p PartyID, k EncryptionKey, secret *curve.G1Affine) [32]byte {
	nonce, key, shared := d.nonce.Bytes(), k.p.Bytes(), secret.Bytes()
	h := sha3.New256()
	h.Write([]byte(dealPadPrefix))
	h.Write(d.ceremony[:])
	h.Write(binary.LittleEndian.AppendUint16(nil, uint16(d.dealer)))
	h.Write(binary.LittleEndian.AppendUint16(nil, uint16(p)))
	h.Write(nonce[:])
	h.Write(key[:])
	h.Write(shared[:])
	return [32]byte(h.Sum(nil))
}

// Verify checks all of a dealing that everybody can see, or returns ErrInvalidDealing.
func (c *Ceremony) Verify(d *Dealing) error {
	fail := func(why string) error {
		return fmt.Errorf("%w of party %d: %s", ErrInvalidDealing, d.dealer, why)
	}
	if d.ceremony != c.ID || len(d.commitments) != c.Threshold || len(d.shares) != len(c.Members) {
		return fail("it is for another ceremony")
	}
	if c.Rotation == nil && int(d.dealer) >= len(c.Members) {
		return fail("the dealer is no member")
	}
	if c.Rotation != nil {
		old, dealer := c.Rotation.Dealers[d.dealer]
		if !dealer || !d.commitments[0].Equal(&old.p) {
			return fail("it does not pass on the dealer's old share")
		}
	}
	if point := d.proofPoint(); !pairs(&d.proof, &negG2, &point, &d.commitments[0]) {
		return fail("the dealer does not know his secret")
	}
	return nil
}

// Open decrypts a member's share of a dealing and checks it against the commitments. If it does not fit, the error wraps
// ErrInvalidDealing, and the complaint proves it to everybody.
func (c *Ceremony) Open(d *Dealing, me PartyID, key MemberKey) (DealtShare, *Complaint, error) {
	if err := c.Verify(d); err != nil {
		return DealtShare{}, nil, err
	}
	if int(me) >= len(c.Members) || c.Members[me] != key.Public() {
		return DealtShare{}, nil, fmt.Errorf("%w: not the key of party %d", ErrInvalidKey, me)
	}
	secret := splitMulG1(&d.nonce, key.s())
	s, err := c.openShare(d, me, &secret)
	if err != nil {
		return DealtShare{}, &Complaint{d.dealer, me, secret}, err
	}
	return DealtShare{func() *fr.Element { return &s }}, nil, nil
}

func (c *Ceremony) openShare(d *Dealing, p PartyID, secret *curve.G1Affine) (fr.Element, error) {
	b := xor32(d.shares[p], d.pad(p, c.Members[p].Encryption, secret))
	s, err := parseScalar("share", b[:])
	if err != nil {
		return s, fmt.Errorf("%w of party %d: share of party %d: %w", ErrInvalidDealing, d.dealer, p, err)
	}
	want := evaluate(d.commitments, p)
	if got := splitMulG2(&s); !got.Equal(&want) {
		return s, fmt.Errorf("%w of party %d: share of party %d does not fit the commitments", ErrInvalidDealing, d.dealer, p)
	}
	return s, nil
}

const dealingMagic = "SDL\x01"

// Bytes returns the canonical form: "SDL" 01 ‖ ceremony 32 ‖ dealer u16 ‖ counted commitments, 96 each ‖ proof 48 ‖ nonce
// 48 ‖ counted encrypted shares, 32 each.
func (d *Dealing) Bytes() []byte {
	b := append([]byte(dealingMagic), d.ceremony[:]...)
	b = bcs.AppendULEB(bcs.AppendU16(b, uint16(d.dealer)), uint32(len(d.commitments)))
	for i := range d.commitments {
		p := d.commitments[i].Bytes()
		b = append(b, p[:]...)
	}
	proof, nonce := d.proof.Bytes(), d.nonce.Bytes()
	b = bcs.AppendULEB(append(append(b, proof[:]...), nonce[:]...), uint32(len(d.shares)))
	for i := range d.shares {
		b = append(b, d.shares[i][:]...)
	}
	return b
}

// ParseDealing reads the canonical form and nothing else; points are checked to be such.
func ParseDealing(b []byte) (*Dealing, error) {
	r := bcs.NewReader(b)
	d := new(Dealing)
	if magic := r.Fixed(len(dealingMagic)); string(magic) != dealingMagic {
		r.Fail(fmt.Errorf("it does not start with %q", dealingMagic))
	}
	r.Into(d.ceremony[:])
	d.dealer = PartyID(r.U16())
	points := make([][]byte, r.Len(MaxCommittee, g2Size))
	for i := range points {
		points[i] = r.Fixed(g2Size)
	}
	proof, nonce := r.Fixed(g1Size), r.Fixed(g1Size)
	d.shares = make([][32]byte, r.Len(MaxCommittee, 32))
	for i := range d.shares {
		r.Into(d.shares[i][:])
	}
	if err := r.Close(); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrInvalidDealing, err)
	}
	if err := d.readPoints(points, proof, nonce); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrInvalidDealing, err)
	}
	return d, nil
}

func (d *Dealing) readPoints(commitments [][]byte, proof, nonce []byte) (err error) {
	if len(commitments) == 0 {
		return fmt.Errorf("no commitments")
	}
	for _, b := range commitments {
		p, err := parseG2("commitment", b)
		if err != nil {
			return err
		}
		d.commitments = append(d.commitments, p)
	}
	if d.proof, err = parseG1("proof", proof); err != nil {
		return err
	}
	d.nonce, err = parseG1("nonce", nonce)
	return err
}
