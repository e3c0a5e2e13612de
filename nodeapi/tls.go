package nodeapi

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"errors"
	"fmt"
	"math/big"
	"net"
	"time"

	"github.com/walrus-go/walrus"
)

// certificateLife is long because nobody looks at the dates: only the key counts (storage-node.md §3.4).
const certificateLife = 100 * 365 * 24 * time.Hour

// ServerTLS returns the configuration of a node's listener: a self-signed leaf of the network key, made now, whose one
// name is host (a DNS name or an IP address, without port), TLS 1.3, HTTP/2 and HTTP/1.1.
func ServerTLS(key *ecdsa.PrivateKey, host string) (*tls.Config, error) {
	if key == nil || key.Curve != elliptic.P256() {
		return nil, errors.New("network key is not a P-256 key")
	}
	serial, err := rand.Int(rand.Reader, new(big.Int).Lsh(big.NewInt(1), 127))
	if err != nil {
		return nil, fmt.Errorf("make serial number: %w", err)
	}
	now := time.Now()
	leaf := &x509.Certificate{
		SerialNumber:          serial,
		Subject:               pkix.Name{CommonName: "walrus storage node"},
		NotBefore:             now.Add(-24 * time.Hour),
		NotAfter:              now.Add(certificateLife),
		KeyUsage:              x509.KeyUsageDigitalSignature,
		ExtKeyUsage:           []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth},
		BasicConstraintsValid: true,
	}
	if ip := net.ParseIP(host); ip != nil {
		leaf.IPAddresses = []net.IP{ip}
	} else {
		leaf.DNSNames = []string{host}
	}
	der, err := x509.CreateCertificate(rand.Reader, leaf, leaf, &key.PublicKey, key)
	if err != nil {
		return nil, fmt.Errorf("make certificate for %q: %w", host, err)
	}
	return &tls.Config{
		MinVersion:   tls.VersionTLS13,
		NextProtos:   []string{"h2", "http/1.1"},
		Certificates: []tls.Certificate{{Certificate: [][]byte{der}, PrivateKey: key}},
	}, nil
}

// KeyMismatchError is returned when a server proves another key than the one on chain.
type KeyMismatchError struct {
	Want walrus.NetworkKey
	Got  walrus.NetworkKey // zero if the server's key is not a P-256 key
}

// Error says which keys differ.
func (e *KeyMismatchError) Error() string {
	return fmt.Sprintf("server has network key %x, want %x", e.Got[:], e.Want[:])
}

// ClientTLS returns the configuration for connections to the node with the network key: the server must prove that it
// holds this key; chain, names and dates of its certificate are not looked at. A server with another key is
// refused with a *KeyMismatchError. serverName is only sent.
func ClientTLS(key walrus.NetworkKey, serverName string) *tls.Config {
	return &tls.Config{
		MinVersion:         tls.VersionTLS13,
		NextProtos:         []string{"h2", "http/1.1"},
		ServerName:         serverName,
		InsecureSkipVerify: true, // VerifyConnection pins the key instead, and TLS proves its possession
		VerifyConnection: func(s tls.ConnectionState) error {
			var got walrus.NetworkKey
			if len(s.PeerCertificates) > 0 {
				if pub, ok := s.PeerCertificates[0].PublicKey.(*ecdsa.PublicKey); ok && pub.Curve == elliptic.P256() {
					got = NetworkKeyOf(pub)
				}
			}
			if got == (walrus.NetworkKey{}) || got != key {
				return &KeyMismatchError{Want: key, Got: got}
			}
			return nil
		},
	}
}
