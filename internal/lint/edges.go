package lint

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// layer says which packages of the module those below a prefix may import, themselves apart. The longest prefix that
// fits a package counts. Packages that no layer fits are free.
type layer struct {
	prefix  string
	allowed []string
	reason  string
}

const root = "" // the vocabulary

var layers = []layer{
	{root, []string{"internal/bcs"}, "the vocabulary is types; everybody imports it"},
	{"internal/bcs", nil, "the encoding knows no noun of the system"},
	{"internal/lint", nil, "rules read source, they run none"},
	{"internal/lifecycle", nil, "groups of goroutines know no noun of the system"},
	{"internal/bls", []string{root, "internal/bcs"}, "signatures are mathematics"},
	{"internal/httpx", []string{root}, "it is used on both ends of every protocol"},
	{"internal/obs", []string{root, "internal/httpx"}, "it sets up any daemon"},
	{"redstuff", []string{root, "internal/bcs"}, "the code is pure: bytes in, bytes out"},
	{"quilt", []string{root, "redstuff", "internal/bcs"}, "a quilt is a format; it needs no network"},
	{"contracts", []string{root}, "contracts are sources and compiled code, no logic"},
	{"chain", []string{root, "contracts", "internal"}, "the chain is below everything that uses it"},
	{"nodeapi", []string{root, "internal/httpx", "internal/bcs"}, "both ends import the protocol, so it must be light"},
	{"nodeapi/nodeapitest", []string{root, "nodeapi", "redstuff", "internal"}, "the suite is about the protocol"},
	{"node/plan", []string{root, "chain"}, "decisions are pure functions of state and events"},
	{"node", []string{root, "redstuff", "chain", "nodeapi", "internal"}, "a node talks to peers by nodeapi; what clients do is not its business"},
	{"client", []string{root, "redstuff", "quilt", "chain", "nodeapi", "internal"}, "the SDK must not pull in a node"},
	{"gateway", []string{root, "client", "redstuff", "quilt", "chain", "nodeapi", "internal"}, "gateways are clients"},
	{"explorer", []string{root, "client", "redstuff", "quilt", "chain", "nodeapi", "internal"}, "the explorer is a client"},
	{"seal", []string{root, "chain", "internal"}, "encryption works with any store of blobs"},
}

// restriction keeps an import to some packages. to is a prefix of import paths, with "./" in the place of Module.
type restriction struct {
	to     string
	only   []string // who may, nobody else
	except []string // who must not, everybody else may; counts if only is nil
	reason string
}

var restrictions = []restriction{
	{to: "github.com/ethereum/go-ethereum", only: []string{"chain/evm", "chain/devchain"},
		reason: "it is LGPL, large and one of several chains; chain hides it"},
	{to: "github.com/cockroachdb/pebble", only: []string{"node/store", "explorer"},
		reason: "what is on disk is the business of the store alone"},
	{to: "github.com/consensys/gnark-crypto", only: []string{"internal/bls", "seal"},
		reason: "group arithmetic is wrapped in types that say what was checked"},
	{to: "github.com/supranational/blst", only: []string{},
		reason: "it needs cgo; it is a second opinion in tests"},
	{to: "github.com/klauspost/reedsolomon", only: []string{},
		reason: "it is an independent check in tests; the coder is ours"},
	{to: "github.com/spf13/cobra", only: []string{"cmd"}, reason: "the command line is not a library"},
	{to: "github.com/vbauerster/mpb", only: []string{"cmd"}, reason: "only a terminal has progress bars"},
	{to: "github.com/quic-go/quic-go", only: []string{"gateway"}, reason: "HTTP/3 is for reads through gateways"},
	{to: "./chain/devchain", only: []string{"cmd", "testnet"}, reason: "a chain in the process is for development"},
	{to: "./testnet", only: []string{"cmd"}, reason: "a whole network in one process is for tests, devnet and quickstart"},
	{to: "./cmd", only: []string{"cmd"}, reason: "commands are not libraries"},
	{to: "testing", only: []string{"*test", "testnet", "internal/simnet", "redstuff/internal/guard"},
		reason: "it registers flags in the binary"},
	{to: "net/http", except: []string{"redstuff", "quilt", "internal/bls", "internal/bcs", root}, reason: "it is pure"},
	{to: "net", except: []string{"redstuff", "quilt", root}, reason: "it is pure"},
	{to: "log", except: []string{"redstuff", "quilt", "client", root}, reason: "libraries do not write logs"},
	{to: "github.com/prometheus", except: []string{"redstuff", "quilt", "client", "nodeapi", "internal/httpx", root},
		reason: "users of the SDK bring their own metrics"},
	{to: "./internal/obs", except: []string{"redstuff", "quilt", "client", "nodeapi", "internal/httpx", root},
		reason: "users of the SDK bring their own logs and metrics"},
	{to: "golang.org", except: []string{root}, reason: "the vocabulary leans on nothing but one hash function"},
	{to: "github.com", except: []string{root}, reason: "the vocabulary leans on nothing but one hash function"},
	{to: "math/rand", except: []string{"internal/bls", "seal", "nodeapi"}, reason: "keys and nonces come from crypto/rand"},
}

// exempt are edges that a restriction would forbid, with the reason.
var exempt = map[[2]string]string{
	{root, "golang.org/x/crypto/sha3"}: "EIP-55 checksums need the old Keccak",
}

type edge struct {
	from, to string // package of ours without Module; import path, or "./" and a package of ours
}

// inModule returns the package of ours that an import path names.
func inModule(path string) (string, bool) {
	if path == Module {
		return root, true
	}
	return strings.CutPrefix(path, Module+"/")
}

func imports(t *Tree) []Problem {
	var problems []Problem
	direct := map[string]map[string]bool{} // edges within the module
	for _, f := range t.source() {
		for _, spec := range f.ast.Imports {
			path, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				continue // the parser refuses such a file
			}
			e := edge{f.dir, path}
			if to, ours := inModule(path); ours {
				e.to = "./" + to
				if direct[f.dir] == nil {
					direct[f.dir] = map[string]bool{}
				}
				direct[f.dir][to] = true
			}
			if why := forbidden(e); why != "" {
				problems = append(problems, t.problem(spec.Pos(), "package %s must not import %s: %s", name(e.from), path, why))
			}
		}
	}
	return append(problems, transitive(direct)...)
}

func name(dir string) string {
	if dir == root {
		return "walrus"
	}
	return dir
}

// forbidden returns why the edge must not be, or "".
func forbidden(e edge) string {
	if exempt[[2]string{e.from, e.to}] != "" {
		return ""
	}
	for _, r := range restrictions {
		if r.applies(e) {
			return r.reason
		}
	}
	to, ours := strings.CutPrefix(e.to, "./")
	if !ours {
		return ""
	}
	if l := layerOf(e.from); l != nil && !within(to, l.prefix) && !withinAny(to, l.allowed) {
		return l.reason
	}
	return ""
}

// applies reports whether r forbids the edge. Packages below r.to are free among themselves.
func (r restriction) applies(e edge) bool {
	if !within(e.to, r.to) || within("./"+e.from, r.to) {
		return false
	}
	if r.only != nil {
		return !withinAny(e.from, r.only)
	}
	return withinAny(e.from, r.except)
}

func layerOf(dir string) *layer {
	var best *layer
	for i := range layers {
		if l := &layers[i]; within(dir, l.prefix) && (best == nil || len(l.prefix) > len(best.prefix)) {
			best = l
		}
	}
	return best
}

// never are pairs that must not meet even through others, because a package without a layer could join them.
var never = []struct{ from, to, reason string }{
	{"node", "client", "a node must not depend on what clients do"},
	{"client", "node", "the SDK must not pull in a node"},
	{"redstuff", "chain", "the code is pure"},
	{"gateway", "node", "gateways are clients"},
	{"explorer", "node", "the explorer is a client"},
	{"seal", "client", "encryption works with any store of blobs"},
}

func transitive(direct map[string]map[string]bool) []Problem {
	var problems []Problem
	for _, from := range slices.Sorted(maps.Keys(direct)) {
		for _, rule := range never {
			if !within(from, rule.from) {
				continue
			}
			if found := way(direct, from, rule.to, map[string]bool{}); found != nil {
				problems = append(problems, Problem{name(from), fmt.Sprintf("imports %s: %s", strings.Join(found, " → "), rule.reason)})
			}
		}
	}
	return problems
}

// way returns the packages on the way from a package to one within a prefix, or nil.
func way(direct map[string]map[string]bool, from, to string, seen map[string]bool) []string {
	for _, next := range slices.Sorted(maps.Keys(direct[from])) {
		if seen[next] {
			continue
		}
		seen[next] = true
		if within(next, to) {
			return []string{next}
		}
		if found := way(direct, next, to, seen); found != nil {
			return append([]string{name(next)}, found...)
		}
	}
	return nil
}
