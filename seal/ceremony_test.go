package seal

import (
	"bytes"
	"errors"
	"slices"
	"testing"

	"github.com/consensys/gnark-crypto/ecc/bls12-381/fr"
)

type testCeremony struct {
	Ceremony
	keys []MemberKey
}

func newTestCeremony(id byte, threshold, members int, rotation *Rotation) *testCeremony {
	c := &testCeremony{Ceremony: Ceremony{ID: [32]byte{id}, Threshold: threshold, Rotation: rotation}}
	for range members {
		k := GenerateMemberKey()
		c.keys, c.Members = append(c.keys, k), append(c.Members, k.Public())
	}
	return c
}

// run deals, sends all dealings through their byte form, and returns every member's outcome.
func (c *testCeremony) run(t *testing.T, old map[PartyID]*MasterKey) []*Outcome {
	t.Helper()
	dealings := make(map[PartyID]*Dealing)
	for _, dealer := range c.Dealers() {
		d, err := c.Deal(dealer, old[dealer])
		if err != nil {
			t.Fatal(err)
		}
		if dealings[dealer], err = ParseDealing(d.Bytes()); err != nil {
			t.Fatal(err)
		}
	}
	var outcomes []*Outcome
	for me := range c.Members {
		shares := make(map[PartyID]DealtShare)
		for dealer, d := range dealings {
			s, complaint, err := c.Open(d, PartyID(me), c.keys[me])
			if err != nil || complaint != nil {
				t.Fatal(err)
			}
			shares[dealer] = s
		}
		out, err := c.Finish(PartyID(me), dealings, shares)
		if err != nil {
			t.Fatal(err)
		}
		outcomes = append(outcomes, out)
	}
	return outcomes
}

// derive lets the parties derive a key together and returns it unwrapped.
func derive(t *testing.T, outcomes []*Outcome, id Identity, parties ...PartyID) DerivedKey {
	t.Helper()
	e := NewEphemeralKey()
	parts := make(map[PartyID]WrappedKey)
	for _, p := range parties {
		parts[p] = e.Encryption().Wrap(outcomes[p].Share.Derive(id))
		if err := e.Verification().VerifyPartial(parts[p], id, outcomes[0].Partial[p]); err != nil {
			t.Fatal(err)
		}
	}
	w, err := CombineWrapped(parts)
	if err != nil {
		t.Fatal(err)
	}
	d, err := e.Unwrap(w)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestCeremonyAndRotation makes a key shared 3 of 5, encrypts, passes the key on to 4 of 6 and then to 2 of 3, and
// decrypts what was encrypted in the beginning.
func TestCeremonyAndRotation(t *testing.T) {
	first := newTestCeremony(1, 3, 5, nil)
	outcomes := first.run(t, nil)
	public := outcomes[0].PublicKey
	for _, o := range outcomes {
		if o.PublicKey != public || o.Digest != outcomes[0].Digest || !slices.Equal(o.Partial, outcomes[0].Partial) {
			t.Fatal("members do not agree")
		}
	}
	id := NewIdentity(Namespace{1}, nil)
	server := Server{ServerID{1}, public}
	o, _, err := Encrypt(Recipients{id, []Server{server}, 1}, AES256GCM, []byte("data"), nil)
	if err != nil {
		t.Fatal(err)
	}
	open := func(outcomes []*Outcome, parties ...PartyID) error {
		data, err := o.Decrypt(Keys{server.ID: derive(t, outcomes, id, parties...)}, PublicKeys{server.ID: public})
		if err == nil && string(data) != "data" {
			t.Errorf("opened to %q", data)
		}
		return err
	}
	if err := open(outcomes, 0, 2, 4); err != nil {
		t.Error(err)
	}
	if err := open(outcomes, 1, 3); !errors.Is(err, ErrWrongKey) {
		t.Errorf("two of a threshold of three: %v", err)
	}

	rotate := func(id byte, from []*Outcome, threshold, members int, dealers ...PartyID) []*Outcome {
		old, shares := make(map[PartyID]PublicKey), make(map[PartyID]*MasterKey)
		for _, p := range dealers {
			old[p], shares[p] = from[0].Partial[p], &from[p].Share
		}
		return newTestCeremony(id, threshold, members, &Rotation{public, old}).run(t, shares)
	}
	second := rotate(2, outcomes, 4, 6, 1, 2, 4)
	third := rotate(3, second, 2, 3, 0, 2, 3, 5)
	if second[0].PublicKey != public || third[0].PublicKey != public {
		t.Error("the public key changed")
	}
	if err := errors.Join(open(second, 5, 3, 1, 0), open(third, 0, 2)); err != nil {
		t.Error(err)
	}
	if err := open(second, 5, 3, 1); !errors.Is(err, ErrWrongKey) {
		t.Errorf("three of a threshold of four: %v", err)
	}
	mixed := []*Outcome{third[0], outcomes[1]}
	mixed[0].Partial[1] = outcomes[0].Partial[1]
	if err := open(mixed, 0, 1); !errors.Is(err, ErrWrongKey) {
		t.Errorf("shares of two committees: %v", err)
	}
}

func TestDealingRefused(t *testing.T) {
	c := newTestCeremony(1, 2, 3, nil)
	good, err := c.Deal(1, nil)
	if err != nil {
		t.Fatal(err)
	}
	for name, spoil := range map[string]func(d *Dealing){
		"other ceremony":     func(d *Dealing) { d.ceremony[0]++ },
		"other dealer":       func(d *Dealing) { d.dealer = 0 },
		"dealer no member":   func(d *Dealing) { d.dealer = 3 },
		"degree too high":    func(d *Dealing) { d.commitments = append(d.commitments, g2) },
		"degree too low":     func(d *Dealing) { d.commitments = d.commitments[:1] },
		"a share missing":    func(d *Dealing) { d.shares = d.shares[:2] },
		"other constant":     func(d *Dealing) { d.commitments[0] = d.commitments[1] },
		"proof of something": func(d *Dealing) { d.proof = g1 },
	} {
		d := *good
		d.commitments, d.shares = slices.Clone(d.commitments), slices.Clone(d.shares)
		spoil(&d)
		if err := c.Verify(&d); !errors.Is(err, ErrInvalidDealing) {
			t.Errorf("%s: %v", name, err)
		}
	}
	again := c.Ceremony
	again.ID[0]++
	if err := again.Verify(good); !errors.Is(err, ErrInvalidDealing) {
		t.Errorf("replayed in another ceremony of the same members: %v", err)
	}
	b := good.Bytes()
	for name, b := range map[string][]byte{
		"trailing": append(slices.Clone(b), 0), "truncated": b[:len(b)-1], "empty": nil, "magic": append([]byte("SDL\x02"), b[4:]...),
		"identity": func() []byte { b := slices.Clone(b); clear(b[39:135]); b[39] = 0xc0; return b }(),
	} {
		if _, err := ParseDealing(b); !errors.Is(err, ErrInvalidDealing) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if d, err := ParseDealing(b); err != nil || !bytes.Equal(d.Bytes(), b) {
		t.Errorf("unchanged: %v", err)
	}
}

// TestComplaint: a dealer who cheats one member is convicted, and a member who complains without reason is not believed.
func TestComplaint(t *testing.T) {
	c := newTestCeremony(1, 2, 3, nil)
	for name, cheat := range map[string]func(d *Dealing){
		"wrong share":       func(d *Dealing) { d.shares[2][31] ^= 1 },
		"share above order": func(d *Dealing) { d.shares[2][0] ^= 0x80 },
	} {
		d, err := c.Deal(0, nil)
		if err != nil {
			t.Fatal(err)
		}
		cheat(d)
		if _, complaint, err := c.Open(d, 1, c.keys[1]); err != nil || complaint != nil {
			t.Errorf("%s: a member who was not cheated: %v", name, err)
		}
		_, complaint, err := c.Open(d, 2, c.keys[2])
		if !errors.Is(err, ErrInvalidDealing) || complaint == nil {
			t.Fatalf("%s: %v", name, err)
		}
		if complaint, err = ParseComplaint(complaint.Bytes()); err != nil {
			t.Fatal(err)
		}
		if err := c.Judge(d, complaint); !errors.Is(err, ErrInvalidDealing) {
			t.Errorf("%s: a right complaint is not believed: %v", name, err)
		}
		lie := *complaint
		lie.By = 1
		if err := c.Judge(d, &lie); err != nil {
			t.Errorf("%s: complaint with another's secret is believed", name)
		}
		lie = *complaint
		lie.secret = g1
		if err := c.Judge(d, &lie); err != nil {
			t.Errorf("%s: complaint with a made up secret is believed", name)
		}
	}
	honest, err := c.Deal(0, nil)
	if err != nil {
		t.Fatal(err)
	}
	unfounded := &Complaint{0, 1, splitMulG1(&honest.nonce, c.keys[1].s())}
	if err := c.Judge(honest, unfounded); err != nil {
		t.Errorf("unfounded complaint is believed: %v", err)
	}
	if _, _, err := c.Open(honest, 1, c.keys[2]); !errors.Is(err, ErrInvalidKey) {
		t.Errorf("with another's key: %v", err)
	}
}

func TestRotationRefuses(t *testing.T) {
	old := newTestCeremony(1, 2, 3, nil).run(t, nil)
	dealers := map[PartyID]PublicKey{0: old[0].Partial[0], 2: old[0].Partial[2]}
	c := newTestCeremony(2, 2, 3, &Rotation{old[0].PublicKey, dealers})
	other := GenerateMasterKey()
	if _, err := c.Deal(0, &other); !errors.Is(err, ErrInvalidDealing) {
		t.Errorf("dealing another secret: %v", err)
	}
	if _, err := c.Deal(1, &old[1].Share); !errors.Is(err, ErrInvalidDealing) {
		t.Errorf("dealer who was not chosen: %v", err)
	}
	if _, err := c.Deal(0, nil); !errors.Is(err, ErrInvalidDealing) {
		t.Errorf("no old share: %v", err)
	}
	few := newTestCeremony(3, 2, 3, &Rotation{old[0].PublicKey, map[PartyID]PublicKey{0: old[0].Partial[0]}})
	if _, err := few.Deal(0, &old[0].Share); !errors.Is(err, ErrInvalidDealing) {
		t.Errorf("too few dealers: %v", err)
	}
	if err := newTestCeremony(4, 1, 3, nil).Validate(); !errors.Is(err, ErrInvalidDealing) {
		t.Errorf("threshold one: %v", err)
	}
	mixed := newTestCeremony(5, 2, 3, nil)
	mixed.Members[1].Verification = mixed.Members[0].Verification
	if err := mixed.Validate(); !errors.Is(err, ErrInvalidKey) {
		t.Errorf("halves of two keys: %v", err)
	}
	if _, err := c.Finish(0, nil, nil); !errors.Is(err, ErrInvalidDealing) {
		t.Errorf("no dealings: %v", err)
	}
}

// TestFinishChecksShares: shares that were not opened in these dealings do not go unnoticed.
func TestFinishChecksShares(t *testing.T) {
	c := newTestCeremony(1, 2, 2, nil)
	dealings, shares := make(map[PartyID]*Dealing), make(map[PartyID]DealtShare)
	for _, p := range c.Dealers() {
		d, err := c.Deal(p, nil)
		if err != nil {
			t.Fatal(err)
		}
		s := randomScalar()
		dealings[p], shares[p] = d, DealtShare{func() *fr.Element { return &s }}
	}
	if _, err := c.Finish(0, dealings, shares); !errors.Is(err, ErrInvalidDealing) {
		t.Errorf("got %v", err)
	}
}
