package access

import (
	"bytes"
	"fmt"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain/evm/bind/probe"
)

// counterfactual ends the signature of a wallet that need not exist yet (ERC-6492).
var counterfactual = bytes.Repeat([]byte{0x64, 0x92}, 16)

var counterfactualABI = abi.Arguments{
	{Type: must(abi.NewType("address", "", nil))}, {Type: must(abi.NewType("bytes", "", nil))}, {Type: must(abi.NewType("bytes", "", nil))},
}

// signedOf returns what the probe asks the user's account; nil without a signature.
func signedOf(q *Query) (*probe.ProbeSigned, error) {
	if q.Signature == nil {
		return nil, nil
	}
	s := &probe.ProbeSigned{Digest: q.Signature.Digest, Signature: q.Signature.Bytes}
	body, wrapped := bytes.CutSuffix(q.Signature.Bytes, counterfactual)
	if !wrapped {
		return s, nil
	}
	parts, err := counterfactualABI.Unpack(body)
	if err != nil {
		return nil, fmt.Errorf("%w: signature as of ERC-6492: %w", ErrInvalidQuery, err)
	}
	s.Factory, s.FactoryData, s.Signature = parts[0].(common.Address), parts[1].([]byte), parts[2].([]byte)
	if len(s.Signature) == 0 || len(s.Signature)+len(s.FactoryData) > MaxSignature {
		return nil, fmt.Errorf("%w: signature as of ERC-6492 has %d and %d bytes", ErrInvalidQuery, len(s.FactoryData), len(s.Signature))
	}
	return s, nil
}

// checkSignature returns why the signature is not the user's, or "" (access-control.md B.3).
func (w *view) checkSignature(q *Query) string {
	switch {
	case q.Signature == nil || w.signature == approved:
		return ""
	case bytes.HasSuffix(q.Signature.Bytes, counterfactual):
		return "the wallet does not accept it, or was not made"
	case w.account == contractAccount:
		reason, _ := denied(w.signature, nil)
		if w.signature == reverted || w.signature == noMagic {
			return "the wallet does not accept it"
		}
		return fmt.Sprintf("the wallet did not check it (%v)", reason)
	}
	if recovered, ok := recoverSigner(q.Signature.Digest, q.Signature.Bytes); !ok || recovered != q.User {
		return "the key of the account did not make it"
	}
	return ""
}

var halfOrder = new(big.Int).Rsh(crypto.S256().Params().N, 1)

// recoverSigner returns the account whose key made r ‖ s ‖ v with a low s and v of 0, 1, 27 or 28.
func recoverSigner(digest [32]byte, sig []byte) (walrus.Address, bool) {
	if len(sig) != 65 || new(big.Int).SetBytes(sig[32:64]).Cmp(halfOrder) > 0 {
		return walrus.Address{}, false
	}
	plain := bytes.Clone(sig)
	if plain[64] >= 27 {
		plain[64] -= 27
	}
	if plain[64] > 1 {
		return walrus.Address{}, false
	}
	key, err := crypto.SigToPub(digest[:], plain)
	if err != nil {
		return walrus.Address{}, false
	}
	a := walrus.Address(crypto.PubkeyToAddress(*key))
	return a, !a.IsZero()
}

func unix(seconds *big.Int) time.Time { return time.Unix(seconds.Int64(), 0).UTC() }
