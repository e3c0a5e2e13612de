package evm

import (
	"bytes"
	"errors"
	"math/big"
	"os"
	"path/filepath"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/walrus-go/walrus/chain/chaintest"
)

// signedTx returns a transaction of the key.
func signedTx(t testing.TB, key Key, nonce uint64, fee int64) *types.Transaction {
	t.Helper()
	tx, err := key.sign(&types.DynamicFeeTx{
		ChainID: big.NewInt(7), Nonce: nonce, To: &common.Address{1}, Gas: 21000,
		GasTipCap: big.NewInt(1), GasFeeCap: big.NewInt(fee), Data: []byte("data"),
	})
	if err != nil {
		t.Fatal(err)
	}
	return tx
}

// filledJournal writes nonces 1 (twice), 2 (done) and 3 and returns the file.
func filledJournal(t testing.TB, key Key) []byte {
	t.Helper()
	dir := t.TempDir()
	j, err := openJournal(dir, 7, key.address())
	if err != nil {
		t.Fatal(err)
	}
	for _, tx := range []*types.Transaction{signedTx(t, key, 1, 10), signedTx(t, key, 2, 10), signedTx(t, key, 1, 20), signedTx(t, key, 3, 10)} {
		if err := j.signed(tx); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(j.done(2), j.close()); err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(j.path)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestJournalReopen(t *testing.T) {
	key, err := GenerateKey()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	path := filepath.Join(dir, "7-"+common.Bytes2Hex(key.address().Bytes())+".journal")
	if err := os.WriteFile(path, filledJournal(t, key), 0o600); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		j, err := openJournal(dir, 7, key.address())
		if err != nil {
			t.Fatal(err)
		}
		if n := j.nonces(); len(n) != 2 || n[0] != 1 || n[1] != 3 {
			t.Fatalf("live nonces %v, want 1 and 3", n)
		}
		if v := j.live[1]; len(v) != 2 || v[1].GasFeeCap().Int64() != 20 || v[0].Hash() != signedTx(t, key, 1, 10).Hash() {
			t.Fatalf("variants of nonce 1: %v", v)
		}
		if err := errors.Join(j.rewrite(), j.close()); err != nil { // the second time from the shortened file
			t.Fatal(err)
		}
	}
	if _, err := openJournal(dir, 8, key.address()); err != nil {
		t.Fatalf("journal of another chain: %v", err)
	}
}

// TestJournalTorn cuts the file at every byte: what was whole stays, and the journal goes on from there.
func TestJournalTorn(t *testing.T) {
	key, err := GenerateKey()
	if err != nil {
		t.Fatal(err)
	}
	whole := filledJournal(t, key)
	for cut := journalHeader; cut < len(whole); cut++ {
		j := &journal{chainID: 7, account: key.address()}
		used, err := j.parse(whole[:cut])
		if err != nil || used > cut {
			t.Fatalf("cut at byte %d: %d used, %v", cut, used, err)
		}
		var again journal
		again.chainID, again.account = 7, key.address()
		rest := append(bytes.Clone(whole[:used]), appendRecord(nil, recordDone, 1, nil)...)
		if n, err := again.parse(rest); err != nil || n != len(rest) || len(again.live[1]) != 0 {
			t.Fatalf("cut at byte %d: going on from byte %d: %d, %v", cut, used, n, err)
		}
	}
}

func TestJournalDamaged(t *testing.T) {
	key, err := GenerateKey()
	if err != nil {
		t.Fatal(err)
	}
	whole := filledJournal(t, key)
	other, err := GenerateKey()
	if err != nil {
		t.Fatal(err)
	}
	edit := func(at int) []byte { b := bytes.Clone(whole); b[at] ^= 1; return b }
	for name, b := range map[string][]byte{
		"empty":          nil,
		"short header":   whole[:journalHeader-1],
		"version":        edit(4),
		"other chain":    edit(5),
		"other account":  append(append(bytes.Clone(whole[:13]), other.address().Bytes()...), whole[33:]...),
		"body":           edit(journalHeader + recordHeader + 20),
		"sum":            edit(journalHeader + 5),
		"unknown kind":   append(bytes.Clone(whole), appendRecord(nil, 3, 1, nil)...),
		"done and more":  append(bytes.Clone(whole), appendRecord(nil, recordDone, 1, []byte{0})...),
		"no transaction": append(bytes.Clone(whole), appendRecord(nil, recordSigned, 1, []byte{2, 3})...),
		"wrong nonce":    append(bytes.Clone(whole), appendRecord(nil, recordSigned, 9, mustRaw(t, signedTx(t, key, 1, 1)))...),
	} {
		t.Run(name, func(t *testing.T) {
			j := &journal{chainID: 7, account: key.address()}
			if used, err := j.parse(b); !errors.Is(err, ErrJournalDamaged) {
				t.Fatalf("%d bytes used, %v; want ErrJournalDamaged", used, err)
			}
		})
	}
}

func mustRaw(t testing.TB, tx *types.Transaction) []byte {
	t.Helper()
	raw, err := tx.MarshalBinary()
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

func FuzzJournal(f *testing.F) {
	key, err := ParseKey(chaintest.AnvilKey)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(filledJournal(f, key))
	f.Fuzz(func(t *testing.T, b []byte) {
		j := &journal{chainID: 7, account: key.address()}
		used, err := j.parse(b)
		if err != nil {
			return
		}
		again := &journal{chainID: 7, account: key.address()}
		if n, err := again.parse(b[:used]); err != nil || n != used || len(again.live) != len(j.live) {
			t.Fatalf("the sound part of %x is not sound: %d of %d, %v", b, n, used, err)
		}
	})
}
