package redstuff

import (
	"bufio"
	"encoding/hex"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/walrus-go/walrus"
)

var huge = flag.Bool("huge", false, "run the tests on blobs of gigabytes")

// TestBigRoots compares with roots that the official encoders gave (performance.md 4.5).
func TestBigRoots(t *testing.T) {
	for _, tc := range []struct {
		n, length int
		root      string
	}{
		{10, 1 << 20, "5ce34b67a86a670367ea395a4ec3194512641d36d3d5814aac4fd31c4a503c87"},
		{1000, 1 << 20, "5a6992dce8e8e4176427808f824931bab337223330c5167856e445f8febf7dc7"},
		{1000, 32 << 20, "d2c134d3704f1521eab02d2d01f4cf6d320ea1162d1418d0e7d3585c6b987596"},
		{1000, 256 << 20, "09e3ea2492c89b53da456e2608e0b3163be8e183a98a50443c39ff768aaa5e6d"},
	} {
		t.Run(fmt.Sprintf("n=%d/blob=%dMiB", tc.n, tc.length>>20), func(t *testing.T) {
			if tc.length > 1<<20 && testing.Short() {
				t.Skip("large blobs are encoded without -short only")
			}
			md, err := mustCode(t, tc.n).Metadata(t.Context(), xorshift(tc.length), Options{})
			if err != nil {
				t.Fatal(err)
			}
			root := md.RootHash()
			equal(t, "root", hex.EncodeToString(root[:]), tc.root)
		})
	}
}

// TestEveryKernel encodes and decodes on every kernel that this machine can run.
func TestEveryKernel(t *testing.T) {
	for _, v := range loadBlobVectors(t, "blobs.json") {
		if v.NShards > 301 || v.NShards > 101 && v.BlobLength != 33 || v.BlobLength > 5000 {
			continue // many symbols, no other shapes
		}
		for _, cpu := range cpus()[1:] {
			t.Run(fmt.Sprintf("%s/%s", v.name(), cpu[0]), func(t *testing.T) {
				checkOfficial(t, &v, mustEncode(t, useCPU(t, v.NShards, cpu), goldenBlob(v.BlobLength), Options{}))
			})
		}
	}
}

// TestBoundedMemory computes metadata of a sparse file of 8 GiB in a process of its own and looks at the most memory that it
// ever had.
func TestBoundedMemory(t *testing.T) {
	const limit = 256 << 20
	if !*huge {
		t.Skip("takes minutes: run with -huge")
	}
	if path := os.Getenv("REDSTUFF_TEST_BLOB"); path != "" {
		streamMetadata(t, path)
		return
	}
	path := filepath.Join(t.TempDir(), "blob")
	if err := os.WriteFile(path, []byte("sparse"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(path, 8<<30); err != nil {
		t.Fatal(err)
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), self, "-test.run=^TestBoundedMemory$", "-test.v", "-huge")
	cmd.Env = append(os.Environ(), "REDSTUFF_TEST_BLOB="+path)
	out, err := cmd.CombinedOutput()
	t.Logf("%s", out)
	if err != nil {
		t.Fatal(err)
	}
	var peak int64
	for line := range strings.Lines(string(out)) {
		if _, rest, ok := strings.Cut(line, "VmHWM:"); ok {
			if _, err := fmt.Sscanf(rest, "%d kB", &peak); err != nil {
				t.Fatal(err)
			}
		}
	}
	if peak == 0 || peak<<10 > limit {
		t.Errorf("peak memory %d MiB, limit %d", peak>>10, limit>>20)
	}
}

func streamMetadata(t *testing.T, path string) {
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		t.Fatal(err)
	}
	md, err := mustCode(t, 1000).MetadataFrom(t.Context(), f, info.Size(), Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("blob ID %v, symbols of %d bytes", md.ID(), md.SymbolSize())
	status, err := os.Open("/proc/self/status")
	if err != nil {
		t.Fatal(err)
	}
	defer status.Close()
	for lines := bufio.NewScanner(status); lines.Scan(); {
		if strings.HasPrefix(lines.Text(), "VmHWM") {
			t.Log(lines.Text())
		}
	}
	if md.SymbolSize() != (func() int { s, _ := walrus.ShardCount(1000).SymbolSize(uint64(info.Size())); return s })() {
		t.Error("symbol size")
	}
}
