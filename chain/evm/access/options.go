package access

import (
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"time"

	"github.com/walrus-go/walrus/chain"
)

// Options are the settings of an evaluator. Zero values ask for the defaults.
type Options struct {
	ChainID uint64
	// URLs are JSON-RPC endpoints (http, https) of different operators, three or more.
	URLs []string
	// SingleEndpoint allows less than three, each of which is then believed as much as the quorum says: for embedded
	// chains, tests, and an own node that checks the chain.
	SingleEndpoint bool
	// Quorum is how many endpoints have to agree: more than half, which is the default.
	Quorum int
	// Finality of the network; empty = finalized.
	Finality chain.Finality
	// BlockTime of the chain; 0 = 12 s.
	BlockTime time.Duration
	// MaxLatestAge is how old the newest block may be; 0 = a minute, or five block times if that is longer.
	MaxLatestAge time.Duration
	// MaxFinalAge is how old the final block may be; 0 = 30 minutes.
	MaxFinalAge time.Duration
	// MaxAhead is how far a block may be from the future; 0 = 15 s.
	MaxAhead time.Duration
	// CallTimeout bounds a request to an endpoint, Timeout a whole query; 0 = 3 s and 5 s.
	CallTimeout, Timeout time.Duration
	// Grace is how long the rest of the endpoints has when a quorum has answered; 0 = 200 ms.
	Grace time.Duration
	// Quarantine is how long an endpoint that was caught lying is asked only in need; 0 = 5 minutes. One that does not
	// answer is treated so for 10 s.
	Quarantine time.Duration
	// PolicyGas is what each question to a policy gets, WalletGas a call of a wallet or its factory, ProbeGas all together;
	// 0 = 1, 3 and 30 million.
	PolicyGas, WalletGas, ProbeGas uint64
	// HTTP makes the requests; nil = a client of its own. Answers are cut at 256 KiB in either case.
	HTTP *http.Client
	// Now is the clock; nil = the machine's.
	Now func() time.Time
	// Observe is told what went wrong with endpoints. It must return soon and may be called from many goroutines.
	Observe func(Event)
}

// silence is how long an endpoint that did not answer is asked only in need.
const silence = 10 * time.Second

func (o Options) withDefaults() Options {
	def := func(d *time.Duration, to time.Duration) {
		if *d == 0 {
			*d = to
		}
	}
	gas := func(g *uint64, to uint64) {
		if *g == 0 {
			*g = to
		}
	}
	def(&o.BlockTime, 12*time.Second)
	def(&o.MaxLatestAge, max(time.Minute, 5*o.BlockTime))
	def(&o.MaxFinalAge, 30*time.Minute)
	def(&o.MaxAhead, 15*time.Second)
	def(&o.CallTimeout, 3*time.Second)
	def(&o.Timeout, 5*time.Second)
	def(&o.Grace, 200*time.Millisecond)
	def(&o.Quarantine, 5*time.Minute)
	gas(&o.PolicyGas, 1_000_000)
	gas(&o.WalletGas, 3_000_000)
	gas(&o.ProbeGas, 30_000_000)
	if o.Quorum == 0 {
		o.Quorum = len(o.URLs)/2 + 1
	}
	if o.Finality == "" {
		o.Finality = chain.FinalityFinalized
	}
	if o.HTTP == nil {
		o.HTTP = &http.Client{Transport: http.DefaultTransport.(*http.Transport).Clone()}
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Observe == nil {
		o.Observe = func(Event) {}
	}
	return o
}

// minProbeGas leaves room for one question and a wallet besides the probe's own needs.
const minProbeGas = 6_000_000

// validate reports everything that is wrong with settings whose defaults are filled in.
func (o *Options) validate() error {
	var errs []error
	bad := func(format string, args ...any) { errs = append(errs, fmt.Errorf(format, args...)) }
	if o.ChainID == 0 {
		bad("chain id is missing")
	}
	if n := len(o.URLs); n == 0 {
		bad("no endpoint")
	} else if n < 3 && !o.SingleEndpoint {
		bad("%d endpoints, want three or more of different operators, or single_endpoint", n)
	}
	if o.Quorum > len(o.URLs) || 2*o.Quorum <= len(o.URLs) {
		bad("quorum %d of %d endpoints is not more than half", o.Quorum, len(o.URLs))
	}
	seen := map[string]bool{}
	for _, s := range o.URLs {
		if u, err := url.Parse(s); err != nil || u.Host == "" || (u.Scheme != "http" && u.Scheme != "https") {
			bad("endpoint %s is no http or https URL", chain.RedactURL(s))
		}
		if seen[s] {
			bad("endpoint %s is listed twice", chain.RedactURL(s))
		}
		seen[s] = true
	}
	if err := o.Finality.Validate(); err != nil {
		bad("%w", err)
	}
	if need := minProbeGas + o.PolicyGas + 2*o.WalletGas; o.ProbeGas < need {
		bad("probe gas %d, want %d or more", o.ProbeGas, need)
	}
	return errors.Join(errs...)
}

// Event tells what went wrong with an endpoint, for logs and metrics.
type Event struct {
	Kind     EventKind
	Endpoint string // without secrets
	Err      error
}

// EventKind says what went wrong with an endpoint.
type EventKind uint8

// The kinds of events.
const (
	EndpointSilent    EventKind = iota // no answer, or too late
	EndpointRefused                    // an error as the answer: mostly it does not know the block, as it is behind
	EndpointDisagreed                  // another answer than the quorum's about one block
	EndpointWrong                      // it serves another chain
)

// String returns one word for the kind.
func (k EventKind) String() string {
	return [...]string{"silent", "refused", "disagreed", "wrong"}[min(k, EndpointWrong)]
}
