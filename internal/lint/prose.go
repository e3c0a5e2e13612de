package lint

import (
	"go/ast"
	"go/token"
	"path"
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// packageComments asks for one package comment in each package, which begins as godoc wants it.
func packageComments(t *Tree) []Problem {
	var problems []Problem
	first := map[string]*file{}
	documented := map[string]string{}
	for _, f := range t.source() {
		if first[f.dir] == nil {
			first[f.dir] = f
		}
		if f.ast.Doc == nil || f.generated || strings.TrimSpace(f.ast.Doc.Text()) == "" {
			continue
		}
		if other := documented[f.dir]; other != "" {
			problems = append(problems, t.problem(f.ast.Package, "package comment is in %s already", other))
			continue
		}
		documented[f.dir] = f.path
		begin := "Package " + f.ast.Name.Name + " "
		if f.ast.Name.Name == "main" {
			begin = "Command "
		}
		if !strings.HasPrefix(f.ast.Doc.Text(), begin) {
			problems = append(problems, t.problem(f.ast.Package, "package comment does not begin with %q", begin))
		}
	}
	for dir, f := range first {
		if documented[dir] == "" {
			problems = append(problems, Problem{name(dir), "package " + f.ast.Name.Name + " has no package comment"})
		}
	}
	slices.SortFunc(problems, func(a, b Problem) int { return strings.Compare(a.Where, b.Where) })
	return problems
}

var (
	todo         = regexp.MustCompile(`\b(TODO|FIXME|XXX|HACK)\b`)
	todoForIssue = regexp.MustCompile(`\bTODO\(#\d+\): \S`)
)

// todos asks for an issue with every TODO, written TODO(#7): reason.
func todos(t *Tree) []Problem {
	var problems []Problem
	for _, f := range t.files {
		for _, group := range f.ast.Comments {
			for _, c := range group.List {
				if todo.MatchString(c.Text) && !todoForIssue.MatchString(c.Text) && !within(f.dir, "internal/lint") {
					problems = append(problems, t.problem(c.Pos(), "TODO without an issue; write TODO(#7): reason"))
				}
			}
		}
	}
	return problems
}

// exportedNames asks for a comment on every exported name of a package that can be imported. In a group of constants or
// variables the comment of the group will do. Free are methods whose contract is that of the standard library, and
// methods in test support, where types stand in for others.
func exportedNames(t *Tree) []Problem {
	var problems []Problem
	for _, f := range t.source() {
		if f.generated || f.ast.Name.Name == "main" {
			continue
		}
		for _, n := range declared(f.ast) {
			if !n.documented && !(n.isMethod && (within(f.dir, testSupport) || slices.Contains(wellKnown, n.ident.Name))) {
				problems = append(problems, t.problem(n.ident.Pos(), "%s has no comment", n.ident.Name))
			}
		}
	}
	return problems
}

// wellKnown are methods that everybody knows the contract of.
var wellKnown = []string{"Error", "String", "Unwrap", "Is", "As"}

type exported struct {
	ident      *ast.Ident
	documented bool
	isMethod   bool
}

// declared returns the exported names that a file declares at its top level.
func declared(f *ast.File) []exported {
	var names []exported
	add := func(id *ast.Ident, isMethod bool, docs ...*ast.CommentGroup) {
		if id.IsExported() {
			has := slices.ContainsFunc(docs, func(d *ast.CommentGroup) bool { return d != nil && d.Text() != "" })
			names = append(names, exported{id, has, isMethod})
		}
	}
	for _, d := range f.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			if d.Recv == nil || ast.IsExported(receiver(d.Recv.List[0].Type)) {
				add(d.Name, d.Recv != nil, d.Doc)
			}
		case *ast.GenDecl:
			for _, s := range d.Specs {
				switch s := s.(type) {
				case *ast.TypeSpec:
					if d.Lparen == token.NoPos {
						add(s.Name, false, s.Doc, d.Doc)
					} else {
						add(s.Name, false, s.Doc)
					}
				case *ast.ValueSpec:
					for _, id := range s.Names {
						add(id, false, s.Doc, s.Comment, d.Doc)
					}
				}
			}
		}
	}
	return names
}

// receiver returns the name of a receiver's type.
func receiver(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.StarExpr:
		return receiver(e.X)
	case *ast.IndexExpr:
		return receiver(e.X)
	case *ast.IndexListExpr:
		return receiver(e.X)
	case *ast.Ident:
		return e.Name
	}
	return ""
}

// banned maps words that are not ours to the reason.
var banned = map[string]string{
	"chunk": "say sliver, symbol or part", "piece": "say sliver or symbol", "fragment": "say sliver or symbol",
	"manager": "say what it does", "helper": "say what it does", "util": "say what it does", "utils": "say what it does",
	"helpers": "say what it does", "common": "say what is shared", "cluster": "say committee or network",
	"validator": "say storage node", "chunks": "say slivers, symbols or parts", "pieces": "say slivers or symbols",
	"fragments": "say slivers or symbols",
}

// words refuses banned words in names of packages, files and exported identifiers.
func words(t *Tree) []Problem {
	var problems []Problem
	check := func(pos token.Pos, what, name string) {
		for _, w := range splitWords(name) {
			if why := banned[w]; why != "" {
				problems = append(problems, t.problem(pos, "%s %s has the word %q: %s", what, name, w, why))
			}
		}
	}
	for _, f := range t.source() {
		if f.generated {
			continue
		}
		check(f.ast.Name.Pos(), "package", f.ast.Name.Name)
		check(f.ast.Name.Pos(), "file", strings.TrimSuffix(path.Base(f.path), ".go"))
		for _, n := range declared(f.ast) {
			check(n.ident.Pos(), "name", n.ident.Name)
		}
	}
	return problems
}

// splitWords returns the words of a name in lower case: of camel case, and between underscores, dots and dashes.
func splitWords(name string) []string {
	var b strings.Builder
	runes := []rune(name)
	for i, r := range runes {
		startsWord := unicode.IsUpper(r) && i > 0 && (unicode.IsLower(runes[i-1]) || i+1 < len(runes) && unicode.IsLower(runes[i+1]))
		if startsWord {
			b.WriteByte(' ')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return strings.FieldsFunc(b.String(), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}
