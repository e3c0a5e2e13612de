package keyserver

import (
	"bytes"
	"encoding/hex"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"github.com/goccy/go-yaml"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
	"github.com/walrus-go/walrus/seal"
)

// Config is keyserver.yaml. Keys that it does not name are errors; relative paths count from the file. Secrets are named
// by path, and API keys by their hash.
type Config struct {
	Mode           Mode           `yaml:"mode"`
	BindAddress    string         `yaml:"bind_address"`
	MetricsAddress string         `yaml:"metrics_address"` // empty = no listener
	ShutdownSecs   uint32         `yaml:"graceful_shutdown_period_secs"`
	Registry       walrus.Address `yaml:"registry"` // contract that lists key servers
	Serial         uint64         `yaml:"serial"`   // of this server there; not with clients
	Key            KeyConfig      `yaml:"key"`
	Clients        []ClientConfig `yaml:"clients,omitempty"`   // mode permissioned
	Committee      *ShareConfig   `yaml:"committee,omitempty"` // mode committee
	Chain          ChainConfig    `yaml:"chain"`
	Freshness      string         `yaml:"freshness"` // both, finalized, latest or latest-K
	Policies       []PolicyConfig `yaml:"policies,omitempty"`
	SessionTTL     uint32         `yaml:"max_session_ttl_secs"`
	Limits         LimitsConfig   `yaml:"limits"`
	APIKeys        []APIKeyConfig `yaml:"api_keys,omitempty"`
	RequireAPIKey  bool           `yaml:"require_api_key"`
	SourceHeader   string         `yaml:"source_header,omitempty"` // set by a trusted proxy
	// LeastSDK are the least versions of clients by their type.
	LeastSDK map[string]string `yaml:"min_sdk_versions,omitempty"`
}

// KeyConfig names a key file and the file with its password; without the latter the password comes from the environment
// variable WALRUS_KEYSERVER_PASSWORD.
type KeyConfig struct {
	Path         string `yaml:"path"`
	PasswordFile string `yaml:"password_file,omitempty"`
}

// ClientConfig is a client of a server in mode permissioned.
type ClientConfig struct {
	Name     string           `yaml:"name"`
	Kind     string           `yaml:"kind"` // derived, imported or exported
	Index    uint64           `yaml:"index"`
	Key      *KeyConfig       `yaml:"key,omitempty"` // imported
	Serial   uint64           `yaml:"serial"`
	Policies []walrus.Address `yaml:"policies,omitempty"`
	Pinned   []PinnedConfig   `yaml:"pinned_policies,omitempty"`
}

// PinnedConfig is a policy with one byte code.
type PinnedConfig struct {
	Policy   walrus.Address `yaml:"policy"`
	CodeHash string         `yaml:"code_hash"`
}

// ShareConfig is a member's part in a committee.
type ShareConfig struct {
	Shares   []KeyConfig `yaml:"shares"` // one for each version of the committee
	PollSecs uint32      `yaml:"poll_secs"`
}

// PolicyConfig says how one policy is judged.
type PolicyConfig struct {
	Policy    walrus.Address `yaml:"policy"`
	Freshness string         `yaml:"freshness"`
}

// ChainConfig says whom to ask about policies.
type ChainConfig struct {
	ChainID         uint64         `yaml:"chain_id"`
	RPCURLs         []string       `yaml:"rpc_urls"`
	Quorum          int            `yaml:"quorum"` // 0 = more than half
	SingleEndpoint  bool           `yaml:"single_endpoint"`
	Finality        chain.Finality `yaml:"finality"`
	BlockTimeMillis uint32         `yaml:"block_time_millis"`
	LatestAgeSecs   uint32         `yaml:"max_latest_age_secs"` // 0 = a minute or five block times
	FinalAgeSecs    uint32         `yaml:"max_final_age_secs"`
	CallMillis      uint32         `yaml:"call_timeout_millis"`
	RequestMillis   uint32         `yaml:"request_timeout_millis"`
	PolicyGas       uint64         `yaml:"policy_gas"`
	WalletGas       uint64         `yaml:"wallet_gas"`
	ProbeGas        uint64         `yaml:"probe_gas"`
}

// LimitsConfig are Limits.
type LimitsConfig struct {
	InFlight  int  `yaml:"max_in_flight_requests"`
	Buckets   int  `yaml:"max_buckets"`
	Source    Rate `yaml:"source"`
	User      Rate `yaml:"user"`
	Namespace Rate `yaml:"namespace"`
	APIKey    Rate `yaml:"api_key"`
	Wallet    Rate `yaml:"smart_wallet"`
}

// APIKeyConfig is a key by its SHA-256, in hexadecimal digits.
type APIKeyConfig struct {
	Name   string `yaml:"name"`
	SHA256 string `yaml:"sha256"`
}

// Default returns the configuration with everything set that has a default.
func Default() Config {
	l := DefaultLimits()
	return Config{
		Mode: OpenMode, BindAddress: "0.0.0.0:2024", MetricsAddress: "127.0.0.1:9184", ShutdownSecs: 30,
		Key: KeyConfig{Path: "master.key"},
		Chain: ChainConfig{
			RPCURLs: []string{}, Finality: chain.FinalityFinalized, BlockTimeMillis: 12_000, FinalAgeSecs: 1800,
			CallMillis: 3000, RequestMillis: 5000, PolicyGas: 1_000_000, WalletGas: 3_000_000, ProbeGas: 30_000_000,
		},
		Freshness: "both", SessionTTL: seal.MaxSessionTTL,
		Limits: LimitsConfig{l.InFlight, l.Buckets, l.Source, l.User, l.Namespace, l.APIKey, l.Wallet},
	}
}

// ParseConfig reads keyserver.yaml over the defaults. dir is where relative paths count from. All problems are reported
// at once.
func ParseConfig(b []byte, dir string) (Config, error) {
	c := Default()
	if err := yaml.NewDecoder(bytes.NewReader(b), yaml.Strict()).Decode(&c); err != nil {
		return Config{}, fmt.Errorf("key server configuration: %w", err)
	}
	for _, p := range c.paths() {
		if *p != "" && !filepath.IsAbs(*p) {
			*p = filepath.Join(dir, *p)
		}
	}
	return c, c.Validate()
}

func (c *Config) paths() []*string {
	paths := []*string{&c.Key.Path, &c.Key.PasswordFile}
	for i := range c.Clients {
		if k := c.Clients[i].Key; k != nil {
			paths = append(paths, &k.Path, &k.PasswordFile)
		}
	}
	if c.Committee != nil {
		for i := range c.Committee.Shares {
			k := &c.Committee.Shares[i]
			paths = append(paths, &k.Path, &k.PasswordFile)
		}
	}
	return paths
}

// MaxConfigFile is the largest configuration that is read, in bytes.
const MaxConfigFile = 1 << 20

// LoadConfig reads a configuration file.
func LoadConfig(path string) (Config, error) {
	info, err := os.Stat(path)
	if err == nil && info.Size() > MaxConfigFile {
		err = fmt.Errorf("%s has %d bytes, at most %d", path, info.Size(), MaxConfigFile)
	}
	if err != nil {
		return Config{}, fmt.Errorf("read key server configuration: %w", err)
	}
	b, err := os.ReadFile(path)
	if err != nil {
		return Config{}, fmt.Errorf("read key server configuration: %w", err)
	}
	c, err := ParseConfig(b, filepath.Dir(path))
	if err != nil {
		return Config{}, fmt.Errorf("%s: %w", path, err)
	}
	return c, nil
}

func (c *Config) limits() Limits {
	l := &c.Limits
	return Limits{InFlight: l.InFlight, Buckets: l.Buckets, Source: l.Source, User: l.User, Namespace: l.Namespace, APIKey: l.APIKey, Wallet: l.Wallet}
}

func (c *Config) apiKeys() (map[[32]byte]string, error) {
	keys := make(map[[32]byte]string)
	names := make(map[string]bool)
	for i, k := range c.APIKeys {
		sum, err := parseHash(k.SHA256)
		if err != nil {
			return nil, fmt.Errorf("api_keys[%d].sha256: %w", i, err)
		}
		if k.Name == "" || names[k.Name] || keys[sum] != "" {
			return nil, fmt.Errorf("api_keys[%d]: name or key is missing or taken", i)
		}
		names[k.Name], keys[sum] = true, k.Name
	}
	return keys, nil
}

func parseHash(text string) (h [32]byte, err error) {
	b, err := hex.DecodeString(strings.TrimPrefix(text, "0x"))
	if err != nil || len(b) != len(h) {
		return h, errors.New("not 64 hexadecimal digits")
	}
	return [32]byte(b), nil
}

// redactURL keeps the scheme and the host: providers put access keys everywhere else.
func redactURL(text string) string {
	u, err := url.Parse(text)
	if err != nil {
		return "unreadable URL"
	}
	kept := url.URL{Scheme: u.Scheme, Host: u.Host}
	if u.User != nil || strings.Trim(u.Path, "/") != "" || u.RawQuery != "" {
		kept.Path = "/…"
	}
	return kept.Scheme + "://" + kept.Host + kept.Path
}

// String returns the configuration as YAML, endpoints without their access keys.
func (c Config) String() string {
	urls := make([]string, len(c.Chain.RPCURLs))
	for i, u := range c.Chain.RPCURLs {
		urls[i] = redactURL(u)
	}
	c.Chain.RPCURLs = urls
	b, err := yaml.MarshalWithOptions(c, yaml.IndentSequence(true))
	if err != nil {
		return err.Error()
	}
	return string(b)
}
