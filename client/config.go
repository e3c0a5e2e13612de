package client

import (
	"errors"
	"fmt"
	"time"
)

// Config holds the limits and times of a client. The zero value is not valid; start from Default.
type Config struct {
	CacheTTL           time.Duration // how long state and committee are taken as current
	RequestTimeout     time.Duration // one request to one node
	StatusTimeout      time.Duration // waiting for blob status answers
	HedgeAfter         time.Duration // a read that waits this long for one node asks another one besides
	NodeConnections    int           // parallel sliver transfers with one node
	BytesInFlight      int64         // slivers being sent or fetched at once
	EncodeMemory       int64         // blobs that take more to encode or decode go through a temporary file
	MetadataRequests   int           // parallel requests for metadata
	Retry              Retry         // of a request that may succeed later
	TailFactor         float64       // after a quorum, go on uploading for this share of the time it took …
	TailBase           time.Duration // … plus this
	StatusCheckMinimum int           // slivers at least this long are asked about before they are sent, bytes
	ConfirmationRounds int           // further rounds of uploads and confirmations when a quorum is missing
	EpochRetries       int           // attempts when the committee seems to have changed
	MaxBlobSize        uint64        // refuse to read larger blobs; 0 = no limit
}

// Retry bounds the attempts of one request.
type Retry struct {
	Min, Max time.Duration // back-off before the first retry, which doubles from one to the next, and its most
	Tries    uint          // attempts in all
}

// Default returns the configuration of client.md §3.2.
func Default() Config {
	return Config{
		CacheTTL:           10 * time.Second,
		RequestTimeout:     5 * time.Minute,
		StatusTimeout:      time.Second,
		HedgeAfter:         2 * time.Second,
		NodeConnections:    10,
		BytesInFlight:      16 << 20,
		EncodeMemory:       192 << 20,
		MetadataRequests:   3,
		Retry:              Retry{Min: 25 * time.Millisecond, Max: 2 * time.Second, Tries: 9},
		TailFactor:         0.5,
		TailBase:           500 * time.Millisecond,
		StatusCheckMinimum: 5560,
		ConfirmationRounds: 2,
		EpochRetries:       5,
	}
}

// Validate reports all problems at once.
func (c Config) Validate() error {
	var errs []error
	positive := func(name string, v int64) {
		if v <= 0 {
			errs = append(errs, fmt.Errorf("client configuration: %s must be positive", name))
		}
	}
	positive("request timeout", int64(c.RequestTimeout))
	positive("status timeout", int64(c.StatusTimeout))
	positive("hedge delay", int64(c.HedgeAfter))
	positive("node connections", int64(c.NodeConnections))
	positive("bytes in flight", c.BytesInFlight)
	positive("encoding memory", c.EncodeMemory)
	positive("metadata requests", int64(c.MetadataRequests))
	positive("retry minimum", int64(c.Retry.Min))
	positive("retry tries", int64(c.Retry.Tries))
	positive("epoch retries", int64(c.EpochRetries))
	if c.Retry.Max < c.Retry.Min {
		errs = append(errs, errors.New("client configuration: retry maximum is below its minimum"))
	}
	if c.CacheTTL < 0 || c.TailBase < 0 || c.TailFactor < 0 || c.ConfirmationRounds < 0 || c.StatusCheckMinimum < 0 {
		errs = append(errs, errors.New("client configuration: a duration, factor or count is negative"))
	}
	return errors.Join(errs...)
}
