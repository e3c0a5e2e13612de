package lanehash

import (
	"bytes"
	"encoding/hex"
	"math"
	"math/rand/v2"
	"testing"

	"golang.org/x/crypto/blake2b"
)

func random(rng *rand.Rand, n int) []byte {
	b := make([]byte, n)
	for i := range b {
		b[i] = byte(rng.Uint32())
	}
	return b
}

func wantLeaf(symbol []byte) [Size]byte { return blake2b.Sum256(append([]byte{0}, symbol...)) }

func wantInner(left, right []byte) [Size]byte {
	return blake2b.Sum256(append(append([]byte{1}, left...), right...))
}

// TestSum pins the digest length in the parameter block: this is not a truncated BLAKE2b-512.
func TestSum(t *testing.T) {
	sum := Sum([]byte("abc"))
	if got, want := hex.EncodeToString(sum[:]), "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func checkLeaves(t *testing.T, src []byte, size, count, stride int) {
	t.Helper()
	dst := bytes.Repeat([]byte{0xA5}, count*Size+Size)
	Leaves(dst, src, size, count, stride)
	for i := range count {
		want := wantLeaf(src[i*stride:][:size])
		if !bytes.Equal(dst[i*Size:][:Size], want[:]) {
			t.Fatalf("size %d, count %d, stride %d: leaf %d is %x, want %x", size, count, stride, i, dst[i*Size:][:Size], want)
		}
	}
	for _, b := range dst[count*Size:] {
		if b != 0xA5 {
			t.Fatalf("size %d, count %d, stride %d: wrote past the last hash", size, count, stride)
		}
	}
}

func TestLeavesAllSizes(t *testing.T) {
	eachPath(t, func(t *testing.T) {
		rng := rand.New(rand.NewPCG(1, 1))
		src := random(rng, 8*1300+64)
		for size := 0; size <= 1200; size++ {
			checkLeaves(t, src[size%64:], size, 8, size+rng.IntN(32))
		}
		src = random(rng, 9*65534)
		for _, size := range []int{4096, 65534} {
			checkLeaves(t, src, size, 9, size)
		}
	})
}

func TestLeavesCountsAndStrides(t *testing.T) {
	eachPath(t, func(t *testing.T) {
		rng := rand.New(rand.NewPCG(2, 2))
		src := random(rng, 40*400)
		for count := range 36 {
			for _, size := range []int{0, 2, 63, 64, 127, 128, 152} {
				for _, stride := range []int{0, 1, size, size + 5, 400} {
					checkLeaves(t, src, size, count, stride)
				}
			}
		}
	})
}

func TestInner(t *testing.T) {
	eachPath(t, func(t *testing.T) {
		rng := rand.New(rand.NewPCG(3, 3))
		left, right := random(rng, 40*100), random(rng, 40*100)
		for count := range 36 {
			for _, s := range [][3]int{{32, 32, 32}, {32, 64, 64}, {33, 100, 0}, {64, 0, 71}} {
				dst := bytes.Repeat([]byte{0xA5}, count*s[0]+Size)
				Inner(dst, s[0], left, s[1], right, s[2], count)
				for i := range count {
					want := wantInner(left[i*s[1]:][:Size], right[i*s[2]:][:Size])
					if !bytes.Equal(dst[i*s[0]:][:Size], want[:]) {
						t.Fatalf("count %d, strides %v: node %d is wrong", count, s, i)
					}
					for j := i*s[0] + Size; j < (i+1)*s[0]; j++ {
						if dst[j] != 0xA5 {
							t.Fatalf("count %d, strides %v: wrote between nodes %d and %d", count, s, i, i+1)
						}
					}
				}
			}
		}
	})
}

// TestInnerInPlace reduces one level of a tree into its own memory.
func TestInnerInPlace(t *testing.T) {
	eachPath(t, func(t *testing.T) {
		rng := rand.New(rand.NewPCG(4, 4))
		for count := 1; count < 40; count++ {
			level := random(rng, count*64)
			var want []byte
			for i := range count {
				h := wantInner(level[i*64:][:32], level[i*64+32:][:32])
				want = append(want, h[:]...)
			}
			Inner(level, 32, level, 64, level[32:], 64, count)
			if !bytes.Equal(level[:count*32], want) {
				t.Fatalf("count %d: in-place reduction differs", count)
			}
		}
	})
}

func TestNoAllocations(t *testing.T) {
	eachPath(t, func(t *testing.T) {
		src, dst := make([]byte, 17*500), make([]byte, 17*Size)
		if n := testing.AllocsPerRun(20, func() { Leaves(dst, src, 152, 17, 500) }); n >= 1 {
			t.Errorf("Leaves allocates %v times", n)
		}
		if n := testing.AllocsPerRun(20, func() { Inner(dst, 32, src, 64, src[32:], 64, 17) }); n >= 1 {
			t.Errorf("Inner allocates %v times", n)
		}
	})
}

func TestSlicesAreChecked(t *testing.T) {
	b := func(n int) []byte { return make([]byte, n) }
	for name, f := range map[string]func(){
		"dst":             func() { Leaves(b(63), b(100), 50, 2, 50) },
		"src":             func() { Leaves(b(64), b(99), 50, 2, 50) },
		"negative size":   func() { Leaves(b(64), b(99), -1, 2, 50) },
		"negative stride": func() { Leaves(b(64), b(99), 10, 2, -1) },
		"negative count":  func() { Leaves(b(64), b(99), 10, -1, 1) },
		"overflow":        func() { Leaves(b(64), b(99), 10, 2, math.MaxInt) },
		"left":            func() { Inner(b(64), 32, b(63), 32, b(64), 32, 2) },
		"right":           func() { Inner(b(64), 32, b(64), 32, b(63), 32, 2) },
		"inner dst":       func() { Inner(b(63), 32, b(64), 32, b(64), 32, 2) },
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s: no panic", name)
				}
			}()
			f()
		}()
	}
}
