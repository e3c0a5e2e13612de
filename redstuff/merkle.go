package redstuff

import (
	"bytes"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/redstuff/internal/lanehash"
)

const hashSize = 32

// treeShape is where the levels of a Merkle tree lie in one buffer: level l holds the nodes start[l]…start[l+1]-1,
// the leaf hashes first, an odd level with more than one node filled up by an empty node (encoding.md §5.1).
type treeShape struct {
	leaves int
	start  []int // in nodes; one entry more than there are levels
}

func newTreeShape(leaves int) treeShape {
	t := treeShape{leaves: leaves, start: []int{0}}
	for nodes, at := leaves, 0; ; nodes = (nodes + 1) / 2 {
		if nodes > 1 {
			nodes += nodes & 1
		}
		at += nodes
		t.start = append(t.start, at)
		if nodes <= 1 {
			return t
		}
	}
}

// bytes returns the length of the buffer.
func (t *treeShape) bytes() int { return hashSize * t.start[len(t.start)-1] }

// depth returns the length of every proof.
func (t *treeShape) depth() int { return len(t.start) - 2 }

// level returns the nodes of a level with their filling.
func (t *treeShape) level(nodes []byte, l int) []byte {
	return nodes[hashSize*t.start[l] : hashSize*t.start[l+1]]
}

// build computes the inner nodes over the leaf hashes that are in nodes already, and returns the root.
func (t *treeShape) build(nodes []byte) (root [hashSize]byte) {
	count := t.leaves
	for l := range t.depth() {
		below := t.level(nodes, l)
		clear(below[hashSize*count:])
		count = (count + 1) / 2
		lanehash.Inner(t.level(nodes, l+1), hashSize, below, 2*hashSize, below[hashSize:], 2*hashSize, count)
	}
	copy(root[:], nodes[t.bytes()-hashSize:])
	return root
}

// proof returns the path from leaf i of a built tree.
func (t *treeShape) proof(nodes []byte, i int) walrus.MerkleProof {
	proof := make(walrus.MerkleProof, t.depth())
	count := t.leaves
	for l := range proof {
		if sibling := i ^ 1; sibling < count {
			proof[l] = walrus.DigestNode([hashSize]byte(t.level(nodes, l)[hashSize*sibling:]))
		}
		i, count = i/2, (count+1)/2
	}
	return proof
}

// verifyProof reports whether the path leads from leaf i of count leaves to the root. It requires the exact path
// length, for upstream's bound would let two leaves verify for one index (encoding.md §5.1).
func verifyProof(root walrus.MerkleNode, leaf []byte, proof walrus.MerkleProof, i int, count walrus.ShardCount) bool {
	if root.IsEmpty() || i < 0 || i >= int(count) || len(proof) != count.MerkleDepth() {
		return false
	}
	var node, next [hashSize]byte
	lanehash.Leaves(node[:], leaf, len(leaf), 1, len(leaf))
	for _, p := range proof {
		sibling := p.Bytes()
		left, right := node[:], sibling[:]
		if i&1 == 1 {
			left, right = right, left
		}
		lanehash.Inner(next[:], hashSize, left, hashSize, right, hashSize, 1)
		node, i = next, i/2
	}
	want := root.Bytes()
	return bytes.Equal(node[:], want[:])
}
