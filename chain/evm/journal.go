package evm

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"os"
	"path/filepath"
	"slices"
	"syscall"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
)

// The journal of an account holds each transaction that was signed and is not final, so that it is sent again after a
// restart or a reorganisation of the chain. Numbers are little-endian:
//
//	file    "WTXJ" | version 1 u8 | chain id u64 | account 20 | record…
//	record  length of body u32 | CRC-32C of body u32 | body
//	body    01 | nonce u64 | signed transaction (EIP-2718)     it may be sent from here on
//	        02 | nonce u64                                     this nonce is done
//
// A record is synced before its transaction is sent. A record that reaches past the end of the file, or ends it with a
// wrong sum, is one that was never acted upon and is dropped; other damage is an error.
const (
	journalMagic   = "WTXJ"
	journalVersion = 1
	journalHeader  = 4 + 1 + 8 + 20
	recordHeader   = 4 + 4
	recordSigned   = 1
	recordDone     = 2
	maxRecord      = 1 + 8 + 256<<10
	rewriteAbove   = 1 << 20
)

var (
	// ErrJournalDamaged: a journal that was changed by something else than a crash.
	ErrJournalDamaged = errors.New("wallet journal is damaged")
	// ErrWalletInUse: another process has the wallet open.
	ErrWalletInUse = errors.New("wallet is in use by another process")
)

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// journal is nil for a wallet without one; all methods then do nothing.
type journal struct {
	path    string
	chainID uint64
	account common.Address
	file    *os.File
	lock    *os.File
	size    int64
	live    map[uint64][]*types.Transaction // by nonce, oldest first
}

// openJournal opens or makes the journal of an account in dir and returns it with the transactions that are not
// done. It belongs to one process at a time (ErrWalletInUse).
func openJournal(dir string, chainID uint64, account common.Address) (*journal, error) {
	if dir == "" {
		return nil, nil
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fmt.Errorf("open wallet journal: %w", err)
	}
	path := filepath.Join(dir, fmt.Sprintf("%d-%x.journal", chainID, account))
	j := &journal{path: path, chainID: chainID, account: account}
	if err := j.open(); err != nil {
		return nil, errors.Join(fmt.Errorf("open wallet journal %s: %w", path, err), j.close())
	}
	return j, nil
}

func (j *journal) open() (err error) {
	if j.lock, err = os.OpenFile(j.path+".lock", os.O_CREATE|os.O_RDWR, 0o600); err != nil {
		return err
	}
	if err := syscall.Flock(int(j.lock.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
		return fmt.Errorf("%w: %w", ErrWalletInUse, err)
	}
	b, err := os.ReadFile(j.path)
	if errors.Is(err, os.ErrNotExist) {
		j.live = make(map[uint64][]*types.Transaction)
		return j.rewrite()
	}
	if err != nil {
		return err
	}
	used, err := j.parse(b)
	if err != nil {
		return err
	}
	if j.file, err = os.OpenFile(j.path, os.O_RDWR, 0); err != nil {
		return err
	}
	j.size = int64(used)
	if used < len(b) {
		return errors.Join(j.file.Truncate(j.size), j.file.Sync())
	}
	return nil
}

// parse reads a journal into j.live and returns the length of its sound part.
func (j *journal) parse(b []byte) (used int, err error) {
	header := j.header()
	if len(b) < len(header) || string(b[:len(header)]) != string(header) {
		return 0, fmt.Errorf("%w: it does not begin as version %d for account %v on chain %d",
			ErrJournalDamaged, journalVersion, j.account, j.chainID)
	}
	j.live = make(map[uint64][]*types.Transaction)
	for at := len(header); at < len(b); {
		body, next := cutRecord(b, at)
		if body == nil && next >= len(b) {
			return at, nil
		}
		if body == nil {
			return 0, fmt.Errorf("%w: sum of the record at byte %d", ErrJournalDamaged, at)
		}
		if err := j.apply(body); err != nil {
			return 0, fmt.Errorf("%w: record at byte %d: %w", ErrJournalDamaged, at, err)
		}
		at = next
	}
	return len(b), nil
}

// cutRecord returns the body of the record at a position and the position after it. The body is nil if it is cut
// short or its sum is wrong.
func cutRecord(b []byte, at int) (body []byte, next int) {
	if len(b)-at < recordHeader {
		return nil, len(b)
	}
	length := int(binary.LittleEndian.Uint32(b[at:]))
	start := at + recordHeader
	if length > len(b)-start {
		return nil, len(b)
	}
	body = b[start : start+length]
	if crc32.Checksum(body, castagnoli) != binary.LittleEndian.Uint32(b[at+4:]) {
		return nil, start + length
	}
	return body, start + length
}

// apply makes the change that a record tells.
func (j *journal) apply(body []byte) error {
	if len(body) < 9 || len(body) > maxRecord {
		return fmt.Errorf("%d bytes", len(body))
	}
	nonce, rest := binary.LittleEndian.Uint64(body[1:]), body[9:]
	switch body[0] {
	case recordDone:
		if len(rest) != 0 {
			return fmt.Errorf("%d bytes left over", len(rest))
		}
		delete(j.live, nonce)
		return nil
	case recordSigned:
		tx := new(types.Transaction)
		if err := tx.UnmarshalBinary(rest); err != nil {
			return err
		}
		if tx.Nonce() != nonce || !tx.ChainId().IsUint64() || tx.ChainId().Uint64() != j.chainID {
			return fmt.Errorf("transaction %v of nonce %d on chain %v", tx.Hash(), tx.Nonce(), tx.ChainId())
		}
		j.live[nonce] = append(j.live[nonce], tx)
		return nil
	}
	return fmt.Errorf("kind %d", body[0])
}

func (j *journal) header() []byte {
	b := append([]byte(journalMagic), journalVersion)
	return append(binary.LittleEndian.AppendUint64(b, j.chainID), j.account[:]...)
}

func appendRecord(b []byte, kind byte, nonce uint64, rest []byte) []byte {
	body := binary.LittleEndian.AppendUint64([]byte{kind}, nonce)
	body = append(body, rest...)
	b = binary.LittleEndian.AppendUint32(b, uint32(len(body)))
	b = binary.LittleEndian.AppendUint32(b, crc32.Checksum(body, castagnoli))
	return append(b, body...)
}

// signed records a transaction durably, before it is sent.
func (j *journal) signed(tx *types.Transaction) error {
	if j == nil {
		return nil
	}
	raw, err := tx.MarshalBinary()
	if err != nil {
		return fmt.Errorf("wallet journal: %w", err)
	}
	if err := j.write(appendRecord(nil, recordSigned, tx.Nonce(), raw), true); err != nil {
		return err
	}
	j.live[tx.Nonce()] = append(j.live[tx.Nonce()], tx)
	return nil
}

// done records that a nonce needs no more care. It is not synced: forgetting it costs one look at the chain.
func (j *journal) done(nonce uint64) error {
	if j == nil {
		return nil
	}
	delete(j.live, nonce)
	if err := j.write(appendRecord(nil, recordDone, nonce, nil), false); err != nil {
		return err
	}
	if j.size > rewriteAbove {
		return j.rewrite()
	}
	return nil
}

func (j *journal) write(b []byte, sync bool) error {
	if _, err := j.file.WriteAt(b, j.size); err != nil {
		return fmt.Errorf("wallet journal: %w", err)
	}
	j.size += int64(len(b))
	if !sync {
		return nil
	}
	if err := j.file.Sync(); err != nil {
		return fmt.Errorf("wallet journal: %w", err)
	}
	return nil
}

// rewrite replaces the file by one with only the live transactions: temporary file, sync, rename, sync of the directory.
func (j *journal) rewrite() error {
	b := j.header()
	for _, nonce := range j.nonces() {
		for _, tx := range j.live[nonce] {
			raw, err := tx.MarshalBinary()
			if err != nil {
				return fmt.Errorf("wallet journal: %w", err)
			}
			b = appendRecord(b, recordSigned, nonce, raw)
		}
	}
	f, err := os.OpenFile(j.path+".new", os.O_CREATE|os.O_TRUNC|os.O_RDWR, 0o600)
	if err != nil {
		return fmt.Errorf("wallet journal: %w", err)
	}
	_, err = f.Write(b)
	err = errors.Join(err, f.Sync())
	if err == nil {
		err = errors.Join(os.Rename(f.Name(), j.path), syncPath(filepath.Dir(j.path)))
	}
	if err != nil {
		return errors.Join(fmt.Errorf("wallet journal: %w", err), f.Close())
	}
	if j.file != nil {
		j.file.Close() // replaced; nothing in it is needed any more
	}
	j.file, j.size = f, int64(len(b))
	return nil
}

// nonces returns the nonces that are not done, ascending.
func (j *journal) nonces() []uint64 {
	if j == nil {
		return nil
	}
	nonces := make([]uint64, 0, len(j.live))
	for n := range j.live {
		nonces = append(nonces, n)
	}
	slices.Sort(nonces)
	return nonces
}

func (j *journal) close() error {
	if j == nil {
		return nil
	}
	var errs []error
	for _, f := range []*os.File{j.file, j.lock} { // closing the lock's file frees the lock
		if f != nil {
			errs = append(errs, f.Close())
		}
	}
	return errors.Join(errs...)
}
