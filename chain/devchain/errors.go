package devchain

import (
	"errors"
	"fmt"
	"io/fs"
	"syscall"
)

// What may keep a chain from opening or going on.
var (
	// ErrPortTaken: another program listens on the port.
	ErrPortTaken = errors.New("port is in use")
	// ErrLocked: another chain holds the data directory.
	ErrLocked = errors.New("chain data directory is in use by another process")
	// ErrDamaged: the data directory lacks something that was once durable, or cannot be read.
	ErrDamaged = errors.New("chain data directory is damaged")
	// ErrOtherChain: the data directory belongs to a chain with another id.
	ErrOtherChain = errors.New("data directory belongs to another chain")
	// ErrClosed: the chain was closed.
	ErrClosed = errors.New("chain is closed")
)

// damaged wraps what went wrong with the directory and says what to do, unless the directory is not to blame.
func damaged(dir string, err error) error {
	for _, other := range []error{fs.ErrPermission, syscall.ENOSPC, syscall.EMFILE, syscall.EROFS} {
		if errors.Is(err, other) {
			return fmt.Errorf("open chain data directory %q: %w", dir, err)
		}
	}
	if dir == "" {
		return fmt.Errorf("open chain in memory: %w", err)
	}
	return fmt.Errorf("%w: %q: %w; restore it from a backup, or remove it to begin a new chain", ErrDamaged, dir, err)
}
