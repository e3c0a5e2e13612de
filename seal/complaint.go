package seal

import (
	"fmt"

	curve "github.com/consensys/gnark-crypto/ecc/bls12-381"

	"github.com/walrus-go/walrus/internal/bcs"
)

// Complaint is a member's proof that a dealer sent a share that does not fit. It reveals that one share.
type Complaint struct {
	Dealer PartyID
	By     PartyID
	secret curve.G1Affine // the dealing's nonce times the member's key
}

// Judge returns an error that wraps ErrInvalidDealing if the complaint is right, and nil if the complainer lied. The
// dealing must have passed Verify.
func (c *Ceremony) Judge(d *Dealing, complaint *Complaint) error {
	if complaint.Dealer != d.dealer || int(complaint.By) >= len(c.Members) {
		return nil
	}
	key := c.Members[complaint.By].Verification
	if !pairs(&complaint.secret, &negG2, &d.nonce, &key.p) { // it is not the member's key times the nonce
		return nil
	}
	_, err := c.openShare(d, complaint.By, &complaint.secret)
	return err
}

const complaintMagic = "SCM\x01"

// Bytes returns the canonical form: "SCM" 01 ‖ dealer u16 ‖ by u16 ‖ secret 48.
func (c *Complaint) Bytes() []byte {
	b := bcs.AppendU16(bcs.AppendU16([]byte(complaintMagic), uint16(c.Dealer)), uint16(c.By))
	secret := c.secret.Bytes()
	return append(b, secret[:]...)
}

// ParseComplaint reads the canonical form and nothing else.
func ParseComplaint(b []byte) (*Complaint, error) {
	r := bcs.NewReader(b)
	if magic := r.Fixed(len(complaintMagic)); string(magic) != complaintMagic {
		r.Fail(fmt.Errorf("it does not start with %q", complaintMagic))
	}
	c := &Complaint{Dealer: PartyID(r.U16()), By: PartyID(r.U16())}
	secret := r.Fixed(g1Size)
	if err := r.Close(); err != nil {
		return nil, fmt.Errorf("%w: complaint: %w", ErrInvalidRequest, err)
	}
	var err error
	if c.secret, err = parseG1("secret of a complaint", secret); err != nil {
		return nil, err
	}
	return c, nil
}
