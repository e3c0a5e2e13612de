package lifecycle

import (
	"bytes"
	"fmt"
	"runtime/pprof"
	"slices"
	"strings"
	"sync"
)

// label marks the goroutines of a part in profiles.
const label = "part"

// maxStacks bounds what is logged of one part, in bytes.
const maxStacks = 64 << 10

// stacks returns the stacks of the goroutines that carry the name, equal ones once with their number.
func stacks(name string) string {
	var all bytes.Buffer
	if err := pprof.Lookup("goroutine").WriteTo(&all, 1); err != nil {
		return fmt.Sprintf("no stacks: %v", err)
	}
	mark := fmt.Sprintf("%q:%q", label, name)
	var out strings.Builder
	for record := range strings.SplitSeq(all.String(), "\n\n") {
		if !strings.Contains(record, mark) {
			continue
		}
		if out.Len()+len(record) > maxStacks {
			out.WriteString("…\n")
			break
		}
		out.WriteString(record + "\n\n")
	}
	return out.String()
}

// roster is the set of the parts that run. It is safe for concurrent use.
type roster struct {
	mu      sync.Mutex
	present map[string]bool
}

func newRoster() *roster { return &roster{present: map[string]bool{}} }

func (r *roster) add(name string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.present[name] = true
}

func (r *roster) remove(name string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	delete(r.present, name)
}

// names returns the parts in alphabetical order.
func (r *roster) names() []string {
	r.mu.Lock()
	defer r.mu.Unlock()
	var names []string
	for name := range r.present {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}
