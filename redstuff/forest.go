package redstuff

import (
	"sync"

	"github.com/walrus-go/walrus/redstuff/internal/lanehash"
)

// forest computes the Merkle roots of many trees of one shape side by side. Workers hand in a layer of nodes at a time:
// node t of every tree, in any order of t. Two neighbours are combined as soon as both are there, so that only a
// few layers wait at any time and no matrix of all leaf hashes exists.
type forest struct {
	trees  int
	counts []int // nodes of a tree on each level; the last is 1

	mu      sync.Mutex
	waiting []layer
	idle    [][]byte
	root    []byte
}

// layer is one node of each tree.
type layer struct {
	level, index int
	nodes        []byte
}

var emptyNode [hashSize]byte

// newForest returns a forest of trees with count nodes each on the level where layers are handed in.
func newForest(trees, count int) *forest {
	f := &forest{trees: trees}
	for ; count > 1; count = (count + 1) / 2 {
		f.counts = append(f.counts, count)
	}
	f.counts = append(f.counts, 1)
	return f
}

// take returns the memory of a layer.
func (f *forest) take() []byte {
	f.mu.Lock()
	defer f.mu.Unlock()
	if last := len(f.idle) - 1; last >= 0 {
		b := f.idle[last]
		f.idle = f.idle[:last]
		return b
	}
	return make([]byte, f.trees*hashSize)
}

// add hands in node index of every tree. The memory, from take, belongs to the forest afterwards.
func (f *forest) add(index int, nodes []byte) {
	at := layer{index: index, nodes: nodes}
	for f.counts[at.level] > 1 {
		sibling, ok := f.meet(at)
		if !ok {
			return
		}
		left, right := at.nodes, sibling
		if at.index&1 == 1 {
			left, right = right, left
		}
		stride := hashSize
		if right == nil {
			right, stride = emptyNode[:], 0
		}
		parent := f.take()
		lanehash.Inner(parent, hashSize, left, hashSize, right, stride, f.trees)
		f.give(at.nodes, sibling)
		at = layer{at.level + 1, at.index / 2, parent}
	}
	f.mu.Lock()
	f.root = at.nodes
	f.mu.Unlock()
}

// meet returns the sibling of a layer: nil for the empty one, or ok = false when the sibling is still to come and
// will find this one.
func (f *forest) meet(at layer) (sibling []byte, ok bool) {
	if at.index^1 >= f.counts[at.level] {
		return nil, true
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	for i, w := range f.waiting {
		if w.level == at.level && w.index == at.index^1 {
			last := len(f.waiting) - 1
			f.waiting[i] = f.waiting[last]
			f.waiting = f.waiting[:last]
			return w.nodes, true
		}
	}
	f.waiting = append(f.waiting, at)
	return nil, false
}

func (f *forest) give(layers ...[]byte) {
	f.mu.Lock()
	defer f.mu.Unlock()
	for _, b := range layers {
		if b != nil {
			f.idle = append(f.idle, b)
		}
	}
}
