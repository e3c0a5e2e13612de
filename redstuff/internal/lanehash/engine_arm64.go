//go:build arm64 && !noasm

package lanehash

import (
	"encoding/binary"

	"golang.org/x/sys/cpu"
)

func fastEngines() []*engine {
	// Go asks for NEON on arm64; the SHA3 extension is optional.
	out := []*engine{pairs("neon", false)}
	if cpu.ARM64.HasSHA3 {
		out = append([]*engine{pairs("neon-sha3", true)}, out...)
	}
	return out
}

func pairs(name string, sha3 bool) *engine {
	return &engine{
		name: name,
		leaves: func(dst, src []byte, size, count, stride int) {
			leavesPairs(sha3, dst, src, size, count, stride)
		},
		inner: func(dst []byte, dstStride int, left []byte, leftStride int, right []byte, rightStride, count int) {
			innerPairs(sha3, dst, dstStride, left, leftStride, right, rightStride, count)
		},
	}
}

const blockSize = 128

// pair is the state of two hashes in step; word i of lane l is state[2*i+l].
type pair struct {
	state [16]uint64
	block [2][blockSize]byte
	sha3  bool
}

var start = [8]uint64{
	0x6a09e667f3bcc908 ^ 0x01010020, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b, 0xa54ff53a5f1d36f1,
	0x510e527fade682d1, 0x9b05688c2b3e6c1f, 0x1f83d9abfb41bd6b, 0x5be0cd19137e2179,
}

func (p *pair) reset() {
	for i, w := range start {
		p.state[2*i], p.state[2*i+1] = w, w
	}
}

// compress hashes whole blocks; counter is the bytes hashed with the first of them.
func (p *pair) compress(m0, m1 *byte, blocks int, counter, final uint64) {
	if p.sha3 {
		compress2SHA3(&p.state, m0, m1, blocks, counter, final)
	} else {
		compress2NEON(&p.state, m0, m1, blocks, counter, final)
	}
}

// finish hashes what was put into block as the last bytes of messages of the given length.
func (p *pair) finish(length int) {
	p.compress(&p.block[0][0], &p.block[1][0], 1, uint64(length), ^uint64(0))
}

func (p *pair) digest(lane int, dst []byte) {
	for i := range 4 {
		binary.LittleEndian.PutUint64(dst[8*i:], p.state[2*i+lane])
	}
}

// leaves hashes two symbols. The first and the last block are staged, the ones between are read in place.
func (p *pair) leaves(a, b []byte) {
	p.reset()
	length := 1 + len(a)
	p.block = [2][blockSize]byte{}
	na, nb := copy(p.block[0][1:], a), copy(p.block[1][1:], b)
	if length > blockSize {
		p.compress(&p.block[0][0], &p.block[1][0], 1, blockSize, 0)
		a, b = a[na:], b[nb:]
		if whole := (len(a) - 1) / blockSize; whole > 0 {
			p.compress(&a[0], &b[0], whole, 2*blockSize, 0)
			a, b = a[whole*blockSize:], b[whole*blockSize:]
		}
		p.block = [2][blockSize]byte{}
		copy(p.block[0][:], a)
		copy(p.block[1][:], b)
	}
	p.finish(length)
}

func leavesPairs(sha3 bool, dst, src []byte, size, count, stride int) {
	p := pair{sha3: sha3}
	i := 0
	for ; i+1 < count; i += 2 {
		p.leaves(src[i*stride:][:size], src[(i+1)*stride:][:size])
		p.digest(0, dst[i*Size:])
		p.digest(1, dst[(i+1)*Size:])
	}
	if i < count {
		portableLeaves(dst[i*Size:], src[i*stride:], size, 1, 0)
	}
}

func innerPairs(sha3 bool, dst []byte, dstStride int, left []byte, leftStride int, right []byte, rightStride, count int) {
	p := pair{sha3: sha3}
	p.block[0][0], p.block[1][0] = 1, 1
	i := 0
	for ; i+1 < count; i += 2 {
		p.reset()
		for lane := range p.block {
			copy(p.block[lane][1:], left[(i+lane)*leftStride:][:Size])
			copy(p.block[lane][1+Size:], right[(i+lane)*rightStride:][:Size])
		}
		p.finish(1 + 2*Size)
		p.digest(0, dst[i*dstStride:])
		p.digest(1, dst[(i+1)*dstStride:])
	}
	if i < count {
		portableInner(dst[i*dstStride:], dstStride, left[i*leftStride:], leftStride, right[i*rightStride:], rightStride, 1)
	}
}
