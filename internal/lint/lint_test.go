package lint

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
)

func TestHouseRules(t *testing.T) {
	dir := moduleRoot(t)
	tree, err := Load(os.DirFS(dir))
	if err != nil {
		t.Fatal(err)
	}
	if len(tree.files) < 20 {
		t.Fatalf("only %d files found below %s", len(tree.files), dir)
	}
	for _, p := range tree.Check() {
		t.Error(p)
	}
}

func moduleRoot(t *testing.T) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if text, err := os.ReadFile(filepath.Join(dir, "go.mod")); err == nil && strings.HasPrefix(string(text), "module "+Module+"\n") {
			return dir
		}
		if filepath.Dir(dir) == dir {
			t.Fatal("no go.mod of this module above the test")
		}
		dir = filepath.Dir(dir)
	}
}

// check returns the problems of a tree of one or more files, given as path and source by turns.
func check(t *testing.T, files ...string) []Problem {
	t.Helper()
	fsys := fstest.MapFS{}
	for i := 0; i < len(files); i += 2 {
		fsys[files[i]] = &fstest.MapFile{Data: []byte(files[i+1])}
	}
	tree, err := Load(fsys)
	if err != nil {
		t.Fatal(err)
	}
	return tree.Check()
}

// importing returns the source of a package that imports the paths; "./" stands for this module.
func importing(name string, paths ...string) string {
	var b strings.Builder
	b.WriteString("// Package " + name + " is here.\npackage " + name + "\n\n")
	for _, p := range paths {
		if p == "./" {
			p = Module
		}
		if rest, ours := strings.CutPrefix(p, "./"); ours {
			p = Module + "/" + rest
		}
		b.WriteString("import _ \"" + p + "\"\n")
	}
	return b.String()
}

func TestForbiddenEdges(t *testing.T) {
	for _, c := range []struct {
		from, to string
		ok       bool
	}{
		{"", "./internal/bcs", true},
		{"", "golang.org/x/crypto/sha3", true},
		{"", "golang.org/x/crypto/blake2b", false},
		{"", "github.com/google/go-cmp/cmp", false},
		{"", "net/http", false},
		{"", "./redstuff", false},
		{"redstuff", "./", true},
		{"redstuff", "./internal/bcs", true},
		{"redstuff", "./redstuff/internal/gf16", true},
		{"redstuff/internal/gf16", "golang.org/x/sys/cpu", true},
		{"redstuff", "net/http", false},
		{"redstuff/internal/gf16", "net/http", false},
		{"redstuff", "./chain", false},
		{"redstuff", "log/slog", false},
		{"redstuff", "github.com/klauspost/reedsolomon", false},
		{"quilt", "./redstuff", true},
		{"quilt", "./nodeapi", false},
		{"chain", "./redstuff", false},
		{"chain", "github.com/ethereum/go-ethereum/common", false},
		{"chain/evm", "github.com/ethereum/go-ethereum/common", true},
		{"chain/devchain", "github.com/ethereum/go-ethereum/node", true},
		{"chain/evm", "./contracts", true},
		{"chain/evm", "./nodeapi", false},
		{"nodeapi", "./internal/httpx", true},
		{"nodeapi", "./redstuff", false},
		{"nodeapi", "./internal/obs", false},
		{"nodeapi", "github.com/prometheus/client_golang/prometheus", false},
		{"nodeapi/nodeapitest", "./redstuff", true},
		{"nodeapi/nodeapitest", "testing", true},
		{"nodeapi", "testing", false},
		{"client/clienttest", "testing", true},
		{"node", "./client", false},
		{"node", "./nodeapi", true},
		{"node", "./node/store", true},
		{"node", "./quilt", false},
		{"node", "github.com/cockroachdb/pebble/v2", false},
		{"node/store", "github.com/cockroachdb/pebble/v2", true},
		{"node/plan", "./nodeapi", false},
		{"node/plan", "./chain", true},
		{"node", "./chain/devchain", false},
		{"client", "./node", false},
		{"client", "./node/store", false},
		{"client", "./nodeapi", true},
		{"client", "./quilt", true},
		{"client", "github.com/ethereum/go-ethereum/common", false},
		{"gateway", "./client", true},
		{"gateway/s3", "./gateway", true},
		{"gateway", "./node", false},
		{"explorer", "./node", false},
		{"seal", "./client", false},
		{"seal", "github.com/consensys/gnark-crypto/ecc", true},
		{"client", "github.com/consensys/gnark-crypto/ecc", false},
		{"internal/bls", "github.com/consensys/gnark-crypto/ecc", true},
		{"internal/bls", "math/rand/v2", false},
		{"internal/httpx", "./nodeapi", false},
		{"testnet", "./node", true},
		{"testnet", "./chain/devchain", true},
		{"cmd/walrus", "./testnet", true},
		{"cmd/walrus", "./chain/devchain", true},
		{"gateway", "./testnet", false},
		{"gateway", "github.com/spf13/cobra", false},
		{"cmd/walrus", "github.com/spf13/cobra", true},
		{"testnet", "./cmd/walrus", false},
		{"somewhere", "./cmd/walrus", false},
	} {
		problems := check(t, strings.TrimPrefix(c.from+"/x.go", "/"), importing("x", c.to))
		if (len(problems) == 0) != c.ok {
			t.Errorf("%s → %s: %v, want allowed: %v", name(c.from), c.to, problems, c.ok)
		}
	}
}

func TestDetours(t *testing.T) {
	problems := check(t,
		"node/x.go", importing("node", "./internal/simnet"),
		"internal/simnet/x.go", importing("simnet", "./tracing"),
		"tracing/x.go", importing("tracing", "./client"),
		"client/x.go", importing("client"))
	if len(problems) != 1 || !strings.Contains(problems[0].What, "internal/simnet → tracing → client") {
		t.Errorf("node reached client by a detour: %v", problems)
	}
}

func TestProse(t *testing.T) {
	const head = "// Package a is here.\npackage a\n\n"
	for _, c := range []struct {
		name  string
		files []string
		want  []string // parts of the problems, in order
	}{
		{"good", []string{"a/a.go", head + "// F does.\nfunc F() {}\n"}, nil},
		{"no package comment", []string{"a/a.go", "package a\n"}, []string{"no package comment"}},
		{"two package comments", []string{"a/a.go", head, "a/b.go", head}, []string{"is in a/a.go already"}},
		{"comment in a test", []string{"a/a.go", "package a\n", "a/a_test.go", head}, []string{"no package comment"}},
		{"wrong beginning", []string{"a/a.go", "// This is a.\npackage a\n"}, []string{"does not begin"}},
		{"command", []string{"cmd/a/main.go", "// Command a runs.\npackage main\n"}, nil},
		{"bare TODO", []string{"a/a.go", head + "// TODO: later\n"}, []string{"TODO without"}},
		{"TODO in a test", []string{"a/a.go", head, "a/a_test.go", "package a\n\n// FIXME\n"}, []string{"TODO without"}},
		{"TODO for an issue", []string{"a/a.go", head + "// TODO(#12): wait for sync\n"}, nil},
		{"function", []string{"a/a.go", head + "func F() {}\n"}, []string{"F has no comment"}},
		{"method", []string{"a/a.go", head + "// T is.\ntype T[K any] struct{}\n\nfunc (t *T[K]) M() {}\n"}, []string{"M has no comment"}},
		{"method of a hidden type", []string{"a/a.go", head + "type t struct{}\n\nfunc (t) M() {}\n"}, nil},
		{"well-known method", []string{"a/a.go", head + "// T is.\ntype T int\n\nfunc (T) Error() string { return \"\" }\n"}, nil},
		{"function of a well-known name", []string{"a/a.go", head + "func String() {}\n"}, []string{"String has no comment"}},
		{"method in test support", []string{"a/atest/a.go", "// Package atest is here.\npackage atest\n\n// T is.\ntype T int\n\nfunc (T) M() {}\n"}, nil},
		{"type", []string{"a/a.go", head + "type T int\n"}, []string{"T has no comment"}},
		{"group", []string{"a/a.go", head + "// All.\nconst (\n\tA = 1\n\tB = 2\n)\n"}, nil},
		{"bare group", []string{"a/a.go", head + "const (\n\tA = 1 // one\n\tB = 2\n)\n"}, []string{"B has no comment"}},
		{"test", []string{"a/a.go", head, "a/a_test.go", "package a\n\nfunc F() {}\n"}, nil},
		{"generated", []string{"a/a.go", head, "a/b.go", "// Code generated by x. DO NOT EDIT.\n\npackage a\n\ntype ChunkManager int\n"}, nil},
		{"name", []string{"a/a.go", head + "// BlobChunk is.\ntype BlobChunk int\n"}, []string{`"chunk"`}},
		{"file", []string{"a/http_util.go", head}, []string{`"util"`}},
		{"package", []string{"common/a.go", "// Package common is here.\npackage common\n"}, []string{`"common"`}},
		{"part of a word", []string{"a/a.go", head + "// Commonwealth is.\ntype Commonwealth int\n"}, nil},
		{"other module", []string{"a/a.go", head, "b/go.mod", "module b\n", "b/b.go", "package util\n"}, nil},
		{"node_modules", []string{"a/a.go", head, "node_modules/b/b.go", "package util\n"}, nil},
	} {
		problems := check(t, c.files...)
		if len(problems) != len(c.want) {
			t.Errorf("%s: %v, want %d problems", c.name, problems, len(c.want))
			continue
		}
		for i, p := range problems {
			if !strings.Contains(p.String(), c.want[i]) {
				t.Errorf("%s: %v, want %q", c.name, p, c.want[i])
			}
		}
	}
}

func TestSplitWords(t *testing.T) {
	for name, want := range map[string]string{
		"BlobChunk": "blob chunk", "HTTPUtil": "http util", "parseURL": "parse url", "a_b-c.d": "a b c d", "ID": "id", "x": "x", "": "",
	} {
		if got := strings.Join(splitWords(name), " "); got != want {
			t.Errorf("%q has words %q, want %q", name, got, want)
		}
	}
}
