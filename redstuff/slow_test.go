package redstuff

import "golang.org/x/crypto/blake2b"

// slowHash is the hash of Merkle leaves (prefix 0) and inner nodes (prefix 1) as written in encoding.md §5.1.
func slowHash(prefix byte, parts ...[]byte) [32]byte {
	message := []byte{prefix}
	for _, p := range parts {
		message = append(message, p...)
	}
	return blake2b.Sum256(message)
}

// slowRoot is the Merkle root as written in encoding.md §5.1.
func slowRoot(leaves [][]byte) [32]byte {
	var level [][32]byte
	for _, leaf := range leaves {
		level = append(level, slowHash(0, leaf))
	}
	for len(level) > 1 {
		if len(level)%2 == 1 {
			level = append(level, [32]byte{})
		}
		for i := range len(level) / 2 {
			level[i] = slowHash(1, level[2*i][:], level[2*i+1][:])
		}
		level = level[:len(level)/2]
	}
	return level[0]
}
