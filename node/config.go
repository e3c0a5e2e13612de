package node

import (
	"bytes"
	"errors"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"time"

	"github.com/goccy/go-yaml"

	"github.com/walrus-go/walrus"
	"github.com/walrus-go/walrus/chain"
)

// Config is node.yaml (evm-profile.md §6). Keys that it does not name are errors. Secrets are named by path only.
type Config struct {
	Name            string           `yaml:"name"`
	Node            walrus.NodeIndex `yaml:"node"` // in the registry; 0 = whichever member has our protocol key
	StoragePath     string           `yaml:"storage_path"`
	ProtocolKeyPair string           `yaml:"protocol_key_pair"`
	NetworkKeyPair  string           `yaml:"network_key_pair"`
	PublicHost      string           `yaml:"public_host"`
	PublicPort      uint16           `yaml:"public_port"`
	RESTAPIAddress  string           `yaml:"rest_api_address"`
	MetricsAddress  string           `yaml:"metrics_address"` // empty = no listener
	ShutdownSecs    uint32           `yaml:"rest_graceful_shutdown_period_secs"`
	BlocklistPath   string           `yaml:"blocklist_path,omitempty"`
	Chain           ChainConfig      `yaml:"chain"`

	RESTServer     RESTConfig     `yaml:"rest_server"`
	PendingSlivers PendingConfig  `yaml:"pending_sliver_cache"`
	PendingMeta    PendingConfig  `yaml:"pending_metadata_cache"`
	Deferral       DeferralConfig `yaml:"live_upload_deferral"`
	Recovery       RecoveryConfig `yaml:"blob_recovery"`
	Disk           DiskConfig     `yaml:"disk"`
}

// ChainConfig says how to reach the coordinating chain.
type ChainConfig struct {
	Network       string       `yaml:"network"` // path of the network file
	RPCURLs       []string     `yaml:"rpc_urls"`
	Wallet        WalletConfig `yaml:"wallet_config,omitempty"`
	PollingMillis uint32       `yaml:"event_polling_interval_millis"`
}

// WalletConfig names the node's account.
type WalletConfig struct {
	Path         string `yaml:"path,omitempty"`
	PasswordFile string `yaml:"password_file,omitempty"`
}

// RESTConfig bounds what the API does.
type RESTConfig struct {
	MaxSymbolRequests int    `yaml:"max_active_recovery_symbols_requests"`
	MaxBodyBytes      int64  `yaml:"max_body_bytes"`     // all request bodies together
	SymbolCacheBytes  int64  `yaml:"symbol_cache_bytes"` // expanded slivers kept for symbols
	LongPollMillis    uint32 `yaml:"confirmation_long_poll_max_millis"`
	LongPolls         int    `yaml:"confirmation_long_poll_max_in_flight_requests"`
}

// PendingConfig bounds a cache of what was uploaded ahead of its registration. A TTL of 0 switches it off.
type PendingConfig struct {
	Entries   int    `yaml:"max_entries"`
	Bytes     int64  `yaml:"max_bytes"`       // slivers only
	ItemBytes int64  `yaml:"max_entry_bytes"` // slivers only
	TTLSecs   uint32 `yaml:"ttl_secs"`
}

// DeferralConfig says how long healing waits for an upload that is under way.
type DeferralConfig struct {
	Enabled    bool   `yaml:"enabled"`
	SmallSecs  uint32 `yaml:"small_secs"` // blobs up to 100 MiB
	LargeSecs  uint32 `yaml:"large_secs"` // blobs up to 4 GiB
	MaxSecs    uint32 `yaml:"max_total_defer_secs"`
	MaxAgeSecs uint32 `yaml:"max_event_age_secs"` // older events are not deferred
}

// RecoveryConfig bounds healing.
type RecoveryConfig struct {
	Blobs           int    `yaml:"max_concurrent_blob_syncs"`
	MemoryBytes     int64  `yaml:"max_memory_bytes"`
	RetryMinSecs    uint32 `yaml:"retry_interval_min_secs"`
	RetryMaxSecs    uint32 `yaml:"retry_interval_max_secs"`
	MetadataSecs    uint32 `yaml:"metadata_request_timeout_secs"`
	SliverSecs      uint32 `yaml:"sliver_request_timeout_secs"`
	InvaliditySecs  uint32 `yaml:"invalidity_sync_timeout_secs"`
	NodeConnectSecs uint32 `yaml:"node_connect_timeout_secs"`
}

// DiskConfig holds the watermarks of free space (storage-node.md §29.8).
type DiskConfig struct {
	WarnPercent   float64 `yaml:"warn_free_percent"`
	RefusePercent float64 `yaml:"refuse_free_percent"`
}

// Default returns the configuration with everything set that has a default.
func Default() Config {
	return Config{
		StoragePath: "db", ProtocolKeyPair: "protocol.key", NetworkKeyPair: "network.key",
		PublicPort: 9185, RESTAPIAddress: "0.0.0.0:9185", MetricsAddress: "127.0.0.1:9184", ShutdownSecs: 60,
		Chain: ChainConfig{Network: "network.yaml", RPCURLs: []string{}, PollingMillis: 400},
		RESTServer: RESTConfig{
			MaxSymbolRequests: 1000, MaxBodyBytes: 1 << 30, SymbolCacheBytes: 256 << 20, LongPollMillis: 5000, LongPolls: 1000,
		},
		PendingSlivers: PendingConfig{Entries: 20480, Bytes: 1 << 30, ItemBytes: 4 << 20, TTLSecs: 60},
		PendingMeta:    PendingConfig{Entries: 1024, TTLSecs: 60},
		Deferral:       DeferralConfig{Enabled: true, SmallSecs: 15, LargeSecs: 30, MaxSecs: 120, MaxAgeSecs: 120},
		Recovery: RecoveryConfig{
			Blobs: 10, MemoryBytes: 512 << 20, RetryMinSecs: 1, RetryMaxSecs: 3600, MetadataSecs: 5, SliverSecs: 45,
			InvaliditySecs: 300, NodeConnectSecs: 1,
		},
		Disk: DiskConfig{WarnPercent: 10, RefusePercent: 5},
	}
}

// ParseConfig reads node.yaml over the defaults. dir is where relative paths count from. All problems are reported at
// once.
func ParseConfig(b []byte, dir string) (Config, error) {
	c := Default()
	if err := yaml.NewDecoder(bytes.NewReader(b), yaml.Strict()).Decode(&c); err != nil {
		return Config{}, fmt.Errorf("node configuration: %w", err)
	}
	for _, p := range []*string{
		&c.StoragePath, &c.ProtocolKeyPair, &c.NetworkKeyPair, &c.BlocklistPath, &c.Chain.Network,
		&c.Chain.Wallet.Path, &c.Chain.Wallet.PasswordFile,
	} {
		if *p != "" && !filepath.IsAbs(*p) {
			*p = filepath.Join(dir, *p)
		}
	}
	return c, c.Validate()
}

// LoadConfig reads a configuration file.
func LoadConfig(path string) (Config, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return Config{}, fmt.Errorf("read node configuration: %w", err)
	}
	c, err := ParseConfig(b, filepath.Dir(path))
	if err != nil {
		return Config{}, fmt.Errorf("%s: %w", path, err)
	}
	return c, nil
}

// Validate reports all problems at once, each by the name of its key.
func (c *Config) Validate() error {
	var problems []error
	bad := func(format string, args ...any) { problems = append(problems, fmt.Errorf(format, args...)) }
	for key, value := range map[string]string{
		"storage_path": c.StoragePath, "protocol_key_pair": c.ProtocolKeyPair, "network_key_pair": c.NetworkKeyPair,
		"public_host": c.PublicHost, "chain.network": c.Chain.Network,
	} {
		if value == "" {
			bad("%s: missing", key)
		}
	}
	checkAddress(bad, "rest_api_address", c.RESTAPIAddress)
	if c.MetricsAddress != "" {
		checkAddress(bad, "metrics_address", c.MetricsAddress)
	}
	for key, value := range map[string]int64{
		"public_port": int64(c.PublicPort),
		"rest_server.max_active_recovery_symbols_requests":          int64(c.RESTServer.MaxSymbolRequests),
		"rest_server.max_body_bytes":                                c.RESTServer.MaxBodyBytes,
		"rest_server.symbol_cache_bytes":                            c.RESTServer.SymbolCacheBytes,
		"rest_server.confirmation_long_poll_max_in_flight_requests": int64(c.RESTServer.LongPolls),
		"blob_recovery.max_concurrent_blob_syncs":                   int64(c.Recovery.Blobs),
		"blob_recovery.max_memory_bytes":                            c.Recovery.MemoryBytes,
		"blob_recovery.retry_interval_min_secs":                     int64(c.Recovery.RetryMinSecs),
		"blob_recovery.metadata_request_timeout_secs":               int64(c.Recovery.MetadataSecs),
		"blob_recovery.sliver_request_timeout_secs":                 int64(c.Recovery.SliverSecs),
		"blob_recovery.invalidity_sync_timeout_secs":                int64(c.Recovery.InvaliditySecs),
		"blob_recovery.node_connect_timeout_secs":                   int64(c.Recovery.NodeConnectSecs),
	} {
		if value <= 0 {
			bad("%s: must be positive", key)
		}
	}
	if c.Recovery.RetryMaxSecs < c.Recovery.RetryMinSecs {
		bad("blob_recovery.retry_interval_max_secs: below the minimum")
	}
	if d := c.Disk; d.RefusePercent < 0 || d.WarnPercent < d.RefusePercent || d.WarnPercent >= 100 {
		bad("disk: want 0 ≤ refuse_free_percent ≤ warn_free_percent < 100")
	}
	if len(problems) == 0 {
		return nil
	}
	return fmt.Errorf("node configuration: %w", errors.Join(problems...))
}

func checkAddress(bad func(string, ...any), key, address string) {
	if _, _, err := net.SplitHostPort(address); err != nil {
		bad("%s: %v", key, err)
	}
}

// String returns the configuration as YAML, endpoints without their access keys.
func (c Config) String() string {
	urls := make([]string, len(c.Chain.RPCURLs))
	for i, u := range c.Chain.RPCURLs {
		urls[i] = chain.RedactURL(u)
	}
	c.Chain.RPCURLs = urls
	b, err := yaml.MarshalWithOptions(c, yaml.IndentSequence(true))
	if err != nil {
		return err.Error()
	}
	return string(b)
}

func secs(n uint32) time.Duration { return time.Duration(n) * time.Second }
