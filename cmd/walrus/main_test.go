package main

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// tests removes the binary of the end-to-end tests when all have run.
type tests struct{ m *testing.M }

func (t tests) Run() int {
	flag.Parse()
	code := t.m.Run()
	if err := removeBinary(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return code
}

func TestMain(m *testing.M) { testscript.Main(tests{m}, map[string]func(){"walrus": main}) }

// TestScripts runs the commands that need no network.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		Setup: func(e *testscript.Env) error {
			e.Setenv("HOME", filepath.Join(e.WorkDir, "home"))
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"golden": golden,
			"hex":    unhex,
			"sha256": checkSum,
			"flip":   flip,
			"zeros":  zeros,
		},
	})
}

// goldenBlob is the content of the golden vectors: SHA-256 of the label and a counter, cut to the length.
func goldenBlob(n int) []byte {
	label := fmt.Sprintf("walrus-golden/%d", n)
	var blob []byte
	for i := uint64(0); len(blob) < n; i++ {
		sum := sha256.Sum256(binary.LittleEndian.AppendUint64([]byte(label), i))
		blob = append(blob, sum[:]...)
	}
	return blob[:n]
}

// golden LENGTH FILE writes the blob of that length.
func golden(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: golden LENGTH FILE")
	}
	n, err := strconv.Atoi(args[0])
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), goldenBlob(n), 0o600))
}

// hex HEX FILE writes bytes.
func unhex(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: hex HEX FILE")
	}
	b, err := hex.DecodeString(args[0])
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), b, 0o600))
}

// sha256 FILE HEX compares the sum of a file.
func checkSum(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: sha256 FILE HEX")
	}
	sum := sha256.Sum256([]byte(ts.ReadFile(args[0])))
	if got := hex.EncodeToString(sum[:]); (got == args[1]) == neg {
		ts.Fatalf("SHA-256 of %s is %s, compared to %s", args[0], got, args[1])
	}
}

// flip FILE… changes the last bit of each file.
func flip(ts *testscript.TestScript, neg bool, args []string) {
	if neg {
		ts.Fatalf("usage: flip FILE…")
	}
	for _, name := range args {
		b := []byte(ts.ReadFile(name))
		b[len(b)-1] ^= 1
		ts.Check(os.WriteFile(ts.MkAbs(name), b, 0o600))
	}
}

// zeros LENGTH FILE makes a file of that length, without blocks on disk.
func zeros(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: zeros LENGTH FILE")
	}
	n, err := strconv.ParseInt(args[0], 10, 64)
	ts.Check(err)
	f, err := os.Create(ts.MkAbs(args[1]))
	ts.Check(err)
	ts.Check(f.Truncate(n))
	ts.Check(f.Close())
}

// Every command tells its exit codes and is listed in a group.
func TestHelp(t *testing.T) {
	a := &app{}
	for _, c := range a.root().Commands() {
		if !strings.Contains(c.Long, "Exit codes: 0 ") {
			t.Errorf("the help of %s does not list exit codes", c.Name())
		}
		if c.GroupID == "" && c.Name() != "version" {
			t.Errorf("%s is in no group", c.Name())
		}
		if c.Short == "" || strings.HasSuffix(c.Short, ".") {
			t.Errorf("%s: short help is %q", c.Name(), c.Short)
		}
	}
}
