package client

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/nodeapi"
)

// Errors of this package; a WeightError wraps one of them.
var (
	// ErrNotEnoughConfirmations: nodes with too few shards confirmed; nothing was certified.
	ErrNotEnoughConfirmations = errors.New("not enough confirmations")
	// ErrNotEnoughSlivers: too few valid slivers could be fetched.
	ErrNotEnoughSlivers = errors.New("not enough slivers")
	// ErrNoMetadata: no node returned metadata that hash to the blob ID.
	ErrNoMetadata = errors.New("no valid metadata received")
	// ErrNoStatus: too few nodes told the status of the blob.
	ErrNoStatus = errors.New("no valid status received")
	// ErrNoWallet: the call costs money and the client has no wallet.
	ErrNoWallet = errors.New("client has no wallet")
)

// NodeError is what went wrong with one node.
type NodeError struct {
	Name   string // of the node, or its network address
	Shards int    // its weight
	Err    error
}

// WeightError says that a phase of a store or read did not reach the weight it needs, and why for each node.
type WeightError struct {
	Err    error // one of the sentinels of this package
	Phase  string
	Got    int // shards, or slivers
	Need   int
	Unit   string // what Got and Need count
	Causes []NodeError
}

// Error names phase, weight and the causes, those of the heaviest nodes first; equal causes are told once.
func (e *WeightError) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %v: got %d of %d %s needed", e.Phase, e.Err, e.Got, e.Need, e.Unit)
	for _, g := range e.grouped() {
		fmt.Fprintf(&b, "; %s: %s", strings.Join(g.names, ", "), g.text)
	}
	return b.String()
}

// Unwrap returns the sentinel and the causes, so that errors.Is finds either.
func (e *WeightError) Unwrap() []error {
	errs := []error{e.Err}
	for _, c := range e.Causes {
		errs = append(errs, c.Err)
	}
	return errs
}

type causeGroup struct {
	text   string
	names  []string
	shards int
}

func (e *WeightError) grouped() []causeGroup {
	var groups []causeGroup
	for _, c := range e.Causes {
		text := c.Err.Error()
		i := slices.IndexFunc(groups, func(g causeGroup) bool { return g.text == text })
		if i < 0 {
			i = len(groups)
			groups = append(groups, causeGroup{text: text})
		}
		groups[i].names = append(groups[i].names, c.Name)
		groups[i].shards += c.Shards
	}
	slices.SortStableFunc(groups, func(a, b causeGroup) int { return b.shards - a.shards })
	return groups
}

func (v *view) nodeError(position int, err error) NodeError {
	m := &v.committee.Members[position]
	name := m.Name
	if name == "" {
		name = m.NetworkAddress
	}
	return NodeError{name, m.Weight(), err}
}

// refusal reports whether the node answered and its answer will not change by asking again soon.
func refusal(err error) bool {
	var (
		e     *nodeapi.Error
		other *nodeapi.KeyMismatchError
	)
	if errors.Is(err, walrus.ErrInvalidSliver) || errors.Is(err, walrus.ErrInvalidMetadata) ||
		errors.Is(err, walrus.ErrInvalidSignature) || errors.Is(err, walrus.ErrInvalidMessage) || errors.As(err, &other) {
		return true // by our own check: the node lies
	}
	return errors.As(err, &e) && e.Code() < 500 && e.Code() != 429 && !errors.Is(err, walrus.ErrNotRegistered)
}
