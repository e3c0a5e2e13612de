package keyserver

import (
	"context"
	"errors"
	"time"

	"github.com/walrus-go/walrus/internal/obs"
	"github.com/walrus-go/walrus/seal"
)

// Committee is a member's part in a committee: its shares of the master key by the version of the committee, usually
// one, two around a rotation, and where the version in force is read.
type Committee struct {
	Server seal.ServerID // the committee's entry in the registry
	Shares map[uint32]seal.MasterKey
	// Version reads the committee's version from the registry.
	Version func(context.Context) (uint32, error)
	// Poll is the time between two looks at the version; 0 = 30 s.
	Poll time.Duration
}

const defaultPoll = 30 * time.Second

func (c *Committee) validate() error {
	if len(c.Shares) == 0 || c.Version == nil || c.Server == (seal.ServerID{}) {
		return errors.New("it needs a server ID, a share, and a version to follow")
	}
	return nil
}

// Watch follows the version of the committee until ctx ends, and serves with the share that belongs to it. A version
// without a share stops serving. In other modes Watch only waits.
func (s *Server) Watch(ctx context.Context) error {
	c := s.opts.Committee
	if c == nil {
		<-ctx.Done()
		return nil
	}
	every := c.Poll
	if every == 0 {
		every = defaultPoll
	}
	served := int64(-1)
	tick := time.NewTicker(every)
	defer tick.Stop()
	for {
		served = s.follow(ctx, served)
		select {
		case <-ctx.Done():
			return nil
		case <-tick.C:
		}
	}
}

// follow looks once and returns the version that is served, -1 for none. A failed look changes nothing: shares of an
// old committee still make right keys, and those of one that does not exist yet are not used.
func (s *Server) follow(ctx context.Context, served int64) int64 {
	c := s.opts.Committee
	version, err := c.Version(ctx)
	if err != nil {
		if ctx.Err() == nil {
			s.metrics.pollsFailed.Inc()
			s.opts.Log.WarnContext(ctx, "committee version is not known", obs.Err, err)
		}
		return served
	}
	if int64(version) == served {
		return served
	}
	share, ok := c.Shares[version]
	if !ok {
		s.keyring.Store(nil)
		s.metrics.committee.Set(-1)
		s.opts.Log.ErrorContext(ctx, "no share for the committee's version", "version", version)
		return -1
	}
	s.keyring.Store(seal.NewOpenKeyring(c.Server, share))
	s.metrics.committee.Set(float64(version))
	s.opts.Log.InfoContext(ctx, "serving a share", "version", version)
	return int64(version)
}
