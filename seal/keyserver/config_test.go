package keyserver

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/walrus-go/walrus/seal"
)

const exampleConfig = `mode: open
bind_address: 127.0.0.1:2024
registry: 0xe7f1725e7734ce288f8367e1bb143e90bb3f0512
serial: 3
key: {path: master.key, password_file: password}
chain:
  chain_id: 1
  rpc_urls: [https://user:hush@a.example, https://b.example/v2/hush, https://c.example]
policies:
  - {policy: 0x5fbdb2315678afecb367f032d93f642f64180aa3, freshness: finalized}
api_keys:
  - {name: friend, sha256: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855}
`

func TestConfigExample(t *testing.T) {
	c, err := ParseConfig([]byte(exampleConfig), "/etc/ks")
	if err != nil {
		t.Fatal(err)
	}
	if c.Key.Path != "/etc/ks/master.key" || c.Key.PasswordFile != "/etc/ks/password" || c.Freshness != "both" || c.Chain.PolicyGas != 1_000_000 {
		t.Errorf("%+v", c)
	}
	text := c.String()
	if strings.Contains(text, "hush") || !strings.Contains(text, "a.example") {
		t.Errorf("printed:\n%s", text)
	}
	again, err := ParseConfig([]byte(text), "/")
	if err != nil {
		t.Fatal(err)
	}
	again.Chain.RPCURLs = c.Chain.RPCURLs
	if diff := cmp.Diff(c, again); diff != "" {
		t.Errorf("printed and read (-want +got):\n%s", diff)
	}
	if c.Chain.RPCURLs[0] != "https://user:hush@a.example" {
		t.Error("printing changed the configuration")
	}
}

func TestConfigProblems(t *testing.T) {
	replace := func(old, with string) string {
		if !strings.Contains(exampleConfig, old) {
			t.Fatalf("%q is not in the example", old)
		}
		return strings.Replace(exampleConfig, old, with, 1)
	}
	for text, wants := range map[string][]string{
		exampleConfig + "passwrd: x\n":                         {"unknown field", "passwrd"},
		exampleConfig + "limits: {speed: 3}\n":                 {"unknown field", "speed"},
		replace("mode: open", "mode: closed"):                  {"mode:"},
		replace(", https://c.example", ""):                     {"rpc_urls", "single_endpoint: true"},
		replace("https://c.example", "ftp://c.example"):        {"rpc_urls[2]"},
		replace("chain_id: 1", "chain_id: 1\n  quorum: 1"):     {"quorum"},
		replace("chain_id: 1", "chain_id: 1\n  quorum: 4"):     {"quorum"},
		replace("serial: 3", "serial: 0"):                      {"serial"},
		replace("mode: open", "mode: permissioned"):            {"clients", "serial"},
		replace("mode: open", "mode: committee"):               {"committee"},
		replace("freshness: finalized", "freshness: latest-0"): {"policies[0].freshness"},
		replace("b855}", "5}"):                                 {"api_keys[0]"},
		exampleConfig + "require_api_key: true\nmax_session_ttl_secs: 59\nfreshness: never\nlimits: {max_in_flight_requests: 0, user: {per_second: -1, burst: 0}}\nmin_sdk_versions: {go: one}\nmetrics_address: x\n": {
			"max_session_ttl_secs", "freshness", "in flight", "rate of a user", "min_sdk_versions.go", "metrics_address",
		},
		"{}": {"registry: missing", "chain_id: missing", "rpc_urls", "serial"},
	} {
		_, err := ParseConfig([]byte(text), "/")
		if err == nil {
			t.Errorf("accepted:\n%s", text)
			continue
		}
		for _, want := range wants {
			if !strings.Contains(err.Error(), want) {
				t.Errorf("error does not name %q: %v", want, err)
			}
		}
		if strings.Contains(err.Error(), "hush") {
			t.Errorf("error tells a secret: %v", err)
		}
	}
	if _, err := ParseConfig([]byte(replace("[https://user:hush@a.example, https://b.example/v2/hush, https://c.example]", "[http://127.0.0.1:1]\n  single_endpoint: true")), "/"); err != nil {
		t.Errorf("a single endpoint by name: %v", err)
	}
}

func TestParseClass(t *testing.T) {
	for text, want := range map[string]Class{"both": {}, "finalized": {Freshness: FinalOnly}, "latest": {Freshness: LatestOnly}, "latest-12": {LatestOnly, 12}} {
		if got, err := ParseClass(text); err != nil || got != want {
			t.Errorf("%s: %v, %v", text, got, err)
		}
	}
	for _, text := range []string{"", "Both", "latest-", "latest-0", "latest-01", "latest-1001", "latest--1", "safe"} {
		if got, err := ParseClass(text); err == nil {
			t.Errorf("%q: %v", text, got)
		}
	}
}

// keyFiles writes a password and key files of some secrets.
func keyFiles(t *testing.T, secrets ...Secret) (keys []KeyConfig) {
	t.Helper()
	dir := t.TempDir()
	password := filepath.Join(dir, "password")
	if err := os.WriteFile(password, []byte("pw\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for i, s := range secrets {
		k := KeyConfig{filepath.Join(dir, fmt.Sprint(i)), password}
		if err := WriteKeyFile(k.Path, s, []byte("pw"), minCost); err != nil {
			t.Fatal(err)
		}
		keys = append(keys, k)
	}
	return keys
}

// Each mode opens with keys of its kind and with no other.
func TestOpen(t *testing.T) {
	keys := keyFiles(t, testSecret(t, MasterSecret, 0), testSecret(t, SeedSecret, 0), testSecret(t, ShareSecret, 1), testSecret(t, ShareSecret, 2))
	base, err := ParseConfig([]byte(exampleConfig), "/")
	if err != nil {
		t.Fatal(err)
	}
	deps := Deps{Evaluator: &fakeChain{}}
	deps.CommitteeVersion = (&versions{at: 1}).version
	open := func(change func(*Config)) (*Server, error) {
		c := base
		change(&c)
		if err := c.Validate(); err != nil {
			t.Fatal(err)
		}
		return Open(c, deps)
	}
	permissioned := func(key KeyConfig, clients ...ClientConfig) func(*Config) {
		return func(c *Config) { c.Mode, c.Serial, c.Key, c.Clients = PermissionedMode, 0, key, clients }
	}
	committee := func(shares ...KeyConfig) func(*Config) {
		return func(c *Config) { c.Mode, c.Committee = CommitteeMode, &ShareConfig{Shares: shares} }
	}
	for name, c := range map[string]struct {
		change func(*Config)
		err    error
	}{
		"open":                  {change: func(c *Config) { c.Key = keys[0] }},
		"open with a seed":      {func(c *Config) { c.Key = keys[1] }, ErrKeyFile},
		"open with a share":     {func(c *Config) { c.Key = keys[2] }, ErrKeyFile},
		"no file":               {func(c *Config) { c.Key.Path, c.Key.PasswordFile = "/nowhere", keys[0].PasswordFile }, os.ErrNotExist},
		"permissioned":          {change: permissioned(keys[1], ClientConfig{Name: "a", Kind: "derived", Serial: 5}, ClientConfig{Name: "b", Kind: "imported", Key: &keys[0], Serial: 6})},
		"permissioned, no seed": {permissioned(keys[0], ClientConfig{Name: "a", Kind: "derived", Serial: 5}), ErrKeyFile},
		"committee":             {change: committee(keys[2], keys[3])},
		"committee, no share":   {committee(keys[0]), ErrKeyFile},
		"one version twice":     {committee(keys[2], keys[2]), ErrKeyFile},
	} {
		s, err := open(c.change)
		if !errors.Is(err, c.err) || (err == nil) != (s != nil) {
			t.Errorf("%s: %v, want %v", name, err, c.err)
		}
	}
	if _, err := open(permissioned(keys[1], ClientConfig{Name: "a", Kind: "derived", Index: 1, Serial: 5})); err == nil || !strings.Contains(err.Error(), "gap") {
		t.Errorf("gap in indices: %v", err)
	}
	s, err := open(func(c *Config) { c.Key = keys[0] })
	if err != nil {
		t.Fatal(err)
	}
	if _, ok := s.keyring.Load().ForServer(seal.NewServerID(1, base.Registry, 3)); !ok {
		t.Error("the server's entry is not that of its registry and serial")
	}
	if got := s.opts.Classes[seal.NewPolicyNamespace(1, base.Policies[0].Policy)]; got != (Class{Freshness: FinalOnly}) {
		t.Errorf("class of a policy: %v", got)
	}
}

func TestPassword(t *testing.T) {
	keys := keyFiles(t, testSecret(t, MasterSecret, 0))
	k := KeyConfig{Path: keys[0].Path}
	t.Setenv(PasswordVariable, "")
	if _, err := k.Open(); err == nil {
		t.Error("opened without a password")
	}
	t.Setenv(PasswordVariable, "wrong")
	if _, err := k.Open(); !errors.Is(err, ErrWrongPassword) {
		t.Errorf("wrong password: %v", err)
	}
	t.Setenv(PasswordVariable, "pw")
	if _, err := k.Open(); err != nil {
		t.Errorf("password of the environment: %v", err)
	}
}
