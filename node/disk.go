package node

import (
	"context"
	"errors"
	"fmt"
	"os"
	"time"

	"github.com/goccy/go-yaml"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/internal/httpx"
	"github.com/walrus-go/walrus/internal/obs"
	"github.com/walrus-go/walrus/nodeapi"
)

// How full the disk is (storage-node.md §29.8).
const (
	diskOK int32 = iota
	diskWarn
	diskRefuse
)

const (
	diskInterval   = 5 * time.Second
	diskHysteresis = 1.0 // percent of free space beyond the watermark before a state is left
)

// diskLevel returns the state for a share of free space, given the state before.
func diskLevel(before int32, freePercent float64, c DiskConfig) int32 {
	enter := diskOK
	switch {
	case freePercent < c.RefusePercent:
		enter = diskRefuse
	case freePercent < c.WarnPercent:
		enter = diskWarn
	}
	if enter >= before {
		return enter
	}
	if before == diskRefuse && freePercent < c.RefusePercent+diskHysteresis {
		return diskRefuse
	}
	if freePercent < c.WarnPercent+diskHysteresis {
		return diskWarn
	}
	return diskOK
}

// watchDisk looks at the free space until ctx ends.
func (n *Node) watchDisk(ctx context.Context) error {
	for {
		n.lookAtDisk()
		if sleep(ctx, diskInterval) != nil {
			return nil
		}
	}
}

func (n *Node) lookAtDisk() {
	free, total, err := n.store.Space()
	if err != nil || total == 0 {
		return // a file system that cannot tell is never full
	}
	before := n.full.Load()
	level := diskLevel(before, 100*float64(free)/float64(total), n.config.Disk)
	if level == before {
		return
	}
	n.full.Store(level)
	n.log.Warn("free space on the disk passed a watermark", "free", free, "total", total,
		"state", [...]string{"enough", "low", "uploads refused"}[level])
	if level < diskRefuse {
		n.healer.WakeAll()
	}
}

func (n *Node) mayWrite() bool { return n.full.Load() < diskRefuse }

// acceptsWrites refuses uploads while the disk is too full for them.
func (n *Node) acceptsWrites() error {
	if n.mayWrite() {
		return nil
	}
	return nodeapi.Errorf(nodeapi.TemporarilyUnavailable, "the disk of this node is full").
		WithStatus(httpx.ResourceExhausted).WithRetryAfter(time.Minute)
}

const blocklistInterval = 30 * time.Second

// watchBlocklist loads the block list and loads it again when the file changes. A list that cannot be read leaves the
// one before in force.
func (n *Node) watchBlocklist(ctx context.Context) error {
	if n.config.BlocklistPath == "" {
		return nil
	}
	var loaded time.Time
	for {
		info, err := os.Stat(n.config.BlocklistPath)
		if err == nil && !info.ModTime().Equal(loaded) {
			if err = n.loadBlocklist(); err == nil {
				loaded = info.ModTime()
			}
		}
		if err != nil {
			n.log.Error("block list cannot be loaded", obs.Err, err)
		}
		if sleep(ctx, blocklistInterval) != nil {
			return nil
		}
	}
}

func (n *Node) loadBlocklist() error {
	b, err := os.ReadFile(n.config.BlocklistPath)
	if err != nil {
		return err
	}
	var texts []string
	if err := yaml.Unmarshal(b, &texts); err != nil {
		return fmt.Errorf("%s: %w", n.config.BlocklistPath, err)
	}
	var problems []error
	list := make(map[walrus.BlobID]bool, len(texts))
	for _, text := range texts {
		id, err := walrus.ParseBlobID(text)
		problems = append(problems, err)
		list[id] = true
	}
	if err := errors.Join(problems...); err != nil {
		return fmt.Errorf("%s: %w", n.config.BlocklistPath, err)
	}
	n.blocked.Store(&list)
	return nil
}
