package testnet

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"net"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"syscall"
	"time"

	"github.com/goccy/go-yaml"

	"github.com/walrus-go/walrus"
)

// ErrDamaged: something in the network directory cannot be used.
var ErrDamaged = errors.New("network directory is damaged")

// damage is an error whose cause lies in the directory. It is ErrDamaged, and says what it says.
type damage struct{ error }

func (damage) Is(target error) bool { return target == ErrDamaged }
func (d damage) Unwrap() error      { return d.error }

// damaged marks an error, unless it is nil.
func damaged(err error) error {
	if err == nil {
		return nil
	}
	return damage{err}
}

// directory is the place of a network on disk (evm-profile.md §9).
type directory string

func (d directory) path(elem ...string) string {
	return filepath.Join(append([]string{string(d)}, elem...)...)
}

func (d directory) settings() string       { return d.path("devnet.yaml") }
func (d directory) network() string        { return d.path("network.yaml") }
func (d directory) client() string         { return d.path("client_config.yaml") }
func (d directory) chain() string          { return d.path("chain") }
func (d directory) log() string            { return d.path("logs", "devnet.log") }
func (d directory) password() string       { return d.path("wallets", "password") }
func (d directory) wallet(n string) string { return d.path("wallets", n+".json") }
func (d directory) node(i int) string      { return d.path("nodes", strconv.Itoa(i)) }

// open makes the directory and takes its lock, which the kernel frees when the process ends, however it ends.
func (d directory) open() (*os.File, error) {
	for _, sub := range []string{"", "wallets", "nodes", "logs"} {
		if err := os.MkdirAll(d.path(sub), 0o700); err != nil {
			return nil, fmt.Errorf("make network directory: %w", err)
		}
	}
	lock, err := os.OpenFile(d.path("LOCK"), os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, fmt.Errorf("open network directory: %w", err)
	}
	if err := syscall.Flock(int(lock.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
		return nil, errors.Join(fmt.Errorf("network directory %s is in use by another process: %w", d, err), lock.Close())
	}
	return lock, nil
}

// settings are what a network was first asked for; they never change, since node addresses are on chain.
type settings struct {
	Version       int               `yaml:"version"`
	Nodes         int               `yaml:"nodes"`
	Shards        walrus.ShardCount `yaml:"shards"`
	EpochDuration time.Duration     `yaml:"epoch_duration"`
	BlockTime     time.Duration     `yaml:"block_time"`
	Ports         ports             `yaml:"ports"`
}

type ports struct {
	Chain      int   `yaml:"chain"`
	Aggregator int   `yaml:"aggregator"`
	Publisher  int   `yaml:"publisher"`
	Metrics    int   `yaml:"metrics"`
	Nodes      []int `yaml:"nodes,flow"`
}

const settingsVersion = 1

// loadSettings returns the settings that the directory was made with, or makes them from cfg. Values of cfg
// that differ from existing ones are an error that names the file.
func (d directory) loadSettings(cfg *Config) (settings, error) {
	b, err := os.ReadFile(d.settings())
	if errors.Is(err, fs.ErrNotExist) {
		return d.newSettings(cfg)
	}
	if err != nil {
		return settings{}, fmt.Errorf("read network settings: %w", err)
	}
	var s settings
	if err := yaml.NewDecoder(bytes.NewReader(b), yaml.Strict()).Decode(&s); err != nil {
		return settings{}, damaged(fmt.Errorf("network settings %s are damaged: %w", d.settings(), err))
	}
	if s.Version != settingsVersion || len(s.Ports.Nodes) != s.Nodes {
		return settings{}, damaged(fmt.Errorf("network settings %s are damaged: version %d, ports for %d of %d nodes",
			d.settings(), s.Version, len(s.Ports.Nodes), s.Nodes))
	}
	if s.Nodes != cfg.Nodes || s.Shards != cfg.Shards || s.EpochDuration != cfg.EpochDuration || s.BlockTime != cfg.BlockTime {
		return settings{}, fmt.Errorf("%s was made for %d nodes, %d shards, epochs of %v, block time %v; asked for are %d, %d, %v, %v: use the same values or another directory",
			d.settings(), s.Nodes, s.Shards, s.EpochDuration, s.BlockTime, cfg.Nodes, cfg.Shards, cfg.EpochDuration, cfg.BlockTime)
	}
	return s, nil
}

func (d directory) newSettings(cfg *Config) (settings, error) {
	s := settings{settingsVersion, cfg.Nodes, cfg.Shards, cfg.EpochDuration, cfg.BlockTime, standardPorts(cfg.Nodes)}
	if cfg.AutoPorts {
		var err error
		if s.Ports, err = freePorts(cfg.Nodes); err != nil {
			return settings{}, err
		}
	}
	b, err := yaml.Marshal(s)
	if err != nil {
		return settings{}, fmt.Errorf("encode network settings: %w", err)
	}
	if err := os.WriteFile(d.settings(), b, 0o600); err != nil {
		return settings{}, fmt.Errorf("write network settings: %w", err)
	}
	return s, nil
}

func standardPorts(nodes int) ports {
	p := ports{Chain: 8545, Aggregator: 31415, Publisher: 31416, Metrics: 27182}
	for i := range nodes {
		p.Nodes = append(p.Nodes, 9185+i)
	}
	return p
}

// freePorts finds ports that nobody listens on. They lie below those that the kernel gives to outgoing connections,
// one of which could take a port between this look and its use.
func freePorts(nodes int) (ports, error) {
	const lowest, highest, tries = 10_000, 32_000, 1000
	var numbers []int
	for range tries {
		if len(numbers) == 4+nodes {
			return ports{numbers[0], numbers[1], numbers[2], numbers[3], numbers[4:]}, nil
		}
		port := lowest + rand.IntN(highest-lowest)
		if slices.Contains(numbers, port) {
			continue
		}
		if l, err := net.Listen("tcp", loopback(port)); err == nil {
			if err := l.Close(); err != nil {
				return ports{}, fmt.Errorf("find a free port: %w", err)
			}
			numbers = append(numbers, port)
		}
	}
	return ports{}, fmt.Errorf("no %d free ports between %d and %d", 4+nodes, lowest, highest)
}

// listen takes a port of the network; the error names what it is for.
func listen(what string, port int) (net.Listener, error) {
	l, err := net.Listen("tcp", loopback(port))
	if errors.Is(err, syscall.EADDRINUSE) {
		return nil, fmt.Errorf("port %d for the %s is taken by another program: stop it, or use --auto-ports with a new directory", port, what)
	}
	if err != nil {
		return nil, fmt.Errorf("listen for the %s: %w", what, err)
	}
	return l, nil
}

func loopback(port int) string { return net.JoinHostPort("127.0.0.1", strconv.Itoa(port)) }
