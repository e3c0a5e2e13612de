package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// quick runs quickstart with a TMPDIR of its own, in which nothing may be left.
func quick(t *testing.T, args ...string) result {
	t.Helper()
	tmp := t.TempDir()
	r := commandIn(t, []string{"TMPDIR=" + tmp}, append([]string{"quickstart"}, args...)...)
	if left, err := os.ReadDir(tmp); err != nil || len(left) != 0 {
		t.Errorf("quickstart %v left %v, %v", args, left, err)
	}
	return r
}

func TestQuickstart(t *testing.T) {
	buildBinary(t)
	file, content := testFile(t, 3_000_000)
	r := quick(t, file, "--json")
	var out map[string]any
	if err := json.Unmarshal([]byte(r.stdout), &out); err != nil || r.code != 0 {
		t.Fatalf("quickstart: exit code %d, %v\n%s%s", r.code, err, r.stdout, r.stderr)
	}
	checkQuickstart(t, out, len(content), 10, 100)
	if strings.Count(r.stderr, "✓") != 10 {
		t.Errorf("steps: %s", r.stderr)
	}
	healed, _ := out["healBytes"].(float64)
	if healed <= 0 || healed > float64(len(content)) {
		t.Errorf("healing one of ten nodes moved %v bytes for a blob of %d", healed, len(content))
	}
}

func checkQuickstart(t *testing.T, out map[string]any, size, nodes, shards int) {
	t.Helper()
	checks, _ := out["checks"].(map[string]any)
	for _, check := range quickstartChecks {
		if checks[check] != true {
			t.Errorf("check %s is %v", check, checks[check])
		}
	}
	if len(checks) != len(quickstartChecks) {
		t.Errorf("checks: %v", checks)
	}
	for key, want := range map[string]float64{"unencodedLength": float64(size), "nodes": float64(nodes), "shards": float64(shards)} {
		if out[key] != want {
			t.Errorf("%s is %v, want %v", key, out[key], want)
		}
	}
	for _, key := range []string{"encodedLength", "storeMillis", "readMillis", "degradedReadMillis", "healedSlivers", "healBytes", "cost", "gasUsed"} {
		if v, ok := out[key].(float64); !ok || v < 0 {
			t.Errorf("%s is %v", key, out[key])
		}
	}
	for key, length := range map[string]int{"blobId": 43, "objectId": 66, "registerTx": 66, "certifyTx": 66} {
		if v, _ := out[key].(string); len(v) != length {
			t.Errorf("%s is %q", key, v)
		}
	}
}

// An empty file goes the same way; the text form ends with a table.
func TestQuickstartEmptyFile(t *testing.T) {
	buildBinary(t)
	empty, _ := testFile(t, 0)
	r := quick(t, empty, "--nodes", "4", "--shards", "10")
	if r.code != 0 {
		t.Fatalf("exit code %d\n%s", r.code, r.stderr)
	}
	for _, want := range []string{"blob ID ", "gLzpD29smKZiYJIWwKatudKr76kEprQeMPyAhuMbWd4", "cost ", "all of it held"} {
		if !strings.Contains(r.stdout, want) {
			t.Errorf("output lacks %q:\n%s", want, r.stdout)
		}
	}
}

func TestQuickstartErrors(t *testing.T) {
	buildBinary(t)
	dir := t.TempDir()
	large, _ := testFile(t, 1_834_953)
	for _, row := range []struct {
		args []string
		text string
	}{
		{[]string{filepath.Join(dir, "absent")}, "no such file"},
		{[]string{}, "open README.md: no such file"},
		{[]string{dir}, "is not a regular file"},
		{[]string{large, "--nodes", "4", "--shards", "10"}, "the limit with 10 shards is 1834952"},
		{[]string{large, "--nodes", "0"}, "0 nodes, want 1"},
	} {
		r := quick(t, row.args...)
		if r.code != 1 || r.stdout != "" {
			t.Errorf("quickstart %v: exit code %d, output %q", row.args, r.code, r.stdout)
		}
		checkFailure(t, "quickstart", r.stderr, row.text)
	}
}

// With --keep the network runs on, its directory stays, and devnet continues it with all blobs.
func TestQuickstartKeep(t *testing.T) {
	buildBinary(t)
	dir := filepath.Join(t.TempDir(), "kept")
	file, content := testFile(t, 20_000)
	p := launch(t, "quickstart", file, "--keep", "--dir", dir, "--nodes", "4", "--shards", "10")
	u := userOf{filepath.Join(dir, "client_config.yaml")}
	id := mustJSON[blobIDOutput](t, "blob-id", file, "--n-shards", "10").BlobID.String()
	if !strings.Contains(p.stderr.String(), "✓ wipe a node") {
		t.Fatal(p.stderr)
	}
	u.read(t, id, content)
	other, otherContent := testFile(t, 20_001)
	got := u.store(t, other, "--epochs", "2")
	p.interrupt(t)

	p, _ = startDevnet(t, dir, "--block-time", "1s")
	u.read(t, id, content)
	u.read(t, got[0].blobID(), otherContent)
	p.interrupt(t)
	if names := entries(t, dir); !slices.Contains(names, "devnet.yaml") || !slices.Contains(names, "nodes") {
		t.Errorf("the directory holds %v", names)
	}
}

func entries(t *testing.T, dir string) (names []string) {
	t.Helper()
	all, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range all {
		names = append(names, e.Name())
	}
	return names
}
