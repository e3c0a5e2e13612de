package chain

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/walrus-go/walrus"
)

const sampleNetwork = `version: 1
name: devnet
chain_id: 271828
rpc_urls: [http://127.0.0.1:8545, wss://user:pw@chain.example/key]
finality: depth:12
deployed_at_block: 1
contracts:
  token: 0x1111111111111111111111111111111111111111
  registry: 0x52908400098527886E0F7030069857D2E4169EE7
  epochs: "0x8617e340b3d01fa5f11f306f4090fd50e238070d"
  system: 0x4444444444444444444444444444444444444444
aggregator_urls: [http://127.0.0.1:31415]
publisher_urls: [http://127.0.0.1:31416]
`

func TestNetworkParse(t *testing.T) {
	n, err := ParseNetwork([]byte(sampleNetwork))
	if err != nil {
		t.Fatal(err)
	}
	registry, err := walrus.ParseAddress("0x52908400098527886E0F7030069857D2E4169EE7")
	if err != nil {
		t.Fatal(err)
	}
	if n.ChainID != 271828 || n.Contract(RegistryContract) != registry || len(n.RPCURLs) != 2 || n.Contract("other") != (walrus.Address{}) {
		t.Fatalf("parsed %+v", n)
	}
	if k, ok := n.Finality.Depth(); !ok || k != 12 {
		t.Fatalf("finality %q has depth %d, %v", n.Finality, k, ok)
	}
}

func TestNetworkSaveLoad(t *testing.T) {
	n, err := ParseNetwork([]byte(sampleNetwork))
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "network.yaml")
	for range 2 { // the second time over an existing file
		if err := n.Save(path); err != nil {
			t.Fatal(err)
		}
	}
	got, err := LoadNetwork(path)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(n, got); d != "" {
		t.Fatal(d)
	}
	info, err := os.Stat(path)
	if err != nil || info.Mode().Perm() != 0o644 {
		t.Fatalf("mode %v, %v", info.Mode(), err)
	}
	if entries, _ := os.ReadDir(filepath.Dir(path)); len(entries) != 1 {
		t.Fatalf("files left over: %v", entries)
	}
}

func TestNetworkRefused(t *testing.T) {
	for name, edit := range map[string][2]string{
		"unknown key":        {"finality:", "finalty:"},
		"repeated key":       {"version: 1\n", "version: 1\nversion: 1\n"},
		"wrong checksum":     {"0x52908400098527886E0F7030069857D2E4169EE7", "0x52908400098527886e0F7030069857D2E4169EE7"},
		"short address":      {"0x4444", "0x444"},
		"other version":      {"version: 1", "version: 2"},
		"scheme":             {"http://127.0.0.1:8545", "ftp://127.0.0.1:8545"},
		"finality":           {"depth:12", "depth:012"},
		"chain id too large": {"271828", "9007199254740992"},
		"chain id zero":      {"271828", "0"},
	} {
		t.Run(name, func(t *testing.T) {
			text := strings.Replace(sampleNetwork, edit[0], edit[1], 1)
			if text == sampleNetwork {
				t.Fatal("the edit changes nothing")
			}
			if n, err := ParseNetwork([]byte(text)); !errors.Is(err, ErrInvalidNetwork) {
				t.Fatalf("got %+v, %v; want ErrInvalidNetwork", n, err)
			}
		})
	}
}

func TestNetworkValidateReportsAll(t *testing.T) {
	n := &Network{RPCURLs: []string{"http://user:secret@/?key=secret"}}
	err := n.Validate()
	if err == nil {
		t.Fatal("the empty network is valid")
	}
	for _, want := range []string{"version", "name", "chain_id", "rpc_urls[0]", "finality", "contracts.token", "contracts.registry", "contracts.epochs", "contracts.system"} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("error does not name %s: %v", want, err)
		}
	}
	if strings.Contains(err.Error(), "secret") {
		t.Errorf("error shows what may be an access key: %v", err)
	}
}

func FuzzParseNetwork(f *testing.F) {
	f.Add([]byte(sampleNetwork))
	f.Fuzz(func(t *testing.T, b []byte) {
		n, err := ParseNetwork(b)
		if err != nil {
			return
		}
		text, err := n.Marshal()
		if err != nil {
			t.Fatalf("%q was read and cannot be written: %v", b, err)
		}
		again, err := ParseNetwork(text)
		if err != nil {
			t.Fatalf("%q was read, and written as %q: %v", b, text, err)
		}
		if d := cmp.Diff(n, again, cmpopts.EquateEmpty()); d != "" {
			t.Fatal(d)
		}
	})
}
