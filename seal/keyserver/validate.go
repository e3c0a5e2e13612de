package keyserver

import (
	"errors"
	"fmt"
	"net"
	"net/url"

	"github.com/walrus-go/walrus/seal"
)

// Validate reports all problems at once, each by the name of its key.
func (c *Config) Validate() error {
	v := &problems{}
	v.mode(c)
	v.address("bind_address", c.BindAddress)
	if c.MetricsAddress != "" {
		v.address("metrics_address", c.MetricsAddress)
	}
	if c.Registry.IsZero() {
		v.add("registry: missing")
	}
	v.chain(&c.Chain)
	if _, err := ParseClass(c.Freshness); err != nil {
		v.add("freshness: %w", err)
	}
	for i, p := range c.Policies {
		if _, err := ParseClass(p.Freshness); err != nil {
			v.add("policies[%d].freshness: %w", i, err)
		}
	}
	if c.SessionTTL < seal.MinSessionTTL || c.SessionTTL > seal.MaxSessionTTL {
		v.add("max_session_ttl_secs: want %d to %d", seal.MinSessionTTL, seal.MaxSessionTTL)
	}
	l := c.limits()
	if err := l.validate(); err != nil {
		v.add("%w", err)
	}
	if _, err := c.apiKeys(); err != nil {
		v.add("%w", err)
	}
	if c.RequireAPIKey && len(c.APIKeys) == 0 {
		v.add("require_api_key: without api_keys nobody could ask")
	}
	for sdk, text := range c.LeastSDK {
		if _, ok := parseSemver(text); !ok {
			v.add("min_sdk_versions.%s: %q is not a version", sdk, text)
		}
	}
	if len(v.all) == 0 {
		return nil
	}
	return fmt.Errorf("key server configuration: %w", errors.Join(v.all...))
}

type problems struct{ all []error }

func (v *problems) add(format string, args ...any) {
	v.all = append(v.all, fmt.Errorf(format, args...))
}

func (v *problems) address(key, address string) {
	if _, _, err := net.SplitHostPort(address); err != nil {
		v.add("%s: %w", key, err)
	}
}

// mode checks what each mode needs, and that nothing is configured for another.
func (v *problems) mode(c *Config) {
	if c.Mode != OpenMode && c.Mode != PermissionedMode && c.Mode != CommitteeMode {
		v.add("mode: %q is not open, permissioned or committee", c.Mode)
		return
	}
	if (c.Mode == PermissionedMode) != (len(c.Clients) > 0) {
		v.add("clients: they belong to mode permissioned, which needs some")
	}
	if (c.Mode == CommitteeMode) != (c.Committee != nil) {
		v.add("committee: it belongs to mode committee, which needs it")
	}
	if (c.Mode == PermissionedMode) != (c.Serial == 0) {
		v.add("serial: the server's in the registry; in mode permissioned each client has one instead")
	}
	if c.Mode != CommitteeMode && c.Key.Path == "" {
		v.add("key.path: missing")
	}
	if c.Committee != nil && (len(c.Committee.Shares) == 0 || len(c.Committee.Shares) > 16) {
		v.add("committee.shares: want 1 to 16")
	}
	for i := range c.Clients {
		v.client(i, &c.Clients[i])
	}
}

func (v *problems) client(i int, c *ClientConfig) {
	kind, ok := keyKinds[c.Kind]
	switch {
	case !ok:
		v.add("clients[%d].kind: %q is not derived, imported or exported", i, c.Kind)
	case (kind == seal.ImportedKind) != (c.Key != nil && c.Key.Path != ""):
		v.add("clients[%d].key: it belongs to kind imported, which needs it", i)
	case kind != seal.ExportedKind && c.Serial == 0:
		v.add("clients[%d].serial: missing", i)
	}
	for j, p := range c.Pinned {
		if _, err := parseHash(p.CodeHash); err != nil {
			v.add("clients[%d].pinned_policies[%d].code_hash: %w", i, j, err)
		}
	}
}

var keyKinds = map[string]seal.KeyKind{"derived": seal.DerivedKind, "imported": seal.ImportedKind, "exported": seal.ExportedKind}

func (v *problems) chain(c *ChainConfig) {
	if c.ChainID == 0 {
		v.add("chain.chain_id: missing")
	}
	for i, text := range c.RPCURLs {
		if u, err := url.Parse(text); err != nil || (u.Scheme != "http" && u.Scheme != "https") || u.Host == "" {
			v.add("chain.rpc_urls[%d]: not an http or https URL", i)
		}
	}
	switch n := len(c.RPCURLs); {
	case c.SingleEndpoint && n == 0:
		v.add("chain.rpc_urls: missing")
	case !c.SingleEndpoint && n < 3:
		v.add("chain.rpc_urls: want three or more, of different operators; fewer are believed only with single_endpoint: true")
	}
	if n := len(c.RPCURLs); c.Quorum < 0 || c.Quorum > n || (c.Quorum > 0 && 2*c.Quorum <= n) {
		v.add("chain.quorum: want more than half of the endpoints, and not more than there are")
	}
	if err := c.Finality.Validate(); err != nil {
		v.add("chain.finality: %w", err)
	}
	for key, value := range map[string]uint64{
		"block_time_millis": uint64(c.BlockTimeMillis), "max_final_age_secs": uint64(c.FinalAgeSecs), "call_timeout_millis": uint64(c.CallMillis),
		"request_timeout_millis": uint64(c.RequestMillis), "policy_gas": c.PolicyGas, "wallet_gas": c.WalletGas, "probe_gas": c.ProbeGas,
	} {
		if value == 0 {
			v.add("chain.%s: must be positive", key)
		}
	}
}
