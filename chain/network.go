package chain

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml"

	"github.com/walrus-go/walrus"
)

// The names under which Network.Contracts and Info.Contracts list contracts.
const (
	TokenContract    = "token"
	RegistryContract = "registry"
	EpochsContract   = "epochs"
	SystemContract   = "system"
)

// NetworkVersion is the version of the network file that this package writes and reads.
const NetworkVersion = 1

// MaxNetworkFile is the largest network file that is read, in bytes.
const MaxNetworkFile = 1 << 20

// ErrInvalidNetwork: a network description that cannot be used.
var ErrInvalidNetwork = errors.New("invalid network description")

// Network says where a deployment is: the network file (evm-profile.md §6), written when the contracts are deployed and
// loaded by everybody who uses them.
type Network struct {
	Version int    `yaml:"version"`
	Name    string `yaml:"name"`
	ChainID uint64 `yaml:"chain_id"`
	// RPCURLs are JSON-RPC endpoints, http, https, ws or wss; the next is asked when one does not answer.
	RPCURLs []string `yaml:"rpc_urls"`
	// Finality names the blocks that count as final: latest, safe, finalized or depth:K.
	Finality Finality `yaml:"finality"`
	// DeployedAtBlock is where the log begins: no contract of the deployment has events before it.
	DeployedAtBlock uint64                    `yaml:"deployed_at_block"`
	Contracts       map[string]walrus.Address `yaml:"contracts"`
	AggregatorURLs  []string                  `yaml:"aggregator_urls,omitempty"`
	PublisherURLs   []string                  `yaml:"publisher_urls,omitempty"`
}

// Finality is the rule by which blocks count as final: "latest", "safe", "finalized", or "depth:K" for blocks with K
// blocks on top.
type Finality string

// The named rules.
const (
	FinalityLatest    Finality = "latest"
	FinalitySafe      Finality = "safe"
	FinalityFinalized Finality = "finalized"
)

// MaxFinalityDepth bounds K in "depth:K".
const MaxFinalityDepth = 1 << 20

// Depth returns K of "depth:K".
func (f Finality) Depth() (k uint64, ok bool) {
	digits, ok := strings.CutPrefix(string(f), "depth:")
	k, err := strconv.ParseUint(digits, 10, 64)
	return k, ok && err == nil && k <= MaxFinalityDepth && strconv.FormatUint(k, 10) == digits
}

// Validate returns ErrInvalidNetwork unless f is one of the rules.
func (f Finality) Validate() error {
	if _, ok := f.Depth(); ok || f == FinalityLatest || f == FinalitySafe || f == FinalityFinalized {
		return nil
	}
	return fmt.Errorf("%w: finality %q is not latest, safe, finalized or depth:K with K up to %d",
		ErrInvalidNetwork, string(f), MaxFinalityDepth)
}

// Contract returns the address of a contract; the zero address when the network has none of that name.
func (n *Network) Contract(name string) walrus.Address { return n.Contracts[name] }

// Validate returns ErrInvalidNetwork with everything that is wrong, each problem by the name of its key.
func (n *Network) Validate() error {
	var problems []string
	bad := func(format string, args ...any) { problems = append(problems, fmt.Sprintf(format, args...)) }
	if n.Version != NetworkVersion {
		bad("version: %d, want %d", n.Version, NetworkVersion)
	}
	if n.Name == "" {
		bad("name: missing")
	}
	if n.ChainID == 0 || n.ChainID >= 1<<53 {
		bad("chain_id: %d is not between 1 and 2^53-1", n.ChainID)
	}
	if len(n.RPCURLs) == 0 {
		bad("rpc_urls: missing")
	}
	checkURLs(bad, "rpc_urls", n.RPCURLs, "http", "https", "ws", "wss")
	checkURLs(bad, "aggregator_urls", n.AggregatorURLs, "http", "https")
	checkURLs(bad, "publisher_urls", n.PublisherURLs, "http", "https")
	if err := n.Finality.Validate(); err != nil {
		bad("finality: %q is not latest, safe, finalized or depth:K", string(n.Finality))
	}
	for _, name := range []string{TokenContract, RegistryContract, EpochsContract, SystemContract} {
		if n.Contracts[name].IsZero() {
			bad("contracts.%s: missing", name)
		}
	}
	if len(problems) == 0 {
		return nil
	}
	return fmt.Errorf("%w: %s", ErrInvalidNetwork, strings.Join(problems, "; "))
}

func checkURLs(bad func(string, ...any), key string, urls []string, schemes ...string) {
	for i, s := range urls {
		u, err := url.Parse(s)
		if err != nil || u.Host == "" || !slices.Contains(schemes, u.Scheme) {
			bad("%s[%d]: %q is not a URL of scheme %s", key, i, RedactURL(s), strings.Join(schemes, ", "))
		}
	}
}

// RedactURL returns a URL as it may be printed: without the password and query, which may be access keys.
func RedactURL(s string) string {
	u, err := url.Parse(s)
	if err != nil {
		return "unreadable URL"
	}
	if u.RawQuery != "" {
		u.RawQuery = "…"
	}
	return u.Redacted()
}

// ParseNetwork parses a network file and validates it. Unknown and repeated keys are errors; the message shows the line.
func ParseNetwork(b []byte) (*Network, error) {
	if len(b) > MaxNetworkFile {
		return nil, fmt.Errorf("%w: %d bytes, at most %d", ErrInvalidNetwork, len(b), MaxNetworkFile)
	}
	n := new(Network)
	d := yaml.NewDecoder(bytes.NewReader(b), yaml.Strict())
	if err := d.Decode(n); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrInvalidNetwork, err)
	}
	if err := n.Validate(); err != nil {
		return nil, err
	}
	return n, nil
}

// LoadNetwork reads a network file.
func LoadNetwork(path string) (*Network, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("read network file: %w", err)
	}
	n, err := ParseNetwork(b)
	if err != nil {
		return nil, fmt.Errorf("network file %s: %w", path, err)
	}
	return n, nil
}

// Marshal returns the file form of a valid network.
func (n *Network) Marshal() ([]byte, error) {
	if err := n.Validate(); err != nil {
		return nil, err
	}
	return yaml.MarshalWithOptions(n, yaml.IndentSequence(true))
}

// Save writes the network file, readable by all, so that a crash leaves the old file or the new one.
func (n *Network) Save(path string) error {
	b, err := n.Marshal()
	if err != nil {
		return err
	}
	return writeFile(path, b, 0o644)
}

// writeFile replaces a file durably: temporary file, sync, rename, sync of the directory.
func writeFile(path string, b []byte, mode fs.FileMode) error {
	dir := filepath.Dir(path)
	f, err := os.CreateTemp(dir, "."+filepath.Base(path)+"-*")
	if err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	_, err = f.Write(b)
	err = errors.Join(err, f.Chmod(mode), f.Sync(), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		return errors.Join(fmt.Errorf("write %s: %w", path, err), os.Remove(f.Name()))
	}
	d, err := os.Open(dir)
	if err != nil {
		return fmt.Errorf("sync %s: %w", dir, err)
	}
	if err := errors.Join(d.Sync(), d.Close()); err != nil {
		return fmt.Errorf("sync %s: %w", dir, err)
	}
	return nil
}
