package devchain

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// closedChain makes a chain with some blocks, closes it, and returns its directory.
func closedChain(t *testing.T) string {
	t.Helper()
	c := testConfig(t.TempDir(), nil)
	c.Manual = true
	chain, err := Open(c)
	if err != nil {
		t.Fatal(err)
	}
	for range 10 {
		if _, err := chain.Commit(); err != nil {
			t.Fatal(err)
		}
	}
	if err := chain.Close(); err != nil {
		t.Fatal(err)
	}
	return c.Dir
}

// killedChain is the same after a kill: all that it has is in the database's log.
func killedChain(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	chain := startChild(t, dir, 0)
	defer chain.kill()
	client, accounts := dial(t, chain.url), testAccounts(1)
	to := deployRecorder(t, client, accounts[0])
	for n := range uint64(20) {
		mustMine(t, client, mustSend(t, client, accounts[0], &to, word(n)))
	}
	return dir
}

// frozenChain is a killed chain whose blocks were moved to the ancient store.
func frozenChain(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	chain := startChild(t, dir, 0, freezeEnv+"=1")
	defer chain.kill()
	client, accounts := dial(t, chain.url), testAccounts(1)
	to := deployRecorder(t, client, accounts[0])
	for n := range uint64(20) {
		mustMine(t, client, mustSend(t, client, accounts[0], &to, word(n)))
	}
	return dir
}

// files returns the paths below dir whose base name matches.
func files(t *testing.T, dir, pattern string) []string {
	t.Helper()
	var found []string
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if ok, err := filepath.Match(pattern, d.Name()); err != nil || ok {
			found = append(found, path)
			return err
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(found) == 0 {
		t.Fatalf("no %s below %s", pattern, dir)
	}
	return found
}

func TestDamagedDirectory(t *testing.T) {
	slow(t)
	remove := func(pattern string) func(*testing.T, string) {
		return func(t *testing.T, dir string) {
			for _, path := range files(t, dir, pattern) {
				if err := os.RemoveAll(path); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	overwrite := func(pattern, content string) func(*testing.T, string) {
		return func(t *testing.T, dir string) {
			for _, path := range files(t, dir, pattern) {
				if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	closed, killed, frozen := closedChain(t), killedChain(t), frozenChain(t)
	copyOf := func(t *testing.T, from string) string {
		t.Helper()
		dir := t.TempDir()
		if err := os.CopyFS(dir, os.DirFS(from)); err != nil {
			t.Fatal(err)
		}
		return dir
	}
	for _, healthy := range []string{closed, killed, frozen} {
		mustOpen(t, testConfig(copyOf(t, healthy), nil))
	}
	for name, c := range map[string]struct {
		like  string
		spoil func(*testing.T, string)
	}{
		"database is gone":    {closed, remove("chaindata")},
		"manifest is gone":    {closed, remove("MANIFEST-*")},
		"manifest is garbage": {closed, overwrite("MANIFEST-*", "garbage")},
		"tables are gone":     {closed, remove("*.sst")},
		"tables are garbage":  {closed, overwrite("*.sst", strings.Repeat("garbage!", 1000))},
		"log is gone":         {killed, remove("*.log")},
		"log is garbage":      {killed, overwrite("*.log", strings.Repeat("garbage!", 1000))},
		"log is half garbage": {killed, garbleLogs},
		"ancients garbled":    {frozen, overwrite("*.cdat", "garbage")},
		"log is cut short":    {killed, halveLogs},
		"height is gone":      {closed, remove(heightFile)},
		"height is garbage":   {closed, overwrite(heightFile, "17")},
		"marker is garbage":   {closed, overwrite(markerFile, `{"version":1,"chainId":271828,"genesis":"0x00"`)},
		"marker of tomorrow":  {closed, overwrite(markerFile, `{"version":2}`)},
		"another first block": {closed, overwrite(markerFile, `{"version":1,"chainId":271828,"genesis":"0x`+strings.Repeat("ab", 32)+`"}`)},
	} {
		t.Run(name, func(t *testing.T) {
			dir := copyOf(t, c.like)
			c.spoil(t, dir)
			for range 2 { // the first attempt must not make it look like a new one
				chain, err := Open(testConfig(dir, nil))
				if err == nil {
					chain.Close()
					t.Fatal("a damaged directory was opened")
				}
				if !errors.Is(err, ErrDamaged) || !strings.Contains(err.Error(), dir) || !strings.Contains(err.Error(), "remove it") {
					t.Errorf("got %v, want ErrDamaged with path and advice", err)
				}
			}
		})
	}
}

// garbleLogs overwrites a page in the middle of each of the database's logs.
func garbleLogs(t *testing.T, dir string) {
	for _, path := range files(t, filepath.Join(dir, instance, "chaindata"), "*.log") {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		copy(data[len(data)/2:], strings.Repeat("garbage!", 512))
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// halveLogs cuts the database's logs to half their length, as a disk does that did not keep what it was told to.
func halveLogs(t *testing.T, dir string) {
	for _, path := range files(t, filepath.Join(dir, instance, "chaindata"), "*.log") {
		info, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.Truncate(path, info.Size()/2); err != nil {
			t.Fatal(err)
		}
	}
}

func TestHeightText(t *testing.T) {
	for _, n := range []uint64{0, 1, 1<<64 - 1} {
		if got, err := decodeHeight(string(encodeHeight(n))); err != nil || got != n {
			t.Errorf("%d became %d (%v)", n, got, err)
		}
	}
	for _, bad := range []string{"", "1\n", "00000000000000000001", "0000000000000000000x\n", "+0000000000000000001\n",
		"99999999999999999999\n", "000000000000000000001\n"} {
		if n, err := decodeHeight(bad); err == nil {
			t.Errorf("%q was taken for %d", bad, n)
		}
	}
}
