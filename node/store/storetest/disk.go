// Package storetest has a disk in memory for tests of storage nodes: it can lose power, fail, and be full.
//
// The one idea: a power cut is a clone of the disk as it would be found afterwards, taken while the original goes on, so
// that one run is cut at thousands of points. A Disk is safe for concurrent use.
package storetest

import (
	"math/rand/v2"
	"sync/atomic"

	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/cockroachdb/pebble/v2/vfs/errorfs"

	"github.com/walrus-go/walrus/node/store"
)

// Disk is a disk in memory.
type Disk struct {
	mem    *vfs.MemFS
	before atomic.Pointer[func() error]
}

// NewDisk returns an empty disk.
func NewDisk() *Disk { return &Disk{mem: vfs.NewCrashableMem()} }

// FS returns the disk as a file system.
func (d *Disk) FS() store.FS { return errorfs.Wrap(d.mem, (*injector)(d)) }

// BeforeWrite has f called before every operation that changes the disk, by whatever goroutine does it. An error of f
// becomes that of the operation. nil ends it.
func (d *Disk) BeforeWrite(f func() error) {
	if f == nil {
		d.before.Store(nil)
		return
	}
	d.before.Store(&f)
}

// Cut returns the disk as a power cut at this moment leaves it: all that was synced, and of the rest about the given
// percentage, chosen by seed.
func (d *Disk) Cut(percent int, seed uint64) store.FS {
	return d.mem.CrashClone(vfs.CrashCloneCfg{UnsyncedDataPercent: percent, RNG: rand.New(rand.NewPCG(seed, 1))})
}

// SetSpace says how much room there is.
func (d *Disk) SetSpace(free, total uint64) {
	d.mem.TestingSetDiskUsage(vfs.DiskUsage{AvailBytes: free, TotalBytes: total, UsedBytes: total - free})
}

type injector Disk

func (i *injector) String() string { return "storetest" }

func (i *injector) MaybeError(op errorfs.Op) error {
	if f := i.before.Load(); f != nil && op.Kind.ReadOrWrite() == errorfs.OpIsWrite {
		return (*f)()
	}
	return nil
}
