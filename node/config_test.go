package node

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const example = `name: node-3
node: 3
storage_path: db
protocol_key_pair: protocol.key
network_key_pair: network.key
public_host: 127.0.0.1
public_port: 9187
rest_api_address: 127.0.0.1:9187
metrics_address: 127.0.0.1:9184
chain: {network: ../../network.yaml, rpc_urls: [], wallet_config: {path: ../../wallets/node-3.json, password_file: ../../wallets/password},
        event_polling_interval_millis: 400}
`

func TestConfigExample(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "nodes", "3", "node.yaml")
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(example), 0o600); err != nil {
		t.Fatal(err)
	}
	got, err := LoadConfig(path)
	if err != nil {
		t.Fatal(err)
	}
	want := Default()
	want.Name, want.Node, want.PublicHost, want.PublicPort = "node-3", 3, "127.0.0.1", 9187
	want.RESTAPIAddress = "127.0.0.1:9187"
	at := func(name string) string { return filepath.Join(dir, "nodes", "3", name) }
	want.StoragePath, want.ProtocolKeyPair, want.NetworkKeyPair = at("db"), at("protocol.key"), at("network.key")
	want.Chain.Network = filepath.Join(dir, "network.yaml")
	want.Chain.Wallet = WalletConfig{filepath.Join(dir, "wallets", "node-3.json"), filepath.Join(dir, "wallets", "password")}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	// What String prints is a configuration.
	again, err := ParseConfig([]byte(got.String()), "/")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(got, again); diff != "" {
		t.Errorf("printed and read (-want +got):\n%s", diff)
	}
}

func TestConfigProblems(t *testing.T) {
	for text, wants := range map[string][]string{
		example + "storage: x\n":                                     {"unknown field", "storage"},
		example + "blob_recovery: {speed: 3}\n":                      {"unknown field", "speed"},
		strings.Replace(example, "node: 3", "", 1) + "name: twice\n": {"name"},
		"rest_api_address: nowhere\nmetrics_address: x\nblob_recovery: {max_concurrent_blob_syncs: 0}\ndisk: {warn_free_percent: 1, refuse_free_percent: 5}\n": {
			"public_host: missing", "rest_api_address", "metrics_address", "max_concurrent_blob_syncs", "disk:",
		},
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
	}
}

func TestConfigKeepsSecrets(t *testing.T) {
	c := Default()
	c.Chain.RPCURLs = []string{"https://user:hush@rpc.example/v2?key=hush"}
	if text := c.String(); strings.Contains(text, "hush") || !strings.Contains(text, "rpc.example") {
		t.Errorf("printed:\n%s", text)
	}
	if c.Chain.RPCURLs[0] != "https://user:hush@rpc.example/v2?key=hush" {
		t.Error("printing changed the configuration")
	}
}
