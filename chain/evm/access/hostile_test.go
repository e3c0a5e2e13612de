package access

import (
	"bytes"
	"errors"
	"testing"

	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/walrus-go/walrus"
)

func leftPad(b []byte) []byte { return append(make([]byte, 32-len(b)), b...) }

// Code of policies and wallets, by hand: each is what no compiler would make.
var (
	magicWord = append(hexutil.MustDecode("0x468a7892"), make([]byte, 28)...)
	validWord = append(hexutil.MustDecode("0x1626ba7e"), make([]byte, 28)...)
	stops     = []byte{0x00}
	loops     = []byte{0x5b, 0x5f, 0x56} // JUMPDEST PUSH0 JUMP
	reverts   = []byte{0x5f, 0x5f, 0xfd}
	invalid   = []byte{0xfe}
)

// returns returns code that answers with a word and zeros, size bytes in all: PUSH32 word PUSH0 MSTORE PUSH3 size PUSH0 RETURN.
func returns(word []byte, size int) []byte {
	code := append([]byte{0x7f}, word...)
	return append(code, 0x5f, 0x52, 0x62, byte(size>>16), byte(size>>8), byte(size), 0x5f, 0xf3)
}

func says(word []byte) []byte { return returns(word, 32) }

// revertsWith returns code that reverts with data: CODECOPY of what follows, and REVERT.
func revertsWith(data []byte) []byte {
	n := len(data)
	return append([]byte{0x61, byte(n >> 8), byte(n), 0x60, 0x0c, 0x5f, 0x39, 0x61, byte(n >> 8), byte(n), 0x5f, 0xfd}, data...)
}

// writes returns code that counts in slot 0 first: PUSH0 SLOAD PUSH1 1 ADD PUSH0 SSTORE.
func writes(then []byte) []byte {
	return append([]byte{0x5f, 0x54, 0x60, 0x01, 0x01, 0x5f, 0x55}, then...)
}

// errorText returns the data of Error(string).
func errorText(s string) []byte {
	b := append(hexutil.MustDecode("0x08c379a0"), leftPad([]byte{32})...)
	b = append(b, leftPad([]byte{byte(len(s) >> 8), byte(len(s))})...)
	return append(append(b, s...), make([]byte, (32-len(s)%32)%32)...)
}

// TestHostilePolicies asks policies that try everything, alone and then all in a row of one query's calls.
func TestHostilePolicies(t *testing.T) {
	long := string(bytes.Repeat([]byte("a long reason "), 40))
	cases := []struct {
		name   string
		code   []byte // nil: nothing there
		reason error  // nil: allowed
		detail string
	}{
		{"approves", says(magicWord), nil, ""},
		{"refuses", revertsWith(errorText("members only")), ErrRefused, "members only"},
		{"refuses with control characters", revertsWith(errorText("a\x1b[31m\nb")), ErrRefused, "a?[31m?b"},
		{"refuses at length", revertsWith(errorText(long)), ErrRefused, long[:150]},
		{"refuses with an error of its own", revertsWith(hexutil.MustDecode("0xdeadbeef01")), ErrRefused, "0xdeadbeef01"},
		{"refuses in silence", reverts, ErrRefused, ""},
		{"no code", nil, ErrNoCode, ""},
		{"permissive fallback", stops, ErrNoMagic, ""},
		{"true", says(leftPad([]byte{1})), ErrNoMagic, ""},
		{"magic in the wrong place", says(leftPad(magicWord[:4])), ErrNoMagic, ""},
		{"magic and more", says(append(bytes.Clone(magicWord[:31]), 1)), ErrNoMagic, ""},
		{"magic, cut", returns(magicWord, 4), ErrNoMagic, ""},
		{"magic and another word", returns(magicWord, 64), ErrNoMagic, ""},
		{"writes", writes(says(magicWord)), ErrWrites, ""},
		{"gas bomb", loops, ErrExhausted, ""},
		{"invalid opcode", invalid, ErrExhausted, ""},
		{"huge answer", returns(magicWord, 500_000), ErrTooLong, ""},
		{"answer just too long", returns(magicWord, 257), ErrTooLong, ""},
	}
	onEachChain(t, func(t *testing.T, w *world) {
		v := evaluator(t, w.options())
		user := walrus.Address{0xaa}
		for _, c := range cases {
			t.Run(c.name, func(t *testing.T) {
				at := walrus.Address{0xbb}
				if c.code != nil {
					at = w.place(t, c.code)
				}
				q := question(at, user, []byte("id"))
				for range MaxCalls - 1 {
					q.Calls = append(q.Calls, q.Calls[0])
				}
				d, err := v.Evaluate(t.Context(), q)
				if err != nil {
					t.Fatal(err)
				}
				for _, a := range d.Answers {
					if c.reason == nil {
						wantAllowed(t, "call", a.Err)
					} else {
						wantDenied(t, "call", a.Err, c.reason, c.detail)
					}
					if a.GasUsed > 1_000_000+3_000 {
						t.Errorf("a question took %d gas", a.GasUsed)
					}
				}
				if want := [32]byte(crypto.Keccak256(c.code)); c.code != nil && d.CodeHash != want {
					t.Errorf("code hash %x, want %x", d.CodeHash, want)
				}
			})
		}
		t.Run("pinned code", func(t *testing.T) {
			at := w.place(t, says(magicWord))
			q := question(at, user, []byte("id"))
			hash, err := v.CodeHash(t.Context(), at)
			if err != nil {
				t.Fatal(err)
			}
			q.CodeHash = &hash
			wantAllowed(t, "the code", answer(t, v, q))
			hash[0] ^= 1
			wantDenied(t, "other code", answer(t, v, q), ErrCodeChanged, "")
		})
		t.Run("sees the user and the arguments", func(t *testing.T) {
			// Answers with the magic value if word 1 of the arguments, the caller, is the user, and else reverts.
			code := append([]byte{0x60, 0x24, 0x35, 0x73}, user[:]...) // PUSH1 36 CALLDATALOAD PUSH20 user
			code = append(code, 0x14, 0x60, byte(len(code)+7), 0x57, 0x5f, 0x5f, 0xfd, 0x5b)
			at := w.place(t, append(code, says(magicWord)...))
			wantAllowed(t, "user", answer(t, v, question(at, user, nil)))
			wantDenied(t, "another", answer(t, v, question(at, walrus.Address{0xab}, nil)), ErrRefused, "")
		})
		t.Run("each call by itself", func(t *testing.T) {
			// CALLDATASIZE above that of empty arguments: loop, and else revert.
			at := w.place(t, []byte{0x36, 0x60, 0xa4, 0x10, 0x60, 0x0a, 0x57, 0x5f, 0x5f, 0xfd, 0x5b, 0x60, 0x0a, 0x56})
			q := question(at, user, nil)
			q.Calls = append(q.Calls, Call{Args: []byte{1}}, Call{})
			d, err := v.Evaluate(t.Context(), q)
			if err != nil {
				t.Fatal(err)
			}
			wantDenied(t, "refuses", d.Answers[0].Err, ErrRefused, "")
			wantDenied(t, "burns", d.Answers[1].Err, ErrExhausted, "")
			wantDenied(t, "refuses after one that burns", d.Answers[2].Err, ErrRefused, "")
		})
		t.Run("long arguments", func(t *testing.T) {
			at := w.place(t, says(magicWord))
			q := Query{Policy: at, User: user}
			for range MaxCalls {
				q.Calls = append(q.Calls, Call{bytes.Repeat([]byte{1}, MaxInnerID), bytes.Repeat([]byte{2}, MaxArgs)})
			}
			d, err := v.Evaluate(t.Context(), q)
			if err != nil {
				t.Fatal(err)
			}
			for i, a := range d.Answers {
				wantAllowed(t, "call", a.Err)
				if a.GasUsed == 0 {
					t.Errorf("call %d was not asked", i)
				}
			}
		})
	})
}

func TestQueryLimits(t *testing.T) {
	good := question(walrus.Address{1}, walrus.Address{2}, nil)
	for name, change := range map[string]func(*Query){
		"no call":         func(q *Query) { q.Calls = nil },
		"calls":           func(q *Query) { q.Calls = make([]Call, MaxCalls+1) },
		"inner ID":        func(q *Query) { q.Calls = []Call{{InnerID: make([]byte, MaxInnerID+1)}} },
		"args":            func(q *Query) { q.Calls = []Call{{Args: make([]byte, MaxArgs+1)}} },
		"no user":         func(q *Query) { q.User = walrus.Address{} },
		"empty signature": func(q *Query) { q.Signature = &Signature{} },
		"signature":       func(q *Query) { q.Signature = &Signature{Bytes: make([]byte, MaxSignature+1)} },
		"freshness":       func(q *Query) { q.Freshness = 3 },
		"depth":           func(q *Query) { q.Freshness, q.Depth = LatestOnly, MaxDepth+1 },
		"depth of both":   func(q *Query) { q.Depth = 1 },
	} {
		q := good
		change(&q)
		if _, err := new(Evaluator).Evaluate(t.Context(), q); !errors.Is(err, ErrInvalidQuery) {
			t.Errorf("%s: %v, want ErrInvalidQuery", name, err)
		}
	}
}
