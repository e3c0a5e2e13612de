package access

import (
	"bytes"
	"crypto/ecdsa"
	"encoding/json"
	"math/big"
	"os"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/walrus-go/walrus"
)

// create2Factory is the runtime code of the well-known deployer: 32 bytes of salt, then creation code.
var create2Factory = hexutil.MustDecode("0x7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe03601600081602082378035828234f58015156039578182fd5b8082525050506014600cf3")

// accepts returns the code of a wallet that takes signatures of one digest, which is word 1 of a call, and reverts at others.
func accepts(digest [32]byte) []byte {
	code := append([]byte{0x60, 0x04, 0x35, 0x7f}, digest[:]...) // PUSH1 4 CALLDATALOAD PUSH32 digest
	code = append(code, 0x14, 0x60, byte(len(code)+7), 0x57, 0x5f, 0x5f, 0xfd, 0x5b)
	return append(code, says(validWord)...)
}

func sign(t *testing.T, key *ecdsa.PrivateKey, digest [32]byte) []byte {
	t.Helper()
	sig, err := crypto.Sign(digest[:], key)
	if err != nil {
		t.Fatal(err)
	}
	return sig
}

// highS returns the other form of a signature, which the EVM takes and we must not.
func highS(sig []byte) []byte {
	out := bytes.Clone(sig)
	s := new(big.Int).Sub(crypto.S256().Params().N, new(big.Int).SetBytes(sig[32:64]))
	s.FillBytes(out[32:64])
	out[64] ^= 1
	return out
}

// wrap returns the form of a signature of a wallet that a factory makes (ERC-6492).
func wrap(t *testing.T, factory walrus.Address, data, sig []byte) []byte {
	t.Helper()
	b, err := counterfactualABI.Pack(common.Address(factory), data, sig)
	if err != nil {
		t.Fatal(err)
	}
	return append(b, counterfactual...)
}

func TestSignatures(t *testing.T) {
	onEachChain(t, func(t *testing.T, w *world) {
		v := evaluator(t, w.options())
		policy := w.place(t, says(magicWord))
		digest := [32]byte(crypto.Keccak256([]byte("session")))
		other := [32]byte(crypto.Keccak256([]byte("another session")))
		key, account := newKey(t)
		otherKey, _ := newKey(t)
		good := sign(t, key, digest)
		ask := func(t *testing.T, user walrus.Address, d [32]byte, sig []byte) error {
			t.Helper()
			q := question(policy, user, nil)
			q.Signature = &Signature{d, sig}
			return answer(t, v, q)
		}
		refused := func(t *testing.T, what string, err error) {
			t.Helper()
			wantDenied(t, what, err, ErrSignature, "")
		}
		v27 := bytes.Clone(good)
		v27[64] += 27
		v29 := bytes.Clone(good)
		v29[64] = 29
		t.Run("ordinary account", func(t *testing.T) {
			wantAllowed(t, "v of 0 or 1", ask(t, account, digest, good))
			wantAllowed(t, "v of 27 or 28", ask(t, account, digest, v27))
			refused(t, "v of 29", ask(t, account, digest, v29))
			refused(t, "high s", ask(t, account, digest, highS(good)))
			refused(t, "other digest", ask(t, account, other, good))
			refused(t, "other key", ask(t, account, digest, sign(t, otherKey, digest)))
			refused(t, "short", ask(t, account, digest, good[:64]))
			refused(t, "zeros", ask(t, account, digest, make([]byte, 65)))
		})
		t.Run("smart wallet", func(t *testing.T) {
			for _, c := range []struct {
				name string
				code []byte
				ok   bool
			}{
				{"accepts", accepts(digest), true},
				{"accepts another digest", accepts(other), false},
				{"reverts", reverts, false},
				{"another word", says(magicWord), false},
				{"more than a word", returns(validWord, 64), false},
				{"no answer", stops, false},
				{"writes", writes(says(validWord)), false},
				{"burns gas", loops, false},
				{"huge answer", returns(validWord, 500_000), false},
			} {
				err := ask(t, w.place(t, c.code), digest, []byte("anything"))
				if c.ok {
					wantAllowed(t, c.name, err)
				} else {
					refused(t, c.name, err)
				}
			}
			wallet := w.place(t, reverts)
			refused(t, "a key has no say over a contract", ask(t, wallet, digest, good))
		})
		t.Run("wallet that does not exist yet", func(t *testing.T) {
			factory := w.place(t, create2Factory)
			salt := [32]byte{5}
			make := append(salt[:], creationOf(accepts(digest))...)
			wallet := walrus.Address(crypto.CreateAddress2(common.Address(factory), salt, crypto.Keccak256(creationOf(accepts(digest)))))
			sig := wrap(t, factory, make, []byte("inner"))
			wantAllowed(t, "made on the way", ask(t, wallet, digest, sig))
			refused(t, "other digest", ask(t, wallet, other, sig))
			refused(t, "not the wallet that is made", ask(t, account, digest, sig))
			refused(t, "factory that is none", ask(t, wallet, digest, wrap(t, account, make, []byte("inner"))))
			refused(t, "factory that burns gas", ask(t, wallet, digest, wrap(t, w.place(t, loops), make, []byte("inner"))))
			refused(t, "without the wrapping", ask(t, wallet, digest, []byte("inner")))
			refused(t, "a key's signature, wrapped", ask(t, account, digest, wrap(t, factory, nil, good)))
			if code := w.code(t, wallet); len(code) != 0 {
				t.Error("a question made the wallet")
			}
			// The wallet is made: the factory has no say any more.
			if _, err := w.bank.Transact(t.Context(), factory, make); err != nil {
				t.Fatal(err)
			}
			wantAllowed(t, "wrapped, of a wallet that exists", ask(t, wallet, digest, sig))
			wantAllowed(t, "plain, of a wallet that exists", ask(t, wallet, digest, []byte("inner")))
			q := question(policy, wallet, nil)
			q.Signature = &Signature{digest, append([]byte("no ABI"), counterfactual...)}
			_, err := v.Evaluate(t.Context(), q)
			wantFailed(t, "broken wrapping", err, ErrInvalidQuery)
		})
		t.Run("delegated account", func(t *testing.T) {
			w.fund(t, account)
			w.delegate(t, key, w.place(t, accepts(other)))
			if code := w.code(t, account); len(code) != 23 {
				t.Fatalf("code of the account: %x", code)
			}
			wantAllowed(t, "by its code", ask(t, account, other, []byte("anything")))
			wantAllowed(t, "by its key", ask(t, account, digest, good))
			refused(t, "by neither", ask(t, account, digest, sign(t, otherKey, digest)))
		})
		t.Run("a bad signature opens nothing", func(t *testing.T) {
			q := question(policy, account, nil)
			q.Calls = append(q.Calls, q.Calls[0])
			q.Signature = &Signature{[32]byte{1}, good}
			d, err := v.Evaluate(t.Context(), q)
			if err != nil {
				t.Fatal(err)
			}
			for _, a := range d.Answers {
				refused(t, "call", a.Err)
			}
		})
	})
}

func (w *world) code(t *testing.T, a walrus.Address) []byte {
	t.Helper()
	var code hexutil.Bytes
	w.call(t, &code, "eth_getCode", common.Address(a), "latest")
	return code
}

// TestRecoverSigner holds recovery to signatures that another library made and checked.
func TestRecoverSigner(t *testing.T) {
	b, err := os.ReadFile("../../../seal/testdata/official/evm_session.json")
	if err != nil {
		t.Fatal(err)
	}
	type signed struct {
		Digest    string `json:"digest"`
		Signature string `json:"signature_rsv"`
	}
	var file struct {
		Cases []struct {
			User   string `json:"user"`
			EIP712 signed `json:"eip712"`
			EIP191 signed `json:"eip191"`
		}
	}
	if err := json.Unmarshal(b, &file); err != nil || len(file.Cases) == 0 {
		t.Fatalf("%d cases, %v", len(file.Cases), err)
	}
	for _, c := range file.Cases {
		for _, s := range []signed{c.EIP712, c.EIP191} {
			digest := [32]byte(hexutil.MustDecode("0x" + s.Digest))
			a, ok := recoverSigner(digest, hexutil.MustDecode("0x"+s.Signature))
			if !ok || a != walrus.Address(common.HexToAddress(c.User)) {
				t.Errorf("signer %v, %v, want %s", a, ok, c.User)
			}
		}
	}
}

// TestWhoseSignature is the order of checks (access-control.md B.3), for states that a test chain does not get into.
func TestWhoseSignature(t *testing.T) {
	key, account := newKey(t)
	digest := [32]byte{1}
	good := sign(t, key, digest)
	wrapped := wrap(t, walrus.Address{1}, nil, good)
	for _, c := range []struct {
		name  string
		kind  accountKind
		said  status
		bytes []byte
		want  string // empty: it is the user's
	}{
		{"key of an ordinary account", emptyAccount, noCode, good, ""},
		{"contract says yes", contractAccount, approved, []byte("x"), ""},
		{"contract says no to the key of its address", contractAccount, reverted, good, "does not accept"},
		{"contract says something else", contractAccount, noMagic, good, "does not accept"},
		{"contract burns its gas", contractAccount, exhausted, good, "did not check"},
		{"contract was not asked", contractAccount, notAsked, good, "did not check"},
		{"delegate says no, the key yes", delegatedAccount, reverted, good, ""},
		{"delegate says yes", delegatedAccount, approved, []byte("x"), ""},
		{"delegate says no", delegatedAccount, reverted, []byte("x"), "key of the account"},
		{"wrapped, made", emptyAccount, approved, wrapped, ""},
		{"wrapped, not made", emptyAccount, noCode, wrapped, "was not made"},
		{"wrapped, delegate says no", delegatedAccount, reverted, wrapped, "does not accept"},
	} {
		w := &view{account: c.kind, signature: c.said}
		got := w.checkSignature(&Query{User: account, Signature: &Signature{digest, c.bytes}})
		if (got == "") != (c.want == "") || !strings.Contains(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
