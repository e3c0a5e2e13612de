package seal

import (
	"context"
	"encoding/binary"
	"errors"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

// testServers is a network of key servers in memory.
type testServers struct {
	master map[ServerID]MasterKey
	list   []Server

	// act, if set for a server, decides its answer after right was derived.
	act map[ServerID]func(ctx context.Context, id Identity, right DerivedKey) (DerivedKey, error)

	mu    sync.Mutex
	asked []ServerID // guarded by mu; in order
}

func newTestServers(n int) *testServers {
	s := &testServers{master: make(map[ServerID]MasterKey), act: make(map[ServerID]func(context.Context, Identity, DerivedKey) (DerivedKey, error))}
	for i := range n {
		var id ServerID
		binary.BigEndian.PutUint32(id[28:], uint32(i+1))
		s.master[id] = GenerateMasterKey()
		s.list = append(s.list, Server{id, s.master[id].PublicKey()})
	}
	return s
}

func (s *testServers) DeriveKey(ctx context.Context, server ServerID, id Identity) (DerivedKey, error) {
	s.mu.Lock()
	s.asked = append(s.asked, server)
	s.mu.Unlock()
	right := s.master[server].Derive(id)
	if act := s.act[server]; act != nil {
		return act(ctx, id, right)
	}
	return right, nil
}

func (s *testServers) PublicKey(_ context.Context, server ServerID) (PublicKey, error) {
	if k, ok := s.master[server]; ok {
		return k.PublicKey(), nil
	}
	return PublicKey{}, ErrUnknownServer
}

// takeAsked returns who was asked since the last call.
func (s *testServers) takeAsked() []ServerID {
	s.mu.Lock()
	defer s.mu.Unlock()
	asked := s.asked
	s.asked = nil
	return asked
}

func after(d time.Duration) func(context.Context, Identity, DerivedKey) (DerivedKey, error) {
	return func(ctx context.Context, _ Identity, right DerivedKey) (DerivedKey, error) {
		select {
		case <-time.After(d):
			return right, nil
		case <-ctx.Done():
			return DerivedKey{}, ctx.Err()
		}
	}
}

func failing(err error) func(context.Context, Identity, DerivedKey) (DerivedKey, error) {
	return func(context.Context, Identity, DerivedKey) (DerivedKey, error) { return DerivedKey{}, err }
}

func (s *testServers) encrypt(t testing.TB, threshold int, data string, servers ...Server) *Object {
	t.Helper()
	if servers == nil {
		servers = s.list
	}
	o, _, err := Encrypt(Recipients{NewIdentity(Namespace{9}, []byte("doc")), servers, threshold}, AES256GCM, []byte(data), nil)
	if err != nil {
		t.Fatal(err)
	}
	return o
}

func (s *testServers) client() (*Client, *[]*ServerError) {
	failed := new([]*ServerError)
	return &Client{Source: s, Directory: s, ServerFailed: func(e *ServerError) { *failed = append(*failed, e) }}, failed
}

func TestClientAsksFewServers(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newTestServers(5)
		c, _ := s.client()
		o := s.encrypt(t, 2, "secret")
		for _, server := range s.list[:2] {
			s.act[server.ID] = after(50 * time.Millisecond)
		}
		s.act[s.list[2].ID] = after(60 * time.Millisecond)
		start := time.Now()
		data, err := c.Decrypt(t.Context(), o)
		if err != nil || string(data) != "secret" {
			t.Fatal(string(data), err)
		}
		if asked := s.takeAsked(); len(asked) != 3 || time.Since(start) != 50*time.Millisecond {
			t.Errorf("asked %d servers in %v, want threshold and one more", len(asked), time.Since(start))
		}
	})
}

func TestClientHedges(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newTestServers(6)
		c, failed := s.client()
		o := s.encrypt(t, 3, "secret")
		for _, server := range s.list[:3] {
			s.act[server.ID] = after(time.Hour)
		}
		start := time.Now()
		data, err := c.Decrypt(t.Context(), o)
		if err != nil || string(data) != "secret" {
			t.Fatal(string(data), err)
		}
		if took := time.Since(start); took != 2*hedgeDelay {
			t.Errorf("took %v, want two more servers after one delay each", took)
		}
		if len(*failed) != 0 {
			t.Errorf("slow servers count as failed: %v", *failed)
		}
	})
}

// TestClientNamesLyingServer: a server that answers with a key of its own choice is found out and named, and the
// others make up for it.
func TestClientNamesLyingServer(t *testing.T) {
	s := newTestServers(4)
	other := GenerateMasterKey()
	lies := map[string]func(context.Context, Identity, DerivedKey) (DerivedKey, error){
		"key of another server": func(_ context.Context, id Identity, _ DerivedKey) (DerivedKey, error) { return other.Derive(id), nil },
		"key of another identity": func(_ context.Context, id Identity, _ DerivedKey) (DerivedKey, error) {
			id.Inner = append(slices.Clone(id.Inner), 1)
			return s.master[s.list[1].ID].Derive(id), nil
		},
		"no key": func(context.Context, Identity, DerivedKey) (DerivedKey, error) { return DerivedKey{}, nil },
	}
	for name, lie := range lies {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				liar := s.list[1].ID
				s.act[liar] = lie
				s.act[s.list[0].ID] = after(20 * time.Millisecond) // so that the liar answers before it is done
				c, failed := s.client()
				c.Cache = NewKeyCache(0, 0)
				data, err := c.Decrypt(t.Context(), s.encrypt(t, 3, "secret"))
				if err != nil || string(data) != "secret" {
					t.Fatal(string(data), err)
				}
				if len(*failed) != 1 || (*failed)[0].Server != liar || !errors.Is((*failed)[0], ErrWrongKey) {
					t.Errorf("told of %v", *failed)
				}
				if c.Cache.Len() != 3 {
					t.Errorf("%d keys in the cache", c.Cache.Len())
				}
				_, err = c.Decrypt(t.Context(), s.encrypt(t, 4, "secret"))
				if !errors.Is(err, ErrTooFewKeys) || !errors.Is(err, ErrWrongKey) || !strings.Contains(err.Error(), liar.String()) {
					t.Errorf("all four needed: %v", err)
				}
			})
		})
	}
}

// TestDecryptNamesWrongKey: the same below the client, where keys come from elsewhere.
func TestDecryptNamesWrongKey(t *testing.T) {
	s := newTestServers(3)
	o := s.encrypt(t, 2, "secret")
	public := make(PublicKeys)
	keys := make(Keys)
	for _, server := range s.list {
		public[server.ID] = server.Key
		keys[server.ID] = s.master[server.ID].Derive(o.Identity())
	}
	for _, liar := range s.list {
		wrong := make(Keys)
		for id, k := range keys {
			wrong[id] = k
		}
		wrong[liar.ID] = GenerateMasterKey().Derive(o.Identity())
		_, err := o.Decrypt(wrong, public)
		if named := new(ServerError); !errors.As(err, &named) || named.Server != liar.ID || !errors.Is(err, ErrWrongKey) {
			t.Errorf("got %v", err)
		}
		if _, err := o.DecryptUnchecked(wrong); !errors.Is(err, ErrInconsistent) {
			t.Errorf("unchecked: %v", err)
		}
	}
	delete(public, s.list[2].ID)
	if _, err := o.Decrypt(keys, public); !errors.Is(err, ErrUnknownServer) {
		t.Errorf("a public key missing: %v", err)
	}
}

func TestClientFailures(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newTestServers(4)
		c, failed := s.client()
		s.act[s.list[0].ID] = failing(ErrRefused)
		s.act[s.list[1].ID] = failing(ErrStale)
		s.act[s.list[3].ID] = after(time.Hour)
		start := time.Now()
		_, err := c.Decrypt(t.Context(), s.encrypt(t, 3, ""))
		fetch := new(FetchError)
		if !errors.As(err, &fetch) || !errors.Is(err, ErrRefused) || !errors.Is(err, ErrStale) || fetch.Threshold != 3 || len(fetch.Servers) != 2 {
			t.Errorf("got %v", err)
		}
		if time.Since(start) != 0 {
			t.Errorf("gave up after %v, though it was hopeless at once", time.Since(start))
		}
		if len(*failed) != 2 {
			t.Errorf("told of %v", *failed)
		}
		ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
		defer cancel()
		if _, err := c.Decrypt(ctx, s.encrypt(t, 2, "")); !errors.Is(err, context.DeadlineExceeded) || !errors.Is(err, ErrRefused) {
			t.Errorf("at the deadline: %v", err)
		}
		unknown := append(slices.Clone(s.list), Server{ServerID{7}, s.list[0].Key})
		if _, err := c.Decrypt(t.Context(), s.encrypt(t, 1, "", unknown...)); !errors.Is(err, ErrUnknownServer) {
			t.Errorf("unknown server: %v", err)
		}
	})
}

// TestClientWeights: a server that holds several shares counts as often.
func TestClientWeights(t *testing.T) {
	s := newTestServers(3)
	c, _ := s.client()
	heavy := []Server{s.list[0], s.list[0], s.list[1], s.list[0], s.list[2]}
	s.act[s.list[1].ID] = failing(ErrRefused)
	s.act[s.list[2].ID] = failing(ErrRefused)
	if data, err := c.Decrypt(t.Context(), s.encrypt(t, 3, "secret", heavy...)); err != nil || string(data) != "secret" {
		t.Error(string(data), err)
	}
	if _, err := c.Decrypt(t.Context(), s.encrypt(t, 4, "secret", heavy...)); !errors.Is(err, ErrRefused) {
		t.Errorf("a share more: %v", err)
	}
}

func TestClientCache(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newTestServers(3)
		c, _ := s.client()
		c.Cache = NewKeyCache(0, time.Minute)
		o := s.encrypt(t, 2, "secret")
		open := func() int {
			t.Helper()
			if data, err := c.Decrypt(t.Context(), o); err != nil || string(data) != "secret" {
				t.Fatal(string(data), err)
			}
			return len(s.takeAsked())
		}
		if n := open(); n == 0 {
			t.Error("keys from nowhere")
		}
		if n := open(); n != 0 {
			t.Errorf("asked %d servers again", n)
		}
		time.Sleep(time.Minute)
		if n := open(); n == 0 {
			t.Error("keys outlived their time in the cache")
		}
		c.Cache.Wipe()
		if n := open(); n == 0 || c.Cache.Len() < 2 {
			t.Error("keys outlived a wipe")
		}
	})
}

func TestKeyCacheEvicts(t *testing.T) {
	c := NewKeyCache(2, 0)
	k := GenerateMasterKey()
	ids := []Identity{{Inner: []byte("a")}, {Inner: []byte("b")}, {Inner: []byte("c")}}
	c.put(ServerID{1}, ids[0], k.Derive(ids[0]))
	c.put(ServerID{1}, ids[1], k.Derive(ids[1]))
	if got, ok := c.get(ServerID{1}, ids[0]); !ok || got != k.Derive(ids[0]) {
		t.Error("not there")
	}
	c.put(ServerID{1}, ids[2], k.Derive(ids[2]))
	if _, ok := c.get(ServerID{1}, ids[1]); ok || c.Len() != 2 {
		t.Error("the one not used for longest is still there")
	}
	if _, ok := c.get(ServerID{2}, ids[0]); ok {
		t.Error("key of another server")
	}
	c.put(ServerID{1}, ids[0], k.Derive(ids[0]))
	if c.Len() != 2 {
		t.Errorf("%d keys after putting one again", c.Len())
	}
}
