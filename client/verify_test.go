package client_test

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
	"github.com/walrus-go/walrus/client"
	"github.com/walrus-go/walrus/client/clienttest"
)

// forgedReader serves a certificate that was changed on the way.
type forgedReader struct {
	chain.Reader
	change func(*chain.CertifiedBlob)
}

func (r forgedReader) Certified(ctx context.Context, object walrus.ObjectID) (chain.CertifiedBlob, error) {
	c, err := r.Reader.Certified(ctx, object)
	if err == nil {
		certificate := *c.Certificate
		certificate.Message = append([]byte(nil), certificate.Message...)
		certificate.Signers = append(walrus.Signers(nil), certificate.Signers...)
		c.Certificate = &certificate
		r.change(&c)
	}
	return c, err
}

func TestVerifyAvailability(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		n := clienttest.New(t)
		r := n.MustStore(clienttest.Blob(77), client.StoreOptions{Epochs: 2})
		object := r.NewlyCreated.Blob.Object
		got, err := client.VerifyAvailability(t.Context(), n.Chain, object)
		if err != nil || !clienttest.Shards.IsQuorum(got.Weight) || got.Blob.ID != r.BlobID() {
			t.Fatalf("availability %+v, %v", got, err)
		}
		for _, c := range []struct {
			name   string
			change func(*chain.CertifiedBlob)
			want   error
		}{
			{"other blob", func(c *chain.CertifiedBlob) { c.Certificate.Message[20] ^= 1 }, walrus.ErrInvalidMessage},
			{"other object", func(c *chain.CertifiedBlob) { c.Certificate.Message[60] ^= 1 }, walrus.ErrInvalidMessage},
			{"other epoch", func(c *chain.CertifiedBlob) { c.Certificate.Message[3]++; c.Epoch++ }, walrus.ErrInvalidCommittee},
			{"signature", func(c *chain.CertifiedBlob) { c.Certificate.Signature[50] ^= 1 }, walrus.ErrInvalidSignature},
			{"fewer signers", func(c *chain.CertifiedBlob) { c.Certificate.Signers = walrus.Signers{1} }, walrus.ErrNoQuorum},
			{"other signers", otherQuorum, walrus.ErrInvalidSignature},
			{"stray bit", func(c *chain.CertifiedBlob) { c.Certificate.Signers[1] |= 0x80 }, walrus.ErrInvalidMessage},
		} {
			if _, err := client.VerifyAvailability(t.Context(), forgedReader{n.Chain, c.change}, object); !errors.Is(err, c.want) {
				t.Errorf("%s: %v, want %v", c.name, err, c.want)
			}
		}
		if _, err := client.VerifyAvailability(t.Context(), n.Chain, walrus.ObjectID{9}); !errors.Is(err, chain.ErrNoSuchObject) {
			t.Errorf("unknown object: %v", err)
		}
	})
}

// otherQuorum adds a member that did not sign, or removes one if all did; both leave a quorum.
func otherQuorum(c *chain.CertifiedBlob) {
	for p := range clienttest.Nodes {
		if bit := byte(1) << (p % 8); c.Certificate.Signers[p/8]&bit == 0 {
			c.Certificate.Signers[p/8] |= bit
			return
		}
	}
	c.Certificate.Signers[0] &^= 1
}
