package keyserver

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"strconv"
	"strings"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"github.com/walrus-go/walrus/seal"
)

// PasswordVariable is the environment variable with the password of key files that have no password file.
const PasswordVariable = "WALRUS_KEYSERVER_PASSWORD"

// Deps are what a configured server needs from outside.
type Deps struct {
	Evaluator Evaluator
	// CommitteeVersion reads the version of the committee with a serial; for mode committee alone.
	CommitteeVersion func(ctx context.Context) (uint32, error)
	Log              *slog.Logger
	Registerer       prometheus.Registerer
	Version          string
	Revision         string
}

// Open reads the key files of a valid configuration and returns its server.
func Open(c Config, d Deps) (*Server, error) {
	class, err := ParseClass(c.Freshness)
	if err != nil {
		return nil, fmt.Errorf("freshness: %w", err)
	}
	classes := make(map[seal.Namespace]Class)
	for _, p := range c.Policies {
		n := seal.NewPolicyNamespace(c.Chain.ChainID, p.Policy)
		if classes[n], err = ParseClass(p.Freshness); err != nil {
			return nil, fmt.Errorf("policies: %w", err)
		}
	}
	keys, err := c.apiKeys()
	if err != nil {
		return nil, err
	}
	o := Options{
		Mode: c.Mode, ChainID: c.Chain.ChainID, Evaluator: d.Evaluator, Class: class, Classes: classes, MaxTTL: c.SessionTTL,
		Timeout: time.Duration(c.Chain.RequestMillis) * time.Millisecond, Limits: c.limits(), APIKeys: keys, RequireAPIKey: c.RequireAPIKey,
		SourceHeader: c.SourceHeader, LeastSDK: c.LeastSDK, Version: d.Version, Revision: d.Revision, Log: d.Log, Registerer: d.Registerer,
	}
	switch c.Mode {
	case CommitteeMode:
		o.Committee, err = c.openShares(d.CommitteeVersion)
	case PermissionedMode:
		o.Keyring, err = c.openClients()
	default:
		o.Keyring, err = c.openMaster()
	}
	if err != nil {
		return nil, fmt.Errorf("key server: %w", err)
	}
	return New(o)
}

func (c *Config) serverID(serial uint64) seal.ServerID {
	return seal.NewServerID(c.Chain.ChainID, c.Registry, serial)
}

func (c *Config) openMaster() (*seal.Keyring, error) {
	s, err := c.Key.Open()
	if err != nil {
		return nil, err
	}
	if s.Kind != MasterSecret {
		return nil, fmt.Errorf("%s: %w: it holds a %v, want a master key", c.Key.Path, ErrKeyFile, s.Kind)
	}
	k, err := s.MasterKey()
	if err != nil {
		return nil, err
	}
	return seal.NewOpenKeyring(c.serverID(c.Serial), k), nil
}

func (c *Config) openClients() (*seal.Keyring, error) {
	s, err := c.Key.Open()
	if err != nil {
		return nil, err
	}
	seed, err := s.Seed()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", c.Key.Path, err)
	}
	var all []seal.KeyClient
	for i := range c.Clients {
		k, err := c.openClient(&c.Clients[i])
		if err != nil {
			return nil, fmt.Errorf("client %q: %w", c.Clients[i].Name, err)
		}
		all = append(all, k)
	}
	return seal.NewKeyring(seed, all)
}

func (c *Config) openClient(in *ClientConfig) (seal.KeyClient, error) {
	k := seal.KeyClient{Name: in.Name, Kind: keyKinds[in.Kind], Index: in.Index, Server: c.serverID(in.Serial)}
	for _, p := range in.Policies {
		k.Namespaces = append(k.Namespaces, seal.NewPolicyNamespace(c.Chain.ChainID, p))
	}
	for _, p := range in.Pinned {
		hash, err := parseHash(p.CodeHash)
		if err != nil {
			return k, err
		}
		k.Namespaces = append(k.Namespaces, seal.NewPinnedNamespace(c.Chain.ChainID, p.Policy, hash))
	}
	if in.Key == nil {
		return k, nil
	}
	s, err := in.Key.Open()
	if err != nil {
		return k, err
	}
	k.Imported, err = s.MasterKey()
	return k, err
}

func (c *Config) openShares(version func(context.Context) (uint32, error)) (*Committee, error) {
	m := &Committee{
		Server: c.serverID(c.Serial), Shares: make(map[uint32]seal.MasterKey), Version: version,
		Poll: time.Duration(c.Committee.PollSecs) * time.Second,
	}
	for _, k := range c.Committee.Shares {
		s, err := k.Open()
		if err != nil {
			return nil, err
		}
		if _, taken := m.Shares[s.Version]; taken || s.Kind != ShareSecret {
			return nil, fmt.Errorf("%s: %w: it holds a %v of version %d, want shares of distinct versions", k.Path, ErrKeyFile, s.Kind, s.Version)
		}
		if m.Shares[s.Version], err = s.MasterKey(); err != nil {
			return nil, err
		}
	}
	return m, nil
}

// Open reads the key file with the password that belongs to it.
func (k *KeyConfig) Open() (Secret, error) {
	password, err := k.Password()
	if err != nil {
		return Secret{}, err
	}
	defer clear(password)
	return ReadKeyFile(k.Path, password)
}

// maxPassword bounds a password file, in bytes.
const maxPassword = 4 << 10

// Password returns the password, without the end of its line.
func (k *KeyConfig) Password() ([]byte, error) {
	if k.PasswordFile == "" {
		p := os.Getenv(PasswordVariable)
		if p == "" {
			return nil, errors.New("no password: neither a password file nor " + PasswordVariable)
		}
		return []byte(p), nil
	}
	f, err := os.Open(k.PasswordFile)
	if err != nil {
		return nil, fmt.Errorf("open password file: %w", err)
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, maxPassword+1))
	if err != nil {
		return nil, fmt.Errorf("read password file: %w", err)
	}
	b = bytes.TrimRight(b, "\r\n")
	if len(b) == 0 || len(b) > maxPassword {
		return nil, fmt.Errorf("%s: password of %d bytes, want 1 to %d", k.PasswordFile, len(b), maxPassword)
	}
	return b, nil
}

// maxDepth bounds K of latest-K.
const maxDepth = 1000

// ParseClass reads both, finalized, latest or latest-K, where K blocks have to lie on the one looked at.
func ParseClass(text string) (Class, error) {
	for f, name := range freshnessNames {
		if text == name {
			return Class{Freshness: Freshness(f)}, nil
		}
	}
	digits, ok := strings.CutPrefix(text, "latest-")
	k, err := strconv.ParseUint(digits, 10, 64)
	if !ok || err != nil || k < 1 || k > maxDepth || strconv.FormatUint(k, 10) != digits {
		return Class{}, fmt.Errorf("%.40q is not both, finalized, latest or latest-K with K of 1 to %d", text, maxDepth)
	}
	return Class{LatestOnly, k}, nil
}
