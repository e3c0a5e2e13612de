package access

import (
	"math/big"
	"testing"
)

type wireAnswer = struct {
	Status  uint8
	GasUsed uint32
	Data    []byte
}

// goodResult is an answer to one question.
func goodResult() result {
	return result{
		Number: big.NewInt(1), Timestamp: big.NewInt(2), ChainId: big.NewInt(3), Account: 1, Signature: 1,
		Answers: []wireAnswer{{1, 5, []byte("data")}},
	}
}

func pack(t testing.TB, r result) []byte {
	t.Helper()
	b, err := resultABI.Pack(r)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestParseResult(t *testing.T) {
	r, err := parseResult(pack(t, goodResult()), 1)
	if err != nil || r.Number.Uint64() != 1 || r.Answers[0].GasUsed != 5 || string(r.Answers[0].Data) != "data" {
		t.Fatalf("%+v, %v", r, err)
	}
	huge := new(big.Int).Lsh(big.NewInt(1), 64)
	for name, edit := range map[string]func(*result){
		"answers":   func(r *result) { r.Answers = append(r.Answers, r.Answers[0]) },
		"no answer": func(r *result) { r.Answers = nil },
		"number":    func(r *result) { r.Number = huge },
		"timestamp": func(r *result) { r.Timestamp = huge },
		"chain id":  func(r *result) { r.ChainId = huge },
		"account":   func(r *result) { r.Account = 3 },
		"signature": func(r *result) { r.Signature = 7 },
		"status":    func(r *result) { r.Answers[0].Status = 7 },
		"data":      func(r *result) { r.Answers[0].Data = make([]byte, 257) },
	} {
		bad := goodResult()
		edit(&bad)
		if _, err := parseResult(pack(t, bad), 1); err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
	good := pack(t, goodResult())
	for n := range good {
		if n%32 == 0 {
			if _, err := parseResult(good[:n], 1); err == nil {
				t.Errorf("cut to %d bytes: accepted", n)
			}
		}
	}
}

func FuzzParseResult(f *testing.F) {
	f.Add([]byte{}, 1)
	f.Add(pack(f, goodResult()), 1)
	f.Fuzz(func(t *testing.T, b []byte, n int) {
		r, err := parseResult(b, n)
		if err != nil {
			return
		}
		for _, a := range r.Answers {
			denied(status(a.Status), a.Data)
		}
	})
}

func FuzzRevertReason(f *testing.F) {
	f.Add(errorText("members only"))
	f.Add(errorText("members only")[:60])
	f.Fuzz(func(t *testing.T, b []byte) {
		for _, r := range revertReason(b) {
			if r < 0x20 || r > 0x7e {
				t.Fatalf("%q", r)
			}
		}
	})
}
