package client

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/goccy/go-yaml"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
)

// File is a client configuration file (evm-profile.md §6, client.md §3). Relative paths in it count from its place.
type File struct {
	Network       NetworkRef        `yaml:"network"`
	Wallet        WalletFile        `yaml:"wallet_config,omitempty"`
	RPCURLs       []string          `yaml:"rpc_urls,omitempty"` // instead of the network's
	MaxFeeGwei    uint64            `yaml:"max_fee_gwei,omitempty"`
	CacheTTLSecs  *uint64           `yaml:"cache_ttl_secs,omitempty"`
	Communication CommunicationFile `yaml:"communication_config,omitempty"`

	dir string // of the file
}

// NetworkRef is the network: the path of a network file, or the network itself.
type NetworkRef struct {
	Path   string
	Inline *chain.Network
}

// UnmarshalYAML accepts a string or a map.
func (r *NetworkRef) UnmarshalYAML(b []byte) error {
	if err := yaml.Unmarshal(b, &r.Path); err == nil {
		return nil
	}
	n, err := chain.ParseNetwork(b)
	r.Inline = n
	return err
}

// MarshalYAML is the inverse of UnmarshalYAML.
func (r NetworkRef) MarshalYAML() (any, error) {
	if r.Inline != nil {
		return r.Inline, nil
	}
	return r.Path, nil
}

// WalletFile says where the wallet's key is and how it pays.
type WalletFile struct {
	Path          string         `yaml:"path,omitempty"` // keystore v3 file
	PasswordFile  string         `yaml:"password_file,omitempty"`
	ActiveAddress walrus.Address `yaml:"active_address,omitempty"`
	Approval      string         `yaml:"approval,omitempty"` // unlimited (default) or exact
}

// CommunicationFile overrides parts of Config.
type CommunicationFile struct {
	MaxDataInFlight     *int64  `yaml:"max_data_in_flight,omitempty"`
	MaxNodeConnections  *int    `yaml:"max_node_connections,omitempty"`
	RequestTimeoutSecs  *uint64 `yaml:"request_timeout_secs,omitempty"`
	StatusCheckMinimum  *int    `yaml:"sliver_status_check_threshold,omitempty"`
	MaxMetadataRequests *int    `yaml:"max_concurrent_metadata_reads,omitempty"`
}

// contextsFile is the form with several named configurations.
type contextsFile struct {
	Contexts map[string]*File `yaml:"contexts"`
	Default  string           `yaml:"default_context"`
}

// SearchPaths returns where a configuration is looked for when none is named, in order.
func SearchPaths() []string {
	dirs := []string{"."}
	if xdg := os.Getenv("XDG_CONFIG_HOME"); xdg != "" {
		dirs = append(dirs, xdg, filepath.Join(xdg, "walrus"))
	}
	if home, err := os.UserHomeDir(); err == nil {
		dirs = append(dirs, filepath.Join(home, ".config", "walrus"), filepath.Join(home, ".walrus"), filepath.Join(home, ".walrus", "devnet"))
	}
	var paths []string
	for _, d := range dirs {
		paths = append(paths, filepath.Join(d, "client_config.yaml"), filepath.Join(d, "client_config.yml"))
	}
	return paths
}

// ErrNoConfig: no client configuration was found.
var ErrNoConfig = errors.New("no client configuration found")

// FindFile returns the first of SearchPaths that exists, or ErrNoConfig.
func FindFile() (string, error) {
	for _, p := range SearchPaths() {
		if _, err := os.Stat(p); err == nil {
			return p, nil
		} else if !errors.Is(err, fs.ErrNotExist) {
			return "", fmt.Errorf("look for a client configuration: %w", err)
		}
	}
	return "", fmt.Errorf("%w in %s", ErrNoConfig, strings.Join(SearchPaths(), ", "))
}

// LoadFile reads a configuration; context picks one of several, and is empty for the default one. Unknown keys are
// errors.
func LoadFile(path, context string) (*File, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("read client configuration: %w", err)
	}
	f, err := parseFile(b, context)
	if err != nil {
		return nil, fmt.Errorf("client configuration %s: %w", path, err)
	}
	f.dir = filepath.Dir(path)
	return f, nil
}

func parseFile(b []byte, context string) (*File, error) {
	var probe map[string]any
	if err := yaml.Unmarshal(b, &probe); err != nil {
		return nil, err
	}
	if _, several := probe["contexts"]; !several {
		if context != "" {
			return nil, fmt.Errorf("context %q is asked for, but the file holds a single configuration", context)
		}
		f := new(File)
		return f, decodeStrict(b, f)
	}
	var all contextsFile
	if err := decodeStrict(b, &all); err != nil {
		return nil, err
	}
	if context == "" {
		context = all.Default
	}
	f := all.Contexts[context]
	if f == nil {
		known := slices.Sorted(maps.Keys(all.Contexts))
		return nil, fmt.Errorf("no context %q, known are: %s", context, strings.Join(known, ", "))
	}
	return f, nil
}

func decodeStrict(b []byte, v any) error {
	return yaml.NewDecoder(bytes.NewReader(b), yaml.Strict()).Decode(v)
}

// Resolve returns p as seen from the configuration file.
func (f *File) Resolve(p string) string {
	if p == "" || filepath.IsAbs(p) {
		return p
	}
	return filepath.Join(f.dir, p)
}

// LoadNetwork returns the network, with the file's own endpoints in place of the network's if it has any.
func (f *File) LoadNetwork() (*chain.Network, error) {
	n := f.Network.Inline
	if n == nil {
		if f.Network.Path == "" {
			return nil, errors.New("client configuration names no network")
		}
		var err error
		if n, err = chain.LoadNetwork(f.Resolve(f.Network.Path)); err != nil {
			return nil, err
		}
	}
	if len(f.RPCURLs) > 0 {
		n.RPCURLs = f.RPCURLs
	}
	return n, n.Validate()
}

// Config returns the default configuration with the file's values in it.
func (f *File) Config() Config {
	c := Default()
	set(&c.BytesInFlight, f.Communication.MaxDataInFlight)
	set(&c.NodeConnections, f.Communication.MaxNodeConnections)
	set(&c.StatusCheckMinimum, f.Communication.StatusCheckMinimum)
	set(&c.MetadataRequests, f.Communication.MaxMetadataRequests)
	setSeconds(&c.CacheTTL, f.CacheTTLSecs)
	setSeconds(&c.RequestTimeout, f.Communication.RequestTimeoutSecs)
	return c
}

func set[T any](dst *T, v *T) {
	if v != nil {
		*dst = *v
	}
}

func setSeconds(dst *time.Duration, secs *uint64) {
	if secs != nil {
		*dst = time.Duration(*secs) * time.Second
	}
}

// Marshal returns the file form.
func (f *File) Marshal() ([]byte, error) { return yaml.Marshal(f) }
