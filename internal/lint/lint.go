// Package lint keeps the house rules that the compiler does not: which package may import which and why not, one
// package comment for each package, a comment on every exported name, no TODO without an issue, the words of the
// field.
//
// The one idea: a rule is a row of a table with the reason for it, and a test that shows the rule biting. Rules go by
// path prefix, so they hold for packages that do not exist yet. Test files are free of all of them but the TODO rule.
//
// Values are not safe for concurrent use.
package lint

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"
)

// Module is the path that import paths of this module begin with.
const Module = "github.com/walrus-go/walrus"

// Tree is the Go source of the module.
type Tree struct {
	fset  *token.FileSet
	files []*file
}

type file struct {
	path      string // slash-separated, from the root of the module
	dir       string // directory of path, "" for the root
	ast       *ast.File
	isTest    bool
	generated bool
}

const testSupport = "*test"

// skipped are directories without source of ours.
var skipped = []string{"node_modules", "testdata", "out", "vendor"}

// Load parses every Go file below the root of the module that fsys holds, other modules inside excepted.
func Load(fsys fs.FS) (*Tree, error) {
	t := &Tree{fset: token.NewFileSet()}
	err := fs.WalkDir(fsys, ".", func(p string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && p != "." && isSkipped(fsys, p):
			return fs.SkipDir
		case d.IsDir() || path.Ext(p) != ".go":
			return nil
		}
		return t.add(fsys, p)
	})
	if err != nil {
		return nil, fmt.Errorf("load source: %w", err)
	}
	return t, nil
}

func isSkipped(fsys fs.FS, dir string) bool {
	name := path.Base(dir)
	if slices.Contains(skipped, name) || strings.HasPrefix(name, ".") || strings.HasPrefix(name, "_") {
		return true
	}
	_, err := fs.Stat(fsys, dir+"/go.mod")
	return err == nil
}

func (t *Tree) add(fsys fs.FS, p string) error {
	src, err := fs.ReadFile(fsys, p)
	if err != nil {
		return err
	}
	f, err := parser.ParseFile(t.fset, p, src, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		return err
	}
	dir := path.Dir(p)
	if dir == "." {
		dir = ""
	}
	t.files = append(t.files, &file{p, dir, f, strings.HasSuffix(p, "_test.go"), ast.IsGenerated(f)})
	return nil
}

// Problem is one breach of a rule.
type Problem struct {
	Where string // file:line, or a package
	What  string
}

// String returns "where: what".
func (p Problem) String() string { return p.Where + ": " + p.What }

// Check returns all breaches, in the order of the files.
func (t *Tree) Check() []Problem {
	var problems []Problem
	for _, rule := range []func(*Tree) []Problem{imports, packageComments, todos, exportedNames, words} {
		problems = append(problems, rule(t)...)
	}
	return problems
}

func (t *Tree) problem(pos token.Pos, format string, args ...any) Problem {
	at := t.fset.Position(pos)
	return Problem{at.Filename + ":" + strconv.Itoa(at.Line), fmt.Sprintf(format, args...)}
}

// source returns the files that the rules are about.
func (t *Tree) source() []*file {
	return slices.DeleteFunc(slices.Clone(t.files), func(f *file) bool { return f.isTest })
}

// within reports whether the package path p is prefix or below it. The empty prefix is the root package alone, and
// "*test" stands for the packages of test support, whose names end so.
func within(p, prefix string) bool {
	if prefix == testSupport {
		return strings.HasSuffix(p, "test")
	}
	return p == prefix || prefix != "" && strings.HasPrefix(p, prefix+"/")
}

func withinAny(p string, prefixes []string) bool {
	return slices.ContainsFunc(prefixes, func(prefix string) bool { return within(p, prefix) })
}
