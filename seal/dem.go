package seal

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/hmac"
	"crypto/sha3"
	"crypto/subtle"
	"encoding/binary"
	"fmt"
	"hash"
)

// Mode says how the data of an object are encrypted (access-control.md A.7).
type Mode uint8

// The modes, with the values that they have in an object.
const (
	AES256GCM  Mode = 0 // the usual one
	HMAC256CTR Mode = 1 // slow; for data that a contract in Move decrypts
	Plain      Mode = 2 // no data: decryption gives the data key
)

// String returns the official name of the mode.
func (m Mode) String() string {
	switch m {
	case AES256GCM:
		return "Aes256Gcm"
	case HMAC256CTR:
		return "Hmac256Ctr"
	case Plain:
		return "Plain"
	}
	return fmt.Sprintf("mode %d", uint8(m))
}

// gcmIV may be fixed because every object has a data key of its own.
var gcmIV = []byte{0x8a, 0x37, 0x99, 0xfd, 0xc6, 0x2e, 0x79, 0xdb, 0xa0, 0x80, 0x59, 0x07, 0xd6, 0x9c, 0x94, 0xdc}

const (
	hmacEncrypt = "HMAC-CTR-ENC"
	hmacMAC     = "HMAC-CTR-MAC"
)

func newGCM(k DataKey) (cipher.AEAD, error) {
	block, err := aes.NewCipher(k.k()[:])
	if err != nil {
		return nil, err
	}
	return cipher.NewGCMWithNonceSize(block, len(gcmIV))
}

// encryptData fills in the object's ciphertext.
func (o *Object) encryptData(k DataKey, data []byte) error {
	switch o.mode {
	case AES256GCM:
		gcm, err := newGCM(k)
		if err != nil {
			return err
		}
		o.blob = gcm.Seal(nil, gcmIV, data, o.aad)
	case HMAC256CTR:
		o.blob = make([]byte, len(data))
		hmacCTR(k, o.blob, data)
		o.mac = hmacTag(k, o.aad, o.blob)
	case Plain:
		if len(data) != 0 || o.aad != nil {
			return fmt.Errorf("%w: mode %v takes no data", ErrInvalidRecipients, o.mode)
		}
	default:
		return fmt.Errorf("%w: unknown %v", ErrInvalidRecipients, o.mode)
	}
	return nil
}

// Open decrypts the data with the data key itself, which [Encrypt] gave to the maker for such a day. For mode Plain
// it returns the key. Data that fail authentication give ErrDecryption.
func (o *Object) Open(k DataKey) ([]byte, error) {
	switch o.mode {
	case AES256GCM:
		gcm, err := newGCM(k)
		if err != nil {
			return nil, err
		}
		data, err := gcm.Open(nil, gcmIV, o.blob, o.aad)
		if err != nil {
			return nil, ErrDecryption
		}
		return data, nil
	case HMAC256CTR:
		if tag := hmacTag(k, o.aad, o.blob); subtle.ConstantTimeCompare(tag[:], o.mac[:]) != 1 {
			return nil, ErrDecryption
		}
		data := make([]byte, len(o.blob))
		hmacCTR(k, data, o.blob)
		return data, nil
	}
	return k.Bytes(), nil
}

func newHMAC(k DataKey) hash.Hash {
	return hmac.New(func() hash.Hash { return sha3.New256() }, k.k()[:])
}

// hmacCTR XORs src with the keystream into dst: block i is HMAC(key, "HMAC-CTR-ENC" ‖ u64 i).
func hmacCTR(k DataKey, dst, src []byte) {
	h := newHMAC(k)
	input := append([]byte(hmacEncrypt), make([]byte, 8)...)
	var block [32]byte
	for i := uint64(0); len(src) > 0; i++ {
		binary.LittleEndian.PutUint64(input[len(hmacEncrypt):], i)
		h.Reset()
		h.Write(input)
		n := subtle.XORBytes(dst, src, h.Sum(block[:0]))
		dst, src = dst[n:], src[n:]
	}
}

// hmacTag returns HMAC(key, "HMAC-CTR-MAC" ‖ u64 length of aad ‖ aad ‖ blob).
func hmacTag(k DataKey, aad, blob []byte) [32]byte {
	h := newHMAC(k)
	h.Write(binary.LittleEndian.AppendUint64([]byte(hmacMAC), uint64(len(aad))))
	h.Write(aad)
	h.Write(blob)
	return [32]byte(h.Sum(nil))
}
