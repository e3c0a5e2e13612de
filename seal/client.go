package seal

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"
)

// Source asks key servers for derived keys. It is the seam between this package and the network: an implementation
// knows the servers' addresses, the user's session and the policy.
//
// DeriveKey returns the server's key for the identity. It should return errors that wrap ErrRefused, ErrStale or
// walrus.ErrUnavailable where they apply, and return soon after ctx ends. What it returns need not be verified.
// It is called from several goroutines at once.
type Source interface {
	DeriveKey(ctx context.Context, server ServerID, id Identity) (DerivedKey, error)
}

// Directory knows the public keys of key servers. One it does not know gives ErrUnknownServer.
type Directory interface {
	PublicKey(ctx context.Context, server ServerID) (PublicKey, error)
}

// PublicKey makes PublicKeys a Directory.
func (k PublicKeys) PublicKey(_ context.Context, server ServerID) (PublicKey, error) {
	if key, known := k[server]; known {
		return key, nil
	}
	return PublicKey{}, ErrUnknownServer
}

// hedgeDelay is how long a Client waits for answers before it asks one server more.
const hedgeDelay = 300 * time.Millisecond

// Client decrypts objects with keys that it gets from key servers: it asks as many as it needs and one more, others
// when some fail or are slow, and uses only keys that verify under their server's public key. Safe for concurrent use.
type Client struct {
	Source    Source
	Directory Directory
	// Cache may be nil.
	Cache *KeyCache
	// ServerFailed, if not nil, is told of every server that failed, also when decryption succeeded without it. It is
	// called by the goroutine that called the Client.
	ServerFailed func(*ServerError)
}

// FetchError says why too few derived keys could be had. errors.Is finds the servers' errors and ErrTooFewKeys in it.
type FetchError struct {
	Shares    int // of those servers that answered with a right key
	Threshold int
	Servers   []*ServerError
}

func (e *FetchError) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%v: %d of %d shares", ErrTooFewKeys, e.Shares, e.Threshold)
	for _, s := range e.Servers {
		fmt.Fprintf(&b, "; %v", s)
	}
	return b.String()
}

// Unwrap returns ErrTooFewKeys and the servers' errors.
func (e *FetchError) Unwrap() []error {
	errs := []error{ErrTooFewKeys}
	for _, s := range e.Servers {
		errs = append(errs, s)
	}
	return errs
}

// Decrypt opens the object, with the check of Object.Decrypt. Errors are those of Object.Decrypt, and a FetchError when
// too few servers gave a right key.
func (c *Client) Decrypt(ctx context.Context, o *Object) ([]byte, error) {
	k, err := c.DataKey(ctx, o)
	if err != nil {
		return nil, err
	}
	return o.Open(k)
}

// DataKey is Decrypt up to the key that opens the data.
func (c *Client) DataKey(ctx context.Context, o *Object) (DataKey, error) {
	f := fetch{Client: c, o: o, keys: make(Keys), servers: make(PublicKeys), weight: make(map[ServerID]int)}
	if err := f.run(ctx); err != nil {
		return DataKey{}, fmt.Errorf("fetch keys of %s: %w", o.identity, err)
	}
	return o.DataKey(f.keys, f.servers)
}

// Unlock returns a function that finds the key of a stream in one of the slots, those given before those embedded in
// the stream.
func (c *Client) Unlock(ctx context.Context, slots ...*Object) Unlock {
	return func(h StreamHeader, embedded []*Object) (DataKey, error) {
		var errs []error
		for _, o := range append(slots[:len(slots):len(slots)], embedded...) {
			if !isSlotOf(o, h) {
				continue
			}
			data, err := c.Decrypt(ctx, o)
			if err == nil {
				return ParseDataKey(data)
			}
			errs = append(errs, err)
		}
		if errs == nil {
			return DataKey{}, fmt.Errorf("%w: none of the slots belongs to it", ErrInvalidStream)
		}
		return DataKey{}, errors.Join(errs...)
	}
}
