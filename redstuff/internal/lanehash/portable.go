package lanehash

import (
	"hash"
	"sync"

	"golang.org/x/crypto/blake2b"
)

var portable = engine{name: "portable", leaves: portableLeaves, inner: portableInner}

// single hashes one message at a time. The buffer lives here because what passes through an interface escapes.
type single struct {
	state  hash.Hash
	buffer [1 + 2*Size]byte
	sum    [Size]byte
}

var singles = sync.Pool{New: func() any {
	state, err := blake2b.New256(nil)
	if err != nil {
		panic(err) // only a key that is too long is refused
	}
	return &single{state: state}
}}

func portableLeaves(dst, src []byte, size, count, stride int) {
	s := singles.Get().(*single)
	for i := range count {
		s.leaf(dst[i*Size:], src[i*stride:][:size])
	}
	singles.Put(s)
}

func (s *single) leaf(dst, symbol []byte) {
	if len(symbol) < len(s.buffer) {
		s.buffer[0] = 0
		n := 1 + copy(s.buffer[1:], symbol)
		s.sum = blake2b.Sum256(s.buffer[:n])
		copy(dst[:Size], s.sum[:])
		return
	}
	s.state.Reset()
	s.buffer[0] = 0
	s.state.Write(s.buffer[:1])
	s.state.Write(symbol)
	copy(dst[:Size], s.state.Sum(s.sum[:0]))
}

func portableInner(dst []byte, dstStride int, left []byte, leftStride int, right []byte, rightStride, count int) {
	s := singles.Get().(*single)
	for i := range count {
		s.buffer[0] = 1
		copy(s.buffer[1:], left[i*leftStride:][:Size])
		copy(s.buffer[1+Size:], right[i*rightStride:][:Size])
		s.sum = blake2b.Sum256(s.buffer[:])
		copy(dst[i*dstStride:][:Size], s.sum[:])
	}
	singles.Put(s)
}
