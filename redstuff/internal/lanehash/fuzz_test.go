package lanehash

import (
	"bytes"
	"testing"
)

// FuzzLeaf8 compares all paths with single hashes on symbols of any size, number and distance.
func FuzzLeaf8(f *testing.F) {
	f.Add([]byte{}, uint16(0), uint8(1), uint16(0))
	f.Add(bytes.Repeat([]byte("walrus"), 300), uint16(152), uint8(9), uint16(160))
	f.Add(bytes.Repeat([]byte{0xFF}, 66), uint16(6), uint8(11), uint16(6))
	f.Add(bytes.Repeat([]byte{1}, 1024), uint16(128), uint8(8), uint16(128))
	f.Fuzz(func(t *testing.T, src []byte, size uint16, count uint8, stride uint16) {
		if int(count) > 40 || (int(count)-1)*int(stride)+int(size) > len(src) {
			t.Skip("symbols do not fit")
		}
		for _, path := range Paths() {
			usePath(t, path)
			checkLeaves(t, src, int(size), int(count), int(stride))
		}
	})
}

// FuzzInner8 compares all paths with single hashes on pairs of nodes at any distance.
func FuzzInner8(f *testing.F) {
	f.Add(bytes.Repeat([]byte("node"), 200), uint8(9), uint8(64), uint8(32))
	f.Fuzz(func(t *testing.T, src []byte, count, leftStride, rightStride uint8) {
		if count == 0 || count > 40 || (int(count)-1)*int(max(leftStride, rightStride))+Size > len(src) {
			t.Skip("nodes do not fit")
		}
		for _, path := range Paths() {
			usePath(t, path)
			dst := make([]byte, int(count)*Size)
			Inner(dst, Size, src, int(leftStride), src, int(rightStride), int(count))
			for i := range int(count) {
				want := wantInner(src[i*int(leftStride):][:Size], src[i*int(rightStride):][:Size])
				if !bytes.Equal(dst[i*Size:][:Size], want[:]) {
					t.Fatalf("%s: node %d is wrong", path, i)
				}
			}
		}
	})
}
