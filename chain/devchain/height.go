package devchain

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

const (
	heightFile   = "height"
	heightDigits = 20
)

// heightMark is the file "height" of a data directory: the number of a block that is durable, in 20 decimal digits
// and a newline, overwritten in place after each sync and before the block is announced. It is not synced, so a
// power cut may leave an older number, never a greater one. A database whose newest block is below the mark has
// lost blocks: the library takes damage in the newest part of its log for the end of the log, and would go on
// from an earlier block without a word.
type heightMark struct{ f *os.File }

// openHeight opens the mark of dir, or makes one at zero.
func openHeight(dir string) (*heightMark, error) {
	path := filepath.Join(dir, heightFile)
	if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) {
		if err := writeSynced(path, encodeHeight(0)); err != nil {
			return nil, err
		}
		if err := syncDir(dir); err != nil {
			return nil, err
		}
	}
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return nil, err
	}
	return &heightMark{f}, nil
}

// raise sets the mark.
func (h *heightMark) raise(number uint64) error {
	_, err := h.f.WriteAt(encodeHeight(number), 0)
	return err
}

func (h *heightMark) close() error { return h.f.Close() }

func encodeHeight(number uint64) []byte {
	return fmt.Appendf(nil, "%0*d\n", heightDigits, number)
}

// readHeight returns the mark of dir.
func readHeight(dir string) (uint64, error) {
	f, err := os.Open(filepath.Join(dir, heightFile))
	if err != nil {
		return 0, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, heightDigits+2))
	if err != nil {
		return 0, fmt.Errorf("read %s: %w", heightFile, err)
	}
	return decodeHeight(string(data))
}

func decodeHeight(text string) (uint64, error) {
	digits, ok := strings.CutSuffix(text, "\n")
	if !ok || len(digits) != heightDigits {
		return 0, fmt.Errorf("parse %s: not %d digits and a newline", heightFile, heightDigits)
	}
	number, err := strconv.ParseUint(digits, 10, 64)
	if err != nil || digits[0] == '+' {
		return 0, fmt.Errorf("parse %s: %q is not a number", heightFile, digits)
	}
	return number, nil
}
