package chaintest

import (
	"errors"
	"slices"
	"testing"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
	"github.com/walrus-go/walrus/internal/bls"
)

// registered registers a blob of a fresh wallet.
func (s *suite) registered(t *testing.T, deletable bool) (chain.Wallet, chain.Blob) {
	t.Helper()
	w := s.NewWallet(t, 100*walrus.WAL, true)
	_, id := s.register(t, w, s.registration(t, 1000, deletable, 3))
	return w, s.blob(t, id)
}

// confirmation returns what nodes sign for the blob.
func confirmation(b chain.Blob) walrus.Confirmation {
	return walrus.Confirmation{Epoch: 1, Blob: b.ID, Persistence: b.Persistence()}
}

func (s *suite) testCertify(t *testing.T) {
	for name, deletable := range map[string]bool{"permanent": false, "deletable": true} {
		t.Run(name, func(t *testing.T) {
			w, b := s.registered(t, deletable)
			before, err := w.Balances(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			message := confirmation(b).Bytes()
			cert := s.certificate(t, message, 0, 1, 3, 5, 8)
			receipt, err := w.Certify(t.Context(), b.Object, cert)
			if err != nil {
				t.Fatal(err)
			}
			s.checkPaid(t, w, before, receipt, 0)
			want := b
			want.CertifiedEpoch = 1
			if got := s.blob(t, b.Object); got != want {
				t.Errorf("certified blob %+v, want %+v", got, want)
			}
			s.checkFromChainAlone(t, b, cert)
			s.checkCertifyAgain(t, w, b, cert)
		})
	}
}

// checkFromChainAlone proves the certificate of a blob with nothing but chain data (promise P4).
func (s *suite) checkFromChainAlone(t *testing.T, b chain.Blob, sent *walrus.Certificate) {
	t.Helper()
	found, err := s.Reader.Certified(t.Context(), b.Object)
	if err != nil {
		t.Fatal(err)
	}
	weight, err := bls.VerifyCertificate(found.Committee, found.Certificate)
	if err != nil || weight != 74 {
		t.Errorf("certificate from the chain: weight %d, %v; want 74", weight, err)
	}
	m, err := walrus.ParseConfirmation(found.Certificate.Message)
	if err != nil || m != confirmation(b) || found.Epoch != 1 || found.Committee.Epoch != 1 {
		t.Errorf("certificate of epoch %d by committee %d says %+v, %v", found.Epoch, found.Committee.Epoch, m, err)
	}
	if found.Certificate.Signature != sent.Signature || !slices.Equal(found.Certificate.Signers, sent.Signers) {
		t.Errorf("certificate %+v, sent was %+v", found.Certificate, sent)
	}
	if n := s.countCertified(t, b.Object, found.Event); n != 1 {
		t.Errorf("%d events of certification in the log, want 1 with ID %v", n, found.Event)
	}
}

// countCertified counts the certifications of an object in the log; each must have the ID.
func (s *suite) countCertified(t *testing.T, id walrus.ObjectID, event walrus.EventID) (n int) {
	t.Helper()
	for _, e := range s.wholeLog(t) {
		if c, ok := e.Event.(chain.BlobCertified); ok && c.Object == id {
			n++
			if e.ID != event || c.IsExtension || c.Epoch != 1 {
				t.Errorf("event %v says %+v, want ID %v", e.ID, c, event)
			}
		}
	}
	return n
}

// checkCertifyAgain certifies a second time, with the same and with an unusable certificate: no effect, no error.
func (s *suite) checkCertifyAgain(t *testing.T, w chain.Wallet, b chain.Blob, cert *walrus.Certificate) {
	t.Helper()
	first, err := s.Reader.Certified(t.Context(), b.Object)
	if err != nil {
		t.Fatal(err)
	}
	bad := *cert
	bad.Message = append(slices.Clone(cert.Message), 0)
	for _, c := range []*walrus.Certificate{cert, &bad} {
		if _, err := w.Certify(t.Context(), b.Object, c); err != nil {
			t.Errorf("certify again: %v", err)
		}
	}
	if n := s.countCertified(t, b.Object, first.Event); n != 1 {
		t.Errorf("%d events after certifying three times, want 1", n)
	}
}

func (s *suite) testSmallestQuorum(t *testing.T) {
	w, b := s.registered(t, true)
	message := confirmation(b).Bytes()
	if _, err := w.Certify(t.Context(), b.Object, s.certificate(t, message, 0, 1, 4, 7, 9)); !errors.Is(err, chain.ErrCertificationFailed) {
		t.Fatalf("66 of 100 shards: %v, want ErrCertificationFailed", err)
	}
	cert := s.certificate(t, message, 0, 1, 2, 9)
	if _, err := w.Certify(t.Context(), b.Object, cert); err != nil {
		t.Fatalf("67 of 100 shards: %v", err)
	}
	short, b2 := s.registered(t, false)
	cert = s.certificate(t, confirmation(b2).Bytes(), 0, 1, 2, 3)
	cert.Signers = cert.Signers[:1] // the bytes left out stand for members that did not sign
	if _, err := short.Certify(t.Context(), b2.Object, cert); err != nil {
		t.Fatalf("short bitmap: %v", err)
	}
}

func (s *suite) testCertifyRefused(t *testing.T) {
	quorum := []int{0, 1, 2, 3}
	for name, c := range map[string]struct {
		deletable bool
		edit      func(*testing.T, chain.Blob, *walrus.Certificate)
		want      error
	}{
		"signature of another message": {false, func(t *testing.T, b chain.Blob, c *walrus.Certificate) {
			c.Signature = s.certificate(t, []byte("another"), quorum...).Signature
		}, chain.ErrCertificationFailed},
		"signature of fewer members": {false, func(t *testing.T, b chain.Blob, c *walrus.Certificate) {
			c.Signature = s.certificate(t, c.Message, 0, 1, 2).Signature
		}, chain.ErrCertificationFailed},
		"another blob": {false, func(t *testing.T, b chain.Blob, c *walrus.Certificate) {
			m := confirmation(b)
			m.Blob[0] ^= 1
			*c = *s.certificate(t, m.Bytes(), quorum...)
		}, chain.ErrCertificationFailed},
		"another type of message": {false, func(t *testing.T, b chain.Blob, c *walrus.Certificate) {
			m := confirmation(b).Bytes()
			m[0] = 2
			*c = *s.certificate(t, m, quorum...)
		}, chain.ErrCertificationFailed},
		"byte left over": {false, func(t *testing.T, b chain.Blob, c *walrus.Certificate) {
			*c = *s.certificate(t, append(confirmation(b).Bytes(), 0), quorum...)
		}, chain.ErrCertificationFailed},
		"deletable for a permanent blob": {false, func(t *testing.T, b chain.Blob, c *walrus.Certificate) {
			m := confirmation(b)
			m.Persistence = walrus.Deletable(b.Object)
			*c = *s.certificate(t, m.Bytes(), quorum...)
		}, chain.ErrCertificationFailed},
		"permanent for a deletable blob": {true, func(t *testing.T, b chain.Blob, c *walrus.Certificate) {
			m := confirmation(b)
			m.Persistence = walrus.Permanent
			*c = *s.certificate(t, m.Bytes(), quorum...)
		}, chain.ErrCertificationFailed},
		"another deletable object": {true, func(t *testing.T, b chain.Blob, c *walrus.Certificate) {
			m := confirmation(b)
			m.Persistence.Object[0] ^= 1
			*c = *s.certificate(t, m.Bytes(), quorum...)
		}, chain.ErrCertificationFailed},
		"epoch to come": {false, func(t *testing.T, b chain.Blob, c *walrus.Certificate) {
			m := confirmation(b)
			m.Epoch = 2
			*c = *s.certificate(t, m.Bytes(), quorum...)
		}, chain.ErrBehindEpoch},
		"epoch gone": {false, func(t *testing.T, b chain.Blob, c *walrus.Certificate) {
			m := confirmation(b)
			m.Epoch = 0
			*c = *s.certificate(t, m.Bytes(), quorum...)
		}, chain.ErrBehindEpoch},
		"too little weight": {false, func(t *testing.T, b chain.Blob, c *walrus.Certificate) {
			*c = *s.certificate(t, c.Message, 0, 1, 4, 7, 9)
		}, chain.ErrCertificationFailed},
		"nobody": {false, func(t *testing.T, b chain.Blob, c *walrus.Certificate) {
			c.Signers = nil
		}, chain.ErrCertificationFailed},
		"bit beyond the committee": {false, func(t *testing.T, b chain.Blob, c *walrus.Certificate) {
			c.Signers[1] |= 1 << 2
		}, chain.ErrCertificationFailed},
		"bitmap too long": {false, func(t *testing.T, b chain.Blob, c *walrus.Certificate) {
			c.Signers = append(c.Signers, 0)
		}, chain.ErrCertificationFailed},
		"signer that did not sign": {false, func(t *testing.T, b chain.Blob, c *walrus.Certificate) {
			c.Signers[0] |= 1 << 4
		}, chain.ErrCertificationFailed},
	} {
		t.Run(name, func(t *testing.T) {
			w, b := s.registered(t, c.deletable)
			cert := s.certificate(t, confirmation(b).Bytes(), quorum...)
			c.edit(t, b, cert)
			if _, err := w.Certify(t.Context(), b.Object, cert); !errors.Is(err, c.want) {
				t.Fatalf("error %v, want %v", err, c.want)
			}
			if got := s.blob(t, b.Object); got != b {
				t.Errorf("the refused certificate changed %+v to %+v", b, got)
			}
			if _, err := s.Reader.Certified(t.Context(), b.Object); !errors.Is(err, chain.ErrNotCertified) {
				t.Errorf("certificate of the uncertified blob: %v, want ErrNotCertified", err)
			}
		})
	}
}

func (s *suite) testUnknown(t *testing.T) {
	w := s.NewWallet(t, walrus.WAL, true)
	id := walrus.ObjectID{1, 2, 3}
	if _, err := s.Reader.Blob(t.Context(), id); !errors.Is(err, chain.ErrNoSuchObject) {
		t.Errorf("blob: %v", err)
	}
	if _, err := s.Reader.Certified(t.Context(), id); !errors.Is(err, chain.ErrNoSuchObject) {
		t.Errorf("certified: %v", err)
	}
	message := walrus.Confirmation{Epoch: 1}.Bytes()
	if _, err := w.Certify(t.Context(), id, s.certificate(t, message, 0, 1, 2, 3)); !errors.Is(err, chain.ErrNoSuchObject) {
		t.Errorf("certify: %v", err)
	}
}
