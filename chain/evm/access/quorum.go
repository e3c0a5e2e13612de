package access

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/rpc"

	"github.com/walrus-go/walrus/chain"
)

// reply is what an endpoint said.
type reply[T any] struct {
	from  *endpoint
	value T
	err   error
}

// ask asks endpoints at once. When enough is content with the replies so far, the others have grace left. All
// requests have ended when it returns.
func ask[T any](ctx context.Context, o *Options, from []*endpoint, enough func([]reply[T]) bool, f func(context.Context, *endpoint) (T, error)) []reply[T] {
	ctx, cancel := context.WithTimeout(ctx, o.CallTimeout)
	defer cancel()
	came := make(chan reply[T], len(from))
	for _, e := range from {
		go func() {
			v, err := f(ctx, e)
			came <- reply[T]{e, v, err}
		}()
	}
	var replies []reply[T]
	var late <-chan time.Time
	for len(replies) < len(from) {
		select {
		case r := <-came:
			replies = append(replies, r)
			if late == nil && enough(replies) {
				timer := time.NewTimer(o.Grace)
				defer timer.Stop()
				late = timer.C
			}
		case <-late:
			cancel() // the rest comes at once, as errors
			late = make(chan time.Time)
		}
	}
	return replies
}

// healthy returns the endpoints to be asked: all that are not avoided, if they make a quorum, and otherwise all.
func (v *Evaluator) healthy() []*endpoint {
	now := v.options.Now()
	var good []*endpoint
	for _, e := range v.endpoints {
		if !e.isAvoided(now) {
			good = append(good, e)
		}
	}
	if len(good) < v.options.Quorum {
		return v.endpoints
	}
	return good
}

// blame tells of an error of an endpoint and has it avoided for a while if that is due. A request that the caller
// gave up says nothing.
func (v *Evaluator) blame(ctx context.Context, e *endpoint, err error) {
	var answer rpc.Error
	event := Event{EndpointSilent, e.url, err}
	switch {
	case ctx.Err() != nil:
		return
	case errors.Is(err, chain.ErrWrongNetwork):
		event.Kind = EndpointWrong
		e.avoid(v.options.Now().Add(v.options.Quarantine))
	case errors.As(err, &answer):
		event.Kind = EndpointRefused
	default:
		e.avoid(v.options.Now().Add(silence))
	}
	v.options.Observe(event)
}

// noQuorum returns the error for too few equal replies. It is chain.ErrWrongNetwork, or chain.ErrChainUnavailable, if
// that is all there is to say.
func noQuorum[T any](what string, replies []reply[T]) error {
	var failures []string
	wrong, silent := 0, 0
	for _, r := range replies {
		var answer rpc.Error
		switch {
		case r.err == nil:
			continue
		case errors.Is(r.err, chain.ErrWrongNetwork):
			wrong++
		case !errors.As(r.err, &answer):
			silent++
		}
		failures = append(failures, clip(r.from.url+": "+r.err.Error()))
	}
	kind := ErrNoQuorum
	switch len(replies) {
	case wrong:
		kind = chain.ErrWrongNetwork
	case silent:
		kind = chain.ErrChainUnavailable
	}
	if failures == nil {
		failures = []string{"their answers differ"}
	}
	return fmt.Errorf("%w: %s: %s", kind, what, strings.Join(failures, "; "))
}

// clip keeps what an endpoint says short and printable.
func clip(s string) string {
	s = printable([]byte(strings.Join(strings.Fields(s), " ")))
	return s[:min(len(s), 300)]
}

// candidates returns the blocks that a quorum of endpoints could have: those named by one of them and not newer than
// what a quorum names, newest first, those named by more first. A block that a liar made up may be among them; it finds no
// quorum.
func candidates(heads []chain.Block, quorum int) []chain.Block {
	votes := map[chain.Block]int{}
	for _, h := range heads {
		votes[h]++
	}
	var found []chain.Block
	for b := range votes {
		support := 0
		for _, h := range heads {
			if h.Number >= b.Number {
				support++
			}
		}
		if support >= quorum {
			found = append(found, b)
		}
	}
	slices.SortFunc(found, func(a, b chain.Block) int {
		return cmp.Or(cmp.Compare(b.Number, a.Number), cmp.Compare(votes[b], votes[a]), slices.Compare(a.Hash[:], b.Hash[:]))
	})
	return found
}
